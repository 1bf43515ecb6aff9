import { collection, texts } from '../../shared/fields/commonFields';
import type { Cursor } from '../../shared/trigger/cursor';
import type { Fields } from '../../shared/fields/fields';
import { follow, idOf, timeOf } from '../../shared/trigger/newRows';
import { botOf, koreAi } from '../api';
import { botFields, datesSince, lookAtEach, shown, type KoreEvent } from './events';
import { simplify } from '../message';

/** V2 gives up to 10,000 in one call (docs/evidence/kore-ai.md §3.4). */
const LOOKING = { paging: { ...koreAi.paging, size: 1000 }, key: '_id' };

/** Each once and in one order: in which they were entered is no matter. */
const channelTypesOf = (fields: Fields) => {
	const chosen = fields.group('filters').get<string[] | undefined>('channelTypes');
	return chosen && [...new Set(chosen)].sort();
};

const newMessage: KoreEvent<Cursor> = {
	name: 'New Message',
	value: 'newMessage',
	description: 'A person or the bot wrote a message',
	fields: [
		...botFields,
		collection('Filters', [
			texts(
				'Channel Types',
				'channelTypes',
				'Channel Type',
				'Channels to look at, such as rtm, msteams, sms or ivr. Without any: rtm (web and mobile), which is what Kore.ai takes.',
			),
			{
				displayName: 'Message Type',
				name: 'messageType',
				type: 'options',
				options: [
					{ name: 'Incoming', value: 'incoming', description: 'From the person' },
					{ name: 'Outgoing', value: 'outgoing', description: 'From the bot' },
				],
				default: 'incoming',
				description: 'Only messages of this type',
			},
		]),
	],
	about: (fields, api) => [botOf({ api, fields }), channelTypesOf(fields)],
	poll: async (poll) => {
		const filters = poll.fields.group('filters');
		const type = filters.get<string | undefined>('messageType');
		const channels = channelTypesOf(poll.fields) ?? [undefined];
		const path = botOf(poll);
		const { items, state } = await follow(poll, async (since) => {
			const dates = datesSince(poll, since);
			const inputs = channels.flatMap((channelType) =>
				dates.map((body) => ({ path, body: { ...body, channelType } })),
			);
			const { rows, still } = await lookAtEach(poll, 'message.getAllV2', inputs, LOOKING);
			const happenings = rows.map((row) => ({
				id: idOf(poll.api, row, '_id'),
				at: timeOf(row.createdOn),
				is: row,
			}));
			return { happenings, still };
		});
		const wanted = items.filter((row) => type === undefined || row.type === type);
		return { items: shown(poll.fields, wanted, simplify), state };
	},
};

export const messageEvents: KoreEvent[] = [newMessage];
