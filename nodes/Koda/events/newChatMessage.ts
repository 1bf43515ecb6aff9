import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { field } from '../../shared/fields/field';
import { contentIds } from '../../shared/trigger/contentIds';
import type { Cursor, Happening } from '../../shared/trigger/cursor';
import { checkTimes, newRows, idOf, ofEach, timeOf } from '../../shared/trigger/newRows';
import { stableList } from '../../shared/trigger/stableList';
import { CHAT_ID, CHAT_KEY } from '../api';
import { bot } from '../locators';
import { botOf, kodaEvents, lastMessageAt, type KodaContext } from './event';

const includeModerator = field({
	displayName: 'Include Moderator Messages',
	name: 'includeModerator',
	type: 'boolean',
	default: false,
	description:
		'Whether to start on what a moderator writes, too. A workflow that answers as a moderator would then start itself.',
});

/** A message with the person who has the chat: ten fields. */
function outputOf(chat: IDataObject, { block_id, type, date, block }: IDataObject): IDataObject {
	const { platform_user_id, platform, first_name, last_name, moderator_mode } = chat;
	const { text } = (block ?? {}) as IDataObject;
	return {
		platform_user_id,
		platform,
		first_name,
		last_name,
		moderator_mode,
		type,
		date,
		text,
		block_id,
		block,
	};
}

/**
 * A chat's messages from a time on, the oldest first. They have no ID, and KODA states no order.
 * Of two that are the same in every way in one second, the number tells them apart.
 */
async function messagesOf(
	{ api, fields }: KodaContext<Cursor>,
	[user, chat]: [string, IDataObject],
	since: DateTime,
): Promise<{ happenings: Array<Happening<IDataObject>>; still: boolean }> {
	// A second more, as it is not known whether KODA takes `from` to be included.
	const from = Math.max(0, since.toUnixInteger() - 1);
	const input = { path: { botId: fields.get('bot'), platformUserId: user }, query: { from } };
	const { rows, still } = await stableList(api, 'chat.get', [input]);
	const isNewestFirst = timeOf(rows.at(0)?.date) > timeOf(rows.at(-1)?.date);
	const messages = (isNewestFirst ? rows.toReversed() : rows).map((row) => outputOf(chat, row));
	const ids = contentIds(messages, ({ date, type, text, block_id }) => [
		user,
		date,
		type,
		text,
		block_id,
	]);
	const happenings = messages.map((is, index) => ({ id: ids[index], at: timeOf(is.date), is }));
	return { happenings, still };
}

/** The chats that may have a message since a time: those whose last one is not older, or has no readable date. */
async function chatsSince({ api, fields }: KodaContext<Cursor>, since: DateTime) {
	const input = { path: { botId: fields.get('bot') } };
	const { rows, still } = await stableList(api, 'chat.getAll', [input], { key: CHAT_KEY });
	const found = rows.map((is) => ({ id: idOf(api, is, CHAT_ID), at: lastMessageAt(is), is }));
	// Of a chat in which nothing was written yet no time is missing.
	checkTimes(
		api,
		found.filter(({ is }) => is.last_inbox_message !== null),
	);
	const active = found.filter(({ at, is }) =>
		Number.isNaN(at) ? is.last_inbox_message : at >= since.toMillis(),
	);
	// A list that shifts may give a chat twice.
	return { chats: [...new Map(active.map(({ id, is }) => [id, is]))], still };
}

/** The messages of the chats whose last message is not older than a time. */
async function messagesSince(poll: KodaContext<Cursor>, since: DateTime) {
	const { chats, still } = await chatsSince(poll, since);
	const read = await ofEach(
		chats,
		([user]) => `Chat '${user}'`,
		async (chat) => await messagesOf(poll, chat, since),
	);
	return {
		happenings: read.flatMap(({ happenings }) => happenings),
		still: still && read.every((one) => one.still),
	};
}

/** Chats have no filter by time (docs/evidence/koda.md §3.2), so all are listed, and those with new messages are read. */
export const newChatMessage = kodaEvents<Cursor>()({
	name: 'New Chat Message',
	value: 'newChatMessage',
	description: 'A message was written in a chat, by the person or by the bot',
	fields: [bot, includeModerator],
	scope: botOf,
	poll: async (poll) => {
		const { items, state } = await newRows(poll, async (since) => await messagesSince(poll, since));
		const all = poll.fields.get('includeModerator');
		// `moderator` is the only type that KODA shows (docs/evidence/koda.md §5).
		return { items: items.filter(({ type }) => all || type !== 'moderator'), state };
	},
});
