/** Search AI: web sources and their crawls, trainings, jobs, and answers made of what was trained. */
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import { newSource } from './knowledge';
import type { Chunk, Content, SearchTraining, Source } from './knowledgeState';
import { isTrainedBy, settle } from './searchAiProgress';
import { find, idOf, isoText, newJob, OWNER_ID, type KoreAiState } from './state';

function sourceView(source: Source) {
	const { crawlDepth, maxUrlLimit } = { crawlDepth: source.depth, maxUrlLimit: source.most };
	return {
		_id: source.id,
		jobId: source.crawl.id,
		extractionType: 'web',
		contentSource: 'web',
		recentStatus: 'configured',
		name: source.name,
		desc: source.description,
		searchIndexId: idOf('sidx', source.botId),
		createdBy: OWNER_ID,
		createdOn: isoText(source.createdAt),
		lMod: isoText(source.createdAt),
		numOfDocs: 0,
		totalSize: 0,
		...(source.url === undefined ? {} : { url: source.url }),
		settings: { crawlDepth, maxUrlLimit },
		sourceType: source.url === undefined ? 'uploadSitemap' : 'url',
		isDeleted: false,
		__v: 0,
	};
}

/** How far a training is; the words are documented, those of its steps as well. */
function trainingView(training: SearchTraining) {
	const ended = training.fails ? 'failed' : 'success';
	const status = training.isOver ? ended : 'running';
	const step = (type: string) => ({
		jobId: idOf('fj', `${training.id} ${type}`),
		type,
		status,
		// Guess: the words for a failure.
		errMsg: status === 'failed' ? `${type} stopped at a content` : '',
	});
	return {
		_id: training.id,
		opType: 'Manual',
		searchIndexId: idOf('sidx', training.botId),
		extractionSourceId: null,
		contentId: training.contentIds,
		status,
		executionLog: {
			extraction: step('EXTRACTION'),
			...(training.isOver ? { indexing: step('INDEXING') } : {}),
		},
		isHide: false,
		createdBy: OWNER_ID,
		lModBy: OWNER_ID,
		lMod: isoText(training.startedAt),
		createdOn: isoText(training.startedAt),
		__v: 0,
	};
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** How many of the question's words a chunk has. */
function scoreOf(question: string, { text, title }: Chunk, content: Content): number {
	const own = new Set(wordsOf(`${content.title} ${title} ${text}`));
	return new Set(wordsOf(question).filter((word) => own.has(word))).size;
}

interface Question {
	query: string;
	answerSearch?: boolean;
	searchResults?: boolean;
	includeChunksInResponse?: boolean;
	raclEntityIds?: string[];
}

/** Handlers of sources, trainings, jobs and answers. */
export function searchAiJobHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const { knowledge } = state;
	const ofBot = <T extends { botId: string }>(rows: T[], botId: string) =>
		rows.filter((row) => row.botId === botId);

	return {
		'source.create': ({ params, body }) => {
			const {
				name,
				desc = '',
				sourceType,
				url,
				fileId,
				advanceOpts = {},
			} = body as {
				name: string;
				desc?: string;
				sourceType: string;
				url?: string;
				fileId?: string;
				advanceOpts?: { maxUrlLimit?: number; crawlDepth?: number };
			};
			// Documented is what a type needs; status and words are inferred.
			if (sourceType === 'url' && !url) throw new ApiError(400, 'url is required');
			if (sourceType === 'uploadSitemap') find(state.files, String(fileId), 'File');
			const given = {
				botId: params.botId,
				name,
				description: desc,
				kind: 'web' as const,
				...(sourceType === 'url' ? { url } : {}),
				most: advanceOpts.maxUrlLimit ?? 3,
				depth: advanceOpts.crawlDepth ?? 1,
			};
			const source = newSource(knowledge, given, clock);
			knowledge.sources.push(source);
			return sourceView(source);
		},
		'source.crawl': ({ params }) => {
			const source = find(ofBot(knowledge.sources, params.botId), params.sourceId, 'Source');
			source.crawl = { ...newJob(source.crawl.id, clock), isRunning: true };
			// Guess: no page shows the answer.
			return {};
		},
		'searchTraining.train': ({ params, body }) => {
			settle(state, clock);
			const { contentIds = [] } = (body ?? {}) as { contentIds?: string[] };
			for (const id of contentIds) find(ofBot(knowledge.contents, params.botId), id, 'Content');
			const training: SearchTraining = {
				...newJob(idOf('fjg', String(knowledge.trainings.length)), clock),
				botId: params.botId,
				contentIds,
				isOver: false,
				fails: false,
			};
			// A content with this word in its title lets the training fail.
			training.fails = knowledge.contents.some(
				(content) => isTrainedBy(content, training) && content.title.includes('fail'),
			);
			knowledge.trainings.push(training);
			return trainingView(training);
		},
		'searchTraining.getStatus': ({ params }) => {
			const found = find(ofBot(knowledge.trainings, params.botId), params.trainingId, 'Job group');
			settle(state, clock, found.id);
			return trainingView(found);
		},
		'searchJob.get': ({ params }) => {
			settle(state, clock, params.jobId);
			const source = ofBot(knowledge.sources, params.botId).find(
				({ crawl }) => crawl.id === params.jobId,
			);
			const content = ofBot(knowledge.contents, params.botId).find(
				({ jobId }) => jobId === params.jobId,
			);
			if (source === undefined && content === undefined) {
				throw new ApiError(400, `Job not found: ${params.jobId}`);
			}
			const isRunning = source?.crawl.isRunning ?? false;
			const startedAt = source?.crawl.startedAt ?? content?.createdAt ?? 0;
			// Guesses: every word but SUCCESS, and the types.
			return {
				_id: params.jobId,
				hidden: false,
				read: false,
				status: isRunning ? 'IN_PROGRESS' : 'SUCCESS',
				percentageDone: isRunning ? 50 : 100,
				title: source === undefined ? 'Ingesting' : `Crawling ${source.name}`,
				message: isRunning ? '' : 'Done',
				lMod: isoText(startedAt),
				startedAt: isoText(startedAt),
				timedOut: false,
				jobType: source === undefined ? 'INGEST' : 'CRAWL',
				streamId: params.botId,
				searchIndexId: idOf('sidx', params.botId),
				createdBy: OWNER_ID,
				opType: 'Manual',
				error: [],
				createdOn: isoText(startedAt),
				__v: 0,
			};
		},
		'answer.ask': ({ params, body }) => {
			settle(state, clock);
			const asked = body as Question;
			const { query, answerSearch = true, raclEntityIds: readers } = asked;
			const mayRead = (content: Content) =>
				readers === undefined ||
				content.readers.some((one) => one === '*' || readers.includes(one));
			const found = ofBot(knowledge.contents, params.botId)
				.filter((content) => content.isTrained && mayRead(content))
				.flatMap((content) =>
					content.chunks.map((chunk) => ({
						content,
						chunk,
						score: scoreOf(query, chunk, content),
					})),
				)
				.filter(({ score }) => score > 0)
				.sort((a, b) => b.score - a.score)
				.slice(0, 5);
			const results: Record<string, { data: object[]; doc_count: number }> = {};
			for (const content of new Set(found.map((one) => one.content))) {
				const group = (results[content.kind] ??= { data: [], doc_count: 0 });
				const own = found.filter((one) => one.content === content);
				group.data.push({
					docId: content.id,
					recordTitle: content.title,
					recordUrl: own[0].chunk.recordUrl,
					chunkResults: own.map(({ chunk }) => chunk.id),
				});
				group.doc_count += 1;
			}
			return {
				template: {
					...(asked.searchResults ? { results } : {}),
					answer_details: {
						query,
						requestType: 'answer_search',
						// Guess: what there is when nothing fits.
						...(answerSearch ? { response: { answer: found[0]?.chunk.text ?? '' } } : {}),
						resultType: 'Answer',
						searchIndexId: idOf('sidx', params.botId),
						searchRequestId: idOf('fsh', `${params.botId} ${query}`),
					},
					...(asked.includeChunksInResponse
						? {
								chunk_result: found.map(({ content, chunk, score }, index) => ({
									_index: 'answer_index',
									_id: chunk.id.slice('chk-'.length),
									_score: score,
									_source: {
										chunkId: chunk.id,
										chunkText: chunk.text,
										recordTitle: content.title,
										sourceType: content.kind,
										chunkQualified: true,
										sentToLLM: true,
										usedInAnswer: index === 0,
									},
								})),
							}
						: {}),
				},
				llmResponseTime: 12,
				retrievalResponseTime: 3,
			};
		},
	};
}
