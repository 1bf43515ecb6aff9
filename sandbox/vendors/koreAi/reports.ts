/** Containment reports, engagement trends, billing and usage of language models, counted from sessions. */
import { groupBy, mapValues, uniq } from 'lodash';
import { DateTime } from 'luxon';
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import type { Report } from './analyticsTypes';
import { isWithin, pageOf } from './filters';
import { find, hexOf, idOf, isoText, lookAt, newJob, OWNER_ID } from './state';
import type { Job, KoreAiState, Session } from './state';

const DAY = 24 * 60 * 60 * 1000;
const PAGE_SIZE = 100;
const TASKS = ['Find Order', 'Cancel Order'];

const dayOf = (time: number) => isoText(time).slice(0, 10);

/** The sessions of a bot that began within a time; a day that ends it counts whole, which is a guess. */
function sessionsWithin({ sessions }: KoreAiState, botId: string, from: string, to: string) {
	const isDay = to.length === 'yyyy-mm-dd'.length;
	const window = { from: Date.parse(from), to: Date.parse(to) + (isDay ? DAY - 1 : 0) };
	return sessions.filter((session) => session.botId === botId && isWithin(session.start, window));
}

/** @throws ApiError 400 for more days than are documented; the words are a guess */
function checkDays(from: string, to: string, most: number): void {
	if (Date.parse(to) - Date.parse(from) > most * DAY) {
		throw new ApiError(400, `Date range cannot be more than ${most} days`);
	}
}

interface ContainmentFilters {
	dateFrom: string;
	dateTo: string;
	includeTaskName?: string[];
	ConversationType?: string;
	ConversationStatus?: string;
	AggregationType?: string;
}

/** Every second session ran each of the tasks. */
const taskOf = ({ tasks }: Session) => TASKS[tasks % TASKS.length];

function containmentRows(state: KoreAiState, { botId, asked }: Report) {
	const filters = asked as ContainmentFilters;
	const { dateFrom, dateTo, includeTaskName, ConversationType, ConversationStatus } = filters;
	const isDaily = filters.AggregationType === 'Daily';
	const range = `${dateFrom.slice(0, 10)} - ${dateTo.slice(0, 10)}`;
	const found = sessionsWithin(state, botId, dateFrom, dateTo).filter(
		(session) =>
			(includeTaskName ?? TASKS).includes(taskOf(session)) &&
			(ConversationType ?? 'Interactive') ===
				(session.isInteractive ? 'Interactive' : 'Non-Interactive') &&
			(ConversationStatus ?? 'Closed') === (session.isActive ? 'Active' : 'Closed'),
	);
	const keyOf = (session: Session) =>
		`${isDaily ? dayOf(session.start) : range}|${taskOf(session)}`;
	return Object.entries(groupBy(found, keyOf)).map(([key, sessions]) => {
		const [dateRange, taskName] = key.split('|');
		const ended = (type: string) =>
			sessions.filter(({ containmentType }) => containmentType === type).length;
		const percent = (count: number) => Math.round((count * 100) / sessions.length);
		return {
			totalExecution: sessions.length,
			totalSession: sessions.length,
			selfServiceSessions: ended('selfService'),
			dropOffSessions: ended('dropOff'),
			agentTransferSessions: ended('agent'),
			dateRange,
			taskType: 'dialog',
			taskName,
			Status: 'success',
			selfServiceSessionsInPercentage: percent(ended('selfService')),
			dropOffSessionsInPercentage: percent(ended('dropOff')),
			agentTransferSessionsInPercentage: percent(ended('agent')),
		};
	});
}

/** Adds a job, as its call answers. */
function begin({ analytics }: KoreAiState, clock: Clock, made: Omit<Report, keyof Job>) {
	const number = analytics.reports.length;
	const job: Report = { ...newJob(idOf('ds', `report ${number}`), clock), ...made };
	analytics.reports.push(job);
	return {
		_id: job.id,
		status: 'IN_PROGRESS',
		percentageComplete: 0,
		streamId: job.botId,
		jobType: job.jobType,
		action: 'QUERY',
		createdBy: OWNER_ID,
		createdOn: isoText(job.startedAt),
		statusLogs: [],
	};
}

function createReport(state: KoreAiState, clock: Clock, { params, query, body }: ApiRequest) {
	const { filters } = body as { filters: ContainmentFilters };
	checkDays(filters.dateFrom, filters.dateTo, filters.AggregationType === 'Daily' ? 30 : 90);
	const { skip = 0, limit } = query as { skip?: number; limit?: number };
	const jobType = 'TASK_EXECUTION_CONTAINMENT_REPORT';
	return begin(state, clock, { botId: params.botId, jobType, asked: filters, skip, limit });
}

function reportStatus(state: KoreAiState, clock: Clock, { params }: ApiRequest) {
	const job = find(state.analytics.reports, params.reportId, 'Report');
	if (!lookAt(job, clock)) return { status: 'IN_PROGRESS' };
	// A task of this name lets it fail: the word for that is a guess.
	if ((job.asked as ContainmentFilters).includeTaskName?.includes('fail')) {
		return { status: 'FAILURE' };
	}
	const rows = containmentRows(state, job);
	const { skip = 0, limit = rows.length } = job;
	const data = groupBy(rows.slice(skip, skip + limit), ({ dateRange }) => dateRange);
	return { tasksExecutionReport: { total: rows.length, data }, status: 'SUCCESS' };
}

function trend(state: KoreAiState, { params, query }: ApiRequest) {
	const { start_date: from, end_date: to, channels } = query as Record<string, string>;
	const days = Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY + 1 }, (_, day) =>
		dayOf(Date.parse(from) + day * DAY),
	);
	const sessions = sessionsWithin(state, params.botId, from, to).filter(
		({ channel }) => channels === undefined || channel === channels,
	);
	const usersIn = (some: Session[]) => uniq(some.map(({ user }) => user.id)).length;
	return { days, sessions, usersIn };
}

/** A day as the vendor writes it. */
const dayText = (day: string) => DateTime.fromISO(day, { zone: 'utc' }).toFormat('MMM dd yyyy');

function trendV1(state: KoreAiState, request: ApiRequest) {
	const { days, sessions, usersIn } = trend(state, request);
	const isDaily = request.query.aggregation_type === 'Daily';
	const results = days.map((day) => {
		const own = sessions.filter(({ start }) => dayOf(start) === day);
		const date = dayText(day);
		if (isDaily) return { date, users: usersIn(own) };
		const hours = groupBy(own, ({ start }) => new Date(start).getUTCHours());
		return { date, ...hourly(mapValues(hours, usersIn)) };
	});
	return { results, totalResults: results.length };
}

const hourly = (users: Record<string, number>) =>
	Object.fromEntries(
		Object.entries(users).map(([hour, count]) => [`${hour} - ${(Number(hour) + 1) % 24}`, count]),
	);

function trendV2(state: KoreAiState, request: ApiRequest) {
	const { days, sessions, usersIn } = trend(state, request);
	const uniqueUsers = usersIn(sessions);
	const dataPoints = days.map((day) => ({
		date: dayText(day),
		users: usersIn(sessions.filter(({ start }) => dayOf(start) === day)),
	}));
	const { aggregation_type: aggregationType = 'hourly', conversationType = 'All' } = request.query;
	return {
		summary: {
			uniqueUsers,
			newUsers: uniqueUsers,
			returningUsers: 0,
			avgUniqueUsersPerDay: uniqueUsers / days.length,
			avgNewUsersPerDay: uniqueUsers / days.length,
			avgReturningUsersPerDay: 0,
		},
		uniqueUsersTrend: { dataPoints },
		filters: {
			start: dataPoints[0].date,
			end: dataPoints.at(-1)?.date,
			conversationType: String(conversationType).toLowerCase(),
			aggregationType,
			dataPointsCount: days.length,
		},
	};
}

interface BillingAsked {
	fromDate: string;
	toDate: string;
	limit?: number;
	skip?: number;
	channel?: string;
	botId?: string;
}

/** As the vendor's sample has times. */
const americanText = (time: number) =>
	DateTime.fromMillis(time, { zone: 'utc' }).toFormat('MM-dd-yyyy h:mm:ss a').toLowerCase();

function billingSessions(state: KoreAiState, botId: string | undefined, asked: BillingAsked) {
	checkDays(asked.fromDate, asked.toDate, 92);
	const bots = state.bots.filter(({ id }) => id === (botId ?? id));
	const found = bots
		.flatMap(({ id }) => sessionsWithin(state, id, asked.fromDate, asked.toDate))
		.filter(({ channel }) => channel === (asked.channel ?? channel));
	const { rows, total, moreAvailable } = pageOf(found, asked, PAGE_SIZE);
	const sessions = rows.map((session) => ({
		botId: session.botId,
		channel: session.channel,
		koreUserId: session.user.id,
		channelUserId: session.user.email,
		billingSessionType: 'Conversations',
		conversationSessionId: session.id,
		conversationSessionStartDateTime: americanText(session.start),
		conversationSessionEndDateTime: americanText(session.end),
		billingSessionId: hexOf(`billing ${session.id}`),
		billingSessionStartDateTime: americanText(session.start),
		billingSessionEndDateTime: americanText(session.end),
	}));
	return { total, moreAvailable, sessions };
}

interface SummaryAsked {
	fromDate: string;
	toDate: string;
	groupByPeriod: string;
}

/** How much of an ISO date names a period. */
const PERIODS: Record<string, [digits: number, rest: string]> = {
	date_month: [7, '-01T00:00:00.000Z'],
	date_day: [10, 'T00:00:00.000Z'],
	date_day_hour: [13, ':00:00.000Z'],
};

function requestSummary(state: KoreAiState, clock: Clock, { params, body }: ApiRequest) {
	const asked = body as SummaryAsked;
	checkDays(asked.fromDate, asked.toDate, 90);
	return begin(state, clock, { botId: params.botId, jobType: 'BILLINGSESSIONS_API', asked });
}

function summaryStatus(state: KoreAiState, clock: Clock, { params: { botId } }: ApiRequest) {
	const job = state.analytics.reports.findLast(
		(one) => one.botId === botId && one.jobType === 'BILLINGSESSIONS_API',
	);
	// Words and status are a guess.
	if (!job) throw new ApiError(400, 'No summary was asked for');
	if (!lookAt(job, clock)) return { _id: job.id, status: 'IN_PROGRESS' };
	const { fromDate, toDate, groupByPeriod } = job.asked as SummaryAsked;
	const [digits, rest] = PERIODS[groupByPeriod];
	const sessions = sessionsWithin(state, botId, fromDate, toDate);
	const periods = groupBy(sessions, ({ start }) => isoText(start).slice(0, digits) + rest);
	const val = Object.keys(periods)
		.sort()
		.map((date) => ({
			date,
			val: {
				requests: periods[date].flatMap(({ messages }) => messages).length,
				sessions: periods[date].length,
				alert_notifications: 0,
				proactive_notifications: 0,
				conversations: periods[date].length,
			},
		}));
	const averageSessions = sessions.length / Math.max(1, val.length);
	return {
		_id: job.id,
		status: 'success',
		response: { data: [{ bot: 'ALL', val }], averageSessions },
	};
}

interface ModelAsked {
	dateFrom: string;
	dateTo: string;
	limit: string;
	skip?: string;
	channel?: string[];
	isDeveloper?: boolean;
}

/** Guess: each answer of a bot was a call, the oldest first. */
function modelLogs(state: KoreAiState, { params: { botId }, body }: ApiRequest) {
	const { dateFrom, dateTo, limit, skip = '0', channel, isDeveloper } = body as ModelAsked;
	checkDays(dateFrom, dateTo, 90);
	return sessionsWithin(state, botId, dateFrom, dateTo)
		.filter(
			(session) =>
				(channel ?? [session.channel]).includes(session.channel) &&
				(isDeveloper ?? true) >= session.isDeveloper,
		)
		.flatMap((session) => session.messages.map((message) => ({ session, message })))
		.filter(({ message }) => !message.isIncoming)
		.sort((a, b) => a.message.at - b.message.at)
		.slice(Number(skip), Number(skip) + Number(limit))
		.map(({ session, message: { id, at, text } }) => ({
			'Prompt Name': 'Default',
			Integration: 'OpenAI',
			'start Date': isoText(at),
			'End Date': isoText(at + 900),
			'Time Taken': 900,
			statusCode: 200,
			'Bot ID': botId,
			'User ID': session.user.id,
			'Feature Name ': 'GenAI Node',
			'Model Name': 'GPT-4',
			'Channel Name': session.channel,
			Description: `Answer ${id}`,
			'task Id': idOf('dg', taskOf(session)),
			Status: 'Success',
			'Payload Details': {
				'Prompt Name': 'Default',
				'Request Payload': { model: 'gpt-4', messages: [{ role: 'user', content: 'Hi' }] },
				'Response Payload': { model: 'gpt-4-0613', choices: [{ message: { content: text } }] },
				'Request Tokens': 600 + text.length,
				'Response Tokens': text.length,
			},
		}));
}

/** Their handlers. */
export function reportHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	return {
		'containmentReport.create': (request) => createReport(state, clock, request),
		'containmentReport.getStatus': (request) => reportStatus(state, clock, request),
		'engagementTrend.get': (request) => trendV2(state, request),
		'engagementTrend.getV1': (request) => trendV1(state, request),
		'billing.getSessionsOfBot': ({ params, body }) =>
			billingSessions(state, params.botId, body as BillingAsked),
		'billing.getSessionsOfAccount': ({ body }) =>
			billingSessions(state, (body as BillingAsked).botId, body as BillingAsked),
		'billing.requestUsageSummary': (request) => requestSummary(state, clock, request),
		'billing.getUsageSummaryStatus': (request) => summaryStatus(state, clock, request),
		'modelUsageLog.getAll': (request) => modelLogs(state, request),
	};
}
