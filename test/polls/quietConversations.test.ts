import { NAXON } from '../support/polls/naxon';
import { FAULTLESS, Run, restoreClock } from '../support/polls/run';

afterEach(restoreClock);

const newMessage = NAXON.find(({ name }) => name === 'Naxon newMessage')!;

/** Polls; answers how often messages were asked for, and what came. */
async function counted(run: Run): Promise<{ read: number; came: string[] }> {
	let read = 0;
	run.service.refusal = (path) => {
		if (path.endsWith('/messages')) read += 1;
		return undefined;
	};
	const came = await run.poll();
	return { read, came: came.toSorted() };
}

test('a conversation in which nothing is new is not read again, once nothing can be shown late', async () => {
	const run = new Run(newMessage, { tellsTime: true });
	await run.publish();
	run.pass(1);
	const keys = run.happen(5);
	expect(await counted(run)).toEqual({ read: 5, came: keys.toSorted() });
	run.pass(1);
	expect(await counted(run)).toEqual({ read: 5, came: [] });
	run.pass(6);
	await run.poll();
	for (const minutes of [1, 10, 600]) {
		run.pass(minutes);
		expect(await counted(run)).toEqual({ read: 0, came: [] });
	}
	const later = run.happen(1);
	expect(await counted(run)).toMatchObject({ came: later });
	expect(await run.settle()).toMatchObject(FAULTLESS);
});
