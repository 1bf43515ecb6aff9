import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../nodes/shared/fields/commonFields';
import type { Field } from '../../nodes/shared/fields/field';
import { Fields } from '../../nodes/shared/fields/fields';
import { locator } from '../../nodes/shared/node/pickers';
import { expectEach } from '../support/each';
import { expectRefused, field, source } from '../support/fields';

/** Fields that leave more when they are left out: an expression that gives nothing must not do that. */
const narrow = (more: Partial<Field>): Field => field({ narrows: true, ...more });

/** Reads a field that was entered as `entered` and comes to `value`. */
const read = (described: Field, entered: unknown, value: unknown) =>
	new Fields(source, [described], () => value, { field: entered } as IDataObject).get('field');

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

/** What a field of that kind holds. A picker's value is no list. */
const held = ({ type }: Field, value: unknown) =>
	type === 'resourceLocator' ? { mode: 'id', value } : value;
const nothings = ({ type }: Field) => [
	undefined,
	null,
	'',
	'  ',
	...(type === 'resourceLocator' ? [] : [[]]),
];

test('an expression that gives nothing is refused, whatever the field', async () => {
	const rows = kinds.flatMap(([kind, described]) =>
		nothings(described).map((nothing) => ({ kind, nothing, described })),
	);
	await expectEach(rows, ({ described, nothing }) => {
		const act = () => read(described, held(described, EXPRESSION), held(described, nothing));
		expectRefused(act, 'is empty', EXPLAINED);
		expectRefused(act, 'is empty', 'or remove the field.');
	});
});

test('a field left blank is not set, nor is an expression that gives nothing where none narrows', async () => {
	const rows = kinds.flatMap(([kind, described]) =>
		[undefined, null, '', ' '].map((blank) => ({ kind, blank, described })),
	);
	await expectEach(rows, ({ described, blank }) => {
		const value = held(described, blank);
		expect(read(described, value, value)).toBeUndefined();
		const free = { ...described, narrows: undefined };
		expect(read(free, held(described, EXPRESSION), value)).toBeUndefined();
	});
});

test('what is filled in stays as it is', async () => {
	await expectEach(
		[
			['a text', narrow({}), EXPRESSION, 'abc', 'abc'],
			['a text that is written out', narrow({}), 'abc', 'abc', 'abc'],
			['zero', narrow({ type: 'number' }), EXPRESSION, 0, 0],
			['false', narrow({ type: 'boolean' }), EXPRESSION, false, false],
			['a list', narrow(LIST), EXPRESSION, ['a', 'b'], ['a', 'b']],
			['lists in a list', narrow(LIST), [EXPRESSION], [['a', 'b']], ['a', 'b']],
			['choices', narrow(SEVERAL), ['two'], ['two'], ['two']],
			['a picker', picker(), { mode: 'id', value: EXPRESSION }, { mode: 'id', value: 7 }, '7'],
		],
		([, described, entered, value, expected]) => {
			expect(read(described, entered, value)).toEqual(expected);
		},
	);
});

describe('a list', () => {
	test('that was added and holds nothing is refused', async () => {
		await expectEach(
			[
				['of texts', narrow(LIST)],
				['of choices', narrow(SEVERAL)],
			],
			([, described]) => {
				expectRefused(() => read(described, [], []), 'is empty', EXPLAINED);
			},
		);
	});

	test('of empty entries is empty', async () => {
		await expectEach([[['']], [[EXPRESSION]], [['', EXPRESSION]]], ([entered]) => {
			const values = entered.map(() => undefined);
			expectRefused(() => read(narrow(LIST), entered, values), 'is empty', EXPLAINED);
		});
	});

	test('with a gap has an empty entry', async () => {
		await expectEach(
			[[['a', '']], [['a', ' ', 'b']], [[undefined, 'a']], [['a', [null]]], [[['a', ''], 'b']]],
			([values]) => {
				expectRefused(
					() => read(narrow(LIST), ['a', EXPRESSION], values),
					'has an empty entry',
					'Fill it in, or remove it.',
				);
				// Where it does not narrow, gaps are left out.
				expect(() => read(field(LIST), ['a', EXPRESSION], values)).not.toThrow();
			},
		);
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
		new Fields<{ field: Fields[] }>(source, [described], () => value, {
			field: entered,
		} as IDataObject).rows('field');

	test('that were added without a row are refused', async () => {
		await expectEach([[{}], [{ row: [] }]], ([entered]) => {
			const act = () => rowsOf(table, entered, entered);
			expectRefused(act, 'is empty', 'Without it more would be meant. Add a row, or remove it.');
			expect(rowsOf({ ...table, narrows: undefined }, entered, entered)).toEqual([]);
		});
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
		new Fields<Record<string, Fields>>(source, [described], () => values, {
			[described.name]: entered,
		})
			.group(described.name)
			.get('field');

	const group = field({ name: 'group', type: 'collection', options: [narrow({})] });

	test('what was added as an expression without a value is refused', () => {
		const act = () => grouped(group, { field: EXPRESSION }, { field: null });
		expectRefused(act, 'is empty', EXPLAINED);
	});

	test('what was not added, or left blank, is not set', async () => {
		await expectEach(
			[
				[{}, {}],
				[undefined, {}],
				[{ field: '' }, { field: '' }],
			],
			([entered, values]) => {
				expect(grouped(group, entered, values)).toBeUndefined();
			},
		);
	});

	test('every filter narrows, and no option does unless it says so', () => {
		const act = (name: 'Filters' | 'Options') =>
			grouped(collection(name, [field({})]), { field: EXPRESSION }, { field: '' });
		expectRefused(() => act('Filters'), 'is empty', EXPLAINED);
		expect(act('Options')).toBeUndefined();
	});
});
