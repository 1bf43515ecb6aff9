import type { Paging } from '../../shared/call/paging';

/** Rows of a page at most. */
export const MOST = 50;

/** A bare list: a shorter page is the last one; `offset` counts rows or pages (docs/evidence/kore-ai.md §2.3). */
export const bareList = (offset: 'pages' | 'records'): Paging => ({
	size: MOST,
	ask: ({ page, skip }, size) => ({ limit: size, offset: offset === 'pages' ? page - 1 : skip }),
	endsOnShort: true,
	read: (body) => ({ rows: body }),
});
