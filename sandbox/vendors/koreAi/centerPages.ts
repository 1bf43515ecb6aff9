/** Pages of lists of the contact centre. */
export interface Paging {
	page?: number;
	limit?: number;
}

/** As in the samples; that it is the default is inferred. */
const PAGE_SIZE = 10;

/** A page of rows by its number, as lists of the contact centre have it. */
export function numberedPage(rows: object[], { page = 1, limit = PAGE_SIZE }: Paging) {
	const from = (page - 1) * limit;
	return {
		results: rows.slice(from, from + limit),
		page,
		limit,
		hasMore: from + limit < rows.length,
		totalPages: Math.ceil(rows.length / limit),
		totalResults: rows.length,
	};
}

/** The same by the rows to skip. */
export function skippingPage(rows: object[], { skip = 0, limit = PAGE_SIZE }: Skipping) {
	const { page: _page, ...rest } = numberedPage(rows.slice(skip), { limit });
	return {
		...rest,
		skip,
		totalPages: Math.ceil(rows.length / limit),
		totalResults: rows.length,
	};
}

export interface Skipping {
	skip?: number;
	limit?: number;
}
