import type { KoopidResource } from './api';
import { statistic } from './statistics';

export const agents: KoopidResource = {
	name: 'Agent',
	value: 'agent',
	operations: [
		statistic('agent.getAccessStats', {
			name: 'Get Access Stats',
			action: 'Get access stats of agents',
			description: 'Retrieve Agent Access Stats of the dashboard',
		}),
		statistic('agent.getQueueStats', {
			name: 'Get Queue Stats',
			action: 'Get queue stats of agents',
			description: 'Retrieve Agent Queue Stats of the dashboard',
		}),
		statistic('agent.getSessionStats', {
			name: 'Get Session Stats',
			action: 'Get session stats of agents',
			description: 'Retrieve Agent Session Stats of the dashboard',
		}),
	],
};

export const bots: KoopidResource = {
	name: 'Bot',
	value: 'bot',
	operations: [
		statistic('bot.getAccessStats', {
			name: 'Get Access Stats',
			action: 'Get access stats of bots',
			description: 'Retrieve Bot Access Stats of the dashboard',
		}),
	],
};

export const databases: KoopidResource = {
	name: 'Database',
	value: 'database',
	operations: [
		statistic('database.getStats', {
			name: 'Get Stats',
			action: 'Get database stats',
			description: 'Retrieve DB Stats of the dashboard',
		}),
	],
};
