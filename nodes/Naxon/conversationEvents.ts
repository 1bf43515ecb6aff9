import { omit } from 'lodash';
import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { collection } from '../shared/fields/commonFields';
import {
	CURSOR,
	CURSOR_PARTS,
	OVERLAP,
	type Cursor,
	type Happening,
} from '../shared/trigger/cursor';
import { orNone, thingOf, type StateForm } from '../shared/trigger/form';
import {
	isMarks,
	isToRead,
	marked,
	marksFrom,
	marksSince,
	type Marks,
	type Thing,
} from '../shared/trigger/marks';
import { checkTimes, idOf, newRows, ofEach, present, timeOf } from '../shared/trigger/newRows';
import { eventsOf, type PollContext } from '../shared/trigger/poll';
import { shortIn, stableList, type StableList } from '../shared/trigger/stableList';
import { naxon } from './api';
import type { Operations } from './contract';
import { anyModel } from './locators';

type Context = PollContext<Operations, Cursor, { model?: string }>;

const event = eventsOf<Operations, Cursor>(CURSOR);

/** The conversations whose time, `created_at` or `updated_at`, is at or after `since`. */
async function conversationsSince(
	{ api, fields, timezone }: Context,
	sort: 'created_at' | 'updated_at',
	since: DateTime,
	short?: number,
): Promise<StableList> {
	const query = { sort, since: naxon.dateText?.(since.setZone(timezone)) };
	const model = fields.get('model');
	return model === undefined
		? await stableList(api, 'conversation.getAll', [{ query }], { key: ['id'], short })
		: await stableList(
				api,
				'conversation.getAllOfModel',
				[{ path: { model_id: Number(model) }, query }],
				{
					key: ['id'],
					short,
				},
			);
}

/** An event that a conversation has each time that its `time` is a new one (docs/evidence/naxon.md §6). */
const conversationEvent = (
	time: 'created_at' | 'updated_at',
	text: { name: string; value: string; description: string },
) =>
	event({
		...text,
		fields: [anyModel],
		scope: (fields) => fields.get('model'),
		poll: async (poll) =>
			await newRows(poll, async (since, pace) => {
				const { rows, still, short } = await conversationsSince(poll, time, since, pace.short);
				const happenings = rows.map((row) => ({
					id: idOf(poll.api, row, 'id', time),
					at: timeOf(row[time]),
					is: row,
				}));
				return { happenings, still, short };
			}),
	});

/** Messages have no time filter, so all of a conversation are read, and told apart by ID (docs/evidence/naxon.md §6). */
async function messagesOf(poll: Context, conversation: IDataObject, known?: number) {
	const { id, model_id, model_name, platform, platform_user_id } = conversation;
	const path = { conversation_id: id as number };
	// Without a key: of IDs that JSON has rounded, all but one would be lost.
	const looking = { short: known };
	const { rows, still, short } = await stableList(poll.api, 'message.getAll', [{ path }], looking);
	const happenings = rows.map((row) => ({
		// JSON has rounded large IDs, so that two may look like one.
		id: `${String(id)}/${idOf(poll.api, row, 'id', 'seq')}`,
		at: timeOf(row.created_at),
		is: { ...row, conversation_id: id, model_id, model_name, platform, platform_user_id },
	}));
	return { happenings, still, short };
}

/** What is kept between two polls for messages: the place, and how the conversations were that were read. */
interface State extends Cursor {
	marks?: Marks;
}

const FORM: StateForm<State> = {
	number: 1,
	fits: thingOf<State>({ ...CURSOR_PARTS, marks: orNone(isMarks) }),
};

const toThing =
	({ api }: Context) =>
	(is: IDataObject): Thing<IDataObject> => ({
		id: idOf(api, is, 'id'),
		at: timeOf(is.updated_at),
		content: [is],
		is,
	});

/** The messages of the conversations that changed: that a message updates its conversation is inferred. */
async function readMessages(poll: Context, since: DateTime, before: Marks, short?: number) {
	const conversations = await conversationsSince(poll, 'updated_at', since, short);
	// A list that shifts may give a conversation twice.
	const seen = conversations.rows.map(toThing(poll)).map((thing) => [thing.id, thing] as const);
	const things = [...new Map(seen).values()];
	const toRead = things.filter((thing) => isToRead(before, thing));
	const { given, isWhole } = await ofEach(
		poll.api,
		toRead,
		({ id }) => `Conversation ${id}`,
		async (thing) => ({ thing, ...(await messagesOf(poll, thing.is, short)) }),
	);
	const messages = given.flatMap(({ happenings }) => happenings);
	checkTimes(poll.api, messages);
	// Conversations that change without a message move the cursor on, or they would be read for ever.
	const changes = things.map(({ at, is }) => ({
		id: idOf(poll.api, is, 'id', 'updated_at'),
		at,
		is: undefined,
	}));
	const still = conversations.still && given.every((one) => one.still);
	const read = given.filter((one) => one.still).map(({ thing }) => thing);
	const looked = { things, toRead, read, isWhole: true, still, now: present(poll.api) };
	const happenings: Array<Happening<IDataObject | undefined>> = [...messages, ...changes];
	return {
		happenings,
		still: still && isWhole,
		short: shortIn([conversations, ...given]),
		marks: marked(before, looked),
	};
}

const newMessage = eventsOf<Operations, State>(FORM)({
	name: 'New Message',
	value: 'newMessage',
	description: 'A message was written in a conversation, by a person or by the chatbot',
	fields: [
		anyModel,
		collection('Filters', [
			{
				displayName: 'Sender',
				name: 'sender',
				type: 'string',
				default: '',
				placeholder: 'e.g. user',
				description:
					'Only messages of this sender. Naxon shows user in its samples; its words for others were not found.',
			},
		]),
	],
	scope: (fields) => fields.get('model'),
	poll: async (poll) => {
		const sender = poll.fields.group('filters').get('sender');
		const place = poll.state && omit(poll.state, 'marks');
		const { items, state, seen } = await newRows(
			{ ...poll, state: place },
			async (since, { short }) =>
				await readMessages(poll, since, poll.state?.marks ?? marksFrom(since.toMillis()), short),
		);
		const wanted = (row?: IDataObject): row is IDataObject =>
			row !== undefined && (sender === undefined || row.sender === sender);
		const marks = marksSince(seen.marks, state.until - OVERLAP);
		return { items: items.filter(wanted), state: { ...state, marks } };
	},
});

/** The events of Naxon Conversation Trigger. */
export const events = [
	newMessage,
	conversationEvent('created_at', {
		name: 'New Conversation',
		value: 'newConversation',
		description: 'A conversation began',
	}),
	conversationEvent('updated_at', {
		name: 'Updated Conversation',
		value: 'updatedConversation',
		description: 'A conversation began or changed, such as by a message',
	}),
];
