import { itemsOf } from '../../../scripts/n8n/api';
import { until } from '../../../scripts/n8n/patience';
import { answering } from '../build';
import type { Runner } from './runner';

const NAME = 'Order status';

interface Webhook {
	id: string;
	name: string;
	url: string;
	token: string;
}

interface Answer {
	status: number;
	body: unknown;
}

/** ChatBot.com Trigger and Reply: registered, called, answered and removed by n8n itself. */
export function chatBotComTriggerTests({ playground }: Runner): void {
	const workflow = (text: string) =>
		answering(playground(), NAME, {
			messages: { row: [{ text, delay: 500 }] },
			attributes: { row: [{ name: 'answered', value: 'yes' }] },
		});

	const webhooks = async () => {
		const state = await playground().sandbox.state<{ webhooks: Webhook[] }>('chatbot-com');
		return state.webhooks.filter(({ name }) => name.startsWith(NAME));
	};

	/** The webhooks once there are so many; n8n publishes and listens on its own time. */
	const registered = async (count: number): Promise<Webhook[]> =>
		await until(
			webhooks,
			({ length }) => length === count,
			({ length }) => `${length} webhooks, not ${count}`,
		);

	const call = async (to: string, payload: object = {}) =>
		await playground().sandbox.control<Answer>('webhook', { vendor: 'chatbot-com', to, payload });

	const said = (message: string) => ({
		responses: [{ type: 'text', delay: 500, message }],
		attributes: { answered: 'yes' },
	});

	it('ChatBot.com Trigger: registers its webhook, answers by Reply, listens for a test, removes it', async () => {
		const { n8n, sandbox } = playground();
		const text = '=Order {{ $json.attributes.order }} is on its way';
		const stored = await n8n.api.createWorkflow(workflow(text));

		await n8n.api.publish(stored);
		const [published] = await registered(1);
		expect(published.name).toBe(NAME);
		expect(published.url).toBe(`${n8n.url}/webhook/${stored.nodes[0].webhookId}/webhook`);
		const registrations = await sandbox.requests('chatbot-com', 'webhook.create');
		const own = registrations.filter(({ body }) => (body as Webhook).url === published.url);
		expect(own.map(({ status }) => status)).toEqual([200]);

		const answer = await call(published.id, { attributes: { order: 'B-42' } });
		expect(answer).toMatchObject({ status: 200, body: said('Order B-42 is on its way') });
		// One that ends while n8n lists it may be missing.
		const [executionId] = await until(
			async () => await n8n.api.executionIds(stored.id),
			({ length }) => length > 0,
			() => 'The call started nothing.',
		);
		const execution = await n8n.api.finished(executionId);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'ChatBot.com Trigger')).toMatchObject([
			{ version: 'v2', attributes: { order: 'B-42' }, webhook: NAME },
		]);
		expect(itemsOf(execution, 'Reply')).toEqual([said('Order B-42 is on its way')]);

		const wrong = await sandbox.control<Answer>('webhook', {
			vendor: 'chatbot-com',
			url: `${published.url}?token=${published.token.slice(1)}`,
		});
		expect(wrong.status).toBe(401);
		expect(await n8n.api.executionIds(stored.id)).toEqual([executionId]);

		// Another node is changed: the webhook, which blocks of stories refer to, stays where n8n leaves it alone.
		const [trigger] = stored.nodes;
		const [, reply] = workflow('Changed').nodes;
		const next = { nodes: [trigger, reply], connections: stored.connections };
		await n8n.api.publish(await n8n.api.changeWorkflow(stored.id, next));
		const called = async () => {
			const [now] = await registered(1);
			return { now, again: await call(now.id) };
		};
		const { now, again } = await until(
			called,
			(last) => JSON.stringify(last.again.body).includes('Changed'),
			(last) => `The reply is ${JSON.stringify(last.again)}`,
		);
		expect(again).toMatchObject({ status: 200, body: said('Changed') });
		expect(now).toEqual(
			n8n.api.differences.changeRegistersAnew
				? { ...published, id: expect.not.stringMatching(published.id) }
				: published,
		);

		await n8n.api.listen(stored.id, 'ChatBot.com Trigger');
		const [, test] = await registered(2);
		expect(test).toMatchObject({ name: `${NAME} (test)` });
		expect(test.url).toContain('/webhook-test/');
		expect(await call(test.id)).toMatchObject({ status: 200, body: said('Changed') });
		expect(await registered(1)).toEqual([now]);

		await n8n.api.unpublish(stored);
		expect(await registered(0)).toEqual([]);
	});
}
