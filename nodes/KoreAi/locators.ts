import type { FieldsOf } from '../shared/fields/fields';
import { listSearch as search, locator } from '../shared/node/pickers';
import { botPaging, koreAi } from './api';

const botLocator = {
	displayName: 'Bot',
	name: 'bot',
	id: 'st-1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c5d',
	required: false,
	narrows: true,
	sentAs: 'botId',
} as const;

const orCredential = {
	name: 'defaultBotId',
	wayOut: "Choose a bot, or fill in 'Default Bot ID' in the credential.",
};

/** Empty means the credential's bot. */
export const bot = {
	...locator({
		...botLocator,
		description:
			"The bot to work with. Leave empty for the credential's Default Bot ID. The list needs an app of the Admin Console.",
		search: 'bots',
	}),
	orCredential,
};

/** Where only an app of the bot will do, which cannot list bots. */
export const botById = {
	...locator({
		...botLocator,
		description: "The bot to work with. Leave empty for the credential's Default Bot ID.",
	}),
	orCredential,
};

/** The node's bot, or else the credential's, as calls take it. */
export const botOf = (fields: FieldsOf<[typeof bot]>) => ({ botId: fields.get('bot') });

/** Loaders of the From List modes. */
export const listSearch = {
	bots: search(
		koreAi,
		'bot.getAll',
		() => ({}),
		({ _id: id, name, status }) => ({ id, name, details: [status] }),
		botPaging,
	),
};
