import { rowsOf, type KoopidOperation, type KoopidResource } from './api';
import { statistic } from './statistics';

const getActivity: KoopidOperation = {
	name: 'Get Activity',
	value: 'getActivity',
	action: 'Get user activity',
	description: 'Retrieve User Activity of the dashboard',
	fields: [
		{
			displayName: 'For',
			name: 'for',
			type: 'number',
			typeOptions: { numberPrecision: 0 },
			default: '',
			description:
				'Koopid publishes the name and that it is a whole number, not what it means. A duration or a moment in milliseconds is the most likely.',
		},
	],
	run: async ({ api, fields }) =>
		rowsOf(
			await api.answer('customer.getActivity', {
				query: { for: fields.get<number | undefined>('for') },
			}),
		),
};

export const customers: KoopidResource = {
	name: 'Customer',
	value: 'customer',
	operations: [
		getActivity,
		statistic('customer.getEndpoints', {
			name: 'Get Endpoints',
			action: 'Get customer endpoints',
			description: 'Retrieve Customer Endpoint of the dashboard',
		}),
	],
};
