import { partition, upperFirst } from 'lodash';
import type { ICredentialType } from 'n8n-workflow';
import { join } from 'node:path';

import { JOBS } from '../answers/jobs';
import { SampleVendor } from '../answers/vendor';
import { contracts } from '../contracts';
import { registrationCalls } from '../offered';
import { packNodes } from '../descriptions';
import { SEED, WHOLE, seeded } from '../seeded';
import { FaultBench, type Came } from './bench';
import { keyOf, matrixOf, secretsOf, type Case, type Work } from './cases';
import { ERRANDS } from './errands';
import { findingsOf } from './judge';
import { expectNone, offender, type Offender } from './report';
import { FaultServer } from './server';
import { hearLogs } from './traces';

/** Runs that wait at the same time, and those that take much memory. */
const AT_ONCE = 50;
const HEAVY_AT_ONCE = 2;

/** All cases take hours at most. */
const TIMEOUT = WHOLE ? 4 * 60 * 60_000 : undefined;

/** What of the cases `npm test` takes at each vendor. */
const RUNS = { matrix: 80, secrets: 40 };

/** Works through cases, some at a time. */
async function inTurns<T>(all: T[], atOnce: number, work: (one: T) => Promise<void>) {
	const left = all.values();
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (const one of left) await work(one);
		}),
	);
}

/** The suites of faults and of secrets at one vendor; `service` is its name as users read it. */
export function describeFaults(vendorName: string, service: string): void {
	const server = new FaultServer();
	const bench = new FaultBench(vendorName, server);
	const { samples } = new SampleVendor(vendorName);
	const facts = {
		isSafe: (id: string) => samples.get(id)?.safe !== false,
		isUntyped: (id: string) => samples.get(id)?.untyped === true,
		isOpen: (id: string) => samples.get(id)?.open === true,
	};
	const known = new Map<object, Promise<Came>>();
	const plainOf = async (work: Work) => {
		const plain = known.get(keyOf(work)) ?? bench.run({ work });
		known.set(keyOf(work), plain);
		return await plain;
	};

	beforeAll(async () => await server.start());
	beforeEach(hearLogs);
	afterEach(() => void jest.restoreAllMocks());
	afterAll(async () => await server.stop());

	const hold = async (suite: keyof typeof RUNS, all: Case[]) => {
		const cases = seeded(all, Math.ceil(all.length / RUNS[suite]));
		const offenders: Offender[] = [];
		const judge = async (one: Case) => {
			const plain = await plainOf(one.work);
			const came = await bench.run(one);
			const findings = findingsOf(one, came, plain, facts, service);
			offenders.push(...findings.map((finding) => offender(one, came, finding)));
		};
		const [heavy, others] = partition(cases, ({ fault }) => fault.heavy);
		await inTurns(others, AT_ONCE, judge);
		await inTurns(heavy, HEAVY_AT_ONCE, judge);
		expectNone(suite, vendorName, { runs: cases.length, offenders, whole: WHOLE });
		expect(Object.keys(Object.prototype)).toEqual([]);
	};
	const how = WHOLE ? 'all' : `some, seed ${SEED}`;

	test('every picker, credential test and call of a webhook is there', () => {
		const contract = contracts().find(({ vendor }) => vendor === vendorName)!;
		const own = ERRANDS[vendorName];
		const pickers = packNodes()
			.filter(({ folder }) => folder === contract.node)
			.flatMap(({ node: { methods } }) => Object.keys(methods?.listSearch ?? {}));
		const name = upperFirst(JOBS[vendorName].credential);
		const file = join(__dirname, '..', '..', '..', 'credentials', `${name}.credentials`);
		const types = jest.requireActual<Record<string, new () => ICredentialType>>(file);
		const needed = [
			...[...new Set(pickers)].map((method) => `picker ${method}`),
			...(new types[name]().test ? ['credential test'] : []),
		];
		const names = own.map((errand) => errand.name);
		const uses = own.flatMap((errand) => errand.uses);
		expect([
			...needed.filter((one) => !names.includes(one)),
			...registrationCalls(contract).filter((id) => !uses.includes(id)),
		]).toEqual([]);
	});

	test('all work is done when nothing is wrong', async () => {
		const all = matrixOf(vendorName).map(({ work }) => work);
		const works = new Map(all.map((work) => [keyOf(work), work]));
		for (const work of works.values()) {
			const { error, stage } = await plainOf(work);
			expect([keyOf(work), error]).toEqual([keyOf(work), undefined]);
			expect(stage.arrivals).not.toEqual([]);
		}
	});

	test(
		`faults: nothing doubled, leaked, crashed, hung, lost or invented (${how})`,
		async () => await hold('matrix', matrixOf(vendorName)),
		TIMEOUT,
	);

	test(
		`secrets: in nothing that a run leaves (${how})`,
		async () => await hold('secrets', secretsOf(vendorName)),
		TIMEOUT,
	);
}
