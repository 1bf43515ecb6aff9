import type { IDataObject } from 'n8n-workflow';

import { returnAllOrLimit } from '../../shared/fields/commonFields';
import { centerPaging, input, operation, resource } from '../api';
import { bot } from '../locators';
import { agentGroup } from './locators';
import { userId } from './parts';
import { removal } from './remove';

const check = "To find out, run 'Get Many' for agent groups.";

const name = input('agentGroup.create', 'name', {
	isName: true,
	placeholder: 'e.g. US West Coast team',
});
const description = input('agentGroup.create', 'description', {
	placeholder: 'e.g. Handles the west coast',
});

/** The group in ten fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	agentGroupId: row.id,
	name: row.name,
	description: row.description,
	status: row.status,
	isDefault: row.isDefault,
	orgId: row.orgId,
	totalAgents: row.totalAgents,
	managers: row.managers,
	createdAt: row.createdAt,
	updatedAt: row.updatedAt,
});

const getMany = operation('agentGroup.getAll', {
	name: 'Get Many',
	action: 'Get many agent groups',
	description: 'Retrieve a list of the groups of agents',
	simplify,
	key: ['id'],
	paging: centerPaging,
	fields: [bot, ...returnAllOrLimit],
});

const update = operation('agentGroup.update', {
	name: 'Update',
	action: 'Update agent group',
	description: 'Give a group of agents this name, description and managers',
	check,
	fields: [
		bot,
		agentGroup,
		name,
		description,
		{
			displayName: 'Managers',
			name: 'managers',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Manager',
			default: {},
			required: true,
			narrows: true,
			description: 'All managers of the group, since Kore.ai takes no change without them',
			options: [
				{
					displayName: 'Manager',
					name: 'manager',
					values: [
						{
							displayName: 'Access Level',
							name: 'accessLevel',
							type: 'options',
							options: [
								{ name: 'Full', value: 'full' },
								{ name: 'View', value: 'view' },
							],
							default: 'view',
						},
						userId,
					],
				},
			],
		},
	],
	run: async ({ api, fields, inputOf }) => {
		const asked = inputOf('agentGroup.update');
		if (fields.rows('managers').length === 0) {
			fields.fail('managers', 'is empty', 'Add who manages the group.');
		}
		return await api.call('agentGroup.update', asked);
	},
});

export const agentGroups = resource(
	'Agent Group',
	getMany,
	operation('agentGroup.get', {
		name: 'Get',
		action: 'Get agent group',
		description: 'Retrieve a group of agents with its managers',
		fields: [bot, agentGroup],
	}),
	update,
	operation('agentGroup.create', {
		name: 'Create',
		action: 'Create agent group',
		description: 'Add a group, to which agents are added when they are created',
		check,
		fields: [bot, name, description],
	}),
	removal({
		id: 'agentGroup.delete',
		what: 'agent group',
		description: 'Remove a group of agents',
		check,
		fields: [bot, agentGroup],
	}),
);
