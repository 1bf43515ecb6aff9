import { NodeApiError, type IDataObject } from 'n8n-workflow';

import type { Webhook } from '../../../sandbox/vendors/chatBotCom/state';
import { chatBotAccount, useChatBot } from '../../support/chatBotCom';
import { useListeners, type Listener } from '../../support/chatBotComWebhook';
import { activate, deactivate } from '../../support/contexts';

const bench = useChatBot();
const listen = useListeners(() => bench.sandbox().url);

const registered = async (): Promise<Webhook[]> => (await bench.state()).webhooks;
const created = async () => await bench.sent('webhook.create');

/** A webhook of somebody else, whose address answers every challenge. */
async function registerOther(): Promise<Webhook> {
	const [before, other] = [await registered(), await listen()];
	await activate(other.setup);
	const [webhook] = (await registered()).filter(({ id }) => before.every((one) => one.id !== id));
	return webhook;
}

const failureOf = async (promise: Promise<unknown>): Promise<NodeApiError> => {
	const thrown = await promise.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	expect(thrown).toBeInstanceOf(NodeApiError);
	return thrown as NodeApiError;
};

describe('publishing', () => {
	test('registers the webhook, which ChatBot.com verifies meanwhile', async () => {
		const listener = await listen({ webhookName: 'Order status' });
		expect(await activate(listener.setup)).toBe(true);

		const [webhook, ...others] = await registered();
		expect(others).toEqual([]);
		expect(webhook).toMatchObject({ name: 'Order status', url: listener.url });
		const [request] = await created();
		const { token } = request.body as IDataObject;
		expect(request).toMatchObject({
			status: 200,
			contractErrors: [],
			body: { name: 'Order status', url: listener.url, token, headers: [], auth: {} },
		});
		expect(token).toMatch(/^[0-9a-f]{64}$/);
		expect(listener.receptions).toHaveLength(1);
		expect(listener.receptions[0].answer).toMatchObject({ status: 200, type: 'text/plain' });
		expect(listener.started).toEqual([]);
	});

	test('names it after the workflow when it has no name', async () => {
		const listener = await listen();
		await activate(listener.setup);
		expect(await registered()).toMatchObject([{ name: 'Test workflow' }]);
	});

	test('twice registers once', async () => {
		const listener = await listen();
		await activate(listener.setup);
		const before = await registered();
		expect(await activate(listener.setup)).toBe(true);
		expect(await registered()).toEqual(before);
		expect(await created()).toHaveLength(1);
	});

	test('leaves the webhooks of others alone', async () => {
		const other = await registerOther();
		const listener = await listen();
		await activate(listener.setup);
		expect(await registered()).toHaveLength(2);
		await deactivate(listener.setup);
		expect(await registered()).toEqual([other]);
	});

	test('registers anew what has another token, as from another credential', async () => {
		const listener = await listen();
		await activate(listener.setup);
		const [before] = await registered();
		const another = { ...before, token: 'of-another-credential' };
		await bench.answerWith('webhook.get', another, { count: 2 });
		await activate(listener.setup);
		const [after, ...others] = await registered();
		expect(others).toEqual([]);
		expect(after.id).not.toBe(before.id);
		expect(await bench.sent('webhook.delete')).toMatchObject([
			{ path: `/webhooks/${before.id}`, status: 200 },
		]);
	});

	test('keeps the webhook with another token until there is a new one', async () => {
		const listener = await listen();
		await activate(listener.setup);
		const before = await registered();
		const another = { ...before[0], token: 'of-another-credential' };
		await bench.answerWith('webhook.get', another, { count: 2 });
		await bench.fault('webhook.create', { kind: 'status', status: 403, body: {} });
		const failure = await failureOf(activate(listener.setup));
		expect(failure.message).toContain('does not allow this');
		expect(await registered()).toEqual(before);
		expect(await bench.sent('webhook.delete')).toEqual([]);
	});

	test.each([[{ token: undefined }], [{ token: null }], [{ token: '' }]])(
		'takes a webhook whose token is not shown for its own: %j',
		async (shown) => {
			const listener = await listen();
			await activate(listener.setup);
			const before = await registered();
			await bench.answerWith('webhook.get', { ...before[0], ...shown });
			expect(await activate(listener.setup)).toBe(true);
			expect(await registered()).toEqual(before);
		},
	);

	test.each([
		['a / at its end', (url: string) => `${url}/`],
		['another case of the host', (url: string) => url.replace('http:', 'HTTP:')],
	])('knows its address with %s', async (_, shownAs) => {
		const listener = await listen();
		await activate(listener.setup);
		const [before] = await registered();
		const list = [{ ...before, url: shownAs(listener.url) }];
		await bench.answerWith('webhook.getAll', list, { count: 2 });
		await activate(listener.setup);
		expect(await registered()).toEqual([before]);
		await deactivate(listener.setup);
		expect(await registered()).toEqual([]);
	});

	test('registers once when the answer was lost and n8n tries again', async () => {
		const listener = await listen();
		await bench.fault('webhook.create', { kind: 'reset', applyFirst: true });
		const failure = await failureOf(activate(listener.setup));
		expect(failure.message).toContain('whether the operation took effect is unknown');
		expect(await activate(listener.setup)).toBe(true);
		expect(await registered()).toHaveLength(1);
		expect(await created()).toHaveLength(1);
	});
});

describe('the token', () => {
	const tokenOf = async ({ setup }: Listener) => {
		await activate(setup);
		const [{ token }] = (await registered()).slice(-1);
		await deactivate(setup);
		return token;
	};

	test('is the same each time, and tells nothing of the access token', async () => {
		const [first, second] = [await tokenOf(await listen()), await tokenOf(await listen())];
		expect(first).toBe(second);
		expect(first).not.toContain('chatbot-developer-token');
	});

	test('is another one with another access token', async () => {
		const listener = await listen();
		await activate(listener.setup);
		const [{ token }] = await registered();
		const credentials = chatBotAccount(bench.sandbox().url, { accessToken: 'another-token' });
		Object.assign(listener.setup, { credentials });
		expect((await listener.call(`?challenge=abc&token=${token}`)).status).toBe(401);
	});

	test('lets nobody in without an access token', async () => {
		const credentials = chatBotAccount(bench.sandbox().url, { accessToken: '' });
		const listener = await listen({}, { credentials });
		expect((await listener.call('?challenge=abc&token=')).status).toBe(401);
		expect((await listener.call('?challenge=abc')).status).toBe(401);
	});
});

describe('publishing is refused', () => {
	test('when ChatBot.com cannot reach n8n, with what to do', async () => {
		const listener = await listen();
		await listener.stop();
		const failure = await failureOf(activate(listener.setup));
		expect(failure.message).toContain('ChatBot.com did not add the webhook (400).');
		expect(failure.message).toContain(`${listener.url}, so this address has to be reachable`);
		expect(failure.description).toContain('Webhook verification failed: no answer');
		expect(await registered()).toEqual([]);
	});

	test('when the listener has another token', async () => {
		const listener = await listen();
		const credentials = chatBotAccount(bench.sandbox().url);
		const wrong = chatBotAccount(bench.sandbox().url, { accessToken: 'another-token' });
		const setup = { ...listener.setup, credentials };
		Object.assign(listener.setup, { credentials: wrong });
		const failure = await failureOf(activate(setup));
		expect(failure.description).toContain('Webhook verification failed: status 401');
		expect(await registered()).toEqual([]);
	});

	test('with a wrong access token', async () => {
		const credentials = chatBotAccount(bench.sandbox().url, { accessToken: 'wrong-token' });
		const listener = await listen({}, { credentials });
		const failure = await failureOf(activate(listener.setup));
		expect(failure.message).toBe('ChatBot.com did not accept the credential');
		expect(JSON.stringify(failure)).not.toContain('wrong-token');
	});
});

describe('unpublishing', () => {
	test('removes the webhook, and is done when it is gone', async () => {
		const listener = await listen();
		await activate(listener.setup);
		const [{ id }] = await registered();
		expect(await deactivate(listener.setup)).toBe(true);
		expect(await registered()).toEqual([]);
		expect(await deactivate(listener.setup)).toBe(true);
		expect(await bench.sent('webhook.delete')).toMatchObject([{ path: `/webhooks/${id}` }]);
	});

	test('is done when the webhook vanishes meanwhile', async () => {
		const listener = await listen();
		await activate(listener.setup);
		const gone = { kind: 'status', status: 404, body: {}, applyFirst: true };
		await bench.fault('webhook.delete', gone);
		expect(await deactivate(listener.setup)).toBe(true);
		expect(await bench.sent('webhook.delete')).toMatchObject([{ status: 404 }]);
		expect(await registered()).toEqual([]);
	});

	test('says so when 404 is about the address, which is inferred', async () => {
		const listener = await listen();
		await activate(listener.setup);
		await bench.fault('webhook.delete', { kind: 'status', status: 404, body: {} });
		const failure = await failureOf(deactivate(listener.setup));
		expect(failure.message).toContain('not at this address');
		expect(failure.description).toContain('"webhook.delete": "DELETE /…"');
		expect(await registered()).toHaveLength(1);
	});

	test('says so when ChatBot.com does not remove it', async () => {
		const listener = await listen();
		await activate(listener.setup);
		await bench.fault('webhook.delete', { kind: 'status', status: 503, body: {} });
		const failure = await failureOf(deactivate(listener.setup));
		expect(failure.message).toContain('whether the operation took effect is unknown');
		expect(failure.description).toContain('look at the webhooks in ChatBot.com');
		expect(await registered()).toHaveLength(1);
	});

	test('keeps the webhook, and its ID for the blocks of stories, when asked to', async () => {
		const listener = await listen({ options: { keepWebhook: true } });
		await activate(listener.setup);
		const before = await registered();
		expect(await deactivate(listener.setup)).toBe(true);
		expect(await registered()).toEqual(before);
		await activate(listener.setup);
		expect(await registered()).toEqual(before);
		expect(await created()).toHaveLength(1);
	});
});

describe('listening for a test event', () => {
	test('registers another webhook beside that of the published workflow, and removes it', async () => {
		const published = await listen({ options: { keepWebhook: true }, webhookName: 'Orders' });
		await activate(published.setup);
		const [before] = await registered();
		const setup = { ...published.setup, active: false };
		Object.assign(published.setup, { active: false });
		expect(await activate(setup)).toBe(true);
		expect(await registered()).toMatchObject([
			{ id: before.id },
			{ name: 'Orders (test)', url: published.url },
		]);
		expect(published.url).toContain('/webhook-test/');
		await deactivate(setup);
		expect(await registered()).toEqual([before]);
	});
});
