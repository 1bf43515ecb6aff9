import Ajv2020 from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { parse } from 'yaml';

import { runAgent } from '../../support/agent';
import { chatBotAccount, useChatBot } from '../../support/chatBotCom';
import { outputOf, useListeners, type Listener } from '../../support/chatBotComWebhook';
import { activate, type Setup } from '../../support/contexts';

const bench = useChatBot();
const listen = useListeners(() => bench.sandbox().url);

type Event = 'v1' | 'v2';

const contract = parse(
	readFileSync(join(__dirname, '../../../contracts/chatbot-com.openapi.yaml'), 'utf8'),
) as object;
const ajv = new Ajv2020({ strict: false, allErrors: true }).addSchema(contract, 'contract');

/** Asserts that an answer has the form that the contract knows. */
function expectFits(event: Event, answer: unknown): void {
	const name = event === 'v1' ? 'WebhookReplyV1' : 'WebhookReply';
	ajv.validate({ $ref: `contract#/components/schemas/${name}` }, answer);
	expect(ajv.errors ?? []).toEqual([]);
}

const rows = (...row: INodeParameters[]) => ({ row }) as INodeParameters;

type After = NonNullable<Setup['after']>[number];

const replyNode = (parameters: INodeParameters, more: Partial<After> = {}): After => ({
	name: 'Reply',
	type: 'n8n-nodes-chatbot-platforms.chatBotCom',
	parameters: { resource: 'webhook', operation: 'reply', ...parameters },
	credentials: { chatBotComApi: { id: 'chatBotComApi', name: 'chatBotComApi' } },
	...more,
});

interface Exchange {
	listener: Listener;
	/** What ChatBot.com got. */
	status: number;
	answer: unknown;
	/** What the node gave out. */
	output: IDataObject[];
	/** Why the workflow failed. */
	error?: { message: string; description?: string | null };
}

/** Has ChatBot.com call a workflow that consists of the trigger and these nodes. */
async function exchange(
	after: After[],
	event: Event = 'v2',
	trigger: INodeParameters = {},
): Promise<Exchange> {
	const listener = await listen({ responseMode: 'responseNode', ...trigger }, { after });
	await activate(listener.setup);
	const { webhooks } = await bench.state();
	const to = webhooks.find(({ url }) => url === listener.url)?.id;
	const { status, body } = await bench
		.sandbox()
		.control<{ status: number; body: unknown }>('webhook', {
			vendor: 'chatbot-com',
			to,
			event,
		});
	const run = listener.receptions.at(-1)?.run;
	if (!run) throw new Error('The call started no workflow');
	const error = run.data.resultData.error as Exchange['error'];
	return { listener, status, answer: body, output: outputOf(run, 'Reply'), error };
}

const reply = async (parameters: INodeParameters, event?: Event, trigger?: INodeParameters) =>
	await exchange([replyNode(parameters)], event, trigger);

const everything: INodeParameters = {
	messages: rows({ text: 'Hello', delay: 1000 }, { text: 'How are you?' }),
	quickRepliesText: 'What now?',
	quickReplies: rows({ title: 'Track order', value: 'track' }, { title: 'Nothing' }),
	attributes: rows({ name: 'order', value: 'A-117' }, { name: 'note', value: '' }),
	options: { otherResponses: '[{ "type": "image", "imageUrl": "https://example.com/a.png" }]' },
};

const image = { type: 'image', imageUrl: 'https://example.com/a.png' };
const buttons = {
	type: 'quickReplies',
	title: 'What now?',
	buttons: [
		{ type: 'postback', title: 'Track order', value: 'track' },
		{ type: 'postback', title: 'Nothing', value: 'Nothing' },
	],
};

describe('ChatBot.com gets', () => {
	test.each([true, false])('the form of the new builder, Simplify %s', async (simplify) => {
		const { status, answer, output, error } = await reply(everything, 'v2', { simplify });
		expect(error).toBeUndefined();
		expect(status).toBe(200);
		expect(answer).toEqual({
			responses: [
				{ type: 'text', delay: 1000, message: 'Hello' },
				{ type: 'text', message: 'How are you?' },
				image,
				buttons,
			],
			attributes: { order: 'A-117', note: '' },
		});
		expectFits('v2', answer);
		expect(output).toEqual([answer]);
	});

	test.each([true, false])('the form of the old builder, Simplify %s', async (simplify) => {
		const { status, answer, output, error } = await reply(everything, 'v1', { simplify });
		expect(error).toBeUndefined();
		expect(status).toBe(200);
		expect(answer).toEqual({
			responses: [
				{ type: 'text', elements: ['Hello'] },
				{ type: 'text', elements: ['How are you?'] },
				image,
				buttons,
			],
			parameters: { order: 'A-117', note: '' },
		});
		expectFits('v1', answer);
		expect(output).toEqual([answer]);
	});

	test('what the workflow makes of the call', async () => {
		const text = "={{ $json.userAttributes.default_name }}'s order is {{ $json.attributes.order }}";
		const { answer } = await reply({ messages: rows({ text }) });
		const [{ user }] = (await bench.state()).chats;
		expect(answer).toEqual({
			responses: [{ type: 'text', message: `${user.name}'s order is A-117` }],
		});
	});

	test('an empty object when there is nothing to say', async () => {
		expect(await reply({})).toMatchObject({ status: 200, answer: {}, output: [{}] });
	});

	test('one form or the other when it is chosen', async () => {
		const messages = rows({ text: 'Hello' });
		const { answer } = await reply({ messages, options: { version: 'v1' } }, 'v2');
		expect(answer).toEqual({ responses: [{ type: 'text', elements: ['Hello'] }] });
		const other = await reply({ messages, options: { version: 'v2' } }, 'v1');
		expect(other.answer).toEqual({ responses: [{ type: 'text', message: 'Hello' }] });
	});

	test('nothing to say, at once, when the workflow does not reply', async () => {
		const { status, answer } = await exchange([]);
		expect([status, answer]).toEqual([200, '']);
	});
});

describe('all input items make one answer', () => {
	const items = ['one', 'two', 'three'];
	const run = async (parameters: INodeParameters, options: INodeParameters = {}) =>
		await bench.run(
			'webhook.reply',
			{ ...parameters, options: { version: 'v2', ...options } },
			{ items: items.map((word) => ({ json: { word } })) },
		);

	test('with what each says, in their order, and the last value of an attribute', async () => {
		const { outputs, error } = await run({
			messages: rows({ text: '={{ $json.word }}' }),
			attributes: rows(
				{ name: 'word', value: '={{ $json.word }}' },
				{ name: '={{ "has_" + $json.word }}', value: 'yes' },
			),
		});
		expect(error).toBeUndefined();
		expect(outputs).toEqual([
			[
				{
					json: {
						responses: items.map((message) => ({ type: 'text', message })),
						attributes: { word: 'three', has_one: 'yes', has_two: 'yes', has_three: 'yes' },
					},
					pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }],
				},
			],
		]);
		expect(await bench.sent()).toEqual([]);
	});

	test('of 99 responses at most', async () => {
		const many = (count: number) => rows(...Array.from({ length: count }, () => ({ text: 'Hi' })));
		const most = await run({ messages: many(33) });
		expect((most.json[0].responses as unknown[]).length).toBe(99);
		const { error } = await run({ messages: many(34) });
		expect(error?.message).toBe('The answer has 102 responses');
	});
});

describe('is refused', () => {
	const refusals: Array<[string, string, string, INodeParameters, Event]> = [
		[
			'a message without text',
			"'Messages' 1: 'Text' is empty",
			'Fill it in',
			{ messages: rows({ text: '={{ "" }}' }) },
			'v2',
		],
		[
			'a text too long for the old builder',
			"'Messages' 1: 'Text' has 1025 characters",
			'1024',
			{ messages: rows({ text: 'x'.repeat(1025) }) },
			'v1',
		],
		[
			'a delay that is no whole number',
			"'Messages' 1: 'Delay (Milliseconds)' cannot be 0.5",
			'whole number',
			{ messages: rows({ text: 'Hi', delay: 0.5 }) },
			'v2',
		],
		[
			'quick replies without a text',
			"'Quick Replies Text' is empty",
			'quick replies',
			{ quickReplies: rows({ title: 'Yes' }) },
			'v2',
		],
		[
			'a text without quick replies',
			"'Quick Replies' is empty",
			"'Quick Replies Text'",
			{ quickRepliesText: 'Really?' },
			'v2',
		],
		[
			'a twelfth quick reply',
			"'Quick Replies' has 12 entries",
			'11',
			{
				quickRepliesText: 'Which?',
				quickReplies: rows(...Array.from({ length: 12 }, (_, n) => ({ title: `${n}` }))),
			},
			'v2',
		],
		[
			'a text of quick replies of 641 characters',
			"'Quick Replies Text' has 641 characters",
			'640',
			{ quickRepliesText: 'x'.repeat(641), quickReplies: rows({ title: 'Yes' }) },
			'v2',
		],
		[
			'an attribute that ChatBot.com does not take',
			"'Attributes' 1: 'Name' is not a name that ChatBot.com takes",
			'letters',
			{ attributes: rows({ name: 'first name', value: 'Ewa' }) },
			'v2',
		],
		[
			'an attribute too long',
			"'Attributes' 1: 'Value' has 1025 characters",
			'0 to 1024',
			{ attributes: rows({ name: 'note', value: 'x'.repeat(1025) }) },
			'v2',
		],
		[
			'responses that are no list',
			"'Other Responses' is not a list of responses",
			'type',
			{ options: { otherResponses: '{ "type": "image" }' } },
			'v2',
		],
		[
			'a response without a type',
			"'Other Responses' is not a list of responses",
			'type',
			{ options: { otherResponses: '[{ "imageUrl": "https://example.com" }, null]' } },
			'v2',
		],
	];

	test.each(refusals)('%s', async (_, message, wayOut, parameters, event) => {
		const { status, error, listener } = await reply(parameters, event);
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(error?.description).toContain(wayOut);
		expect(listener.receptions.at(-1)?.replies).toEqual([]);
		expect(status).toBe(500);
	});

	test('to answer when ChatBot.com was answered immediately', async () => {
		const messages = rows({ text: 'Hello' });
		const { error, status, answer } = await reply({ messages }, 'v2', {
			responseMode: 'onReceived',
		});
		expect([status, answer]).toEqual([200, {}]);
		expect(error?.message).toBe("'Node' has answered already");
		expect(error?.description).toContain("'Using a Reply'");
	});

	test('to answer without ChatBot.com Trigger', async () => {
		const { error } = await bench.run('webhook.reply', { messages: rows({ text: 'Hello' }) });
		expect(error?.message).toBe('No ChatBot.com Trigger has started this workflow');
		expect(error?.description).toContain("'Builder'");
	});

	test.each(['auto', 'v2'])('as a tool of an agent, Builder %s', async (version) => {
		const parameters = { resource: 'webhook', operation: 'reply', options: { version } };
		const { results } = await runAgent({
			question: 'Say hello',
			model: ({ messages, tools: [tool] }) =>
				messages.length > 1
					? { answer: 'Done' }
					: { calls: [{ name: tool.function.name, arguments: {} }] },
			tools: [{ node: 'chatBotCom', parameters }],
			credentials: chatBotAccount(bench.sandbox().url),
		});
		expect(results).toEqual([expect.stringContaining("'Reply' is no tool of an agent")]);
	});

	test('to answer twice', async () => {
		const [first, second] = [rows({ text: 'First' }), rows({ text: 'Second' })];
		const { error, answer, listener } = await exchange([
			replyNode({ messages: first }),
			replyNode({ messages: second, options: { version: 'v2' } }, { name: 'Again' }),
		]);
		expect(answer).toEqual({ responses: [{ type: 'text', message: 'First' }] });
		expect(listener.receptions.at(-1)?.replies).toHaveLength(1);
		expect(error?.message).toBe('The call was answered already');
		expect(error?.description).toContain('outside of a loop');
	});
});

test('with On Error set to continue, an answer that is refused becomes an item', async () => {
	const { output, error, listener } = await exchange([
		replyNode({ messages: rows({ text: '={{ "" }}' }) }, { onError: 'continueRegularOutput' }),
	]);
	expect(error).toBeUndefined();
	expect(output).toMatchObject([{ error: "'Messages' 1: 'Text' is empty [item 0]" }]);
	expect(listener.receptions.at(-1)?.replies).toEqual([]);
});
