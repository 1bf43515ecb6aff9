import { pickBy, sortBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../call/client';
import type { Paging } from '../call/paging';
import type { OperationId } from '../call/vendor';
import { aNumber, aText, listOf, recordOf, thingOf, type StateForm } from './form';
import { checkSilent, idOf, serviceNow } from './newRows';
import { stableList } from './stableList';

/** Known rows that are not listed: since when, in milliseconds since 1970, by ID. */
type Missing = Record<string, number>;

/** What is known of the rows of a list. Plain data, kept by n8n across restarts. */
export interface Kept<Known> {
	known: Known;
	missing: Missing;
}

/** The form of what is kept of a list, by that of what is known. */
export const keptAs = <Known>(known: (value: unknown) => value is Known) =>
	thingOf<Kept<Known>>({ known, missing: recordOf(aNumber) });

/** The form of a state that is the IDs of rows in a condition. */
export const ENTERED: StateForm<Kept<string[]>> = { number: 1, fits: keptAs(listOf(aText)) };

/** What a service lists, in no order that matters. */
export interface Listing {
	/** By their IDs, each in the latest form that was seen. */
	rows: Map<string, IDataObject>;
	/** Known ones that it does not list: each stays as it was, and may come back. */
	missing: Missing;
	/** Those that were missing for so long that they are forgotten. */
	gone: Set<string>;
}

interface Listed {
	/** The fields that together tell rows apart. */
	key: readonly [string, ...string[]];
	/** The IDs that are known from earlier polls; undefined at the first one. */
	before?: Kept<string[]>;
	paging?: Paging;
}

/** How long a row is missing before it is forgotten, in milliseconds: a service may show less than it has for a while. */
const FORGOTTEN = 24 * 60 * 60_000;

/** How many missing rows are remembered, so that the state does not grow without end. */
const MOST = 5000;

/** The IDs of what is known by ID. */
export const idsOf = (kept?: Kept<object>): Kept<string[]> | undefined =>
	kept && { ...kept, known: Object.keys(kept.known) };

function missingIn(
	rows: Listing['rows'],
	{ known, missing }: Kept<string[]>,
	now: number,
): Missing {
	// That a service lists nothing at all says nothing of single rows.
	if (rows.size === 0) return {};
	const since = (id: string) => (Object.hasOwn(missing, id) ? Math.min(missing[id], now) : now);
	return Object.fromEntries(known.filter((id) => !rows.has(id)).map((id) => [id, since(id)]));
}

function toForget(missing: Missing, now: number): string[] {
	const longest = sortBy(Object.entries(missing), ([, since]) => since);
	return longest
		.filter(([, since], index) => now - since >= FORGOTTEN || index < longest.length - MOST)
		.map(([id]) => id);
}

/**
 * All rows of a list. One that moved while the list was read may be missing: the first poll, to which it would be new
 * later, looks twice, and so does one that would forget a row; otherwise the next poll finds it.
 */
export async function listingOf<Operations, Id extends OperationId<Operations>>(
	{ api }: { api: Client<Operations> },
	id: Id,
	input: Operations[Id],
	{ key, before, paging }: Listed,
): Promise<Listing> {
	const rows: Listing['rows'] = new Map();
	const add = (found: IDataObject[]) => {
		for (const row of found) rows.set(idOf(api, row, ...key), row);
	};
	const look = () => {
		const now = serviceNow(api);
		const missing = before ? missingIn(rows, before, now) : {};
		return { missing, old: toForget(missing, now) };
	};
	if (before) {
		add(await api.list(id, input, {}, paging));
		const { missing, old } = look();
		if (old.length === 0) return { rows, missing, gone: new Set() };
	}
	const looked = await stableList(api, id, [input], { key, paging });
	add(looked.rows);
	const { missing, old } = look();
	const gone = new Set(looked.still ? old : []);
	return { rows, missing: pickBy(missing, (_, one) => !gone.has(one)), gone };
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
	{ rows, missing, gone }: Listing,
	isIn: (row: IDataObject) => boolean,
	before?: Kept<string[]>,
): { fresh: IDataObject[]; state: Kept<string[]> } {
	const ins = [...rows].filter(([, row]) => isIn(row));
	const known = new Set(before?.known);
	const hidden = [...known].filter((id) => !rows.has(id) && !gone.has(id));
	return {
		fresh: ins.filter(([id]) => !known.has(id)).map(([, row]) => row),
		state: { known: [...hidden, ...ins.map(([id]) => id)], missing },
	};
}
