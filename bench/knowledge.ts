import { randomUUID } from 'node:crypto';

/** Something that is kept, with what it can be found by. */
interface Kept {
	id: string;
	marks: Record<string, string>;
	row: object;
}

/** Values of which a mark has to have one. */
type Conditions = Array<{ mark: string; values: string[] }>;

/** Things by ID and by their marks, so that finding some takes no longer with many there. */
class Shelf {
	private readonly byId = new Map<string, Kept>();

	private readonly byMark = new Map<string, Map<string, Set<Kept>>>();

	put(kept: Kept): void {
		this.remove(kept.id);
		this.byId.set(kept.id, kept);
		for (const [mark, value] of Object.entries(kept.marks)) {
			const values = this.byMark.get(mark) ?? new Map<string, Set<Kept>>();
			this.byMark.set(mark, values);
			values.set(value, (values.get(value) ?? new Set()).add(kept));
		}
	}

	remove(id: string): boolean {
		const kept = this.byId.get(id);
		for (const [mark, value] of Object.entries(kept?.marks ?? {})) {
			this.byMark.get(mark)?.get(value)?.delete(kept!);
		}
		return this.byId.delete(id);
	}

	/** Those that meet all conditions; all without any. */
	find(conditions: Conditions): object[] {
		const sets = conditions.map(({ mark, values }) =>
			values.flatMap((value) => this.byMark.get(mark)?.get(value) ?? []),
		);
		const size = (some: Array<Set<Kept>>) => some.reduce((sum, set) => sum + set.size, 0);
		const [least] = sets.toSorted((a, b) => size(a) - size(b));
		const candidates = least?.flatMap((set) => [...set]) ?? [...this.byId.values()];
		const wanted = conditions.map(({ mark, values }) => ({ mark, values: new Set(values) }));
		return candidates
			.filter(({ marks }) => wanted.every(({ mark, values }) => values.has(marks[mark])))
			.map(({ row }) => row);
	}
}

/** KODA gives so many rows at once, Kore.ai so many. */
const KODA_PAGE = 20;
const KORE_AI_PAGE = 50;

/** What the three knowledge bases have at the beginning of a run. */
export interface Shelves {
	documents: Array<{ title: string; meta: Record<string, string> }>;
	contents: Array<{ title: string; sourceName: string; chunkMeta: object }>;
	faqs: Array<{ question: string; answer: string }>;
}

const NODE = 'node-1';
const CREATED = '2026-01-12T09:00:00Z';

let documents = new Shelf();
let contents = new Shelf();
let faqs = new Shelf();

const put = {
	document: (id: string, { title, meta }: Shelves['documents'][number]) => {
		const row = { doc_id: id, title, meta, created_at: CREATED, updated_at: CREATED };
		documents.put({ id, marks: meta, row });
		return row;
	},
	content: ({ title, sourceName, chunkMeta }: Shelves['contents'][number]) => {
		const id = `fc-${randomUUID()}`;
		const names = { sourceName, recordTitle: title };
		const row = { chunkId: `chk-${id}`, docId: id, ...names, chunkMeta, createdOn: CREATED };
		contents.put({ id, marks: names, row });
	},
	faq: ({ question, answer }: Shelves['faqs'][number]) => {
		const id = `faq-${randomUUID()}`;
		const answerPayload = [{ text: answer, type: 'basic', channel: 'default' }];
		const row = { _id: id, questionPayload: { question }, answerPayload, subQuestions: [] };
		faqs.put({ id, marks: {}, row: { ...row, parent: NODE, language: 'en' } });
	},
};

/** Puts these in the place of all that is there. */
function fill(shelves: Partial<Shelves>): object {
	[documents, contents, faqs] = [new Shelf(), new Shelf(), new Shelf()];
	for (const one of shelves.documents ?? []) put.document(randomUUID(), one);
	for (const one of shelves.contents ?? []) put.content(one);
	for (const one of shelves.faqs ?? []) put.faq(one);
	return {};
}

interface Asked {
	query: URLSearchParams;
	/** What the pattern's group found in the path. */
	found: string;
	body: never;
}

interface Filter {
	metadata_filter?: { conditions: Array<{ meta_key: string; values: string[] }> };
}

function searchDocuments({ metadata_filter: { conditions } = { conditions: [] } }: Filter) {
	const found = documents.find(conditions.map(({ meta_key: mark, values }) => ({ mark, values })));
	const pages = Math.ceil(found.length / KODA_PAGE);
	const meta = { page: 1, per_page: KODA_PAGE, pages, found: found.length };
	return { meta: { ...meta, is_last_page: pages < 2 }, response: found.slice(0, KODA_PAGE) };
}

interface ChunkFilter {
	filters: { conditions: Array<{ conditions: Array<{ key: string; value: string }> }> };
	nextCursor?: string;
}

function listChunks({ filters, nextCursor = '0' }: ChunkFilter) {
	const found = contents.find(
		filters.conditions.map(({ conditions }) => ({
			mark: conditions[0].key,
			values: conditions.map(({ value }) => value),
		})),
	);
	const from = Number(nextCursor);
	const hasMore = from + KORE_AI_PAGE < found.length;
	const chunks = found.slice(from, from + KORE_AI_PAGE);
	const next = hasMore ? { nextCursor: String(from + KORE_AI_PAGE) } : {};
	return { chunks, count: found.length, hasMore, ...next };
}

interface Ingested {
	sourceName: string;
	documents: Array<{ title: string; chunks: Array<{ chunkMeta: object }> }>;
}

function ingest({ sourceName, documents: all }: Ingested) {
	for (const { title, chunks } of all) put.content({ title, sourceName, ...chunks[0] });
	return {};
}

function listFaqs(query: URLSearchParams) {
	const found = faqs.find([]);
	const from = Number(query.get('offset') ?? 0);
	const rows = found.slice(from, from + KORE_AI_PAGE);
	return { faqs: rows, count: found.length, moreAvailable: from + rows.length < found.length };
}

interface NewFaqs {
	faqs: Array<{ questionPayload: { question: string }; answerPayload: Array<{ text: string }> }>;
}

function addFaqs({ faqs: all }: NewFaqs) {
	for (const { questionPayload, answerPayload } of all) {
		put.faq({ question: questionPayload.question, answer: answerPayload[0].text });
	}
	return { status: 'success' };
}

const done = { meta: { status: 200 }, response: { success: true } };

const documentIn = ({ found, body }: Asked) => put.document(found, withMeta(body));

/** A document as it is sent has `metadata`. */
const withMeta = ({ title, metadata }: { title: string; metadata: Record<string, string> }) => ({
	title,
	meta: metadata,
});

const routes: Array<[RegExp, (asked: Asked) => unknown]> = [
	[/^POST \/knowledge$/, ({ body }) => fill(body)],
	[/^POST \/koda\/.*\/knowledge-base\/search$/, ({ body }) => searchDocuments(body)],
	[/^POST \/koda\/.*\/knowledge-base$/, ({ body }) => put.document(randomUUID(), withMeta(body))],
	[
		/^PUT \/koda\/.*\/knowledge-base\/([^/]+)$/,
		(asked) => ({ meta: { status: 200 }, response: { success: true, doc: documentIn(asked) } }),
	],
	[/^DELETE \/koda\/.*\/knowledge-base\/([^/]+)$/, ({ found }) => documents.remove(found) && done],
	[/^POST \/kore-ai\/.*\/chunk\/list$/, ({ body }) => listChunks(body)],
	[/^POST \/kore-ai\/.*\/ingest-data$/, ({ body }) => ingest(body)],
	[
		/^DELETE \/kore-ai\/.*\/content$/,
		({ body }) => {
			const { docIds } = body as { docIds: string[] };
			return { deletedCount: docIds.filter((id) => contents.remove(id)).length };
		},
	],
	[
		/^GET \/kore-ai\/.*\/knowledgeTasks$/,
		() => ({
			_id: 'kt-1',
			name: 'FAQs',
			language: 'en',
			taxonomy: [{ nodeId: NODE, label: 'FAQs', level: 'l0' }],
		}),
	],
	[/^GET \/kore-ai\/.*\/v2\/faqs$/, ({ query }) => listFaqs(query)],
	[/^POST \/kore-ai\/.*\/faqs\/bulk$/, ({ body }) => addFaqs(body)],
];

/** What a knowledge base answers to a call by method and path; undefined when it is none of its. */
export function knowledge(
	asked: string,
): ((query: URLSearchParams, body: Buffer) => unknown) | undefined {
	for (const [pattern, answering] of routes) {
		const found = pattern.exec(asked);
		if (!found) continue;
		return (query, body) =>
			answering({
				query,
				found: found[1],
				body: (body.length > 0 ? JSON.parse(body.toString()) : {}) as never,
			});
	}
	return undefined;
}
