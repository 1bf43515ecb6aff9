import fc from 'fast-check';

import { NotFree, exclusive } from '../../nodes/shared/call/exclusive';
import { wait } from '../../nodes/shared/call/concurrency';

/** Work that is exclusive within a process. */
const never = new AbortController().signal;

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

const patience = (longestMs = 60_000, signal = never) => ({ longestMs, signal });

test('of any works on any keys, no two hold a key at the same time, and all get through', async () => {
	const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 0, maxLength: 4 });
	const works = fc.array(
		fc.record({ keys, ms: fc.integer({ min: 1, max: 50 }), fails: fc.boolean() }),
		{
			minLength: 1,
			maxLength: 12,
		},
	);
	await fc.assert(
		fc.asyncProperty(works, async (all) => {
			const holding = new Set<string>();
			const done: boolean[] = [];
			const running = all.map(async ({ keys: wanted, ms, fails }, index) => {
				await exclusive(wanted, patience(), async () => {
					for (const key of wanted) {
						expect(holding.has(key)).toBe(false);
						holding.add(key);
					}
					await wait(ms);
					for (const key of wanted) holding.delete(key);
					done[index] = true;
					if (fails) throw new Error('failed');
				}).catch(({ message }: Error) => expect(message).toBe('failed'));
			});
			const over = Promise.all(running);
			await jest.advanceTimersByTimeAsync(60_000);
			await over;
			expect(done.filter(Boolean)).toHaveLength(all.length);
		}),
		{ numRuns: 100 },
	);
});

test('first come, first served', async () => {
	const order: number[] = [];
	const over = Promise.all(
		[0, 1, 2, 3].map(async (index) => {
			await exclusive(['a'], patience(), async () => {
				order.push(index);
				await wait(700);
			});
		}),
	);
	await jest.advanceTimersByTimeAsync(10_000);
	await over;
	expect(order).toEqual([0, 1, 2, 3]);
});

test('the wait ends after its time, and when the run is stopped; those behind get their turn', async () => {
	const controller = new AbortController();
	const begun: string[] = [];
	const enter = (name: string, ms: number, how = patience()) =>
		exclusive(['a'], how, async () => {
			begun.push(name);
			await wait(ms);
		}).catch((reason: unknown) => reason);
	const all = Promise.all([
		enter('long', 5000),
		enter('late', 1, patience(2000)),
		enter('stopped', 1, patience(60_000, controller.signal)),
		enter('last', 1),
	]);
	await jest.advanceTimersByTimeAsync(1000);
	controller.abort();
	await jest.advanceTimersByTimeAsync(10_000);
	const [, late, stopped] = await all;
	expect(begun).toEqual(['long', 'last']);
	expect(late).toBeInstanceOf(NotFree);
	expect(late).toMatchObject({ isStopped: false });
	expect(stopped).toMatchObject({ isStopped: true });
});

test('a key that is given back early is free, and is not given back a second time', async () => {
	const log: string[] = [];
	const first = exclusive(['a', 'b'], patience(), async (release) => {
		await wait(100);
		release('a');
		await wait(1000);
		release('a');
		log.push('first');
	});
	const second = exclusive(['a'], patience(), async () => {
		log.push('second');
		await wait(5000);
		log.push('second over');
	});
	const third = exclusive(['a'], patience(), async () => {
		log.push('third');
		await Promise.resolve();
	});
	await jest.advanceTimersByTimeAsync(20_000);
	await Promise.all([first, second, third]);
	expect(log).toEqual(['second', 'first', 'second over', 'third']);
});
