/** Sessions History API. */
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import {
	hasTags,
	isUser,
	isWithin,
	pageOf,
	windowOf,
	type Dates,
	type Paging,
	type TagFilter,
} from './filters';
import { isoText, type KoreAiState, type Session } from './state';

interface SessionQuery extends Dates, Paging {
	userId?: string;
	tags?: TagFilter;
	sessionType?: string;
	sessionId?: string[];
}

/** Guess: no default was found. */
const DEFAULT_LIMIT = 100;
/** A client is known to ask for as many; more than that was not tried. */
const MOST = 1000;
const TWO_WEEKS = 14 * 24 * 60 * 60 * 1000;

const sessionType = ({ isInteractive }: Session) =>
	isInteractive ? 'interactive' : 'non-interactive';

function view(session: Session, sessionTags = session.sessionTags) {
	return {
		sessionId: session.id,
		botId: session.botId,
		channel: session.channel,
		userId: session.user.id,
		start_time: isoText(session.start),
		end_time: isoText(session.end),
		session_lang: ['en'],
		sessionType: sessionType(session),
		isDeveloper: session.isDeveloper,
		sessionStatus: session.isActive ? 'active' : 'closed',
		tags: { userTags: session.userTags, sessionTags, altText: [] },
		noOfMessagesExchanged: session.messages.length,
		noOfTasksExecuted: session.tasks,
		containmentType: session.containmentType,
	};
}

/** Documented: every other filter is ignored, and older sessions come without their tags. */
function byIds(sessions: Session[], ids: string[], now: number) {
	const found = sessions.filter(({ id }) => ids.includes(id));
	const known = found.map(({ id }) => id);
	return {
		total: found.length,
		moreAvailable: false,
		sessions: found.map((session) =>
			view(session, session.start < now - TWO_WEEKS ? [] : session.sessionTags),
		),
		invalidSessions: [...new Set(ids.filter((id) => !known.includes(id)))],
	};
}

/** Handlers of the two lists of sessions, and of closing one. */
export function sessionHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const list = ({ params, query, body }: ApiRequest) => {
		const asked = (body ?? {}) as SessionQuery;
		const { botId } = params;
		const ofBot = state.sessions.filter((session) => session.botId === (botId ?? session.botId));
		if (asked.sessionId !== undefined) return byIds(ofBot, asked.sessionId, clock.now());

		const window = windowOf(asked, clock.now());
		const { callId, containmentType } = query;
		const found = ofBot.filter(
			(session) =>
				isWithin(session.start, window) &&
				isUser(session.user, asked.userId) &&
				(callId === undefined || session.callId === callId) &&
				(containmentType === undefined || session.containmentType === containmentType) &&
				(asked.sessionType === undefined || sessionType(session) === asked.sessionType) &&
				hasTags(asked.tags, {
					user: session.userTags,
					session: session.sessionTags,
					message: session.messages.flatMap(({ tags }) => tags),
				}),
		);
		const limit = Math.min(asked.limit ?? DEFAULT_LIMIT, MOST);
		const { rows, ...page } = pageOf(found, { ...asked, limit }, DEFAULT_LIMIT);
		return { ...page, sessions: rows.map((session) => view(session)) };
	};
	const close = ({ params, body }: ApiRequest) => {
		const { userId, channel } = body as { userId: string; channel: string };
		const session = state.sessions.find(
			(one) =>
				one.isActive &&
				one.botId === params.botId &&
				one.channel === channel &&
				isUser(one.user, userId),
		);
		// Guess: what it answers when there is nothing to close.
		if (session === undefined) throw new ApiError(400, `No active session of ${userId}`);
		session.isActive = false;
		session.end = clock.now();
		return { success: true };
	};
	return { 'session.getAll': list, 'session.getAllOfAccount': list, 'session.close': close };
}
