import fc from 'fast-check';

import { Pool } from '../../nodes/shared/call/pool';
import { inParallel, Queue, wait } from '../../nodes/shared/call/concurrency';
import { expectEach } from '../support/each';

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

/** Tasks that note when they start and how many run beside them. */
function observe() {
	const started: number[] = [];
	const seen = { active: 0, max: 0 };
	const task = async (index: number, ms: number) => {
		started.push(index);
		seen.max = Math.max(seen.max, ++seen.active);
		await wait(ms);
		seen.active--;
		return index;
	};
	return { started, seen, task };
}

// Longer than it takes to begin them all.
const durations = fc.array(fc.integer({ min: 5, max: 50 }), { minLength: 1, maxLength: 40 });
const sizes = fc.integer({ min: 1, max: 12 });

describe('wait', () => {
	test('takes the time it is given, beyond one slice too', async () => {
		const begin = Date.now();
		const over = wait(1700).then(() => Date.now() - begin);
		await jest.advanceTimersByTimeAsync(5000);
		expect(await over).toBe(1700);
	});

	test('of no time is over at once', async () => {
		await expectEach([0, -5], async (ms) => {
			await wait(ms);
			expect(jest.getTimerCount()).toBe(0);
		});
	});

	test('ends soon after its signal is aborted', async () => {
		const controller = new AbortController();
		const begin = Date.now();
		const over = wait(60_000, controller.signal).then(() => Date.now() - begin);
		await jest.advanceTimersByTimeAsync(1100);
		controller.abort();
		await jest.advanceTimersByTimeAsync(1000);
		expect(await over).toBeLessThanOrEqual(1600);
	});

	test('does not begin when its signal is aborted already', async () => {
		await wait(60_000, AbortSignal.abort());
		expect(jest.getTimerCount()).toBe(0);
	});
});

describe('Pool', () => {
	test('runs as many as it may and never more, in order', async () => {
		await fc.assert(
			fc.asyncProperty(sizes, durations, async (size, times) => {
				const { started, seen, task } = observe();
				const pool = new Pool(size);
				pool.answered();
				const all = Promise.all(times.map((ms, i) => pool.run(async () => await task(i, ms))));
				await jest.advanceTimersByTimeAsync(50 * 40 + 1);
				expect(await all).toEqual(times.map((_, index) => index));
				expect(started).toEqual(times.map((_, index) => index));
				expect(seen.max).toBe(Math.min(size, times.length));
			}),
			{ numRuns: 40 },
		);
	});

	test('lets one through until it has an answer', async () => {
		const { started, seen, task } = observe();
		const pool = new Pool(4);
		const all = Promise.all([0, 1, 2, 3, 4, 5].map((i) => pool.run(() => task(i, 10))));
		await jest.advanceTimersByTimeAsync(15);
		expect([started, seen.max]).toEqual([[0, 1], 1]);
		pool.answered();
		await jest.advanceTimersByTimeAsync(0);
		expect([started, seen.active]).toEqual([[0, 1, 2, 3, 4], 4]);
		await jest.advanceTimersByTimeAsync(100);
		await all;
		expect(seen.max).toBe(4);
	});

	test('gives the place of a task that rejects to the next', async () => {
		const pool = new Pool(1);
		pool.answered();
		const failing = pool.run(async () => await Promise.reject(new Error('no'))).catch(String);
		const next = pool.run(async () => await Promise.resolve('yes'));
		expect(await failing).toBe('Error: no');
		expect(await next).toBe('yes');
	});

	test('that is paused starts nothing until the longest pause is over', async () => {
		const { started, task } = observe();
		const pool = new Pool(2);
		pool.answered();
		const first = pool.run(async () => await task(0, 100));
		pool.pause(3000);
		pool.pause(1000);
		const others = [1, 2, 3].map((i) => pool.run(async () => await task(i, 100)));
		await jest.advanceTimersByTimeAsync(2999);
		expect(started).toEqual([0]);
		await jest.advanceTimersByTimeAsync(2);
		expect(started).toEqual([0, 1, 2]);
		await jest.advanceTimersByTimeAsync(1000);
		await Promise.all([first, ...others]);
	});

	/** How many of twenty tasks run at once, each of which does `meanwhile` with its era at the end. */
	async function widthOf(pool: Pool, meanwhile: (era: number) => void = () => undefined) {
		const { seen, task } = observe();
		const all = Promise.all(
			Array.from({ length: 20 }, (_, i) =>
				pool.run(async (era) => {
					await task(i, 10);
					if (i < seen.max) meanwhile(era);
				}),
			),
		);
		await jest.advanceTimersByTimeAsync(1000);
		await all;
		return seen.max;
	}

	test('halves once for all that had begun, and has one place more for every four answers', async () => {
		const pool = new Pool(8);
		pool.answered();
		const widths = [await widthOf(pool, (era) => pool.slower(era)), await widthOf(pool)];
		for (let times = 0; times < 3; times++) pool.answered();
		widths.push(await widthOf(pool));
		pool.answered();
		widths.push(await widthOf(pool, (era) => pool.slower(era)), await widthOf(pool));
		for (let times = 0; times < 40; times++) pool.answered();
		widths.push(await widthOf(pool));
		expect(widths).toEqual([8, 4, 4, 5, 2, 8]);
	});

	test('halves its places often, down to a least number', async () => {
		await expectEach(
			[
				[16, 8, 8],
				[12, 8, 8],
				[6, 8, 6],
				[2, 1, 1],
				[1, 1, 1],
			],
			async ([size, least, left]) => {
				const pool = new Pool(size);
				pool.answered();
				for (let times = 0; times < 6; times++) {
					await pool.run(async (era) => await Promise.resolve(pool.slower(era, least)));
				}
				expect(await widthOf(pool)).toBe(left);
			},
		);
	});

	test('lets those that run again go before the others', async () => {
		const { started, task } = observe();
		const pool = new Pool(1);
		pool.answered();
		const tasks = [0, 1, 2, 3].map((i) =>
			pool.run(async () => await task(i, 10), { isRetry: i > 1 }),
		);
		await jest.advanceTimersByTimeAsync(100);
		await Promise.all(tasks);
		expect(started).toEqual([0, 2, 3, 1]);
	});

	test('lets the one that was told to wait go first after the pause', async () => {
		const { started, task } = observe();
		const pool = new Pool(1);
		pool.answered();
		const refused = pool
			.run(async () => {
				await task(0, 10);
				pool.pause(1000);
			})
			.then(async () => await pool.run(async () => await task(0, 10), { isRetry: true }));
		const other = pool.run(async () => await task(1, 10));
		await jest.advanceTimersByTimeAsync(2000);
		await Promise.all([refused, other]);
		expect(started).toEqual([0, 0, 1]);
	});

	test('lets others go before one that is held back, and asks again at the latest when it may go', async () => {
		const { started, task } = observe();
		const pool = new Pool(1);
		pool.answered();
		const free = Date.now() + 1200;
		const heldBack = () => free - Date.now();
		const held = pool.run(async () => await task(0, 10), { heldBack });
		const other = pool.run(async () => await task(1, 10));
		await jest.advanceTimersByTimeAsync(1199);
		expect(started).toEqual([1]);
		await jest.advanceTimersByTimeAsync(2);
		expect(started).toEqual([1, 0]);
		await jest.advanceTimersByTimeAsync(100);
		await Promise.all([held, other]);
	});

	test('begins four tasks in a turn of the event loop', async () => {
		const { started, task } = observe();
		const pool = new Pool(50);
		pool.answered();
		const all = Promise.all(
			Array.from({ length: 50 }, (_, i) => pool.run(async () => await task(i, 1000))),
		);
		const counts: number[] = [];
		for (let turn = 0; turn < 14; turn++) {
			for (let step = 0; step < 50; step++) await Promise.resolve();
			counts.push(started.length);
			jest.advanceTimersToNextTimer();
		}
		expect(counts).toEqual([4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 50, 50]);
		await jest.advanceTimersByTimeAsync(1000);
		await all;
	});

	test('that is paused again while it pauses waits for the later end', async () => {
		const { started, task } = observe();
		const pool = new Pool(2);
		pool.answered();
		pool.pause(1000);
		const only = pool.run(async () => await task(0, 1));
		await jest.advanceTimersByTimeAsync(900);
		pool.pause(1000);
		await jest.advanceTimersByTimeAsync(900);
		expect(started).toEqual([]);
		await jest.advanceTimersByTimeAsync(200);
		expect(await only).toBe(0);
	});

	test('that is aborted ends its pause', async () => {
		const controller = new AbortController();
		const { started, task } = observe();
		const pool = new Pool(1, controller.signal);
		pool.pause(60_000);
		const waiting = pool.run(async () => await task(0, 1));
		await jest.advanceTimersByTimeAsync(2000);
		expect(started).toEqual([]);
		controller.abort();
		await jest.advanceTimersByTimeAsync(600);
		expect(await waiting).toBe(0);
	});
});

describe('inParallel', () => {
	test('starts every index once, in order, with at most `size` under way', async () => {
		await fc.assert(
			fc.asyncProperty(sizes, durations, async (size, times) => {
				const { started, seen, task } = observe();
				const run = async (index: number) => {
					await task(index, times[index]);
				};
				const all = inParallel(times.length, size, run);
				await jest.advanceTimersByTimeAsync(50 * 40 + 1);
				await all;
				expect(started).toEqual(times.map((_, index) => index));
				expect(seen.max).toBe(Math.min(size, times.length));
			}),
			{ numRuns: 40 },
		);
	});

	test('of none does nothing', async () => {
		await expectEach([0, -1], async (count) => {
			const task = jest.fn();
			await inParallel(count, 4, task);
			expect(task).not.toHaveBeenCalled();
		});
	});

	test('starts nothing after a failure, waits for the rest, tells the first reason', async () => {
		const { started, seen, task } = observe();
		const run = async (index: number) => {
			await task(index, index === 1 ? 10 : 50);
			if (index < 3) throw new Error(`task ${index}`);
		};
		let settled = false;
		const all = inParallel(10, 3, run)
			.catch((reason: Error) => reason.message)
			.finally(() => (settled = true));
		await jest.advanceTimersByTimeAsync(40);
		expect([started, settled]).toEqual([[0, 1, 2], false]);
		await jest.advanceTimersByTimeAsync(100);
		expect(await all).toBe('task 1');
		expect([started, seen.active]).toEqual([[0, 1, 2], 0]);
	});

	test('starts nothing once it is stopped, and waits for the rest', async () => {
		const { started, task } = observe();
		const run = async (index: number) => {
			await task(index, 10);
		};
		const all = inParallel(10, 2, run, () => started.length >= 4);
		await jest.advanceTimersByTimeAsync(100);
		await all;
		expect(started).toEqual([0, 1, 2, 3]);
	});
});

describe('Queue', () => {
	test('runs what is about the same thing one after another, and other things beside it', async () => {
		const kinds = fc.array(
			fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 50 })),
			{
				minLength: 1,
				maxLength: 30,
			},
		);
		await fc.assert(
			fc.asyncProperty(kinds, async (tasks) => {
				const queue = new Queue();
				const each: Record<string, ReturnType<typeof observe>> = {};
				const all = tasks.map(async ([about, ms], index) => {
					each[about] ??= observe();
					return await queue.add(about, async () => await each[about].task(index, ms));
				});
				await jest.advanceTimersByTimeAsync(0);
				// The first of each thing begins at once.
				for (const { started } of Object.values(each)) expect(started).not.toEqual([]);
				await jest.advanceTimersByTimeAsync(50 * 30 + 1);
				expect(await Promise.all(all)).toEqual(tasks.map((_, index) => index));
				for (const [about, { started, seen }] of Object.entries(each)) {
					const own = tasks.flatMap(([kind], index) => (kind === about ? [index] : []));
					expect([started, seen.max]).toEqual([own, 1]);
				}
			}),
			{ numRuns: 40 },
		);
	});

	test('goes on after a task that rejects, and tells its reason to the one who added it', async () => {
		const queue = new Queue();
		const failing = queue.add('a', async () => await Promise.reject(new Error('no'))).catch(String);
		const next = queue.add('a', async () => await Promise.resolve('yes'));
		expect(await Promise.all([failing, next])).toEqual(['Error: no', 'yes']);
	});

	test('begins a task that is added after the others are over', async () => {
		const queue = new Queue();
		expect(await queue.add('a', async () => await Promise.resolve(1))).toBe(1);
		expect(await queue.add('a', async () => await Promise.resolve(2))).toBe(2);
	});
});
