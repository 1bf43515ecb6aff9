import { emptied, loosely } from '../service';
import { DAY, HOUR, rounds, type Scenario } from './scenario';

/** What lists hold, and how they change while they are read. */
export const LISTS: Scenario[] = [
	{
		name: 'things happen while a poll reads',
		many: true,
		play: async (run) => {
			run.happen(70);
			run.pass(1);
			for (let round = 0; round < 4; round++) {
				run.service.during((number) => {
					if (number % 2 === 1 && number < 12) run.happen(1);
				});
				await run.poll();
				run.service.meanwhile = undefined;
				run.pass(2);
			}
		},
	},
	{
		name: 'a list shifts at every page, and n8n is restarted after each poll',
		many: true,
		play: async (run) => {
			run.happen(130);
			run.pass(1);
			for (let round = 0; round < 4; round++) {
				run.service.during((number) => {
					if (number < 20) run.happen(1);
				});
				await run.poll();
				run.service.meanwhile = undefined;
				run.restart();
				run.pass(2);
			}
		},
	},
	{
		name: 'lists shift while the events of two hours are read',
		many: true,
		play: async (run) => {
			for (let minute = 0; minute < 120; minute++) {
				run.happen(1);
				run.pass(1);
			}
			for (let round = 0; round < 3; round++) {
				run.service.during((number) => {
					if (number < 60) run.happen(1);
				});
				await run.poll();
				run.service.meanwhile = undefined;
				run.restart();
				run.pass(10);
			}
		},
	},
	{
		name: 'many have the same time, before and after a poll',
		many: true,
		play: async (run) => {
			run.happen(50);
			await run.poll();
			run.happen(50);
			await run.poll();
			run.restart();
			run.happen(1);
			await run.poll();
		},
	},
	{
		name: 'what is shown up to five minutes late comes, too',
		dated: true,
		play: async (run) => {
			run.happen(2, { hidden: 4 });
			run.pass(1);
			run.happen(2);
			await run.poll();
			run.pass(2);
			run.happen(2);
			await run.poll();
			run.pass(2);
			await run.poll();
		},
	},
	{
		name: 'rows are dated ten hours ahead',
		dated: true,
		play: async (run) => {
			run.happen(2, { minutesAgo: -10 * HOUR });
			await run.poll();
			await rounds(run, 3);
			run.restart();
			run.pass(11 * HOUR);
			await rounds(run, 2);
		},
	},
	{
		name: 'rows are dated ten hours ahead, and our clock is two days ahead',
		dated: true,
		play: async (run) => {
			run.setClock(2 * DAY);
			run.happen(2, { minutesAgo: -10 * HOUR });
			await run.poll();
			run.mayLoseUntold(run.happen(2));
			run.pass(2);
			await run.poll();
			run.setClock(0);
			run.mayLoseUntold(run.happen(2));
			run.pass(2);
			await run.poll();
			run.pass(11 * HOUR);
			// Sessions that began meanwhile may end now.
			run.mayLoseUntold(await rounds(run, 2));
		},
	},
	{
		name: 'rows that are known are edited',
		play: async (run) => {
			for (let round = 0; round < 4; round++) {
				run.happen(2);
				run.pass(3);
				await run.poll();
				run.world.edit();
				await run.poll();
			}
		},
	},
	...[
		['for one poll', [2]],
		['for three days', [2, DAY, DAY, DAY]],
	].map(
		([words, polls]): Scenario => ({
			name: `lists are empty ${String(words)}, and then as before`,
			play: async (run) => {
				await rounds(run, 2);
				run.pass(HOUR);
				for (const minutes of polls as number[]) {
					run.pass(minutes);
					run.service.faults.push(...Array.from({ length: 200 }, () => emptied));
					await run.poll();
					run.service.faults.length = 0;
				}
				for (const _poll of [1, 2]) await run.poll();
				await rounds(run, 1);
			},
		}),
	),
	{
		name: 'the same values are typed otherwise at every other poll',
		play: async (run) => {
			for (let round = 0; round < 4; round++) {
				run.service.typed = round % 2 === 1 ? loosely : undefined;
				run.happen(2);
				run.pass(3);
				await run.poll();
			}
		},
	},
	{
		name: 'two hundred at once, in one poll',
		many: true,
		play: async (run) => {
			run.happen(200);
			run.pass(1);
			await run.poll();
		},
	},
	{
		name: 'ten thousand at once',
		many: true,
		large: true,
		play: async (run) => {
			run.happen(10_000);
			run.pass(1);
			await run.poll();
			run.restart();
			run.pass(10);
			run.happen(1);
			await run.poll();
		},
	},
	{
		name: 'ten thousand, a few hundred between two polls',
		many: true,
		large: true,
		play: async (run) => {
			for (let round = 0; round < 25; round++) {
				run.happen(400);
				run.pass(6);
				await run.poll();
			}
		},
	},
	{
		name: 'nothing happens for a day between two events',
		play: async (run) => void (await rounds(run, 4, DAY)),
	},
	{
		name: 'nothing happens for a hundred days',
		play: async (run) => {
			await rounds(run, 1);
			run.pass(100 * DAY);
			await run.poll();
			await rounds(run, 1);
		},
	},
];
