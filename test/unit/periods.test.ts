import { DateTime } from 'luxon';

import type { Client } from '../../nodes/shared/call/client';
import { readUpTo, type Cursor } from '../../nodes/shared/trigger/cursor';
import { inPeriods, type HeldSoFar, type Pace } from '../../nodes/shared/trigger/periods';

const hints: string[] = [];
const api = { hint: (text: string) => void hints.push(text) } as unknown as Client<unknown>;

const at = (seconds: number) => DateTime.fromSeconds(seconds, { zone: 'utc' });

/** What a reading is like. */
interface Course extends Pace {
	/** Seconds at which there is a row, from 0 to 64. */
	rows: number[];
	/** Rows that are read at once. */
	most: number;
	longest?: { seconds: number };
	/** Readings after which there is no more time, or an error. */
	ends?: number;
	fails?: number;
	/** A second of which the part moves while it is read. */
	moves?: number;
}

/** Reads 64 seconds; answers which parts were read, in seconds, and what came of it. */
async function reading({ rows, most, longest, step, ends, fails, moves = NaN }: Course) {
	const parts: Array<[number, number]> = [];
	const held: HeldSoFar = await inPeriods(api, {
		period: { from: at(0), to: at(64) },
		longest,
		step,
		goesOn: () => parts.length !== ends,
		read: async ({ from, to }, isLeast) => {
			if (parts.length === fails) throw new Error('It is down');
			const [first, last] = [from.toSeconds(), to.toSeconds()];
			parts.push([first, last]);
			const found = rows.filter((time) => time >= first && time <= last);
			const given = isLeast ? found : found.slice(0, most);
			const still = !(moves >= first && moves <= last);
			return await Promise.resolve({
				rows: given.map((time) => ({ time })),
				still,
				share: given.length / most,
			});
		},
	});
	return { parts, ...held, rows: [...new Set(held.rows.map(({ time }) => time))] };
}

test('what fits is read at once, or in parts of the longest time', async () => {
	const rows = [3, 20, 60];
	expect(await reading({ rows, most: 4 })).toEqual({
		parts: [[0, 64]],
		rows,
		still: true,
		isAll: true,
	});
	expect(await reading({ rows, most: 4, longest: { seconds: 40 } })).toEqual({
		parts: [
			[0, 40],
			[40, 64],
		],
		rows,
		still: true,
		isAll: true,
	});
});

test('what is too much is halved until it fits, the earliest first, and parts grow again', async () => {
	const rows = [1, 5, 9, 13];
	expect(await reading({ rows, most: 3 })).toEqual({
		parts: [
			[0, 64],
			[0, 32],
			[0, 16],
			[0, 8],
			[8, 16],
			[16, 24],
			[24, 40],
			[40, 64],
		],
		rows,
		still: true,
		isAll: true,
		// All together was more than is read at once.
		step: 64_000,
	});
});

test('without time for more, the next poll goes on with the length that fits', async () => {
	const rows = [1, 5, 9, 13];
	const first = await reading({ rows, most: 3, ends: 4 });
	expect(first).toMatchObject({ rows: [1, 5], still: true, upTo: 8_000, step: 8_000 });
	expect((await reading({ rows, most: 3, step: first.step })).parts[0]).toEqual([0, 8]);
	expect(await reading({ rows, most: 3, ends: 2 })).toMatchObject({ rows: [], still: false });
});

test('an error ends the reading where something came of it, and is one at the beginning', async () => {
	await expect(reading({ rows: [], most: 3, fails: 0 })).rejects.toThrow('It is down');
	const longest = { seconds: 16 };
	expect(await reading({ rows: [1, 20, 40], most: 3, longest, fails: 2 })).toMatchObject({
		rows: [1, 20],
		upTo: 32_000,
	});
	expect(hints.at(-1)).toMatch(/^It is down\. /);
	const halved = await reading({ rows: [1, 2, 3], most: 2, fails: 1 });
	expect(halved).toMatchObject({ rows: [], still: false, step: 32_000 });
});

test('the place is before a part that moved, and what comes after it is given', async () => {
	const course = { rows: [1, 20, 40, 60], most: 9, longest: { seconds: 16 } };
	expect(await reading({ ...course, moves: 20 })).toMatchObject({
		rows: course.rows,
		still: true,
		isAll: true,
		upTo: 16_000,
	});
	expect(await reading({ ...course, moves: 1 })).toMatchObject({ rows: course.rows, still: false });
});

test('a second that holds too much is read to its end', async () => {
	const rows = [4.1, 4.2, 4.3, 4.4];
	expect((await reading({ rows, most: 2 })).rows).toEqual(rows);
});

const HOUR = 60 * 60_000;

test('a part in which nothing was is not asked for again, unless a clock may be wrong', () => {
	const cursor: Cursor = { from: 0, until: 0, seen: {} };
	const read = (upTo: number, more: Partial<Cursor> = {}) =>
		readUpTo({ ...cursor, ...more }, upTo * HOUR, 100 * HOUR).looked;
	expect(read(50)).toBe(74 * HOUR);
	expect(read(90)).toBe(100 * HOUR);
	expect(read(50, { until: 60 * HOUR })).toBeUndefined();
	expect(read(50, { looked: 80 * HOUR })).toBe(80 * HOUR);
	expect(read(50, { looked: 200 * HOUR })).toBe(74 * HOUR);
	expect(read(50, { looked: 30 * HOUR, began: 0 })).toBe(30 * HOUR);
});
