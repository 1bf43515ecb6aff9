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
	/** Everything up to here was seen, but for what the service shows late. */
	until: number;
	/** What was seen after `until` less the overlap: its time by its ID. */
	seen: Record<string, number>;
}

/** How late the service may show something, and how far its clock may be behind ours, in milliseconds. */
const OVERLAP = 5 * 60_000;

/** How much is remembered of a list that never holds still, so that the state does not grow without end. */
const MOST = 2000;

/** The time from which on the service has to be asked. */
export const askFrom = ({ until }: Cursor): number => until - OVERLAP;

/** A cursor that begins at a time. */
export const cursorAt = (from: number): Cursor => ({ from, until: from, seen: {} });

/** A cursor that begins now: what the service already has, and shows from `askFrom` on, is old. */
export function cursorNow(now = Date.now()): Cursor {
	return { ...cursorAt(now), from: now - OVERLAP };
}

/**
 * What of `found` is new, the oldest first, and the cursor after it. The cursor only moves on when the list
 * held `still` while it was read: in one that shifts, something may have been skipped. There it follows
 * at a distance, once there is too much to remember.
 */
export function advance<T>(
	cursor: Cursor,
	found: Array<Happening<T>>,
	still: boolean,
	now = Date.now(),
): { cursor: Cursor; fresh: Array<Happening<T>> } {
	const fresh = new Map<string, Happening<T>>();
	for (const happening of found) {
		const { id, at } = happening;
		// What has no date, or one of long ago, cannot be told from what was seen before.
		if (at >= Math.max(cursor.from, askFrom(cursor)) && !Object.hasOwn(cursor.seen, id)) {
			fresh.set(id, happening);
		}
	}
	// A date in the future must not hide what comes before it.
	const latest = found.reduce((last, { at }) => (at > last && at <= now ? at : last), cursor.until);
	const known = [
		...Object.entries(cursor.seen),
		...[...fresh.values()].map(({ id, at }) => [id, at] as const),
	];
	const until = still ? latest : Math.max(cursor.until, Math.min(latest, crowdedFrom(known)));
	return {
		cursor: remembering({ ...cursor, until }, known),
		fresh: [...fresh.values()].sort((a, b) => a.at - b.at),
	};
}

/** The cursor at a later time at least, for a stream in which nothing happens: what is older is shown no more. */
export function notBefore(cursor: Cursor, time: number): Cursor {
	const next = { ...cursor, until: Math.max(cursor.until, time) };
	return remembering(next, Object.entries(cursor.seen));
}

type Known = ReadonlyArray<readonly [id: string, at: number]>;

/** The cursor with what of `known` the service may show again. */
function remembering(cursor: Cursor, known: Known): Cursor {
	const seen = known.filter(([, at]) => at >= askFrom(cursor));
	return { ...cursor, seen: Object.fromEntries(seen) };
}

/** Where a cursor must be at least to remember no more than it should. */
function crowdedFrom(known: Known): number {
	const times = known.map(([, at]) => at).sort((a, b) => b - a);
	return times.length > MOST ? times[MOST] + OVERLAP : -Infinity;
}
