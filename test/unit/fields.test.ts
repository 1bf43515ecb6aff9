import fc from 'fast-check';
import { DateTime } from 'luxon';

import type { Field } from '../../nodes/shared/fields/field';
import { Fields } from '../../nodes/shared/fields/fields';
import { expectEach } from '../support/each';
import { expectRefused, field, read, refusalOf, source } from '../support/fields';

const options = [
	{ name: 'One', value: 'one' },
	{ name: 'Two', value: 'two' },
];
const OPEN = { options, allowArbitraryValues: true };
const modes: Field['modes'] = [
	{ displayName: 'From List', name: 'list', type: 'list' },
	{ displayName: 'By ID', name: 'id', type: 'string' },
	{
		displayName: 'By URL',
		name: 'url',
		type: 'string',
		extractValue: { type: 'regex', regex: '/bot/([^/?#]+)' },
	},
];

const accepted: Array<[string, Partial<Field>, unknown, unknown]> = [
	['text', {}, 'text', 'text'],
	['text from a number', {}, 0, '0'],
	['text from a boolean', {}, false, 'false'],
	['text of the longest', { maxLength: 3 }, 'abc', 'abc'],
	['text of the shortest', { minLength: 3 }, 'abc', 'abc'],
	['text of letters that take two units', { minLength: 2, maxLength: 2 }, '🙂🙂', '🙂🙂'],
	['number', { type: 'number' }, 1.5, 1.5],
	['number 0', { type: 'number' }, 0, 0],
	['number from text', { type: 'number' }, ' 42 ', 42],
	['smallest number', { type: 'number', typeOptions: { minValue: 100 } }, 100, 100],
	['largest number', { type: 'number', typeOptions: { maxValue: 1000 } }, '1000', 1000],
	['whole number', { type: 'number', typeOptions: { numberPrecision: 0 } }, '2.0', 2],
	['true', { type: 'boolean' }, true, true],
	['false', { type: 'boolean' }, false, false],
	['true as text', { type: 'boolean' }, 'True', true],
	['false as text', { type: 'boolean' }, 'false', false],
	['option', { type: 'options', options }, 'two', 'two'],
	['options', { type: 'multiOptions', options }, ['two', 'one'], ['two', 'one']],
	['one option alone', { type: 'multiOptions', options }, 'one', ['one']],
	['options as a JSON text', { type: 'multiOptions', options }, '["two", "one"]', ['two', 'one']],
	['an option of an open list', { ...OPEN, type: 'options' }, 'three', 'three'],
	[
		'options of an open list',
		{ ...OPEN, type: 'multiOptions' },
		['one', 'three'],
		['one', 'three'],
	],
	[
		'an option that only the service knows',
		{ type: 'multiOptions', typeOptions: { loadOptionsMethod: 'all' } },
		['a'],
		['a'],
	],
	['JSON', { type: 'json' }, '{ "a": [1] }', { a: [1] }],
	['JSON from an expression', { type: 'json' }, [{ a: 1 }], [{ a: 1 }]],
	['locator by ID', { type: 'resourceLocator', modes }, { mode: 'id', value: ' 12 ' }, '12'],
	['locator with a number', { type: 'resourceLocator', modes }, { mode: 'id', value: 12 }, '12'],
	['locator from the list', { type: 'resourceLocator', modes }, { mode: 'list', value: 'a' }, 'a'],
	['locator as text alone', { type: 'resourceLocator', modes }, 'abc', 'abc'],
	[
		'locator in a mode of its own',
		{ type: 'resourceLocator', modes },
		{ mode: 'x', value: 'a' },
		'a',
	],
	['locator of more than dots', { type: 'resourceLocator', modes }, '.a', '.a'],
	[
		'locator by URL',
		{ type: 'resourceLocator', modes },
		{ mode: 'url', value: 'https://a.example/bot/b-1/create?x=1' },
		'b-1',
	],
];

test("a value of the field's type is accepted, and so it is where one is required", async () => {
	await expectEach(accepted, ([, more, value, expected]) => {
		expect(read(more, value)).toEqual(expected);
		expect(read({ ...more, required: true }, value)).toEqual(expected);
	});
});

const refused: Array<[string, Partial<Field>, unknown, string, string]> = [
	['an object as text', {}, { a: 1 }, 'is not a text', 'object'],
	['a list as text', {}, ['a'], 'is not a text', 'list'],
	['too long a text', { maxLength: 3 }, 'abcd', 'has 4 characters', '3 or fewer'],
	['too short a text', { minLength: 3 }, 'ab', 'has 2 characters', 'at least 3'],
	[
		'too short a text of one letter',
		{ minLength: 3 },
		'a',
		'has 1 character [item 7]',
		'at least 3',
	],
	['too short a text of long letters', { minLength: 3 }, '🙂🙂', 'has 2 characters', 'at least 3'],
	['too long a text of long letters', { maxLength: 1 }, '🙂🙂', 'has 2 characters', '1 or fewer'],
	[
		'too many of a list',
		{ typeOptions: { multipleValues: true }, maxEntries: 2 },
		['a', 'b', 'c'],
		'has 3 entries',
		'2 at most',
	],
	['too many of a JSON list', { type: 'json', maxEntries: 1 }, '[1, 2]', 'has 2 entries', '1 at'],
	['text as number', { type: 'number' }, 'abc', 'cannot be "abc"', 'number'],
	['an object as number', { type: 'number' }, { a: 1 }, 'cannot be', 'number'],
	['a boolean as number', { type: 'number' }, true, 'cannot be true', 'number'],
	['no number', { type: 'number' }, NaN, 'cannot be', 'number'],
	[
		'a part',
		{ type: 'number', typeOptions: { numberPrecision: 0 } },
		2.5,
		'cannot be 2.5',
		'whole',
	],
	['endless', { type: 'number' }, 'Infinity', 'cannot be', 'number'],
	[
		'too small a number',
		{ type: 'number', typeOptions: { minValue: 100, maxValue: 1000 } },
		99,
		'cannot be 99',
		'at least 100',
	],
	[
		'too large a number',
		{ type: 'number', typeOptions: { maxValue: 1000 } },
		1001,
		'cannot be 1001',
		'at most 1000',
	],
	['an unknown option', { type: 'options', options }, 'three', "cannot be 'three'", 'one, two'],
	[
		'one unknown of the options',
		{ type: 'multiOptions', options },
		['one', 'three'],
		"cannot be 'three'",
		'one, two',
	],
	['broken JSON', { type: 'json' }, '{ "a": ', 'is not valid JSON', 'quotes'],
	['a dot as locator', { type: 'resourceLocator', modes }, '.', 'holds no ID', 'By ID'],
	['two dots as locator', { type: 'resourceLocator', modes }, '..', 'holds no ID', 'By ID'],
	['no date', { type: 'dateTime' }, 'next week', 'is not a date', 'ISO 8601'],
	[
		'a URL without an ID',
		{ type: 'resourceLocator', modes },
		{ mode: 'url', value: 'https://a.example/' },
		'holds no ID',
		'By ID',
	],
	[
		'an object as locator',
		{ type: 'resourceLocator', modes },
		{ mode: 'id', value: { id: 12 } },
		'is not a text',
		'object',
	],
];

test('another value is refused, with a way out', async () => {
	await expectEach(refused, ([, more, value, what, wayOut]) => {
		expectRefused(() => read(more, value), what, wayOut);
	});
});

test('a choice is told what there is: the name too, where it says more than the value', () => {
	const offered = [
		{ name: 'In Progress', value: 'in_progress' },
		{ name: 'Over', value: 'done' },
		{ name: '7', value: 7 },
		{ name: 'Daily', value: 'Daily' },
	];
	const { description } = refusalOf(() => read({ type: 'options', options: offered }, 'x'));
	expect(description).toBe('Use one of: in_progress, done (Over), 7, Daily.');
});

test('a message begins with the field and ends with the item', () => {
	const { message } = refusalOf(() => read({ required: true }, ''));
	expect(message).toBe("'Shown Name' is empty [item 7]");
});

test.each<[string, Field['typeOptions']]>([
	['Use a number.', undefined],
	['Use a whole number.', { numberPrecision: 0 }],
	['Use a number.', { numberPrecision: 2 }],
	['Use a number of at least 1.', { minValue: 1 }],
	['Use a number of at most 9.', { maxValue: 9 }],
	[
		'Use a whole number of at least 1 and at most 9.',
		{ minValue: 1, maxValue: 9, numberPrecision: 0 },
	],
])('%s is what a number is told', (wayOut, typeOptions) => {
	const { description } = refusalOf(() => read({ type: 'number', typeOptions }, 'abc'));
	expect(description).toBe(wayOut);
});

const types: Array<Partial<Field>> = [
	{},
	{ type: 'number' },
	{ type: 'boolean' },
	{ type: 'dateTime' },
	{ type: 'json' },
	{ type: 'options', options },
	{ type: 'multiOptions', options },
	{ type: 'resourceLocator', modes },
	{ typeOptions: { multipleValues: true } },
];
const empties = ['', '  ', '\n', null, undefined];

test('an empty value is undefined, and refused when required', async () => {
	const rows = types.flatMap((more) => empties.map((value) => [more, value] as const));
	await expectEach(rows, ([more, value]) => {
		expect(read(more, value)).toBeUndefined();
		expectRefused(() => read({ ...more, required: true }, value), 'is empty', 'Fill it in');
	});
});

test('a list of nothing is undefined, and refused when required', async () => {
	const rows = types.flatMap((more) =>
		[[], [''], [' \n'], [null]].map((value) => ({ more, value })),
	);
	await expectEach(rows, ({ more, value }) => {
		expect(read(more, value)).toBeUndefined();
		expectRefused(() => read({ ...more, required: true }, value), 'is empty', 'Fill it in');
	});
});

test('a locator without a value is empty, whatever its mode', async () => {
	const more: Partial<Field> = { type: 'resourceLocator', modes };
	const rows = ['list', 'id', 'url'].flatMap((mode) => empties.map((value) => ({ mode, value })));
	await expectEach(rows, ({ mode, value }) => {
		expect(read(more, { mode, value })).toBeUndefined();
		const act = () => read({ ...more, required: true }, { mode, value });
		expectRefused(act, 'is empty', 'Fill it in');
	});
});

test('no list is as empty as an empty one', () => {
	const act = () => read({ type: 'multiOptions', options, required: true }, []);
	expectRefused(act, 'is empty', 'Fill it in');
});

describe('dates', () => {
	test('are in the workflow zone', async () => {
		await expectEach(['2025-05-05T05:05:05', '2025-05-04T22:05:05Z', 1746396305], (value) => {
			const date = read({ type: 'dateTime' }, value) as DateTime;
			expect(date.toISO()).toBe('2025-05-05T05:05:05.000+07:00');
			expect(date.zoneName).toBe('Asia/Bangkok');
		});
	});
});

describe('lists', () => {
	const list: Partial<Field> = { typeOptions: { multipleValues: true } };

	test('are flat and without gaps', async () => {
		await expectEach(
			[
				[['a', 'b']],
				[[['a', 'b']]],
				[[['a'], ['', 'b', null]]],
				[['a', ' ', undefined, 'b']],
				['["a", "b"]'],
				[[' ["a",\n"b"] ']],
			],
			([value]) => {
				expect(read(list, value)).toEqual(['a', 'b']);
			},
		);
	});

	test('as many as a list may have', () => {
		expect(read({ ...list, maxEntries: 2 }, ['a', 'b'])).toEqual(['a', 'b']);
	});

	test('one value is a list too', () => {
		expect(read(list, 'a')).toEqual(['a']);
	});

	test('are not read from a text that is no JSON list of texts', async () => {
		await expectEach([['[1]'], ['["a" and "b"]'], ['[a]'], ['say ["a"]']], ([text]) => {
			expect(read(list, text)).toEqual([text]);
		});
	});

	test('without an entry are empty', async () => {
		await expectEach([[[]], [['', null]], [[[]]], ['[]']], ([value]) => {
			expect(read(list, value)).toBeUndefined();
			expectRefused(() => read({ ...list, required: true }, value), 'is empty', 'Fill it in');
		});
	});

	test('each value is checked', () => {
		expectRefused(() => read({ ...list, maxLength: 2 }, ['ab', 'abc']), 'has 3 characters', '2');
		expectRefused(() => read(list, ['a', { b: 1 }]), 'is not a text', 'object');
	});
});

describe('limits hold for every number', () => {
	test('inside is accepted, outside is refused', () => {
		const limits: Partial<Field> = {
			type: 'number',
			typeOptions: { minValue: 100, maxValue: 1000 },
		};
		fc.assert(
			fc.property(fc.integer({ min: -10_000, max: 10_000 }), fc.boolean(), (number, asText) => {
				const value = asText ? String(number) : number;
				if (number >= 100 && number <= 1000) expect(read(limits, value)).toBe(number);
				else expectRefused(() => read(limits, value), 'cannot be', 'at least 100');
			}),
		);
	});
});

test('a value is evaluated once', () => {
	const evaluate = jest.fn(() => 'text');
	const fields = new Fields(source, [field({})], evaluate);
	expect([fields.get('field'), fields.get('field')]).toEqual(['text', 'text']);
	expect(evaluate).toHaveBeenCalledTimes(1);
});

describe('times of day', () => {
	const time = (value: unknown) => read({ timeOfDay: true, required: true }, value);

	test('have hours and minutes', async () => {
		await expectEach(
			[
				['09:00', '09:00'],
				['9:05', '09:05'],
				[' 17:30 ', '17:30'],
				['23:59:59', '23:59'],
				['00:00', '00:00'],
				['02:30', '02:30'],
				['2026-03-29T02:15:00+07:00', '02:15'],
				['2026-03-29 02:15', '02:15'],
				['09:30:15.250', '09:30'],
				['T08:00', '08:00'],
				['T08:00:00.000Z', '08:00'],
				['08:00Z', '08:00'],
				['08:00+03:00', '08:00'],
				['1899-12-30T08:00:00.000Z', '08:00'],
				['1899-12-30 08:00:00', '08:00'],
				['1899-12-31T08:00:00+01:24', '08:00'],
				['1900-01-01T08:00:00Z', '08:00'],
				['1904-01-01T08:00:00Z', '08:00'],
				['1970-01-01T08:00:00Z', '08:00'],
				['1970-01-01T23:30', '23:30'],
				['0001-01-01T08:00:00Z', '08:00'],
				['2000-01-01T08:00:00Z', '08:00'],
				[new Date('1899-12-30T08:00:00Z'), '08:00'],
				[new Date('1970-01-01T08:00:00Z'), '08:00'],
				[DateTime.fromISO('1970-01-01T08:00:00Z', { zone: 'utc' }), '08:00'],
				[DateTime.fromISO('1970-01-01T08:00', { zone: 'Europe/Warsaw' }), '08:00'],
				['2026-03-29T02:15:00Z', '09:15'],
				[1746396305, '05:05'],
				[new Date('2026-03-29T02:15:00+07:00'), '02:15'],
			],
			([value, expected]) => {
				expect(time(value)).toBe(expected);
			},
		);
	});

	test('of another form are none', async () => {
		await expectEach(
			[
				'0930',
				'1730',
				930,
				1730,
				9,
				0.375,
				'24:00',
				'25:00',
				'09:60',
				'09:000',
				'09:00 pm',
				'T24:00',
				'09:00+0',
				'1230T09:00',
				'202601310900',
				'2026-11-20',
				'nine',
				{},
			],
			(value) => {
				expectRefused(() => time(value), 'is not a time of day', 'such as 09:00');
			},
		);
	});
});

test('a boolean may be a text or a number', async () => {
	await expectEach(
		[
			[true, true],
			[' TRUE ', true],
			[1, true],
			['1', true],
			[false, false],
			['false', false],
			[0, false],
		],
		([value, expected]) => {
			expect(read({ type: 'boolean' }, value)).toBe(expected);
		},
	);
});

test('what reads otherwise is no boolean', async () => {
	await expectEach(['yes', 'on', 2, {}], (value) => {
		expectRefused(() => read({ type: 'boolean' }, value), 'cannot be', 'Use true or false.');
	});
});

test('a number that is no Unix time is no date', async () => {
	await expectEach([2026, 20260131, 0], (value) => {
		expectRefused(() => read({ type: 'dateTime' }, value), 'is not a date', 'ISO 8601');
	});
});
