import { returnAllOrLimit } from '../shared/fields/commonFields';
import { afterMoment, dated, operation, resource } from './api';
import { chat } from './locators';

export const chats = resource(
	'Chat',
	operation('chat.getAll', {
		name: 'Get Many',
		action: 'Get many chats',
		description: 'Retrieve a list of archived chats with their messages',
		fields: returnAllOrLimit,
		key: ['id'],
		paging: afterMoment,
		tidy: dated,
	}),
	operation('chat.get', {
		name: 'Get',
		action: 'Get chat',
		description: 'Retrieve an archived chat with its messages',
		fields: [chat],
		tidy: dated,
	}),
);
