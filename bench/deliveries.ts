import { Agent } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

import axios, { type AxiosInstance } from 'axios';

import { endOf, type WorkflowNode } from '../scripts/n8n/api';
import type { Instance } from '../scripts/n8n/instance';
import { inParallel } from '../nodes/shared/call/concurrency';

const HEADER = 'x-webhook-secret';
const SECRET = 'bench-secret';

const headers = { [HEADER]: SECRET };

/** The documented notification (docs/evidence/naxon.md §5). */
export const notification = (id: number) => ({
	event: 'keyword-notification',
	payload: { id, keyword: 'urgent', model_id: 123, platform: 'web', platform_user_id: `u${id}` },
});

/** A trigger, published in n8n. */
export interface Listening {
	workflowId: string;
	/** Below the address where n8n takes what services send. */
	path: string;
}

/** A node before it has its place; without a version it is its first. */
export type Placed = Omit<WorkflowNode, 'position'>;

/** Publishes a workflow of nodes that follow each other; the first is a trigger, called at `path`. */
export async function listen({ api }: Instance, path: string, nodes: Placed[]): Promise<Listening> {
	const names = nodes.map(({ name }) => name);
	const workflow = await api.createWorkflow({
		name: names.join(', '),
		nodes: nodes.map((node, index) => ({ typeVersion: 1, position: [220 * index, 0], ...node })),
		connections: Object.fromEntries(
			names
				.slice(1)
				.map((node, index) => [names[index], { main: [[{ node, type: 'main', index: 0 }]] }]),
		),
		settings: { timezone: 'UTC' },
	});
	await api.publish(workflow);
	return { workflowId: workflow.id, path: `webhook/${path}` };
}

const END: Placed = { name: 'End', type: 'n8n-nodes-base.noOp', parameters: {} };

/** n8n's own webhook that answers at once. */
export const webhook = (path: string): Placed => ({
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2.1,
	parameters: { httpMethod: 'POST', path, options: {} },
	webhookId: crypto.randomUUID(),
});

/** Naxon Trigger and n8n's Webhook node, by the names of the tables; both check a secret in a header. */
export async function listeners(n8n: Instance): Promise<Record<string, Listening>> {
	const naxon = { name: 'Naxon', type: 'naxonApi' };
	const naxonId = await n8n.api.createCredential({
		...naxon,
		data: { baseUrl: 'http://127.0.0.1', apiToken: 'none', webhookSecret: SECRET },
	});
	const header = { name: 'Header', type: 'httpHeaderAuth' };
	const headerId = await n8n.api.createCredential({
		...header,
		data: { name: HEADER, value: SECRET },
	});
	const ours = crypto.randomUUID();
	const own = webhook('bench');
	return {
		'Naxon Trigger': await listen(n8n, `${ours}/webhook`, [
			{
				name: 'Naxon Trigger',
				type: 'n8n-nodes-chatbot-platforms.naxonTrigger',
				parameters: { verify: 'header', verifyName: HEADER },
				webhookId: ours,
				credentials: { naxonApi: { id: naxonId, name: naxon.name } },
			},
			END,
		]),
		"n8n's Webhook": await listen(n8n, 'bench', [
			{
				...own,
				parameters: { ...own.parameters, authentication: 'headerAuth' },
				credentials: { httpHeaderAuth: { id: headerId, name: header.name } },
			},
			END,
		]),
	};
}

/** Waits for executions no longer than this after the last one that ended well. */
const PATIENCE_MS = 60_000;
const POLL_MS = 250;

/** What came of many calls. */
type Delivered = {
	/** Until the last call was answered. */
	milliseconds: number;
	perSecond: number;
	/** Milliseconds in which half of the calls, and 99 of 100, were answered. */
	p50: number;
	p99: number;
	/** Calls answered with status 200. */
	answered: number;
};

/** Calls what one n8n has published, and waits for the executions that come of it. */
export class Caller {
	/** `inFlight`: calls at the same time; `urls`: where n8n takes them, in turn as behind a proxy. */
	constructor(
		private readonly n8n: Instance,
		private readonly inFlight: number,
		private readonly urls = [n8n.webhookUrl],
	) {}

	/** Makes `count` calls. */
	async call(count: number, call: (http: AxiosInstance, index: number) => Promise<unknown>) {
		const took: number[] = [];
		// n8n closes a connection that is idle for a while: all are used in turn, and none is kept for the next calls.
		const httpAgent = new Agent({ keepAlive: true, maxSockets: this.inFlight, scheduling: 'fifo' });
		const http = axios.create({ httpAgent, proxy: false, headers, validateStatus: () => true });
		const started = performance.now();
		await inParallel(count, this.inFlight, async (index) => {
			const sent = performance.now();
			const { status } = (await call(http, index)) as { status: number };
			if (status === 200) took.push(performance.now() - sent);
		});
		httpAgent.destroy();
		return deliveredIn(performance.now() - started, took);
	}

	/** Has a workflow start so many times, by bodies that differ; `until` is the milliseconds until its last execution had ended. */
	async start({ workflowId, path }: Listening, count: number, bodyOf: (index: number) => object) {
		const wanted = (await this.n8n.api.countSuccesses(workflowId)) + count;
		const started = performance.now();
		const urlOf = (index: number) => this.urls[index % this.urls.length];
		const delivered = await this.call(count, async (http, index) => {
			const post = async () => await http.post(`${urlOf(index)}/${path}`, bodyOf(index));
			let answer = await post();
			// n8n listens a moment after it has said that a workflow is published.
			for (let tries = 0; answer.status === 404 && tries < 100; tries++) {
				await sleep(POLL_MS);
				answer = await post();
			}
			return answer;
		});
		const { successes, at } = await this.waitFor(workflowId, wanted);
		if (successes < wanted) await this.tellFailed(workflowId);
		return { ...delivered, until: at - started, lost: wanted - successes };
	}

	/** Says on stderr how many executions there are, and how those ended that did not end well. */
	private async tellFailed(workflowId: string): Promise<void> {
		const { api } = this.n8n;
		const all = await api.executions(workflowId);
		console.error(`  ${all.length} executions`);
		for (const { id, status } of all) {
			if (status === 'success') continue;
			console.error(`  ${endOf(await api.execution(id))}`);
		}
	}

	private async waitFor(workflowId: string, wanted: number) {
		let successes = 0;
		let at = performance.now();
		while (successes < wanted && performance.now() - at < PATIENCE_MS) {
			const now = await this.n8n.api.countSuccesses(workflowId);
			if (now > successes) at = performance.now();
			successes = now;
			if (now < wanted) await sleep(POLL_MS);
		}
		return { successes, at };
	}
}

function deliveredIn(milliseconds: number, took: number[]): Delivered {
	const sorted = took.toSorted((a, b) => a - b);
	const at = (share: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
	return {
		milliseconds,
		perSecond: (took.length / milliseconds) * 1000,
		p50: at(0.5),
		p99: at(0.99),
		answered: took.length,
	};
}
