import type { IDataObject } from 'n8n-workflow';

import { flagOf } from '../../shared/call/answers';
import { ENTERED, checkFields, entered } from '../../shared/trigger/listing';
import { bot } from '../locators';
import { botOf, chatsOf, kodaEvents, lastMessageAt } from './event';

/** A boolean in KODA's sample (docs/evidence/koda.md §5); other forms of it are taken for the same. */
const isModerated = ({ moderator_mode: mode }: IDataObject): boolean => flagOf(mode) === true;

/** For their order: one without a date is the oldest. */
const ageOf = (chat: IDataObject): number => lastMessageAt(chat) || 0;

/** The state is the IDs of the chats under moderator mode. KODA does not say since when they are. */
export const moderatorModeSwitchedOn = kodaEvents(ENTERED)({
	name: 'Moderator Mode Switched On',
	value: 'moderatorModeSwitchedOn',
	description: 'A moderator took a chat over from the bot',
	fields: [bot],
	scope: botOf,
	poll: async (poll) => {
		const chats = await chatsOf(poll, poll.state);
		const isTold = ({ moderator_mode: mode }: IDataObject) => flagOf(mode) !== undefined;
		checkFields(poll, chats, isTold, 'moderator_mode');
		const { fresh, state } = entered(chats, isModerated, poll.state);
		const items = poll.state || poll.start ? fresh : [];
		return { items: items.toSorted((a, b) => ageOf(a) - ageOf(b)), state };
	},
});
