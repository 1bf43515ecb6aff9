import { isEmpty, isEqual } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import type { Window } from '../fields/fields';
import type { Fail } from '../fields/nodeError';
import { countOf, flagOf, rowsOf } from './answers';
import { inParallel } from './concurrency';
import { isTold, keyOf } from './rowKey';

/** Where a page of a list begins. */
export interface Position {
	/** From 1. */
	page: number;
	/** Rows on the pages before it. */
	skip: number;
	/** The cursor of the row before it, or that the answer before it gave, where the list has cursors. */
	after?: string;
}

/** One answer of a list that is read page by page. */
export interface Page {
	rows: IDataObject[];
	/** Pages and rows in all; undefined when the service does not say. */
	pages?: number;
	total?: number;
	/** Whether anything in the answer says that more rows follow. */
	more: boolean;
	/** Where the next page begins; undefined when none is to be asked for. */
	next?: Position;
}

/**
 * What an answer says of its list, as the service has it: flags, numbers and rows are read by the kernel, however they
 * are typed. What a service does not say is left out.
 */
export interface Announced {
	rows: unknown;
	/** The number of this page, and how many there are. */
	page?: unknown;
	pages?: unknown;
	/** Rows in all. */
	total?: unknown;
	/** Flags that no page follows, and that one does. */
	isLast?: unknown;
	hasMore?: unknown;
	/** The address of the next page. */
	nextUrl?: unknown;
	/** What asks for the next page, where answers name it; null or empty when none follows. */
	nextCursor?: unknown;
}

/** How a service gives a list page by page. */
export interface Paging {
	/** Rows per call when the user sets nothing. */
	size: number;
	/** The values that ask for `size` rows from a position on; without it, the list comes whole. */
	ask?: (at: Position, size: number) => IDataObject;
	/** Whether those values stand in the body instead of the query. */
	inBody?: true;
	/** Whether a page with fewer rows than were asked for, or than so many, is the last one if nothing says otherwise. */
	endsOnShort?: true | number;
	/** Whether a page without a new row is the end: the service may not know pages. */
	endsOnRepeat?: true;
	/** The cursor of a page's last row. */
	cursor?: (last: IDataObject) => unknown;
	read: (body: IDataObject) => Announced;
}

const MAX_PAGES = 10_000;

export const FIRST: Position = { page: 1, skip: 0 };

/** Where the page after one with `rows` begins; `named` is the cursor that the answer gave for it. */
export function following(
	at: Position,
	rows: IDataObject[],
	{ cursor }: Paging,
	named?: string,
): Position {
	const last = rows.at(-1);
	const after = named ?? (last && cursor?.(last));
	return {
		page: at.page + 1,
		skip: at.skip + rows.length,
		after: after === undefined ? undefined : String(after),
	};
}

/**
 * Reads one answer of a list, of which `size` rows were asked for from `at` on; without it, of a list that is not asked
 * for in pages. Where it contradicts itself, more rows follow. Undefined when it is no list.
 */
export function pageOf(
	body: unknown,
	paging: Paging,
	size: number,
	at?: Position,
): Page | undefined {
	const answer = paging.read(body as IDataObject);
	const [total, pages] = [countOf(answer.total), countOf(answer.pages)];
	const { page = 1, skip } = at ?? FIRST;
	// An answer without rows must not look like an empty list: it may be what a write depends on.
	const isNone = isEmpty(answer.rows ?? {}) && skip >= (total ?? pages ?? Infinity);
	const rows = rowsOf(answer.rows) ?? (isNone ? [] : undefined);
	if (!rows) return undefined;

	const isLast = flagOf(answer.isLast);
	const { nextCursor } = answer;
	const full = paging.endsOnShort === true ? size : (paging.endsOnShort ?? 0);
	const signs = [
		isLast === undefined ? undefined : !isLast,
		flagOf(answer.hasMore),
		pages === undefined ? undefined : (countOf(answer.page) ?? page) < pages,
		total === undefined ? undefined : skip + rows.length < total,
		// In samples it may be any text.
		/[/?=]/.test(String(answer.nextUrl ?? '')) || undefined,
		nextCursor === undefined ? undefined : Boolean(nextCursor),
		rows.length < full ? false : undefined,
	].filter((sign) => sign !== undefined);
	const more = signs.includes(true);
	const ended = rows.length === 0 || (signs.length > 0 || !at ? !more : false);
	const isTold = ['string', 'number'].includes(typeof nextCursor) && nextCursor !== '';
	// Without its cursor the next page cannot be asked for.
	const isLost = nextCursor !== undefined && !isTold;
	const next =
		ended || isLost || (at && !paging.ask)
			? undefined
			: following(at ?? FIRST, rows, paging, isTold ? String(nextCursor) : undefined);
	return { rows, pages, total, more, next };
}

/** What a service announced of a list and did not give. */
export interface Shortfall {
	/** Rows that came. */
	came: number;
	/** Rows in all, if it said how many. */
	total?: number;
}

/**
 * The rows of `count` lists, one list after the other, as if they were one; `fetch` gets which list, the place in it and the size of
 * the page. Answers how many pages were read, too, and what the first list lacks that announced more than it gave.
 */
export async function readLists(
	count: number,
	fetch: (list: number, at: Position, size: number) => Promise<Page>,
	{ key, limit = Infinity, pageSize }: Window,
	{ cursor, endsOnRepeat, size: usual }: Paging,
	parallel: number,
	fail: Fail,
): Promise<Listing> {
	const rows = new Rows(key);
	const size = Math.min(pageSize ?? usual, limit);
	let pages = 0;
	let missing: Shortfall | undefined;
	for (let list = 0; list < count && rows.size < limit; list++) {
		const next = async (at: Position) => {
			pages++;
			// Later pages begin where the one before ended, however long they are.
			return await fetch(list, at, Math.min(size, cursor ? limit - rows.size : Infinity));
		};
		const short = await readPages(next, rows, limit, fail, { parallel, endsOnRepeat });
		missing ??= short;
	}
	return { rows: rows.upTo(limit), pages, missing };
}

/**
 * Reads a list into `collected`, up to `limit` rows, `from` a position on: the first page alone, the rest `parallel` at a
 * time as far as the first one says how many there are and `limit` needs them, then one by one while more follow. Never a
 * page more than `limit` needs. Answers what is missing when the list ended with fewer rows than were announced.
 */
export async function readPages(
	fetch: (at: Position) => Promise<Page>,
	collected: Rows,
	limit: number,
	fail: Fail,
	{
		parallel = 1,
		endsOnRepeat,
		from = FIRST,
	}: { parallel?: number; endsOnRepeat?: true; from?: Position } = {},
): Promise<Shortfall | undefined> {
	const list = new Rows(collected.key);
	const isFull = () => collected.size >= limit;
	// The lowest counts: a list may change while it is read.
	let total: number | undefined;
	let previous: Page | undefined;
	let stale = 0;
	/** Whether to read on. */
	const take = (page: Page): boolean => {
		// One page without a new row can come of rows that moved on while reading.
		const isNew = list.add(page.rows) && !(previous && isEqual(page.rows, previous.rows));
		stale = isNew || !previous ? 0 : stale + 1;
		collected.add(page.rows);
		if (page.total !== undefined) total = Math.min(page.total, total ?? Infinity);
		previous = page;
		if (isFull() || !page.next || (stale > 0 && endsOnRepeat)) return false;
		if (stale > 1) failRepeat(fail);
		return true;
	};
	const missing = limit - collected.size;
	const first = await fetch(from);
	if (take(first)) {
		const follow = (first.pages ?? 1) - from.page + 1;
		// The service may give fewer rows per page than it was asked for.
		const known = Math.min(follow, Math.ceil(missing / first.rows.length));
		if (known > MAX_PAGES) failTooLong(fail);
		const ahead: Page[] = [];
		await inParallel(known - 1, parallel, async (index) => {
			const [page, skip] = [from.page + index + 1, from.skip + first.rows.length * (index + 1)];
			ahead[index] = await fetch({ page, skip });
		});
		let goesOn = true;
		// What was read counts, also behind a page that says that it is the last one.
		for (const page of ahead) goesOn = take(page);
		while (goesOn && previous?.next) {
			if (previous.next.page > MAX_PAGES) failTooLong(fail);
			goesOn = take(await fetch(previous.next));
		}
	}
	const isShort =
		total === undefined ? previous?.more && !previous.next : from.skip + list.size < total;
	return isShort && !isFull() ? { came: from.skip + list.size, total } : undefined;
}

/** Rows in order of arrival; with a key, without those that an earlier page had: they moved while the list was read. */
export class Rows {
	private readonly rows: IDataObject[] = [];

	private readonly seen = new Set<string>();

	/** `key`: the fields that together tell rows apart. */
	constructor(readonly key: readonly string[] = []) {}

	get size(): number {
		return this.rows.length;
	}

	/** Adds a page. Whether any of its rows was new. */
	add(page: IDataObject[]): boolean {
		const before = this.size;
		const fresh = new Set<string>();
		for (const row of page) {
			const id = this.idOf(row);
			if (id !== undefined && this.seen.has(id)) continue;
			this.rows.push(row);
			if (id !== undefined) fresh.add(id);
		}
		// Not before: one page has no row twice, whatever its ID. It shows two things that have the same one.
		for (const id of fresh) this.seen.add(id);
		return this.size > before;
	}

	upTo(limit: number): IDataObject[] {
		return this.rows.slice(0, limit);
	}

	/** Undefined when the key says nothing of the row. */
	private idOf(row: IDataObject): string | undefined {
		return isTold(row[this.key[0]]) ? keyOf(row, this.key) : undefined;
	}
}

const failTooLong = (fail: Fail) =>
	fail(`gives a list of more than ${MAX_PAGES} pages`, "Set a 'Limit', or a larger 'Page Size'.");

const failRepeat = (fail: Fail) =>
	fail(
		'gives a list that repeats itself: the same page comes again',
		"Set a 'Limit' no larger than one page.",
	);

/** The rows of one or several lists. */
export interface Listing {
	rows: IDataObject[];
	/** How many answers were read. */
	pages: number;
	/** Of the first list that ended early. */
	missing?: Shortfall;
}
