import { pages, published, running } from '../support/polls/contacts';
import { FAULTLESS, restoreClock } from '../support/polls/run';

afterEach(restoreClock);

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

test.each([150, 4_000])(
	'of %d contacts, a number that is on the list again comes once more, of another page at the end',
	async (size) => {
		const campaigns = running(size, 0);
		const [{ contacts }] = campaigns.all;
		campaigns.repeat(campaigns.all[0], [contacts[0], contacts[0], contacts[1]]);
		const { run, asks } = await published(campaigns);
		const round = async () => {
			for (let from = 1; from <= size / 100 + 1; from += 30) {
				const last = Math.ceil(contacts.length / 100);
				expect(await asks()).toEqual(pages(from, Math.min(from + 29, last)));
			}
		};
		if (size > 3_000) await asks();
		run.happen(contacts.length);
		// What could be a row that moved waits until nothing moves any more.
		await round();
		expect(run.started.length).toBe(contacts.length - 2);
		await round();
		expect(run.started.length).toBe(contacts.length - 2);
		campaigns.all[0].status = 'Completed';
		await round();
		await round();
		for (let poll = 0; poll < 3; poll++) expect(await asks()).toEqual([]);
		expect(run.kept().length).toBeLessThan(300);
		expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: size + 3 });
	},
);

test('one that stood on two pages before the campaign ended comes a round later', async () => {
	const campaigns = running(4_000, 0);
	const [campaign] = campaigns.all;
	campaigns.repeat(campaign, campaign.contacts.slice(0, 1));
	campaign.contacts.splice(150, 0, ...campaign.contacts.splice(-1));
	const { run, asks } = await published(campaigns);
	await asks();
	run.happen(4_001);
	expect(await asks()).toEqual(pages(1, 30));
	campaign.status = 'Completed';
	for (let poll = 0; poll < 5; poll++) expect(await asks()).not.toEqual([]);
	expect(await asks()).toEqual([]);
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 4_001 });
});

test('one that stood on two pages when the trigger began is old both times', async () => {
	const campaigns = running(4_000, 0);
	const [campaign] = campaigns.all;
	campaigns.repeat(campaign, campaign.contacts.slice(0, 2));
	campaigns.happen(4_002);
	const { run, asks } = await published(campaigns);
	await asks();
	campaign.status = 'Completed';
	for (let poll = 0; poll < 6; poll++) await asks();
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 0 });
});

test.each([150, 50])(
	'of %d, one that moves to the next page while a campaign is read, or is shown late, comes once',
	async (before) => {
		const campaigns = running(300, 0);
		const { run, asks } = await published(campaigns);
		campaigns.movement = 'front';
		run.happen(before);
		const [campaign] = campaigns.all;
		const shifting = async (status: string) => {
			run.service.during((number) => {
				campaign.status = 'Active';
				if (number > 1) run.happen(1);
				campaign.status = status;
			});
			await asks();
			run.service.meanwhile = undefined;
		};
		await shifting('Active');
		campaign.status = 'Completed';
		await asks();
		// What came of a call may be shown later than that all is over.
		await shifting('Completed');
		for (let poll = 0; poll < 2; poll++) expect(await asks()).toEqual(pages(1, 3));
		expect(await asks()).toEqual([]);
		expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: before + 4 });
	},
);

test.each([undefined, 404])(
	'a list that announces more than it gives is over when it has given the same twice: %s',
	async (status) => {
		const campaigns = running(200, 0);
		campaigns.surplus = 1;
		const { run, watch, asks } = await published(campaigns);
		watch(({ page }) => (page > 2 ? status : undefined));
		run.happen(50);
		campaigns.all[0].status = 'Completed';
		for (let poll = 0; poll < 2; poll++) expect(await asks()).toEqual(pages(1, 3));
		for (let poll = 0; poll < 3; poll++) expect(await asks()).toEqual([]);
		expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 50 });
	},
);

test.each([404, 500])(
	'one that is over is read again where a page of it answered %d once',
	async (status) => {
		const campaigns = running(4_000, 0);
		const [campaign] = campaigns.all;
		const { run, watch, asks } = await published(campaigns);
		await asks();
		campaign.status = 'Completed';
		for (let poll = 0; poll < 2; poll++) await asks();
		const key = campaigns.call(campaign, 450);
		watch(({ page }) => (page === 5 ? status : undefined));
		for (let poll = 0; poll < 2; poll++) expect(await run.poll()).toEqual([]);
		watch();
		expect(await run.poll()).toEqual([key]);
	},
);

test('a page that is refused is asked for until it can be read, also of one that is over', async () => {
	const campaigns = running(200, 0);
	const { run, watch, asks } = await published(campaigns);
	run.happen(200);
	campaigns.all[0].status = 'Completed';
	watch(({ page }) => (page === 2 ? 500 : undefined));
	for (let poll = 0; poll < 4; poll++) expect(await asks()).toEqual(pages(1, 2));
	watch();
	for (let poll = 0; poll < 2; poll++) expect(await asks()).toEqual(pages(1, 2));
	expect(await asks()).toEqual([]);
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 200 });
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
