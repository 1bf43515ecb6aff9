import { omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { field } from '../../shared/fields/field';
import { contentIds } from '../../shared/trigger/contentIds';
import {
	CURSOR_PARTS,
	MOST,
	OVERLAP,
	type Cursor,
	type Happening,
} from '../../shared/trigger/cursor';
import { orNone, thingOf, type StateForm } from '../../shared/trigger/form';
import { isToRead, marked, marksSince, readFrom } from '../../shared/trigger/marks';
import { newRows, ofEach, present, timeOf } from '../../shared/trigger/newRows';
import { OutOfTime } from '../../shared/trigger/outOfTime';
import { shortIn, stableList } from '../../shared/trigger/stableList';
import { CHAT_ID } from '../api';
import { bot } from '../locators';
import {
	allChats,
	isLooks,
	latestChats,
	triedNow,
	type Chat,
	type Look,
	type Looks,
	type Wanted,
} from './chats';
import { botOf, botPath, kodaEvents, type KodaContext } from './event';

const includeModerator = field({
	displayName: 'Include Moderator Messages',
	name: 'includeModerator',
	type: 'boolean',
	default: false,
	description:
		'Whether to start on what a moderator writes, too. A workflow that answers as a moderator would then start itself.',
});

const MINUTE = 60_000;

const fullReading = field({
	displayName: 'Full Reading Every (Minutes)',
	name: 'fullReading',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 60,
	description:
		'How often all chats are listed. Between that, the latest are enough if KODA was seen to list them in order of their last message. What that missed comes late, and once. With 0, all are listed at every poll.',
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

/** What is kept between two polls: up to where all was read, what was given since, and how chats were looked at. */
interface State extends Cursor {
	looks?: Looks;
}

const FORM: StateForm<State> = {
	number: 1,
	fits: thingOf<State>({ ...CURSOR_PARTS, looks: orNone(isLooks) }),
};

type Poll = KodaContext<State, { fullReading: number }>;

/** Messages are asked for by person alone. */
const userOf = ({ is }: Chat) => String(is[CHAT_ID]);

/** A chat's messages as far as they were read. */
interface Messages {
	chat: Chat;
	happenings: Array<Happening<IDataObject>>;
	still: boolean;
	short?: number;
}

/** What tells a chat's messages apart, which have no ID; the rest of them may change. */
const contentOf = ({ date, type, block, block_id }: IDataObject) => [
	date,
	type,
	(block as IDataObject | undefined)?.text,
	block_id,
];

/**
 * A chat's messages from a time on, the oldest first. KODA states no order.
 * Of two that are the same in every way in one second, the number tells them apart.
 */
async function messagesOf(
	{ api, fields }: Poll,
	chat: Chat,
	{ since, short: known }: Wanted,
): Promise<Messages> {
	const user = userOf(chat);
	// A second more, as it is not known whether KODA takes `from` to be included.
	const from = Math.max(0, Math.floor(since / 1000) - 1);
	const input = { path: { ...botPath(fields), platformUserId: user }, query: { from } };
	const options = { key: contentOf, short: known };
	const { rows, still, short } = await stableList(api, 'chat.get', [input], options);
	const isNewestFirst = timeOf(rows.at(0)?.date) > timeOf(rows.at(-1)?.date);
	const messages = (isNewestFirst ? rows.toReversed() : rows).map((row) => outputOf(chat.is, row));
	const ids = contentIds(messages, (message) => [user, ...contentOf(message)]);
	const happenings = messages.map((is, index) => ({ id: ids[index], at: timeOf(is.date), is }));
	return { chat, happenings, still, short };
}

/** The messages since a time of the chats that a look showed, if they changed since, and how to look next time. */
async function readChats(poll: Poll, { chats, isWhole, next, ...look }: Look, wanted: Wanted) {
	const { since, short } = wanted;
	const { marks } = next;
	const isMeant = ({ at, is }: Chat) =>
		Number.isNaN(at) ? Boolean(is.last_inbox_message) : at >= since;
	// A list that shifts may give a chat twice.
	const toRead = chats.filter((chat) => isMeant(chat) && isToRead(marks, chat));
	const byUser = new Map(toRead.map((chat) => [userOf(chat), chat]));
	const { given: read, isWhole: isEach } = await ofEach(
		poll.api,
		[...byUser.values()],
		(chat) => `Chat '${userOf(chat)}'`,
		async (chat) => await messagesOf(poll, chat, { since: readFrom(marks, chat, since), short }),
	);
	const isStill = look.still && read.every((one) => one.still);
	const users = new Set(read.filter((one) => one.still).map(({ chat }) => userOf(chat)));
	const looked = {
		things: chats,
		toRead,
		read: toRead.filter((chat) => users.has(userOf(chat))),
		isWhole,
		still: isStill,
		now: present(poll.api),
	};
	return {
		happenings: read.flatMap(({ happenings }) => happenings),
		// The place up to which all was read is moved by what shows all.
		still: isStill && isEach && isWhole,
		// What the latest chats do not tell of is as it was.
		short: shortIn([look, ...read, isWhole ? {} : { short }]),
		looks: { ...next, marks: marked(marks, looked) },
	};
}

/** The messages since a time of the latest chats, where all were read in the last `every` milliseconds; else undefined. */
async function latestSince(poll: Poll, wanted: Wanted, every: number) {
	const { looks } = poll.state ?? {};
	const latest = looks && (await latestChats(poll, looks, { since: wanted.since, every }));
	return latest && (await readChats(poll, latest, wanted));
}

/** The messages since a time: of the latest chats, or where that is not enough, of all, if there is time to list them. */
async function messagesSince(poll: Poll, wanted: Wanted) {
	const { looks, seen = {} } = poll.state ?? {};
	const latest = await latestSince(poll, wanted, poll.fields.get('fullReading') * MINUTE);
	if (latest) {
		const fresh = latest.happenings.filter(({ id }) => !Object.hasOwn(seen, id));
		// What is given before all was read has to be remembered until then.
		if (Object.keys(seen).length + fresh.length <= MOST) return latest;
	}
	const all = await allChats(poll, wanted, looks).catch((reason: unknown) => {
		if (!(reason instanceof OutOfTime)) throw reason;
	});
	if (all) return await readChats(poll, all, wanted);
	const found = latest ?? (await latestSince(poll, wanted, Infinity)) ?? poll.api.fail(...TOO_MANY);
	return { ...found, looks: triedNow(poll, found.looks) };
}

const TOO_MANY = [
	'There are more chats than can be listed in the time of a poll',
	"Allow more 'Calls in Flight' in the node's settings. Nothing is lost: the next poll tries again.",
] as const;

/** Chats have no filter by time (docs/evidence/koda.md §3.2), so they are listed, and those with new messages are read. */
export const newChatMessage = kodaEvents(FORM)({
	name: 'New Chat Message',
	value: 'newChatMessage',
	description: 'A message was written in a chat, by the person or by the bot',
	fields: [bot, includeModerator, fullReading],
	scope: botOf,
	poll: async (poll) => {
		const place = poll.state && omit(poll.state, 'looks');
		const { items, state, seen } = await newRows(
			{ ...poll, state: place },
			async (since, { short }) => await messagesSince(poll, { since: since.toMillis(), short }),
		);
		const all = poll.fields.get('includeModerator');
		// `moderator` is the only type that KODA shows (docs/evidence/koda.md §5).
		const given = items.filter(({ type }) => all || type !== 'moderator');
		const marks = marksSince(seen.looks.marks, state.until - OVERLAP);
		return { items: given, state: { ...state, looks: { ...seen.looks, marks } } };
	},
});
