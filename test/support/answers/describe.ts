import { SEED, WHOLE, seeded } from '../seeded';
import { EVENTS } from './events';
import { JOBS } from './jobs';
import { PollBench, eventCasesOf } from './polls';
import { expectNone, type Offender } from './report';
import { RunBench, casesOf } from './runs';
import { SampleVendor } from './vendor';

/** All cases take minutes. */
const TIMEOUT = WHOLE ? 60 * 60_000 : undefined;

/** What of the cases `npm test` takes: an event costs some polls, and a poll many calls. */
const OF_OPERATIONS = 8;
const OF_EVENTS = 32;

const how = (oneIn: number) => (WHOLE ? 'all' : `one in ${oneIn}, seed ${SEED}`);

/**
 * The suite of one vendor: every sample answer of its contract, changed systematically, for every operation and event
 * that uses it. What has to come is in judge.ts. `service` is the vendor's name as users read it.
 */
export function describeAnswers(vendorName: string, service: string): void {
	const vendor = new SampleVendor(vendorName);
	let url: string;
	beforeAll(async () => {
		url = await vendor.start();
	});
	afterAll(async () => await vendor.stop());

	test('every operation gives what the samples have when nothing is changed', async () => {
		const bench = new RunBench(vendor, url);
		const faults: string[] = [];
		for (const job of JOBS[vendorName].jobs) {
			const { came, heard } = await bench.plainOf(job);
			const missing = job.uses.filter((target) => !heard.some(({ id }) => id === target));
			if (came.error !== undefined) faults.push(`${job.id}: ${came.error}`);
			else if (missing.length > 0) faults.push(`${job.id} did not use ${missing.join(', ')}`);
			else if (came.items.length === 0) faults.push(`${job.id} gave nothing`);
		}
		expect(faults).toEqual([]);
	});

	test('every operation of the contract is there', () => {
		const used = new Set([
			...JOBS[vendorName].jobs.flatMap(({ uses }) => uses),
			...EVENTS[vendorName].flatMap(({ uses }) => uses),
		]);
		// Of a trigger that registers its webhook: they have tests of their own.
		const others = [...vendor.samples.keys()].filter((id) => !id.startsWith('webhook.'));
		expect(others.filter((id) => !used.has(id))).toEqual([]);
	});

	test(
		`operations: the data or a clear error (${how(OF_OPERATIONS)})`,
		async () => {
			const bench = new RunBench(vendor, url);
			const offenders: Offender[] = [];
			const cases = seeded(casesOf(vendor), OF_OPERATIONS);
			for (const [job, target, change] of cases) {
				const found = await bench.judge(job, target, change, service);
				if (found) offenders.push(found);
			}
			expectNone(offenders, cases.length, vendorName);
		},
		TIMEOUT,
	);

	if (EVENTS[vendorName].length === 0) return;

	test('every event comes, once, when nothing is changed', async () => {
		const bench = new PollBench(vendor, url);
		for (const job of EVENTS[vendorName]) {
			const { before, came, later } = await bench.plainOf(job);
			const errors = [before, came, later].map(({ error }) => error);
			expect([job.event, ...errors]).toEqual([job.event, undefined, undefined, undefined]);
			const counts = [before, came, later].map(({ items }) => items.length > 0);
			expect([job.event, ...counts]).toEqual([job.event, false, true, false]);
		}
	});

	test(
		`events: each comes once, or a clear error (${how(OF_EVENTS)})`,
		async () => {
			const bench = new PollBench(vendor, url);
			const offenders: Offender[] = [];
			const cases = seeded(eventCasesOf(vendor), OF_EVENTS);
			for (const [job, target, change] of cases) {
				const found = await bench.judge(job, target, change, service);
				if (found) offenders.push(found);
			}
			expectNone(offenders, cases.length, `${vendorName}-events`);
		},
		TIMEOUT,
	);
}
