import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { BOT, byId } from '../../../engine/jobs';
import { itemsOf, type Execution } from '../../../scripts/n8n/api';
import { until } from '../../../scripts/n8n/patience';
import type { Playground } from '../../../scripts/n8n/playground';
import type { QueueInstance } from '../../../scripts/n8n/queue';
import { answering, chained, EVERY_SECONDS, packNode, POLL_TIMES } from '../build';
import { KodaColleague } from '../triggers/koda';
import { startedBy } from './crew';

const NOTIFICATIONS = 20;
const BATCHES = 3;
const MESSAGES = 5;
const WEBHOOK_NAME = 'Queue mode';

interface Webhook {
	id: string;
	name: string;
	url: string;
}

/** Triggers: the webhook process takes what services call, main polls, and workers run what they start. */
export function triggerTests(playground: () => Playground<QueueInstance>): void {
	/** The executions of a workflow, once there are so many and all have ended. */
	async function executionsOf(workflowId: string, count: number): Promise<Execution[]> {
		const { api } = playground().n8n;
		const all = await until(
			async () => await api.executions(workflowId),
			(begun) => begun.length >= count && begun.every(({ ended }) => ended),
			(begun) => `Not ${count} that have ended: ${JSON.stringify(begun)}`,
		);
		return await Promise.all(all.map(async ({ id }) => await api.execution(id)));
	}

	const ranOnWorkers = (executions: Execution[]) => {
		const ids = playground().n8n.workers.flatMap(startedBy);
		return executions.every(({ id }) => ids.filter((one) => one === id).length === 1);
	};

	it('Naxon Trigger: each notification starts its workflow once, on a worker', async () => {
		const { n8n, sandbox, workflows, credentials } = playground();
		const workflow = workflows.find(({ file }) => file === 'keyword-alert');
		const { id = '', webhookUrl = '' } = workflow ?? {};
		expect(webhookUrl.startsWith(`${n8n.webhookProcess.url}/webhook/`)).toBe(true);
		const send = async (secret: string, count: number) =>
			await sandbox.control<{ statuses: number[] }>('webhook', {
				vendor: 'naxon',
				url: `${webhookUrl}?secret=${secret}`,
				event: 'keyword-notification',
				count,
			});
		const { webhookSecret } = credentials.naxonApi.data;
		expect((await send('wrong', 1)).statuses).toEqual([401]);
		const { statuses } = await send(webhookSecret, NOTIFICATIONS);
		expect(statuses).toEqual(Array.from({ length: NOTIFICATIONS }, () => 200));
		const executions = await executionsOf(id, NOTIFICATIONS);
		expect(executions.map(({ status }) => status)).toEqual(statuses.map(() => 'success'));
		expect(ranOnWorkers(executions)).toBe(true);
	});

	it('ChatBot.com Trigger: registers the address of the webhook process, and a worker answers', async () => {
		const { n8n, sandbox } = playground();
		const stored = await n8n.api.createWorkflow(
			answering(playground(), WEBHOOK_NAME, {
				messages: { row: [{ text: '=Order {{ $json.attributes.order }}', delay: 500 }] },
			}),
		);
		await n8n.api.publish(stored);
		const registered = async () =>
			(await sandbox.state<{ webhooks: Webhook[] }>('chatbot-com')).webhooks.filter(
				(webhook) => webhook.name === WEBHOOK_NAME,
			);
		const [webhook] = await until(
			registered,
			({ length }) => length > 0,
			() => 'No webhook was registered.',
		);
		expect(webhook.url.startsWith(`${n8n.webhookProcess.url}/webhook/`)).toBe(true);
		const answer = await sandbox.control('webhook', {
			vendor: 'chatbot-com',
			to: webhook.id,
			payload: { attributes: { order: 'B-42' } },
		});
		expect(answer).toMatchObject({ status: 200, body: { responses: [{ message: 'Order B-42' }] } });
		const executions = await executionsOf(stored.id, 1);
		expect(executions.map(({ status }) => status)).toEqual(['success']);
		expect(itemsOf(executions[0], 'Reply')).toHaveLength(1);
		expect(ranOnWorkers(executions)).toBe(true);
		await n8n.api.unpublish(stored);
	});

	it('KODA Trigger: main polls, and starts the workflow once on each message, on workers', async () => {
		const { n8n } = playground();
		const trigger = packNode(playground(), {
			name: 'KODA Trigger',
			type: 'kodaTrigger',
			parameters: {
				pollTimes: POLL_TIMES,
				event: 'newChatMessage',
				bot: byId(BOT),
				includeModerator: true,
			},
			credential: 'kodaOAuth2Api',
		});
		const stored = await n8n.api.createWorkflow(chained('Messages in queue mode', [trigger]));
		await n8n.api.publish(stored);
		const colleague = await KodaColleague.signIn(playground());
		const written: string[] = [];
		let executions: Execution[] = [];
		const given = () =>
			executions.flatMap((execution) => itemsOf(execution, trigger.name).map(({ text }) => text));
		const allAreGiven = async () => {
			executions = await executionsOf(stored.id, 0);
			return given().length >= written.length;
		};
		// What was there when n8n first looked is not new.
		await until(
			async () => await n8n.api.hasLooked(stored),
			Boolean,
			() => 'n8n has not looked.',
		);
		for (let batch = 0; batch < BATCHES; batch += 1) {
			written.push(...(await colleague.messages(MESSAGES)));
			await until(allAreGiven, Boolean, () => `Given: ${given().length} of ${written.length}`);
		}
		// Twice as long as it takes to look again.
		await sleep(2 * EVERY_SECONDS * 1000);
		executions = await executionsOf(stored.id, 0);
		await n8n.api.unpublish(stored);
		expect(given().sort()).toEqual(written.sort());
		expect(ranOnWorkers(executions)).toBe(true);
	});

	it('the main process takes no webhook', async () => {
		const { n8n, workflows } = playground();
		const webhookUrl = workflows.find(({ file }) => file === 'keyword-alert')?.webhookUrl ?? '';
		const path = new URL(webhookUrl).pathname;
		const options = { proxy: false, validateStatus: () => true } as const;
		expect((await axios.post(`${n8n.url}${path}`, {}, options)).status).toBe(404);
	});
}
