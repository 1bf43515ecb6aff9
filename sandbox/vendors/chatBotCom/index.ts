/** ChatBot.com: users, conversations, stories, archives, training, reports and webhooks. Known facts: `docs/evidence/chatbot-com.md`. */
import { ApiError, type Vendor } from '../../types';
import { seedCounts } from '../seedCounts';
import { chatHandlers } from './chats';
import { conversationHandlers } from './conversation';
import { interactionHandlers } from './interactions';
import { reportHandlers } from './reports';
import { addChats, addPhrases, addUsers, emptyState } from './seed';
import { segmentHandlers } from './segments';
import { storyHandlers } from './stories';
import { trainingHandlers } from './training';
import { userHandlers } from './users';
import { webhookCalls, webhookHandlers } from './webhooks';

const DEVELOPER = 'Bearer chatbot-developer-token';
const CLIENT = 'Bearer chatbot-client-token';
/** Documented: all that a client access token is good for. */
const FOR_CLIENTS = 'conversation.sendQuery';
const SEEDS = ['users', 'chats', 'phrases'] as const;

export const chatBotCom: Vendor = {
	name: 'chatbot-com',
	contract: 'chatbot-com.openapi.yaml',
	// Documented: the detail is in `status`. Guesses: the word `error` and the name of the message.
	errorBody: (status, message) => ({ status: { code: status, type: 'error', message } }),
	seededDays: 5,
	create(clock, seededFrom) {
		const state = emptyState(seededFrom);
		addUsers(state, 95, clock.now());
		addChats(state, 95);
		addPhrases(state, 60);
		const handlers = {
			...userHandlers(state, clock),
			...segmentHandlers(state, clock),
			...storyHandlers(state, clock),
			...interactionHandlers(state, clock),
			...conversationHandlers(state, clock),
			...chatHandlers(state),
			...trainingHandlers(state, clock),
			...reportHandlers(clock),
			...webhookHandlers(state, clock),
		};

		return {
			authorize({ operationId, headers: { authorization } }) {
				if (authorization === DEVELOPER) return undefined;
				if (authorization === CLIENT && operationId === FOR_CLIENTS) return undefined;
				throw new ApiError(401, 'Invalid token');
			},
			handlers,
			seed(options) {
				const counts = seedCounts(options, SEEDS);
				addUsers(state, counts.users, clock.now());
				addChats(state, counts.chats);
				addPhrases(state, counts.phrases);
			},
			state: () => state,
			...webhookCalls(state, clock),
		};
	},
};
