/** Operations on chats (Inbox). */
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { uuidOf } from '../random';
import { pageOf } from './paging';
import type { Chat, ChatEntry, KodaState } from './state';

/** The closing text that a bot's dashboard settings would hold. */
const CLOSING_TEXT = 'The moderator has left. You talk to the chatbot again.';

/** Makes a chat entry without buttons. `type` is who speaks: `moderator` documented, others guesses. */
export function entryOf(type: string, date: number, text: string, blockId?: string): ChatEntry {
	return {
		block_id: blockId ?? uuidOf(`${type} block`),
		type,
		date,
		block: { type: 'message', text, buttons: [], quick_replies: [], serialize: '' },
	};
}

function summary(chat: Chat) {
	const last = chat.entries.at(-1);
	return {
		platform_user_id: chat.platformUserId,
		platform: chat.platform,
		avatar: chat.avatar,
		first_name: chat.firstName,
		last_name: chat.lastName,
		moderator_mode: chat.moderatorMode,
		...(last === undefined
			? {}
			: { last_inbox_message: { date: last.date, text: last.block.text, source: last.type } }),
	};
}

const DONE = { meta: { status: 200 }, response: true };

/** Handlers of the seven chat operations. */
export function chatHandlers(state: KodaState, clock: Clock): Record<string, Handler> {
	const find = ({ params }: ApiRequest): Chat => {
		const chat = state.chats.find(({ platformUserId }) => platformUserId === params.platformUserId);
		if (chat === undefined) throw new ApiError(404, 'Chat not found');
		return chat;
	};
	const now = () => Math.floor(clock.now() / 1000);

	return {
		'chat.getAll': (request) => {
			// Guess: the order is not stated; the latest message comes first here.
			const lastDate = (chat: Chat) => chat.entries.at(-1)?.date ?? 0;
			const chats = [...state.chats].sort((a, b) => lastDate(b) - lastDate(a));
			const page = pageOf(chats, request);
			return { meta: { status: 200, ...page.meta }, response: page.rows.map(summary) };
		},
		'chat.get': (request) => {
			const { from = -Infinity, to = Infinity } = request.query;
			// Guesses: both ends are included, and the newest entry comes first.
			const entries = find(request)
				.entries.filter(({ date }) => date >= Number(from) && date <= Number(to))
				.reverse();
			const page = pageOf(entries, request);
			return { meta: { status: 200, ...page.meta }, response: page.rows };
		},
		'chat.enableModeratorMode': (request) => {
			find(request).moderatorMode = true;
			return DONE;
		},
		'chat.sendModeratorMessage': (request) => {
			const { moderator_message: text } = request.body as { moderator_message: string };
			// Not stated: whether moderator mode has to be on. It does not have to here.
			find(request).entries.push(entryOf('moderator', now(), text));
			return DONE;
		},
		'chat.disableModeratorMode': (request) => {
			const chat = find(request);
			const { quiet, message } = (request.body ?? {}) as { quiet?: boolean; message?: string };
			chat.moderatorMode = false;
			// Guess: a text of one's own is sent even when the dashboard's closing block is not.
			const text = message ?? (quiet === true ? undefined : CLOSING_TEXT);
			if (text !== undefined) chat.entries.push(entryOf('bot', now(), text));
			return DONE;
		},
		'chat.sendFile': (request) => {
			const chat = find(request);
			// Not stated how many files may be sent: exactly one here.
			if (request.files.length !== 1) {
				throw new ApiError(400, 'Exactly one of audio, image, file, video is needed');
			}
			const [{ field, filename, contentType, content }] = request.files;
			chat.files.push({ field, filename, contentType, size: content.length });
			const entry = entryOf('moderator', now(), filename);
			entry.block.type = field;
			chat.entries.push(entry);
			return DONE;
		},
		'chat.sendBlock': (request) => {
			const chat = find(request);
			const { block_id: blockId, user_variables: variables } = request.body as {
				block_id: string;
				user_variables?: Record<string, unknown>;
			};
			Object.assign(chat.userVariables, variables);
			chat.entries.push(entryOf('bot', now(), `Content of block ${blockId}`, blockId));
			return {};
		},
	};
}
