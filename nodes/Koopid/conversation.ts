import { rowsOf, type KoopidOperation, type KoopidResource } from './api';
import { providerOf } from './provider';
import { rowsOfRanges, statistic } from './statistics';
import { timeRange } from './timeRange';

const getChatStats: KoopidOperation = {
	name: 'Get Chat Stats',
	value: 'getChatStats',
	action: 'Get chat stats',
	description: 'Retrieve Chat Stats of the dashboard',
	fields: [],
	run: async ({ api }) => rowsOf(await api.answer('conversation.getChatStats', {})),
};

const getStats: KoopidOperation = {
	name: 'Get Conversation Stats',
	value: 'getStats',
	action: 'Get conversation stats',
	description: 'Retrieve chat statistics from the redacted data (needs the role Provider Admin)',
	fields: timeRange({
		displayName: 'Time Zone',
		name: 'tz',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Warsaw',
		description:
			'Sent as tz. Koopid does not publish its form: a name such as Europe/Warsaw, or an offset.',
	}),
	run: async ({ api, fields }) => {
		const tz = fields.group('options').get<string | undefined>('tz');
		const path = providerOf(api);
		return await rowsOfRanges(
			fields,
			async (times) => await api.answer('conversation.getStats', { path, query: { ...times, tz } }),
		);
	},
};

export const conversations: KoopidResource = {
	name: 'Conversation',
	value: 'conversation',
	operations: [
		getChatStats,
		getStats,
		statistic('conversation.getIntents', {
			name: 'Get Intents',
			action: 'Get intents',
			description: 'Retrieve Intents of the dashboard',
		}),
		statistic('conversation.getInteractionTypes', {
			name: 'Get Interaction Types',
			action: 'Get interaction types',
			description: 'Retrieve Interaction Type of the dashboard',
		}),
		statistic('conversation.getInteractions', {
			name: 'Get Interactions',
			action: 'Get interactions',
			description: 'Retrieve Interactions of the dashboard',
		}),
		statistic('conversation.getSummary', {
			name: 'Get Summary',
			action: 'Get summary of dashboard',
			description: 'Retrieve Summary of the dashboard',
		}),
	],
};
