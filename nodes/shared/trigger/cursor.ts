import { omit } from 'lodash';

import { aNumber, orNone, recordOf, thingOf, type StateForm } from './form';

/** Something that happened at the service; `at` in milliseconds since 1970, UTC. */
export interface Happening<T> {
	/** Tells it from all others, for as long as the service may show it again. */
	id: string;
	at: number;
	is: T;
}

/** Up to where happenings were read. Plain data, kept by n8n across restarts. */
export interface Cursor {
	/** Nothing before this counts. */
	from: number;
	/** Everything up to here was seen, but for what the service shows late. Only what it showed moves it. */
	until: number;
	/** What was seen after `until` less the overlap: its time by its ID. */
	seen: Record<string, number>;
	/** When all was last read, by our clock, which may turn out wrong: kept where it makes a difference. */
	looked?: number;
	/** Where our clock said that it begins, until something later was seen. */
	began?: number;
	/** How long a time is read at once, in milliseconds, where the last poll found too much for that. */
	step?: number;
	/** How many rows were announced that did not come, and since when that is so. */
	short?: { rows: number; since: number };
}

/** What a cursor is made of. */
export const CURSOR_PARTS = {
	from: aNumber,
	until: aNumber,
	seen: recordOf(aNumber),
	looked: orNone(aNumber),
	began: orNone(aNumber),
	step: orNone(aNumber),
	short: orNone(thingOf<NonNullable<Cursor['short']>>({ rows: aNumber, since: aNumber })),
};

/** The form of a state that is a cursor. */
export const CURSOR: StateForm<Cursor> = { number: 1, fits: thingOf<Cursor>(CURSOR_PARTS) };

/** How late the service may show something, and how far its clock may be behind ours, in milliseconds. */
export const OVERLAP = 5 * 60_000;

/** How much is remembered, so that the state does not grow without end. */
export const MOST = 2000;

/** How far back the service is asked at most, if nothing happens: services take long periods badly. */
const QUIET = 24 * 60 * 60_000;

/** The time from which on the service has to be asked. By a clock that was set back, all was read long ago. */
export const askFrom = ({ until, looked = Infinity }: Cursor, now: number): number =>
	Math.max(until, looked <= now ? looked - QUIET : -Infinity) - OVERLAP;

/** From when on happenings count: what is older is known, or was never wanted. */
export const countsFrom = ({ from, until }: Cursor): number => Math.max(from, until - OVERLAP);

/** A cursor that begins at a time. */
export const cursorAt = (from: number): Cursor => ({ from, until: from, seen: {} });

/** A cursor that begins now: what the service already has, and shows from `askFrom` on, is old. */
export function cursorNow(now: number): Cursor {
	return { ...cursorAt(now), from: now - OVERLAP, began: now };
}

/**
 * What of `found` is new, the oldest first, and the cursor after it. The cursor only moves on when the list
 * held `still` while it was read: in one that shifts, something may have been skipped. There it follows
 * at a distance, once there is too much to remember; so it does where all is dated after `now`.
 */
export function advance<T>(
	cursor: Cursor,
	found: Array<Happening<T>>,
	still: boolean,
	now: number,
): { cursor: Cursor; fresh: Array<Happening<T>> } {
	const fresh = new Map<string, Happening<T>>();
	const from = countsFrom(cursor);
	for (const happening of found) {
		const { id, at } = happening;
		// What has no date, or one of long ago, cannot be told from what was seen before.
		if (at >= from && !Object.hasOwn(cursor.seen, id)) fresh.set(id, happening);
	}
	const known = [
		...Object.entries(cursor.seen),
		...[...fresh.values()].map(({ id, at }) => [id, at] as const),
	];
	// A date in the future must not hide what comes before it.
	const latest = found.reduce((last, { at }) => (at > last && at <= now ? at : last), cursor.until);
	const until = Math.max(still ? latest : cursor.until, crowdedFrom(known));
	return {
		cursor: remembering({ ...cursor, until }, known),
		fresh: [...fresh.values()].sort((a, b) => a.at - b.at),
	};
}

/** The cursor after all was read, at a time by our clock: what is older need not be asked for again. */
export function readAt(given: Cursor, now: number): Cursor {
	const cursor = omit(given, 'looked');
	const counts = cursor.began !== undefined || now - QUIET > cursor.until;
	return counts ? { ...cursor, looked: now } : cursor;
}

/** The cursor after a part was read, up to a time: as far as nothing was in it, it need not be asked for again. */
export function readUpTo(cursor: Cursor, upTo: number, now: number): Cursor {
	const { began, looked = -Infinity, until } = cursor;
	if (began !== undefined) return cursor;
	const reached = Math.max(looked <= now ? looked : -Infinity, Math.min(upTo + QUIET, now));
	return reached - QUIET > until ? { ...cursor, looked: reached } : omit(cursor, 'looked');
}

/** How many rows may be missing in lists that hold still: as many as longer than the service may show something late. */
export const shortFor = ({ short }: Cursor, now: number): number | undefined =>
	short && now - short.since >= OVERLAP ? short.rows : undefined;

/** What is kept of that, where lists lack so many rows now. */
export function shortNow({ short }: Cursor, rows: number | undefined, now: number) {
	if (rows === undefined) return undefined;
	return short?.rows === rows && short.since <= now ? short : { rows, since: now };
}

/** The cursor where our clock was set back: if it had been ahead, so had the place where it begins. */
export function setBack(cursor: Cursor, now: number): Cursor {
	const { from, until, seen, began, looked = -Infinity } = cursor;
	const by = looked - now;
	if (began === undefined || by <= OVERLAP) return cursor;
	const isUntouched = Object.keys(seen).length === 0;
	return {
		...cursor,
		from: from - by,
		began: began - by,
		until: isUntouched ? until - by : until,
	};
}

type Known = ReadonlyArray<readonly [id: string, at: number]>;

/** The cursor with what of `known` the service may show again. */
function remembering({ began = -Infinity, ...cursor }: Cursor, known: Known): Cursor {
	const seen = known.filter(([, at]) => at >= cursor.until - OVERLAP);
	const rest = { ...cursor, seen: Object.fromEntries(seen) };
	return began >= cursor.until ? { ...rest, began } : rest;
}

/** Where a cursor must be at least to remember no more than it should. */
function crowdedFrom(known: Known): number {
	const times = known.map(([, at]) => at).sort((a, b) => b - a);
	return times.length > MOST ? Math.min(times[0], times[MOST] + OVERLAP) : -Infinity;
}
