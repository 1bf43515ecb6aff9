import { DateTime } from 'luxon';

import { fieldList } from '../../shared/fields/field';
import type { ValuesOf } from '../../shared/fields/fields';
import type { PollContext, StartFields } from '../../shared/trigger/poll';
import { stableList, type StableList, type ListOptions } from '../../shared/trigger/stableList';
import type { Operations } from '../contract';
import { checkLength, datesBetween } from '../history';
import { bot, botOf } from '../locators';

/** What the poll of an event that is about a bot is given. */
export type BotPoll<State> = PollContext<Operations, State, ValuesOf<[typeof bot, ...StartFields]>>;

/** What it takes to call Kore.ai for the fields of the node. */
export type Calling = Pick<BotPoll<unknown>, 'api' | 'fields'>;

/** What the events have that are about all of a bot. */
export const ofBot = { fields: fieldList([bot]), scope: botOf };

/** Now, by the service's clock if ours is behind and it has said so. */
export const latestNow = ({ serviceTime = -Infinity }: Calling['api']): DateTime =>
	DateTime.fromMillis(Math.max(Date.now(), serviceTime), { zone: 'utc' });

/** The dates of the calls from a time up to now, the earliest first. Throws when 'Start From' is too long ago. */
export function datesSince({ api, fields }: Calling, since: DateTime) {
	const period = { from: since, to: latestNow(api) };
	checkLength(fields.group('options'), 'startFrom', period);
	return datesBetween(period);
}

/** What several lists hold, each read until it holds still: one per week, or per channel. */
export async function lookAtEach<Id extends keyof Operations>(
	{ api }: Calling,
	id: Id,
	inputs: Array<Operations[Id]>,
	options: ListOptions,
): Promise<StableList> {
	const looks: StableList[] = [];
	for (const input of inputs) looks.push(await stableList(api, id, [input], options));
	return {
		rows: looks.flatMap(({ rows }) => rows),
		still: looks.every(({ still }) => still),
	};
}
