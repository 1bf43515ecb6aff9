import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { byId } from '../../engine/jobs';
import { useKoda } from '../support/koda';

/** A reply of several steps in which one does not go well: what is said of it, and what n8n's Retry On Fail does. */
const bench = useKoda();

const LOOK = 'chat.getAll';
const ENABLE = 'chat.enableModeratorMode';
const TEXT = 'chat.sendModeratorMessage';
const FILE = 'chat.sendFile';
const DISABLE = 'chat.disableModeratorMode';

/** Two chats that are with the bot. */
const [ANN, BOB] = ['4100000001', '4100000025'];

const reply: INodeParameters = {
	resource: 'chat',
	operation: 'replyAsModerator',
	chat: byId('={{ $json.chat }}'),
	message: 'Hello',
	sendFile: true,
	handBack: true,
	options: { message: 'Bye', pageSize: 60 },
};

const label = { data: 'aGVsbG8=', mimeType: 'text/plain', fileName: 'label.txt' };
const items = (...chats: string[]): INodeExecutionData[] =>
	chats.map((chat) => ({ json: { chat }, binary: { data: label } }));

const fault = async (operationId: string, faults: object) =>
	await bench.sandbox().control('faults', { vendor: 'koda', operationId, ...faults });

const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

/** What KODA heard, in order, and what it answered. */
const heard = async (about = '') =>
	(await bench.sandbox().requests('koda'))
		.filter(({ operationId, path }) => operationId !== 'token' && path.includes(about))
		.map(({ operationId, status }) => [operationId, status]);

const doneOnce = async (chat: string) => {
	const found = (await bench.state()).chats.find(({ platformUserId }) => platformUserId === chat);
	const texts = found?.entries.map(({ block }) => block.text) ?? [];
	const wanted = ['Hello', 'label.txt', 'Bye'];
	return wanted.map((text) => texts.filter((one) => one === text).length);
};

const everything = {
	platform_user_id: ANN,
	took_over: true,
	message_sent: true,
	file_sent: true,
	handed_back: true,
};

/** Each step: how a message begins when it fails, what it says is left, and what KODA heard before. */
const steps = [
	[
		LOOK,
		'Taking the chat over',
		'Not begun: sending the message, sending the file and handing the chat back.',
		[],
	],
	[
		ENABLE,
		'Taking the chat over',
		'Not begun: sending the message, sending the file and handing the chat back.',
		[LOOK],
	],
	[
		TEXT,
		'Sending the message, after taking the chat over',
		'Not begun: sending the file and handing the chat back.',
		[LOOK, ENABLE],
	],
	[
		FILE,
		'Sending the file, after taking the chat over and sending the message',
		'Not begun: handing the chat back.',
		[LOOK, ENABLE, TEXT],
	],
	[
		DISABLE,
		'Handing the chat back, after taking the chat over, sending the message and sending the file',
		undefined,
		[LOOK, ENABLE, TEXT, FILE],
	],
] as const;
const STAYS = 'What was done stays done';

describe.each(steps)('%s', (operationId, beginning, left, before) => {
	const ok = before.map((id) => [id, 200]);
	const after = [LOOK, ENABLE, TEXT, FILE, DISABLE].slice(before.length + 1).map((id) => [id, 200]);

	test('refused: says what was done and what was not, and stops', async () => {
		await fault(operationId, { kind: 'status', status: 409 });
		const error = await bench.runToError(reply, { items: items(ANN) });
		expect(error.message).toBe(
			`${beginning}: KODA finds that this conflicts with what is there (409) [item 0]`,
		);
		expect(error.httpCode).toBe('409');
		expect(error.description.includes('Not begun')).toBe(left !== undefined);
		expect(error.description).toContain(left ?? '');
		expect(error.description.includes(STAYS)).toBe(beginning.includes('after'));
		expect(await heard()).toEqual([...ok, [operationId, 409]]);
	});

	test('refused once: Retry On Fail goes on from there', async () => {
		await fault(operationId, { kind: 'status', status: 409 });
		const { json, error } = await bench.run(reply, { items: items(ANN), settings: again });
		expect(error).toBeUndefined();
		expect(json).toEqual([everything]);
		expect(await heard()).toEqual([...ok, [operationId, 409], [operationId, 200], ...after]);
		expect(await doneOnce(ANN)).toEqual([1, 1, 1]);
	});

	test('asked to wait: is sent again, and nothing before it', async () => {
		await fault(operationId, { kind: 'status', status: 429, headers: { 'retry-after': '0' } });
		const { json } = await bench.run(reply, { items: items(ANN) });
		expect(json).toEqual([everything]);
		expect(await heard()).toEqual([...ok, [operationId, 429], [operationId, 200], ...after]);
	});
});

test.each(steps.slice(1))(
	'%s: without a clear answer it is sent once, however often the node is tried',
	async (operationId, beginning, left, before) => {
		await fault(operationId, { kind: 'status', status: 500, applyFirst: true, count: 9 });
		const { error } = await bench.run(reply, { items: items(ANN), settings: again });
		expect(error?.message).toBe(
			`${beginning}: KODA answered 500: whether the operation took effect is unknown [item 0]`,
		);
		expect(error?.description).toContain("To find out, run 'Get' for the chat");
		expect(error?.description).toContain(left ?? '');
		expect(await heard()).toEqual([...before.map((id) => [id, 200]), [operationId, 500]]);
	},
);

test('whether to take over is looked up once, however often the node is tried', async () => {
	await fault(ENABLE, { kind: 'status', status: 409 });
	await fault(TEXT, { kind: 'status', status: 409 });
	const { json } = await bench.run(reply, { items: items(ANN), settings: again });
	expect(json).toEqual([everything]);
	expect(await heard()).toEqual([
		[LOOK, 200],
		[ENABLE, 409],
		[ENABLE, 200],
		[TEXT, 409],
		[TEXT, 200],
		[FILE, 200],
		[DISABLE, 200],
	]);
});

test('a reply that was done is not done again when the node is tried again for another item', async () => {
	await fault(FILE, { kind: 'status', status: 409, skip: 1 });
	const { json, error } = await bench.run(
		{ ...reply, requestOptions: { concurrency: 1 } },
		{ items: items(ANN, BOB), settings: again },
	);
	expect(error).toBeUndefined();
	expect(json).toEqual([everything, { ...everything, platform_user_id: BOB }]);
	expect([await doneOnce(ANN), await doneOnce(BOB)]).toEqual([
		[1, 1, 1],
		[1, 1, 1],
	]);
	expect(await heard(`/${ANN}/`)).toEqual([ENABLE, TEXT, FILE, DISABLE].map((id) => [id, 200]));
	expect((await heard()).filter(([id]) => id === LOOK)).toEqual([[LOOK, 200]]);
});

test('when the node is tried again, what the run took over is still known, and the list is not read again', async () => {
	await fault(TEXT, { kind: 'status', status: 409, skip: 1 });
	const { json, error } = await bench.run(
		{ ...reply, handBack: false, options: { pageSize: 60 } },
		{ items: items(ANN, ANN, ANN), settings: again },
	);
	expect(error).toBeUndefined();
	expect(json.map(({ took_over: tookOver }) => tookOver)).toEqual([true, false, false]);
	expect((await heard()).map(([id]) => id)).toEqual([
		...[LOOK, ENABLE, TEXT, FILE],
		...[TEXT, TEXT, FILE],
		...[TEXT, FILE],
	]);
});

test('when a reply fails, no later one in the chat begins; the others come out with On Error', async () => {
	await fault(TEXT, { kind: 'status', status: 400 });
	const first = await bench.run(reply, { items: items(ANN, ANN) });
	expect(first.error?.message).toMatch(
		/^Sending the message, after taking the chat over: .*\[item 0]$/,
	);
	expect(await heard()).toEqual([
		[LOOK, 200],
		[ENABLE, 200],
		[TEXT, 400],
	]);

	await bench.sandbox().control('reset');
	await fault(TEXT, { kind: 'status', status: 400 });
	const { json } = await bench.run(reply, {
		items: items(ANN, ANN),
		settings: { onError: 'continueRegularOutput' },
	});
	// The first one took the chat over and did not hand it back.
	expect(json.map(({ error, took_over: tookOver }) => [Boolean(error), tookOver])).toEqual([
		[true, undefined],
		[false, false],
	]);
	expect(await doneOnce(ANN)).toEqual([1, 1, 1]);
});
