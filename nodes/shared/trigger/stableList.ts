import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../call/client';
import { FIRST, type Paging } from '../call/paging';
import type { OperationId } from '../call/vendor';

/** How often a list that shifts is read at most. */
const LOOKS = 3;

/** How a list is read. */
export interface ListOptions {
	paging?: Paging;
	pageSize?: number;
	/** The field that tells rows apart; without one, all that they hold does. */
	key?: string;
}

/** What a list held. */
export interface StableList {
	rows: IDataObject[];
	/** Whether nothing moved while it was read. Otherwise a row that moved to a page read before may be missing. */
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
	{ paging, pageSize, key }: ListOptions = {},
): Promise<StableList> {
	if (inputs.length === 1) {
		const { rows, next } = await api.page(id, inputs[0], FIRST, paging, pageSize);
		if (!next) return { rows, still: true };
	}
	const idOfRow = (row: IDataObject) => JSON.stringify(key === undefined ? row : row[key]);
	const rows = new Map<string, IDataObject>();
	let before: string | undefined;
	for (let time = 1; time <= LOOKS; time++) {
		const found = await api.listInTurn(id, inputs, { pageSize }, paging);
		for (const row of found) rows.set(idOfRow(row), row);
		const now = JSON.stringify(found.map(idOfRow));
		if (now === before) return { rows: found, still: true };
		before = now;
	}
	return { rows: [...rows.values()], still: false };
}
