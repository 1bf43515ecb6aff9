import type { IDataObject } from 'n8n-workflow';

import { readBody } from '../shared/call/answers';
import { collection, returnAllOrLimit } from '../shared/fields/commonFields';
import { isThing } from '../shared/fields/lists';
import { fileFields, fileItem } from '../shared/node/files';
import { afterUser, dated, input, operation, resource } from './api';
import { attributesOf, forCreation, forUpdate } from './attributes';
import { segments, user } from './locators';
import { sort } from './sort';

const checkUser = "To find out, run 'Get' for the user.";

/** The row in nine fields: name and email beside the other attributes that have a value. */
function simplify({ attributes, ...row }: IDataObject): IDataObject {
	const { value: known } = readBody(attributes ?? {});
	const filled = isThing(known) ? Object.entries(known).filter(([, value]) => value !== null) : [];
	const { default_name: name, default_email: email, ...others } = Object.fromEntries(filled);
	const { id, userId, banned, conversations, createdAt, lastSeen } = row;
	return {
		id,
		userId,
		name,
		email,
		attributes: isThing(known) ? others : attributes,
		banned,
		conversations,
		createdAt,
		lastSeen,
	};
}

const create = operation('user.create', {
	name: 'Create',
	action: 'Create user',
	description: 'Add a person that the bot talks with',
	check: "To find out, run 'Get Many' for users and look for the user.",
	fields: [
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			isId: true,
			default: '',
			maxLength: 256,
			placeholder: 'e.g. crm-42',
			description: 'ID of the person in your own system. May be left out when an email is given.',
		},
		segments,
		...forCreation,
	],
	run: async ({ api, fields }) => {
		const userId = fields.get('userId');
		const attributes = attributesOf(fields);
		if (userId === undefined && attributes.default_email === undefined) {
			fields.fail('userId', 'is empty', "Fill it in, or add the attribute 'Email'.");
		}
		return await api.call('user.create', {
			body: { userId, segments: fields.get('segments'), attributes },
		});
	},
});

/** The user, and the conversations, with readable times. */
function withConversations(row: IDataObject): IDataObject {
	const { conversations = [], ...details } = dated(row);
	// In the list of users it is a number.
	if (!Array.isArray(conversations)) return { ...details, conversations };
	return {
		...details,
		// The sample calls the time date, the object table createdAt.
		conversations: conversations.map((one: unknown) => {
			const { date, ...conversation } = (one ?? {}) as IDataObject;
			return isThing(one) ? dated({ createdAt: date, ...conversation }) : one;
		}) as IDataObject[],
	};
}

const get = operation('user.get', {
	name: 'Get',
	action: 'Get user',
	description: 'Retrieve a user with conversations, segments and session attributes',
	fields: [user],
	tidy: withConversations,
});

const getMany = operation('user.getAll', {
	name: 'Get Many',
	action: 'Get many users',
	description: 'Retrieve a list of users',
	simplify,
	fields: [
		...returnAllOrLimit,
		collection('Filters', [
			{
				displayName: 'Conditions (Untested)',
				name: 'conditions',
				type: 'json',
				default: '[]',
				maxEntries: 5,
				description:
					'One to five filters of ChatBot.com as a JSON array. ChatBot.com does not publish what a filter looks like, nor how it is sent: both are guesses.',
			},
			{
				displayName: 'Match',
				name: 'match',
				type: 'options',
				options: [
					{ name: 'All Conditions', value: 'all' },
					{ name: 'Any Condition', value: 'any' },
				],
				default: 'all',
			},
		]),
		sort([
			{ name: 'Created At', value: 'createdAt' },
			{ name: 'Last Seen', value: 'lastSeen' },
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const given = fields.group('filters');
		const filters = given.get('conditions') ?? [];
		if (!Array.isArray(filters)) return given.fail('conditions', 'is no array', 'Use [ … ].');
		const query = {
			...inputOf('user.getAll').query,
			filters: filters.length > 0 ? JSON.stringify(filters) : undefined,
		};
		const users = await api.list('user.getAll', { query }, fields.window('id'), afterUser);
		return users.map(dated);
	},
});

const update = operation('user.update', {
	name: 'Update',
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
});

const ban = operation('user.ban', {
	name: 'Ban or Unban',
	action: 'Ban or unban user',
	description: 'Keep a user from talking with the bot, or let them again',
	check: checkUser,
	fields: [user, input('user.ban', 'banned', { default: true })],
});

/** Puts a user into segments; `words` is what the editor shows. */
const intoSegments = (
	id: 'user.addToSegments' | 'user.replaceSegments',
	words: Record<'name' | 'action' | 'description', string>,
) =>
	operation(id, {
		...words,
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
			const segmentIds = fields.get('segments');
			const asObject = fields.group('options').get('form') === 'object';
			return await api.call(id, {
				path: { id: fields.get('user') },
				body: asObject ? { segmentIds } : segmentIds,
			});
		},
	});

const addToSegments = intoSegments('user.addToSegments', {
	name: 'Add to Segments',
	action: 'Add user to segments',
	description: 'Put a user into segments, keeping those they are in',
});

const replaceSegments = intoSegments('user.replaceSegments', {
	name: 'Replace Segments',
	action: 'Replace segments of user',
	description: 'Put a user into segments and take them out of all others',
});

const exportAll = operation('user.export', {
	name: 'Export',
	action: 'Export users',
	description: 'Retrieve all users as a CSV file',
	largeAnswers: true,
	fields: fileFields('users.csv'),
	run: async (context) => {
		const { api, fields } = context;
		const content = await api.answer('user.export', {});
		if (!(content instanceof Uint8Array)) return api.failShape(content);
		// A table has several columns, or rows.
		const text = new TextDecoder().decode(content);
		if (!/[,;\t\n]/.test(text)) return api.failShape(text);
		return await fileItem(context, { fileName: fields.get('fileName') }, content, 'text/csv');
	},
});

export const users = resource(
	'User',
	getMany,
	create,
	get,
	update,
	ban,
	addToSegments,
	replaceSegments,
	exportAll,
);
