import { byId, itemsOf } from '../../../engine/jobs';
import { runNode } from '../../../engine/runNode';
import { samplesOf } from '../../support/answers/samples';
import { hintsOf } from '../../support/hints';
import { BOT, hurry, koreAccount, SKIP_FAILED, useKore } from '../../support/koreAi';
import { added, pairs, SEEDED, stored, sync, type Pair } from '../../support/koreAiFaqs';
import { runOn, statusesOf, writes, type Asked } from '../../support/koreAiSync';
import { killAtEveryCall, type Moment } from '../../support/killing';

/** FAQ: Sync. */
const kore = useKore();

beforeEach(hurry);

const [one, two, three] = pairs(3);

const statuses = async (items: object[], changes: Asked[2] = {}) =>
	await statusesOf(kore, sync, items, changes);

/** Adds one as someone else does. */
async function addByHand(pair: Pair): Promise<void> {
	const { error } = await kore.run('faq.create', { ...pair });
	expect(error).toBeUndefined();
}

const empty = { faqs: [], moreAvailable: false, count: 0 };

test('adds what is not there, and leaves the rest alone', async () => {
	// One after the other, so that they are listed in this order.
	const inTurn = { requestOptions: { concurrency: 1 } };
	const { json } = await runOn(kore, sync, [one, two], inTurn);
	expect(await added(kore)).toEqual([one, two]);
	const ids = (await stored(kore)).slice(SEEDED).map(({ id }) => id);
	expect(json).toEqual([
		{ question: one.question, faqId: ids[0], status: 'created' },
		{ question: two.question, faqId: ids[1], status: 'created' },
	]);
	expect(await statuses([two, three, one])).toEqual(['unchanged', 'created', 'unchanged']);
	expect(await writes(kore)).toEqual(['create', 'create', 'create']);
	// The task, the list, and what was added.
	expect(await kore.sent('faq.getAllV2')).toHaveLength(4);
});

test('asks for FAQs as the vendor does in its sample, and adds them as it does', async () => {
	await statuses([one]);
	const [{ query }] = await kore.sent('faq.getAllV2');
	expect(query).toMatchObject({ state: 'configured', type: 'all', withallchild: 'true' });
	const [{ body }] = await kore.sent('faq.create');
	expect(body).toMatchObject({
		faqs: [
			{
				questionPayload: { question: one.question, tagsPayload: [] },
				answerPayload: [{ text: one.answer, type: 'basic', channel: 'default' }],
				responseType: 'message',
			},
		],
	});
});

test('tells of another answer or node, changes nothing, and says why', async () => {
	const [seeded] = await stored(kore);
	const other = { question: seeded.question, answer: 'Another answer' };
	const result = await runOn(kore, sync, [other, one], { node: byId(seeded.nodeId) });
	expect(result.json).toEqual([
		{
			question: seeded.question,
			faqId: seeded.id,
			status: 'needs update',
			differs: ['answer'],
		},
		expect.objectContaining({ status: 'created' }),
	]);
	expect(hintsOf(result)).toEqual([
		expect.stringMatching(/^1 FAQs are there with another answer or node.*not changed/),
	]);
	expect((await stored(kore))[0].answer).toBe(seeded.answer);
	const same = { question: seeded.question, answer: seeded.answer };
	const { json } = await runOn(kore, sync, [same]);
	expect(json).toEqual([expect.objectContaining({ status: 'needs update', differs: ['node'] })]);
});

test('a question that is there as another way to ask is found, and not added', async () => {
	const [{ id, question: alternateOf, alternates, answer, nodeId }] = await stored(kore);
	const [question] = alternates;
	const node = byId(nodeId);
	const same = await runOn(kore, sync, [{ question, answer }], { node });
	expect(same.json).toEqual([{ question, faqId: id, status: 'unchanged', alternateOf }]);
	const other = await runOn(kore, sync, [{ question, answer: 'Another answer' }], { node });
	expect(other.json).toEqual([
		{ question, faqId: id, status: 'needs update', alternateOf, differs: ['answer'] },
	]);
	expect(await writes(kore)).toEqual([]);
});

test("so is one of the vendor's sample, whose FAQ leads to a dialog", async () => {
	await kore.answerWith('faq.getAllV2', samplesOf('kore-ai').get('faq.getAll')!.answer);
	const { json } = await runOn(kore, sync, [{ question: 'Regnet es?', answer: 'Ja' }]);
	expect(json).toEqual([
		{
			question: 'Regnet es?',
			faqId: '6700ec1fdee4b4508a51a1b2',
			status: 'needs update',
			alternateOf: 'Wie ist das Klima in Frankfurt?',
			differs: ['answer', 'node'],
		},
	]);
	expect(await writes(kore)).toEqual([]);
});

test('an FAQ that has the question as its own goes before one with another way to ask it', async () => {
	const [{ alternates }] = await stored(kore);
	const own = { question: alternates[0], answer: 'An answer of its own' };
	await addByHand(own);
	const { json } = await runOn(kore, sync, [own]);
	expect(json).toEqual([
		{ question: own.question, faqId: (await stored(kore)).at(-1)!.id, status: 'unchanged' },
	]);
});

test.each([
	['in other letters', 'WHAT IS 1?', 'unchanged'],
	['without its question mark, which is another one', 'What is 1', 'created'],
])('a question that is there %s', async (_, question, status) => {
	await statuses([one]);
	const { json } = await runOn(kore, sync, [{ ...one, question }]);
	expect(json).toEqual([expect.objectContaining({ question, status })]);
	expect(await added(kore)).toHaveLength(status === 'created' ? 2 : 1);
});

test('returns the others if it shall, and deletes none', async () => {
	await statuses([one, two]);
	const { json } = await runOn(kore, sync, [two], { returnOthers: true });
	expect(json.map(({ status }) => status)).toEqual([
		'unchanged',
		...Array<string>(SEEDED + 1).fill('not among items'),
	]);
	expect(json.at(-1)).toMatchObject({ question: one.question });
	expect(await stored(kore)).toHaveLength(SEEDED + 2);
	const [{ alternates, answer }] = await stored(kore);
	const asked = { question: alternates[0], answer };
	expect((await runOn(kore, sync, [asked], { returnOthers: true })).json).toHaveLength(SEEDED + 2);
});

test('a dry run adds nothing', async () => {
	const result = await runOn(kore, sync, [one], { dryRun: true });
	expect(result.json).toEqual([
		{ question: one.question, faqId: null, status: 'would create', dry_run: true },
	]);
	expect(hintsOf(result)).toEqual([expect.stringContaining("'Dry Run' is on")]);
	expect(await writes(kore)).toEqual([]);
});

test.each([
	['two items with one question', [one, { ...two, question: one.question }], 'for item 0, too'],
	['and with one in other letters', [one, { ...two, question: 'what is 1?' }], 'for item 0, too'],
	['a question that nobody sees', [{ ...one, question: '\u200B' }], 'nothing that can be seen'],
])('%s are refused before anything is sent', async (_, items, message) => {
	const { error } = await runOn(kore, sync, items);
	expect(error?.message).toContain(message);
	expect(await kore.sent()).toEqual([]);
});

test('a node that the bot does not have is refused before anything is added', async () => {
	const { error } = await runOn(kore, sync, [one], { node: byId('another-node') });
	expect(error?.message).toContain("'Node' is no node of this language");
	expect(await writes(kore)).toEqual([]);
});

const short = { ...empty, moreAvailable: true, count: 5 };

test('a list that comes short, as while others add to it, is read until it is whole', async () => {
	await kore.answerWith('faq.getAllV2', short, { count: 4 });
	const { error, json } = await runOn(kore, sync, [one]);
	expect(error).toBeUndefined();
	expect(json).toEqual([expect.objectContaining({ status: 'created' })]);
});

test('a list that ends early is not relied on', async () => {
	await kore.answerWith('faq.getAllV2', short, { count: 10 });
	const { error } = await runOn(kore, sync, [one]);
	expect(await kore.sent('faq.getAllV2')).toHaveLength(5);
	expect(error?.message).toContain('The list that this depends on is not complete');
	expect(await writes(kore)).toEqual([]);
});

test('an answer that is no yes is told, and the others go on', async () => {
	await kore.answerWith('faq.create', { status: 'failed' });
	const options = { requestOptions: { concurrency: 1 } };
	const result = await runOn(kore, sync, [one, two], options, { settings: SKIP_FAILED });
	expect(result.json).toEqual([
		expect.objectContaining({ error: expect.stringContaining('did not add the FAQ') as unknown }),
		expect.objectContaining({ question: two.question, status: 'created' }),
	]);
});

test('says how far it came', async () => {
	await kore.fault('faq.create', { kind: 'status', status: 400, skip: 1 });
	const options = { requestOptions: { concurrency: 1 } };
	const { error } = await runOn(kore, sync, [one, two, three], options);
	expect(error?.description).toContain(
		'Progress: 1 of 3 FAQs were as wanted when the node stopped.',
	);
});

test('what Kore.ai does not show yet is pending', async () => {
	await kore.answerWith('faq.getAllV2', empty, { count: 2 });
	const result = await runOn(kore, sync, [one]);
	expect(result.json).toEqual([
		{ question: one.question, faqId: null, status: 'created', pending: true },
	]);
	expect(hintsOf(result)).toEqual([expect.stringContaining('does not show yet')]);
});

test('one that another n8n has added at the same moment is told', async () => {
	await statuses([one]);
	// As if the list had been read before the other one was added.
	await kore.answerWith('faq.getAllV2', empty);
	const result = await runOn(kore, sync, [one]);
	expect(hintsOf(result)).toEqual([
		expect.stringContaining(`added 1 of these questions at the same moment`),
	]);
});

test('so is one in other letters, and the ID is that of the own one', async () => {
	await addByHand({ ...one, question: 'WHAT IS 1?' });
	await kore.answerWith('faq.getAllV2', empty);
	const result = await runOn(kore, sync, [one]);
	expect(hintsOf(result)).toEqual([expect.stringContaining('added 1 of these questions')]);
	expect(result.json).toEqual([
		{ question: one.question, faqId: (await stored(kore)).at(-1)!.id, status: 'created' },
	]);
});

test("n8n's Retry On Fail says what the run has done, and adds nothing twice", async () => {
	await kore.fault('faq.create', { kind: 'status', status: 400, skip: 1 });
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
	const options = { requestOptions: { concurrency: 1 } };
	const { error, json } = await runOn(kore, sync, [one, two], options, { settings });
	expect(error).toBeUndefined();
	expect(json.map(({ status }) => status)).toEqual(['created', 'created']);
	expect(await added(kore)).toEqual([one, two]);
});

const moments: Array<[Moment]> = [['before the call'], ['before the answer']];

test.each(moments)('killed %s: after the next run every question is there once', async (moment) => {
	const items = [one, two, three];
	const [resource, operation] = sync[0].split('.');
	const calls = await killAtEveryCall({
		moment,
		target: kore.sandbox().url,
		prepare: async () => {
			await kore.sandbox().control('reset');
			await statuses([two]);
		},
		run: async (url) =>
			await runNode({
				node: 'koreAi',
				credentials: koreAccount(url),
				parameters: {
					...{ resource, operation, bot: byId(BOT) },
					...sync[1],
					requestOptions: { maxRetryWait: 0 },
				},
				items: itemsOf(items),
			}),
		mayEndWell: true,
		check: async () => {
			const now = await added(kore);
			expect(now).toHaveLength(3);
			expect(now).toEqual(expect.arrayContaining(items));
			expect(await statuses(items)).toEqual(Array(3).fill('unchanged'));
		},
	});
	// The knowledge task, the list, two added, the list.
	expect(calls).toBe(5);
});
