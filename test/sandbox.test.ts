/** The sandbox itself: what the other suites lean on has to hold. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios, { type AxiosInstance } from 'axios';

import { startSandbox, type LoggedRequest, type OwnSandbox } from '../scripts/sandbox';
import { untilMorning } from './support/sandbox';
import { SEEDED } from './support/sandboxes';

const BOT = '3337eb37-9c70-4e88-a173-21372501d7ee';
const CALL_LISTS = `/koda/v1/bots/${BOT}/call-lists`;
const LISTING = 'callList.getAll';
const NAXON = { headers: { authorization: 'Bearer naxon-token' } };

let directory: string;
let sandbox: OwnSandbox;
let http: AxiosInstance;

const trafficFile = () => join(directory, 'traffic.ndjson');

beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
	sandbox = await startSandbox(...SEEDED, '--traffic', trafficFile());
	http = axios.create({ baseURL: sandbox.url, validateStatus: () => true, proxy: false });
});

afterAll(async () => {
	await sandbox.stop();
	rmSync(directory, { recursive: true });
});

beforeEach(async () => {
	await control('reset', {});
	// A campaign may not call in the last minute of a day.
	await control('clock', { advanceSeconds: untilMorning() });
});

async function control(path: string, body: object) {
	const { data, status } = await http.post(`/__sandbox/${path}`, body);
	expect({ path, status, data }).toMatchObject({ status: 200 });
	return data;
}

async function requestToken(secret: string, scope?: string, inBody = false) {
	const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) });
	if (inBody) {
		form.set('client_id', 'koda-client');
		form.set('client_secret', secret);
	}
	const auth = inBody ? undefined : { username: 'koda-client', password: secret };
	return await http.post('/koda/oauth/token', form, { auth });
}

async function withToken(scope?: string) {
	const { data } = await requestToken('koda-secret', scope);
	return { headers: { authorization: `Bearer ${data.access_token}` } };
}

const campaign = {
	name: 'Spring survey',
	allowed_hours_start: '00:00',
	allowed_hours_end: '23:59',
	caller_phone_number: '+48220000000',
	start_block_id: '5d306675-4500-409d-80a2-6d16ac28db58',
	campaign_vars: ['answer'],
	max_attempts: 3,
	attempts_delay: 2,
	campaign_date_start: '2026-01-12',
	campaign_date_time: '09:00',
	calls: [
		{ phone_number: '+48600000001', order: 'A-17' },
		{ phone_number: '+48600000002', order: 'A-18' },
	],
};

describe('OAuth', () => {
	it.each([
		['header', false],
		['body', true],
	])('checks the client secret in the %s', async (_place, inBody) => {
		expect(await requestToken('koda-secret', undefined, inBody)).toMatchObject({ status: 200 });
		expect(await requestToken('wrong', undefined, inBody)).toMatchObject({
			status: 401,
			data: { error: 'invalid_client' },
		});
	});

	it('refuses unknown scopes', async () => {
		expect(await requestToken('koda-secret', 'inbox:read inbox:burn')).toMatchObject({
			status: 400,
			data: { error: 'invalid_scope' },
		});
	});

	it('answers 401 without a token it signed and 403 without the scope', async () => {
		expect((await http.get(CALL_LISTS)).status).toBe(401);
		const forged = { headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' } };
		expect((await http.get(CALL_LISTS, forged)).status).toBe(401);
		expect((await http.get(CALL_LISTS, await withToken('inbox:read'))).status).toBe(403);
		expect((await http.get(CALL_LISTS, await withToken('outbound:read'))).status).toBe(200);
	});

	it('lets tokens expire with its clock', async () => {
		const token = await withToken();
		await control('clock', { advanceSeconds: 3599 - 5 });
		expect((await http.get(CALL_LISTS, token)).status).toBe(200);
		await control('clock', { advanceSeconds: 10 });
		expect((await http.get(CALL_LISTS, token)).status).toBe(401);
	});
});

describe('contract', () => {
	it('refuses and logs a request that breaks it, without effect', async () => {
		const token = await withToken();
		const nameless: Partial<typeof campaign> = { ...campaign };
		delete nameless.name;
		const answer = await http.post(CALL_LISTS, nameless, token);
		expect(answer).toMatchObject({ status: 400, data: { meta: { status: 400 } } });
		expect(answer.data.message).toContain("'name'");
		const { data } = await http.get('/__sandbox/requests?operationId=callList.create');
		expect(data).toHaveLength(1);
		expect(data[0]).toMatchObject({ status: 400, body: nameless, responseBody: answer.data });
		expect(data[0].contractErrors).toEqual([expect.stringContaining("'name'")]);
		expect((await http.get(CALL_LISTS, token)).data.meta.found).toBe(3);
	});

	it('refuses an unknown query parameter and a date whose + became a space', async () => {
		expect((await http.get('/naxon/models?limit=5', NAXON)).status).toBe(400);
		const raw = '/naxon/models?since=2026-01-11T00:00:00+0700';
		expect((await http.get(raw, NAXON)).status).toBe(400);
		expect((await http.get(raw.replace('+', '%2B'), NAXON)).status).toBe(200);
	});

	it('answers as the contract says', async () => {
		const token = await withToken();
		await http.post(CALL_LISTS, campaign, token);
		await http.get(`/koda/v1/bots/${BOT}/inbox?page=2&on_page=25`, token);
		await http.post(`/koda/v1/bots/${BOT}/knowledge-base/search`, {}, token);
		await http.get('/naxon/conversations', NAXON);
		const { data } = await http.get('/__sandbox/requests');
		const answered = data.filter(
			({ operationId }: { operationId: string }) => operationId !== 'token',
		);
		expect(answered).toHaveLength(4);
		for (const entry of answered) expect(entry).toMatchObject({ status: 200, contractErrors: [] });
	});
});

describe('faults', () => {
	const requests = async (operationId: string) =>
		(await http.get('/__sandbox/requests', { params: { operationId } })).data as LoggedRequest[];

	it('loses the answer of a request that took effect, once and after the skipped ones', async () => {
		const token = await withToken();
		const fault = { vendor: 'koda', operationId: 'callList.create', kind: 'reset' };
		await control('faults', { ...fault, applyFirst: true, skip: 1 });
		expect((await http.post(CALL_LISTS, campaign, token)).status).toBe(200);
		await expect(http.post(CALL_LISTS, campaign, token)).rejects.toThrow();
		expect((await http.get(CALL_LISTS, token)).data.meta.found).toBe(5);
		expect((await http.post(CALL_LISTS, campaign, token)).status).toBe(200);
		const { data } = await http.get('/__sandbox/stats');
		expect(data.requests).toEqual({ 'koda:callList.create': 3, 'koda:callList.getAll': 1 });
	});

	it('forgets at a reset what it holds back: it has no effect later', async () => {
		await control('reset', {});
		const token = await withToken();
		const operationId = 'callList.create';
		await control('faults', { vendor: 'koda', operationId, kind: 'meet', count: 2 });
		const held = http.post(CALL_LISTS, campaign, token);
		while ((await requests(operationId)).length === 0) await sleep(10);
		await control('reset', {});
		expect((await held).status).toBe(410);
		expect((await http.get(CALL_LISTS, await withToken())).data.meta.found).toBe(3);
	});

	it('does not let a caller who gave up and asks again meet itself', async () => {
		await control('reset', {});
		const token = await withToken();
		await control('faults', { vendor: 'koda', operationId: LISTING, kind: 'meet', count: 2 });
		const giving = new AbortController();
		const givenUp = http.get(CALL_LISTS, { ...token, signal: giving.signal });
		while ((await requests(LISTING)).length === 0) await sleep(10);
		giving.abort();
		await expect(givenUp).rejects.toThrow('canceled');
		// The next request takes another connection, which may be faster than the end of this one.
		while ((await requests(LISTING))[0].fault !== 'left') await sleep(10);
		const again = http.get(CALL_LISTS, token);
		while ((await requests(LISTING)).length < 2) await sleep(10);
		expect(await Promise.race([again, sleep(100, 'held')])).toBe('held');
		const both = await Promise.all([again, http.get(CALL_LISTS, token)]);
		expect(both.map(({ status }) => status)).toEqual([200, 200]);
	});

	it('answers with a status instead of acting', async () => {
		const token = await withToken();
		const headers = { 'retry-after': '7' };
		await control('faults', { vendor: 'koda', kind: 'status', status: 429, headers });
		const answer = await http.post(CALL_LISTS, campaign, token);
		expect(answer).toMatchObject({ status: 429, headers });
		expect((await http.get(CALL_LISTS, token)).data.meta.found).toBe(3);
	});

	it('truncates, spoils the content type and sends HTML', async () => {
		const model = { vendor: 'naxon', operationId: 'model.get' };
		for (const kind of ['truncate', 'contentType', 'html'])
			await control('faults', { ...model, kind });
		await expect(http.get('/naxon/models/101', NAXON)).rejects.toThrow(/aborted/);
		const plain = await http.get('/naxon/models/101', NAXON);
		expect(plain).toMatchObject({ status: 200, headers: { 'content-type': 'text/plain' } });
		const page = await http.get('/naxon/models/101', NAXON);
		expect(page.data).toMatch(/^<!DOCTYPE html>/);
	});
});

describe('clock', () => {
	it('takes a call list from waiting to finished in a minute, unless it is paused', async () => {
		const token = await withToken();
		const { data: created } = await http.post(CALL_LISTS, campaign, token);
		const list = `${CALL_LISTS}/${created.response.list_id}`;
		const status = async () => (await http.get(CALL_LISTS, token)).data.response[0].status;
		expect(await status()).toBe('waiting');
		await control('clock', { advanceSeconds: 10 });
		expect(await status()).toBe('in_progress');

		const paused = await http.post(`${list}/pause`, undefined, token);
		expect(paused.data.response).toEqual({ result: true, msg: 'Tasks canceled' });
		await control('clock', { advanceSeconds: 600 });
		expect(await status()).toBe('paused');
		const resumed = await http.post(`${list}/resume`, undefined, token);
		expect(resumed.data.response).toEqual({ result: true, count_recovery: 1 });

		await control('clock', { advanceSeconds: 60 });
		expect(await status()).toBe('finished');
		const { data } = await http.get(list, token);
		expect(data.response.calls[0]).toMatchObject({
			phone_number: '+48600000001',
			custom_data: { order: 'A-17' },
			calling_status: 'finished',
		});
	});
});

it('writes one traffic line for each vendor request', async () => {
	await http.get('/naxon/models/101?marker=1', NAXON);
	const lines = readFileSync(trafficFile(), 'utf8').trimEnd().split('\n');
	expect(JSON.parse(lines[lines.length - 1])).toMatchObject({
		vendor: 'naxon',
		operationId: 'model.get',
		rawUrl: '/naxon/models/101?marker=1',
		status: 400,
	});
});
