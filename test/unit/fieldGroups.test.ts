import { Fields } from '../../nodes/shared/fields/fields';
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
		new Fields(source, [group, rows], (name) => values[name]);

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
		const act = () => fields({}).reject('rows', 'holds nothing', 'Add a row.');
		expectRefused(act, 'holds nothing', 'Add a row.', 'Rows');
	});

	test('a field that does not exist is named', () => {
		expect(refusalOf(() => fields({}).get('nobody')).message).toContain("'nobody'");
	});
});

describe('the window of a list', () => {
	const list = [
		field({ name: 'returnAll', type: 'boolean' }),
		field({ displayName: 'Limit', name: 'limit', type: 'number', typeOptions: { minValue: 1 } }),
		field({
			name: 'options',
			type: 'collection',
			options: [field({ name: 'pageSize', type: 'number' })],
		}),
	];
	const window = (values: Record<string, unknown>) =>
		new Fields(source, list, (name) => values[name]).window();

	test.each([
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
	])('%j', (values, expected) => {
		expect(window(values)).toEqual(expected);
	});

	test('of no rows is refused', () => {
		expectRefused(() => window({ limit: 0 }), 'cannot be 0', 'at least 1', 'Limit');
	});
});

test('a list without the option Page Size leaves it to the service', () => {
	const list = [field({ name: 'returnAll', type: 'boolean' })];
	expect(new Fields(source, list, () => true).window('id')).toEqual({ key: 'id' });
});

describe('a period', () => {
	const dates = ['From', 'To'].map((displayName) =>
		field({ displayName, name: displayName.toLowerCase(), type: 'dateTime' }),
	);
	const period = (values: Record<string, unknown>) =>
		new Fields(source, dates, (name) => values[name]).period('from', 'to');

	test.each([
		[{}, [undefined, undefined]],
		[{ from: '2026-01-01' }, ['2026-01-01', undefined]],
		[{ to: '2026-01-01' }, [undefined, '2026-01-01']],
		[{ from: '2026-01-01', to: '2026-01-01' }, ['2026-01-01', '2026-01-01']],
	])('%j', (values, expected) => {
		const { from, to } = period(values);
		expect([from?.toISODate(), to?.toISODate()]).toEqual(expected);
	});

	test('that ends before it begins is refused', () => {
		expectRefused(
			() => period({ from: '2026-01-02', to: '2026-01-01' }),
			"is before 'From'",
			'later date',
			'To',
		);
	});
});
