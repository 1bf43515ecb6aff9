import type { IncomingHttpHeaders } from 'node:http';
import type { INodeParameters } from 'n8n-workflow';

import { fileText } from '../../../sandbox/files';
import { startOddServer, type Answering, type OddServer } from '../../support/oddServer';
import { appFor, hurry, SKIP_FAILED, useKore } from '../../support/koreAi';
import { textFile } from '../../support/koreAiKnowledge';
import { testEach } from '../../support/sandbox';

/** Download File, of operations whose answers give the address of a file. */
const kore = useKore();
const { run, runToError, sent, answerWith, state } = kore;

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const WAIT = { wait: true, waitInterval: 1 };
const SUITE = { testSuiteName: 'Regression' };

/** Runs an operation with its own app and Download File on. */
const download = async (id: string, parameters: INodeParameters = {}, rest = {}) =>
	await run(id, { downloadFile: true, ...parameters }, { account: appFor(id), ...rest });

/** The files of the one output item, with their content as text. */
async function filesOf(id: string, parameters: INodeParameters = {}) {
	const { outputs, error } = await download(id, parameters);
	if (error) throw error;
	const [{ binary = {} }] = outputs[0];
	return Object.entries(binary).map(([field, { data, fileName, mimeType }]) => ({
		...{ field, fileName, mimeType },
		text: Buffer.from(data, 'base64').toString(),
	}));
}

const begun = async (id: string, parameters: INodeParameters = {}, rest = {}) =>
	(await run(id, parameters, { account: appFor(id), ...rest })).json[0];

/** The session of a call that is over. */
const callOver = async () => {
	const { sessions } = await state();
	const found = sessions.find(({ callId, isActive, botId }) => callId && !isActive && botId);
	return { sessionId: String(found?.id) };
};

/** What makes the file, and the fields that then find it; what its name ends in, and its type. */
const FILES: Array<{
	id: string;
	parameters: () => Promise<INodeParameters>;
	ends: string;
	mimeType: string;
}> = [
	{
		id: 'bot.export',
		parameters: async () => await Promise.resolve(WAIT),
		ends: '.zip',
		mimeType: 'application/zip',
	},
	{
		id: 'bot.getExportStatus',
		parameters: async () => {
			await begun('bot.export', WAIT);
			return {};
		},
		ends: '.zip',
		mimeType: 'application/zip',
	},
	{
		id: 'utterance.export',
		parameters: async () => await Promise.resolve(WAIT),
		ends: '.csv',
		mimeType: 'text/csv',
	},
	{
		id: 'utterance.getExportStatus',
		parameters: async () => {
			await begun('utterance.export', WAIT);
			return {};
		},
		ends: '.csv',
		mimeType: 'text/csv',
	},
	{
		id: 'batchTest.export',
		parameters: async () => await Promise.resolve(SUITE),
		ends: '.json',
		mimeType: 'application/json',
	},
	{
		id: 'batchTest.run',
		parameters: async () => await Promise.resolve({ ...SUITE, ...WAIT }),
		ends: '.csv',
		mimeType: 'text/csv',
	},
	{
		id: 'batchTest.getRunStatus',
		parameters: async () => {
			const { testRunId } = await begun('batchTest.run', { ...SUITE, ...WAIT });
			return { ...SUITE, testRunId: String(testRunId) };
		},
		ends: '.csv',
		mimeType: 'text/csv',
	},
	{ id: 'recording.get', parameters: callOver, ends: '-merged.wav', mimeType: 'audio/wav' },
	{ id: 'recording.getVoicemail', parameters: callOver, ends: '.wav', mimeType: 'audio/wav' },
];

testEach(
	'the file is fetched from its address',
	FILES,
	async ({ id, parameters, ends, mimeType }) => {
		const own = await parameters();
		const [file, ...more] = await filesOf(id, { ...own, outputBinaryField: 'file' });
		expect(more).toEqual([]);
		expect(file).toMatchObject({
			field: 'file',
			mimeType,
			text: expect.stringMatching(/^What is in /),
		});
		expect(file.fileName?.endsWith(ends)).toBe(true);
	},
);

test('of a bot it is the one of the export, under data if no other field is named', async () => {
	const { outputs } = await download('bot.export', WAIT);
	const [{ json, binary }] = outputs[0];
	const name = `${String(json.exportId)}.zip`;
	expect(json).toMatchObject({ status: 'success' });
	expect(binary).toMatchObject({
		data: { fileName: name, data: Buffer.from(fileText(name)).toString('base64') },
	});
});

test('without Download File, and before there is a file, the item has none', async () => {
	await begun('bot.export');
	const { outputs } = await download('bot.getExportStatus');
	expect(outputs[0]).toMatchObject([{ json: { status: 'pending' } }]);
	expect(outputs[0][0].binary).toBeUndefined();
	const without = await run('bot.export', WAIT);
	expect(without.json).toMatchObject([{ status: 'success' }]);
	expect(without.outputs[0][0].binary).toBeUndefined();
});

test('the job of an export of Search AI, whose file is elsewhere', async () => {
	const items = [{ json: {}, binary: { data: textFile('name\nx', 'x.csv') } }];
	const address = await elsewhere((_, response) => response.end('{"rows":[]}'));
	const job = { _id: 'fj-1', status: 'SUCCESS', fileInfo: { fileUrl: `${address}/a/rows.json` } };
	await answerWith('searchJob.get', job);
	const { outputs } = await download('searchJob.get', { jobId: 'fj-1' }, { items });
	expect(outputs[0][0].binary?.data).toMatchObject({ fileName: 'rows.json' });
});

const odd: OddServer[] = [];
const headers: IncomingHttpHeaders[] = [];

/** A host that is not the service's, and answers so; its address. */
async function elsewhere(answering: Answering): Promise<string> {
	const server = await startOddServer((request, response) => {
		headers.push(request.headers);
		answering(request, response);
	});
	odd.push(server);
	return server.url;
}

afterEach(async () => {
	headers.length = 0;
	await Promise.all(odd.splice(0).map(async (server) => await server.close()));
});

const SIGNED = '?e=1709706278&s=SIGNATURE-OF-THE-ADDRESS';

/** Answers the status of an export as one that is done, with its file at this address. */
async function exportedTo(downloadURL: string) {
	const done = { _id: 'ber-1', status: 'success', exportType: 'latest', downloadURL };
	await answerWith('bot.getExportStatus', done);
}

test('several recordings come under numbered fields, by the names that Kore.ai gives', async () => {
	const address = await elsewhere(({ url }, response) => response.end(url));
	const recording = ['a/first.wav', 'second.wav'].map((fileName, index) => ({
		fileName,
		fileUrl: `${address}/${index}`,
	}));
	await answerWith('recording.get', { status: 'success', recording });
	const found = await filesOf('recording.get', { sessionId: 'session-1' });
	expect(found.map(({ field, fileName, text }) => [field, fileName, text])).toEqual([
		['data', 'first.wav', '/0'],
		['data_2', 'second.wav', '/1'],
	]);
});

test('another host, and one that it leads to, get no credential', async () => {
	const second = await elsewhere((_, response) => {
		response.setHeader('Content-Disposition', 'attachment; filename="../Order Desk.zip"');
		response.end('PK');
	});
	const first = await elsewhere((_, response) => {
		response.writeHead(302, { Location: `${second}/at-last${SIGNED}` }).end();
	});
	await exportedTo(`${first}/export${SIGNED}`);
	expect(await filesOf('bot.getExportStatus')).toMatchObject([
		{ fileName: 'Order Desk.zip', text: 'PK' },
	]);
	expect(odd.map(({ asked }) => asked)).toEqual([
		[`GET /at-last${SIGNED}`],
		[`GET /export${SIGNED}`],
	]);
	for (const sentHeaders of headers) {
		expect(Object.keys(sentHeaders).filter((name) => /auth|cookie|account|iid/.test(name))).toEqual(
			[],
		);
	}
});

test('a host that is overloaded is asked again', async () => {
	let times = 0;
	const address = await elsewhere((_, response) => {
		times += 1;
		if (times === 1) response.writeHead(503, { 'Retry-After': '0' });
		response.end('PK');
	});
	await exportedTo(`${address}/export.zip`);
	expect(await filesOf('bot.getExportStatus')).toMatchObject([{ text: 'PK' }]);
	expect(times).toBe(2);
});

const ANSWERS: Array<{ what: string; answering: Answering; timeout?: number; says: RegExp }> = [
	{
		what: 'an address that is over',
		answering: ({ url }, response) => response.writeHead(403).end(`Expired: ${url}`),
		says: /^127\.0\.0\.1:\d+ answered 403 in the place of the file \[item 0\]$/,
	},
	{
		what: 'a page to sign in',
		answering: ({ url }, response) => response.end(`<!DOCTYPE html><html>${url}</html>`),
		says: /^127\.0\.0\.1:\d+ gave a web page in the place of the file/,
	},
	{
		what: 'an address that the file has no more',
		answering: (_, response) => response.writeHead(302, { Location: `ftp://x/${SIGNED}` }).end(),
		says: /^127\.0\.0\.1:\d+ leads to another address of the file, which is not followed/,
	},
	{
		what: 'a circle',
		answering: ({ url }, response) => response.writeHead(302, { Location: url }).end(),
		says: /leads to another address of the file, which is not followed/,
	},
	{
		what: 'more than 100 MB',
		answering: (_, response) => response.end(Buffer.alloc(100 * 1024 * 1024 + 1)),
		says: /^The file has more than 100 MB/,
	},
	{
		what: 'nothing in time',
		answering: () => {},
		timeout: 3,
		says: /^The file could not be fetched from 127\.0\.0\.1:\d+: no answer in time/,
	},
	{
		what: 'a connection that ends',
		answering: ({ socket }) => socket.destroy(),
		says: /^The file could not be fetched from 127\.0\.0\.1:\d+: connection closed/,
	},
];

testEach(
	'is said without the address when there comes',
	ANSWERS,
	async ({ answering, timeout = 60, says }) => {
		await exportedTo(`${await elsewhere(answering)}/export.zip${SIGNED}`);
		const requestOptions = { timeout, maxRetryWait: 0 };
		const settings = SKIP_FAILED;
		const parameters = { downloadFile: true, requestOptions };
		const { message, description } = await runToError('bot.getExportStatus', parameters, {
			settings,
		});
		expect(message).toMatch(says);
		expect(message + description).not.toMatch(/SIGNATURE|export\.zip/);
	},
);

testEach(
	'no address that can be fetched',
	[
		{ url: 'http://', says: 'cannot be read' },
		{ url: 'file:///etc/passwd', says: 'is not fetched by file:' },
		{ url: 'data:text/plain,x', says: 'is not fetched by data:' },
	],
	async ({ url, says }) => {
		await exportedTo(url);
		const error = await runToError('bot.getExportStatus', { downloadFile: true });
		expect(error.message).toBe(`The address that Kore.ai gave of the file ${says} [item 0]`);
	},
);

test('Retry On Fail fetches the file again, and exports nothing again', async () => {
	let times = 0;
	const address = await elsewhere((_, response) => {
		times += 1;
		response.writeHead(times === 1 ? 410 : 200).end('PK');
	});
	const exported = { _id: 'ber-1', status: 'success', exportType: 'latest' };
	await answerWith('bot.export', { ...exported, status: 'pending' });
	const body = { ...exported, downloadURL: `${address}/export.zip` };
	await answerWith('bot.getExportStatus', body, { count: 2 });
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
	const { outputs, error } = await download('bot.export', WAIT, { settings });
	expect(error).toBeUndefined();
	expect(outputs[0][0].binary?.data).toMatchObject({ fileName: 'export.zip' });
	expect(times).toBe(2);
	expect(await sent('bot.export')).toHaveLength(1);
});
