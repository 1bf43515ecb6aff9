/** What the Kore.ai stand-in remembers. Times are milliseconds since 1970. */
import { ApiError } from '../../types';
import type { Analytics } from './analyticsTypes';
import type { Building } from './buildingState';
import type { Campaign, ContactList } from './campaignTypes';
import type { CenterState } from './centerState';
import type { DataTable, TableView } from './dataTables';
import type { AccountUser, Group, Role } from './directory';
import { hexOf, idOf } from './ids';
import type { Job } from './jobs';
import type { Knowledge } from './knowledgeState';

export type { AccountUser } from './directory';
export { hexOf, idOf, isoText } from './ids';
export { lookAt, newJob, type Job } from './jobs';

export interface Bot {
	id: string;
	name: string;
	/** Enabled ones; without any, publishing is refused. */
	channels: string[];
	isPublished: boolean;
	createdAt: number;
}

export interface Tag {
	name: string;
	value: string;
}

export interface Message {
	id: string;
	at: number;
	isIncoming: boolean;
	text: string;
	/** Documented: 0 task alert, 1 text, 2 task action, 3 other. */
	source: number;
	tags: Tag[];
}

/** Somebody who talks to bots. */
export interface EndUser {
	id: string;
	email: string;
	phone: string;
}

export interface Session {
	id: string;
	botId: string;
	channel: string;
	/** Of a voice channel. */
	callId?: string;
	user: EndUser;
	start: number;
	end: number;
	isInteractive: boolean;
	containmentType: string;
	isActive: boolean;
	isDeveloper: boolean;
	userTags: Tag[];
	sessionTags: Tag[];
	tasks: number;
	/** In the order they were said. */
	messages: Message[];
}

export interface StoredFile {
	id: string;
	name: string;
	context: string;
	extension: string;
	size: number;
	hash: string;
	/** Its beginning, taken for text. */
	text: string;
	/** That an import of it fails. */
	isBroken: boolean;
}

export interface Import extends Job {
	/** Of a new one: the ID that it will have. */
	botId: string;
	input: ImportInput | NewBotInput;
	/** What a new bot will be called. */
	newName?: string;
	fails: boolean;
}

export interface ImportInput {
	botDefinition: string;
	configInfo: string;
	botFunctions?: string[];
	importOptions?: object;
}

/** Of a new bot: single files, or one ZIP file. */
export type NewBotInput = Partial<ImportInput> & { icon?: string; zipInfo?: string; name?: string };

export interface Publishing extends Job {
	botId: string;
	input: { versionComment: string; initiateTraining?: boolean };
}

export interface Erasure extends Job {
	userIds: string[];
	fromAllBots: boolean;
	updatedAt: number;
}

export interface Notification extends Job {
	botId: string;
	version: 'v1' | 'v2';
	channel: string;
	identities: string[];
}

export interface ConversationDeletion extends Job {
	botId: string;
	requestType: 'cId' | 'conversationIds';
	/** Sessions that go when the job is done. */
	sessionIds: string[];
	deleted: number;
}

/** A conversation that was given to an agent or a queue. */
export interface Transfer {
	sessionId: string;
	agentId?: string;
	queueId?: string;
	callbackUrl: string;
	at: number;
}

export interface CallOut {
	id: string;
	botId: string;
	target: string;
	caller: string;
	at: number;
}

export interface TextOut {
	botId: string;
	fromNo: string;
	toNo: string;
	at: number;
}

/** What a bot says after it has done something that takes its time. */
export interface PendingReply extends Job {
	botId: string;
	sessionId: string;
	/** In parts, of which each further one has a poll ID of its own. */
	parts: string[];
}

/** Where a bot sends its events. A bot has one at most. */
export interface Subscription {
	clientId: string;
	hostUri: string;
	/** As a subscription names them, such as onEvent. */
	events: string[];
	at: number;
}

export interface KoreAiState {
	/** Midnight UTC at which seeded data begin. */
	seededFrom: number;
	bots: Bot[];
	/** The newest first. */
	sessions: Session[];
	users: AccountUser[];
	roles: Role[];
	groups: Group[];
	/** Data tables, and views of them. */
	tables: DataTable[];
	views: TableView[];
	files: StoredFile[];
	imports: Import[];
	publishings: Publishing[];
	erasures: Erasure[];
	contactLists: ContactList[];
	campaigns: Campaign[];
	center: CenterState;
	notifications: Notification[];
	conversationDeletions: ConversationDeletion[];
	transfers: Transfer[];
	callsOut: CallOut[];
	textsOut: TextOut[];
	/** Those that were not handed out. */
	pendingReplies: PendingReply[];
	/** Poll IDs made so far. */
	repliesMade: number;
	/** Sessions made so far, erased ones as well. */
	sessionsMade: number;
	/** Search AI, FAQs and utterances. */
	knowledge: Knowledge;
	/** Logs and metrics. */
	analytics: Analytics;
	/** Exports of bots, and what else they are built and tested with. */
	building: Building;
	/** By bot. */
	subscriptions: Record<string, Subscription>;
}

/** The bot that the app of the App Builder belongs to. */
export const FIRST_BOT_ID = 'st-11111111-1111-5111-8111-111111111111';

export const ACCOUNT_ID = hexOf('account');
export const OWNER_ID = idOf('u', 'account user 0');

/** The row with an id. Throws a refusal (400, a guess: none is documented) when there is none. */
export function find<T extends { id: string }>(rows: T[], id: string, what: string): T {
	const row = rows.find((candidate) => candidate.id === id);
	if (row === undefined) throw new ApiError(400, `${what} not found: ${id}`);
	return row;
}
