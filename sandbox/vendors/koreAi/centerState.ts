/** What the stand-in remembers of the contact centre: agents, and what routes conversations to them. */
import { FIRST_NAMES, LAST_NAMES, pick } from '../random';
import { hexOf, idOf } from './ids';
import type { Job } from './jobs';

export const AVAILABILITIES = ['AVAILABLE', 'BUSY', 'OFFLINE', 'AWAY'] as const;

export interface Agent {
	id: string;
	userId: string;
	firstName: string;
	lastName: string;
	emailId: string;
	state: (typeof AVAILABILITIES)[number];
	queueIds: string[];
	skills: AgentSkill[];
	groupId: string;
	roleId: string;
	/** What else was said of the agent. */
	more: AgentMore;
	updatedAt: number;
}

export interface AgentSkill {
	skillId: string;
	proficiencyLevel: string;
}

export interface AgentMore {
	nickName?: string;
	phoneNumber?: string;
	customId?: string;
	canSupportChat?: boolean;
	canSupportVoice?: boolean;
	[name: string]: unknown;
}

export interface Queue {
	id: string;
	botId: string;
	name: string;
	isDefault: boolean;
	/** As it was created with, but for what is read of agents. */
	input: QueueInput;
	priority?: number;
}

export interface QueueInput {
	name: string;
	description?: string;
	isAdvancedRoutingEnabled?: boolean;
	hoursOfOperation: { id: string };
	agents?: Array<{ userId: string; aId: string; isPreferredAgent: boolean }>;
	skills?: Array<{ id: string; isExpireEnabled: boolean; expireTime?: object }>;
	agentGroups?: Array<{ id: string }>;
	advancedSettings?: object;
}

export interface SkillGroup {
	id: string;
	botId: string;
	name: string;
	description?: string;
	color?: string;
}

export interface Skill {
	id: string;
	groupId: string;
	name: string;
	description?: string;
	createdAt: number;
	updatedAt: number;
}

export interface AgentGroup {
	id: string;
	botId: string;
	name: string;
	description: string;
	isDefault: boolean;
	managers: Array<{ userId: string; accessLevel: string }>;
	createdAt: number;
	updatedAt: number;
}

export interface ContactInput {
	firstName: string;
	lastName: string;
	salutation: string;
	cellPhone: { phoneNumber: string; countryCode: string; extension: string };
}

/** One that was deleted stays, and is not active any more. */
export interface Contact {
	id: string;
	botId: string;
	input: ContactInput;
	isActive: boolean;
	createdAt: number;
	updatedAt: number;
}

export interface Named {
	_id: string;
	name: string;
}

/** A case, or a task of one: of `caseId`. */
export interface Case {
	id: string;
	botId: string;
	refId: string;
	template: string;
	caseId?: string;
	caseRefId?: string;
	name: string;
	desc: string;
	source: string;
	user: object;
	dueAt?: number;
	status: Named;
	priority: Named;
	tags: string[];
	createdAt: number;
	updatedAt: number;
}

/** A queue of Quality AI, by the ID that its users gave it. */
export interface QualityQueue {
	botId: string;
	customQueueId: string;
	name: string;
	emails: string[];
}

/** What makes or changes one, and the state it leaves. */
export interface QualityJob extends Job {
	botId: string;
	type: string;
	action: string;
	queue: QualityQueue;
}

export interface CenterState {
	qualityQueues: QualityQueue[];
	qualityJobs: QualityJob[];
	/** What was said of recordings and transcriptions of running calls. */
	controls: object[];

	cases: Case[];
	tasks: Case[];

	agents: Agent[];
	agentGroups: AgentGroup[];
	contacts: Contact[];
	queues: Queue[];
	skillGroups: SkillGroup[];
	skills: Skill[];
	/** Sessions whose recordings were deleted. */
	withoutRecording: string[];
}

export const ORGANIZATION_ID = idOf('o', 'organization');

/** All queues have the same hours of operation. */
export const HOURS_ID = hexOf('hours of operation');

/** Of an agent and of who runs the contact centre. */
export const ROLE_ID = hexOf('role agent');

const GROUPS = ['Default SkillGroup', 'Languages'];
const SKILLS = [
	['Billing', 0],
	['Returns', 0],
	['Polish', 1],
	['German', 1],
] as const;
const QUEUES = ['Default Queue', 'Billing'];
const TEAMS = ['Default Group', 'Night Shift'];

/** The contact centre that a bot has at first, since `from`. */
export function seededCenter(botId: string, from: number): CenterState {
	const since = { createdAt: from, updatedAt: from };
	const skillGroups = GROUPS.map((name) => ({
		id: hexOf(`skill group ${name}`),
		botId,
		name,
		description: '',
		color: '#D2000D',
	}));
	const skills = SKILLS.map(([name, group]) => ({
		id: hexOf(`skill ${name}`),
		groupId: skillGroups[group].id,
		name,
		...since,
	}));
	const queues = QUEUES.map((name, index) => ({
		id: idOf('qu', name),
		botId,
		name,
		isDefault: index === 0,
		input: { name, hoursOfOperation: { id: HOURS_ID } },
	}));
	const agentGroups = TEAMS.map((name, index) => ({
		id: idOf('ag', name),
		botId,
		name,
		description: index === 0 ? 'Default Group (Auto Created).' : 'From ten to six',
		isDefault: index === 0,
		managers: [{ userId: idOf('u', 'agent 0'), accessLevel: 'full' }],
		...since,
	}));
	const agents = Array.from({ length: 23 }, (_, index) => ({
		id: idOf('a', String(index)),
		userId: idOf('u', `agent ${index}`),
		firstName: pick(FIRST_NAMES, index),
		lastName: pick(LAST_NAMES, index * 3),
		emailId: `agent.${index}@example.com`,
		state: pick(AVAILABILITIES, index),
		queueIds: [pick(queues, index).id],
		skills: [{ skillId: skills[index % 2].id, proficiencyLevel: 'expert' }],
		groupId: pick(agentGroups, index).id,
		roleId: ROLE_ID,
		more: { customId: String(1000 + index), canSupportChat: true, canSupportVoice: true },
		updatedAt: from,
	}));
	const contacts = Array.from({ length: 12 }, (_, index) => ({
		id: hexOf(`contact ${index}`),
		botId,
		input: {
			firstName: pick(FIRST_NAMES, index),
			lastName: pick(LAST_NAMES, index * 5 + 1),
			salutation: 'Mr',
			cellPhone: { phoneNumber: String(600_100_000 + index), countryCode: '+48', extension: '+' },
		},
		isActive: true,
		...since,
	}));
	const center = { agents, agentGroups, contacts, queues, skillGroups, skills };
	const quality = { qualityQueues: [], qualityJobs: [], controls: [] };
	return { ...center, ...quality, cases: [], tasks: [], withoutRecording: [] };
}
