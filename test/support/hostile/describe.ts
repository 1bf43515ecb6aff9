import fc from 'fast-check';
import { countBy, uniqBy } from 'lodash';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';

import { fieldsOf } from '../../../nodes/shared/node/describe';
import { requestOptions } from '../../../nodes/shared/call/settings';
import type { AnswerJob } from '../answers/job';
import { JOBS } from '../answers/jobs';
import { contracts } from '../contracts';
import { vendorIn } from '../operations';
import { SEED, WHOLE, seeded } from '../seeded';
import { HostileBench, type Fault, type Finding } from './bench';
import { spotsOf, type Spot } from './spots';
import { anyValue } from './values';

const FOLDER = join(__dirname, '..', '..', '..', 'coverage', 'hostile');

/** All of them take minutes. */
const TIMEOUT = WHOLE ? 60 * 60_000 : undefined;

/** Of the places where a value can be put, what `npm test` takes; and values for each. */
const ONE_IN = 6;
const VALUES = WHOLE ? 10 : 2;

/** Findings in the message of a failed test; the rest is in a file. */
const SHOWN = 12;

const FAULTS: Fault[] = ['crashed', 'hung', 'other path', 'altered', 'sent'];

/** A value that broke the rule. */
export interface Offender extends Finding {
	where: string;
	value: string;
}

/** With a small number in it every call but the first waits, as it should. */
const WAITING = 'callsPerMinute';

/** Every place of every operation of a vendor where a value can be put, those of Request Options once. */
export function placesOf(vendorName: string): Array<[AnswerJob, Spot]> {
	const { node } = contracts().find(({ vendor }) => vendor === vendorName)!;
	const operations = new Map(vendorIn(node).operations);
	const jobs = uniqBy(JOBS[vendorName].jobs, 'id');
	return jobs.flatMap((job, index) => {
		const fields = [...fieldsOf(operations.get(job.id)!), ...(index === 0 ? [requestOptions] : [])];
		return spotsOf(fields, job.parameters)
			.filter(({ field }) => field.name !== WAITING)
			.map((spot): [AnswerJob, Spot] => [job, spot]);
	});
}

/** Leaves the figures of a suite in coverage/hostile, and fails with what broke the rule. */
export function expectNoFindings(name: string, runs: number, offenders: Offender[]): void {
	const counts = countBy(offenders, ({ fault }) => fault);
	const figures = Object.fromEntries(FAULTS.map((fault) => [fault, counts[fault] ?? 0]));
	mkdirSync(FOLDER, { recursive: true });
	const report = { suite: name, whole: WHOLE, runs, ...figures, offenders };
	writeFileSync(join(FOLDER, `${name}.json`), JSON.stringify(report, null, '\t'));
	if (runs === 0) throw new Error('There are no runs.');
	if (offenders.length === 0) return;
	const told = offenders
		.slice(0, SHOWN)
		.map(({ where, value, fault, what }) => `${fault}: ${where} = ${value}\n    ${what}`);
	throw new Error(
		`${offenders.length} findings in ${runs} runs; all are in coverage/hostile/${name}.json\n${told.join('\n')}`,
	);
}

/** A value in one line. */
export const inLine = (value: unknown) =>
	inspect(value, { depth: 3, breakLength: Infinity, maxStringLength: 80, maxArrayLength: 5 });

/** The suite of one vendor: any value in every field of every operation. */
export function describeHostile(vendorName: string): void {
	const bench = new HostileBench(vendorName);
	let foreign: string;
	beforeAll(async () => {
		foreign = await bench.start();
	});
	afterAll(async () => await bench.stop());

	const places = placesOf(vendorName);
	const how = WHOLE ? 'all places' : `one place in ${2 * ONE_IN}, seed ${SEED}`;

	test(
		`no value makes a field crash, hang, lead elsewhere or become another one (${how})`,
		async () => {
			const offenders: Offender[] = [];
			const chosen = seeded(places, ONE_IN);
			let runs = 0;
			for (const [job, spot] of chosen) {
				const seed = SEED + places.findIndex(([, one]) => one === spot);
				for (const value of fc.sample(anyValue(foreign), { seed, numRuns: VALUES })) {
					runs++;
					const findings = await bench.judge(job, spot, value);
					const where = `${vendorName} ${job.id} ${spot.name}`;
					offenders.push(...findings.map((one) => ({ ...one, where, value: inLine(value) })));
				}
			}
			expectNoFindings(vendorName, runs, offenders);
		},
		TIMEOUT,
	);
}
