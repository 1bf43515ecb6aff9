import { DateTime, type DurationLike } from 'luxon';

import { inUtc, type Period } from '../../shared/fields/dates';
import { fieldList } from '../../shared/fields/field';
import type { ValuesOf } from '../../shared/fields/fields';
import { inPeriods, PAGES, type HeldSoFar, type Pace } from '../../shared/trigger/periods';
import type { PollContext, StartFields } from '../../shared/trigger/poll';
import {
	shortIn,
	stableList,
	type StableList,
	type ListOptions,
} from '../../shared/trigger/stableList';
import { koreAi } from '../api';
import type { Operations } from '../contract';
import { checkLength } from '../history';
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

/** From a time up to now. Throws when 'Start From' is too long ago. */
export function periodSince({ api, fields }: Calling, since: DateTime): Period {
	const period = { from: since, to: latestNow(api) };
	checkLength(fields.group('options'), 'startFrom', period);
	return period;
}

interface Looking<Input> extends ListOptions {
	/** The longest that one list may be about, if there is one. */
	longest?: DurationLike;
	/** The lists of a time, such as one per channel. */
	inputsOf: (dates: { from: string; to: string }) => Input[];
}

/** What lists hold from a time on, as far as the poll may read: each part of the time until its lists hold still. */
export async function lookSince<Id extends keyof Operations>(
	{ api }: Pick<Calling, 'api'>,
	id: Id,
	period: Period,
	pace: Pace,
	{ longest, inputsOf, paging = koreAi.paging, key }: Looking<Operations[Id]>,
): Promise<HeldSoFar> {
	const most = PAGES * paging.size;
	const read = async ({ from, to }: Period, isLeast: boolean) => {
		const limit = isLeast ? undefined : most;
		const looks: StableList[] = [];
		for (const input of inputsOf({ from: String(inUtc(from)), to: String(inUtc(to)) }))
			looks.push(await stableList(api, id, [input], { paging, key, limit, short: pace.short }));
		return {
			rows: looks.flatMap(({ rows }) => rows),
			still: looks.every(({ still }) => still),
			short: shortIn(looks),
			share: Math.max(...looks.map(({ rows }) => rows.length / most)),
		};
	};
	return await inPeriods(api, { ...pace, period, longest, read });
}
