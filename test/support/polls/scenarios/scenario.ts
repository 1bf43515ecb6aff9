import { Run, type Circumstances, type Verdict } from '../run';
import type { Simulated } from '../world';

/** What happens while a workflow is published. Everything comes once, but for what a scenario names. */
export interface Scenario {
	name: string;
	/** What the service and the workflow are like. */
	circumstances?: Omit<Circumstances, 'tellsTime'>;
	/** Only of events that are rows with a time. */
	dated?: true;
	/** Only of events of which many may happen at once. */
	many?: true;
	/** Only of events of which an empty answer says nothing. */
	empty?: true;
	/** Only in `npm run test:full`. */
	large?: true;
	/** Whether the trigger has a Start From, so that it begins before it is published. */
	begins?: true;
	play: (run: Run) => Promise<void>;
}

/** What comes of an event in a scenario, at a service that tells its time or does not. */
export async function outcomeOf(
	event: Simulated,
	scenario: Scenario,
	tellsTime: boolean,
): Promise<Verdict> {
	const run = new Run(event, { tellsTime, ...scenario.circumstances });
	if (!scenario.begins) {
		await run.publish();
		run.pass(1);
	}
	await scenario.play(run);
	return await run.settle();
}

/** Minutes. */
export const HOUR = 60;
export const DAY = 24 * HOUR;

/** Something happens and is polled, a few times; answers the keys. */
export async function rounds(run: Run, count = 3, minutes = 2): Promise<string[]> {
	const keys: string[] = [];
	for (let round = 0; round < count; round++) {
		keys.push(...run.happen(3));
		run.pass(minutes);
		await run.poll();
	}
	return keys;
}
