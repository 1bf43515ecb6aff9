import { KODA } from '../support/polls/koda';
import { KORE } from '../support/polls/koreAi';
import { FAULTLESS, Run, restoreClock } from '../support/polls/run';
import type { Simulated } from '../support/polls/world';

afterEach(restoreClock);

const named = (events: Simulated[], name: string) => events.find((one) => one.name === name)!;

/** Publishes, and answers what the next polls take, a minute each, between which so many things happen. */
async function callsOf(event: Simulated, happens: number[]): Promise<number[]> {
	const run = new Run(event, { tellsTime: true });
	await run.publish();
	const calls: number[] = [];
	for (const count of happens) {
		run.happen(count);
		run.pass(1);
		calls.push((await run.counted()).calls);
	}
	expect(await run.settle()).toMatchObject(FAULTLESS);
	return calls;
}

test('Call Finished reads the lists that have changed, and once more, and no others', async () => {
	// Thirty lists are two pages; things happen in one list after the other.
	const calls = await callsOf(named(KODA, 'KODA callFinished'), [0, 0, 5, 0, 0, 60, 0, 0]);
	expect(calls).toEqual([2, 2, 2 + 5, 2 + 5, 2, 2 + 30, 2 + 30, 2]);
});

test('Contact Called reads the contacts of what goes on, a hundred a page, once', async () => {
	// One campaign, with one contact who is still to be called beside those that were.
	const calls = await callsOf(named(KORE, 'Kore.ai contactCalled'), [0, 99, 1, 150]);
	expect(calls).toEqual([1 + 1, 1 + 1, 1 + 2, 1 + 3]);
});
