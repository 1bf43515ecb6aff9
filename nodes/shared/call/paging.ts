import type { IDataObject } from 'n8n-workflow';

import { inParallel } from './concurrency';

/** Where a page of a list begins. */
export interface Position {
	/** From 1. */
	page: number;
	/** Rows on the pages before it. */
	skip: number;
	/** The cursor of the row before it, where the list has cursors. */
	after?: string;
}

/** One answer of a list that is read page by page. */
export interface Page {
	rows: IDataObject[];
	/** Pages in all; undefined when the service does not say. */
	pages?: number;
	/** Where the next page begins; undefined when none follows. */
	next?: Position;
	/** Rows that the service has beyond this page although none follows. */
	missing?: number;
}

/** How a service gives a list page by page. */
export interface Paging {
	/** Rows per call when the user sets nothing. */
	size: number;
	/** The values that ask for `size` rows from a position on. */
	ask: (at: Position, size: number) => IDataObject;
	/** Whether those values stand in the body instead of the query. */
	inBody?: true;
	/** Whether a page without a new row is the end: the service may not know pages. */
	endsOnRepeat?: true;
	/** The cursor of a page's last row. */
	cursor?: (last: IDataObject) => unknown;
	/**
	 * Reads an answer, of which `size` rows were asked for; `rows` is checked by the kernel.
	 * `pages` and `total` rows (in all) and `last` (whether no page follows) as far as the service says.
	 */
	read: (
		body: IDataObject,
		size: number,
	) => { rows: unknown; pages?: number; total?: number; last?: boolean };
}

/** Called when a list does not end; has to throw. */
type Fail = (what: string, wayOut: string) => never;

const MAX_PAGES = 10_000;

export const FIRST: Position = { page: 1, skip: 0 };

/** Where the page after one with `rows` begins. */
export function following(at: Position, rows: IDataObject[], { cursor }: Paging): Position {
	const last = rows.at(-1);
	const after = last && cursor?.(last);
	return {
		page: at.page + 1,
		skip: at.skip + rows.length,
		after: after === undefined ? undefined : String(after),
	};
}

/**
 * Reads a list into `collected`: the first page alone, the rest `parallel` at a time as far as the first one says
 * how many there are and `limit` needs them, then one by one while more follow. Never a page more than `limit` needs.
 */
export async function readPages(
	fetch: (at: Position) => Promise<Page>,
	collected: Rows,
	limit: number,
	fail: Fail,
	parallel = 1,
	endsOnRepeat = false,
): Promise<void> {
	const missing = limit - collected.size;
	const first = await fetch(FIRST);
	const { length } = first.rows;
	collected.add(first.rows);
	if (collected.size >= limit) return;
	if (first.missing) failGap(fail, first.missing);
	if (!first.next || length === 0) return;

	// The service may give fewer rows per page than it was asked for.
	const known = Math.min(first.pages ?? 1, Math.ceil(missing / length));
	if (known > MAX_PAGES) failTooLong(fail);
	const ahead: Page[] = [];
	await inParallel(known - 1, parallel, async (index) => {
		ahead[index] = await fetch({ page: index + 2, skip: length * (index + 1) });
	});
	for (const page of ahead) collected.add(page.rows);

	let previous = ahead[ahead.length - 1] ?? first;
	let stale = 0;
	while (previous.next && collected.size < limit) {
		if (previous.next.page > MAX_PAGES) failTooLong(fail);
		const page = await fetch(previous.next);
		// One page without a new row can come of rows that moved on while reading.
		stale = collected.add(page.rows) && !sameRows(page, previous) ? 0 : stale + 1;
		if (page.missing && collected.size < limit) failGap(fail, page.missing);
		if (stale > 0 && endsOnRepeat) return;
		if (stale > 1 && page.next) failRepeat(fail);
		previous = page;
	}
}

/** Rows in order of arrival; with a key, the first of several with the same value. */
export class Rows {
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
			const rounded = typeof id === 'number' && !Number.isSafeInteger(id);
			const tells = !rounded && id !== undefined && id !== null && id !== '';
			if (tells && this.seen.has(id)) continue;
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

const failTooLong = (fail: Fail) =>
	fail(`The list has more than ${MAX_PAGES} pages`, "Set a 'Limit', or a larger 'Page Size'.");

const failGap = (fail: Fail, missing: number) =>
	fail(
		`The list broke off: ${missing} more are said to be there, and none came`,
		"Set a 'Limit' no larger than one page, or try again later.",
	);

const failRepeat = (fail: Fail) =>
	fail(
		'The list repeats itself: the service gives the same page again',
		"Set a 'Limit' no larger than one page.",
	);
