import axios from 'axios';
import { itemsOf, type Execution } from '../../../scripts/n8n/api';
import { PATIENCE_MS, until } from '../../../scripts/n8n/patience';
import type { Playground } from '../../../scripts/n8n/playground';
import type { N8nProcess } from '../../../scripts/n8n/process';
import type { QueueInstance } from '../../../scripts/n8n/queue';
import { KINDS, pathOf, workflowOf, type Job, type Kind } from './work';

/** Calls at the same time. */
const AT_ONCE = 20;

/** What KODA has, of what the jobs make. */
export interface KodaState {
	callLists: Array<{
		id: string;
		settings: { name: string };
		paused: boolean;
		calls: Array<{ phoneNumber: string }>;
	}>;
	chats: Array<{
		platformUserId: string;
		moderatorMode: boolean;
		entries: Array<{ type: string; block: { text: string } }>;
	}>;
	documents: Array<{ id: string; title: string; meta: Record<string, string> }>;
}

const numbersIn = (log: string, words: string) =>
	[...log.matchAll(new RegExp(`${words} (\\d+) `, 'g'))].map(([, id]) => id);

/** The IDs of the executions that a worker has started, each as often as it did. */
export const startedBy = (worker: N8nProcess) =>
	numbersIn(worker.log(), 'Worker started execution');
const finishedBy = (worker: N8nProcess) => numbersIn(worker.log(), 'Worker finished execution');

/** Calls `act` for all, some at the same time. */
export async function forAll<T, R>(all: T[], act: (one: T) => Promise<R>): Promise<R[]> {
	const results: R[] = [];
	for (let from = 0; from < all.length; from += AT_ONCE) {
		results.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(act))));
	}
	return results;
}

/** What jobs are given to: workflows, one for each kind of job, that n8n's webhook process starts and its workers run. */
export class Crew {
	private readonly workflowIds = new Map<Kind, string>();
	/** Executions of earlier jobs. */
	private readonly earlier = new Set<string>();
	private users: string[] = [];
	private numbers = 0;

	private constructor(private readonly playground: Playground<QueueInstance>) {}

	static async hire(playground: Playground<QueueInstance>): Promise<Crew> {
		const crew = new Crew(playground);
		const { api } = playground.n8n;
		for (const kind of KINDS) {
			const workflow = workflowOf(kind, playground);
			const stored = await api.createWorkflow(workflow);
			await api.publish(stored);
			crew.workflowIds.set(kind, stored.id);
		}
		crew.users = (await crew.koda()).chats.map(({ platformUserId }) => platformUserId);
		return crew;
	}

	get workers(): N8nProcess[] {
		return this.playground.n8n.workers;
	}

	async koda(): Promise<KodaState> {
		return await this.playground.sandbox.state<KodaState>('koda');
	}

	/** A number that no other job of this crew has. */
	next(): number {
		return (this.numbers += 1);
	}

	/** A person's chat for the job of this number. */
	chatOf(number: number): string {
		return this.users[number % this.users.length];
	}

	/** Gives a job to the webhook process, which answers before it is done. */
	async give({ kind, ...body }: Job): Promise<void> {
		const url = `${this.playground.n8n.webhookUrl}/webhook/${pathOf(kind)}`;
		await axios.post(url, body, { proxy: false });
	}

	/** How many executions have been waited for in all. */
	get executions(): number {
		return this.earlier.size;
	}

	/** The IDs of the executions since the last `done` that a worker has started and not finished. */
	unfinishedBy(worker: N8nProcess): string[] {
		const over = new Set([...this.earlier, ...finishedBy(worker)]);
		return startedBy(worker).filter((id) => !over.has(id));
	}

	/** The executions since the last `done`. */
	private async recent() {
		const { api } = this.playground.n8n;
		const ids = [...this.workflowIds.values()];
		const all = await Promise.all(ids.map(async (id) => await api.executions(id)));
		return all.flat().filter(({ id }) => !this.earlier.has(id));
	}

	/** Waits until so many executions have begun since the last `done`, and all have ended; answers them. */
	async done(count: number): Promise<Execution[]> {
		const { api } = this.playground.n8n;
		const recent = await until(
			async () => await this.recent(),
			(begun) => begun.length >= count && begun.every(({ ended }) => ended),
			(begun) => `Not ${count} that have ended: ${JSON.stringify(begun)}`,
			{ patienceMs: 2 * PATIENCE_MS },
		);
		for (const { id } of recent) this.earlier.add(id);
		return await forAll(recent, async ({ id }) => await api.execution(id));
	}
}

/** The name of the job that an execution was about; undefined when n8n has not kept what it began with. */
export const jobOf = (execution: Execution): string | undefined =>
	(itemsOf(execution, 'Webhook')[0]?.body as Job | undefined)?.name;

/** What an execution says, in its output or its error. */
export const saidBy = ({ error, runData }: Execution) => JSON.stringify([error, runData.KODA]);
