import { sleep } from 'n8n-workflow';

/** So long a wait goes on after it was stopped, at most. */
export const SLICE_MS = 500;

/** Waits `ms` milliseconds, or less when `signal` is aborted meanwhile. Never rejects. */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
	const end = performance.now() + ms;
	// In slices: n8n-workflow's sleep cannot be interrupted, and a cancelled execution must not hang.
	for (let left = ms; left > 0 && !signal?.aborted; left = end - performance.now()) {
		await sleep(Math.min(left, SLICE_MS));
	}
}

/**
 * Calls `task` with 0 … `count` - 1, at most `size` at a time, in order of start.
 * After `stopped` answers true, or a task rejects, nothing new is started; what runs is waited for.
 * Rejects with the first task's reason.
 */
export async function inParallel(
	count: number,
	size: number,
	task: (index: number) => Promise<void>,
	stopped: () => boolean = () => false,
): Promise<void> {
	let next = 0;
	const failures: unknown[] = [];
	const worker = async () => {
		while (next < count && failures.length === 0 && !stopped()) {
			await task(next++).catch((reason: unknown) => failures.push(reason));
		}
	};
	await Promise.all(Array.from({ length: Math.min(size, count) }, worker));
	if (failures.length > 0) throw failures[0];
}

/** Tasks of one key, one after another in the order in which they were added. */
export class Queue {
	private readonly last = new Map<unknown, Promise<unknown>>();

	async add<T>(key: unknown, task: () => Promise<T>): Promise<T> {
		const before = this.last.get(key) ?? Promise.resolve();
		const result = before.then(task, task);
		this.last.set(key, result);
		return await result;
	}
}
