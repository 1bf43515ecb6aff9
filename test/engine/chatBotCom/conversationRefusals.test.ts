import type { IDataObject } from 'n8n-workflow';

import { byId, itemsOf } from '../../../engine/jobs';
import {
	SKIP_FAILED,
	UNKNOWN,
	chatBotAccount,
	errorOf,
	useChatBot,
} from '../../support/chatBotCom';
import { describeBadInput, describeNotFound, type BadInput } from '../../support/chatBotComCases';

/** What becomes of a query that is not answered as it should be, or not sent at all. */
const bench = useChatBot();

const sessionId = 'c6d4bc58-4947-4f82-9e0b-67b87c6dc2de';
const query = 'When do you open?';
/** The sandbox's answer to it. */
const REPLY = 'We are open from 8 to 18 on weekdays.';

describe('tokens', () => {
	test('the client token is enough', async () => {
		const credentials = chatBotAccount(bench.sandbox().url, {
			accessToken: ' chatbot-client-token ',
		});
		const { json } = await bench.run(
			'conversation.sendQuery',
			{ sessionId, query },
			{ credentials },
		);
		expect(json[0].text).toBe(REPLY);
		const { headers, status } = await bench.onlySent();
		expect(status).toBe(200);
		expect(headers.authorization).toBe('Bearer chatbot-client-token');
	});

	test('a wrong one is refused and not told', async () => {
		const credentials = chatBotAccount(bench.sandbox().url, { accessToken: 'wrong-token-text' });
		const parameters = { sessionId: '={{ $json.id }}', query, requestOptions: { concurrency: 1 } };
		const items = itemsOf(
			Array.from({ length: 10 }, (_, index) => ({ id: `session-${100 + index}` })),
		);
		const { outputs, run } = await bench.run('conversation.sendQuery', parameters, {
			credentials,
			items,
			...SKIP_FAILED,
		});
		for (const [index, item] of outputs[0].entries()) {
			expect(errorOf(item)).toMatchObject({
				message: `ChatBot.com did not accept the credential [item ${index}]`,
				httpCode: '401',
				cause: 'credential-invalid',
				pairedItem: { item: index },
			});
			expect(errorOf(item).description).toContain("'Access Token'");
		}
		expect(outputs[0]).toHaveLength(10);
		// The others are not tried: the token is the same.
		const bodies = (await bench.sent()).map(({ body }) => (body as IDataObject).sessionId);
		expect(new Set(bodies)).toEqual(new Set(['session-100']));
		expect(JSON.stringify(run)).not.toContain('wrong-token-text');
	});
});

describe('what ChatBot.com does not know', () => {
	const goto = UNKNOWN;
	describeNotFound(bench, [
		[
			'conversation.sendQuery',
			'No interaction none',
			{ sessionId, send: 'trigger', trigger: 'none' },
		],
		['conversation.sendQuery', `No interaction ${goto}`, { sessionId, send: 'goto', goto }],
		[
			'conversation.sendQuery',
			`Story not found: ${UNKNOWN}`,
			{ sessionId, query, story: byId(UNKNOWN) },
		],
	]);
});

describe('what makes no sense is told before anything is sent', () => {
	const operation = 'conversation.sendQuery';
	const withParameters = (row: Array<{ name: string; value: string }>) => ({
		sessionId,
		query,
		options: { parameters: { row } },
	});
	const table: BadInput[] = [
		[operation, "'Session ID' has 9 characters", 'at least 10', { sessionId: '123456789', query }],
		[
			operation,
			"'Session ID' has 65 characters",
			'Shorten it to 64',
			{ sessionId: 's'.repeat(65), query },
		],
		[operation, "'Session ID' is empty", 'Fill it in', { sessionId: '={{ $json.none }}', query }],
		[operation, "'Text' is empty", 'Fill it in', { sessionId, query: '={{ $json.none }}' }],
		[operation, "'Text' is empty", 'Fill it in', { sessionId, query: '={{ "  " }}' }],
		[
			operation,
			"'Text' has 257 characters",
			'Shorten it to 256',
			{ sessionId, query: 'x'.repeat(257) },
		],
		[
			operation,
			"'Trigger' is empty",
			'Fill it in',
			{ sessionId, send: 'trigger', query, trigger: '={{ "" }}' },
		],
		[
			operation,
			"'Trigger' has 51 characters",
			'Shorten it to 50',
			{ sessionId, send: 'trigger', trigger: 't'.repeat(51) },
		],
		[
			operation,
			"'Interaction' cannot be 'aaaaaaaaaaaaaaaaaaaaaaa'",
			'the 24 characters of an ID',
			{ sessionId, send: 'goto', goto: 'a'.repeat(23) },
		],
		[
			operation,
			"'Interaction' cannot be 'aaaaaaaaaaaaaaaaaaaaaaaaa'",
			'the 24 characters of an ID',
			{ sessionId, send: 'goto', goto: 'a'.repeat(25) },
		],
		[
			operation,
			"'Confidence' cannot be 0",
			'at least 0.1 and at most 1',
			{ sessionId, query, options: { confidence: '={{ 0 }}' } },
		],
		[
			operation,
			"'Confidence' cannot be 1.5",
			'at least 0.1 and at most 1',
			{ sessionId, query, options: { confidence: '={{ 1.5 }}' } },
		],
		[
			operation,
			"'Lifespan' cannot be 11",
			'at most 10',
			{ sessionId, query, options: { lifespan: '={{ 11 }}' } },
		],
		[
			operation,
			"'Lifespan' cannot be 1.5",
			'a whole number',
			{ sessionId, query, options: { lifespan: '={{ 1.5 }}' } },
		],
		[
			operation,
			"'Parameters' 1: 'Name' is not a name that ChatBot.com takes",
			'letters, digits, _ and -',
			withParameters([{ name: 'a.b', value: 'x' }]),
		],
		[
			operation,
			"'Parameters' 2: 'Value' has 0 characters",
			'Use 1 to 1024',
			withParameters([
				{ name: 'a', value: 'x' },
				{ name: 'b', value: '' },
			]),
		],
		[
			operation,
			"'Parameters' has 100 entries",
			'Give 99 at most',
			withParameters(
				Array.from({ length: 100 }, (_, index) => ({ name: `p${index}`, value: 'x' })),
			),
		],
	];
	describeBadInput(bench, table);
});

describe('a lost answer', () => {
	const effectUnknown = async (fault: object, what: RegExp) => {
		await bench.fault('conversation.sendQuery', fault);
		const error = await bench.runToError('conversation.sendQuery', { sessionId, query });
		expect(error.message).toMatch(what);
		expect(error.message).toMatch(/: whether the operation took effect is unknown \[item 0]$/);
		expect(error.description).toContain('It is not sent again, so that nothing happens twice.');
		expect(error.description).toContain("look at the conversation in ChatBot.com's archives");
		expect(error.cause).toBe('temporarily-unavailable');
		expect(await bench.sent()).toHaveLength(1);
	};

	test.each([
		['a connection that breaks', { kind: 'reset', applyFirst: true }, /^The connection to ChatBot/],
		['an answer that is cut off', { kind: 'truncate' }, /^The connection to ChatBot/],
		['503', { kind: 'status', status: 503 }, /^ChatBot\.com answered 503/],
		['a web page', { kind: 'html' }, /^ChatBot\.com answered something unreadable/],
	])('%s: sent once, and the effect is unknown', async (_, fault, what) => {
		await effectUnknown(fault, what);
	});

	test('a call that is refused with 429 goes out again', async () => {
		const headers = { 'retry-after': '0' };
		await bench.fault('conversation.sendQuery', { kind: 'status', status: 429, headers });
		const { json } = await bench.run('conversation.sendQuery', { sessionId, query });
		expect(json[0].text).toBe(REPLY);
		expect((await bench.sent()).map(({ status }) => status)).toEqual([429, 200]);
	});
});
