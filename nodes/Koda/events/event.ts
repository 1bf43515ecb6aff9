import type { IDataObject } from 'n8n-workflow';

import type { Fields } from '../../shared/fields/fields';
import { checkSilent, idOf, timeOf } from '../../shared/trigger/newRows';
import { eventsOf, type PollContext } from '../../shared/trigger/poll';
import { stableList } from '../../shared/trigger/stableList';
import { CHAT_KEY } from '../api';
import type { Operations } from '../contract';

/** What events of KODA are written with, that have the same kind of state. */
export const kodaEvents = <State>() => eventsOf<Operations, State>();

export type KodaContext<State> = PollContext<Operations, State, { bot: string }>;

type Bot = Fields<{ bot: string }>;

/** What the state of every event is of. */
export const botOf = (fields: Bot) => fields.get('bot');

/** What KODA lists. */
export interface Listing {
	/** By their IDs, each in the latest form that was seen. */
	rows: Map<string, IDataObject>;
	/** Of the known ones, those that KODA does not list any more. */
	gone: Set<string>;
}

/**
 * All rows of a list. One that moved while the list was read may be missing: the first poll, to which it would be new
 * later, looks twice, and so does one that misses a row it knows; otherwise the next poll finds it.
 */
async function listingOf<Id extends 'callList.getAll' | 'chat.getAll'>(
	{ api, state }: KodaContext<unknown>,
	id: Id,
	input: Operations[Id],
	key: readonly [string, ...string[]],
	known: string[],
): Promise<Listing> {
	const rows = new Map<string, IDataObject>();
	const add = (found: IDataObject[]) => {
		for (const row of found) rows.set(idOf(api, row, ...key), row);
	};
	if (state !== undefined) {
		add(await api.list(id, input, {}));
		if (known.every((one) => rows.has(one))) return { rows, gone: new Set() };
	}
	const looked = await stableList(api, id, [input], { key });
	add(looked.rows);
	const missing = known.filter((one) => !rows.has(one));
	return { rows, gone: new Set(looked.still ? missing : []) };
}

const path = (fields: Bot) => ({ botId: fields.get('bot') });

/** The chats of the bot, in no known order (docs/evidence/koda.md §3.2). */
export const chatsOf = async (poll: KodaContext<unknown>, known: string[]): Promise<Listing> =>
	await listingOf(poll, 'chat.getAll', { path: path(poll.fields) }, CHAT_KEY, known);

/** When the last message of a chat was written, in milliseconds since 1970; NaN when it has none, or none with a date. */
export const lastMessageAt = ({ last_inbox_message }: IDataObject): number =>
	timeOf((last_inbox_message as IDataObject | null | undefined)?.date);

/** The call lists of the bot, the oldest first: a new one then moves no other (docs/evidence/koda.md §3.1). */
export async function callListsOf(poll: KodaContext<unknown>, known: string[]): Promise<Listing> {
	const query = { sort_by: 'created_at', sort_order: 'ASC' } as const;
	const input = { path: path(poll.fields), query };
	return await listingOf(poll, 'callList.getAll', input, ['id'], known);
}

/** `checkSilent` of what the trigger goes by, the fields `names`. */
export function checkFields(
	{ api }: KodaContext<unknown>,
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
