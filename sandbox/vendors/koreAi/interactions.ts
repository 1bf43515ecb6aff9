/** What the contact centre's analytics have of sessions: calls and chats, with agents and queues. */
import { pick } from 'lodash';
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { conversationOf } from './contactCenter';
import { isWithin } from './filters';
import { isoText, type KoreAiState, type Session } from './state';

interface Asked {
	startDate: string;
	endDate: string;
	timeZoneOffset: number;
	channels?: string[];
	direction?: string;
	queues?: string[];
	selectedFields?: string[];
}

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const PAGE_SIZE = 100;

/** What a request may ask for beside: nothing that anybody has filled in. */
const ADDED = {
	skills: [],
	customerinfo: { CustomerPhone: '', CenterPhone: '', CustomerEmail: '' },
	userleveltags: [],
	sessionleveltags: [],
	campaigninfo: {},
	snoozeinfo: [],
};

/** A channel as rows name it: two of the documented ones. */
const channelOf = ({ channel }: Session) =>
	channel === 'ivrVoice' ? 'Voice' : 'Web/Mobile Client';

/** As requests name it. */
const askedAs = ({ channel }: Session) => (channel === 'ivrVoice' ? 'voice' : channel);

/** A date of a request, which has no zone; an end without a time is that of the day. */
function timeOf(date: string, offset: number, isEnd = false): number {
	const [day, time = isEnd ? '23:59:59' : '00:00:00'] = date.split(' ');
	return Date.parse(`${day}T${time}Z`) + offset * MINUTE;
}

/**
 * A row. Guess: one that goes on is listed, and has neither a completion status nor an end.
 *
 * @param localText a time in the zone that was asked for
 */
function rowOf(
	state: KoreAiState,
	session: Session,
	now: number,
	localText: (time: number) => string,
) {
	const isOver = !session.isActive && session.end <= now;
	const common = {
		sessionId: session.id,
		channel: channelOf(session),
		sessionStartTime: localText(session.start),
		...(isOver && { sessionEndTime: localText(session.end) }),
		botId: session.botId,
		userId: session.user.id,
		channelSpecificUserId: session.user.email,
		errorDetails: '',
	};
	if (session.containmentType !== 'agent') {
		return {
			...common,
			finalStatus: isOver ? 'BotResolved' : '',
			smartStatus: isOver ? 'CLOSED AT BOT' : 'ACTIVE',
			reason: '',
			disconnectingEvent: '',
		};
	}
	const { _id: conversationId, participants } = conversationOf(state, session);
	return {
		conversationId,
		...common,
		isVoicemail: 'NO',
		Direction: 'Inbound',
		finalStatus: isOver ? 'CLOSED' : '',
		smartStatus: isOver ? 'CLOSED' : 'ACTIVE',
		reason: isOver ? 'Resolved' : '',
		disconnectingEvent: isOver ? 'Agent Closed' : '',
		dispositions: isOver ? ['Resolved'] : [],
		dispositionRemarks: [],
		destinations: participants.map(({ queueId, queueName, agentId, name }) => ({
			destinationType: 'QueueEntry',
			queueId,
			queueName,
			CallbackOpted: false,
			EnterTime: localText(session.start),
			respondingAgent: { agentId, destinationType: 'AgentSegment', status: 'Answered', name },
		})),
	};
}

/** The handler of the list. Guess: dates are compared with the beginning, and the latest come first. */
export function interactionHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	return {
		'interaction.getAll': ({ headers, query, body }: ApiRequest) => {
			const { startDate, endDate, timeZoneOffset, ...filters } = body as Asked;
			const { limit = PAGE_SIZE, offset = 0 } = query as { limit?: number; offset?: number };
			const from = timeOf(startDate, timeZoneOffset);
			const to = timeOf(endDate, timeZoneOffset, true);
			// Documented is that it cannot be more; the words are a guess.
			if (to - from >= 7 * DAY) throw new ApiError(400, 'Date range cannot be more than 7 days');
			const localText = (time: number) => isoText(time - timeZoneOffset * MINUTE).slice(0, 19);
			const among = (wanted: string[] | undefined, value = '') =>
				!wanted?.length || wanted.includes(value);
			const rows = state.sessions
				.filter(
					(session) =>
						session.botId === headers.iid &&
						isWithin(session.start, { from, to: to + 999 }) &&
						among(filters.channels, askedAs(session)),
				)
				.map((session) => rowOf(state, session, clock.now(), localText))
				.filter((row) => {
					const [destination] = 'destinations' in row ? row.destinations : [];
					const isDirection =
						(filters.direction ?? 'Both') === 'Both' ||
						('Direction' in row && row.Direction === filters.direction);
					return isDirection && among(filters.queues, destination?.queueId);
				})
				.map((row) => ({ ...row, ...pick(ADDED, filters.selectedFields ?? []) }));
			const data = rows.slice(offset * limit, (offset + 1) * limit);
			return { numResults: data.length, data };
		},
	};
}
