import type { Execution } from '../../../scripts/n8n/api';
import type { Playground } from '../../../scripts/n8n/playground';
import { saidBy, startedBy, type Crew } from './crew';
import { listsOf, campaign, type Job } from './work';

/** Long enough that both have looked before either creates, on a slow machine too. */
const LATENCY_MS = 1500;
/** Pairs that were run by both workers at the same time, of which none had looked after the other had created. */
const WANTED = 4;
const TRIES = 60;

interface Pair {
	job: Job;
	executions: Execution[];
}

/** The same job twice, at the same moment, on both workers. */
export function twinTests(playground: () => Playground, crew: () => Crew): void {
	const requests = async (operationId: string) =>
		await playground().sandbox.requests('koda', operationId);

	/** Whether both workers have one execution of a pair. */
	function isSplit({ executions }: Pair): boolean {
		const [first, second] = crew().workers.map((worker) => new Set(startedBy(worker)));
		const [one, other] = executions.map(({ id }) => id);
		return (first.has(one) && second.has(other)) || (first.has(other) && second.has(one));
	}

	/** Pairs of a kind, run until so many met that both have sent what creates. */
	async function meet(kind: 'campaign' | 'document', isTwice: (job: Job) => Promise<boolean>) {
		await playground().sandbox.control('latency', { ms: LATENCY_MS });
		const all: Pair[] = [];
		const met: Pair[] = [];
		for (let tries = 0; tries < TRIES && met.length < WANTED; tries += 1) {
			const number = crew().next();
			const job: Job =
				kind === 'campaign'
					? campaign(`Twin campaign ${number}`, 1, number)
					: { kind, name: `twin-article-${number}` };
			await Promise.all([crew().give(job), crew().give(job)]);
			const pair = { job, executions: await crew().done(2) };
			all.push(pair);
			if (isSplit(pair) && (await isTwice(job))) met.push(pair);
		}
		await playground().sandbox.control('latency', { ms: 0 });
		return { all, met };
	}

	it('a campaign of two runs calls nobody twice: the later list is paused, and its run says so', async () => {
		const { all, met } = await meet('campaign', async (job) => {
			const sent = await requests('callList.create');
			const [name] = listsOf(job);
			return sent.filter(({ body }) => (body as Job).name === name).length === 2;
		});
		const { callLists } = await crew().koda();
		for (const { job, executions } of all) {
			const [name] = listsOf(job);
			const lists = callLists.filter(({ settings }) => settings.name === name);
			const active = lists.filter(({ paused }) => !paused);
			const said = executions.map(saidBy);
			expect([name, active.length, said]).toEqual([name, 1, said]);
			for (const { id } of lists.filter(({ paused }) => paused)) {
				expect(said.filter((text) => text.includes(id) && /paused/i.test(text))).not.toEqual([]);
			}
		}
		expect(met).toHaveLength(WANTED);
	});

	it('a document of two runs is there once: the later one is taken back, and its run says so', async () => {
		const { all, met } = await meet('document', async (job) => {
			const sent = await requests('document.create');
			return sent.filter(({ body }) => (body as { title: string }).title === job.name).length === 2;
		});
		const { documents } = await crew().koda();
		for (const { job, executions } of all) {
			const left = documents.filter(({ meta }) => meta.article === job.name);
			const said = executions.map(saidBy);
			expect([job.name, left.length, said]).toEqual([job.name, 1, said]);
		}
		const deleted = await requests('document.delete');
		for (const { executions } of met) {
			const said = executions.map(saidBy);
			const told = said.filter((text) =>
				deleted.some(({ path }) => text.includes(path.split('/').at(-1) ?? ' ')),
			);
			expect(told).not.toEqual([]);
		}
		expect(met).toHaveLength(WANTED);
	});
}
