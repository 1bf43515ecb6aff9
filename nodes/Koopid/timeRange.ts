import { collection } from '../shared/fields/commonFields';
import { splitPeriod } from '../shared/fields/dates';
import { field, fieldList, type Field } from '../shared/fields/field';
import type { FieldsOf } from '../shared/fields/fields';

const MAX_WINDOWS = 1000;

export const fromAndTo = fieldList([
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		narrows: true,
		default: '',
		description:
			'Begin of the time range. Koopid does not say whether it may be left out, nor how long a range may be: split long ones by the option Window Size.',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		narrows: true,
		notBefore: 'from',
		default: '',
		description: 'End of the time range. Koopid does not say whether it may be left out.',
	},
]);

const timeUnit = field({
	displayName: 'Time Unit',
	name: 'timeUnit',
	type: 'options',
	options: [
		{ name: 'Milliseconds', value: 'milliseconds' },
		{ name: 'Seconds', value: 'seconds' },
	],
	default: 'milliseconds',
	description:
		'Unit of From and To since 1970. Koopid does not publish it; milliseconds are inferred.',
});

const windowDays = field({
	displayName: 'Window Size (Days)',
	name: 'windowDays',
	type: 'number',
	typeOptions: { minValue: 0.01 },
	default: 1,
	description:
		'Splits the time range into calls of so many days, since Koopid limits the range of one call and does not publish the limit. Each row says which window it is from; one exactly between two windows may come twice.',
});

/** The options that belong to From and To, beside `more`. */
export const rangeOptions = <const More extends Field[]>(...more: More) =>
	collection('Options', [timeUnit, windowDays, ...more]);

export const timeRange = <const More extends Field[]>(...more: More) =>
	fieldList([...fromAndTo, rangeOptions(...more)]);

export type RangeFields = FieldsOf<ReturnType<typeof timeRange<[]>>>;

/** One call's time range, in the unit the user chose. */
export interface Range {
	start?: number;
	end?: number;
	/** Where the range was split: this part, as ISO 8601. */
	window?: { start: string; end: string };
}

/** The time ranges to call with: the whole one, or its windows with the earliest first, which share their ends. */
export function rangesOf(fields: RangeFields): Range[] {
	const [from, to] = [fields.get('from'), fields.get('to')];
	const options = fields.group('options');
	const inSeconds = options.get('timeUnit') === 'seconds';
	const unix = (moment = from) => (inSeconds ? moment?.toUnixInteger() : moment?.toMillis());
	const days = options.get('windowDays');
	if (days === undefined) return [{ start: unix(from), end: to && unix(to) }];
	if (!from || !to) {
		return options.fail('windowDays', "needs 'From' and 'To'", 'Fill both in, or remove it.');
	}
	if (to.diff(from).as('days') / days > MAX_WINDOWS) {
		options.fail('windowDays', `makes more than ${MAX_WINDOWS} calls`, 'Choose a larger one.');
	}
	return splitPeriod({ from, to }, { days }).map((part) => ({
		start: unix(part.from),
		end: unix(part.to),
		window: { start: part.from.toISO() ?? '', end: part.to.toISO() ?? '' },
	}));
}
