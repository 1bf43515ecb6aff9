/** What goes on at Search AI while nobody looks: crawls and trainings that end. */
import type { Clock } from '../../clock';
import { newContent, textChunk } from './knowledge';
import type { Content, SearchTraining, Source } from './knowledgeState';
import { idOf, lookAt, type Job, type KoreAiState } from './state';

const PAGES = ['', '/about', '/faq', '/contact', '/terms'];

/** The pages below an address that the sandbox makes up, fetching nothing. */
export const crawledText = (url: string): string => `Text of ${url}, made up by the sandbox.`;

/** Adds or renews the page of a web source. */
export function putPage(state: KoreAiState, source: Source, url: string, at: number): void {
	const { contents } = state.knowledge;
	const known = contents.find((content) => content.sourceId === source.id && content.url === url);
	if (known !== undefined) {
		known.modifiedAt = at;
		return;
	}
	const number = state.knowledge.contentsMade;
	const chunks = [textChunk(`${number} 0`, crawledText(url), { recordUrl: url })];
	contents.push(newContent(state.knowledge, source, { title: url, url, chunks }, at));
}

/** Ends a crawl: its pages are there. One whose address has `fail` in it could not be read. */
function endCrawl(state: KoreAiState, source: Source, at: number): void {
	source.crawl.isRunning = false;
	const base = (source.url ?? 'https://sitemap.example.com').replace(/\/+$/, '');
	for (const path of PAGES.slice(0, source.most)) {
		const url = base + path;
		if (!url.includes('fail')) putPage(state, source, url, at);
		else source.lost.push({ id: idOf('fc', `lost ${url}`), url, status: 'failed', at });
	}
}

/** Whether a training is of a content. */
export const isTrainedBy = (content: Content, { botId, contentIds }: SearchTraining): boolean =>
	content.botId === botId && (contentIds.length === 0 || contentIds.includes(content.id));

function endTraining(training: SearchTraining, contents: Content[]): void {
	training.isOver = true;
	if (training.fails) return;
	for (const content of contents.filter((one) => isTrainedBy(one, training))) {
		content.isTrained = true;
	}
}

/** Ends what has run long enough. `asked` is the job that somebody looks at, whose looks count. */
export function settle(state: KoreAiState, clock: Clock, asked?: string): void {
	const { sources, trainings, contents } = state.knowledge;
	const isDone = (job: Job) =>
		job.id === asked ? lookAt(job, clock) : clock.now() - job.startedAt >= 5000;
	for (const source of sources.filter(({ crawl }) => crawl.isRunning)) {
		if (isDone(source.crawl)) endCrawl(state, source, clock.now());
	}
	for (const training of trainings.filter(({ isOver }) => !isOver)) {
		if (isDone(training)) endTraining(training, contents);
	}
}
