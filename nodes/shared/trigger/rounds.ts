import { sortBy } from 'lodash';
import type { IDataObject, NodeApiError } from 'n8n-workflow';

import type { Client } from '../call/client';
import { Rows, readPages, type Page, type Paging, type Position } from '../call/paging';
import type { OperationId } from '../call/vendor';
import { withContext } from '../fields/nodeError';
import { isAboutOne } from './newRows';

/** Pages that are read at the same time. */
const AT_ONCE = 8;

/** How much a poll may still read, of whatever is counted. */
export class Allowance {
	constructor(private left: number) {}

	get isSpent(): boolean {
		return this.left <= 0;
	}

	/** Takes so much; whether there was any left. */
	take(count = 1): boolean {
		const isLeft = !this.isSpent;
		this.left -= count;
		return isLeft;
	}
}

/** Something that has its turn, counted from 1: when it was read last, undefined for what never was. */
interface InTurn {
	turn?: number;
}

/** The turn of what is read now. */
export const nextTurn = (things: InTurn[]): number =>
	things.reduce((last, { turn = 0 }) => Math.max(last, turn), 0) + 1;

/** Those that were not read for longest first: so none waits for longer than it takes to read each of the others once. */
export const byTurn = <T>(things: T[], turnOf: (thing: T) => InTurn): T[] =>
	sortBy(things, (thing) => turnOf(thing).turn ?? 0);

interface Reading {
	/** As messages call the list. */
	name: string;
	/** Where it goes on. */
	from: Position;
	allowance: Allowance;
	/** The fields that together tell rows apart. */
	key: readonly string[];
	paging: Paging;
}

/** A part of a list that is read over several polls. */
export interface Part {
	/** The rows of each page: one that moved while the list was read may be on several. */
	pages: IDataObject[][];
	/** Where it goes on in the next poll; undefined at the end of the list. */
	next?: Position;
	/** Whether each row that was announced came, and none of a page on a later one again, as far as the list was read. */
	isWhole: boolean;
	/** Whether a page was refused that may come another time. */
	isRefused: boolean;
}

/** What ends a list. */
const NOTHING: Page = { rows: [], more: false };

/**
 * The pages of a list from a place on, as far as a poll may read. The first page of a list must be there; a later one
 * that the service refuses alone, as it may one that is no longer there, has no rows.
 */
export async function readPart<Operations, Id extends OperationId<Operations>>(
	api: Client<Operations>,
	id: Id,
	input: Operations[Id],
	{ name, from, allowance, key, paging }: Reading,
): Promise<Part> {
	let next: Position | undefined;
	let isWhole = true;
	let isRefused = false;
	const pages: IDataObject[][] = [];
	let last: Page | undefined;
	const refuse = (reason: Error, { page }: Position): Page => {
		if (page === 1 || !isAboutOne(reason)) throw reason;
		isWhole = false;
		const { message } = withContext(reason, { before: `${name}, page ${page}: ` });
		if ((reason as NodeApiError).httpCode === '404') return NOTHING;
		isRefused = true;
		api.hint(`${message}. It is left out until it can be read.`);
		return NOTHING;
	};
	const fetch = async (at: Position): Promise<Page> => {
		if (!allowance.take()) {
			// Pages are asked for in their order: what follows waits, too.
			next ??= at;
			return NOTHING;
		}
		last = await api
			.page(id, input, at, paging)
			.catch((reason: unknown) => refuse(reason as Error, at));
		pages[at.page - from.page] = last.rows;
		return last;
	};
	// What comes twice is not missing.
	const rows = new Rows();
	const missing = await readPages(
		fetch,
		rows,
		Infinity,
		(what, wayOut) => api.failShape(last?.rows, what, wayOut),
		{ parallel: AT_ONCE, from },
	);
	if (missing && !next && isWhole) {
		isWhole = false;
		api.tellMissing(missing);
	}
	const read = Object.values(pages);
	const told = new Rows(key);
	for (const page of read) told.add(page);
	return { pages: read, next, isWhole: isWhole && told.size === rows.size, isRefused };
}
