import { returnAllOrLimit } from '../shared/fields/commonFields';
import { afterMoment, dated, type ChatBotOperation, type ChatBotResource } from './api';
import { chat } from './locators';

const getMany: ChatBotOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many chats',
	description: 'Retrieve a list of archived chats with their messages',
	fields: returnAllOrLimit,
	run: async ({ api, fields }) =>
		(await api.list('chat.getAll', {}, fields.window('id'), afterMoment)).map(dated),
};

const get: ChatBotOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get chat',
	description: 'Retrieve an archived chat with its messages',
	fields: [chat],
	run: async ({ api, fields }) =>
		dated(await api.call('chat.get', { path: { chatId: fields.get('chat') } })),
};

export const chats: ChatBotResource = {
	name: 'Chat',
	value: 'chat',
	operations: [getMany, get],
};
