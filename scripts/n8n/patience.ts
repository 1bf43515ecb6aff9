/** So long, in milliseconds, is waited for something that n8n does: far above what it takes, so that a busy machine fails nothing. */
export const PATIENCE_MS = 300_000;
