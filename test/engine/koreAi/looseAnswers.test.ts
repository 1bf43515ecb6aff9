import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { pollTrigger } from '../../support/contexts';
import { appFor, MINIMAL } from '../../support/koreAi';
import { useKoreTrigger } from '../../support/koreAiTrigger';
import { testEach } from '../../support/sandbox';

/** What comes of answers in a looser form than the samples have. */
const { run, runToError, answerWith, trigger } = useKoreTrigger();

const text = JSON.stringify;

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzIn0.c2lnbmF0dXJl';

testEach(
	'what stands in a text of JSON is read as well',
	[
		[
			'searchJob.get',
			{ _id: 'fj-1', status: 'SUCCESS', fileInfo: text({ fileName: 'a.csv' }) },
			{ fileName: 'a.csv' },
		],
		[
			'searchTraining.getStatus',
			{ _id: 'fjg-1', executionLog: { parsing: text({ status: 'success', errMsg: '' }) } },
			{ steps: [{ step: 'parsing', status: 'success', message: '' }] },
		],
		[
			'ccConversation.get',
			{ _id: 'c-1', status: 'CLOSED', dispositions: text({ status: 'Resolved' }) },
			{ disposition: 'Resolved' },
		],
		[
			'utterance.getTrainingStatus',
			{ trainingStatus: 'Finished', trainDetails: text({ trainVersion: 3 }) },
			{ trainVersion: 3 },
		],
		[
			'campaign.getAll',
			{
				status: 'success',
				data: { results: [{ _id: 'cd-1', dncLists: text({ name: 'Nobody' }) }], hasMore: false },
			},
			{ doNotCallList: 'Nobody' },
		],
		[
			'utterance.train',
			{ status: 'ok', data: [{ Training_ID: 't-1', message: 'Training Queued.' }] },
			{ trainingId: 't-1', message: 'Training Queued.' },
		],
	] as Array<[string, IDataObject, IDataObject]>,
	async ([id, answer, output]) => {
		await answerWith(id, answer);
		const { json } = await run(id, MINIMAL[id], { account: appFor(id) });
		expect(json).toMatchObject([output]);
	},
);

test('a deletion that failed is no success, though its result is a text of JSON', async () => {
	const id = 'conversation.delete';
	const wait: INodeParameters = { wait: true, waitInterval: 1 };
	await answerWith(id, { jobId: 'cdj-1', status: 'queued' });
	const over = { jobId: 'cdj-1', status: 'completed', result: text({ failedCount: 1 }) };
	await answerWith('conversation.getDeletionStatus', over);
	const error = await runToError(id, { ...MINIMAL[id], ...wait }, { account: appFor(id) });
	expect(error.message).toBe(
		'Kore.ai could not delete the conversations: 1 of them failed [item 0]',
	);
});

testEach(
	'a list is no answer to what is answered with an object',
	['content.ingest', 'source.crawl'],
	async (id) => {
		await answerWith(id, [{ message: 'Quota is used up', code: 17 }]);
		const error = await runToError(id, MINIMAL[id]);
		expect(error.message).toMatch(/: whether the operation took effect is unknown \[item 0]$/);
		expect(error.description).toContain('Quota is used up');
	},
);

test('a name that is an object is shown as JSON', async () => {
	const agent = { id: 'a-1', firstName: { en: 'John' }, lastName: 'Doe' };
	await answerWith('agent.getAll', { results: [agent], hasMore: false });
	const { json } = await run('agent.getAll', MINIMAL['agent.getAll']);
	expect(json).toMatchObject([{ name: '{"en":"John"} Doe' }]);
});

test('an answer of no known form repeats no secret', async () => {
	await answerWith('content.ingest', { echo: ['admin-secret-of-kore-ai', TOKEN], taken: 1 });
	const { json } = await run('content.ingest', MINIMAL['content.ingest']);
	expect(json).toEqual([{ echo: ['***', '***'], taken: 1 }]);
});

test('a publish in an envelope is noticed', async () => {
	const setup = trigger('publishFinished');
	const publish = async (id: string) => {
		const data = { _id: id, status: 'successful' };
		await answerWith('bot.getPublishStatus', { status: 'ok', data });
	};
	await publish('ds-1');
	const { json, staticData } = await pollTrigger(setup);
	expect(json).toEqual([]);
	await publish('ds-2');
	const { json: later } = await pollTrigger({ ...setup, staticData });
	expect(later).toMatchObject([{ jobId: 'ds-2', succeeded: true }]);
});

testEach(
	'a campaign whose state is no word is told of',
	[{ en: 'Completed' }, 3],
	async (status) => {
		const results = [{ _id: 'cd-1', status }];
		await answerWith('campaign.getAll', { status: 'success', data: { results, hasMore: false } });
		await expect(pollTrigger(trigger('campaignFinished'))).rejects.toThrow("'status'");
	},
);
