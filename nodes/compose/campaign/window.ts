import { DateTime } from 'luxon';

/** Years in which campaigns are planned; others are slips, or come of a date that stands for none. */
const YEARS = { from: 2000, to: 2100 };

/** The days of the week in their own order, by number as panels have them: Sunday is 0. */
export const WEEKDAYS = [
	{ name: 'Monday', value: '1' },
	{ name: 'Tuesday', value: '2' },
	{ name: 'Wednesday', value: '3' },
	{ name: 'Thursday', value: '4' },
	{ name: 'Friday', value: '5' },
	{ name: 'Saturday', value: '6' },
	{ name: 'Sunday', value: '0' },
] as const;

/** When calls are allowed, in the workflow's time zone. */
export interface CampaignWindow {
	start: DateTime;
	end?: DateTime;
	/** Times of day, `HH:mm`. */
	from: string;
	to: string;
	/** Numbers of the weekdays, where Sunday is 0; every day without them. */
	days?: string[];
}

/** What is wrong with one of the times. */
export interface WindowFault {
	field: 'campaignStart' | 'campaignEnd' | 'allowedHoursEnd';
	/** Words that follow the name of the field. */
	what: string;
	wayOut: string;
}

const LATER = 'Choose a later date.';

/** Why nobody could be called, or a date cannot be meant; undefined when somebody could. */
export function faultOfWindow(
	{ start, end, from, to, days }: CampaignWindow,
	now: DateTime,
): WindowFault | undefined {
	if (to <= from) {
		return {
			field: 'allowedHoursEnd',
			what: "is not after 'Allowed Hours Start'",
			wayOut: 'Choose a later time of the same day.',
		};
	}
	const year = yearFault('campaignStart', start) ?? (end && yearFault('campaignEnd', end));
	if (year || !end) return year;
	const atEnd = (what: string): WindowFault => ({ field: 'campaignEnd', what, wayOut: LATER });
	if (end < start) return atEnd("is before 'Campaign Start'");
	if (end <= now) return atEnd('is over');
	// Days and hours are those of the workflow's zone.
	const begin = DateTime.max(start, now.setZone(start.zone));
	// Weekdays and hours come round in a week, and the first day may be over for today.
	for (let day = begin.startOf('day'), count = 0; day <= end && count < 8; count++) {
		const allowed = !days || days.includes(String(day.weekday % 7));
		const opens = DateTime.max(at(day, from), begin);
		const closes = DateTime.min(at(day, to), end);
		if (allowed && opens < closes) return undefined;
		day = day.plus({ days: 1 });
	}
	return atEnd('leaves no time to call: no allowed hour comes before it');
}

function yearFault(
	name: 'campaignStart' | 'campaignEnd',
	{ year }: DateTime,
): WindowFault | undefined {
	if (year >= YEARS.from && year <= YEARS.to) return undefined;
	const wayOut = `Use a date with a year from ${YEARS.from} to ${YEARS.to}.`;
	return { field: name, what: `is in the year ${year}`, wayOut };
}

/** When calling begins: after its start, at once as that is over, or not at all as it is before today. */
export type Begin = 'later' | 'atOnce' | 'beforeToday';

/** `start` in the zone whose days count. */
export function beginOf(start: DateTime, now: DateTime): Begin {
	if (start > now) return 'later';
	return start < now.setZone(start.zone).startOf('day') ? 'beforeToday' : 'atOnce';
}

function at(day: DateTime, time: string): DateTime {
	const [hour, minute] = time.split(':').map(Number);
	return day.set({ hour, minute });
}
