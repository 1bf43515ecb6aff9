import type { IDataObject } from 'n8n-workflow';

import { countOf, textIn } from '../../shared/call/answers';
import type { Client } from '../../shared/call/client';
import { texts } from '../../shared/fields/commonFields';
import { checkConfirmed, confirmation } from '../../shared/fields/confirmation';
import { thingIn } from '../../shared/fields/lists';
import { operation } from '../api';
import type { ChangedCenterContact, Operations } from '../contract';
import { bot, botOf } from '../locators';
import { contactsIn, contactsJson } from './contactFields';

const check = "To find out, run 'Get Many' for contacts.";

/** What became of the contacts. Throws NodeOperationError when nothing was done, and says so of some. */
function told(
	api: Client<Operations>,
	answer: IDataObject,
	done: 'deleted' | 'updated',
	asked: number,
): IDataObject {
	const failed = countOf(answer.failed);
	const count = countOf(answer.successful);
	const said = `Kore.ai ${done} ${textIn(answer.successful).join('') || 'an unknown number'} of ${asked} contacts`;
	if (count === 0) api.fail(said, "It may not know the IDs. Look with 'Get Many' for contacts.");
	if (failed !== 0 || count !== asked) api.hint(`${said}. 'failedRecords' has the others.`);
	return answer;
}

export const createMany = (simplify: (row: IDataObject) => IDataObject) =>
	operation('contact.createMany', {
		name: 'Create Many',
		action: 'Create many contacts',
		description: 'Add several contacts by one call, which gives an item for each',
		check,
		simplify,
		fields: [bot, contactsJson(false)],
		run: async ({ api, fields }) => {
			const body = contactsIn(fields);
			const answer = await api.call('contact.create', { path: botOf(fields), body });
			return api.rowsIn(answer, answer);
		},
	});

export const updateMany = operation('contact.updateMany', {
	name: 'Update Many',
	action: 'Update many contacts',
	description: 'Change several contacts by one call, each of them whole',
	check,
	fields: [bot, contactsJson(true)],
	run: async ({ api, fields }) => {
		const body = contactsIn<ChangedCenterContact>(fields, 'id');
		const answer = await api.call('contact.updateMany', { path: botOf(fields), body });
		return told(api, thingIn(answer), 'updated', body.length);
	},
});

export const deleteMany = operation('contact.deleteMany', {
	name: 'Delete Many',
	action: 'Delete many contacts',
	description: 'Remove several contacts by one call',
	check,
	fields: [
		bot,
		{
			...texts('Contact IDs', 'contactIds', 'Contact ID', 'ids', 'The contacts to delete'),
			required: true,
			narrows: true,
		},
		confirmation('deleted'),
	],
	run: async ({ api, fields }) => {
		checkConfirmed(fields, 'delete the contacts', 'deleted');
		const ids = fields.get('contactIds');
		const answer = await api.call('contact.deleteMany', { path: botOf(fields), body: { ids } });
		return told(api, thingIn(answer), 'deleted', ids.length);
	},
});
