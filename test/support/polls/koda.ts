import { DateTime } from 'luxon';
import type { INodeParameters } from 'n8n-workflow';

import { BOT, byId } from '../../../engine/jobs';
import { KodaTrigger } from '../../../nodes/Koda/KodaTrigger.node';
import { routes } from '../../../nodes/Koda/routes';
import { chatting, inOrderOf, listed, type Sorting } from './inbox';
import type { Handlers } from './service';
import { shownIn, type Moment, type Setting, type Simulated, type World } from './world';

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
		total_calls: 3_000,
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

/** New Chat Message at an inbox that KODA sorts in a way. */
export const inbox = (
	name: string,
	sorting: Sorting,
	parameters: INodeParameters = {},
	make = chatting(sorting, 60),
): Simulated => ({
	...koda('newChatMessage', make, ({ text }) => String(text), true, parameters),
	name,
});

/** What is missed where the order is another one comes before a course of things ends. */
const often = { fullReading: 5 };

const INBOXES = [
	inbox('KODA newChatMessage', inOrderOf.newestFirst),
	inbox('KODA newChatMessage, the oldest first', inOrderOf.oldestFirst),
	inbox('KODA newChatMessage by creation', inOrderOf.creation, often),
	inbox('KODA newChatMessage in an order that changes', inOrderOf.chance, often),
];

export const KODA: Simulated[] = [
	...INBOXES,
	koda('moderatorModeSwitchedOn', moderated, (row) => String(row.platform_user_id), false),
	koda('callFinished', calling, (row) => String(row.phone_number), true),
	koda('callListFinished', campaigns, ({ id }) => String(id), false),
];
