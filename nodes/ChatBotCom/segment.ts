import { returnAllOrLimit, texts } from '../shared/fields/commonFields';
import type { Field } from '../shared/fields/fields';
import { dated, type ChatBotOperation, type ChatBotResource } from './api';
import { segment, segments as several } from './locators';

const checkList = "To find out, run 'Get Many' for segments.";

const segmentName: Field = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	required: true,
	maxLength: 256,
	placeholder: 'e.g. Leads',
};

const getMany: ChatBotOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many segments',
	description: 'Retrieve a list of the segments of users',
	fields: returnAllOrLimit,
	run: async ({ api, fields }) =>
		(await api.list('segment.getAll', {}, fields.window('id'))).map(dated),
};

const create: ChatBotOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create segment',
	description: 'Add a segment that users can be put into',
	check: checkList,
	fields: [segmentName],
	run: async ({ api, fields }) =>
		await api.call('segment.create', { body: { name: fields.get('name') } }),
};

const addUsers: ChatBotOperation = {
	name: 'Add Users',
	value: 'addUsers',
	action: 'Add users to segments',
	description: 'Put several users into several segments at once',
	check: "To find out, run 'Get Many' for segments and look at the number of users.",
	fields: [
		{ ...several, required: true, maxEntries: 100 },
		{
			...texts(
				'User IDs',
				'users',
				'User ID',
				"ChatBot.com's own IDs of up to 1000 users. An entry's expression may give a list of them.",
			),
			required: true,
			maxEntries: 1000,
		},
	],
	run: async ({ api, fields }) =>
		await api.call('segment.addUsers', {
			body: { segments: fields.get<string[]>('segments'), users: fields.get<string[]>('users') },
		}),
};

const rename: ChatBotOperation = {
	name: 'Rename',
	value: 'update',
	action: 'Rename segment',
	description: 'Change the name of a segment',
	check: checkList,
	fields: [segment, segmentName],
	run: async ({ api, fields }) =>
		await api.call('segment.update', {
			path: { id: fields.get('segment') },
			body: { name: fields.get('name') },
		}),
};

const remove: ChatBotOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete segment',
	description: 'Remove a segment',
	check: checkList,
	fields: [segment],
	run: async ({ api, fields }) => {
		await api.call('segment.delete', { path: { id: fields.get('segment') } });
		return { deleted: true };
	},
};

export const segments: ChatBotResource = {
	name: 'Segment',
	value: 'segment',
	operations: [getMany, create, addUsers, rename, remove],
};
