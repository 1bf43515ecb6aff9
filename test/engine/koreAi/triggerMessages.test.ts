import { pollTrigger } from '../../support/contexts';
import { minutesAgo, watch } from '../../support/events';
import { bodyOf, BOT } from '../../support/koreAi';
import { saidIn, shownIds, useKoreTrigger } from '../../support/koreAiTrigger';

/** New Message: what is asked for, and the filters. */
const { trigger, seed, latest, sessionsSince, sent } = useKoreTrigger();

const EVENT = 'newMessage';
const MESSAGES = 'message.getAllV2';

test('one call a poll: from five minutes before, in V2, up to a thousand messages', async () => {
	const from = minutesAgo(60);
	const begun = Date.now();
	await pollTrigger(trigger(EVENT, { options: { startFrom: from } }));
	const [request, ...more] = await sent();
	expect(more).toEqual([]);
	expect(`${request.method} ${request.path}`).toBe(`POST /api/public/bot/${BOT}/getMessagesV2`);
	expect(request.contractErrors).toEqual([]);
	const { dateFrom, dateTo, ...rest } = bodyOf(request);
	expect(Date.parse(String(dateFrom))).toBe(Date.parse(from) - 5 * 60_000);
	const to = Date.parse(String(dateTo));
	expect([begun <= to, to <= Date.now()]).toEqual([true, true]);
	expect(rest).toEqual({ skip: 0, limit: 1000 });
});

test.each([
	['incoming', 0],
	['outgoing', 1],
])('Message Type %s leaves out the others, for good', async (messageType, first) => {
	await seed({ sessions: 1, messages: 4, at: minutesAgo(2), everySeconds: 1 });
	const said = saidIn([await latest()]).map(({ id }) => id);
	const watched = watch(trigger(EVENT, { filters: { messageType } }, { since: 5 }));
	const rows = await watched.poll();
	expect(shownIds(rows)).toEqual([said[first], said[first + 2]]);
	expect(new Set(rows.map(({ type }) => type))).toEqual(new Set([messageType]));
	expect(await watched.poll(trigger(EVENT, {}, { since: 5 }))).toEqual([]);
});

test('Channel Types are asked for one by one, each of them once', async () => {
	for (const channel of ['rtm', 'sms', 'msteams']) {
		await seed({ sessions: 1, messages: 1, channel, at: minutesAgo(1) });
	}
	const channelTypes = ['sms', 'msteams', 'sms'];
	const { json } = await pollTrigger(trigger(EVENT, { filters: { channelTypes } }, { since: 5 }));
	expect(json.map(({ channel }) => channel).sort()).toEqual(['msteams', 'sms']);
	expect((await sent(MESSAGES)).map((request) => bodyOf(request).channelType)).toEqual([
		'msteams',
		'sms',
	]);
	const { json: usual } = await pollTrigger(trigger(EVENT, {}, { since: 5 }));
	expect(usual.map(({ channel }) => channel)).toEqual(['rtm']);
});

test('with other Channel Types it begins anew', async () => {
	const of = (channelTypes: string[]) => trigger(EVENT, { filters: { channelTypes } });
	const watched = watch(of(['rtm']));
	await watched.poll();
	await seed({ sessions: 1, messages: 1, channel: 'sms', at: 'now' });
	expect(await watched.poll(of(['sms']))).toEqual([]);
	await seed({ messages: 1, at: 'now' });
	const said = saidIn(await sessionsSince(5));
	expect(shownIds(await watched.poll(of(['sms'])))).toEqual([said[1].id]);
});

test('with the same Channel Types in another order it goes on', async () => {
	const of = (channelTypes: string[]) => trigger(EVENT, { filters: { channelTypes } });
	const watched = watch(of(['rtm', 'sms']));
	await watched.poll();
	await seed({ sessions: 1, messages: 1, channel: 'sms', at: 'now' });
	expect(await watched.poll(of(['sms', 'rtm', 'sms']))).toHaveLength(1);
	expect(await watched.poll(of(['rtm', 'sms']))).toEqual([]);
});

test.each([
	[['sms', ''], 'has an empty entry'],
	['={{ [] }}', 'is empty'],
])('Channel Types %j are refused', async (channelTypes, what) => {
	const setup = trigger(EVENT, { filters: { channelTypes } });
	await expect(pollTrigger(setup)).rejects.toMatchObject({
		message: `'Channel Types' ${what}`,
		description: expect.stringMatching(/\w/) as string,
	});
	expect(await sent()).toEqual([]);
});

test('a Message Type that is none is refused', async () => {
	const setup = trigger(EVENT, { filters: { messageType: '={{ "both" }}' } });
	await expect(pollTrigger(setup)).rejects.toMatchObject({
		message: "'Message Type' cannot be 'both'",
		description: expect.stringContaining('incoming') as string,
	});
});
