/** The webhook channel of version 2: what is said to a bot, and what it answers. */
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import {
	find,
	hexOf,
	idOf,
	isoText,
	lookAt,
	newJob,
	type KoreAiState,
	type Message,
	type PendingReply,
	type Session,
} from './state';

interface Incoming {
	session?: { new?: boolean };
	message: { type: string; val: unknown; attachments?: object[] };
	from: { id: string };
}

/** The channel of the first instance (documented); that of a further one is its ID. */
const CHANNEL = 'ivr';
const DIALOG = 'Find Order';

function addMessage(session: Session, at: number, text: string, isIncoming: boolean): Message {
	const message = {
		id: idOf('ms', `${session.id} ${session.messages.length}`),
		at,
		isIncoming,
		text,
		source: 1,
		tags: [],
	};
	session.messages.push(message);
	session.end = Math.max(session.end, at);
	return message;
}

const views = (messages: Message[]) =>
	messages.map(({ id, at, text }) => ({
		type: 'text',
		val: text,
		createdOn: isoText(at),
		messageId: id,
	}));

const ending = (isDone: boolean) => ({
	_v: 'v2',
	endOfTask: isDone,
	...(isDone
		? {
				endReason: 'Fulfilled',
				completedTaskId: idOf('dg', DIALOG),
				completedTaskName: DIALOG,
			}
		: {}),
});

/** What the bot says at once, and after it has looked something up; `slow` once, `slow` and `twice` two times. */
function sayings(text: string, attachments: number): [now: string, ...later: string[]] {
	const files = attachments > 0 ? ` (${attachments} files)` : '';
	if (!text.includes('slow')) return [`You said: ${text}${files}`];
	const later = text.includes('twice')
		? ['Still looking', 'Your order is on its way']
		: ['Found it'];
	return ['One moment, please', ...later];
}

/** Handlers of the three operations of the channel. */
export function webhookChannelHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const newSession = (botId: string, channel: string, userId: string): Session => {
		const index = state.sessionsMade;
		state.sessionsMade += 1;
		const known = state.sessions.find(({ user }) => [user.id, user.email].includes(userId));
		const session: Session = {
			id: hexOf(`session ${index}`),
			botId,
			channel,
			user: known?.user ?? { id: idOf('u', userId), email: userId, phone: '' },
			start: clock.now(),
			end: clock.now(),
			isInteractive: true,
			containmentType: 'selfService',
			isActive: true,
			isDeveloper: false,
			userTags: [],
			sessionTags: [],
			tasks: 1,
			messages: [],
		};
		state.sessions.unshift(session);
		return session;
	};

	const pend = (botId: string, sessionId: string, parts: string[]): PendingReply => {
		state.repliesMade += 1;
		const id = hexOf(`reply ${state.repliesMade}`);
		const reply: PendingReply = { ...newJob(id, clock), botId, sessionId, parts };
		state.pendingReplies.push(reply);
		return reply;
	};

	const closed = (session: Session | undefined) => {
		if (session) {
			session.isActive = false;
			session.end = clock.now();
		}
		const [eventType, description] = session
			? ['SESSION_CLOSURE_SUCCESS', 'session closed successfully']
			: ['SESSION_CLOSURE_IGNORED', "Active session doesn't exist"];
		return { data: [{ type: 'event', val: 'SESSION_CLOSURE', eventType, description }], _v: 'v2' };
	};

	const send = ({ params, body }: ApiRequest) => {
		const { botId, instanceId: channel = CHANNEL } = params;
		const { session: asked, message, from } = body as Incoming;
		const isText = message.type === 'text';
		// Documented is that they need a text, and that an event has one of two names; the refusal is inferred.
		if (message.attachments !== undefined && !isText)
			throw new ApiError(400, 'Invalid Request Payload');
		if (
			message.type === 'event' &&
			!['ON_CONNECT', 'SESSION_CLOSURE'].includes(String(message.val))
		) {
			throw new ApiError(400, 'Invalid Request Payload');
		}
		const text = typeof message.val === 'string' ? message.val : JSON.stringify(message.val);
		if (isText && text.includes('timeout'))
			throw new ApiError(504, 'The request has been timed-out');
		const running = state.sessions.find(
			(one) =>
				one.isActive &&
				one.botId === botId &&
				one.channel === channel &&
				[one.user.id, one.user.email].includes(from.id),
		);
		if (message.val === 'SESSION_CLOSURE') return closed(running);
		const isNew = asked?.new === true || running === undefined;
		if (isNew && running) running.isActive = false;
		const session = isNew ? newSession(botId, channel, from.id) : running;
		const now = clock.now();
		if (message.type !== 'event') addMessage(session, now, text, true);
		// An instance named so is asynchronous: the reply goes to its Post URL, which is not called here.
		if (channel.includes('async'))
			return { status: 'ok', _v: 'v2', traceId: 'RTM-TRACE-9JOHE3ALB' };
		const [first, ...later] =
			message.type === 'event'
				? (['Hi, what can I do for you?'] as const)
				: sayings(text, message.attachments?.length ?? 0);
		const said = addMessage(session, now + 1, first, false);
		const isDone = later.length === 0;
		return {
			to: from.id,
			from: botId,
			data: [
				...views([said]),
				...(text.includes('menu')
					? [
							{
								...views([said])[0],
								type: 'template',
								val: { type: 'buttons', buttons: ['A', 'B'] },
							},
						]
					: []),
			],
			...ending(isDone && message.type !== 'event'),
			...(isDone ? {} : { pollId: pend(botId, session.id, later).id }),
		};
	};

	return {
		'botMessage.send': send,
		'botMessage.sendToInstance': send,
		'botMessage.getReply': ({ params }) => {
			const { botId, pollId } = params;
			const pending = state.pendingReplies.find(({ id }) => id === pollId);
			// Documented of one that was handed out; of one that never was, inferred.
			if (pending?.botId !== botId) throw new ApiError(400, 'No data found');
			if (!lookAt(pending, clock)) return { status: 'Inprogress', pollId, _v: 'v2' };
			state.pendingReplies = state.pendingReplies.filter((one) => one !== pending);
			const session = find(state.sessions, pending.sessionId, 'Session');
			const [now, ...later] = pending.parts;
			const said = addMessage(session, clock.now(), now, false);
			return {
				data: views([said]),
				...ending(later.length === 0),
				...(later.length === 0 ? {} : { pollId: pend(botId, session.id, later).id }),
			};
		},
	};
}
