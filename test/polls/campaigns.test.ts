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

test('Call Finished reads the lists that have changed, and for five minutes more, and no others', async () => {
	const quiet = Array.from({ length: 6 }, () => 0);
	// Thirty lists are two pages; things happen in one list after the other.
	const happens = [0, 5, ...quiet, 60, ...quiet];
	const read = (lists: number) => Array.from({ length: 6 }, () => 2 + lists);
	const calls = await callsOf(named(KODA, 'KODA callFinished'), happens);
	expect(calls).toEqual([2, ...read(5), 2, ...read(30), 2]);
});

test('Contact Called reads the contacts of what goes on, a hundred a page, once', async () => {
	// One campaign, with one contact who is still to be called beside those that were.
	const calls = await callsOf(named(KORE, 'Kore.ai contactCalled'), [0, 99, 1, 150]);
	expect(calls).toEqual([1 + 1, 1 + 1, 1 + 2, 1 + 3]);
});
