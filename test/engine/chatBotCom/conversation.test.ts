import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { idOf } from '../../../sandbox/vendors/chatBotCom/state';
import { fromList, itemsOf } from '../../../engine/jobs';
import {
	SKIP_FAILED,
	errorOf,
	expectFitsSchema,
	storyId,
	useChatBot,
} from '../../support/chatBotCom';
import { describeCases, type ChatBotCase } from '../../support/chatBotComCases';
import { meet, testEach } from '../../support/sandbox';

const bench = useChatBot();

/** The session of the vendor's sample. */
const sessionId = 'c6d4bc58-4947-4f82-9e0b-67b87c6dc2de';
const query = 'When do you open?';
/** The interaction of the Support story that answers it, in the sandbox. */
const hours = idOf('interaction Support opening hours');
const REPLY = 'We are open from 8 to 18 on weekdays.';

/** What is sent when nothing but what to say is chosen. */
const said = async (parameters: INodeParameters) => {
	const { error, json } = await bench.run('conversation.sendQuery', { sessionId, ...parameters });
	expect(error).toBeUndefined();
	const { body, contractErrors } = await bench.onlySent();
	expect(contractErrors).toEqual([]);
	return { body: body as IDataObject, json };
};

/** The vendor's answer in the form that Simplify gives it. */
const simplified = (text: string, interaction: string) => (answer: IDataObject) => {
	const { score, incomplete, source, storyId: story } = answer.result as IDataObject;
	const lists = { buttons: [], images: [] };
	return [{ text, ...lists, interaction, score, incomplete, source, storyId: story, sessionId }];
};

const cases: ChatBotCase[] = [
	{
		operationId: 'conversation.sendQuery',
		parameters: { sessionId, query },
		body: { sessionId, query },
		output: simplified(REPLY, 'opening hours'),
	},
	{
		operationId: 'conversation.sendQuery',
		parameters: { sessionId, send: 'trigger', trigger: 'welcome' },
		body: { sessionId, trigger: 'welcome' },
		output: simplified('Hello! How can I help you?', 'welcome'),
	},
	{
		operationId: 'conversation.sendQuery',
		parameters: { sessionId, send: 'goto', goto: hours },
		body: { sessionId, goto: hours },
		output: simplified(REPLY, 'opening hours'),
	},
	{
		operationId: 'conversation.sendQuery',
		parameters: {
			sessionId,
			query,
			story: fromList(storyId('Sales')),
			options: {
				confidence: 0.9,
				lifespan: 10,
				reset: true,
				debug: true,
				parameters: { row: [{ name: 'default_name', value: 'Ann' }] },
			},
		},
		body: {
			sessionId,
			query,
			storyId: storyId('Sales'),
			confidence: 0.9,
			lifespan: 10,
			reset: true,
			debug: true,
			parameters: { default_name: 'Ann' },
		},
		output: simplified(REPLY, 'opening hours'),
		effect: async () =>
			expect((await bench.state()).sessions).toMatchObject([
				{ sessionId, storyId: storyId('Sales'), attributes: { default_name: 'Ann' } },
			]),
	},
];

describe('each way to say something', () => describeCases(bench, cases));

describe('what is said', () => {
	/** All three are filled in, as they are when a user has tried one after the other. */
	const three = { query, trigger: 'welcome', goto: hours };

	test.each(['query', 'trigger', 'goto'] as const)('%s goes alone', async (send) => {
		const { body } = await said({ send, ...three });
		expect(body).toEqual({ sessionId, [send]: three[send] });
	});

	test('a story left empty and options that were not added are not sent', async () => {
		const { body } = await said({ query, story: fromList(''), options: {} });
		expect(body).toEqual({ sessionId, query });
	});

	test('options at their limits, and false, are sent as they are', async () => {
		const options = { confidence: 0.1, lifespan: 1, reset: false, debug: false };
		const { body } = await said({ query, options });
		expect(body).toEqual({ sessionId, query, ...options });
	});

	test.each([10, 36, 64])('a session ID of %d characters', async (length) => {
		const long = 's'.repeat(length);
		const { body, json } = await said({ sessionId: long, query });
		expect(body).toEqual({ sessionId: long, query });
		expect(json[0].sessionId).toBe(long);
	});

	test('256 characters, of more units', async () => {
		const long = '😀'.repeat(256);
		expect((await said({ query: long })).body.query).toBe(long);
	});

	test('99 parameters, with numbers of the item as texts', async () => {
		const row = Array.from({ length: 99 }, (_, index) => ({
			name: `p-${index}`,
			value: `${index}`,
		}));
		const options = { parameters: { row } };
		const { body } = await said({ query, options });
		expect(body.parameters).toEqual(
			Object.fromEntries(row.map(({ name, value }) => [name, value])),
		);
	});
});

describe('the answer', () => {
	test('without Simplify is as it came, with debug', async () => {
		const { json } = await said({ query, simplify: false, options: { debug: true } });
		const { responseBody } = await bench.onlySent();
		expect(json).toEqual([responseBody]);
		expect(json[0].result).toHaveProperty('debug');
		expect(json[0].status).toEqual({ code: 200, type: 'success' });
	});

	test('several replies are lines of one text, with the titles of all buttons and the images', async () => {
		const fulfillment = [
			{ type: 'text', delay: 1000, message: 'Hi' },
			{ type: 'image', imageUrl: 'https://example.com/a.png' },
			{
				type: 'quickReplies',
				title: 'What now?',
				buttons: [{ type: 'postback', title: 'Order' }, { type: 'goto' }],
			},
			{ type: 'card', title: 'Card', buttons: [{ type: 'postback', title: 'Open' }] },
		];
		const result = { interaction: { name: 'menu' }, score: 0.7, incomplete: true, fulfillment };
		await bench.answerWith('conversation.sendQuery', { result, sessionId });
		const { json } = await said({ query });
		expect(json).toEqual([
			{
				text: 'Hi\nWhat now?\nCard',
				buttons: ['Order', 'Open'],
				images: ['https://example.com/a.png'],
				interaction: 'menu',
				score: 0.7,
				incomplete: true,
				sessionId,
			},
		]);
	});

	testEach(
		'without a text is an empty one',
		[
			['no replies', { result: { fulfillment: [] }, sessionId }],
			['null as replies', { result: { fulfillment: null }, sessionId }],
			['null as reply', { result: { fulfillment: [null] }, sessionId }],
			['odd buttons', { result: { fulfillment: [{ buttons: [null, 'a'] }] }, sessionId }],
			['an object as buttons', { result: { fulfillment: [{ buttons: {} }] }, sessionId }],
		],
		async ([, body]) => {
			await bench.answerWith('conversation.sendQuery', body);
			expect((await said({ query })).json).toMatchObject([{ text: '', buttons: [], sessionId }]);
		},
	);

	testEach(
		'of another form than documented is said to be so, and not sent again',
		[[{ sessionId }], [{ result: null, sessionId }], [{ result: 'Hi' }], [{ error: 'Closed' }]],
		async ([body]) => {
			await bench.answerWith('conversation.sendQuery', body);
			const error = await bench.runToError('conversation.sendQuery', { sessionId, query });
			expect(error.message).toContain('whether the operation took effect is unknown');
			expect(error.description).toContain(`It answered: ${JSON.stringify(body)}.`);
		},
	);

	test('without anything, by a status that says so, leaves open what became of it', async () => {
		await bench.fault('conversation.sendQuery', { kind: 'status', status: 204 });
		const error = await bench.runToError('conversation.sendQuery', { sessionId, query });
		expect(error.message).toBe(
			'ChatBot.com answered in another form: whether the operation took effect is unknown [item 0]',
		);
		expect(error.description).toContain("look at the conversation in ChatBot.com's archives");
		expect(error.httpCode).toBe('204');
		expect(await bench.sent('conversation.sendQuery')).toHaveLength(1);
	});

	test('a text in the place of its replies is their text', async () => {
		await bench.answerWith('conversation.sendQuery', { result: { fulfillment: 'Hi' }, sessionId });
		expect((await said({ query })).json).toMatchObject([{ text: 'Hi', buttons: [] }]);
	});

	test('a reply that comes without its list is taken', async () => {
		const result = { fulfillment: { message: 'Hi', buttons: { title: 'Order' } } };
		await bench.answerWith('conversation.sendQuery', { result, sessionId });
		expect((await said({ query })).json).toMatchObject([{ text: 'Hi', buttons: ['Order'] }]);
	});

	test('of the fallback is one, too: nothing was understood', async () => {
		const { json } = await said({ query: 'do you sell umbrellas' });
		expect(json[0]).toMatchObject({ interaction: 'fallback', score: 0 });
		expectFitsSchema('conversation.sendQuery', json[0]);
	});
});

test('each item talks in its own session, and one that fails does not stop the others', async () => {
	const items = itemsOf(['first-session', 'short', 'third-session'].map((id) => ({ id })));
	const { outputs } = await bench.run(
		'conversation.sendQuery',
		{ sessionId: '={{ $json.id }}', query },
		{ items, ...SKIP_FAILED },
	);
	expect(outputs[0].map(({ json, pairedItem }) => [json.sessionId, pairedItem])).toEqual([
		['first-session', { item: 0 }],
		[undefined, { item: 1 }],
		['third-session', { item: 2 }],
	]);
	expect(errorOf(outputs[0][1]).message).toBe("'Session ID' has 5 characters [item 1]");
	expect((await bench.state()).sessions.map((session) => session.sessionId).sort()).toEqual([
		'first-session',
		'third-session',
	]);
});

describe('what is said in one session goes in the order of the items', () => {
	const inSessions = (parameters: INodeParameters) => ({
		sessionId: '={{ $json.id }}',
		...parameters,
	});
	const ids = ['first', 'first', 'other', 'first', 'other', 'other'].map(
		(name) => `${name}-session`,
	);

	test.each<[string, INodeParameters]>([
		['conversation.sendQuery', { query: '={{ $json.text }}' }],
		[
			'session.updateAttributes',
			{ customAttributes: { row: [{ name: 'text', value: '={{ $json.text }}' }] } },
		],
	])('%s', async (operationId, parameters) => {
		// Attributes are of sessions that are under way.
		const begin = { sessionId: '={{ $json.id }}', query };
		await bench.run('conversation.sendQuery', begin, { items: itemsOf(ids.map((id) => ({ id }))) });
		// The other session does not wait for the first one, whose first call goes alone.
		await meet(bench.sandbox(), 'chatbot-com', operationId, { skip: 1 });
		await bench.sandbox().control('latency', { ms: 50 });
		const { error } = await bench.run(operationId, inSessions(parameters), {
			items: itemsOf(ids.map((id, index) => ({ id, text: `text ${index}` }))),
		});
		expect(error).toBeUndefined();
		const own = (await bench.sent(operationId)).slice(-ids.length);
		const sent = own.map(({ body, startedAt, endedAt }) => {
			const { sessionId: id } = body as IDataObject;
			const [text] = /text \d/.exec(JSON.stringify(body)) ?? [];
			return { id, text, startedAt, endedAt: Number(endedAt) };
		});
		const timesOf = (session: string) => sent.filter(({ id }) => id === `${session}-session`);
		const [first, other] = ['first', 'other'].map(timesOf);
		expect(first.map(({ text }) => text)).toEqual(['text 0', 'text 1', 'text 3']);
		expect(other.map(({ text }) => text)).toEqual(['text 2', 'text 4', 'text 5']);
		for (const session of [first, other]) {
			for (const [index, { startedAt }] of session.slice(1).entries()) {
				expect(startedAt).toBeGreaterThanOrEqual(session[index].endedAt);
			}
		}
	});
});
