/** Skills of the contact centre and their groups. */
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import { numberedPage } from './centerPages';
import { ORGANIZATION_ID, type Skill, type SkillGroup } from './centerState';
import { find, hexOf, isoText, OWNER_ID, type KoreAiState } from './state';

interface SkillInput {
	name: string;
	description?: string;
	agents?: Array<{ userId: string; proficiencyLevel: string }>;
}

/** Handlers of skills and their groups. */
export function centerSkillHandlers(
	{ center }: KoreAiState,
	clock: Clock,
): Record<string, Handler> {
	const groupsOf = (botId: string) => center.skillGroups.filter((group) => group.botId === botId);
	const groupOf = ({ botId, skillGroupId }: Record<string, string>) =>
		find(groupsOf(botId), skillGroupId, 'Skill group');
	const skillsOf = ({ id }: SkillGroup) => center.skills.filter(({ groupId }) => groupId === id);
	const skillOf = (params: Record<string, string>) =>
		find(skillsOf(groupOf(params)), params.skillId, 'Skill');
	const groupView = ({ botId: _botId, ...group }: SkillGroup) => group;
	const holders = ({ id }: Skill) =>
		center.agents.filter(({ skills }) => skills.some(({ skillId }) => skillId === id));
	const row = (skill: Skill) => ({
		id: skill.id,
		name: skill.name,
		description: skill.description ?? '',
		agents: holders(skill).length,
		skillGroupId: skill.groupId,
	});
	// Guess: that names are unique, status and words.
	const checkName = (rows: Array<{ name: string }>, name: string, own?: object) => {
		if (rows.some((one) => one !== own && one.name === name)) {
			throw new ApiError(400, `${name} already exists`);
		}
	};
	/** Gives the skill to those agents, and to no others. */
	const give = ({ id }: Skill, agents: NonNullable<SkillInput['agents']>) => {
		for (const { userId } of agents) {
			if (!center.agents.some((agent) => agent.userId === userId)) {
				throw new ApiError(400, `User not found: ${userId}`);
			}
		}
		for (const agent of center.agents) {
			const own = agents.find(({ userId }) => userId === agent.userId);
			agent.skills = agent.skills.filter(({ skillId }) => skillId !== id);
			if (own) agent.skills.push({ skillId: id, proficiencyLevel: own.proficiencyLevel });
		}
	};

	return {
		'skillGroup.getAll': ({ params, query }) =>
			numberedPage(groupsOf(params.botId).map(groupView), query),
		'skillGroup.get': ({ params }) => groupView(groupOf(params)),
		'skillGroup.create': ({ params: { botId }, body }) => {
			const input = body as { name: string };
			checkName(groupsOf(botId), input.name);
			const group = { id: hexOf(`${botId} skill group ${input.name}`), botId, ...input };
			center.skillGroups.push(group);
			return groupView(group);
		},
		'skillGroup.update': ({ params, body }) => {
			const group = groupOf(params);
			const input = body as { name: string };
			checkName(groupsOf(params.botId), input.name, group);
			return groupView(Object.assign(group, input));
		},
		'skillGroup.delete': ({ params }) => {
			const group = groupOf(params);
			// Guess.
			if (skillsOf(group).length > 0) throw new ApiError(400, 'The skill group has skills');
			center.skillGroups = center.skillGroups.filter((one) => one !== group);
			return { id: group.id };
		},
		'skill.getAll': ({ params, query }) => numberedPage(skillsOf(groupOf(params)).map(row), query),
		'skill.get': ({ params }) => {
			const skill = skillOf(params);
			return {
				...row(skill),
				status: 'ACTIVE',
				agents: holders(skill).map((agent) => ({
					userId: agent.userId,
					skillId: skill.id,
					createdBy: OWNER_ID,
					orgId: ORGANIZATION_ID,
					proficiencyLevel: agent.skills.find(({ skillId }) => skillId === skill.id)
						?.proficiencyLevel,
					firstName: agent.firstName,
					lastName: agent.lastName,
					emailId: agent.emailId,
				})),
				createdBy: OWNER_ID,
				createdAt: isoText(skill.createdAt),
				updatedAt: isoText(skill.updatedAt),
			};
		},
		'skill.create': ({ params, body }) => {
			const group = groupOf(params);
			const { name, description, agents = [] } = body as SkillInput;
			checkName(skillsOf(group), name);
			const at = clock.now();
			const id = hexOf(`${group.id} skill ${name}`);
			const skill = { id, groupId: group.id, name, description, createdAt: at, updatedAt: at };
			give(skill, agents);
			center.skills.push(skill);
			return row(skill);
		},
		'skill.update': ({ params, body }) => {
			const skill = skillOf(params);
			const { agents, ...input } = body as SkillInput;
			checkName(skillsOf(groupOf(params)), input.name, skill);
			// Guess: agents that are left out keep it.
			if (agents) give(skill, agents);
			return row(Object.assign(skill, input, { updatedAt: clock.now() }));
		},
		'skill.delete': ({ params }) => {
			const skill = skillOf(params);
			give(skill, []);
			center.skills = center.skills.filter((one) => one !== skill);
			return { id: skill.id };
		},
	};
}
