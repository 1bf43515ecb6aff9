import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, IHookFunctions, INodeParameters } from 'n8n-workflow';
import { parse } from 'yaml';

import { tokenOf } from '../../../nodes/ChatBotCom/registration';
import type { ChatBotComState } from '../../../sandbox/vendors/chatBotCom/state';
import { uuidOf } from '../../../sandbox/vendors/random';
import { chatBotAccount, useChatBot } from '../../support/chatBotCom';
import { useListeners, type Listener } from '../../support/chatBotComWebhook';
import { activate, receive } from '../../support/contexts';
import { testEach } from '../../support/sandbox';

const bench = useChatBot();
const listen = useListeners(() => bench.sandbox().url);

/** The vendor's samples of both forms, as the contract holds them. */
const { webhooks } = parse(
	readFileSync(join(__dirname, '../../../contracts/chatbot-com.openapi.yaml'), 'utf8'),
) as {
	webhooks: Record<
		string,
		{ post: { requestBody: { content: Record<string, { examples: Samples }> } } }
	>;
};
type Samples = Record<'v1' | 'v2', { value: IDataObject }>;
const sample = (version: 'v1' | 'v2'): IDataObject =>
	structuredClone(
		webhooks['webhook-block'].post.requestBody.content['application/json'].examples[version].value,
	);

interface Registered {
	listener: Listener;
	id: string;
	token: string;
	/** Has ChatBot.com call the webhook; answers the last status and body, and all statuses. */
	send: (order?: object) => Promise<{ status: number; body: unknown; statuses: number[] }>;
}

async function registered(parameters: INodeParameters = {}): Promise<Registered> {
	const listener = await listen(parameters);
	await activate(listener.setup);
	const [{ id, token }] = (await bench.state()).webhooks;
	listener.receptions.length = 0;
	return {
		listener,
		id,
		token,
		send: async (order = {}) =>
			await bench.sandbox().control('webhook', { vendor: 'chatbot-com', to: id, ...order }),
	};
}

describe('the verification request', () => {
	test('is answered with the bare challenge', async () => {
		const { listener, token } = await registered();
		const challenge = '<b>5e1c</b> & "more"';
		const query = new URLSearchParams({ challenge, token }).toString();
		expect(await listener.call(`?${query}`)).toEqual({ status: 200, body: challenge });
		expect(listener.receptions[0].answer?.type).toBe('text/plain');
		expect(listener.started).toEqual([]);
	});

	test('without a challenge is none', async () => {
		const { listener, token } = await registered();
		const { status, body } = await listener.call(`?token=${token}`);
		expect([status, body]).toEqual([400, expect.stringContaining("'challenge'")]);
		const list = { method: 'GET', query: { token, challenge: ['a', 'b'] } } as const;
		expect((await receive(listener.setup, list)).answer?.status).toBe(400);
	});
});

describe('a call with a wrong token starts nothing', () => {
	const wrongs: Array<[string, (token: string) => unknown]> = [
		['missing', () => undefined],
		['empty', () => ''],
		['another', () => 'qwerty'],
		['shorter', (token) => token.slice(1)],
		['longer', (token) => `${token}0`],
		['in other letters', (token) => token.toUpperCase()],
		['in a list', (token) => [token]],
		['in an object', (token) => ({ token })],
	];

	test.each(wrongs)('%s', async (_, wrong) => {
		const { listener, token } = await registered();
		for (const method of ['GET', 'POST'] as const) {
			const query = { challenge: 'abc', token: wrong(token) };
			const reception = await receive(listener.setup, { method, query, body: sample('v2') });
			expect(reception.result).toEqual({ noWebhookResponse: true });
			expect(reception.answer).toEqual({
				status: 401,
				body: { message: 'The token is missing or wrong' },
			});
			expect(reception.run).toBeUndefined();
		}
	});

	test('and is an error in the editor while it listens, unless ChatBot.com is only asking', async () => {
		const { listener } = await registered();
		const wrong = { query: { challenge: 'abc', token: 'qwerty' } };
		await expect(
			receive(listener.setup, { ...wrong, body: sample('v2') }, 'manual'),
		).rejects.toThrow('A call was refused: The token is missing or wrong');
		const asking = await receive(listener.setup, { ...wrong, method: 'GET' }, 'manual');
		expect(asking.answer?.status).toBe(401);
	});

	test('and is told nothing about its body', async () => {
		const { listener } = await registered();
		expect((await listener.call('?token=qwerty', {})).status).toBe(401);
	});
});

test('the token is another one for another workflow, node or access token', async () => {
	const of = async (workflow: string, node: string, accessToken: string) =>
		await tokenOf({
			getCredentials: async () => await Promise.resolve({ accessToken }),
			getWorkflow: () => ({ id: workflow }),
			getNode: () => ({ id: node }),
		} as unknown as IHookFunctions);
	const tokens = [
		await of('1', '2', 'a'),
		await of('12', '', 'a'),
		await of('1', '3', 'a'),
		await of('2', '2', 'a'),
		await of('1', '2', 'b'),
	];
	expect(new Set(tokens).size).toBe(tokens.length);
	expect(await of('1', '2', ' a ')).toBe(tokens[0]);
	// Anybody could compute one without a key.
	expect(await of('1', '2', ' ')).toBe('');
});

describe('a call', () => {
	test('of the new builder gives nine flat fields', async () => {
		const { listener, token } = await registered();
		const call = sample('v2');
		const node = call.node as IDataObject;
		expect(await listener.call(`?token=${token}`, call)).toEqual({ status: 200, body: '{}' });
		expect(listener.started).toEqual([
			[
				{
					version: 'v2',
					chatId: call.chatId,
					messageId: call.messageId,
					userId: call.userId,
					externalId: call.externalId,
					block: node.name,
					webhook: node.webhookName,
					userAttributes: call.userAttributes,
					attributes: call.attributes,
				},
			],
		]);
	});

	test('of the old builder gives seven flat fields', async () => {
		const { listener, token } = await registered();
		const call = sample('v1');
		const result = call.result as IDataObject & { interaction: IDataObject };
		expect(await listener.call(`?token=${token}`, call)).toEqual({ status: 200, body: '{}' });
		expect(listener.started).toEqual([
			[
				{
					version: 'v1',
					sessionId: call.sessionId,
					message: result.resolvedQuery,
					interaction: result.interaction.name,
					action: result.interaction.action,
					storyId: result.storyId,
					attributes: result.sessionParameters,
				},
			],
		]);
	});

	test.each(['v1', 'v2'] as const)('%s comes as it is when not simplified', async (version) => {
		const { listener, token } = await registered({ simplify: false });
		await listener.call(`?token=${token}`, sample(version));
		expect(listener.started).toEqual([[sample(version)]]);
	});

	test.each(['v1', 'v2'])('%s of the sandbox arrives with the webhook it is for', async (event) => {
		const { listener, send } = await registered({ webhookName: 'Orders' });
		expect(await send({ event })).toEqual({ ok: true, status: 200, body: {}, statuses: [200] });
		const [[item]] = listener.started;
		expect(item).toMatchObject({ version: event, attributes: { order: 'A-117' } });
		expect(item.webhook).toBe(event === 'v2' ? 'Orders' : undefined);
	});

	test('may have hardly any data', async () => {
		const { listener, token } = await registered();
		for (const body of [{ result: {} }, { chatId: '1', node: {} }]) {
			expect((await listener.call(`?token=${token}`, body)).status).toBe(200);
		}
		expect(listener.started).toEqual([[{ version: 'v1' }], [{ version: 'v2', chatId: '1' }]]);
	});

	test('cannot pose as a whole item', async () => {
		const { listener, token } = await registered({ simplify: false });
		const forged = { json: { evil: 1 }, binary: { data: { id: 'x' } }, pairedItem: 7 };
		await listener.call(`?token=${token}`, { ...sample('v2'), ...forged });
		expect(listener.receptions[0].result.workflowData).toEqual([
			[{ json: { ...sample('v2'), ...forged } }],
		]);
	});

	test('never shows the token or the access token in what comes out', async () => {
		const { listener, token } = await registered({ simplify: false });
		await listener.call(`?token=${token}`, sample('v2'));
		const [{ result, run }] = listener.receptions;
		const told = JSON.stringify([result, run?.data.resultData]);
		expect(told).not.toContain(token);
		expect(told).not.toContain(chatBotAccount('').chatBotComApi.accessToken);
	});
});

describe('what is no call is refused with the reason', () => {
	const { node: _node, ...withoutNode } = sample('v2');
	const bodies: Array<[string, unknown, string]> = [
		['nothing', undefined, 'not an object'],
		['null', null, 'not an object'],
		['a text', 'call', 'not an object'],
		['a list', [sample('v2')], 'not an object'],
		['an empty object', {}, "'chatId'"],
		['an ID that is no text', { ...sample('v2'), chatId: 7 }, "'chatId'"],
		['no block', withoutNode, "'node'"],
		['a block that is none', { ...sample('v2'), node: 'WEBHOOK' }, "'node'"],
		['a block that is null', { ...sample('v2'), node: null }, "'node'"],
		['a result that is a list', { result: [] }, "'result'"],
		['a result that is null', { ...sample('v1'), result: null }, "'result'"],
		['a result that is a text', { ...sample('v1'), result: 'text' }, "'result'"],
	];

	testEach('whatever it is', bodies, async ([, body, reason]) => {
		const { listener, token } = await registered();
		const reception = await receive(listener.setup, { query: { token }, body });
		expect(reception.run).toBeUndefined();
		expect(reception.answer?.status).toBe(400);
		const { message } = reception.answer?.body as { message: string };
		expect(message).toContain(reason);
	});

	test('and that it has no Content-Type, or another than n8n reads JSON by', async () => {
		const { listener, token } = await registered();
		const told = async (headers: Record<string, string>) => {
			const { answer } = await receive(listener.setup, { query: { token }, body: {}, headers });
			return String((answer?.body as { message: string }).message);
		};
		const wanted = 'only with Content-Type: application/json';
		expect(await told({})).toContain(`${wanted}, and the header is missing`);
		const text = { 'content-type': 'text/plain' };
		expect(await told(text)).toContain(`${wanted}, and the header says text/plain`);
		expect(await told({ 'content-type': 'application/json' })).not.toContain('Content-Type');
	});
});

test('1,000 calls with restarts in between start 1,000 workflows, each its own', async () => {
	const { listener, send } = await registered();
	const { webhooks: before } = await bench.state();
	for (let restart = 0; restart < 4; restart++) {
		const { statuses } = await send({ count: 125 });
		const together = await Promise.all([send({ count: 63 }), send({ count: 62 })]);
		const all = [...statuses, ...together.flatMap((one) => one.statuses)];
		expect(all).toEqual(Array.from({ length: 250 }, () => 200));
		// What n8n keeps is gone, and the trigger is activated again.
		Object.assign(listener.setup, { staticData: {} });
		expect(await activate(listener.setup)).toBe(true);
	}
	const { webhooks: after } = await bench.sandbox().state<ChatBotComState>('chatbot-com');
	expect(after).toEqual(before);
	const ids = listener.started.map(([{ messageId }]) => messageId);
	const sent = Array.from({ length: 1000 }, (_, index) => uuidOf(`chatbot.com message ${index}`));
	expect(ids.sort()).toEqual(sent.sort());
});
