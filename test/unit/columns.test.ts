import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { Column, byNames, whatIsThere } from '../../nodes/shared/fields/columns';
import { expectEach } from '../support/each';

/** A name as n8n's editor writes it into a field that takes the name of a column, when a value is dragged there. */
const dragged = (...path: Array<string | number>) =>
	path
		.map((step) => {
			if (typeof step === 'number') return `[${step}]`;
			return /^[a-z_$][\w$]*$/i.test(step) ? `.${step}` : `['${step.replaceAll("'", "\\'")}']`;
		})
		.join('')
		.replace(/^\./, '');

/** Column names as spreadsheets have them. n8n does not write a backslash in a way that can be read. */
const columnName = fc
	.oneof(
		fc.constantFrom(
			'phone',
			'Phone Number',
			'Nr tel. [kom.]',
			'a.b',
			"it's",
			'Größe',
			'電話',
			'1',
			'x[0]',
		),
		fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => name.trim() !== ''),
	)
	.filter((name) => !/[\\]/.test(name) && name === name.normalize());

const row = fc.dictionary(columnName, fc.integer(), {
	minKeys: 1,
	maxKeys: 8,
	noNullPrototype: true,
});

test('every column of a row is found by exactly its name, and by what the editor makes of it', () => {
	fc.assert(
		fc.property(row, (json: IDataObject) => {
			for (const [name, value] of Object.entries(json)) {
				expect(new Column(name).valuesIn(json)).toEqual([value]);
				expect(new Column(name).propertyIn(json)).toBe(name);
				if (Object.hasOwn(json, dragged(name))) continue;
				expect(new Column(dragged(name)).valuesIn(json)).toEqual([value]);
				const expression = `{{ $json${/^[[.]/.test(dragged(name)) ? '' : '.'}${dragged(name)} }}`;
				expect(new Column(expression).valuesIn(json)).toEqual([value]);
			}
		}),
		{ numRuns: 500 },
	);
});

test('a path leads into objects and lists, a name of exactly those signs comes first', async () => {
	const json = {
		phones: [{ value: 1 }, { value: 2 }],
		contact: { 'Phone Number': 3, '\uFEFFfax': 4, 'mobile.private': 5 },
		'Nr tel. [kom.]': 6,
		'a.b': 7,
		a: { b: 8, c: 9 },
		'': 10,
		'{{ $json.odd }}': 11,
		odd: 12,
		none: null,
		list: ['x', 'y'],
	} as IDataObject;
	const rows: Array<[string, unknown[]]> = [
		['phones[0].value', [1]],
		['phones[1].value', [2]],
		['phones.1.value', [2]],
		['phones[2].value', []],
		["contact['Phone Number']", [3]],
		['contact["Phone Number"]', [3]],
		['contact.Phone Number', [3]],
		["['contact']['Phone Number']", [3]],
		['contact.fax', [4]],
		["contact['mobile.private']", [5]],
		["['Nr tel. [kom.]']", [6]],
		['Nr tel. [kom.]', [6]],
		['a.b', [7]],
		['a.c', [9]],
		["a['b']", [8]],
		['{{ $json.odd }}', [11]],
		['{{$json.odd}}', [12]],
		['={{ $json.odd }}', [12]],
		['$json.odd', [12]],
		["{{ $json['Nr tel. [kom.]'] }}", [6]],
		['{{ $json.contact["Phone Number"] }}', [3]],
		['{{ $json.phones[1].value }}', [2]],
		['none', [null]],
		['none.deeper', []],
		['list[1]', ['y']],
		['toString', []],
		['__proto__', []],
		['a.constructor', []],
		['missing', []],
	];
	await expectEach(rows, ([written, values]) => {
		expect(new Column(written).valuesIn(json)).toEqual(values);
	});
});

test('invisible characters and blanks around are no hindrance, on either side', async () => {
	const disguises = [
		'\uFEFFphone',
		'phone\u00A0',
		' phone',
		'pho\u00ADne',
		'phone\u200B',
		'\u200Ephone',
	];
	await expectEach(disguises, (name) => {
		expect(new Column('phone').valuesIn({ [name]: 1 })).toEqual([1]);
		expect(new Column('phone').propertyIn({ [name]: 1 })).toBe(name);
		expect(new Column(name).valuesIn({ phone: 1 })).toEqual([1]);
		// Exactly the name wins.
		expect(new Column('phone').valuesIn({ [name]: 1, phone: 2 })).toEqual([2]);
		expect(new Column(name).valuesIn({ [name]: 1, phone: 2 })).toEqual([1]);
		expect(new Column(`['${name}']`).valuesIn({ [name]: 1, phone: 2 })).toEqual([1]);
		expect(new Column('contact.phone').valuesIn({ contact: { [name]: 1 } })).toEqual([1]);
	});
	expect(new Column('phone').valuesIn({ '\uFEFFphone': 1, 'phone\u00A0': 2 })).toEqual([1, 2]);
	expect(new Column('Größe').valuesIn({ ['Größe'.normalize('NFD')]: 1 })).toEqual([1]);
	expect(new Column('Phone Number').valuesIn({ 'Phone\u00A0Number': 1 })).toEqual([1]);
});

test('what a value is called elsewhere', async () => {
	await expectEach(
		[
			['first_name', 'first_name'],
			['\uFEFFfirst_name ', 'first_name'],
			["['First Name']", 'First Name'],
			['{{ $json.first_name }}', 'first_name'],
			["{{ $json['Nr tel. [kom.]'] }}", 'Nr tel. [kom.]'],
			['contact.town', 'contact.town'],
			['{{ $json.contact.town }}', 'contact.town'],
			['Nr tel. [kom.]', 'Nr tel. [kom.]'],
		],
		([written, label]) => {
			expect(new Column(written).label).toBe(label);
		},
	);
});

describe('a column that is missing', () => {
	const json = {
		'\uFEFFPhone Number': '1',
		first_name: 'x',
		Größe: 1,
		contact: { mobile: '2', list: [] },
	} as IDataObject;
	const told = (written: string) => whatIsThere([json], new Column(written));

	test('brings the nearest to mind', async () => {
		await expectEach(
			[
				['phone', 'Phone Number'],
				['phone_number', 'Phone Number'],
				['PhoneNumer', 'Phone Number'],
				['{{ $json.phone_number }}', 'Phone Number'],
				['firstname', 'first_name'],
				['name', 'first_name'],
				['Grosse', 'Größe'],
				['grosse', 'Größe'],
				['contact.mobil', 'contact.mobile'],
				["['contact'].mobile_phone", 'contact.mobile'],
			],
			([written, nearest]) => {
				expect(told(written)).toContain(`Did you mean '${nearest}'? `);
			},
		);
	});

	test('is not guessed when nothing is like it', async () => {
		await expectEach(['+48600000001', 'visits', 'x', ''], (written) => {
			expect(told(written)).toBe(
				'The items have: Phone Number, first_name, Größe, contact, contact.mobile, contact.list.',
			);
		});
	});

	test('of many: the list is short', () => {
		const many = Object.fromEntries(
			Array.from({ length: 25 }, (_, index) => [`${'👩\u200D🚀'.repeat(20)} ${index}`, 1]),
		);
		const text = whatIsThere([many], new Column('phone'));
		expect(text).toMatch(/ and 5 more\.$/);
		expect(text.length).toBeLessThan(20 * 60);
		expect(text).toContain(`${'👩\u200D🚀'.repeat(10)}…`);
		expect(whatIsThere([{}], new Column('phone'))).toBe('The items have: no fields.');
	});
});

test('what only the names of a row count for is made once while they stay the same', () => {
	const made: number[] = [];
	const namesOf = byNames((row, index) => {
		made.push(index);
		return Object.keys(row);
	});
	const rows: IDataObject[] = [
		{ phone: 1, city: 2 },
		{ phone: 3, city: 4 },
		{ city: 5, phone: 6 },
		{ city: 7 },
		{},
		{},
		{ city: undefined },
		{ town: 8 },
	];
	expect(rows.map((row, index) => namesOf(row, index))).toEqual(
		rows.map((row) => Object.keys(row)),
	);
	expect(made).toEqual([0, 2, 3, 4, 6, 7]);
});
