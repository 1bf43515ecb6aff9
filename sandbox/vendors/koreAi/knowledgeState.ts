/** What the Kore.ai stand-in knows for bots to answer from: Search AI, FAQs and utterances. */
import type { Job } from './jobs';

/** A piece of a content that answers are made of; further names are chunk fields of the app. */
export interface Chunk {
	id: string;
	text: string;
	title: string;
	recordUrl: string;
	pageNumber: number;
	meta: Record<string, unknown>;
	others: Record<string, unknown>;
}

export interface Content {
	id: string;
	/** In the order they came: cursors go by it. */
	number: number;
	botId: string;
	title: string;
	url?: string;
	kind: 'json' | 'file' | 'web';
	sourceId: string;
	jobId: string;
	/** Whose it is; `*` is everybody's. */
	readers: string[];
	category?: string;
	createdAt: number;
	modifiedAt: number;
	/** Whether answers are made of it. */
	isTrained: boolean;
	chunks: Chunk[];
}

export interface Source {
	id: string;
	botId: string;
	name: string;
	description: string;
	kind: 'json' | 'file' | 'web';
	url?: string;
	/** Of a web source: how many pages a crawl reads at most. */
	most: number;
	depth: number;
	createdAt: number;
	/** The last crawl. */
	crawl: Job & { isRunning: boolean };
	/** Pages that the last crawl found gone, or could not read. */
	lost: Array<{ id: string; url: string; status: 'failed' | 'deleted'; at: number }>;
}

export interface SearchTraining extends Job {
	botId: string;
	/** Contents it is of; without any, all. */
	contentIds: string[];
	isOver: boolean;
	fails: boolean;
}

export interface Faq {
	id: string;
	botId: string;
	language: string;
	question: string;
	/** Other ways to ask it. */
	alternates: string[];
	answer: string;
	nodeId: string;
	isPublished: boolean;
	createdAt: number;
}

export interface Extraction extends Job {
	botId: string;
	language: string;
	name: string;
	fileId?: string;
	fileName?: string;
	questions: Array<{ id: string; question: string; answer: string }>;
}

/** A training of FAQs or utterances, or an import or export of utterances. */
export interface KnowledgeJob extends Job {
	kind: 'faqTraining' | 'utteranceTraining' | 'utteranceImport' | 'utteranceExport';
	botId: string;
	/** Of a training of FAQs. */
	language?: string;
	fails: boolean;
	/** Utterances that are imported. */
	count: number;
}

export interface Knowledge {
	sources: Source[];
	contents: Content[];
	/** Contents made so far, deleted ones as well. */
	contentsMade: number;
	trainings: SearchTraining[];
	faqs: Faq[];
	extractions: Extraction[];
	jobs: KnowledgeJob[];
}
