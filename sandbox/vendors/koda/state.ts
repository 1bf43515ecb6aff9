/** What the KODA stand-in remembers. */

/** The bot of the vendor's samples. */
export const BOT_ID = '3337eb37-9c70-4e88-a173-21372501d7ee';

/** The fields that creating and reading a call list share; forms as in `docs/evidence/koda.md` §3.1.1. */
export interface CallListSettings {
	name: string;
	allowed_hours_start: string;
	allowed_hours_end: string;
	caller_phone_number: string;
	start_block_id: string;
	report_vars?: string[];
	campaign_vars: string[];
	max_attempts: number;
	attempts_delay: number;
	campaign_date_start: string;
	campaign_date_time: string;
	campaign_date_end?: string;
	campaign_date_time_end?: string;
	campaign_allowed_days?: string[];
}

/** One number to call. Times are milliseconds since 1970. */
export interface Call {
	phoneNumber: string;
	customData: Record<string, string>;
	attemptsLeft: number;
	/** Earliest start of the next attempt. */
	nextAt: number;
	/** End of the attempt that is going on. */
	endsAt?: number;
	startedAt?: number;
	finishedAt?: number;
	lastAttemptAt?: number;
	/** `waiting` is the sample's word; the others are guesses. */
	status: 'waiting' | 'calling' | 'finished' | 'no_answer';
}

export interface CallList {
	id: string;
	settings: CallListSettings;
	createdAt: number;
	createdVia: string;
	processedAt?: number;
	paused: boolean;
	/** Up to where the calls were played; milliseconds since 1970. */
	playedTo: number;
	calls: Call[];
	finishedCalls: number;
}

/** An entry of a chat in the vendor's form, `date` in Unix seconds. */
export interface ChatEntry {
	block_id: string;
	type: string;
	date: number;
	block: {
		type: string;
		text: string;
		buttons: Array<{ type: string; go_to_block: string }>;
		quick_replies: Array<{ title: string; go_to_block: string }>;
		serialize: string;
	};
}

export interface Chat {
	platformUserId: string;
	platform: string;
	avatar: string;
	firstName: string;
	lastName: string;
	moderatorMode: boolean;
	userVariables: Record<string, unknown>;
	/** Oldest first. */
	entries: ChatEntry[];
	/** Files sent to the user, in order. */
	files: Array<{ field: string; filename: string; contentType: string; size: number }>;
}

/** Times are ISO 8601 with Z. */
export interface StoredDocument {
	id: string;
	title: string;
	content: string;
	meta: Record<string, unknown>;
	createdAt: string;
	updatedAt: string;
	published: boolean;
	chunkSize?: number;
}

export interface KodaState {
	/** Midnight UTC at which seeded data begin. */
	seededFrom: number;
	botId: string;
	callLists: CallList[];
	chats: Chat[];
	documents: StoredDocument[];
	/** Messages that were written at the present. */
	newMessages: number;
	/** What is still to come: one after each page of such a list that is given, so that its pages shift. */
	arriving: { callLists: number; messages: number };
}
