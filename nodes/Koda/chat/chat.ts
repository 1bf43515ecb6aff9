import {
	collection,
	nameValueRows,
	pageSize,
	returnAllOrLimit,
} from '../../shared/fields/commonFields';
import { fileField, fileForm } from '../../shared/node/files';
import { koda, type KodaOperation, type KodaResource } from '../api';
import {
	checkHistory,
	checkMode,
	closing,
	closingOf,
	inTurn,
	message,
	path,
	sendAs,
} from './chatFields';
import { replyAsModerator } from './reply';
import { block, bot, chat } from '../locators';

const getMany: KodaOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many chats',
	description:
		'Retrieve a list of chats with their last message and whether a moderator has taken over',
	fields: [bot, ...returnAllOrLimit, collection('Options', [pageSize(koda.paging.size)])],
	run: async ({ api, fields }) =>
		await api.list(
			'chat.getAll',
			{ path: { botId: fields.get('bot') } },
			fields.window('platform_user_id'),
		),
};

const get: KodaOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get chat',
	description: 'Retrieve the messages of one chat',
	fields: [
		bot,
		chat,
		...returnAllOrLimit,
		collection('Options', [
			{
				displayName: 'From',
				name: 'from',
				narrows: true,
				type: 'dateTime',
				default: '',
				description:
					'Earliest date of a message. Sent as Unix seconds, a unit inferred from the dates in the answers.',
			},
			{
				displayName: 'To',
				name: 'to',
				narrows: true,
				type: 'dateTime',
				default: '',
				description:
					'Latest date of a message. Sent as Unix seconds, a unit inferred from the dates in the answers.',
			},
			pageSize(koda.paging.size),
		]),
	],
	run: async ({ api, fields }) => {
		const { from, to } = fields.group('options').period('from', 'to');
		return await api.list(
			'chat.get',
			{ path: path(fields), query: { from: from?.toUnixInteger(), to: to?.toUnixInteger() } },
			fields.window(),
		);
	},
};

const enableModeratorMode: KodaOperation = {
	name: 'Enable Moderator Mode',
	value: 'enableModeratorMode',
	action: 'Enable moderator mode of chat',
	description: 'Take a chat over from the bot',
	check: checkMode,
	inTurn,
	fields: [bot, chat],
	run: async ({ api, fields }) =>
		await api.call('chat.enableModeratorMode', { path: path(fields) }),
};

const sendModeratorMessage: KodaOperation = {
	name: 'Send Moderator Message',
	value: 'sendModeratorMessage',
	action: 'Send moderator message to chat',
	description: 'Write to the person as a moderator',
	check: checkHistory,
	inTurn,
	fields: [bot, chat, { ...message, required: true }],
	run: async ({ api, fields }) =>
		await api.call('chat.sendModeratorMessage', {
			path: path(fields),
			body: { moderator_message: fields.get('message') },
		}),
};

const disableModeratorMode: KodaOperation = {
	name: 'Disable Moderator Mode',
	value: 'disableModeratorMode',
	action: 'Disable moderator mode of chat',
	description: 'Mark a chat as done and hand it back to the bot',
	check: checkMode,
	inTurn,
	fields: [bot, chat, collection('Options', closing)],
	run: async ({ api, fields }) =>
		await api.call('chat.disableModeratorMode', {
			path: path(fields),
			body: closingOf(fields.group('options')),
		}),
};

const sendFile: KodaOperation = {
	name: 'Send File',
	value: 'sendFile',
	action: 'Send file to chat',
	description: 'Send an audio, image, video or other file to the person',
	check: checkHistory,
	inTurn,
	fields: [bot, chat, sendAs, fileField],
	run: async ({ api, fields, node, itemIndex }) => {
		const file = { from: fields.get('binaryField'), part: fields.get('sendAs') };
		const form = await fileForm({ node, itemIndex }, file);
		return await api.call('chat.sendFile', { path: path(fields), body: form });
	},
};

const sendBlock: KodaOperation = {
	name: 'Send Block',
	value: 'sendBlock',
	action: 'Send block to chat',
	description: 'Send a content block as if the bot answered, and set user variables',
	check: checkHistory,
	inTurn,
	fields: [
		bot,
		chat,
		block('Block', 'block', 'Block of the bot to send'),
		nameValueRows('User Variables', 'userVariables', 'Variable', 'Variables of the person to set'),
	],
	run: async ({ api, fields }) =>
		await api.call('chat.sendBlock', {
			path: path(fields),
			body: { block_id: fields.get('block'), user_variables: fields.pairs('userVariables') },
		}),
};

export const chats: KodaResource = {
	name: 'Chat',
	value: 'chat',
	operations: [
		getMany,
		get,
		enableModeratorMode,
		sendModeratorMessage,
		disableModeratorMode,
		replyAsModerator,
		sendFile,
		sendBlock,
	],
};
