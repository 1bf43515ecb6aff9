import { Settings } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { byId, fromList, itemsOf } from '../../../engine/jobs';
import {
	SKIP_FAILED,
	UNKNOWN,
	chatId,
	errorOf,
	storyId,
	useChatBot,
} from '../../support/chatBotCom';
import {
	describeBadInput,
	describeCases,
	describeClientToken,
	describeNotFound,
	each,
	same,
	type ChatBotCase,
} from '../../support/chatBotComCases';

/** Stories and archived chats. */
const bench = useChatBot();

const SUPPORT = storyId('Support');

const cases: ChatBotCase[] = [
	{ operationId: 'story.getAll', output: each },
	{
		operationId: 'story.get',
		parameters: { story: fromList(SUPPORT) },
		path: { storyId: SUPPORT },
		output: () => [
			{
				id: SUPPORT,
				name: 'Support',
				description: 'Answers what customers ask',
				version: 2,
				published: true,
				integrations: ['widget', 'livechat'],
				metrics: [],
			},
		],
	},
	{
		operationId: 'chat.getAll',
		parameters: { limit: 40 },
		output: each,
	},
	{
		operationId: 'chat.get',
		parameters: { chat: fromList(chatId(2)) },
		path: { chatId: chatId(2) },
		output: same,
	},
];

describe('each operation', () => describeCases(bench, cases));
describe('each refusal', () => describeClientToken(bench, cases));

describe('what ChatBot.com does not know', () =>
	describeNotFound(bench, [
		['story.get', `Story not found: ${UNKNOWN}`, { story: byId(UNKNOWN) }],
		['chat.get', `Chat not found: ${UNKNOWN}`, { chat: byId(UNKNOWN) }],
	]));

describe('what makes no sense is told before anything is sent', () => {
	const none = byId('={{ $json.none }}');
	describeBadInput(bench, [
		['story.get', "'Story' is empty", 'Fill it in', { story: none }],
		['story.get', "'Story' holds no ID", 'By ID', { story: byId('=..') }],
		['story.getAll', "'Limit' cannot be 1.5", 'a whole number', { limit: '={{ 1.5 }}' }],
		['chat.get', "'Chat' is empty", 'Fill it in', { chat: none }],
		['chat.getAll', "'Limit' cannot be -1", 'at least 1', { limit: '={{ -1 }}' }],
	]);
});

describe('stories', () => {
	test.each([
		[{ limit: 2 }, ['Support', 'Sales']],
		[{ returnAll: true }, ['Support', 'Sales', 'Draft']],
	])('with %j', async (parameters, names) => {
		const { json } = await bench.run('story.getAll', parameters);
		expect(json.map(({ name }) => name)).toEqual(names);
		expect((await bench.onlySent()).query).toEqual({});
	});

	test('one without Simplify comes with its settings and its diagram', async () => {
		const { json } = await bench.run('story.get', { story: byId(SUPPORT), simplify: false });
		const { responseBody } = await bench.onlySent();
		expect(json).toEqual([responseBody]);
		expect(json[0]).toMatchObject({
			settings: { confidence: 0.7, language: 'en' },
			diagram: { type: 'START_POINT', children: [{ type: 'BOT_RESPONSE', name: 'welcome' }] },
		});
	});

	test('each item gets its own, and one that fails does not stop the others', async () => {
		const ids = [storyId('Draft'), UNKNOWN, SUPPORT];
		const { outputs } = await bench.run(
			'story.get',
			{ story: byId('={{ $json.id }}') },
			{ items: itemsOf(ids.map((id) => ({ id }))), ...SKIP_FAILED },
		);
		expect(outputs[0].map(({ json }) => json.name)).toEqual(['Draft', undefined, 'Support']);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
			ids.map((_, item) => ({ item })),
		);
		expect(errorOf(outputs[0][1]).message).toBe(
			'ChatBot.com does not know what was asked for [item 1]',
		);
	});
});

describe('chats', () => {
	const idsOf = (json: IDataObject[]) => json.map(({ id }) => id);
	const newestFirst = async () =>
		(await bench.state()).chats.toSorted((a, b) => b.createdAt - a.createdAt);
	const queries = async () => (await bench.sent('chat.getAll')).map(({ query }) => query);

	test('Return All goes on from the time of the last chat, in milliseconds', async () => {
		const { json, outputs } = await bench.run('chat.getAll', { returnAll: true });
		const chats = await newestFirst();
		expect(chats).toHaveLength(95);
		expect(idsOf(json)).toEqual(chats.map(({ id }) => id));
		expect(await queries()).toEqual([
			{},
			{ after: String(chats[39].createdAt) },
			{ after: String(chats[79].createdAt) },
		]);
		expect(outputs[0].at(-1)?.pairedItem).toEqual({ item: 0 });
	});

	test.each([
		[3, 1],
		[40, 1],
		[41, 2],
		[80, 2],
		[500, 3],
	])('Limit %d takes %d calls', async (limit, calls) => {
		const { json } = await bench.run('chat.getAll', { limit });
		expect(idsOf(json)).toEqual((await newestFirst()).slice(0, limit).map(({ id }) => id));
		expect(await bench.sent()).toHaveLength(calls);
	});

	/** Forty chats of which the last is at 13:27:15.513, and what it is called there. */
	const page = (times: IDataObject) =>
		Array.from({ length: 40 }, (_, index) => ({ id: `c${index}`, ...times }));
	const END = String(Date.UTC(2019, 2, 12, 13, 27, 15, 513));

	test.each([
		['createdAt', '2019-03-12T13:27:15.513Z'],
		['createdAt', '2019-03-12 13:27:15.513Z'],
		['date', '2019-03-12T13:27:15.513Z'],
	])('the next page after %s %s', async (name, time) => {
		await bench.answerWith('chat.getAll', page({ [name]: time }));
		await bench.answerWith('chat.getAll', [{ id: 'c39' }, { id: 'c40' }]);
		const { json } = await bench.run('chat.getAll', { returnAll: true });
		expect(idsOf(json)).toEqual(Array.from({ length: 41 }, (_, index) => `c${index}`));
		expect(json[0][name]).toBe('2019-03-12T13:27:15.513Z');
		expect(await queries()).toEqual([{}, { after: END }]);
	});

	describe('without a zone is of UTC', () => {
		// Not of the computer that n8n runs on.
		beforeEach(() => {
			Settings.defaultZone = 'Asia/Tokyo';
		});
		afterEach(() => {
			Settings.defaultZone = 'system';
		});

		test.each(['2019-03-12T13:27:15.513', '2019-03-12 13:27:15.513'])('%s', async (createdAt) => {
			await bench.answerWith('chat.getAll', page({ createdAt }));
			await bench.answerWith('chat.getAll', [{ id: 'c40' }]);
			const { error } = await bench.run('chat.getAll', { returnAll: true });
			expect(error).toBeUndefined();
			expect(await queries()).toEqual([{}, { after: END }]);
		});
	});

	test('a list that begins anew, for want of dates, is refused', async () => {
		await bench.answerWith('chat.getAll', page({}), { count: 5 });
		const error = await bench.runToError('chat.getAll', { returnAll: true });
		expect(error.message).toContain('gives a list that repeats itself');
		expect(error.description).toContain("Set a 'Limit' no larger than one page");
		expect((await bench.sent()).length).toBeLessThan(5);
	});

	test('a single chat with a space in its date comes with a T', async () => {
		await bench.answerWith('chat.get', { id: 'c1', createdAt: '2019-03-12 13:27:15.513Z' });
		const { json } = await bench.run('chat.get', { chat: byId('c1') });
		expect(json).toEqual([{ id: 'c1', createdAt: '2019-03-12T13:27:15.513Z' }]);
	});
});
