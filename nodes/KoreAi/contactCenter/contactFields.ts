import { rowsOf } from '../../shared/call/answers';
import { field, fieldList } from '../../shared/fields/field';
import type { FieldsOf } from '../../shared/fields/fields';
import { isThing } from '../../shared/fields/lists';
import type { NewCenterContact } from '../contract';

const text = <const Name extends string>(
	displayName: string,
	name: Name,
	placeholder: string,
	description?: string,
) =>
	field({
		displayName,
		name,
		type: 'string',
		isName: true,
		default: '',
		required: true,
		placeholder: `e.g. ${placeholder}`,
		description,
	});

/** All that Kore.ai has of a contact, and wants of it (docs/evidence/kore-ai.md §9.8.5). */
export const person = fieldList([
	text('First Name', 'firstName', 'John'),
	text('Last Name', 'lastName', 'Doe'),
	text('Salutation', 'salutation', 'Mr'),
	text('Country Code', 'countryCode', '+91', 'Code of the country with a plus'),
	text('Phone Number', 'phoneNumber', '9876501234', "Digits alone, without the country's code"),
	{
		...text('Extension', 'extension', '+', 'Kore.ai wants one; + in its samples'),
		default: '+',
	},
]);

/** The contact that was entered, as the service takes it. */
export const contactIn = (fields: FieldsOf<typeof person>): NewCenterContact => ({
	firstName: fields.get('firstName'),
	lastName: fields.get('lastName'),
	salutation: fields.get('salutation'),
	cellPhone: {
		phoneNumber: fields.get('phoneNumber'),
		countryCode: fields.get('countryCode'),
		extension: fields.get('extension'),
	},
});

const SAMPLE =
	'"firstName": "John", "lastName": "Doe", "salutation": "Mr", "cellPhone": { "phoneNumber": "9876501234", "countryCode": "+91", "extension": "+" }';

/** Contacts as a list, which an expression may make of all items. */
export const contactsJson = (hasId: boolean) =>
	field({
		displayName: 'Contacts (JSON)',
		name: 'contacts',
		type: 'json',
		default: `[{ ${hasId ? '"id": "667e48f7c8b972fc6911a2b3", ' : ''}${SAMPLE} }]`,
		required: true,
		description: 'A list of contacts. An expression may give it; all are sent in one call.',
	});

const TEXTS = ['firstName', 'lastName', 'salutation'];
const PHONE = ['phoneNumber', 'countryCode', 'extension'];

const hasTexts = (value: unknown, names: string[]) =>
	isThing(value) && names.every((name) => typeof value[name] === 'string' && value[name] !== '');

/** The list. Throws NodeOperationError when it is none of whole contacts. */
export function contactsIn<Contact extends NewCenterContact>(
	fields: FieldsOf<[ReturnType<typeof contactsJson>]>,
	...more: Array<keyof Contact & string>
): Contact[] {
	const rows = rowsOf(fields.get('contacts'));
	const isWhole = rows?.every(
		(row) => hasTexts(row, [...more, ...TEXTS]) && hasTexts(row.cellPhone, PHONE),
	);
	if (rows && rows.length > 0 && isWhole) return rows as unknown as Contact[];
	const names = [...more, ...TEXTS].join(', ');
	return fields.fail(
		'contacts',
		'is no list of contacts',
		`Give a list of objects, each with ${names} and cellPhone, which has ${PHONE.join(', ')}: all as texts.`,
	);
}
