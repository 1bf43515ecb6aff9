import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import type { Twin } from '../../shared/call/twins';
import { groupsOf } from '../../shared/fields/lists';
import { textKey } from '../../shared/fields/sameText';

/** What a knowledge base has: a document, a content, a question with its answer. */
export interface Thing extends Twin {
	title: unknown;
	/** What it is told apart by. */
	value: unknown;
	/** The service's own row, as far as it is known. */
	row: IDataObject;
}

/** How the user finds out what became of it: the operations look before they write, and do what is left when run again. */
export const checkByDryRun =
	"To find out, wait a minute and run it again with 'Dry Run' on, which only reads: it shows what is left to do. Without 'Dry Run', it then does only that.";

/** What was found for one value. */
export interface Found {
	things: Thing[];
	/** Whether there are others, which the service did not give. */
	more: boolean;
}

/** A thing as it shall be. */
export interface Wanted {
	/** By what it is told apart, and its value there, as the user wrote it. */
	key: string;
	value: string;
	/** Name of the sync, if it belongs to one. */
	group?: string;
}

/** How messages name what a knowledge base has. */
export interface Words {
	service: string;
	/** As in `the document with external_id 'a-1'`. */
	one: string;
	many: string;
	/** What becomes of one too many that stays, or what to do about it. */
	leftOver: (ids: string) => string;
}

/** What an output item says of a thing beside its status. */
export interface Note {
	/** ID of what this run made and took back. */
	taken_back?: string;
	/** Whether another process made the same at the same moment is not known. */
	twin_unknown?: true;
}

/**
 * A knowledge base, as a vendor describes it. What it throws is a NodeApiError of a call, or a NodeOperationError that
 * says what to do.
 */
export interface KnowledgeBase<Operations, W extends Wanted> {
	words: Words;
	/** Those with the same key in any spelling, as they are now. */
	findSame(wanted: W): Promise<Found>;
	isCurrent(wanted: W, thing: Thing): boolean;
	/** What it will be: as wanted, with what is kept of what is there. */
	next(wanted: W, current?: Thing): Thing;
	/** Makes a new one; answers it, if the service shows it. `next` is what it shall be. */
	create(api: Client<Operations>, wanted: W, next: Thing): Promise<Thing | undefined>;
	/** Changes one. Without it, a new one is made and the old one deleted once the new one is there. */
	update?(api: Client<Operations>, wanted: W, next: Thing): Promise<unknown>;
	remove(api: Client<Operations>, thing: Thing): Promise<unknown>;
	/** IDs of those that were changed since they were listed. Without it, one that is changed has another ID then. */
	changed?(things: Thing[]): Promise<Set<string>>;
	/** Whether the service does not show one any more; false when that cannot be told. */
	isGone(thing: Thing): Promise<boolean>;
}

/** What a run has done with a thing, or a dry run would do. */
export type Status = 'created' | 'updated' | 'unchanged' | 'deleted' | 'kept';

/** Things by what they are told apart by, in any spelling. */
export const byValue = (all: Thing[]): Map<string, Thing[]> =>
	groupsOf(all, ({ value }) => textKey(String(value)));

/** How many things a message names at most. */
const NAMED = 10;

/** Things by title and ID. */
export function namesOf(things: Thing[]): string {
	const named = things.slice(0, NAMED).map(({ id, title }) => `'${String(title)}' (${id})`);
	const others = things.length - named.length;
	return `${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}
