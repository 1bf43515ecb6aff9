import {
	collection,
	nameValueRows,
	pageSize,
	returnAllOrLimit,
} from '../../shared/fields/commonFields';
import { field, fieldList } from '../../shared/fields/field';
import { fileField, fileForm } from '../../shared/node/files';
import { CHAT_KEY, koda, operation, resource } from '../api';
import { block, bot, chat } from '../locators';
import { checkHistory, checkMode, closing, inTurn, message, sendAs } from './chatFields';
import { replyAsModerator } from './reply';
import { sentBefore, skipIfSentWithin } from './sentBefore';

const sized = pageSize(koda.paging.size);

const getMany = operation('chat.getAll', {
	name: 'Get Many',
	action: 'Get many chats',
	description:
		'Retrieve a list of chats with their last message and whether a moderator has taken over',
	fields: [bot, ...returnAllOrLimit, collection('Options', [sized])],
	key: CHAT_KEY,
});

const period = fieldList([
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		description:
			'Earliest date of a message. Sent as Unix seconds, a unit inferred from the dates in the answers.',
	},
	{
		displayName: 'To',
		name: 'to',
		notBefore: 'from',
		type: 'dateTime',
		default: '',
		description:
			'Latest date of a message. Sent as Unix seconds, a unit inferred from the dates in the answers.',
	},
]);

const get = operation('chat.get', {
	name: 'Get',
	action: 'Get chat',
	description: 'Retrieve the messages of one chat',
	fields: [
		bot,
		chat,
		...returnAllOrLimit,
		collection('Filters', period),
		collection('Options', [sized]),
	],
});

const enableModeratorMode = operation('chat.enableModeratorMode', {
	name: 'Enable Moderator Mode',
	action: 'Enable moderator mode of chat',
	description: 'Take a chat over from the bot',
	check: checkMode,
	inTurn,
	fields: [bot, chat],
});

const sendModeratorMessage = operation('chat.sendModeratorMessage', {
	name: 'Send Moderator Message',
	action: 'Send moderator message to chat',
	description: 'Write to the person as a moderator',
	check: checkHistory,
	inTurn,
	fields: [
		bot,
		chat,
		{ ...message, required: true, sentAs: 'moderator_message' },
		collection('Options', [skipIfSentWithin]),
	],
	run: async ({ api, fields }) => {
		const path = { botId: fields.get('bot'), platformUserId: fields.get('chat') };
		const text = fields.get('message');
		const minutes = fields.group('options').get('skipIfSentWithin');
		const before = await sentBefore(api, { path, text, minutes });
		if (before !== undefined) return { sent: false, sent_before: before };
		const input = { path, body: { moderator_message: text } };
		return await api.call('chat.sendModeratorMessage', input);
	},
});

const disableModeratorMode = operation('chat.disableModeratorMode', {
	name: 'Disable Moderator Mode',
	action: 'Disable moderator mode of chat',
	description: 'Mark a chat as done and hand it back to the bot',
	check: checkMode,
	inTurn,
	fields: [bot, chat, collection('Options', closing)],
});

const sendFile = operation('chat.sendFile', {
	name: 'Send File',
	action: 'Send file to chat',
	description: 'Send an audio, image, video or other file to the person',
	check: checkHistory,
	inTurn,
	fields: [bot, chat, sendAs, fileField],
	run: async ({ api, fields, inputOf, node, itemIndex }) => {
		const file = { from: fields.get('binaryField'), part: fields.get('sendAs') };
		const body = await fileForm({ node, itemIndex }, file);
		return await api.call('chat.sendFile', { ...inputOf('chat.sendFile'), body });
	},
});

const blockToSend = block({
	displayName: 'Block',
	name: 'block',
	sentAs: 'block_id',
	description: 'Block of the bot to send',
});

const userVariables = field({
	...nameValueRows('User Variables', 'userVariables', 'Variable', 'Variables of the person to set'),
	sentAs: 'user_variables',
});

const sendBlock = operation('chat.sendBlock', {
	name: 'Send Block',
	action: 'Send block to chat',
	description: 'Send a content block as if the bot answered, and set user variables',
	check: checkHistory,
	inTurn,
	fields: [bot, chat, blockToSend, userVariables],
});

export const chats = resource(
	'Chat',
	getMany,
	get,
	enableModeratorMode,
	sendModeratorMessage,
	disableModeratorMode,
	replyAsModerator,
	sendFile,
	sendBlock,
);
