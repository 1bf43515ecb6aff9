import { texts } from '../../shared/fields/commonFields';
import type { Fields } from '../../shared/fields/fields';
import { cleanName } from '../../shared/fields/sameText';
import { input, operation, resource } from '../api';
import { checkConfirmed, confirmation } from '../confirmation';

/** IDs without what cannot be seen. Throws when one looks like several: those would be erased from nobody. */
function idsOf<Name extends string>(fields: Fields<Record<Name, string[]>>, name: Name): string[] {
	const ids = fields.get(name).map(cleanName);
	const several = ids.find((id) => /[,;]/.test(id));
	if (several) fields.fail(name, `has an entry '${several}'`, 'Give each ID an entry of its own.');
	return ids;
}

const deleteData = operation('customerData.delete', {
	name: 'Delete',
	action: 'Delete customer data',
	description: 'Erase all data of people from bots, which cannot be undone',
	check:
		"To find out, look for the people's sessions with 'Get Many' for sessions of the Kore.ai node.",
	fields: [
		{
			...texts(
				'User IDs',
				'userIds',
				'User ID',
				'words',
				"Whose data to erase: Kore.ai user ID (or the email of enterprise users), or the channel's own user ID",
			),
			required: true,
			narrows: true,
		},
		{
			displayName: 'Erase From',
			name: 'eraseFrom',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'All Bots of the Organization', value: 'all' },
				{ name: 'These Bots', value: 'these' },
			],
			default: 'these',
		},
		{
			...texts('Bot IDs', 'botIds', 'Bot ID', 'ids', 'The bots to erase the data from'),
			required: true,
			narrows: true,
			displayOptions: { show: { eraseFrom: ['these'] } },
		},
		confirmation('erased'),
	],
	run: async ({ api, fields }) => {
		checkConfirmed(fields, 'erase the data', 'erased');
		const all = fields.get('eraseFrom') === 'all';
		return await api.call('customerData.delete', {
			body: {
				userIds: idsOf(fields, 'userIds'),
				botIds: all ? undefined : idsOf(fields, 'botIds'),
				RemoveDataFromAllBots: all,
			},
		});
	},
});

const getDeletionStatus = operation('customerData.getDeletionStatus', {
	name: 'Get Deletion Status',
	action: 'Get deletion status of customer data',
	description: 'Retrieve how far an erasure is, person by person',
	fields: [
		input('customerData.getDeletionStatus', 'requestId', {
			isId: true,
			placeholder: 'e.g. eud-1a2b3c4d-…',
			description: "The requestId that 'Delete' returned",
		}),
	],
});

export const customerData = resource('Customer Data', getDeletionStatus, deleteData);
