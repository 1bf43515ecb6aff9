import { listSearch as search, locator } from '../shared/node/pickers';
import { botPaging, koreAi } from './api';

/** Empty means the credential's bot. */
export const bot = locator({
	displayName: 'Bot',
	name: 'bot',
	description:
		"The bot to work with. Leave empty for the credential's Default Bot ID. The list needs an app of the Admin Console.",
	id: 'st-1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c5d',
	search: 'bots',
	required: false,
	narrows: true,
});

/** Where only an app of the bot will do, which cannot list bots. */
export const botById = locator({
	displayName: 'Bot',
	name: 'bot',
	description: "The bot to work with. Leave empty for the credential's Default Bot ID.",
	id: 'st-1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c5d',
	required: false,
	narrows: true,
});

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
