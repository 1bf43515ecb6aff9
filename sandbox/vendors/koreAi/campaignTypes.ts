/** What the Kore.ai stand-in remembers of contact lists and campaigns. Times are milliseconds since 1970. */
import type { Job } from './jobs';

/** What a contact is added with; only the number is documented. */
export interface NewContact {
	phoneNumber: string;
	[field: string]: unknown;
}

export interface Contact extends NewContact {
	id: string;
	addedAt: number;
}

/** Contacts that were queued; they are on the list once the job is done. */
export interface Batch extends Job {
	contacts: NewContact[];
}

export interface ContactList {
	id: string;
	botId: string;
	name: string;
	description: string;
	allowDuplicates: boolean;
	/** `passiveApi`, or `localDrive` of those made in the console. */
	source: string;
	contacts: Contact[];
	queue: Batch[];
	createdAt: number;
	updatedAt: number;
}

/** A contact that a campaign calls, or writes to. */
export interface Dialing {
	/** `campaignDialingListId` of a call back. */
	id: string;
	phoneNumber: string;
	/** When what came of it is known. */
	dueAt: number;
	/** When they asked to be called back. */
	calledBackAt?: number;
}

export interface CampaignInput {
	name: string;
	description: string;
	contactLists: string[];
	dncLists?: { name: string };
	priority: string;
	dialingMode?: string;
	dialingStrategy: object;
	experienceFlowName?: string;
	queue_name?: string;
	maxSkips?: number;
	format?: string;
	message?: { message?: string; template_name?: string };
}

export interface Campaign {
	/** Of its preparation. */
	job: Job;
	id: string;
	botId: string;
	type: 'voice' | 'sms';
	input: CampaignInput;
	/** When it was first started. */
	startedAt?: number;
	/** Since when it is Stopped. */
	stoppedAt?: number;
	schedule?: object;
	instanceId: string;
	dialing: Dialing[];
	createdAt: number;
	updatedAt: number;
}
