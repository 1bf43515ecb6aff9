import { setTimeout } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';

import { accounts } from '../../engine/credentials';
import { runNode } from '../../engine/runNode';
import { BOT, byId, createCallList, getConversation, itemsOf } from '../../engine/jobs';
import { FIRST_ID, ids, useConversations } from '../support/naxon';
import { meet } from '../support/sandbox';

/** Many items at once: order, links, calls in flight, tokens, stopping. */
const { sandbox, naxon, readConversations, answerWith, sent } = useConversations();

/** Return All over pages of `pageSize` rows. */
const allConversations = (pageSize: number): INodeParameters => ({
	resource: 'conversation',
	operation: 'getAll',
	returnAll: true,
	options: { pageSize },
});

test('1,000 items: at most 50 reading calls in flight, output in order, each linked to its item', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 1000 });
	// The first one goes alone.
	await meet(sandbox(), 'naxon', 'conversation.get', { count: 50, skip: 1 });
	const { outputs, error } = await readConversations(1000);
	expect(error).toBeUndefined();
	expect(outputs[0].map(({ json }) => json.id)).toEqual(ids(1000).map(({ json }) => json.id));
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		ids(1000).map((_, item) => ({ item })),
	);
	const { maxInFlight, requests } = await sandbox().stats();
	expect([maxInFlight, requests['naxon:conversation.get']]).toEqual([50, 1000]);
});

test('at most 8 calls in flight that change something', async () => {
	await meet(sandbox(), 'koda', 'callList.create', { count: 8, skip: 1 });
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
	await meet(sandbox(), 'naxon', 'conversation.getAll', { count: 50, skip: 1 });
	const { json } = await naxon(allConversations(10));
	const pages = Math.ceil(json.length / 10);
	expect(pages).toBeGreaterThanOrEqual(200);
	const { maxInFlight, requests } = await sandbox().stats();
	expect([maxInFlight, requests['naxon:conversation.getAll']]).toEqual([50, pages]);
});

test('Calls in Flight is a setting, and pages count too', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 200 });
	await meet(sandbox(), 'naxon', 'conversation.getAll', { count: 3, skip: 1 });
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

test('the error says how many items had gone through, and how many more had begun', async () => {
	await sandbox().control('seed', { vendor: 'naxon', conversations: 100 });
	await sandbox().control('latency', { ms: 300 });
	await answerWith(404, { skip: 1 });
	const { error } = await readConversations(60);
	const [, through, begun] =
		/Progress: (\d+) of 60 items had gone through when the node stopped, and (\d+) more had begun\./
			.exec(error?.description ?? '')
			?.map(Number) ?? [];
	const answers = await sent();
	const done = answers.filter(({ status }) => status === 200);
	// What is under way is waited for, so it has gone through too; an item that waits for its place has begun.
	expect(through).toBe(done.length);
	expect(answers).toHaveLength(done.length + 1);
	expect(through + 1 + begun).toBeLessThanOrEqual(60);
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
	expect(outputs[1]).toMatchObject([
		{ json: { error: expect.stringContaining('[item 1]'), details: { httpCode: '404' } } },
	]);
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
	// From the twentieth on none is answered.
	await meet(sandbox(), 'naxon', 'conversation.get', { count: 1000, skip: 19 });
	const calls = async () => (await sandbox().stats()).requests['naxon:conversation.get'] ?? 0;
	await readConversations(1000, {
		onStart: async (execution: { cancel: () => void }) => {
			while ((await calls()) < 20) await setTimeout(20);
			execution.cancel();
		},
	});
	// Those that were under way may still arrive.
	await setTimeout(300);
	expect(await calls()).toBeLessThanOrEqual(19 + 50);
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
	await answerWith(401, { skip: 20 });
	const { json } = await readConversations(60, { settings: { onError: 'continueRegularOutput' } });
	expect(json.filter(({ error }) => error)).toHaveLength(1);
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
