import { field } from '../shared/fields/field';
import { operation, resource } from './api';
import { provider, providerOf } from './provider';
import { bodiesOf, form, rowsOfAll, rowsOfRanges } from './statistics';
import { timeRange } from './timeRange';

const analysisType = field({
	displayName: 'Analysis Type',
	name: 'analysisType',
	type: 'string',
	default: '',
	required: true,
	description: 'Part of the address. Koopid does not publish its values; ask your contact there.',
});

const get = operation('analytics.get', {
	name: 'Get',
	action: 'Get analytics',
	description: 'Retrieve an analysis (GET Analytics of the dashboard)',
	fields: [
		analysisType,
		provider,
		...timeRange({
			displayName: 'Data',
			name: 'data',
			type: 'string',
			default: '',
			description: 'Sent as data. Koopid does not publish its meaning.',
		}),
	],
	run: async ({ api, fields }) => {
		const query = providerOf(fields);
		const path = { ...query, analysisType: fields.get('analysisType') };
		const data = fields.group('options').get('data');
		return await rowsOfRanges(
			fields,
			async (times) =>
				await api.answer('analytics.get', { path, query: { ...query, data, ...times } }),
		);
	},
});

const post = operation('analytics.post', {
	name: 'Post',
	action: 'Post analytics',
	description:
		'Send an analysis request (POST Analytics of the dashboard), whose purpose Koopid does not publish',
	check: "To find out, run 'Get' for analytics.",
	fields: [analysisType, provider, ...form],
	run: async ({ api, fields }) => {
		const query = providerOf(fields);
		const path = { ...query, analysisType: fields.get('analysisType') };
		return await rowsOfAll(
			bodiesOf(fields),
			async ({ body }) => await api.answer('analytics.post', { path, query, body }),
		);
	},
});

export const analytics = resource('Analytics', get, post);
