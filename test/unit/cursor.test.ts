import fc from 'fast-check';

import {
	advance,
	askFrom,
	cursorAt,
	cursorNow,
	readAt,
	setBack,
	type Cursor,
	type Happening,
} from '../../nodes/shared/trigger/cursor';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** How late a service may show something, as nodes/shared/trigger/cursor.ts promises. */
const LATE = 5 * MINUTE;
const EPOCH = Date.UTC(2026, 10, 20, 12);

const happening = (id: string, at: number): Happening<string> => ({ id, at, is: `this is ${id}` });
const idsOf = (happenings: Array<Happening<string>>) => happenings.map(({ id }) => id);
/** As n8n's database gives it back after a restart. */
const restarted = (cursor: Cursor) => JSON.parse(JSON.stringify(cursor)) as Cursor;

/** Something that happens at a service, whose clock and whose list may lag. Times in seconds after EPOCH. */
interface Event {
	happens: number;
	/** Seconds until the service shows it. */
	delay: number;
}

interface PollPlan {
	at: number;
	/** Rows are skipped in a list that shifts: every one whose number is divisible by it; 0 for a list that is still. */
	skips: number;
}

interface Stream {
	/** Whether n8n loses what a poll leaves that gives nothing, as after a restart. */
	forgets: boolean;
	/** Seconds by which the service's clock is ahead of ours. */
	ahead: number;
	events: Event[];
	polls: PollPlan[];
	/** Whether the service can be asked from a time on. */
	filters: boolean;
}

const DURATION = 3600;

const streams: fc.Arbitrary<Stream> = fc.integer({ min: -300, max: 600 }).chain((ahead) =>
	fc.record({
		ahead: fc.constant(ahead),
		events: fc.array(
			fc.record({
				happens: fc.integer({ min: 0, max: DURATION }),
				delay: fc.integer({ min: 0, max: LATE / SECOND - Math.max(0, -ahead) }),
			}),
			{ maxLength: 60 },
		),
		polls: fc
			.array(
				fc.record({
					at: fc.integer({ min: 0, max: DURATION }),
					skips: fc.constantFrom(0, 0, 1, 2, 3),
				}),
				{ minLength: 1, maxLength: 20 },
			)
			.map((polls) => polls.toSorted((a, b) => a.at - b.at)),
		filters: fc.boolean(),
		forgets: fc.boolean(),
	}),
);

/** Polls a service along a plan, with a restart after each poll; the last poll finds a still list. */
function follow(
	{ ahead, events, polls, filters, forgets }: Stream,
	begin: (now: number) => Cursor,
) {
	const rows = events.map(({ happens, delay }, index) => ({
		...happening(String(index), EPOCH + (happens + ahead) * SECOND),
		shownAt: EPOCH + (happens + delay) * SECOND,
	}));
	const [first] = polls;
	let cursor = begin(EPOCH + first.at * SECOND);
	const given: string[][] = [];
	const end = { at: DURATION + LATE / SECOND, skips: 0 };
	for (const [index, { at, skips }] of [{ ...first, skips: 0 }, ...polls, end].entries()) {
		const now = EPOCH + at * SECOND;
		const shown = rows
			.filter(({ shownAt }) => shownAt <= now)
			.filter((row) => !filters || row.at >= askFrom(cursor, now))
			.filter((_, number) => skips === 0 || number % skips > 0);
		const { cursor: next, fresh } = advance(cursor, shown, skips === 0, now);
		expect(fresh.map((row) => row.at)).toEqual(fresh.map((row) => row.at).sort((a, b) => a - b));
		if (index === 0 || fresh.length > 0 || !forgets) cursor = restarted(next);
		given[index] = idsOf(fresh);
	}
	return { given, rows, firstAt: EPOCH + first.at * SECOND };
}

const numerically = (ids: string[]) => ids.toSorted((a, b) => Number(a) - Number(b));

test('from a chosen time on, everything is given exactly once, however it is polled', () => {
	fc.assert(
		fc.property(streams, fc.integer({ min: -600, max: DURATION }), (stream, start) => {
			const from = EPOCH + start * SECOND;
			const { given, rows } = follow(stream, () => cursorAt(from));
			const wanted = rows.filter(({ at }) => at >= from);
			expect(numerically(given.flat())).toEqual(idsOf(wanted));
		}),
		{ numRuns: 500 },
	);
});

test('from now on, everything that was not there yet is given exactly once', () => {
	fc.assert(
		fc.property(streams, (stream) => {
			const { given, rows, firstAt } = follow(stream, cursorNow);
			// The first poll only remembers.
			const wanted = rows.filter(({ shownAt }) => shownAt > firstAt);
			expect(numerically(given.slice(1).flat())).toEqual(idsOf(wanted));
		}),
		{ numRuns: 500 },
	);
});

describe('a cursor', () => {
	const now = EPOCH + 60 * MINUTE;

	test('asks from five minutes before what it has seen', () => {
		const { cursor } = advance(cursorAt(EPOCH), [happening('a', EPOCH + 10 * MINUTE)], true, now);
		expect(askFrom(cursor, now)).toBe(EPOCH + 5 * MINUTE);
	});

	test('remembers what may be shown again, and no more', () => {
		const found = Array.from({ length: 60 }, (_, minute) =>
			happening(`at ${minute}`, EPOCH + minute * MINUTE),
		);
		const { cursor } = advance(cursorAt(EPOCH), found, true, now);
		const last = [54, 55, 56, 57, 58, 59];
		expect(Object.keys(cursor.seen)).toEqual(last.map((minute) => `at ${minute}`));
	});

	test('gives what came later with the time of something seen', () => {
		const first = advance(cursorAt(EPOCH), [happening('a', EPOCH)], true, now);
		const both = [happening('a', EPOCH), happening('b', EPOCH)];
		expect(idsOf(advance(first.cursor, both, true, now).fresh)).toEqual(['b']);
	});

	test('is not moved by a date in the future, which is given once', () => {
		const future = happening('future', now + 600 * MINUTE);
		const first = advance(cursorAt(EPOCH), [future], true, now);
		expect(idsOf(first.fresh)).toEqual(['future']);
		const next = advance(first.cursor, [future, happening('a', EPOCH + MINUTE)], true, now);
		expect(idsOf(next.fresh)).toEqual(['a']);
	});

	test('takes what has no date for old', () => {
		const { cursor, fresh } = advance(cursorAt(EPOCH), [happening('a', NaN)], true, now);
		expect(fresh).toEqual([]);
		expect(restarted(cursor)).toEqual(cursorAt(EPOCH));
	});

	test('gives the last of several with the same ID', () => {
		const twice = [happening('a', EPOCH), { ...happening('a', EPOCH), is: 'changed' }];
		expect(advance(cursorAt(EPOCH), twice, true, now).fresh.map(({ is }) => is)).toEqual([
			'changed',
		]);
	});

	test('stays where it is while the list shifts, and still gives nothing twice', () => {
		const late = happening('late', EPOCH + MINUTE);
		const found = [happening('a', EPOCH + 30 * MINUTE)];
		const first = advance(cursorAt(EPOCH), found, false, now);
		expect(askFrom(first.cursor, now)).toBe(EPOCH - 5 * MINUTE);
		const next = advance(restarted(first.cursor), [...found, late], false, now);
		expect(idsOf(next.fresh)).toEqual(['late']);
	});

	test('follows a list that never holds still at a distance, without remembering ever more', () => {
		const rows = Array.from({ length: 20_000 }, (_, index) =>
			happening(`row ${index}`, EPOCH + index * SECOND),
		);
		let cursor = cursorAt(EPOCH);
		const given: string[] = [];
		for (let end = 500; end <= rows.length; end += 500) {
			const shown = rows
				.slice(0, end)
				.filter(({ at }) => at >= askFrom(cursor, EPOCH + end * SECOND));
			const { cursor: next, fresh } = advance(cursor, shown, false, EPOCH + end * SECOND);
			cursor = restarted(next);
			given.push(...idsOf(fresh));
			expect(Object.keys(cursor.seen).length).toBeLessThanOrEqual(2001);
			// Half an hour and more: what was skipped and comes back by then is not lost.
			expect(askFrom(cursor, now)).toBeLessThan(EPOCH + Math.max(0, end - 1800) * SECOND);
		}
		expect(given).toEqual(idsOf(rows));
	});

	test('remembers all of a burst, which may come again', () => {
		const burst = Array.from({ length: 10_000 }, (_, index) => happening(`row ${index}`, EPOCH));
		const first = advance(cursorAt(EPOCH), burst, false, now);
		expect(first.fresh).toHaveLength(10_000);
		expect(advance(restarted(first.cursor), burst, true, now).fresh).toEqual([]);
	});
});

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('in a stream in which nothing happens', () => {
	const quiet = readAt(cursorAt(EPOCH), EPOCH + 10 * DAY);

	test('the service is asked from a day before the last look on', () => {
		expect(askFrom(quiet, EPOCH + 11 * DAY)).toBe(EPOCH + 9 * DAY - 5 * MINUTE);
		expect(askFrom(restarted(quiet), EPOCH + 30 * DAY)).toBe(EPOCH + 9 * DAY - 5 * MINUTE);
	});

	test('it is asked from the last thing seen on, when the clock of that look was set back', () => {
		expect(askFrom(quiet, EPOCH + 8 * DAY)).toBe(EPOCH - 5 * MINUTE);
	});

	test('what is shown late all the same comes, once', () => {
		const late = [happening('late', EPOCH + DAY)];
		const { cursor, fresh } = advance(quiet, late, true, EPOCH + 11 * DAY);
		expect(idsOf(fresh)).toEqual(['late']);
		expect(advance(cursor, late, true, EPOCH + 11 * DAY).fresh).toEqual([]);
	});

	test('when it was looked at is kept only where it makes a difference', () => {
		expect(readAt(cursorAt(EPOCH), EPOCH + HOUR)).toEqual(cursorAt(EPOCH));
		const moved = advance(quiet, [happening('a', EPOCH + 10 * DAY)], true, EPOCH + 11 * DAY);
		expect(readAt(moved.cursor, EPOCH + 11 * DAY)).not.toHaveProperty('looked');
	});
});

describe('a place where our clock said that it begins', () => {
	const first = readAt(advance(cursorNow(now(48)), [], true, now(48)).cursor, now(48));

	/** Hours after EPOCH. */
	function now(hours: number) {
		return EPOCH + hours * HOUR;
	}

	test('goes back with the clock', () => {
		const back = setBack(restarted(first), now(1));
		expect(askFrom(back, now(1))).toBe(now(1) - 5 * MINUTE);
		const { fresh } = advance(back, [happening('a', now(1))], true, now(1));
		expect(idsOf(fresh)).toEqual(['a']);
	});

	test('stays when the clock is set back by no more than its tolerance, or something was seen since', () => {
		expect(setBack(first, now(48) - 5 * MINUTE)).toBe(first);
		const { cursor } = advance(first, [happening('a', now(49))], true, now(49));
		const seen = readAt(cursor, now(49));
		expect(setBack(seen, now(1))).toBe(seen);
	});

	test('stays when it is the user who says where it begins', () => {
		const start = readAt(cursorAt(now(48)), now(96));
		expect(setBack(start, now(1))).toBe(start);
	});
});

test('what is dated after the present is remembered up to a bound, and the place follows it', () => {
	let cursor = cursorAt(EPOCH);
	const given: string[] = [];
	for (let poll = 0; poll < 50; poll++) {
		const rows = Array.from({ length: 200 }, (_, index) => {
			const number = poll * 200 + index;
			return happening(`row ${number}`, EPOCH + number * SECOND);
		});
		const { cursor: next, fresh } = advance(cursor, rows, true, EPOCH - DAY);
		cursor = restarted(next);
		given.push(...idsOf(fresh));
		expect(Object.keys(cursor.seen).length).toBeLessThanOrEqual(2300);
	}
	expect(new Set(given).size).toBe(10_000);
	expect(given).toHaveLength(10_000);
});
