import { Agent } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';

import type { WorkflowNode } from '../scripts/n8n/api';
import type { N8nInstallation } from '../scripts/n8n/install';
import { startInstance, type Instance } from '../scripts/n8n/instance';
import type { Sample } from './report';
import { inParallel } from '../nodes/shared/call/concurrency';

const DELIVERIES = 1_000;
const IN_FLIGHT = 50;
const WARM_UP = 100;
const ROUNDS = 9;
const HEADER = 'x-webhook-secret';
const SECRET = 'bench-secret';

export const trigger = {
	name: 'W6 trigger',
	what: `${DELIVERIES.toLocaleString('en')} notifications of Naxon, ${IN_FLIGHT} at a time, to a published workflow of one running n8n (SQLite): a trigger that checks a secret in a header, and one more node. Naxon Trigger reads its credential once in ten seconds, so this is its best case; n8n's Webhook node reads it for every call. n8n's own health page is the limit of its web server.`,
	unit: 'deliveries',
};

/** Waits for executions no longer than this after the last one that ended. */
const PATIENCE_MS = 10_000;

/** The documented notification (docs/evidence/naxon.md §5). */
const notification = (id: number) => ({
	event: 'keyword-notification',
	payload: { id, keyword: 'urgent', model_id: 123, platform: 'web', platform_user_id: `u${id}` },
});

/** A trigger, published in n8n. */
interface Listening {
	workflowId: string;
	url: string;
}

async function listen(
	{ api, url }: Instance,
	trigger: Omit<WorkflowNode, 'name'> & { typeVersion?: number },
	path: string,
): Promise<Listening> {
	const place = { typeVersion: 1, position: [0, 0] };
	const { type } = trigger;
	const workflow = await api.createWorkflow({
		name: type,
		nodes: [
			{ ...place, ...trigger, name: 'Trigger', id: crypto.randomUUID() } as WorkflowNode,
			{ ...place, name: 'End', type: 'n8n-nodes-base.noOp', parameters: {} } as WorkflowNode,
		],
		connections: { Trigger: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: {},
	});
	await api.publish(workflow);
	return { workflowId: workflow.id, url: `${url}/webhook/${path}` };
}

async function listeners(n8n: Instance): Promise<Record<string, Listening>> {
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
	return {
		'Naxon Trigger': await listen(
			n8n,
			{
				type: 'n8n-nodes-chatbot-platforms.naxonTrigger',
				parameters: { verify: 'header', verifyName: HEADER },
				webhookId: ours,
				credentials: { naxonApi: { id: naxonId, name: naxon.name } },
			},
			`${ours}/webhook`,
		),
		"n8n's Webhook": await listen(
			n8n,
			{
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2.1,
				parameters: {
					httpMethod: 'POST',
					path: 'bench',
					authentication: 'headerAuth',
					options: {},
				},
				webhookId: crypto.randomUUID(),
				credentials: { httpHeaderAuth: { id: headerId, name: header.name } },
			},
			'bench',
		),
	};
}

/** Sends `count` calls; answers the milliseconds that each answer with status 200 took, and all of them together. */
async function deliver(count: number, call: (index: number) => Promise<{ status: number }>) {
	const took: number[] = [];
	const started = performance.now();
	await inParallel(count, IN_FLIGHT, async (index) => {
		const sent = performance.now();
		const { status } = await call(index);
		if (status === 200) took.push(performance.now() - sent);
	});
	return { milliseconds: performance.now() - started, took: took.sort((a, b) => a - b) };
}

async function waitForExecutions(n8n: Instance, workflowId: string, wanted: number) {
	let count = 0;
	for (let since = Date.now(); count < wanted && Date.now() - since < PATIENCE_MS; ) {
		const now = await n8n.api.countSuccesses(workflowId);
		if (now > count) since = Date.now();
		count = now;
		await sleep(250);
	}
	return count;
}

function sampleOf(
	way: string,
	size: number,
	{ milliseconds, took }: Awaited<ReturnType<typeof deliver>>,
	executions?: number,
): Sample {
	const at = (share: number) => took[Math.min(took.length - 1, Math.floor(share * took.length))];
	const measures = {
		milliseconds,
		perSecond: (took.length / milliseconds) * 1000,
		p50: at(0.5),
		p99: at(0.99),
		answered: took.length,
		...(executions !== undefined && { lost: size - executions }),
	};
	return { workload: trigger.name, way, size, measures };
}

/** Measures the triggers in an n8n of its own, `rounds` times each, one after the other. */
export async function measureTrigger(
	installation: N8nInstallation,
	rounds = ROUNDS,
): Promise<Sample[]> {
	const n8n = await startInstance(installation, join(__dirname, '..'));
	const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
	const http = axios.create({ httpAgent: agent, proxy: false, validateStatus: () => true });
	const headers = { [HEADER]: SECRET };
	const samples: Sample[] = [];
	try {
		const known = await listeners(n8n);
		const ended = new Map<string, number>();
		const run = async (way: string, count: number) => {
			const { url, workflowId } = known[way];
			const call = async (id: number) => await http.post(url, notification(id), { headers });
			const delivered = await deliver(count, call);
			const before = ended.get(way) ?? 0;
			const after = await waitForExecutions(n8n, workflowId, before + count);
			ended.set(way, after);
			return sampleOf(way, count, delivered, after - before);
		};
		const ways = Object.keys(known);
		for (const way of ways) await run(way, WARM_UP);
		for (let round = 0; round < rounds; round++) {
			const order = round % 2 ? ways.toReversed() : ways;
			for (const way of order) samples.push(await run(way, DELIVERIES));
			const health = await deliver(DELIVERIES, async () => await http.get(`${n8n.url}/healthz`));
			samples.push(sampleOf('health page', DELIVERIES, health));
		}
		return samples;
	} finally {
		agent.destroy();
		await n8n.stop();
	}
}
