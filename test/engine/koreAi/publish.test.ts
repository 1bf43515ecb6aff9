import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, itemsOf } from '../../../engine/jobs';
import {
	BOT,
	errorOf,
	MINIMAL,
	OTHER_BOT,
	pairs,
	shownFields,
	SILENT_BOT,
	SKIP_FAILED,
	useKore,
} from '../../support/koreAi';

/** Bot: Publish and Get Publish Status. */
const { run, runToError, sent, onlySent, answerWith, fault, state } = useKore();

const PUBLISH = 'bot.publish';
const STATUS = 'bot.getPublishStatus';
const RAW = { simplify: false };

const publish = (versionComment: string, own: INodeParameters = {}) => ({ versionComment, ...own });
const publishings = async (botId = BOT) =>
	(await state()).publishings.filter((job) => job.botId === botId);

describe('publish', () => {
	test('what was published, without the content', async () => {
		const { json, outputs, error } = await run(PUBLISH, publish('new update'));
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'POST',
			path: `/api/public/bot/${BOT}/publish`,
			query: {},
			contentType: 'application/json',
			contractErrors: [],
		});
		expect(request.body).toEqual({ versionComment: 'new update' });
		expect(pairs(outputs[0])).toEqual([0]);
		expect([...Object.keys(json[0]), 'job'].sort()).toEqual(shownFields(PUBLISH));
		const answered = request.responseBody as Array<IDataObject & { result: IDataObject }>;
		expect(answered.length).toBeGreaterThan(4);
		expect(json[0]).toMatchObject({ failed: [], awaitingApproval: false });
		expect(json[0].resources).toEqual(
			answered.map(({ resourceType, status, result: { name, state: at } }) => ({
				resourceType,
				name,
				status,
				...(at ? { state: at } : {}),
			})),
		);
		expect(JSON.stringify(answered).length).toBeGreaterThan(10 * JSON.stringify(json).length);
	});

	test('raw: all of it', async () => {
		const { json } = await run(PUBLISH, publish('new update', RAW));
		expect(json).toEqual([{ resources: (await onlySent()).responseBody }]);
	});

	test.each([true, false])('training: %s', async (initiateTraining) => {
		await run(PUBLISH, publish('x', { options: { initiateTraining } }));
		expect((await onlySent()).body).toEqual({ versionComment: 'x', initiateTraining });
	});

	test('several bots, item by item', async () => {
		const items = itemsOf([{ bot: BOT }, { bot: OTHER_BOT }]);
		const own = publish('={{ "of " + $json.bot }}', { bot: byId('={{ $json.bot }}') });
		const { outputs } = await run(PUBLISH, own, { items });
		expect(pairs(outputs[0])).toEqual([0, 1]);
		for (const bot of [BOT, OTHER_BOT]) {
			expect((await publishings(bot)).at(-1)?.input).toEqual({ versionComment: `of ${bot}` });
		}
	});

	test('that awaits approval says so', async () => {
		const { json } = await run(PUBLISH, publish('needs approval'));
		expect(json[0].awaitingApproval).toBe(true);
		expect(json[0].resources).toContainEqual(
			expect.objectContaining({ resourceType: 'dialog', state: 'awaitingApproval' }),
		);
	});

	test('resources that were not published are named apart', async () => {
		const resource = (name: string, status: string) => ({
			resourceType: 'dialog',
			status,
			result: { name, nodes: [1, 2, 3] },
		});
		await answerWith(PUBLISH, [resource('Good', 'SUCCESS'), resource('Bad', 'FAILURE')]);
		const { json } = await run(PUBLISH, publish('x'));
		expect(json[0].failed).toEqual([{ resourceType: 'dialog', name: 'Bad', status: 'FAILURE' }]);
	});

	test.each([
		['an object', { status: 'SUCCESS', resourceType: 'NL', name: 'Natural Language' }],
		['nothing', ''],
	])('an answer of %s does not show that it was published', async (_, body) => {
		await answerWith(PUBLISH, body);
		const error = await runToError(PUBLISH, publish('x'));
		expect(error.message).toBe(
			'Kore.ai answered in another form: whether the operation took effect is unknown [item 0]',
		);
		expect(error.description).toContain("'Get Publish Status'");
	});
});

describe('failing', () => {
	test("a bot without channels, in the vendor's words", async () => {
		const error = await runToError(PUBLISH, publish('x', { bot: byId(SILENT_BOT) }));
		expect(error.message).toBe('Kore.ai did not accept the values (400) [item 0]');
		expect(error.description).toContain('Enable at least one channel before publishing the bot');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
		expect(await sent()).toHaveLength(1);
		expect(await publishings(SILENT_BOT)).toEqual([]);
	});

	test('no version comment: nothing is sent', async () => {
		const error = await runToError(PUBLISH, publish('={{ $json.none }}'));
		expect(error.message).toBe("'Version Comment' is empty [item 0]");
		expect(error.cause).toBe('configuration-invalid');
		expect(await sent()).toEqual([]);
	});

	test('a lost answer: published once, and said to be unknown', async () => {
		await fault(PUBLISH, { kind: 'reset', applyFirst: true, count: 9 });
		const before = (await publishings()).length;
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const { error } = await run(PUBLISH, publish('x'), { settings });
		expect(error?.message).toContain('whether the operation took effect is unknown [item 0]');
		expect(error?.description).toContain("run 'Get Publish Status' for the bot");
		expect((await sent()).map(({ operationId }) => operationId)).toEqual([PUBLISH]);
		expect(await publishings()).toHaveLength(before + 1);
	});

	test('one bot of three', async () => {
		const items = itemsOf([{ bot: BOT }, { bot: SILENT_BOT }, { bot: OTHER_BOT }]);
		const own = publish('x', { bot: byId('={{ $json.bot }}') });
		const { outputs } = await run(PUBLISH, own, { items, settings: SKIP_FAILED });
		expect(pairs(outputs[0])).toEqual([0, 1, 2]);
		expect(errorOf(outputs[0][1]).message).toContain('[item 1]');
		expect([0, 2].map((item) => outputs[0][item].json.failed)).toEqual([[], []]);
	});
});

describe('status', () => {
	test('in short', async () => {
		const { json, outputs } = await run(STATUS);
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'GET',
			path: `/api/public/bot/${BOT}/publish/status`,
			query: {},
			body: null,
			contractErrors: [],
		});
		const answered = request.responseBody as IDataObject;
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(STATUS));
		expect(json[0]).toEqual({
			jobId: answered._id,
			status: 'successful',
			percentageComplete: 100,
			requestedTime: answered.requestedTime,
			lastModifiedOn: answered.lastModifiedOn,
			resources: (answered.statusSummary as unknown[]).length,
			failed: [],
		});
		expect(pairs(outputs[0])).toEqual([0]);
	});

	test('raw', async () => {
		const { json } = await run(STATUS, RAW);
		expect(json).toEqual([(await onlySent()).responseBody]);
	});

	test('of a publishing that failed', async () => {
		await run(PUBLISH, publish('this will fail'));
		for (let look = 0; look < 2; look++) await run(STATUS);
		const { json } = await run(STATUS);
		expect(json[0]).toMatchObject({
			status: 'failed',
			failed: [{ resourceType: 'NL', name: 'Natural Language', status: 'FAILURE' }],
		});
	});

	test('of a bot that was never published', async () => {
		const error = await runToError(STATUS, { ...MINIMAL[STATUS], bot: byId(SILENT_BOT) });
		expect(error.description).toContain('Kore.ai said: "No publish request found"');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
	});
});
