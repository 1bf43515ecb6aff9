/** The webhooks of the ChatBot.com stand-in: the verification request, the calls, and what it refuses. */
import axios, { type AxiosInstance } from 'axios';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startSandbox, type OwnSandbox } from '../../scripts/sandbox';
import { expectEach } from '../support/each';

const DONE = { status: { code: 200, type: 'success' } };
const TOKEN = 'qwerty';

interface Call {
	method: string;
	query: Record<string, string>;
	body: Record<string, unknown> | undefined;
}

let sandbox: OwnSandbox;
let api: AxiosInstance;
let receiver: Server;
let address: string;
/** What the receiver got, and how it answers. */
let calls: Call[];
let answer: (call: Call) => { status: number; body: string };

beforeAll(async () => {
	sandbox = await startSandbox();
	const headers = { authorization: 'Bearer chatbot-developer-token' };
	const baseURL = `${sandbox.url}/chatbot-com`;
	api = axios.create({ baseURL, headers, validateStatus: () => true, proxy: false });
	receiver = createServer((request, response) => {
		let text = '';
		request.on('data', (chunk: Buffer) => (text += chunk.toString()));
		request.on('end', () => {
			const { searchParams } = new URL(request.url ?? '/', address);
			const query = Object.fromEntries(searchParams);
			const body = text === '' ? undefined : (JSON.parse(text) as Call['body']);
			const call = { method: request.method ?? '', query, body };
			calls.push(call);
			const { status, body: said } = answer(call);
			response.writeHead(status, { location: address }).end(said);
		});
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?of=n8n`;
});

afterAll(async () => {
	receiver.closeAllConnections();
	receiver.close();
	await sandbox.stop();
});

beforeEach(async () => {
	await sandbox.control('reset');
	calls = [];
	answer = ({ method, query }) => ({
		status: 200,
		body: method === 'GET' ? query.challenge : '{"responses":[]}',
	});
});

const register = async (more: object = {}) =>
	await api.post('/webhooks', { name: 'n8n', url: address, token: TOKEN, ...more });

const refused = (code: number) => ({ status: code, data: { status: { code, type: 'error' } } });

test('a webhook is verified, listed, shown, deleted', async () => {
	const { data: created } = await register({ headers: [], auth: {} });
	expect(created).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{24}$/), ...DONE });
	const { id } = created;
	expect(calls).toEqual([
		{
			method: 'GET',
			query: { of: 'n8n', token: TOKEN, challenge: expect.stringMatching(/^\S{10,}$/) },
			body: undefined,
		},
	]);
	const row = { id, name: 'n8n', url: address };
	expect((await api.get('/webhooks')).data).toEqual([{ ...row, error: '' }]);
	const { data } = await api.get(`/webhooks/${id}`);
	expect(data).toEqual({ ...row, token: TOKEN, headers: [], auth: {} });
	expect(await api.delete(`/webhooks/${id}`)).toMatchObject({ status: 200, data: DONE });
	expect((await api.get('/webhooks')).data).toEqual([]);
	expect(await api.delete(`/webhooks/${id}`)).toMatchObject(refused(404));
	expect(await api.get(`/webhooks/${id}`)).toMatchObject(refused(404));
	const logged = await sandbox.requests('chatbot-com');
	expect(logged.flatMap(({ contractErrors }) => contractErrors)).toEqual([]);
});

test('every challenge is another one', async () => {
	await register();
	await register();
	expect(calls[0].query.challenge).not.toBe(calls[1].query.challenge);
});

describe('a webhook is not added', () => {
	test.each<[string, (call: Call) => { status: number; body: string }]>([
		['without the challenge', () => ({ status: 200, body: 'OK' })],
		['with quotes around it', ({ query }) => ({ status: 200, body: `"${query.challenge}"` })],
		['with another status', ({ query }) => ({ status: 201, body: query.challenge })],
		['with 401', () => ({ status: 401, body: '' })],
		['with a redirect', () => ({ status: 302, body: '' })],
	])('%s', async (_, how) => {
		answer = how;
		expect(await register()).toMatchObject(refused(400));
		expect(calls).toHaveLength(1);
		expect((await api.get('/webhooks')).data).toEqual([]);
	});

	test('when nobody answers', async () => {
		expect(await register({ url: 'http://127.0.0.1:1/' })).toMatchObject(refused(400));
	});

	test('with a wrong field', async () => {
		await expectEach(
			[{ url: undefined }, { url: 'n8n' }, { name: '' }, { token: 7 }],
			async (wrong) => {
				expect(await register(wrong)).toMatchObject(refused(400));
				expect(calls).toEqual([]);
			},
		);
	});
});

describe('calls', () => {
	const send = async (order: object) =>
		await axios.post(`${sandbox.url}/__sandbox/webhook`, order, {
			proxy: false,
			validateStatus: () => true,
		});

	test('go to a registered webhook with its token, each with a message of its own', async () => {
		const { data: created } = await register();
		const order = { vendor: 'chatbot-com', to: created.id, payload: { chatId: '1' }, count: 2 };
		const { data } = await send(order);
		expect(data).toEqual({ ok: true, status: 200, body: { responses: [] }, statuses: [200, 200] });
		const [, ...received] = calls;
		expect(received).toHaveLength(2);
		for (const { method, query, body } of received) {
			expect([method, query]).toEqual(['POST', { of: 'n8n', token: TOKEN }]);
			expect(body).toMatchObject({ chatId: '1', node: { webhookId: created.id } });
		}
		expect(received[0].body?.messageId).not.toBe(received[1].body?.messageId);
	});

	test('may have the old form, or go to any address', async () => {
		await send({ vendor: 'chatbot-com', url: address, event: 'v1' });
		expect(calls).toMatchObject([{ method: 'POST', query: { of: 'n8n' } }]);
		expect(calls[0].body).toMatchObject({ result: { interaction: { action: 'order' } }, ...DONE });
	});

	test('are refused when they make no sense', async () => {
		await expectEach<[number, object]>(
			[
				[404, { vendor: 'chatbot-com', to: '000000000000000000000000' }],
				[400, { vendor: 'chatbot-com' }],
				[400, { vendor: 'chatbot-com', to: '1', url: 'http://127.0.0.1:1/' }],
				[400, { vendor: 'naxon', to: '1' }],
				[400, { vendor: 'chatbot-com', url: 'http://127.0.0.1:1/', event: 'v3' }],
				[400, { url: 'http://127.0.0.1:1/' }],
			],
			async ([status, order]) => {
				expect((await send(order)).status).toBe(status);
			},
		);
	});
});
