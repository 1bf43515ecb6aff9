import type { Execution } from '../../../scripts/n8n/api';
import { PATIENCE_MS, until } from '../../../scripts/n8n/patience';
import type { Playground } from '../../../scripts/n8n/playground';
import { forAll, jobOf, saidBy, startedBy, type Crew } from './crew';
import { madeIn, moreThanOnce, notOnce, wantedBy } from './effects';
import { campaign, type Job } from './work';

const OF_EACH = 12;
const LISTS = 3;
/** So that a job takes a few seconds. */
const LATENCY_MS = 700;

function jobsFor(crew: Crew, what: string): Job[] {
	return Array.from({ length: OF_EACH }, (): Job[] => {
		const number = crew.next();
		return [
			campaign(`${what} campaign ${number}`, LISTS, number),
			{ kind: 'document', name: `${what}-article-${number}` },
			{ kind: 'reply', name: `${what} reply ${number}`, chat: crew.chatOf(number) },
		];
	}).flat();
}

/** A worker that ends while it is at work. */
export function interruptedTests(playground: () => Playground, crew: () => Crew): void {
	const latency = async (ms: number) => await playground().sandbox.control('latency', { ms });
	const named = (name: string, jobs: Job[]) => jobs.filter((job) => job.name === name);

	/** Gives the jobs to both workers, and waits until the first has some that it has begun and that changed something. */
	async function inTheMidstOf(jobs: Job[]) {
		await latency(LATENCY_MS);
		await forAll(jobs, async (job) => await crew().give(job));
		const wanted = new Set(wantedBy(jobs));
		const [worker] = crew().workers;
		await until(
			async () => madeIn(await crew().koda()).filter((name) => wanted.has(name)),
			(made) => made.length >= OF_EACH && crew().unfinishedBy(worker).length >= 3,
			(made) => `Made: ${made.length}; the first worker has never begun three at once.`,
			{ everyMs: 50 },
		);
	}

	afterEach(async () => await latency(0));

	describe('a worker is killed', () => {
		let jobs: Job[];
		let executions: Execution[];
		/** IDs of the executions that it had begun. */
		let begun: string[];

		beforeAll(async () => {
			jobs = jobsFor(crew(), 'Killed');
			await inTheMidstOf(jobs);
			const [worker] = crew().workers;
			await worker.end(0);
			begun = crew().unfinishedBy(worker);
			await latency(0);
			executions = await crew().done(jobs.length);
		});

		it('what it had begun is reported as failed, and everything else succeeds', () => {
			const failed = executions.filter(({ status }) => status !== 'success');
			expect(begun.length).toBeGreaterThan(0);
			// It may have finished one whose last line of log was lost with it.
			for (const { id } of failed) expect(begun).toContain(id);
			expect(failed.map(({ status }) => status)).toEqual(failed.map(() => 'error'));
			expect(executions).toHaveLength(jobs.length);
		});

		it('no execution is begun again by the other worker', () => {
			const ids = crew().workers.flatMap(startedBy);
			expect(ids).toHaveLength(new Set(ids).size);
		});

		it('nothing is there twice, and what is missing belongs to a failed execution', async () => {
			const state = await crew().koda();
			expect(moreThanOnce(wantedBy(jobs), state)).toEqual({});
			const well = executions.filter(({ status }) => status === 'success').map(jobOf);
			const done = well.flatMap((name) => wantedBy(named(String(name), jobs)));
			expect(notOnce(done, state)).toEqual({});
		});

		it('run again, campaigns and documents are completed, and none is there twice', async () => {
			await crew().workers[0].start();
			const well = new Set(
				executions.filter(({ status }) => status === 'success').map((one) => jobOf(one)),
			);
			const left = jobs.filter(({ kind, name }) => kind !== 'reply' && !well.has(name));
			await forAll(left, async (job) => await crew().give(job));
			const again = await crew().done(left.length);
			const odd = again.filter(({ status }) => status !== 'success');
			expect(odd.map((execution) => saidBy(execution))).toEqual([]);
			const whole = wantedBy(jobs.filter(({ kind }) => kind !== 'reply'));
			expect(notOnce(whole, await crew().koda())).toEqual({});
		});
	});

	it('a worker that is told to stop finishes what it has begun; the other does the rest', async () => {
		const jobs = jobsFor(crew(), 'Drained');
		await inTheMidstOf(jobs);
		const [worker] = crew().workers;
		const begun = crew().unfinishedBy(worker);
		expect(await worker.end(2 * PATIENCE_MS)).toBe(0);
		expect(begun.length).toBeGreaterThan(0);
		expect(
			crew()
				.unfinishedBy(worker)
				.filter((id) => begun.includes(id)),
		).toEqual([]);
		await latency(0);
		const executions = await crew().done(jobs.length);
		const odd = executions.filter(({ status }) => status !== 'success');
		expect(odd.map((execution) => saidBy(execution))).toEqual([]);
		expect(executions).toHaveLength(jobs.length);
		expect(notOnce(wantedBy(jobs), await crew().koda())).toEqual({});
		await worker.start();
	});
}
