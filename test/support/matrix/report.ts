import { countBy, groupBy } from 'lodash';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Came } from './bench';
import { nameOf, type Case } from './cases';
import type { Finding } from './judge';

const COVERAGE = join(__dirname, '..', '..', '..', 'coverage');

/** Examples of each group in the message of a failed test; the rest is in a file. */
const SHOWN = 3;

/** A run that is not as it has to be. */
export interface Offender extends Finding {
	work: string;
	target: string;
	fault: string;
	count: string;
	retryOnFail: boolean;
	encoding: string;
	came: string;
}

/** Puts what is wrong with a run into words. */
export const offender = (one: Case, { error, items }: Came, finding: Finding): Offender => ({
	...finding,
	work: nameOf(one.work),
	target: one.target,
	fault: one.fault.name,
	count: one.count === 1 ? 'once' : 'always',
	retryOnFail: one.retryOnFail,
	encoding: one.encoding,
	came: (error ?? JSON.stringify(items)).slice(0, 400),
});

/** What a suite found at one vendor. */
export interface Found {
	runs: number;
	offenders: Offender[];
	/** Whether these are all cases there are. */
	whole: boolean;
}

/** Leaves the figures in coverage/`suite`/`vendor`.json. */
export function leave(suite: string, vendor: string, { runs, whole, offenders }: Found) {
	const counts = { runs, ...countBy(offenders, 'kind') };
	const folder = join(COVERAGE, suite);
	mkdirSync(folder, { recursive: true });
	writeFileSync(
		join(folder, `${vendor}.json`),
		JSON.stringify({ whole, counts, offenders }, null, '\t'),
	);
}

/** Fails when anything is wrong, with the offenders grouped by what it is. */
export function expectNone(suite: string, vendor: string, found: Found): void {
	leave(suite, vendor, found);
	const { runs, offenders } = found;
	if (runs === 0) throw new Error('There are no cases.');
	if (offenders.length === 0) return;
	const groups = Object.entries(groupBy(offenders, ({ kind, fault }) => `${kind}: ${fault}`)).map(
		([name, all]) => {
			const examples = all.slice(0, SHOWN).map((one) => {
				const how = `${one.count}${one.retryOnFail ? ', Retry On Fail' : ''}, ${one.encoding}`;
				return `  ${one.work} (${one.target}, ${how}): ${one.what.slice(0, 120)}\n    ${one.came.slice(0, 200)}`;
			});
			return `${all.length} × ${name}\n${examples.join('\n')}`;
		},
	);
	throw new Error(
		`${offenders.length} findings in ${runs} runs; all are in coverage/${suite}/${vendor}.json\n\n${groups.join('\n\n')}`,
	);
}
