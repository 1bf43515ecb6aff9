/** What the Kore.ai stand-in remembers for logs and metrics. */
import type { Job } from './jobs';

/** Something that was changed in a bot. */
export interface Change {
	id: string;
	botId: string;
	at: number;
	resourceType: string;
	resourceId: string;
	message: string;
}

/** Something that was done in the Admin Console. */
export interface Audit {
	id: string;
	at: number;
	name: string;
	category: string;
	description: string;
}

/** What somebody answered to a survey. */
export interface Feedback {
	id: string;
	botId: string;
	at: number;
	surveyName: string;
	/** As it is saved: THUMB, NPS or CSAT. */
	surveyType: string;
	score: number;
	comments: string | null;
	userId: string;
	channelUId: string;
	sessionId: string;
	channel: string;
	language: string;
}

/** A report that takes its time. */
export interface Report extends Job {
	botId: string;
	jobType: string;
	/** What it was asked to be about. */
	asked: object;
	/** Rows to leave out, and rows at most. */
	skip?: number;
	limit?: number;
}

/** Each in the order it was made. */
export interface Analytics {
	changes: Change[];
	audits: Audit[];
	feedback: Feedback[];
	reports: Report[];
}
