import { randomUUID } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import type { Found, KnowledgeBase, Thing, Wanted } from '../../compose/knowledge/knowledge';
import { hashOf, NOTES as SHARED } from '../../compose/knowledge/notes';
import { countOf, textIn } from '../../shared/call/answers';
import type { Client } from '../../shared/call/client';
import { toDateTime } from '../../shared/fields/dates';
import { groupsOf, objectsIn } from '../../shared/fields/lists';
import { findable, isSameText, sameTexts, spellings, textKey } from '../../shared/fields/sameText';
import type { Operations } from '../contract';
import { chunkPaging } from './lists';

/** What is kept in the metadata of a chunk beside the user's own. */
export const NOTES = {
	...SHARED,
	/** Under what title it was made. */
	title: 'content_title',
	/** Tells what one ingest made from what others did, as its answer gives no ID. */
	ingest: 'ingest_id',
};

const PENDING =
	'Kore.ai has taken contents that it does not show yet: the items with pending: true. What they replace stays until the next run.';

/** A content of one chunk as it shall be, told apart by its title. */
export interface WantedContent extends Wanted {
	chunk: { chunkText: string; chunkTitle?: string; recordUrl: string };
	metadata?: IDataObject;
}

/** Where the contents are. */
export interface Source {
	api: Client<Operations>;
	botId: string;
	sourceName: string;
	/** Seconds to wait at most until what was ingested is shown; how long it takes was not found. */
	waitLimit: number;
}

/** A value of an answer as a text; empty when there is none. */
const wordsOf = (value: unknown): string => textIn(value).map(String).join('');

/** A chunk's metadata; empty when it has none. */
const metaOf = ({ chunkMeta }: IDataObject): IDataObject =>
	Object.setPrototypeOf({ ...objectsIn(chunkMeta)[0] }, null) as IDataObject;

/** The name of the sync that a content belongs to, if it belongs to one. */
export const groupOf = ({ row }: Thing): unknown => metaOf(row)[NOTES.group];

/** Whether a content was not made by Sync or Create or Update. */
const isForeign = ({ row }: Thing): boolean => metaOf(row)[NOTES.hash] === undefined;

/** A condition in the form of the vendor's sample; each spelling, as Search AI may compare letter by letter. */
const oneOf = (key: string, text: string) => ({
	operand: 'or',
	conditions: spellings(text).map((value) => ({ key, op: 'equals', value })),
});

/**
 * The contents of a source: all, or those with a title in any spelling. They are read chunk by chunk, by the filters of the
 * vendor's sample (docs/evidence/kore-ai.md §9.3.1). Throws NodeOperationError when the list is not complete.
 */
export async function contentsIn(
	{ api, botId, sourceName }: Omit<Source, 'waitLimit'>,
	title?: string,
): Promise<Thing[]> {
	const conditions = [oneOf('sourceName', sourceName)];
	if (title !== undefined) conditions.push(oneOf('recordTitle', title));
	const rows = await api.list(
		'chunk.getAll',
		{ path: { botId }, body: { enableFilters: true, filters: { operand: 'and', conditions } } },
		{ key: ['chunkId'] },
		chunkPaging,
	);
	const own: IDataObject[] = [];
	for (const row of rows) {
		const lacking = ['docId', 'sourceName'].find((name) => row[name] === undefined);
		if (lacking) api.failShape(row, `gave a chunk without ${lacking}`);
		if (!isSameText(String(row.sourceName), sourceName)) continue;
		checkTitle(api, row);
		own.push(row);
	}
	const all = [...groupsOf(own, ({ docId }) => wordsOf(docId))].map(([id, chunks]): Thing => {
		const row = chunks.find((chunk) => metaOf(chunk)[NOTES.hash] !== undefined) ?? chunks[0];
		const at = toDateTime(row.createdOn, 'utc')?.toMillis();
		const title = wordsOf(row.recordTitle);
		return { id, at, title, value: title, row };
	});
	if (title === undefined) return all;
	return all.filter(({ value }) => isSameText(String(value), title));
}

/** Throws for a content of ours under another title: it would be made again, or be taken for missing and deleted. */
function checkTitle(api: Client<Operations>, row: IDataObject): void {
	const made = wordsOf(metaOf(row)[NOTES.title]);
	const title = wordsOf(row.recordTitle);
	if (made === '' || isSameText(made, title)) return;
	api.fail(
		`Kore.ai shows the content ${wordsOf(row.docId)} as '${title}', and it was made with the title '${made}'`,
		'It cannot be told which item it belongs to. Change its title back, or delete it.',
	);
}

/** Those of the contents that have a title. */
export const foundIn = (all: Thing[], title: string): Found => ({
	things: sameTexts(title, all, ({ value }) => String(value)),
	more: false,
});

/** Whether it cannot be told which content is meant; several of ours are what an interrupted run left. */
export const isUnclear = ({ things }: Found): boolean => things.filter(isForeign).length > 1;

/** What is there of a content. Throws NodeOperationError when it cannot be told which is meant. */
export function pick(api: Client<Operations>, { value }: WantedContent, found: Found): Thing[] {
	if (!isUnclear(found)) return found.things;
	const ids = found.things.map(({ id }) => id).join(', ');
	return api.fail(
		`${found.things.length} contents in Kore.ai have the title '${value}': ${ids}`,
		"None of them was changed. Look at them with 'Get' for contents, and delete all but one.",
	);
}

const hashOfContent = ({ value, chunk, metadata = {} }: WantedContent): string => {
	const entries = Object.entries(metadata).toSorted(([a], [b]) => (a < b ? -1 : 1));
	const { chunkText, chunkTitle = null, recordUrl } = chunk;
	return hashOf(JSON.stringify([textKey(value), chunkText, chunkTitle, recordUrl, entries]));
};

/** The contents of a source, told apart by their titles. */
export function contentBase(source: Source): KnowledgeBase<Operations, WantedContent> {
	const { botId, sourceName } = source;
	return {
		words: {
			service: 'Kore.ai',
			one: 'content',
			many: 'contents',
			leftOver: (ids) => `The next run deletes ${ids}.`,
		},
		findSame: async ({ value }) => foundIn(await contentsIn(source, value), value),
		isCurrent: (wanted, thing) => {
			const meta = metaOf(thing.row);
			const group = wanted.group ?? meta[NOTES.group];
			return (
				meta[NOTES.hash] === hashOfContent(wanted) &&
				isSameText(String(group), String(meta[NOTES.group]))
			);
		},
		next: (wanted, current) => {
			const group = wanted.group ?? (current && groupOf(current));
			const chunkMeta = {
				...wanted.metadata,
				[NOTES.hash]: hashOfContent(wanted),
				[NOTES.title]: findable(wanted.value),
				...(group !== undefined && { [NOTES.group]: group }),
			};
			return {
				...{ id: '', title: wanted.value, value: wanted.value },
				row: { chunkMeta, replaces: current?.id ?? '' },
			};
		},
		create: async (api, wanted, { row }) => {
			const attempt = `ingest for ${String(row.replaces)}`;
			const ingestId = await api.once(attempt, async () => randomUUID());
			const chunkMeta = { ...metaOf(row), [NOTES.ingest]: ingestId };
			const document = { title: findable(wanted.value), chunks: [{ ...wanted.chunk, chunkMeta }] };
			await api.call('content.ingest', {
				path: { botId },
				body: { sourceName: findable(sourceName), sourceType: 'json', documents: [document] },
			});
			const isOwn = (thing: Thing) => metaOf(thing.row)[NOTES.ingest] === ingestId;
			let left = source.waitLimit;
			for (let pause = 1; ; pause *= 2) {
				const own = (await contentsIn(source, wanted.value)).find(isOwn);
				if (own) return own;
				if (left <= 0) break;
				await source.api.wait(Math.min(pause, left));
				left -= pause;
			}
			// One that got another title would be made again by each run.
			const own = (await contentsIn(source)).find(isOwn);
			if (!own) source.api.hint(PENDING);
			return own;
		},
		remove: async (api, thing) => {
			// One that this run made and that is not shown yet: the next run finds it.
			if (thing.id === '') return;
			const input = { path: { botId }, body: { docIds: [thing.id] } };
			const { deletedCount } = await api.call('content.delete', input);
			if (countOf(deletedCount) === 1 || (await isGone(source, thing))) return;
			api.failShape({ deletedCount }, `did not delete the content ${thing.id}`);
		},
		isGone: async (thing) => await isGone(source, thing),
	};
}

/** Whether Search AI does not show a content any more; false when it cannot be read. */
async function isGone(source: Source, { id, value }: Thing): Promise<boolean> {
	const left = await contentsIn(source, String(value)).catch(() => undefined);
	return left !== undefined && left.every((thing) => thing.id !== id);
}
