import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { pollTrigger } from '../../support/contexts';
import { minutesAgo, watch } from '../../support/events';
import { bodyOf, BOT, BOT_APP } from '../../support/koreAi';
import { useKoreTrigger } from '../../support/koreAiTrigger';
import { testEach } from '../../support/sandbox';

/** Feedback Given, Unhandled Utterance, Audit Log Entry and Change Log Entry. */
const { trigger, seed, latest, sent, state, answerWith } = useKoreTrigger();

interface Kind {
	event: string;
	operation: string;
	/** What is seeded so that it happens twice, and the item's name for its ID. */
	seeded: object;
	id: string;
	account?: typeof BOT_APP;
	/** The IDs that the sandbox has, the oldest first. */
	known: () => Promise<string[]>;
}

const idsIn = (rows: Array<{ id: string }>) => rows.map(({ id }) => id);

const KINDS: Kind[] = [
	{
		event: 'feedbackGiven',
		operation: 'feedback.getAll',
		seeded: { feedback: 2 },
		id: 'id',
		known: async () => idsIn((await state()).analytics.feedback),
	},
	{
		event: 'unhandledUtterance',
		operation: 'analytics.getAll',
		// Every second message is the person's.
		seeded: { sessions: 1, messages: 4 },
		id: 'messageId',
		account: BOT_APP,
		known: async () => idsIn((await latest()).messages.filter(({ isIncoming }) => isIncoming)),
	},
	{
		event: 'auditLogEntry',
		operation: 'auditLog.getAll',
		seeded: { audits: 2 },
		id: 'AuditLogId',
		known: async () => idsIn((await state()).analytics.audits),
	},
	{
		event: 'changeLogEntry',
		operation: 'changeLog.getAll',
		seeded: { changes: 2 },
		id: '_id',
		known: async () => idsIn((await state()).analytics.changes),
	},
];

testEach('each once, after the first poll', KINDS, async (kind) => {
	const { event, account, seeded, id, known } = kind;
	const watched = watch(trigger(event, {}, { account }));
	await seed({ ...seeded, at: minutesAgo(1), everySeconds: 1 });
	const old = await watched.poll();
	expect(old).toEqual([]);
	await seed({ ...seeded, at: 'now' });
	const rows: IDataObject[] = await watched.poll();
	// Both at the same moment.
	expect(rows.map((row) => row[id]).sort()).toEqual((await known()).slice(-2).sort());
	expect(await watched.poll()).toEqual([]);
});

testEach(
	'what happened since Start From, the oldest first',
	KINDS,
	async ({ event, account, seeded, id, known }) => {
		await seed({ ...seeded, at: minutesAgo(3), everySeconds: 1 });
		const { json } = await pollTrigger(trigger(event, {}, { since: 5, account }));
		expect(json.map((row) => row[id])).toEqual((await known()).slice(-2));
	},
);

testEach('a valid call, from five minutes before', KINDS, async ({ event, account, operation }) => {
	const from = minutesAgo(60);
	await pollTrigger(trigger(event, { options: { startFrom: from } }, { account }));
	const [request] = await sent(operation);
	expect(request.contractErrors).toEqual([]);
	const { filters } = (request.body ?? {}) as { filters?: { from: string } };
	const { fromDate = filters?.from, startDate } = request.query;
	const since = Date.parse(from) - 5 * 60_000;
	// A day before, where days are asked for.
	if (startDate) expect(startDate).toBe(new Date(since - 86_400_000).toISOString().slice(0, 10));
	else expect(Date.parse(String(fromDate))).toBe(since);
});

test('Channels are sent, and with other ones it begins anew', async () => {
	const of = (channels: string[]) =>
		trigger('unhandledUtterance', { filters: { channels } }, { account: BOT_APP });
	const watched = watch(of(['rtm', 'sms']));
	await watched.poll();
	await seed({ sessions: 1, messages: 1, channel: 'sms', at: 'now' });
	expect(await watched.poll(of(['sms', 'rtm']))).toHaveLength(1);
	expect(await watched.poll(of(['sms']))).toEqual([]);
	const asked = (await sent('analytics.getAll')).map((request) => bodyOf(request).filters);
	expect(asked.at(-1)).toMatchObject({ channel: ['sms'] });
	expect((await sent('analytics.getAll'))[0].path).toContain(BOT);
});

const failing: Array<[string, INodeParameters, object, string]> = [
	[
		'feedbackGiven',
		{},
		{ moreAvailable: false, result: [{ timestamp: '2026-01-01T00:00:00Z' }] },
		"'_id'",
	],
	[
		'auditLogEntry',
		{},
		{ moreAvailable: false, auditlogs: [{ AuditLogId: 'a' }] },
		'without a time',
	],
	['changeLogEntry', {}, { changes: [] }, 'Kore.ai'],
];
testEach('an answer that tells nothing fails', failing, async ([event, own, body, words]) => {
	const operation = KINDS.find((kind) => kind.event === event)!.operation;
	await answerWith(operation, body);
	await expect(pollTrigger(trigger(event, own, { since: 5 }))).rejects.toMatchObject({
		message: expect.stringContaining(words) as string,
	});
});
