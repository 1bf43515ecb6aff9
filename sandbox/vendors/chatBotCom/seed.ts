/** Generated ChatBot.com data: the n-th row of a kind is the same in every run. */
import { FIRST_NAMES, LAST_NAMES, pick, uuidOf } from '../random';
import {
	idOf,
	type Chat,
	type ChatBotComState,
	type Interaction,
	type Story,
	type User,
} from './state';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The moment seeds begin at: with milliseconds, which have to be kept. */
const beginOf = (seededFrom: number) => seededFrom + 8 * HOUR + 163;

const SOURCES = ['widget', 'livechat', 'messenger', 'app'] as const;

/** Name, trigger or nothing, keywords, reply: the first answers the trigger `welcome`. */
const TALK = [
	['welcome', 'welcome', ['hello'], 'Hello! How can I help you?'],
	['opening hours', '', ['open', 'when'], 'We are open from 8 to 18 on weekdays.'],
	['delivery', 'delivery', ['where', 'order'], 'Please tell me your order number.'],
	['refund', 'refund', ['refund'], 'You get your money back within 14 days.'],
] as const;

const STORIES = [
	['Support', 'Answers what customers ask', ['widget', 'livechat']],
	['Sales', 'Qualifies leads', ['messenger']],
	['Draft', 'Not published yet', []],
] as const;

const ENTITIES = [
	['movies', ['Star Wars', 'SW'], ['The Matrix', 'Matrix']],
	['sizes', ['small', 'S'], ['large', 'L']],
	['cities', ['Wrocław', 'Breslau'], ['Boston', 'Beantown']],
] as const;

const SEGMENTS = ['Leads', 'Customers', 'Newsletter', 'Inactive'] as const;

function interactionOf(story: string, name: string): Interaction {
	const key = `${story} ${name}`;
	return {
		id: idOf(`interaction ${key}`),
		inputId: uuidOf(`chatbot.com input ${key}`),
		name,
		triggers: [],
		keywords: [],
		phrases: [],
		reply: 'Sorry, I did not get that.',
	};
}

function storyOf([name, description, integrations]: (typeof STORIES)[number]): Story {
	return {
		id: idOf(`story ${name}`),
		name,
		description,
		published: name !== 'Draft',
		integrations: [...integrations],
		interactions: TALK.map(([title, trigger, keywords, reply]) => ({
			...interactionOf(name, title),
			triggers: trigger === '' ? [] : [trigger],
			keywords: [...keywords],
			reply,
		})),
		fallback: interactionOf(name, 'fallback'),
	};
}

/** What is there from the start: stories, entities and segments. */
export function emptyState(seededFrom: number): ChatBotComState {
	return {
		seededFrom,
		users: [],
		segments: SEGMENTS.map((name, index) => ({
			id: idOf(`segment ${name}`),
			name,
			createdAt: beginOf(seededFrom) - index * HOUR,
		})),
		stories: STORIES.map(storyOf),
		entities: ENTITIES.map(([name, ...entries]) => ({
			id: idOf(`entity ${name}`),
			name,
			entries: entries.map(([value, synonym]) => ({ value, synonyms: [{ value: synonym }] })),
		})),
		chats: [],
		phrases: [],
		sessions: [],
		webhooks: [],
	};
}

function conversationsOf(user: number, lastSeen: number): User['conversations'] {
	return Array.from({ length: user % 4 }, (_, number) => ({
		id: idOf(`conversation ${user} ${number}`),
		startedAt: lastSeen - number * HOUR,
		// Documented: it may be null.
		firstMessage: number === 2 ? null : 'hello',
	}));
}

/** Adds users, one an hour; every tenth was seen again five days later. Nobody comes after `now`. */
export function addUsers(state: ChatBotComState, count: number, now: number): void {
	for (let added = 0; added < count; added += 1) {
		const index = state.users.length;
		const [first, last] = [pick(FIRST_NAMES, index), pick(LAST_NAMES, index)];
		const createdAt = Math.min(beginOf(state.seededFrom) + index * HOUR, now);
		const seenAgain = createdAt + (index % 10 === 3 ? 120 : index % 10) * HOUR;
		const lastSeen = Math.min(seenAgain, now);
		state.users.push({
			id: idOf(`user ${index}`),
			userId: uuidOf(`chatbot.com user ${index}`),
			banned: index % 25 === 24,
			attributes: {
				default_email: `user${index}@example.com`,
				// Every tenth name needs quotes in a table.
				default_name: index % 10 === 9 ? `${last}, "${first}"` : `${first} ${last}`,
				...(index % 3 === 0 ? { default_country: 'Poland', plan: 'pro' } : {}),
			},
			sessionAttributes: index % 4 === 0 ? { 'group-selected': String(index) } : {},
			conversations: conversationsOf(index, lastSeen),
			segments: index % 2 === 0 ? [pick(state.segments, index / 2).id] : [],
			source: pick(SOURCES, index),
			createdAt,
			lastSeen,
		});
	}
}

function messagesOf(chat: number): Chat['messages'] {
	const [, , [keyword], reply] = pick(TALK, chat);
	return [
		{ from: 'bot', message: TALK[0][3] },
		{ from: 'user', message: `${keyword} (${chat + 1})` },
		{ from: 'bot', message: reply },
	];
}

/** Adds archived chats, one every 17 minutes, over users and stories in turn. */
export function addChats(state: ChatBotComState, count: number): void {
	for (let added = 0; added < count; added += 1) {
		const index = state.chats.length;
		const name = `${pick(FIRST_NAMES, index)} ${pick(LAST_NAMES, index)}`;
		state.chats.push({
			id: idOf(`chat ${index}`),
			storyId: pick(state.stories, index).id,
			user: { id: idOf(`user ${index % 95}`), name, avatar: null },
			source: pick(SOURCES, index),
			createdAt: beginOf(state.seededFrom) + index * 17 * MINUTE,
			messages: messagesOf(index),
		});
	}
}

const QUESTIONS = ['do you ship to Iceland', 'is it vegan', 'do you have a shop', 'bla'] as const;

/** Adds phrases that nothing matched; every tenth is ignored. */
export function addPhrases(state: ChatBotComState, count: number): void {
	for (let added = 0; added < count; added += 1) {
		const index = state.phrases.length;
		state.phrases.push({
			id: idOf(`phrase ${index}`),
			storyId: pick(state.stories, index).id,
			date: beginOf(state.seededFrom) + index * HOUR,
			text: `${pick(QUESTIONS, index)} ${index + 1}`,
			unmatched: 1 + (index % 5),
			ignored: index % 10 === 9,
		});
	}
}
