import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { hintsOf } from '../../support/hints';
import {
	appFor,
	bodyOf,
	BOT,
	BOT_APP,
	DAY,
	hurry,
	MINIMAL,
	OTHER_BOT,
	sessionsOf,
	shownFields,
	useKore,
} from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Kore.ai Analytics: containment reports, engagement trends, billing and usage of language models. */
const { run, runToError, sent, onlySent, answerWith, state } = useKore();

const CREATE = 'containmentReport.create';
const STATUS = 'containmentReport.getStatus';
const TREND = 'engagementTrend.get';
const SESSIONS = 'billing.getSessions';
const SUMMARY = 'billing.getUsageSummary';
const LOGS = 'modelUsageLog.getAll';
const all = { returnAll: true };
const ofBot = { account: BOT_APP };
const iso = (time: number) => new Date(time).toISOString();
const sum = (rows: unknown, name: string) =>
	(rows as IDataObject[]).reduce((total, row) => total + Number(row[name]), 0);

/** The thirty days that the sandbox has sessions of. */
const seeded = async () => {
	const { seededFrom } = await state();
	return { from: iso(seededFrom), to: iso(seededFrom + 30 * DAY - 1) };
};

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

describe('containment reports', () => {
	test('begun: its ID, with which its status is asked for', async () => {
		const { json, error } = await run(CREATE, { aggregationType: 'Daily' }, ofBot);
		expect(error).toBeUndefined();
		const [report] = (await state()).analytics.reports;
		expect(json).toEqual([{ reportId: report.id, status: 'IN_PROGRESS', rows: [] }]);
		const { path, query, body, contractErrors } = await onlySent();
		expect(contractErrors).toEqual([]);
		expect([path, query]).toEqual([`/api/public/bot/${BOT}/taskContainmentReport`, {}]);
		const { dateFrom, dateTo, ...others } = bodyOf({ body } as never).filters as IDataObject;
		expect((Date.parse(String(dateTo)) - Date.parse(String(dateFrom))) / DAY).toBe(7);
		expect(others).toEqual({ AggregationType: 'Daily' });

		const { json: later } = await run(STATUS, { reportId: report.id }, ofBot);
		expect(later).toEqual([{ reportId: report.id, status: 'IN_PROGRESS', rows: [] }]);
	});

	test('waited for: how all sessions ended, task by task', async () => {
		const filters = { ...(await seeded()), conversationStatus: 'Closed' };
		const { json, error } = await run(CREATE, { filters, wait: true }, ofBot);
		expect(error).toBeUndefined();
		const sessions = sessionsOf(await state(), BOT);
		const counted = sessions.filter(({ isInteractive, isActive }) => isInteractive && !isActive);
		const [{ reportId, status, total, rows }] = json;
		expect([status, total]).toEqual(['SUCCESS', (rows as object[]).length]);
		expect(sum(rows, 'totalSession')).toBe(counted.length);
		expect(sum(rows, 'agentTransferSessions')).toBe(
			counted.filter(({ containmentType }) => containmentType === 'agent').length,
		);
		const shown = Object.keys(json[0]).sort();
		expect(shown).toEqual(shownFields(CREATE));
		const paths = (await sent(STATUS)).map(({ path }) => path);
		expect(paths).toHaveLength(3);
		expect(new Set(paths)).toEqual(
			new Set([`/api/public/bot/${BOT}/taskContainmentReport/status/${String(reportId)}`]),
		);
	});

	test('raw, as it came, of some rows', async () => {
		const parameters = {
			aggregationType: 'Daily',
			filters: { ...(await seeded()), conversationType: 'Interactive', taskNames: ['Find Order'] },
			options: { rows: 2, skip: 1 },
			wait: true,
			simplify: false,
		};
		const { json } = await run(CREATE, parameters, ofBot);
		const request = (await sent(CREATE))[0];
		expect(request.query).toEqual({ skip: '1', limit: '2' });
		expect(bodyOf(request).filters).toMatchObject({
			ConversationType: 'Interactive',
			includeTaskName: ['Find Order'],
		});
		const last = (await sent(STATUS)).at(-1)!;
		expect(json).toEqual([{ _id: expect.any(String), ...(last.responseBody as object) }]);
		const { data } = json[0].tasksExecutionReport as { data: Record<string, object[]> };
		expect(Object.values(data).flat()).toHaveLength(2);
	});

	test('fewer rows than it counts: a hint says so', async () => {
		const tasksExecutionReport = { total: 5, data: { '2026-01-01': [{ taskName: 'a' }] } };
		await answerWith(STATUS, { status: 'SUCCESS', tasksExecutionReport });
		const result = await run(CREATE, { wait: true }, ofBot);
		expect(hintsOf(result).join()).toContain('announced 5 rows and gave 1');
	});

	test('one that fails, or takes too long', async () => {
		const filters = { taskNames: ['fail'] };
		const error = await runToError(CREATE, { filters, wait: true }, ofBot);
		expect(error.message).toContain('could not finish the report: FAILURE');
		expect(error.description).toMatch(/'Get Status' and the report ID ds-/);
		await answerWith(STATUS, { status: 'IN_PROGRESS' }, { count: 1000 });
		const late = await runToError(CREATE, { wait: true, waitLimit: 1 }, ofBot);
		expect(late.message).toContain('The report is still IN_PROGRESS after 1 second');
	});
});

describe('engagement trends', () => {
	test('V2: all figures of days of UTC', async () => {
		const { from, to } = await seeded();
		const filters = { from, to, conversationType: 'Non Interactive', conversationStatus: 'All' };
		const options = { timeZoneOffset: 'Asia/Kolkata' };
		const { json, error } = await run(TREND, { filters, options }, ofBot);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'POST',
			path: `/api/public/bot/${BOT}/v2/userEngagementTrend`,
			body: null,
			contractErrors: [],
			query: {
				aggregation_type: 'daily',
				start_date: from.slice(0, 10),
				end_date: to.slice(0, 10),
				conversationType: 'Non Interactive',
				conversationStatus: 'All',
				timeZoneOffset: 'Asia/Kolkata',
			},
		});
		expect(json).toEqual([request.responseBody]);
		const people = new Set(sessionsOf(await state(), BOT).map(({ user }) => user.id));
		expect(json[0]).toMatchObject({ summary: { uniqueUsers: people.size } });
	});

	const versions: Array<[string, INodeParameters, string]> = [
		['v1', { aggregationType: 'daily' }, 'Daily'],
		['v1', { aggregationType: 'hourly' }, 'Hourly'],
		['v2', { aggregationType: 'hourly' }, 'hourly'],
	];
	testEach('each version in its words', versions, async ([apiVersion, own, type]) => {
		const filters = { ...(await seeded()), channels: 'rtm' };
		const { json } = await run(TREND, { ...own, apiVersion, filters }, ofBot);
		const request = await onlySent();
		expect(request).toMatchObject({ query: { aggregation_type: type, channels: 'rtm' } });
		expect(request.contractErrors).toEqual([]);
		expect(json).toEqual([request.responseBody]);
	});
});

describe('billing sessions', () => {
	test('of a bot, in ten fields', async () => {
		const { json, error } = await run(SESSIONS, { ...all, filters: await seeded() }, ofBot);
		expect(error).toBeUndefined();
		const wanted = sessionsOf(await state(), BOT).map(({ id }) => id);
		expect(json.map(({ conversationSessionId: id }) => id)).toEqual(wanted);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(SESSIONS));
		const { path, contractErrors } = await onlySent();
		expect([path, contractErrors]).toEqual([
			`/api/public/bot/${BOT}/getBillingSessionsDetails`,
			[],
		]);
	});

	test('of the account, or one of its bots, page by page', async () => {
		const filters = await seeded();
		const account = { ...all, scope: 'account', options: { pageSize: 50 } };
		const { json, error } = await run(SESSIONS, { ...account, filters });
		expect(error).toBeUndefined();
		const { sessions } = await state();
		expect(json).toHaveLength(sessions.length);
		const requests = await sent();
		expect(requests.map((request) => bodyOf(request).skip)).toEqual([0, 50, 100]);
		expect(requests[0].path).toBe('/api/public/bots/getBillingSessionsDetails');
		const own = { ...filters, onlyBotId: OTHER_BOT, channel: 'rtm' };
		const { json: ofOne } = await run(SESSIONS, { ...account, filters: own });
		expect(new Set(ofOne.map(({ botId }) => botId))).toEqual(new Set([OTHER_BOT]));
		expect(new Set(ofOne.map(({ channel }) => channel))).toEqual(new Set(['rtm']));
	});

	test('of a longer time in parts of less than three months', async () => {
		const { seededFrom } = await state();
		const filters = { from: iso(seededFrom - 150 * DAY), to: iso(seededFrom + 30 * DAY) };
		const { json } = await run(SESSIONS, { ...all, filters }, ofBot);
		expect(json).toHaveLength(sessionsOf(await state(), BOT).length);
		const bodies = (await sent()).map(bodyOf);
		const spans = bodies.map(({ fromDate, toDate }) => [fromDate, toDate]);
		expect(spans).toHaveLength(3);
		expect(spans.at(0)?.[0]).toBe(filters.from);
		expect(spans.at(-1)?.[1]).toBe(filters.to);
	});
});

describe('the usage summary', () => {
	test('day by day, once it is done', async () => {
		const filters = await seeded();
		const { json, error } = await run(SUMMARY, { filters }, ofBot);
		expect(error).toBeUndefined();
		const [request, ...looks] = await sent();
		expect(request).toMatchObject({
			path: `/api/public/bot/${BOT}/billingsessionsummary`,
			contractErrors: [],
			body: {
				groupByBot: 'no',
				groupByPeriod: 'date_day',
				unitType: ['session', 'request', 'alert', 'proactive', 'conversations'],
			},
		});
		expect(looks.map(({ query }) => query)).toEqual(looks.map(() => ({ type: 'summary' })));
		expect(looks).toHaveLength(3);
		const [{ status, rows }] = json;
		expect(status).toBe('success');
		expect(sum(rows, 'sessions')).toBe(sessionsOf(await state(), BOT).length);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(SUMMARY));
	});

	test('of chosen units by month, raw', async () => {
		const parameters = { groupBy: 'date_month', units: ['request'], simplify: false };
		const { json } = await run(SUMMARY, { ...parameters, filters: await seeded() }, ofBot);
		const requests = await sent();
		expect(requests[0].body).toMatchObject({ unitType: ['request'], groupByPeriod: 'date_month' });
		expect(json).toEqual([requests.at(-1)!.responseBody]);
	});

	test('that of another who asked meanwhile is not taken for ours', async () => {
		const other = { _id: 'ds-other', status: 'success', response: { data: [] } };
		await answerWith('billing.getUsageSummaryStatus', other, { count: 1000 });
		const error = await runToError(SUMMARY, { waitLimit: 1 }, ofBot);
		expect(error.message).toContain('Kore.ai still shows the summary before this one');
	});
});

describe('model usage logs', () => {
	test('in ten fields, page by page in numbers as text', async () => {
		const filters = await seeded();
		const { json, error } = await run(LOGS, { ...all, filters });
		expect(error).toBeUndefined();
		const said = sessionsOf(await state(), BOT)
			.flatMap(({ messages }) => messages)
			.filter(({ isIncoming }) => !isIncoming);
		expect(json).toHaveLength(said.length);
		expect(json[0]).toMatchObject({ feature: 'GenAI Node', model: 'GPT-4', status: 'Success' });
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(LOGS));
		const requests = await sent();
		expect(requests.map((request) => bodyOf(request).skip)).toEqual(
			requests.map((_, page) => String(50 * page)),
		);
		expect(requests[0]).toMatchObject({
			path: `/api/1.1/public/bot/${BOT}/getLLMUsageLogs`,
			body: { limit: '50', dateFrom: filters.from, dateTo: filters.to },
			contractErrors: [],
		});
	});

	test('through filters, raw', async () => {
		const filters = {
			...(await seeded()),
			channels: ['rtm'],
			isDeveloper: false,
			featureNames: ['GenAI Node'],
			taskId: 'dg-1',
		};
		const { json } = await run(LOGS, { limit: 2, filters, simplify: false }, ofBot);
		const request = await onlySent();
		expect(bodyOf(request)).toMatchObject({
			channel: ['rtm'],
			isDeveloper: false,
			featureName: ['GenAI Node'],
			taskId: 'dg-1',
			limit: '2',
		});
		expect(json).toEqual(request.responseBody);
	});

	test('a longer time in parts of 90 days', async () => {
		const { seededFrom } = await state();
		const filters = { from: iso(seededFrom - 150 * DAY), to: iso(seededFrom + DAY) };
		await run(LOGS, { ...all, filters });
		const begins = new Set((await sent()).map((request) => bodyOf(request).dateFrom));
		expect(begins.size).toBe(2);
	});
});

describe('failing', () => {
	const long = { from: '2026-01-01', to: '2026-05-01' };
	const refused: Array<[string, INodeParameters, string]> = [
		[CREATE, { filters: long }, "'From' is more than 90 days before the end"],
		[
			CREATE,
			{ aggregationType: 'Daily', filters: { from: '2026-01-01', to: '2026-02-15' } },
			"'From' is more than 30 days before the end",
		],
		[CREATE, { filters: { taskNames: '={{ $json.none }}' } }, "'Task Names' is empty"],
		[STATUS, { reportId: '={{ $json.none }}' }, "'Report ID' is empty"],
		[TREND, { aggregationType: '={{ "weekly" }}' }, "'Aggregation Type' cannot be 'weekly'"],
		[TREND, { filters: { from: iso(Date.now() + DAY) } }, "'From' is in the future"],
		[SESSIONS, { filters: { channel: '={{ $json.none }}' } }, "'Channel' is empty"],
		[SUMMARY, { filters: long }, "'From' is more than 90 days before the end"],
		[SUMMARY, { units: '={{ [] }}' }, "'Units' is empty"],
		[LOGS, { filters: { taskId: '={{ $json.none }}' } }, "'Task ID' is empty"],
	];
	testEach('what makes no sense sends nothing', refused, async ([id, own, message]) => {
		const error = await runToError(id, { ...MINIMAL[id], ...own }, { account: appFor(id) });
		expect(error.message).toContain(message);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		expect(await sent()).toEqual([]);
	});

	const wrongApp: Array<[string, INodeParameters, object]> = [
		[CREATE, {}, {}],
		[TREND, {}, {}],
		[SUMMARY, {}, {}],
		[SESSIONS, {}, {}],
		[SESSIONS, { scope: 'account' }, BOT_APP],
	];
	testEach('the wrong kind of app', wrongApp, async ([id, own, account]) => {
		const error = await runToError(id, own, { account: { ...account } });
		expect(error.message).toContain("'App Created In'");
		expect(await sent()).toEqual([]);
	});

	test('a status that is none is not taken for one', async () => {
		await answerWith(STATUS, { status: 'error', msg: 'Quota is used up' });
		const error = await runToError(STATUS, MINIMAL[STATUS], ofBot);
		expect(error.description).toContain('Quota is used up');
		await answerWith('billing.getUsageSummaryStatus', { status: 'error', msg: 'Used up' });
		const late = await runToError(SUMMARY, {}, ofBot);
		expect(late.description).toContain('Used up');
	});

	test('a report that nobody has, in the words of the service', async () => {
		const error = await runToError(STATUS, { reportId: 'ds-none' }, ofBot);
		expect(error.description).toContain('Kore.ai said: "Report not found: ds-none"');
	});
});
