/** Queues of the contact centre: who waits for whom. */
import { ApiError, type Handler } from '../../types';
import { checkOrganization } from './centerAgents';
import { HOURS_ID, ORGANIZATION_ID, type Queue, type QueueInput } from './centerState';
import { numberedPage } from './centerPages';
import { find, idOf, OWNER_ID, type KoreAiState } from './state';

const hours = { id: HOURS_ID, name: 'Default Hours of Operation(Auto Created)' };
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Handlers of queues. */
export function centerQueueHandlers({ center }: KoreAiState): Record<string, Handler> {
	const ofBot = (botId: string) => center.queues.filter((queue) => queue.botId === botId);
	const agentsOf = ({ id }: Queue) => center.agents.filter(({ queueIds }) => queueIds.includes(id));
	const view = (queue: Queue) => ({
		isActive: true,
		isDefault: queue.isDefault,
		...queue.input,
		isAdvancedRoutingEnabled: queue.input.isAdvancedRoutingEnabled ?? false,
		orgId: ORGANIZATION_ID,
		createdBy: OWNER_ID,
		id: queue.id,
		hoursOfOperation: hours,
		agents: agentsOf(queue).map(({ userId, firstName, lastName }) => ({
			userId,
			name: `${firstName} ${lastName}`,
			isPreferredAgent: (queue.input.agents ?? []).some(
				(agent) => agent.userId === userId && agent.isPreferredAgent,
			),
		})),
		skills: (queue.input.skills ?? []).map((skill) => ({
			...skill,
			name: center.skills.find(({ id }) => id === skill.id)?.name,
		})),
		agentGroups: queue.input.agentGroups ?? [],
	});
	return {
		'queue.getAll': ({ params, query }) => numberedPage(ofBot(params.botId).map(view), query),
		'queue.get': ({ params }) => view(find(ofBot(params.botId), params.queueId, 'Queue')),
		'queue.create': ({ params: { botId }, body }) => {
			const input = body as QueueInput;
			const { name, agents = [], skills = [] } = input;
			// Guess: that names are unique, that hours have to be known, and the words for all of it.
			if (ofBot(botId).some((queue) => queue.name === name)) {
				throw new ApiError(400, `Queue ${name} already exists`);
			}
			if (input.hoursOfOperation.id !== HOURS_ID) {
				throw new ApiError(400, `Hours of operation not found: ${input.hoursOfOperation.id}`);
			}
			const chosen = agents.map(({ aId }) => find(center.agents, aId, 'Agent'));
			for (const { id } of skills) find(center.skills, id, 'Skill');
			const id = idOf('qu', `${botId} ${name}`);
			const queue: Queue = { id, botId, name, isDefault: false, input };
			center.queues.push(queue);
			for (const agent of chosen) agent.queueIds.push(id);
			return view(queue);
		},
		'queue.delete': ({ params }) => {
			const queue = find(ofBot(params.botId), params.queueId, 'Queue');
			// Guess.
			if (queue.isDefault) throw new ApiError(400, 'The default queue cannot be deleted');
			center.queues = center.queues.filter((one) => one !== queue);
			for (const agent of center.agents) {
				agent.queueIds = agent.queueIds.filter((id) => id !== queue.id);
			}
			return { id: queue.id };
		},
		'queue.getAgents': ({ params, body }) => {
			const { queueIds = [] } = body as { queueIds?: string[] };
			for (const id of queueIds) find(ofBot(params.botId), id, 'Queue');
			return center.agents
				.filter((agent) => queueIds.some((id) => agent.queueIds.includes(id)))
				.map(({ userId, id, firstName, lastName }) => ({
					userId,
					aId: id,
					name: `${firstName} ${lastName}`,
					profImage: 'no-avatar',
				}));
		},
		'queue.getStatistics': ({ params }) => {
			const queue = find(ofBot(params.botId), params.queueId, 'Queue');
			const agents = agentsOf(queue);
			const count = (wanted: string) => agents.filter(({ state }) => state === wanted).length;
			return [
				{
					queueId: queue.id,
					queueName: queue.name,
					skills: [],
					waiting: 2,
					engaged: count('BUSY'),
					dropOff: 1,
					agentStatus: {
						available: count('AVAILABLE'),
						offline: count('OFFLINE'),
						busy: count('BUSY'),
						away: count('AWAY'),
					},
					noOfAgents: agents.length,
					queueSummary: { avgWait: 25, maxWait: 40, ASA: 20 },
				},
			];
		},
		'queue.getHours': ({ params, headers }) => {
			checkOrganization(params.orgId);
			find(ofBot(String(headers.iid)), params.queueId, 'Queue');
			return {
				...hours,
				standardDays: {
					frequency: 'WEEKLY',
					days: DAYS.map((day) => ({ start: '9:00 AM', end: '5:00 PM', day })),
				},
				specialDays: { frequency: 'YEARLY', days: [] },
				status: 'ACTIVE',
				isDefault: true,
				orgId: ORGANIZATION_ID,
				createdBy: OWNER_ID,
				timezone: 'Europe/Warsaw',
				isHoursOfOperationValid: true,
			};
		},
		'queue.updatePriorities': ({ params, body }) => {
			const { queuePriorityData } = body as {
				queuePriorityData: Array<{ queueId: string; priority: number }>;
			};
			// Documented is the number of those that were updated; that others are left out is inferred.
			const updated = queuePriorityData.flatMap(({ queueId, priority }) => {
				const queue = ofBot(params.botId).find(({ id }) => id === queueId);
				if (queue) queue.priority = priority;
				return queue ? [queueId] : [];
			});
			return { updatedCount: updated.length, updatedQueueIds: updated };
		},
	};
}
