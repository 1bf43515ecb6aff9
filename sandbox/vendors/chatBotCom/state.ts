/** What the ChatBot.com stand-in remembers, and the forms of its answers. Times are milliseconds since 1970. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../clock';
import { ApiError } from '../../types';

/** Attribute names to values. */
export type Attributes = Record<string, string>;

export interface User {
	id: string;
	userId: string;
	banned: boolean;
	attributes: Attributes;
	sessionAttributes: Attributes;
	conversations: Array<{ id: string; startedAt: number; firstMessage: string | null }>;
	/** Segment ids. */
	segments: string[];
	source: string;
	createdAt: number;
	lastSeen: number;
}

export interface Segment {
	id: string;
	name: string;
	createdAt: number;
}

/** What a story answers, and to what. */
export interface Interaction {
	id: string;
	/** Of the diagram's USER_INPUT node, which training aims at. */
	inputId: string;
	name: string;
	triggers: string[];
	/** Words of which a text has to have enough. */
	keywords: string[];
	/** Trained texts, lower case: they match whole. */
	phrases: string[];
	reply: string;
}

export interface Story {
	id: string;
	name: string;
	description: string;
	published: boolean;
	integrations: string[];
	interactions: Interaction[];
	/** What it says first, once somebody has changed it. */
	welcome?: { enabled: boolean; responses: object[] };
	/** Answers what nothing else does. */
	fallback: Interaction;
}

export interface EntityEntry {
	value: string;
	synonyms?: Array<{ value: string }>;
}

export interface Entity {
	id: string;
	name: string;
	entries: EntityEntry[];
}

export interface Chat {
	id: string;
	storyId: string;
	user: { id: string; name: string; avatar: string | null };
	source: string;
	createdAt: number;
	messages: Array<{ from: string; message: string }>;
}

export interface Phrase {
	id: string;
	storyId: string;
	date: number;
	text: string;
	/** How often it was said. */
	unmatched: number;
	ignored: boolean;
}

/** A conversation by `POST /query`. */
export interface Session {
	sessionId: string;
	storyId: string;
	lastMessageAt: number;
	attributes: Attributes;
	/** The interaction that counts as context. */
	context?: Interaction;
	/** Texts that nothing matched, one after another. */
	misses: number;
}

/** An address that webhook blocks of stories call. */
export interface Webhook {
	id: string;
	name: string;
	url: string;
	token: string;
	headers: object[];
	auth: { username?: string; password?: string };
}

export interface ChatBotComState {
	/** Midnight UTC at which seeded data begin. */
	seededFrom: number;
	users: User[];
	segments: Segment[];
	stories: Story[];
	entities: Entity[];
	chats: Chat[];
	phrases: Phrase[];
	sessions: Session[];
	webhooks: Webhook[];
}

/** The attributes that the samples of users show unset, without their prefix `default_`. */
const KNOWN_ATTRIBUTES =
	'email name url avatar language timezone gender ip city region country referrer username';

/** Attributes as answers show them: what is known but not set is null. */
export function shownAttributes(attributes: Attributes): Record<string, string | null> {
	const unset = KNOWN_ATTRIBUTES.split(' ').map((name) => [`default_${name}`, null]);
	return { ...(Object.fromEntries(unset) as Record<string, null>), ...attributes };
}

const digest = (name: string) => createHash('sha256').update(`chatbot.com ${name}`).digest('hex');

/** The id that belongs to a name: 24 hexadecimal digits, as in every sample. */
export const idOf = (name: string): string => digest(name).slice(0, 24);

/** A whole number below `limit` that belongs to a name. */
export const numberOf = (name: string, limit: number): number =>
	parseInt(digest(name).slice(0, 8), 16) % limit;

/** `2019-03-12T13:27:15.513Z`, the form of most times. */
export const isoText = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** `2019-01-23 13:32:30.163Z`, the form that the samples of users and segments have. */
export const spacedText = (milliseconds: number): string => isoText(milliseconds).replace('T', ' ');

/** The documented answer of a write. */
export function envelope(clock: Clock) {
	return { timestamp: isoText(clock.now()), status: { code: 200, type: 'success' } };
}

/** The row with an id. Throws the refusal (404) when there is none. */
export function find<T extends { id: string }>(rows: T[], id: string, what: string): T {
	const row = rows.find((candidate) => candidate.id === id);
	if (row === undefined) throw new ApiError(404, `${what} not found: ${id}`);
	return row;
}
