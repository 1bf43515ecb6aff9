import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox';

/** Seconds the sandbox's clock moves on each second, so that minutes of calling are soon over. */
const STEP_SECONDS = 15;

interface Calls {
	/** Whether they have begun. */
	isCalling: () => Promise<boolean>;
	/** How long they take: the clock moves no further, since n8n's tokens would become too old. */
	seconds: number;
}

/** Waits for an execution of a campaign while the calls go faster than they would. */
export async function inHaste<T>(
	sandbox: Sandbox,
	execution: Promise<T>,
	{ isCalling, seconds }: Calls,
): Promise<T> {
	let over = false;
	const watch = execution.finally(() => (over = true)).catch(() => undefined);
	for (let moved = 0; moved < seconds && !over; ) {
		await Promise.race([watch, sleep(1000)]);
		if (over || !(await isCalling())) continue;
		await sandbox.control('clock', { advanceSeconds: STEP_SECONDS });
		moved += STEP_SECONDS;
	}
	return await execution;
}
