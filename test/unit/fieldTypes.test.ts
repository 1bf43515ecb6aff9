import type { DateTime } from 'luxon';

import { collection } from '../../nodes/shared/fields/commonFields';
import { fieldList } from '../../nodes/shared/fields/field';
import { Fields, type FieldsOf } from '../../nodes/shared/fields/fields';
import { source } from '../support/fields';

const described = fieldList([
	{ displayName: 'Name', name: 'name', type: 'string', default: '', required: true },
	{ displayName: 'Note', name: 'note', type: 'string', default: '' },
	{ displayName: 'Count', name: 'count', type: 'number', default: 3 },
	{ displayName: 'Size', name: 'size', type: 'number', default: '' },
	{ displayName: 'On', name: 'on', type: 'boolean', default: true },
	{ displayName: 'At', name: 'at', type: 'dateTime', default: '' },
	{
		displayName: 'Kind',
		name: 'kind',
		type: 'options',
		options: [
			{ name: 'A', value: 'a' },
			{ name: 'B', value: 'b' },
		],
		default: 'a',
	},
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'string',
		typeOptions: { multipleValues: true },
		default: [],
		required: true,
	},
	collection('Options', [{ displayName: 'Deep', name: 'deep', type: 'boolean', default: false }]),
	{
		displayName: 'Rows',
		name: 'rows',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Row',
				name: 'row',
				values: [
					{ displayName: 'Word', name: 'word', type: 'string', default: '', required: true },
				],
			},
		],
	},
]);

const values: Record<string, unknown> = {
	name: 'n',
	tags: ['t'],
	options: { deep: 'true' },
	rows: { row: [{ word: 'w' }] },
};

/** `npm run types` is what judges here: each line has the type that it claims, or an error where one is expected. */
test("a field's value has the type that its description gives it", () => {
	const fields: FieldsOf<typeof described> = new Fields(source, described, (name) => values[name]);
	const name: string = fields.get('name');
	const note: string | undefined = fields.get('note');
	const count: number = fields.get('count');
	const size: number | undefined = fields.get('size');
	const on: boolean = fields.get('on');
	const at: DateTime | undefined = fields.get('at');
	const kind: 'a' | 'b' = fields.get('kind');
	const tags: string[] = fields.get('tags');
	const deep: boolean | undefined = fields.group('options').get('deep');
	const words: string[] = fields.rows('rows').map((row) => row.get('word'));
	expect([name, note, count, size, on, at, kind, tags, deep, words]).toEqual([
		'n',
		undefined,
		3,
		undefined,
		true,
		undefined,
		'a',
		['t'],
		true,
		['w'],
	]);
	const needs = (part: Fields<{ name: string }>) => part.get('name');
	expect(needs(fields)).toBe('n');
});

test('a misspelt name or a wrong use does not compile', () => {
	const fields: FieldsOf<typeof described> = new Fields(source, described, (name) => values[name]);
	// @ts-expect-error: no field has this name
	expect(() => fields.get('nmae')).toThrow("'nmae'");
	// @ts-expect-error: it may be undefined
	const note: string = fields.get('note');
	// @ts-expect-error: it is one of two texts
	const kind: 'c' = fields.get('kind');
	const textOf = (part: Fields<{ tags: string[] }>) => part.get('tags');
	const datesOf = (part: Fields<{ tags: DateTime[] }>) => part.get('tags');
	// @ts-expect-error: they are texts
	expect(datesOf(fields)).toEqual(textOf(fields));
	// @ts-expect-error: no collection
	expect(() => fields.group('name')).toThrow("'Name' is no object");
	// @ts-expect-error: no rows
	expect(() => fields.rows('options')).toThrow("'Options' is no object in row 1");
	expect([note, kind]).toEqual([undefined, 'a']);
});
