import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { stoppedError } from '../fields/nodeError';
import { wait } from './concurrency';
import { decide, type Decision, type Settled } from './decide';
import { outcomeOfAnswer, outcomeOfThrown, type Outcome } from './outcome';
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
}

/** Sends a call as often as the policy in decide.ts allows. Throws when the run is stopped meanwhile. */
export async function send(session: Session<unknown>, call: Outgoing): Promise<Settled> {
	const { pool, refusals, settings, vendor } = session;
	const { key, route, maxRetryWait = Infinity } = call;
	const { callsPerMinute } = settings;
	const heldBack = () =>
		callsPerMinute === 0 || refusals.answerTo(key) ? 0 : takeTurn(key, callsPerMinute, session);
	const longest = Math.min(settings.maxRetryWait, maxRetryWait) * 1000;
	for (let attempt = 1, waited = 0; ; attempt++) {
		const task = async (era: number) => {
			const known = refusals.answerTo(key);
			const outcome = known ?? (await exchange(session, call));
			const { safe } = route;
			const decision = decide(outcome, { safe, attempt, pauseAfter429: vendor.pauseAfter429 });
			if (!known) note(session, key, era, outcome, decision);
			const { retryMs, pauseMs, effectUnknown } = decision;
			const left = refusals.isGivenUp(key) ? 0 : longest;
			// Before another call begins in the place of this one.
			if (pauseMs !== undefined && pauseMs <= left) pool.pause(pauseMs);
			const isLate = retryMs === undefined || left === 0 || waited + retryMs > left;
			return { outcome, effectUnknown, pauseMs, delay: isLate ? undefined : retryMs };
		};
		const done = await pool.run(task, { isRetry: attempt > 1, heldBack });
		const { outcome, effectUnknown, pauseMs, delay } = done;
		if (delay === undefined) return { outcome, attempt, effectUnknown };
		waited += delay;
		if (pauseMs === undefined) await wait(delay, pool.signal);
	}
}

/** Tells the run's other calls what came of one. */
function note(
	{ pool, refusals }: Session<unknown>,
	key: string,
	era: number,
	outcome: Outcome,
	{ credentialRefused, backpressure }: Decision,
): void {
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

/** Sends a call once. Throws when the run is stopped. */
async function exchange(
	session: Session<unknown>,
	{ route, request, itemIndex }: Outgoing,
): Promise<Outcome> {
	const { pool, node, vendor, credentials } = session;
	if (pool.signal.aborted) throw stoppedError(node, itemIndex);
	return await answerOf(session, request).then(
		(response) => outcomeOfAnswer(response, vendor, route),
		(thrown: unknown) => outcomeOfThrown(thrown, credentials.accessTokenUrl),
	);
}

async function answerOf(
	session: Session<unknown>,
	request: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	if (!session.vendor.oauth2) {
		return await throughN8n(session, { ...request, ignoreHttpStatusErrors: true });
	}
	// Every status is an answer, but for the one that makes the engine renew the token.
	const statuses = { ignore: true as const, except: [401] };
	const response = await throughN8n(session, { ...request, ignoreHttpStatusErrors: statuses });
	// n8n 1.x knows no exceptions, so the refused call goes out again for it.
	return response.statusCode === 401 ? await throughN8n(session, request) : response;
}

async function throughN8n(
	{ caller, vendor, credentials: data }: Session<unknown>,
	request: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	return (await caller.helpers.httpRequestWithAuthentication.call(
		caller,
		vendor.credential,
		{ ...request },
		// Spares a database read per call; OAuth2 credentials are read by the engine all the same.
		{ credentialsDecrypted: { id: '', name: '', type: vendor.credential, data } },
	)) as IN8nHttpFullResponse;
}
