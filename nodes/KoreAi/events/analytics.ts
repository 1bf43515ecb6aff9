import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../shared/fields/commonFields';
import { inUtc } from '../../shared/fields/dates';
import type { Cursor } from '../../shared/trigger/cursor';
import { idOf, newRows, timeOf } from '../../shared/trigger/newRows';
import { eventsOf, type PollContext } from '../../shared/trigger/poll';
import { stableList, type StableList } from '../../shared/trigger/stableList';
import { channels, METRICS, simplify as simplifyRecord } from '../analytics/analytics';
import { AUDITS, AUDIT_KEY, auditPaging } from '../analytics/auditLog';
import { CHANGES, changePaging } from '../analytics/changeLog';
import { FEEDBACK, simplify as simplifyFeedback } from '../analytics/feedback';
import { byTime, metricPaging } from '../analytics/metrics';
import type { Operations } from '../contract';
import { bot, botOf } from '../locators';
import { dayText } from '../period';
import { latestNow, ofBot, type Calling } from './events';

type Poll = Pick<PollContext<Operations, Cursor>, 'api' | 'state' | 'start'>;

/** What is new in a list whose rows have an ID, by `key`, and a time. */
const newIn = async (
	poll: Poll,
	key: readonly [string, ...string[]],
	time: string,
	read: (since: DateTime) => Promise<StableList>,
) =>
	await newRows(poll, async (since) => {
		const { rows, still } = await read(since);
		const happenings = rows.map((row: IDataObject) => ({
			id: idOf(poll.api, row, ...key),
			at: timeOf(row[time]),
			is: row,
		}));
		return { happenings, still };
	});

/** From a time up to now, as texts. */
const datesFrom = (api: Calling['api'], since: DateTime) => ({
	from: String(inUtc(since)),
	to: String(inUtc(latestNow(api))),
});

const feedbackGiven = eventsOf<Operations, Cursor>()({
	name: 'Feedback Given',
	value: 'feedbackGiven',
	description: 'Somebody answered a survey of the bot',
	simplify: simplifyFeedback,
	...ofBot,
	poll: async (poll) =>
		await newIn(poll, ['_id'], 'timestamp', async (since) => {
			const body = { filters: datesFrom(poll.api, since), sort: byTime('asc') };
			const input = { path: botOf(poll.fields), body };
			const looking = { key: ['_id'], paging: metricPaging };
			return await stableList(poll.api, FEEDBACK, [input], looking);
		}),
});

const filters = collection('Filters', [channels]);

const unhandledUtterance = eventsOf<Operations, Cursor>()({
	name: 'Unhandled Utterance',
	value: 'unhandledUtterance',
	description: 'The bot did not know what to do with what somebody said',
	simplify: simplifyRecord,
	fields: [bot, filters],
	// Each once and in one order: in which they were entered is no matter.
	scope: (fields) => [botOf(fields), [...new Set(fields.group('filters').get('channels'))].sort()],
	poll: async (poll) =>
		await newIn(poll, ['_id'], 'timestamp', async (since) => {
			const channel = poll.fields.group('filters').get('channels');
			const body = {
				type: 'unhandledutterance' as const,
				filters: { ...datesFrom(poll.api, since), channel },
				sort: byTime('asc'),
			};
			const input = { path: botOf(poll.fields), body };
			const looking = { key: ['_id'], paging: metricPaging };
			return await stableList(poll.api, METRICS, [input], looking);
		}),
});

const auditLogEntry = eventsOf<Operations, Cursor>()({
	name: 'Audit Log Entry',
	value: 'auditLogEntry',
	description: 'Something was done in the Admin Console',
	fields: [],
	scope: () => 'account',
	poll: async (poll) =>
		await newIn(poll, AUDIT_KEY, 'Date/Time', async (since) => {
			const { from, to } = datesFrom(poll.api, since);
			const input = { query: { fromDate: from, toDate: to } };
			const looking = { key: AUDIT_KEY, paging: auditPaging };
			return await stableList(poll.api, AUDITS, [input], looking);
		}),
});

const changeLogEntry = eventsOf<Operations, Cursor>()({
	name: 'Change Log Entry',
	value: 'changeLogEntry',
	description: 'Something was changed in the bot',
	...ofBot,
	poll: async (poll) =>
		await newIn(poll, ['_id'], 'createdOn', async (since) => {
			// Whose days they are was not found, so the one before is asked for, too.
			const query = { startDate: dayText(since.minus({ days: 1 })) };
			const input = { path: botOf(poll.fields), query };
			const looking = { key: ['_id'], paging: changePaging };
			return await stableList(poll.api, CHANGES, [input], looking);
		}),
});

export const analyticsEvents = [feedbackGiven, unhandledUtterance, auditLogEntry, changeLogEntry];
