import type { IDataObject } from 'n8n-workflow';

import { collection, texts } from '../../shared/fields/commonFields';
import { field } from '../../shared/fields/field';
import type { FieldsOf } from '../../shared/fields/fields';
import { input, operation } from '../api';
import { bot } from '../locators';
import { rowId, userId } from './parts';

const CREATE = 'queue.create';

const minutes = <const Name extends string>(displayName: string, name: Name, description: string) =>
	field({
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description,
	});

const agents = field({
	displayName: 'Agents',
	name: 'agents',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Agent',
	default: {},
	description: "Agents of the queue, by the IDs that 'Get Many' for agents gives",
	options: [
		{
			displayName: 'Agent',
			name: 'agent',
			values: [
				rowId('Agent ID', 'aId', 'a-1353078-…'),
				{
					displayName: 'Preferred',
					name: 'isPreferredAgent',
					type: 'boolean',
					default: false,
					description: 'Whether it is a preferred agent of the queue',
				},
				userId,
			],
		},
	],
});

const skills = field({
	displayName: 'Skills',
	name: 'skills',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Skill',
	default: {},
	description: "Skills that the queue asks for, by the IDs that 'Get Many' for skills gives",
	options: [
		{
			displayName: 'Skill',
			name: 'skill',
			values: [
				minutes('Expires After (Minutes)', 'expiresAfter', 'When the skill expires. 0 is never.'),
				rowId('Skill ID', 'skillId', '641847bf731b5d4baa2d1a2b'),
			],
		},
	],
});

const timeOf = (min: number) => ({ min, sec: 0 });

const more = collection('Additional Fields', [
	texts('Agent Group IDs', 'agentGroups', 'Agent Group ID', 'ids', 'Agent groups of the queue'),
	agents,
	input(CREATE, 'description', { description: undefined }),
	input(CREATE, 'enableTransferRules', { description: 'Whether transfer rules are on' }),
	input(CREATE, 'isAdvancedRoutingEnabled', { description: 'Whether advanced routing is on' }),
	{
		displayName: 'Match Affinity',
		name: 'isAffinityMatchEnabled',
		type: 'boolean',
		default: true,
		description: 'Whether agent affinity match is on',
	},
	{
		displayName: 'Match Skills',
		name: 'isSkillMatchEnabled',
		type: 'boolean',
		default: true,
		description: 'Whether skill match is on',
	},
	minutes(
		'Preferred Agent Timeout (Minutes)',
		'preferredAgentTimeout',
		'Timeout of preferred agents',
	),
	skills,
	texts(
		'Transfer Queue IDs',
		'transferQueues',
		'Queue ID',
		'ids',
		'Queues that conversations may be transferred to',
	),
]);

/** What is given of them, as the service takes it. */
function bodyOf(fields: FieldsOf<[typeof more]>) {
	const given = fields.group('additionalFields');
	const advanced = {
		isSkillMatchEnabled: given.get('isSkillMatchEnabled'),
		isAffinityMatchEnabled: given.get('isAffinityMatchEnabled'),
		preferredAgentTimeout: given.get('preferredAgentTimeout'),
	};
	const { preferredAgentTimeout: timeout, ...matches } = advanced;
	const hasAdvanced = Object.values(advanced).some((value) => value !== undefined);
	return {
		agents: given.rows('agents').map((row) => ({
			userId: row.get('userId'),
			aId: row.get('aId'),
			isPreferredAgent: row.get('isPreferredAgent'),
		})),
		skills: given.rows('skills').map((row) => {
			const min = row.get('expiresAfter');
			const isExpireEnabled = min > 0;
			return {
				id: row.get('skillId'),
				isExpireEnabled,
				...(isExpireEnabled && { expireTime: timeOf(min) }),
			};
		}),
		agentGroups: given.get('agentGroups')?.map((groupId) => ({ id: groupId })),
		...(hasAdvanced && {
			advancedSettings: {
				...matches,
				...(timeout !== undefined && { preferredAgentTimeout: timeOf(timeout) }),
			},
		}),
	};
}

/** The operation that makes a queue. */
export const createQueue = (simplify: (row: IDataObject) => IDataObject) =>
	operation(CREATE, {
		name: 'Create',
		action: 'Create queue',
		description: 'Add a queue to the contact center',
		check: "To find out, run 'Get Many' for queues.",
		simplify,
		fields: [
			bot,
			input(CREATE, 'name', { isName: true, placeholder: 'e.g. Returns' }),
			{
				displayName: 'Hours of Operation ID',
				name: 'hoursOfOperationId',
				type: 'string',
				isId: true,
				default: '',
				required: true,
				description:
					"When the queue is open: the ID that another queue has, as 'Get Many' shows it",
			},
			more,
		],
		run: async ({ api, fields, inputOf }) => {
			const { path, body } = inputOf(CREATE);
			const hoursOfOperation = { id: fields.get('hoursOfOperationId') };
			return await api.call(CREATE, {
				path,
				body: { ...body, hoursOfOperation, ...bodyOf(fields) },
			});
		},
	});
