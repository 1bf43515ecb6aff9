import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { countOf } from '../../shared/call/answers';
import { toDateTime } from '../../shared/fields/dates';
import { ENTERED, checkFields, entered } from '../../shared/trigger/listing';
import { simplifyCallList } from '../callList/callList';
import { bot } from '../locators';
import { botOf, callListsOf, kodaEvents } from './event';

/** `finished` is in KODA's sample; that a list is finished when all of its calls are is inferred (docs/evidence/koda.md §5). */
export function isFinished({ status, total_calls, finished_calls }: IDataObject): boolean {
	const total = Number(total_calls);
	return status === 'finished' || (total > 0 && Number(finished_calls) >= total);
}

/** The state is the IDs of the call lists that are finished. */
export const callListFinished = kodaEvents(ENTERED)({
	name: 'Call List Finished',
	value: 'callListFinished',
	description: 'A campaign is over, or all of its calls are finished',
	fields: [bot],
	simplify: simplifyCallList,
	scope: botOf,
	poll: async (poll) => {
		const { start, timezone } = poll;
		const lists = await callListsOf(poll, poll.state);
		const isTold = ({ status, finished_calls }: IDataObject) =>
			Boolean(status) || countOf(finished_calls) !== undefined;
		checkFields(poll, lists, isTold, 'status', 'finished_calls');
		const { fresh, state } = entered(lists, isFinished, poll.state);
		const isSince = (time: DateTime, { created_at }: IDataObject) => {
			const created = toDateTime(created_at, timezone);
			return !created || created >= time;
		};
		const items = poll.state ? fresh : fresh.filter((list) => start && isSince(start, list));
		return { items, state };
	},
});
