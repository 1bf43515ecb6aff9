import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../nodes/shared/fields/commonFields';
import { Fields, type Field } from '../../nodes/shared/fields/fields';
import { locator } from '../../nodes/shared/node/pickers';
import { expectRefused, field, source } from '../support/fields';

/** Fields that leave more when they are left out: an expression that gives nothing must not do that. */
const narrow = (more: Partial<Field>): Field => field({ narrows: true, ...more });

/** Reads a field that was entered as `entered` and comes to `value`. */
const read = (described: Field, entered: unknown, value: unknown) =>
	new Fields(source, [described], () => value, { field: entered } as IDataObject).get<unknown>(
		'field',
	);

const EXPRESSION = '={{ $json.none }}';
const EXPLAINED = 'What it is read from gives nothing here, and without it more would be meant.';

const LIST: Partial<Field> = { typeOptions: { multipleValues: true } };
const options = [
	{ name: 'One', value: 'one' },
	{ name: 'Two', value: 'two' },
];
const SEVERAL: Partial<Field> = { type: 'multiOptions', options };
const picker = (more: Partial<Field> = {}): Field => ({
	...locator({ displayName: 'Shown Name', name: 'field', description: '', id: '1', narrows: true }),
	required: false,
	...more,
});

const kinds: Array<[string, Field]> = [
	['a text', narrow({})],
	['a date', narrow({ type: 'dateTime' })],
	['a number', narrow({ type: 'number' })],
	['JSON', narrow({ type: 'json' })],
	['a choice', narrow({ type: 'options', options })],
	['a list', narrow(LIST)],
	['several choices', narrow(SEVERAL)],
	['a picker', picker()],
];

describe.each(kinds)('%s', (_, described) => {
	const wrap = (value: unknown) =>
		described.type === 'resourceLocator' ? { mode: 'id', value } : value;

	// A picker's value is no list.
	const nothing = described.type === 'resourceLocator' ? [] : [[]];

	test.each([undefined, null, '', '  ', ...nothing])('read as %j is refused', (value) => {
		const act = () => read(described, wrap(EXPRESSION), wrap(value));
		expectRefused(act, 'is empty', EXPLAINED);
		expectRefused(act, 'is empty', 'or remove the field.');
	});

	test.each([undefined, null, '', ' '])('left blank (%j) is not set', (value) => {
		expect(read(described, wrap(value), wrap(value))).toBeUndefined();
		expect(read({ ...described, narrows: undefined }, wrap(EXPRESSION), wrap(value))).toBe(
			undefined,
		);
	});
});

test.each([
	['a text', narrow({}), EXPRESSION, 'abc', 'abc'],
	['a text that is written out', narrow({}), 'abc', 'abc', 'abc'],
	['zero', narrow({ type: 'number' }), EXPRESSION, 0, 0],
	['false', narrow({ type: 'boolean' }), EXPRESSION, false, false],
	['a list', narrow(LIST), EXPRESSION, ['a', 'b'], ['a', 'b']],
	['lists in a list', narrow(LIST), [EXPRESSION], [['a', 'b']], ['a', 'b']],
	['choices', narrow(SEVERAL), ['two'], ['two'], ['two']],
	['a picker', picker(), { mode: 'id', value: EXPRESSION }, { mode: 'id', value: 7 }, '7'],
])('%s that is filled in stays as it is', (_, described, entered, value, expected) => {
	expect(read(described, entered, value)).toEqual(expected);
});

describe('a list', () => {
	test.each([
		['of texts', narrow(LIST)],
		['of choices', narrow(SEVERAL)],
	])('%s that was added and holds nothing is refused', (_, described) => {
		expectRefused(() => read(described, [], []), 'is empty', EXPLAINED);
	});

	test.each([[['']], [[EXPRESSION]], [['', EXPRESSION]]])('of %j is empty', (entered) => {
		const values = entered.map(() => undefined);
		expectRefused(() => read(narrow(LIST), entered, values), 'is empty', EXPLAINED);
	});

	test.each([
		[['a', '']],
		[['a', ' ', 'b']],
		[[undefined, 'a']],
		[['a', [null]]],
		[[['a', ''], 'b']],
	])('with %j has an empty entry', (values) => {
		expectRefused(
			() => read(narrow(LIST), ['a', EXPRESSION], values),
			'has an empty entry',
			'Fill it in, or remove it.',
		);
		// Where it does not narrow, gaps are left out.
		expect(() => read(field(LIST), ['a', EXPRESSION], values)).not.toThrow();
	});
});

test('a required field that narrows is refused as any other', () => {
	for (const entered of [EXPRESSION, '']) {
		const act = () => read(narrow({ required: true }), entered, '');
		expectRefused(act, 'is empty', 'Fill it in, or correct the expression it is read from.');
	}
});

test('choices with an empty one among them have an empty entry', () => {
	const act = () => read(narrow(SEVERAL), EXPRESSION, ['one', '']);
	expectRefused(act, 'has an empty entry', 'Fill it in, or remove it.');
});

describe('rows', () => {
	const table = narrow({
		type: 'fixedCollection',
		options: [{ displayName: 'Row', name: 'row', values: [field({ name: 'name' })] }],
	});
	const rowsOf = (described: Field, entered: unknown, value: unknown) =>
		new Fields(source, [described], () => value, { field: entered } as IDataObject).rows('field');

	test.each([[{}], [{ row: [] }]])('that were added as %j are refused', (entered) => {
		const act = () => rowsOf(table, entered, entered);
		expectRefused(act, 'is empty', 'Without it more would be meant. Add a row, or remove it.');
		expect(rowsOf({ ...table, narrows: undefined }, entered, entered)).toEqual([]);
	});

	test('that were not added are none', () => {
		expect(rowsOf(table, undefined, undefined)).toEqual([]);
	});

	test('that are there stay', () => {
		const given = { row: [{ name: 'a' }] };
		expect(rowsOf(table, given, given).map((row) => row.get('name'))).toEqual(['a']);
	});
});

describe('in a collection', () => {
	const grouped = (described: Field, entered: IDataObject | undefined, values: IDataObject) =>
		new Fields(source, [described], () => values, { [described.name]: entered })
			.group(described.name)
			.get<unknown>('field');

	const group = field({ name: 'group', type: 'collection', options: [narrow({})] });

	test('what was added as an expression without a value is refused', () => {
		const act = () => grouped(group, { field: EXPRESSION }, { field: null });
		expectRefused(act, 'is empty', EXPLAINED);
	});

	test.each([
		[{}, {}],
		[undefined, {}],
		[{ field: '' }, { field: '' }],
	])('entered as %j it is not set', (entered, values) => {
		expect(grouped(group, entered, values)).toBeUndefined();
	});

	test('every filter narrows, and no option does unless it says so', () => {
		const act = (name: 'Filters' | 'Options') =>
			grouped(collection(name, [field({})]), { field: EXPRESSION }, { field: '' });
		expectRefused(() => act('Filters'), 'is empty', EXPLAINED);
		expect(act('Options')).toBeUndefined();
	});
});
