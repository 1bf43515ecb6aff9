import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, itemsOf } from '../../../engine/jobs';
import {
	BOT,
	cancelWhen,
	errorOf,
	hurry,
	OTHER_BOT,
	pairs,
	shownFields,
	SILENT_BOT,
	SKIP_FAILED,
	useKore,
} from '../../support/koreAi';

/** Bot: Publish with Wait for Completion. */
const { run, runToError, sent, answerWith, fault, state } = useKore();

const PUBLISH = 'bot.publish';
const STATUS = 'bot.getPublishStatus';
const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

const publish = (versionComment: string, own: INodeParameters = {}) => ({
	versionComment,
	wait: true,
	waitInterval: 1,
	waitLimit: 3600,
	...own,
});
const publishings = async (botId = BOT) =>
	(await state()).publishings.filter((one) => one.botId === botId);
const order = async () => (await sent()).map(({ operationId }) => operationId);
const job = (status: string | undefined, rest: object = {}) => ({ _id: 'ds-1', status, ...rest });
const part = (name: string, status: string) => ({ resourceType: 'dialog', name, status });

/** The answers to Get Publish Status after the publish; the one before it is the sandbox's own. */
async function statuses(...answers: object[]): Promise<void> {
	for (const [index, answer] of answers.entries()) {
		await answerWith(STATUS, answer, index === 0 ? { skip: 1 } : {});
	}
}

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

describe('the status before', () => {
	test('is read before the publish, which is over once its own is there', async () => {
		const { json, outputs, error } = await run(PUBLISH, publish('new update'));
		expect(error).toBeUndefined();
		expect(await order()).toEqual([STATUS, PUBLISH, STATUS, STATUS, STATUS]);
		const looks = await sent(STATUS);
		for (const { method, path } of looks) {
			expect(`${method} ${path}`).toBe(`GET /api/public/bot/${BOT}/publish/status`);
		}
		const [before] = looks.map(({ responseBody }) => responseBody as IDataObject);
		const last = looks.at(-1)?.responseBody as IDataObject;
		expect(before.status).toBe('successful');
		expect(last._id).not.toBe(before._id);
		expect(json[0].job).toEqual({
			jobId: last._id,
			status: 'successful',
			percentageComplete: 100,
			requestedTime: last.requestedTime,
			lastModifiedOn: last.lastModifiedOn,
			resources: (last.statusSummary as unknown[]).length,
			failed: [],
		});
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(PUBLISH));
		expect((json[0].resources as unknown[]).length).toBeGreaterThan(4);
		expect(pairs(outputs[0])).toEqual([0]);
	});

	test.each([
		['another ID', { _id: 'ds-2', requestedTime: 'then' }],
		['another time', { _id: 'ds-1', requestedTime: 'now' }],
	])('is not taken for the new one, which has %s', async (_, changed) => {
		const before = job('successful', { requestedTime: 'then', percentageComplete: 100 });
		await answerWith(STATUS, before, { count: 4 });
		await answerWith(STATUS, { ...before, ...changed });
		const { json } = await run(PUBLISH, publish('x', { simplify: false }));
		expect(json[0].job).toEqual({ ...before, ...changed });
		expect(await order()).toEqual([STATUS, PUBLISH, STATUS, STATUS, STATUS, STATUS]);
	});

	test.each([400, 404])('there is none (%d): the bot was never published', async (status) => {
		await fault(STATUS, { kind: 'status', status });
		const done = job('successful');
		await answerWith(STATUS, done);
		const { json } = await run(PUBLISH, publish('x', { simplify: false }));
		expect(json[0].job).toEqual(done);
		expect(await order()).toEqual([STATUS, PUBLISH, STATUS]);
	});

	test.each([
		['401', { kind: 'status', status: 401 }, 'did not accept the credential'],
		['403', { kind: 'status', status: 403 }, 'does not allow this with the credential'],
		['500', { kind: 'status', status: 500 }, 'is not available right now'],
		['a web page', { kind: 'html' }, 'answered with a web page'],
		['a lost answer', { kind: 'reset' }, 'gave no whole answer'],
	])('cannot be read (%s): nothing is published', async (_, broken, message) => {
		const before = await publishings();
		await fault(STATUS, broken);
		const own = publish('x', { requestOptions: { maxRetryWait: 0 } });
		const error = await runToError(PUBLISH, own);
		expect(error.message).toContain(message);
		expect(error.message).not.toContain('has begun');
		expect(error.pairedItem).toEqual({ item: 0 });
		expect(await order()).toEqual([STATUS]);
		expect(await publishings()).toEqual(before);
	});

	test.each([[[]], [{}], ['']])('is nothing at all (%j): the publish is', async (body) => {
		await fault(STATUS, { kind: 'status', status: 200, body });
		const { error } = await run(PUBLISH, publish('x'));
		expect(error).toBeUndefined();
		expect((await order()).slice(0, 2)).toEqual([STATUS, PUBLISH]);
	});

	test('is not asked for without the wait', async () => {
		await run(PUBLISH, publish('x', { wait: false }));
		expect(await order()).toEqual([PUBLISH]);
	});
});

describe('the end', () => {
	test('raw: with the whole status', async () => {
		const done = job('successful', { percentageComplete: 100, statusSummary: [{ name: 'NL' }] });
		await statuses(done);
		const { json } = await run(PUBLISH, publish('x', { simplify: false }));
		expect(json[0].job).toEqual(done);
		expect(json[0].resources).toEqual((await sent(PUBLISH))[0].responseBody);
	});

	const failed = ['failed', 'FAILURE', 'error', 'rejected', 'Denied'];
	const over = ['done', 'completed', 'unsuccessful', undefined];

	test.each([
		...failed.map((status) => [status, job(status)] as const),
		...over.map((status) => [status, job(status, { percentageComplete: 100 })] as const),
	])('of another word than success is a failure: %s', async (status, last) => {
		await statuses(job('in_progress', { percentageComplete: 50 }), last);
		const error = await runToError(PUBLISH, publish('x'));
		expect(error.message).toBe(
			`Kore.ai could not publish the bot: ${status ?? 'it gave no status'} [item 0]`,
		);
		expect(error.description).toMatch(/publish again.*'Get Publish Status'/);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		expect(await order()).toEqual([STATUS, PUBLISH, STATUS, STATUS]);
	});

	test.each(['failed', 'successful'])(
		'as %s with parts that failed names those',
		async (status) => {
			const statusSummary = [
				part('One', 'FAILURE'),
				part('Two', 'SUCCESS'),
				part('Three', 'FAILED'),
			];
			await statuses(job(status, { percentageComplete: 100, statusSummary }));
			const error = await runToError(PUBLISH, publish('x'));
			expect(error.message).toBe(
				`Kore.ai could not publish the bot: ${status} (One, Three) [item 0]`,
			);
		},
	);

	test('as success, while the publish itself named a part that failed', async () => {
		await answerWith(PUBLISH, [part('Good', 'SUCCESS'), part('Bad', 'FAILURE')]);
		await statuses(job('successful', { statusSummary: [part('Bad', 'FAILURE')] }));
		const error = await runToError(PUBLISH, publish('x'));
		expect(error.message).toBe('Kore.ai could not publish the bot: successful (Bad) [item 0]');
	});

	test('as the sandbox fails: the part by its name', async () => {
		const error = await runToError(PUBLISH, publish('this will fail'));
		expect(error.message).toBe(
			'Kore.ai could not publish the bot: failed (Natural Language) [item 0]',
		);
	});

	test('that waits for approval is no success', async () => {
		const error = await runToError(PUBLISH, publish('needs approval'));
		expect(error.message).toBe('The publish waits for approval [item 0]');
		expect(error.description).toMatch(/An admin has to approve it/);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
	});

	test('that waits for approval by the answer to the publish alone', async () => {
		await statuses(job('successful'));
		const error = await runToError(PUBLISH, publish('needs approval'));
		expect(error.message).toBe('The publish waits for approval [item 0]');
	});
});

describe('in vain', () => {
	const half = job('in_progress', { percentageComplete: 50 });
	const cases: Array<[string, string, object, string]> = [
		['goes on', 'x', half, 'The publish is not done (in_progress, 50 %)'],
		['has no status', 'x', { _id: 'ds-1' }, 'The publish is not done (no status, 0 %)'],
		['has to be approved', 'approval', half, 'No admin has approved the publish'],
	];

	test.each(cases)('when it %s', async (_, comment, state, message) => {
		await answerWith(STATUS, state, { count: 9999, skip: 1 });
		const error = await runToError(PUBLISH, publish(comment, { waitLimit: 1 }));
		expect(error.message).toBe(`${message} after 1 second [item 0]`);
		expect(error.description).toBe("It goes on. Look later with 'Get Publish Status'.");
		expect(await publishings()).toHaveLength(2);
	});

	test('when the status stays that of the publish before', async () => {
		await answerWith(STATUS, job('successful', { percentageComplete: 100 }), { count: 9999 });
		const error = await runToError(PUBLISH, publish('x', { waitLimit: 1 }));
		expect(error.message).toBe(
			'Kore.ai still shows the publish before this one after 1 second [item 0]',
		);
	});

	test.each([
		['500', { kind: 'status', status: 500 }, 'Kore.ai is not available right now (500, sent once)'],
		['400', { kind: 'status', status: 400 }, 'Kore.ai did not accept the values (400)'],
		['a web page', { kind: 'html' }, 'Kore.ai answered with a web page instead of data'],
	])('when the status cannot be read: %s', async (_, broken, words) => {
		await fault(STATUS, { ...broken, skip: 1 });
		const error = await runToError(PUBLISH, publish('x'));
		expect(error.message).toBe(
			`The publish has begun, but how far it is could not be read: ${words} [item 0]`,
		);
		expect(error.description).toMatch(
			/^Do not start it again before you know\. Look later with 'Get Publish Status'\. ./,
		);
		expect(error.pairedItem).toEqual({ item: 0 });
		expect(await publishings()).toHaveLength(2);
	});
});

describe('Retry On Fail', () => {
	test('goes on waiting for the publish that it began', async () => {
		const failed = job('failed');
		await statuses(failed, failed);
		const { error, json } = await run(PUBLISH, publish('x'), { settings: RETRY });
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ job: { status: 'successful' } });
		expect((await order()).slice(0, 4)).toEqual([STATUS, PUBLISH, STATUS, STATUS]);
		expect(await sent(PUBLISH)).toHaveLength(1);
	});

	test('does not take the status before for the one that it began', async () => {
		const before = job('successful', { percentageComplete: 100 });
		await answerWith(STATUS, before);
		await answerWith(STATUS, { errors: [{ msg: 'Not now' }] });
		await answerWith(STATUS, before);
		const { error, json } = await run(PUBLISH, publish('x'), { settings: RETRY });
		expect(error).toBeUndefined();
		expect((json[0].job as IDataObject).jobId).toMatch(/^ds-.{36}$/);
		expect(await sent(PUBLISH)).toHaveLength(1);
	});

	test('after a lost answer publishes nothing again', async () => {
		await fault(PUBLISH, { kind: 'reset', applyFirst: true, count: 9 });
		const { error } = await run(PUBLISH, publish('x'), { settings: RETRY });
		expect(error?.message).toContain('whether the operation took effect is unknown [item 0]');
		expect(await order()).toEqual([STATUS, PUBLISH]);
		expect(await publishings()).toHaveLength(2);
	});
});

describe('several at once', () => {
	const items = itemsOf([{ bot: BOT }, { bot: OTHER_BOT }, { bot: BOT }, { bot: SILENT_BOT }]);
	const own = publish('={{ "of item " + $itemIndex }}', { bot: byId('={{ $json.bot }}') });

	test('of one bot: one after another, each with its own end', async () => {
		const { outputs } = await run(PUBLISH, own, { items, settings: SKIP_FAILED });
		expect(pairs(outputs[0])).toEqual([0, 1, 2, 3]);
		expect(errorOf(outputs[0][3]).message).toContain('[item 3]');
		const made = (await publishings()).slice(1);
		expect(made.map(({ input }) => input.versionComment)).toEqual(['of item 0', 'of item 2']);
		const jobs = [0, 2].map((item) => (outputs[0][item].json.job as IDataObject).jobId);
		expect(jobs).toEqual(made.map(({ id }) => id));
		const ofBot = (await sent()).filter(({ path }) => path.includes(BOT));
		const once = [STATUS, PUBLISH, STATUS, STATUS, STATUS];
		expect(ofBot.map(({ operationId }) => operationId)).toEqual([...once, ...once]);
	});

	test('other bots do not wait for them', async () => {
		await run(PUBLISH, own, { items, settings: SKIP_FAILED });
		const all = await sent();
		const second = all.filter(
			({ path, operationId }) => path.includes(BOT) && operationId === PUBLISH,
		);
		const other = all.find(({ path }) => path.includes(OTHER_BOT));
		expect(second).toHaveLength(2);
		expect(all.indexOf(other as never)).toBeLessThan(all.indexOf(second[1]));
	});

	test('one that fails does not stop the next of its bot', async () => {
		await fault(PUBLISH, { kind: 'status', status: 409 });
		const twice = itemsOf([{ bot: BOT }, { bot: BOT }]);
		const { outputs } = await run(PUBLISH, own, { items: twice, settings: SKIP_FAILED });
		expect(errorOf(outputs[0][0])).toMatchObject({ httpCode: '409', pairedItem: { item: 0 } });
		expect(outputs[0][1].json.job).toMatchObject({ status: 'successful' });
	});
});

test('a wait that is cancelled asks nothing more', async () => {
	jest.restoreAllMocks();
	await answerWith(STATUS, job('in_progress'), { count: 99, skip: 1 });
	let cancelling: Promise<void> | undefined;
	// An hour, far above what the test may take.
	await run(PUBLISH, publish('x', { waitInterval: 3600 }), {
		onStart: (execution: { cancel: () => void }) => {
			cancelling = cancelWhen(execution, async () => (await sent(STATUS)).length > 1);
		},
	});
	await cancelling;
	expect(await order()).toEqual([STATUS, PUBLISH, STATUS]);
});
