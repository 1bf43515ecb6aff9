/** Agents of the contact centre and their groups. */
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import { skippingPage } from './centerPages';
import {
	AVAILABILITIES,
	ORGANIZATION_ID,
	ROLE_ID,
	type Agent,
	type AgentGroup,
	type AgentMore,
	type AgentSkill,
} from './centerState';
import { ACCOUNT_ID, find, idOf, isoText, OWNER_ID, type KoreAiState } from './state';

/** As in the sample of the documentation; it cannot be chosen. */
const AGENTS_PER_PAGE = 10;

/** Refuses another organization; status and words are a guess. */
export function checkOrganization(orgId: string): void {
	if (orgId !== ORGANIZATION_ID) throw new ApiError(400, `Organization not found: ${orgId}`);
}

const among = <T extends { id: string }>(rows: T[], ids: string[]) =>
	rows.filter(({ id }) => ids.includes(id));

const availableRow = ({ id, userId, firstName, lastName, emailId, more, state }: Agent) => ({
	_id: id,
	userId,
	firstName,
	lastName,
	emailId,
	phoneNumber: more.phoneNumber ?? '',
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

interface AgentInput extends AgentMore {
	emailId: string;
	firstName: string;
	lastName: string;
	roleId: string;
	agentGroupId?: string;
	skills?: AgentSkill[];
	queues?: Array<{ id: string }>;
}

/** Handlers of agents. */
export function centerAgentHandlers(
	{ center }: KoreAiState,
	clock: Clock,
): Record<string, Handler> {
	const view = (agent: Agent, withQueues = true) => ({
		...agent.more,
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
		phoneNumber: agent.more.phoneNumber ?? '',
		role: 'Agent',
		roleId: agent.roleId,
		skills: agent.skills.map((skill) => ({
			...skill,
			name: center.skills.find(({ id }) => id === skill.skillId)?.name,
		})),
		...(withQueues && {
			queues: among(center.queues, agent.queueIds).map(({ id, name }) => ({ id, name })),
		}),
	});
	const whole = (agent: Agent, botId: string) => ({
		...view(agent),
		fullName: `${agent.firstName} ${agent.lastName}`,
		lFullName: `${agent.firstName} ${agent.lastName}`.toLowerCase(),
		name: `${agent.firstName} ${agent.lastName}`,
		isAccountOwner: false,
		iId: botId,
		agentGroups: among(center.agentGroups, [agent.groupId]).map(({ id, name }) => ({
			groupId: id,
			role: 'agent',
			name,
		})),
		updatedAt: isoText(agent.updatedAt),
		iceServers: [
			{ url: 'turn:turn.example.com:3478', username: 'agent', credential: 'secret-of-a-call' },
		],
	});
	const checkEmail = (emailId: string, own?: Agent) => {
		// Documented is that it must be unique; status and words are a guess.
		if (center.agents.some((agent) => agent !== own && agent.emailId === emailId)) {
			throw new ApiError(400, `Agent with email ${emailId} already exists`);
		}
	};
	const checkRole = (roleId: string) => {
		if (roleId !== ROLE_ID) throw new ApiError(400, `Role not found: ${roleId}`);
	};

	return {
		'agent.getAll': ({ params, query }) => {
			checkOrganization(params.orgId);
			const { page = 1, includeQueues = false } = query as {
				page?: number;
				includeQueues?: boolean;
			};
			const rows = center.agents.map((agent) => view(agent, includeQueues));
			const skip = (page - 1) * AGENTS_PER_PAGE;
			return skippingPage(rows, { skip, limit: AGENTS_PER_PAGE });
		},
		'agent.getAvailability': ({ body }) => {
			const { agentIds, queueIds, skillIds } = body as Record<string, string[] | undefined>;
			const isAmong = (wanted: string[] | undefined, ...ids: string[]) =>
				wanted === undefined || ids.some((id) => wanted.includes(id));
			const chosen = center.agents.filter(
				(agent) =>
					isAmong(agentIds, agent.id) &&
					isAmong(queueIds, ...agent.queueIds) &&
					isAmong(skillIds, ...agent.skills.map(({ skillId }) => skillId)),
			);
			return Object.fromEntries(
				AVAILABILITIES.map((one) => [
					one,
					chosen.filter((agent) => agent.state === one).map(availableRow),
				]),
			);
		},
		'agent.get': ({ params }) => whole(find(center.agents, params.agentId, 'Agent'), params.botId),
		'agent.getByCustomId': ({ params }) =>
			center.agents
				.filter(({ more }) => more.customId === params.customId)
				.map((agent) => whole(agent, params.botId)),
		'agent.create': ({ params, body }) => {
			const { emailId, firstName, lastName, roleId, agentGroupId, ...input } = body as AgentInput;
			const { skills = [], queues = [], ...more } = input;
			checkEmail(emailId);
			checkRole(roleId);
			const group = agentGroupId
				? find(center.agentGroups, agentGroupId, 'Agent group')
				: center.agentGroups[0];
			for (const { skillId } of skills) find(center.skills, skillId, 'Skill');
			const queueIds = queues.map(({ id }) => find(center.queues, id, 'Queue').id);
			const agent: Agent = {
				id: idOf('a', `${params.botId} ${emailId}`),
				userId: idOf('u', `${params.botId} ${emailId}`),
				...{ emailId, firstName, lastName, roleId, skills, queueIds, more },
				state: 'OFFLINE',
				groupId: group.id,
				updatedAt: clock.now(),
			};
			center.agents.push(agent);
			// The sample of the answer has no ID.
			const { id: _id, ...answer } = view(agent);
			return answer;
		},
		'agent.update': ({ params, body }) => {
			const agent = find(center.agents, params.agentId, 'Agent');
			const { emailId, firstName, lastName, roleId, id, userId, skills, queues, ...rest } =
				body as AgentInput & { id: string; userId: string };
			if (id !== agent.id || userId !== agent.userId) {
				throw new ApiError(400, 'The agent in the body is another one');
			}
			checkEmail(emailId, agent);
			checkRole(roleId);
			const names = ['nickName', 'phoneNumber', 'customId'];
			const more = Object.entries(rest).filter(
				([name]) => names.includes(name) || /^(canSupport|max)|Enabled$/.test(name),
			);
			// Guess: a list that is left out stays as it is.
			if (skills)
				agent.skills = skills.map(({ skillId, proficiencyLevel }) => ({
					skillId,
					proficiencyLevel,
				}));
			if (queues) agent.queueIds = queues.map((queue) => queue.id);
			Object.assign(agent, { emailId, firstName, lastName, roleId, updatedAt: clock.now() });
			Object.assign(agent.more, Object.fromEntries(more));
			return view(agent);
		},
		'agent.delete': ({ params }) => {
			const agent = find(center.agents, params.agentId, 'Agent');
			center.agents = center.agents.filter((one) => one !== agent);
			return view(agent);
		},
	};
}

/** Handlers of groups of agents. */
export function agentGroupHandlers({ center }: KoreAiState, clock: Clock): Record<string, Handler> {
	const ofBot = (botId: string) => center.agentGroups.filter((group) => group.botId === botId);
	const groupOf = ({ botId, agentGroupId }: Record<string, string>) =>
		find(ofBot(botId), agentGroupId, 'Agent group');
	const managersOf = ({ managers }: AgentGroup) =>
		managers.map(({ userId, accessLevel }) => {
			const agent = center.agents.find((one) => one.userId === userId);
			const { firstName, lastName, emailId } = agent ?? {};
			return { firstName, lastName, emailId, accessLevel, skills: agent?.skills ?? [] };
		});
	const brief = (group: AgentGroup) => ({
		id: group.id,
		name: group.name,
		description: group.description,
		managers: managersOf(group),
	});
	const row = (group: AgentGroup) => ({
		...brief(group),
		isDefault: group.isDefault,
		isUnassigned: false,
		status: 'ACTIVE',
		iId: group.botId,
		createdBy: OWNER_ID,
		orgId: ORGANIZATION_ID,
		totalAgents: center.agents.filter(({ groupId }) => groupId === group.id).length,
		createdAt: isoText(group.createdAt),
		updatedAt: isoText(group.updatedAt),
	});
	const checkName = (botId: string, name: string, own?: AgentGroup) => {
		// Guess.
		if (ofBot(botId).some((group) => group !== own && group.name === name)) {
			throw new ApiError(400, `Agent group ${name} already exists`);
		}
	};

	return {
		'agentGroup.getAll': ({ params, query }) => skippingPage(ofBot(params.botId).map(row), query),
		'agentGroup.get': ({ params }) => brief(groupOf(params)),
		'agentGroup.create': ({ params: { botId }, body }) => {
			const { name, description } = body as { name: string; description: string };
			checkName(botId, name);
			const at = clock.now();
			const id = idOf('ag', `${botId} ${name}`);
			const times = { createdAt: at, updatedAt: at };
			const group = { id, botId, name, description, isDefault: false, managers: [], ...times };
			center.agentGroups.push(group);
			// The sample shows no ID.
			return { name, description };
		},
		'agentGroup.update': ({ params, body }) => {
			const group = groupOf(params);
			const input = body as Pick<AgentGroup, 'name' | 'description' | 'managers'>;
			checkName(params.botId, input.name, group);
			Object.assign(group, input, { updatedAt: clock.now() });
			return input;
		},
		'agentGroup.delete': ({ params }) => {
			const group = groupOf(params);
			// Guess.
			if (group.isDefault) throw new ApiError(400, 'The default group cannot be deleted');
			center.agentGroups = center.agentGroups.filter((one) => one !== group);
			return brief(group);
		},
	};
}
