import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { pollTrigger } from '../../support/contexts';
import { minutesAgo, watch, type Watch } from '../../support/events';
import { BOT, BOT_APP } from '../../support/koreAi';
import { useKoreTrigger } from '../../support/koreAiTrigger';

/** Test Run Finished and Training Finished. */
const { trigger, run, sent, fault, answerWith } = useKoreTrigger();

/** Polls until something comes, as often as the sandbox needs to be done. */
async function pollOn(watched: Watch): Promise<IDataObject[]> {
	for (let left = 5; left > 0; left--) {
		const rows = await watched.poll();
		if (rows.length > 0) return rows;
	}
	return [];
}

describe('Test Run Finished', () => {
	const event = 'testRunFinished';
	const STATUS = 'conversationTest.getRunStatus';
	const begin = async (id: string, more: INodeParameters, account = {}) => {
		const { json } = await run(id, more, { account });
		return String(json[0].testRunId);
	};
	const jane = { userEmailId: 'jane@example.com' };
	const of = (testSuiteName: string, testRunIds: string[], more: INodeParameters = {}) =>
		trigger(event, { testSuiteName, testRunIds, ...more });

	test.each([
		['Order Flow', { status: 'passed', passed: true, stepsPassed: 13, stepsFailed: 0 }],
		['Returns', { status: 'failed', passed: false, stepsPassed: 8, stepsFailed: 1 }],
	])('a run of the conversation test %s comes when it is over, once', async (name, expected) => {
		const own = { testSuiteName: name, ...jane };
		const testRunId = await begin('conversationTest.run', own);
		const watched = watch(of(name, [testRunId]));
		expect(await watched.poll()).toEqual([]);
		const rows = await pollOn(watched);
		expect(rows).toMatchObject([{ testSuiteName: name, testRunId, ...expected }]);
		expect(Object.keys(rows[0]).length).toBeLessThanOrEqual(10);
		const { length } = await sent(STATUS);
		expect(await watched.poll()).toEqual([]);
		// What is over is not asked for any more.
		expect(await sent(STATUS)).toHaveLength(length);
	});

	test('runs of a batch test, with an app of the bot', async () => {
		const testSuiteName = 'Edge Cases';
		const testRunId = await begin('batchTest.run', { testSuiteName }, BOT_APP);
		const parameters = { kind: 'batchTest', testSuiteName, testRunIds: [testRunId] };
		const watched = watch(trigger(event, parameters, { account: BOT_APP }));
		await watched.poll();
		const rows = await pollOn(watched);
		expect(rows).toMatchObject([
			{ testSuiteName, testRunId, status: 'completed', passed: false, success: 6, failure: 2 },
		]);
		expect(Object.keys(rows[0]).length).toBeLessThanOrEqual(10);
		await expect(pollTrigger(trigger(event, parameters))).rejects.toMatchObject({
			message: expect.stringContaining("'App Created In'") as string,
		});
	});

	test('raw: the whole status with the name of the suite', async () => {
		const answer = { _id: 'ctr-1', status: 'inprogress', result: {} };
		await answerWith(STATUS, answer);
		const watched = watch(of('Order Flow', ['ctr-1'], { simplify: false }));
		await watched.poll();
		await answerWith(STATUS, { ...answer, status: 'passed' });
		expect(await watched.poll()).toEqual([
			{ testSuiteName: 'Order Flow', ...answer, status: 'passed' },
		]);
	});

	test('one that was over at first is old, but not with a start before it began', async () => {
		const result = { startTime: minutesAgo(30) };
		await answerWith(STATUS, { _id: 'ctr-1', status: 'passed', result }, { count: 3 });
		const parameters = { testSuiteName: 'Order Flow', testRunIds: ['ctr-1'] };
		for (const [since, given] of [
			[undefined, 0],
			[10, 0],
			[60, 1],
		] as const) {
			const watched = watch(trigger(event, parameters, { since }));
			expect(await watched.poll()).toHaveLength(given);
			expect(await watched.poll()).toEqual([]);
		}
	});

	test('one that Kore.ai does not know says so', async () => {
		await expect(watch(of('Order Flow', ['ctr-9'])).poll()).rejects.toMatchObject({
			message: expect.stringContaining('Test run ctr-9: ') as string,
		});
	});
});

describe('Training Finished', () => {
	const event = 'trainingFinished';
	const STATUS = 'faq.getTrainingStatus';

	test('a training of FAQs comes when it is over, once, and the next one too', async () => {
		const watched = watch(trigger(event));
		expect(await watched.poll()).toEqual([]);
		for (let training = 0; training < 2; training++) {
			await run('faq.train');
			expect(await watched.poll()).toEqual([]);
			const rows = await pollOn(watched);
			const [{ responseBody, query }] = (await sent(STATUS)).slice(-1);
			const { _id: trainingId, modifiedOn } = responseBody as IDataObject;
			expect(query).toEqual({ language: 'en' });
			expect(rows).toEqual([
				{
					botId: BOT,
					trainingOf: 'faq',
					language: 'en',
					trainingId,
					status: 'success',
					message: 'Success',
					modifiedOn,
					succeeded: true,
				},
			]);
			expect(await watched.poll()).toEqual([]);
		}
	});

	test('one that failed says so', async () => {
		await answerWith(STATUS, { _id: 'a', status: 'in-progress', modifiedOn: 'then' });
		const watched = watch(trigger(event));
		await watched.poll();
		await answerWith(STATUS, { _id: 'a', status: 'failure', modifiedOn: 'now' });
		expect(await watched.poll()).toMatchObject([{ status: 'failure', succeeded: false }]);
	});

	test('FAQs that were never trained: Fetch Test Event says so', async () => {
		const never = trigger(event, { language: 'pl' });
		await expect(pollTrigger(never, 'manual')).rejects.toMatchObject({
			message: 'Kore.ai knows no training of these FAQs',
		});
		await fault(STATUS, { kind: 'status', status: 500 });
		await expect(watch(trigger(event)).poll()).rejects.toThrow('is not available right now');
	});

	test('trainings of Search AI, by their IDs', async () => {
		const { json } = await run('searchTraining.train');
		const trainingId = String(json[0].trainingId);
		const parameters = { trainingOf: 'search', trainingIds: [trainingId] };
		const watched = watch(trigger(event, parameters));
		expect(await watched.poll()).toEqual([]);
		expect(await pollOn(watched)).toMatchObject([
			{ botId: BOT, trainingOf: 'search', trainingId, status: 'success', succeeded: true },
		]);
		expect(await watched.poll()).toEqual([]);
	});

	test('without IDs of trainings nothing is asked', async () => {
		const parameters = { trainingOf: 'search', trainingIds: [] };
		await expect(pollTrigger(trigger(event, parameters))).rejects.toMatchObject({
			message: "'Training IDs' is empty",
		});
		expect(await sent()).toEqual([]);
	});
});
