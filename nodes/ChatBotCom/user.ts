import type { IDataObject } from 'n8n-workflow';

import { collection, returnAllOrLimit } from '../shared/fields/commonFields';
import { textFile } from '../shared/node/files';
import { objectsIn } from '../shared/fields/lists';
import { afterUser, dated, type ChatBotOperation, type ChatBotResource } from './api';
import { attributesOf, forCreation, forUpdate } from './attributes';
import { segments, user } from './locators';
import { sort, sortQuery } from './sort';

const checkUser = "To find out, run 'Get' for the user.";

/** The row in nine fields: name and email beside the other attributes that have a value. */
function simplify({ attributes, ...row }: IDataObject): IDataObject {
	const filled = Object.entries(attributes ?? {}).filter(([, value]) => value !== null);
	const { default_name: name, default_email: email, ...others } = Object.fromEntries(filled);
	const { id, userId, banned, conversations, createdAt, lastSeen } = row;
	return {
		id,
		userId,
		name,
		email,
		attributes: others,
		banned,
		conversations,
		createdAt,
		lastSeen,
	};
}

const create: ChatBotOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create user',
	description: 'Add a person that the bot talks with',
	check: "To find out, run 'Get Many' for users and look for the user.",
	fields: [
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			default: '',
			maxLength: 256,
			placeholder: 'e.g. crm-42',
			description: 'ID of the person in your own system. May be left out when an email is given.',
		},
		segments,
		...forCreation,
	],
	run: async ({ api, fields }) => {
		const userId = fields.get<string | undefined>('userId');
		const attributes = attributesOf(fields);
		if (userId === undefined && attributes.default_email === undefined) {
			fields.reject('userId', 'is empty', "Fill it in, or add the attribute 'Email'.");
		}
		return await api.call('user.create', {
			body: { userId, segments: fields.get<string[] | undefined>('segments'), attributes },
		});
	},
};

const get: ChatBotOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get user',
	description: 'Retrieve a user with conversations, segments and session attributes',
	fields: [user],
	run: async ({ api, fields }) => {
		const details = dated(await api.call('user.get', { path: { id: fields.get('user') } }));
		const { conversations = [] } = details;
		// In the list of users it is a number.
		if (!Array.isArray(conversations)) return details;
		return {
			...details,
			// The sample calls the time date, the object table createdAt.
			conversations: objectsIn(conversations).map(({ date, ...conversation }) =>
				dated({ createdAt: date, ...conversation } as IDataObject),
			),
		};
	},
};

const getMany: ChatBotOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many users',
	description: 'Retrieve a list of users',
	simplify,
	fields: [
		...returnAllOrLimit,
		collection('Options', [
			{
				displayName: 'Filters (Untested)',
				name: 'filters',
				type: 'json',
				default: '[]',
				maxEntries: 5,
				description:
					'One to five filters as a JSON array. ChatBot.com does not publish what a filter looks like, nor how it is sent: both are guesses.',
			},
			{
				displayName: 'Match',
				name: 'match',
				type: 'options',
				options: [
					{ name: 'All Filters', value: 'all' },
					{ name: 'Any Filter', value: 'any' },
				],
				default: 'all',
			},
		]),
		sort([
			{ name: 'Created At', value: 'createdAt' },
			{ name: 'Last Seen', value: 'lastSeen' },
		]),
	],
	run: async ({ api, fields }) => {
		const options = fields.group('options');
		const filters = options.get<unknown[] | undefined>('filters') ?? [];
		if (!Array.isArray(filters)) options.reject('filters', 'is no array', 'Use [ … ].');
		const query = {
			...sortQuery<'createdAt' | 'lastSeen'>(fields),
			match: options.get<'all' | 'any' | undefined>('match'),
			filters: filters.length > 0 ? JSON.stringify(filters) : undefined,
		};
		const users = await api.list('user.getAll', { query }, fields.window('id'), afterUser);
		return users.map(dated);
	},
};

const update: ChatBotOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update user',
	description:
		'Change attributes of a user, where ChatBot.com does not say what becomes of those left out',
	check: checkUser,
	fields: [user, ...forUpdate],
	run: async ({ api, fields }) =>
		await api.call('user.update', {
			path: { id: fields.get('user') },
			body: { attributes: attributesOf(fields) },
		}),
};

const ban: ChatBotOperation = {
	name: 'Ban or Unban',
	value: 'ban',
	action: 'Ban or unban user',
	description: 'Keep a user from talking with the bot, or let them again',
	check: checkUser,
	fields: [
		user,
		{
			displayName: 'Banned',
			name: 'banned',
			type: 'boolean',
			default: true,
			required: true,
			description: 'Whether the user is banned from now on',
		},
	],
	run: async ({ api, fields }) =>
		await api.call('user.ban', {
			path: { id: fields.get('user') },
			body: { banned: fields.get<boolean>('banned') },
		}),
};

const addToSegments: ChatBotOperation = {
	name: 'Add to Segments',
	value: 'addToSegments',
	action: 'Add user to segments',
	description: 'Put a user into segments, keeping those they are in',
	check: checkUser,
	fields: [
		user,
		{ ...segments, required: true },
		collection('Options', [
			{
				displayName: 'Send Segments As',
				name: 'form',
				type: 'options',
				options: [
					{ name: 'List', value: 'list', description: '["ID"]' },
					{ name: 'Object', value: 'object', description: '{"segmentIds": ["ID"]}' },
				],
				default: 'list',
				description: 'Which of the two ChatBot.com takes is not known. List is the most likely.',
			},
		]),
	],
	run: async ({ api, fields }) => {
		const segmentIds = fields.get<string[]>('segments');
		const asObject = fields.group('options').get<string | undefined>('form') === 'object';
		return await api.call('user.addToSegments', {
			path: { id: fields.get('user') },
			body: asObject ? { segmentIds } : segmentIds,
		});
	},
};

const exportAll: ChatBotOperation = {
	name: 'Export',
	value: 'export',
	action: 'Export users',
	description: 'Retrieve all users as a CSV file',
	largeAnswers: true,
	fields: [
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: 'users.csv',
			required: true,
		},
	],
	run: async ({ api, fields, node }) => {
		const fileName = fields.get('fileName');
		const content = await api.answer('user.export', {});
		if (typeof content !== 'string') {
			return api.fail(
				'ChatBot.com answered without a table of users',
				"Check 'Base URL' and 'Endpoint Overrides' in the credential: this may be another operation's answer.",
			);
		}
		return await textFile(node, { fileName }, { content, fileName, mimeType: 'text/csv' });
	},
};

export const users: ChatBotResource = {
	name: 'User',
	value: 'user',
	operations: [getMany, create, get, update, ban, addToSegments, exportAll],
};
