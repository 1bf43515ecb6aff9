/** Koopid: dashboard statistics, messages and analytics. Known facts: `docs/evidence/koopid.md`. */
import { ApiError, type Vendor } from '../../types';
import { seedCounts } from '../seedCounts';
import { koopidHandlers } from './handlers';
import { addOlderMessages, createState } from './state';

/** Keys and the documented roles they have; `undefined` stands for all. How keys get roles is unknown. */
const KEYS = new Map<unknown, ReadonlySet<string> | undefined>([
	['koopid-key', undefined],
	['koopid-admin-key', new Set(['Koopid Admin'])],
]);
const PROVIDER = '1020';
const PARTNER = '1021';
const SEEDS = ['messages', 'plainText'] as const;

export const koopid: Vendor = {
	name: 'koopid',
	contract: 'koopid.openapi.yaml',
	// Guess: no error body was found.
	errorBody: (status, message) => ({ status, error: message }),
	// Its messages reach up to now by themselves.
	seededDays: 30,
	create(clock) {
		const state = createState(clock.now());
		return {
			// Guesses: that a wrong key is 401 and a wrong provider or partner 403.
			authorize({ query, params }) {
				if (!KEYS.has(query.apiKey)) throw new ApiError(401, 'Unknown apiKey');
				const providers = [query.providerId, params.providerId ?? PROVIDER];
				if (providers.some((id) => id !== PROVIDER)) throw new ApiError(403, 'Unknown providerId');
				if ((query.partnerId ?? PARTNER) !== PARTNER) throw new ApiError(403, 'Unknown partnerId');
				return KEYS.get(query.apiKey);
			},
			handlers: koopidHandlers(state, clock),
			seed(options) {
				const counts = seedCounts(options, SEEDS);
				addOlderMessages(state, counts.messages);
				state.plainText ||= counts.plainText > 0;
			},
			state: () => state,
		};
	},
};
