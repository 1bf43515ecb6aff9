/** What takes its time at the Kore.ai stand-in. */
import type { Clock } from '../../clock';

/** Something that takes its time. */
export interface Job {
	id: string;
	startedAt: number;
	/** How often its status was asked for. */
	reads: number;
}

/** The part of `create` that all jobs share. */
export const newJob = (id: string, clock: Clock): Job => ({ id, startedAt: clock.now(), reads: 0 });

const PENDING_READS = 2;
const PENDING_MILLISECONDS = 5000;

/** Counts a look at a job; whether it is done: after two looks, or five seconds. */
export function lookAt(job: Job, clock: Clock): boolean {
	job.reads += 1;
	return job.reads > PENDING_READS || clock.now() - job.startedAt >= PENDING_MILLISECONDS;
}
