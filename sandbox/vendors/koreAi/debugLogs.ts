/** Debug Logs API: what a bot did in the sessions of one caller or user. */
import { DateTime } from 'luxon';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { isWithin } from './filters';
import type { KoreAiState, Session } from './state';

/** Documented maximum; that it is the default, too, is a guess. */
const MOST = 50;
const SECOND = 1000;

const STEPS = [
	{ debugTitle: 'Session', debugMessage: 'session started', debugLevel: 'Info' },
	{ debugTitle: 'Welcome', debugMessage: 'dialog task initiated', debugLevel: 'Info' },
	{ debugTitle: 'Name', debugMessage: 'entity node initiated', debugLevel: 'info' },
	{ debugTitle: 'Name', debugMessage: 'no match, asked again', debugLevel: 'Warning' },
	{ debugTitle: 'Welcome', debugMessage: 'dialog task ended', debugLevel: 'Info' },
];

const identityOf = ({ callId, user }: Session) => callId ?? user.email;

function timeText(milliseconds: number, zone: unknown): string {
	const time = DateTime.fromMillis(milliseconds, { zone: String(zone ?? 'utc') });
	const text = time.toISO();
	if (text === null) throw new ApiError(400, `Unknown timezone: ${String(zone)}`);
	return text;
}

function list(state: KoreAiState, { params, query }: ApiRequest) {
	const { identity, channelType = 'rtm', minimumInfo, timezone } = query;
	const from = query.fromDate === undefined ? 0 : Date.parse(String(query.fromDate));
	const to = query.toDate === undefined ? Infinity : Date.parse(String(query.toDate));
	const sessions = state.sessions.filter(
		(session) =>
			session.botId === params.botId &&
			session.channel === channelType &&
			identityOf(session) === identity,
	);
	// Guess: the oldest first.
	const steps = sessions
		.reverse()
		.flatMap(({ start }) => STEPS.map((step, index) => ({ step, at: start + index * SECOND })))
		.filter(({ at }) => isWithin(at, { from, to }));
	// The newest page counts records, older ones count pages.
	const offset = Number(query.offset ?? 0);
	const rows = steps.slice(offset, offset + Number(query.limit ?? MOST));
	return rows.map(({ step: { debugTitle, debugMessage, debugLevel }, at }) => ({
		timestamp: timeText(at, timezone),
		debugTitle,
		debugLevel,
		...(minimumInfo === true
			? {}
			: {
					debugMessage,
					nomatch_count: debugLevel === 'Warning' ? '1' : '0',
					noinput_count: '0',
				}),
		metaInfo: { channel: channelType, identity },
	}));
}

/** Handler of the debug logs. */
export function debugLogHandlers(state: KoreAiState): Record<string, Handler> {
	return { 'debugLog.getAll': (request) => list(state, request) };
}
