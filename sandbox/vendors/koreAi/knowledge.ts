/** What is made of contents, sources and FAQs, and what the Kore.ai stand-in starts with of them. */
import type { Clock } from '../../clock';
import { pick } from '../random';
import { newJob } from './jobs';
import type { Chunk, Content, Knowledge, Source } from './knowledgeState';
import { FIRST_BOT_ID, hexOf, idOf } from './state';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** The nodes of every knowledge graph: its root, and two below it. */
const LABELS = ['', 'Delivery', 'Payment'];

export interface GraphNode {
	nodeId: string;
	label: string;
	level: string;
	parent: string[];
}

/** The nodes of a bot's knowledge graph in one language; the root is called as the bot. */
export function nodesOf(botId: string, language: string, botName: string): GraphNode[] {
	const idAt = (index: number) => idOf('n', `${botId} ${language} ${index}`).slice('n-'.length);
	return LABELS.map((label, index) => ({
		nodeId: idAt(index),
		label: label || botName,
		level: index === 0 ? 'l0' : 'l1',
		parent: index === 0 ? [] : [idAt(0)],
	}));
}

/** The ID of a knowledge task, which differs with the version of the bot (documented). */
export const taskId = (botId: string, language: string, state: string): string =>
	hexOf(`knowledge task ${botId} ${language} ${state}`);

const TOPICS = ['shipping', 'returns', 'payment', 'invoices', 'accounts', 'opening hours'] as const;

/** Adds FAQs to the first bot, an hour apart, the last of them a day ago. */
export function addFaqs(knowledge: Knowledge, count: number, clock: Clock): void {
	const first = knowledge.faqs.length;
	for (let index = first; index < first + count; index += 1) {
		const topic = pick(TOPICS, index);
		const [, node] = nodesOf(FIRST_BOT_ID, 'en', '');
		knowledge.faqs.push({
			id: hexOf(`faq ${index}`),
			botId: FIRST_BOT_ID,
			language: 'en',
			question: `What about ${topic}, part ${index + 1}?`,
			// Of every fourth.
			alternates: index % 4 === 0 ? [`Where is part ${index + 1} about ${topic}?`] : [],
			answer: `All of ${topic} is explained in chapter ${index + 1}, at 100 %.`,
			nodeId: node.nodeId,
			isPublished: index % 2 === 0,
			createdAt: clock.now() - DAY - (count - (index - first)) * 60 * MINUTE,
		});
	}
}

/** The parts of a content that all kinds share. */
export function newContent(
	knowledge: Knowledge,
	source: Source,
	given: Pick<Content, 'title' | 'chunks'> & Partial<Content>,
	at: number,
): Content {
	const number = knowledge.contentsMade;
	knowledge.contentsMade += 1;
	return {
		id: idOf('fc', String(number)),
		number,
		botId: source.botId,
		kind: source.kind,
		sourceId: source.id,
		jobId: idOf('fj', `content ${number}`),
		readers: ['*'],
		createdAt: at,
		modifiedAt: at,
		isTrained: false,
		...given,
	};
}

/** A chunk of plain text. */
export const textChunk = (name: string, text: string, given: Partial<Chunk> = {}): Chunk => ({
	id: idOf('chk', name),
	text,
	title: '',
	recordUrl: '',
	pageNumber: 1,
	meta: {},
	others: {},
	...given,
});

/** A source; one of the web is not crawled yet. */
export const newSource = (
	knowledge: Knowledge,
	given: Pick<Source, 'botId' | 'name' | 'kind'> & Partial<Source>,
	clock: Clock,
): Source => {
	const number = knowledge.sources.length;
	const job = newJob(idOf('fj', `source ${number}`), clock);
	return {
		id: idOf('fs', String(number)),
		description: '',
		most: 3,
		depth: 1,
		createdAt: clock.now(),
		crawl: { ...job, isRunning: false },
		lost: [],
		...given,
	};
};

/** Adds contents of text to the first bot's Help Center, trained, a minute apart. */
export function addContents(knowledge: Knowledge, count: number, clock: Clock): void {
	let source = knowledge.sources.find(({ name }) => name === 'Help Center');
	if (source === undefined) {
		source = newSource(
			knowledge,
			{ botId: FIRST_BOT_ID, name: 'Help Center', kind: 'json' },
			clock,
		);
		knowledge.sources.push(source);
	}
	for (let index = 0; index < count; index += 1) {
		const number = knowledge.contentsMade;
		const topic = pick(TOPICS, number);
		const title = `About ${topic} ${number + 1}`;
		const chunks = [0, 1].map((part) =>
			textChunk(`${number} ${part}`, `Part ${part + 1} about ${topic}: see page ${number + 1}.`, {
				title,
				recordUrl: `https://help.example.com/${number + 1}`,
				pageNumber: part + 1,
			}),
		);
		const at = clock.now() - DAY - (count - index) * MINUTE;
		const isTrained = true;
		knowledge.contents.push(newContent(knowledge, source, { title, chunks, isTrained }, at));
	}
}

export const emptyKnowledge = (): Knowledge => ({
	sources: [],
	contents: [],
	contentsMade: 0,
	trainings: [],
	faqs: [],
	extractions: [],
	jobs: [],
});

/** What the stand-in starts with: FAQs, which it was trained for, and contents of the first bot, from the last days. */
export function seedKnowledge(knowledge: Knowledge, clock: Clock): void {
	addFaqs(knowledge, 12, clock);
	addContents(knowledge, 15, clock);
	knowledge.jobs.push({
		...{ id: idOf('ds', 'first training'), startedAt: clock.now() - DAY, reads: 0 },
		...{ kind: 'faqTraining', botId: FIRST_BOT_ID, language: 'en', fails: false, count: 0 },
	});
}
