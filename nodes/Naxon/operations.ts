import { collection, pageSize, returnAllOrLimit } from '../shared/fields/commonFields';
import { fieldList } from '../shared/fields/field';
import { naxon, operation, resource } from './api';
import { anyModel, conversation, model } from './locators';

const period = fieldList([
	{
		displayName: 'From',
		name: 'from',
		sentAs: 'since',
		type: 'dateTime',
		default: '',
		description: 'Only what is dated at or after this time',
	},
	{
		displayName: 'To',
		name: 'to',
		sentAs: 'until',
		type: 'dateTime',
		notBefore: 'from',
		default: '',
		description: 'Only what is dated at or before this time',
	},
]);

const sized = pageSize(naxon.paging.size);

export const models = resource(
	'Model',
	operation('model.getAll', {
		name: 'Get Many',
		action: 'Get many models',
		description: 'Retrieve a list of chatbots, which Naxon calls models',
		fields: [...returnAllOrLimit, collection('Filters', period), collection('Options', [sized])],
		key: ['id'],
	}),
	operation('model.get', {
		name: 'Get',
		action: 'Get model',
		description: 'Retrieve a chatbot, which Naxon calls a model',
		fields: [model],
	}),
);

export const conversations = resource(
	'Conversation',
	operation('conversation.getAll', {
		name: 'Get Many',
		action: 'Get many conversations',
		description: 'Retrieve a list of conversations of any model or of one',
		fields: [
			anyModel,
			...returnAllOrLimit,
			collection('Filters', [
				...period,
				{
					displayName: 'Compare Dates With',
					name: 'sort',
					type: 'options',
					options: [
						{ name: 'Created At', value: 'created_at' },
						{ name: 'Updated At', value: 'updated_at' },
					],
					default: 'created_at',
					description: "Which time of a conversation 'From' and 'To' mean. Naxon calls this sort.",
				},
			]),
			collection('Options', [sized]),
		],
		run: async ({ api, fields, inputOf }) => {
			const window = fields.window('id');
			return fields.get('model') === undefined
				? await api.list('conversation.getAll', inputOf('conversation.getAll'), window)
				: await api.list(
						'conversation.getAllOfModel',
						inputOf('conversation.getAllOfModel'),
						window,
					);
		},
	}),
	operation('conversation.get', {
		name: 'Get',
		action: 'Get conversation',
		description: 'Retrieve a conversation with its most recent messages',
		fields: [conversation],
	}),
);

export const messages = resource(
	'Message',
	operation('message.getAll', {
		name: 'Get Many',
		action: 'Get many messages',
		description: 'Retrieve the messages of a conversation',
		fields: [conversation, ...returnAllOrLimit, collection('Options', [sized])],
		key: ['id'],
	}),
);
