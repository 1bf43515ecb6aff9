import fc from 'fast-check';

import { Campaigns, calledIn, type Movement } from '../support/polls/campaigns';
import { FAULTLESS, Run, restoreClock } from '../support/polls/run';
import { SEED, WHOLE } from '../support/seeded';

/** Calls a minute and account that Kore.ai allows (docs/evidence/kore-ai.md §2.1). */
const ALLOWED = 60;

/** Pages of contacts that a poll reads, as docs/kore-ai.md says. */
const PAGES = 30;

afterEach(restoreClock);

const published = async (campaigns: Campaigns): Promise<Run> => {
	const run = new Run(calledIn(campaigns), { tellsTime: true });
	await run.publish();
	run.pass(1);
	return run;
};

/** Polls for as long as two rounds and what begins with them take, in which nothing happens. */
async function roundsOf(run: Run, campaigns: Campaigns): Promise<void> {
	const polls = 2 * Math.ceil(campaigns.pages / PAGES) + 2;
	for (let poll = 0; poll < polls; poll++) {
		await run.poll();
		run.pass(1);
	}
}

test.each([1, 50, 500])(
	'50,000 contacts in %d campaigns: a poll takes few calls, and a call comes after a round at most',
	async (count) => {
		const campaigns = new Campaigns();
		for (let index = 0; index < count; index++) campaigns.add(50_000 / count);
		const run = await published(campaigns);
		campaigns.turn('Ready', 'Active');
		const lists = Math.ceil(count / 50);
		const latest = Math.ceil(500 / PAGES) + 1;
		const waiting = new Map<string, number>();
		let late = 0;
		let most = 0;
		for (let poll = 0; poll < 2 * latest; poll++) {
			for (const key of run.happen(40)) waiting.set(key, poll);
			const { calls, came } = await run.counted();
			run.pass(1);
			most = Math.max(most, calls);
			for (const key of came) {
				late = Math.max(late, poll - waiting.get(key)!);
				waiting.delete(key);
			}
			for (const since of waiting.values()) expect(poll - since).toBeLessThan(latest);
		}
		expect(most).toBe(lists + PAGES);
		expect(most).toBeLessThan(ALLOWED);
		expect(late).toBeGreaterThan(latest / 2);
		await roundsOf(run, campaigns);
		expect(await run.settle()).toMatchObject(FAULTLESS);
	},
);

/** What happens before a poll. */
interface Step {
	calls: number;
	movement: Movement;
	during: boolean;
	event: 'begins' | 'ends' | 'is gone' | 'fails' | 'restarts' | 'is refused' | 'nothing';
	nth: number;
}

const steps = fc.array(
	fc.record<Step>({
		calls: fc.nat(60),
		movement: fc.constantFrom('still', 'front', 'back'),
		during: fc.boolean(),
		event: fc.constantFrom(
			'begins',
			'ends',
			'is gone',
			'fails',
			'restarts',
			'is refused',
			'nothing',
			'nothing',
		),
		nth: fc.nat(20),
	}),
	{ minLength: 12, maxLength: 30 },
);

/** Puts every fortieth number on the list once more, and every eightieth once more after that. */
function repeatSome(campaigns: Campaigns, campaign: Campaigns['all'][number]): void {
	const some = campaign.contacts.filter((_, index) => index % 40 === 0);
	campaigns.repeat(campaign, [...some, ...some.filter((_, index) => index % 2 === 0)]);
}

const SIZES = [1, 99, 100, 101, 1_700, 4_050];

async function play(run: Run, campaigns: Campaigns, step: Step): Promise<void> {
	const { calls, movement, during, event, nth } = step;
	campaigns.movement = movement;
	run.happen(calls);
	const active = campaigns.all.filter(({ status }) => status === 'Active');
	const chosen = active[nth % Math.max(1, active.length)];
	if (event === 'begins') campaigns.add(SIZES[nth % SIZES.length]).status = 'Active';
	if (event === 'ends' && chosen) chosen.status = 'Completed';
	if (event === 'restarts') run.restart();
	if (event === 'fails') {
		let asked = 0;
		run.service.refusal = () => (asked++ < nth ? undefined : 503);
		await run.attempt().catch(() => {});
		run.service.refusal = () => undefined;
	}
	if ((event === 'is gone' || event === 'is refused') && chosen && active.length > 1) {
		const code = event === 'is gone' ? 404 : 500;
		const isOf = (path: string) => path.includes(`/${chosen.id}/`);
		run.service.refusal = (path, page) => (isOf(path) && page > nth % 4 ? code : undefined);
	}
	run.service.during(() => void (during && run.happen(1)));
	await run.poll();
	run.service.meanwhile = undefined;
	run.service.refusal = () => undefined;
	run.pass(1);
}

test('in any course of things, each contact that is called comes once', async () => {
	let polls = 0;
	let came = 0;
	await fc.assert(
		fc.asyncProperty(steps, fc.boolean(), async (course, isRepeated) => {
			const campaigns = new Campaigns();
			for (const size of SIZES) campaigns.add(size);
			if (isRepeated) for (const campaign of campaigns.all) repeatSome(campaigns, campaign);
			const run = await published(campaigns);
			campaigns.turn('Ready', 'Active');
			for (const step of course) await play(run, campaigns, step);
			await roundsOf(run, campaigns);
			if (isRepeated) {
				// What stands on several pages comes when nobody is called any more.
				campaigns.turn('Active', 'Completed');
				for (let time = 0; time < 2; time++) await roundsOf(run, campaigns);
			}
			const verdict = await run.settle();
			expect(verdict).toMatchObject(FAULTLESS);
			polls += course.length;
			came += verdict.happened;
		}),
		{ seed: SEED, numRuns: WHOLE ? 100 : 6 },
	);
	expect(polls).toBeGreaterThan(70);
	expect(came).toBeGreaterThan(1_000);
});
