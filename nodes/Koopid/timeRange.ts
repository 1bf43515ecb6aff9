import { collection } from '../shared/fields/commonFields';
import { splitPeriod } from '../shared/fields/dates';
import type { Field, Fields } from '../shared/fields/fields';

const MAX_WINDOWS = 1000;

const start: Field = {
	displayName: 'Start',
	name: 'start',
	type: 'dateTime',
	narrows: true,
	default: '',
	description:
		'Begin of the time range. Koopid does not say whether it may be left out, nor how long a range may be: split long ones by the option Window Size.',
};

const end: Field = {
	displayName: 'End',
	name: 'end',
	type: 'dateTime',
	narrows: true,
	default: '',
	description: 'End of the time range. Koopid does not say whether it may be left out.',
};

const timeUnit: Field = {
	displayName: 'Time Unit',
	name: 'timeUnit',
	type: 'options',
	options: [
		{ name: 'Milliseconds', value: 'milliseconds' },
		{ name: 'Seconds', value: 'seconds' },
	],
	default: 'milliseconds',
	description:
		'Unit of Start and End since 1970. Koopid does not publish it; milliseconds are inferred.',
};

const windowDays: Field = {
	displayName: 'Window Size (Days)',
	name: 'windowDays',
	type: 'number',
	typeOptions: { minValue: 0.01 },
	default: 1,
	description:
		'Splits the time range into calls of so many days, since Koopid limits the range of one call and does not publish the limit. Each row says which window it is from; one exactly between two windows may come twice.',
};

export const startAndEnd: Field[] = [start, end];

/** The options that belong to Start and End, beside `more`. */
export const rangeOptions = (...more: Field[]): Field =>
	collection('Options', [timeUnit, windowDays, ...more]);

export const timeRange = (...more: Field[]): Field[] => [...startAndEnd, rangeOptions(...more)];

/** One call's time range, in the unit the user chose. */
export interface Range {
	start?: number;
	end?: number;
	/** Where the range was split: this part, as ISO 8601. */
	window?: { start: string; end: string };
}

/** The time ranges to call with: the whole one, or its windows with the earliest first, which share their ends. */
export function rangesOf(fields: Fields): Range[] {
	const { from, to } = fields.period('start', 'end');
	const options = fields.group('options');
	const inSeconds = options.get<string | undefined>('timeUnit') === 'seconds';
	const unix = (moment = from) => (inSeconds ? moment?.toUnixInteger() : moment?.toMillis());
	const days = options.get<number | undefined>('windowDays');
	if (days === undefined) return [{ start: unix(from), end: to && unix(to) }];
	if (!from || !to) {
		return options.reject('windowDays', "needs 'Start' and 'End'", 'Fill both in, or remove it.');
	}
	if (to.diff(from).as('days') / days > MAX_WINDOWS) {
		options.reject('windowDays', `makes more than ${MAX_WINDOWS} calls`, 'Choose a larger one.');
	}
	return splitPeriod({ from, to }, { days }).map((part) => ({
		start: unix(part.from),
		end: unix(part.to),
		window: { start: part.from.toISO() ?? '', end: part.to.toISO() ?? '' },
	}));
}
