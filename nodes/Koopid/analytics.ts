import type { Field } from '../shared/fields/fields';
import type { KoopidOperation, KoopidResource } from './api';
import { providerOf } from './provider';
import { bodiesOf, form, rowsOfAll, rowsOfRanges } from './statistics';
import { timeRange } from './timeRange';

const analysisType: Field = {
	displayName: 'Analysis Type',
	name: 'analysisType',
	type: 'string',
	default: '',
	required: true,
	description: 'Part of the address. Koopid does not publish its values; ask your contact there.',
};

const get: KoopidOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get analytics',
	description: 'Retrieve an analysis (GET Analytics of the dashboard)',
	fields: [
		analysisType,
		...timeRange({
			displayName: 'Data',
			name: 'data',
			type: 'string',
			default: '',
			description: 'Sent as data. Koopid does not publish its meaning.',
		}),
	],
	run: async ({ api, fields }) => {
		const path = { ...providerOf(api), analysisType: fields.get('analysisType') };
		const data = fields.group('options').get<string | undefined>('data');
		return await rowsOfRanges(
			fields,
			async (times) => await api.answer('analytics.get', { path, query: { data, ...times } }),
		);
	},
};

const post: KoopidOperation = {
	name: 'Post',
	value: 'post',
	action: 'Post analytics',
	description:
		'Send an analysis request (POST Analytics of the dashboard), whose purpose Koopid does not publish',
	check: "To find out, run 'Get' for analytics.",
	fields: [analysisType, ...form],
	run: async ({ api, fields }) => {
		const path = { ...providerOf(api), analysisType: fields.get('analysisType') };
		return await rowsOfAll(
			bodiesOf(fields),
			async ({ body }) => await api.answer('analytics.post', { path, body }),
		);
	},
};

export const analytics: KoopidResource = {
	name: 'Analytics',
	value: 'analytics',
	operations: [get, post],
};
