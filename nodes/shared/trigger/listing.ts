import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../call/client';
import type { Paging } from '../call/paging';
import type { OperationId } from '../call/vendor';
import { checkSilent, idOf } from './newRows';
import { stableList } from './stableList';

/** What a service lists, in no order that matters. */
export interface Listing {
	/** By their IDs, each in the latest form that was seen. */
	rows: Map<string, IDataObject>;
	/** Of the known ones, those that the service does not list any more. */
	gone: Set<string>;
}

interface Listed {
	/** The fields that together tell rows apart. */
	key: readonly [string, ...string[]];
	/** The IDs that are known from earlier polls. */
	known: string[];
	paging?: Paging;
}

/**
 * All rows of a list. One that moved while the list was read may be missing: the first poll, to which it would be new
 * later, looks twice, and so does one that misses a row it knows; otherwise the next poll finds it.
 */
export async function listingOf<Operations, Id extends OperationId<Operations>>(
	{ api, state }: { api: Client<Operations>; state?: unknown },
	id: Id,
	input: Operations[Id],
	{ key, known, paging }: Listed,
): Promise<Listing> {
	const rows = new Map<string, IDataObject>();
	const add = (found: IDataObject[]) => {
		for (const row of found) rows.set(idOf(api, row, ...key), row);
	};
	if (state !== undefined) {
		add(await api.list(id, input, {}, paging));
		if (known.every((one) => rows.has(one))) return { rows, gone: new Set() };
	}
	const looked = await stableList(api, id, [input], { key, paging });
	add(looked.rows);
	const missing = known.filter((one) => !rows.has(one));
	return { rows, gone: new Set(looked.still ? missing : []) };
}

/** `checkSilent` of what the trigger goes by, the fields `names`. */
export function checkFields<Operations>(
	{ api }: { api: Client<Operations> },
	{ rows }: Listing,
	isTold: (row: IDataObject) => boolean,
	...names: string[]
): void {
	const silent = [...rows.values()].filter((row) => !isTold(row));
	const what = names.map((name) => `'${name}'`).join(' and ');
	const why = 'so nothing new can be found';
	const partly = `have no ${what}, so nothing new is found in them`;
	checkSilent(api, silent, rows.size, { what, why, partly });
}

/**
 * The rows that are in a condition, and were not at the last poll; and the IDs of all that are.
 * What the list did not show this time stays as it was; what is gone is forgotten.
 */
export function entered(
	{ rows, gone }: Listing,
	isIn: (row: IDataObject) => boolean,
	before: string[] = [],
): { fresh: IDataObject[]; state: string[] } {
	const ins = [...rows].filter(([, row]) => isIn(row));
	const known = new Set(before);
	return {
		fresh: ins.filter(([id]) => !known.has(id)).map(([, row]) => row),
		state: [...before.filter((id) => !rows.has(id) && !gone.has(id)), ...ins.map(([id]) => id)],
	};
}
