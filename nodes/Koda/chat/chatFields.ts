import type { Field, Fields } from '../../shared/fields/fields';

const MAX_MESSAGE = 1000;

/** The values in the address of an operation on one chat. */
export const path = (fields: Fields) => ({
	botId: fields.get('bot'),
	platformUserId: fields.get('chat'),
});

/** What a person is sent comes in the order of the items. */
export const inTurn = (fields: Fields) => `${fields.get('bot')}/${fields.get('chat')}`;

export const checkHistory = "To find out, run 'Get' for the chat and look at its last messages.";
export const checkMode = "To find out, run 'Get Many' for chats and look at moderator_mode.";

/** What a moderator writes (docs/evidence/koda.md §3.2). */
export const message: Field = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	maxLength: MAX_MESSAGE,
	description: 'Text of at most 1000 characters',
};

/** As which of KODA's four kinds a file is sent. */
export const sendAs: Field = {
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
};

/** What the person reads when a chat is handed back to the bot. */
export const closing: Field[] = [
	{
		displayName: 'Closing Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		maxLength: MAX_MESSAGE,
		description: 'Text of at most 1000 characters, sent instead of the one set in the dashboard',
	},
	{
		displayName: 'Quiet',
		name: 'quiet',
		type: 'boolean',
		default: false,
		description: "Whether to leave out the closing block set in the bot's settings",
	},
];

/** The body of `chat.disableModeratorMode`, from the fields above. */
export const closingOf = (options: Fields) => ({
	quiet: options.get<boolean | undefined>('quiet'),
	message: options.get<string | undefined>('message'),
});
