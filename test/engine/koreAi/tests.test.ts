import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BOT, BOT_APP, bodyOf, hurry, shownFields, useKore } from '../../support/koreAi';
import { BUILDING_MINIMAL } from '../../support/koreAiBuilding';
import { done, textFile } from '../../support/koreAiKnowledge';

/** Batch Test and Conversation Test: what is sent, what comes out, and how a run ends. */
const kore = useKore();
const { runToError, sent, onlySent, answerWith, fault, state } = kore;

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const account = BOT_APP;
const WAIT = { wait: true, waitInterval: 1 };
const REGRESSION = { testSuiteName: 'Regression' };
const SUITE = '[{ "input": "Hi" }, { "input": "Bye", "fail": true }]';
const items = [textFile(SUITE, 'suite.json')];

/** What an output has that is to be seen before the first run. */
const expectShown = (id: string, output: IDataObject) =>
	expect(Object.keys(output).sort()).toEqual(shownFields(id));

describe('Batch Test', () => {
	const B = `/api/public/bot/${BOT}/testsuite`;
	const begin = async (more: INodeParameters = {}) =>
		await done(kore, 'batchTest.run', { ...REGRESSION, ...more }, { account });

	test('Get Many: the suites in pages, with what came of their runs', async () => {
		await begin({ ...WAIT, testSuiteName: 'Edge Cases' });
		const rows = await done(kore, 'batchTest.getAll', { options: { language: 'de' } });
		const [request] = await sent('batchTest.getAll');
		expect(request).toMatchObject({
			path: B,
			query: { skip: '0', limit: '50' },
			contractErrors: [],
		});
		expect(request.headers).toMatchObject({ 'bot-language': 'de' });
		expect(rows.map(({ name }) => name)).toEqual(['Regression', 'Edge Cases']);
		expectShown('batchTest.getAll', rows[1]);
		expect(rows[1]).toMatchObject({
			testSuiteId: expect.stringMatching(/^ts-/) as string,
			results: [{ version: 'inDevelopment', success: 6, failure: 2, precision: 0.75, recall: 1 }],
		});
		expect(await done(kore, 'batchTest.getAll', { limit: 1 })).toHaveLength(1);
	});

	test('Run: begun, with its ID', async () => {
		const options = { engine: 'dgpt', language: 'de' };
		const [output] = await begin({ version: 'published', options });
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'POST',
			path: `${B}/Regression/run`,
			body: { version: 'published', engine: 'dgpt' },
			contractErrors: [],
		});
		expect(request.headers).toMatchObject({ 'bot-language': 'de' });
		expectShown('batchTest.run', output);
		const [{ id }] = (await state()).building.testRuns;
		expect(output).toMatchObject({ testRunId: id, status: 'accepted', passed: undefined });
	});

	test.each([
		['Regression', { passed: true, success: 10, failure: 0, precision: 1, f1Score: 1 }],
		['Edge Cases', { passed: false, success: 6, failure: 2, precision: 0.75 }],
	])('Run %s, waited for: whether it passed, which the status shows, too', async (name, counts) => {
		const [output] = await begin({ testSuiteName: name, ...WAIT });
		expect(output).toMatchObject({ status: 'completed', ...counts });
		const { testRunId } = output;
		expect(output.fileUrl).toEqual(expect.stringContaining(`/files/${String(testRunId)}.csv?s=`));
		const own = { testSuiteName: name, testRunId: String(testRunId) };
		expect(await done(kore, 'batchTest.getRunStatus', own, { account })).toEqual([output]);
		const [look] = await sent('batchTest.getRunStatus');
		expect(look).toMatchObject({
			path: `${B}/${encodeURIComponent(name)}/${String(testRunId)}/status`,
			contractErrors: [],
		});
	});

	test('one that was not whole did not pass', async () => {
		const result = { isPartialFailure: true, results: { success: 3, failure: 0 } };
		await answerWith('batchTest.getRunStatus', { _id: 'tr-1', status: 'completed', result });
		const own = BUILDING_MINIMAL['batchTest.getRunStatus'];
		const [output] = await done(kore, 'batchTest.getRunStatus', own, { account });
		expect(output.passed).toBe(false);
	});

	test('one that Kore.ai broke off is no result', async () => {
		await answerWith('batchTest.getRunStatus', { _id: 'tr-1', status: 'stopped' });
		const error = await runToError('batchTest.run', { ...REGRESSION, ...WAIT }, { account });
		expect(error.message).toBe('Kore.ai could not finish the run: stopped [item 0]');
		expect(error.description).toContain("Look later with 'Get Run Status' and the test run ID tr-");
	});

	test('a suite that the bot does not have', async () => {
		const own = { testSuiteName: 'None' };
		const error = await runToError('batchTest.run', own, { account });
		expect(error.description).toContain('Test suite not found: None');
	});

	test('Run and Get Run Status take an app of the bot', async () => {
		for (const id of ['batchTest.run', 'batchTest.getRunStatus']) {
			const error = await runToError(id, BUILDING_MINIMAL[id]);
			expect(error.message).toContain('that was created in the bot');
		}
		expect(await sent()).toEqual([]);
	});

	test('Import: uploads the file, and gives its ID as the name of the file', async () => {
		const own = { name: 'Smoke', description: 'The least' };
		const [output] = await done(kore, 'batchTest.import', own, { items });
		const [upload, request] = await sent();
		const { fileId } = upload.responseBody as IDataObject;
		expect(request).toMatchObject({ path: `${B}/import`, contractErrors: [] });
		expect(request.body).toEqual({
			delimiter: ',',
			description: 'The least',
			fileName: fileId,
			fileType: 'json',
			importType: 'new',
			name: 'Smoke',
		});
		expect(output).toMatchObject({ name: 'Smoke', fileId });
		const rows = await done(kore, 'batchTest.getAll');
		expect(rows.map(({ name }) => name)).toContain('Smoke');
	});

	test('Import: of a suite that is there', async () => {
		const options = { delimiter: ';', fileType: 'csv', engine: 'dgpt' };
		const own = { name: 'Regression', description: 'New', importType: 'update', options };
		await done(kore, 'batchTest.import', own, { items });
		expect(bodyOf((await sent('batchTest.import'))[0])).toMatchObject({
			importType: 'update',
			delimiter: ';',
			fileType: 'csv',
			engine: 'dgpt',
		});
		const [run] = await begin(WAIT);
		expect(run).toMatchObject({ utterances: 2, failure: 1, passed: false });
	});

	test('Export: where the file is', async () => {
		const [output] = await done(kore, 'batchTest.export', REGRESSION);
		expect(await onlySent()).toMatchObject({
			method: 'POST',
			path: `${B}/Regression/export`,
			contractErrors: [],
		});
		expect(output).toMatchObject({
			downloadUrl: expect.stringMatching(/\.json\?s=\w+$/) as string,
			name: 'Regression',
		});
	});

	test('Delete and Delete Run, once they are confirmed', async () => {
		const [{ testRunId }] = await begin();
		const own = { ...REGRESSION, testRunId: String(testRunId) };
		for (const [id, parameters] of [
			['batchTest.deleteRun', own],
			['batchTest.delete', REGRESSION],
		] as const) {
			const error = await runToError(id, { ...parameters, confirmation: 'delete?' });
			expect(error.message).toBe("'Confirmation' does not say DELETE [item 0]");
			expect(await sent(id)).toEqual([]);
			const confirmed = { ...parameters, confirmation: 'DELETE' };
			expect(await done(kore, id, confirmed)).toEqual([{ deleted: true }]);
			expect((await sent(id))[0]).toMatchObject({ method: 'DELETE', contractErrors: [] });
		}
		const { testRuns, testSuites } = (await state()).building;
		expect(testRuns).toEqual([]);
		expect(testSuites[BOT].map(({ name }) => name)).not.toContain('Regression');
	});
});

describe('Conversation Test', () => {
	const B = `/api/public/stream/${BOT}/conversation/testsuite`;
	const jane = { userEmailId: 'jane@example.com' };
	const create = async (name: string, more: INodeParameters = {}) =>
		await done(kore, 'conversationTest.create', { name, ...jane, ...more }, { items });

	test('Create: uploads the file; its status shows the suite once it is there', async () => {
		const additionalFields = { description: 'Short', tags: ['smoke'], language: 'de' };
		const [begun] = await create('Smoke', { additionalFields });
		const [upload, request] = await sent();
		const { fileId } = upload.responseBody as IDataObject;
		expect(request).toMatchObject({ method: 'POST', path: `${B}/import`, contractErrors: [] });
		expect(request.body).toEqual({
			fileName: fileId,
			name: 'Smoke',
			tags: ['smoke'],
			description: 'Short',
			...jane,
		});
		expectShown('conversationTest.create', begun);
		expect(begun).toMatchObject({ status: 'IN_PROGRESS' });
		const own = { creationId: String(begun.creationId) };
		const [status] = await done(kore, 'conversationTest.getCreationStatus', own);
		expect(status).toMatchObject({ ...own, status: 'IN_PROGRESS', percentageComplete: 85 });
		expect((await sent('conversationTest.getCreationStatus'))[0]).toMatchObject({
			path: `${B}/import/${own.creationId}/status`,
			contractErrors: [],
		});
	});

	test('Create, waited for, then Run: a step that does not pass', async () => {
		const [suite] = await create('Smoke', WAIT);
		expect(suite).toMatchObject({ status: 'SUCCESS', name: 'Smoke', testSteps: 2 });
		const own = { testSuiteName: 'Smoke', ...jane, ...WAIT };
		const [output] = await done(kore, 'conversationTest.run', own);
		expectShown('conversationTest.run', output);
		expect(output).toMatchObject({
			status: 'failed',
			passed: false,
			steps: 2,
			stepsPassed: 1,
			stepsFailed: 1,
		});
	});

	test('Run: begun, and waited for', async () => {
		const own = { testSuiteName: 'Order Flow', ...jane, version: 'published' };
		const [begun] = await done(kore, 'conversationTest.run', own);
		expect(await onlySent()).toMatchObject({
			path: `${B}/Order%20Flow/run`,
			body: { version: 'published', ...jane },
			contractErrors: [],
		});
		expect(begun).toMatchObject({ status: 'IN_PROGRESS', passed: undefined });
		const status = { testSuiteName: 'Order Flow', testRunId: String(begun.testRunId) };
		const [look] = await done(kore, 'conversationTest.getRunStatus', status);
		expect(look).toMatchObject({ status: 'inprogress', passed: undefined, steps: 13 });
		const [output] = await done(kore, 'conversationTest.run', { ...own, ...WAIT });
		expect(output).toMatchObject({ status: 'passed', passed: true, stepsPassed: 13 });
	});

	test('Run: a status that nobody knows is no result', async () => {
		const answer = { _id: 'ctr-1', status: 'terminated' };
		await answerWith('conversationTest.getRunStatus', answer);
		const own = { testSuiteName: 'Order Flow', ...jane, ...WAIT };
		const error = await runToError('conversationTest.run', own);
		expect(error.message).toBe('Kore.ai could not finish the run: terminated [item 0]');
	});

	test('Create: a lost answer is not asked for again', async () => {
		await fault('conversationTest.create', { kind: 'reset', applyFirst: true });
		const error = await runToError('conversationTest.create', { name: 'A', ...jane }, { items });
		expect(error.message).toContain('unknown');
		expect(await sent('conversationTest.create')).toHaveLength(1);
	});

	test('a file that is no suite', async () => {
		const own = { name: 'A', ...jane };
		const bad = [textFile('Hello', 'suite.json')];
		const error = await runToError('conversationTest.create', own, { items: bad });
		expect(error.description).toContain('File is no test suite');
	});

	test('Delete, once it is confirmed', async () => {
		const own = { testSuiteNames: ['Order Flow'] };
		const error = await runToError('conversationTest.delete', { ...own, confirmation: 'yes' });
		expect(error.message).toBe("'Confirmation' does not say DELETE [item 0]");
		const empty = { testSuiteNames: '={{ [] }}', confirmation: 'DELETE' };
		expect((await runToError('conversationTest.delete', empty)).message).toBe(
			"'Test Suite Names' is empty [item 0]",
		);
		expect(await sent()).toEqual([]);
		const confirmed = { ...own, confirmation: 'DELETE' };
		expect(await done(kore, 'conversationTest.delete', confirmed)).toEqual([{ deleted: true }]);
		expect(await onlySent()).toMatchObject({
			method: 'DELETE',
			path: B,
			body: own,
			contractErrors: [],
		});
	});

	test('Delete: another status than Success is none', async () => {
		await answerWith('conversationTest.delete', { status: 'Partial' });
		const own = BUILDING_MINIMAL['conversationTest.delete'];
		const error = await runToError('conversationTest.delete', own);
		expect(error.message).toBe('Kore.ai did not delete the test suites: Partial [item 0]');
	});
});
