import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import { BOT, hurry, shownFields, useKore } from '../../support/koreAi';
import { contentsOf, done, textFile } from '../../support/koreAiKnowledge';
import { testEach } from '../../support/sandbox';

/** Trainings and imports of knowledge: begun, looked after, and waited for. */
const kore = useKore();
const { run, runToError, sent, fault, answerWith } = kore;

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const B = `/api/public/bot/${BOT}`;
const WAIT = { wait: true, waitInterval: 1 };
const items = [textFile('hello,greeting\nbye,farewell', 'utterances.csv')];

interface Job {
	/** Begins it. */
	id: string;
	/** Says how far it is, as Kore.ai names it. */
	status: string;
	parameters: INodeParameters;
	begun: string;
	/** How an answer says where it is. */
	says: (word: string) => IDataObject;
	/** Documented words for its end. */
	good: string;
	bad: string;
	/** How its message is called. */
	what: string;
}

const JOBS: Job[] = [
	{
		id: 'searchTraining.train',
		status: 'searchTraining.getStatus',
		parameters: {},
		begun: `${B}/train`,
		says: (status) => ({ _id: 'fjg-1', status, executionLog: {} }),
		good: 'success',
		bad: 'failed',
		what: 'training',
	},
	{
		id: 'faq.train',
		status: 'faq.getTrainingStatus',
		parameters: {},
		begun: `${B}/faqs/train`,
		says: (status) => ({ _id: '5d1', status, message: status, modifiedOn: 'later' }),
		good: 'success',
		bad: 'failure',
		what: 'training',
	},
	{
		id: 'utterance.train',
		status: 'utterance.getTrainingStatus',
		parameters: {},
		begun: `${B}/ml/train`,
		says: (trainingStatus) => ({ trainingStatus }),
		good: 'Finished',
		bad: 'Failed',
		what: 'training',
	},
	{
		id: 'utterance.import',
		status: 'utterance.getImportStatus',
		parameters: {},
		begun: `${B}/mlimport`,
		says: (status) => ({ _id: 'bir-1', status }),
		good: 'success',
		bad: 'failed',
		what: 'import',
	},
];

const statusOf = (row: IDataObject) => row.status;

test.each(JOBS)(
	'$id returns at once without the wait',
	async ({ id, status, parameters, begun }) => {
		const [output] = await done(kore, id, parameters, { items });
		const [request] = await sent(id);
		expect(request).toMatchObject({ method: 'POST', path: begun, status: 200, contractErrors: [] });
		expect(await sent(status)).toEqual([]);
		for (const name of Object.keys(output)) expect(shownFields(id)).toContain(name);
	},
);

test.each(JOBS)('$id waits until it is done', async ({ id, status, parameters, good }) => {
	const [output] = await done(kore, id, { ...parameters, ...WAIT }, { items });
	expect(statusOf(output)).toBe(good);
	const looks = (await sent(status)).filter(({ status: code }) => code === 200);
	expect(looks.length).toBeGreaterThanOrEqual(3);
	expect(looks.flatMap(({ contractErrors }) => contractErrors)).toEqual([]);
	for (const name of Object.keys(output)) expect(shownFields(id)).toContain(name);
});

test.each(JOBS)(
	'$id that fails is no success',
	async ({ id, status, parameters, says, ...job }) => {
		if (id === 'faq.train') await answerWith(status, { ...says(job.good), modifiedOn: 'before' });
		for (const word of [job.bad, 'stopped']) await answerWith(status, says(word));
		const error = await runToError(id, { ...parameters, ...WAIT }, { items });
		expect(error.message).toBe(`Kore.ai could not finish the ${job.what}: ${job.bad} [item 0]`);
		expect(error.description).toMatch(/Look later with 'Get .*Status'/);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
	},
);

test.each(JOBS)(
	'$id that goes on too long says so',
	async ({ id, status, parameters, says, what }) => {
		await answerWith(status, says('Inprogress'), { count: 9999, skip: id === 'faq.train' ? 1 : 0 });
		const error = await runToError(id, { ...parameters, ...WAIT, waitLimit: 1 }, { items });
		expect(error.message).toBe(`The ${what} is still Inprogress after 1 second [item 0]`);
		expect(error.description).toContain('It goes on.');
		expect(await sent(id)).toHaveLength(1);
	},
);

test.each(JOBS)(
	'$id whose state cannot be read says what has begun',
	async ({ id, status, ...job }) => {
		await fault(status, { kind: 'status', status: 500, skip: id === 'faq.train' ? 1 : 0 });
		if (id === 'faq.train') await done(kore, id, {});
		const error = await runToError(id, { ...job.parameters, ...WAIT }, { items });
		expect(error.message).toBe(
			`The ${job.what} has begun, but how far it is could not be read: Kore.ai is not available right now (500, sent once) [item 0]`,
		);
	},
);

test.each(JOBS)(
	'$id is begun once by Retry On Fail',
	async ({ id, status, parameters, says, bad }) => {
		await answerWith(status, says(bad), { skip: id === 'faq.train' ? 1 : 0 });
		if (id === 'faq.train') await answerWith(status, { ...says('success'), modifiedOn: 'before' });
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const { error } = await run(id, { ...parameters, ...WAIT }, { items, settings });
		expect(error).toBeUndefined();
		expect(await sent(id)).toHaveLength(1);
		expect((await sent('bot.uploadFile')).length).toBe(id === 'utterance.import' ? 1 : 0);
	},
);

describe('Search AI', () => {
	test('answers are made of what was trained, not before', async () => {
		const text = 'Parrots are welcome.';
		const own = { sourceName: 'News', title: 'Pets', chunks: { chunk: [{ chunkText: text }] } };
		await done(kore, 'content.ingest', own);
		const ask = async () => (await done(kore, 'answer.ask', { question: 'parrots' }))[0].answer;
		expect(await ask()).toBe('');
		const added = (await contentsOf(kore)).at(-1);
		const options = { contentIds: [String(added?.id)] };
		const [training] = await done(kore, 'searchTraining.train', { ...WAIT, options });
		expect((await sent('searchTraining.train'))[0].body).toEqual({ contentIds: [added?.id] });
		expect(training).toMatchObject({ status: 'success', startedBy: 'Manual' });
		expect(await ask()).toBe(text);
	});

	test('a training that fails names what its steps say', async () => {
		const own = { sourceName: 'News', title: 'This will fail', specifyChunks: 'json' };
		await done(kore, 'content.ingest', own);
		const error = await runToError('searchTraining.train', WAIT);
		expect(error.message).toBe(
			'Kore.ai could not finish the training: failed, EXTRACTION stopped at a content, INDEXING stopped at a content [item 0]',
		);
	});

	test('its status, step by step', async () => {
		const [{ trainingId }] = await done(kore, 'searchTraining.train');
		const own = { trainingId: String(trainingId) };
		const [output] = await done(kore, 'searchTraining.getStatus', own);
		expect((await sent('searchTraining.getStatus'))[0].path).toBe(
			`${B}/job-group/${own.trainingId}`,
		);
		expect(Object.keys(output).sort()).toEqual(shownFields('searchTraining.getStatus'));
		expect(output).toMatchObject({
			trainingId,
			status: 'running',
			steps: [{ step: 'extraction', status: 'running' }],
		});
		const error = await runToError('searchTraining.getStatus', { trainingId: 'fjg-0' });
		expect(error.description).toContain('Job group not found: fjg-0');
	});
});

describe('FAQs', () => {
	test('the status of the training before is not taken for that of ours', async () => {
		const before = { _id: '5d1', status: 'success', modifiedOn: 'before' };
		await answerWith('faq.getTrainingStatus', before, { count: 3 });
		const [output] = await done(kore, 'faq.train', WAIT);
		expect(output).toMatchObject({ status: 'success' });
		expect(output.modifiedOn).not.toBe('before');
		expect((await sent('faq.getTrainingStatus')).length).toBeGreaterThan(4);
	});

	test('an old state that stays is told', async () => {
		const before = { _id: '5d1', status: 'success', modifiedOn: 'before' };
		await answerWith('faq.getTrainingStatus', before, { count: 9999 });
		const error = await runToError('faq.train', { ...WAIT, waitLimit: 1 });
		expect(error.message).toBe(
			'Kore.ai still shows the training before this one after 1 second [item 0]',
		);
	});

	test('a language of its own is trained, and a version asked for', async () => {
		await done(kore, 'faq.train', { language: 'de' });
		expect((await sent('faq.train'))[0].body).toEqual({ language: 'de' });
		const own = { language: 'de', state: 'published' };
		const [output] = await done(kore, 'faq.getTrainingStatus', own);
		expect((await sent('faq.getTrainingStatus'))[0].query).toEqual(own);
		expect(output).toMatchObject({ status: 'in-progress' });
	});
});

const NOT_READ: Array<[string, INodeParameters]> = [
	['searchTraining.getStatus', { trainingId: '={{ $json.none }}' }],
	['utterance.getImportStatus', { importId: '={{ $json.none }}' }],
	['searchJob.get', { jobId: '={{ $json.none }}' }],
	['content.get', { content: byId('={{ $json.none }}') }],
	['searchTraining.train', { options: { contentIds: ['={{ $json.none }}'] } }],
];

testEach('an ID that an expression does not give is refused', NOT_READ, async ([id, own]) => {
	const error = await runToError(id, own);
	expect(error.message).toMatch(/is empty|has an empty entry/);
	expect(await sent()).toEqual([]);
});
