import { omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { textIn } from '../../shared/call/answers';
import { collection, returnAllOrLimit, texts } from '../../shared/fields/commonFields';
import { objectsIn } from '../../shared/fields/lists';
import { agentPaging, input, operation, resource } from '../api';
import { bot } from '../locators';
import { createAgent } from './agentCreate';
import { updateAgent } from './agentRecord';
import { agent } from './locators';
import { AVAILABILITIES, wholePaging } from './paging';
import { removal } from './remove';

const namesIn = (list: unknown) => objectsIn<{ name?: string }>(list).map(({ name }) => name);

const nameOf = ({ firstName, lastName }: IDataObject) =>
	[firstName, lastName].flatMap(textIn).filter(Boolean).join(' ');

/** The agent in ten fields. */
const simplify = (row: IDataObject): IDataObject => ({
	agentId: row.id,
	userId: row.userId,
	name: textIn(row.fullName).join() || nameOf(row),
	email: row.emailId,
	phoneNumber: row.phoneNumber,
	status: row.status,
	onlineStatus: row.onlineStatus,
	role: row.role,
	skills: namesIn(row.skills) as string[],
	queues: namesIn(row.queues) as string[],
});

const getMany = operation('agent.getAll', {
	name: 'Get Many',
	action: 'Get many agents',
	description: 'Retrieve a list of the agents of the contact center',
	simplify,
	key: ['id'],
	paging: agentPaging,
	fields: [
		bot,
		input('agent.getAll', 'orgId', { isId: true }),
		...returnAllOrLimit,
		collection('Options', [input('agent.getAll', 'includeQueues', { default: true })]),
	],
});

const ids = <const Name extends string>(what: string, name: Name) =>
	texts(`${what} IDs`, name, `${what} ID`, 'ids', `Only agents by these ${what.toLowerCase()}s`);

const getAvailability = operation('agent.getAvailability', {
	name: 'Get Availability',
	action: 'Get availability of agents',
	description:
		'Retrieve who of the agents can take a conversation now, an item for each, available ones first',
	fields: [
		bot,
		collection('Filters', [
			ids('Agent', 'agentIds'),
			ids('Queue', 'queueIds'),
			ids('Skill', 'skillIds'),
		]),
	],
	run: async ({ api, inputOf }) => {
		const answer = await api.call('agent.getAvailability', inputOf('agent.getAvailability'));
		return AVAILABILITIES.flatMap((availability) =>
			api.rowsIn(answer[availability] ?? [], answer).map((row) => ({ availability, ...row })),
		);
	},
});

/** The same of one agent, with what a new one needs. */
const simplifyOne = (row: IDataObject): IDataObject => ({
	...omit(simplify(row), 'status'),
	roleId: row.roleId,
});

/** Without the passwords for calls that Kore.ai puts into it. */
const tidy = (row: IDataObject): IDataObject => omit(row, 'iceServers');

const getByCustomId = operation('agent.getByCustomId', {
	name: 'Get by Custom ID',
	action: 'Get agents by custom ID',
	description: 'Retrieve the agents with an ID of your own system, an item for each',
	simplify: simplifyOne,
	fields: [
		bot,
		input('agent.getByCustomId', 'customId', {
			displayName: 'Custom ID',
			isId: true,
			placeholder: 'e.g. 1111',
		}),
	],
	run: async ({ api, inputOf }) => {
		const asked = inputOf('agent.getByCustomId');
		return (await api.list('agent.getByCustomId', asked, { key: ['id'] }, wholePaging)).map(tidy);
	},
});

export const agents = resource(
	'Agent',
	getMany,
	operation('agent.get', {
		name: 'Get',
		action: 'Get agent',
		description: 'Retrieve an agent with skills and queues',
		simplify: simplifyOne,
		tidy,
		fields: [bot, agent],
	}),
	getByCustomId,
	getAvailability,
	createAgent(simplifyOne),
	updateAgent(simplifyOne),
	removal({
		id: 'agent.delete',
		what: 'agent',
		description: 'Remove an agent from the contact center',
		check: "To find out, run 'Get Many' for agents.",
		fields: [bot, agent],
	}),
);
