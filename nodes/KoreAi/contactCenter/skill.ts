import { collection, returnAllOrLimit } from '../../shared/fields/commonFields';
import { field } from '../../shared/fields/field';
import type { FieldsOf } from '../../shared/fields/fields';
import { input, operation, resource } from '../api';
import { bot } from '../locators';
import { skill, skillGroup } from './locators';
import { numberedPaging } from './paging';
import { proficiency, userId } from './parts';
import { removal } from './remove';

const check = "To find out, run 'Get Many' for skills.";

const name = input('skill.create', 'name', { isName: true, placeholder: 'e.g. Polish' });

const agents = field({
	displayName: 'Agents',
	name: 'agents',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Agent',
	default: {},
	description: 'Who has the skill, and how well',
	options: [{ displayName: 'Agent', name: 'agent', values: [proficiency, userId] }],
});

const more = collection('Additional Fields', [agents, input('skill.create', 'description')]);

/** The agents that were added; undefined when none was, since an empty list could take the skill from everybody. */
function agentsIn(fields: FieldsOf<[typeof more]>) {
	const rows = fields.group('additionalFields').rows('agents');
	if (rows.length === 0) return undefined;
	return rows.map((row) => ({
		userId: row.get('userId'),
		proficiencyLevel: row.get('proficiencyLevel'),
	}));
}

const getMany = operation('skill.getAll', {
	name: 'Get Many',
	action: 'Get many skills',
	description: 'Retrieve a list of the skills of a group, with how many agents have each',
	key: ['id'],
	paging: numberedPaging,
	fields: [bot, skillGroup, ...returnAllOrLimit],
});

export const skills = resource(
	'Skill',
	getMany,
	operation('skill.get', {
		name: 'Get',
		action: 'Get skill',
		description: 'Retrieve a skill with the agents who have it',
		fields: [bot, skillGroup, skill],
	}),
	operation('skill.update', {
		name: 'Update',
		action: 'Update skill',
		description: 'Change the name, the description or the agents of a skill',
		check,
		fields: [bot, skillGroup, skill, name, more],
		run: async ({ api, fields, inputOf }) => {
			const { path, body } = inputOf('skill.update');
			return await api.call('skill.update', { path, body: { ...body, agents: agentsIn(fields) } });
		},
	}),
	operation('skill.create', {
		name: 'Create',
		action: 'Create skill',
		description: 'Add a skill to a group, and give it to agents if wanted',
		check,
		fields: [bot, skillGroup, name, more],
		run: async ({ api, fields, inputOf }) => {
			const { path, body } = inputOf('skill.create');
			return await api.call('skill.create', { path, body: { ...body, agents: agentsIn(fields) } });
		},
	}),
	removal({
		id: 'skill.delete',
		what: 'skill',
		description: 'Remove a skill from its group',
		check,
		fields: [bot, skillGroup, skill],
	}),
);
