import type { IDataObject } from 'n8n-workflow';

import { pollTrigger } from '../../support/contexts';
import { watch } from '../../support/events';
import { byId } from '../../../engine/jobs';
import { answering, minutesAgo, pages, sampleOf, useKodaTrigger } from '../../support/kodaTrigger';

const bench = useKodaTrigger();
const { trigger, state, seed, fault, sent, pass, act } = bench;

const texts = (items: IDataObject[]) => items.map(({ text }) => text);
const [chat] = sampleOf('chat.getAll').response as IDataObject[];
const [entry] = sampleOf('chat.get').response as IDataObject[];

/** Lets a list answer once as the vendor's sample does, with these rows. */
const answers = async (operationId: string, ...rows: object[]) =>
	await fault(answering(operationId, rows));
/** Lets a list of several pages be read so: first its first page alone, then all, then all again. */
async function reads(operationId: string, ...readings: object[][][]) {
	const [[first]] = readings.map((rows) => pages(operationId, ...rows));
	for (const answer of [first, ...readings.flatMap((rows) => pages(operationId, ...rows))]) {
		await fault(answer);
	}
}
/** The sample's chat with messages of a minute ago, in Unix seconds: those of long ago are not looked for again. */
function recent() {
	const date = Math.floor(Date.now() / 1000) - 60;
	return { chat: { ...chat, last_inbox_message: { date } }, entry: { ...entry, date } };
}
const sinceSample = { options: { startFrom: '2020-01-01T00:00:00' } };

describe('New Chat Message', () => {
	test("is the vendor's sample, with the person", async () => {
		await answers('chat.getAll', chat);
		await answers('chat.get', entry);
		const setup = trigger('newChatMessage', { includeModerator: true, ...sinceSample });
		const { platform_user_id, platform, first_name, last_name, moderator_mode } = chat;
		const person = { platform_user_id, platform, first_name, last_name, moderator_mode };
		const { json } = await pollTrigger(setup);
		expect(json).toEqual([{ ...person, text: 'string', ...entry }]);
		expect(Object.keys(json[0])).toHaveLength(10);
	});

	test('begins at a chosen time, the oldest first', async () => {
		await seed({ newMessages: 4 });
		await pass(1800);
		for (const _message of [1, 2, 3]) {
			await seed({ newMessages: 1 });
			await pass(1);
		}
		const startFrom = { includeModerator: true, options: { startFrom: minutesAgo(10) } };
		const watched = watch(trigger('newChatMessage', startFrom));
		const given = texts(await watched.poll()).map((text) => /\[\d+]/.exec(String(text))?.[0]);
		expect(given).toEqual(['[5]', '[6]', '[7]']);
		expect(await watched.poll()).toEqual([]);
	});

	test('a moderator starts nothing, and so no workflow starts itself', async () => {
		const { chats } = await state();
		const [{ platformUserId }] = chats;
		const running = watch(trigger('newChatMessage'), { restarts: false });
		const restarted = watch(trigger('newChatMessage'));
		for (const watched of [running, restarted]) await watched.poll();
		const message = 'I am a person';
		await act('chat.sendModeratorMessage', { chat: byId(platformUserId), message });
		for (const watched of [running, restarted]) expect(await watched.poll()).toEqual([]);
		// To include them later brings no old ones, unless n8n was restarted, which knows the last given one only.
		const all = trigger('newChatMessage', { includeModerator: true });
		expect(await running.poll(all)).toEqual([]);
		expect(texts(await restarted.poll(all))).toEqual([message]);
		await act('chat.sendModeratorMessage', { chat: byId(platformUserId), message });
		for (const watched of [running, restarted]) {
			expect(texts(await watched.poll(all))).toEqual([message]);
		}
	});

	test('messages that are the same in every way, in the same second, all count', async () => {
		const [{ platformUserId }] = (await state()).chats;
		const watched = watch(trigger('newChatMessage', { includeModerator: true }));
		await watched.poll();
		const given: IDataObject[] = [];
		const write = async () =>
			await act('chat.sendModeratorMessage', { chat: byId(platformUserId), message: 'ok' });
		for (const times of [2, 1]) {
			for (let time = 0; time < times; time++) await write();
			given.push(...(await watched.poll()));
		}
		expect(texts(given)).toEqual(['ok', 'ok', 'ok']);
		const { entries } = (await state()).chats[0];
		const dates = entries.slice(-3).map(({ date }) => date);
		expect(given.map(({ date }) => date)).toEqual(dates);
	});

	test('equal messages of one second come once each, in whatever polls they are shown', async () => {
		const watched = watch(trigger('newChatMessage', { includeModerator: true, ...sinceSample }));
		const counts: number[] = [];
		const now = recent();
		for (const shown of [2, 2, 5, 5]) {
			await answers('chat.getAll', now.chat);
			await answers('chat.get', ...Array.from({ length: shown }, () => now.entry));
			counts.push((await watched.poll()).length);
		}
		expect(counts).toEqual([2, 0, 3, 0]);
	});

	test('another message of the same second is the new one, whatever the order', async () => {
		const watched = watch(trigger('newChatMessage', { includeModerator: true, ...sinceSample }));
		const now = recent();
		const says = (text: string) => ({ ...now.entry, block: { type: 'message', text } });
		const given: unknown[] = [];
		for (const shown of [['b'], ['a', 'b'], ['b', 'c', 'a']]) {
			await answers('chat.getAll', now.chat);
			await answers('chat.get', ...shown.map(says));
			given.push(texts(await watched.poll()));
		}
		expect(given).toEqual([['b'], ['a'], ['c']]);
	});

	describe('when nothing holds still', () => {
		const date = entry.date as number;
		// Ten minutes later: more than what is asked for again after a list that held still.
		const [early, late] = [entry, { ...entry, date: date + 600 }];
		const of = (platform_user_id: string) => ({
			...chat,
			platform_user_id,
			last_inbox_message: { date: date + 600 },
		});
		const setup = () => trigger('newChatMessage', { includeModerator: true, ...sinceSample });

		test('a chat that no reading of the list shows is found later, with all of its messages', async () => {
			const [a, b, c] = ['a', 'b', 'c'].map(of);
			await reads('chat.getAll', [[b], [c]], [[c], [b]], [[b], [c]]);
			for (const _chat of [b, c]) await answers('chat.get', early, late);
			const watched = watch(setup());
			expect(await watched.poll()).toHaveLength(4);
			await answers('chat.getAll', a, b, c);
			for (const _chat of [a, b, c]) await answers('chat.get', early, late);
			const given = await watched.poll();
			expect(given.map(({ platform_user_id: id, date: at }) => [id, at])).toEqual([
				['a', early.date],
				['a', late.date],
			]);
		});

		test('a message that no reading of a chat shows is found later', async () => {
			const last = { ...late, date: late.date + 1 };
			await answers('chat.getAll', of('a'));
			await reads('chat.get', [[late], [last]], [[last], [late]], [[late], [last]]);
			const watched = watch(setup());
			expect(await watched.poll()).toHaveLength(2);
			await answers('chat.getAll', of('a'));
			await answers('chat.get', early, late, last);
			expect((await watched.poll()).map(({ date: at }) => at)).toEqual([early.date]);
		});

		test('messages of a chat that change come once each, also those that are the same', async () => {
			const says = (text: string, read: boolean) => ({
				...late,
				read,
				block: { ...(entry.block as object), text },
			});
			const page = (...texts: string[]) =>
				texts.map((text) => says(text.toLowerCase(), text !== text.toLowerCase()));
			await answers('chat.getAll', of('a'));
			// In capitals: read by now. One of two that are the same moves to the second page.
			const readings = [
				[page('ok', 'ok', 'hm'), page('why')],
				[page('OK', 'ok'), page('ok', 'HM', 'why')],
				[page('OK', 'OK', 'HM'), page('HM', 'WHY')],
			];
			for (const answer of readings.flatMap((rows) => pages('chat.get', ...rows))) {
				await fault(answer);
			}
			const watched = watch(setup());
			const given = texts(await watched.poll());
			await answers('chat.getAll', of('a'));
			await answers('chat.get', ...page('OK', 'OK', 'HM', 'WHY'));
			given.push(...texts(await watched.poll()));
			expect(given.toSorted()).toEqual(['hm', 'ok', 'ok', 'why']);
		});
	});

	test.each([
		['newest first', [3, 2, 2, 1]],
		['oldest first', [1, 2, 2, 3]],
	])('of one chat that KODA gives the %s come the oldest first', async (_, order) => {
		const date = entry.date as number;
		await answers('chat.getAll', chat);
		await answers(
			'chat.get',
			...order.map((second, index) => ({
				...entry,
				date: date + second,
				block: { type: 'message', text: order[0] === 1 ? `${index}` : `${3 - index}` },
			})),
		);
		const setup = trigger('newChatMessage', { includeModerator: true, ...sinceSample });
		expect(texts((await pollTrigger(setup)).json)).toEqual(['0', '1', '2', '3']);
	});

	test('only chats whose last message is new are read, from just before that', async () => {
		await seed({ newMessages: 2 });
		await pass(600);
		const watched = watch(trigger('newChatMessage'));
		const between = [Date.now()];
		await watched.poll();
		between.push(Date.now());
		expect(await sent('chat.get')).toEqual([]);
		await seed({ newMessages: 1 });
		await watched.poll();
		const [{ query, contractErrors }, ...more] = await sent('chat.get');
		expect(more).toEqual([]);
		expect(contractErrors).toEqual([]);
		const { from, ...rest } = query;
		expect(rest).toEqual({ page: '1', on_page: '20' });
		// Unix seconds: five minutes before the first poll, and one second for KODA to leave out.
		const [before, after] = between.map((time) => Math.floor(time / 1000) - 301);
		expect(Number(from)).toBeGreaterThanOrEqual(before);
		expect(Number(from)).toBeLessThanOrEqual(after);
	});

	test('a message that changes, but for what it says, is the same', async () => {
		const watched = watch(trigger('newChatMessage', { includeModerator: true, ...sinceSample }));
		const now = recent();
		const counts: number[] = [];
		for (const change of [
			{},
			{ read: true },
			{ block: { ...(entry.block as object), buttons: [] } },
		]) {
			await answers('chat.getAll', now.chat);
			await answers('chat.get', { ...now.entry, ...change });
			counts.push((await watched.poll()).length);
		}
		expect(counts).toEqual([1, 0, 0]);
	});

	test.each([
		['Unix seconds', 1795000000],
		['Unix seconds as text', '1795000000'],
		['ISO 8601', '2026-11-18T11:06:40Z'],
	])('dates as %s are read', async (_, date) => {
		await answers('chat.getAll', { ...chat, last_inbox_message: { date } });
		await answers('chat.get', { ...entry, date });
		const startFrom = { options: { startFrom: '2026-11-18T11:06:00' }, includeModerator: true };
		expect((await pollTrigger(trigger('newChatMessage', startFrom))).json).toHaveLength(1);
		await answers('chat.getAll', { ...chat, last_inbox_message: { date } });
		const later = { options: { startFrom: '2026-11-18T11:30:00' } };
		const before = (await sent('chat.get')).length;
		expect((await pollTrigger(trigger('newChatMessage', later))).json).toEqual([]);
		expect((await sent('chat.get')).length).toBe(before);
	});

	const setup = () => trigger('newChatMessage', { includeModerator: true, ...sinceSample });

	test.each([
		['no last message', {}],
		['a last message without a date', { last_inbox_message: { text: 'Hello' } }],
		['one whose date is none', { last_inbox_message: { date: 'yesterday' } }],
	])('chats of which none has more than %s are refused', async (_, last) => {
		const { last_inbox_message: _none, ...rest } = chat;
		await answers('chat.getAll', { ...rest, ...last });
		await expect(pollTrigger(setup())).rejects.toThrow('rows without a time');
	});

	test('chats of which all are new are no fault', async () => {
		await answers('chat.getAll', { ...chat, last_inbox_message: null });
		expect((await pollTrigger(setup())).json).toEqual([]);
	});

	test('a chat without messages beside others is left out, one with an unreadable date is read', async () => {
		const { last_inbox_message: _none, ...empty } = chat;
		const odd = { ...chat, platform_user_id: 'odd', last_inbox_message: { date: 'yesterday' } };
		const old = { ...chat, platform_user_id: 'old', last_inbox_message: { date: 1500000000 } };
		await answers('chat.getAll', { ...empty, platform_user_id: 'empty' }, odd, old);
		await answers('chat.get', entry);
		const { json } = await pollTrigger(setup());
		expect(json.map(({ platform_user_id: id }) => id)).toEqual(['odd']);
		expect(await sent('chat.get')).toHaveLength(1);
	});

	test.each(['newChatMessage', 'moderatorModeSwitchedOn'])(
		'%s: a chat without an ID is refused',
		async (event) => {
			const { platform_user_id: _none, ...nameless } = chat;
			await answers('chat.getAll', nameless, { ...nameless, first_name: 'Other' });
			await expect(pollTrigger(trigger(event, sinceSample))).rejects.toThrow(
				"without 'platform_user_id'",
			);
		},
	);

	test('a chat that KODA no longer knows, or refuses alone, is left out until it can be read', async () => {
		const watched = watch(trigger('newChatMessage', { includeModerator: true }));
		await watched.poll();
		await seed({ newMessages: 3 });
		await fault({ operationId: 'chat.get', kind: 'status', status: 404, count: 1 });
		expect(await watched.poll()).toHaveLength(2);
		expect(await watched.poll()).toHaveLength(1);
		await pass(900);
		await watched.poll();
		await seed({ newMessages: 3 });
		await fault({ operationId: 'chat.get', kind: 'status', status: 500, count: 1, skip: 1 });
		expect(await watched.poll()).toHaveLength(2);
		expect(await watched.poll()).toHaveLength(1);
		expect(await watched.poll()).toEqual([]);
		await seed({ newMessages: 1 });
		const { chats } = await state();
		await fault({ operationId: 'chat.get', kind: 'status', status: 500, count: 8 });
		const ids = chats.map(({ platformUserId }) => platformUserId).join('|');
		await expect(watched.poll()).rejects.toThrow(new RegExp(`^Chat '(${ids})': KODA is not`));
	});

	test('what is refused in the middle of the chats comes the next time', async () => {
		const watched = watch(trigger('newChatMessage', { includeModerator: true }));
		await watched.poll();
		await seed({ newMessages: 12 });
		await fault({ operationId: 'chat.get', kind: 'status', status: 500, skip: 6, count: 4 });
		expect(await watched.poll()).toHaveLength(8);
		expect(await watched.poll()).toHaveLength(4);
		expect(await watched.poll()).toEqual([]);
	});
});
