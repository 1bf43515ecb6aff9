import { accounts } from '../../../engine/credentials';
import { runNode, type Result } from '../../../engine/runNode';
import { changesOf } from './changes';
import type { Change } from './kinds';
import { JOBS, type AnswerJob } from './jobs';
import { faultsOf, type Case, type Outcome } from './judge';
import { offender, type Offender } from './report';
import type { Heard, SampleVendor } from './vendor';

/** Whether the answer lacks what the work would have to know, without showing it. */
const isPartial = ({ kind, spoils }: Change) => kind === 'less' || kind === 'empty' || spoils;

/** Runs one operation at a vendor that has nothing but samples. */
export async function runJob(
	vendor: SampleVendor,
	url: string,
	{ id, parameters, item, account, rows = {}, answers = {} }: AnswerJob,
): Promise<Result> {
	const { node, credential } = JOBS[vendor.name];
	const [resource, operation] = id.split('.');
	vendor.rows.clear();
	vendor.answers.clear();
	for (const [name, list] of Object.entries(rows)) vendor.rows.set(name, list(vendor.rowsOf(name)));
	for (const [name, given] of Object.entries(answers)) vendor.answers.set(name, given);
	return await runNode({
		node,
		parameters: { resource, operation, ...parameters },
		credentials: { [credential]: { ...accounts(url)[credential], ...account } },
		items: item && [item],
	});
}

/** Runs operations of one node at a vendor that has nothing but samples. */
export class RunBench {
	private readonly plain = new Map<AnswerJob, Promise<{ came: Outcome; heard: Heard[] }>>();

	constructor(
		readonly vendor: SampleVendor,
		private readonly url: string,
	) {}

	private async run(job: AnswerJob): Promise<Outcome> {
		const { error, json, run } = await runJob(this.vendor, this.url, job);
		const hints = run.data.resultData.runData.Node?.[0]?.hints ?? [];
		return {
			items: json,
			error: error && `${error.message} — ${error.description ?? ''}`,
			hints: hints.map(({ message }) => message),
		};
	}

	/** What comes of a job when nothing is changed. */
	async plainOf(job: AnswerJob): Promise<{ came: Outcome; heard: Heard[] }> {
		const known = this.plain.get(job);
		if (known) return await known;
		this.vendor.begin();
		const made = this.run(job).then((came) => ({ came, heard: this.vendor.heard }));
		this.plain.set(job, made);
		return await made;
	}

	private effects(heard: Heard[]): Map<string, number> {
		const counts = new Map<string, number>();
		for (const { id } of heard) {
			if (this.vendor.samples.get(id)!.safe) continue;
			counts.set(id, (counts.get(id) ?? 0) + 1);
		}
		return counts;
	}

	/** Runs a job while the answers to one operation are changed; answers what is wrong, if anything. */
	async judge(
		job: AnswerJob,
		target: string,
		change: Change,
		service: string,
	): Promise<Offender | undefined> {
		const { vendor } = this;
		const plain = await this.plainOf(job);
		vendor.begin(target, change.alter);
		const came = await this.run(job);
		const sample = vendor.samples.get(target)!;
		const one: Case = {
			vendor: vendor.name,
			service,
			target: sample,
			change,
			plain: plain.came,
			plainEffects: this.effects(plain.heard),
			never: isPartial(change) ? [] : (job.never ?? []),
			reads: !job.derived,
			needsAll: !job.findsOne,
			isList: !job.derived && target in vendor.lists,
		};
		const faults = faultsOf(one, came, vendor.heard, this.effects(vendor.heard));
		if (faults.length === 0) return undefined;
		const served = vendor.heard.find(({ id }) => id === target)?.answer;
		return offender(`${vendor.name} ${job.id}`, target, change, served, came, faults);
	}
}

/** Every job of a vendor with every changed answer of each operation that it uses. */
export function casesOf(vendor: SampleVendor): Array<[AnswerJob, string, Change]> {
	return JOBS[vendor.name].jobs.flatMap((job) =>
		job.uses.flatMap((target) =>
			changesOf(
				sampleIn(vendor, job, target),
				vendor.lists[target],
				job.rows?.[target]?.(vendor.rowsOf(target)).length !== 0,
			).map((change): [AnswerJob, string, Change] => [job, target, change]),
		),
	);
}

/** A contract's sample, or what a job has in its place. */
function sampleIn(vendor: SampleVendor, { answers }: AnswerJob, target: string) {
	const sample = vendor.samples.get(target)!;
	const given = answers?.[target];
	return given === undefined ? sample : { ...sample, answer: given };
}
