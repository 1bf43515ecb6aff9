import { collection, texts } from '../../shared/fields/commonFields';
import type { FieldsOf } from '../../shared/fields/fields';
import { CURSOR, type Cursor } from '../../shared/trigger/cursor';
import { newRows, idOf, timeOf } from '../../shared/trigger/newRows';
import { eventsOf } from '../../shared/trigger/poll';
import { koreAi } from '../api';
import type { Operations } from '../contract';
import { WINDOW } from '../history';
import { bot, botOf } from '../locators';
import { simplify } from '../message';
import { lookSince, periodSince } from './events';

/** V2 gives up to 10,000 in one call (docs/evidence/kore-ai.md §3.4). */
const LOOKING = { paging: { ...koreAi.paging, size: 1000 }, key: ['_id'] };

const filters = collection('Filters', [
	texts(
		'Channel Types',
		'channelTypes',
		'Channel Type',
		'ids',
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
]);

/** Each once and in one order: in which they were entered is no matter. */
const channelTypesOf = (fields: FieldsOf<[typeof filters]>) => {
	const chosen = fields.group('filters').get('channelTypes');
	return chosen && [...new Set(chosen)].sort();
};

const newMessage = eventsOf<Operations, Cursor>(CURSOR)({
	name: 'New Message',
	value: 'newMessage',
	description: 'A person or the bot wrote a message',
	simplify,
	fields: [bot, filters],
	scope: (fields) => [botOf(fields), channelTypesOf(fields)],
	poll: async (poll) => {
		const type = poll.fields.group('filters').get('messageType');
		const channels = channelTypesOf(poll.fields) ?? [undefined];
		const path = botOf(poll.fields);
		const { items, state } = await newRows(poll, async (since, pace) => {
			const period = periodSince(poll, since);
			const { rows, ...held } = await lookSince(poll, 'message.getAllV2', period, pace, {
				...LOOKING,
				longest: WINDOW,
				inputsOf: ({ from, to }) =>
					channels.map((channelType) => ({
						path,
						body: { dateFrom: from, dateTo: to, channelType },
					})),
			});
			const happenings = rows.map((row) => ({
				id: idOf(poll.api, row, '_id'),
				at: timeOf(row.createdOn),
				is: row,
			}));
			return { happenings, ...held };
		});
		const wanted = items.filter((row) => type === undefined || row.type === type);
		return { items: wanted, state };
	},
});

export const messageEvents = [newMessage];
