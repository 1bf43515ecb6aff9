import { sleep } from 'n8n-workflow';

import { SLICE_MS } from './concurrency';
import { perProcess } from './perProcess';

/** One that waits until a key is free. */
interface Waiting {
	hasIt: boolean;
	admit: () => void;
}

/** The keys that are held in this n8n, and who waits for each, first come, first served. */
const held = perProcess(() => new Map<string, Waiting[]>());

/** Why a key was not given: it took too long, or the run was stopped. */
export class NotFree extends Error {
	constructor(
		readonly key: string,
		readonly isStopped: boolean,
	) {
		super(`${key} is not free`);
	}
}

/** How long keys are waited for. */
export interface Patience {
	/** Milliseconds at most, for all keys together. */
	longestMs: number;
	/** Ends the wait. */
	signal: AbortSignal;
}

/**
 * Runs `work` while nothing else in this process holds one of the keys. `release` gives a key back early; all are given
 * back in the end, whatever comes of the work. Throws NotFree, and then `work` was not begun.
 */
export async function exclusive<T>(
	keys: string[],
	patience: Patience,
	work: (release: (key: string) => void) => Promise<T>,
): Promise<T> {
	const end = performance.now() + patience.longestMs;
	const own = new Set<string>();
	const release = (key: string) => {
		if (own.delete(key)) giveBack(key);
	};
	try {
		// All take them in one order, so that no two wait for each other.
		for (const key of [...new Set(keys)].sort()) {
			if (!(await take(key, end, patience.signal))) {
				throw new NotFree(key, patience.signal.aborted);
			}
			own.add(key);
		}
		return await work(release);
	} finally {
		for (const key of [...own]) release(key);
	}
}

/** Answers whether the key was free before `end`. */
async function take(key: string, end: number, signal: AbortSignal): Promise<boolean> {
	const queue = held.current.get(key);
	if (!queue) {
		held.current.set(key, []);
		return true;
	}
	const waiting: Waiting = { hasIt: false, admit: () => undefined };
	const admitted = new Promise<void>((resolve) => {
		waiting.admit = () => {
			waiting.hasIt = true;
			resolve();
		};
	});
	queue.push(waiting);
	// In slices: n8n-workflow's sleep cannot be interrupted.
	for (let left = end - performance.now(); left > 0; left = end - performance.now()) {
		if (waiting.hasIt || signal.aborted) break;
		await Promise.race([admitted, sleep(Math.min(left, SLICE_MS))]);
	}
	if (!waiting.hasIt) queue.splice(queue.indexOf(waiting), 1);
	return waiting.hasIt;
}

function giveBack(key: string): void {
	const next = held.current.get(key)?.shift();
	if (next) next.admit();
	else held.current.delete(key);
}
