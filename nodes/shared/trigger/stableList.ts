import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../call/client';
import type { Listing, Paging } from '../call/paging';
import type { OperationId } from '../call/vendor';

/** How often a list that shifts is read at most. */
const LOOKS = 3;

/** How a list is read. */
export interface ListOptions {
	paging?: Paging;
	pageSize?: number;
	/** Rows to read at most, where the service gives no more. */
	limit?: number;
	/** The fields that together tell rows apart; without any, all that they hold does. */
	key?: readonly string[];
}

/** What a list held. */
export interface StableList {
	rows: IDataObject[];
	/** Whether nothing moved or was missing while it was read. Otherwise a row that is there may not be among these. */
	still: boolean;
}

/** A list, and how many answers its last reading took. */
export interface PagedList extends StableList {
	pages: number;
}

/** One reading; `isOne` where it is of one moment, so that nothing can have moved. */
interface Reading extends Listing {
	isOne: boolean;
}

/** What `read` gives once it comes twice in the same order; of a list that shifts, all that its readings showed. */
export async function untilStill(
	key: readonly string[] | undefined,
	read: () => Promise<Reading>,
): Promise<PagedList> {
	const idOfRow = (row: IDataObject) =>
		JSON.stringify(key === undefined ? row : key.map((name) => row[name]));
	const rows = new Map<string, IDataObject>();
	let before: string | undefined;
	let pages = 0;
	for (let time = 1; time <= LOOKS; time++) {
		const found = await read();
		({ pages } = found);
		if (found.isOne) return { rows: found.rows, still: true, pages };
		for (const row of found.rows) rows.set(idOfRow(row), row);
		const now = JSON.stringify(found.rows.map(idOfRow));
		if (now === before) return { rows: found.rows, still: !found.missing, pages };
		before = now;
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
	{ paging, pageSize, limit, key }: ListOptions = {},
): Promise<PagedList> {
	return await untilStill(key, async () => {
		const found = await api.listing(id, inputs, { pageSize, limit }, paging);
		if (found.missing) api.tellMissing(found.missing);
		return { ...found, isOne: !found.missing && inputs.length === 1 && found.pages === 1 };
	});
}
