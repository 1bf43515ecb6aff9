import { clamp, omit } from 'lodash';
import { DateTime } from 'luxon';
import type { IDataObject, NodeApiError } from 'n8n-workflow';

import type { Client } from '../call/client';
import { inParallel } from '../call/concurrency';
import { isTold, keyOf } from '../call/rowKey';
import { toDateTime } from '../fields/dates';
import { withContext } from '../fields/nodeError';
import {
	OVERLAP,
	advance,
	askFrom,
	cursorAt,
	cursorNow,
	readAt,
	readUpTo,
	setBack,
	shortFor,
	shortNow,
	type Cursor,
	type Happening,
} from './cursor';
import type { HeldSoFar, Pace } from './periods';

/** Rows that are read at the same time. */
const AT_ONCE = 8;

/** What the service showed, and whether its lists held still meanwhile. */
interface Seen<T> extends Pick<HeldSoFar, 'upTo' | 'step' | 'short'> {
	happenings: Array<Happening<T>>;
	still: boolean;
}

/** What a poll is given that matters here. */
interface StreamContext<Operations> extends Pick<Pace, 'goesOn'> {
	api: Client<Operations>;
	state?: Cursor;
	start?: DateTime;
}

/**
 * The present, in milliseconds since 1970: by our clock, or by the service's where ours is ahead of it. Of a place
 * that is too early nothing comes but more to read.
 */
export const present = <Operations>({ serviceTime }: Client<Operations>): number =>
	Math.min(Date.now(), serviceTime ?? Infinity);

/** The present, to tell how long something has been so: by the service's clock, which nobody sets, or where it tells none, by ours. */
export const serviceNow = <Operations>({ serviceTime }: Client<Operations>): number =>
	serviceTime ?? Date.now();

/**
 * What is new in a stream of dated rows, the oldest first, where the next poll goes on, and what `read` gave.
 * `read` is given the time from which on the service has to be asked, in UTC, and how; what it left to the next poll
 * comes then.
 * A first poll without a start gives nothing: what is there already is old.
 */
export async function newRows<Operations, T, Beside = unknown>(
	{ api, state, start, goesOn }: StreamContext<Operations>,
	read: (since: DateTime, pace: Pace) => Promise<Seen<T> & Beside>,
): Promise<{ items: T[]; state: Cursor; seen: Beside }> {
	// What happens while lists are read one after another may be missing in those read first.
	const begun = present(api);
	const cursor = state ?? (start ? cursorAt(start.toMillis()) : cursorNow(begun));
	const back = setBack(cursor, begun);
	const since = DateTime.fromMillis(askFrom(back, begun), { zone: 'utc' });
	const seen = await read(since, { goesOn, step: cursor.step, short: shortFor(cursor, begun) });
	const { happenings, still, step, upTo = Infinity } = seen;
	checkTimes(api, happenings);
	const now = Math.min(begun, present(api));
	// By what the service shows, the clock may be behind now, and was not ahead before.
	const shown = [...happenings.map(({ at }) => at), api.serviceTime ?? NaN];
	const isBehind = shown.some((time) => time > now + OVERLAP);
	const place = omit(isBehind ? cursor : back, 'step', 'short');
	const { cursor: next, fresh } = advance(place, happenings, still, Math.min(now, upTo));
	const items = state || start ? fresh.map(({ is }) => is) : [];
	const after = upTo === Infinity ? readAt(next, now) : readUpTo(next, upTo, now);
	const reached = still ? after : next;
	const short = shortNow(cursor, seen.short, begun);
	return { items, state: { ...reached, step, short }, seen };
}

/**
 * The ID of a row as text, from the field `name` and those that tell rows with the same one apart. Throws when it has
 * none: such rows could not be told apart, and all but one would be lost.
 */
export function idOf<Operations>(
	api: Client<Operations>,
	row: IDataObject,
	name: string,
	...more: string[]
): string {
	if (!isTold(row[name])) {
		api.failShape(row, `gave a row without '${name}', so it cannot be told from others`);
	}
	return more.length === 0 ? String(row[name]) : keyOf(row, [name, ...more]);
}

/** Answers that are about the service or the credential, and not about the one row that was asked for. */
const ABOUT_ALL = ['401', '429', '502', '503', '504'];

/** Whether an error is a refusal of what was asked for alone: the service may give everything else. */
export function isAboutOne(reason: unknown): boolean {
	const { httpCode } = reason as NodeApiError;
	return Number(httpCode) >= 400 && !ABOUT_ALL.includes(httpCode!);
}

/** What came of rows that were read one by one. */
interface Each<R, T> {
	/** In the order of the rows, without those that were left out. */
	given: T[];
	/** The rows that were left out. */
	left: R[];
	/** Whether none was refused: such a row is to be asked for again. */
	isWhole: boolean;
}

/**
 * What `read` gives of each row, a few at a time, or `atOnce` if that is less. A row that the service does not know any
 * more (404), or that it refuses alone, is left out, unless it gives none of them: so one does not keep back the others
 * for ever. What was refused is said in n8n's log. Any other error, and that of the last resort, says which row it is about.
 */
export async function ofEach<Operations, R, T>(
	api: Client<Operations>,
	rows: R[],
	nameOf: (row: R) => string,
	read: (row: R) => Promise<T>,
	atOnce = AT_ONCE,
): Promise<Each<R, T>> {
	const given: Array<[T]> = [];
	const gone: Error[] = [];
	const refused: Error[] = [];
	const left: R[] = [];
	await inParallel(rows.length, clamp(atOnce, 1, AT_ONCE), async (index) => {
		await read(rows[index]).then(
			(value) => void (given[index] = [value]),
			(reason: Error) => {
				const error = withContext(reason, { before: `${nameOf(rows[index])}: ` });
				if (!isAboutOne(reason)) throw error;
				left.push(rows[index]);
				((reason as NodeApiError).httpCode === '404' ? gone : refused).push(error);
			},
		);
	});
	if (left.length > 0 && left.length === rows.length) throw [...refused, ...gone][0];
	for (const { message } of refused) api.hint(`${message}. It is left out until it can be read.`);
	return { given: given.flat(), left, isWhole: refused.length === 0 };
}

/** The time of a row in milliseconds since 1970; NaN when it has none. Without an offset it is taken for UTC. */
export const timeOf = (value: unknown): number => toDateTime(value, 'utc')?.toMillis() ?? NaN;

/** What rows are silent about, in words that follow `without`, and what comes of it. */
interface Silence {
	/** What the rows are; `rows`, if left out. */
	things?: string;
	what: string;
	why: string;
	/** What is said of some among others, where it is said in other words. */
	partly?: string;
}

/**
 * Throws when all of `count` rows are silent about what a trigger goes by: one that never starts anything would say
 * nothing. Of some among others, says it in n8n's log.
 */
export function checkSilent<Operations>(
	api: Client<Operations>,
	silent: unknown[],
	count: number,
	{ things = 'rows', what, why, partly = `have no ${what}, ${why}` }: Silence,
): void {
	if (silent.length === 0) return;
	if (silent.length === count) api.failShape(silent[0], `gave ${things} without ${what}, ${why}`);
	api.hint(`${silent.length} of ${count} ${things} ${partly}.`);
}

/** `checkSilent` of the times of rows. */
export function checkTimes<Operations>(
	api: Client<Operations>,
	happenings: Array<Happening<unknown>>,
): void {
	const timeless = happenings.filter(({ at }) => Number.isNaN(at)).map(({ is }) => is);
	const why = 'so new ones cannot be told from old ones';
	const silence = { what: 'a time', why, partly: `have no time, ${why}. They are left out` };
	checkSilent(api, timeless, happenings.length, silence);
}
