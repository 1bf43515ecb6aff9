import type { IDataObject, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Route } from './operation';
import { retryAfter, type Outcome } from './outcome';
import type { Session } from './session';

/** A call that was given up, and all that is needed to say why. */
export interface FailedCall<Operations> {
	session: Session<Operations>;
	/** Operation ID in the contract. */
	id: string;
	route: Route;
	outcome: Exclude<Outcome, { kind: 'done' }>;
	/** How often it was sent. */
	attempt: number;
	/** How the user finds out whether it took effect. */
	check?: string;
}

type Cause = NonNullable<NodeApiError['failure']>['cause'];

interface Explanation {
	message: string;
	wayOut: string;
	cause: Cause;
}

/** Which item a message is about; nothing where there are no items, as in a picker. */
export const ofItem = (itemIndex?: number) =>
	itemIndex === undefined ? '' : ` [item ${itemIndex}]`;

/** Whether nobody knows if the call took effect: it was sent, it changes something, and no clear answer came. */
export function effectIsUnknown<Operations>({ outcome, route }: FailedCall<Operations>): boolean {
	if (route.safe) return false;
	// A redirect is how many services say that it was done.
	if (outcome.kind === 'status') return outcome.status >= 500 || isRedirect(outcome.status);
	return outcome.kind === 'lost' || outcome.kind === 'unreadable';
}

/** Whether the credential itself was turned down, so that every further call would be too. */
export function credentialIsRefused(outcome: Outcome): boolean {
	return (
		(outcome.kind === 'token' && outcome.refused) ||
		(outcome.kind === 'status' && outcome.status === 401)
	);
}

/** The error for a call that was given up: what happened, the way out, `httpCode`, `failure`; no secret in any of it. */
export function callError<Operations>(
	call: FailedCall<Operations>,
	itemIndex?: number,
): NodeApiError {
	const { session, outcome } = call;
	const body = 'body' in outcome ? session.redact(outcome.body) : undefined;
	const { message, wayOut, cause } = effectIsUnknown(call) ? explainUnknown(call) : explain(call);
	const [title, hint] = session.redact([message, wayOut]) as string[];
	const said = sayingOf(body);
	const quote = said && `${session.vendor.name} said: "${said}".`;
	const retryAfterMs = outcome.kind === 'status' ? retryAfter(outcome.headers) : undefined;
	const status = 'status' in outcome ? String(outcome.status) : undefined;
	// A page of HTML explains nothing, and n8n would look for a message in it.
	const data = typeof body === 'object' && body ? body : {};
	return new NodeApiError(session.node, { data } as JsonObject, {
		message: `${title}${ofItem(itemIndex)}`,
		description: [quote, hint].filter(Boolean).join(' '),
		httpCode: status,
		itemIndex,
		failure: (cause === 'rate-limited'
			? { cause, retryAfterMs }
			: { cause }) as NodeApiError['failure'],
	});
}

/** The error for a call that was not sent: the execution was cancelled, or another item failed. */
export function stopped(node: INode, itemIndex?: number): NodeOperationError {
	return new NodeOperationError(node, `The execution was stopped${ofItem(itemIndex)}`, {
		itemIndex,
	});
}

function explainUnknown<Operations>(call: FailedCall<Operations>): Explanation {
	const { session, outcome, check } = call;
	const { name } = session.vendor;
	const what = {
		status: () => {
			const { status, headers } = outcome as { status: number; headers: IDataObject };
			const where = isRedirect(status) ? ` and points to ${String(headers.location)}` : '';
			return `${name} answered ${status}${where}`;
		},
		lost: () => `The connection to ${name} broke before an answer came`,
		unreadable: () => `${name} answered something unreadable`,
	}[outcome.kind as 'status' | 'lost' | 'unreadable']();
	return {
		message: `${what}: whether the operation took effect is unknown`,
		wayOut: `It was sent once and is not repeated, so that nothing happens twice. ${check ?? `Look in ${name} what became of it.`} Repeat the operation only if it had no effect.`,
		cause: 'temporarily-unavailable',
	};
}

function explain<Operations>(call: FailedCall<Operations>): Explanation {
	const { session, outcome, attempt } = call;
	const { name, credentialFields } = session.vendor;
	const host = new URL(session.baseUrl).host;
	const checkBaseUrl =
		"Check 'Base URL' in the credential, and whether a proxy or firewall stands between.";
	switch (outcome.kind) {
		case 'status':
			return explainStatus(call, outcome);
		case 'token':
			return {
				message: outcome.refused
					? `${name} issued no access token`
					: `The token endpoint of ${name} gave no answer (${reasonOf(outcome.code)}, ${times(attempt)})`,
				wayOut: `Check ${credentialFields} in the credential.`,
				cause: outcome.refused ? 'credential-invalid' : 'temporarily-unavailable',
			};
		case 'declined':
			return {
				message: `${name} answered that it did not do this: ${outcome.reason}`,
				wayOut: 'Check the values that were sent.',
				cause: 'configuration-invalid',
			};
		case 'unreadable':
			return {
				message: /^</.test(outcome.text)
					? `${name} answered with a web page instead of data`
					: `${name} answered something unreadable instead of JSON`,
				wayOut: checkBaseUrl,
				cause: 'configuration-invalid',
			};
		case 'unreached':
			return {
				message: `${host} could not be reached (${reasonOf(outcome.code)}, ${times(attempt)})`,
				wayOut: `Nothing was sent. ${checkBaseUrl}`,
				cause: 'temporarily-unavailable',
			};
		case 'lost':
			return {
				message: `${host} gave no whole answer (${reasonOf(outcome.code)}, ${times(attempt)})`,
				wayOut: "Try again later, or raise 'Timeout (Seconds)' in the node's settings.",
				cause: 'temporarily-unavailable',
			};
	}
}

function explainStatus<Operations>(
	call: FailedCall<Operations>,
	{ status, headers, body }: { status: number; headers: IDataObject; body: unknown },
): Explanation {
	const { session, route, id, attempt } = call;
	const { name, credentialFields } = session.vendor;
	const invalid = (message: string, wayOut: string): Explanation => ({
		message,
		wayOut,
		cause: 'configuration-invalid',
	});
	switch (true) {
		case status === 401:
			return {
				message: `${name} did not accept the credential`,
				wayOut: `Check ${credentialFields} in the credential.`,
				cause: 'credential-invalid',
			};
		case status === 403:
			return invalid(
				`${name} does not allow this with the credential`,
				route.scopes.length > 0
					? `The operation needs the scope ${route.scopes.join(' and ')}: add it to 'Scope' in the credential, or ask ${name} to grant it.`
					: `Ask ${name} to grant it to the credential.`,
			);
		case [404, 405, 501].includes(status) && route.evidence !== 'documented':
			return invalid(
				`${name} answered ${status}: what was asked for does not exist, or not at this address`,
				`Check the ID first. ${name} does not publish this operation's address; '${route.method} ${route.path}' is ${route.evidence === 'guess' ? 'a guess' : 'inferred'}. If ${name} tells you another one, enter it as 'Endpoint Overrides' in the credential: {"${id}": "${route.method} /…"}.`,
			);
		case status === 404:
			return invalid(`${name} does not know what was asked for`, 'Check the ID.');
		case status === 413:
			return invalid(`${name} finds the upload too large`, 'Send a smaller file.');
		case status === 429: {
			const asked = retryAfter(headers);
			return {
				message: `${name} asks to slow down (429, ${times(attempt)})`,
				wayOut: `${asked === undefined ? '' : `It asks to wait ${Math.ceil(asked / 1000)} seconds. `}Lower 'Calls in Flight' or raise 'Max Wait for Retries (Seconds)' in the node's settings.`,
				cause: 'rate-limited',
			};
		}
		case status >= 500:
			return {
				message: `${name} is not available right now (${status}, ${times(attempt)})`,
				wayOut: 'Try again later.',
				cause: 'temporarily-unavailable',
			};
		case isRedirect(status):
			return invalid(
				`${name} points to another address: ${String(headers.location ?? 'not named')}`,
				"Set 'Base URL' in the credential to the address that answers itself.",
			);
		default:
			return invalid(
				`${name} did not accept the values (${status})`,
				sayingOf(body) ? 'Correct the field that it names.' : 'Check the fields of the operation.',
			);
	}
}

/** The service's own words in an answer, wherever they usually stand; at most 300 characters. */
function sayingOf(body: unknown): string | undefined {
	if (!body || typeof body !== 'object') return undefined;
	const { error_description, error, message, meta, code } = body as IDataObject;
	const candidates = [
		error_description,
		error,
		(error as IDataObject)?.message,
		message,
		(meta as IDataObject)?.message,
		code,
	];
	const text = candidates.find((candidate) => typeof candidate === 'string' && candidate !== '');
	return (text as string | undefined)?.slice(0, 300);
}

const isRedirect = (status: number) => status >= 300 && status < 400;

const times = (attempt: number) => (attempt === 1 ? 'sent once' : `sent ${attempt} times`);

/** n8n replaces a message that holds a Node.js code by a text of its own, so codes are put in words. */
function reasonOf(code: string): string {
	const words: Record<string, string> = {
		ECONNREFUSED: 'connection refused',
		ENOTFOUND: 'unknown host',
		EAI_AGAIN: 'host name not resolved',
		ECONNRESET: 'connection closed',
		ECONNABORTED: 'no answer in time',
		ETIMEDOUT: 'no answer in time',
		ERR_BAD_RESPONSE: 'answer cut off',
		EHOSTUNREACH: 'host unreachable',
		ENETUNREACH: 'network unreachable',
		ERR_INVALID_HTTP_TOKEN: 'a header name that cannot be sent',
		ERR_INVALID_CHAR: 'a header that cannot be sent',
		EAUTH: 'not accepted',
		ESTATUS: 'unexpected answer',
	};
	return words[code] ?? 'connection not possible';
}
