import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../call/client';
import type { Listing, Paging, Shortfall } from '../call/paging';
import { keyFrom, keyOf } from '../call/rowKey';
import type { OperationId } from '../call/vendor';
import { OutOfTime } from './outOfTime';

/** How often a list that shifts is read at most. */
const LOOKS = 3;

/** What tells rows apart: fields, or what is made of each; undefined where all that they hold does. */
type Key = readonly string[] | ((row: IDataObject) => unknown[]) | undefined;

/** How a list is read. */
export interface ListOptions {
	paging?: Paging;
	pageSize?: number;
	/** Rows to read at most, where the service gives no more. */
	limit?: number;
	key?: Key;
	/** The rows that an earlier poll missed in the same way: see `StableList`. */
	short?: number;
}

/** What a list held. */
export interface StableList {
	rows: IDataObject[];
	/** Whether nothing moved or was missing while it was read. Otherwise a row that is there may not be among these. */
	still: boolean;
	/** How many rows were announced that did not come, where two readings showed the same; 0 where that is not said. */
	short?: number;
}

/** A list, and how many answers its last reading took. */
export interface PagedList extends StableList {
	pages: number;
	/** The rows of its last reading, where there was no time for another. */
	only?: IDataObject[];
}

/** One reading; `isOne` where it is of one moment, so that nothing can have moved. */
interface Reading extends Listing {
	isOne: boolean;
}

/** What is missing in lists that are read together: what the first says that says it. */
export const shortIn = (lists: Array<Pick<StableList, 'short'>>): number | undefined =>
	lists.find(({ short }) => short !== undefined)?.short;

/** A row's ID as text. */
function idBy(key: Key, row: IDataObject): string {
	if (typeof key === 'function') return keyFrom(key(row));
	return key === undefined ? JSON.stringify(row) : keyOf(row, key);
}

const shortOf = ({ came, total = came }: Shortfall) => total - came;

/**
 * What `read` gives once it comes twice in the same order. Of a list that shifts, all that its readings showed, each
 * once: one that moved to a later page is shown twice, and a second of the same is found when the list holds still. One
 * that announces as many rows too many as an earlier poll found, `known`, holds still: it may always do so.
 */
export async function untilStill(
	key: Key,
	read: () => Promise<Reading>,
	known?: number,
): Promise<PagedList> {
	const idOfRow = (row: IDataObject) => idBy(key, row);
	const rows = new Map<string, IDataObject>();
	let before: string | undefined;
	let only: IDataObject[] | undefined;
	let shortBefore: number | undefined;
	let pages = 0;
	for (let time = 1; time <= LOOKS; time++) {
		const found = await read().catch((reason: unknown) => {
			if (!only || !(reason instanceof OutOfTime)) throw reason;
		});
		if (!found) return { rows: [...rows.values()], still: false, pages, only };
		only = found.rows;
		({ pages } = found);
		if (found.isOne) return { rows: found.rows, still: true, pages };
		for (const row of found.rows) rows.set(idOfRow(row), row);
		const now = JSON.stringify(found.rows.map(idOfRow));
		const short = found.missing && shortOf(found.missing);
		if (now === before) {
			const isKnown = short === known && short === shortBefore;
			const still = short === undefined || isKnown;
			return { rows: found.rows, still, pages, short: short === shortBefore ? short : undefined };
		}
		before = now;
		shortBefore = short;
	}
	return { rows: [...rows.values()], still: false, pages };
}

/**
 * All rows of some lists, one list after the other, each in its latest form. What has several pages is read until it
 * comes twice in the same order: rows may change meanwhile, but none may have moved. `key` tells rows apart;
 * without one, by all that they hold.
 */
export async function stableList<Operations, Id extends OperationId<Operations>>(
	api: Client<Operations>,
	id: Id,
	inputs: Array<Operations[Id]>,
	{ paging, pageSize, limit, key, short }: ListOptions = {},
): Promise<PagedList> {
	const read = async () => {
		const found = await api.listing(id, inputs, { pageSize, limit }, paging);
		if (found.missing) api.tellMissing(found.missing);
		// Of what holds more than is read, another reading says no more.
		const isCut = found.rows.length >= (limit ?? Infinity);
		const isWhole = !found.missing && inputs.length === 1 && found.pages === 1;
		return { ...found, isOne: isCut || isWhole };
	};
	return await untilStill(key, read, short);
}
