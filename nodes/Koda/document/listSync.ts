import { chunk, clamp, countBy, partition, sortBy, uniqBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { inParallel } from '../../shared/call/concurrency';
import { isSameText } from '../../shared/fields/sameText';
import { ROWS_PER_SEARCH, halves, metaOf, search, type KnowledgeBase } from './find';
import { NOTES, SECTIONS, everyPart } from './notes';

/** Values that one search asks for at most; few of the parts have a document where the sync is small. */
const PARTS_PER_SEARCH = 256;

/** Documents of a part on average at most, so that parts can be put together to whole pages. */
const ROWS_PER_PART = 4;

/** What one search asks for: the documents in any of these parts and sections. */
interface Slice {
	parts: string[];
	sections: string[];
}

/**
 * All documents of the sync `group`. Where they are more than the search gives at once, they are asked for part by part,
 * of which as many are put together as fill a page with the `known`: documents that were found before.
 * Throws NodeOperationError when one part alone is more than the search gives, or some have no part.
 */
export async function listSync(
	base: KnowledgeBase,
	group: string,
	known: IDataObject[],
): Promise<IDataObject[]> {
	const isOwn = (row: IDataObject) => isSameText(String(metaOf(row)[NOTES.group]), group);
	const whole = await search(base, { [NOTES.group]: [group] });
	if (!whole.more) return whole.rows.filter(isOwn);
	const own = known.filter(isOwn);
	// Room for those that are not known.
	const perSearch = whole.total === own.length ? ROWS_PER_SEARCH : ROWS_PER_SEARCH - 1;
	const slices = slicesOf(own, perSearch);
	const lists: Listed[] = [];
	await inParallel(slices.length, base.concurrency, async (index) => {
		lists[index] = await read(base, group, slices[index]);
	});
	// KODA may find similar values, and so one document by several parts.
	const rows = uniqBy(
		lists.flatMap((list) => list.rows),
		'doc_id',
	);
	checkListed(base, rows, [...whole.rows, ...lists.flatMap(({ shown }) => shown)].filter(isOwn));
	if (whole.total !== undefined && whole.total > rows.length) {
		base.api.hint(
			`KODA says that ${whole.total} documents are of the sync '${group}', and gave ${rows.length} of them by their ${NOTES.part}. The others are not deleted.`,
		);
	}
	return rows.filter(isOwn);
}

/** What a slice has. */
interface Listed {
	rows: IDataObject[];
	/** What a search gave that had more to give. */
	shown: IDataObject[];
}

/** The documents of a slice; of halves of it, as long as they are more than the search gives. */
async function read(base: KnowledgeBase, group: string, slice: Slice): Promise<Listed> {
	const { parts, sections } = slice;
	const { rows, more } = await search(base, {
		[NOTES.group]: [group],
		[NOTES.part]: parts,
		...(sections.length < SECTIONS.length && { [NOTES.section]: sections }),
	});
	if (!more) return { rows, shown: [] };
	if (parts.length === 1 && sections.length === 1) {
		base.api.fail(
			`KODA has more documents with ${NOTES.part} '${parts[0]}' and ${NOTES.section} '${sections[0]}' than it gives at once`,
			WITHOUT_A_LIST,
		);
	}
	const smaller: Slice[] =
		parts.length > 1
			? halves(parts).map((half) => ({ parts: half, sections }))
			: halves(sections).map((half) => ({ parts, sections: half }));
	const whole: Listed = { rows: [], shown: rows };
	for (const half of smaller) {
		const own = await read(base, group, half);
		whole.rows.push(...own.rows);
		whole.shown.push(...own.shown);
	}
	return whole;
}

const WITHOUT_A_LIST =
	"Nothing was changed. Without a list of all documents, switch 'Delete Missing' off, or sync in smaller groups.";

/** Throws NodeOperationError when documents that KODA has shown are not among those that it gave by their parts. */
function checkListed({ api }: KnowledgeBase, rows: IDataObject[], shown: IDataObject[]): void {
	const listed = new Set(rows.map(({ doc_id: id }) => id));
	const other = shown.find(({ doc_id: id }) => !listed.has(id));
	if (!other) return;
	api.fail(
		`KODA gives '${String(other.title)}' (${String(other.doc_id)}) by its ${NOTES.group}, but not by ${NOTES.part} and ${NOTES.section}`,
		`Nothing was changed. If it was not made by Sync, take ${NOTES.group} out of its metadata, or delete it. If another run has just deleted it, run this again.`,
	);
}

/** Slices that have all parts and sections together once, each with about `perSearch` of the `known`. */
function slicesOf(known: IDataObject[], perSearch: number): Slice[] {
	const sectionOf = (row: IDataObject) => String(metaOf(row)[NOTES.section]);
	// By sections, one without any would not be given: earlier versions noted none.
	const hasSections = known.every((row) => SECTIONS.includes(sectionOf(row)));
	const finer = 2 ** Math.ceil(Math.log2(known.length / (everyPart().length * ROWS_PER_PART)));
	const each = SECTIONS.length / (hasSections ? clamp(finer, 1, SECTIONS.length) : 1);
	return chunk(SECTIONS, each).flatMap((own) => {
		const within = hasSections ? known.filter((row) => own.includes(sectionOf(row))) : known;
		return pack(within, perSearch).map((parts) => ({ parts, sections: own }));
	});
}

/** All parts, put together so that each has about as many of the `known`, and none more than `perSearch` if that can be. */
function pack(known: IDataObject[], perSearch: number): string[][] {
	const counts = countBy(known, (row) => metaOf(row)[NOTES.part]);
	const [full, empty] = partition(everyPart(), (part) => counts[part] > 0);
	const least = Math.ceil(everyPart().length / PARTS_PER_SEARCH);
	const searches = Math.max(least, Math.ceil(known.length / perSearch));
	const packed = Array.from({ length: searches }, (): string[] => []);
	// The largest first, each where the fewest documents are: by how many those are.
	const byRows = [[...packed]];
	let rows = 0;
	for (const part of sortBy(full, (one) => -counts[one])) {
		while (!byRows[rows]?.length) rows++;
		const place = byRows[rows].shift()!;
		place.push(part);
		(byRows[rows + counts[part]] ??= []).push(place);
	}
	const each = Math.ceil(everyPart().length / searches);
	for (const parts of packed) parts.push(...empty.splice(0, Math.max(0, each - parts.length)));
	return packed;
}
