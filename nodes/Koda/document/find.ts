import { chunk } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { inParallel } from '../../shared/call/concurrency';
import { objectsIn } from '../../shared/fields/lists';
import { isSameText, sameTexts, spellings, textKey } from '../../shared/fields/sameText';
import type { Operations } from '../contract';

/** KODA gives 20 rows per page elsewhere (docs/evidence/koda.md §2), and documents no way to ask for the next page here. */
export const ROWS_PER_SEARCH = 20;

/** What a search gave. */
export interface Found {
	rows: IDataObject[];
	/** Whether there are documents that it did not give. */
	more: boolean;
}

/** What was found for some values of a key. */
interface Slice extends Found {
	values: string[];
}

/** A bot's knowledge base, and the client to search it with. */
export interface KnowledgeBase {
	api: Client<Operations>;
	botId: string;
	/** Searches at the same time at most. */
	concurrency: number;
}

/** A document's metadata; empty when it has none. Answers call it `meta` (docs/evidence/koda.md §5). */
export const metaOf = ({ meta }: IDataObject): IDataObject =>
	// Without what every object inherits: a key may be called constructor.
	Object.setPrototypeOf({ ...objectsIn(meta)[0] }, null) as IDataObject;

/**
 * The documents (`DocumentSummary`, docs/evidence/koda.md §5) that have one of the values under a metadata key, by value:
 * those with exactly the value or, where there are none, with the same text.
 * Throws NodeOperationError when the search gives what it was not asked for, or documents without `doc_id`.
 */
export async function findByMetadata(
	base: KnowledgeBase,
	key: string,
	values: string[],
): Promise<Map<string, Found>> {
	const found = await inChunks(base, key, values);
	return new Map(
		found.flatMap(({ values: asked, rows, more }) =>
			asked.map((value): [string, Found] => {
				const own = sameTexts(value, rows, (row) => String(metaOf(row)[key]));
				return [value, { rows: own, more }];
			}),
		),
	);
}

/** The documents that have the value under the key in any spelling; in one search. Throws as `findByMetadata` does. */
export async function findSame(base: KnowledgeBase, key: string, value: string): Promise<Found> {
	const { rows, more } = await search(base, { [key]: [value] });
	return { rows: rows.filter((row) => isSameText(String(metaOf(row)[key]), value)), more };
}

/** Asks for as many values at a time as a search gives rows, and for halves of them as long as there are more. */
async function inChunks(base: KnowledgeBase, key: string, values: string[]): Promise<Slice[]> {
	const chunks = chunk(values, ROWS_PER_SEARCH);
	const found: Slice[][] = [];
	const ask = async (asked: string[]): Promise<Slice[]> => {
		const { rows, more } = await search(base, { [key]: asked });
		if (!more || asked.length === 1) return [{ values: asked, rows, more }];
		const [first, second] = halves(asked);
		return [...(await ask(first)), ...(await ask(second))];
	};
	await inParallel(chunks.length, base.concurrency, async (index) => {
		found[index] = await ask(chunks[index]);
	});
	return found.flat();
}

/** The first half of a list of two or more, and the rest. */
export const halves = <T>(all: T[]): T[][] => chunk(all, Math.ceil(all.length / 2));

/**
 * Whether the search does not give a document any more, asked for by its value under a key. False when that cannot be
 * told: it has none, or the search fails.
 */
export async function isGone(base: KnowledgeBase, key: string, row: IDataObject): Promise<boolean> {
	const value = metaOf(row)[key];
	if (value === undefined) return false;
	const found = await search(base, { [key]: [String(value)] }).catch(() => undefined);
	return found !== undefined && !found.more && !found.rows.some((one) => one.doc_id === row.doc_id);
}

/**
 * One search for documents that have, under each key, one of its values in any of its spellings, as KODA may compare
 * letter by letter; both words of the filter are the sample's.
 */
export async function search({ api, botId }: KnowledgeBase, wanted: Record<string, string[]>) {
	const conditions = Object.entries(wanted).map(([key, values]) => ({
		meta_key: key,
		operator: 'in',
		values: [...new Set(values.flatMap(spellings))],
	}));
	const page = await api.page('document.search', {
		path: { botId },
		body: { metadata_filter: { relation_type: 'AND', conditions } },
	});
	checkRows(api, page.rows, wanted);
	return page;
}

/** Throws when KODA gives other documents than it was asked for: what is not found would be created again. */
function checkRows(
	api: Client<Operations>,
	rows: IDataObject[],
	wanted: Record<string, string[]>,
): void {
	for (const row of rows) {
		const { doc_id: id, title } = row;
		if (!['string', 'number'].includes(typeof id) || id === '') {
			api.fail(
				`KODA found '${String(title)}', but gives no doc_id of it`,
				"Nothing was changed. Check 'Base URL' and 'Endpoint Overrides' in the credential: this may be another operation's answer.",
			);
		}
		const missing = Object.keys(wanted).find((key) => metaOf(row)[key] === undefined);
		if (missing !== undefined)
			failMisfit(api, row, `which has no ${missing}, although it was asked for that`);
	}
	// KODA may find similar values, or the same in another case; none of those asked for is another matter.
	const misfit = (row: IDataObject) =>
		Object.entries(wanted).find(([key, values]) => {
			const value = textKey(String(metaOf(row)[key])).toLowerCase();
			return values.every((asked) => textKey(asked).toLowerCase() !== value);
		});
	const misfits = rows.map(misfit);
	if (rows.length === 0 || misfits.includes(undefined)) return;
	const [key] = misfits[0]!;
	failMisfit(
		api,
		rows[0],
		`whose ${key} is '${String(metaOf(rows[0])[key])}', although it was asked for others`,
	);
}

function failMisfit(
	api: Client<Operations>,
	{ doc_id: id, title }: IDataObject,
	what: string,
): never {
	return api.fail(
		`KODA found '${String(title)}' (${String(id)}), ${what}`,
		"Nothing was changed. KODA may keep metadata under other names than it is given, or search in another way than its sample shows. Try 'Search' for documents with a 'Metadata Filter', and another metadata key.",
	);
}
