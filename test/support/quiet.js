// n8n-core logs every node failure that a test provokes.
process.env.N8N_LOG_LEVEL = 'silent';
