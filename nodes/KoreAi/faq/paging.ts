import type { Paging } from '../../shared/call/paging';

/** 50 are the most of a page, and skipped are records (docs/evidence/kore-ai.md §9.3.1). */
export const faqPaging: Paging = {
	size: 50,
	ask: ({ skip }, size) => ({ limit: size, offset: skip }),
	read: ({ faqs, moreAvailable, count }) => ({ rows: faqs, total: count, hasMore: moreAvailable }),
};
