import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	appFor,
	bodyOf,
	BOT,
	BOT_APP,
	DAY,
	MINIMAL,
	rowsOf,
	sessionsOf,
	shownFields,
	useKore,
} from '../../support/koreAi';
import { hintsOf } from '../../support/hints';
import { testEach } from '../../support/sandbox';

/** Kore.ai Analytics: records of intents and tasks, feedback and widgets of dashboards. */
const { sandbox, run, runToError, sent, onlySent, answerWith, fault, state } = useKore();

const METRICS = 'analytics.getAll';
const FEEDBACK = 'feedback.getAll';
const SAVE = 'feedback.create';
const WIDGET = 'dashboardWidget.getData';
const all = { returnAll: true };
const ofBot = { account: BOT_APP };
const iso = (time: number) => new Date(time).toISOString();
const seed = async (options: object) =>
	await sandbox().control('seed', { vendor: 'kore-ai', ...options });

describe('analytics', () => {
	/** Sixty questions and as many answers over the last three days, which the bot does not understand. */
	beforeEach(async () => {
		const at = iso(Date.now() - 3 * DAY);
		await seed({ at, everySeconds: 1800, sessions: 1, messages: 120 });
	});

	test('unhandled utterances of the last seven days, the latest first, in ten fields', async () => {
		const { json, error } = await run(METRICS, all, ofBot);
		expect(error).toBeUndefined();
		const [session] = sessionsOf(await state(), BOT, Date.now() - 7 * DAY);
		const said = session.messages.filter(({ isIncoming }) => isIncoming);
		expect(said).toHaveLength(60);
		expect(json.map(({ messageId }) => messageId)).toEqual(said.map(({ id }) => id).reverse());
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(METRICS));

		const requests = await sent();
		expect(requests.map((request) => bodyOf(request).skip)).toEqual([0, 50]);
		const [{ path, body, contractErrors }] = requests;
		expect(contractErrors).toEqual([]);
		expect(path).toBe(`/api/public/bot/${BOT}/getAnalytics`);
		expect(body).toMatchObject({
			type: 'unhandledutterance',
			sort: { by: 'timestamp', order: 'desc' },
			limit: 50,
		});
		const { from, to, ...others } = bodyOf(requests[0]).filters as IDataObject;
		expect((Date.parse(String(to)) - Date.parse(String(from))) / DAY).toBe(7);
		expect(others).toEqual({});
	});

	test('raw, the oldest first, and no more than the limit', async () => {
		const parameters = {
			limit: 3,
			options: { pageSize: 2 },
			sort: { sortOrder: 'asc' },
			simplify: false,
		};
		const { json } = await run(METRICS, parameters, ofBot);
		expect(json).toEqual(rowsOf(await sent(), 'result').slice(0, 3));
		expect(json[0]).toHaveProperty('NLAnalysis');
		const times = json.map(({ timestamp }) => String(timestamp));
		expect(times).toEqual([...times].sort());
	});

	const filters: Array<[string, INodeParameters, object]> = [
		['channels', { channels: ['msteams', 'rtm'] }, { channel: ['msteams', 'rtm'] }],
		['people', { channelUserIds: 'a@b.c, d@e.f' }, { channelUIds: ['a@b.c', 'd@e.f'] }],
		['ambiguous intents', { isAmbiguous: true }, { isAmbiguous: true }],
		['developers', { isDeveloper: false }, { isDeveloper: false }],
		['training', { trained: false }, { trained: false }],
		['tasks', { taskIds: ['dg-1'] }, { taskId: ['dg-1'] }],
		['users', { userIds: ['u-1'] }, { userId: ['u-1'] }],
		[
			'tags',
			{ tags: { tag: [{ name: 'plan', type: 'user', values: ['pro'] }] } },
			{ tags: { and: [{ name: 'plan', type: 'user', values: ['pro'] }] } },
		],
		[
			'a time',
			{ from: '2026-01-05T00:00:00Z', to: '2026-01-06T00:00:00Z' },
			{ from: '2026-01-05T00:00:00.000Z', to: '2026-01-06T00:00:00.000Z' },
		],
	];
	testEach('filters go where Kore.ai has them', filters, async ([, own, expected]) => {
		await run(METRICS, { type: 'successintent', filters: own }, ofBot);
		const request = await onlySent();
		expect(bodyOf(request)).toMatchObject({ type: 'successintent', filters: expected });
		expect(request).toMatchObject({ status: 200, contractErrors: [] });
	});

	test('a record that is about no utterance stays as it came', async () => {
		const row = { _id: 'a', timestamp: '2026-01-01T00:00:00.000Z', responseTime: 17 };
		await answerWith(METRICS, { moreAvailable: false, result: [row] });
		const { json } = await run(METRICS, { type: 'performance' }, ofBot);
		expect(json).toEqual([row]);
	});

	test('nothing on the channel that Kore.ai takes: a hint says so', async () => {
		const filters = { from: '2020-01-01', to: '2020-01-02' };
		expect(hintsOf(await run(METRICS, { filters }, ofBot)).join()).toContain('the channel rtm');
		const told = await run(METRICS, { filters: { ...filters, channels: ['rtm'] } }, ofBot);
		expect(hintsOf(told)).toEqual([]);
	});
});

describe('feedback', () => {
	test('of the last seven days, in ten fields', async () => {
		await seed({ at: iso(Date.now() - 10 * DAY), everySeconds: DAY / 1000, feedback: 10 });
		const { json, error } = await run(FEEDBACK, all);
		expect(error).toBeUndefined();
		const { feedback } = (await state()).analytics;
		const wanted = feedback.filter(({ at }) => at >= Date.now() - 7 * DAY);
		expect(wanted).toHaveLength(6);
		expect(json.map(({ id, score }) => [id, score])).toEqual(
			wanted.map(({ id, score }) => [id, score]).reverse(),
		);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(FEEDBACK));
		const { path, body, contractErrors } = await onlySent();
		expect(path).toBe(`/api/public/bot/${BOT}/getFeedbackSurveyResponses`);
		expect(body).toMatchObject({ sort: { by: 'timestamp', order: 'desc' }, skip: 0, limit: 50 });
		expect(contractErrors).toEqual([]);
	});

	test('all of a longer time, page by page, of some channels', async () => {
		const { feedback } = (await state()).analytics;
		const filters = { from: iso(feedback[0].at), channels: ['rtm'] };
		const parameters = { ...all, filters, sort: { sortOrder: 'asc' } };
		const { json } = await run(FEEDBACK, parameters, ofBot);
		expect(json.map(({ id }) => id)).toEqual(feedback.map(({ id }) => id));
		const requests = await sent();
		expect(requests.map((request) => bodyOf(request).skip)).toEqual([0, 50, 100]);
		expect(bodyOf(requests[0]).filters).toMatchObject({ channel: ['rtm'] });
	});

	test('saved, with an empty message where none is given', async () => {
		const { json, error } = await run(SAVE, MINIMAL[SAVE]);
		expect(error).toBeUndefined();
		const { path, body, contractErrors } = await onlySent();
		expect(path).toBe(`/api/1.1/public/bot/${BOT}/saveFeedback`);
		expect(body).toEqual({ ...MINIMAL[SAVE], message: '' });
		expect(contractErrors).toEqual([]);
		const saved = (await state()).analytics.feedback.at(-1)!;
		expect(json[0]).toMatchObject({ _id: saved.id, score: 9, type: 'NPS' });
	});

	test('with what the person was asked, and a score of nothing', async () => {
		const additionalFields = { message: 'Did it help?' };
		await run(SAVE, { ...MINIMAL[SAVE], score: 0, additionalFields });
		expect((await onlySent()).body).toMatchObject({ score: 0, message: 'Did it help?' });
	});

	test('what became of it is unknown when the answer is lost, and it is not sent again', async () => {
		await fault(SAVE, { kind: 'status', status: 502 });
		const error = await runToError(SAVE, MINIMAL[SAVE]);
		expect(error.message).toContain('unknown');
		expect(error.description).toContain("run 'Get Many' for feedback");
		expect(await sent()).toHaveLength(1);
	});
});

describe('the data of a widget', () => {
	const named = { dashboardName: 'Weekly / Figures', widgetName: 'Sessions' };

	test('a row an item, of days of UTC', async () => {
		const { seededFrom } = await state();
		const filters = { from: iso(seededFrom), to: iso(seededFrom + 2.5 * DAY) };
		const [startDate, endDate] = [filters.from, filters.to].map((date) => date.slice(0, 10));
		const { json, error } = await run(WIDGET, { ...named, filters });
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'GET',
			path: `/api/public/bot/${BOT}/dashboard/Weekly%20%2F%20Figures/widget/Sessions`,
			query: { startDate, endDate, limit: '50' },
			contractErrors: [],
		});
		const { queryResponse } = request.responseBody as {
			queryResponse: { queryResponse: object[] };
		};
		expect(json).toEqual(queryResponse.queryResponse);
		expect(json.length).toBeGreaterThan(0);
	});

	test('the widget as it came, through filters', async () => {
		const filter = { filterSource: 'sessions', fieldName: 'containmentType', values: ['agent'] };
		const filters = { from: '2026-01-01', to: '2026-01-31', customFilters: { filter: [filter] } };
		const { json } = await run(WIDGET, { ...named, filters, return: 'widget' });
		const request = await onlySent();
		expect(request).toMatchObject({
			operationId: 'dashboardWidget.getDataFiltered',
			body: { customFilters: [filter] },
			contractErrors: [],
		});
		expect(json).toEqual([request.responseBody]);
		expect(JSON.stringify(json)).not.toContain('selfService');
	});

	test('as many rows as there can be: a hint says that there may be more', async () => {
		const rows = Array.from({ length: 50 }, (_, row) => ({ row }));
		await answerWith(WIDGET, { queryResponse: { queryResponse: rows } });
		const result = await run(WIDGET, named);
		expect(result.json).toEqual(rows);
		expect(hintsOf(result).join()).toContain('there may be more');
	});
});

describe('failing', () => {
	const refused: Array<[string, INodeParameters, string]> = [
		[METRICS, { type: '={{ "x" }}' }, "'Type' cannot be 'x'"],
		[METRICS, { filters: { from: iso(Date.now() + DAY) } }, "'From' is in the future"],
		[METRICS, { filters: { taskIds: '={{ $json.none }}' } }, "'Task IDs' is empty"],
		[FEEDBACK, { filters: { channels: ['={{ $json.none }}'] } }, "'Channels' is empty"],
		[SAVE, { score: '={{ $json.none }}' }, "'Score' is empty"],
		[SAVE, { type: '={{ "STARS" }}' }, "'Survey Type' cannot be 'STARS'"],
		[WIDGET, { maxRows: 51 }, "'Max Rows' cannot be 51"],
		[WIDGET, { filters: { customFilters: {} } }, "'Custom Filters' is empty"],
	];
	testEach('what makes no sense sends nothing', refused, async ([id, own, message]) => {
		const error = await runToError(id, { ...MINIMAL[id], ...own }, { account: appFor(id) });
		expect(error.message).toContain(message);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		expect(await sent()).toEqual([]);
	});

	test('a widget that nobody has, in the words of the service', async () => {
		const error = await runToError(WIDGET, { dashboardName: 'Weekly', widgetName: 'Nothing' });
		expect(error.description).toContain('Kore.ai said: "Widget not found"');
		expect(error.httpCode).toBe('400');
	});

	test('a widget without rows is none', async () => {
		await answerWith(WIDGET, { name: 'Sessions', queryResponse: {} });
		expect((await runToError(WIDGET, MINIMAL[WIDGET])).message).toContain('Kore.ai');
	});

	test('analytics take no app of the Admin Console', async () => {
		expect((await runToError(METRICS, {})).message).toContain("'App Created In'");
		expect(await sent()).toEqual([]);
	});
});
