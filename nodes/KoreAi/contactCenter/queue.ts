import type { IDataObject } from 'n8n-workflow';

import { countOf, textIn } from '../../shared/call/answers';
import { collection, returnAllOrLimit, texts } from '../../shared/fields/commonFields';
import { objectsIn, thingIn } from '../../shared/fields/lists';
import { input, operation, resource } from '../api';
import { bot, botOf } from '../locators';
import { queue } from './locators';
import { numberedPaging, wholePaging } from './paging';
import { rowId } from './parts';
import { createQueue } from './queueCreate';
import { removal } from './remove';

const namesIn = (list: unknown) => objectsIn(list).map(({ name }) => name) as string[];

/** The queue in ten fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	queueId: row.id,
	name: row.name,
	description: row.description,
	isActive: row.isActive,
	isDefault: row.isDefault,
	orgId: row.orgId,
	hoursOfOperationId: thingIn(row.hoursOfOperation).id,
	agents: namesIn(row.agents),
	skills: namesIn(row.skills),
	agentGroups: namesIn(row.agentGroups),
});

const getMany = operation('queue.getAll', {
	name: 'Get Many',
	action: 'Get many queues',
	description: 'Retrieve a list of the queues of the contact center',
	simplify,
	key: ['id'],
	paging: numberedPaging,
	fields: [bot, ...returnAllOrLimit],
});

const get = operation('queue.get', {
	name: 'Get',
	action: 'Get queue',
	description: 'Retrieve a queue with its agents, skills and agent groups',
	simplify,
	fields: [bot, queue],
});

const queueIds = {
	...texts('Queue IDs', 'queueIds', 'Queue ID', 'ids', 'The queues whose agents to list'),
	required: true,
	narrows: true,
} as const;

const getAgents = operation('queue.getAgents', {
	name: 'Get Agents',
	action: 'Get agents of queues',
	description: 'Retrieve a list of the agents that some queues have',
	key: ['aId'],
	paging: wholePaging,
	fields: [bot, queueIds, ...returnAllOrLimit],
});

const getStatistics = operation('queue.getStatistics', {
	name: 'Get Statistics',
	action: 'Get statistics of queue',
	description: 'Retrieve how many wait in a queue now, for how long, and who is there for them',
	fields: [
		bot,
		queue,
		collection('Filters', [
			input('queue.getStatistics', 'channels', { entries: 'words' }),
			input('queue.getStatistics', 'languages', { entries: 'words' }),
		]),
	],
	run: async ({ api, inputOf }) => {
		const answer = await api.call('queue.getStatistics', inputOf('queue.getStatistics'));
		return api.rowsIn(answer, answer);
	},
});

const getHours = operation('queue.getHours', {
	name: 'Get Hours of Operation',
	action: 'Get hours of operation of queue',
	description: 'Retrieve when a queue is open, with the ID that Create takes',
	fields: [
		bot,
		queue,
		input('queue.getHours', 'orgId', {
			displayName: 'Organization ID',
			isId: true,
			description: "ID of the organization (o-…), as 'Get Many' has it",
		}),
	],
	run: async ({ api, fields }) => {
		const path = { orgId: fields.get('orgId'), queueId: fields.get('queue') };
		return await api.call('queue.getHours', { path, header: { iid: fields.get('bot') } });
	},
});

const UPDATE_PRIORITIES = 'queue.updatePriorities';

const updatePriorities = operation(UPDATE_PRIORITIES, {
	name: 'Update Priorities',
	action: 'Update priorities of queues',
	description: 'Set which queues come first, if Kore.ai has Dynamic Queue Reprioritization on',
	check: 'To find out, look at the queues in Kore.ai.',
	fields: [
		bot,
		{
			displayName: 'Priorities',
			name: 'priorities',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Queue',
			default: {},
			required: true,
			narrows: true,
			options: [
				{
					displayName: 'Queue',
					name: 'queue',
					values: [
						{
							displayName: 'Priority',
							name: 'priority',
							type: 'number',
							typeOptions: { minValue: 1, maxValue: 10, numberPrecision: 0 },
							default: 1,
							required: true,
						},
						rowId('Queue ID', 'queueId', 'qu-268eda9-…'),
					],
				},
			],
		},
	],
	run: async ({ api, fields }) => {
		const rows = fields.rows('priorities');
		if (rows.length === 0) fields.fail('priorities', 'is empty', 'Add a queue.');
		const queuePriorityData = rows.map((row) => ({
			queueId: row.get('queueId'),
			priority: row.get('priority'),
		}));
		const asked = { path: botOf(fields), body: { queuePriorityData } };
		const answer = await api.call(UPDATE_PRIORITIES, asked);
		const done = countOf(answer.updatedCount);
		const told = `Kore.ai updated ${textIn(answer.updatedCount).join('')} of ${rows.length} queues`;
		if (done === 0) api.fail(told, "It may not know the IDs. Look with 'Get Many' for queues.");
		if (done !== rows.length) api.hint(`${told}.`);
		return answer;
	},
});

export const queues = resource(
	'Queue',
	getMany,
	get,
	createQueue(simplify),
	getAgents,
	getStatistics,
	getHours,
	updatePriorities,
	removal({
		id: 'queue.delete',
		what: 'queue',
		description: 'Remove a queue from the contact center',
		check: "To find out, run 'Get Many' for queues.",
		fields: [bot, queue],
	}),
);
