import type { IDataObject } from 'n8n-workflow';

import type { Page } from './operation';
import { inParallel } from './pool';

/** Which rows of a list are wanted. */
export interface Window {
	/** Rows at most; all without it. */
	limit?: number;
	/** Rows per call. */
	pageSize?: number;
	/** Field that tells rows apart, so that a row which moves to the next page while reading comes once. */
	key?: string;
}

/** Called when a list does not end; has to throw. */
type Fail = (what: string, wayOut: string) => never;

const MAX_PAGES = 10_000;

/**
 * Reads a page-numbered list: the first page alone, the rest `parallel` at a time as far as the first one says how many there are
 * and `limit` needs them, then one by one while the service says that more follow. Never a page more than `limit` needs.
 */
export async function readPages(
	fetch: (page: number) => Promise<Page>,
	{ limit = Infinity, key }: Window,
	fail: Fail,
	parallel = 1,
): Promise<IDataObject[]> {
	const collected = new Rows(key);
	const first = await fetch(1);
	collected.add(first.rows);
	if (first.last || first.rows.length === 0 || collected.size >= limit)
		return collected.upTo(limit);

	// The service may give fewer rows per page than it was asked for.
	const known = Math.min(first.pages ?? 1, Math.ceil(limit / first.rows.length));
	if (known > MAX_PAGES) refuseMore(fail);
	const ahead: Page[] = [];
	await inParallel(known - 1, parallel, async (index) => {
		ahead[index] = await fetch(index + 2);
	});
	for (const page of ahead) collected.add(page.rows);

	let previous = ahead[ahead.length - 1] ?? first;
	let { last } = previous;
	let stale = 0;
	for (let number = known + 1; !last && collected.size < limit; number++) {
		if (number > MAX_PAGES) refuseMore(fail);
		const page = await fetch(number);
		last = page.last || page.rows.length === 0;
		// One page without a new row can come of rows that moved on while reading.
		stale = collected.add(page.rows) && !sameRows(page, previous) ? 0 : stale + 1;
		previous = page;
		if (stale > 1 && !last) refuseRepeat(fail);
	}
	return collected.upTo(limit);
}

/** Reads a list whose pages name the next one: one after another, until none is named or `limit` is reached. */
export async function readCursor(
	fetch: (cursor: string | undefined) => Promise<{ rows: IDataObject[]; next?: string }>,
	{ limit = Infinity, key }: Window,
	fail: Fail,
): Promise<IDataObject[]> {
	const collected = new Rows(key);
	let cursor: string | undefined;
	for (let number = 1; ; number++) {
		const { rows, next } = await fetch(cursor);
		collected.add(rows);
		if (!next || collected.size >= limit) return collected.upTo(limit);
		if (next === cursor) refuseRepeat(fail);
		if (number >= MAX_PAGES) refuseMore(fail);
		cursor = next;
	}
}

/** Rows in order of arrival; with a key, the first of several with the same value. */
class Rows {
	private readonly rows: IDataObject[] = [];

	private readonly seen = new Set<unknown>();

	constructor(private readonly key?: string) {}

	get size(): number {
		return this.rows.length;
	}

	/** Whether any row was new. */
	add(rows: IDataObject[]): boolean {
		const before = this.size;
		for (const row of rows) {
			const id = this.key && row[this.key];
			// JSON has rounded larger numbers, so that two may look like one.
			const tells = typeof id !== 'number' || Number.isSafeInteger(id);
			if (tells && id !== undefined && this.seen.has(id)) continue;
			this.seen.add(id);
			this.rows.push(row);
		}
		return this.size > before;
	}

	upTo(limit: number): IDataObject[] {
		return this.rows.slice(0, limit);
	}
}

const sameRows = (one: Page, other: Page) =>
	JSON.stringify(one.rows) === JSON.stringify(other.rows);

const refuseMore = (fail: Fail) =>
	fail(`The list has more than ${MAX_PAGES} pages`, "Set a 'Limit', or a larger 'Page Size'.");

const refuseRepeat = (fail: Fail) =>
	fail(
		'The list repeats itself: the service gives the same page again',
		"Set a 'Limit' no larger than one page.",
	);
