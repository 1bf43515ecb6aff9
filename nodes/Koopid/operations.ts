import { resource } from './api';
import { statistic } from './statistics';

export const agents = resource(
	'Agent',
	statistic(
		'agent.getAccessStats',
		'Get Access Stats',
		'Get access stats of agents',
		'Retrieve Agent Access Stats of the dashboard',
	),
	statistic(
		'agent.getQueueStats',
		'Get Queue Stats',
		'Get queue stats of agents',
		'Retrieve Agent Queue Stats of the dashboard',
	),
	statistic(
		'agent.getSessionStats',
		'Get Session Stats',
		'Get session stats of agents',
		'Retrieve Agent Session Stats of the dashboard',
	),
);

export const bots = resource(
	'Bot',
	statistic(
		'bot.getAccessStats',
		'Get Access Stats',
		'Get access stats of bots',
		'Retrieve Bot Access Stats of the dashboard',
	),
);

export const databases = resource(
	'Database',
	statistic(
		'database.getStats',
		'Get Stats',
		'Get database stats',
		'Retrieve DB Stats of the dashboard',
	),
);
