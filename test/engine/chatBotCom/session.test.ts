import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { itemsOf } from '../../../engine/jobs';
import {
	SKIP_FAILED,
	chatBotAccount,
	errorOf,
	runChatBot,
	useChatBot,
} from '../../support/chatBotCom';
import {
	describeBadInput,
	describeClientToken,
	describeNotFound,
	type ChatBotCase,
} from '../../support/chatBotComCases';

const bench = useChatBot();

/** The session and the request of the vendor's sample. */
const sessionId = 'c6d4bc58-4947-4f82-9e0b-67b87c6dc2de';
const attributes = { default_email: 'support@chatbot.com', default_name: 'ChatBot Support' };
const parameters = { sessionId, attributes };
const operation = 'session.updateAttributes';

const talk = async (id = sessionId) =>
	await bench.run('conversation.sendQuery', { sessionId: id, query: 'hello' });

const update: ChatBotCase = { operationId: operation, parameters, output: (answer) => [answer] };

describe('Update Attributes', () => {
	test('changes what the bot knows in a running conversation', async () => {
		await talk();
		const { json, outputs, error } = await bench.run(operation, {
			...parameters,
			customAttributes: { row: [{ name: 'plan', value: 'pro' }] },
		});
		expect(error).toBeUndefined();
		const [request, ...more] = await bench.sent(operation);
		expect(more).toEqual([]);
		expect(request).toMatchObject({
			method: 'PUT',
			path: '/session/attributes',
			query: {},
			contentType: 'application/json',
			contractErrors: [],
		});
		expect(request.body).toEqual({ sessionId, attributes: { ...attributes, plan: 'pro' } });
		expect(json).toEqual([request.responseBody]);
		expect(outputs[0][0].pairedItem).toEqual({ item: 0 });
		expect((await bench.state()).sessions).toMatchObject([
			{ sessionId, attributes: { ...attributes, plan: 'pro' } },
		]);
	});

	describe('each refusal', () => {
		describeClientToken(bench, [update]);
		// The words of a guessed address: where it is from, and how to enter another one.
		describeNotFound(bench, [[operation, `No active session ${sessionId}`, parameters]]);
	});

	test('a conversation that is over is a 404', async () => {
		await talk();
		await bench.sandbox().control('clock', { advanceSeconds: 601 });
		const error = await bench.runToError(operation, parameters);
		expect(error.httpCode).toBe('404');
		expect(error.description).toContain(`ChatBot.com said: "No active session ${sessionId}".`);
		expect(error.description).toContain("does not publish this operation's address");
		expect(error.description).toContain('is a guess');
		expect(error.description).toContain('{"session.updateAttributes": "PUT /…"}');
	});

	test('a lost answer: sent once, and how to find out what became of it', async () => {
		await talk();
		await bench.fault(operation, { kind: 'reset', applyFirst: true });
		const error = await bench.runToError(operation, parameters);
		expect(error.message).toContain('whether the operation took effect is unknown');
		expect(error.description).toContain("run 'Send Query' for the session");
		expect(await bench.sent(operation)).toHaveLength(1);
	});

	describe('what makes no sense is told before anything is sent', () => {
		describeBadInput(bench, [
			[
				operation,
				"'Session ID' has 9 characters",
				'at least 10',
				{ sessionId: '123456789', attributes },
			],
			[
				operation,
				"'Session ID' has 65 characters",
				'Shorten it to 64',
				{ sessionId: 's'.repeat(65), attributes },
			],
			[operation, "'Attributes' is empty", 'Add one at least', { sessionId }],
		]);
	});

	test('one session that is over does not stop the others', async () => {
		const ids = ['first-session', 'second-session', 'third-session'];
		await talk(ids[0]);
		await talk(ids[2]);
		const { outputs } = await bench.run(
			operation,
			{ sessionId: '={{ $json.id }}', attributes },
			{ items: itemsOf(ids.map((id) => ({ id }))), ...SKIP_FAILED },
		);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
			ids.map((_, item) => ({ item })),
		);
		expect(outputs[0].map(({ json }) => 'error' in json)).toEqual([false, true, false]);
		expect(errorOf(outputs[0][1]).message).toContain('[item 1]');
		expect((await bench.state()).sessions).toMatchObject(
			[ids[0], ids[2]].map((id) => ({ sessionId: id, attributes })),
		);
	});
});

/** A server of its own: what it is sent breaks the contract on purpose. */
describe('an address of the own', () => {
	const endpointOverrides = `{"${operation}": "PUT /sessions/{sessionId}/attributes"}`;
	let received: Array<{ call: string; authorization?: string; body: unknown }> = [];
	let status = 200;
	let server: Server;
	let url = '';

	beforeAll(async () => {
		server = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const { method, url: path, headers } = request;
				const { authorization } = headers;
				const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
				received.push({ call: `${method} ${path}`, authorization, body });
				response.writeHead(status, { 'content-type': 'application/json' });
				response.end(JSON.stringify({ status: { code: status, type: 'any' } }));
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(async () => await new Promise((resolve) => server.close(resolve)));
	beforeEach(() => {
		received = [];
		status = 200;
	});

	const run = async (id: string) =>
		await runChatBot(
			url,
			operation,
			{ sessionId: id, attributes },
			{ credentials: chatBotAccount(url, { endpointOverrides, baseUrl: `${url}/api/` }) },
		);

	test('takes the session ID out of the body', async () => {
		const { error, json } = await run('my session/1');
		expect(error).toBeUndefined();
		expect(json).toEqual([{ status: { code: 200, type: 'any' } }]);
		expect(received).toEqual([
			{
				call: 'PUT /api/sessions/my%20session%2F1/attributes',
				authorization: 'Bearer chatbot-developer-token',
				body: { sessionId: 'my session/1', attributes },
			},
		]);
	});

	test("a 404 says that the address is the user's own", async () => {
		status = 404;
		const { error } = await run(sessionId);
		expect(error?.message).toContain('ChatBot.com answered 404');
		expect(error?.description).toContain(
			`'PUT ${url}/api/sessions/{sessionId}/attributes' comes from 'Endpoint Overrides'`,
		);
		expect(error?.description).not.toContain('guess');
		expect(received).toHaveLength(1);
	});
});
