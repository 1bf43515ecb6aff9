import { collection, pageSize, returnAllOrLimit } from '../shared/fields/commonFields';
import type { Field, Fields } from '../shared/fields/fields';
import { naxon, timestamp, type NaxonOperation, type NaxonResource } from './api';
import { anyModel, conversation, model } from './locators';

const since: Field = {
	displayName: 'Since',
	name: 'since',
	type: 'dateTime',
	narrows: true,
	default: '',
	description: 'Only what is dated at or after this time',
};

const until: Field = {
	displayName: 'Until',
	name: 'until',
	type: 'dateTime',
	narrows: true,
	default: '',
	description: 'Only what is dated at or before this time',
};

function period(options: Fields) {
	const { from, to } = options.period('since', 'until');
	return { since: timestamp(from), until: timestamp(to) };
}

const getModels: NaxonOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many models',
	description: 'Retrieve a list of chatbots, which Naxon calls models',
	fields: [...returnAllOrLimit, collection('Options', [pageSize(naxon.paging.size), since, until])],
	run: async ({ api, fields }) =>
		await api.list('model.getAll', { query: period(fields.group('options')) }, fields.window('id')),
};

const getModel: NaxonOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get model',
	description: 'Retrieve a chatbot, which Naxon calls a model',
	fields: [model],
	run: async ({ api, fields }) =>
		await api.call('model.get', { path: { model_id: fields.get<number>('model') } }),
};

const getConversations: NaxonOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many conversations',
	description: 'Retrieve a list of conversations of all models or of one',
	fields: [
		anyModel,
		...returnAllOrLimit,
		collection('Options', [
			pageSize(naxon.paging.size),
			since,
			until,
			{
				displayName: 'Compare Dates With',
				name: 'sort',
				type: 'options',
				options: [
					{ name: 'Created At', value: 'created_at' },
					{ name: 'Updated At', value: 'updated_at' },
				],
				default: 'created_at',
				description:
					"Which time of a conversation 'Since' and 'Until' mean. Naxon calls this sort.",
			},
		]),
	],
	run: async ({ api, fields }) => {
		const options = fields.group('options');
		const query = { ...period(options), sort: options.get<'created_at' | undefined>('sort') };
		const ofModel = fields.get<number | undefined>('model');
		const window = fields.window('id');
		return ofModel === undefined
			? await api.list('conversation.getAll', { query }, window)
			: await api.list(
					'conversation.getAllOfModel',
					{ path: { model_id: ofModel }, query },
					window,
				);
	},
};

const getConversation: NaxonOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get conversation',
	description: 'Retrieve a conversation with its most recent messages',
	fields: [conversation],
	run: async ({ api, fields }) =>
		await api.call('conversation.get', {
			path: { conversation_id: fields.get<number>('conversation') },
		}),
};

const getMessages: NaxonOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many messages',
	description: 'Retrieve the messages of a conversation',
	fields: [conversation, ...returnAllOrLimit, collection('Options', [pageSize(naxon.paging.size)])],
	run: async ({ api, fields }) =>
		await api.list(
			'message.getAll',
			{ path: { conversation_id: fields.get<number>('conversation') } },
			fields.window('id'),
		),
};

export const models: NaxonResource = {
	name: 'Model',
	value: 'model',
	operations: [getModels, getModel],
};

export const conversations: NaxonResource = {
	name: 'Conversation',
	value: 'conversation',
	operations: [getConversations, getConversation],
};

export const messages: NaxonResource = {
	name: 'Message',
	value: 'message',
	operations: [getMessages],
};
