/** Change logs, audit logs and translation logs. */
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { isWithin } from './filters';
import { isoText, OWNER_ID, type KoreAiState } from './state';

const DAY = 24 * 60 * 60 * 1000;
const SHORT_PAGE = 50;
const LONG_PAGE = 100;

/** A day or a time of a request; a day that ends a window counts whole, which is a guess. */
function timeOf(date: unknown, otherwise: number, isEnd = false): number {
	if (date === undefined) return otherwise;
	const isDay = String(date).length === 'yyyy-mm-dd'.length;
	return Date.parse(String(date)) + (isDay && isEnd ? DAY - 1 : 0);
}

const OWNER = {
	id: OWNER_ID,
	firstName: 'Demo',
	lastName: 'Owner',
	emailId: 'owner@example.com',
	activationStatus: 'active',
};

function changeLogs({ analytics }: KoreAiState, now: number, { params, query }: ApiRequest) {
	const { offset = 0, limit = SHORT_PAGE } = query as { offset?: number; limit?: number };
	const from = timeOf(query.startDate, 0);
	const to = Math.min(now, timeOf(query.endDate, Infinity, true));
	return (
		analytics.changes
			.filter(({ botId, at }) => botId === params.botId && isWithin(at, { from, to }))
			// As in the vendor's sample.
			.sort((a, b) => (a.id < b.id ? -1 : 1))
			.slice(offset * limit, (offset + 1) * limit)
			.map(({ id, botId, at, resourceType, resourceId, message }) => ({
				_id: id,
				userId: OWNER,
				streamId: botId,
				resourceId,
				resourceType,
				message,
				createdOn: isoText(at),
				__v: 0,
			}))
	);
}

function auditLogs({ analytics }: KoreAiState, now: number, { query }: ApiRequest) {
	const { offset = 0, size = LONG_PAGE } = query as { offset?: number; size?: number };
	const from = timeOf(query.fromDate, 0);
	const to = Math.min(now, timeOf(query.toDate, Infinity, true));
	const after = analytics.audits.findIndex(({ id }) => id === query.fetchAfter);
	// Words and status are a guess.
	if (query.fetchAfter !== undefined && after < 0) throw new ApiError(400, 'Invalid fetchAfter');
	// Documented is that IDs grow.
	const found = analytics.audits.slice(after + 1).filter(({ at }) => isWithin(at, { from, to }));
	const end = (offset + 1) * size;
	return {
		total: found.length,
		moreAvailable: end < found.length,
		auditlogs: found.slice(offset * size, end).map(({ id, at, name, category, description }) => ({
			timestampValue: at,
			'Date/Time': isoText(at),
			Description: description,
			Name: name,
			Category: category,
			AuditLogId: id,
		})),
	};
}

function translationLogs({ sessions }: KoreAiState, now: number, { params, query }: ApiRequest) {
	const { sessionId, fromDate, toDate } = query;
	if ([sessionId, fromDate, toDate].every((one) => one === undefined)) {
		// Documented is that one is needed; the words are a guess.
		throw new ApiError(400, 'At least one of sessionId, fromDate or toDate is required');
	}
	const { offset = 0, limit = SHORT_PAGE } = query as { offset?: number; limit?: number };
	const from = timeOf(fromDate, 0);
	const to = Math.min(now, timeOf(toDate, Infinity));
	return sessions
		.filter(({ id, botId }) => botId === params.botId && id === (sessionId ?? id))
		.flatMap(({ id, messages }) => messages.map((message) => ({ ...message, id })))
		.filter(({ isIncoming, at }) => isIncoming && isWithin(at, { from, to }))
		.sort((a, b) => a.at - b.at)
		.slice(offset, offset + limit)
		.map(({ id, at, text }) => ({
			sessionId: id,
			timestamp: isoText(at),
			inputPayload: {
				endPoint: { host: 'translate.example.com', path: '/translate', method: 'post' },
				payloadFields: { sourceText: text, targetLanguage: 'de' },
				timeout: 20_000,
			},
			outputPayload: { translations: [`[de] ${text}`] },
			engine: 'custom',
			statusCode: 200,
			success: true,
			batchSize: 1,
		}));
}

/** Handlers of the three. */
export function logHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	return {
		'changeLog.getAll': (request) => changeLogs(state, clock.now(), request),
		'auditLog.getAll': (request) => auditLogs(state, clock.now(), request),
		'translationLog.getAll': (request) => translationLogs(state, clock.now(), request),
	};
}
