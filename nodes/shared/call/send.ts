import type { IHttpRequestOptions } from 'n8n-workflow';

import { wait } from './concurrency';
import { decide, type Decision, type Settled } from './decide';
import { exchange as withService } from './exchange';
import type { Outcome } from './outcome';
import { takeTurn } from './rateLimit';
import type { Session } from './session';
import type { Route } from './vendor';

/** Calls that a service still gets at the same time when calls are lost: it may be slow, or gone. */
const OVERLOADED_IN_FLIGHT = 8;

/** A call to send, and on what terms. */
export interface Outgoing {
	route: Route;
	request: IHttpRequestOptions;
	/** What its rate limit is counted by: `Session.rateLimitKey`. */
	key: string;
	/** Seconds that it may wait for retries at most, if less than the user's setting. */
	maxRetryWait?: number;
	/** None in a picker or trigger, or where it is for many items. */
	itemIndex?: number;
	/** How it is sent once, if not to the service. */
	exchange?: (session: Session<unknown>, call: Outgoing) => Promise<Outcome>;
}

/** Sends a call as often as the policy in decide.ts allows. Throws when the run is stopped meanwhile. */
export async function send(session: Session<unknown>, call: Outgoing): Promise<Settled> {
	const { pool, refusals, settings, vendor } = session;
	const { key, route, maxRetryWait = Infinity, exchange = withService } = call;
	const { callsPerMinute } = settings;
	const heldBack = () =>
		callsPerMinute === 0 || refusals.answerTo(key) ? 0 : takeTurn(key, callsPerMinute, session);
	const longest = Math.min(settings.maxRetryWait, maxRetryWait) * 1000;
	for (let attempt = 1, waited = 0; ; attempt++) {
		const task = async (era: number) => {
			const known = refusals.answerTo(key);
			const begun = performance.now();
			const outcome = known ?? (await exchange(session, call));
			// A service that hangs is waited for as one that cannot be reached is.
			if ('code' in outcome && IN_VAIN.includes(outcome.code)) waited += performance.now() - begun;
			const { safe } = route;
			const decision = decide(outcome, { safe, attempt, pauseAfter429: vendor.pauseAfter429 });
			if (!known) note(session, key, era, outcome, decision);
			const { retryMs, pauseMs, effectUnknown } = decision;
			const left = refusals.isGivenUp(key) ? 0 : longest;
			// Before another call begins in the place of this one.
			if (pauseMs !== undefined && pauseMs <= left) pool.pause(pauseMs);
			const isLate = retryMs === undefined || left === 0 || waited + retryMs > left;
			const delay = isLate || known ? undefined : retryMs;
			return { outcome, effectUnknown, pauseMs, delay, sent: known ? attempt - 1 : attempt };
		};
		const done = await pool.run(task, { isRetry: attempt > 1, heldBack });
		const { outcome, effectUnknown, pauseMs, delay, sent } = done;
		if (delay === undefined) return { outcome, attempt: sent, effectUnknown };
		waited += delay;
		if (pauseMs === undefined) await wait(delay, pool.signal);
	}
}

/** Codes of a call that took all the time that it may. */
const IN_VAIN = ['ERR_CANCELED', 'ETIMEDOUT', 'ECONNABORTED'];

/** Whether no answer came at all. */
const isSilence = (outcome: Outcome) =>
	outcome.kind === 'token'
		? !outcome.refused && outcome.status === 0
		: ['lost', 'unreached'].includes(outcome.kind);

/** Tells the run's other calls what came of one. */
function note(
	{ pool, refusals }: Session<unknown>,
	key: string,
	era: number,
	outcome: Outcome,
	{ credentialRefused, backpressure }: Decision,
): void {
	refusals.silent(key, isSilence(outcome));
	// The first call that the service answers decides for all, since the pool lets it go alone.
	if (pool.isUnanswered && credentialRefused) {
		refusals.add(key, outcome);
	} else if (backpressure === 'rateLimited') {
		pool.slower(era);
		refusals.heard(key, true);
	} else if (backpressure === 'overloaded') {
		pool.slower(era, OVERLOADED_IN_FLIGHT);
		if (pool.isUnanswered) pool.answered();
	} else if (outcome.kind !== 'token') {
		refusals.heard(key, false);
		pool.answered();
	}
}
