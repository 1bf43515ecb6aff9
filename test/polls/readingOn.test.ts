import { Campaigns, calledIn } from '../support/polls/campaigns';
import { FAULTLESS, Run, restoreClock } from '../support/polls/run';

afterEach(restoreClock);

/** Pages that polls asked for, by campaign, in their order. */
interface Asked {
	id: string;
	page: number;
}

/** A trigger that is published, and what its polls ask for. */
async function published(campaigns: Campaigns) {
	const run = new Run(calledIn(campaigns), { tellsTime: true });
	let asked: Asked[] = [];
	const watch = (status: (asked: Asked) => number | undefined = () => undefined) => {
		run.service.refusal = (path, page) => {
			const id = /campaign\/(cd-\d+)\/status/.exec(path)?.[1];
			if (id === undefined) return undefined;
			asked.push({ id, page });
			return status({ id, page });
		};
	};
	watch();
	await run.publish();
	return {
		run,
		watch,
		/** The pages that `act`, or a poll, asks for. */
		asks: async (act: () => Promise<unknown> = async () => await run.poll()) => {
			asked = [];
			run.pass(1);
			await act();
			return asked.toSorted((a, b) => a.page - b.page);
		},
	};
}

const pages = (from: number, to: number, id = 'cd-0') =>
	Array.from({ length: to - from + 1 }, (_, index) => ({ id, page: from + index }));

/** A campaign that runs, in which so many of its contacts were called before the trigger knew it. */
function running(size: number, before: number): Campaigns {
	const campaigns = new Campaigns();
	campaigns.add(size, 'Active');
	campaigns.happen(before);
	return campaigns;
}

test('each poll goes on where the one before it stopped, and begins again after the last page', async () => {
	const { asks } = await published(running(7_000, 0));
	expect(await asks()).toEqual(pages(31, 60));
	expect(await asks()).toEqual(pages(61, 70));
	expect(await asks()).toEqual(pages(1, 30));
});

test('what was called before the first reading is old, also where that takes several polls', async () => {
	const { run, asks } = await published(running(7_000, 6_000));
	for (let poll = 0; poll < 6; poll++) expect(await asks()).not.toEqual([]);
	expect(run.kept().length).toBeLessThan(6_000 * 17 + 1_000);
	run.happen(500);
	for (let poll = 0; poll < 4; poll++) await asks();
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 500 });
});

test('a poll that fails keeps its place, and what it had read comes with the next', async () => {
	const { run, watch, asks } = await published(running(7_000, 0));
	await asks();
	await asks();
	const keys = run.happen(200);
	watch(({ page }) => (page === 17 ? 503 : undefined));
	expect((await asks(async () => await run.failing())).slice(0, 16)).toEqual(pages(1, 16));
	watch();
	expect(await asks()).toEqual(pages(1, 30));
	await asks();
	await asks();
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: keys.length });
});

test('a place that is no longer there ends the reading of the campaign', async () => {
	const campaigns = running(7_000, 0);
	const { run, watch, asks } = await published(campaigns);
	campaigns.all[0].contacts.length = 2_000;
	watch(({ page }) => (page > 20 ? 404 : undefined));
	expect(await asks()).toEqual(pages(31, 31));
	run.happen(100);
	expect(await asks()).toEqual(pages(1, 20));
	watch();
	campaigns.all[0].contacts.length = 1_000;
	expect(await asks()).toEqual(pages(1, 10));
	expect(run.kept()).not.toContain('"at"');
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 100 });
});

test('a campaign that cannot be read keeps back no other', async () => {
	const campaigns = new Campaigns();
	for (let index = 0; index < 40; index++) campaigns.add(10, 'Active');
	const { run, watch, asks } = await published(campaigns);
	watch(({ id }) => (Number(id.slice(3)) < 35 ? 500 : undefined));
	const seen = new Set<string>();
	for (let poll = 0; poll < 2; poll++) for (const { id } of await asks()) seen.add(id);
	expect(seen.size).toBe(40);
	expect(run.kept()).toContain('cd-0');
});

test('one that is over is read until a whole reading after it shows nothing new, and no more', async () => {
	const campaigns = running(4_000, 0);
	const { run, asks } = await published(campaigns);
	await asks();
	run.happen(50);
	expect(await asks()).toEqual(pages(1, 30));
	campaigns.all[0].status = 'Completed';
	expect(await asks()).toEqual(pages(31, 40));
	// It was over before this one began, and the last of it had come.
	expect(await asks()).toEqual(pages(1, 30));
	expect(await asks()).toEqual(pages(31, 40));
	for (let poll = 0; poll < 3; poll++) expect(await asks()).toEqual([]);
	// Nobody who was called is kept.
	expect(run.kept().length).toBeLessThan(300);
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 50 });
});

test('what is over when the trigger first looks is never read', async () => {
	const campaigns = running(4_000, 100);
	campaigns.all[0].status = 'Completed';
	campaigns.add(10, 'Stopped');
	const { asks } = await published(campaigns);
	for (let poll = 0; poll < 3; poll++) expect(await asks()).toEqual([]);
});

test('of one that is over, what is shown late comes, and it is read once more after that', async () => {
	const campaigns = running(200, 0);
	const { run, asks } = await published(campaigns);
	campaigns.all[0].status = 'Completed';
	expect(await asks()).toEqual(pages(1, 2));
	campaigns.all[0].status = 'Active';
	run.happen(1);
	campaigns.all[0].status = 'Completed';
	for (let poll = 0; poll < 2; poll++) expect(await asks()).toEqual(pages(1, 2));
	expect(await asks()).toEqual([]);
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 1 });
});

test('one that was stopped goes on where it was', async () => {
	const campaigns = running(4_000, 0);
	const { run, asks } = await published(campaigns);
	await asks();
	run.happen(300);
	for (let poll = 0; poll < 2; poll++) await asks();
	campaigns.all[0].status = 'Stopped';
	for (let poll = 0; poll < 4; poll++) await asks();
	expect(await asks()).toEqual([]);
	campaigns.all[0].status = 'Active';
	run.happen(300);
	for (let poll = 0; poll < 2; poll++) await asks();
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 600 });
});

test('of those that were stopped, a million characters are kept, of the last', async () => {
	const campaigns = new Campaigns();
	for (let index = 0; index < 35; index++) campaigns.add(2_500);
	const { run, asks } = await published(campaigns);
	for (const campaign of campaigns.all) {
		campaign.status = 'Active';
		run.happen(2_400);
		await asks();
		campaign.status = 'Stopped';
		for (let poll = 0; poll < 3; poll++) await asks();
		expect(await asks()).toEqual([]);
	}
	expect(35 * 2_400 * 17).toBeGreaterThan(1_400_000);
	expect(run.kept().length).toBeLessThan(1_010_000);
	expect(run.kept().length).toBeGreaterThan(900_000);
	campaigns.all.at(-1)!.status = 'Active';
	run.happen(50);
	await asks();
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 35 * 2_400 + 50 });
});

test('a page that is refused in the first reading makes nothing new that is old', async () => {
	const { run, watch, asks } = await published(running(7_000, 6_500));
	watch(({ page }) => (page === 45 ? 500 : undefined));
	for (let poll = 0; poll < 6; poll++) await asks();
	watch();
	for (let poll = 0; poll < 6; poll++) await asks();
	run.happen(400);
	for (let poll = 0; poll < 4; poll++) await asks();
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 400 });
});

test('Fetch Test Event reads a part of what was made within the time, and nothing else', async () => {
	const campaigns = running(7_000, 0);
	const { run, asks } = await published(campaigns);
	const before = run.kept();
	const fetched = async () => await run.attempt({ isTest: true });
	expect(await asks(async () => await expect(fetched()).rejects.toThrow('Nothing'))).toEqual([]);
	const recent = campaigns.add(7_000, 'Active');
	recent.createdAt = Date.now() - 1_000;
	const key = campaigns.call(recent, 2_000);
	expect(await asks(async () => expect(await fetched()).toEqual([key]))).toEqual(
		pages(1, 30, 'cd-1'),
	);
	expect(run.kept()).toBe(before);
});
