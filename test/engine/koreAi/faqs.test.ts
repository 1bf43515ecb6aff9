import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, fromList, itemsOf } from '../../../engine/jobs';
import { searchList } from '../../support/contexts';
import {
	BOT,
	errorOf,
	hurry,
	koreAccount,
	OTHER_BOT,
	SKIP_FAILED,
	shownFields,
	useKore,
} from '../../support/koreAi';
import { done } from '../../support/koreAiKnowledge';

/** FAQ and Knowledge Task: what is sent, what comes out, and what it does. */
const kore = useKore();
const { sandbox, run, runToError, sent, onlySent, answerWith, state } = kore;

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const B = `/api/public/bot/${BOT}`;
const faqs = async () => (await state()).knowledge.faqs;
const graph = async (bot = BOT) =>
	(await done(kore, 'knowledgeTask.getAll', { bot: byId(bot) }))[0] as unknown as {
		knowledgeTaskId: string;
		nodes: Array<{ nodeId: string; label: string; level: string; faqCount: number }>;
	};

describe('knowledge tasks', () => {
	test('come with their nodes', async () => {
		const task = await graph();
		expect(await onlySent()).toMatchObject({
			method: 'GET',
			path: `${B}/knowledgeTasks`,
			query: { language: 'en' },
			contractErrors: [],
		});
		expect(Object.keys(task).sort()).toEqual(shownFields('knowledgeTask.getAll'));
		expect(task.nodes.map(({ label, level, faqCount }) => [label, level, faqCount])).toEqual([
			['Order Desk', 'l0', 0],
			['Delivery', 'l1', 12],
			['Payment', 'l1', 0],
		]);
	});

	test('raw, and several where Kore.ai gives a list', async () => {
		await answerWith('knowledgeTask.getAll', [{ _id: 'kt-1', taxonomy: [] }, { _id: 'kt-2' }]);
		const output = await done(kore, 'knowledgeTask.getAll', { simplify: false });
		expect(output).toEqual([{ _id: 'kt-1', taxonomy: [] }, { _id: 'kt-2' }]);
	});

	test('an answer without one is none', async () => {
		await answerWith('knowledgeTask.getAll', { taxonomy: [] });
		const error = await runToError('knowledgeTask.getAll', {});
		expect(error.message).toContain('Kore.ai answered in another form than expected');
	});
});

describe('FAQ: Create', () => {
	const given = { question: 'When do you open?', answer: 'At nine: 100 %.' };

	test('adds one to the root of the knowledge graph, which is looked up', async () => {
		const output = await done(kore, 'faq.create', given);
		expect(output).toEqual([{ status: 'success' }]);
		const [look, add] = await sent();
		expect(look.path).toBe(`${B}/knowledgeTasks`);
		const { _id, taxonomy } = look.responseBody as { _id: string; taxonomy: IDataObject[] };
		expect(add).toMatchObject({
			method: 'POST',
			path: `${B}/faqs/bulk`,
			query: { language: 'en' },
			contractErrors: [],
			body: {
				faqs: [
					{
						questionPayload: { question: given.question, tagsPayload: [] },
						answerPayload: [{ text: given.answer, type: 'basic', channel: 'default' }],
						knowledgeTaskId: _id,
						subQuestions: [],
						responseType: 'message',
						subAnswers: [],
						streamId: BOT,
						parent: taxonomy[0].nodeId,
						leafterm: 'Order Desk',
					},
				],
			},
		});
		expect((await faqs()).at(-1)).toMatchObject(given);
	});

	test('adds one to a node, of an extracted question', async () => {
		const { nodes } = await graph();
		const own = { ...given, node: byId(nodes[2].nodeId), options: { questionId: 'qna-1' } };
		await done(kore, 'faq.create', own);
		const [add] = await sent('faq.create');
		expect(add.body).toMatchObject({
			faqs: [{ parent: nodes[2].nodeId, leafterm: 'Payment', qsId: 'qna-1' }],
		});
	});

	test('of several items looks once for each bot', async () => {
		const items = itemsOf([{ bot: BOT }, { bot: OTHER_BOT }, { bot: BOT }]);
		await done(kore, 'faq.create', { ...given, bot: byId('={{ $json.bot }}') }, { items });
		expect(await sent('knowledgeTask.getAll')).toHaveLength(2);
		expect(await sent('faq.create')).toHaveLength(3);
	});

	test('of several items looks again when it could not, each with an error of its own', async () => {
		await kore.fault('knowledgeTask.getAll', { kind: 'status', status: 400, count: 2 });
		const { outputs } = await run('faq.create', given, {
			items: itemsOf([{}, {}, {}]),
			settings: SKIP_FAILED,
		});
		const [first, second, third] = outputs[0];
		expect([errorOf(first).message, errorOf(second).message]).toEqual([
			'Kore.ai did not accept the values (400) [item 0]',
			'Kore.ai did not accept the values (400) [item 1]',
		]);
		expect(third.json).toEqual({ status: 'success' });
		expect(await sent('knowledgeTask.getAll')).toHaveLength(3);
	});

	test('looks again when n8n tries again', async () => {
		await kore.fault('knowledgeTask.getAll', { kind: 'status', status: 400 });
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const { json, error } = await run('faq.create', given, { settings });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ status: 'success' }]);
		expect(await sent('knowledgeTask.getAll')).toHaveLength(2);
	});

	test('a node of another graph is refused, and nothing is added', async () => {
		const { nodes } = await graph(OTHER_BOT);
		const error = await runToError('faq.create', { ...given, node: byId(nodes[0].nodeId) });
		expect(error.message).toBe("'Node' is no node of this language [item 0]");
		expect(await sent('faq.create')).toEqual([]);
	});

	test.each([
		['another word', { status: 'failed' }],
		['no word', { id: 1 }],
	])('is not done when the answer has %s', async (_, answer) => {
		await answerWith('faq.create', answer);
		const error = await runToError('faq.create', given);
		expect(error.message).toMatch(/^Kore\.ai answered/);
		expect((await faqs()).length).toBe(12);
	});

	test.each([{ taxonomy: [] }, { taxonomy: [{ label: 'A' }] }, { taxonomy: 'none' }])(
		'adds nothing where no node is told: %j',
		async (part) => {
			await answerWith('knowledgeTask.getAll', { _id: 'kt-1', ...part });
			const error = await runToError('faq.create', given);
			expect(error.message).toMatch(/^Kore\.ai (gave no node|answered in another form)/);
			expect(await sent('faq.create')).toEqual([]);
		},
	);
});

describe('FAQ: Get Many', () => {
	test('60 in two calls, with answers as people read them', async () => {
		await sandbox().control('seed', { vendor: 'kore-ai', faqs: 48 });
		const output = await done(kore, 'faq.getAll', { returnAll: true });
		const all = await faqs();
		expect(output.map(({ faqId }) => faqId)).toEqual(all.map(({ id }) => id));
		expect(output.map(({ answer }) => answer)).toEqual(all.map(({ answer }) => answer));
		expect((await sent()).map(({ path, query }) => [path, query])).toEqual([
			[`${B}/v2/faqs`, { state: 'configured', language: 'en', limit: '50', offset: '0' }],
			[`${B}/v2/faqs`, { state: 'configured', language: 'en', limit: '50', offset: '50' }],
		]);
		expect(Object.keys(output[0]).sort()).toEqual(shownFields('faq.getAll'));
		expect(output[0].path).toEqual(['Order Desk', 'Delivery']);
	});

	test('published ones of a node, with what is below it', async () => {
		const own = {
			state: 'published',
			filters: { nodeName: 'Delivery', type: 'all', search: 'What about returns, part 8?' },
			options: { withallchild: true },
		};
		const output = await done(kore, 'faq.getAll', {
			...own,
			filters: { ...own.filters, search: 'What about shipping, part 7?' },
		});
		expect((await onlySent()).query).toEqual({
			state: 'published',
			language: 'en',
			nodeName: 'Delivery',
			withallchild: 'true',
			type: 'all',
			search: 'What about shipping, part 7?',
			limit: '50',
			offset: '0',
		});
		expect(output.map(({ question, isPublished }) => [question, isPublished])).toEqual([
			['What about shipping, part 7?', true],
		]);
	});

	test('by the knowledge task, in V1', async () => {
		const { knowledgeTaskId, nodes } = await graph();
		const own = {
			apiVersion: 'v1',
			ktId: knowledgeTaskId,
			limit: 3,
			filters: { parentId: nodes[1].nodeId },
		};
		const output = await done(kore, 'faq.getAll', own);
		const [request] = await sent('faq.getAll');
		expect(request).toMatchObject({ path: `${B}/faqs`, contractErrors: [] });
		expect(request.query).toEqual({
			ktId: knowledgeTaskId,
			language: 'en',
			parentId: nodes[1].nodeId,
			limit: '3',
			offset: '0',
		});
		expect(output).toHaveLength(3);
	});

	test('of a knowledge task that nobody has', async () => {
		const error = await runToError('faq.getAll', { apiVersion: 'v1', ktId: 'kt-0' });
		expect(error.description).toContain('Knowledge task not found: kt-0');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
	});

	test('answers that were not encoded, or broken, come as they are', async () => {
		const faq = (text: unknown) => ({ _id: String(text), answerPayload: [{ text }] });
		await answerWith('faq.getAllV2', {
			faqs: [faq('100 %'), faq('a%20b'), faq('%E0%A4%A'), faq('')],
			moreAvailable: false,
		});
		const output = await done(kore, 'faq.getAll', {});
		expect(output.map(({ answer }) => answer)).toEqual(['100 %', 'a b', '%E0%A4%A', '']);
	});
});

describe('the picker for nodes', () => {
	const search = async (parameters: INodeParameters) =>
		await searchList(
			{
				node: 'koreAi',
				parameters: { resource: 'faq', operation: 'create', ...parameters },
				credentials: koreAccount(sandbox().url),
			},
			'nodes',
		);

	test('shows the nodes of the bot in its language', async () => {
		const { results } = await search({ bot: fromList(BOT), language: 'en' });
		expect(results.map(({ name }) => name)).toEqual([
			'Order Desk (l0)',
			'Delivery (l1)',
			'Payment (l1)',
		]);
	});

	test('needs a bot', async () => {
		await expect(search({ language: 'en' })).rejects.toThrow("Choose 'Bot' first");
	});
});
