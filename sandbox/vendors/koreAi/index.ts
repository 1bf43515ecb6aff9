/** Kore.ai XO: bots and what is said with them, their knowledge, campaigns, users and erasure. Known facts: `docs/evidence/kore-ai.md`. */
import type { Vendor } from '../../types';
import { seedCounts } from '../seedCounts';
import { accountHandlers } from './account';
import { createAuthorization } from './auth';
import { campaignHandlers } from './campaigns';
import { addCampaigns } from './campaignSeed';
import { contactCenterHandlers } from './contactCenter';
import { contactListHandlers } from './contactLists';
import { conversationHandlers } from './conversations';
import { debugLogHandlers } from './debugLogs';
import { erasureHandlers } from './erasures';
import { extractionHandlers, faqHandlers } from './faqs';
import { eventCalls, subscriptionHandlers } from './events';
import { importHandlers } from './imports';
import { addContents, addFaqs, seedKnowledge } from './knowledge';
import { interactionHandlers } from './interactions';
import { intentHandlers } from './intents';
import { messageHandlers } from './messages';
import { addAt } from './moments';
import { notificationHandlers } from './notifications';
import { publishHandlers } from './publishing';
import { searchAiHandlers } from './searchAi';
import { searchAiJobHandlers } from './searchAiJobs';
import { addBots, addSessions, addUsers, seededState } from './seed';
import { sessionHandlers } from './sessions';
import { utteranceHandlers } from './utterances';
import { webhookChannelHandlers } from './webhookChannel';

const SEEDS = ['sessions', 'users', 'bots', 'faqs', 'contents'] as const;

export const koreAi: Vendor = {
	name: 'kore-ai',
	contract: 'kore-ai.openapi.yaml',
	errorBody: (status, message, code = status) => ({ errors: [{ msg: message, code }] }),
	seededDays: 30,
	create(clock, seededFrom) {
		const state = seededState(seededFrom);
		addCampaigns(state, clock);
		seedKnowledge(state.knowledge, clock);
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
				...subscriptionHandlers(state, clock),
				...contactListHandlers(state, clock),
				...campaignHandlers(state, clock),
				...searchAiHandlers(state, clock),
				...searchAiJobHandlers(state, clock),
				...faqHandlers(state, clock),
				...extractionHandlers(state, clock),
				...utteranceHandlers(state, clock),
				...webhookChannelHandlers(state, clock),
				...intentHandlers(state),
				...notificationHandlers(state, clock),
				...conversationHandlers(state, clock),
				...contactCenterHandlers(state, clock),
				...interactionHandlers(state, clock),
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
				addFaqs(state.knowledge, counts.faqs, clock);
				addContents(state.knowledge, counts.contents, clock);
			},
			state: () => state,
			...eventCalls(state, clock),
		};
	},
};
