import { createHmac, randomUUID } from 'node:crypto';

import { itemsOf } from '../../../scripts/n8n/api';
import { until } from '../../../scripts/n8n/patience';
import type { Runner } from './runner';

const NAME = 'Kore.ai Event Trigger';
const BOTS = ['st-11111111-1111-5111-8111-111111111111', 'st-33333333-3333-5333-8333-333333333333'];
const APP = 'cs-admin';
const SECRET = 'admin-secret-of-kore-ai';
const TOKEN_SECONDS = 60;

/** A token as BotKit's SDK expects it. */
function signed(): string {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const exp = Math.floor(Date.now() / 1000) + TOKEN_SECONDS;
	const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ appId: APP, exp })}`;
	return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;
}

interface Subscriptions {
	subscriptions: Record<string, { hostUri: string; events: string[] }>;
}

/** Kore.ai Event Trigger: two at the same time, registered, called below their addresses, and reset by n8n itself. */
export function koreAiEventTests({ playground }: Runner): void {
	const workflow = (bot: string) => {
		const { id, name } = playground().credentials.koreAiApi;
		const trigger = {
			id: randomUUID(),
			name: NAME,
			type: 'n8n-nodes-chatbot-platforms.koreAiEventTrigger',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: { bot: { __rl: true, mode: 'id', value: bot }, event: ['onEvent', 'onHook'] },
			credentials: { koreAiApi: { id, name } },
			webhookId: randomUUID(),
		};
		return {
			name: `Events of ${bot}`,
			nodes: [trigger],
			connections: {},
			settings: { executionOrder: 'v1' },
		};
	};

	const subscriptions = async () =>
		(await playground().sandbox.state<Subscriptions>('kore-ai')).subscriptions;

	/** What `read` gives once there are so many; n8n publishes and starts workflows on its own time. */
	const counted = async <T extends object>(count: number, read: () => Promise<T>) =>
		await until(
			read,
			(found) => Object.keys(found).length === count,
			(found) => `${Object.keys(found).length}, not ${count}`,
		);

	const call = async (url: string, headers: Record<string, string>) =>
		await playground().sandbox.control<{ status: number; body: unknown }>('webhook', {
			vendor: 'kore-ai',
			url,
			headers,
			payload: { requestId: url },
		});

	it('Kore.ai Event Trigger: two bots at once, each called below its own address', async () => {
		const { n8n } = playground();
		const stored: Array<Awaited<ReturnType<typeof n8n.api.createWorkflow>>> = [];
		for (const bot of BOTS) {
			const made = await n8n.api.createWorkflow(workflow(bot));
			await n8n.api.publish(made);
			stored.push(made);
		}
		const found = await counted(2, subscriptions);
		for (const [index, bot] of BOTS.entries()) {
			const { hostUri, events } = found[bot];
			expect(hostUri).toBe(`${n8n.url}/webhook/${stored[index].nodes[0].webhookId}`);
			expect(events).toEqual(['onAgentTransfer', 'onEvent', 'onHook']);
			const address = `${hostUri}/sdk/bots/${bot}`;
			expect((await call(`${address}/on_event`, {})).status).toBe(401);
			const proof = { token: signed() };
			expect(await call(`${address}/on_event`, proof)).toMatchObject({ status: 200, body: {} });
			const component = `${address}/components/dc-1/on_webhook`;
			expect(await call(component, proof)).toMatchObject({
				status: 200,
				body: { requestId: component },
			});
			const started = [];
			const executionIds = async () => await n8n.api.executionIds(stored[index].id);
			for (const id of await counted(2, executionIds)) {
				started.push(...itemsOf(await n8n.api.finished(id), NAME));
			}
			const byName = started.toSorted((a, b) =>
				String(a.eventName).localeCompare(String(b.eventName)),
			);
			expect(byName).toMatchObject([
				{ eventName: 'on_event', botId: bot },
				{ eventName: 'on_webhook', botId: bot, componentId: 'dc-1' },
			]);
		}
		for (const { id } of stored) await n8n.api.unpublish({ id });
		expect(await counted(0, subscriptions)).toEqual({});
	});
}
