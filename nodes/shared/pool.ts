import { sleep } from 'n8n-workflow';

const SLICE_MS = 500;

/** Waits `ms` milliseconds, or less when `signal` is aborted meanwhile. Never rejects. */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
	const end = Date.now() + ms;
	// In slices: n8n-workflow's sleep cannot be interrupted, and a cancelled execution must not hang.
	for (let left = ms; left > 0 && !signal?.aborted; left = end - Date.now()) {
		await sleep(Math.min(left, SLICE_MS));
	}
}

/**
 * The calls in flight of one node run: at most `size` at a time, first come, first served; one until `widen` is called.
 * So an OAuth2 token is fetched once, and a credential that is refused is asked for once.
 */
export class Pool {
	private active = 0;

	/** Whether no call has been answered yet. */
	narrow = true;

	private readonly halt = new AbortController();

	/** Aborted when nothing new may start: the run has failed, or was cancelled. */
	readonly signal: AbortSignal;

	private resumeAt = 0;

	private readonly queue: Array<() => void> = [];

	constructor(
		private readonly size: number,
		cancelled?: AbortSignal,
	) {
		const { signal } = this.halt;
		this.signal = cancelled ? AbortSignal.any([signal, cancelled]) : signal;
	}

	stop(): void {
		this.halt.abort();
	}

	/** Runs `task` as soon as a place is free and no pause is on. */
	async run<T>(task: () => Promise<T>): Promise<T> {
		if (this.active >= this.limit) await new Promise<void>((resolve) => this.queue.push(resolve));
		else this.active++;
		try {
			while (this.resumeAt > Date.now() && !this.signal.aborted) {
				await wait(this.resumeAt - Date.now(), this.signal);
			}
			return await task();
		} finally {
			this.active--;
			this.admit();
		}
	}

	/** Holds back every call that has not started for `ms` milliseconds: the service asked for it. */
	pause(ms: number): void {
		this.resumeAt = Math.max(this.resumeAt, Date.now() + ms);
	}

	widen(): void {
		this.narrow = false;
		this.admit();
	}

	private get limit(): number {
		return this.narrow ? 1 : this.size;
	}

	private admit(): void {
		while (this.active < this.limit && this.queue.length > 0) {
			this.active++;
			this.queue.shift()?.();
		}
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

/** Tasks about the same thing, one after another in the order in which they were added. */
export class Queue {
	private readonly last = new Map<unknown, Promise<unknown>>();

	async add<T>(about: unknown, task: () => Promise<T>): Promise<T> {
		const before = this.last.get(about) ?? Promise.resolve();
		const result = before.then(task, task);
		this.last.set(about, result);
		return await result;
	}
}
