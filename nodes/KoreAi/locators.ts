import type { IDataObject } from 'n8n-workflow';

import type { Fields, FieldsOf } from '../shared/fields/fields';
import { listSearch as search, locator, type ReadParameter } from '../shared/node/pickers';
import { botPaging, campaignPaging, koreAi, listPaging } from './api';
import { TYPES } from './campaign/type';
import type { CampaignType } from './contract';
import { contentPaging, titleOf } from './searchAi/lists';

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
	displayName: 'Default Bot ID',
	wayOut: "Choose a bot, or fill in 'Default Bot ID' in the credential.",
};

/** Empty means the credential's bot. */
export const bot = {
	...locator({
		...botLocator,
		description: 'The bot to work with. The list needs an app of the Admin Console.',
		search: 'bots',
	}),
	orCredential,
};

/** Where the wrong bot would be changed for everybody, so that none is meant without being named. */
export const botToChange = locator({
	...botLocator,
	required: true,
	description:
		"The bot to change. The credential's Default Bot ID does not count here. The list needs an app of the Admin Console.",
	search: 'bots',
});

/** Where only an app of the bot will do, which cannot list bots. */
export const botById = {
	...locator({
		...botLocator,
		description: 'The bot to work with',
	}),
	orCredential,
};

/** The node's bot, or else the credential's, as calls take it. */
export const botOf = (fields: FieldsOf<[typeof bot]>) => ({ botId: fields.get('bot') });

/** Which version of the bot is meant, as `state` has it. */
export const BOT_VERSIONS = [
	{ name: 'In Development', value: 'configured' },
	{ name: 'Published', value: 'published' },
] as const;

const campaignLocator = {
	displayName: 'Campaign',
	name: 'campaign',
	id: 'cd-ed19e3c7-3682-5e72-a839-af9e07111b2c',
	sentAs: 'campaignId',
	description: 'The campaign to work with',
} as const;

/** The node's bot and campaign, as calls take them. */
export const campaignOf = (fields: Fields<{ bot: string; campaign: string }>) => ({
	botId: fields.get('bot'),
	campaignId: fields.get('campaign'),
});

/** Any campaign of the bot. */
export const campaign = locator({ ...campaignLocator, search: 'campaigns' });

/** A voice campaign, or all of them: of a trigger, which has no Type. */
export const voiceCampaign = locator({
	...campaignLocator,
	required: false,
	narrows: true,
	description: 'The voice campaign to look at. Leave empty for all of the bot.',
	search: 'campaigns',
});

/** A campaign of the node's Type. */
export const campaignOfType = locator({ ...campaignLocator, search: 'campaignsOfType' });

export const contactList = locator({
	displayName: 'Contact List',
	name: 'contactList',
	id: 'cl-718e888-3aca-4008-973e-6d799401b2c3',
	sentAs: 'contactListId',
	description: 'The contact list to work with',
	search: 'contactLists',
});

/** The node's bot, or else the credential's. */
const botPath = (read: ReadParameter, { defaultBotId }: IDataObject) => ({
	botId: read('bot', 'Bot', defaultBotId),
});

/** A campaign as a choice. */
const campaignChoice = ({ _id: id, name, status }: IDataObject) => ({
	id,
	name,
	details: [status],
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
	campaigns: search(
		koreAi,
		'campaign.getAll',
		(read, credentials) => {
			const path = botPath(read, credentials);
			return TYPES.map((type) => ({ path, body: { type } }));
		},
		campaignChoice,
		campaignPaging,
	),
	campaignsOfType: search(
		koreAi,
		'campaign.getAll',
		(read, credentials) => {
			const type = read('campaignType', 'Type') as CampaignType;
			return { path: botPath(read, credentials), body: { type } };
		},
		campaignChoice,
		campaignPaging,
	),
	contactLists: search(
		koreAi,
		'contactList.getAll',
		(read, credentials) => ({ path: botPath(read, credentials), query: { type: 'call' as const } }),
		({ _id: id, name, status }) => ({ id, name, details: [status] }),
		listPaging,
	),
	contents: search(
		koreAi,
		'content.getAll',
		(parameter) => ({ path: { botId: parameter('bot', 'Bot') }, body: { query: {} } }),
		(row) => ({ id: row._id, name: titleOf(row), details: [row.extractionType] }),
		contentPaging,
	),
	nodes: search(
		koreAi,
		'knowledgeTask.getAll',
		(parameter) => ({
			path: { botId: parameter('bot', 'Bot') },
			query: { language: parameter('language', 'Language') },
		}),
		({ nodeId, label, level }) => ({ id: nodeId, name: label, details: [level] }),
		// All nodes stand in the one knowledge task.
		{ size: 50, read: ({ taxonomy }) => ({ rows: taxonomy }) },
	),
};
