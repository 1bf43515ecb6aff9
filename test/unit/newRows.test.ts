import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../nodes/shared/call/client';
import type { Cursor, Happening } from '../../nodes/shared/trigger/cursor';
import { newRows, idOf, ofEach, timeOf } from '../../nodes/shared/trigger/newRows';
import { expectEach } from '../support/each';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 20, 10);

/** A client that says what it is told to. */
const hints: string[] = [];

const api = {
	hint: (text: string) => void hints.push(text),
	failShape: (_row: unknown, what: string) => {
		throw new Error(what);
	},
} as unknown as Client<unknown>;

const event = (id: string, at: number): Happening<string> => ({ id, at, is: id });
const minutes = (count: number) => NOW + count * MINUTE;

/** A poll at a service that shows these events; also the time from which it was asked. */
async function pollOf(
	happenings: Array<Happening<string>>,
	more: { state?: Cursor; start?: DateTime } = {},
	still = true,
) {
	let since: DateTime | undefined;
	const polled = await newRows({ api, ...more }, async (from) => {
		since = from;
		return { happenings, still };
	});
	return { ...polled, since };
}

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
	jest.useRealTimers();
});

test('the first poll asks from five minutes ago on, in UTC, and gives nothing', async () => {
	const { items, since } = await pollOf([event('a', minutes(-1))]);
	expect(items).toEqual([]);
	expect(since?.toISO()).toBe('2026-11-20T09:55:00.000Z');
});

test('with a start it asks from five minutes before that, and gives what is not older', async () => {
	const start = DateTime.fromMillis(minutes(-60));
	const events = [event('c', minutes(-59)), event('b', minutes(-60)), event('a', minutes(-61))];
	const { items, since } = await pollOf(events, { start });
	expect(items).toEqual(['b', 'c']);
	expect(since?.toMillis()).toBe(minutes(-65));
});

test('a later poll goes on where the one before ended, whatever the start', async () => {
	const first = await pollOf([event('a', minutes(-1))]);
	const start = DateTime.fromMillis(minutes(-60));
	const { items, since } = await pollOf([event('a', minutes(-1)), event('b', minutes(0))], {
		state: JSON.parse(JSON.stringify(first.state)) as Cursor,
		start,
	});
	expect(items).toEqual(['b']);
	expect(since?.toMillis()).toBe(minutes(-5));
});

test('what happens while the lists are read does not move the place to go on from', async () => {
	const { state } = await pollOf([]);
	const long = await newRows({ api, state }, async () => {
		// Some lists were read before this one, and are asked for again from here on.
		jest.setSystemTime(minutes(20));
		return { happenings: [event('late', minutes(19))], still: true };
	});
	expect(long.items).toEqual(['late']);
	const missed = [event('late', minutes(19)), event('missed', minutes(1))];
	const next = await pollOf(missed, { state: long.state });
	expect(next.since?.toMillis()).toBe(minutes(-5));
	expect(next.items).toEqual(['missed']);
});

test('rows of which none has a time are refused, one with a time is enough', async () => {
	const none = [event('a', NaN), event('b', NaN)];
	await expect(pollOf(none)).rejects.toThrow('gave rows without a time');
	const start = DateTime.fromMillis(minutes(-60));
	expect((await pollOf([...none, event('c', minutes(-1))], { start })).items).toEqual(['c']);
	expect(hints).toEqual([expect.stringContaining('2 of 3 rows have no time')]);
	expect((await pollOf([], { start })).items).toEqual([]);
});

const DAY = 24 * 60 * MINUTE;

test('in a stream in which nothing happens, the place is a day ago at most', async () => {
	const start = DateTime.fromMillis(NOW - 30 * DAY);
	const { state } = await pollOf([event('a', NOW - 10 * DAY)], { start });
	const next = await pollOf([event('a', NOW - 10 * DAY), event('b', NOW - DAY)], { state });
	expect(next.since?.toMillis()).toBe(NOW - DAY - 5 * MINUTE);
	expect(next.items).toEqual(['b']);
});

/** A service that shows what was written since a time, up to now by its own clock, and a trigger at it. */
function service({ filters = true, tellsTime = false } = {}) {
	let ahead = 0;
	let state: Cursor | undefined;
	let begun = false;
	const written: Array<Happening<string>> = [];
	const given: string[] = [];
	const now = () => Date.now() - ahead;
	return {
		given,
		/** Sets our clock alone, in minutes after that of the service. */
		setOurs: (minutesAhead: number) => {
			jest.setSystemTime(now() + minutesAhead * MINUTE);
			ahead = minutesAhead * MINUTE;
		},
		pass: (some: number) => jest.setSystemTime(Date.now() + some * MINUTE),
		write: (id: string, minutesAgo = 0) =>
			void written.push(event(id, now() - minutesAgo * MINUTE)),
		async poll() {
			const told = { ...api, serviceTime: tellsTime ? now() : undefined } as Client<unknown>;
			const polled = await newRows({ api: told, state }, async (since) => {
				const shown = written.filter(({ at }) => !filters || at >= since.toMillis());
				return await Promise.resolve({ happenings: shown, still: true });
			});
			if (begun) given.push(...polled.items);
			begun = true;
			state = JSON.parse(JSON.stringify(polled.state)) as Cursor;
			return Object.keys(state.seen).length;
		},
	};
}

const TWO_DAYS = 2 * 24 * 60;

describe.each([
	['filters', { filters: true }],
	['shows everything', { filters: false }],
	['filters and tells its time', { filters: true, tellsTime: true }],
])('at a service that %s', (_, how) => {
	test('a clock that jumps ahead and comes back loses nothing, and gives nothing twice', async () => {
		const { write, poll, pass, setOurs, given } = service(how);
		write('old', 1);
		await poll();
		write('a');
		await poll();
		setOurs(TWO_DAYS);
		await poll();
		for (const id of ['b', 'c']) {
			pass(30);
			write(id);
			await poll();
		}
		setOurs(0);
		await poll();
		write('d');
		pass(60 * 24 * 3);
		await poll();
		write('e');
		await poll();
		expect(given.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
	});

	test('the same, when nothing had happened for days before', async () => {
		const { write, poll, pass, setOurs, given } = service(how);
		await poll();
		pass(5 * 24 * 60);
		await poll();
		setOurs(TWO_DAYS);
		write('a');
		await poll();
		pass(5);
		await poll();
		setOurs(0);
		write('b');
		await poll();
		expect(given.sort()).toEqual(['a', 'b']);
	});

	test('a clock that is ahead at the first poll and comes back loses nothing', async () => {
		const { write, poll, pass, setOurs, given } = service(how);
		write('old', 60);
		setOurs(TWO_DAYS);
		await poll();
		pass(1);
		write('a');
		await poll();
		pass(1);
		setOurs(0);
		await poll();
		pass(1);
		write('b');
		await poll();
		expect(given).toEqual(['a', 'b']);
	});

	test('a clock that falls behind and comes back gives nothing that is old', async () => {
		const { write, poll, pass, setOurs, given } = service(how);
		write('old', 60);
		await poll();
		pass(1);
		setOurs(-TWO_DAYS);
		await poll();
		pass(1);
		write('a');
		await poll();
		setOurs(0);
		await poll();
		write('b');
		await poll();
		expect(given).toEqual(['a', 'b']);
	});

	test('a clock that is behind for good remembers no more than it should', async () => {
		const { write, poll, pass, setOurs, given } = service(how);
		setOurs(-TWO_DAYS);
		await poll();
		let most = 0;
		for (let number = 0; number < 3000; number++) {
			pass(0.1);
			write(String(number));
			if (number % 100 === 99) most = Math.max(most, await poll());
		}
		expect(new Set(given).size).toBe(3000);
		expect(given).toHaveLength(3000);
		expect(most).toBeLessThan(2200);
	});
});

test('while a list shifts, the place stays where it is: something may be missing yet', async () => {
	const start = DateTime.fromMillis(NOW - 30 * DAY);
	const { state } = await pollOf([event('a', NOW - 10 * DAY)], { start }, false);
	const next = await pollOf([event('b', NOW - 20 * DAY)], { state });
	expect(next.items).toEqual(['b']);
});

test('an ID is a text', async () => {
	await expectEach<[unknown, string]>(
		[
			['a', 'a'],
			[7, '7'],
			[0, '0'],
		],
		([id, expected]) => {
			expect(idOf(api, { id } as IDataObject, 'id')).toBe(expected);
		},
	);
});

test('an ID of several fields is the same, however they are typed', async () => {
	const of = (id: unknown, more: object) =>
		idOf(api, { id, ...more } as IDataObject, 'id', 'on', 'by');
	const expected = of('7', { on: '', by: '3' });
	await expectEach<[unknown, object]>(
		[
			[7, { on: '', by: 3 }],
			['7', { on: null, by: 3 }],
			[7, { by: '3' }],
		],
		([id, more]) => expect(of(id, more)).toBe(expected),
	);
	await expectEach<[unknown, object]>(
		[
			['7', { on: '3', by: '' }],
			['7', { on: '', by: '0' }],
			['7', { on: 'null', by: '3' }],
			['7', { on: '', by: { is: '3' } }],
			['73', { on: '', by: '' }],
		],
		([id, more]) => expect(of(id, more)).not.toBe(expected),
	);
});

test('a row without an ID is refused', async () => {
	await expectEach([undefined, null, '', {}], (id) => {
		expect(() => idOf(api, { id } as IDataObject, 'id')).toThrow("gave a row without 'id'");
	});
});

describe('of each row', () => {
	/** As a service answers: `404` is one that it does not know. */
	const read = async (row: string) => {
		await Promise.resolve();
		if (!/^\d+$/.test(row)) return row.toUpperCase();
		throw Object.assign(new Error('The service says no'), { httpCode: row });
	};
	const each = async (rows: string[]) => await ofEach(api, rows, (row) => `Row '${row}'`, read);
	const of = async (rows: string[]) => (await each(rows)).given;

	test('in the order of the rows, whichever is read first', async () => {
		const times = [30, 0, 10];
		const { given } = await ofEach(api, times, String, async (time) => {
			await jest.advanceTimersByTimeAsync(time);
			return [time];
		});
		expect(given).toEqual(times.map((time) => [time]));
		expect(await of([])).toEqual([]);
	});

	test('without those that are gone', async () => {
		expect(await of(['a', '404', 'b', '404'])).toEqual(['A', 'B']);
	});

	test('when all are gone, the way to them may be wrong', async () => {
		await expect(of(['404', '404'])).rejects.toThrow("Row '404': The service says no");
	});

	test('one that is refused does not keep back the others; the log says which one it is', async () => {
		hints.length = 0;
		expect(await each(['a', '404', '500', 'b', '403'])).toEqual({
			given: ['A', 'B'],
			left: ['404', '500', '403'],
			isWhole: false,
		});
		expect(hints).toEqual(
			['500', '403'].map(
				(row) => `Row '${row}': The service says no. It is left out until it can be read.`,
			),
		);
		expect(await each(['a', '404'])).toEqual({ given: ['A'], left: ['404'], isWhole: true });
		await expect(of(['404', '500'])).rejects.toThrow("Row '500': The service says no");
	});

	test.each(['200', '401', '429', '502', '503', '504'])(
		'what %s says is about all of them, and says which row was asked for',
		async (status) => {
			await expect(of(['a', '404', status])).rejects.toThrow(`Row '${status}': The service says`);
		},
	);

	test('a few at a time, and after a failure no more', async () => {
		let [now, most, all] = [0, 0, 0];
		const rows = Array.from({ length: 30 }, (_, index) => index);
		await expect(
			ofEach(api, rows, String, async (row) => {
				most = Math.max(most, ++now);
				all += 1;
				for (let turn = 0; turn < 3; turn++) await Promise.resolve();
				now -= 1;
				if (row === 10) throw new Error('Gone');
			}),
		).rejects.toThrow('10: Gone');
		expect(most).toBe(8);
		expect(all).toBeLessThan(20);
	});
});

test('a time is a date, a Unix time, or none', async () => {
	await expectEach<[unknown, number]>(
		[
			['2025-05-05T05:05:05+0700', Date.UTC(2025, 4, 4, 22, 5, 5)],
			['2023-05-18T07:10:38.695Z', Date.UTC(2023, 4, 18, 7, 10, 38, 695)],
			['2025-05-05 05:05:05', Date.UTC(2025, 4, 5, 5, 5, 5)],
			[1689673606939, 1689673606939],
			[undefined, NaN],
			[null, NaN],
			['', NaN],
			['soon', NaN],
		],
		([value, expected]) => {
			expect(timeOf(value)).toBe(expected);
		},
	);
});

test.each([
	[3, 3],
	[0, 1],
	[1000, 8],
])('rows are read side by side: with %s at once, %s', async (atOnce, most) => {
	let [open, seen] = [0, 0];
	const rows = Array.from({ length: 30 }, (_, index) => index);
	const read = async (row: number) => {
		seen = Math.max(seen, ++open);
		await Promise.resolve();
		open--;
		return row;
	};
	expect((await ofEach(api, rows, String, read, atOnce)).given).toEqual(rows);
	expect(seen).toBe(most);
});
