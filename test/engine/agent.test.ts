import type { INodeParameters } from 'n8n-workflow';

import { decide, type Conversation } from '../../sandbox/modelScript';
import { runAgent, type Model, type ToolNode } from '../support/agent';
import { accounts } from '../../engine/credentials';
import { runNode } from '../../engine/runNode';
import { BOT, byId, createCallList } from '../../engine/jobs';
import { UNKNOWN, type KodaState } from '../support/koda';
import { useSandbox } from '../support/sandbox';

/** The nodes as tools of an agent that runs them as n8n's AI Agent (version 3) does; tool.test.ts has the older way. */
const sandbox = useSandbox();

const credentials = () => accounts(sandbox().url);
const state = async () => await sandbox().state<KodaState>('koda');
const sent = async (operationId: string) => await sandbox().requests('koda', operationId);

/** What "Let the model define this parameter" writes into a field. */
const fromAi = (key: string, type = 'string', description = '') =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`${description}\`, '${type}') }}`;

const koda = (resource: string, operation: string, more: INodeParameters = {}): ToolNode => ({
	node: 'koda',
	parameters: { resource, operation, bot: byId(BOT), ...more },
});

const callLists = koda('callList', 'getAll');
const pause = koda('callList', 'pause', { callList: byId(fromAi('Call_List')) });
const resume = koda('callList', 'resume', { callList: byId(fromAi('Call_List')) });
const chats = koda('chat', 'getAll');
const message = koda('chat', 'sendModeratorMessage', {
	chat: byId(fromAi('Chat')),
	message: fromAi('Message'),
});
const search = koda('document', 'search', { search: fromAi('Search_Text') });
const readDocument = koda('document', 'get', { document: byId(fromAi('Document')) });
const deleteDocument = koda('document', 'delete', { document: byId(fromAi('Document')) });
const everything = [callLists, pause, resume, chats, message, search, readDocument, deleteDocument];

const ask = async (question: string, tools: ToolNode[], model: Model = decide) =>
	await runAgent({ question, model, tools, credentials: credentials() });

/** A model that calls its first tool so many times with these arguments, and then says what it got. */
const once =
	(given: Record<string, unknown>, times = 1): Model =>
	({ messages, tools }) => {
		const results = messages.filter(({ role }) => role === 'tool');
		if (results.length === times) return { answer: results.map(textOf).join('\n') };
		return { calls: [{ name: tools[0].function.name, arguments: given }] };
	};

const textOf = ({ content }: Conversation['messages'][number]) => content;

const rowsOf = (text: string) => JSON.parse(text) as Array<Record<string, unknown>>;

async function startCampaign(name: string): Promise<string> {
	const parameters = { ...createCallList, name };
	const { json } = await runNode({ node: 'koda', credentials: credentials(), parameters });
	return String(json[0].list_id);
}

describe('an agent with eight tools', () => {
	test('finds the call list, pauses it once and answers', async () => {
		await startCampaign('Spring survey');
		const id = await startCampaign('Win-back');
		const { answer, conversation } = await ask('Please pause the campaign "Win-back".', everything);
		expect(answer).toBe('"Win-back" is paused. Nobody is called until it is resumed.');
		const lists = (await state()).callLists.filter(({ paused }) => paused);
		expect(lists.map((list) => list.id)).toEqual([id]);
		expect(await sent('callList.pause')).toHaveLength(1);
		expect(await sent('callList.resume')).toEqual([]);
		const tools = conversation.tools.map(({ function: { name, description } }) => [
			name,
			description,
		]);
		expect(tools).toHaveLength(8);
		expect(tools).toContainEqual(['Pause_call_list_in_KODA', 'Pause call list in KODA']);
	});

	test('pauses nothing when no call list has the name', async () => {
		const { answer } = await ask('Pause the campaign "Nobody\'s"', everything);
		expect(answer).toBe('I found nothing that is called "Nobody\'s".');
		expect(await sent('callList.pause')).toEqual([]);
	});

	test('writes to the person it finds in the inbox', async () => {
		const { answer } = await ask('Tell Mei: We are looking into it.', everything);
		expect(answer).toBe('I have written to Mei.');
		const [{ body }, ...more] = await sent('chat.sendModeratorMessage');
		expect(more).toEqual([]);
		expect(body).toEqual({ moderator_message: 'We are looking into it.' });
		const texts = (await state()).chats
			.filter(({ firstName }) => firstName === 'Mei')
			.flatMap(({ entries }) => entries.map(({ block }) => block.text));
		expect(texts).toContain('We are looking into it.');
	});

	test('answers from the knowledge base and deletes nothing', async () => {
		const before = (await state()).documents;
		const { answer } = await ask('How can I reset my password?', everything);
		expect(answer).toBe('What customers ask about password reset, part 1.');
		expect((await state()).documents).toEqual(before);
	});
});

/** Rows by default, and how many characters of them a model has to read at most: a token is some four. */
const SIZES: Array<[string, ToolNode, number, number]> = [
	['call lists', callLists, 50, 14_000],
	['chats', chats, 50, 18_000],
	['documents', koda('document', 'search'), 20, 5_000],
];

test.each(SIZES)('lists of %s are short', async (_, tool, rows, characters) => {
	await sandbox().control('seed', { vendor: 'koda', callLists: 60, documents: 60 });
	const { results } = await ask('', [tool], once({}));
	expect(rowsOf(results[0])).toHaveLength(rows);
	expect(results[0].length).toBeLessThan(characters);
});

const create = koda('document', 'create', {
	title: fromAi('Title'),
	content: 'Text',
	additionalFields: { tags: [fromAi('Tags')], autoPublish: fromAi('Auto_Publish', 'boolean') },
});
const history = koda('chat', 'get', {
	chat: byId(fromAi('Chat')),
	filters: { from: fromAi('From'), to: fromAi('To') },
});
const limited = koda('callList', 'getAll', {
	limit: fromAi('Limit', 'number'),
	returnAll: fromAi('Return_All', 'boolean'),
	sort: { sortOrder: fromAi('Sort_Order') },
});
const campaign = koda('callList', 'create', {
	...createCallList,
	name: 'From a model',
	callsJson: fromAi('Calls__JSON_', 'json'),
	campaignStart: fromAi('Campaign_Start'),
	allowedHoursStart: fromAi('Allowed_Hours_Start'),
	schedule: { allowedWeekdays: fromAi('Allowed_Weekdays') },
});

const CALLS = [{ phone_number: '+48600000000', first_name: 'Ewa' }];
const START = {
	Campaign_Start: '2099-01-12T09:00',
	Allowed_Hours_Start: '09:00',
	Allowed_Weekdays: ['1'],
};

/** Arguments as models write them, right or nearly so, and a part of the request that has to come of them. */
const understood: Array<[string, ToolNode, Record<string, unknown>, string, object]> = [
	['a list as a list', create, { Title: 'A', Tags: ['b', 'c'] }, 'body', { tags: ['b', 'c'] }],
	['a list as JSON text', create, { Title: 'A', Tags: '["b", "c"]' }, 'body', { tags: ['b', 'c'] }],
	['one of a list', create, { Title: 'A', Tags: 'b' }, 'body', { tags: ['b'] }],
	['a number as text', create, { Title: 7, Tags: 'b' }, 'body', { title: '7' }],
	['true as text', create, { Title: 'A', Auto_Publish: 'true' }, 'body', { auto_publish: true }],
	['calls as a list', campaign, { ...START, Calls__JSON_: CALLS }, 'body', { calls: CALLS }],
	[
		'calls as JSON text',
		campaign,
		{ ...START, Calls__JSON_: JSON.stringify(CALLS), Allowed_Weekdays: '["1", "2"]' },
		'body',
		{ calls: CALLS, campaign_allowed_days: ['1', '2'] },
	],
	[
		'an hour without a zero, and numbers for options',
		campaign,
		{ ...START, Calls__JSON_: CALLS, Allowed_Hours_Start: '8:30', Allowed_Weekdays: [1, 2] },
		'body',
		{ allowed_hours_start: '08:30', campaign_allowed_days: ['1', '2'] },
	],
	['an ID with spaces', pause, { Call_List: ' {id} ' }, 'path', {}],
];

test.each(understood)('%s is understood', async (_, tool, given, where, expected) => {
	const id = await startCampaign('Win-back');
	const text = JSON.stringify(given).replace('{id}', id);
	const { results } = await ask('', [tool], once(JSON.parse(text) as typeof given));
	expect(rowsOf(results[0])).not.toContainEqual({ error: expect.anything() as unknown });
	const last = (await sandbox().requests('koda')).at(-1);
	if (where === 'path') expect(last?.path).toContain(`/${id}/`);
	else expect(last?.body).toMatchObject(expected);
});

/** Nothing given, in every form that models use for it: the default holds. */
test.each([
	['left out', {}],
	['null', { Limit: null, Return_All: null, Sort_Order: null }],
	['an empty text', { Limit: '', Return_All: '', Sort_Order: '' }],
	['as texts', { Limit: '50', Return_All: 'false', Sort_Order: 'DESC' }],
])('the limit of 50 holds when arguments are %s', async (_, given) => {
	await sandbox().control('seed', { vendor: 'koda', callLists: 60 });
	const { results } = await ask('', [limited], once(given));
	expect(rowsOf(results[0])).toHaveLength(50);
});

/** Arguments that make no sense, and what the model is told: the field, and the way out. */
const refused: Array<[string, ToolNode, Record<string, unknown>, string, string]> = [
	['words for a number', limited, { Limit: 'fifty' }, "'Limit' cannot be", 'whole number'],
	['too small a number', limited, { Limit: 0 }, "'Limit' cannot be 0", 'at least 1'],
	['yes', limited, { Return_All: 'yes' }, "'Return All' cannot be", 'Use true or false'],
	['an unknown option', limited, { Sort_Order: 'newest' }, "'Sort Order' cannot be", 'ASC'],
	['no ID', pause, { Call_List: '' }, "'Call List' is empty", 'Fill it in'],
	['an unknown ID', pause, { Call_List: UNKNOWN }, '404', 'Check the ID'],
	['words for a date', history, { Chat: '1', From: 'last week' }, "'From' is not a date", 'ISO'],
	[
		'a period that ends before it begins',
		history,
		{ Chat: '1', From: '2026-02-01', To: '2026-01-01' },
		"'To' is before 'From'",
		'later date',
	],
	['an empty period', history, { Chat: '1', From: '', To: '' }, "'From' is empty", 'Correct it'],
	['a long text', create, { Title: 'x'.repeat(121) }, "'Title' has 121", 'Shorten it to 120'],
	['no calls', campaign, { ...START, Calls__JSON_: [] }, "'Calls (JSON)' is empty", 'Fill it in'],
	[
		'a call without a number',
		campaign,
		{ ...START, Calls__JSON_: [{ name: 'Ewa' }] },
		'no phone_number in call 1',
		'Nothing was sent',
	],
	[
		'an hour in words',
		campaign,
		{ ...START, Calls__JSON_: CALLS, Allowed_Hours_Start: '9am' },
		"'Allowed Hours Start' is not a time of day",
		'such as 09:00',
	],
];

test.each(refused)('%s: the model is told what to do', async (_, tool, given, what, wayOut) => {
	const before = await state();
	const { results, answer } = await ask('', [tool], once(given));
	const [{ error }] = rowsOf(results[0]);
	expect(error).toContain(what);
	expect(error).toContain(wayOut);
	expect(answer).toBe(results[0]);
	expect(await state()).toEqual(before);
});

test('a model that follows the message comes to its end', async () => {
	const id = await startCampaign('Win-back');
	const model: Model = (conversation) => {
		const { messages, tools } = conversation;
		const first = messages.find(({ role }) => role === 'tool');
		const name = tools.find((one) => /pause/i.test(one.function.description))?.function.name ?? '';
		if (!first) return { calls: [{ name, arguments: { Call_List: UNKNOWN } }] };
		if (!textOf(first).includes('Check the ID')) return { answer: 'I give up' };
		return decide({ ...conversation, messages: [messages[0], ...messages.slice(3)] });
	};
	const { answer } = await ask('Pause "Win-back"', [callLists, pause], model);
	expect(answer).toContain('is paused');
	const { callLists: known } = await state();
	expect(known.find((list) => list.id === id)?.paused).toBe(true);
});

describe('calls with an effect', () => {
	test('the same call twice is sent twice', async () => {
		const [{ platformUserId }] = (await state()).chats;
		const given = { Chat: platformUserId, Message: 'Yes' };
		const { results } = await ask('', [message], once(given, 2));
		expect(results.map(rowsOf)).toEqual([[{ success: true }], [{ success: true }]]);
		expect(await sent('chat.sendModeratorMessage')).toHaveLength(2);
	});

	test('one whose answer got lost is not sent again by Retry On Fail, and the model learns of it', async () => {
		const [{ platformUserId }] = (await state()).chats;
		const operationId = 'chat.sendModeratorMessage';
		const fault = { vendor: 'koda', operationId, kind: 'reset', applyFirst: true, count: 9 };
		await sandbox().control('faults', fault);
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const given = { Chat: platformUserId, Message: 'Yes' };
		const { results } = await ask('', [{ ...message, settings }], once(given));
		const [{ error }] = rowsOf(results[0]);
		expect(error).toContain('whether the operation took effect is unknown');
		expect(error).toContain("run 'Get' for the chat");
		expect(await sent(operationId)).toHaveLength(1);
	});
});
