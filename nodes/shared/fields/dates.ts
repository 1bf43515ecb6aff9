import { DateTime, type DurationLike } from 'luxon';

/** Smaller numbers are rather a year or a written-out date than seconds: this one is in 1973. */
const UNIX_FROM = 100_000_000;

const MILLISECONDS_FROM = 100_000_000_000;

/**
 * Reads any date a user can give: every ISO 8601 form, `HH:mm`, a Luxon object, a Date, Unix seconds or milliseconds.
 * Forms without an offset are read in `zone`; the result is in `zone`. Undefined when it is no date.
 */
export function toDateTime(value: unknown, zone: string): DateTime | undefined {
	const date = parse(value, zone);
	return date?.isValid ? date.setZone(zone) : undefined;
}

function parse(value: unknown, zone: string): DateTime | undefined {
	if (value instanceof Date) return DateTime.fromJSDate(value);
	if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,}$/.test(value.trim()))) {
		const unix = Number(value);
		if (unix < UNIX_FROM) return undefined;
		return unix < MILLISECONDS_FROM ? DateTime.fromSeconds(unix) : DateTime.fromMillis(unix);
	}
	if (typeof value === 'string') {
		const text = value.trim();
		const iso = DateTime.fromISO(text, { zone });
		return iso.isValid ? iso : DateTime.fromSQL(text, { zone });
	}
	// A Luxon object of another copy of Luxon (n8n's own) is no instance of ours.
	if (typeof (value as { toISO?: unknown })?.toISO === 'function') {
		return DateTime.fromISO(String((value as DateTime).toISO()), { setZone: true });
	}
	return undefined;
}

/** The form of ISO 8601 in UTC with milliseconds, `2026-01-31T09:00:00.000Z`. */
export const inUtc = (date?: DateTime): string | undefined => date?.toUTC().toISO() ?? undefined;

/** A span of time, both ends included. */
export interface Period {
	from: DateTime;
	to: DateTime;
}

/** A period in parts of `length` at most, the earliest first; where one ends the next begins. */
export function splitPeriod({ from, to }: Period, length: DurationLike): Period[] {
	const parts: Period[] = [];
	let start = from;
	do {
		const end = DateTime.min(start.plus(length), to);
		parts.push({ from: start, to: end });
		start = end;
	} while (start < to);
	return parts;
}
