import type { DateTime } from 'luxon';

import type { Field } from '../../nodes/shared/fields/field';
import { Fields, type PairRows } from '../../nodes/shared/fields/fields';
import { expectEach } from '../support/each';
import { expectRefused, field, refusalOf, source } from '../support/fields';

describe('groups, rows and pairs', () => {
	const inner = field({ displayName: 'Inner Name', name: 'inner', maxLength: 3 });
	const group = field({ name: 'group', type: 'collection', options: [inner] });
	const rows = field({
		displayName: 'Rows',
		name: 'rows',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		options: [
			{
				displayName: 'Row',
				name: 'row',
				values: [
					field({ displayName: 'Name', name: 'name', required: true }),
					field({ displayName: 'Value', name: 'value' }),
				],
			},
		],
	});
	const fields = (values: Record<string, unknown>) =>
		new Fields<{ group: Fields<{ inner?: string }>; rows: PairRows }>(
			source,
			[group, rows],
			(name) => values[name],
		);

	test('a group gives what was added, checked', () => {
		expect(
			fields({ group: { inner: 'abc' } })
				.group('group')
				.get('inner'),
		).toBe('abc');
		for (const empty of [undefined, null, {}]) {
			expect(fields({ group: empty }).group('group').get('inner')).toBeUndefined();
		}
		const act = () =>
			fields({ group: { inner: 'abcd' } })
				.group('group')
				.get('inner');
		expectRefused(act, 'has 4 characters', '3', 'Inner Name');
	});

	test('rows give each row', () => {
		const given = { row: [{ name: 'a', value: 1 }, { name: 'b' }] };
		const found = fields({ rows: given })
			.rows('rows')
			.map((row) => [row.get('name'), row.get('value')]);
		expect(found).toEqual([
			['a', '1'],
			['b', undefined],
		]);
		for (const empty of [undefined, null, {}, { row: [] }]) {
			expect(fields({ rows: empty }).rows('rows')).toEqual([]);
		}
	});

	test('pairs are one object', () => {
		const given = { row: [{ name: 'a', value: 1 }, { name: 'b' }] };
		expect(fields({ rows: given }).pairs('rows')).toEqual({ a: '1', b: '' });
		expect(fields({ rows: {} }).pairs('rows')).toBeUndefined();
		const act = () => fields({ rows: { row: [{ name: '', value: 'x' }] } }).pairs('rows');
		expectRefused(act, 'is empty', 'Fill it in', 'Name');
	});

	test('a field can be rejected in its own words', () => {
		const act = () => fields({}).fail('rows', 'holds nothing', 'Add a row.');
		expectRefused(act, 'holds nothing', 'Add a row.', 'Rows');
	});

	test('a field that does not exist is named', () => {
		expect(refusalOf(() => fields({}).get('nobody' as 'rows')).message).toContain("'nobody'");
	});
});

const options = (name: string, ...names: string[]) =>
	field({
		name,
		type: 'collection',
		options: names.map((inner) => field({ name: inner, type: 'number' })),
	});

type Windowed = { returnAll: boolean; limit: number };

describe('the window of a list', () => {
	const list = [
		field({ name: 'returnAll', type: 'boolean' }),
		field({
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
		}),
		field({
			name: 'options',
			type: 'collection',
			options: [field({ name: 'pageSize', type: 'number' })],
		}),
	];
	const window = (values: Record<string, unknown>) =>
		new Fields<Windowed>(source, list, (name) => values[name]).window();

	test('is all of it, or up to the limit, in pages of a size', async () => {
		await expectEach(
			[
				[
					{ returnAll: true, limit: 5 },
					{ limit: undefined, pageSize: undefined },
				],
				[
					{ returnAll: false, limit: 5 },
					{ limit: 5, pageSize: undefined },
				],
				[{}, { limit: 50, pageSize: undefined }],
				[
					{ limit: '3', options: { pageSize: 7 } },
					{ limit: 3, pageSize: 7 },
				],
			],
			([values, expected]) => {
				expect(window(values)).toEqual(expected);
			},
		);
	});

	test('of no rows is refused', () => {
		expectRefused(() => window({ limit: 0 }), 'cannot be 0', 'at least 1', 'Limit');
	});
});

test.each<[string, Field[], number | undefined]>([
	['no options', [], undefined],
	['another option', [options('options', 'other')], undefined],
	['options of another name', [options('more', 'pageSize')], undefined],
	['options that are none', [field({ name: 'options' })], undefined],
	['Page Size among its options', [options('options', 'other', 'pageSize')], 7],
])('a list with %s', (_, more, pageSize) => {
	const values: Record<string, unknown> = { returnAll: true, options: { pageSize: 7 } };
	const list = [field({ name: 'returnAll', type: 'boolean' }), ...more];
	const read = new Fields<Windowed>(source, list, (name) => values[name]);
	expect(read.window('id', 'on')).toEqual({ key: ['id', 'on'], pageSize });
});

describe('a date that must not be before another', () => {
	const dates = [
		field({ displayName: 'From', name: 'from', type: 'dateTime' }),
		field({ displayName: 'To', name: 'to', type: 'dateTime', notBefore: 'from' }),
	];
	const to = (values: Record<string, unknown>) =>
		new Fields<{ to?: DateTime }>(source, dates, (name) => values[name]).get('to')?.toISODate();

	test.each([
		[{}, undefined],
		[{ from: '2026-01-01' }, undefined],
		[{ to: '2026-01-01' }, '2026-01-01'],
		[{ from: '2026-01-01', to: '2026-01-01' }, '2026-01-01'],
	])('%j', (values, expected) => {
		expect(to(values)).toBe(expected);
	});

	test('is refused when it is', () => {
		expectRefused(
			() => to({ from: '2026-01-02', to: '2026-01-01' }),
			"is before 'From'",
			'later date',
			'To',
		);
	});
});

describe('a value that an expression does not give', () => {
	const options = [
		{ name: 'One', value: 'one' },
		{ name: 'Two', value: 'two' },
	];
	const described = [
		field({ name: 'flag', type: 'boolean', default: true }),
		field({ name: 'number', type: 'number', default: 7 }),
		field({ name: 'choice', type: 'options', options, default: 'two' }),
		field({ name: 'text', default: 'abc' }),
		field({ name: 'date', type: 'dateTime', default: '2026-01-01' }),
	];
	const names = described.map(({ name }) => name);
	const valuesIn = (fields: Fields) => names.map((name) => fields.get(name));

	test.each([undefined, null, '', ' '])(
		'(%j) is the default of a switch, number or choice',
		(blank) => {
			const fields = new Fields(source, described, () => blank);
			expect(valuesIn(fields)).toEqual([true, 7, 'two', undefined, undefined]);
		},
	);

	test('is the default of those in a collection that the user added, and no value of the others', () => {
		const group = field({ name: 'group', type: 'collection', options: described });
		const added = new Fields<{ group: Fields }>(source, [group], () => ({
			flag: '',
			number: null,
			choice: undefined,
			text: '',
			date: '',
		}));
		expect(valuesIn(added.group('group'))).toEqual([true, 7, 'two', undefined, undefined]);
		const none = new Fields<{ group: Fields }>(source, [group], () => ({}));
		expect(valuesIn(none.group('group'))).toEqual(names.map(() => undefined));
	});

	test('is the default in a row', () => {
		const table = field({
			name: 'table',
			type: 'fixedCollection',
			options: [{ displayName: 'Row', name: 'row', values: described }],
		});
		const fields = new Fields<{ table: Fields[] }>(source, [table], () => ({ row: [{}] }));
		expect(fields.rows('table').map(valuesIn)).toEqual([[true, 7, 'two', undefined, undefined]]);
	});
});
