import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import { Client } from '../../../nodes/shared/call/client';
import {
	BOT,
	cancelWhen,
	errorOf,
	fileOf,
	hurry,
	OTHER_BOT,
	pairs,
	shownFields,
	SKIP_FAILED,
	useKore,
} from '../../support/koreAi';

/** Bot: Import with Wait for Completion, and Get Import Status. */
const { sandbox, run, runToError, sent, onlySent, answerWith, fault, state } = useKore();

const UPLOAD = 'bot.uploadFile';
const IMPORT = 'bot.import';
const STATUS = 'bot.getImportStatus';
const WAIT = { wait: true, waitInterval: 1, waitLimit: 3600 };
const IMPORTED = [UPLOAD, UPLOAD, IMPORT];

const exportOf = (definition: string): INodeExecutionData => ({
	json: {},
	binary: {
		botDefinition: fileOf(definition, 'botDefinition.json'),
		config: fileOf('{}', 'config.json'),
	},
});
const GOOD = { items: [exportOf('{"name":"Order Desk"}')] };

const log = (taskType: string, status: string) => ({ taskType, taskName: 'Order Desk', status });
const pending = { _id: 'bir-1', status: 'pending', statusLogs: [log('importRequest', 'success')] };
const failed = {
	...pending,
	status: 'failed',
	statusLogs: [log('importRequest', 'success'), log('Bot Definition', 'failed')],
};
const order = async () => (await sent()).map(({ operationId }) => operationId);
const imports = async () => (await state()).imports;

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

describe('wait for completion', () => {
	test('until it succeeds: the last status', async () => {
		const { json, outputs, error } = await run(IMPORT, WAIT, GOOD);
		expect(error).toBeUndefined();
		const [job] = await imports();
		const looks = await sent(STATUS);
		expect(looks.length).toBeGreaterThan(1);
		for (const { method, path } of looks) {
			expect(`${method} ${path}`).toBe(`GET /api/public/bot/import/status/${job.id}`);
		}
		expect((await order()).slice(0, 3)).toEqual(IMPORTED);
		expect(await imports()).toHaveLength(1);
		expect(json).toEqual([looks.at(-1)?.responseBody]);
		expect(json[0]).toMatchObject({ _id: job.id, status: 'success' });
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(IMPORT));
		expect(pairs(outputs[0])).toEqual([0]);
	});

	test('without it the import is not looked after', async () => {
		const { json } = await run(IMPORT, {}, GOOD);
		expect(json[0].status).toBe('pending');
		expect(await order()).toEqual(IMPORTED);
	});

	test('at the interval that is chosen', async () => {
		jest.restoreAllMocks();
		const wait = jest.spyOn(Client.prototype, 'wait');
		await answerWith(STATUS, pending);
		await answerWith(STATUS, { ...pending, status: 'success' });
		await run(IMPORT, WAIT, GOOD);
		const [first, second] = await sent(STATUS);
		expect(second.startedAt - first.startedAt).toBeGreaterThanOrEqual(950);
		expect(wait.mock.calls).toEqual([[1]]);
	});

	test('the ID under the name of an older sample', async () => {
		await answerWith(IMPORT, { bir: 'bir-7', status: 'pending' });
		await answerWith(STATUS, { _id: 'bir-7', status: 'success' });
		const { json } = await run(IMPORT, WAIT, GOOD);
		expect(json[0]).toMatchObject({ _id: 'bir-7', status: 'success' });
		expect((await sent(STATUS))[0].path).toBe('/api/public/bot/import/status/bir-7');
	});

	test('without an ID: that it may have begun', async () => {
		await answerWith(IMPORT, '');
		const error = await runToError(IMPORT, WAIT, GOOD);
		expect(error.message).toBe(
			'Kore.ai answered in another form: whether the operation took effect is unknown [item 0]',
		);
		expect(await order()).toEqual(IMPORTED);
	});

	test('a definition that Kore.ai cannot import: what failed, and the import ID', async () => {
		const items = [exportOf('{"fail": true}')];
		const error = await runToError(IMPORT, WAIT, { items });
		const [{ id }] = await imports();
		expect(error.message).toBe('Kore.ai could not import the bot: Bot Definition failed [item 0]');
		expect(error.description).toContain(`Import ID: ${id}`);
		expect(error).toMatchObject({ httpCode: null, cause: 'configuration-invalid' });
		expect(error.pairedItem).toEqual({ item: 0 });
	});

	test.each([
		['failure', [], 'failure'],
		['failed', undefined, 'failed'],
		[undefined, undefined, 'it gave no status'],
		['error', [log('Dialog', 'error'), log('Form', 'skipped')], 'Dialog error, Form skipped'],
		[
			'failed',
			[log('A', 'success'), log('B', 'pending'), log('C', 'failed'), log('D', 'in-progress')],
			'C failed',
		],
	])('any other word than success is a failure: %s', async (status, statusLogs, words) => {
		await answerWith(STATUS, { _id: 'bir-1', status, statusLogs });
		const error = await runToError(IMPORT, WAIT, GOOD);
		expect(error.message).toBe(`Kore.ai could not import the bot: ${words} [item 0]`);
	});

	test.each(['in-progress', 'IN_PROGRESS', 'inProgress', 'queued', 'running', 'PENDING'])(
		'%s is waited for as pending is',
		async (status) => {
			await answerWith(STATUS, { ...pending, status });
			await answerWith(STATUS, { ...pending, status: 'success' });
			const { json } = await run(IMPORT, WAIT, GOOD);
			expect(json[0].status).toBe('success');
			expect(await order()).toEqual([...IMPORTED, STATUS, STATUS]);
		},
	);

	test('in vain: the item fails with the ID, while Kore.ai goes on', async () => {
		jest.restoreAllMocks();
		await answerWith(STATUS, pending, { count: 9 });
		const error = await runToError(IMPORT, { ...WAIT, waitLimit: 1 }, GOOD);
		const [{ id }] = await imports();
		expect(error.message).toMatch(/^The import is still pending after 1 second.* \[item 0]$/);
		expect(error.description).toMatch(new RegExp(`It goes on.*'Get Import Status'.*${id}`));
		expect(await order()).toEqual([...IMPORTED, STATUS, STATUS]);
	});

	const unreadable: Array<[string, object, string]> = [
		['500', { kind: 'status', status: 500 }, 'Kore.ai is not available right now (500, sent once)'],
		[
			'401',
			{ kind: 'status', status: 401 },
			'Kore.ai did not accept the credential, or not for this',
		],
		['another form', { kind: 'status', status: 200, body: [] }, 'Kore.ai answered in another form'],
		[
			'503 for longer than is left of the wait',
			{ kind: 'status', status: 503, headers: { 'retry-after': '3601' }, count: 9 },
			'Kore.ai is not available right now (503, sent once)',
		],
	];

	test.each(unreadable)('a status that cannot be read: %s', async (_, broken, words) => {
		await fault(STATUS, broken);
		const error = await runToError(IMPORT, WAIT, GOOD);
		const [{ id }] = await imports();
		expect(error.message).toContain(
			`The import has begun, but how far it is could not be read: ${words}`,
		);
		expect(error.message).toMatch(/ \[item 0]$/);
		expect(error.description).toContain(
			`Do not start it again before you know. Look later with 'Get Import Status' and the import ID ${id}. `,
		);
		expect(error.pairedItem).toEqual({ item: 0 });
		expect(await order()).toEqual([...IMPORTED, STATUS]);
	});

	test('a status that cannot be read for a moment', async () => {
		await fault(STATUS, { kind: 'status', status: 503, headers: { 'retry-after': '0' } });
		await answerWith(STATUS, { ...pending, status: 'success' });
		const { error } = await run(IMPORT, WAIT, GOOD);
		expect(error).toBeUndefined();
		expect(await order()).toEqual([...IMPORTED, STATUS, STATUS]);
	});

	test('is cancelled: it stops, and nothing is sent again', async () => {
		jest.restoreAllMocks();
		await answerWith(STATUS, pending, { count: 99 });
		let cancelling: Promise<void> | undefined;
		await run(
			IMPORT,
			// An hour, far above what the test may take.
			{ ...WAIT, waitInterval: 3600 },
			{
				...GOOD,
				onStart: (execution: { cancel: () => void }) => {
					cancelling = cancelWhen(execution, async () => (await sent(STATUS)).length > 0);
				},
			},
		);
		await cancelling;
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(await order()).toEqual([...IMPORTED, STATUS]);
	});

	test('several into one bot: one after another, each with its own end', async () => {
		const items = ['{"a":1}', '{"fail":true}', '{"b":2}'].map(exportOf);
		const { outputs } = await run(IMPORT, WAIT, { items, settings: SKIP_FAILED });
		expect(pairs(outputs[0])).toEqual([0, 1, 2]);
		expect(errorOf(outputs[0][1]).message).toContain('Bot Definition failed [item 1]');
		const jobs = await imports();
		expect(jobs.map(({ fails }) => fails)).toEqual([false, true, false]);
		expect([0, 2].map((item) => outputs[0][item].json._id)).toEqual([jobs[0].id, jobs[2].id]);
		const each = [...IMPORTED, STATUS, STATUS, STATUS];
		expect(await order()).toEqual([...each, ...each, ...each]);
	});

	test('into another bot: it does not wait for the first', async () => {
		const items = [BOT, BOT, OTHER_BOT].map((bot) => ({ ...exportOf('{}'), json: { bot } }));
		const own = { ...WAIT, bot: byId('={{ $json.bot }}') };
		const { outputs } = await run(IMPORT, own, { items });
		expect(outputs[0].map(({ json }) => json.status)).toEqual(['success', 'success', 'success']);
		const bots = (await imports()).map(({ botId }) => botId);
		expect(bots.slice(0, 2).sort()).toEqual([BOT, OTHER_BOT]);
		expect(bots[2]).toBe(BOT);
	});
});

describe('Retry On Fail', () => {
	const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
	const cases: Array<[string, IDataObject, INodeParameters]> = [
		['failed', failed, WAIT],
		['was too slow', pending, { ...WAIT, waitLimit: 1 }],
		['cannot be looked at', { errors: [{ msg: 'Not now' }] }, WAIT],
	];

	test.each(cases)(
		'after an import that %s uploads and imports nothing again',
		async (_, answer, own) => {
			await answerWith(STATUS, answer, { count: 99 });
			jest.restoreAllMocks();
			const { error } = await run(IMPORT, own, { ...GOOD, settings: { ...settings, maxTries: 2 } });
			expect(error?.message).toMatch(/could not import|still pending|could not be read/);
			expect(error?.context.itemIndex).toBe(0);
			const all = await order();
			expect(all.slice(0, 3)).toEqual(IMPORTED);
			expect(all.slice(3).length).toBeGreaterThan(1);
			expect(new Set(all.slice(3))).toEqual(new Set([STATUS]));
			expect(await imports()).toHaveLength(1);
		},
	);

	test('goes on waiting for the import that it began', async () => {
		jest.restoreAllMocks();
		await answerWith(STATUS, pending, { count: 2 });
		await answerWith(STATUS, { ...pending, status: 'success' });
		const own = { ...WAIT, waitLimit: 1 };
		const { json, error } = await run(IMPORT, own, { ...GOOD, settings });
		expect(error).toBeUndefined();
		expect(json[0].status).toBe('success');
		expect(await order()).toEqual([...IMPORTED, STATUS, STATUS, STATUS]);
	});

	test('after a refused import sends that again, and no file', async () => {
		await fault(IMPORT, { kind: 'status', status: 409 });
		const { error } = await run(IMPORT, {}, { ...GOOD, settings });
		expect(error).toBeUndefined();
		expect(await order()).toEqual([...IMPORTED, IMPORT]);
		expect(await imports()).toHaveLength(1);
	});

	test('after a lost answer sends nothing again', async () => {
		await fault(IMPORT, { kind: 'reset', applyFirst: true, count: 9 });
		const { error } = await run(IMPORT, WAIT, { ...GOOD, settings });
		expect(error?.message).toContain('whether the operation took effect is unknown [item 0]');
		expect(error?.description).toContain('look at the import history of the bot');
		expect(await order()).toEqual(IMPORTED);
		expect(await imports()).toHaveLength(1);
	});
});

describe('Get Import Status', () => {
	test('as it came', async () => {
		const { json: begun } = await run(IMPORT, {}, GOOD);
		const importId = String(begun[0]._id);
		const { json, outputs, error } = await run(STATUS, { importId });
		expect(error).toBeUndefined();
		const [request] = await sent(STATUS);
		expect(request).toMatchObject({
			method: 'GET',
			path: `/api/public/bot/import/status/${importId}`,
			query: {},
			body: null,
			contractErrors: [],
		});
		expect(json).toEqual([request.responseBody]);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(STATUS));
		expect(pairs(outputs[0])).toEqual([0]);
		await sandbox().control('clock', { advanceSeconds: 6 });
		expect((await run(STATUS, { importId })).json[0].status).toBe('success');
	});

	test('an import that nobody began', async () => {
		const error = await runToError(STATUS, { importId: 'bir-nobody' });
		expect(error.description).toContain('Kore.ai said: "Import request not found: bir-nobody"');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
		expect((await onlySent()).status).toBe(400);
	});

	test('no ID: nothing is sent', async () => {
		const error = await runToError(STATUS, { importId: '={{ $json.none }}' });
		expect(error.message).toBe("'Import ID' is empty [item 0]");
		expect(await sent()).toEqual([]);
	});
});
