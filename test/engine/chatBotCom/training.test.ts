import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { type Phrase } from '../../../sandbox/vendors/chatBotCom/state';
import { uuidOf } from '../../../sandbox/vendors/random';
import { byId, fromList, itemsOf } from '../../../engine/jobs';
import {
	SKIP_FAILED,
	UNKNOWN,
	errorOf,
	phraseId,
	storyId,
	useChatBot,
} from '../../support/chatBotCom';
import {
	describeBadInput,
	describeCases,
	describeClientToken,
	describeNotFound,
	same,
	type BadInput,
	type ChatBotCase,
} from '../../support/chatBotComCases';
import { testEach } from '../../support/sandbox';

const bench = useChatBot();

const SUPPORT = storyId('Support');
/** The diagram's input of the Support story for refunds, in the sandbox. */
const TARGET = uuidOf('chatbot.com input Support refund');
/** Phrases of the Support story. */
const OWN = [phraseId(0), phraseId(3)];

const queries = async () => (await bench.sent('training.getAll')).map(({ query }) => query);
const phrases = async () => (await bench.state()).phrases;

const cases: ChatBotCase[] = [
	{
		operationId: 'training.getAll',
		parameters: { limit: 20 },
		query: { page: '1' },
		output: ({ items }) => (items as IDataObject[]).slice(0, 20),
	},
	{
		operationId: 'training.train',
		parameters: { story: fromList(SUPPORT), targetId: TARGET, items: OWN },
		body: { storyId: SUPPORT, targetId: TARGET, items: OWN },
		output: same,
		effect: async () => {
			expect((await phrases()).some(({ id }) => OWN.includes(id))).toBe(false);
			const [story] = (await bench.state()).stories;
			const { phrases: trained } = story.interactions.find(({ inputId }) => inputId === TARGET)!;
			expect(trained).toHaveLength(2);
		},
	},
	{
		operationId: 'training.delete',
		parameters: { items: OWN },
		body: OWN,
		output: () => [{ deleted: true }],
		effect: async () => {
			expect((await phrases()).some(({ id }) => OWN.includes(id))).toBe(false);
		},
	},
];

describe('each operation', () => describeCases(bench, cases));
describe('each refusal', () => describeClientToken(bench, cases));

describe('what ChatBot.com does not know', () => {
	const items = OWN;
	describeNotFound(bench, [
		[
			'training.train',
			`Story not found: ${UNKNOWN}`,
			{ story: byId(UNKNOWN), targetId: TARGET, items },
		],
		['training.train', 'User Input not found: x', { story: byId(SUPPORT), targetId: 'x', items }],
	]);
});

describe('Get Many', () => {
	const idsOf = (json: IDataObject[]) => json.map(({ id }) => id);
	const waiting = async () => (await phrases()).filter(({ ignored }) => !ignored);

	test('Return All reads page after page until one is empty', async () => {
		const { json } = await bench.run('training.getAll', { returnAll: true });
		const expected = (await waiting()).toSorted((a, b) => b.date - a.date);
		expect(expected.length).toBeGreaterThan(50);
		expect(idsOf(json)).toEqual(expected.map(({ id }) => id));
		expect(await queries()).toEqual(['1', '2', '3', '4'].map((page) => ({ page })));
	});

	testEach(
		'a limit takes no more calls than it needs',
		[
			[25, 1],
			[26, 2],
			[50, 2],
		],
		async ([limit, calls]) => {
			const { json } = await bench.run('training.getAll', { limit });
			expect(json).toHaveLength(limit);
			expect(await bench.sent()).toHaveLength(calls);
		},
	);

	type Table = Array<[INodeParameters, IDataObject, (phrase: Phrase) => boolean]>;
	const START = Date.UTC(2026, 0, 12, 8, 0, 0, 163);
	const HOUR = 3_600_000;
	const at = (hours: number) => new Date(START + hours * HOUR).toISOString();
	const filters: Table = [
		[{ ignored: true }, { 'filter[ignored]': 'true' }, ({ ignored }) => ignored],
		[{ ignored: false }, { 'filter[ignored]': 'false' }, ({ ignored }) => !ignored],
		[
			{ text: 'VEGAN' },
			{ 'filter[text]': 'VEGAN' },
			({ text, ignored }) => text.includes('vegan') && !ignored,
		],
		[
			{ story: byId(SUPPORT) },
			{ 'filter[stories]': SUPPORT },
			(phrase) => phrase.storyId === SUPPORT && !phrase.ignored,
		],
		[
			{ from: at(10), to: at(12) },
			{ 'filter[from]': at(10), 'filter[to]': at(12) },
			({ date }) => date >= START + 10 * HOUR && date <= START + 12 * HOUR,
		],
		[
			{ from: at(58) },
			{ 'filter[from]': at(58) },
			({ date, ignored }) => date >= START + 58 * HOUR && !ignored,
		],
		[
			{ to: '2026-01-12T10:30:00' },
			// Warsaw is an hour ahead in winter.
			{ 'filter[to]': '2026-01-12T09:30:00.000Z' },
			({ date }) => date <= Date.UTC(2026, 0, 12, 9, 30),
		],
	];

	testEach('filters are sent', filters, async ([given, query, fits]) => {
		const { json, error } = await bench.run('training.getAll', { limit: 20, filters: given });
		expect(error).toBeUndefined();
		const expected = (await phrases()).filter(fits).toSorted((a, b) => b.date - a.date);
		expect(expected.length).toBeGreaterThan(0);
		expect(idsOf(json)).toEqual(expected.slice(0, 20).map(({ id }) => id));
		const sent = await bench.sent();
		expect(sent[0].query).toEqual({ page: '1', ...query });
		for (const { contractErrors } of sent) expect(contractErrors).toEqual([]);
	});

	const orders: Table = [
		[
			{ sortBy: 'date', sortOrder: 'asc' },
			{ 'sort[field]': 'date', 'sort[order]': 'asc' },
			() => true,
		],
		[{ sortOrder: 'asc' }, { 'sort[order]': 'asc' }, () => true],
	];

	testEach('sorting is sent', orders, async ([sort, query]) => {
		const { json } = await bench.run('training.getAll', { limit: 5, sort });
		const oldest = (await waiting()).toSorted((a, b) => a.date - b.date).slice(0, 5);
		expect(idsOf(json)).toEqual(oldest.map(({ id }) => id));
		expect(await queries()).toEqual([{ page: '1', ...query }]);
	});

	test('sort by how often', async () => {
		const sort = { sortBy: 'unmatched', sortOrder: 'desc' };
		const { json } = await bench.run('training.getAll', { limit: 5, sort });
		expect(json.map(({ unmatched }) => unmatched)).toEqual(
			(await waiting())
				.map(({ unmatched }) => unmatched)
				.sort((a, b) => b - a)
				.slice(0, 5),
		);
		expect(await queries()).toEqual([
			{ page: '1', 'sort[field]': 'unmatched', 'sort[order]': 'desc' },
		]);
	});

	test.each(['2019-03-12 13:27:15.513Z', '2019-03-12T13:27:15.513Z'])(
		'a phrase of %s comes with a T',
		async (date) => {
			await bench.answerWith('training.getAll', { items: [{ id: 'p1', date }] });
			const { json } = await bench.run('training.getAll', { limit: 1 });
			expect(json).toEqual([{ id: 'p1', date: '2019-03-12T13:27:15.513Z' }]);
		},
	);

	test('a list that gives the same page for every number ends there', async () => {
		await bench.answerWith('training.getAll', { items: [{ id: 'p1' }] }, { count: 9 });
		const { json, error } = await bench.run('training.getAll', { returnAll: true });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ id: 'p1' }]);
		expect(await bench.sent()).toHaveLength(2);
	});
});

describe('Train', () => {
	test('tells which phrases were used and which were not', async () => {
		const items = itemsOf([{ ids: [OWN[0], UNKNOWN] }]);
		const { json } = await bench.run(
			'training.train',
			{ story: byId(SUPPORT), targetId: TARGET, items: ['={{ $json.ids }}'] },
			{ items },
		);
		expect(json).toMatchObject([{ used: [OWN[0]], unused: [UNKNOWN] }]);
		expect((await bench.onlySent()).body).toMatchObject({ items: [OWN[0], UNKNOWN] });
	});

	test('a lost answer: sent once, and how to find out what became of it', async () => {
		await bench.fault('training.train', { kind: 'reset', applyFirst: true });
		const error = await bench.runToError('training.train', {
			story: byId(SUPPORT),
			targetId: TARGET,
			items: OWN,
		});
		expect(error.message).toContain('whether the operation took effect is unknown');
		expect(error.description).toContain("run 'Get Many' for training");
		expect(await bench.sent()).toHaveLength(1);
	});

	test('one item that fails does not stop the others', async () => {
		const targets = [TARGET, 'none', TARGET];
		const { outputs } = await bench.run(
			'training.train',
			{ story: byId(SUPPORT), targetId: '={{ $json.target }}', items: OWN },
			{ items: itemsOf(targets.map((target) => ({ target }))), ...SKIP_FAILED },
		);
		expect(outputs[0].map(({ json }) => 'error' in json)).toEqual([false, true, false]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
			targets.map((_, item) => ({ item })),
		);
		expect(errorOf(outputs[0][1]).message).toContain('[item 1]');
	});
});

describe('what makes no sense is told before anything is sent', () => {
	const train = { story: byId(SUPPORT), targetId: TARGET, items: OWN };
	const none = '={{ $json.none }}';
	const list = 'training.getAll';
	const table: BadInput[] = [
		['training.train', "'Story' is empty", 'Fill it in', { ...train, story: byId(none) }],
		['training.train', "'User Input ID' is empty", 'Fill it in', { ...train, targetId: none }],
		['training.train', "'Phrase IDs' is empty", 'Fill it in', { ...train, items: [none] }],
		[list, "'Search Text' has 2 characters", 'at least 3', { filters: { text: 'ab' } }],
		[
			list,
			"'Search Text' has 257 characters",
			'Shorten it to 256',
			{ filters: { text: 'a'.repeat(257) } },
		],
		[
			list,
			"'Story' cannot be 'abcd'",
			'the 24 characters of an ID',
			{ filters: { story: byId('abcd') } },
		],
		...(
			[
				['from', 'From'],
				['to', 'To'],
				['text', 'Search Text'],
			] as const
		).map(
			([name, shown]): BadInput => [
				list,
				`'${shown}' is empty`,
				'without it more would be meant',
				{ filters: { [name]: none } },
			],
		),
		[
			list,
			"'Story' is empty",
			'without it more would be meant',
			{ filters: { story: byId(none) } },
		],
		[list, "'From' is not a date", 'ISO 8601', { filters: { from: 'last week' } }],
		[
			list,
			"'To' is before 'From'",
			'later date',
			{ filters: { from: '2026-02-01', to: '2026-01-01' } },
		],
		[
			list,
			"'Sort By' cannot be 'text'",
			'date, unmatched (Times Unmatched)',
			{ sort: { sortBy: '={{ "text" }}' } },
		],
	];
	describeBadInput(bench, table);
});
