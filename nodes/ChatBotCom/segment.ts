import { returnAllOrLimit, texts } from '../shared/fields/commonFields';
import { dated, input, operation, resource } from './api';
import { segment, segments as several } from './locators';

const checkList = "To find out, run 'Get Many' for segments.";

const name = input('segment.create', 'name', { placeholder: 'e.g. Leads' });

const userIds = {
	...texts(
		'User IDs',
		'users',
		'User ID',
		'ids',
		"ChatBot.com's own IDs of up to 1000 users. An entry's expression may give a list of them.",
	),
	required: true,
	maxEntries: 1000,
};

export const segments = resource(
	'Segment',
	operation('segment.getAll', {
		name: 'Get Many',
		action: 'Get many segments',
		description: 'Retrieve a list of the segments of users',
		fields: returnAllOrLimit,
		key: ['id'],
		tidy: dated,
	}),
	operation('segment.create', {
		name: 'Create',
		action: 'Create segment',
		description: 'Add a segment that users can be put into',
		check: checkList,
		fields: [name],
	}),
	operation('segment.addUsers', {
		name: 'Add Users',
		action: 'Add users to segments',
		description: 'Put several users into several segments at once',
		check: "To find out, run 'Get Many' for segments and look at the number of users.",
		fields: [{ ...several, required: true, maxEntries: 100 }, userIds],
	}),
	operation('segment.update', {
		name: 'Rename',
		action: 'Rename segment',
		description: 'Change the name of a segment',
		check: checkList,
		fields: [segment, name],
	}),
	operation('segment.delete', {
		name: 'Delete',
		action: 'Delete segment',
		description: 'Remove a segment',
		check: checkList,
		fields: [segment],
	}),
);
