import { planOf, type Wanted } from '../../bench/plan';

/** What `npm run plan` says of campaigns whose calls can be counted by hand. */

const wanted: Wanted = {
	vendor: 'kore-ai',
	rows: 50_000,
	perMinute: 60,
	latency: 0,
	perExecution: 50_000,
	workers: 1,
};

test.each<[string, Partial<Wanted>, object]>([
	// 50 calls with contacts and 9 others each, as W12 counts them.
	['one execution', {}, { executions: 1, calls: 59, limited: 59, seconds: 59 }],
	['a million contacts', { rows: 1_000_000 }, { executions: 20, calls: 1_180, seconds: 1_180 }],
	['more workers', { rows: 1_000_000, workers: 8 }, { calls: 1_180, seconds: 1_180 }],
	['less than a call', { rows: 10 }, { calls: 10 }],
	['no limit', { vendor: 'koda', perMinute: Infinity, rows: 60_000 }, { calls: 6, limited: 0 }],
])('%s', (_, changes, expected) => {
	expect(planOf({ ...wanted, ...changes })).toMatchObject(expected);
});

test('workers share executions, and no more than there are', () => {
	const free = { ...wanted, perMinute: Infinity, rows: 100_000, latency: 1_000 };
	const alone = planOf(free).seconds;
	expect(planOf({ ...free, workers: 2 }).seconds).toBeCloseTo(alone / 2);
	expect(planOf({ ...free, workers: 9 }).seconds).toBeCloseTo(alone / 2);
});
