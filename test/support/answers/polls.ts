import { isEmpty } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { accounts } from '../../../engine/credentials';
import { pollTrigger } from '../contexts';
import { changesOf } from './changes';
import type { Change } from './kinds';
import { play, EVENTS, type EventJob } from './events';
import { JOBS } from './jobs';
import { faultsOf, leavesOf, type Outcome } from './judge';
import { offender, type Offender } from './report';
import { takeRows } from './listChanges';
import { Verbatim, type Heard, type SampleVendor } from './vendor';

/** The triggers of one vendor, at one that has nothing but samples. */
export class PollBench {
	private readonly plain = new Map<EventJob, ReturnType<PollBench['watch']>>();

	constructor(
		readonly vendor: SampleVendor,
		private readonly url: string,
	) {}

	private async poll({ node, event, parameters, account }: EventJob, staticData?: IDataObject) {
		const { credential } = JOBS[this.vendor.name];
		const credentials = { [credential]: { ...accounts(this.url)[credential], ...account } };
		const setup = { node, parameters: { event, ...parameters }, credentials, timezone: 'UTC' };
		try {
			const polled = await pollTrigger({ ...setup, staticData: structuredClone(staticData) });
			const came: Outcome = { items: polled.json, hints: polled.warnings };
			return { came, staticData: polled.staticData };
		} catch (reason) {
			const { message, description } = reason as Error & { description?: string };
			const came: Outcome = { items: [], hints: [], error: `${message} — ${description ?? ''}` };
			// n8n keeps nothing of a poll that failed.
			return { came, staticData };
		}
	}

	/** A poll before the event, one after it while the answers to an operation are changed, and one that is told all. */
	private async watch(job: EventJob, target?: string, change?: Change) {
		const { vendor } = this;
		vendor.begin();
		play(vendor, job, 'before');
		const before = await this.poll(job);
		play(vendor, job, 'after');
		vendor.begin(target, change?.alter);
		const changed = await this.poll(job, before.staticData);
		const { heard } = vendor;
		vendor.begin();
		const after = await this.poll(job, changed.staticData);
		return { before: before.came, came: changed.came, heard, later: after.came };
	}

	/** Whether the content of rows was changed, so that one without an ID may rightly look like another. */
	private isTouched({ id, answer, regular }: Heard): boolean {
		const form = this.vendor.lists[id];
		const parts = form ? takeRows(form, regular) : [regular];
		const text = JSON.stringify(answer) ?? '';
		return answer !== regular && !parts.every((part) => text.includes(JSON.stringify(part)));
	}

	/** What comes of an event when nothing is changed: before it, and after it. */
	async plainOf(job: EventJob): Promise<{ before: Outcome; came: Outcome; later: Outcome }> {
		const known = this.plain.get(job) ?? this.watch(job);
		this.plain.set(job, known);
		return await known;
	}

	/** Watches an event while the answers to one operation are changed; answers what is wrong, if anything. */
	async judge(
		job: EventJob,
		target: string,
		change: Change,
		service: string,
	): Promise<Offender | undefined> {
		const { vendor } = this;
		const plain = (await this.plainOf(job)).came;
		const { came, heard, later } = await this.watch(job, target, change);
		const served = heard.find(({ id }) => id === target)?.answer;
		if (job.excused?.test(change.name)) return undefined;
		const text = served instanceof Verbatim ? served.text : served;
		if (job.mayBeEmpty && isEmpty(text)) return undefined;
		const faults = faultsOf(
			{
				vendor: vendor.name,
				service,
				target: vendor.samples.get(target)!,
				// A poll has no hints; what more is announced may come later.
				change: change.kind === 'short' ? { ...change, kind: 'same' } : change,
				plain: { ...plain, items: plain.items.map(keyOf) },
				plainEffects: new Map(),
				never: [],
				reads: true,
				needsAll: false,
				isAfter: false,
				isLookedUp: false,
				isList: true,
			},
			came,
			heard,
			new Map(),
		);
		if (change.kind !== 'less' && !change.spoils) {
			const given = [...came.items, ...later.items].length;
			if (later.error !== undefined) faults.push(`the next poll fails: ${later.error}`);
			else if (given < plain.items.length)
				faults.push(`${given} of ${plain.items.length} came in the end`);
			else if (given > plain.items.length && !heard.some((one) => this.isTouched(one)))
				faults.push(`${given} came of ${plain.items.length}`);
		}
		if (faults.length === 0) return undefined;
		return offender(`${vendor.name} ${job.event}`, target, change, served, came, faults);
	}
}

/** Times differ from run to run. */
const keyOf = (item: unknown): unknown =>
	leavesOf(item).filter((leaf) => !/^\d{4}-\d\d-\d\d|^\d{10,13}$/.test(leaf));

/** Every event of a vendor with every changed answer of each operation that it uses. */
export function eventCasesOf(vendor: SampleVendor): Array<[EventJob, string, Change]> {
	return EVENTS[vendor.name].flatMap((job) =>
		job.uses.flatMap((target) =>
			changesOf(vendor.samples.get(target)!, vendor.lists[target]).map(
				(change): [EventJob, string, Change] => [job, target, change],
			),
		),
	);
}
