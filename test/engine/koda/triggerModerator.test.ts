import type { IDataObject } from 'n8n-workflow';

import { pollTrigger } from '../../support/contexts';
import { watch } from '../../support/events';
import { byId } from '../../../engine/jobs';
import { answering, minutesAgo, pages, sampleOf, useKodaTrigger } from '../../support/kodaTrigger';

const bench = useKodaTrigger();
const { trigger, state, fault, pass, act } = bench;

const [chat] = sampleOf('chat.getAll').response as IDataObject[];
const sinceSample = { options: { startFrom: '2020-01-01T00:00:00' } };

/** Lets the list of chats answer once as the vendor's sample does, with these rows. */
const answers = async (...rows: object[]) => await fault(answering('chat.getAll', rows));

describe('Moderator Mode Switched On', () => {
	const ids = (items: IDataObject[]) => items.map(({ platform_user_id: id }) => id);
	const turn = async (mode: 'enable' | 'disable', id: string) =>
		await act(`chat.${mode}ModeratorMode`, { chat: byId(id) });

	test('gives the chat as KODA lists it', async () => {
		const watched = watch(trigger('moderatorModeSwitchedOn'));
		await answers({ ...chat, moderator_mode: false });
		expect(await watched.poll()).toEqual([]);
		await answers(chat);
		expect(await watched.poll()).toEqual([chat]);
	});

	test('with a chosen time, all that are on count: since when is not known', async () => {
		const on = (await state()).chats.filter(({ moderatorMode }) => moderatorMode);
		const startFrom = { options: { startFrom: minutesAgo(10) } };
		const watched = watch(trigger('moderatorModeSwitchedOn', startFrom));
		const wanted = on.map(({ platformUserId }) => platformUserId);
		expect(wanted.length).toBeGreaterThan(0);
		expect(ids(await watched.poll())).toEqual(wanted);
		expect(await watched.poll()).toEqual([]);
	});

	test('each time anew, as far as polls see it', async () => {
		const { chats } = await state();
		const { platformUserId: id } = chats.find(({ moderatorMode }) => !moderatorMode)!;
		const watched = watch(trigger('moderatorModeSwitchedOn'), { restarts: false });
		await watched.poll();
		await turn('enable', id);
		expect(ids(await watched.poll())).toEqual([id]);
		await turn('disable', id);
		expect(await watched.poll()).toEqual([]);
		await turn('enable', id);
		expect(ids(await watched.poll())).toEqual([id]);
		// Off and on between two polls looks as if nothing had happened.
		await turn('disable', id);
		await turn('enable', id);
		expect(await watched.poll()).toEqual([]);
	});

	test('not anew when n8n was restarted after the poll that saw it off, and nothing else was given', async () => {
		const { chats } = await state();
		const [one, other] = chats
			.filter(({ moderatorMode }) => !moderatorMode)
			.map(({ platformUserId }) => platformUserId);
		const watched = watch(trigger('moderatorModeSwitchedOn'));
		await watched.poll();
		await turn('enable', one);
		expect(ids(await watched.poll())).toEqual([one]);
		await turn('disable', one);
		expect(await watched.poll()).toEqual([]);
		// n8n kept nothing of that poll.
		await turn('enable', one);
		expect(await watched.poll()).toEqual([]);
		// With a poll that gives another chat, it keeps that the first is off.
		await turn('disable', one);
		await turn('enable', other);
		expect(ids(await watched.poll())).toEqual([other]);
		await turn('enable', one);
		expect(ids(await watched.poll())).toEqual([one]);
	});

	test('a chat that is missing for less than a day stays as it was; after that it is forgotten', async () => {
		const watched = watch(trigger('moderatorModeSwitchedOn', sinceSample), { restarts: false });
		const other = { ...chat, platform_user_id: 'other' };
		await answers(chat, other);
		expect(await watched.poll()).toHaveLength(2);
		// It is back after 23 hours, and missing anew.
		for (const shown of [[other], [chat, other], [other], [other]]) {
			await answers(...shown);
			expect(await watched.poll()).toEqual([]);
			await pass(23 * 3600);
		}
		for (const _reading of [1, 2]) await answers(other);
		expect(await watched.poll()).toEqual([]);
		expect(JSON.stringify(watched.kept())).toContain('other');
		expect(JSON.stringify(watched.kept())).not.toContain(String(chat.platform_user_id));
		await answers(chat, other);
		expect(await watched.poll()).toEqual([chat]);
	});

	test('one that readings of a list that shifts do not show is not forgotten', async () => {
		const watched = watch(trigger('moderatorModeSwitchedOn', sinceSample), { restarts: false });
		const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ ...chat, platform_user_id: id }));
		await answers(a, b, c);
		expect(await watched.poll()).toHaveLength(3);
		// All pages, then three readings, none of which shows a.
		const [first, second] = [pages('chat.getAll', [b], [c]), pages('chat.getAll', [c], [b])];
		const asked = [...first, ...first, ...second, ...first];
		for (const answer of asked) await fault(answer);
		expect(await watched.poll()).toEqual([]);
		await answers(a, b, c);
		expect(await watched.poll()).toEqual([]);
	});

	test.each<[unknown, number]>([
		[true, 1],
		['true', 1],
		[1, 1],
		[false, 0],
		['false', 0],
		[0, 0],
	])('moderator_mode %j', async (moderator_mode, count) => {
		await answers({ ...chat, moderator_mode });
		const { json } = await pollTrigger(trigger('moderatorModeSwitchedOn', sinceSample));
		expect(json).toHaveLength(count);
	});

	test('chats of which none says whether it is on are refused', async () => {
		const { moderator_mode: _none, ...silent } = chat;
		await answers(silent);
		const setup = trigger('moderatorModeSwitchedOn', sinceSample);
		await expect(pollTrigger(setup)).rejects.toMatchObject({
			message: expect.stringContaining("rows without 'moderator_mode'") as string,
			description: expect.stringContaining("'Base URL'") as string,
		});
		await answers(silent, { ...chat, platform_user_id: 'other' });
		expect((await pollTrigger(setup)).json).toHaveLength(1);
	});
});
