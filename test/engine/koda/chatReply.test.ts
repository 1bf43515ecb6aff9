import { BinaryDataService } from 'n8n-core';
import { createHash } from 'node:crypto';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { uuidOf } from '../../../sandbox/vendors/random';
import { BOT, byId, fromList, itemsOf } from '../../../engine/jobs';
import { UNKNOWN, useKoda } from '../../support/koda';
import { describeBadInput } from '../../support/kodaCases';
import { contractOf, expectFitsSchema, expectSent } from '../../support/kodaContract';

const bench = useKoda();

/** Of the 60 chats of the sandbox, the newest first: these two come last, on the third page. A moderator has the first. */
const CHAT = '4100000000';
const BOT_CHAT = '4100000001';
/** On the first page, with the bot. */
const NEW_CHAT = uuidOf('koda user 59');

const LOOK = 'chat.getAll';
const ENABLE = 'chat.enableModeratorMode';
const TEXT = 'chat.sendModeratorMessage';
const FILE = 'chat.sendFile';
const DISABLE = 'chat.disableModeratorMode';

const reply = (chat: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'chat',
	operation: 'replyAsModerator',
	chat: byId(chat),
	...more,
});

const HELLO = { message: 'Your parcel is on its way 🙂' };

const content = Buffer.from([0, 255, 13, 10, 45, 45, 0, 128]);
const photo = { data: content.toString('base64'), mimeType: 'image/png', fileName: 'label.png' };
const withPhoto: INodeExecutionData = { json: {}, binary: { data: photo } };

/** The operations that KODA heard of, in order. */
const heard = async () =>
	(await bench.sandbox().requests('koda'))
		.map(({ operationId }) => String(operationId))
		.filter((id) => id !== 'token');

const stateOf = async (id: string) => {
	const chat = (await bench.state()).chats.find(({ platformUserId }) => platformUserId === id);
	if (!chat) throw new Error(`The sandbox has no chat ${id}`);
	return chat;
};

const textsOf = async (id: string, count: number) =>
	(await stateOf(id)).entries.slice(-count).map(({ block }) => block.text);

const outputOf = (chat: string, more: IDataObject): IDataObject => ({
	platform_user_id: chat,
	took_over: false,
	message_sent: false,
	file_sent: false,
	handed_back: false,
	...more,
});

test('a chat of the bot is taken over, answered with text and file, and handed back', async () => {
	const parameters = {
		...HELLO,
		sendFile: true,
		sendAs: 'image',
		handBack: true,
		options: { message: 'Bye', quiet: true },
	};
	const { outputs, error } = await bench.run(reply(NEW_CHAT, parameters), { items: [withPhoto] });
	expect(error).toBeUndefined();
	const json = {
		platform_user_id: NEW_CHAT,
		took_over: true,
		message_sent: true,
		file_sent: true,
		handed_back: true,
	};
	expect(outputs).toEqual([[{ json, pairedItem: { item: 0 } }]]);
	expectFitsSchema('chat.replyAsModerator', json);

	const requests = (await bench.sandbox().requests('koda')).slice(-5);
	expect(requests.map(({ operationId }) => operationId)).toEqual([
		LOOK,
		ENABLE,
		TEXT,
		FILE,
		DISABLE,
	]);
	const path = { botId: BOT, platformUserId: NEW_CHAT };
	const file = {
		filename: 'label.png',
		contentType: 'image/png',
		size: content.length,
		sha256: createHash('sha256').update(content).digest('hex'),
	};
	const bodies = [
		undefined,
		undefined,
		{ moderator_message: HELLO.message },
		{ image: file },
		{ quiet: true, message: 'Bye' },
	];
	for (const [index, body] of bodies.entries()) {
		const query: Record<string, string> = index === 0 ? { page: '1', on_page: '20' } : {};
		expectSent(requests[index], String(requests[index].operationId), { path, query, body });
	}
	expect((await stateOf(NEW_CHAT)).moderatorMode).toBe(false);
	expect(await textsOf(NEW_CHAT, 3)).toEqual([HELLO.message, 'label.png', 'Bye']);
});

describe('Take Over', () => {
	test.each([
		['when needed, on the first page', NEW_CHAT, {}, [LOOK, ENABLE, TEXT], true],
		['when needed, on the third page', BOT_CHAT, {}, [LOOK, LOOK, LOOK, LOOK, ENABLE, TEXT], true],
		[
			'when needed, in larger pages',
			BOT_CHAT,
			{ options: { pageSize: 60 } },
			[LOOK, ENABLE, TEXT],
			true,
		],
		['when needed, but a moderator has the chat', CHAT, {}, [LOOK, LOOK, LOOK, LOOK, TEXT], false],
		['always', BOT_CHAT, { takeOver: 'always' }, [ENABLE, TEXT], true],
		['always, although a moderator has it', CHAT, { takeOver: 'always' }, [ENABLE, TEXT], true],
		['never', BOT_CHAT, { takeOver: 'never' }, [TEXT], false],
	])('%s', async (_, chat, choice, operations, tookOver) => {
		const before = (await stateOf(chat)).moderatorMode;
		expect(before).toBe(chat === CHAT);
		const { json, error } = await bench.run(reply(chat, { ...HELLO, ...choice }));
		expect(error).toBeUndefined();
		expect(json).toEqual([outputOf(chat, { took_over: tookOver, message_sent: true })]);
		expect(await heard()).toEqual(operations);
		expect((await stateOf(chat)).moderatorMode).toBe(before || tookOver);
		expect(await textsOf(chat, 1)).toEqual([HELLO.message]);
	});

	test('the first page is read alone, in the size chosen, and then more from the top', async () => {
		await bench.run(reply(BOT_CHAT, { ...HELLO, options: { pageSize: 25 } }));
		const queries = (await bench.sent(LOOK)).map(({ query }) => query);
		expect(queries).toEqual(['1', '1', '2', '3'].map((page) => ({ page, on_page: '25' })));
	});

	const listing = async (rows: unknown[], meta: IDataObject, count = 1) =>
		await bench.sandbox().control('faults', {
			vendor: 'koda',
			operationId: LOOK,
			kind: 'status',
			status: 200,
			body: { meta: { status: 200, ...meta }, response: rows },
			count,
		});
	const another = { platform_user_id: 'another', moderator_mode: true };

	test('a chat that moved while the list was read, so that it was not seen, is taken over', async () => {
		await listing([another], { is_last_page: true });
		const { json } = await bench.run(reply(CHAT, HELLO));
		expect(json).toEqual([outputOf(CHAT, { took_over: true, message_sent: true })]);
		expect(await heard()).toEqual([LOOK, ENABLE, TEXT]);
	});

	test('a list that gives the same page again and again is read twice', async () => {
		await listing([another], {}, 99);
		const { json } = await bench.run(reply(CHAT, HELLO));
		expect(json).toEqual([outputOf(CHAT, { took_over: true, message_sent: true })]);
		expect(await heard()).toEqual([LOOK, LOOK, ENABLE, TEXT]);
	});

	test.each([
		['false', false, true],
		['true', true, false],
		['missing', undefined, true],
		['null', null, true],
	])('moderator_mode %s, and an ID that is a number', async (_, mode, tookOver) => {
		await listing([another, { platform_user_id: Number(CHAT), moderator_mode: mode }], {});
		const { json } = await bench.run(reply(CHAT, HELLO));
		expect(json).toMatchObject([{ took_over: tookOver }]);
	});
});

describe('what is sent', () => {
	test.each([
		['a text alone', HELLO, [TEXT], { message_sent: true }],
		['a file alone', { sendFile: true }, [FILE], { file_sent: true }],
		[
			'both, the text first',
			{ ...HELLO, sendFile: true },
			[TEXT, FILE],
			{ message_sent: true, file_sent: true },
		],
		[
			'a file, although the expression of the text gives nothing',
			{ message: '={{ $json.text }}', sendFile: true },
			[FILE],
			{ file_sent: true },
		],
	])('%s', async (_, choice, operations, output) => {
		const parameters = reply(CHAT, { takeOver: 'never', ...choice });
		const { json, error } = await bench.run(parameters, { items: [withPhoto] });
		expect(error).toBeUndefined();
		expect(await heard()).toEqual(operations);
		expect(json).toEqual([outputOf(CHAT, output)]);
		const { files } = await stateOf(CHAT);
		expect(files.map(({ field, filename }) => [field, filename])).toEqual(
			operations.includes(FILE) ? [['file', 'label.png']] : [],
		);
	});

	const example = contractOf(DISABLE).example;

	test.each([
		['nothing chosen', {}, {}],
		['as in the sample', { message: example.message as string, quiet: false }, example],
		['quiet alone', { quiet: true }, { quiet: true }],
	])('handing back: %s', async (_, options, body) => {
		const parameters = { ...HELLO, takeOver: 'never', handBack: true, options };
		const { json } = await bench.run(reply(CHAT, parameters));
		expect(json).toEqual([outputOf(CHAT, { message_sent: true, handed_back: true })]);
		expect((await bench.sent(DISABLE))[0].body).toEqual(body);
		expect((await stateOf(CHAT)).moderatorMode).toBe(false);
	});

	test('what the item says decides on each', async () => {
		const { json } = await bench.run(
			{
				...reply('', { ...HELLO, takeOver: '={{ $json.take }}', handBack: '={{ $json.back }}' }),
				chat: fromList('={{ $json.chat }}'),
			},
			{
				items: itemsOf([
					{ chat: BOT_CHAT, take: 'always', back: false },
					{ chat: CHAT, take: 'never', back: true },
				]),
			},
		);
		expect(json).toEqual([
			outputOf(BOT_CHAT, { took_over: true, message_sent: true }),
			outputOf(CHAT, { message_sent: true, handed_back: true }),
		]);
	});
});

test('replies in one chat go one after another, and the second need not take over', async () => {
	await bench.sandbox().control('latency', { ms: 20 });
	const { json } = await bench.run(
		{ ...reply(NEW_CHAT), message: '={{ $json.text }}' },
		{ items: itemsOf([{ text: 'One' }, { text: 'Two' }, { text: 'Three' }]) },
	);
	expect(json.map(({ took_over: tookOver }) => tookOver)).toEqual([true, false, false]);
	expect(await heard()).toEqual([LOOK, ENABLE, TEXT, TEXT, TEXT]);
	expect(await textsOf(NEW_CHAT, 3)).toEqual(['One', 'Two', 'Three']);
	expect((await bench.sandbox().stats()).maxInFlight).toBe(1);
});

describe('several items', () => {
	const looks = async () => (await heard()).filter((id) => id === LOOK).length;
	const perItem = { ...reply('', HELLO), chat: byId('={{ $json.chat }}') };

	test('in all chats of an inbox read it once, whatever their order', async () => {
		const { chats } = await bench.state();
		expect(chats).toHaveLength(60);
		const { json, error } = await bench.run(perItem, {
			items: itemsOf(chats.map(({ platformUserId }) => ({ chat: platformUserId }))),
		});
		expect(error).toBeUndefined();
		expect(json).toEqual(
			chats.map(({ platformUserId: id, moderatorMode }) =>
				outputOf(id, { took_over: !moderatorMode, message_sent: true }),
			),
		);
		expect(new Set(json.map(({ took_over: tookOver }) => tookOver))).toEqual(
			new Set([true, false]),
		);
		// One page, which has not the first item's chat, and then all three.
		expect(await looks()).toBe(4);
	});

	test('in chats that are not in the list read it once, too', async () => {
		const unknown = Array.from({ length: 6 }, (_, index) => ({ chat: `unknown-${index}` }));
		const { json } = await bench.run(perItem, {
			items: itemsOf(unknown),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(json.map(({ error }) => Boolean(error))).toEqual(Array(6).fill(true));
		expect(await looks()).toBe(4);
	});

	test('of another bot have their own list', async () => {
		const bots = [BOT, BOT.replace(/^./, (first) => (first === '0' ? '1' : '0'))];
		await bench.run(
			{ ...reply(NEW_CHAT, HELLO), bot: byId('={{ $json.bot }}') },
			{
				items: itemsOf(bots.map((bot) => ({ bot }))),
				settings: { onError: 'continueRegularOutput' },
			},
		);
		const asked = (await bench.sent(LOOK)).map(({ path }) => path);
		expect(asked).toHaveLength(2);
		for (const [index, bot] of bots.entries()) expect(asked[index]).toContain(bot);
	});

	test('in one chat: what an earlier one took over or handed back counts, not the list', async () => {
		const { json } = await bench.run(
			{
				...reply(NEW_CHAT, HELLO),
				takeOver: '={{ $json.take }}',
				handBack: '={{ $json.back }}',
			},
			{
				items: itemsOf([
					{ take: 'whenNeeded', back: false },
					{ take: 'whenNeeded', back: true },
					{ take: 'whenNeeded', back: false },
					{ take: 'never', back: true },
					{ take: 'always', back: false },
					{ take: 'whenNeeded', back: false },
				]),
			},
		);
		expect(json.map(({ took_over: tookOver }) => tookOver)).toEqual([
			true,
			false,
			true,
			false,
			true,
			false,
		]);
		expect(await looks()).toBe(1);
		expect((await stateOf(NEW_CHAT)).moderatorMode).toBe(true);
	});

	test.each([
		['that took effect', true, [true, true]],
		['that had none', false, [true, false]],
	])(
		'in one chat: after a hand-back without a clear answer %s the list is read again',
		async (_, applyFirst, tookOver) => {
			await bench.sandbox().control('faults', {
				vendor: 'koda',
				operationId: DISABLE,
				kind: 'status',
				status: 500,
				applyFirst,
				count: 1,
			});
			const { json } = await bench.run(
				{ ...reply(NEW_CHAT, HELLO), handBack: '={{ $json.back }}' },
				{
					items: itemsOf([{ back: false }, { back: true }, { back: false }]),
					settings: { onError: 'continueRegularOutput' },
				},
			);
			expect(json[1]).toHaveProperty('error');
			expect([json[0].took_over, json[2].took_over]).toEqual(tookOver);
			expect(await looks()).toBe(2);
		},
	);

	test('a list that cannot be read fails its item, and is read for the next one', async () => {
		await bench.sandbox().control('faults', {
			vendor: 'koda',
			operationId: LOOK,
			kind: 'status',
			status: 400,
			count: 1,
		});
		const { json } = await bench.run(perItem, {
			items: itemsOf([{ chat: NEW_CHAT }, { chat: BOT_CHAT }, { chat: CHAT }]),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(json[0]).toHaveProperty('error');
		expect(json.slice(1).map(({ took_over: tookOver }) => tookOver)).toEqual([true, false]);
	});
});

test.each([
	['when needed', {}, [LOOK, LOOK, LOOK, LOOK, ENABLE]],
	['never', { takeOver: 'never' }, [TEXT]],
])('a chat that KODA does not know, taking over %s', async (_, choice, operations) => {
	const error = await bench.runToError(reply(UNKNOWN, { ...HELLO, ...choice }));
	expect(error).toMatchObject({ httpCode: '404', pairedItem: { item: 0 } });
	expect(error.message).toMatch(/^(Taking the chat over|Sending the message): KODA answered 404: /);
	expect(error.description).toContain('KODA said: "Chat not found"');
	expect(await heard()).toEqual(operations);
});

const text = (length: number) => 'ż'.repeat(length);

describeBadInput(bench, 'chat.replyAsModerator', [
	[
		'neither text nor file',
		"'Message' is empty, and no file is sent",
		/Write one, or turn 'Send File' on/,
		{ chat: byId(CHAT) },
	],
	[
		'an expression for the text that gives nothing, and no file',
		"'Message' is empty, and no file is sent",
		/Write one, or turn 'Send File' on/,
		{ chat: byId(CHAT), message: '={{ $json.text }}', handBack: true },
	],
	[
		'a message of 1001',
		"'Message' has 1001 characters",
		/Shorten it to 1000/,
		{ chat: byId(CHAT), message: text(1001) },
	],
	[
		'a closing message of 1001',
		"'Closing Message' has 1001 characters",
		/Shorten it to 1000/,
		{ chat: byId(CHAT), ...HELLO, handBack: true, options: { message: text(1001) } },
	],
	[
		'no file where one is wanted',
		"'Input Data Field Name' names no file: the item has no binary data 'data'",
		/Put a node before this one that gives the item a file/,
		{ chat: byId(CHAT), ...HELLO, sendFile: true },
	],
	[
		'a kind that KODA has not',
		"'Send As' cannot be 'sticker'",
		/Use one of: audio, file, image, video/,
		{ chat: byId(CHAT), sendFile: true, sendAs: '={{ "sticker" }}' },
	],
	[
		'a way to take over that there is not',
		"'Take Over' cannot be 'maybe'",
		/whenNeeded, always, never/,
		{ chat: byId(CHAT), ...HELLO, takeOver: '={{ "maybe" }}' },
	],
	[
		'no chat',
		"'Chat' is empty",
		/correct the expression/,
		{ ...HELLO, chat: byId('={{ $json.id }}') },
	],
]);

test('with a file of more than 100 MB nothing is sent', async () => {
	const size = jest.spyOn(BinaryDataService.prototype, 'getMetadata');
	size.mockResolvedValue({ fileSize: 101 * 1024 * 1024 });
	const large = { ...photo, id: 'filesystem-v2:large' };
	const error = await bench.runToError(reply(CHAT, { ...HELLO, sendFile: true }), {
		items: [{ json: {}, binary: { data: large } }],
	});
	size.mockRestore();
	expect(error.message).toBe(
		"The file in 'data' has 101 MB, more than the 100 MB this node sends [item 0]",
	);
	await bench.expectSilence();
});
