import { returnAllOrLimit } from '../shared/fields/commonFields';
import type { ChatBotOperation, ChatBotResource } from './api';
import { story } from './locators';

const getMany: ChatBotOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many stories',
	description: 'Retrieve a list of stories, which are the bots of the account',
	fields: returnAllOrLimit,
	run: async ({ api, fields }) => await api.list('story.getAll', {}, fields.window('id')),
};

const get: ChatBotOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get story',
	description: 'Retrieve a story, with its settings and its diagram when Simplify is off',
	simplify: ({
		settings: _settings,
		state: _state,
		history: _history,
		diagram: _diagram,
		...row
	}) => row,
	fields: [story],
	run: async ({ api, fields }) =>
		await api.call('story.get', { path: { storyId: fields.get('story') } }),
};

export const stories: ChatBotResource = {
	name: 'Story',
	value: 'story',
	operations: [getMany, get],
};
