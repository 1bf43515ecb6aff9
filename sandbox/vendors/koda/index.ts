/** KODA: voice call lists, inbox and knowledge base. Known facts: `apis/koda.md`. */
import { ApiError, type ApiRequest, type Handler, type Vendor } from '../../types';
import { seedCounts } from '../seedCounts';
import { callListHandlers } from './callLists';
import { chatHandlers } from './chats';
import { documentHandlers } from './documents';
import { addCallLists, addChats, addDocuments, addMessages } from './seed';
import { BOT_ID, type KodaState } from './state';

const SEEDS = ['callLists', 'chats', 'messages', 'documents'] as const;

/** Guess: a bot the client cannot see is answered with 404. */
function forKnownBot(handler: Handler): Handler {
	return (request: ApiRequest) => {
		if (request.params.botId.toLowerCase() !== BOT_ID) throw new ApiError(404, 'Bot not found');
		return handler(request);
	};
}

export const koda: Vendor = {
	name: 'koda',
	contract: 'koda.openapi.yaml',
	// The lifetime of a token was not found; an hour is the usual one.
	oauth: {
		tokenPath: '/oauth/token',
		clients: { 'koda-client': 'koda-secret' },
		tokenSeconds: 3600,
	},
	// Guess: success carries `meta.status`, so an error may as well.
	errorBody: (status, message) => ({ meta: { status }, message }),
	create(clock) {
		const state: KodaState = { botId: BOT_ID, callLists: [], chats: [], documents: [] };
		addCallLists(state, 3);
		addChats(state, 60);
		addDocuments(state, 6);
		const handlers = {
			...callListHandlers(state, clock),
			...chatHandlers(state, clock),
			...documentHandlers(state, clock),
		};
		return {
			handlers: Object.fromEntries(
				Object.entries(handlers).map(([operationId, handler]) => [
					operationId,
					forKnownBot(handler),
				]),
			),
			seed(options) {
				const counts = seedCounts(options, SEEDS);
				addCallLists(state, counts.callLists);
				addChats(state, counts.chats);
				addMessages(state, counts.messages);
				addDocuments(state, counts.documents);
			},
			state: () => state,
		};
	},
};
