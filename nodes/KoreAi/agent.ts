import type { IDataObject } from 'n8n-workflow';

import { textIn } from '../shared/call/answers';
import { collection, returnAllOrLimit, texts } from '../shared/fields/commonFields';
import { objectsIn } from '../shared/fields/lists';
import { agentPaging, input, operation, resource } from './api';
import { bot } from './locators';

const namesIn = (list: unknown) => objectsIn<{ name?: string }>(list).map(({ name }) => name);

/** The agent in ten fields. */
const simplify = (row: IDataObject): IDataObject => ({
	agentId: row.id,
	userId: row.userId,
	name: [row.firstName, row.lastName].flatMap(textIn).filter(Boolean).join(' '),
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
		input('agent.getAll', 'orgId', {
			displayName: 'Organization ID',
			isId: true,
			description: "ID of the organization (o-…), as 'Get Many' for conversations has it",
		}),
		...returnAllOrLimit,
		collection('Options', [
			input('agent.getAll', 'includeQueues', {
				default: true,
				description: 'Whether to add the queues of each agent',
			}),
		]),
	],
});

/** What an agent can be, the best first (docs/evidence/kore-ai.md §5). */
const STATES = ['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE'];

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
		return STATES.flatMap((availability) =>
			api.rowsIn(answer[availability] ?? [], answer).map((agent) => ({ availability, ...agent })),
		);
	},
});

export const agents = resource('Agent', getMany, getAvailability);
