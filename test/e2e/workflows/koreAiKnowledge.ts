import { sortBy } from 'lodash';

import { itemsOf, type Execution } from '../../../scripts/n8n/api';
import type { Runner } from './runner';

const BOT = 'st-11111111-1111-5111-8111-111111111111';

interface Knowledge {
	knowledge: {
		faqs: Array<{ id: string; botId: string; language: string; question: string; answer: string }>;
		sources: Array<{ id: string; name: string; url?: string; kind: string }>;
		contents: Array<{
			sourceId: string;
			url?: string;
			isTrained: boolean;
			chunks: Array<{ text: string }>;
		}>;
	};
}

/** What Kore.ai's bots answer from: FAQs of a spreadsheet, and the pages of a website. */
export function koreAiKnowledgeTests({ playground, run }: Runner): void {
	const knowledge = async () => (await playground().sandbox.state<Knowledge>('kore-ai')).knowledge;
	/** The operations that a run calls, in their order. */
	const called = async <T>(work: () => Promise<T>): Promise<[result: T, operations: string[]]> => {
		const { sandbox } = playground();
		const before = (await sandbox.requests('kore-ai')).length;
		const result = await work();
		const sent = (await sandbox.requests('kore-ai')).slice(before);
		return [result, sent.map(({ operationId }) => String(operationId))];
	};

	describe('faq-from-a-spreadsheet', () => {
		const FILE = 'faq-from-a-spreadsheet';
		const own = async () =>
			(await knowledge()).faqs.filter(({ botId, language }) => botId === BOT && language === 'en');
		const rowsOf = (execution: Execution) =>
			itemsOf(execution, 'Rows') as Array<{ question: string; answer: string }>;

		it('the bot gets the questions that it lacks, is trained, and what differs is told', async () => {
			const before = await own();
			const [execution, operations] = await called(async () => await run(FILE));
			const rows = rowsOf(execution);
			const known = new Map(before.map(({ question, answer }) => [question, answer]));
			const lacking = rows.filter(({ question }) => !known.has(question));
			const differing = rows.filter(
				({ question, answer }) => known.has(question) && known.get(question) !== answer,
			);
			expect(lacking.length).toBeGreaterThan(1);
			expect(differing).toHaveLength(1);

			const after = await own();
			expect(after.slice(0, before.length)).toEqual(before);
			// They are sent several at a time, so they arrive in any order.
			expect(sortBy(after.slice(before.length), 'question')).toMatchObject(
				sortBy(lacking, 'question'),
			);
			const [trained, ...more] = (
				await playground().sandbox.requests('kore-ai', 'faq.train')
			).slice(-1);
			expect(more).toEqual([]);
			expect(trained.body).toEqual({ language: 'en' });
			const steps = operations.filter((name) => ['faq.create', 'faq.train'].includes(name));
			expect(steps).toEqual([...lacking.map(() => 'faq.create'), 'faq.train']);
			// Waited for: it is looked at until it is over.
			expect(operations.at(-1)).toBe('faq.getTrainingStatus');
			expect(itemsOf(execution, 'Summary')).toEqual([
				{ added: lacking.length, to_change: 1, training: 'success' },
			]);

			const file = await playground().n8n.api.fileText(execution, 'Change List');
			const [{ question, answer }] = differing;
			const id = before.find((faq) => faq.question === question)?.id;
			// n8n begins a CSV file with a byte order mark, and quotes texts with a comma.
			expect(file.replace('\uFEFF', '').trim().split('\n')).toEqual([
				'faq_id,question,answer',
				`${id},"${question}","${answer}"`,
			]);
		});

		it('running it again adds nothing and trains nothing', async () => {
			const before = await own();
			const [execution, operations] = await called(async () => await run(FILE));
			expect(await own()).toEqual(before);
			expect(new Set(operations)).toEqual(new Set(['knowledgeTask.getAll', 'faq.getAllV2']));
			const statuses = itemsOf(execution, 'Sync FAQs').map(({ status }) => status);
			expect(statuses).toEqual([...Array(4).fill('unchanged'), 'needs update']);
		});
	});

	describe('website-to-search-ai', () => {
		const FILE = 'website-to-search-ai';

		it('the website is read and trained before the question is answered from it', async () => {
			const { sources: others } = await knowledge();
			const [execution, operations] = await called(async () => await run(FILE));
			const { sources, contents } = await knowledge();
			const [{ name, url, question }] = itemsOf(execution, 'Website');
			const [source, ...more] = sources.slice(others.length);
			expect(more).toEqual([]);
			expect(source).toMatchObject({ name, url, kind: 'web' });
			const pages = contents.filter(({ sourceId }) => sourceId === source.id);
			expect(pages.length).toBeGreaterThan(3);
			expect(pages.every(({ isTrained }) => isTrained)).toBe(true);

			const steps = operations.filter((step, index) => step !== operations[index - 1]);
			expect(steps).toEqual([
				'content.getAll',
				'source.create',
				'source.crawl',
				'searchJob.get',
				'searchTraining.train',
				'searchTraining.getStatus',
				'answer.ask',
			]);
			const jobs = (await playground().sandbox.requests('kore-ai', 'searchJob.get')).map(
				({ responseBody }) => (responseBody as { status: string }).status,
			);
			expect(jobs).toEqual([...jobs.slice(1).map(() => 'IN_PROGRESS'), 'SUCCESS']);

			const page = pages.find((one) => one.url === `${String(url)}/faq`);
			expect(itemsOf(execution, 'Answer')).toEqual([
				{ question, answer: page?.chunks[0].text, page: page?.url },
			]);
		});

		it('a website that is there already is not added again, only asked', async () => {
			const before = await knowledge();
			const [execution, operations] = await called(async () => await run(FILE));
			expect(operations).toEqual(['content.getAll', 'answer.ask']);
			expect(await knowledge()).toEqual(before);
			const [{ page }] = itemsOf(execution, 'Answer');
			expect(page).toMatch(/\/faq$/);
		});
	});
}
