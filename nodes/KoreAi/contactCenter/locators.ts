import type { IDataObject } from 'n8n-workflow';

import { thingIn } from '../../shared/fields/lists';
import { listSearch as search, locator, type ReadParameter } from '../../shared/node/pickers';
import { centerPaging, koreAi } from '../api';
import { availabilityPaging, numberedPaging } from './paging';

export const queue = locator({
	displayName: 'Queue',
	name: 'queue',
	id: 'qu-268eda9-ba47-4b03-ab29-d1909c381a2b',
	sentAs: 'queueId',
	description: 'The queue to work with',
	search: 'queues',
});

export const skillGroup = locator({
	displayName: 'Skill Group',
	name: 'skillGroup',
	id: '620b814ca2344f1caa8c1a2b',
	sentAs: 'skillGroupId',
	description: 'The group of skills to work with',
	search: 'skillGroups',
});

export const skill = locator({
	displayName: 'Skill',
	name: 'skill',
	id: '607046a3630c9f077af51a2b',
	sentAs: 'skillId',
	description: 'The skill to work with, one of the group',
	search: 'skills',
});

export const agentGroup = locator({
	displayName: 'Agent Group',
	name: 'agentGroup',
	id: 'ag-9d1d5db-06b5-43a5-8a7c-87b12d931a2b',
	sentAs: 'agentGroupId',
	description: 'The group of agents to work with',
	search: 'agentGroups',
});

export const contact = locator({
	displayName: 'Contact',
	name: 'contact',
	id: '667e48f7c8b972fc6911a2b3',
	sentAs: 'contactId',
	description: 'The contact to work with',
	search: 'contacts',
});

export const agent = locator({
	displayName: 'Agent',
	name: 'agent',
	id: 'a-3aeb689-a8b4-4dca-8954-9705ea041a2b',
	sentAs: 'agentId',
	description: 'The agent to work with',
	search: 'agents',
});

/** The node's bot, or else the credential's. */
const ofBot = (read: ReadParameter, { defaultBotId }: IDataObject) => ({
	path: { botId: read('bot', 'Bot', defaultBotId) },
});

const choice = ({ id, name }: IDataObject) => ({ id, name });

/** Loaders of the From List modes of agents, queues and the like. */
export const centerSearch = {
	queues: search(
		koreAi,
		'queue.getAll',
		(read, credentials) => ({ ...ofBot(read, credentials), query: {} }),
		({ id, name, isDefault }) => ({ id, name, details: [isDefault === true && 'default'] }),
		numberedPaging,
	),
	skillGroups: search(
		koreAi,
		'skillGroup.getAll',
		(read, credentials) => ({ ...ofBot(read, credentials), query: {} }),
		choice,
		numberedPaging,
	),
	skills: search(
		koreAi,
		'skill.getAll',
		(read, credentials) => {
			const { path } = ofBot(read, credentials);
			const skillGroupId = read('skillGroup', 'Skill Group');
			return { path: { ...path, skillGroupId }, query: {} };
		},
		choice,
		numberedPaging,
	),
	agentGroups: search(
		koreAi,
		'agentGroup.getAll',
		(read, credentials) => ({ ...ofBot(read, credentials), query: {} }),
		choice,
		centerPaging,
	),
	contacts: search(
		koreAi,
		'contact.getAll',
		(read, credentials) => ({ ...ofBot(read, credentials), query: {} }),
		({ id, fullName, cellPhone }) => ({
			id,
			name: fullName,
			details: [thingIn(cellPhone).phoneNumber],
		}),
		centerPaging,
	),
	// The list of agents wants the organization, which nobody knows by heart.
	agents: search(
		koreAi,
		'agent.getAvailability',
		(read, credentials) => ({ ...ofBot(read, credentials), body: {} }),
		({ _id: id, firstName, lastName, emailId }) => ({
			id,
			name: [firstName, lastName].filter(Boolean).join(' '),
			details: [emailId],
		}),
		availabilityPaging,
	),
};
