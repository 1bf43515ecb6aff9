import { nameValueRows } from '../shared/fields/commonFields';
import { field, fieldList, type Field } from '../shared/fields/field';
import type { Fields, FieldsOf, PairRows } from '../shared/fields/fields';

/** Attributes that ChatBot.com has a name for, `default_…` (docs/evidence/chatbot-com.md §3.1, §3.4). */
const DEFAULTS: Record<string, string> = {
	avatar: 'Avatar',
	city: 'City',
	country: 'Country',
	id: 'Default ID',
	email: 'Email',
	gender: 'Gender',
	ip: 'IP',
	language: 'Language',
	name: 'Name',
	real_name: 'Real Name',
	referrer: 'Referrer',
	region: 'Region',
	timezone: 'Timezone',
	url: 'URL',
	username: 'Username',
};

/** Those that are documented for one of the two only. */
const ONLY = { creation: ['region', 'username'], update: ['id', 'real_name'] };

export const MAX_ATTRIBUTES = 99;
const MAX_VALUE = 1024;
/** Of `default_name`. */
const MAX_NAME = 256;

const custom = field({
	...nameValueRows(
		'Custom Attributes',
		'customAttributes',
		'Custom Attribute',
		'Attributes of your own. A name has letters, digits, _ and - only.',
	),
	maxEntries: MAX_ATTRIBUTES,
});

const nameOf = (short: string) => `default_${short}`;

/** What is known of a person: attributes of the user's own, and ChatBot.com's but for those of `others`. */
const attributeFields = (others: string[]) =>
	fieldList([
		{
			displayName: 'Attributes',
			name: 'attributes',
			type: 'collection',
			placeholder: 'Add Attribute',
			default: {},
			options: Object.entries(DEFAULTS)
				.filter(([short]) => !others.includes(short))
				.map(
					([short, displayName]): Field => ({
						displayName,
						name: nameOf(short),
						type: 'string',
						default: '',
						maxLength: short === 'name' ? MAX_NAME : MAX_VALUE,
						isId: short === 'id',
					}),
				),
		},
		custom,
	]);

export const forCreation = attributeFields(ONLY.update);

export const forUpdate = attributeFields(ONLY.creation);

/**
 * Names and values of a field of rows, checked as ChatBot.com wants them (docs/evidence/chatbot-com.md §2); undefined without rows.
 * `shortest` is the length of a value at least.
 */
export function checkedPairs<Name extends string>(
	fields: Fields<Record<Name, PairRows>>,
	name: Name,
	shortest = 1,
): Record<string, string> | undefined {
	for (const row of fields.rows(name as never) as PairRows) {
		if (!/^[\w-]{1,128}$/.test(row.get('name'))) {
			row.fail('name', 'is not a name that ChatBot.com takes', 'Use letters, digits, _ and -.');
		}
		// Characters: letters beyond the basic ones take two units of a string.
		const { length } = [...(row.get('value') ?? '')];
		const longest = row.get('name') === nameOf('name') ? MAX_NAME : MAX_VALUE;
		if (length < shortest || length > longest) {
			row.fail('value', `has ${length} characters`, `Use ${shortest} to ${longest}.`);
		}
	}
	return fields.pairs(name);
}

/** The attributes of one item. Throws NodeOperationError when there are none, too many, or one does not fit. */
export function attributesOf(fields: FieldsOf<typeof forUpdate>): Record<string, string> {
	const group = fields.group('attributes');
	const given = group.names.map((name) => [name, group.get(name)]);
	const known = Object.fromEntries(given.filter(([, value]) => value !== undefined));
	const own = checkedPairs(fields, 'customAttributes') ?? {};
	const twice = Object.keys(own).find((name) => Object.hasOwn(known, name));
	if (twice) fields.fail('customAttributes', `give ${twice} again`, "It is among 'Attributes'.");
	const attributes: Record<string, string> = { ...known, ...own };
	const count = Object.keys(attributes).length;
	if (count === 0) fields.fail('attributes', 'is empty', 'Add one at least.');
	if (count > MAX_ATTRIBUTES) {
		fields.fail('attributes', `has ${count} entries`, `Give ${MAX_ATTRIBUTES} at most.`);
	}
	return attributes;
}
