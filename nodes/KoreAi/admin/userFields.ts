import type { IDataObject } from 'n8n-workflow';

import { texts } from '../../shared/fields/commonFields';
import { field } from '../../shared/fields/field';
import type { Fields } from '../../shared/fields/fields';
import { locator } from '../../shared/node/pickers';

/** A user of the account, by the email that most calls know users by. */
export const user = locator({
	displayName: 'User',
	name: 'user',
	id: 'jane.doe@example.com',
	description: 'The user to work with, by email',
	search: 'users',
});

const text = <const Name extends string>(displayName: string, name: Name, example: string) =>
	field({
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: `e.g. ${example}`,
	});

/** What is known of a person, by the contract's names. */
export const profile = [
	text('City', 'city', 'Warsaw'),
	text('Company', 'companyName', 'Example Ltd.'),
	text('Company Phone', 'companyContactPhone', '48220000000'),
	text('Country', 'country', 'Poland'),
	text('Department', 'dept', 'Support'),
	text('First Name', 'firstName', 'Jane'),
	text('Last Name', 'lastName', 'Doe'),
	text('State', 'state', 'Mazowieckie'),
	text('Street', 'street', 'Prosta 1'),
	text('Suite Number', 'suiteNo', '12'),
	text('Work Number', 'worknumber', '321'),
	text('ZIP Code', 'zip', '00-001'),
] as const;

type Profile = Fields<Record<(typeof profile)[number]['name'], string | undefined>>;

/** Those of them that are filled in. */
export const profileOf = (fields: Profile): IDataObject =>
	Object.fromEntries(
		profile
			.map(({ name }) => [name, fields.get(name)] as const)
			.filter(([, value]) => value !== undefined),
	);

export const groupIds = <const Name extends string>(
	displayName: string,
	name: Name,
	description: string,
) => texts(displayName, name, 'Group ID', 'ids', `${description}, by their ID (e-…)`);

export const canCreateBot = field({
	displayName: 'Can Create Bots',
	name: 'canCreateBot',
	type: 'boolean',
	default: true,
	description: 'Whether the user may create bots, which takes access to the App Builder',
});

export const isDeveloper = field({
	displayName: 'Can Use App Builder',
	name: 'isDeveloper',
	type: 'boolean',
	default: true,
	description: 'Whether the user may use the App Builder',
});
