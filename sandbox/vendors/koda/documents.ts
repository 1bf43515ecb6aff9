/** Operations on documents (Knowledge Base). */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import { pageOf } from './paging';
import type { KodaState, StoredDocument } from './state';

interface DocumentInput {
	title: string;
	content: string;
	metadata?: Record<string, unknown>;
	tags?: string[];
	auto_publish?: boolean;
	chunk_size?: number;
}

interface MetadataFilter {
	relation_type?: string;
	conditions?: Array<{ meta_key?: string; operator?: string; values?: string[] }>;
}

/** Documented: `Product Guide` becomes the metadata `product_guide: yes`. */
function metaOf({ metadata, tags }: DocumentInput): Record<string, unknown> {
	const keys = (tags ?? []).map((tag) => tag.trim().toLowerCase().replaceAll(/\s+/g, '_'));
	return { ...metadata, ...Object.fromEntries(keys.map((key) => [key, 'yes'])) };
}

/** Makes a stored document; `time` is ISO 8601 with Z. */
export function documentOf(id: string, input: DocumentInput, time: string): StoredDocument {
	return {
		id,
		title: input.title,
		content: input.content,
		meta: metaOf(input),
		createdAt: time,
		updatedAt: time,
		published: input.auto_publish ?? false,
		chunkSize: input.chunk_size,
	};
}

function summary(document: StoredDocument) {
	return {
		doc_id: document.id,
		title: document.title,
		meta: document.meta,
		created_at: document.createdAt,
		updated_at: document.updatedAt,
	};
}

function details(document: StoredDocument) {
	const { doc_id, title, ...rest } = summary(document);
	return { doc_id, title, content: document.content, ...rest };
}

/** Guess: every word has to occur in title or content, in any case; no text finds everything. */
function matchesText(document: StoredDocument, search = ''): boolean {
	const text = `${document.title}\n${document.content}`.toLowerCase();
	const words = search.toLowerCase().split(/\s+/);
	return words.every((word) => text.includes(word));
}

/** Only the sample's `AND` and `in` are known; anything else is refused (guess). */
function matchesFilter(document: StoredDocument, filter: MetadataFilter = {}): boolean {
	const { relation_type: relation = 'AND', conditions = [] } = filter;
	if (relation !== 'AND') throw new ApiError(400, `relation_type ${relation} is not supported`);
	return conditions.every(({ meta_key: key = '', operator = 'in', values = [] }) => {
		if (operator !== 'in') throw new ApiError(400, `operator ${operator} is not supported`);
		return key in document.meta && values.includes(String(document.meta[key]));
	});
}

function parsedPage(url: string, selector: string, mode: string, chunkSize: number): string {
	const { hostname, pathname } = new URL(url);
	const heading = `# ${hostname}${pathname}`;
	const text = `Text of ${url}, taken from ${selector} by the sandbox without fetching anything.`;
	return mode === 'text' ? `${heading}\n${text}`.slice(0, chunkSize) : `${heading}\n\n${text}`;
}

/** Handlers of the six document operations. */
export function documentHandlers(state: KodaState, clock: Clock): Record<string, Handler> {
	const find = (id: string): StoredDocument => {
		const document = state.documents.find((candidate) => candidate.id === id.toLowerCase());
		if (document === undefined) throw new ApiError(404, 'Document not found');
		return document;
	};
	const now = () => new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z');
	const done = (response: object) => ({ meta: { status: 200 }, response });

	return {
		'document.search': (request) => {
			const { search, metadata_filter: filter } = (request.body ?? {}) as {
				search?: string;
				metadata_filter?: MetadataFilter;
			};
			// Guess: drafts are found, too. No paging input is known, so the first page is all that anyone gets.
			const found = state.documents.filter(
				(document) => matchesFilter(document, filter) && matchesText(document, search),
			);
			const { meta, rows } = pageOf(found, { ...request, query: {} });
			return { meta, response: rows.map(summary) };
		},
		'document.create': ({ body }) => {
			const document = documentOf(randomUUID(), body as DocumentInput, now());
			state.documents.push(document);
			return details(document);
		},
		'document.parseUrl': ({ body }) => {
			const {
				url,
				selector = 'body',
				chunk_mode: mode = 'html',
				chunk_size: chunkSize = 500,
			} = body as { url: string; selector?: string; chunk_mode?: string; chunk_size?: number };
			const content = parsedPage(url, selector, mode, chunkSize);
			return done({ success: true, content, metadata: { url, title: new URL(url).hostname } });
		},
		'document.get': ({ params }) => done(details(find(params.doc_id))),
		'document.update': ({ params, body }) => {
			const document = find(params.doc_id);
			// Inferred: the call replaces the document, so what is left out is cleared.
			const { createdAt, id } = document;
			Object.assign(document, documentOf(id, body as DocumentInput, now()), { createdAt });
			return done({ success: true, doc: details(document) });
		},
		'document.delete': ({ params }) => {
			const document = find(params.doc_id);
			state.documents.splice(state.documents.indexOf(document), 1);
			return done({ success: true });
		},
	};
}
