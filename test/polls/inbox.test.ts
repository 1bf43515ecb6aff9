import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { chatting, inOrderOf, type Sorting } from '../support/polls/inbox';
import { inbox } from '../support/polls/koda';
import { FAULTLESS, Run, restoreClock } from '../support/polls/run';
import { SEED, WHOLE } from '../support/seeded';

/** Chats of a page, by the contract. */
const PAGE = 20;

/** Sizes of an inbox. The last pages are full, have one chat, or all but one. */
const SIZES = [100, 1_000, 1_001, 10_019];

/** Minutes before the beginning at which a chat's last message was written: as by lot. */
const byLot = (count: number) => (index: number) => 10 + ((index * 7919) % count);

afterEach(restoreClock);

/** KODA Trigger, published at an inbox of so many chats. */
async function published(
	sorting: Sorting,
	count: number,
	parameters: INodeParameters = {},
	like: Parameters<typeof chatting>[2] = { before: byLot(count) },
): Promise<Run> {
	const event = inbox('an inbox', sorting, parameters, chatting(sorting, count, like));
	const run = new Run(event, { tellsTime: true });
	await run.publish();
	run.pass(1);
	return run;
}

describe.each(['newestFirst', 'oldestFirst'] as const)('an inbox that is %s', (order) => {
	test('costs as much when it is large', async () => {
		const costs = [];
		for (const size of SIZES) {
			const run = await published(inOrderOf[order], size);
			const quiet = await run.counted();
			run.pass(1);
			const keys = run.happen(10);
			const busy = await run.counted();
			expect(busy.came.toSorted()).toEqual(keys.toSorted());
			run.pass(10);
			await run.poll();
			run.pass(1);
			const after = await run.counted();
			costs.push({ quiet: quiet.calls, busy: busy.calls, after: after.calls });
			expect((await run.settle()).errors).toEqual([]);
		}
		for (const { quiet, busy, after } of costs) {
			expect(Math.max(quiet, after)).toBeLessThanOrEqual(3);
			// One for each of ten chats, and at most two pages, each twice.
			expect(busy).toBeLessThanOrEqual(10 + 4);
		}
	});

	test('is read whole when it is time for that, and only then', async () => {
		const pages = SIZES[1] / PAGE;
		const run = await published(inOrderOf[order], SIZES[1], { fullReading: 30 });
		const calls: number[] = [];
		for (let poll = 0; poll < 7; poll++) {
			calls.push((await run.counted()).calls);
			run.pass(10);
		}
		// Polls come 1, 11, 21 minutes and so on after the first one.
		const isWhole = calls.map((count) => count >= pages);
		expect(isWhole).toEqual([false, false, false, true, false, false, true]);
		const always = await published(inOrderOf[order], SIZES[1], { fullReading: 0 });
		expect((await always.counted()).calls).toBeGreaterThanOrEqual(pages);
	});
});

test.each(['name', 'chance'] as const)('an inbox by %s is read whole every time', async (order) => {
	const run = await published(inOrderOf[order], SIZES[0]);
	for (const _poll of [1, 2]) {
		expect((await run.counted()).calls).toBe((2 * SIZES[0]) / PAGE);
		run.pass(1);
	}
});

/** By creation, the last one first; and of an inbox that is so, last messages that are in that order, too. */
const byCreation: Sorting = (chats) => chats.toReversed();
const before = (index: number) => 10 + SIZES[1] - index;

test('what is missed in an inbox that only seemed to be in order comes late, and once', async () => {
	const run = await published(byCreation, SIZES[1], { fullReading: 30 }, { before });
	const keys: string[] = [];
	for (const _poll of [1, 2, 3]) {
		keys.push(...run.happen(1));
		// It is of a chat on the last page.
		expect(await run.counted()).toEqual({ calls: 1, came: [] });
		run.pass(1);
	}
	run.pass(30);
	expect(await run.poll()).toEqual(keys);
	expect(await run.settle()).toMatchObject(FAULTLESS);
});

test('what is missed is not lost when more comes than is remembered, and the state stays small', async () => {
	// One in the last chat of the list, and then very many in the first.
	const chatOf = (message: number) => (message === 0 ? 0 : SIZES[1] - 1);
	const run = await published(byCreation, SIZES[1], { fullReading: 600 }, { before, chatOf });
	run.happen(1);
	for (let minute = 0; minute < 15; minute++) {
		await run.poll();
		run.pass(1);
		run.happen(300);
	}
	const { largest, ...verdict } = await run.settle();
	expect(verdict).toMatchObject(FAULTLESS);
	expect(largest).toBeLessThan(250_000);
});

test.each([2, 60])(
	'a message that is shown late in a chat that goes on comes, with %s minutes between polls',
	async (minutes) => {
		const like = { before: byLot(SIZES[0]), chatOf: () => 7 };
		const run = await published(inOrderOf.newestFirst, SIZES[0], { fullReading: 600 }, like);
		const late = run.happen(1, { hidden: 4 });
		run.pass(1);
		const keys = run.happen(1);
		expect(await run.poll()).toEqual(keys);
		const came: string[] = [];
		for (let passed = 0; passed < 6; passed += minutes) {
			run.pass(minutes);
			came.push(...(await run.poll()));
		}
		expect(came).toEqual(late);
	},
);

test('an inbox whose order ends is read whole at once, where that shows', async () => {
	let order: Sorting = inOrderOf.newestFirst;
	const run = await published((chats, now) => order(chats, now), SIZES[1]);
	expect((await run.counted()).calls).toBe(1);
	order = inOrderOf.name;
	run.pass(1);
	const keys = run.happen(3);
	const { calls, came } = await run.counted();
	expect(calls).toBeGreaterThanOrEqual(SIZES[1] / PAGE);
	expect(came.toSorted()).toEqual(keys.toSorted());
	order = inOrderOf.oldestFirst;
	for (const minutes of [1, 10, 1]) {
		run.pass(minutes);
		await run.poll();
	}
	expect((await run.counted()).calls).toBeLessThanOrEqual(3);
});

/** Each call takes so many seconds of the time of a poll, which is five minutes. */
function slow(run: Run, seconds: number): () => void {
	let now = performance.now();
	const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
	run.service.refusal = () => {
		now += seconds * 1000;
		return undefined;
	};
	return () => clock.mockRestore();
}

test('an inbox that there is no time to list gives its latest all the same, and is tried again later', async () => {
	const run = await published(inOrderOf.newestFirst, SIZES[1], { fullReading: 30 });
	// 40 pages in two thirds of the time, of 50.
	const end = slow(run, 5);
	const calls: number[] = [];
	for (let poll = 0; poll < 7; poll++) {
		const keys = run.happen(3);
		const counted = await run.counted();
		expect(counted.came.toSorted()).toEqual(keys.toSorted());
		calls.push(counted.calls);
		run.pass(10);
	}
	end();
	expect(calls.map((count) => count > 40)).toEqual([false, false, false, true, false, false, true]);
	expect(Math.max(...calls)).toBeLessThan(55);
	run.pass(30);
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 21 });
});

test('an inbox that there is time to list once has its order', async () => {
	const like = { before: byLot(SIZES[1]) };
	const make = chatting(inOrderOf.newestFirst, SIZES[1], like);
	const run = new Run(inbox('an inbox', inOrderOf.newestFirst, {}, make), { tellsTime: true });
	// 66 pages in two thirds of the time.
	const end = slow(run, 3);
	await run.publish();
	run.pass(1);
	const keys = run.happen(3);
	const { calls, came } = await run.counted();
	end();
	expect(came.toSorted()).toEqual(keys.toSorted());
	expect(calls).toBeLessThanOrEqual(3 + 2);
	expect(await run.settle()).toMatchObject(FAULTLESS);
});

test('a first poll without the time to list an inbox says so, and is none', async () => {
	const make = chatting(inOrderOf.newestFirst, SIZES[1]);
	const run = new Run(inbox('an inbox', inOrderOf.newestFirst, {}, make), { tellsTime: true });
	const end = slow(run, 5);
	expect(await run.failing()).toMatch(/more chats than can be listed/);
	end();
	expect(run.kept()).toBe('{}');
});

/** Minutes between two full readings, in the courses below. */
const EVERY = 20;

const ORDERS: Record<string, Sorting> = {
	...inOrderOf,
	// The one holds for some minutes, then another.
	'an order that changes': (chats, now) => {
		const all = Object.values(inOrderOf);
		return all[Math.floor(now / (7 * 60_000)) % all.length](chats, now);
	},
};

/** What goes on between two polls. */
const step = fc.record({
	messages: fc.nat({ max: 4 }),
	hidden: fc.nat({ max: 4 }),
	/** Messages that are written while the poll reads. */
	meanwhile: fc.nat({ max: 3 }),
	minutes: fc.constantFrom(0, 1, 1, 1, 5, 30),
	isRestarted: fc.boolean(),
});

test.each(Object.keys(ORDERS))('whatever happens: each comes once, by %s', async (order) => {
	const course = fc.array(step, { minLength: 5, maxLength: 25 });
	await fc.assert(
		fc.asyncProperty(course, fc.constantFrom(15, 50, 130), async (steps, size) => {
			const like = { before: (index: number) => 10 + index };
			const run = await published(ORDERS[order], size, { fullReading: EVERY }, like);
			for (const { messages, hidden, meanwhile, minutes, isRestarted } of steps) {
				run.happen(messages, { hidden });
				run.pass(minutes);
				run.service.during((number) => {
					if (number < meanwhile) run.happen(1);
				});
				await run.poll();
				run.service.meanwhile = undefined;
				if (isRestarted) run.restart();
			}
			for (const _full of [1, 2]) {
				run.pass(EVERY);
				await run.poll();
			}
			expect(await run.settle()).toMatchObject(FAULTLESS);
		}),
		{ seed: SEED, numRuns: WHOLE ? 200 : 15 },
	);
});
