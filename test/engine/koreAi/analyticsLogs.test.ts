import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	appFor,
	BOT,
	BOT_APP,
	DAY,
	messagesOf,
	sessionsOf,
	shownFields,
	useKore,
} from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Kore.ai Analytics: change logs, audit logs and translation logs. */
const { sandbox, run, runToError, sent, onlySent, answerWith, state } = useKore();

const CHANGES = 'changeLog.getAll';
const AUDITS = 'auditLog.getAll';
const TRANSLATIONS = 'translationLog.getAll';
const all = { returnAll: true };
const ofBot = { account: BOT_APP };
const iso = (time: number) => new Date(time).toISOString();
const idsOf = (rows: IDataObject[], name: string) => rows.map((row) => row[name]).sort();

describe('change logs', () => {
	test('all of a bot, page by page', async () => {
		const { json, error } = await run(CHANGES, all);
		expect(error).toBeUndefined();
		const { changes } = (await state()).analytics;
		expect(changes.length).toBeGreaterThan(100);
		expect(idsOf(json, '_id')).toEqual(changes.map(({ id }) => id).sort());
		expect((await sent()).map(({ path, query }) => [path, query])).toEqual(
			['0', '1', '2'].map((offset) => [
				`/api/public/bot/${BOT}/changelogs`,
				{ limit: '50', offset },
			]),
		);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(CHANGES));
	});

	test('of some days, which are those of UTC', async () => {
		const filters = { from: '2026-02-01T00:30:00+02:00', to: '2026-02-03' };
		const { error } = await run(CHANGES, { filters }, { timezone: 'UTC' });
		expect(error).toBeUndefined();
		const { query, contractErrors } = await onlySent();
		expect(query).toMatchObject({ startDate: '2026-01-31', endDate: '2026-02-03' });
		expect(contractErrors).toEqual([]);
	});

	test('with an app of the bot, too, and no more than the limit', async () => {
		const { json } = await run(CHANGES, { limit: 3 }, ofBot);
		expect(json).toHaveLength(3);
		expect((await onlySent()).query).toEqual({ limit: '3', offset: '0' });
	});
});

describe('audit logs', () => {
	beforeEach(async () => {
		// Over thirty days up to now.
		const at = iso(Date.now() - 30 * DAY);
		await sandbox().control('seed', {
			vendor: 'kore-ai',
			at,
			everySeconds: DAY / 4000,
			audits: 119,
		});
	});

	test('of the last seven days', async () => {
		const { json, error } = await run(AUDITS, all);
		expect(error).toBeUndefined();
		const { audits } = (await state()).analytics;
		const wanted = audits.filter(({ at }) => at >= Date.now() - 7 * DAY && at <= Date.now());
		expect(wanted.length).toBeGreaterThan(0);
		expect(json.map(({ AuditLogId: id }) => id)).toEqual(wanted.map(({ id }) => id));
		const { path, query, contractErrors } = await onlySent();
		expect([path, query.size, query.offset]).toEqual(['/api/public/auditlogs', '100', '0']);
		const days = (Date.parse(query.toDate) - Date.parse(query.fromDate)) / DAY;
		expect(days).toBe(7);
		expect(contractErrors).toEqual([]);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(AUDITS));
	});

	test('all of a longer time, in pages by their number', async () => {
		const filters = { from: iso(Date.now() - 31 * DAY) };
		const { json } = await run(AUDITS, { ...all, filters });
		expect(json).toHaveLength(119);
		expect((await sent()).map(({ query }) => query.offset)).toEqual(['0', '1']);
	});

	test('after an entry', async () => {
		const { audits } = (await state()).analytics;
		const filters = { fetchAfter: audits[3].id, from: iso(audits[0].at), to: iso(audits[5].at) };
		const { json } = await run(AUDITS, { ...all, filters });
		expect(json.map(({ AuditLogId: id }) => id)).toEqual([audits[4].id, audits[5].id]);
	});

	test('entries that share an ID, as in a sample of Kore.ai, all come', async () => {
		const row = { AuditLogId: '5e10', Name: 'Logout' };
		const page = (timestampValue: number, moreAvailable: boolean) => ({
			total: 2,
			moreAvailable,
			auditlogs: [{ ...row, timestampValue }],
		});
		await answerWith(AUDITS, page(1, true));
		await answerWith(AUDITS, page(2, false));
		expect((await run(AUDITS, all)).json).toHaveLength(2);
	});
});

describe('translation logs', () => {
	test('of a session, whenever it was, in nine fields', async () => {
		const [{ session }] = messagesOf(sessionsOf(await state(), BOT)).slice(-1);
		const { json, error } = await run(TRANSLATIONS, { filters: { sessionId: session.id } }, ofBot);
		expect(error).toBeUndefined();
		const said = session.messages.filter(({ isIncoming }) => isIncoming);
		expect(json.map(({ sessionId, sourceText }) => [sessionId, sourceText])).toEqual(
			said.map(({ text }) => [session.id, text]),
		);
		const { path, query, contractErrors } = await onlySent();
		expect(path).toBe(`/api/1.1/${BOT}/translationlogs`);
		expect(query).toEqual({ sessionId: session.id, limit: '50', offset: '0' });
		expect(contractErrors).toEqual([]);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(TRANSLATIONS));
	});

	test('of a time, by records; raw as it came', async () => {
		const messages = messagesOf(sessionsOf(await state(), BOT));
		const from = iso(messages.at(-1)!.message.at);
		const parameters = { ...all, simplify: false, filters: { from } };
		const { json } = await run(TRANSLATIONS, parameters, ofBot);
		const requests = await sent();
		expect(json.length).toBeGreaterThan(50);
		expect(json).toEqual(requests.flatMap(({ responseBody }) => responseBody as IDataObject[]));
		expect(requests.map(({ query: { offset } }) => Number(offset))).toEqual(
			requests.map((_, page) => 50 * page),
		);
	});

	test('of the last seven days without a filter', async () => {
		await run(TRANSLATIONS, {}, ofBot);
		const { query } = await onlySent();
		expect((Date.parse(query.toDate) - Date.parse(query.fromDate)) / DAY).toBe(7);
	});
});

describe('failing', () => {
	const refused: Array<[string, INodeParameters, string]> = [
		[AUDITS, { filters: { from: iso(Date.now() + DAY) } }, "'From' is in the future"],
		[AUDITS, { filters: { from: '2026-02-01', to: '2026-01-01' } }, "'To' is before 'From'"],
		[AUDITS, { filters: { fetchAfter: '={{ $json.none }}' } }, "'After Audit Log ID' is empty"],
		[CHANGES, { filters: { from: 'then' } }, "'From' is not a date"],
		[TRANSLATIONS, { filters: { sessionId: '={{ $json.none }}' } }, "'Session ID' is empty"],
	];

	testEach('what makes no sense sends nothing', refused, async ([id, own, message]) => {
		const error = await runToError(id, own, { account: appFor(id) });
		expect(error.message).toContain(message);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		expect(await sent()).toEqual([]);
	});

	test('audit logs take no app of a bot, translation logs none of the Admin Console', async () => {
		for (const [id, account] of [
			[AUDITS, BOT_APP],
			[TRANSLATIONS, {}],
		] as const) {
			const error = await runToError(id, {}, { account });
			expect(error.message).toContain("'App Created In'");
		}
		expect(await sent()).toEqual([]);
	});

	test('an entry that nobody knows, in the words of the service', async () => {
		const error = await runToError(AUDITS, { filters: { fetchAfter: 'nothing' } });
		expect(error.description).toContain('Kore.ai said: "Invalid fetchAfter"');
	});

	test('another answer is no list', async () => {
		await answerWith(AUDITS, { total: 1, rows: [] });
		expect((await runToError(AUDITS, {})).message).toContain('Kore.ai');
	});
});
