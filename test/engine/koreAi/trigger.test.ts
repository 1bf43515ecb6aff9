import type { IDataObject } from 'n8n-workflow';

import { pollTrigger } from '../../support/contexts';
import { minutesAgo, watch } from '../../support/events';
import { byId } from '../../../engine/jobs';
import { bodyOf, BOT, expectNoSecret, OTHER_BOT, shownFields } from '../../support/koreAi';
import { saidIn, shownIds, useKoreTrigger } from '../../support/koreAiTrigger';

/** What the events of sessions and messages have in common. */
const { trigger, seed, latest, sessionsSince, sent, fault, answerWith } = useKoreTrigger();

const SESSIONS = 'session.getAll';
const MESSAGES = 'message.getAllV2';

interface Kind {
	operation: string;
	/** Lets it happen `count` times. */
	cause: (count: number, moment: object) => Promise<unknown>;
	/** The IDs of what came of it, in order. */
	made: (count: number) => Promise<string[]>;
}

const kinds: Record<string, Kind> = {
	sessionStarted: {
		operation: SESSIONS,
		cause: async (sessions, moment) => await seed({ sessions, ...moment }),
		made: async (count) => (await sessionsSince(1e6)).slice(-count).map(({ id }) => id),
	},
	sessionClosed: {
		operation: SESSIONS,
		// Closed at once, one by one.
		cause: async (
			count,
			{ at, everySeconds = 0, ...rest }: { at?: string; everySeconds?: number },
		) => {
			for (let made = 0; made < count; made++) {
				const first = at === 'now' ? Date.now() : Date.parse(String(at));
				const moment = new Date(first + made * everySeconds * 1000).toISOString();
				await seed({ sessions: 1, close: true, at: moment, ...rest });
			}
		},
		made: async (count) => (await sessionsSince(1e6)).slice(-count).map(({ id }) => id),
	},
	newMessage: {
		operation: MESSAGES,
		cause: async (messages, moment) => await seed({ messages, sessions: 1, ...moment }),
		made: async (count) =>
			saidIn([await latest()])
				.slice(-count)
				.map(({ id }) => id),
	},
};

describe.each(Object.entries(kinds))('%s', (event, { operation, cause, made }) => {
	test('begins now: what is there is old, and each new one comes once', async () => {
		await cause(2, { at: minutesAgo(1) });
		const watched = watch(trigger(event));
		expect(await watched.poll()).toEqual([]);
		expect(await watched.poll()).toEqual([]);
		await cause(1, { at: 'now' });
		expect(shownIds(await watched.poll())).toEqual(await made(1));
		expect(await watched.poll()).toEqual([]);
		await cause(2, { at: 'now' });
		expect(shownIds(await watched.poll()).sort()).toEqual((await made(2)).sort());
		expect(await watched.poll()).toEqual([]);
		expectNoSecret(watched.kept(), 'admin-secret-of-kore-ai');
	});

	test('begins at a chosen time: the first poll gives what happened since, the oldest first', async () => {
		await cause(1, { at: minutesAgo(40) });
		await cause(3, { at: minutesAgo(20), everySeconds: 60 });
		const watched = watch(trigger(event, {}, { since: 30 }));
		expect(shownIds(await watched.poll())).toEqual(await made(3));
		expect(await watched.poll()).toEqual([]);
	});

	test('begins weeks ago: in calls of less than seven days each', async () => {
		const day = 24 * 60;
		await cause(1, { at: minutesAgo(17 * day) });
		const [first] = await made(1);
		await cause(1, { at: minutesAgo(9 * day) });
		const [second] = await made(1);
		await cause(1, { at: minutesAgo(day) });
		const [third] = await made(1);
		const watched = watch(trigger(event, {}, { since: 18 * day }));
		expect(shownIds(await watched.poll())).toEqual([first, second, third]);
		const calls = await sent(operation);
		expect(calls).toHaveLength(3);
		const dates = calls.map((call) => [bodyOf(call).dateFrom, bodyOf(call).dateTo] as string[]);
		for (const [index, [from, to]] of dates.entries()) {
			expect(Date.parse(to) - Date.parse(from)).toBeLessThan(7 * day * 60_000);
			if (index > 0) expect(from).toBe(dates[index - 1][1]);
		}
		expect(await watched.poll()).toEqual([]);
		expect(await sent(operation)).toHaveLength(4);
	});

	test('gives those of the same moment that come later, and those that are shown late', async () => {
		const at = minutesAgo(10);
		await cause(1, { at });
		const watched = watch(trigger(event, {}, { since: 30 }));
		const given = [...(await watched.poll())];
		await cause(1, { at });
		given.push(...(await watched.poll()));
		await cause(1, { at: minutesAgo(13) });
		given.push(...(await watched.poll()));
		expect(given).toHaveLength(3);
		expect(new Set(shownIds(given)).size).toBe(3);
		expect(await watched.poll()).toEqual([]);
	});

	test('of a poll that fails, nothing is lost', async () => {
		const watched = watch(trigger(event, {}, { since: 30 }));
		await watched.poll();
		const before = watched.kept();
		await cause(2, { at: minutesAgo(1) });
		const cases: Array<[object, string, string]> = [
			[{ kind: 'status', status: 500 }, 'Kore.ai is not available right now', 'Try again later.'],
			[{ kind: 'status', status: 401 }, 'Kore.ai did not accept the credential', 'the API scope'],
			[{ kind: 'html' }, 'Kore.ai answered with a web page instead of data', "'Base URL'"],
		];
		for (const [broken, message, wayOut] of cases) {
			await fault(operation, broken);
			await expect(watched.poll()).rejects.toMatchObject({
				message: expect.stringContaining(message) as string,
				description: expect.stringContaining(wayOut) as string,
			});
			expect(watched.kept()).toEqual(before);
		}
		expect(shownIds(await watched.poll()).sort()).toEqual((await made(2)).sort());
	});

	test('of another bot begins anew', async () => {
		const watched = watch(trigger(event));
		await watched.poll();
		await cause(1, { at: minutesAgo(1), bot: OTHER_BOT });
		expect(await watched.poll()).toEqual([]);
		const other = trigger(event, { bot: byId(OTHER_BOT) });
		expect(await watched.poll(other)).toEqual([]);
		await cause(1, { at: minutesAgo(1) });
		await cause(1, { at: 'now', bot: OTHER_BOT });
		const rows = await watched.poll(other);
		expect(shownIds(rows)).toEqual(await made(1));
		expect(rows.map(({ botId }) => botId)).toEqual([OTHER_BOT]);
	});

	test("follows the credential's Default Bot ID", async () => {
		const watched = watch(trigger(event));
		await watched.poll();
		const other = trigger(event, {}, { account: { defaultBotId: OTHER_BOT } });
		await cause(1, { at: minutesAgo(1), bot: OTHER_BOT });
		expect(await watched.poll(other)).toEqual([]);
		await cause(1, { at: 'now', bot: OTHER_BOT });
		expect(shownIds(await watched.poll(other))).toEqual(await made(1));
		const nobody = trigger(event, {}, { account: { defaultBotId: '' } });
		await expect(watched.poll(nobody)).rejects.toMatchObject({
			message: "'Bot' is empty",
			description: expect.stringContaining("'Default Bot ID'") as string,
		});
	});

	test('is simplified to the fields of Get Many, or as it came', async () => {
		await cause(1, { at: minutesAgo(2) });
		const simple = await pollTrigger(trigger(event, {}, { since: 5 }));
		const action = event === 'newMessage' ? 'message.getAll' : SESSIONS;
		expect(Object.keys(simple.json[0]).sort()).toEqual(shownFields(action));
		const raw = await pollTrigger(trigger(event, { simplify: false }, { since: 5 }));
		const [{ responseBody }] = (await sent(operation)).slice(-1);
		const { sessions, messages } = responseBody as Record<string, IDataObject[]>;
		expect(raw.json).toEqual((sessions ?? messages).slice(0, 1));
	});

	test('by Fetch Test Event: the latest one, from near to far, without any effect', async () => {
		await expect(pollTrigger(trigger(event), 'manual')).rejects.toMatchObject({
			message: 'Nothing happened in the last 7 days',
			description: expect.stringContaining('fetch again') as string,
		});
		await cause(2, { at: minutesAgo(90), everySeconds: 60 });
		const { json, staticData } = await pollTrigger(trigger(event), 'manual');
		expect(shownIds(json)).toEqual(await made(1));
		expect(staticData).toEqual({});
	});

	test('without a time is refused, if it is so with all', async () => {
		const rows = [{ sessionId: 'a', _id: 'a', botId: BOT }];
		const name = event === 'newMessage' ? 'messages' : 'sessions';
		await answerWith(operation, { total: 1, moreAvailable: false, [name]: rows });
		await expect(pollTrigger(trigger(event, {}, { since: 5 }))).rejects.toMatchObject({
			message: 'Kore.ai gave rows without a time, so new ones cannot be told from old ones',
		});
	});

	test('without an ID is refused, and nothing is lost', async () => {
		const watched = watch(trigger(event, {}, { since: 5 }));
		await watched.poll();
		await cause(2, { at: minutesAgo(1) });
		const at = minutesAgo(1);
		const rows = [1, 2].map((botId) => ({ botId, start_time: at, end_time: at, createdOn: at }));
		const name = event === 'newMessage' ? 'messages' : 'sessions';
		await answerWith(operation, { total: 2, moreAvailable: false, [name]: rows });
		await expect(watched.poll()).rejects.toMatchObject({
			message: expect.stringMatching(/^Kore\.ai gave a row without '(_id|sessionId)'/) as string,
			description: expect.stringContaining("'Endpoint Overrides'") as string,
		});
		expect(await watched.poll()).toHaveLength(2);
	});

	test('rows that change while they are read, and do not move, are read twice', async () => {
		const at = minutesAgo(1);
		const name = event === 'newMessage' ? 'messages' : 'sessions';
		const times = { start_time: at, end_time: at, createdOn: at, sessionStatus: 'closed' };
		const pages = ['a', 'b', 'a', 'b'];
		for (const [version, id] of pages.entries()) {
			const row = { sessionId: id, _id: id, ...times, version };
			const moreAvailable = id === 'a';
			await answerWith(operation, { total: 2, moreAvailable, [name]: [row] });
		}
		const setup = trigger(event, { simplify: false }, { since: 5 });
		const { json } = await pollTrigger(setup);
		expect(json.map(({ _id, version }) => [_id, version])).toEqual([
			['a', 2],
			['b', 3],
		]);
		expect(await sent(operation)).toHaveLength(pages.length);
	});

	test('from too long ago is refused, and nothing is asked for', async () => {
		const startFrom = '2006-01-01T00:00:00Z';
		await expect(pollTrigger(trigger(event, { options: { startFrom } }))).rejects.toMatchObject({
			message: "'Start From' is too long ago",
			description: 'Choose one within 1000 weeks.',
		});
		expect(await sent()).toEqual([]);
	});

	test('works with an app of the bot', async () => {
		const account = { clientId: 'cs-bot', clientSecret: 'bot-secret-of-kore-ai', createdIn: 'bot' };
		await cause(1, { at: minutesAgo(1) });
		const { json } = await pollTrigger(trigger(event, {}, { since: 5, account }));
		expect(shownIds(json)).toEqual(await made(1));
	});

	test('from the future on, nothing is asked for before', async () => {
		const startFrom = new Date(Date.now() + 3_600_000).toISOString();
		const watched = watch(trigger(event, { options: { startFrom } }));
		await cause(1, { at: 'now' });
		expect(await watched.poll()).toEqual([]);
		expect(await watched.poll()).toEqual([]);
		if (event !== 'sessionClosed') expect(await sent()).toEqual([]);
	});
});

test('a chosen time that is none is refused', async () => {
	const setup = trigger('sessionStarted', { options: { startFrom: 'soon' } });
	await expect(pollTrigger(setup)).rejects.toMatchObject({
		message: "'Start From' is not a date",
	});
	expect(await sent()).toEqual([]);
});

test('a bot that an expression does not give is refused', async () => {
	const setup = trigger('sessionStarted', { bot: byId('={{ undefined }}') });
	await expect(pollTrigger(setup)).rejects.toMatchObject({ message: "'Bot' is empty" });
	expect(await sent()).toEqual([]);
});
