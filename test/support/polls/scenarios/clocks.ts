import { DAY, HOUR, rounds, type Scenario } from './scenario';

const jumps = [
	['two days ahead', 2 * DAY],
	['an hour ahead', HOUR],
	['ten minutes ahead', 10],
	['two minutes ahead', 2],
	['forty days ahead', 40 * DAY],
	['two minutes behind', -2],
	['two days behind', -2 * DAY],
	['forty days behind', -40 * DAY],
].flatMap(([words, minutes]): Scenario[] => [
	{
		name: `the clock jumps ${words}, and comes back while things happen`,
		play: async (run) => {
			await rounds(run, 2);
			run.setClock(Number(minutes));
			await run.poll();
			await rounds(run, 3, 15);
			run.setClock(0);
			await rounds(run, 2);
		},
	},
	{
		name: `the clock is ${words} when the workflow is published, and comes back`,
		begins: true,
		play: async (run) => {
			run.happenedBefore(3, 3 * HOUR);
			run.setClock(Number(minutes));
			if (Number(minutes) < 0) run.mayBeOld();
			await run.publish();
			run.pass(1);
			const keys = await rounds(run, 2);
			if (Number(minutes) > 0) run.mayLoseEnds(keys, Number(minutes));
			run.setClock(0);
			const next = await rounds(run, 1);
			if (Number(minutes) > DAY) run.mayLoseInteractions(next);
			await rounds(run, 1);
		},
	},
	{
		name: `the clock jumps ${words} and back in a stream that is silent for a week`,
		play: async (run) => {
			await rounds(run, 1);
			run.pass(7 * DAY);
			await run.poll();
			run.setClock(Number(minutes));
			await run.poll();
			run.pass(5);
			run.setClock(0);
			await run.poll();
			await rounds(run, 2);
		},
	},
]);

const zones: Scenario[] = [
	['spring', '2026-03-29T00:30:00Z'],
	['autumn', '2026-10-25T00:10:00Z'],
].map(
	([season, at]): Scenario => ({
		name: `the clocks are changed in ${season}`,
		circumstances: { at, zone: 'Europe/Warsaw' },
		play: async (run) => {
			for (let round = 0; round < 12; round++) {
				const keys = run.happen(2);
				// KODA may write local times, of which an hour comes twice.
				if (season === 'autumn') run.mayLoseOfCalls(keys);
				run.pass(15);
				await run.poll();
			}
		},
	}),
);

/** Clocks that jump, and hours that come twice or never. */
export const CLOCKS: Scenario[] = [...jumps, ...zones];
