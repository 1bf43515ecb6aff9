/** Conversations and agents of the contact centre; calls and texts that go out. */
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { FIRST_NAMES, LAST_NAMES, pick } from '../random';
import { ACCOUNT_ID, find, hexOf, idOf, isoText, type KoreAiState, type Session } from './state';

export const ORGANIZATION_ID = idOf('o', 'organization');

const QUEUES = ['Default Queue', 'Billing'].map((name) => ({ id: idOf('qu', name), name }));
const SKILLS = ['Billing', 'Returns'].map((name) => ({ id: hexOf(`skill ${name}`), name }));
const STATES = ['AVAILABLE', 'BUSY', 'OFFLINE', 'AWAY'] as const;
/** As in the sample of the documentation; it cannot be chosen. */
const AGENTS_PER_PAGE = 10;
/** Guess: no default and maximum were found. */
const PAGE = { size: 10, most: 100 };

const AGENTS = Array.from({ length: 23 }, (_, index) => {
	const [firstName, lastName] = [pick(FIRST_NAMES, index), pick(LAST_NAMES, index * 3)];
	return {
		id: idOf('a', String(index)),
		userId: idOf('u', `agent ${index}`),
		firstName,
		lastName,
		emailId: `agent.${index}@example.com`,
		phoneNumber: '',
		state: pick(STATES, index),
		queue: pick(QUEUES, index),
		skill: pick(SKILLS, index),
	};
});

type Agent = (typeof AGENTS)[number];

const agentRow = (agent: Agent, withQueues: boolean) => ({
	id: agent.id,
	userId: agent.userId,
	orgId: ORGANIZATION_ID,
	accountId: ACCOUNT_ID,
	status: 'ACTIVE',
	onlineStatus: `${agent.state[0]}${agent.state.slice(1).toLowerCase()}`,
	onlineStatusType: agent.state,
	emailId: agent.emailId,
	firstName: agent.firstName,
	lastName: agent.lastName,
	phoneNumber: agent.phoneNumber,
	role: 'Agent',
	skills: [{ skillId: agent.skill.id, name: agent.skill.name, proficiencyLevel: 'expert' }],
	...(withQueues ? { queues: [agent.queue] } : {}),
});

const availableRow = ({ id, userId, firstName, lastName, emailId, phoneNumber, state }: Agent) => ({
	_id: id,
	userId,
	firstName,
	lastName,
	emailId,
	phoneNumber,
	isDigitalEnabled: true,
	channelCapacity: {
		voice: {
			isEnabled: true,
			totalCapacity: 1,
			usedCapacity: state === 'AVAILABLE' ? 0 : 1,
			availableCapacity: state === 'AVAILABLE' ? 1 : 0,
		},
	},
});

/** What the contact centre has of a session that was handed to a person. */
export function conversationOf(state: KoreAiState, session: Session) {
	const transfer = state.transfers.filter(({ sessionId }) => sessionId === session.id).at(-1);
	const agent = AGENTS.find(({ id }) => id === transfer?.agentId) ?? AGENTS[0];
	const queue = QUEUES.find(({ id }) => id === transfer?.queueId) ?? agent.queue;
	return {
		_id: idOf('c', session.id),
		botSessionId: session.id,
		botId: session.botId,
		userId: session.user.id,
		orgId: ORGANIZATION_ID,
		accountId: ACCOUNT_ID,
		source: session.channel,
		status: session.isActive ? 'ACTIVE' : 'CLOSED',
		conversationType: 'livechat',
		language: 'en',
		participants: [
			{
				agentId: agent.userId,
				name: `${agent.firstName} ${agent.lastName}`,
				status: session.isActive ? 'ACTIVE' : 'INACTIVE',
				queueId: queue.id,
				queueName: queue.name,
				assignedAt: isoText(session.start),
			},
		],
		queues: [{ type: 'ASSIGNED', status: 'ACTIVE', ...queue, startTime: isoText(session.start) }],
		transferDetails: [],
		startTime: isoText(session.start),
		endTime: isoText(session.end),
		dispositions: { status: session.isActive ? '' : 'Resolved', metaStatus: 'AGENT_CLOSED' },
	};
}

/** Handlers of the contact centre but for campaigns. */
export function contactCenterHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const handedOver = (botId: string) =>
		state.sessions.filter(
			(session) => session.botId === botId && session.containmentType === 'agent',
		);
	const checkOrganization = (orgId: string) => {
		// Guess: status and words for another organization.
		if (orgId !== ORGANIZATION_ID) throw new ApiError(400, `Organization not found: ${orgId}`);
	};

	return {
		'ccConversation.getAll': ({ params, query }) => {
			const {
				skip = 0,
				limit = PAGE.size,
				status,
				source,
			} = query as {
				skip?: number;
				limit?: number;
				status?: string;
				source?: string;
			};
			const rows = handedOver(params.botId)
				.map((session) => conversationOf(state, session))
				.filter(
					(row) =>
						(status === undefined || row.status === status) &&
						(source === undefined || row.source === source),
				);
			const size = Math.min(limit, PAGE.most);
			return {
				results: rows.slice(skip, skip + size),
				skip,
				limit: size,
				hasMore: skip + size < rows.length,
				totalPages: Math.ceil(rows.length / size),
				totalResults: rows.length,
			};
		},
		'ccConversation.get': ({ params }) => {
			const rows = handedOver(params.botId).map((session) => conversationOf(state, session));
			const row = rows.find(({ _id }) => _id === params.conversationId);
			if (row) return row;
			throw new ApiError(400, `Conversation not found: ${params.conversationId}`);
		},
		'ccConversation.getBySession': ({ params }) =>
			conversationOf(state, find(handedOver(params.botId), params.sessionId, 'Conversation')),
		'ccConversation.assign': ({ params, body }) => {
			const { botSessionId, orgId, aId, queueId, callbackUrl } = body as Record<string, string>;
			checkOrganization(orgId);
			find(handedOver(params.botId), botSessionId, 'Conversation');
			if (!aId === !queueId) throw new ApiError(400, 'aId or queueId is required');
			if (aId) find(AGENTS, aId, 'Agent');
			if (queueId) find(QUEUES, queueId, 'Queue');
			const to = aId ? { agentId: aId } : { queueId };
			const at = clock.now();
			state.transfers.push({ sessionId: botSessionId, ...to, callbackUrl, at });
			return { sessionId: botSessionId, ...to, status: 'transferred', requestCompletedAt: at };
		},
		'agent.getAll': ({ params, query }) => {
			checkOrganization(params.orgId);
			const { page = 1, includeQueues = false } = query as {
				page?: number;
				includeQueues?: boolean;
			};
			const from = (page - 1) * AGENTS_PER_PAGE;
			return {
				results: AGENTS.slice(from, from + AGENTS_PER_PAGE).map((agent) =>
					agentRow(agent, includeQueues),
				),
				skip: from,
				limit: AGENTS_PER_PAGE,
				hasMore: from + AGENTS_PER_PAGE < AGENTS.length,
				totalPages: Math.ceil(AGENTS.length / AGENTS_PER_PAGE),
				totalResults: AGENTS.length,
			};
		},
		'agent.getAvailability': ({ body }: ApiRequest) => {
			const { agentIds, queueIds, skillIds } = body as Record<string, string[] | undefined>;
			const among = (wanted: string[] | undefined, id: string) =>
				wanted === undefined || wanted.includes(id);
			const chosen = AGENTS.filter(
				({ id, queue, skill }) =>
					among(agentIds, id) && among(queueIds, queue.id) && among(skillIds, skill.id),
			);
			return Object.fromEntries(
				STATES.map((one) => [one, chosen.filter((agent) => agent.state === one).map(availableRow)]),
			);
		},
		'call.dialOut': ({ params, body }) => {
			const { bot, target, caller } = body as Record<string, string>;
			// Guess: the bot in the body has to be that of the address.
			if (bot !== params.botId) throw new ApiError(400, `Bot not found: ${bot}`);
			const id = hexOf(`call out ${state.callsOut.length}`);
			state.callsOut.push({ id, botId: bot, target, caller, at: clock.now() });
			return { sid: hexOf(`sid ${id}`), callId: id };
		},
		'sms.send': ({ params, body }) => {
			const { fromNo, toNo } = body as Record<string, string>;
			state.textsOut.push({ botId: params.botId, fromNo, toNo, at: clock.now() });
			return {
				message: 'Triggered the configured Experience flow to deliver message via SMS channel',
			};
		},
	};
}
