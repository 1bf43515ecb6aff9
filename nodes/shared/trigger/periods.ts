import { DateTime, Duration, type DurationLike } from 'luxon';

import type { Client } from '../call/client';
import type { Period } from '../fields/dates';
import { shortIn, type StableList } from './stableList';

/** Pages that one list of a part has at most: with more it is halved, so that a part takes no long time. */
export const PAGES = 25;

/** The shortest part, in milliseconds: some services know no shorter time. */
const LEAST = 1000;

/** How a poll may read what takes long. */
export interface Pace {
	/** Whether there is time to begin another part. */
	goesOn?: () => boolean;
	/** How long parts are, in milliseconds, where an earlier poll found more than can be read at once. */
	step?: number;
	/** How many rows an earlier poll missed: see `StableList`. */
	short?: number;
}

/** What a part of a period held. */
interface Held extends StableList {
	/** Its rows, as a share of those that are read at once. From 1 on, not all may have been read. */
	share: number;
}

/** What a period held, as far as it was read. */
export interface HeldSoFar extends StableList {
	/** Up to where all was read, in milliseconds since 1970; undefined if that is its end, or nothing. */
	upTo?: number;
	/** Whether it was read to its end, still or not. */
	isAll: boolean;
	/** How long parts are to be in the next poll, where there is more than can be read at once. */
	step?: number;
}

/** How a period is read. */
interface Reading extends Omit<Pace, 'short'> {
	period: Period;
	/** The longest that one list may be about, if there is one. */
	longest?: DurationLike;
	/** What a part holds; all that it holds if `isLeast`, as that is not halved. */
	read: (part: Period, isLeast: boolean) => Promise<Held>;
}

/**
 * Reads a period in parts, the earliest first, as far as the time of the poll goes; none where it ends before it
 * begins. What holds too much is halved, and the length that fits is kept for the next poll. An error ends the reading
 * where something came of it: the next poll begins with what failed.
 */
export async function inPeriods<Operations>(
	api: Client<Operations>,
	{ period, longest, read, step: before = Infinity, goesOn = () => true }: Reading,
): Promise<HeldSoFar> {
	if (period.to < period.from) return { rows: [], still: true, isAll: true };
	const end = period.to.toMillis();
	const most = longest ? Duration.fromDurationLike(longest).toMillis() : Infinity;
	const parts: Array<Held & { to: number }> = [];
	let step = Math.min(before, most);
	let isShorter = false;
	let at = period.from.toMillis();
	do {
		const to = Math.min(at + step, end);
		const isLeast = to - at <= LEAST;
		const part = { from: timeAt(at), to: timeAt(to) };
		const held = await read(part, isLeast).catch((reason: Error) => {
			if (parts.length === 0 && !isShorter) throw reason;
			api.hint(
				`${reason.message}. What was read until then is given. The next poll goes on there.`,
			);
		});
		if (!held) break;
		if (held.share >= 1 && !isLeast) {
			step = LEAST * Math.ceil((to - at) / 2 / LEAST);
			isShorter = true;
			continue;
		}
		parts.push({ ...held, to });
		at = to;
		if (held.share < 1 / 4) step = Math.min(step * 2, most);
	} while (at < end && goesOn());
	const moved = parts.findIndex(({ still }) => !still);
	const stillParts = moved < 0 ? parts : parts.slice(0, moved);
	const isAll = at >= end;
	const isMuch = !isAll || parts.reduce((sum, { share }) => sum + share, 0) >= 1;
	return {
		rows: parts.flatMap(({ rows }) => rows),
		still: stillParts.length > 0,
		short: shortIn(parts),
		isAll,
		upTo: isAll && moved < 0 ? undefined : stillParts.at(-1)?.to,
		step: isMuch ? step : undefined,
	};
}

const timeAt = (time: number) => DateTime.fromMillis(time, { zone: 'utc' });
