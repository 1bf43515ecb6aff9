import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../nodes/shared/call/client';
import { entered, listingOf, type Kept } from '../../nodes/shared/trigger/listing';

interface Operations {
	'thing.getAll': object;
}

const HOUR = 60 * 60_000;
const NOW = Date.UTC(2026, 10, 20, 10);

/** A service that lists things, all of which are on, and a trigger that starts on those. */
class Things {
	/** The IDs that its readings show, in turn; the last one again and again. */
	shows: string[][] = [];

	/** Whether it tells its time. */
	tellsTime = true;

	/** By which a list of two pages takes two readings at least. */
	pages = 1;

	readings = 0;

	/** What n8n keeps of it. */
	kept?: Kept<string[]>;

	private now = NOW;

	private readonly read = () => {
		this.readings += 1;
		const shown = this.shows.length > 1 ? this.shows.shift()! : this.shows[0];
		return shown.map((id): IDataObject => ({ id }));
	};

	constructor(...first: string[]) {
		this.shows = [first];
	}

	/** Time passes, by both clocks. */
	pass(hours: number): void {
		this.now += hours * HOUR;
		jest.setSystemTime(Date.now() + hours * HOUR);
	}

	/** What is new when a poll makes these readings; how many it makes. */
	async poll(...shows: string[][]): Promise<{ fresh: unknown[]; readings: number }> {
		if (shows.length > 0) this.shows = shows;
		this.readings = 0;
		const api = {
			...(this.tellsTime ? { serviceTime: this.now } : {}),
			list: async () => await Promise.resolve(this.read()),
			listing: async () => await Promise.resolve({ rows: this.read(), pages: this.pages }),
		} as unknown as Client<Operations>;
		const input = { key: ['id'] as const, before: this.kept };
		const listing = await listingOf({ api }, 'thing.getAll', {}, input);
		const { fresh, state } = entered(listing, () => true, this.kept);
		this.kept = JSON.parse(JSON.stringify(state)) as Kept<string[]>;
		return { fresh: fresh.map(({ id }) => id), readings: this.readings };
	}
}

const NOTHING_NEW = { fresh: [], readings: 1 };

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
	jest.useRealTimers();
});

async function publishedWith(...ids: string[]): Promise<Things> {
	const things = new Things(...ids);
	await things.poll();
	return things;
}

test('a row that is missing for less than a day is known when it is back', async () => {
	const things = await publishedWith('a', 'b');
	for (const hours of [0, 12, 11]) {
		things.pass(hours);
		expect(await things.poll(['b'])).toEqual(NOTHING_NEW);
	}
	expect(await things.poll(['a', 'b'])).toEqual(NOTHING_NEW);
	// Its day begins anew.
	for (const hours of [0, 23]) {
		things.pass(hours);
		expect(await things.poll(['b'])).toEqual(NOTHING_NEW);
	}
	expect(await things.poll(['a', 'b'])).toEqual(NOTHING_NEW);
	expect(things.kept).toEqual({ known: ['a', 'b'], missing: {} });
});

test('one that is missing for a day is forgotten, when one more reading does not show it', async () => {
	const things = await publishedWith('a', 'b', 'c');
	await things.poll(['c']);
	things.pass(24);
	expect(await things.poll(['c'], ['b', 'c'])).toEqual({ fresh: [], readings: 2 });
	expect(things.kept).toEqual({ known: ['c', 'b'], missing: {} });
	expect(await things.poll(['a', 'b', 'c'])).toEqual({ fresh: ['a'], readings: 1 });
});

test('of a list that shifts, none is forgotten', async () => {
	const things = await publishedWith('a', 'b', 'c');
	await things.poll(['b', 'c']);
	things.pass(24);
	things.pages = 2;
	const readings = [
		['b', 'c'],
		['b', 'c'],
		['c', 'b'],
		['b', 'c'],
	];
	expect(await things.poll(...readings)).toEqual({ fresh: [], readings: 4 });
	expect(await things.poll(['a', 'b', 'c'])).toEqual(NOTHING_NEW);
});

test('a list without any row makes none forgotten, however long it is empty', async () => {
	const things = await publishedWith('a', 'b');
	await things.poll(['b']);
	for (const hours of [1, 24, 100]) {
		things.pass(hours);
		expect(await things.poll([])).toEqual(NOTHING_NEW);
	}
	// The day of what is still missing begins when others are back.
	expect(await things.poll(['b'])).toEqual(NOTHING_NEW);
	things.pass(23);
	expect(await things.poll(['a', 'b', 'c'])).toEqual({ fresh: ['c'], readings: 1 });
});

test.each([
	['the service tells', true, 3 * 24, true],
	['ours alone tells', false, -3 * 24, true],
	['ours alone tells', false, 3 * 24, false],
])('by the time that %s (%s), and our clock jumps %d hours: known %s', async (...given) => {
	const [, tellsTime, hours, isKnown] = given;
	const things = await publishedWith('a', 'b');
	things.tellsTime = tellsTime;
	await things.poll(['b']);
	jest.setSystemTime(NOW + hours * HOUR);
	await things.poll(['b']);
	things.pass(23);
	await things.poll(['b']);
	expect((await things.poll(['a', 'b'])).fresh).toEqual(isKnown ? [] : ['a']);
});

test('of more than 5,000 missing rows, those that are missing for longest are forgotten', async () => {
	const many = Array.from({ length: 5000 }, (_, index) => `row-${index}`);
	const things = await publishedWith('a', 'last', ...many);
	await things.poll(['last', ...many]);
	things.pass(1);
	await things.poll(['last']);
	expect((await things.poll(['a', 'last', ...many])).fresh).toEqual(['a']);
});
