import { accounts } from '../../../engine/credentials';
import { runNode, type Result } from '../../../engine/runNode';
import { changesOf } from './changes';
import type { Change } from './kinds';
import type { AnswerJob } from './job';
import { JOBS, nodeOf } from './jobs';
import { faultsOf, type Case, type Outcome } from './judge';
import { offender, type Offender } from './report';
import type { Heard, SampleVendor } from './vendor';

/** Whether the answer lacks what the work would have to know, without showing it. */
const isPartial = ({ kind, spoils }: Change) => kind === 'less' || kind === 'empty' || spoils;

/** Runs one operation at a vendor that has nothing but samples. */
export async function runJob(vendor: SampleVendor, url: string, job: AnswerJob): Promise<Result> {
	const { id, parameters, item, account } = job;
	const { credential } = JOBS[vendor.name];
	const [resource, operation] = id.split('.');
	vendor.prepare(job);
	return await runNode({
		node: nodeOf(vendor.name, job),
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
		vendor.begin(target, change.alter, change.kind === 'error');
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
			isLookedUp: job.lookedUp?.includes(target) === true,
			isAfter: job.after?.includes(target) === true,
			isList: !job.derived && formOf(vendor, job, target) !== undefined,
		};
		const faults = faultsOf(one, came, vendor.heard, this.effects(vendor.heard));
		if (faults.length === 0) return undefined;
		const served = vendor.heard.find(({ id }) => id === target)?.answer;
		return offender(`${vendor.name} ${job.id}`, target, change, served, came, faults);
	}
}

/** Every job of a vendor with every changed answer of each operation that it uses. */
export function casesOf(vendor: SampleVendor): Array<[AnswerJob, string, Change]> {
	vendor.prepare({});
	return JOBS[vendor.name].jobs.flatMap((job) =>
		job.uses.flatMap((target) =>
			changesOf(
				sampleIn(vendor, job, target),
				formOf(vendor, job, target),
				job.rows?.[target]?.(vendor.rowsOf(target)).length !== 0,
			).map((change): [AnswerJob, string, Change] => [job, target, change]),
		),
	);
}

/** The form of the list that a job reads by a call; undefined where it reads none. */
const formOf = (vendor: SampleVendor, { beside = [] }: AnswerJob, target: string) =>
	beside.includes(target) ? undefined : vendor.lists[target];

/** A contract's sample, or what a job has in its place. */
function sampleIn(vendor: SampleVendor, { answers }: AnswerJob, target: string) {
	const sample = vendor.samples.get(target)!;
	const given = answers?.[target];
	return given === undefined ? sample : { ...sample, answer: given };
}
