import { Pool } from '../../nodes/shared/call/pool';
import { takeTurn } from '../../nodes/shared/call/rateLimit';

describe('calls per minute', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	/** A run with `count` calls at once; `starts` fills with the seconds at which they go out. */
	function run(key: string, count: number, perMinute: number, pool = new Pool(50)) {
		pool.answered();
		const begun = Date.now();
		const starts: number[] = [];
		const heldBack = () => takeTurn(key, perMinute, pool);
		const calls = Array.from({ length: count }, async () => {
			const call = async () => await Promise.resolve(starts.push((Date.now() - begun) / 1000));
			await pool.run(call, { heldBack });
		});
		return { starts, all: Promise.all(calls) };
	}

	/** The same with numbers without a fraction. */
	const seconds = (starts: number[]) => starts.map(Math.floor);

	test('any sixty seconds hold no more of them', async () => {
		const { starts, all } = run('shop', 7, 3);
		await jest.advanceTimersByTimeAsync(0);
		expect(seconds(starts)).toEqual([0, 0, 0]);
		await jest.advanceTimersByTimeAsync(59_000);
		expect(starts).toHaveLength(3);
		await jest.advanceTimersByTimeAsync(2_000);
		expect(starts).toHaveLength(6);
		await jest.advanceTimersByTimeAsync(61_000);
		await all;
		expect(starts).toHaveLength(7);
		expect(starts[6]).toBeGreaterThanOrEqual(120);
	});

	test('are counted over runs, and by key', async () => {
		await Promise.all([run('bot one', 2, 2).all, run('bot two', 2, 2).all]);
		const later = run('bot one', 1, 2);
		await jest.advanceTimersByTimeAsync(30_000);
		expect(later.starts).toEqual([]);
		await jest.advanceTimersByTimeAsync(31_000);
		expect(seconds(later.starts)).toEqual([60]);
	});

	test('of a run that is stopped are neither held back nor counted', async () => {
		const pool = new Pool(50);
		const { starts, all } = run('stopped', 5, 1, pool);
		await jest.advanceTimersByTimeAsync(1_000);
		expect(starts).toHaveLength(1);
		pool.stop();
		await jest.advanceTimersByTimeAsync(1_000);
		await expect(all).resolves.toHaveLength(5);
		const next = run('stopped', 1, 2);
		// Its place in the line is kept for two seconds.
		await jest.advanceTimersByTimeAsync(3_000);
		expect(next.starts).toHaveLength(1);
	});

	test('a run with a lower limit gets through beside one with a higher', async () => {
		const long = run('both', 300, 60);
		await jest.advanceTimersByTimeAsync(1_000);
		const short = run('both', 5, 30);
		await jest.advanceTimersByTimeAsync(62_000);
		expect(short.starts).toHaveLength(5);
		await jest.advanceTimersByTimeAsync(400_000);
		await Promise.all([long.all, short.all]);
		const all = [...long.starts, ...short.starts.map((start) => start + 1)].sort((a, b) => a - b);
		for (const [index, start] of all.entries()) {
			const next = all[index + 60] ?? Infinity;
			expect(next - start).toBeGreaterThanOrEqual(59.999);
		}
	});

	test('a run that waits no more holds up no other', async () => {
		const gone = {};
		expect(takeTurn('left', 1, {})).toBe(0);
		expect(takeTurn('left', 1, gone)).toBeGreaterThan(0);
		const next = run('left', 1, 1);
		await jest.advanceTimersByTimeAsync(63_000);
		expect(next.starts).toHaveLength(1);
	});
});
