import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { itemsOf } from '../../../engine/jobs';
import { DAY, KEYS, ownQuery, pairs, useKoopid } from '../../support/koopid';
import { testEach } from '../../support/sandbox';

const { run, runToError, sent, onlySent, fault, state } = useKoopid();

const GET = 'message.getRedacted';
const PLOT = 'message.getRedactedWithPlot';

const END = Math.floor(Date.now() / DAY - 1) * DAY;
const START = END - 2 * DAY;
const RANGE = { from: START, to: END };
/** Next year: no message is from there. */
const EMPTY = { from: END + 365 * DAY, to: END + 366 * DAY };

const textsOf = async () => {
	const { messages } = await state();
	const found = messages.filter(({ time }) => time >= START && time <= END);
	expect(found.length).toBeGreaterThan(5);
	return found.map(({ redacted }) => redacted);
};
const answerOf = (body: unknown) => body as Record<string, IDataObject[]> & { htmlView: string };
const answer = (body: object) => ({ kind: 'status', status: 200, body });

test('redacted messages come one by one', async () => {
	const { json, outputs, error } = await run(GET, RANGE);
	expect(error).toBeUndefined();
	const request = await onlySent();
	expect(request).toMatchObject({ method: 'GET', path: '/Dashboard/1020/RedactedMessages' });
	expect(request.query).toEqual({ ...KEYS, start: String(START), end: String(END) });
	expect(json).toEqual(request.responseBody);
	expect(json.map(({ text }) => text)).toEqual(await textsOf());
	expect(new Set(pairs(outputs[0]))).toEqual(new Set([0]));
});

test('no redacted messages are no items', async () => {
	const { json, error } = await run(GET, EMPTY);
	expect(error).toBeUndefined();
	expect(json).toEqual([]);
	expect((await onlySent()).status).toBe(200);
});

describe('with plot', () => {
	test('the answer may be a text of JSON', async () => {
		const messages = [{ text: 'a' }];
		const plot = { extractedMessages: messages, htmlView: '<html>plot</html>', status: 'success' };
		const body = JSON.stringify(JSON.stringify(plot));
		await fault(PLOT, { kind: 'status', status: 200, body });
		const { json, outputs, error } = await run(PLOT, RANGE);
		expect(error).toBeUndefined();
		expect(json).toEqual([{ outcome: 'complete', status: 'success', count: 1, messages }]);
		expect(Buffer.from(outputs[0][0].binary!.data.data, 'base64').toString()).toBe(plot.htmlView);
		// Koopid's pages ask so (docs/evidence/koopid.md §3).
		expect((await onlySent()).headers.accept).toBe('application/json');
	});

	const spellings: Array<[string, INodeParameters, IDataObject]> = [
		['extractedMessages', {}, {}],
		['redactedMessages', { viewType: 'bar' }, { viewtype: 'bar' }],
	];

	testEach(
		'the messages and the plot are found by any spelling',
		spellings,
		async ([key, options, own]) => {
			const { json, outputs, error } = await run(PLOT, { ...RANGE, options });
			expect(error).toBeUndefined();
			const request = await onlySent();
			expect(request).toMatchObject({
				method: 'GET',
				path: '/Dashboard/1020/RedactedMessagesWithPlot',
				contractErrors: [],
			});
			expect(ownQuery(request)).toEqual({ start: String(START), end: String(END), ...own });

			const messages = answerOf(request.responseBody)[key];
			expect(messages.map(({ text }) => text)).toEqual(await textsOf());
			expect(json).toEqual([
				{ outcome: 'complete', status: 'success', count: messages.length, messages },
			]);
			expect(pairs(outputs[0])).toEqual([0]);

			const [{ binary = {} }] = outputs[0];
			expect(Object.keys(binary)).toEqual(['data']);
			expect(binary.data).toMatchObject({
				fileName: 'plot.html',
				fileExtension: 'html',
				mimeType: 'text/html',
			});
			const { htmlView } = answerOf(request.responseBody);
			expect(htmlView).toMatch(/^<!DOCTYPE html>[^]*<svg /);
			expect(Buffer.from(binary.data.data, 'base64').toString()).toBe(htmlView);
		},
	);

	test('the file has the name that the user gives it, item by item', async () => {
		const { outputs } = await run(
			PLOT,
			{ ...RANGE, fileName: '={{ $json.week }}.html' },
			{ items: itemsOf([{ week: 'first' }, { week: 'zweite – ü' }]) },
		);
		const names = outputs[0].map(({ binary }) => binary?.data.fileName);
		expect(names).toEqual(['first.html', 'zweite – ü.html']);
		expect(pairs(outputs[0])).toEqual([0, 1]);
	});

	test('letters beyond ASCII stay as they are', async () => {
		const htmlView = '<p>Zażółć gęślą jaźń – 😀</p>';
		await fault(PLOT, answer({ extractedMessages: [{}], htmlView, status: 'success' }));
		const { json, outputs } = await run(PLOT);
		expect(json).toMatchObject([{ count: 1, messages: [{}] }]);
		const content = outputs[0][0].binary?.data.data ?? '';
		expect(Buffer.from(content, 'base64').toString('utf8')).toBe(htmlView);
	});

	test('each window has a plot of its own', async () => {
		const { json, outputs } = await run(
			PLOT,
			{ ...RANGE, options: { windowDays: 1 } },
			{ timezone: 'UTC' },
		);
		const middle = new Date(START + DAY).toISOString();
		expect(json).toMatchObject([
			{ outcome: 'complete', window: { start: new Date(START).toISOString(), end: middle } },
			{ outcome: 'complete', window: { start: middle, end: new Date(END).toISOString() } },
		]);
		const files = outputs[0].map(({ binary }) =>
			Buffer.from(binary?.data.data ?? '', 'base64').toString(),
		);
		const inOrder = (await sent()).sort((a, b) => Number(a.query.start) - Number(b.query.start));
		expect(files).toEqual(inOrder.map(({ responseBody }) => answerOf(responseBody).htmlView));
		expect(files[0]).not.toBe(files[1]);
	});

	test('without messages the item says so, and has no file', async () => {
		const { json, outputs, error } = await run(PLOT, EMPTY);
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ outcome: 'noMessages', status: 'No redacted messages', count: 0, messages: [] },
		]);
		expect(outputs[0][0].binary).toBeUndefined();
	});

	test('a plot that failed leaves the messages', async () => {
		const { json, outputs, error } = await run(PLOT, { ...RANGE, options: { viewType: 'broken' } });
		expect(error).toBeUndefined();
		const texts = await textsOf();
		expect(json).toMatchObject([
			{ outcome: 'noPlot', status: 'Failed to get plot', count: texts.length },
		]);
		expect((json[0].messages as IDataObject[]).map(({ text }) => text)).toEqual(texts);
		expect(outputs[0][0].binary).toBeUndefined();
	});

	const full = [{ text: 'a' }, { text: 'b' }];

	testEach(
		'what else stands beside the messages does no harm',
		[
			['an empty list', [], full],
			['an empty list after it', full, []],
			['null', null, full],
			['a text', 'none', full],
			['nothing in it', [null], full],
		],
		async ([, extractedMessages, redactedMessages]) => {
			await fault(PLOT, answer({ status: 'success', extractedMessages, redactedMessages }));
			const { json, error } = await run(PLOT, RANGE);
			expect(error).toBeUndefined();
			expect(json).toEqual([{ outcome: 'complete', status: 'success', count: 2, messages: full }]);
		},
	);

	const unknown: Array<[string, object, string]> = [
		['another status', { status: 'Quota exceeded', htmlView: '' }, 'Quota exceeded'],
		['no status', { extractedMessages: [] }, 'its answer has no status'],
	];

	testEach(
		'a status that is no success is an error that quotes it',
		unknown,
		async ([, body, words]) => {
			await fault(PLOT, answer(body));
			expect(await runToError(PLOT, RANGE)).toEqual({
				message: `Koopid gave no messages and no plot: ${words} [item 0]`,
				description: expect.stringContaining("'Window Size (Days)'") as string,
				httpCode: null,
				cause: 'configuration-invalid',
				pairedItem: { item: 0 },
			});
		},
	);

	test.each([
		[{ status: 'Partly', extractedMessages: [{ text: 'a' }] }, 1, undefined],
		[{ status: 'Partly', redactedMessages: [], htmlView: '<p>plot</p>' }, 0, 'plot.html'],
	])('an unknown status keeps what came with it: %j', async (body, count, fileName) => {
		await fault(PLOT, answer(body));
		const { json, outputs, error } = await run(PLOT, RANGE);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ outcome: 'unknown', status: 'Partly', count }]);
		expect(outputs[0][0].binary?.data.fileName).toBe(fileName);
	});

	test('a file without a name is refused, and nothing is sent', async () => {
		const parameters = { ...RANGE, fileName: '={{ $json.none }}' };
		const { message, description } = await runToError(PLOT, parameters);
		expect(await sent()).toEqual([]);
		expect(message).toBe("'File Name' is empty [item 0]");
		expect(description).toContain('Fill it in');
	});
});

test.each([GET, PLOT])('%s of too long a range', async (id) => {
	const error = await runToError(id, { from: END - 32 * DAY, to: END });
	expect(await onlySent()).toMatchObject({ operationId: id, status: 400 });
	expect(error).toMatchObject({
		message: 'Koopid did not accept the values (400) [item 0]',
		description: expect.stringContaining('"The range is longer than 31 days"') as string,
		httpCode: '400',
		pairedItem: { item: 0 },
	});
});

test.each([GET, PLOT])('%s that is answered with a text', async (id) => {
	await fault(id, { ...answer({}), body: 'no data' });
	const { message, description } = await runToError(id, RANGE);
	expect(message).toBe('Koopid answered something unreadable instead of JSON [item 0]');
	expect(description).toContain("'Base URL'");
});
