/** Search AI: what is put into it, the contents and their chunks. */
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import { newContent, newSource, textChunk } from './knowledge';
import type { Chunk, Content, Source } from './knowledgeState';
import { putPage, settle } from './searchAiProgress';
import { find, idOf, isoText, OWNER_ID, type KoreAiState } from './state';

/** Inferred from the cursor of the vendor's sample. */
const PAGE_SIZE = 10;
const FILE_KINDS = ['pdf', 'docx', 'ppt', 'txt'];
const CHUNK_FIELDS = ['chunkText', 'chunkTitle', 'recordUrl', 'chunkMeta'];

interface Document {
	title?: string;
	chunks?: Array<Record<string, unknown>>;
	urls?: string[];
	fileId?: string;
	fileName?: string;
	permissions?: { allowedUsers?: string[]; allowedGroups?: string[] };
	category?: string;
}

const searchIndexId = (botId: string) => idOf('sidx', botId);

/** Rows from a cursor on; the cursor holds how many came before it. */
function pageFrom<T extends { number: number }>(rows: T[], cursor: unknown) {
	const after = typeof cursor === 'string' ? Number(Buffer.from(cursor, 'base64url')) : -1;
	if (Number.isNaN(after)) throw new ApiError(400, 'nextCursor is invalid');
	const left = rows.filter(({ number }) => number > after);
	const page = left.slice(0, PAGE_SIZE);
	const hasMore = left.length > page.length;
	const last = String(page.at(-1)?.number);
	return { page, hasMore, nextCursor: hasMore ? Buffer.from(last).toString('base64url') : null };
}

function contentView(content: Content, source: Source) {
	const { id, botId, kind, title, chunks, readers } = content;
	return {
		_id: id,
		searchIndexId: searchIndexId(botId),
		streamId: botId,
		createdBy: OWNER_ID,
		lModBy: OWNER_ID,
		createdOn: isoText(content.createdAt),
		lMod: isoText(content.modifiedAt),
		extractionType: kind,
		extractionSourceId: source.id,
		jobId: content.jobId,
		_meta: {
			state: 'approved',
			isDeleted: false,
			contentSource: kind,
			recordsCount: chunks.length,
			updateAvailable: false,
		},
		_source: {
			...(kind === 'file' ? { file_title: title } : { title }),
			...(content.url === undefined ? {} : { url: content.url }),
			...(content.category === undefined ? {} : { category: content.category }),
			content: chunks.map(({ text }) => text).join('\n'),
			sys_racl: readers,
			sys_content_type: kind,
			sys_source_name: source.name,
		},
		__v: 0,
	};
}

function chunkView(chunk: Chunk, content: Content, source: Source) {
	return {
		...chunk.others,
		_id: chunk.id,
		chunkId: chunk.id,
		chunkTitle: chunk.title,
		chunkText: chunk.text,
		chunkContent: `chunkText : ${chunk.text}`,
		chunkType: 'Text',
		chunkMeta: chunk.meta,
		docId: content.id,
		recordTitle: content.title,
		recordUrl: chunk.recordUrl,
		sourceId: source.id,
		sourceName: source.name,
		sourceType: content.kind,
		sourceUrl: content.url ?? '',
		pageNumber: chunk.pageNumber,
		searchIndexId: searchIndexId(content.botId),
		createdOn: isoText(content.createdAt),
	};
}

type ChunkView = ReturnType<typeof chunkView>;

interface Condition {
	key?: string;
	op?: string;
	value?: unknown;
	operand?: string;
	conditions?: Condition[];
}

/** Shown are `equals`, `and` and `or`; others are refused (guess). */
function fits(row: ChunkView, { key, op, value, operand = 'and', conditions }: Condition): boolean {
	if (conditions !== undefined) {
		if (operand !== 'and' && operand !== 'or') throw new ApiError(400, `Operand ${operand}?`);
		const each = conditions.map((condition) => fits(row, condition));
		return operand === 'and' ? each.every(Boolean) : each.some(Boolean);
	}
	if (op !== 'equals') throw new ApiError(400, `op ${String(op)} is not supported`);
	return (row as Record<string, unknown>)[String(key)] === value;
}

/** Handlers of ingestion, contents and chunks. */
export function searchAiHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const { knowledge } = state;
	const sourceOf = (content: Content) => find(knowledge.sources, content.sourceId, 'Source');
	const contentsOf = (botId: string) => {
		settle(state, clock);
		return knowledge.contents.filter((content) => content.botId === botId);
	};
	const chunksOf = (botId: string) =>
		contentsOf(botId).flatMap((content) =>
			content.chunks.map((chunk, index) => ({
				chunk,
				content,
				number: content.number * 1000 + index,
				view: chunkView(chunk, content, sourceOf(content)),
			})),
		);

	/** The source of a name; a new one, but for the web. */
	const sourceNamed = (botId: string, name: string, kind: Source['kind']): Source => {
		const known = knowledge.sources.find((one) => one.botId === botId && one.name === name);
		if (known !== undefined) return known;
		// Documented is that it has to be there; status and words are inferred.
		if (kind === 'web') throw new ApiError(400, `No web source is called ${name}`);
		const source = newSource(knowledge, { botId, name, kind }, clock);
		knowledge.sources.push(source);
		return source;
	};

	const ingestText = (source: Source, { title = '', chunks = [] }: Document) => {
		const number = knowledge.contentsMade;
		const made = chunks.map((fields, index) =>
			textChunk(`${number} ${index}`, String(fields.chunkText ?? ''), {
				title: String(fields.chunkTitle ?? ''),
				recordUrl: String(fields.recordUrl ?? ''),
				pageNumber: index + 1,
				meta: (fields.chunkMeta ?? {}) as Record<string, unknown>,
				others: Object.fromEntries(
					Object.entries(fields).filter(([name]) => !CHUNK_FIELDS.includes(name)),
				),
			}),
		);
		knowledge.contents.push(newContent(knowledge, source, { title, chunks: made }, clock.now()));
	};

	const ingestFile = (source: Source, document: Document) => {
		const file = find(state.files, String(document.fileId), 'File');
		// Documented: other kinds are an error, and the upload is for Search AI. The words are inferred.
		if (file.context !== 'findly' || !FILE_KINDS.includes(file.extension)) {
			throw new ApiError(400, `File format is not supported: ${file.name}`);
		}
		const number = knowledge.contentsMade;
		const { allowedUsers = [], allowedGroups = [] } = document.permissions ?? {};
		const named = [...allowedUsers, ...allowedGroups];
		const given = {
			title: document.fileName ?? file.name,
			chunks: [textChunk(`${number} 0`, file.text)],
			readers: named.length > 0 ? named : ['*'],
			category: document.category,
		};
		knowledge.contents.push(newContent(knowledge, source, given, clock.now()));
	};

	return {
		'content.ingest': ({ params, body }) => {
			const { sourceName, sourceType, documents } = body as {
				sourceName: string;
				sourceType: Source['kind'];
				documents: Document[];
			};
			const source = sourceNamed(params.botId, sourceName, sourceType);
			for (const document of documents) {
				if (sourceType === 'json') ingestText(source, document);
				else if (sourceType === 'file') ingestFile(source, document);
				else for (const url of document.urls ?? []) putPage(state, source, url, clock.now());
			}
			// Guess: no page shows the answer.
			return {};
		},
		'content.get': ({ params }) => {
			const content = find(contentsOf(params.botId), params.contentId, 'Content');
			return contentView(content, sourceOf(content));
		},
		'content.getAll': ({ params, body }) => {
			const { query, nextCursor: cursor } = body as {
				query: Record<string, unknown>;
				nextCursor?: string;
			};
			const found = contentsOf(params.botId).filter((content) => {
				const { _source, ...view } = contentView(content, sourceOf(content));
				const isNew = content.kind === 'web' && content.modifiedAt === content.createdAt;
				const lastCrawlStatus = isNew ? 'CHANGED' : undefined;
				const fields: Record<string, unknown> = { ...view, ..._source, lastCrawlStatus };
				return Object.entries(query).every(([name, value]) => fields[name] === value);
			});
			const { page, nextCursor } = pageFrom(found, cursor);
			const data = page.map((content) => contentView(content, sourceOf(content)));
			return { data, nextCursor, prevCursor: data[0]?._id ?? null };
		},
		'content.getAllByStatus': ({ params, body }) => {
			const { sourceName, status, nextCursor: cursor } = body as Record<string, string>;
			const source = knowledge.sources.find(
				({ botId, name, kind }) => botId === params.botId && name === sourceName && kind === 'web',
			);
			if (source === undefined) throw new ApiError(400, `Source not found: ${sourceName}`);
			const read = contentsOf(params.botId)
				.filter(({ sourceId }) => sourceId === source.id)
				.map(({ id, url = '', createdAt: at }) => ({ id, url, status: 'success', at }));
			const rows = [...read, ...source.lost].filter((row) => row.status === status);
			const numbered = rows.map((row, number) => ({ ...row, number }));
			const { page, hasMore, nextCursor } = pageFrom(numbered, cursor);
			const data = page.map(({ id, url, at }) => ({
				url,
				title: url,
				docId: id,
				jobId: source.crawl.id,
				sourceId: source.id,
				status,
				createdOn: isoText(at),
				...(status === 'deleted' ? { deletedOn: isoText(at) } : {}),
			}));
			return { status, data, hasMore, nextCursor, prevCursor: null };
		},
		'content.delete': ({ params, body }) => {
			const { docIds } = body as { docIds: string[] };
			const gone = contentsOf(params.botId).filter(({ id }) => docIds.includes(id));
			for (const { sourceId, id, url } of gone.filter(({ kind }) => kind === 'web')) {
				const lost = { id, url: url ?? '', status: 'deleted' as const, at: clock.now() };
				find(knowledge.sources, sourceId, 'Source').lost.push(lost);
			}
			knowledge.contents = knowledge.contents.filter((content) => !gone.includes(content));
			return { deletedCount: gone.length };
		},
		'chunk.getAll': ({ params, body }) => {
			const {
				filters,
				enableFilters = false,
				nextCursor: cursor,
			} = body as {
				filters?: Condition;
				enableFilters?: boolean;
				nextCursor?: string;
			};
			const all = chunksOf(params.botId);
			const found = all.filter(({ view }) => !enableFilters || fits(view, filters ?? {}));
			const { page, hasMore, nextCursor } = pageFrom(found, cursor);
			return {
				count: found.length,
				chunks: page.map(({ view }) => view),
				hasMore,
				inOffsetPagination: true,
				nextCursor,
				prevCursor: null,
			};
		},
		'chunk.update': ({ params, body }) => {
			const given = body as Record<string, string> & { chunkMeta?: Record<string, unknown> };
			const found = chunksOf(params.botId).find(({ chunk }) => chunk.id === params.chunkId);
			if (found !== undefined) {
				const { chunk } = found;
				chunk.text = given.chunkText ?? chunk.text;
				chunk.title = given.chunkTitle ?? chunk.title;
				chunk.recordUrl = given.recordUrl ?? chunk.recordUrl;
				chunk.pageNumber = Number(given.pageNumber ?? chunk.pageNumber);
				chunk.meta = given.chunkMeta ?? chunk.meta;
			}
			// Guess: a chunk that nobody has changes nothing.
			return {
				indexPipelineId: idOf('fip', params.botId),
				status_code: 200,
				status_msg: 'Documents updated successfully',
				updated_documents: found === undefined ? 0 : 1,
			};
		},
		'chunk.delete': ({ params, body }) => {
			const { chunkId } = body as { chunkId: string[] };
			const known = chunksOf(params.botId).map(({ chunk }) => chunk.id);
			const gone = chunkId.filter((id) => known.includes(id));
			for (const content of contentsOf(params.botId)) {
				content.chunks = content.chunks.filter(({ id }) => !gone.includes(id));
			}
			const notFoundChunkIds = chunkId.filter((id) => !known.includes(id));
			return {
				Status: 'success',
				Data: {
					totalRequested: chunkId.length,
					totalDeleted: gone.length,
					totalNotFound: notFoundChunkIds.length,
					notFoundChunkIds,
				},
			};
		},
	};
}
