import type { IDataObject } from 'n8n-workflow';

import { pollTrigger } from '../../support/contexts';
import { minutesAgo, watch, type Watch } from '../../support/events';
import { BOT, BOT_APP, fileOf } from '../../support/koreAi';
import { useKoreTrigger } from '../../support/koreAiTrigger';

/** Publish Finished and Import Finished. */
const { trigger, run, sent, fault, answerWith, state } = useKoreTrigger();

const PUBLISH = 'bot.getPublishStatus';
const IMPORT = 'bot.getImportStatus';

/** Polls until something comes, as often as the sandbox needs to be done. */
async function pollOn(watched: Watch): Promise<IDataObject[]> {
	for (let left = 5; left > 0; left--) {
		const rows = await watched.poll();
		if (rows.length > 0) return rows;
	}
	return [];
}

describe('Publish Finished', () => {
	const event = 'publishFinished';
	const publish = async (versionComment: string) => await run('bot.publish', { versionComment });
	const job = (id: string, status: string, more: object = {}) => ({ _id: id, status, ...more });

	test('a publish that begins later comes when it is over, once', async () => {
		const watched = watch(trigger(event));
		expect(await watched.poll()).toEqual([]);
		await publish('new opening hours');
		expect(await watched.poll()).toEqual([]);
		const rows = await pollOn(watched);
		const [{ responseBody }] = (await sent(PUBLISH)).slice(-1);
		const last = responseBody as IDataObject;
		expect(rows).toEqual([
			{
				botId: BOT,
				jobId: last._id,
				status: 'successful',
				percentageComplete: 100,
				requestedTime: last.requestedTime,
				lastModifiedOn: last.lastModifiedOn,
				resources: (last.statusSummary as unknown[]).length,
				failed: [],
				succeeded: true,
				awaitingApproval: false,
			},
		]);
		expect(await watched.poll()).toEqual([]);
		await publish('once more');
		const [again] = await pollOn(watched);
		expect(again.jobId).not.toBe(last._id);
	});

	test('one that is under way at first comes when it is over', async () => {
		await publish('begun before');
		const watched = watch(trigger(event));
		expect(await watched.poll()).toEqual([]);
		const { publishings } = await state();
		expect((await pollOn(watched)).map(({ jobId }) => jobId)).toEqual([publishings.at(-1)?.id]);
		expect(await watched.poll()).toEqual([]);
	});

	test.each([
		['fails', 'this will fail', { status: 'failed', succeeded: false, awaitingApproval: false }],
		['waits for an admin', 'needs approval', { succeeded: true, awaitingApproval: true }],
	])('one that %s says so', async (_, comment, expected) => {
		const watched = watch(trigger(event));
		await watched.poll();
		await publish(comment);
		const [row] = await pollOn(watched);
		expect(row).toMatchObject(expected);
		expect((row.failed as unknown[]).length).toBe(expected.succeeded ? 0 : 1);
	});

	test('raw: the whole status with the bot', async () => {
		const watched = watch(trigger(event, { simplify: false }));
		await watched.poll();
		const done = job('ds-2', 'successful', { statusSummary: [{ name: 'NL', result: { a: 1 } }] });
		await answerWith(PUBLISH, done);
		expect(await watched.poll()).toEqual([{ botId: BOT, ...done }]);
	});

	test('another one is told by its ID, or by the time it was asked for', async () => {
		const first = job('ds-1', 'successful', { requestedTime: 'then' });
		const watched = watch(trigger(event));
		for (const [answer, given] of [
			[first, 0],
			[{ ...first, lastModifiedOn: 'later' }, 0],
			[{ ...first, requestedTime: 'now' }, 1],
			[{ ...first, requestedTime: 'now' }, 0],
			[{ ...first, _id: 'ds-2' }, 1],
		] as const) {
			await answerWith(PUBLISH, answer);
			expect(await watched.poll()).toHaveLength(given);
		}
	});

	test.each([400, 404])(
		'a bot that was never published (%d): its first one comes',
		async (status) => {
			await fault(PUBLISH, { kind: 'status', status });
			const watched = watch(trigger(event));
			expect(await watched.poll()).toEqual([]);
			await answerWith(PUBLISH, job('ds-1', 'successful'));
			expect(await watched.poll()).toHaveLength(1);
		},
	);

	test.each([400, 404])(
		'a bot that Kore.ai knows no publish of (%d): Fetch Test Event says so',
		async (status) => {
			await fault(PUBLISH, { kind: 'status', status });
			await expect(pollTrigger(trigger(event), 'manual')).rejects.toMatchObject({
				message: 'Kore.ai knows no publish of this bot',
				description: expect.stringContaining("Check 'Bot'") as string,
			});
		},
	);

	test('one without an ID cannot be told from others', async () => {
		const watched = watch(trigger(event));
		await watched.poll();
		await answerWith(PUBLISH, { status: 'successful', requestedTime: 'now' });
		await expect(watched.poll()).rejects.toThrow('Kore.ai answered in another form than expected');
	});

	test.each([
		[60, 1],
		[10, 0],
	])('begins %d minutes ago: the last one counts if it is of that time', async (since, given) => {
		const done = job('ds-1', 'successful', { lastModifiedOn: minutesAgo(30) });
		await answerWith(PUBLISH, done, { count: 2 });
		const watched = watch(trigger(event, {}, { since }));
		expect(await watched.poll()).toHaveLength(given);
		expect(await watched.poll()).toEqual([]);
	});

	test('of a poll that fails, nothing is lost', async () => {
		const watched = watch(trigger(event));
		await watched.poll();
		const before = watched.kept();
		await answerWith(PUBLISH, { errors: [{ msg: 'Not now' }] });
		await expect(watched.poll()).rejects.toThrow('Not now');
		await fault(PUBLISH, { kind: 'status', status: 500 });
		await expect(watched.poll()).rejects.toThrow('is not available right now');
		expect(watched.kept()).toEqual(before);
		await answerWith(PUBLISH, job('ds-9', 'successful'));
		expect(await watched.poll()).toHaveLength(1);
	});

	test('by Fetch Test Event: the last one', async () => {
		await publish('a test');
		await expect(pollTrigger(trigger(event), 'manual')).resolves.toMatchObject({
			json: [{ botId: BOT, status: 'successful' }],
			staticData: {},
		});
	});
});

describe('Import Finished', () => {
	const event = 'importFinished';
	const FILES = {
		json: {},
		binary: {
			botDefinition: fileOf('{"name":"Order Desk"}', 'botDefinition.json'),
			config: fileOf('{}', 'config.json'),
		},
	};
	const BROKEN = fileOf('{"fail":true}', 'botDefinition.json');
	const begin = async (broken = false): Promise<string> => {
		const item = broken ? { ...FILES, binary: { ...FILES.binary, botDefinition: BROKEN } } : FILES;
		const { json } = await run('bot.import', {}, { items: [item] });
		return String(json[0]._id);
	};
	const of = (importIds: string[], since?: number) => trigger(event, { importIds }, { since });
	const answer = (id: string, status: string, createdOn = minutesAgo(30)) => ({
		_id: id,
		status,
		createdOn,
	});

	test('each comes when it is over, once, and says how it went', async () => {
		const ids = [await begin(), await begin(true)];
		const watched = watch(of(ids));
		expect(await watched.poll()).toEqual([]);
		const rows = [...(await pollOn(watched)), ...(await watched.poll())];
		const [first, second] = (await sent(IMPORT)).slice(-2).map(({ responseBody }) => responseBody);
		expect(rows).toEqual([
			{ ...(first as object), succeeded: true },
			{ ...(second as object), succeeded: false },
		]);
		expect(rows.map(({ _id, status }) => [_id, status])).toEqual([
			[ids[0], 'success'],
			[ids[1], 'failed'],
		]);
		const calls = (await sent(IMPORT)).length;
		for (const _time of [1, 2]) expect(await watched.poll()).toEqual([]);
		// What is over is not asked for any more.
		expect(await sent(IMPORT)).toHaveLength(calls);
	});

	test('one that was over at first is old, but not with a start before it began', async () => {
		await answerWith(IMPORT, answer('bir-1', 'success'), { count: 3 });
		expect(await watch(of(['bir-1'])).poll()).toEqual([]);
		expect(await watch(of(['bir-1'], 10)).poll()).toEqual([]);
		const watched = watch(of(['bir-1'], 60));
		expect(await watched.poll()).toHaveLength(1);
		expect(await watched.poll()).toEqual([]);
	});

	test('one that is added later changes nothing for the others', async () => {
		await answerWith(IMPORT, answer('bir-1', 'pending'));
		const watched = watch(of(['bir-1'], 60));
		await watched.poll();
		await answerWith(IMPORT, answer('bir-1', 'success'));
		await answerWith(IMPORT, answer('bir-2', 'in progress'));
		const both = of(['bir-1', 'bir-2', 'bir-1'], 60);
		expect((await watched.poll(both)).map(({ _id }) => _id)).toEqual(['bir-1']);
		await answerWith(IMPORT, answer('bir-2', 'success'));
		expect((await watched.poll(both)).map(({ _id }) => _id)).toEqual(['bir-2']);
		expect(await watched.poll(both)).toEqual([]);
		expect(await sent(IMPORT)).toHaveLength(4);
	});

	test('one that is refused keeps back no other, and of those refused nothing is lost', async () => {
		for (const id of ['bir-1', 'bir-2']) await answerWith(IMPORT, answer(id, 'pending'));
		const watched = watch(of(['bir-1', 'bir-2']));
		await watched.poll();
		const before = watched.kept();
		await answerWith(IMPORT, answer('bir-1', 'success'));
		await fault(IMPORT, { kind: 'status', status: 500 });
		expect((await watched.poll()).map(({ _id }) => _id)).toEqual(['bir-1']);
		const after = watched.kept();
		expect(after).not.toEqual(before);
		await fault(IMPORT, { kind: 'status', status: 500 });
		await expect(watched.poll()).rejects.toThrow('is not available right now');
		expect(watched.kept()).toEqual(after);
		await answerWith(IMPORT, answer('bir-2', 'success'));
		expect((await watched.poll()).map(({ _id }) => _id)).toEqual(['bir-2']);
	});

	test('one that Kore.ai does not know is left out, and asked for again', async () => {
		for (const id of ['bir-1', 'bir-2']) await answerWith(IMPORT, answer(id, 'pending'));
		const watched = watch(of(['bir-1', 'bir-2']));
		await watched.poll();
		// Both are asked for at once, so one answer for each.
		const succeeded = answer('bir-1', 'success');
		await answerWith(IMPORT, succeeded);
		await fault(IMPORT, { kind: 'status', status: 404 });
		const given = await watched.poll();
		expect(given.map(({ _id }) => _id)).toEqual(['bir-1']);
		await answerWith(IMPORT, answer('bir-2', 'success'));
		expect((await watched.poll()).map(({ _id }) => _id)).toEqual(['bir-2']);
	});

	test('when Kore.ai knows none of them, it says so', async () => {
		await expect(watch(of(['bir-8', 'bir-9'])).poll()).rejects.toMatchObject({
			message: expect.stringMatching(/^Import bir-[89]: /) as string,
		});
	});

	test('by Fetch Test Event: the last one that is over', async () => {
		await answerWith(IMPORT, answer('bir-1', 'success'), { count: 2 });
		const { json, staticData } = await pollTrigger(of(['bir-1']), 'manual');
		expect(json).toMatchObject([{ _id: 'bir-1', succeeded: true }]);
		expect(staticData).toEqual({});
	});

	test.each([
		[[], 'is empty'],
		[['bir-1', ' '], 'has an empty entry'],
		['={{ undefined }}', 'is empty'],
	])('Import IDs %j are refused', async (importIds, what) => {
		await expect(pollTrigger(trigger(event, { importIds }))).rejects.toMatchObject({
			message: `'Import IDs' ${what}`,
			description: expect.stringContaining('Fill it in') as string,
		});
		expect(await sent()).toEqual([]);
	});
});

test.each([
	['publishFinished', {}],
	['importFinished', { importIds: ['bir-1'] }],
])('%s needs an app of the Admin Console', async (event, parameters) => {
	const setup = trigger(event, parameters, { account: BOT_APP });
	await expect(pollTrigger(setup)).rejects.toMatchObject({
		message: expect.stringContaining("'App Created In'") as string,
		description: expect.stringContaining('Security & Control') as string,
	});
	expect(await sent()).toEqual([]);
});
