/** Koopid's stand-in: what the engine suite leans on has to hold. */
import axios, { type AxiosInstance } from 'axios';

import { startSandbox, type OwnSandbox } from '../../scripts/sandbox';
import { expectEach } from '../support/each';

const DAY = 86_400_000;
const KEY = { apiKey: 'koopid-key', providerId: '1020' };
const REDACTED = '/Dashboard/1020/RedactedMessages';
const WITH_PLOT = '/Dashboard/1020/RedactedMessagesWithPlot';

let sandbox: OwnSandbox;
let http: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox();
	const baseURL = `${sandbox.url}/koopid`;
	http = axios.create({ baseURL, validateStatus: () => true, proxy: false });
});
afterAll(async () => await sandbox.stop());
beforeEach(async () => {
	await sandbox.control('reset');
});

const get = async (path: string, query: object = {}, key: object = KEY) =>
	await http.get(path, { params: { ...key, ...query } });
const post = async (path: string, body: object = {}) =>
	await http.post(path, body, { params: KEY });
const times = (rows: Array<{ timestamp: number }>) => rows.map(({ timestamp }) => timestamp);
const allTimes = async () => {
	const { messages } = await sandbox.state<{ messages: Array<{ time: number }> }>('koopid');
	return messages.map(({ time }) => time);
};

describe('the key in the query', () => {
	it('are all there and right, or refused', async () => {
		await expectEach(
			[
				[401, {}],
				[401, { ...KEY, apiKey: 'wrong' }],
				[403, { apiKey: KEY.apiKey }],
				[403, { ...KEY, providerId: '1' }],
				[403, { ...KEY, partnerId: '1020' }],
				[200, { ...KEY, partnerId: '1021' }],
				[200, KEY],
			],
			async ([status, key]) => {
				expect(await get('/Dashboard/ChatStats', {}, key)).toMatchObject({ status });
			},
		);
	});

	it('refuses another provider in the path, and the key in a header', async () => {
		expect((await get('/Dashboard/1/RedactedMessages')).status).toBe(403);
		expect((await http.get('/Dashboard/ChatStats', { headers: KEY })).status).toBe(401);
	});

	it('opens three calls to the role Provider Admin alone', async () => {
		const admin = { ...KEY, apiKey: 'koopid-admin-key' };
		for (const path of [REDACTED, WITH_PLOT, '/Dashboard/1020/ConversationStats']) {
			expect((await get(path)).status).toBe(200);
			expect((await get(path, {}, admin)).status).toBe(403);
		}
		for (const path of ['/Dashboard/ChatStats', '/Dashboard/Analytics/any/1020']) {
			expect((await get(path, {}, admin)).status).toBe(200);
		}
	});

	it('is no parameter: unknown ones are still refused', async () => {
		expect((await get(REDACTED, { limit: 5 })).status).toBe(400);
		const [request] = await sandbox.requests('koopid', 'message.getRedacted');
		expect(request.contractErrors).toEqual([expect.stringContaining('(limit)')]);
		expect(request.query).toEqual({ ...KEY, limit: '5' });
	});
});

describe('the range', () => {
	it('is limited to 31 days, in query and body', async () => {
		const end = Date.now();
		const [month, more] = [31 * DAY, 31 * DAY + 1].map((length) => ({ start: end - length, end }));
		expect((await get(REDACTED, month)).status).toBe(200);
		expect((await get(REDACTED, more)).status).toBe(400);
		expect((await post('/Dashboard/AgentQueueStats', month)).status).toBe(201);
		expect((await post('/Dashboard/AgentQueueStats', more)).status).toBe(400);
		expect((await get('/Dashboard/UserActivity', { for: 31 * DAY + 1 })).status).toBe(400);
		expect((await get(REDACTED, { start: end, end: end - 1 })).status).toBe(400);
	});

	it('is the last seven days of the clock where none is named', async () => {
		const before = (await get(REDACTED)).data.length;
		expect(before).toBeGreaterThan(40);
		await sandbox.control('clock', { advanceSeconds: (3 * DAY) / 1000 });
		expect((await get(REDACTED)).data).toHaveLength(before - 20);
	});

	it('includes both ends, so that windows that share one have a message twice', async () => {
		const all = await allTimes();
		expect(all).toHaveLength(200);
		const [start, middle, end] = [all[20], all[40], all[60]];
		const first = times((await get(REDACTED, { start, end: middle })).data);
		const second = times((await get(REDACTED, { start: middle, end })).data);
		expect(first).toEqual(all.slice(20, 41));
		expect(second).toEqual(all.slice(40, 61));
	});

	it('is cut into intervals, which do not depend on the window they are asked in', async () => {
		const start = Math.floor(Date.now() / DAY - 20) * DAY;
		const ask = async (from: number, days: number) =>
			(await post('/Dashboard/DBStats', { start: from, end: from + days * DAY - 1 })).data;
		const whole = await ask(start, 6);
		expect(whole).toMatchObject([0, 1, 2, 3, 4, 5].map((day) => ({ time: start + day * DAY })));
		expect([...(await ask(start, 2)), ...(await ask(start + 2 * DAY, 4))]).toEqual(whole);
		const { data } = await post('/Dashboard/DBStats', {
			start,
			end: start + DAY,
			interval: 3_600_000,
		});
		expect(data).toHaveLength(24);
		expect((await post('/Dashboard/DBStats', { interval: 1 })).status).toBe(400);
		expect((await post('/Dashboard/DBStats', { interval: 'a day' })).status).toBe(400);
	});

	it('can be without data', async () => {
		const start = Date.now() + DAY;
		const empty = { start, end: start + DAY };
		expect((await get(REDACTED, empty)).data).toEqual([]);
		expect((await post('/Dashboard/Messages', empty)).data).toEqual([]);
		expect((await post('/Dashboard/Interactions', empty)).data).toEqual([]);
	});
});

describe('messages with a plot', () => {
	it('are spelt both ways', async () => {
		const { data } = await get(WITH_PLOT);
		expect(Object.keys(data)).toEqual(['extractedMessages', 'htmlView', 'status']);
		expect(data).toMatchObject({
			status: 'success',
			htmlView: expect.stringMatching(/^<!DOCTYPE html>[^]*<svg [^]*<rect /) as unknown,
		});
		expect(data.extractedMessages).toEqual((await get(REDACTED)).data);
		const other = (await get(WITH_PLOT, { viewtype: 'bar' })).data;
		expect(other).toEqual({
			redactedMessages: data.extractedMessages,
			htmlView: data.htmlView,
			status: 'success',
		});
	});

	it('tell when there are none, and when the plot failed', async () => {
		const none = { extractedMessages: [], htmlView: '', status: 'No redacted messages' };
		const start = Date.now() + DAY;
		expect((await get(WITH_PLOT, { start, end: start })).data).toEqual(none);
		const failed = (await get(WITH_PLOT, { viewtype: 'broken' })).data;
		expect(failed).toMatchObject({ htmlView: '', status: 'Failed to get plot' });
		expect(failed.redactedMessages.length).toBeGreaterThan(0);
	});

	it('show no entity that was redacted', async () => {
		const texts = async (path: Promise<{ data: Array<{ text: string }> }>) =>
			(await path).data.map(({ text }) => text).join('\n');
		expect(await texts(post('/Dashboard/Messages'))).toContain('ewa@example.com');
		const redacted = await texts(get(REDACTED));
		expect(redacted).toContain('EMAIL1');
		expect(redacted).not.toContain('ewa@example.com');
	});
});

describe('seeds', () => {
	it('make chat stats a text', async () => {
		const json = await get('/Dashboard/ChatStats');
		expect(json.data).toEqual({ active: expect.any(Number) as unknown, waiting: 2 });
		await sandbox.control('seed', { vendor: 'koopid', plainText: 1 });
		const text = await get('/Dashboard/ChatStats');
		expect(text.headers['content-type']).toMatch(/^text\/plain/);
		expect(text.data).toBe(`active: ${json.data.active}\n`);
	});

	it('add older messages, 3.6 hours apart', async () => {
		const before = await allTimes();
		await sandbox.control('seed', { vendor: 'koopid', messages: 400 });
		const after = await allTimes();
		expect(after).toHaveLength(600);
		expect(after.slice(400)).toEqual(before);
		expect(new Set(after.slice(1).map((time, index) => time - after[index]))).toEqual(
			new Set([3.6 * 3_600_000]),
		);
	});
});

it('answers all nineteen operations as the contract says', async () => {
	const names =
		'AgentAccessStats AgentQueueStats AgentSessionStats BotAccessStats CustomerEndpoint';
	const more = 'DBStats Intents InteractionType Interactions Messages Summary TopWords';
	const analytics = '/Dashboard/Analytics/any/1020';
	for (const name of `${names} ${more}`.split(' ')) await post(`/Dashboard/${name}`);
	await post(analytics, { own: ['field'] });
	for (const name of ['ChatStats', 'UserActivity', '1020/ConversationStats']) {
		await get(`/Dashboard/${name}`);
	}
	for (const path of [REDACTED, WITH_PLOT, analytics]) await get(path);
	const requests = await sandbox.requests('koopid');
	expect(new Set(requests.map(({ operationId }) => operationId)).size).toBe(19);
	for (const { method, status, contractErrors, responseBody } of requests) {
		expect({ status, contractErrors }).toEqual({
			status: method === 'POST' ? 201 : 200,
			contractErrors: [],
		});
		expect(Object.keys(responseBody as object).length).toBeGreaterThan(0);
	}
});
