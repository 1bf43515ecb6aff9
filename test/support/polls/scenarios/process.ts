import { DAY, HOUR, rounds, type Scenario } from './scenario';
import { status } from '../service';
import type { Run } from '../run';

const kills: Scenario[] = [
	{
		name: 'n8n is killed after a poll, before it has written anything',
		play: async (run) => {
			run.happen(3);
			run.pass(1);
			await run.poll({ killed: 'nothing written' });
			await rounds(run);
		},
	},
	{
		name: 'n8n is killed when it has kept the place but not stored the execution',
		play: async (run) => {
			run.happen(3);
			run.pass(1);
			run.mayLose(await run.poll({ killed: 'only the place' }));
			await rounds(run);
		},
	},
	{
		name: 'n8n is killed when it has stored the execution but not kept the place',
		play: async (run) => {
			run.happen(3);
			run.pass(1);
			run.mayRepeat(await run.poll({ killed: 'only the execution' }));
			await rounds(run);
		},
	},
	{
		name: 'n8n is restarted after every poll',
		play: async (run) => {
			for (let round = 0; round < 6; round++) {
				if (round % 2 === 0) run.happen(3);
				run.pass(3);
				await run.poll();
				run.restart();
			}
		},
	},
	{
		name: 'n8n is down for three days, in which things happen',
		play: async (run) => {
			await rounds(run, 1);
			run.happen(2);
			for (const days of [1, 1, 1]) {
				run.pass(days * DAY);
				if (run.isDated) run.happen(2);
			}
			run.restart();
			await run.poll();
			await rounds(run, 1);
		},
	},
	...(
		[
			['n8n loses what it keeps', (run) => run.loseState()],
			['what n8n keeps is changed to something else', (run) => run.spoilState()],
		] as Array<[string, (run: Run) => void]>
	).map(
		([words, change]): Scenario => ({
			name: `${words}: what happened since the last poll is old then`,
			play: async (run) => {
				await rounds(run, 2);
				run.mayLose(run.happen(2));
				run.pass(HOUR);
				change(run);
				await run.publish();
				await rounds(run, 2);
			},
		}),
	),
	{
		name: 'n8n is restarted in a stream that is silent for forty days',
		play: async (run) => {
			await rounds(run, 1);
			for (let day = 0; day < 40; day += 10) {
				run.pass(10 * DAY);
				await run.poll();
				run.restart();
			}
			await rounds(run, 2);
		},
	},
];

const starts: Scenario[] = [
	{
		name: 'what happened before the workflow was published does not come',
		begins: true,
		play: async (run) => {
			run.happenedBefore(3, 3 * HOUR);
			run.happenedBefore(2, 2);
			await run.publish();
			await rounds(run, 2);
		},
	},
	{
		name: 'with a Start From, what happened since then comes',
		begins: true,
		dated: true,
		circumstances: { options: { startFrom: '2026-11-20T08:00:00Z' } },
		play: async (run) => {
			run.happenedBefore(3, 3 * HOUR);
			run.happen(3, { minutesAgo: HOUR });
			await run.publish();
			await rounds(run, 2);
		},
	},
	{
		name: 'the first poll fails, and the workflow is published again',
		begins: true,
		play: async (run) => {
			run.happenedBefore(3, 3 * HOUR);
			run.service.faults.push(...Array.from({ length: 5 }, () => status(run.service, 503)));
			await run.failing();
			run.service.faults.length = 0;
			await run.publish();
			await rounds(run, 2);
		},
	},
];

/** n8n is published, restarted and killed. */
export const PROCESS: Scenario[] = [...kills, ...starts];
