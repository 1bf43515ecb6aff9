/** What the Kore.ai stand-in remembers. Times are milliseconds since 1970. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../clock';
import { ApiError } from '../../types';
import { uuidOf } from '../random';

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

/** A user of the account, not of a bot. */
export interface AccountUser {
	id: string;
	username: string;
	roles: Array<{ roleId: string; roleName: string; botId: string; botName: string }>;
	isOwner: boolean;
}

export interface StoredFile {
	id: string;
	name: string;
	context: string;
	extension: string;
	size: number;
	hash: string;
	/** That an import of it fails. */
	isBroken: boolean;
}

/** Something that takes its time. */
export interface Job {
	id: string;
	startedAt: number;
	/** How often its status was asked for. */
	reads: number;
}

export interface Import extends Job {
	botId: string;
	input: ImportInput;
	fails: boolean;
}

export interface ImportInput {
	botDefinition: string;
	configInfo: string;
	botFunctions?: string[];
	importOptions?: object;
}

export interface Publishing extends Job {
	botId: string;
	input: { versionComment: string; initiateTraining?: boolean };
}

export interface Erasure extends Job {
	userIds: string[];
	fromAllBots: boolean;
	updatedAt: number;
}

export interface KoreAiState {
	bots: Bot[];
	/** The newest first. */
	sessions: Session[];
	users: AccountUser[];
	files: StoredFile[];
	imports: Import[];
	publishings: Publishing[];
	erasures: Erasure[];
	/** Sessions made so far, erased ones as well. */
	sessionsMade: number;
}

/** 24 hexadecimal digits that belong to a name: sessions, files, roles and accounts have such ids. */
export const hexOf = (name: string): string =>
	createHash('sha256').update(`kore.ai ${name}`).digest('hex').slice(0, 24);

/** An id such as `ms-…` that belongs to a name. */
export const idOf = (prefix: string, name: string): string =>
	`${prefix}-${uuidOf(`kore.ai ${prefix} ${name}`)}`;

export const ACCOUNT_ID = hexOf('account');
export const OWNER_ID = idOf('u', 'account user 0');

export const isoText = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** The part of `create` that all jobs share. */
export const newJob = (id: string, clock: Clock): Job => ({ id, startedAt: clock.now(), reads: 0 });

const PENDING_READS = 2;
const PENDING_MILLISECONDS = 5000;

/** Counts a look at a job; whether it is done: after two looks, or five seconds. */
export function lookAt(job: Job, clock: Clock): boolean {
	job.reads += 1;
	return job.reads > PENDING_READS || clock.now() - job.startedAt >= PENDING_MILLISECONDS;
}

/** The row with an id. Throws a refusal (400, a guess: none is documented) when there is none. */
export function find<T extends { id: string }>(rows: T[], id: string, what: string): T {
	const row = rows.find((candidate) => candidate.id === id);
	if (row === undefined) throw new ApiError(400, `${what} not found: ${id}`);
	return row;
}
