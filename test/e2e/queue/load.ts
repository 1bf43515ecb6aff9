import type { Execution } from '../../../scripts/n8n/api';
import { until } from '../../../scripts/n8n/patience';
import type { Playground } from '../../../scripts/n8n/playground';
import { forAll, jobOf, saidBy, startedBy, type Crew } from './crew';
import { notOnce, wantedBy } from './effects';
import { campaign, type Job } from './work';

/** 500 jobs: 125 of each kind. */
const OF_EACH = 125;
const LISTS = 2;
/** A token of KODA's lives for an hour. */
const TOKEN_SECONDS = 3600;

function jobsFor(crew: Crew): Job[] {
	return Array.from({ length: OF_EACH }, (): Job[] => {
		const number = crew.next();
		const chat = crew.chatOf(number);
		return [
			campaign(`Load campaign ${number}`, LISTS, number),
			{ kind: 'document', name: `load-article-${number}` },
			{ kind: 'reply', name: `Load reply ${number}`, chat },
			{ kind: 'message', name: `Load message ${number}`, chat },
		];
	}).flat();
}

/** Much work at once, while KODA's token expires. */
export function loadTests(playground: () => Playground, crew: () => Crew): void {
	let jobs: Job[];
	let executions: Execution[];

	beforeAll(async () => {
		const { sandbox } = playground();
		jobs = jobsFor(crew());
		const given = forAll(jobs, async (job) => await crew().give(job));
		// In the midst of it: some are done, and more are to come.
		await until(
			async () => await sandbox.requests('koda', 'chat.sendModeratorMessage'),
			({ length }) => length >= OF_EACH / 2,
			({ length }) => `${length} messages were sent.`,
			{ everyMs: 50 },
		);
		await sandbox.control('clock', { advanceSeconds: TOKEN_SECONDS + 60 });
		await given;
		executions = await crew().done(jobs.length);
	});

	it('every job is one execution, and succeeds', () => {
		const odd = executions.filter(({ status }) => status !== 'success');
		expect(odd.map((execution) => [execution.status, saidBy(execution)])).toEqual([]);
		expect(executions.map(jobOf).sort()).toEqual(jobs.map(({ name }) => name).sort());
	});

	it('both workers take part, and no execution is run twice', () => {
		const ids = executions.map(({ id }) => id).sort();
		const [first, second] = crew().workers.map((worker) =>
			startedBy(worker).filter((id) => ids.includes(id)),
		);
		expect([...first, ...second].sort()).toEqual(ids);
		expect(first.length).toBeGreaterThan(0);
		expect(second.length).toBeGreaterThan(0);
	});

	it('each list, document and message is there once', async () => {
		expect(notOnce(wantedBy(jobs), await crew().koda())).toEqual({});
	});

	it('every person is in one list', async () => {
		const { callLists } = await crew().koda();
		const people = jobs.flatMap(({ rows = [] }) => rows.map(({ phone }) => phone));
		const called = callLists.flatMap(({ calls }) => calls.map(({ phoneNumber }) => phoneNumber));
		expect(called.filter((number) => people.includes(number)).sort()).toEqual(people.sort());
	});

	it('nothing was refused but the token that had expired', async () => {
		const { sandbox } = playground();
		const all = await sandbox.requests('koda');
		const refused = all.filter(({ status }) => status >= 400);
		expect([...new Set(refused.map(({ status }) => status))]).toEqual([401]);
		expect(all.flatMap(({ contractErrors }) => contractErrors)).toEqual([]);
	});
}
