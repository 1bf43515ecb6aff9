import type { INodeParameters } from 'n8n-workflow';

import { byId, itemsOf } from '../../../engine/jobs';
import { useKoda } from '../../support/koda';

/** A moderator's message that a repeated run does not send again: the option Skip If Sent Within. */
const bench = useKoda();

const CHAT = '4100000001';
const OTHER = '4100000000';
const TEXT = 'Your parcel is on its way';
const within = (minutes: number) => ({ options: { skipIfSentWithin: minutes } });

const send = async (more: INodeParameters = {}, texts = [TEXT]) =>
	await bench.run(
		{
			resource: 'chat',
			operation: 'sendModeratorMessage',
			chat: byId(CHAT),
			message: '={{ $json.text }}',
			...more,
		},
		{ items: itemsOf(texts.map((text) => ({ text }))) },
	);

const reply = async (more: INodeParameters = {}) =>
	await send({ operation: 'replyAsModerator', ...more });

const sent = async () => await bench.sent('chat.sendModeratorMessage');

test('the same text is not sent again, and the output says when it was', async () => {
	const { json: first } = await send(within(60));
	expect(first).toEqual([{ success: true }]);
	const { json } = await send(within(60));
	expect(json).toEqual([{ sent: false, sent_before: expect.stringMatching(/^20\d\d-.*Z$/) }]);
	expect(await sent()).toHaveLength(1);
	const [, look] = await bench.sent('chat.get');
	expect(Object.keys(look.query)).toContain('from');
});

test('what cannot be seen makes no other text of it', async () => {
	await send({}, ['Größe']);
	const { json } = await send(within(60), [`\uFEFF${'Größe'.normalize('NFD')} `]);
	expect(json).toMatchObject([{ sent: false }]);
	expect(await sent()).toHaveLength(1);
});

test('another text, the same in another chat, and one of a bot are sent', async () => {
	await send({}, [TEXT]);
	await send({ operation: 'disableModeratorMode', options: { message: 'Goodbye' } });
	await send(within(60), [`${TEXT}!`, 'Goodbye']);
	await send({ ...within(60), chat: byId(OTHER) });
	expect(await sent()).toHaveLength(4);
});

test('after the minutes it is sent again', async () => {
	await send();
	// KODA's clock is the one by which messages are dated: it was an hour ago.
	const now = Date.now();
	jest.spyOn(Date, 'now').mockImplementation(() => now + 61 * 60_000);
	await send(within(60));
	jest.restoreAllMocks();
	expect(await sent()).toHaveLength(2);
	const { json } = await send(within(60));
	expect(json).toMatchObject([{ sent: false }]);
});

test('a second item with the same text in one run is left out, too', async () => {
	const { json } = await send(within(60), [TEXT, TEXT]);
	expect(json).toMatchObject([{ success: true }, { sent: false }]);
	expect(await sent()).toHaveLength(1);
});

test('a chat that cannot be read gets no message, and the error says so', async () => {
	await bench.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'chat.get',
		kind: 'status',
		status: 400,
	});
	const { error } = await send(within(60));
	expect(error?.message).toContain('Looking whether the message was sent already: KODA');
	expect(error?.description).toContain('The message was not sent.');
	expect(await sent()).toEqual([]);
});

test('without the option nothing is read', async () => {
	await send();
	await send();
	expect(await sent()).toHaveLength(2);
	expect(await bench.sent('chat.get')).toEqual([]);
});

test('Reply as Moderator that broke off goes on: the text is left out, the chat is handed back', async () => {
	await bench.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'chat.disableModeratorMode',
		kind: 'status',
		status: 400,
	});
	const handBack = { handBack: true, ...within(60) };
	const { error } = await reply(handBack);
	expect(error).toBeDefined();
	const { json } = await reply(handBack);
	expect(json).toEqual([
		{
			platform_user_id: CHAT,
			took_over: false,
			message_sent: false,
			file_sent: false,
			handed_back: true,
			sent_before: expect.stringMatching(/Z$/),
		},
	]);
	expect(await sent()).toHaveLength(1);
});
