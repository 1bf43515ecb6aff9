/** Naxon: models, conversations, messages and the keyword webhook. Known facts: `docs/evidence/naxon.md`. */
import { ApiError, type Vendor } from '../../types';
import { seedCounts } from '../seedCounts';
import { conversationView, naxonHandlers } from './handlers';
import { addAt } from './moments';
import { addConversations, addMessages, addModels } from './seed';
import { ORDERS, type NaxonState, type Order } from './state';

const TOKEN = 'naxon-token';
const SEEDS = ['models', 'conversations', 'messages'] as const;

/** The documented sample's shape: a conversation with its keyword, without `updated_at`. */
function keywordNotification(state: NaxonState, payload: Record<string, unknown>) {
	const conversation: Partial<ReturnType<typeof conversationView>> = conversationView(
		state.conversations[0],
		state,
	);
	delete conversation.updated_at;
	return { ...conversation, keyword: 'refund', ...payload };
}

function readOrder(order: unknown): Order {
	const known = ORDERS.find((one) => one === order);
	if (known === undefined) throw new ApiError(400, `order must be one of ${ORDERS.join(', ')}`);
	return known;
}

export const naxon: Vendor = {
	name: 'naxon',
	contract: 'naxon.openapi.yaml',
	// Guess: no error body was found.
	errorBody: (status, message) => ({ meta: { status }, message }),
	seededDays: 2,
	create(clock, seededFrom) {
		const state: NaxonState = { seededFrom, models: [], conversations: [], order: 'id' };
		addModels(state, 3);
		addConversations(state, 25);
		return {
			// Guess: the token's place was not found; both of the likely ones are taken.
			authorize({ headers }) {
				if (headers.authorization === `Bearer ${TOKEN}`) return undefined;
				if (headers['x-api-token'] === TOKEN) return undefined;
				throw new ApiError(401, 'Unauthorized');
			},
			handlers: naxonHandlers(state),
			seed({ order = state.order, ...options }) {
				state.order = readOrder(order);
				if ('at' in options) {
					addAt(state, options, clock);
					return;
				}
				const counts = seedCounts(options, SEEDS);
				addModels(state, counts.models);
				addConversations(state, counts.conversations);
				addMessages(state, counts.messages);
			},
			state: () => state,
			webhook: (event = 'keyword-notification', payload) => ({
				event,
				payload: keywordNotification(state, payload),
			}),
		};
	},
};
