import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { Execution, WorkflowNode } from '../../scripts/n8n/api';
import type { Playground } from '../../scripts/n8n/playground';
import { chained, packNode } from './build';

const BOT = '3337eb37-9c70-4e88-a173-21372501d7ee';
const CHAT = '4100000001';
const TEXTS = ['Retry one', 'Retry two', 'Retry three', 'Retry four'];
const WAIT_MS = 60_000;
const POLL_MS = 100;

/** A webhook of which each row becomes an item. */
function itemsFromWebhook(path: string): WorkflowNode[] {
	return [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' },
			webhookId: path,
		},
		{
			name: 'Split Out',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			position: [220, 0],
			parameters: { fieldToSplitOut: 'body.rows', options: {} },
		},
	];
}

/** n8n's Retry in the list of executions, with a run that stopped in the middle of its messages. */
export function retryTests(playground: () => Playground): void {
	/** The latest execution of a workflow, once there are so many and all have ended. */
	async function latest(workflowId: string, count: number): Promise<Execution> {
		const { api } = playground().n8n;
		const deadline = Date.now() + WAIT_MS;
		for (;;) {
			const all = await api.executions(workflowId);
			if (all.length === count && all.every(({ ended }) => ended)) {
				return await api.execution(all[0].id);
			}
			if (Date.now() > deadline) throw new Error(`${all.length} executions, not ${count}`);
			await sleep(POLL_MS);
		}
	}

	it('goes on where the run failed: nothing is sent twice', async () => {
		const { n8n, sandbox } = playground();
		const path = randomUUID();
		const locator = (value: string) => ({ __rl: true, mode: 'id', value });
		const send = packNode(playground(), {
			name: 'Send',
			type: 'koda',
			position: [440, 0],
			parameters: {
				resource: 'chat',
				operation: 'sendModeratorMessage',
				bot: locator(BOT),
				chat: locator(CHAT),
				message: '={{ $json.text }}',
			},
			credential: 'kodaOAuth2Api',
		});
		const stored = await n8n.api.createWorkflow(
			chained('Messages that are retried', [...itemsFromWebhook(path), send]),
		);
		await n8n.api.publish(stored);
		await sandbox.control('faults', {
			vendor: 'koda',
			operationId: 'chat.sendModeratorMessage',
			kind: 'status',
			status: 400,
			skip: 2,
		});
		const texts = async () => {
			const requests = await sandbox.requests('koda', 'chat.sendModeratorMessage');
			const good = requests.filter(({ status }) => status === 200);
			return good
				.map(({ body }) => (body as { moderator_message: string }).moderator_message)
				.filter((text) => TEXTS.includes(text));
		};
		const rows = TEXTS.map((text) => ({ text }));
		const url = `${n8n.webhookUrl}/webhook/${path}`;
		const post = async () =>
			(await axios.post(url, { rows }, { proxy: false, validateStatus: () => true })).status;
		// n8n listens on its own time.
		const deadline = Date.now() + WAIT_MS;
		while ((await post()) !== 200) {
			if (Date.now() > deadline) throw new Error(`${url} is not listened to`);
			await sleep(POLL_MS);
		}

		const failed = await latest(stored.id, 1);
		expect(failed.status).toBe('error');
		expect(failed.error?.description).toContain("n8n's Retry in the list");
		expect(await texts()).toEqual(TEXTS.slice(0, 2));

		await n8n.api.retry(failed.id);
		const retried = await latest(stored.id, 2);
		expect([retried.mode, retried.status]).toEqual(['retry', 'success']);
		expect(await texts()).toEqual(TEXTS);
		await n8n.api.unpublish(stored);
	});
}
