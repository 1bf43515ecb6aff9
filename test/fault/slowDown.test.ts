import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { countBy } from 'lodash';

import { Pool } from '../../nodes/shared/call/pool';
import { accounts } from '../../engine/credentials';
import { runNode } from '../../engine/runNode';
import { createCallList, getConversation, itemsOf } from '../../engine/jobs';
import { FIRST_ID, ids, naxonAccount, useConversations } from '../support/naxon';
import { answerJson, startOddServer, type OddServer } from '../support/oddServer';

/** Services that ask to slow down, or have more to do than they can. */
const { sandbox, naxon, readConversations, answerWith, sent } = useConversations();

let odd: OddServer | undefined;
afterEach(async () => {
	await odd?.close();
	odd = undefined;
});

const limitTo = async (requestsPerSecond: number) =>
	await sandbox().control('rateLimit', {
		vendor: 'naxon',
		requestsPerSecond,
		retryAfterSeconds: 1,
	});

/** Creates that many call lists while KODA answers the first `count` creations with 503 and Retry-After. */
async function createWhileDown(lists: number, count: number, requestOptions = {}) {
	const down = { vendor: 'koda', operationId: 'callList.create', kind: 'status', status: 503 };
	await sandbox().control('faults', { ...down, headers: { 'retry-after': '1' }, count });
	const { json } = await runNode({
		node: 'koda',
		credentials: accounts(sandbox().url),
		parameters: { ...createCallList, name: '=List {{ $itemIndex }}', requestOptions },
		items: itemsOf(Array.from({ length: lists }, () => ({}))),
		settings: { onError: 'continueRegularOutput' },
	});
	const created = await sandbox().requests('koda', 'callList.create');
	return {
		failed: json.filter(({ error }) => error !== undefined),
		startedAt: created.map(({ startedAt }) => startedAt),
	};
}

test('a rate limit loses nothing', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 200 });
	await limitTo(50);
	const { json, error } = await readConversations(120);
	expect(error).toBeUndefined();
	expect(json).toHaveLength(120);
	const answered = await sent();
	expect(answered.filter(({ status }) => status === 200)).toHaveLength(120);
});

test('a rate limit far below the calls in flight loses nothing, and is asked less and less', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 200 });
	await limitTo(10);
	const { json, error } = await readConversations(120);
	expect(error).toBeUndefined();
	expect(json).toHaveLength(120);
	const answers = await sent();
	const refused = (some: typeof answers) => some.filter(({ status }) => status === 429).length;
	// Always 50 in flight would have some 40 refused in each of twelve seconds, 380 in all; halving has some 120.
	expect(refused(answers)).toBeLessThan(200);
	expect(refused(answers.slice(-40))).toBeLessThan(20);
});

test('a service that takes one call a second loses nothing', async () => {
	await limitTo(1);
	const { json, error } = await readConversations(9);
	expect(error).toBeUndefined();
	expect(json).toHaveLength(9);
});

test('a service that is down gets no other call that changes something until it asked to be called again', async () => {
	const { failed, startedAt } = await createWhileDown(20, 2);
	// What became of these is unknown, so they are not sent again.
	expect(failed).toHaveLength(2);
	expect(startedAt).toHaveLength(20);
	const [first, second, third] = startedAt;
	expect([second - first >= 990, third - second >= 990]).toEqual([true, true]);
});

test('a service that stays down holds a campaign up no longer than a call may wait', async () => {
	const { failed, startedAt } = await createWhileDown(30, 100, { maxRetryWait: 2 });
	expect(failed).toHaveLength(30);
	expect(startedAt).toHaveLength(30);
	// Two pauses, and then no more.
	expect(startedAt[2] - startedAt[0]).toBeGreaterThanOrEqual(1990);
	const gaps = startedAt.slice(3).map((at, index) => at - startedAt[index + 2]);
	expect(Math.min(...gaps)).toBeLessThan(990);
});

test('a limit that lasts: one call waits for it, the others are sent once', async () => {
	await answerWith(429, { headers: { 'retry-after': '1' }, count: 1000 });
	const { json } = await naxon(
		{ ...getConversation, requestOptions: { maxRetryWait: 3 } },
		{ items: ids(40), settings: { onError: 'continueRegularOutput' } },
	);
	expect(json.filter(({ error }) => error !== undefined)).toHaveLength(40);
	const [most, ...others] = Object.values(countBy(await sent(), 'path')).sort((a, b) => b - a);
	// Three seconds by the clock, of which a busy machine needs some itself.
	expect([most > 1, most <= 4]).toEqual([true, true]);
	expect(others).toEqual(Array(39).fill(1));
});

test('a limit that is over when calls are answered again is waited for anew', async () => {
	const headers = { 'retry-after': '1' };
	await sandbox().control('latency', { ms: 600 });
	await answerWith(429, { headers });
	await answerWith(429, { headers, skip: 2 });
	const { error } = await naxon(
		{ ...getConversation, requestOptions: { concurrency: 1, maxRetryWait: 2 } },
		{ items: ids(3) },
	);
	expect(error).toBeUndefined();
	expect((await sent()).map(({ status }) => status)).toEqual([429, 200, 200, 429, 200]);
});

test('a Retry-After of 0 does not use up the retries at once', async () => {
	await answerWith(429, { headers: { 'retry-after': '0' }, count: 3 });
	const started = Date.now();
	const { error } = await readConversations(1);
	expect(error).toBeUndefined();
	// Half a second, one and two, each less by half at most.
	expect(Date.now() - started).toBeGreaterThanOrEqual(1750);
});

test('a service that answers no more gets 8 calls at a time', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 200 });
	await sandbox().control('latency', { ms: 20 });
	await answerWith(503, { skip: 1, count: 2000 });
	await naxon(
		{ ...getConversation, requestOptions: { maxRetryWait: 0 } },
		{ items: ids(150), settings: { onError: 'continueRegularOutput' } },
	);
	const answers = await sent();
	expect(answers).toHaveLength(150);
	const late = answers.slice(-30);
	const most = late.map(
		({ startedAt: at }) =>
			answers.filter(({ startedAt, endedAt }) => startedAt <= at && at < Number(endedAt)).length,
	);
	expect(Math.max(...most)).toBeLessThanOrEqual(8);
});

test('what is told to slow down first of all lets no other go at once', async () => {
	await sandbox().control('latency', { ms: 20 });
	await answerWith(429, { count: 30 });
	const { json } = await naxon(
		{ ...getConversation, requestOptions: { maxRetryWait: 0 } },
		{ items: ids(30), settings: { onError: 'continueRegularOutput' } },
	);
	expect(json.map(({ error }) => error)).toEqual(
		ids(30).map((_, item) => `Naxon asks to slow down (429, sent once) [item ${item}]`),
	);
	const { maxInFlight, requests } = await sandbox().stats();
	expect([maxInFlight, requests['naxon:conversation.get']]).toEqual([1, 30]);
});

/** A Naxon that answers as `answering` does; it is asked for the conversation that the path ends with. */
async function startNaxon(
	answering: (id: number, response: ServerResponse) => unknown,
): Promise<OddServer> {
	odd = await startOddServer(async ({ url }, response) => {
		await answering(Number(url?.split('/').at(-1)), response);
	});
	return odd;
}

test('items that are told 502 do not hold up the others', async () => {
	const pause = jest.spyOn(Pool.prototype, 'pause');
	const refused = new Set<number>();
	let [left, tellAll] = [57, () => {}];
	const othersAreThrough = new Promise<void>((resolve) => (tellAll = resolve));
	const { url } = await startNaxon(async (id, response) => {
		if (id < FIRST_ID + 3 && !refused.has(id)) {
			refused.add(id);
			return answerJson(response, {}, 502);
		}
		if (refused.has(id)) await othersAreThrough;
		else if (--left === 0) tellAll();
		return answerJson(response, { id });
	});
	const { json, error } = await readConversations(60, { credentials: naxonAccount(url) });
	expect(error).toBeUndefined();
	expect(json.map(({ id }) => id)).toEqual(ids(60).map(({ json: { id } }) => id));
	expect(pause).not.toHaveBeenCalled();
	pause.mockRestore();
});

test('an item that fails ends the pause that another was asked for', async () => {
	let tellBoth = () => {};
	const bothAreUnderWay = new Promise<void>((resolve) => (tellBoth = resolve));
	const { url } = await startNaxon(async (id, response) => {
		if (id === FIRST_ID) return answerJson(response, { id });
		if (id === FIRST_ID + 1) {
			await bothAreUnderWay;
			// An hour, far above what the test may take.
			response.setHeader('Retry-After', '3600');
			return answerJson(response, {}, 429);
		}
		tellBoth();
		// Most likely after the other one was asked to wait.
		await sleep(300);
		return answerJson(response, {}, 404);
	});
	const { error } = await naxon(
		{ ...getConversation, requestOptions: { concurrency: 2, maxRetryWait: 3600 } },
		{ items: ids(3), credentials: naxonAccount(url) },
	);
	expect(error?.httpCode).toBe('404');
});
