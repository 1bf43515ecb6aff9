import { isHopeless, type Outcome } from './outcome';
import { retryAfter } from './retryAfter';
import type { Vendor } from './vendor';

/** What follows from what came of a call. */
export interface Decision {
	/** Milliseconds after which the call may be sent again; undefined when it may not. */
	retryMs?: number;
	/** Milliseconds for which no call may start; undefined when the service does not ask for it. */
	pauseMs?: number;
	/** Whether the service asked to slow down, or may have more to do than it can. */
	backpressure?: 'rateLimited' | 'overloaded';
	/** Whether the credential itself was refused, so that every further call would be too. */
	credentialRefused: boolean;
	/** Whether nobody knows if the call took effect: it was sent, it changes something, and no clear answer came. */
	effectUnknown: boolean;
}

/** An outcome after which the call is sent no more. */
export interface Settled {
	outcome: Outcome;
	/** How often it was sent. */
	attempt: number;
	effectUnknown: boolean;
}

/** The call that an outcome is of. */
interface Circumstances {
	/** Whether repeating it has no effect. */
	safe: boolean;
	/** How often it was sent, from 1. */
	attempt: number;
	/** See `Vendor`. */
	pauseAfter429?: Vendor<unknown>['pauseAfter429'];
}

/** Of a call that the service did not ask to wait: for one that it did, Max Wait for Retries alone decides. */
const RETRIES = 5;

const FIRST_BACKOFF_MS = 500;

const LONGEST_BACKOFF_MS = 16_000;

const UNAVAILABLE = [502, 503, 504];

/**
 * The policy of retries: what may have had an effect (it is not `safe`) is sent again only when it was refused with
 * 429 or never arrived.
 */
export function decide(outcome: Outcome, circumstances: Circumstances): Decision {
	const { safe, attempt } = circumstances;
	const pauseMs = pauseOf(outcome, circumstances);
	const mayRetry = isRepeatable(outcome, safe) && (attempt <= RETRIES || pauseMs !== undefined);
	return {
		retryMs: mayRetry ? (pauseMs ?? backoff(attempt)) : undefined,
		pauseMs,
		backpressure: pauseMs === undefined ? overload(outcome) : 'rateLimited',
		credentialRefused:
			(outcome.kind === 'token' && outcome.refused) ||
			(outcome.kind === 'status' && outcome.status === 401),
		effectUnknown: !safe && mayHaveHadEffect(outcome),
	};
}

/** How long the service wants no calls; undefined when it asks for nothing. */
function pauseOf(
	outcome: Outcome,
	{ attempt, pauseAfter429 = 0 }: Circumstances,
): number | undefined {
	if (outcome.kind !== 'status' && outcome.kind !== 'token') return undefined;
	// n8n keeps no headers of the token endpoint's answer.
	const asked = outcome.kind === 'status' ? retryAfter(outcome) : undefined;
	const isRateLimit = outcome.status === 429;
	// Of any other status it says when to ask for the same thing again, and nothing of other calls.
	if (!isRateLimit && (asked === undefined || outcome.status < 500)) return undefined;
	const pauseMs = asked ?? pauseAfter429 * 1000;
	// At once would use up the retries.
	return pauseMs > 0 ? pauseMs : backoff(attempt);
}

const backoff = (attempt: number) =>
	Math.min(FIRST_BACKOFF_MS * 2 ** (attempt - 1), LONGEST_BACKOFF_MS) * (0.5 + Math.random() / 2);

function isRepeatable(outcome: Outcome, safe: boolean): boolean {
	switch (outcome.kind) {
		case 'token':
			return !outcome.refused && !isHopeless(outcome.code);
		case 'unreached':
			return !isHopeless(outcome.code);
		case 'lost':
			return safe;
		case 'status':
			return outcome.status === 429 || (safe && UNAVAILABLE.includes(outcome.status));
		default:
			return false;
	}
}

function overload(outcome: Outcome): 'overloaded' | undefined {
	const isUnavailable = outcome.kind === 'status' && UNAVAILABLE.includes(outcome.status);
	return isUnavailable || ['lost', 'unreached'].includes(outcome.kind) ? 'overloaded' : undefined;
}

const isIn300s = (status: number) => status >= 300 && status < 400;

function mayHaveHadEffect(outcome: Outcome): boolean {
	// A redirect is how many services say that it was done.
	if (outcome.kind === 'status') return outcome.status >= 500 || isIn300s(outcome.status);
	return ['lost', 'unreadable', 'tooLarge', 'unclear'].includes(outcome.kind);
}
