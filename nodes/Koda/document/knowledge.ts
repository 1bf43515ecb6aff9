import { isEqual, pick } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import type { KnowledgeBase, Found as Things, Thing } from '../../compose/knowledge/knowledge';
import type { Client } from '../../shared/call/client';
import { toDateTime } from '../../shared/fields/dates';
import { isSameText } from '../../shared/fields/sameText';
import type { Operations } from '../contract';
import {
	findByMetadata,
	findSame,
	isGone,
	metaOf,
	type Found,
	type KnowledgeBase as Searched,
} from './find';
import { isCurrent, nextMetadata, type Wanted } from './notes';

/** A document, told apart by what it has under `key`. Times are ISO 8601 with `Z` (docs/evidence/koda.md §2). */
const thingOf = (row: IDataObject, key: string): Thing => ({
	id: String(row.doc_id),
	at: toDateTime(row.created_at, 'utc')?.toMillis(),
	title: row.title,
	value: metaOf(row)[key],
	row,
});

/** What a search gave, as things. */
export const thingsOf = ({ rows, more }: Found, key: string): Things => ({
	things: rows.map((row) => thingOf(row, key)),
	more,
});

/** The documents of a bot, told apart by what they have under a metadata key. */
export function documentBase(base: Searched, key: string): KnowledgeBase<Operations, Wanted> {
	const { botId } = base;
	const bodyOf = ({ input }: Wanted, { row }: Thing) => ({ ...input, metadata: metaOf(row) });
	return {
		words: {
			service: 'KODA',
			one: 'document',
			many: 'documents',
			leftOver: (ids) => `Delete ${ids}, or every further run about it fails.`,
		},
		findSame: async (wanted) => thingsOf(await findSame(base, key, wanted.value), key),
		isCurrent: (wanted, { row }) => isCurrent(wanted, metaOf(row)),
		next: (wanted, current) => {
			const meta = nextMetadata(wanted, current && metaOf(current.row));
			return thingOf({ doc_id: current?.row.doc_id, title: wanted.input.title, meta }, key);
		},
		create: async (api, wanted, next) => {
			const made = await api.call('document.create', {
				path: { botId },
				body: bodyOf(wanted, next),
			});
			checkKept(api, wanted, made);
			return thingOf({ ...next.row, doc_id: String(made.doc_id) }, key);
		},
		update: async (api, wanted, next) =>
			await api.call('document.update', {
				path: { botId, doc_id: next.id },
				body: bodyOf(wanted, next),
			}),
		remove: async (api, { id }) =>
			await api.call('document.delete', { path: { botId, doc_id: id } }),
		changed: async (things) => await changedOf(base, key, things),
		isGone: async ({ row }) => await isGone(base, key, row),
	};
}

/**
 * IDs of the documents that are not as they were, looked up by their values under the key. Without one, a document is
 * taken for unchanged, as is one that the search does not give: it may be gone.
 */
async function changedOf(base: Searched, key: string, things: Thing[]): Promise<Set<string>> {
	const values = things.map(({ row }) => metaOf(row)[key]).filter((value) => value !== undefined);
	const found = await findByMetadata(base, key, values.map(String));
	const rows = [...found.values()].flatMap((one) => one.rows);
	const now = new Map(rows.map((row) => [String(row.doc_id), row]));
	const isChanged = ({ id, row }: Thing) =>
		now.has(id) && !isEqual(stateOf(row), stateOf(now.get(id)!));
	return new Set(things.filter(isChanged).map(({ id }) => id));
}

/** What shows that a document was changed, or taken over by another sync. */
const stateOf = (row: IDataObject) => ({ ...pick(row, 'title', 'updated_at'), meta: metaOf(row) });

/** Throws when KODA keeps the key otherwise than it was given: the document would not be found again. */
function checkKept(api: Client<Operations>, { key, value }: Wanted, made: IDataObject): void {
	if (made.meta === undefined || isSameText(String(metaOf(made)[key]), value)) return;
	api.fail(
		`KODA created the document ${String(made.doc_id)}, but not with ${key} '${value}' as it was given`,
		"It would not be found again, and be created a second time. Look at its metadata for what KODA makes of 'Metadata Key' and 'Metadata Value', choose others, and delete it.",
	);
}
