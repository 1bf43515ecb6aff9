/** KODA's page-numbered answers. */
import type { ApiRequest } from '../../types';

/** Documented default of `on_page`. */
const DEFAULT_ON_PAGE = 20;

/** Paging fields of the vendor's `meta`, without `status`. */
export interface PageMeta {
	page: number;
	per_page: number;
	pages: number;
	prev_url?: string;
	next_url?: string;
	found: number;
	is_last_page: boolean;
}

/**
 * Cuts a page out of rows. Guesses: what is below 1 counts as 1, fractions are dropped, and
 * `prev_url`/`next_url` are relative and missing at the ends.
 */
export function pageOf<T>(rows: T[], { query, path }: ApiRequest): { meta: PageMeta; rows: T[] } {
	const page = Math.max(1, Math.floor(Number(query.page ?? 1)));
	const onPage = Math.max(1, Math.floor(Number(query.on_page ?? DEFAULT_ON_PAGE)));
	const pages = Math.ceil(rows.length / onPage);
	const urlOf = (number: number) => {
		const values = Object.entries(query).map(([name, value]) => [name, String(value)]);
		const merged = { ...Object.fromEntries(values), page: String(number), on_page: String(onPage) };
		return `${path}?${new URLSearchParams(merged).toString()}`;
	};
	const meta: PageMeta = {
		page,
		per_page: onPage,
		pages,
		...(page > 1 ? { prev_url: urlOf(page - 1) } : {}),
		...(page < pages ? { next_url: urlOf(page + 1) } : {}),
		found: rows.length,
		is_last_page: page >= pages,
	};
	return { meta, rows: rows.slice((page - 1) * onPage, page * onPage) };
}
