import type { JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { ofItem, withCause } from '../fields/nodeError';
import type { Settled } from './decide';
import { FAILURES, type Facts } from './failures';
import type { Outcome } from './outcome';
import { retryAfter } from './retryAfter';
import { quoteOf, shownOf } from './sayings';
import type { Session } from './session';
import type { Route } from './vendor';

/** A call that was given up, and all that is needed to say why. */
export interface FailedCall extends Settled {
	session: Session<unknown>;
	/** Operation ID in the contract. */
	id: string;
	route: Route;
	/** How the user finds out whether it took effect. */
	check?: string;
	/** None in a picker. */
	itemIndex?: number;
}

const NOTHING = { status: 0, reason: '', text: '', code: '', refused: false };

const locationIn = (outcome: Outcome) =>
	'headers' in outcome ? String(outcome.headers.location ?? '') : '';

/** The error for a call that was given up: what happened, the way out, `httpCode`, `failure`; no secret in any of it. */
export function callError({ session, outcome, itemIndex, ...call }: FailedCall): NodeApiError {
	const { vendor, baseUrl, node } = session;
	const retryAfterMs = outcome.kind === 'status' ? retryAfter(outcome) : undefined;
	const body = 'body' in outcome ? session.quotable(outcome.body) : undefined;
	// As a whole: a part of it may be a secret's beginning.
	const location = String(session.redact(locationIn(outcome)));
	const facts: Facts = {
		...NOTHING,
		...outcome,
		...call,
		...{ vendor, baseUrl, body, location, retryAfterMs },
	};
	const { message, wayOut, cause } = FAILURES.find(({ when }) => when(facts))!;
	const texts = [message, wayOut].map((text) => (typeof text === 'string' ? text : text(facts)));
	const [title, hint] = session.redact(texts) as string[];
	const text = outcome.kind === 'unreadable' ? session.quotable(outcome.text) : undefined;
	// What is no answer to the call need not be about a failure: its message may be a person's.
	const isAnswer = ['unclear', 'unreadable'].includes(outcome.kind);
	const quote = isAnswer
		? shownOf(body ?? text)
		: quoteOf(vendor.name, body, outcome.kind === 'token');
	// A page of HTML explains nothing, and n8n would look for a message in it.
	const data = typeof body === 'object' && body ? body : {};
	const error = new NodeApiError(node, { data } as JsonObject, {
		message: `${title}${ofItem(itemIndex)}`,
		description: [quote, hint, `The call was ${call.id}.`].filter(Boolean).join(' '),
		httpCode: 'status' in outcome && outcome.kind !== 'token' ? String(outcome.status) : undefined,
		itemIndex,
	});
	const caused = withCause(error, cause === 'rate-limited' ? { cause, retryAfterMs } : { cause });
	return Object.assign(caused, { effectUnknown: call.effectUnknown });
}

/** Whether an error is of a call of which nobody knows if it had its effect. */
export const isEffectUnknown = (error: Error): boolean =>
	(error as { effectUnknown?: boolean }).effectUnknown === true;
