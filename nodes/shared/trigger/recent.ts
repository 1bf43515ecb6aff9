import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../call/client';
import { FIRST, type Page, type Paging } from '../call/paging';
import type { OperationId } from '../call/vendor';
import { isAboutOne } from './newRows';
import { untilStill, type PagedList } from './stableList';

/** By what time of its rows a list was seen to be sorted. No service says so: it may end at any moment. */
export type Order = 'newestFirst' | 'oldestFirst';

export const isOrder = (value: unknown): value is Order =>
	value === 'newestFirst' || value === 'oldestFirst';

const isFalling = (times: number[]) =>
	times.every((time, index) => index === 0 || time <= times[index - 1]);

/** The order that times show; NaN, which is none, does not count. Undefined where they are in neither, or all the same. */
export function orderOf(times: number[]): Order | undefined {
	const dated = times.filter((time) => !Number.isNaN(time));
	if (dated.length === 0 || dated[0] === dated.at(-1)) return undefined;
	if (isFalling(dated)) return 'newestFirst';
	return isFalling(dated.toReversed()) ? 'oldestFirst' : undefined;
}

/** What is known of a list, and what of it is wanted. Times are milliseconds since 1970. */
interface Recent {
	order: Order;
	/** Pages that it had when it was last read. */
	pages: number;
	/** The latest time that it showed. */
	until: number;
	/** Rows before this are not wanted. */
	since: number;
	timeOf: (row: IDataObject) => number;
	/** Whether something is to be done about a row; where none is, the list is not read again. */
	isNew: (row: IDataObject) => boolean;
	key: readonly string[];
	paging: Paging;
}

/** Pages from the latest row on, up to one with a row before `since`, and the number of the list's last page. */
async function readBack(
	read: (page: number) => Promise<Page>,
	{ order, pages, since, timeOf }: Recent,
): Promise<{ given: IDataObject[][]; last: number }> {
	const isPast = (rows: IDataObject[]) => rows.some((row) => timeOf(row) < since);
	const given: IDataObject[][] = [];
	if (order === 'newestFirst') {
		for (let page = 1; page <= pages && !given.some(isPast); page++) {
			given.push((await read(page)).rows);
		}
		return { given, last: pages };
	}
	let last = pages;
	for (let goesOn = true; goesOn && last <= pages * 2; ) {
		const { rows, next } = await read(last);
		given.unshift(rows.toReversed());
		goesOn = next !== undefined;
		if (goesOn) last++;
	}
	for (let page = pages - 1; page > 0 && !given.some(isPast); page--) {
		given.push((await read(page)).rows.toReversed());
	}
	return { given, last };
}

/**
 * The rows at the latest end of a list whose order was seen, as far as `since`; `pages` is the number of its last page.
 * Undefined where the list is no longer so: what is read is in another order, does not begin with the latest that is
 * known, or is a page that is refused, as one behind the end may be. Then all of it has to be read.
 */
export async function recentRows<Operations, Id extends OperationId<Operations>>(
	api: Client<Operations>,
	id: Id,
	input: Operations[Id],
	recent: Recent,
): Promise<PagedList | undefined> {
	const { timeOf, isNew, key, paging, until, since } = recent;
	const { size } = paging;
	const read = async (page: number) => {
		const at = page === 1 ? FIRST : { page, skip: (page - 1) * size };
		return await api.page(id, input, at, paging);
	};
	let isInOrder = true;
	const reading = untilStill(key, async () => {
		const { given, last } = await readBack(read, recent);
		const rows = given.flat();
		const times = rows.map(timeOf).filter((time) => !Number.isNaN(time));
		const reached = times.at(-1)! < since;
		isInOrder &&= times[0] >= until && isFalling(times) && reached;
		return { rows, pages: last, isOne: !isInOrder || given.length === 1 || !rows.some(isNew) };
	});
	const list = await reading.catch((reason: unknown) => {
		if (!isAboutOne(reason)) throw reason;
		return undefined;
	});
	return isInOrder ? list : undefined;
}
