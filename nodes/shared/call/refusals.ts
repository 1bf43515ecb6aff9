import type { Outcome } from './outcome';

/** As many calls a service has to refuse in a row that answers 401 to a wrong ID too. */
const ENOUGH_REFUSALS = 10;

/** As many calls have to go without an answer in a row, before a service is asked no more. */
const ENOUGH_SILENCE = 10;

/** What a call is answered with, unsent, when the service has been silent for too long. */
const SILENT: Outcome = { kind: 'unreached', code: 'SILENT' };

/** What a run knows of calls that a service refused, by the key of their rate limit. */
export class Refusals {
	/** Calls whose credential was refused before any other was accepted, and the last answer. */
	private readonly refused = new Map<string, { count: number; outcome: Outcome }>();

	/** Since when the service has only asked to slow down. */
	private readonly slowSince = new Map<string, number>();

	/** Calls in a row without an answer, and since when. */
	private readonly silence = new Map<string, { count: number; since: number }>();

	/** `isVague`: whether 401 may be about what is asked for. `maxRetryWait`: seconds. */
	constructor(
		private readonly isVague: boolean,
		private readonly maxRetryWait: number,
	) {}

	/** Notes that the credential was refused. */
	add(key: string, outcome: Outcome): void {
		const kind = this.kindOf(key);
		const count = (this.refused.get(kind)?.count ?? 0) + 1;
		this.refused.set(kind, { count, outcome });
	}

	/** What further such calls are answered with, unsent, once the credential was refused, or nothing has answered for too long. */
	answerTo(key: string): Outcome | undefined {
		return this.isSilent(key) ? SILENT : this.refusalOf(key);
	}

	private refusalOf(key: string): Outcome | undefined {
		const own = this.refused.get(this.kindOf(key));
		if (!this.isVague || (own?.count ?? 0) >= ENOUGH_REFUSALS) return own?.outcome;
		// As many different things cannot all be wrong.
		const all = [...this.refused.values()];
		return all.length < ENOUGH_REFUSALS ? undefined : all[0].outcome;
	}

	/** Notes that a call got no answer, or any. */
	silent(key: string, isSilent: boolean): void {
		const { count, since } = this.silence.get(key) ?? { count: 0, since: performance.now() };
		if (isSilent) this.silence.set(key, { count: count + 1, since });
		else this.silence.delete(key);
	}

	/** Notes that the service asked to slow down, or else answered. */
	heard(key: string, isRateLimited: boolean): void {
		if (!isRateLimited) this.slowSince.delete(key);
		else if (!this.slowSince.has(key)) this.slowSince.set(key, performance.now());
	}

	/** Whether it has asked for nothing else for longer than a call may wait: none is retried then, until one is answered. */
	isGivenUp(key: string): boolean {
		const since = this.slowSince.get(key) ?? Infinity;
		return performance.now() - since > this.maxRetryWait * 1000;
	}

	/** Whether it has given no answer for longer than a call may wait. */
	private isSilent(key: string): boolean {
		const { count, since } = this.silence.get(key) ?? { count: 0, since: Infinity };
		return count >= ENOUGH_SILENCE && performance.now() - since > this.maxRetryWait * 1000;
	}

	private kindOf(key: string): string {
		return this.isVague ? key : '';
	}
}
