import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { BOT, byId } from '../../engine/jobs';
import type { Execution } from '../../scripts/n8n/api';
import { until } from '../../scripts/n8n/patience';
import type { Playground } from '../../scripts/n8n/playground';
import { chained, packNode, ROWS, webhook } from './build';

const CHAT = '4100000001';
const TEXTS = ['Retry one', 'Retry two', 'Retry three', 'Retry four'];

/** n8n's Retry in the list of executions, with a run that stopped in the middle of its messages. */
export function retryTests(playground: () => Playground): void {
	/** The latest execution of a workflow, once there are so many and all have ended. */
	async function latest(workflowId: string, count: number): Promise<Execution> {
		const { api } = playground().n8n;
		const [{ id }] = await until(
			async () => await api.executions(workflowId),
			(all) => all.length === count && all.every(({ ended }) => ended),
			(all) => `Not ${count} that have ended: ${JSON.stringify(all)}`,
		);
		return await api.execution(id);
	}

	it('goes on where the run failed: nothing is sent twice', async () => {
		const { n8n, sandbox } = playground();
		const path = randomUUID();
		const send = packNode(playground(), {
			name: 'Send',
			type: 'koda',
			parameters: {
				resource: 'chat',
				operation: 'sendModeratorMessage',
				bot: byId(BOT),
				chat: byId(CHAT),
				message: '={{ $json.text }}',
			},
			credential: 'kodaOAuth2Api',
		});
		const stored = await n8n.api.createWorkflow(
			chained('Messages that are retried', [webhook(path), ROWS, send]),
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
		// n8n listens on its own time.
		await until(
			async () => await axios.post(url, { rows }, { proxy: false, validateStatus: () => true }),
			({ status }) => status === 200,
			({ status }) => `${url} answers ${status}`,
		);

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
