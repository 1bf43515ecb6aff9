/** Operations on archived chats. */
import type { Handler } from '../../types';
import { find, isoText, type Chat, type ChatBotComState } from './state';

/** Documented. */
const PAGE_SIZE = 40;

function chatView({ id, storyId, user, source, createdAt, messages }: Chat) {
	return { id, storyId, user, source, createdAt: isoText(createdAt), messages };
}

/** Handlers of the two chat operations. */
export function chatHandlers(state: ChatBotComState): Record<string, Handler> {
	return {
		'chat.getAll': ({ query }) => {
			// Documented as "the last 40 chats" and a time to go on from, so the newest come first (inferred).
			const before = Number(query.after ?? Infinity);
			return state.chats
				.filter(({ createdAt }) => createdAt < before)
				.sort((a, b) => b.createdAt - a.createdAt)
				.slice(0, PAGE_SIZE)
				.map(chatView);
		},
		'chat.get': ({ params }) => chatView(find(state.chats, params.chatId, 'Chat')),
	};
}
