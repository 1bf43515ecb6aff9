import { rowsOf } from '../shared/call/answers';
import type { Client } from '../shared/call/client';
import { fieldsOrJson } from '../shared/fields/commonFields';
import { fieldList } from '../shared/fields/field';
import type { FieldsOf } from '../shared/fields/fields';
import { operation } from './api';
import type { NewContact, Operations } from './contract';
import { bot, botOf, contactList } from './locators';

/** What a contact has beside the number, by the names of each list's mapping (docs/evidence/kore-ai.md §9.2.3). */
const others = fieldList([
	{ displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
	{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
	{ displayName: 'Priority', name: 'contactPriority', type: 'string', default: '' },
	{ displayName: 'Time Zone', name: 'timeZone', type: 'string', default: '' },
	{ displayName: 'Unique ID', name: 'uniqueId', type: 'string', isId: true, default: '' },
]);

/** In the order of the alphabet, the number is the third. */
const [firstName, lastName, ...rest] = others;

const isNumber = (value: unknown) => typeof value === 'string' && value.trim() !== '';

type ListPath = Operations['contactList.get']['path'];

/** A list's name, by which contacts are added to it; asked for once a run. */
async function nameOf(api: Client<Operations>, path: ListPath): Promise<string> {
	const names = api.shared('names of contact lists', () => new Map<string, Promise<string>>());
	const key = `${path.botId} ${path.contactListId}`;
	const ask = async () => {
		const list = await api.call('contactList.get', { path });
		const { name } = list;
		return typeof name === 'string' && name !== '' ? name : api.failShape(list);
	};
	const known = names.get(key) ?? ask();
	names.set(key, known);
	return await known.catch((reason: unknown) => {
		names.delete(key);
		throw reason;
	});
}

const fieldsOfAdding = fieldList([
	bot,
	contactList,
	fieldsOrJson('Specify Contacts', 'specifyContacts'),
	{
		displayName: 'Contacts',
		name: 'contacts',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Contact',
		default: {},
		required: true,
		narrows: true,
		displayOptions: { show: { specifyContacts: ['fields'] } },
		description: 'That Kore.ai takes more than the phone number is inferred',
		options: [
			{
				displayName: 'Contact',
				name: 'contact',
				values: [
					firstName,
					lastName,
					{
						displayName: 'Phone Number',
						name: 'phoneNumber',
						type: 'string',
						isName: true,
						default: '',
						required: true,
						placeholder: 'e.g. 48600000001',
					},
					...rest,
				],
			},
		],
	},
	{
		displayName: 'Contacts (JSON)',
		name: 'contactsJson',
		type: 'json',
		default: '[{ "phoneNumber": "48600000001" }]',
		required: true,
		displayOptions: { show: { specifyContacts: ['json'] } },
		description: 'A list of contacts. An expression may give it; all are sent in one call.',
	},
]);

/** Who is to be added. Throws NodeOperationError when that is nobody, or no list of contacts. */
function contactsIn(fields: FieldsOf<typeof fieldsOfAdding>): NewContact[] {
	if (fields.get('specifyContacts') === 'json') {
		const given = rowsOf(fields.get('contactsJson')) as NewContact[] | undefined;
		if (given?.length && given.every(({ phoneNumber }) => isNumber(phoneNumber))) return given;
		const wayOut = 'Give a list of objects, each with a phoneNumber as text.';
		return fields.fail('contactsJson', 'is no list of contacts', wayOut);
	}
	const rows = fields.rows('contacts');
	if (rows.length === 0) fields.fail('contacts', 'is empty', 'Add a contact.');
	return rows.map((row) => ({
		phoneNumber: row.get('phoneNumber'),
		firstName: row.get('firstName'),
		lastName: row.get('lastName'),
		timeZone: row.get('timeZone'),
		uniqueId: row.get('uniqueId'),
		contactPriority: row.get('contactPriority'),
	}));
}

export const addContacts = operation('contactList.addContacts', {
	name: 'Add Contacts',
	action: 'Add contacts to contact list',
	description: 'Put people on a contact list, where they appear a moment later',
	check: "To find out, run 'Get Contacts' for the list.",
	fields: fieldsOfAdding,
	run: async ({ api, fields }) => {
		const path = { ...botOf(fields), contactListId: fields.get('contactList') };
		const data = contactsIn(fields);
		return await api.call('contactList.addContacts', {
			path: { botId: path.botId },
			body: { contact_list_name: await nameOf(api, path), data },
		});
	},
});
