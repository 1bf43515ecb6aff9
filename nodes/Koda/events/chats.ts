import type { IDataObject } from 'n8n-workflow';

import { aNumber, orNone, thingOf } from '../../shared/trigger/form';
import {
	isMarks,
	isToRead,
	lookFrom,
	marksFrom,
	type Marks,
	type Thing,
} from '../../shared/trigger/marks';
import { checkTimes, idOf, present } from '../../shared/trigger/newRows';
import { withinTime } from '../../shared/trigger/outOfTime';
import { isOrder, orderOf, recentRows, type Order } from '../../shared/trigger/recent';
import { stableList } from '../../shared/trigger/stableList';
import { CHAT_KEY, koda } from '../api';
import { botPath, lastMessageAt, type KodaContext } from './event';

/** How chats were read up to now. Plain data, kept by n8n across restarts. */
export interface Looks {
	marks: Marks;
	/** The list, where it was in an order that helps when all of it was read. */
	list?: Ordered;
}

interface Ordered {
	order: Order;
	/** Pages that it had. */
	pages: number;
	/** When all was read, or there was no time for that, in milliseconds since 1970. */
	wholeAt: number;
}

/** The form of looks. */
export const isLooks = thingOf<Looks>({
	marks: isMarks,
	list: orNone(thingOf<Ordered>({ order: isOrder, pages: aNumber, wholeAt: aNumber })),
});

export type Chat = Thing<IDataObject>;

/** The chats that a look showed, and how to look next time. */
export interface Look {
	chats: Chat[];
	/** Whether all that there are were listed, and whether none can be missing. */
	isWhole: boolean;
	still: boolean;
	/** How many are missing: see `StableList`. */
	short?: number;
	next: Looks;
}

type Poll = KodaContext<unknown>;

/** From when on messages are wanted, and how many rows may be missing in a list: see `StableList`. */
export interface Wanted {
	since: number;
	short?: number;
}

/** KODA may show the last message of a chat with a date that cannot be read: such a chat is always read. */
const isUnreadable = (chat: IDataObject) =>
	Number.isNaN(lastMessageAt(chat)) && Boolean(chat.last_inbox_message);

const chatOf =
	({ api }: Poll) =>
	(is: IDataObject): Chat => ({
		id: idOf(api, is, ...CHAT_KEY),
		at: lastMessageAt(is),
		content: [is.last_inbox_message],
		is,
	});

/**
 * All chats. Of what their order is, KODA says nothing (docs/evidence/koda.md §3.2): it is seen here. Throws OutOfTime
 * when there is no time to list them once.
 */
export async function allChats(
	poll: Poll,
	{ since, short }: Wanted,
	before?: Looks,
): Promise<Look> {
	const { api } = poll;
	const input = { path: botPath(poll.fields) };
	const paging = withinTime(koda.paging, poll.goesOn);
	const looking = { key: CHAT_KEY, paging, short };
	const {
		rows,
		still,
		pages,
		only,
		short: missed,
	} = await stableList(api, 'chat.getAll', [input], looking);
	const chats = rows.map(chatOf(poll));
	const happenings = chats.filter(({ is }) => is.last_inbox_message !== null);
	// Of a chat in which nothing was written yet no time is missing.
	checkTimes(api, happenings);
	// Where there is no time to see whether it held still, the order of one reading is better than to read it all again.
	const isKnown = (still || only) && !rows.some(isUnreadable);
	const order = isKnown ? orderOf((only ?? rows).map(lastMessageAt)) : undefined;
	const list = order && { order, pages, wholeAt: present(api) };
	const next = { marks: before?.marks ?? marksFrom(since), ...(list ? { list } : {}) };
	return { chats, isWhole: true, still, short: missed, next };
}

/** How to look next time, where there was no time to list all chats now. */
export function triedNow({ api }: Poll, { list, ...looks }: Looks): Looks {
	return { ...looks, ...(list && { list: { ...list, wholeAt: present(api) } }) };
}

/** Whether all chats have to be read: so many milliseconds after the last time, or where a clock has gone wrong. */
const isDue = ({ wholeAt }: Ordered, { until }: Marks, every: number, now: number): boolean =>
	now - wholeAt >= every || now < wholeAt || now < until;

/**
 * The latest chats alone, where the list is in order of the last message as far as is known, and all were read in the
 * last `every` milliseconds; else undefined. Messages are wanted from `since` on.
 */
export async function latestChats(
	poll: Poll,
	{ list, marks }: Looks,
	{ since, every }: { since: number; every: number },
): Promise<Look | undefined> {
	if (!list || isDue(list, marks, every, present(poll.api))) return undefined;
	const toChat = chatOf(poll);
	const from = lookFrom(marks);
	const isMeant = (at: number) => at >= Math.max(from, since);
	const found = await recentRows(
		poll.api,
		'chat.getAll',
		{ path: botPath(poll.fields) },
		{
			...list,
			until: marks.until,
			since: from,
			timeOf: lastMessageAt,
			isNew: (row) => isMeant(lastMessageAt(row)) && isToRead(marks, toChat(row)),
			key: CHAT_KEY,
			paging: koda.paging,
		},
	);
	if (!found || found.rows.some(isUnreadable)) return undefined;
	const next = { marks, list: { ...list, pages: found.pages } };
	return { chats: found.rows.map(toChat), isWhole: false, still: found.still, next };
}
