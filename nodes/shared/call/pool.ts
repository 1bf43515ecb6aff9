import { sleep } from 'n8n-workflow';

import { SLICE_MS } from './concurrency';

/** Calls that begin in the same turn of the event loop at most. */
const PER_TURN = 4;

/** Calls in flight that one answer makes room for when there are fewer than at first. */
const GROWTH = 1 / 4;

/** A call that waits for its place. */
interface QueuedCall {
	begin(era: number): void;
	/** Milliseconds for which it is held back; when 0, it begins. */
	heldBack(): number;
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
	isUnanswered = true;

	private readonly halt = new AbortController();

	/** Aborted when nothing new may start: the run has failed, or was cancelled. */
	readonly signal: AbortSignal;

	private resumeAt = 0;

	/** Calls begun since one last had to wait for the next turn of the event loop, and that turn. */
	private begun = 0;

	private turn?: Promise<void>;

	/** The next moment to look for calls that were held back. */
	private slice?: Promise<void>;

	private readonly queue: QueuedCall[] = [];

	/** Those that were sent before: they go first, since they may not be refused for ever. */
	private readonly retries: QueuedCall[] = [];

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

	/**
	 * Runs `task` as soon as a place is free, no pause is on and `heldBack` answers 0; before others as a retry.
	 * `task` gets the era, for `slower`. After an abort nothing is held back, and `heldBack` not asked.
	 */
	async run<T>(
		task: (era: number) => Promise<T>,
		{ isRetry = false, heldBack = () => 0 }: { isRetry?: boolean; heldBack?: () => number } = {},
	): Promise<T> {
		const queue = isRetry ? this.retries : this.queue;
		const era = await new Promise<number>((begin) => {
			queue.push({ begin, heldBack });
			this.admit();
		});
		try {
			return await task(era);
		} finally {
			this.active--;
			this.admit();
		}
	}

	/** Holds back every call that has not begun for `ms` milliseconds: the service asked for it. */
	pause(ms: number): void {
		this.resumeAt = Math.max(this.resumeAt, performance.now() + ms);
	}

	/** Halves the calls in flight, down to `least`: once for all the calls that had begun by then. */
	slower(era: number, least = 1): void {
		if (era !== this.era) return;
		this.era++;
		this.width = Math.min(this.width, Math.max(least, this.width / 2));
	}

	/** Told of every call that was answered. */
	answered(): void {
		if (this.isUnanswered) this.isUnanswered = false;
		else this.width = Math.min(this.size, this.width + GROWTH);
		this.admit();
	}

	private get limit(): number {
		return this.isUnanswered ? 1 : this.width;
	}

	/** Lets calls begin while there are places, and is called again when one of them may. */
	private admit(): void {
		while (this.active + 1 <= this.limit && this.retries.length + this.queue.length > 0) {
			const pause = this.signal.aborted ? 0 : this.resumeAt - performance.now();
			if (pause > 0) return this.later(pause);
			// What begins at once is answered at once, and between such bursts n8n would do nothing, a third of the time.
			if (this.active >= PER_TURN && this.begun >= PER_TURN) return this.nextTurn();
			const next = this.next();
			if (!next) return;
			this.active++;
			this.begun++;
			next.begin(this.era);
		}
	}

	/** Takes the first call that may begin from its queue. */
	private next(): QueuedCall | undefined {
		let least = Infinity;
		for (const queue of [this.retries, this.queue]) {
			for (const [index, { heldBack }] of queue.entries()) {
				const ms = this.signal.aborted ? 0 : heldBack();
				if (ms <= 0) return queue.splice(index, 1)[0];
				least = Math.min(least, ms);
			}
		}
		this.later(least);
		return undefined;
	}

	private later(ms: number): void {
		this.slice ??= sleep(Math.min(ms, SLICE_MS)).then(() => {
			this.slice = undefined;
			this.admit();
		});
	}

	private nextTurn(): void {
		this.turn ??= sleep(0).then(() => {
			this.begun = 0;
			this.turn = undefined;
			this.admit();
		});
	}
}
