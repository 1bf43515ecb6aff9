import type { IDataObject } from 'n8n-workflow';

import { countOf, textIn } from '../../shared/call/answers';
import type { Client } from '../../shared/call/client';
import type { Paging } from '../../shared/call/paging';
import { thingIn } from '../../shared/fields/lists';
import type { Operations } from '../contract';

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

/** Throws NodeOperationError when nothing of what was `asked` was deleted, and says so of some. */
export function checkDeleted(
	api: Client<Operations>,
	deleted: unknown,
	asked: number,
	many: 'chunks' | 'contents',
): void {
	const count = countOf(deleted);
	const told = `Kore.ai deleted ${textIn(deleted).join('')} of ${asked} ${many}`;
	if (count === 0) api.fail(told, `It may not know the IDs. Look with 'Get Many' for ${many}.`);
	if (count !== asked) api.hint(`${told}.`);
}

/** What a content is called: its fields differ with its kind. */
export function titleOf({ _source: source }: IDataObject): IDataObject[string] {
	const { title, file_title: fileTitle } = thingIn(source);
	return title ?? fileTitle;
}
