import { sleep } from 'n8n-workflow';

const SLICE_MS = 500;

/** Calls that begin in the same turn of the event loop at most. */
const PER_TURN = 4;

/** Calls in flight that one answer makes room for when there are fewer than at first. */
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
 * Fewer after `slower`, and then one more for every four answers.
 */
export class Pool {
	private active = 0;

	/** Calls that may be in flight now; the fraction grows to the next whole one. */
	private width: number;

	/** How often it was made smaller. */
	private era = 0;

	/** Whether no call has been answered yet. */
	narrow = true;

	private readonly halt = new AbortController();

	/** Aborted when nothing new may start: the run has failed, or was cancelled. */
	readonly signal: AbortSignal;

	private resumeAt = 0;

	/** Calls begun since one last had to wait for the next turn of the event loop, and that turn. */
	private begun = 0;

	private turn?: Promise<void>;

	private readonly queue: Array<() => void> = [];

	/** Those that were refused before: they go first, since they may not be refused for ever. */
	private readonly again: Array<() => void> = [];

	constructor(
		private readonly size: number,
		cancelled?: AbortSignal,
	) {
		this.width = size;
		const { signal } = this.halt;
		this.signal = cancelled ? AbortSignal.any([signal, cancelled]) : signal;
	}

	stop(): void {
		this.halt.abort();
	}

	/** Runs `task` as soon as a place is free and no pause is on, and before others if it runs `again`. `task` gets the era, for `slower`. */
	async run<T>(task: (era: number) => Promise<T>, again = false): Promise<T> {
		const queue = again ? this.again : this.queue;
		if (this.active + 1 > this.limit) await new Promise<void>((resolve) => queue.push(resolve));
		else this.active++;
		try {
			await this.mayBegin();
			return await task(this.era);
		} finally {
			this.active--;
			this.admit();
		}
	}

	/** Holds back every call that has not begun for `ms` milliseconds: the service asked for it. */
	pause(ms: number): void {
		this.resumeAt = Math.max(this.resumeAt, Date.now() + ms);
	}

	/** Halves the calls in flight, down to `least`: once for all the calls that had begun by then. */
	slower(era: number, least = 1): void {
		if (era !== this.era) return;
		this.era++;
		this.width = Math.min(this.width, Math.max(least, this.width / 2));
	}

	/** Told of every call that was answered. */
	answered(): void {
		if (this.narrow) this.narrow = false;
		else this.width = Math.min(this.size, this.width + GROWTH);
		this.admit();
	}

	/**
	 * Waits while a pause is on, or for the next turn of the event loop when several calls have begun in this one:
	 * what begins at once is answered at once, and between such bursts n8n would do nothing, a third of the time.
	 */
	private async mayBegin(): Promise<void> {
		for (;;) {
			const pause = this.resumeAt - Date.now();
			if (pause > 0 && !this.signal.aborted) await wait(pause, this.signal);
			else if (this.active > PER_TURN && this.begun >= PER_TURN) await this.nextTurn();
			else break;
		}
		this.begun++;
	}

	private async nextTurn(): Promise<void> {
		await (this.turn ??= sleep(0).then(() => {
			this.begun = 0;
			this.turn = undefined;
		}));
	}

	private get limit(): number {
		return this.narrow ? 1 : this.width;
	}

	private admit(): void {
		while (this.active + 1 <= this.limit) {
			const next = this.again.shift() ?? this.queue.shift();
			if (!next) return;
			this.active++;
			next();
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
