import { Campaigns } from '../support/polls/campaigns';
import { pages, published, running } from '../support/polls/contacts';
import { FAULTLESS, restoreClock } from '../support/polls/run';

afterEach(restoreClock);

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
