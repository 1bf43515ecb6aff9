/** Kore.ai XO: sessions, messages, logs, users, erasure, import and publishing. Known facts: `docs/evidence/kore-ai.md`. */
import type { Vendor } from '../../types';
import { seedCounts } from '../seedCounts';
import { accountHandlers } from './account';
import { createAuthorization } from './auth';
import { debugLogHandlers } from './debugLogs';
import { erasureHandlers } from './erasures';
import { importHandlers } from './imports';
import { messageHandlers } from './messages';
import { addAt } from './moments';
import { publishHandlers } from './publishing';
import { addBots, addSessions, addUsers, seededState } from './seed';
import { sessionHandlers } from './sessions';

const SEEDS = ['sessions', 'users', 'bots'] as const;

export const koreAi: Vendor = {
	name: 'kore-ai',
	contract: 'kore-ai.openapi.yaml',
	errorBody: (status, message, code = status) => ({ errors: [{ msg: message, code }] }),
	create(clock) {
		const state = seededState();
		return {
			authorize: createAuthorization(clock, (botId) => state.bots.some(({ id }) => id === botId)),
			handlers: {
				...sessionHandlers(state, clock),
				...messageHandlers(state, clock),
				...debugLogHandlers(state),
				...accountHandlers(state),
				...importHandlers(state, clock),
				...publishHandlers(state, clock),
				...erasureHandlers(state, clock),
			},
			seed(options) {
				if ('at' in options) {
					addAt(state, options, clock);
					return;
				}
				const counts = seedCounts(options, SEEDS);
				addSessions(state, counts.sessions);
				addUsers(state, counts.users);
				addBots(state, counts.bots);
			},
			state: () => state,
		};
	},
};
