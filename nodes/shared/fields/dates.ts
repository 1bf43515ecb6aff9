import { DateTime, type DurationLike } from 'luxon';

/** Smaller numbers are rather a year or a written-out date than seconds: this one is in 1973. */
const UNIX_FROM = 100_000_000;

const MILLISECONDS_FROM = 100_000_000_000;

/** Longer ones are rather a written-out date or microseconds than milliseconds: this one is in 2286. */
const MILLISECONDS_TO = 10_000_000_000_000;

/** Digits that are a date and an hour, such as 202601310900, or a text that begins with 0, are no Unix time. */
const WRITTEN_OUT =
	/^0|^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/;

/** Digits alone could be a year, a day or a time of day, but for a year, month and day of these centuries. */
const CLEAR = /^(?:[+-]\d{6}|\d{4})-|^(?:19|20|21)\d{6}(?:T|$)|^T?\d{1,2}:/i;

/**
 * Reads any date a user can give: ISO 8601 in its forms with marks and as 20260131, `HH:mm`, a Luxon object, a Date, Unix
 * seconds or milliseconds. Forms without an offset are read in `zone`; the result is in `zone`. Undefined when it is no
 * date, or could be one of several.
 */
export function toDateTime(value: unknown, zone: string): DateTime | undefined {
	const date = parse(value, zone);
	return date?.isValid ? date.setZone(zone) : undefined;
}

function parse(value: unknown, zone: string): DateTime | undefined {
	if (value instanceof Date) return DateTime.fromJSDate(value);
	if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,}$/.test(value.trim()))) {
		const unix = Number(value);
		if (WRITTEN_OUT.test(String(value).trim())) return undefined;
		if (unix < UNIX_FROM || unix >= MILLISECONDS_TO) return undefined;
		return unix < MILLISECONDS_FROM ? DateTime.fromSeconds(unix) : DateTime.fromMillis(unix);
	}
	if (typeof value === 'string') {
		const text = value.trim();
		if (!CLEAR.test(text)) return undefined;
		const iso = DateTime.fromISO(text, { zone });
		return iso.isValid ? iso : DateTime.fromSQL(text, { zone });
	}
	// A Luxon object of another copy of Luxon (n8n's own) is no instance of ours.
	if (typeof (value as { toISO?: unknown })?.toISO === 'function') {
		return DateTime.fromISO(String((value as DateTime).toISO()), { setZone: true });
	}
	return undefined;
}

/** Hours and minutes, with seconds or an offset that do not count. */
const CLOCK = /^T?(\d{1,2}):([0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** Tables and languages put a time of day into 1899-12-30, 1900-01-01, 1904-01-01, 1970-01-01 or 2000-01-01. */
const isDummy = ({ year, ordinal }: DateTime) => year < 1971 || (year === 2000 && ordinal === 1);

/**
 * Reads a time of day as `HH:mm`: written as such, or that of a date in `zone`. In a date that stands for none, such as
 * 1899-12-30, and with an offset alone, the clock stays as it is written. Undefined when it is no time of day.
 */
export function toTimeOfDay(value: unknown, zone: string): string | undefined {
	// A date that is an object has no text of its own, and another object may have none at all.
	const text = typeof value === 'object' ? '' : String(value).trim();
	const [, hour, minute] = CLOCK.exec(text) ?? [];
	if (hour) return Number(hour) < 24 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
	if (typeof value !== 'object' && !/\d[T ]\d{1,2}:|^\d{9,}$/.test(text)) return undefined;
	const written = asWritten(value);
	const date = written && isDummy(written) ? written : toDateTime(value, zone);
	return date?.toFormat('HH:mm');
}

/** A date in the zone that it is written in, UTC for a Date. */
function asWritten(value: unknown): DateTime | undefined {
	if (value instanceof Date) return DateTime.fromJSDate(value, { zone: 'utc' });
	const text = typeof value === 'object' ? (value as DateTime | null)?.toISO?.() : value;
	if (typeof text !== 'string' || !CLEAR.test(text.trim())) return undefined;
	const iso = DateTime.fromISO(text.trim(), { setZone: true });
	const date = iso.isValid ? iso : DateTime.fromSQL(text.trim(), { setZone: true });
	return date.isValid ? date : undefined;
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
