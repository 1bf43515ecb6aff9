/** The named periods of reports, in UTC. Where they begin and end exactly was not found. */
import { DateTime, type DateTimeUnit, type DurationLike } from 'luxon';
import { ApiError } from '../../types';

/** A span of time in milliseconds since 1970; `to` is included. */
export interface Range {
	from: number;
	to: number;
}

/** Each name: the unit its days or months are whole in, how far back it begins and whether it ends before now. */
const PERIODS: Record<string, { unit: DateTimeUnit; back: DurationLike; past?: boolean }> = {
	today: { unit: 'day', back: {} },
	yesterday: { unit: 'day', back: { days: 1 }, past: true },
	last7days: { unit: 'day', back: { days: 6 } },
	last30days: { unit: 'day', back: { days: 29 } },
	thisMonth: { unit: 'month', back: {} },
	lastMonth: { unit: 'month', back: { months: 1 }, past: true },
	last3Months: { unit: 'month', back: { months: 2 } },
	thisYear: { unit: 'year', back: {} },
	lastYear: { unit: 'year', back: { years: 1 }, past: true },
};

/**
 * The span of a named period.
 *
 * @param now milliseconds since 1970
 * @throws ApiError 400 for a name that is none
 */
export function periodRange(name: string, now: number): Range {
	if (!Object.hasOwn(PERIODS, name)) throw new ApiError(400, `Unknown period ${name}`);
	const { unit, back, past } = PERIODS[name];
	const begin = DateTime.fromMillis(now, { zone: 'utc' }).startOf(unit);
	return { from: begin.minus(back).toMillis(), to: past === true ? begin.toMillis() - 1 : now };
}
