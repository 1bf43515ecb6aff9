import type { IDataObject } from 'n8n-workflow';

import type { Fields } from '../../shared/fields/fields';
import type { StateForm } from '../../shared/trigger/form';
import { listingOf, type Kept, type Listing } from '../../shared/trigger/listing';
import { timeOf } from '../../shared/trigger/newRows';
import { eventsOf, type PollContext } from '../../shared/trigger/poll';
import { CHAT_KEY } from '../api';
import type { Operations } from '../contract';

/** What events of KODA are written with, that have the same kind of state. */
export const kodaEvents = <State>(form: StateForm<State>) => eventsOf<Operations, State>(form);

export type KodaContext<State, Values = object> = PollContext<
	Operations,
	State,
	{ bot: string } & Values
>;

type Bot = Fields<{ bot: string }>;

/** What the state of every event is of. */
export const botOf = (fields: Bot) => fields.get('bot');

/** What every call is about. */
export const botPath = (fields: Bot) => ({ botId: fields.get('bot') });

/** The chats of the bot, in no known order (docs/evidence/koda.md §3.2). */
export const chatsOf = async (
	poll: KodaContext<unknown>,
	before?: Kept<string[]>,
): Promise<Listing> =>
	await listingOf(poll, 'chat.getAll', { path: botPath(poll.fields) }, { key: CHAT_KEY, before });

/** When the last message of a chat was written, in milliseconds since 1970; NaN when it has none, or none with a date. */
export const lastMessageAt = ({ last_inbox_message }: IDataObject): number =>
	timeOf((last_inbox_message as IDataObject | null | undefined)?.date);

/** The call lists of the bot, the oldest first: a new one then moves no other (docs/evidence/koda.md §3.1). */
export async function callListsOf(
	poll: KodaContext<unknown>,
	before?: Kept<string[]>,
): Promise<Listing> {
	const query = { sort_by: 'created_at', sort_order: 'ASC' } as const;
	const input = { path: botPath(poll.fields), query };
	return await listingOf(poll, 'callList.getAll', input, { key: ['id'], before });
}
