/** The language model's stand-in: what the agent suites lean on has to hold. */
import axios, { type AxiosInstance } from 'axios';

import { startSandbox, type OwnSandbox } from '../../scripts/sandbox';
import { expectEach } from '../support/each';

const KEY = { authorization: 'Bearer model-key' };

let sandbox: OwnSandbox;
let http: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox();
	const baseURL = `${sandbox.url}/model/v1`;
	http = axios.create({ baseURL, headers: KEY, validateStatus: () => true, proxy: false });
});
afterAll(async () => await sandbox.stop());

interface ToolCall {
	id: string;
	type: string;
	function: { name: string; arguments: string };
}

interface Completion {
	object: string;
	choices: Array<{
		finish_reason: string;
		message: { role: string; content: string | null; tool_calls?: ToolCall[] };
	}>;
}

const complete = async (body: object) =>
	await http.post<Completion>('/chat/completions', { model: 'scripted', ...body });

const tool = (name: string, description: string, properties: object = {}) => ({
	type: 'function',
	function: { name, description, parameters: { type: 'object', properties } },
});
const text = (description = '') => ({ type: 'string', description });

/** Tools whose names say nothing, so that only their descriptions can be gone by. */
const TOOLS = [
	tool('a', 'Stop the machine, which is not to be used', { machine: text() }),
	tool('b', 'Pause call list in Anything', { list: text('ID of the call list') }),
	tool('c', 'Get many call lists in Anything'),
	tool('d', 'Get many chats in Anything'),
	tool('e', 'Send moderator message to chat in Anything', {
		chat: text('Platform user ID of the person'),
		words: text('The message'),
	}),
	tool('f', 'Search documents in Anything', { words: text('What to search for') }),
	tool('g', 'Get document in Anything', { document: text() }),
];

/** The same by name alone. */
const NAMED = TOOLS.map(({ function: { description, parameters } }) => ({
	type: 'function',
	function: { name: description.replaceAll(/\W+/g, '_'), parameters },
}));

/** Talks until the stand-in answers; `results` are what the tools give, by their names. */
async function talk(asked: string, results: Record<string, unknown>, tools: object[] = TOOLS) {
	const messages: object[] = [
		{ role: 'system', content: 'You are helpful' },
		{ role: 'user', content: [{ type: 'text', text: asked }] },
	];
	const called: Array<[string, unknown]> = [];
	for (;;) {
		const { data, status } = await complete({ messages, tools });
		expect([status, data.object]).toEqual([200, 'chat.completion']);
		const [{ message, finish_reason: reason }] = data.choices;
		if (message.tool_calls === undefined) {
			expect(reason).toBe('stop');
			return { answer: message.content, called };
		}
		expect(reason).toBe('tool_calls');
		messages.push(message);
		for (const { id, function: wanted } of message.tool_calls) {
			called.push([wanted.name, JSON.parse(wanted.arguments)]);
			const content = results[wanted.name];
			messages.push({
				role: 'tool',
				tool_call_id: id,
				content: typeof content === 'string' ? content : JSON.stringify(content),
			});
		}
	}
}

const LISTS = [
	{ id: 'l-1', name: 'Win-back', status: 'waiting' },
	{ id: 'l-2', name: 'Spring survey', status: 'waiting' },
];
const CHATS = [
	{ platform_user_id: 'u-1', bot_id: 'b-1', first_name: 'Ewa' },
	{ platform_user_id: 'u-2', bot_id: 'b-1', first_name: 'Mei' },
];
const PAUSE = 'Pause the campaign "Spring survey" please';

describe('errands', () => {
	it('lists, finds by name, acts on the ID and says so', async () => {
		const { answer, called } = await talk(PAUSE, { c: LISTS, b: [{ result: true }] });
		expect(called).toEqual([
			['c', {}],
			['b', { list: 'l-2' }],
		]);
		expect(answer).toContain('"Spring survey" is paused');
	});

	it('goes by names where there are no descriptions', async () => {
		const results = { Get_many_call_lists_in_Anything: LISTS, Pause_call_list_in_Anything: [{}] };
		const { called } = await talk(PAUSE, results, NAMED);
		expect(called.map(([name]) => name)).toEqual(Object.keys(results));
	});

	it('tells apart the IDs of a row, and text from ID', async () => {
		const { answer, called } = await talk('Tell Mei: Hello!', { d: CHATS, e: [{}] });
		expect(called).toEqual([
			['d', {}],
			['e', { chat: 'u-2', words: 'Hello!' }],
		]);
		expect(answer).toBe('I have written to Mei.');
	});

	it('what cannot be done is told', async () => {
		await expectEach(
			[
				['nothing of that name', { c: [] }, 'nothing that is called "Spring survey"'],
				['a list that cannot be read', { c: [{ error: 'Not now' }] }, 'I could not look: Not now'],
				['a list that is no JSON', { c: 'Not now' }, 'I could not look: Not now'],
				['an act that is refused', { c: LISTS, b: [{ error: 'Too late' }] }, 'not work: Too late'],
			],
			async ([, results, expected]) => {
				expect((await talk(PAUSE, results)).answer).toContain(expected);
			},
		);
	});

	it('says so when it has no tool', async () => {
		const { answer, called } = await talk(PAUSE, {}, TOOLS.slice(3));
		expect([answer, called]).toEqual(['I have no tool for that.', []]);
	});
});

describe('questions', () => {
	it('searches for the words that matter, reads the first document and tells what it says', async () => {
		const results = { f: [{ doc_id: 'd-1', title: 'Returns' }], g: [{ content: '30 days' }] };
		const { answer, called } = await talk('How can I do a return?', results);
		expect(called).toEqual([
			['f', { words: 'return' }],
			['g', { document: 'd-1' }],
		]);
		expect(answer).toBe('30 days');
	});

	it('admits that it found nothing', async () => {
		expect((await talk('Returns?', { f: [] })).answer).toContain('says nothing about that');
	});

	it('begins anew with the next question', async () => {
		const messages = [
			{ role: 'user', content: PAUSE },
			{ role: 'assistant', content: '"Spring survey" is paused.' },
			{ role: 'user', content: 'Pause "Win-back"' },
		];
		const { data } = await complete({ messages, tools: TOOLS });
		expect(data.choices[0].message.tool_calls?.[0].function.name).toBe('c');
	});
});

describe('the API', () => {
	it('lists its model', async () => {
		const { data, status } = await http.get<{ data: Array<{ id: string }> }>('/models');
		expect([status, data.data.map(({ id }) => id)]).toEqual([200, ['scripted']]);
	});

	it('refuses what is wrong', async () => {
		await expectEach(
			[
				[401, 'get', '/models', { authorization: 'Bearer wrong' }, undefined],
				[401, 'post', '/chat/completions', { authorization: '' }, { messages: [] }],
				[400, 'post', '/chat/completions', KEY, {}],
				[400, 'post', '/chat/completions', KEY, { messages: [] }],
				[400, 'post', '/chat/completions', KEY, { messages: [{ role: 'nobody', content: '' }] }],
				[
					400,
					'post',
					'/chat/completions',
					KEY,
					{ messages: [{ role: 'user', content: 'a' }], stream: true },
				],
			],
			async ([status, method, url, headers, data]) => {
				const answer = await http.request<{ error: { message: string } }>({
					method,
					url,
					headers,
					data,
				});
				expect(answer.status).toBe(status);
				expect(answer.data.error.message).not.toBe('');
			},
		);
	});
});
