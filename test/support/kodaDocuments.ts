import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { itemsOf } from '../../engine/jobs';
import type { KodaBench } from './koda';

/** A document of the sandbox; see sandbox/vendors/koda/state.ts. */
export interface StoredDocument {
	id: string;
	title: string;
	content: string;
	meta: IDataObject;
	published: boolean;
	chunkSize?: number;
}

/** What the items below have. */
export interface Article {
	id: string;
	title: string;
	content: string;
	category?: string;
	tags?: string[];
}

/** The notes that the operations keep in a document's metadata (docs/koda.md). */
export const NOTES = ['content_hash', 'managed_keys', 'sync_group', 'sync_part', 'sync_section'];

/** The fields of a document, read from an article. */
export const article: INodeParameters = {
	metadataValue: '={{ $json.id }}',
	title: '={{ $json.title }}',
	content: '={{ $json.content }}',
	additionalFields: {
		metadata: { row: [{ name: 'category', value: '={{ $json.category }}' }] },
		tags: '={{ $json.tags }}' as never,
		autoPublish: true,
	},
};

export const upsert: INodeParameters = { resource: 'document', operation: 'upsert', ...article };

export const sync: INodeParameters = {
	resource: 'document',
	operation: 'sync',
	syncName: 'help',
	...article,
};

/** The same, with what is gone deleted. */
export const mirror: INodeParameters = { ...sync, deleteMissing: true };

/** `count` articles, numbered from `from` on. */
export const articles = (count: number, from = 1): Article[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `a-${from + index}`,
		title: `Article ${from + index}`,
		content: `Text of article ${from + index}`,
		category: 'faq',
		tags: [],
	}));

/** All documents of the sandbox. */
export const stored = async (bench: KodaBench): Promise<StoredDocument[]> =>
	(await bench.sandbox().state<{ documents: StoredDocument[] }>('koda')).documents;

/** Those with a value under the key, in order of the values. */
export const keyed = async (bench: KodaBench, key = 'external_id'): Promise<StoredDocument[]> =>
	(await stored(bench))
		.filter(({ meta }) => key in meta)
		.sort(({ meta: a }, { meta: b }) => (String(a[key]) < String(b[key]) ? -1 : 1));

/** Metadata without the notes. */
export const own = ({ meta }: StoredDocument): IDataObject =>
	Object.fromEntries(Object.entries(meta).filter(([name]) => !NOTES.includes(name)));

/** What was sent that changes something, oldest first: operation and body. */
export async function writes(bench: KodaBench): Promise<Array<[string, unknown]>> {
	const names = ['document.create', 'document.update', 'document.delete'];
	return (await bench.sandbox().requests('koda'))
		.filter(({ operationId }) => names.includes(String(operationId)))
		.map(({ operationId, body }) => [String(operationId).split('.')[1], body]);
}

/** The `sync_group` values and so on of each search that was sent, oldest first. */
export const searches = async (bench: KodaBench): Promise<IDataObject[]> =>
	(await bench.sent('document.search')).map(({ body }) => {
		const { metadata_filter: filter } = body as {
			metadata_filter: { conditions: Array<{ meta_key: string; values: string[] }> };
		};
		return Object.fromEntries(
			filter.conditions.map(({ meta_key: key, values }) => [key, values]),
		) as IDataObject;
	});

/** Documents as someone puts them there by hand, with metadata of the same keys; answers their IDs. */
export async function plant(
	bench: KodaBench,
	all: Array<{ title: string; meta: IDataObject }>,
): Promise<string[]> {
	const row = Object.keys(all[0].meta).map((name) => ({
		name,
		value: `={{ $json.meta[${JSON.stringify(name)}] }}`,
	}));
	const { error, json } = await bench.run(
		{
			resource: 'document',
			operation: 'create',
			title: '={{ $json.title }}',
			content: 'By hand',
			additionalFields: { metadata: { row } },
		},
		{ items: itemsOf(all) },
	);
	expect(error).toBeUndefined();
	return json.map(({ doc_id: id }) => String(id));
}
