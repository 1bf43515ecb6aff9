import type { IDataObject } from 'n8n-workflow';

import { UUID } from '../shared/fields/field';
import {
	listSearch as search,
	locator,
	textSearch,
	type ReadParameter,
} from '../shared/node/pickers';
import { koda } from './api';

const DASHBOARD = 'https://app.kodabots.com/bot/{bot}/create-bot/{block}';
const BLOCK_URL = { example: DASHBOARD, pattern: '/bot/[^/]+/create-bot/([^/?#]+)' };

/** Empty means the credential's bot. */
export const bot = {
	...locator({
		displayName: 'Bot',
		name: 'bot',
		sentAs: 'botId',
		description: 'The bot to work with. Its ID is in the address of its dashboard.',
		id: '3337eb37-9c70-4e88-a173-21372501d7ee',
		form: UUID,
		url: { example: 'https://app.kodabots.com/bot/{bot}', pattern: '/bot/([^/?#]+)' },
		required: false,
		narrows: true,
	}),
	orCredential: {
		name: 'defaultBotId',
		displayName: 'Default Bot ID',
		wayOut: "Fill it in, or fill in 'Default Bot ID' in the credential.",
	},
};

export const callList = locator({
	displayName: 'Call List',
	name: 'callList',
	sentAs: 'listId',
	description: 'The campaign',
	id: 'f8bec356-47f7-4b66-97fa-55ac21366bbc',
	form: UUID,
	search: 'callLists',
});

export const chat = locator({
	displayName: 'Chat',
	name: 'chat',
	sentAs: 'platformUserId',
	description: 'The chat, named by the platform user ID of the person',
	id: '2f9c1a7e-4c0b-4a55-9d6e-0f6a6f2f7b11',
	search: 'chats',
});

export const document = locator({
	displayName: 'Document',
	name: 'document',
	sentAs: 'doc_id',
	description: 'The document of the knowledge base',
	id: '3337eb37-9c70-4e88-a173-21372501d7ee',
	form: UUID,
	search: 'documents',
});

/** A block of the bot, copied from the dashboard's address. */
export const block = <const Name extends string>(text: {
	displayName: string;
	name: Name;
	description: string;
	sentAs: string;
}) => locator({ ...text, id: '5d306675-4500-409d-80a2-6d16ac28db58', url: BLOCK_URL });

/** The node's bot, or else the credential's. */
const botPath = (read: ReadParameter, { defaultBotId }: IDataObject) => ({
	botId: read('bot', 'Bot', defaultBotId),
});

/** Loaders of the From List modes. */
export const listSearch = {
	callLists: search(
		koda,
		'callList.getAll',
		(read, credentials) => ({ path: botPath(read, credentials) }),
		({ id, name, status }) => ({ id, name, details: [status] }),
	),
	chats: search(
		koda,
		'chat.getAll',
		(read, credentials) => ({ path: botPath(read, credentials) }),
		({ platform_user_id: id, first_name: first, last_name: last, platform }) => {
			const name = [first, last].filter(Boolean).join(' ');
			return { id, name, details: name ? [platform, id] : [platform] };
		},
	),
	// KODA documents no list; that a search for nothing finds everything is a guess (docs/evidence/koda.md §3.3).
	documents: textSearch(
		koda,
		'document.search',
		(read, credentials, text) => ({ path: botPath(read, credentials), body: { search: text } }),
		({ doc_id: id, title }) => ({ id, name: title }),
	),
};
