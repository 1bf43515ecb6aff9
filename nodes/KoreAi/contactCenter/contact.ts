import type { IDataObject } from 'n8n-workflow';

import { returnAllOrLimit } from '../../shared/fields/commonFields';
import { thingIn } from '../../shared/fields/lists';
import { fileField, fileForm } from '../../shared/node/files';
import { centerPaging, operation, resource } from '../api';
import { bot, botOf } from '../locators';
import { contactIn, person } from './contactFields';
import { createMany, deleteMany, updateMany } from './contactMany';
import { contact } from './locators';
import { removal } from './remove';

const check = "To find out, run 'Get Many' for contacts.";

/** The contact in ten fields. */
export function simplify(row: IDataObject): IDataObject {
	const { phoneNumber, countryCode } = thingIn(row.cellPhone);
	return {
		contactId: row.id,
		name: row.fullName,
		firstName: row.firstName,
		lastName: row.lastName,
		salutation: row.salutation,
		phoneNumber,
		countryCode,
		status: row.status,
		createdAt: row.createdAt,
		updatedAt: row.updatedAt,
	};
}

const getMany = operation('contact.getAll', {
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'Retrieve a list of the people whom agents can call',
	simplify,
	key: ['id'],
	paging: centerPaging,
	fields: [bot, ...returnAllOrLimit],
});

const create = operation('contact.create', {
	name: 'Create',
	action: 'Create contact',
	description: 'Add somebody whom agents can call, if the number is not there already',
	check,
	simplify,
	fields: [bot, ...person],
	run: async ({ api, fields }) => {
		const asked = { path: botOf(fields), body: [contactIn(fields)] };
		const answer = await api.call('contact.create', asked);
		return api.rowsIn(answer, answer);
	},
});

const update = operation('contact.update', {
	name: 'Update',
	action: 'Update contact',
	description: 'Give a contact this name and number',
	check,
	simplify,
	fields: [bot, contact, ...person],
	run: async ({ api, fields }) => {
		const path = { ...botOf(fields), contactId: fields.get('contact') };
		return await api.call('contact.update', { path, body: contactIn(fields) });
	},
});

const importFile = operation('contact.import', {
	name: 'Import',
	action: 'Import contacts from file',
	description: 'Add the contacts of a CSV file, which gives an item for each',
	check,
	simplify,
	fields: [
		bot,
		{
			...fileField,
			hint: 'The name of the input field containing a CSV file with the columns firstName, lastName, salutation, cellPhoneNumber, cellPhoneCountryCode and cellPhoneExtension',
		},
	],
	run: async (call) => {
		const { api, fields } = call;
		const form = await fileForm(call, { from: fields.get('binaryField'), part: 'result_file' });
		const answer = await api.call('contact.import', { path: botOf(fields), body: form });
		return api.rowsIn(answer, answer);
	},
});

export const contacts = resource(
	'Contact',
	getMany,
	create,
	createMany(simplify),
	importFile,
	update,
	updateMany,
	removal({
		id: 'contact.delete',
		what: 'contact',
		description: 'Remove a contact',
		check,
		fields: [bot, contact],
	}),
	deleteMany,
);
