import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { NaxonConversationTrigger } from '../../../nodes/Naxon/NaxonConversationTrigger.node';
import { routes } from '../../../nodes/Naxon/routes';
import { pageOf, shownIn, type Moment, type Setting, type Simulated, type World } from './world';
import type { Asked, Handlers } from './service';

/** In whole seconds, as Naxon's samples have it (docs/evidence/naxon.md §2). */
const text = (at: number) => DateTime.fromMillis(at).toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ssZZZ");

const second = (at: number) => Math.floor(at / 1000);

function listed<T>(rows: T[], { query }: Asked, show: (row: T) => IDataObject) {
	const page = Number(query.page ?? 1);
	const { shown, pages, total } = pageOf(rows, page, Number(query.per_page ?? 50));
	return { data: shown.map(show), page, total_pages: pages, total_rows: total };
}

/** Conversations with a time, the latest first, from `since` on. */
const conversationList = (
	rows: Array<{ id: number; at: number; created: number }>,
	asked: Asked,
) => {
	const since = asked.query.since ? DateTime.fromISO(String(asked.query.since)).toMillis() : 0;
	const wanted = rows.filter(({ at }) => second(at) >= second(since));
	return listed(wanted, asked, ({ id, at, created }) => ({
		id,
		model_id: 1,
		platform: 'web',
		created_at: text(created),
		updated_at: text(at),
	}));
};

const BEFORE = Date.UTC(2020, 0, 1);

function begun({ now }: Setting): World {
	const rows: Array<Moment & { id: number }> = [];
	let edits = 0;
	const handlers: Handlers = {
		'conversation.getAll': (asked) => {
			const shown = shownIn(rows, now()).map(({ id, at }) => ({ id, at, created: at }));
			const list = conversationList(shown, asked);
			const changed = list.data.map((row) => ({ ...row, platform_user_id: `edited ${edits}` }));
			return { ...list, data: changed };
		},
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				rows.push({ ...moment, id: 1000 + rows.length });
				return String(999 + rows.length);
			}),
		edit: () => (edits += 1),
	};
}

/** New conversations, and, every second time, ones of which one is known and changes. */
function updated({ now }: Setting): World {
	const updates: Array<Moment & { id: number }> = [];
	let made = 0;
	let edits = 0;
	const handlers: Handlers = {
		'conversation.getAll': (asked) => {
			const last = new Map<number, number>();
			for (const { id, at } of shownIn(updates, now())) if (!last.has(id)) last.set(id, at);
			const rows = [...last].map(([id, at]) => ({ id, at, created: BEFORE }));
			const list = conversationList(rows, asked);
			return { ...list, data: list.data.map((row) => ({ ...row, platform_user_id: `${edits}` })) };
		},
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				// One update of a conversation between two polls at most: Naxon shows the last.
				const id = 1000 + made++;
				updates.push({ ...moment, id });
				return `${id} ${second(moment.at)}`;
			}),
		edit: () => (edits += 1),
	};
}

const CONVERSATIONS = 120;

function written({ now }: Setting): World {
	const messages: Array<Moment & { id: number; of: number }> = [];
	let edits = 0;
	const handlers: Handlers = {
		'conversation.getAll': (asked) => {
			const last = new Map<number, number>();
			for (const { of, at } of shownIn(messages, now())) if (!last.has(of)) last.set(of, at);
			const rows = Array.from({ length: CONVERSATIONS }, (_, index) => {
				const at = last.get(index + 1) ?? BEFORE;
				return { id: index + 1, at, created: BEFORE };
			});
			return conversationList(
				rows.sort((a, b) => b.at - a.at),
				asked,
			);
		},
		'message.getAll': (asked) => {
			const of = Number(asked.path.conversation_id);
			const own = shownIn(messages, now()).filter((message) => message.of === of);
			return listed(own, asked, ({ id, at }) => ({
				id,
				seq: `seq-${id}`,
				sender: 'user',
				message: `Text ${edits}`,
				created_at: text(at),
			}));
		},
	};
	return {
		handlers,
		happen: (count, moment) =>
			Array.from({ length: count }, () => {
				const id = messages.length + 1;
				messages.push({ ...moment, id, of: 1 + ((id * 7) % CONVERSATIONS) });
				return String(id);
			}),
		edit: () => (edits += 1),
	};
}

const node = new NaxonConversationTrigger();

const naxon = (event: string, make: Simulated['make'], keyOf: Simulated['keyOf']): Simulated => ({
	name: `Naxon ${event}`,
	node,
	credential: 'naxonApi',
	routes,
	parameters: { event },
	keyOf,
	make,
	dated: true,
});

export const NAXON: Simulated[] = [
	naxon('newConversation', begun, ({ id }) => String(id)),
	naxon('updatedConversation', updated, ({ id, updated_at: at }) => {
		return `${String(id)} ${second(DateTime.fromISO(String(at)).toMillis())}`;
	}),
	naxon('newMessage', written, ({ id }) => String(id)),
];
