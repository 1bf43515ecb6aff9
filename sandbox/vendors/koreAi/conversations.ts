/** Details, summary and deletion of conversations. */
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import { isUser, isWithin } from './filters';
import {
	find,
	idOf,
	isoText,
	lookAt,
	newJob,
	type ConversationDeletion,
	type KoreAiState,
} from './state';

interface DetailsInput {
	sessionId?: string;
	callId?: string;
	conversationId?: string;
	isSummaryRequired?: boolean;
	skip?: number;
	limit?: number;
}

interface DeleteInput {
	conversationIds?: string[];
	cId?: string;
	startDate?: string;
	endDate?: string;
}

/** A day that ends a range counts whole: both ends are documented as inclusive. */
const DAY = 24 * 60 * 60 * 1000;
const endOf = (date: string) => Date.parse(date) + (date.length === 10 ? DAY - 1 : 0);

const summaryOf = (texts: string[], now: number) => ({
	ConversationSummary: `In short: ${texts.slice(0, 2).join(' ')}`,
	time: isoText(now),
});

/** Handlers of the four operations. */
export function conversationHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	/** Documented: a session ID goes before the others. Words of the refusal are a guess. */
	const sessionOf = (botId: string, { sessionId, callId, conversationId }: DetailsInput) => {
		const id = sessionId ?? conversationId;
		const found = state.sessions.find(
			(one) => one.botId === botId && (id === undefined ? one.callId === callId : one.id === id),
		);
		if (found === undefined || (id ?? callId) === undefined) {
			throw new ApiError(400, `Conversation not found: ${id ?? callId}`);
		}
		return found;
	};

	const chosen = (
		botId: string,
		{ conversationIds, cId = '', startDate, endDate }: DeleteInput,
	) => {
		const ofBot = state.sessions.filter((session) => session.botId === botId);
		if (conversationIds) return ofBot.filter(({ id }) => conversationIds.includes(id));
		const to = endDate === undefined ? clock.now() : endOf(endDate);
		// Documented is that it may not be; status and words are inferred.
		if (to > clock.now() + DAY) throw new ApiError(400, 'endDate must not be a future date');
		const window = { from: startDate === undefined ? 0 : Date.parse(startDate), to };
		return ofBot.filter(({ user, start }) => isUser(user, cId) && isWithin(start, window));
	};

	return {
		'conversation.getDetails': ({ params, body }) => {
			const asked = body as DetailsInput;
			const session = sessionOf(params.botId, asked);
			const { skip = 0, limit = 100 } = asked;
			const texts = session.messages.map(({ text }) => text);
			return {
				conversationInfo: {
					userId: session.user.id,
					callId: session.callId ?? '',
					sessionStartTime: isoText(session.start),
					userDetails: { firstName: '', lastName: '', phoneNumber: session.user.phone },
					currentTask: 'null',
					sessionId: session.id,
				},
				conversationFlow: [{ status: 'completedTask', taskName: 'Find Order' }],
				conversationHistory: session.messages
					.slice(skip, skip + limit)
					.map(({ text, at, isIncoming }) => ({
						type: isIncoming ? 'incoming' : 'outgoing',
						status: isIncoming ? 'received' : 'pending',
						createdOn: isoText(at),
						components: [{ cT: 'text', data: { text } }],
					})),
				...(asked.isSummaryRequired === true ? { summary: summaryOf(texts, clock.now()) } : {}),
			};
		},
		'conversation.getSummary': ({ params, body }) => {
			const { lang, inputMode } = body as {
				lang: string;
				inputMode: { conversationId?: string; transcript?: string };
			};
			// Documented: English alone; the words are a guess.
			if (lang !== 'en') throw new ApiError(400, `Language is not supported: ${lang}`);
			const { conversationId, transcript } = inputMode;
			if (!conversationId === !transcript) throw new ApiError(400, 'inputMode is not valid');
			const texts =
				transcript === undefined
					? sessionOf(params.botId, { conversationId }).messages.map(({ text }) => text)
					: [transcript];
			return summaryOf(texts, clock.now());
		},
		'conversation.delete': ({ params, body }) => {
			const asked = body as DeleteInput;
			if (!asked.conversationIds && !asked.cId) {
				throw new ApiError(400, 'conversationIds or cId is required');
			}
			const job: ConversationDeletion = {
				...newJob(idOf('cdj', String(state.conversationDeletions.length)), clock),
				botId: params.botId,
				requestType: asked.conversationIds ? 'conversationIds' : 'cId',
				sessionIds: chosen(params.botId, asked).map(({ id }) => id),
				deleted: 0,
			};
			state.conversationDeletions.push(job);
			return {
				status: 'queued',
				jobId: job.id,
				message:
					'Deletion job queued successfully. The bot owner will be notified by email on completion.',
				submittedAt: isoText(job.startedAt),
			};
		},
		'conversation.getDeletionStatus': ({ params }) => {
			const all = state.conversationDeletions.filter(({ botId }) => botId === params.botId);
			const job = find(all, params.jobId, 'Job');
			const isDone = lookAt(job, clock);
			if (isDone && job.deleted === 0) {
				state.sessions = state.sessions.filter(({ id }) => !job.sessionIds.includes(id));
				job.deleted = job.sessionIds.length;
			}
			return {
				jobId: job.id,
				status: isDone ? 'completed' : 'queued',
				requestType: job.requestType,
				submittedAt: isoText(job.startedAt),
				...(isDone
					? {
							completedAt: isoText(clock.now()),
							result: {
								totalConversations: job.sessionIds.length,
								processedCount: job.sessionIds.length,
								deletedCount: job.deleted,
								failedCount: 0,
								skippedCount: 0,
								retriesRemaining: 3,
							},
						}
					: {}),
			};
		},
	};
}
