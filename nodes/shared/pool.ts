import { sleep } from 'n8n-workflow';

const SLICE_MS = 500;

/** Calls that begin in the same turn of the event loop at most. */
const AT_ONCE = 4;

/** Calls in flight that one answer makes room for after a pause. */
const GROWTH = 1 / 4;

/** Waits `ms` milliseconds, or less when `signal` is aborted meanwhile. Never rejects. */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
	const end = Date.now() + ms;
	// In slices: n8n-workflow's sleep cannot be interrupted, and a cancelled execution must not hang.
	for (let left = ms; left > 0 && !signal?.aborted; left = end - Date.now()) {
		await sleep(Math.min(left, SLICE_MS));
	}
}

/**
 * The calls in flight of one node run: at most `size` at a time, first come, first served. One until `answered` is
 * called, so that an OAuth2 token is fetched once, and a credential that is refused is asked for once.
 * After every pause half as many as before, then one more for every four answers.
 */
export class Pool {
	private active = 0;

	/** Whether no call has been answered yet. */
	narrow = true;

	private readonly halt = new AbortController();

	/** Aborted when nothing new may start: the run has failed, or was cancelled. */
	readonly signal: AbortSignal;

	private resumeAt = 0;

	/** Calls begun in this turn of the event loop, and its end, if any waits for it. */
	private begun = 0;

	private turn?: Promise<void>;

	private readonly queue: Array<() => void> = [];

	constructor(
		private readonly size: number,
		cancelled?: AbortSignal,
		/** Calls that may be in flight now; the fraction grows to the next whole one. */
		private width = size,
	) {
		const { signal } = this.halt;
		this.signal = cancelled ? AbortSignal.any([signal, cancelled]) : signal;
	}

	stop(): void {
		this.halt.abort();
	}

	/** Runs `task` as soon as a place is free and no pause is on. */
	async run<T>(task: () => Promise<T>): Promise<T> {
		if (this.active + 1 > this.limit)
			await new Promise<void>((resolve) => this.queue.push(resolve));
		else this.active++;
		try {
			while (this.resumeAt > Date.now() && !this.signal.aborted) {
				await wait(this.resumeAt - Date.now(), this.signal);
			}
			await this.spread();
			return await task();
		} finally {
			this.active--;
			this.admit();
		}
	}

	/** Holds back every call that has not started for `ms` milliseconds: the service asked for it. */
	pause(ms: number): void {
		const now = Date.now();
		// Once for all the calls that were in flight when the service first said so.
		if (now >= this.resumeAt) this.width = Math.max(1, this.width / 2);
		this.resumeAt = Math.max(this.resumeAt, now + ms);
	}

	/** Told of every call that the service took. */
	answered(): void {
		if (this.narrow) this.narrow = false;
		else this.width = Math.min(this.size, this.width + GROWTH);
		this.admit();
	}

	/** Calls that all begin at once are all answered at once, and in between nothing is done: a third of the time. */
	private async spread(): Promise<void> {
		while (this.active > AT_ONCE && this.begun >= AT_ONCE) {
			await (this.turn ??= sleep(0).then(() => {
				this.begun = 0;
				this.turn = undefined;
			}));
		}
		this.begun++;
	}

	private get limit(): number {
		return this.narrow ? 1 : this.width;
	}

	private admit(): void {
		while (this.active + 1 <= this.limit && this.queue.length > 0) {
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
