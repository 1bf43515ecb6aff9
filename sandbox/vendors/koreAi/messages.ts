/** Conversation History API. */
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
import { ACCOUNT_ID, idOf, isoText, type KoreAiState, type Message, type Session } from './state';

interface MessageQuery extends Dates, Paging {
	userId?: string;
	channelType?: string;
	sessionId?: string[];
	getAgentsInfo?: boolean;
	includeTraceId?: boolean;
	includeLatency?: boolean;
	forward?: boolean;
	msgId?: string;
	direction?: number;
	tags?: TagFilter;
}

interface Entry {
	session: Session;
	message: Message;
}

/** Guess: no default was found. */
const DEFAULT_LIMIT = 20;
/** Documented: alerts and actions, which version 2 leaves out. */
const TASK_SOURCES = [0, 2];

/** Made from the sample's kinds of numbers. */
const LATENCY = {
	totalMs: 1234,
	asr: { durationMs: 310, provider: 'google', confidenceScore: 0.94 },
	bot: { durationMs: 680 },
	tts: { durationMs: 244, provider: 'azure', firstByteMs: 85 },
};

/** What the request asks to be told of besides. */
function extras({ session, message }: Entry, asked: MessageQuery) {
	const isFromBot = !message.isIncoming;
	const isFromAgent = isFromBot && session.containmentType === 'agent';
	return {
		...(asked.includeTraceId === true && message.isIncoming
			? { traceId: idOf('trace', message.id).slice('trace-'.length) }
			: {}),
		...(asked.includeLatency === true && isFromBot ? { latency: LATENCY } : {}),
		// Guess: the fields of an author were not found.
		...(asked.getAgentsInfo === true && isFromAgent
			? { author: { type: 'agent', fullName: 'Ewa Adams' } }
			: {}),
	};
}

function view(entry: Entry, asked: MessageQuery) {
	const { session, message } = entry;
	const channelUId = session.callId === undefined ? session.user.email : session.user.phone;
	return {
		_id: message.id,
		channels: [{ type: session.channel, channelUId }],
		type: message.isIncoming ? 'incoming' : 'outgoing',
		status: message.isIncoming ? 'received' : 'pending',
		createdBy: session.user.id,
		lmodifiedBy: session.user.id,
		createdOn: isoText(message.at),
		lmodifiedOn: isoText(message.at),
		botId: session.botId,
		orgId: idOf('o', 'organization'),
		accountId: ACCOUNT_ID,
		isBB: 0,
		ms: message.source,
		chnl: session.channel,
		isD: session.isDeveloper ? 1 : 0,
		components: [
			{ _id: idOf('cp', message.id), cT: 'text', data: { text: message.text }, thumbnails: [] },
		],
		timestampValue: message.at,
		__v: 0,
		lang: 'en',
		sT: 1,
		sessionId: session.id,
		resourceid: 'messagestore',
		tags: {
			messageTags: message.tags,
			userTags: session.userTags,
			sessionTags: session.sessionTags,
		},
		...extras(entry, asked),
	};
}

/** Documented: from a message on back, both ways or forward. That nearer ones come first is inferred. */
function around(entries: Entry[], { msgId, direction = 1, forward }: MessageQuery): Entry[] {
	const at = entries.findIndex(({ message }) => message.id === msgId);
	if (at < 0) throw new ApiError(400, `Message not found: ${msgId}`);
	if (direction > 0) return entries.slice(at);
	if (direction < 0) return entries.slice(0, at + 1).reverse();
	return forward === true ? entries : [...entries].reverse();
}

function selected(entries: Entry[], asked: MessageQuery, now: number): Entry[] {
	const oldestFirst = [...entries].sort((a, b) => a.message.at - b.message.at);
	if (asked.msgId !== undefined) {
		// Documented is that they exclude each other; the refusal is inferred.
		if (asked.dateFrom !== undefined || asked.dateTo !== undefined) {
			throw new ApiError(400, 'msgId cannot be used in combination with dateFrom and dateTo');
		}
		return around(oldestFirst, asked);
	}
	const window = windowOf(asked, now);
	const found = oldestFirst.filter(({ message }) => isWithin(message.at, window));
	return asked.forward === true ? found : found.reverse();
}

/** Handlers of the three message operations. includeSecureForm is taken, but there are no forms here. */
export function messageHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const list =
		(leftOut: number[] = []) =>
		({ params, query, body }: ApiRequest) => {
			const asked = (body ?? {}) as MessageQuery;
			// Inferred: the default, which is stated of the GET, is that of the POST as well.
			const { channelType = 'rtm' } = asked;
			const { botId } = params;
			const sessions = state.sessions.filter(
				(session) =>
					session.botId === (botId ?? session.botId) &&
					session.channel === channelType &&
					isUser(session.user, asked.userId) &&
					(query.callId === undefined || session.callId === query.callId) &&
					(asked.sessionId === undefined || asked.sessionId.includes(session.id)),
			);
			const entries = sessions.flatMap((session) =>
				session.messages
					.filter(
						({ source, tags }) =>
							!leftOut.includes(source) &&
							hasTags(asked.tags, {
								user: session.userTags,
								session: session.sessionTags,
								message: tags,
							}),
					)
					.map((message) => ({ session, message })),
			);
			const found = selected(entries, asked, clock.now());
			const { rows, ...page } = pageOf(found, asked, DEFAULT_LIMIT);
			const icon = 'https://bots.example.com/icon.png';
			return { ...page, icon, messages: rows.map((entry) => view(entry, asked)) };
		};
	return {
		'message.getAll': list(),
		'message.getAllV2': list(TASK_SOURCES),
		'message.getAllOfAccount': list(),
	};
}
