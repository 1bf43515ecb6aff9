import type { IDataObject } from 'n8n-workflow';

import { pollTrigger } from '../../support/contexts';
import { minutesAgo, watch } from '../../support/events';
import { bodyOf } from '../../support/koreAi';
import { idsOf, shownIds, useKoreTrigger } from '../../support/koreAiTrigger';

/** Session Closed: sessions that are found open, and are closed later. */
const { trigger, seed, sessionsSince, sent, answerWith } = useKoreTrigger();

const SESSIONS = 'session.getAll';
const EVENT = 'sessionClosed';
const HOUR = 60;

const close = async (within: string[], at = 'now') => await seed({ close: true, within, at });
/** Open sessions of some hours ago, and a later one, so that the list no longer has them after the first poll. */
async function openSessions(count: number): Promise<string[]> {
	await seed({ sessions: count, at: minutesAgo(3 * HOUR), everySeconds: 1 });
	const ids = idsOf(await sessionsSince(4 * HOUR));
	await seed({ sessions: 1, close: true, at: minutesAgo(HOUR) });
	return ids;
}

/** The session IDs that each call asked for. */
const asked = async () =>
	(await sent(SESSIONS)).map((request) => bodyOf(request).sessionId as string[] | undefined);

test('a session that was open when the trigger began comes when it is closed, once', async () => {
	await seed({ sessions: 2, at: minutesAgo(3 * HOUR), everySeconds: 60 });
	const [first, second] = idsOf(await sessionsSince(4 * HOUR));
	const watched = watch(trigger(EVENT));
	for (const _time of [1, 2]) expect(await watched.poll()).toEqual([]);
	await close([second]);
	const [row, ...more] = await watched.poll();
	expect(more).toEqual([]);
	expect(row).toMatchObject({ sessionId: second, status: 'closed' });
	expect(await watched.poll()).toEqual([]);
	await close([first]);
	expect(shownIds(await watched.poll())).toEqual([first]);
	expect(await watched.poll()).toEqual([]);
});

test('its last message may be older than the trigger', async () => {
	await seed({ sessions: 1, at: minutesAgo(50) });
	const [session] = idsOf(await sessionsSince(HOUR));
	const watched = watch(trigger(EVENT));
	await watched.poll();
	await close([session], minutesAgo(40));
	expect(shownIds(await watched.poll())).toEqual([session]);
});

test('a session that began and ended between two polls comes, once', async () => {
	const watched = watch(trigger(EVENT));
	await watched.poll();
	await seed({ sessions: 1, close: true, at: 'now' });
	const [session] = idsOf(await sessionsSince(1));
	expect(shownIds(await watched.poll())).toEqual([session]);
	expect(await watched.poll()).toEqual([]);
});

test('begins at a chosen time: what was closed since, whenever it began that day', async () => {
	await seed({ sessions: 1, close: true, at: minutesAgo(50) });
	await seed({ sessions: 3, at: minutesAgo(20 * HOUR), everySeconds: 60 });
	const [early, late, open] = idsOf(await sessionsSince(21 * HOUR));
	await close([early], minutesAgo(40));
	await close([late], minutesAgo(20));
	const watched = watch(trigger(EVENT, {}, { since: 30 }));
	expect(shownIds(await watched.poll())).toEqual([late]);
	await close([open]);
	expect(shownIds(await watched.poll())).toEqual([open]);
	expect(await watched.poll()).toEqual([]);
});

test('a poll that fails half way gives nothing, and the next one all', async () => {
	const [open] = await openSessions(1);
	const watched = watch(trigger(EVENT));
	await watched.poll();
	const before = watched.kept();
	await seed({ sessions: 1, close: true, at: 'now' });
	await close([open]);
	const [ended] = idsOf(await sessionsSince(1));
	await answerWith(SESSIONS, {}, { status: 500, skip: 1 });
	await expect(watched.poll()).rejects.toThrow('Kore.ai is not available right now');
	expect(watched.kept()).toEqual(before);
	expect(shownIds(await watched.poll()).sort()).toEqual([open, ended].sort());
	expect(await watched.poll()).toEqual([]);
});

test('open ones are asked for by ID, fifty at a time, and those that the list has are not', async () => {
	const all = await openSessions(120);
	const watched = watch(trigger(EVENT));
	await watched.poll();
	const before = (await sent(SESSIONS)).length;
	await seed({ sessions: 2, at: 'now' });
	await watched.poll();
	const [list, ...byId] = (await asked()).slice(before);
	expect(list).toBeUndefined();
	expect(byId.map((ids) => ids?.length)).toEqual([50, 50, 20]);
	expect(byId.flat()).toEqual(all);
	// The two new ones are open as well, and in the list.
	await watched.poll();
	const again = (await asked()).slice(before + 4);
	expect(again.map((ids) => ids?.length)).toEqual([undefined, 50, 50, 20]);
	expect((await sent(SESSIONS)).flatMap(({ contractErrors }) => contractErrors)).toEqual([]);
});

test('no more than 500 are remembered: those that began first are forgotten', async () => {
	const all = await openSessions(510);
	const watched = watch(trigger(EVENT));
	await watched.poll();
	const before = (await sent(SESSIONS)).length;
	await close(all.slice(0, 20));
	expect(shownIds(await watched.poll())).toEqual(all.slice(10, 20));
	const byId = (await asked()).slice(before + 1);
	expect(byId).toHaveLength(10);
	expect(byId.flat()).toEqual(all.slice(10));
});

test('one that Kore.ai no longer knows is forgotten', async () => {
	const [gone, open] = await openSessions(2);
	const watched = watch(trigger(EVENT), { restarts: false });
	await watched.poll();
	const [{ responseBody }] = await sent(SESSIONS);
	const { sessions } = responseBody as { sessions: IDataObject[] };
	const row = sessions.find(({ sessionId }) => sessionId === open);
	const answer = { total: 1, moreAvailable: false, sessions: [row], invalidSessions: [gone] };
	await answerWith(SESSIONS, answer, { skip: 1 });
	await watched.poll();
	await watched.poll();
	expect((await asked()).at(-1)).toEqual([open]);
});

test('one that an answer leaves out is asked for again', async () => {
	const [open] = await openSessions(1);
	const watched = watch(trigger(EVENT));
	await watched.poll();
	await answerWith(SESSIONS, { total: 0, moreAvailable: false, sessions: [] }, { skip: 1 });
	expect(await watched.poll()).toEqual([]);
	await close([open]);
	expect(shownIds(await watched.poll())).toEqual([open]);
});

test('a list that shows a session open and closed counts it as closed, once', async () => {
	const watched = watch(trigger(EVENT));
	await watched.poll();
	const base = { start_time: minutesAgo(1), end_time: minutesAgo(0) };
	const open = { sessionId: 'a', sessionStatus: 'active', ...base };
	const closed = { ...open, sessionStatus: 'closed' };
	const page = (row: object) => ({ total: 2, moreAvailable: true, sessions: [row] });
	const last = (row: object) => ({ ...page(row), moreAvailable: false });
	// A first page, which says that there is another one; then both pages, three times.
	const pages = [page(open), page(closed), last(open), page(open), last(closed), page(closed)];
	for (const body of [...pages, last(open)]) await answerWith(SESSIONS, body);
	expect(shownIds(await watched.poll())).toEqual(['a']);
	expect(await watched.poll()).toEqual([]);
});

test('sessions that are asked for and come without an ID are refused', async () => {
	const [open] = await openSessions(1);
	const watched = watch(trigger(EVENT));
	await watched.poll();
	const rows = [{ sessionStatus: 'closed', start_time: minutesAgo(9) }];
	await answerWith(SESSIONS, { total: 1, moreAvailable: false, sessions: rows }, { skip: 1 });
	await expect(watched.poll()).rejects.toThrow("Kore.ai gave a row without 'sessionId'");
	await close([open]);
	expect(shownIds(await watched.poll())).toEqual([open]);
});

test('where little happens, only what began since a day ago is asked for', async () => {
	const watched = watch(trigger(EVENT, {}, { since: 20 * 24 * HOUR }), { restarts: false });
	await watched.poll();
	await watched.poll();
	const { dateFrom } = bodyOf((await sent(SESSIONS)).at(-1)!);
	expect(Date.parse(String(dateFrom))).toBeGreaterThan(Date.parse(minutesAgo(25 * HOUR)));
});

test('any other status than closed is open', async () => {
	const watched = watch(trigger(EVENT, {}, { since: 5 }));
	const row = { sessionId: 'a', start_time: minutesAgo(1), end_time: minutesAgo(1) };
	const list = (sessionStatus?: string) => ({
		total: 1,
		moreAvailable: false,
		sessions: [{ ...row, sessionStatus }],
	});
	for (const status of ['active', 'paused']) {
		await answerWith(SESSIONS, list(status));
		expect(await watched.poll()).toEqual([]);
	}
	await answerWith(SESSIONS, list());
	await expect(watched.poll()).rejects.toThrow("gave sessions without 'sessionStatus'");
	await answerWith(SESSIONS, list('closed'));
	expect(shownIds(await watched.poll())).toEqual(['a']);
});

test('by Fetch Test Event nothing open is given', async () => {
	await seed({ sessions: 1, at: minutesAgo(10) });
	await expect(pollTrigger(trigger(EVENT), 'manual')).rejects.toThrow('Nothing happened');
});
