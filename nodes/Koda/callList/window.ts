import { DateTime } from 'luxon';

/** When calls are allowed, in the workflow's time zone. */
export interface CampaignWindow {
	start: DateTime;
	end?: DateTime;
	/** Times of day, `HH:mm`. */
	from: string;
	to: string;
	/** KODA's numbers of the weekdays, where Sunday is 0; every day without them. */
	days?: string[];
}

/** Why nobody could be called, in words that follow the name of a field; undefined when somebody could. */
export function faultOfWindow(
	{ start, end, from, to, days }: CampaignWindow,
	now: DateTime,
): { field: 'campaignEnd' | 'allowedHoursEnd'; what: string } | undefined {
	if (to <= from) return { field: 'allowedHoursEnd', what: "is not after 'Allowed Hours Start'" };
	if (!end) return undefined;
	if (end < start) return { field: 'campaignEnd', what: "is before 'Campaign Start'" };
	if (end <= now) return { field: 'campaignEnd', what: 'is over' };
	const begin = DateTime.max(start, now);
	// Weekdays and hours come round in a week, and the first day may be over for today.
	for (let day = begin.startOf('day'), count = 0; day <= end && count < 8; count++) {
		const allowed = !days || days.includes(String(day.weekday % 7));
		const opens = DateTime.max(at(day, from), begin);
		const closes = DateTime.min(at(day, to), end);
		if (allowed && opens < closes) return undefined;
		day = day.plus({ days: 1 });
	}
	return { field: 'campaignEnd', what: 'leaves no time to call: no allowed hour comes before it' };
}

function at(day: DateTime, time: string): DateTime {
	const [hour, minute] = time.split(':').map(Number);
	return day.set({ hour, minute });
}
