import { collection, returnAllOrLimit } from '../../shared/fields/commonFields';
import { input, operation, resource } from '../api';
import { bot } from '../locators';
import { skillGroup } from './locators';
import { numberedPaging } from './paging';
import { removal } from './remove';

const check = "To find out, run 'Get Many' for skill groups.";

const name = input('skillGroup.create', 'name', { isName: true, placeholder: 'e.g. Languages' });

const more = collection('Additional Fields', [
	input('skillGroup.create', 'color', {
		type: 'color',
		placeholder: undefined,
		description: 'Color of the group in Kore.ai',
	}),
	input('skillGroup.create', 'description'),
]);

const getMany = operation('skillGroup.getAll', {
	name: 'Get Many',
	action: 'Get many skill groups',
	description: 'Retrieve a list of the groups of skills',
	key: ['id'],
	paging: numberedPaging,
	fields: [bot, ...returnAllOrLimit],
});

export const skillGroups = resource(
	'Skill Group',
	getMany,
	operation('skillGroup.get', {
		name: 'Get',
		action: 'Get skill group',
		description: 'Retrieve a group of skills, without the skills',
		fields: [bot, skillGroup],
	}),
	operation('skillGroup.update', {
		name: 'Update',
		action: 'Update skill group',
		description: 'Change the name, the description or the color of a group of skills',
		check,
		fields: [bot, skillGroup, name, more],
	}),
	operation('skillGroup.create', {
		name: 'Create',
		action: 'Create skill group',
		description: 'Add an empty group, in which skills are created afterwards',
		check,
		fields: [bot, name, more],
	}),
	removal({
		id: 'skillGroup.delete',
		what: 'skill group',
		description: 'Remove a group of skills',
		check,
		fields: [bot, skillGroup],
	}),
);
