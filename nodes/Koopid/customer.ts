import { rowsOf, operation, resource } from './api';
import { provider, providerOf } from './provider';
import { statistic } from './statistics';

const getActivity = operation('customer.getActivity', {
	name: 'Get Activity',
	action: 'Get user activity',
	description: 'Retrieve User Activity of the dashboard',
	fields: [
		provider,
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
				query: { ...providerOf(fields), for: fields.get('for') },
			}),
		),
});

export const customers = resource(
	'Customer',
	getActivity,
	statistic(
		'customer.getEndpoints',
		'Get Endpoints',
		'Get customer endpoints',
		'Retrieve Customer Endpoint of the dashboard',
	),
);
