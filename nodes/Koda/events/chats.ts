import type { IDataObject } from 'n8n-workflow';

import { isToRead, lookFrom, marksFrom, type Marks, type Thing } from '../../shared/trigger/marks';
import { checkTimes, idOf, present } from '../../shared/trigger/newRows';
import { orderOf, recentRows, type Order } from '../../shared/trigger/recent';
import { stableList } from '../../shared/trigger/stableList';
import { CHAT_ID, CHAT_KEY, koda } from '../api';
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
	/** When all was read, in milliseconds since 1970. */
	wholeAt: number;
}

export type Chat = Thing<IDataObject>;

/** The chats that a look showed, and how to look next time. */
export interface Look {
	chats: Chat[];
	/** Whether all that there are were listed, and whether none can be missing. */
	isWhole: boolean;
	still: boolean;
	next: Looks;
}

type Poll = KodaContext<unknown>;

/** KODA may show the last message of a chat with a date that cannot be read: such a chat is always read. */
const isUnreadable = (chat: IDataObject) =>
	Number.isNaN(lastMessageAt(chat)) && Boolean(chat.last_inbox_message);

const chatOf =
	({ api }: Poll) =>
	(is: IDataObject): Chat => ({
		id: CHAT_KEY.map((name, index) => (index === 0 ? idOf(api, is, CHAT_ID) : is[name])).join(' '),
		at: lastMessageAt(is),
		content: [is.last_inbox_message],
		is,
	});

/** All chats. Of what their order is, KODA says nothing (docs/evidence/koda.md §3.2): it is seen here. */
export async function allChats(poll: Poll, since: number, before?: Looks): Promise<Look> {
	const { api } = poll;
	const input = { path: botPath(poll.fields) };
	const { rows, still, pages } = await stableList(api, 'chat.getAll', [input], { key: CHAT_KEY });
	const chats = rows.map(chatOf(poll));
	const happenings = chats.filter(({ is }) => is.last_inbox_message !== null);
	// Of a chat in which nothing was written yet no time is missing.
	checkTimes(api, happenings);
	const isKnown = still && !rows.some(isUnreadable);
	const order = isKnown ? orderOf(chats.map(({ at }) => at)) : undefined;
	const list = order && { order, pages, wholeAt: present(api) };
	const next = { marks: before?.marks ?? marksFrom(since), ...(list ? { list } : {}) };
	return { chats, isWhole: true, still, next };
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
