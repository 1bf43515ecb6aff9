import type { LoggedRequest } from '../../scripts/sandbox';
import { accounts } from '../../engine/credentials';
import { itemsOf, byId } from '../../engine/jobs';
import { useKoda } from '../support/koda';
import { answerJson, startOddServer } from '../support/oddServer';
import { meet } from '../support/sandbox';

/** What is said in one chat goes one after another in the order of the items; other chats do not wait for it. */
const bench = useKoda();

const [ANN, BOB] = ['4100000000', '4100000001'];
const SEND = 'chat.sendModeratorMessage';

const send = {
	resource: 'chat',
	operation: 'sendModeratorMessage',
	chat: byId('={{ $json.chat }}'),
	message: '={{ $json.text }}',
};

/** The second and third calls are under way at the same moment; the first one goes alone, because of the token. */
const meetAfterFirst = async (operationId = SEND) =>
	await meet(bench.sandbox(), 'koda', operationId, { skip: 1 });

const messages = (chats: string[]) =>
	itemsOf(chats.map((chat, index) => ({ chat, text: `${index}` })));

const fault = async (faults: object, operationId = SEND) =>
	await bench.sandbox().control('faults', { vendor: 'koda', operationId, ...faults });

/** What was sent in a chat, in the order of arrival. */
const sentIn = async (chat: string) =>
	(await bench.sandbox().requests('koda')).filter(({ path }) => path.includes(`/${chat}`));
const textsOf = (requests: LoggedRequest[]) =>
	requests.map(({ body }) => (body as { moderator_message: string }).moderator_message);

const overlaps = (requests: LoggedRequest[]) =>
	requests.slice(1).filter(({ startedAt }, index) => startedAt < Number(requests[index].endedAt));

test('the messages of each chat arrive in order, and the chats are written to at once', async () => {
	await meetAfterFirst();
	await bench.sandbox().control('latency', { ms: 20 });
	const chats = Array.from({ length: 16 }, (_, index) => (index % 2 ? BOB : ANN));
	const { outputs, error } = await bench.run(send, { items: messages(chats) });
	expect(error).toBeUndefined();
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		chats.map((_, item) => ({ item })),
	);
	for (const [first, chat] of [ANN, BOB].entries()) {
		const sent = await sentIn(chat);
		expect(textsOf(sent)).toEqual([0, 2, 4, 6, 8, 10, 12, 14].map((n) => `${n + first}`));
		expect(overlaps(sent)).toEqual([]);
	}
	expect((await bench.sandbox().stats()).maxInFlight).toBe(2);
});

test('a message that takes long is waited for in its chat only', async () => {
	let tell = () => {};
	const allOfBob = new Promise<void>((resolve) => (tell = resolve));
	const chats: string[] = [];
	const odd = await startOddServer(async ({ url }, response) => {
		if (url?.endsWith('/token'))
			return answerJson(response, { access_token: 'a', token_type: 'bearer', expires_in: 60 });
		chats.push(url?.includes(ANN) ? ANN : BOB);
		if (chats.filter((chat) => chat === BOB).length === 4) tell();
		if (url?.includes(ANN)) await allOfBob;
		return answerJson(response, { meta: { status: 200 }, response: true });
	});
	const items = messages([BOB, ANN, ANN, BOB, BOB, BOB]);
	const { error } = await bench.run(send, { items, credentials: accounts(odd.url) });
	await odd.close();
	expect(error).toBeUndefined();
	expect(chats.toSorted()).toEqual([ANN, ANN, BOB, BOB, BOB, BOB]);
	expect(chats.at(-1)).toBe(ANN);
});

test('a message that is asked to wait is not overtaken', async () => {
	await fault({ kind: 'status', status: 429, skip: 1 });
	await bench.run(send, { items: messages([ANN, ANN, ANN]) });
	const sent = await sentIn(ANN);
	expect(sent.map(({ status }) => status)).toEqual([200, 429, 200, 200]);
	expect(textsOf(sent)).toEqual(['0', '1', '1', '2']);
});

test('a message that fails does not stop those after it when the user chose to continue', async () => {
	await fault({ kind: 'status', status: 400, skip: 1 });
	const { json } = await bench.run(send, {
		items: messages([ANN, ANN, ANN]),
		settings: { onError: 'continueRegularOutput' },
	});
	expect(json.map(({ error }) => Boolean(error))).toEqual([false, true, false]);
	expect(textsOf(await sentIn(ANN))).toEqual(['0', '1', '2']);
});

test('after a message that fails nothing more is said in the chat otherwise', async () => {
	await fault({ kind: 'status', status: 400, skip: 1 });
	const { error } = await bench.run(send, { items: messages([ANN, ANN, ANN, ANN]) });
	expect(error?.message).toBe('KODA did not accept the values (400) [item 1]');
	expect(textsOf(await sentIn(ANN))).toEqual(['0', '1']);
	expect(error?.description).toContain(
		'1 of 4 items had gone through when the node stopped, and 2 more had begun.',
	);
});

test('a message with a chat that is missing fails alone', async () => {
	const { json } = await bench.run(send, {
		items: messages([ANN, '', ANN]),
		settings: { onError: 'continueRegularOutput' },
	});
	expect(json.map(({ error }) => error)).toEqual([
		undefined,
		"'Chat' is empty [item 1]",
		undefined,
	]);
	expect(textsOf(await sentIn(ANN))).toEqual(['0', '2']);
});

test('a takeover, a message, a block and a file are in turn too', async () => {
	await bench.sandbox().control('latency', { ms: 20 });
	const chat = byId(ANN);
	const binary = { data: { data: 'aGVsbG8=', mimeType: 'text/plain', fileName: 'a.txt' } };
	const operations = [
		['enableModeratorMode', {}],
		['disableModeratorMode', {}],
		['sendBlock', { block: byId('b-1') }],
		['sendFile', {}],
	] as const;
	for (const [operation, own] of operations) {
		await bench.sandbox().control('reset');
		await bench.sandbox().control('latency', { ms: 20 });
		const parameters = { resource: 'chat', operation, chat, ...own };
		const { error } = await bench.run(parameters, {
			items: [1, 2, 3].map(() => ({ json: {}, binary })),
		});
		expect([operation, error]).toEqual([operation, undefined]);
		expect(await bench.sent(`chat.${operation}`)).toHaveLength(3);
		expect((await bench.sandbox().stats()).maxInFlight).toBe(1);
	}
});

test('reading chats is not in turn', async () => {
	await meetAfterFirst('chat.get');
	const parameters = { resource: 'chat', operation: 'get', chat: byId(ANN) };
	const { error } = await bench.run(parameters, { items: messages([ANN, ANN, ANN, ANN]) });
	expect(error).toBeUndefined();
	expect(await bench.sent('chat.get')).toHaveLength(4);
});
