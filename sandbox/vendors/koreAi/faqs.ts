/** The knowledge graph of a bot: its nodes, FAQs, their training, and questions extracted for it. */
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { nodesOf, taskId } from './knowledge';
import type { Extraction, Faq, KnowledgeJob } from './knowledgeState';
import { find, hexOf, idOf, isoText, lookAt, newJob, OWNER_ID, type KoreAiState } from './state';

/** Documented as default and most. */
const PAGE_SIZE = 50;

interface Question {
	question: string;
}

interface NewFaq {
	questionPayload: Question;
	subQuestions?: Question[];
	answerPayload: Array<{ text: string }>;
	knowledgeTaskId: string;
	streamId: string;
	parent: string;
	leafterm: string;
}

const payloadOf = (question: string) => ({ question, tagsPayload: [] });

/** Questions and answers of a text: a line each, with a comma, tab or semicolon between them. */
function pairsIn(text: string): Array<[question: string, answer: string]> {
	return text
		.split(/\r?\n/)
		.map((line) => /^\s*"?([^,;\t]+?\??)"?\s*[,;\t]\s*"?(.+?)"?\s*$/.exec(line))
		.flatMap((found) => (found ? [[found[1], found[2]] as [string, string]] : []));
}

/** Handlers of knowledge tasks, FAQs and their training. */
export function faqHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const { knowledge } = state;
	const graphOf = (botId: string, language: string) => {
		const { name } = find(state.bots, botId, 'Bot');
		return nodesOf(botId, language, name);
	};
	const faqsOf = (botId: string, language: string) =>
		knowledge.faqs.filter((faq) => faq.botId === botId && faq.language === language);

	function view(faq: Faq) {
		const { botId, language, question } = faq;
		const [root, ...below] = graphOf(botId, language);
		const node = [root, ...below].find(({ nodeId }) => nodeId === faq.nodeId) ?? root;
		const version = faq.isPublished ? 'published' : 'configured';
		return {
			_id: faq.id,
			streamId: botId,
			conditionalResp: false,
			questionPayload: payloadOf(question),
			responseType: 'message',
			answerPayload: [
				{
					_id: idOf('mt', faq.id),
					streamId: botId,
					channel: 'default',
					createdBy: OWNER_ID,
					createdOn: new Date(faq.createdAt).toUTCString(),
					// As in the vendor's sample.
					text: encodeURIComponent(faq.answer),
					type: 'basic',
				},
			],
			subQuestions: faq.alternates.map(payloadOf),
			subAnswers: [],
			parent: node.nodeId,
			leafterm: node.label,
			createdOn: isoText(faq.createdAt),
			createdBy: OWNER_ID,
			modifiedOn: isoText(faq.createdAt),
			lastModifiedBy: OWNER_ID,
			botName: root.label,
			knowledgeTaskId: taskId(botId, language, version),
			language,
			faqStatus: true,
			editLocked: false,
			isPublished: faq.isPublished,
			refId: idOf('r', faq.id).slice('r-'.length),
			label: question,
			faqLinkedBy: [],
			__v: 0,
			fullPath: node === root ? [root.label] : [root.label, node.label],
		};
	}

	/** A page of FAQs: of the root, or of a node and maybe what is below it. */
	function pageOf(faqs: Faq[], node: string | undefined, { params, query }: ApiRequest) {
		const { search, limit = PAGE_SIZE, offset = 0, language } = query as Record<string, never>;
		const [root] = graphOf(params.botId, language);
		const isRoot = node === undefined || [root.nodeId, root.label].includes(node);
		const withBelow = node === undefined || query.withallchild === true;
		const found = faqs.map(view).filter(({ parent, leafterm, refId, label }) => {
			const isIn = isRoot && withBelow ? true : [parent, leafterm].includes(node ?? root.nodeId);
			return isIn && (search === undefined || [refId, label].includes(search));
		});
		const end = Number(offset) + Math.min(Number(limit), PAGE_SIZE);
		return {
			faqs: found.slice(Number(offset), end),
			moreAvailable: end < found.length,
			count: found.length,
		};
	}

	const lastTraining = (botId: string, language: unknown) =>
		knowledge.jobs.findLast(
			(job) => job.kind === 'faqTraining' && job.botId === botId && job.language === language,
		);

	return {
		'knowledgeTask.getAll': ({ params, query }) => {
			const language = String(query.language);
			const nodes = graphOf(params.botId, language);
			const faqs = faqsOf(params.botId, language);
			const { createdAt } = find(state.bots, params.botId, 'Bot');
			return {
				_id: taskId(params.botId, language, 'configured'),
				createdOn: isoText(createdAt),
				modifiedOn: isoText(faqs.at(-1)?.createdAt ?? createdAt),
				state: 'configured',
				editable: true,
				taxonomy: nodes.map((node) => ({
					...node,
					synonyms: [],
					isDummy: false,
					editLocked: false,
					faqCount: faqs.filter(({ nodeId }) => nodeId === node.nodeId).length,
				})),
				name: nodes[0].label,
				description: 'Knowledge graph of the sandbox',
				isGraph: true,
				streamId: params.botId,
				createdBy: OWNER_ID,
				botName: nodes[0].label,
				language,
				publishedOn: isoText(createdAt),
				faqCount: faqs.length,
				__v: 0,
			};
		},
		'faq.create': ({ params, query, body }) => {
			const language = String(query.language);
			const { faqs } = body as { faqs: NewFaq[] };
			const nodes = graphOf(params.botId, language);
			// Guesses: what is refused, and how.
			for (const { knowledgeTaskId, parent, streamId, leafterm } of faqs) {
				const node = nodes.find(({ nodeId }) => nodeId === parent);
				if (knowledgeTaskId !== taskId(params.botId, language, 'configured')) {
					throw new ApiError(400, `Knowledge task not found: ${knowledgeTaskId}`);
				}
				if (node?.label !== leafterm) throw new ApiError(400, `Node not found: ${parent}`);
				if (streamId !== params.botId) throw new ApiError(400, `Bot not found: ${streamId}`);
			}
			for (const { questionPayload, subQuestions = [], answerPayload, parent } of faqs) {
				knowledge.faqs.push({
					id: hexOf(`faq ${knowledge.faqs.length}`),
					botId: params.botId,
					language,
					question: questionPayload.question,
					alternates: subQuestions.map(({ question }) => question),
					answer: answerPayload.map(({ text }) => text).join('\n'),
					nodeId: parent,
					isPublished: false,
					createdAt: clock.now(),
				});
			}
			return { status: 'success' };
		},
		'faq.getAll': (request) => {
			const { language, ktId, parentId } = request.query as Record<string, string>;
			const { botId } = request.params;
			const ofTask = ['configured', 'published'].find(
				(one) => ktId === taskId(botId, language, one),
			);
			if (ofTask === undefined) throw new ApiError(400, `Knowledge task not found: ${ktId}`);
			const faqs = faqsOf(botId, language).filter(
				({ isPublished }) => isPublished || ofTask === 'configured',
			);
			return pageOf(faqs, parentId, request);
		},
		'faq.getAllV2': (request) => {
			const { language, state: version, nodeName } = request.query as Record<string, string>;
			const faqs = faqsOf(request.params.botId, language).filter(
				({ isPublished }) => isPublished || version === 'configured',
			);
			return pageOf(faqs, nodeName, request);
		},
		'faq.train': ({ params, body }) => {
			const { language } = body as { language: string };
			const job: KnowledgeJob = {
				...newJob(idOf('ds', `knowledge ${knowledge.jobs.length}`), clock),
				kind: 'faqTraining',
				botId: params.botId,
				language,
				// An FAQ with this word lets it fail.
				fails: faqsOf(params.botId, language).some(({ question }) => question.includes('fail')),
				count: 0,
			};
			knowledge.jobs.push(job);
			return {
				_id: job.id,
				message: 'in-progress',
				status: 'in-progress',
				__v: 0,
				lastModifiedBy: OWNER_ID,
				modifiedOn: isoText(job.startedAt),
			};
		},
		'faq.getTrainingStatus': ({ params, query }) => {
			const job = lastTraining(params.botId, query.language);
			// Guess: a bot that was never trained has no status.
			if (job === undefined) throw new ApiError(400, 'No training found');
			const isDone = lookAt(job, clock);
			const ended = job.fails ? 'failure' : 'success';
			const status = isDone ? ended : 'in-progress';
			return {
				// Of another form than that of the start, as in the vendor's sample.
				_id: hexOf(`faq training ${job.id}`),
				message: status === 'success' ? 'Success' : status,
				status,
				__v: 0,
				modifiedOn: isoText(job.startedAt + (isDone ? 1500 : 0)),
				lastModifiedBy: OWNER_ID,
			};
		},
	};
}

/** Handlers of the extraction of questions from files and pages. */
export function extractionHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const { knowledge } = state;
	const isOver = (one: Extraction) => clock.now() - one.startedAt >= 5000 || one.reads > 2;
	/** Guesses: every word but success. */
	const statusOf = (one: Extraction) => {
		const ended = one.questions.length > 0 ? 'success' : 'failed';
		return isOver(one) ? ended : 'inprogress';
	};

	return {
		'extraction.create': ({ params, query, body }) => {
			const { name, fileUrl, fileId } = body as Record<string, string>;
			if (!fileUrl && !fileId) throw new ApiError(400, 'fileUrl or fileId is required');
			const file = fileId ? find(state.files, fileId, 'File') : undefined;
			const made: Array<[string, string]> = ['open', 'pay'].map((word) => [
				`Where can I ${word}?`,
				`Everything about it is at ${fileUrl}.`,
			]);
			const number = knowledge.extractions.length;
			const extraction: Extraction = {
				...newJob(idOf('ke', String(number)), clock),
				botId: params.botId,
				language: String(query.language),
				name,
				...(file ? { fileId, fileName: file.name } : {}),
				questions: (file ? pairsIn(file.text) : made).map(([question, answer], index) => ({
					id: idOf('qna', `${number} ${index}`),
					question,
					answer,
				})),
			};
			knowledge.extractions.push(extraction);
			return { _id: extraction.id, status: 'success' };
		},
		'extraction.getAll': ({ params, query }) => {
			const own = knowledge.extractions.filter(
				({ botId, language }) => botId === params.botId && language === query.language,
			);
			return {
				metaqnas: own.map((one) => {
					lookAt(one, clock);
					const count = isOver(one) ? one.questions.length : 0;
					return {
						_id: one.id,
						editable: false,
						status: statusOf(one),
						isVisited: false,
						...(one.fileId === undefined ? {} : { fileId: one.fileId }),
						...(one.fileName === undefined ? {} : { fileName: one.fileName }),
						name: one.name,
						extractionType: 'faq',
						streamId: one.botId,
						createdBy: OWNER_ID,
						language: one.language,
						createdOn: isoText(one.startedAt),
						modifiedOn: isoText(one.startedAt + 1500),
						__v: 0,
						qnaAddedCount: 0,
						qnaExtractedCount: count,
						qnaCount: count,
					};
				}),
			};
		},
		'extraction.getQuestions': ({ params, query }) => {
			const own = knowledge.extractions.filter(({ botId }) => botId === params.botId);
			const extraction = find(own, params.extractionId, 'Extraction');
			const { limit = PAGE_SIZE, offset = 0 } = query as { limit?: number; offset?: number };
			const { language, questions, startedAt } = extraction;
			const ready = isOver(extraction) ? questions : [];
			return {
				extractions: ready.slice(offset, offset + limit).map(({ id, question, answer }) => ({
					_id: id,
					status: true,
					question,
					answer,
					language,
					kEId: extraction.id,
					createdBy: OWNER_ID,
					streamId: extraction.botId,
					createdOn: isoText(startedAt),
					modifiedOn: isoText(startedAt),
					__v: 0,
				})),
			};
		},
	};
}
