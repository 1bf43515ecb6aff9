import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../shared/fields/commonFields';
import { CURSOR, type Cursor } from '../../shared/trigger/cursor';
import { idOf, newRows, timeOf } from '../../shared/trigger/newRows';
import type { HeldSoFar, Pace } from '../../shared/trigger/periods';
import { eventsOf, type PollContext } from '../../shared/trigger/poll';
import { stableList } from '../../shared/trigger/stableList';
import { channels, METRICS, simplify as simplifyRecord } from '../analytics/analytics';
import { AUDITS, AUDIT_KEY, auditPaging } from '../analytics/auditLog';
import { CHANGES, changePaging } from '../analytics/changeLog';
import { FEEDBACK, simplify as simplifyFeedback } from '../analytics/feedback';
import { byTime, metricPaging } from '../analytics/metrics';
import type { Operations } from '../contract';
import { bot, botOf } from '../locators';
import { dayText } from '../period';
import { latestNow, lookSince, ofBot } from './events';

type Poll = Pick<PollContext<Operations, Cursor>, 'api' | 'state' | 'start' | 'goesOn'>;

/** What is new in a list whose rows have an ID, by `key`, and a time. */
const newIn = async (
	poll: Poll,
	key: readonly [string, ...string[]],
	time: string,
	read: (since: DateTime, pace: Pace) => Promise<HeldSoFar>,
) =>
	await newRows(poll, async (since, pace) => {
		const { rows, ...held } = await read(since, pace);
		const happenings = rows.map((row: IDataObject) => ({
			id: idOf(poll.api, row, ...key),
			at: timeOf(row[time]),
			is: row,
		}));
		return { happenings, ...held };
	});

/** From a time up to now. */
const upToNow = ({ api }: Poll, since: DateTime) => ({ from: since, to: latestNow(api) });

const feedbackGiven = eventsOf<Operations, Cursor>(CURSOR)({
	name: 'Feedback Given',
	value: 'feedbackGiven',
	description: 'Somebody answered a survey of the bot',
	simplify: simplifyFeedback,
	...ofBot,
	poll: async (poll) =>
		await newIn(poll, ['_id'], 'timestamp', async (since, pace) => {
			const path = botOf(poll.fields);
			return await lookSince(poll, FEEDBACK, upToNow(poll, since), pace, {
				inputsOf: (filters) => [{ path, body: { filters, sort: byTime('asc') } }],
				key: ['_id'],
				paging: metricPaging,
			});
		}),
});

const filters = collection('Filters', [channels]);

const unhandledUtterance = eventsOf<Operations, Cursor>(CURSOR)({
	name: 'Unhandled Utterance',
	value: 'unhandledUtterance',
	description: 'The bot did not know what to do with what somebody said',
	simplify: simplifyRecord,
	fields: [bot, filters],
	// Each once and in one order: in which they were entered is no matter.
	scope: (fields) => [botOf(fields), [...new Set(fields.group('filters').get('channels'))].sort()],
	poll: async (poll) =>
		await newIn(poll, ['_id'], 'timestamp', async (since, pace) => {
			const path = botOf(poll.fields);
			const channel = poll.fields.group('filters').get('channels');
			const common = { type: 'unhandledutterance', sort: byTime('asc') } as const;
			return await lookSince(poll, METRICS, upToNow(poll, since), pace, {
				inputsOf: (dates) => [{ path, body: { ...common, filters: { ...dates, channel } } }],
				key: ['_id'],
				paging: metricPaging,
			});
		}),
});

const auditLogEntry = eventsOf<Operations, Cursor>(CURSOR)({
	name: 'Audit Log Entry',
	value: 'auditLogEntry',
	description: 'Something was done in the Admin Console',
	fields: [],
	scope: () => 'account',
	poll: async (poll) =>
		await newIn(
			poll,
			AUDIT_KEY,
			'Date/Time',
			async (since, pace) =>
				await lookSince(poll, AUDITS, upToNow(poll, since), pace, {
					inputsOf: ({ from, to }) => [{ query: { fromDate: from, toDate: to } }],
					key: AUDIT_KEY,
					paging: auditPaging,
				}),
		),
});

const changeLogEntry = eventsOf<Operations, Cursor>(CURSOR)({
	name: 'Change Log Entry',
	value: 'changeLogEntry',
	description: 'Something was changed in the bot',
	...ofBot,
	poll: async (poll) =>
		await newIn(poll, ['_id'], 'createdOn', async (since, { short }) => {
			// Whose days they are was not found, so the one before is asked for, too.
			const query = { startDate: dayText(since.minus({ days: 1 })) };
			const input = { path: botOf(poll.fields), query };
			const looking = { key: ['_id'], paging: changePaging, short };
			return { ...(await stableList(poll.api, CHANGES, [input], looking)), isAll: true };
		}),
});

export const analyticsEvents = [feedbackGiven, unhandledUtterance, auditLogEntry, changeLogEntry];
