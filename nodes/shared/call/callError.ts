import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { ofItem } from '../fields/nodeError';
import { isWebPage, retryAfter, type Outcome } from './outcome';
import type { Session } from './session';
import type { Route } from './vendor';

/** A call that was given up, and all that is needed to say why. */
export interface FailedCall {
	session: Session<unknown>;
	/** Operation ID in the contract. */
	id: string;
	route: Route;
	outcome: Exclude<Outcome, { kind: 'done' }>;
	/** How often it was sent. */
	attempt: number;
	/** How the user finds out whether it took effect. */
	check?: string;
	/** None in a picker. */
	itemIndex?: number;
}

type Failure = NonNullable<NodeApiError['failure']>;

/** What happened, the way out, and what n8n calls it. */
type Explanation = [message: string, wayOut: string, failure: Failure];

const INVALID: Failure = { cause: 'configuration-invalid' };
const UNAVAILABLE: Failure = { cause: 'temporarily-unavailable' };
const REFUSED: Failure = { cause: 'credential-invalid' };

/** Whether nobody knows if the call took effect: it was sent, it changes something, and no clear answer came. */
export function effectIsUnknown(outcome: Outcome, { safe }: Route): boolean {
	if (safe) return false;
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
export function callError(call: FailedCall): NodeApiError {
	const { session, outcome, route, itemIndex } = call;
	const body = 'body' in outcome ? session.redact(outcome.body) : undefined;
	const [message, wayOut, failure] = effectIsUnknown(outcome, route)
		? explainUnknown(call)
		: explain(call);
	const [title, hint] = session.redact([message, wayOut]) as string[];
	const said = sayingOf(body);
	const quote = said && `${session.vendor.name} said: "${said}".`;
	// A page of HTML explains nothing, and n8n would look for a message in it.
	const data = typeof body === 'object' && body ? body : {};
	return new NodeApiError(session.node, { data } as JsonObject, {
		message: `${title}${ofItem(itemIndex)}`,
		description: [quote, hint].filter(Boolean).join(' '),
		httpCode: 'status' in outcome ? String(outcome.status) : undefined,
		itemIndex,
		failure,
	});
}

function explainUnknown({ session, outcome, check }: FailedCall): Explanation {
	const { name } = session.vendor;
	let what = `${name} answered something unreadable`;
	if (outcome.kind === 'lost') what = `The connection to ${name} broke before an answer came`;
	if (outcome.kind === 'status') {
		const { status, headers } = outcome;
		what = `${name} answered ${status}${isRedirect(status) ? ` and points to ${target(headers)}` : ''}`;
	}
	return [
		`${what}: whether the operation took effect is unknown`,
		`It is not sent again, so that nothing happens twice. ${check ?? `Look in ${name} what became of it.`} Repeat the operation only if it had no effect.`,
		UNAVAILABLE,
	];
}

function explain(call: FailedCall): Explanation {
	const { session, outcome, attempt } = call;
	const { name, credentialFields } = session.vendor;
	const host = new URL(session.baseUrl).host;
	const checkCredential = `Check ${credentialFields} in the credential.`;
	const checkBaseUrl =
		"Check 'Base URL' in the credential, and whether a proxy or firewall stands between.";
	switch (outcome.kind) {
		case 'status':
			return explainStatus(call, outcome);
		case 'token':
			return outcome.refused
				? [`${name} issued no access token`, checkCredential, REFUSED]
				: [
						`The token endpoint of ${name} gave no answer (${reasonOf(outcome.code)}, ${times(attempt)})`,
						checkCredential,
						UNAVAILABLE,
					];
		case 'declined':
			return [
				`${name} answered that it did not do this: ${outcome.reason}`,
				'Check the values that were sent.',
				INVALID,
			];
		case 'unreadable':
			return [
				isWebPage(outcome.text)
					? `${name} answered with a web page instead of data`
					: `${name} answered something unreadable instead of JSON`,
				checkBaseUrl,
				INVALID,
			];
		case 'unreached':
			return [
				`${host} could not be reached (${reasonOf(outcome.code)}, ${times(attempt, 'tried')})`,
				`Nothing was sent. ${checkBaseUrl}`,
				UNAVAILABLE,
			];
		case 'lost':
			return [
				`${host} gave no whole answer (${reasonOf(outcome.code)}, ${times(attempt)})`,
				"Try again later, or raise 'Timeout (Seconds)' in the node's settings.",
				UNAVAILABLE,
			];
	}
}

function explainStatus(
	{ session, route, id, attempt }: FailedCall,
	{ status, headers, body }: { status: number; headers: IDataObject; body: unknown },
): Explanation {
	const { name, credentialFields, vague401, oauth2 } = session.vendor;
	const scopes = route.scopes.join(' or ');
	switch (true) {
		case status === 401:
			return vague401
				? [
						`${name} did not accept the credential, or not for this`,
						`Check ${credentialFields} in the credential. ${scopes && `The operation needs the API scope ${scopes}.`} ${vague401}`.trim(),
						REFUSED,
					]
				: [
						`${name} did not accept the credential`,
						`Check ${credentialFields} in the credential.`,
						REFUSED,
					];
		case status === 403:
			return [
				`${name} does not allow this with the credential`,
				scopes
					? `The operation needs ${oauth2 ? 'the scope ' : ''}${scopes}: ${oauth2 ? "add it to 'Scope' in the credential, or have" : 'have'} it granted in ${name}.`
					: `Ask ${name} to grant it to the credential.`,
				INVALID,
			];
		case NOT_HERE.includes(status) && route.evidence !== 'documented': {
			const check = whatToCheck(route);
			const address = `'${route.method} ${session.baseUrl}${route.path}'`;
			return [
				`${name} answered ${status}: what was asked for does not exist, or not at this address`,
				route.evidence === 'override'
					? `${check} The address ${address} comes from 'Endpoint Overrides' in the credential.`
					: `${check} ${ORIGIN[route.evidence](name, address)} If ${name} tells you another one, enter it as 'Endpoint Overrides' in the credential: {"${id}": "${route.method} /…"}.`,
				INVALID,
			];
		}
		case status === 404:
			return [`${name} does not know what was asked for`, whatToCheck(route), INVALID];
		case status === 413:
			return [`${name} finds what was sent too large (413)`, 'Send less at once.', INVALID];
		case status === 429: {
			const retryAfterMs = retryAfter(headers);
			return [
				`${name} asks to slow down (429, ${times(attempt)})`,
				`${retryAfterMs === undefined ? '' : `It asks to wait ${Math.ceil(retryAfterMs / 1000)} seconds. `}In the node's settings, lower 'Calls in Flight', set 'Calls per Minute' or raise 'Max Wait for Retries (Seconds)'.`,
				{ cause: 'rate-limited', retryAfterMs },
			];
		}
		case status >= 500:
			return [
				`${name} is not available right now (${status}, ${times(attempt)})`,
				'Try again later.',
				UNAVAILABLE,
			];
		case isRedirect(status):
			return [
				`${name} points to another address: ${target(headers)}`,
				"Set 'Base URL' in the credential to the address that answers itself.",
				INVALID,
			];
		default:
			return [
				`${name} did not accept the values (${status})`,
				sayingOf(body) ? 'Correct the field that it names.' : 'Check the fields of the operation.',
				INVALID,
			];
	}
}

/** What an entry of a list of errors says; undefined when there is none. */
export function wordsOf(entry: unknown): string | undefined {
	if (entry === undefined || entry === null || typeof entry === 'string') return entry ?? undefined;
	const { msg, message } = entry as IDataObject;
	return String(msg ?? message ?? JSON.stringify(entry));
}

/** The service's own words in an answer, wherever they usually stand; at most 300 characters. */
function sayingOf(body: unknown): string | undefined {
	if (!body || typeof body !== 'object') return undefined;
	const { error_description, error, errors, message, meta, status, code } = body as IDataObject;
	const [first] = [errors].flat() as Array<IDataObject | string | undefined>;
	const inner = (part: unknown) => (part as IDataObject | undefined)?.message;
	const words = [error_description, error, inner(error), wordsOf(first), message, inner(meta)];
	// What a service keeps its reason in is not always known, so a status that is an object is shown whole.
	const whole = status && typeof status === 'object' ? JSON.stringify(status) : undefined;
	return [...words, inner(status), whole, code]
		.find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '')
		?.slice(0, 300);
}

/** Where an address is from that the service's own pages do not show. */
const ORIGIN = {
	indexed: (name: string, address: string) =>
		`${address} is from a catalogue that names ${name}'s page for it.`,
	inferred: (name: string, address: string) =>
		`${name}'s pages leave this operation's address open: ${address} is inferred.`,
	guess: (name: string, address: string) =>
		`${name} does not publish this operation's address: ${address} is a guess.`,
};

/** What changes something is about what its body names, where its address names nothing. */
const whatToCheck = ({ path, safe }: Route) => {
	const sent = safe ? '' : 'the IDs that were sent, if any, and ';
	return `Check ${path.includes('{') ? 'the ID and ' : sent}'Base URL' in the credential.`;
};

/** Statuses of a wrong address as well as of a wrong ID. */
const NOT_HERE = [404, 405, 501];

const isRedirect = (status: number) => status >= 300 && status < 400;

const target = ({ location }: IDataObject) => String(location ?? 'an address it does not name');

const times = (attempt: number, verb = 'sent') =>
	attempt === 1 ? `${verb} once` : `${verb} ${attempt} times`;

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
