import type { INodeParameters } from 'n8n-workflow';

import { accounts } from '../support/credentials';
import { runNode, type Job } from '../support/engine';
import { BOT, byId, createCallList, getConversation, itemsOf } from '../support/jobs';
import { useSandbox } from '../support/sandbox';

/** Many items at once: order, links, calls in flight, tokens, rate limits, stopping. */
const sandbox = useSandbox();

const FIRST_ID = 1001;
const ids = (count: number) =>
	itemsOf(Array.from({ length: count }, (_, n) => ({ id: FIRST_ID + n })));

const naxon = async (parameters: INodeParameters, job: Partial<Job> = {}) =>
	await runNode({ node: 'naxon', credentials: accounts(sandbox().url), parameters, ...job });

const readConversations = async (count: number, job: Partial<Job> = {}) =>
	await naxon(getConversation, { items: ids(count), ...job });

/** Return All over pages of `pageSize` rows. */
const allConversations = (pageSize: number): INodeParameters => ({
	resource: 'conversation',
	operation: 'getAll',
	returnAll: true,
	options: { pageSize },
});

test('1,000 items: at most 50 reading calls in flight, output in order, each linked to its item', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 1000 });
	await sandbox().control('latency', { ms: 5 });
	const { outputs, error } = await readConversations(1000);
	expect(error).toBeUndefined();
	expect(outputs[0].map(({ json }) => json.id)).toEqual(ids(1000).map(({ json }) => json.id));
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		ids(1000).map((_, item) => ({ item })),
	);
	const { maxInFlight, requests } = await sandbox().stats();
	expect(maxInFlight).toBeGreaterThan(8);
	expect(maxInFlight).toBeLessThanOrEqual(50);
	expect(requests['naxon:conversation.get']).toBe(1000);
});

test('at most 8 calls in flight that change something', async () => {
	await sandbox().control('latency', { ms: 20 });
	const { json, error } = await runNode({
		node: 'koda',
		credentials: accounts(sandbox().url),
		parameters: { ...createCallList, name: '=List {{ $itemIndex }}' },
		items: itemsOf(Array.from({ length: 100 }, () => ({}))),
	});
	expect(error).toBeUndefined();
	expect(json).toHaveLength(100);
	const { maxInFlight, requests } = await sandbox().stats();
	expect([maxInFlight, requests['koda:callList.create']]).toEqual([8, 100]);
});

test('Return All asks for each page once, and for 50 at the same time', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 2000 });
	await sandbox().control('latency', { ms: 20 });
	const { json } = await naxon(allConversations(10));
	const pages = Math.ceil(json.length / 10);
	expect(pages).toBeGreaterThanOrEqual(200);
	const { maxInFlight, requests } = await sandbox().stats();
	expect(requests['naxon:conversation.getAll']).toBe(pages);
	expect(maxInFlight).toBeGreaterThan(8);
	expect(maxInFlight).toBeLessThanOrEqual(50);
});

test('Calls in Flight is a setting, and pages count too', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 200 });
	await sandbox().control('latency', { ms: 5 });
	const { json } = await naxon(
		{ ...allConversations(10), requestOptions: { concurrency: 3 } },
		{ items: itemsOf([{}, {}]) },
	);
	const { conversations } = await sandbox().state<{ conversations: unknown[] }>('naxon');
	expect(json).toHaveLength(2 * conversations.length);
	expect((await sandbox().stats()).maxInFlight).toBe(3);
});

const callListOf = { resource: 'callList', operation: 'getAll', bot: byId(BOT), limit: 1 };

test('one token request for 1,000 items on a cold start', async () => {
	const { json, error } = await runNode({
		node: 'koda',
		credentials: accounts(sandbox().url),
		parameters: callListOf,
		items: ids(1000),
	});
	expect(error).toBeUndefined();
	expect(json).toHaveLength(1000);
	expect((await sandbox().stats()).tokenRequests).toBe(1);
});

test('a token that expired is renewed once for all calls in flight', async () => {
	const credentials = accounts(sandbox().url);
	await runNode({ node: 'koda', credentials, parameters: callListOf });
	await sandbox().control('clock', { advanceSeconds: 4000 });
	const { error } = await runNode({
		node: 'koda',
		credentials,
		parameters: callListOf,
		items: ids(50),
	});
	expect(error).toBeUndefined();
	expect((await sandbox().stats()).tokenRequests).toBe(2);
});

test('a refused credential does not make items wait for Calls per Minute', async () => {
	const credentials = accounts(sandbox().url);
	credentials.naxonApi.apiToken = 'wrong';
	const { json } = await naxon(
		{ ...getConversation, requestOptions: { callsPerMinute: 1 } },
		{
			credentials,
			items: ids(100),
			settings: { onError: 'continueRegularOutput' },
		},
	);
	expect(json).toHaveLength(100);
	expect((await sandbox().stats()).requests).toEqual({ 'naxon:conversation.get': 1 });
});

test('a refused credential is not asked for again and again', async () => {
	const credentials = accounts(sandbox().url);
	credentials.kodaOAuth2Api.clientSecret = 'wrong';
	const { json, outputs } = await runNode({
		node: 'koda',
		credentials,
		parameters: callListOf,
		items: ids(100),
		settings: { onError: 'continueRegularOutput' },
	});
	expect(json).toHaveLength(100);
	expect(json[99]).toMatchObject({
		error: 'KODA issued no access token [item 99]',
		details: { cause: 'credential-invalid' },
	});
	expect(outputs[0][99].pairedItem).toEqual({ item: 99 });
	expect((await sandbox().stats()).tokenRequests).toBe(1);
});

test('a rate limit loses nothing', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 200 });
	await sandbox().control('rateLimit', {
		vendor: 'naxon',
		requestsPerSecond: 50,
		retryAfterSeconds: 1,
	});
	const { json, error } = await readConversations(120);
	expect(error).toBeUndefined();
	expect(json).toHaveLength(120);
	const answered = await sandbox().requests('naxon', 'conversation.get');
	expect(answered.filter(({ status }) => status === 200)).toHaveLength(120);
});

test('a rate limit far below the calls in flight loses nothing, and is asked less and less', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 200 });
	const limit = { requestsPerSecond: 10, retryAfterSeconds: 1 };
	await sandbox().control('rateLimit', { vendor: 'naxon', ...limit });
	const { json, error } = await readConversations(120);
	expect(error).toBeUndefined();
	expect(json).toHaveLength(120);
	const answers = await sandbox().requests('naxon', 'conversation.get');
	const refused = (some: typeof answers) => some.filter(({ status }) => status === 429).length;
	// Always 50 in flight would have some 40 refused in each of twelve seconds, 380 in all; halving has some 120.
	expect(refused(answers)).toBeLessThan(200);
	expect(refused(answers.slice(-40))).toBeLessThan(20);
});

test('a service that takes one call a second loses nothing', async () => {
	const limit = { requestsPerSecond: 1, retryAfterSeconds: 1 };
	await sandbox().control('rateLimit', { vendor: 'naxon', ...limit });
	const { json, error } = await readConversations(9);
	expect(error).toBeUndefined();
	expect(json).toHaveLength(9);
});

test('a service that is down gets no other call that changes something until it asked to be called again', async () => {
	const down = { vendor: 'koda', operationId: 'callList.create', kind: 'status', status: 503 };
	await sandbox().control('faults', { ...down, headers: { 'retry-after': '1' }, count: 2 });
	const { json } = await runNode({
		node: 'koda',
		credentials: accounts(sandbox().url),
		parameters: { ...createCallList, name: '=List {{ $itemIndex }}' },
		items: itemsOf(Array.from({ length: 20 }, () => ({}))),
		settings: { onError: 'continueRegularOutput' },
	});
	// What became of these is unknown, so they are not sent again.
	expect(json.filter(({ error }) => error !== undefined)).toHaveLength(2);
	const sent = await sandbox().requests('koda', 'callList.create');
	expect(sent).toHaveLength(20);
	const [first, second, third] = sent.map(({ startedAt }) => startedAt);
	expect([second - first >= 990, third - second >= 990]).toEqual([true, true]);
});

test('a limit that lasts: one call waits for it, the others are sent once', async () => {
	const spent = { vendor: 'naxon', operationId: 'conversation.get', kind: 'status', status: 429 };
	await sandbox().control('faults', { ...spent, headers: { 'retry-after': '1' }, count: 1000 });
	const { json } = await readConversations(40, {
		settings: { onError: 'continueRegularOutput' },
	});
	expect(json.filter(({ error }) => error !== undefined)).toHaveLength(40);
	expect(await sandbox().requests('naxon', 'conversation.get')).toHaveLength(6 + 39);
});

test('a Retry-After of 0 does not use up the retries at once', async () => {
	const slow = { vendor: 'naxon', operationId: 'conversation.get', kind: 'status', status: 429 };
	await sandbox().control('faults', { ...slow, headers: { 'retry-after': '0' }, count: 3 });
	const started = Date.now();
	const { error } = await readConversations(1);
	expect(error).toBeUndefined();
	// Half a second, one and two, each less by half at most.
	expect(Date.now() - started).toBeGreaterThanOrEqual(1750);
});

test('a service that answers no more gets 8 calls at a time', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 200 });
	await sandbox().control('latency', { ms: 20 });
	const gone = { vendor: 'naxon', operationId: 'conversation.get', kind: 'status', status: 503 };
	await sandbox().control('faults', { ...gone, skip: 1, count: 2000 });
	await naxon(
		{ ...getConversation, requestOptions: { maxRetryWait: 0 } },
		{ items: ids(150), settings: { onError: 'continueRegularOutput' } },
	);
	const answers = await sandbox().requests('naxon', 'conversation.get');
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
	const slow = { vendor: 'naxon', operationId: 'conversation.get', kind: 'status', status: 429 };
	await sandbox().control('faults', { ...slow, count: 30 });
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

test('the error says how many items had gone through, and how many more had begun', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 100 });
	await sandbox().control('latency', { ms: 300 });
	const notFound = {
		vendor: 'naxon',
		operationId: 'conversation.get',
		kind: 'status',
		status: 404,
	};
	await sandbox().control('faults', { ...notFound, skip: 1 });
	const { error } = await readConversations(60);
	const [, through, begun] =
		/Progress: (\d+) of 60 items had gone through when the node stopped, and (\d+) more had begun\./
			.exec(error?.description ?? '')
			?.map(Number) ?? [];
	const sent = await sandbox().requests('naxon', 'conversation.get');
	const done = sent.filter(({ status }) => status === 200);
	// What is under way is waited for, so it has gone through too.
	expect([through, begun]).toEqual([done.length, 0]);
	expect(sent).toHaveLength(done.length + 1);
	expect(error?.description).toContain("Set 'On Error' to continue past an item.");
});

test('On Error: continue gives one error item per item that failed, in place', async () => {
	const items = itemsOf([{ id: 1001 }, { id: 999999 }, { id: 1002 }]);
	const { outputs } = await readConversations(0, {
		items,
		settings: { onError: 'continueRegularOutput' },
	});
	expect(outputs[0]).toMatchObject([
		{ json: { id: 1001 }, pairedItem: { item: 0 } },
		{
			json: {
				error: expect.stringMatching(/^Naxon answered 404: .* \[item 1\]$/),
				details: { httpCode: '404', cause: 'configuration-invalid' },
			},
			pairedItem: { item: 1 },
		},
		{ json: { id: 1002 }, pairedItem: { item: 2 } },
	]);
});

test('On Error: error output takes the items that failed there', async () => {
	const { outputs } = await readConversations(0, {
		items: itemsOf([{ id: 1001 }, { id: 999999 }]),
		settings: { onError: 'continueErrorOutput' },
	});
	expect(outputs[0].map(({ json }) => json.id)).toEqual([1001]);
	expect(outputs[1].map(({ json }) => json.error)).toEqual([expect.stringContaining('[item 1]')]);
});

test('without it the first failure starts nothing new, and the error says how far the node came', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 200 });
	await sandbox().control('latency', { ms: 20 });
	const items = ids(200);
	items[20].json.id = 999999;
	const { error } = await readConversations(0, { items });
	expect(error?.context.itemIndex).toBe(20);
	expect(error?.description).toMatch(/([1-9]|[1-6][0-9]) of 200 items had gone through/);
	const { requests } = await sandbox().stats();
	expect(requests['naxon:conversation.get']).toBeLessThanOrEqual(20 + 1 + 50);
});

test('cancelling starts nothing new', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 1000 });
	await sandbox().control('latency', { ms: 50 });
	await readConversations(1000, {
		onStart: (execution: { cancel: () => void }) => setTimeout(() => execution.cancel(), 300),
	});
	const { requests } = await sandbox().stats();
	const atCancel = requests['naxon:conversation.get'];
	expect(atCancel).toBeLessThan(500);
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect((await sandbox().stats()).requests['naxon:conversation.get']).toBe(atCancel);
});

test('a file goes out although the token expired', async () => {
	const credentials = accounts(sandbox().url);
	const chats = await runNode({
		node: 'koda',
		credentials,
		parameters: { resource: 'chat', operation: 'getAll', bot: byId(BOT), limit: 1 },
	});
	await sandbox().control('clock', { advanceSeconds: 4000 });
	const { json } = await runNode({
		node: 'koda',
		credentials,
		parameters: {
			resource: 'chat',
			operation: 'sendFile',
			bot: byId(BOT),
			chat: byId(String(chats.json[0].platform_user_id)),
		},
		items: [
			{
				json: {},
				binary: { data: { data: 'aGVsbG8=', mimeType: 'text/plain', fileName: 'a.txt' } },
			},
		],
	});
	expect(json).toEqual([{ success: true }]);
	const sent = await sandbox().requests('koda', 'chat.sendFile');
	expect(sent.map(({ status }) => status)).toEqual([401, 200]);
});

test('a wrong token is tried once, and every item is told so', async () => {
	const credentials = accounts(sandbox().url);
	credentials.naxonApi.apiToken = 'wrong';
	const settings = { onError: 'continueRegularOutput' as const };
	const { json } = await readConversations(50, { credentials, settings });
	expect(json[49]).toMatchObject({ error: 'Naxon did not accept the credential [item 49]' });
	expect(await sandbox().requests('naxon')).toHaveLength(1);
});

test('one refusal among answers does not turn the others away', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 100 });
	await sandbox().control('faults', {
		vendor: 'naxon',
		operationId: 'conversation.get',
		kind: 'status',
		status: 401,
		skip: 20,
	});
	const { json } = await readConversations(60, { settings: { onError: 'continueRegularOutput' } });
	expect(json.filter(({ error }) => error)).toHaveLength(1);
});

test('one item that is told 502 does not hold up the others', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 100 });
	await sandbox().control('faults', {
		vendor: 'naxon',
		operationId: 'conversation.get',
		kind: 'status',
		status: 502,
		count: 3,
	});
	await readConversations(60);
	const done = (await sandbox().requests('naxon', 'conversation.get'))
		.filter(({ status }) => status === 200)
		.map(({ path }) => path);
	expect(done).toHaveLength(60);
	// The three that were told 502 wait a quarter of a second at least, while others go out.
	const late = [0, 1, 2].map((n) => done.indexOf(`/conversations/${FIRST_ID + n}`));
	expect(Math.min(...late)).toBeGreaterThan(15);
});

test('an item that fails stops the pages of another', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 2000 });
	await sandbox().control('latency', { ms: 10 });
	const { error } = await naxon(
		{
			...allConversations(1),
			resource: 'message',
			conversation: byId('={{ $json.id }}'),
		},
		{ items: itemsOf([{ id: FIRST_ID }, { id: '' }]) },
	);
	expect(error?.message).toBe("'Conversation' is empty [item 1]");
	expect((await sandbox().requests('naxon')).length).toBeLessThanOrEqual(8);
});

test('a page that fails stops the pages after it', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 500 });
	await sandbox().control('faults', {
		vendor: 'naxon',
		operationId: 'conversation.getAll',
		kind: 'status',
		status: 403,
		skip: 1,
	});
	await sandbox().control('latency', { ms: 10 });
	const { error } = await naxon(allConversations(1));
	expect(error?.httpCode).toBe('403');
	expect((await sandbox().requests('naxon')).length).toBeLessThanOrEqual(1 + 2 * 50);
});

test('an item that fails ends the pause that another was asked for', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 5 });
	const target = { vendor: 'naxon', operationId: 'conversation.get', kind: 'status' };
	const headers = { 'retry-after': '15' };
	await sandbox().control('faults', { ...target, status: 429, headers, skip: 1 });
	await sandbox().control('faults', { ...target, status: 404, delayMs: 500 });
	const started = Date.now();
	const { error } = await naxon(
		{ ...getConversation, requestOptions: { concurrency: 2 } },
		{ items: ids(3) },
	);
	expect(error?.httpCode).toBe('404');
	expect(Date.now() - started).toBeLessThan(5000);
});
