import { groupBy } from 'lodash';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { WHOLE } from '../seeded';
import type { Change } from './kinds';
import type { Outcome } from './judge';
import { Verbatim } from './vendor';

const FOLDER = join(__dirname, '..', '..', '..', 'coverage', 'answers');

/** Examples of each group in the message of a failed test; the rest is in a file. */
const SHOWN = 3;

/** A case that breaks the rule. */
export interface Offender {
	/** What ran. */
	job: string;
	/** Whose answer was changed. */
	target: string;
	change: string;
	kind: string;
	answer: string;
	came: string;
	faults: string[];
}

const clip = (text: string, length: number) =>
	text.length > length ? `${text.slice(0, length)}…` : text;

const inLine = (value: unknown) =>
	value instanceof Verbatim ? `(text) ${value.text}` : (JSON.stringify(value) ?? 'nothing');

/** Puts a broken case into words; `served` is the changed answer. */
export const offender = (
	job: string,
	target: string,
	{ name, kind }: Change,
	served: unknown,
	{ error, items, hints }: Outcome,
	faults: string[],
): Offender => ({
	job,
	target,
	change: name,
	kind,
	answer: clip(inLine(served), 300),
	came: clip(error ?? `${inLine(items)} ${hints.join(' ')}`, 400),
	faults,
});

/** A fault without what is special to its case. */
const kindOf = (fault: string) =>
	fault.replace(/: .*/s, '').replace(/^\d+ (came )?of \d+/, 'fewer or more');

/**
 * Fails with the offenders among `count` cases, grouped by what is wrong with them; all of them are left in
 * coverage/answers/`name`.json.
 */
export function expectNone(offenders: Offender[], count: number, name: string): void {
	mkdirSync(FOLDER, { recursive: true });
	const counts = { runs: count, wrong: offenders.length };
	const found = { whole: WHOLE, counts, offenders };
	writeFileSync(join(FOLDER, `${name}.json`), JSON.stringify(found, null, '\t'));
	if (count === 0) throw new Error('There are no cases.');
	if (offenders.length === 0) return;
	const each = offenders.flatMap((one) => one.faults.map((fault) => ({ ...one, fault })));
	const groups = Object.entries(groupBy(each, ({ fault }) => kindOf(fault))).map(([fault, all]) => {
		const examples = all.slice(0, SHOWN).map(({ job, target, change, answer, came }) => {
			const of = job.endsWith(target) ? '' : ` (${target})`;
			return `  ${job}${of}, ${change}\n    answered ${clip(answer, 120)}\n    came     ${clip(came, 160)}`;
		});
		return `${all.length} × ${fault}\n${examples.join('\n')}`;
	});
	throw new Error(
		`${offenders.length} of ${count} changed answers break the rule; all are in coverage/answers/${name}.json\n\n${groups.join('\n\n')}`,
	);
}
