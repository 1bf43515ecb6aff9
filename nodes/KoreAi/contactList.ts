import type { IDataObject } from 'n8n-workflow';

import { checkChanges, collection, returnAllOrLimit } from '../shared/fields/commonFields';
import { objectsIn, thingIn } from '../shared/fields/lists';
import { addContacts } from './addContacts';
import { contactPaging, input, listPaging, operation, resource } from './api';
import { bot, botOf, contactList } from './locators';

const checkList = "To find out, run 'Get Many' for contact lists.";

/** The row in ten fields. */
const simplify = (row: IDataObject): IDataObject => ({
	contactListId: row._id,
	name: row.name,
	description: row.description,
	status: row.status,
	contacts: row.totalRecordCount,
	source: row.source,
	isInUse: row.isListInUse,
	campaigns: objectsIn<IDataObject>(row.campaignInUse).map(({ name }) => name),
	createdAt: row.createdAt,
	updatedAt: row.updatedAt,
});

const name = { isName: true, placeholder: 'e.g. Customers May' } as const;

const getMany = operation('contactList.getAll', {
	name: 'Get Many',
	action: 'Get many contact lists',
	description: 'Retrieve a list of the contact lists of a bot, of whom to call and whom not to',
	simplify,
	fields: [bot, ...returnAllOrLimit],
	run: async ({ api, fields }) => {
		const asked = { path: botOf(fields), query: { type: 'call' as const } };
		return await api.list('contactList.getAll', asked, fields.window('_id'), listPaging);
	},
});

const create = operation('contactList.create', {
	name: 'Create',
	action: 'Create contact list',
	description: 'Add an empty list, to which contacts are added afterwards',
	check: checkList,
	simplify,
	fields: [
		bot,
		input('contactList.create', 'name', name),
		input('contactList.create', 'description', { placeholder: 'e.g. People who left in spring' }),
		collection('Additional Fields', [
			input('contactList.create', 'allowDuplicates', {
				description: 'Whether a contact may be on the list twice',
			}),
		]),
	],
	run: async ({ api, inputOf }) => {
		const { path, body } = inputOf('contactList.create');
		return await api.call('contactList.create', { path, body: { ...body, source: 'passiveApi' } });
	},
});

const update = operation('contactList.update', {
	name: 'Update',
	action: 'Update contact list',
	description: 'Change the name or the description of a contact list',
	check: checkList,
	fields: [
		bot,
		contactList,
		collection('Update Fields', [
			input('contactList.update', 'description'),
			input('contactList.update', 'name', name),
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const asked = inputOf('contactList.update');
		checkChanges(fields, asked.body);
		const { contactListId, body } = await api.call('contactList.update', asked);
		const { name: newName, description } = thingIn(body);
		return { contactListId, name: newName, description };
	},
});

const getContacts = operation('contactList.getContacts', {
	name: 'Get Contacts',
	action: 'Get contacts of contact list',
	description: 'Retrieve who is on a contact list',
	fields: [bot, contactList, ...returnAllOrLimit],
	key: ['_id'],
	paging: contactPaging,
});

export const contactLists = resource(
	'Contact List',
	getMany,
	operation('contactList.get', {
		name: 'Get',
		action: 'Get contact list',
		description: 'Retrieve a contact list with how many are on it, but without them',
		simplify,
		fields: [bot, contactList],
	}),
	create,
	update,
	addContacts,
	getContacts,
	operation('contactList.delete', {
		name: 'Delete',
		action: 'Delete contact list',
		description: 'Remove a contact list with who is on it',
		check: checkList,
		fields: [bot, contactList],
	}),
);
