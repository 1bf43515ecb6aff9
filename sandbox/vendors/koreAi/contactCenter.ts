/** Conversations of the contact centre; calls and texts that go out. */
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import { checkOrganization } from './centerAgents';
import { ORGANIZATION_ID } from './centerState';
import { ACCOUNT_ID, find, hexOf, idOf, isoText, type KoreAiState, type Session } from './state';

/** Guess: no default and maximum were found. */
const PAGE = { size: 10, most: 100 };

/** What the contact centre has of a session that was handed to a person. */
export function conversationOf(state: KoreAiState, session: Session) {
	const transfer = state.transfers.filter(({ sessionId }) => sessionId === session.id).at(-1);
	const { agents, queues } = state.center;
	const agent = agents.find(({ id }) => id === transfer?.agentId) ?? agents[0];
	const wanted = transfer?.queueId ?? agent.queueIds[0];
	const { id, name } = queues.find((queue) => queue.id === wanted) ?? queues[0];
	const queue = { id, name };
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
			if (aId) find(state.center.agents, aId, 'Agent');
			if (queueId) find(state.center.queues, queueId, 'Queue');
			const to = aId ? { agentId: aId } : { queueId };
			const at = clock.now();
			state.transfers.push({ sessionId: botSessionId, ...to, callbackUrl, at });
			return { sessionId: botSessionId, ...to, status: 'transferred', requestCompletedAt: at };
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
