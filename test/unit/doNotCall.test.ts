import fc from 'fast-check';

import { readDoNotCall } from '../../nodes/compose/campaign/doNotCall';
import { sortRows } from '../../nodes/compose/campaign/rows';
import { Column } from '../../nodes/shared/fields/columns';
import { expectEach } from '../support/each';

/** Who is not called. Numbers are Polish mobiles, written in four ways. */
const ways = [
	(digits: number) => String(digits),
	(digits: number) => `+48 ${digits}`,
	(digits: number) => `0048${digits}`,
	(digits: number) => `48${digits}`,
];
const phone = fc.record({
	digits: fc.integer({ min: 500_000_000, max: 500_000_019 }),
	way: fc.constantFrom(...ways),
});

test('a number with its country code but no plus is not called, whatever the country', async () => {
	await expectEach(['DE', 'AT', 'PL', 'US', ''], (country) => {
		expect([...readDoNotCall(['48600000001'], country).numbers]).toContain('+48600000001');
	});
});

test('nobody on the list is called by any number, and everybody else is', () => {
	fc.assert(
		fc.property(
			fc.array(fc.record({ phone, mobile: fc.option(phone) }), { maxLength: 20 }),
			fc.array(phone, { maxLength: 10 }),
			fc.constantFrom(';', '\n', ' | ', ','),
			(people, listed, between) => {
				const entries = [listed.map(({ digits, way }) => way(digits)).join(between)];
				const { numbers, unreadable } = readDoNotCall(entries, 'PL');
				expect(unreadable).toEqual([]);
				const rows = people.map(({ phone: one, mobile }) => ({
					phone: one.way(one.digits),
					mobile: mobile?.way(mobile.digits),
				}));
				const phones: [Column, Column] = [new Column('phone'), new Column('mobile')];
				const rules = { phones, country: 'PL', keep: 'first', doNotCall: numbers } as const;
				const { calls, rejected } = sortRows(rows, rules);
				const off = new Set(listed.map(({ digits }) => digits));
				const isOff = (index: number) =>
					[people[index].phone, people[index].mobile].some((one) => one && off.has(one.digits));
				const indexes = people.map((_, index) => index);
				const listedRows = rejected.filter(({ kind }) => kind === 'doNotCall');
				expect(listedRows.map(({ row }) => row)).toEqual(indexes.filter(isOff));
				const wanted = indexes.filter((index) => !isOff(index)).map((i) => people[i].phone.digits);
				expect(calls.map(({ contact }) => Number(contact.number.slice(3))).sort()).toEqual(
					[...new Set(wanted)].sort(),
				);
			},
		),
		{ numRuns: 300 },
	);
});

test('entries are taken apart, but not a number with a comma in it', async () => {
	await expectEach<[string, string[], number]>(
		[
			['600 000 001, 600 000 002', ['+48600000001', '+48600000002'], 0],
			['600 000 001,00', ['+48600000001'], 0],
			['600000001\r\n\r\n600000002\n', ['+48600000001', '+48600000002'], 0],
			['600000001; n/a', ['+48600000001'], 1],
			[' ; ', [], 0],
		],
		([entry, numbers, unreadable]) => {
			const read = readDoNotCall([entry], 'PL');
			expect([[...read.numbers], read.unreadable.length]).toEqual([numbers, unreadable]);
		},
	);
});
