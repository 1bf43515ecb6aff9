import { field, fieldList } from '../../shared/fields/field';
import type { Fields } from '../../shared/fields/fields';
import { input } from '../api';

/** What a person is sent comes in the order of the items. */
export const inTurn = (fields: Fields<{ bot: string; chat: string }>) =>
	`${fields.get('bot')}/${fields.get('chat')}`;

export const checkHistory = "To find out, run 'Get' for the chat and look at its last messages.";
export const checkMode = "To find out, run 'Get Many' for chats and look at moderator_mode.";

/** What a person reads (docs/evidence/koda.md §3.2). */
export const message = input('chat.disableModeratorMode', 'message', {
	typeOptions: { rows: 4 },
	description: 'Text of at most 1000 characters',
});

/** As which of KODA's four kinds a file is sent. */
export const sendAs = field({
	displayName: 'Send As',
	name: 'sendAs',
	type: 'options',
	options: [
		{ name: 'Audio', value: 'audio' },
		{ name: 'File', value: 'file' },
		{ name: 'Image', value: 'image' },
		{ name: 'Video', value: 'video' },
	],
	default: 'file',
});

/** What the person reads when a chat is handed back to the bot. */
export const closing = fieldList([
	{
		...message,
		displayName: 'Closing Message',
		description: 'Text of at most 1000 characters, sent instead of the one set in the dashboard',
	},
	input('chat.disableModeratorMode', 'quiet', {
		description: "Whether to leave out the closing block set in the bot's settings",
	}),
]);
