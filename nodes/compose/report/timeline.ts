import { maxBy, minBy } from 'lodash';
import { DateTime } from 'luxon';

/** When something was, in milliseconds of a clock that is read as UTC, and whether it is of the kind that is set off. */
export interface Moment {
	at: number;
	isMarked: boolean;
}

export interface Timeline {
	/** How long one column is. */
	unit: string;
	/** Without gaps, the earliest first. */
	columns: Array<{ label: string; count: number; marked: number }>;
}

const MINUTE_MS = 60_000;

/** What a column may be, from the finest: the whole units since some time, and how one is called. */
const UNITS = [
	{ unit: 'minute', form: 'yyyy-MM-dd HH:mm', at: (ms: number) => Math.floor(ms / MINUTE_MS) },
	{ unit: 'hour', form: 'yyyy-MM-dd HH:mm', at: (ms: number) => Math.floor(ms / MINUTE_MS / 60) },
	{ unit: 'day', form: 'yyyy-MM-dd', at: (ms: number) => Math.floor(ms / MINUTE_MS / 60 / 24) },
	{
		unit: 'month',
		form: 'yyyy-MM',
		at: (ms: number) => new Date(ms).getUTCFullYear() * 12 + new Date(ms).getUTCMonth(),
	},
	{ unit: 'year', form: 'yyyy', at: (ms: number) => new Date(ms).getUTCFullYear() },
] as const;

/** More would be too thin on a telephone. */
const MAX_COLUMNS = 62;

/** Moments counted by minute, hour, day, month or year. Undefined of none, and where 62 years are too few. */
export function timelineOf(moments: readonly Moment[]): Timeline | undefined {
	const [first, last] = [minBy(moments, 'at'), maxBy(moments, 'at')];
	if (!first || !last) return undefined;
	const found = UNITS.find(({ at }) => at(last.at) - at(first.at) < MAX_COLUMNS);
	if (!found) return undefined;
	const { unit, form, at } = found;
	const start = DateTime.fromMillis(first.at, { zone: 'utc' }).startOf(unit);
	const columns = Array.from({ length: at(last.at) - at(first.at) + 1 }, (_, index) => ({
		label: start.plus({ [unit]: index }).toFormat(form),
		count: 0,
		marked: 0,
	}));
	for (const moment of moments) {
		const column = columns[at(moment.at) - at(first.at)];
		column.count += 1;
		if (moment.isMarked) column.marked += 1;
	}
	return { unit, columns };
}
