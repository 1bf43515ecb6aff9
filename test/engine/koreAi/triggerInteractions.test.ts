import { pollTrigger } from '../../support/contexts';
import { minutesAgo, watch } from '../../support/events';
import { idsOf, shownIds, useKoreTrigger } from '../../support/koreAiTrigger';

/** Kore.ai Trigger: Interaction Finished. */
const { sandbox, trigger, seed, sessionsSince, sent, answerWith, latest } = useKoreTrigger();

const EVENT = 'interactionFinished';
const finish = { sessions: 1, close: true, at: 'now' };

const row = (sessionId: string, finalStatus: string, minutes = 1, more: object = {}) => ({
	sessionId,
	sessionStartTime: minutesAgo(minutes + 2).slice(0, 19),
	sessionEndTime: minutesAgo(minutes).slice(0, 19),
	finalStatus,
	smartStatus: finalStatus,
	...more,
});
const list = async (...data: object[]) => await answerWith('interaction.getAll', { data });

test('comes once when one is over, and not for what was', async () => {
	const { poll } = watch(trigger(EVENT));
	expect(await poll()).toEqual([]);
	await seed({ ...finish, handedOver: true });
	const { id } = await latest();
	expect(await poll()).toMatchObject([
		{ sessionId: id, status: 'CLOSED', disposition: 'Resolved' },
	]);
	expect(await poll()).toEqual([]);
	expect((await sent()).flatMap(({ contractErrors }) => contractErrors)).toEqual([]);
});

test('comes for one that goes on not before its end, which may be on the clock', async () => {
	const { poll } = watch(trigger(EVENT), { restarts: false });
	await poll();
	await seed({ sessions: 1, at: 'now' });
	const { id } = await latest();
	expect(await poll()).toEqual([]);
	const at = new Date(Date.now() + 60_000).toISOString();
	await seed({ close: true, within: [id], at });
	expect(await poll()).toEqual([]);
	await sandbox().control('clock', { advanceSeconds: 90 });
	expect(shownIds(await poll())).toEqual([id]);
	expect(await poll()).toEqual([]);
});

test('with Start From gives those that ended since, the oldest first', async () => {
	await seed({ ...finish, at: minutesAgo(90) });
	for (const minutes of [50, 40, 30]) await seed({ ...finish, at: minutesAgo(minutes) });
	// Which began before, and ended since.
	await seed({ sessions: 1, at: minutesAgo(70) });
	const { id } = (await sessionsSince(80))[0];
	await seed({ close: true, within: [id], at: minutesAgo(20) });
	const { poll } = watch(trigger(EVENT, {}, { since: 60 }));
	expect(shownIds(await poll())).toEqual([...idsOf(await sessionsSince(60)), id]);
	expect(await poll()).toEqual([]);
});

test('comes however late it is shown as over, and in whatever order', async () => {
	const { poll } = watch(trigger(EVENT), { restarts: false });
	await list();
	expect(await poll()).toEqual([]);
	await list(row('b', 'CLOSED', 1), row('a', '', 200));
	expect(shownIds(await poll())).toEqual(['b']);
	await list(row('a', 'USER ABANDONED', 200), row('b', 'CLOSED', 1));
	expect(shownIds(await poll())).toEqual(['a']);
	await list(row('b', 'CLOSED', 1), row('a', 'USER ABANDONED', 200));
	expect(await poll()).toEqual([]);
	// One that is not listed for once is no new one later.
	await list(row('a', 'USER ABANDONED', 200));
	expect(await poll()).toEqual([]);
	await list(row('b', 'CLOSED', 1), row('a', 'USER ABANDONED', 200));
	expect(await poll()).toEqual([]);
});

test('takes the documented words of one that goes on for that, in either status', async () => {
	const { poll } = watch(trigger(EVENT), { restarts: false });
	await list();
	await poll();
	for (const word of ['ACTIVE', 'Idle', 'OPEN', 'overdue']) {
		await list(row('a', word), row('b', 'CLOSED', 1, { smartStatus: word }));
		expect(await poll()).toEqual([]);
	}
	await list(row('a', 'TERMINATED'), row('b', 'CLOSED'));
	expect(shownIds(await poll())).toEqual(['a', 'b']);
});

test('fails when nothing tells what is over, or rows apart', async () => {
	await list({ ...row('a', ''), smartStatus: undefined });
	await expect(pollTrigger(trigger(EVENT))).rejects.toThrow("'finalStatus'");
	await list(row('a', '', 1, { finalStatus: { name: 'CLOSED' }, smartStatus: 'CLOSED' }));
	await expect(pollTrigger(trigger(EVENT))).rejects.toThrow("'finalStatus'");
	await list({ ...row('a', 'CLOSED'), sessionId: '' });
	await expect(pollTrigger(trigger(EVENT))).rejects.toThrow('sessionId');
	const account = { accountId: '' };
	await expect(pollTrigger(trigger(EVENT, {}, { account }))).rejects.toThrow("'Account ID'");
});
