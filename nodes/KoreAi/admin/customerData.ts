import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { texts } from '../../shared/fields/commonFields';
import { checkConfirmed, confirmation } from '../../shared/fields/confirmation';
import type { Fields } from '../../shared/fields/fields';
import { objectsIn } from '../../shared/fields/lists';
import { cleanName } from '../../shared/fields/sameText';
import { completion, waitForCompletion, type Waiting } from '../../shared/node/completion';
import { input, operation, resource } from '../api';
import type { Operations } from '../contract';
import { hasSucceeded, isUnderWay } from '../job';

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
		...waitForCompletion,
	],
	run: async ({ api, fields }) => {
		checkConfirmed(fields, 'erase the data', 'erased');
		const all = fields.get('eraseFrom') === 'all';
		const userIds = idsOf(fields, 'userIds');
		const begun = await api.call('customerData.delete', {
			body: {
				userIds,
				botIds: all ? undefined : idsOf(fields, 'botIds'),
				RemoveDataFromAllBots: all,
			},
		});
		if (!fields.get('wait')) return begun;
		return await erased(api, fields, String(begun.requestId), new Set(userIds).size);
	},
});

/**
 * The request once `people` persons are done with: Kore.ai gives no status of the whole (docs/evidence/kore-ai.md §8.7).
 * Throws when somebody's data could not be erased, it takes too long, or cannot be read.
 */
async function erased(
	api: Client<Operations>,
	fields: Waiting,
	requestId: string,
	people: number,
): Promise<IDataObject> {
	const lookLater = `Look later with 'Get Deletion Status' and the request ID ${requestId}.`;
	const doneIn = ({ response }: IDataObject) =>
		objectsIn(response).filter(({ status }) => !isUnderWay(status));
	const over = await completion(api, fields, {
		begun: ['The erasure has begun', lookLater],
		read: async (patient) =>
			await patient.call('customerData.getDeletionStatus', { path: { requestId } }),
		isDone: (state) => doneIn(state).length >= people,
		late: (state) => `The data of ${doneIn(state).length} of ${people} people are erased`,
	});
	const failed = doneIn(over).filter(({ status }) => !hasSucceeded(status));
	if (failed.length === 0) return over;
	const told = failed.map(({ userId, status }) => `${String(userId)} (${String(status)})`);
	return api.fail(`Kore.ai could not erase the data of ${told.join(', ')}`, lookLater);
}

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
