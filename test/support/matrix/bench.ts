import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../../../engine/runNode';
import { play, type EventJob } from '../answers/events';
import type { AnswerJob } from '../answers/job';
import { JOBS, nodeOf } from '../answers/jobs';
import { pollTrigger } from '../contexts';
import { accountOf, type Account } from './accounts';
import { vendorFor, type Case } from './cases';
import type { Errand } from './errands';
import { REFUSED, type Fault } from './faults';
import type { FaultServer, Stage } from './server';
import { withLogs } from './traces';
import { unlessHung } from './watchdog';

/** What came of a work. */
interface Outcome {
	items: IDataObject[];
	thrown?: Error & { description?: string | null };
	hints: string[];
	/** What it leaves, to be searched for secrets. */
	left: unknown;
}

/** What came of a case. */
export interface Came extends Outcome {
	/** Message and description of what was thrown. */
	error?: string;
	isHung: boolean;
	/** Secrets of the run. */
	secrets: string[];
	stage: Stage;
	/** Of a poll, the next one, when nothing is wrong any more: how many events it gave, or its error. */
	later?: number | string;
}

/** Seconds that are enough for all but an answer that never comes, and those for one that does not. */
const TIMEOUT = { regular: 60, slow: 1 };

/** Seconds that a call may wait to be repeated: enough on a busy machine where that helps, and few where it does not. */
const MAX_RETRY_WAIT = { once: 6, always: 1 };

/** Milliseconds after which somebody listens, where it is refused once. */
const LATE = 200;

const settingsOf = ({ fault, count }: { fault?: Fault; count?: number }) => ({
	timeout: fault?.slow ? TIMEOUT.slow : TIMEOUT.regular,
	maxRetryWait: count === Infinity ? MAX_RETRY_WAIT.always : MAX_RETRY_WAIT.once,
});

/** n8n's settings of the node. */
const RETRY = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

/** How the token endpoint of OAuth 2 is told the client, in turn. */
const AUTHENTICATIONS = ['header', 'body'];

const HUNG: Outcome = { items: [], hints: [], left: undefined };

let made = 0;

/** Runs work of one vendor at a server that has faults. */
export class FaultBench {
	constructor(
		readonly vendorName: string,
		readonly server: FaultServer,
	) {}

	/** What comes of a case, or of a work alone when nothing is wrong. */
	async run(one: Partial<Case> & Pick<Case, 'work'>): Promise<Came> {
		const id = `c${String(++made).padStart(6, '0')}`;
		const { work, fault, target, count = 1, encoding = 'plain' } = one;
		const { credential } = JOBS[this.vendorName];
		const account = accountOf(credential, id, encoding);
		const isRefused = fault === REFUSED;
		const cast = { vendor: vendorFor(this.vendorName, work), account };
		const stage = await this.server.open(id, cast, isRefused);
		const authentication = AUTHENTICATIONS[encoding.length % 2];
		const changes = 'errand' in work ? {} : ('job' in work ? work.job : work.event).account;
		account.use(stage.url, { authentication, ...changes });
		let late: NodeJS.Timeout | undefined;
		const spoil = async () => {
			if (!isRefused) return void Object.assign(stage, { target, fault, count });
			await stage.door?.shut();
			if (count === 1) late = setTimeout(() => void stage.door?.open(), LATE);
		};
		try {
			if ('event' in work) return await this.watch(work.event, account, stage, spoil);
			await spoil();
			return await this.come(account, stage, (onStart) =>
				'job' in work
					? this.runJob(work.job, account, one, onStart)
					: runErrand(work.errand, account),
			);
		} finally {
			clearTimeout(late);
			await this.server.close(id);
		}
	}

	/** Does a work, while all that it leaves is kept; ends it when it hangs. */
	private async come(
		{ secrets }: Account,
		stage: Stage,
		work: (onStart: (stop: () => void) => void) => Promise<Outcome>,
	): Promise<Came> {
		let stop: (() => void) | undefined;
		const [came, logs] = await withLogs(
			async () =>
				await unlessHung(
					async () => await work((how) => (stop = how)),
					() => stop?.(),
				),
		);
		const outcome = came ?? HUNG;
		const { thrown, left } = outcome;
		const error = thrown && `${thrown.message} — ${thrown.description ?? ''}`;
		return { ...outcome, error, isHung: !came, left: [left, thrown, logs], secrets, stage };
	}

	private async runJob(
		job: AnswerJob,
		account: Account,
		one: Partial<Case>,
		onStart: (stop: () => void) => void,
	): Promise<Outcome> {
		const [resource, operation] = job.id.split('.');
		const { error, outputs, run } = await runNode({
			node: nodeOf(this.vendorName, job),
			parameters: {
				resource,
				operation,
				...job.parameters,
				requestOptions: settingsOf(one),
			},
			credentials: { [account.credential]: account.data },
			items: job.item && [job.item],
			settings: one.retryOnFail ? RETRY : {},
			onStart: (execution) => onStart(() => execution.cancel()),
		});
		const hints = run.data.resultData.runData.Node?.[0]?.hints ?? [];
		return {
			items: outputs.flat().map(({ json }) => json),
			thrown: error,
			hints: hints.map(({ message }) => message),
			left: run,
		};
	}

	/** A poll before the event, one after it with the fault, and one without. */
	private async watch(
		job: EventJob,
		account: Account,
		stage: Stage,
		spoil: () => Promise<void>,
	): Promise<Came> {
		let staticData: IDataObject | undefined;
		const poll = async () =>
			await this.come(account, stage, async () => {
				const { node, event, parameters } = job;
				const requestOptions = settingsOf(stage);
				// Each of them asks for a token of its own.
				account.forget();
				try {
					const polled = await pollTrigger({
						node,
						parameters: { event, ...parameters, requestOptions },
						credentials: { [account.credential]: account.data },
						timezone: 'UTC',
						staticData: structuredClone(staticData),
					});
					// n8n keeps nothing of a poll that failed.
					({ staticData } = polled);
					return { items: polled.json, hints: polled.warnings, left: polled };
				} catch (thrown) {
					return { items: [], hints: [], thrown: thrown as Error, left: undefined };
				}
			});
		play(stage.vendor, job, 'before');
		await stage.door?.open();
		await poll();
		play(stage.vendor, job, 'after');
		stage.arrivals = [];
		await spoil();
		const came = await poll();
		const { arrivals } = stage;
		Object.assign(stage, { arrivals: [], fault: undefined });
		await stage.door?.open();
		const later = came.isHung ? undefined : await poll();
		stage.arrivals = arrivals;
		return { ...came, later: later && (later.error ?? later.items.length) };
	}
}

async function runErrand(errand: Errand, account: Account): Promise<Outcome> {
	try {
		return { items: await errand.run(account), hints: [], left: undefined };
	} catch (thrown) {
		return { items: [], hints: [], thrown: thrown as Error, left: undefined };
	}
}
