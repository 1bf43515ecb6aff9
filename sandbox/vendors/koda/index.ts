/** KODA: voice call lists, inbox and knowledge base. Known facts: `docs/evidence/koda.md`. */
import { ApiError, type ApiRequest, type Handler, type Vendor } from '../../types';
import { seedCounts } from '../seedCounts';
import { callListHandlers } from './callLists';
import { chatHandlers } from './chats';
import { documentHandlers } from './documents';
import {
	addCallLists,
	addChats,
	addDocuments,
	addFinishedCalls,
	addMessages,
	addNewMessages,
} from './seed';
import { BOT_ID, type KodaState } from './state';

const SEEDS = [
	'callLists',
	'chats',
	'messages',
	'newMessages',
	'finishedCalls',
	'arrivingCallLists',
	'arrivingMessages',
	'documents',
] as const;

/** Guess: a bot the client cannot see is answered with 404. */
function forKnownBot(handler: Handler): Handler {
	return (request: ApiRequest) => {
		if (request.params.botId.toLowerCase() !== BOT_ID) throw new ApiError(404, 'Bot not found');
		return handler(request);
	};
}

/** Lets what is still to come arrive once a page has been given. */
function arrive(state: KodaState, operationId: string, now: number): void {
	const { arriving } = state;
	if (operationId === 'callList.getAll' && arriving.callLists > 0) {
		arriving.callLists -= 1;
		addCallLists(state, 1);
	}
	if (['chat.getAll', 'chat.get'].includes(operationId) && arriving.messages > 0) {
		arriving.messages -= 1;
		addNewMessages(state, 1, now);
	}
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
	seededDays: 3,
	create(clock, seededFrom) {
		const state: KodaState = {
			seededFrom,
			botId: BOT_ID,
			callLists: [],
			chats: [],
			documents: [],
			newMessages: 0,
			arriving: { callLists: 0, messages: 0 },
		};
		const now = () => Math.floor(clock.now() / 1000);
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
					forKnownBot((request) => {
						const answer = handler(request);
						arrive(state, operationId, now());
						return answer;
					}),
				]),
			),
			seed(options) {
				const counts = seedCounts(options, SEEDS);
				addCallLists(state, counts.callLists);
				addChats(state, counts.chats);
				addMessages(state, counts.messages);
				addNewMessages(state, counts.newMessages, now());
				if (counts.finishedCalls > 0) addFinishedCalls(state, counts.finishedCalls, now());
				state.arriving.callLists += counts.arrivingCallLists;
				state.arriving.messages += counts.arrivingMessages;
				addDocuments(state, counts.documents);
			},
			state: () => state,
		};
	},
};
