import { WHOLE_NUMBER } from '../shared/fields/field';
import { listSearch as search, locator } from '../shared/node/pickers';
import { naxon } from './api';

const modelLocator = {
	displayName: 'Model',
	name: 'model',
	id: '123',
	form: WHOLE_NUMBER,
	search: 'models',
	sentAs: 'model_id',
} as const;

export const model = locator({
	...modelLocator,
	description: 'The chatbot, which Naxon calls a model',
});

export const anyModel = locator({
	...modelLocator,
	description: 'Only of this chatbot, which Naxon calls a model. Leave empty for all.',
	required: false,
	narrows: true,
});

export const conversation = locator({
	displayName: 'Conversation',
	name: 'conversation',
	description: 'The conversation to read',
	id: '4711',
	form: WHOLE_NUMBER,
	search: 'conversations',
	sentAs: 'conversation_id',
});

/** Loaders of the From List modes. */
export const listSearch = {
	models: search(
		naxon,
		'model.getAll',
		() => ({}),
		({ id, name }) => ({ id, name }),
	),
	conversations: search(
		naxon,
		'conversation.getAll',
		() => ({}),
		({ id, model_name: model, platform_user_id: user, updated_at: updated }) => ({
			id,
			name: user,
			details: [model, updated && `updated ${String(updated)}`],
		}),
	),
};
