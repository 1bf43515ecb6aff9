/** Analytics record by record, what people answered to surveys, and widgets of dashboards. */
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { addFeedback } from './analyticsSeed';
import { hasTags, isWithin, pageOf, type TagFilter } from './filters';
import { ACCOUNT_ID, idOf, isoText, type KoreAiState, type Message, type Session } from './state';

interface Filters {
	from: string;
	to: string;
	channel?: string[];
	channelUIds?: string[];
	isDeveloper?: boolean;
	taskId?: string[];
	userId?: string[];
	tags?: TagFilter;
}

interface Asked {
	type: string;
	filters: Filters;
	sort?: { by: string; order: 'asc' | 'desc' };
	limit?: number;
	skip?: number;
}

const PAGE_SIZE = 50;

/** What becomes of an utterance, by its words. */
const RESULTS: Array<[pattern: RegExp, types: string[]]> = [
	[/^(I have a q|Q)uestion/, ['unhandledutterance', 'failintent']],
	[/^It is/, ['successintent', 'successtask']],
	[/^Great/, ['failtask', 'performance']],
];

const typesOf = (text: string) => RESULTS.find(([pattern]) => pattern.test(text))?.[1] ?? [];

const TASK = 'Find Order';
const TASK_ID = idOf('dg', TASK);

/** The rows in the order that was asked for: the latest first, if nothing is said, which is a guess. */
function sorted<T extends { at: number }>(rows: T[], { sort }: Asked): T[] {
	// Words and status are a guess.
	if ((sort?.by ?? 'timestamp') !== 'timestamp') throw new ApiError(400, 'Invalid sort field');
	return rows.sort((a, b) => (sort?.order === 'asc' ? a.at - b.at : b.at - a.at));
}

const among = (wanted: string[] | undefined, value: string) =>
	!wanted?.length || wanted.includes(value);

function isAsked(session: Session, message: Message, now: number, { type, filters }: Asked) {
	const window = { from: Date.parse(filters.from), to: Math.min(now, Date.parse(filters.to)) };
	const { user, channel, userTags, sessionTags } = session;
	return (
		message.isIncoming &&
		typesOf(message.text).includes(type) &&
		isWithin(message.at, window) &&
		(filters.channel ?? ['rtm']).includes(channel) &&
		among(filters.channelUIds, user.email) &&
		among(filters.userId, user.id) &&
		among(filters.taskId, TASK_ID) &&
		(filters.isDeveloper !== false || !session.isDeveloper) &&
		hasTags(filters.tags, { user: userTags, session: sessionTags, message: message.tags })
	);
}

function records({ sessions }: KoreAiState, now: number, { params, body }: ApiRequest) {
	const asked = body as Asked;
	const found = sessions
		.filter(({ botId }) => botId === params.botId)
		.flatMap((session) => session.messages.map((message) => ({ session, message, at: message.at })))
		.filter(({ session, message }) => isAsked(session, message, now, asked));
	const { rows, moreAvailable } = pageOf(sorted(found, asked), asked, PAGE_SIZE);
	const result = rows.map(({ session, message }) => ({
		_id: `${message.id.slice(3)}-${asked.type}`,
		messageId: message.id,
		sessionId: session.id,
		utterance: message.text,
		intent: TASK,
		userId: session.user.id,
		channelUId: session.user.email,
		language: 'en',
		timestamp: isoText(message.at),
		pinned: false,
		channel: session.channel,
		winningIntent: [],
		isAmbiguous: false,
		ambiguousIntents: [],
		taskName: TASK,
		flow: [],
		taskId: TASK_ID,
		customTags: {
			userTags: session.userTags,
			sessionTags: session.sessionTags,
			messageTags: message.tags,
		},
		NLAnalysis: { result: asked.type, input: [message.text] },
	}));
	return { moreAvailable, result };
}

function responses({ analytics }: KoreAiState, now: number, { params, body }: ApiRequest) {
	const asked = body as Asked;
	const { from, to, channel } = asked.filters;
	const window = { from: Date.parse(from), to: Math.min(now, Date.parse(to)) };
	const found = analytics.feedback.filter(
		(one) => one.botId === params.botId && isWithin(one.at, window) && among(channel, one.channel),
	);
	const { rows, moreAvailable, total } = pageOf(sorted(found, asked), asked, PAGE_SIZE);
	const result = rows.map(({ id, at, surveyType, ...row }) => ({
		_id: id,
		surveyName: row.surveyName,
		surveyType: surveyType === 'THUMB' ? 'Like/Dislike' : surveyType,
		userId: row.userId,
		channelUId: row.channelUId,
		sessionId: row.sessionId,
		channel: row.channel,
		language: row.language,
		score: row.score,
		comments: row.comments,
		timestamp: isoText(at),
	}));
	return { moreAvailable, totalCount: total, result };
}

interface Saved {
	channelUId: string;
	name: string;
	score: number;
	channel: string;
	type: string;
	language: string;
}

function save({ analytics }: KoreAiState, now: number, { params: { botId }, body }: ApiRequest) {
	const { name: surveyName, type: surveyType, ...rest } = body as Saved;
	const { channelUId, score, channel, language } = rest;
	const given = { surveyName, surveyType, channelUId, score, channel, language };
	const { id, userId } = addFeedback(analytics, botId, now, given);
	return {
		botId,
		channel,
		language,
		score,
		timestamp: isoText(now),
		createdOn: isoText(now),
		timestampValue: now,
		type: surveyType,
		name: surveyName,
		channelUId,
		orgId: idOf('o', 'account'),
		accountId: ACCOUNT_ID,
		userId,
		_id: id,
		__v: 0,
	};
}

interface CustomFilter {
	fieldName: string;
	values: string[];
}

/** Any dashboard has one widget: the sessions of each day by how they ended. */
function widget({ sessions }: KoreAiState, now: number, { params, query, body }: ApiRequest) {
	const {
		startDate,
		endDate,
		limit = PAGE_SIZE,
	} = query as Record<string, string> & { limit?: number };
	// Words and status are a guess.
	if (params.widgetName !== 'Sessions') throw new ApiError(400, 'Widget not found');
	const { customFilters = [] } = (body ?? {}) as { customFilters?: CustomFilter[] };
	const days = sessions
		.filter(({ botId, start }) => botId === params.botId && start <= now)
		.map(({ start, containmentType }) => ({ day: isoText(start).slice(0, 10), containmentType }))
		.filter(({ day }) => day >= startDate && day <= endDate)
		.filter((row) =>
			customFilters.every(
				({ fieldName, values }) =>
					fieldName !== 'containmentType' || values.includes(row.containmentType),
			),
		);
	const counted = new Map<string, { day: string; containmentType: string; sessions: number }>();
	for (const { day, containmentType } of days) {
		const key = `${day} ${containmentType}`;
		const before = counted.get(key)?.sessions ?? 0;
		counted.set(key, { day, containmentType, sessions: before + 1 });
	}
	const rows = [...counted.keys()].sort().map((key) => counted.get(key));
	return {
		_id: idOf('wg', params.widgetName),
		overlay: [],
		name: params.widgetName,
		type: 'table',
		dimensions: [{ fieldName: 'day', displayName: 'Day', type: 'string' }],
		metrics: [],
		row: [],
		properties: {},
		queryResponse: {
			metaData: { day: 'string', containmentType: 'string', sessions: 'number' },
			queryResponse: rows.slice(0, limit),
		},
	};
}

/** Their handlers. */
export function metricHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	return {
		'analytics.getAll': (request) => records(state, clock.now(), request),
		'feedback.getAll': (request) => responses(state, clock.now(), request),
		'feedback.create': (request) => save(state, clock.now(), request),
		'dashboardWidget.getData': (request) => widget(state, clock.now(), request),
		'dashboardWidget.getDataFiltered': (request) => widget(state, clock.now(), request),
	};
}
