/** Kore.ai XO: bots and what is said with them, their knowledge, campaigns, users and erasure. Known facts: `docs/evidence/kore-ai.md`. */
import type { Vendor } from '../../types';
import { seedCounts } from '../seedCounts';
import { accountHandlers } from './account';
import { accountRoleHandlers } from './accountRoles';
import { accountUserHandlers } from './accountUsers';
import { createAuthorization } from './auth';
import { batchTestHandlers } from './batchTests';
import { buildingHandlers } from './building';
import { campaignHandlers } from './campaigns';
import { addCampaigns } from './campaignSeed';
import { agentGroupHandlers, centerAgentHandlers } from './centerAgents';
import { centerCaseHandlers } from './centerCases';
import { centerContactHandlers } from './centerContacts';
import { centerQualityHandlers } from './centerQuality';
import { centerQueueHandlers } from './centerQueues';
import { recordingHandlers, workforceHandlers } from './centerRecordings';
import { centerSkillHandlers } from './centerSkills';
import { contactCenterHandlers } from './contactCenter';
import { contactListHandlers } from './contactLists';
import { conversationHandlers } from './conversations';
import { dataTableHandlers } from './dataTables';
import { conversationTestHandlers } from './conversationTests';
import { debugLogHandlers } from './debugLogs';
import { erasureHandlers } from './erasures';
import { extractionHandlers, faqHandlers } from './faqs';
import { eventCalls, subscriptionHandlers } from './events';
import { importHandlers } from './imports';
import { addContents, addFaqs, seedKnowledge } from './knowledge';
import { interactionHandlers } from './interactions';
import { intentHandlers } from './intents';
import { logHandlers } from './logs';
import { messageHandlers } from './messages';
import { metricHandlers } from './metrics';
import { addAt } from './moments';
import { notificationHandlers } from './notifications';
import { publishHandlers } from './publishing';
import { reportHandlers } from './reports';
import { searchAiHandlers } from './searchAi';
import { searchAiJobHandlers } from './searchAiJobs';
import { addBots, addSessions, addUsers, seededState } from './seed';
import { sessionHandlers } from './sessions';
import { agentIntegrationHandlers } from './agentIntegrations';
import { pushDeviceHandlers } from './pushDevices';
import { setupHandlers } from './setup';
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
				...logHandlers(state, clock),
				...metricHandlers(state, clock),
				...reportHandlers(state, clock),
				...accountHandlers(state),
				...accountUserHandlers(state),
				...accountRoleHandlers(state, () => clock.now()),
				...importHandlers(state, clock),
				...publishHandlers(state, clock),
				...buildingHandlers(state, clock),
				...setupHandlers(state),
				...pushDeviceHandlers(state),
				...agentIntegrationHandlers(state),
				...batchTestHandlers(state, clock),
				...conversationTestHandlers(state, clock),
				...erasureHandlers(state, clock),
				...dataTableHandlers(state, clock),
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
				...centerAgentHandlers(state, clock),
				...agentGroupHandlers(state, clock),
				...centerContactHandlers(state, clock),
				...centerQueueHandlers(state),
				...centerQualityHandlers(state, clock),
				...centerCaseHandlers(state, clock),
				...recordingHandlers(state),
				...workforceHandlers(state),
				...centerSkillHandlers(state, clock),
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
