import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BOT, byId } from '../../../engine/jobs';
import { KodaTrigger } from '../../../nodes/Koda/KodaTrigger.node';
import { routes } from '../../../nodes/Koda/routes';
import { pageOf, shownIn, type Moment, type Setting, type Simulated, type World } from './world';
import type { Asked, Handlers } from './service';

/** KODA's lists: `page` and `on_page` (docs/evidence/koda.md §2). */
function listed<T>(rows: T[], { query }: Asked, show: (row: T) => IDataObject) {
	const { shown, pages, total } = pageOf(
		rows,
		Number(query.page ?? 1),
		Number(query.on_page ?? 20),
	);
	const page = Number(query.page ?? 1);
	const meta = { status: 200, page, pages, found: total, is_last_page: page >= pages };
	return { meta, response: shown.map(show) };
}

const seconds = (at: number) => Math.floor(at / 1000);

interface Message extends Moment {
	user: string;
	text: string;
}

const CHATS = 60;

function chatting({ now }: Setting): World {
	const messages: Message[] = [];
	let firstName = 'Ann';
	const chat = (user: string, last?: Message) => ({
		platform_user_id: user,
		platform: 'web',
		first_name: firstName,
		moderator_mode: false,
		last_inbox_message: last ? { date: seconds(last.at) } : null,
	});
	const handlers: Handlers = {
		'chat.getAll': (asked) => {
			const last = new Map<string, Message>();
			for (const one of shownIn(messages, now())) if (!last.has(one.user)) last.set(one.user, one);
			const silent = Array.from({ length: CHATS }, (_, index) => `user-${index}`);
			// The chat with the latest message first, so that the list shifts with every message.
			const rows = [...last].map(([user, one]) => chat(user, one));
			const rest = silent.filter((user) => !last.has(user)).map((user) => chat(user));
			return listed([...rows, ...rest], asked, (row) => row);
		},
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
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				const number = messages.length;
				const text = `Message ${number}`;
				messages.push({ ...moment, text, user: `user-${(number * 7) % CHATS}` });
				return text;
			}),
		edit: () => (firstName = `${firstName}a`),
	};
}

function moderated({ now }: Setting): World {
	const chats: Array<Moment & { user: string }> = [];
	let firstName = 'Ann';
	const handlers: Handlers = {
		'chat.getAll': (asked) => {
			return listed(shownIn(chats, now()), asked, ({ user }) => ({
				platform_user_id: user,
				platform: 'web',
				first_name: firstName,
				moderator_mode: true,
				last_inbox_message: null,
			}));
		},
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				const user = `user-${chats.length}`;
				chats.push({ ...moment, user });
				return user;
			}),
		edit: () => (firstName = `${firstName}a`),
	};
}

const LISTS = 30;

function calling({ now, zone }: Setting): World {
	const calls: Array<Moment & { number: string; list: number }> = [];
	let names = 'Campaign';
	const clock = (at: number) => DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
	const of = (list: number) => shownIn(calls, now()).filter((call) => call.list === list);
	const listOf = (list: number) => ({
		id: `list-${list}`,
		name: `${names} ${list}`,
		status: 'in progress',
		total_calls: 1_000_000,
		finished_calls: of(list).length,
		max_call_at: '2099-01-01 00:00:00',
	});
	const handlers: Handlers = {
		'callList.getAll': (asked) =>
			listed(
				Array.from({ length: LISTS }, (_, list) => list),
				asked,
				listOf,
			),
		'callList.get': ({ path }) => {
			const list = Number(path.listId.split('-')[1]);
			const rows = of(list).map(({ number, at }) => ({
				phone_number: number,
				calling_status: 'answered',
				attempts_left: 0,
				finish_calling: clock(at),
			}));
			return { meta: { status: 200 }, response: { ...listOf(list), calls: rows } };
		},
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				const number = `+4860${String(calls.length).padStart(7, '0')}`;
				calls.push({ ...moment, number, list: calls.length % LISTS });
				return number;
			}),
		edit: () => (names = `${names}a`),
	};
}

function campaigns({ now }: Setting): World {
	const lists: Array<Moment & { id: string }> = [];
	let names = 'Campaign';
	const handlers: Handlers = {
		'callList.getAll': (asked) => {
			return listed(shownIn(lists, now()).toReversed(), asked, ({ id, at }) => ({
				id,
				name: `${names} ${id}`,
				status: 'finished',
				total_calls: 3,
				finished_calls: 3,
				created_at: new Date(at).toISOString(),
			}));
		},
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				const id = `list-${lists.length}`;
				lists.push({ ...moment, id });
				return id;
			}),
		edit: () => (names = `${names}a`),
	};
}

const node = new KodaTrigger();

const koda = (
	event: string,
	make: Simulated['make'],
	keyOf: Simulated['keyOf'],
	dated: boolean,
	parameters: INodeParameters = {},
): Simulated => ({
	name: `KODA ${event}`,
	node,
	credential: 'kodaOAuth2Api',
	routes,
	parameters: { event, bot: byId(BOT), ...parameters },
	keyOf,
	make,
	dated,
});

export const KODA: Simulated[] = [
	koda('newChatMessage', chatting, ({ text }) => String(text), true),
	koda('moderatorModeSwitchedOn', moderated, (row) => String(row.platform_user_id), false),
	koda('callFinished', calling, (row) => String(row.phone_number), true),
	koda('callListFinished', campaigns, ({ id }) => String(id), false),
];
