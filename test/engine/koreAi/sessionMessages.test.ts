import type { IDataObject } from 'n8n-workflow';

import { itemsOf } from '../../../engine/jobs';
import {
	bodyOf,
	BOT,
	BOT_APP,
	DAY,
	ms,
	OTHER_BOT,
	pairs,
	shownFields,
	useKore,
} from '../../support/koreAi';
import { testEach } from '../../support/sandbox';
import type { Result } from '../../../engine/runNode';

/** Session: Get Messages; and lists that are empty because of what Kore.ai takes when nothing is given. */
const { sandbox, run, runToError, sent, answerWith, state } = useKore();

const GET = 'session.getMessages';
const TASKS = [0, 2];

const all = async () => (await state()).sessions;
const hintsOf = ({ run: done }: Result) =>
	(done.data.resultData.runData.Node[0].hints ?? []).map(({ message }) => message);

/** A seed with its own sessions, months apart, in two bots and two channels. */
async function seeded() {
	const at = (days: number) => new Date(Date.now() - days * DAY).toISOString();
	const seed = async (options: IDataObject) =>
		await sandbox().control('seed', { vendor: 'kore-ai', ...options });
	await seed({ at: at(90), sessions: 1, messages: 3, everySeconds: 10, close: true });
	await seed({ at: at(20), sessions: 1, messages: 2, everySeconds: 10, channel: 'msteams' });
	await seed({
		at: at(3),
		sessions: 1,
		messages: 2,
		everySeconds: 10,
		bot: OTHER_BOT,
		close: true,
	});
	return (await all()).slice(0, 3).reverse();
}

test('every message, with the bot, channel and time of the session itself', async () => {
	const [old, teams, other] = await seeded();
	const sessionIds = [old, teams, other].map(({ id }) => id);
	const { json, outputs, error } = await run(GET, { sessionIds });
	expect(error).toBeUndefined();
	expect(json.map(({ messageId }) => messageId)).toEqual(
		[old, teams, other].flatMap(({ messages }) => messages.map(({ id }) => id)),
	);
	expect(new Set(pairs(outputs[0]))).toEqual(new Set([0]));
	const shown = shownFields(GET);
	for (const name of Object.keys(json[0])) expect(shown).toContain(name);

	const [looked, ...asked] = await sent();
	expect(looked).toMatchObject({
		operationId: 'session.getAllOfAccount',
		body: { sessionId: sessionIds },
		contractErrors: [],
	});
	for (const session of [old, teams, other]) {
		const own = asked.filter(({ path }) => path.includes(session.botId)).map(bodyOf);
		const windows = own.filter(({ sessionId }) => (sessionId as string[]).includes(session.id));
		expect(new Set(windows.map(({ channelType }) => channelType))).toEqual(
			new Set([session.channel]),
		);
		expect(Math.min(...windows.map(({ dateFrom }) => ms(dateFrom)))).toBeLessThan(session.start);
		for (const { dateFrom, dateTo } of windows) {
			expect(ms(dateTo) - ms(dateFrom)).toBeLessThan(7 * DAY);
		}
	}
	// The one that is open may go on until now.
	const last = Math.max(...asked.map((request) => ms(bodyOf(request).dateTo)));
	expect(Date.now() - last).toBeLessThan(DAY);
	expect(hintsOf({ run: (await run(GET, { sessionIds: [old.id] })).run } as Result)).toEqual([]);
});

test('item by item, each session in one look, and V1 with alerts and actions', async () => {
	const sessions = (await all())
		.filter(
			({ botId, messages }) =>
				botId === BOT && messages.some(({ source }) => TASKS.includes(source)),
		)
		.slice(0, 2);
	const items = itemsOf(sessions.map(({ id }) => ({ id })));
	for (const [version, operation, counts] of [
		['v1', 'message.getAll', () => true],
		['v2', 'message.getAllV2', (source: number) => !TASKS.includes(source)],
	] as Array<[string, string, (source: number) => boolean]>) {
		const { json, outputs } = await run(
			GET,
			{ sessionIds: ['={{ $json.id }}'], version },
			{ items },
		);
		const wanted = sessions.flatMap(({ messages }, index) =>
			messages.filter(({ source }) => counts(source)).map(({ id }) => [id, index]),
		);
		expect(json.map(({ messageId }, at) => [messageId, pairs(outputs[0])[at]])).toEqual(wanted);
		expect((await sent(operation)).length).toBeGreaterThan(0);
	}
});

test('with an app of a bot: of the bot of the credential', async () => {
	const session = (await all()).find(({ botId }) => botId === BOT);
	const own = { sessionIds: [session?.id ?? ''], version: 'v1' };
	const { json, error } = await run(GET, own, { account: { ...BOT_APP, defaultBotId: BOT } });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(session?.messages.length ?? 0);
	expect((await sent())[0].operationId).toBe('session.getAll');
	const failed = await runToError(GET, own, { account: { ...BOT_APP, defaultBotId: '' } });
	expect(failed.message).toBe("'Default Bot ID' in the credential is empty [item 0]");
});

test('more sessions than one call can ask for are asked for in several', async () => {
	const ids = (await all()).filter(({ botId }) => botId === BOT).map(({ id }) => id);
	const { json, error } = await run(GET, { sessionIds: ids, version: 'v1' });
	expect(error).toBeUndefined();
	const wanted = (await all()).filter(({ id }) => ids.includes(id));
	expect(json).toHaveLength(wanted.flatMap(({ messages }) => messages).length);
	expect(await sent('session.getAllOfAccount')).toHaveLength(Math.ceil(ids.length / 50));
	for (const request of await sent('message.getAll')) {
		expect((bodyOf(request).sessionId as string[]).length).toBeLessThanOrEqual(20);
	}
});

test('a session that nobody has fails the item', async () => {
	const error = await runToError(GET, { sessionIds: ['none'] });
	expect(error.message).toBe(
		"'Session IDs' names sessions that Kore.ai does not know: none [item 0]",
	);
	expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
	expect(await sent()).toHaveLength(1);
});

test('messages that were counted and did not come are told of', async () => {
	const session = (await all()).find(({ botId }) => botId === BOT);
	await answerWith('message.getAllV2', { messages: [], moreAvailable: false });
	const result = await run(GET, { sessionIds: [session?.id ?? ''] });
	expect(result.json).toEqual([]);
	expect(hintsOf(result)).toEqual([
		expect.stringContaining(`of which it gave none: ${session?.id} (${session?.channel}).`),
	]);
});

describe('an empty list says under which default', () => {
	const none = { sessions: [], messages: [], total: 0, moreAvailable: false };
	const days = 'the last seven days';
	const rtm = 'the channel rtm (web and mobile)';
	const from = '2026-01-20T00:00:00Z';
	const to = '2026-01-21T00:00:00Z';

	testEach(
		'of those that counted, and of no other',
		[
			['session.getAll', {}, [days]],
			['session.getAll', { from, to }, []],
			['session.getAll', { sessionIds: ['a'] }, []],
			['message.getAll', {}, [days, rtm]],
			['message.getAll', { channelType: 'sms' }, [days]],
			['message.getAll', { from, to }, [rtm]],
			['message.getAll', { msgId: 'ms-1' }, [rtm]],
			['message.getAll', { from, to, channelType: 'sms' }, []],
		] as Array<[string, IDataObject, string[]]>,
		async ([id, filters, defaults]) => {
			const called = id === 'message.getAll' ? 'message.getAllV2' : id;
			await answerWith(called, none, { count: 9 });
			const result = await run(id, { filters } as never);
			expect(result.error).toBeUndefined();
			const hints = hintsOf(result);
			expect(hints).toHaveLength(defaults.length > 0 ? 1 : 0);
			for (const text of [days, rtm]) {
				expect(hints.join().includes(text)).toBe(defaults.includes(text));
			}
		},
	);

	test('and one that is not empty says nothing', async () => {
		await seeded();
		const result = await run('session.getAll', { scope: 'account' });
		expect(result.json.length).toBeGreaterThan(0);
		expect(hintsOf(result)).toEqual([]);
	});
});
