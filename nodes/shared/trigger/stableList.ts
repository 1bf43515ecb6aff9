import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../call/client';
import type { Paging } from '../call/paging';
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
): Promise<StableList> {
	const idOfRow = (row: IDataObject) =>
		JSON.stringify(key === undefined ? row : key.map((name) => row[name]));
	const rows = new Map<string, IDataObject>();
	let before: string | undefined;
	for (let time = 1; time <= LOOKS; time++) {
		const found = await api.listing(id, inputs, { pageSize, limit }, paging);
		if (found.missing) api.tellMissing(found.missing);
		else if (inputs.length === 1 && found.pages === 1) return { rows: found.rows, still: true };
		for (const row of found.rows) rows.set(idOfRow(row), row);
		const now = JSON.stringify(found.rows.map(idOfRow));
		if (now === before) return { rows: found.rows, still: !found.missing };
		before = now;
	}
	return { rows: [...rows.values()], still: false };
}
