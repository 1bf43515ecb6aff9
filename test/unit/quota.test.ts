import { turn } from '../../nodes/shared/quota';

const open = new AbortController().signal;

describe('calls per minute', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	/** Asks for `count` turns at once; `starts` fills with the seconds at which they come. */
	function ask(key: string, count: number, perMinute: number, signal = open) {
		const begun = Date.now();
		const starts: number[] = [];
		const turns = Array.from({ length: count }, async () => {
			await turn(key, perMinute, signal);
			starts.push(Math.floor((Date.now() - begun) / 1000));
		});
		return { starts, all: Promise.all(turns) };
	}

	test('any sixty seconds hold no more of them', async () => {
		const { starts, all } = ask('shop', 7, 3);
		await jest.advanceTimersByTimeAsync(0);
		expect(starts).toEqual([0, 0, 0]);
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
		await Promise.all([ask('bot one', 2, 2).all, ask('bot two', 2, 2).all]);
		const later = ask('bot one', 1, 2);
		await jest.advanceTimersByTimeAsync(30_000);
		expect(later.starts).toEqual([]);
		await jest.advanceTimersByTimeAsync(31_000);
		expect(later.starts).toEqual([60]);
	});

	test('do not hold back a run that is stopped', async () => {
		const halt = new AbortController();
		const { all } = ask('stopped', 5, 1, halt.signal);
		await jest.advanceTimersByTimeAsync(1_000);
		halt.abort();
		await jest.advanceTimersByTimeAsync(1_000);
		await expect(all).resolves.toHaveLength(5);
	});
});
