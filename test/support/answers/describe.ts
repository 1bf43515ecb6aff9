import { Client } from '../../../nodes/shared/call/client';
import { contracts } from '../contracts';
import { ONLY_IN_TRIGGERS } from '../offered';
import { operationsOf, packNodes } from '../descriptions';
import { vendorIn } from '../operations';
import { SEED, WHOLE, seeded } from '../seeded';
import { EVENTS } from './events';
import { JOBS } from './jobs';
import { LISTS, NO_LISTS } from './lists';
import { SUCCESS } from './success';
import { PollBench, eventCasesOf } from './polls';
import { expectNone, type Offender } from './report';
import { RunBench, casesOf } from './runs';
import { SampleVendor } from './vendor';

/** All cases take minutes. */
const TIMEOUT = WHOLE ? 60 * 60_000 : undefined;

/** One in how many of the cases `npm test` takes: an event costs some polls, and a poll many calls. */
const OF_OPERATIONS = 8;
const OF_EVENTS = 32;

/** How many it takes of a vendor's operations at most. */
const MOST = 500;

const how = WHOLE ? 'all' : `some, seed ${SEED}`;

/**
 * The suite of one vendor: every sample answer of its contract, changed systematically, for every operation and event
 * that uses it. What has to come is in judge.ts. `service` is the vendor's name as users read it.
 */
export function describeAnswers(vendorName: string, service: string): void {
	const vendor = new SampleVendor(vendorName);
	let url: string;
	beforeAll(async () => {
		url = await vendor.start();
		// All that is waited for is done at the first look, or never.
		jest.spyOn(Client.prototype, 'wait').mockResolvedValue();
	});
	afterAll(async () => await vendor.stop());

	const { node, composed } = contracts().find(({ vendor: name }) => name === vendorName)!;
	const { jobs } = JOBS[vendorName];

	test('every operation gives what the samples have when nothing is changed', async () => {
		const page = jest.spyOn(Client.prototype, 'page');
		const bench = new RunBench(vendor, url);
		const faults: string[] = [];
		for (const job of jobs) {
			const { came, heard } = await bench.plainOf(job);
			const missing = job.uses.filter((target) => !heard.some(({ id }) => id === target));
			if (came.error !== undefined) faults.push(`${job.id}: ${came.error}`);
			else if (missing.length > 0) faults.push(`${job.id} did not use ${missing.join(', ')}`);
			else if (came.items.length === 0) faults.push(`${job.id} gave nothing`);
		}
		expect(faults).toEqual([]);
		// What is read as a list, or is one by the contract, has the changes of a list.
		const { routes } = vendorIn(node);
		const read = page.mock.calls.map(([id]) => id);
		const lists = Object.keys(routes).filter((id) => routes[id].rowNames);
		const missing = [...new Set([...read, ...lists])].filter(
			(id) => !(id in LISTS[vendorName]) && !(`${vendorName} ${id}` in NO_LISTS),
		);
		expect(missing).toEqual([]);
	});

	test('every action of its nodes is there', () => {
		const own = new Set(jobs.map(({ id }) => id));
		const offered = packNodes()
			.filter(({ folder }) => folder === node)
			.flatMap(({ description }) => operationsOf(description).map(({ id }) => id));
		expect(offered.length).toBeGreaterThan(0);
		expect(offered.filter((id) => !own.has(id) && composed.get(id)?.length !== 0)).toEqual([]);
	});

	test('every call of what is made of several is there, as a call of that', () => {
		const missing = [...composed].flatMap(([id, uses]) => {
			const own = new Set(jobs.filter((job) => job.id === id).flatMap((job) => job.uses));
			return uses.filter((use) => !own.has(use)).map((use) => `${id}: ${use}`);
		});
		expect(missing).toEqual([]);
	});

	test('every write is there with what shows that it was done', () => {
		const { routes } = vendorIn(node);
		const writes = [...vendor.samples.values()].filter(({ id, safe }) => {
			const shown = Object.keys(routes[id].shows ?? {});
			return !safe && !ONLY_IN_TRIGGERS.test(id) && shown.some((path) => path !== '.');
		});
		expect(writes.map(({ id }) => `${vendorName} ${id}`).filter((id) => !(id in SUCCESS))).toEqual(
			[],
		);
	});

	test('every operation of the contract is there', () => {
		const used = new Set([
			...jobs.flatMap(({ uses }) => uses),
			...EVENTS[vendorName].flatMap(({ uses }) => uses),
		]);
		const others = [...vendor.samples.keys()].filter((id) => !ONLY_IN_TRIGGERS.test(id));
		expect(others.filter((id) => !used.has(id))).toEqual([]);
	});

	test(
		`operations: the data or a clear error (${how})`,
		async () => {
			const bench = new RunBench(vendor, url);
			const offenders: Offender[] = [];
			const all = casesOf(vendor);
			const cases = seeded(all, Math.max(OF_OPERATIONS, Math.ceil(all.length / MOST)));
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
		`events: each comes once, or a clear error (${how})`,
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
