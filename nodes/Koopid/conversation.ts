import { rowsOf, operation, resource } from './api';
import { provider, providerOf } from './provider';
import { rowsOfRanges, statistic } from './statistics';
import { timeRange } from './timeRange';

const getChatStats = operation('conversation.getChatStats', {
	name: 'Get Chat Stats',
	action: 'Get chat stats',
	description: 'Retrieve Chat Stats of the dashboard',
	fields: [provider],
	run: async ({ api, fields }) =>
		rowsOf(await api.answer('conversation.getChatStats', { query: providerOf(fields) })),
});

const getStats = operation('conversation.getStats', {
	name: 'Get Conversation Stats',
	action: 'Get conversation stats',
	description: 'Retrieve chat statistics from the redacted data (needs the role Provider Admin)',
	fields: [
		provider,
		...timeRange({
			displayName: 'Time Zone',
			name: 'tz',
			type: 'string',
			// One word, whatever its form: an address takes no long text.
			isId: true,
			default: '',
			placeholder: 'e.g. Europe/Warsaw',
			description:
				'Sent as tz. Koopid does not publish its form: a name such as Europe/Warsaw, or an offset.',
		}),
	],
	run: async ({ api, fields }) => {
		const tz = fields.group('options').get('tz');
		const path = providerOf(fields);
		return await rowsOfRanges(
			fields,
			async (times) =>
				await api.answer('conversation.getStats', { path, query: { ...path, ...times, tz } }),
		);
	},
});

export const conversations = resource(
	'Conversation',
	getChatStats,
	getStats,
	statistic(
		'conversation.getIntents',
		'Get Intents',
		'Get intents',
		'Retrieve Intents of the dashboard',
	),
	statistic(
		'conversation.getInteractionTypes',
		'Get Interaction Types',
		'Get interaction types',
		'Retrieve Interaction Type of the dashboard',
	),
	statistic(
		'conversation.getInteractions',
		'Get Interactions',
		'Get interactions',
		'Retrieve Interactions of the dashboard',
	),
	statistic(
		'conversation.getSummary',
		'Get Summary',
		'Get summary of dashboard',
		'Retrieve Summary of the dashboard',
	),
);
