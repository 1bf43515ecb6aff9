import { rowsOf } from '../../shared/call/answers';
import type { Paging } from '../../shared/call/paging';
import { centerPaging } from '../api';

/** Lists of the contact center by the number of the page, which is inferred of most (docs/evidence/kore-ai.md §9.8). */
export const numberedPaging: Paging = {
	...centerPaging,
	ask: ({ page }, size) => ({ page, limit: size }),
};

/** Lists that come whole, without anything around them. */
export const wholePaging: Paging = { size: 50, read: (rows) => ({ rows }) };

/** What an agent can be, the best first (docs/evidence/kore-ai.md §5). */
export const AVAILABILITIES = ['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE'];

/** All agents, by how available they are. */
export const availabilityPaging: Paging = {
	size: 50,
	read: (body) => {
		const lists = AVAILABILITIES.map((one) => rowsOf(body[one] ?? []));
		return { rows: lists.includes(undefined) ? undefined : lists.flat() };
	},
};
