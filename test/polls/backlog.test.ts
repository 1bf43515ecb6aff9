import type { IDataObject } from 'n8n-workflow';

import { interactionFinished, KORE } from '../support/polls/koreAi';
import { FAULTLESS, Run, restoreClock } from '../support/polls/run';
import type { Simulated } from '../support/polls/world';

afterEach(restoreClock);

/** Calls a minute that Kore.ai answers (docs/evidence/kore-ai.md §2.1). */
const A_MINUTE = 60;

/** Minutes. */
const DAY = 24 * 60;

/** n8n is down for so many days, of 1,500 rows each. */
function beDown(run: Run, days: number): void {
	for (let time = 0; time < days * 300; time++) {
		run.happen(5);
		run.pass(DAY / 300);
	}
}

/** Kore.ai Trigger, published at a service that answers 429 to more calls a minute than it allows; polls are a minute apart. */
async function published(event: string | Simulated, options: IDataObject = {}): Promise<Run> {
	const named = KORE.find(({ name }) => name === `Kore.ai ${String(event)}`)!;
	const run = new Run(typeof event === 'string' ? named : event, { tellsTime: true, options });
	let [minute, answered] = [0, 0];
	run.service.refusal = () => {
		const now = Math.floor(Date.now() / 60_000);
		answered = now === minute ? answered + 1 : 1;
		minute = now;
		return answered > A_MINUTE ? 429 : undefined;
	};
	await run.publish();
	run.pass(1);
	return run;
}

/** Polls; answers the calls it took, and how many came. */
async function poll(run: Run): Promise<{ calls: number; count: number }> {
	const { calls, came } = await run.counted();
	run.pass(1);
	return { calls, count: came.length };
}

test.each([
	['sessionStarted', 21],
	['sessionClosed', 5],
	['newMessage', 21],
	['feedbackGiven', 3],
	['unhandledUtterance', 3],
	['auditLogEntry', 3],
	['interactionFinished', 3],
])(
	'what gathered in a time without polls comes once each, by polls of 60 calls: %s, %d days',
	async (event, days) => {
		const run = await published(event);
		beDown(run, days);
		let count = 0;
		for (let polls = 1; count < days * 1500 && polls < 100; polls++) {
			count += (await poll(run)).count;
			if (polls % 7 === 0) run.restart();
		}
		expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: days * 1500 });
	},
);

test('a Start From of fifteen years ago is read to its end, although nothing happened for most of them', async () => {
	const startFrom = new Date(Date.UTC(2011, 10, 20)).toISOString();
	const run = await published('sessionStarted', { startFrom });
	const keys = run.happen(5, { minutesAgo: 30 * DAY });
	for (let polls = 0; polls < 20; polls++) await poll(run);
	expect((await poll(run)).calls).toBe(1);
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: keys.length });
});

test('one interaction that goes on keeps back none of thousands, and is let go after six days', async () => {
	const run = await published(interactionFinished({ first: 'ACTIVE' }));
	beDown(run, 5);
	// A reading of all takes some polls while it is waited for.
	let count = 0;
	for (let polls = 0; polls < 20; polls++) {
		run.happen(1);
		count += (await poll(run)).count;
	}
	expect(count).toBeGreaterThan(5 * 1500);
	beDown(run, 2);
	for (let polls = 0; polls < 30; polls++) await poll(run);
	// What ended in the last day, read twice.
	expect((await poll(run)).calls).toBeLessThan(40);
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 7 * 1500 + 20 });
});
