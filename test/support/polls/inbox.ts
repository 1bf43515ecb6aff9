import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import type { Asked, Handlers } from './service';
import { pageOf, shownIn, type Moment, type Setting, type World } from './world';

/** KODA's lists: `page` and `on_page` (docs/evidence/koda.md §2). */
export function listed<T>(rows: T[], { query }: Asked, show: (row: T) => IDataObject) {
	const { shown, pages, total } = pageOf(
		rows,
		Number(query.page ?? 1),
		Number(query.on_page ?? 20),
	);
	const page = Number(query.page ?? 1);
	const meta = { status: 200, page, pages, found: total, is_last_page: page >= pages };
	return { meta, response: shown.map(show) };
}

interface Message extends Moment {
	user: string;
	text: string;
}

/** A chat, and when its last message was written, in Unix seconds. */
interface Chat {
	user: string;
	date?: number;
}

/** The order in which KODA lists chats, of those in the order in which they were made; `now` in milliseconds. */
export type Sorting = (chats: Chat[], now: number) => Chat[];

const newestFirst: Sorting = (chats) => {
	const dated = chats.filter(({ date }) => date !== undefined);
	const silent = chats.filter(({ date }) => date === undefined);
	return [...dated.sort((a, b) => b.date! - a.date!), ...silent];
};

const lot = (text: string) => createHash('sha256').update(text).digest('hex');

/** Orders that KODA may have: it states none. */
export const inOrderOf = {
	newestFirst,
	oldestFirst: (chats, now) => newestFirst(chats, now).toReversed(),
	creation: (chats) => chats,
	name: (chats) => chats.toSorted((a, b) => (lot(a.user) < lot(b.user) ? -1 : 1)),
	/** Another one at every moment. */
	chance: (chats, now) =>
		chats.toSorted((a, b) => (lot(a.user + now) < lot(b.user + now) ? -1 : 1)),
} satisfies Record<string, Sorting>;

const seconds = (at: number) => Math.floor(at / 1000);

/** What an inbox is like. */
interface Inbox {
	/** Minutes before the beginning at which a chat's last message was written, by its number; undefined for none. */
	before?: (index: number) => number | undefined;
	/** The chat of a message, by the message's number. */
	chatOf?: (message: number) => number;
}

/** An inbox of so many chats. */
export const chatting =
	(
		sorting: Sorting,
		count: number,
		{ before = () => undefined, chatOf = (message) => (message * 7) % count }: Inbox = {},
	) =>
	({ now }: Setting): World => {
		const messages: Message[] = [];
		const begun = now();
		const chats = Array.from({ length: count }, (_, index): Chat => {
			const minutes = before(index);
			const date = minutes === undefined ? undefined : seconds(begun - minutes * 60_000);
			return { user: `user-${index}`, date };
		});
		let firstName = 'Ann';
		let sorted: { at: number; count: number; rows: Chat[] } | undefined;
		const rowsNow = () => {
			if (sorted?.at === now() && sorted.count === messages.length) return sorted.rows;
			const last = new Map<string, number>();
			for (const { user, at } of shownIn(messages, now())) {
				if (!last.has(user)) last.set(user, seconds(at));
			}
			const rows = chats.map(({ user, date }) => ({ user, date: last.get(user) ?? date }));
			sorted = { at: now(), count: messages.length, rows: sorting(rows, now()) };
			return sorted.rows;
		};
		const handlers: Handlers = {
			'chat.getAll': (asked) =>
				listed(rowsNow(), asked, ({ user, date }) => ({
					platform_user_id: user,
					platform: 'web',
					first_name: firstName,
					moderator_mode: false,
					last_inbox_message: date === undefined ? null : { date },
				})),
			'chat.get': (asked) => {
				const from = Number(asked.query.from ?? 0);
				const own = shownIn(messages, now())
					.filter(({ user, at }) => user === asked.path.platformUserId && seconds(at) >= from)
					.map(({ at, text }) => ({
						date: seconds(at),
						type: 'user',
						block_id: 'block',
						block: { text },
					}));
				return listed(own, asked, (row) => row);
			},
		};
		return {
			handlers,
			happen: (wanted, moment) =>
				Array.from({ length: wanted }, () => {
					const number = messages.length;
					const text = `Message ${number}`;
					messages.push({ ...moment, text, user: `user-${chatOf(number)}` });
					return text;
				}),
			edit: () => (firstName = `${firstName}a`),
		};
	};
