import type { IDataObject } from 'n8n-workflow';

import type { Paging } from '../../shared/call/paging';
import { thingIn } from '../../shared/fields/lists';

/** Search AI's lists: each page names the cursor of the next; how many rows it has is Kore.ai's choice (docs/evidence/kore-ai.md §9.3.1). */
const byCursor = (rows: (body: IDataObject) => unknown): Paging => ({
	// Only says how many there may be; nothing asks for it.
	size: 50,
	ask: ({ after }) => (after === undefined ? {} : { nextCursor: after }),
	inBody: true,
	read: (body) => ({
		rows: rows(body),
		total: body.count,
		hasMore: body.hasMore,
		nextCursor: body.nextCursor ?? null,
	}),
});

export const contentPaging = byCursor(({ data }) => data);
export const chunkPaging = byCursor(({ chunks }) => chunks);

/** What a content is called: its fields differ with its kind. */
export function titleOf({ _source: source }: IDataObject): IDataObject[string] {
	const { title, file_title: fileTitle } = thingIn(source);
	return title ?? fileTitle;
}
