import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { field } from '../shared/fields/field';
import { listSearch as search, locator } from '../shared/node/pickers';
import { afterMoment, afterUser, chatBot } from './api';

const ID = '5b7ff847cc3c3fb33c9249a8';

/**
 * The length of the IDs of stories and segments. For users, entities and chats none is documented, and samples have
 * 23 and 26 characters; that IDs are hexadecimal is only seen in samples (docs/evidence/chatbot-com.md §2).
 */
const LENGTH = 24;
export const form = {
	pattern: `[^\\s/]{${LENGTH}}`,
	text: `the ${LENGTH} characters of an ID, such as ${ID}`,
};

export const user = locator({
	displayName: 'User',
	name: 'user',
	sentAs: 'id',
	description: "The user. Its ID is ChatBot.com's own, not the User ID given at creation.",
	id: ID,
	search: 'users',
});

export const segment = locator({
	displayName: 'Segment',
	name: 'segment',
	sentAs: 'id',
	description: 'The segment of users',
	id: ID,
	form,
	search: 'segments',
});

export const story = locator({
	displayName: 'Story',
	name: 'story',
	sentAs: 'storyId',
	description: 'The story, which is the bot',
	id: ID,
	form,
	search: 'stories',
});

export const storyToTalkWith = locator({
	displayName: 'Story',
	name: 'story',
	sentAs: 'storyId',
	description:
		'The story to talk with, which is the bot. ChatBot.com does not say which one answers without it.',
	id: ID,
	form,
	search: 'stories',
	required: false,
});

/** A filter for what is of one story; `sentAs` is what the call has it as. */
export const ofStory = (sentAs: string, description: string) =>
	locator({
		displayName: 'Story',
		name: 'story',
		sentAs,
		description,
		id: ID,
		form,
		search: 'stories',
		required: false,
		narrows: true,
	});

/** An interaction of the node's story; only those of the old builder are listed (docs/evidence/chatbot-com.md §4). */
export const interaction = <const Name extends string>(
	text: { name: Name; description: string } & Partial<Record<'form', typeof form>>,
) =>
	locator({
		displayName: 'Interaction',
		...text,
		id: '5b07ffafc2376e30306d9b16',
		search: 'interactions',
	});

export const entity = locator({
	displayName: 'Entity',
	name: 'entity',
	sentAs: 'id',
	description: 'The entity to work with',
	id: ID,
	search: 'entities',
});

export const chat = locator({
	displayName: 'Chat',
	name: 'chat',
	sentAs: 'chatId',
	description: 'The archived chat',
	id: ID,
	search: 'chats',
});

export const webhook = locator({
	displayName: 'Webhook',
	name: 'webhook',
	sentAs: 'id',
	description: 'The webhook, which webhook blocks of stories call',
	id: ID,
	search: 'webhooks',
});

/** Segments to choose several of. */
export const segments = field({
	displayName: 'Segment Names or IDs',
	name: 'segments',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'segments' },
	entries: 'ids',
	minLength: LENGTH,
	maxLength: LENGTH,
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

const named = ({ id, name }: IDataObject) => ({ id, name });

/** Loaders of the From List modes. */
export const listSearch = {
	users: search(
		chatBot,
		'user.getAll',
		() => ({}),
		({ id, userId, attributes }) => {
			const { default_name: name, default_email: email } = (attributes ?? {}) as IDataObject;
			return { id, name: name ?? email ?? userId, details: name ? [email] : [] };
		},
		afterUser,
	),
	segments: search(chatBot, 'segment.getAll', () => ({}), named),
	stories: search(chatBot, 'story.getAll', () => ({}), named),
	interactions: search(
		chatBot,
		'interaction.getAll',
		(read) => ({ path: { storyId: read('story', 'Story') } }),
		named,
	),
	entities: search(chatBot, 'entity.getAll', () => ({}), named),
	webhooks: search(
		chatBot,
		'webhook.getAll',
		() => ({}),
		({ id, name, url }) => ({ id, name, details: [url] }),
	),
	chats: search(
		chatBot,
		'chat.getAll',
		() => ({}),
		({ id, user: person, createdAt }) => ({
			id,
			name: (person as IDataObject | undefined)?.name,
			details: [createdAt],
		}),
		afterMoment,
	),
};

/** Loaders of the lists that several are chosen from. */
export const loadOptions = {
	async segments(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return (await listSearch.segments.call(this)).results;
	},
};
