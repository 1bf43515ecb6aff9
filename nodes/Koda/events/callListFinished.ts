import type { IDataObject } from 'n8n-workflow';
import type { DateTime } from 'luxon';

import { toDateTime } from '../../shared/fields/dates';
import { simplifyCallList } from '../callList/callList';
import { callListsOf, checkFields, entered, ofBot, type KodaEvent } from './event';
import { simplify } from '../../shared/fields/commonFields';

/** `finished` is in KODA's sample; that a list is finished when all of its calls are is inferred (docs/evidence/koda.md §5). */
export function isFinished({ status, total_calls, finished_calls }: IDataObject): boolean {
	const total = Number(total_calls);
	return status === 'finished' || (total > 0 && Number(finished_calls) >= total);
}

/** The state is the IDs of the call lists that are finished. */
export const callListFinished: KodaEvent<string[]> = {
	name: 'Call List Finished',
	value: 'callListFinished',
	description: 'A campaign is over, or all of its calls are finished',
	...ofBot(simplify),
	poll: async (poll) => {
		const { fields, start, timezone } = poll;
		const lists = await callListsOf(poll, poll.state ?? []);
		checkFields(poll, lists, 'status', 'finished_calls');
		const { fresh, state } = entered(lists, isFinished, poll.state);
		const isSince = (time: DateTime, { created_at }: IDataObject) => {
			const created = toDateTime(created_at, timezone);
			return !created || created >= time;
		};
		const items = poll.state ? fresh : fresh.filter((list) => start && isSince(start, list));
		return { items: fields.get<boolean>('simplify') ? items.map(simplifyCallList) : items, state };
	},
};
