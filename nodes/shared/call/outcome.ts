import type { IDataObject } from 'n8n-workflow';

import { looksLikeJson } from '../fields/json';
import { isThing } from '../fields/lists';
import { countOf, isWebPage, readBody } from './answers';
import { isSuccessful, type Received } from './receive';
import { declinedIn, isShown } from './success';
import type { Route, Vendor } from './vendor';

/**
 * What came of one call:
 * - `done`: the service did it; `body` is the parsed answer
 * - `declined`: status 2xx, but the body says that it was not done
 * - `unclear`: status 2xx, but the body is not what the contract says of a good answer
 * - `unreadable`: status 2xx, but the body, `text`, is no JSON object or list
 * - `tooLarge`: status 2xx, but the body is larger than what is read
 * - `status`: any other status
 * - `unreached`: the call never arrived, so it had no effect
 * - `lost`: it was sent and no whole answer came back
 * - `token`: the OAuth2 token endpoint issued nothing, so the call was not sent; `refused` when it said no
 */
export type Outcome =
	| { kind: 'done'; status: number; body: unknown }
	| { kind: 'declined'; reason: string; body: unknown }
	| { kind: 'unclear'; status: number; body: unknown }
	| { kind: 'unreadable'; status: number; text: string }
	| { kind: 'tooLarge'; status: number }
	| { kind: 'status'; status: number; headers: IDataObject; body: unknown }
	| { kind: 'unreached' | 'lost'; code: string }
	| { kind: 'token'; refused: boolean; status: number; code: string; body: unknown };

/** A certificate that is not trusted, or a header that cannot be sent. */
const HOPELESS = /^(ERR_TLS|ERR_INVALID|CERT|DEPTH_ZERO|UNABLE_TO|SELF_SIGNED)/;

/** An unreachable network is not among them: Linux reports it on connections that were in use, too. */
const NEVER_ARRIVED = new RegExp(`^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)|${HOPELESS.source}`);

/** Codes of n8n's OAuth2 client, and its texts where it has no code: the last two are of n8n 1 and 2.0. */
const TOKEN = {
	codes: ['EAUTH', 'ESTATUS'],
	texts:
		/^(Failed to acquire OAuth2 access token|The credential .* needs to be reconnected|HTTP status \d{3}$|Unsupported content type: )/,
};

/** n8n keeps an answer of the token endpoint in which no token is, and asks for none again; one that is nested too deeply breaks n8n. */
const UNSIGNED = /^(Unable to sign without access token|Maximum call stack size exceeded)/;

/** Of axios, for a body that broke off: what came of it is lost, and its status is fine. */
const BROKEN_OFF = /^stream has been aborted/;

/** By which error a token endpoint refuses a call for its rate: no code of RFC 6749 §5.2, which has none for that. */
const SLOW_DOWN =
	/"(error|error_description|message)":"[^"]*(too.?many|rate.?limit|slow.?down|throttl|quota|temporarily.?unavailable)/i;

const CODE = /\b(E[A-Z_]{4,}|(?:ERR|HPE|Z)_[A-Z_]+)\b/;

interface HttpFault extends Error {
	code?: string;
	/** Of n8n's NodeApiError; n8n 1 and 2.0 put a code there, too, and keep no cause. */
	httpCode?: string | null;
	messages?: string[];
	context?: { data?: unknown };
	errorResponse?: unknown;
	/** Of n8n's OAuth2 client. */
	status?: number;
	body?: unknown;
	/** Of axios. */
	response?: { status: number; headers: IDataObject; data: unknown };
	config?: { url?: string };
}

/** What must be known of a service to read its answers. */
type Reading = Pick<Vendor<unknown>, 'status' | 'declined' | 'unwrap'>;

/** By these statuses an answer without a body says that it was done, and that there is no more to say. */
const NO_CONTENT = [204, 205];

const isBlank = (value: unknown) =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Reads the outcome from an answer of any status to a call of `route`. */
export function outcomeOfAnswer(
	{ statusCode, headers, body, isCut }: Received,
	vendor: Reading,
	route: Pick<Route, 'safe' | 'untyped' | 'file' | 'shows' | 'names' | 'given'>,
): Outcome {
	// Another protocol follows, or nothing.
	if (statusCode < 200) return { kind: 'lost', code: `HPE_STATUS_${statusCode}` };
	const isGoodStatus = isSuccessful(statusCode);
	if (isGoodStatus && isCut) return { kind: 'tooLarge', status: statusCode };
	const { value, isJson } = readBody(body);
	const failed = (status: number): Outcome => ({
		kind: 'status',
		status,
		headers: headers as IDataObject,
		body: value,
	});
	if (!isGoodStatus) return failed(statusCode);
	const isEmpty = isBlank(value);
	const answer: unknown = isEmpty ? {} : value;
	if (typeof answer !== 'object') {
		// A file is neither a web page nor a text of JSON.
		const isOther = isJson
			? route.file
			: isWebPage(String(answer)) || (!route.file && looksLikeJson(String(answer)));
		if (route.untyped && !isOther) {
			return { kind: 'done', status: statusCode, body: route.file ? body : answer };
		}
		return {
			kind: 'unreadable',
			status: statusCode,
			text: String(answer),
		};
	}
	const object = answer as IDataObject;
	const own = countOf(vendor.status?.(object)) ?? statusCode;
	if (own >= 400) return failed(own);
	const data = vendor.unwrap(object);
	const reason = vendor.declined?.(object, route) ?? declinedIn(object, data, route);
	if (reason !== undefined) return { kind: 'declined', reason, body: object };
	const isGood = isShown(data, route, isEmpty && NO_CONTENT.includes(statusCode));
	return isGood
		? { kind: 'done', status: statusCode, body: object }
		: { kind: 'unclear', status: statusCode, body: object };
}

/** The places where what n8n's request helper threw keeps the body of an answer. */
export function bodiesIn(thrown: unknown): Array<{ data?: unknown }> {
	return chainOf(thrown).flatMap(({ response, context }) => [response, context].filter(isThing));
}

/** A fault and those that it comes of. */
function chainOf(thrown: unknown): HttpFault[] {
	const chain: HttpFault[] = [];
	let fault = thrown as HttpFault | undefined;
	for (; fault && typeof fault === 'object' && chain.length < 6; fault = causeOf(fault)) {
		chain.push(fault);
	}
	return chain;
}

const causeOf = ({ cause, errorResponse }: HttpFault) => (cause ?? errorResponse) as HttpFault;

/**
 * Reads the outcome from what n8n's request helper threw: a call that got no whole answer, no token (from `tokenUrl`),
 * or a 401 that renewing the token did not mend. n8n 2.41 keeps what it wrapped as cause, or as errorResponse when
 * it takes it for no Error; of n8n 1 and 2.0 there is left the status or code, and the original text.
 */
export function outcomeOfThrown(thrown: unknown, tokenUrl?: unknown): Outcome {
	const chain = chainOf(thrown);
	const texts = chain.flatMap(({ message, messages = [] }) => [message, ...messages]);
	const code =
		chain.find((fault) => typeof fault.code === 'string')?.code ??
		CODE.exec([chain[0]?.httpCode, ...texts].join(' '))?.[0] ??
		'unknown';
	const response = chain.find((fault) => fault.response)?.response;
	const status = response?.status ?? Number(chain[0]?.httpCode ?? NaN);
	const asked = chain.find((fault) => fault.config?.url)?.config?.url;
	const ofToken = asked !== undefined && asked === tokenUrl;
	const isUnsigned = tokenUrl !== undefined && texts.some((text) => UNSIGNED.test(text));
	const isOfToken = ofToken || TOKEN.codes.includes(code) || isUnsigned;
	if (isOfToken || texts.some((text) => TOKEN.texts.test(text))) {
		const answer = chain.find((fault) => fault.body !== undefined);
		const told = answer?.status ?? (status || 0);
		// An answer without a token is as good as a no; so is a token that cannot be used.
		const { value: body, isJson } = readBody(answer?.body ?? response?.data);
		const isBroken =
			texts.some((text) => BROKEN_OFF.test(text)) || (!isJson && looksLikeJson(String(body)));
		const isNo = ['EAUTH', 'unknown'].includes(code) || (told >= 200 && told < 500 && !isBroken);
		// n8n keeps no status of an answer in the form of OAuth 2.
		const isSlow = told === 429 || (code === 'EAUTH' && SLOW_DOWN.test(JSON.stringify(body)));
		return {
			kind: 'token',
			refused: isNo && !isSlow,
			status: isSlow ? 429 : told,
			code: isUnsigned ? 'UNSIGNED' : code,
			// A part of an answer that breaks off may be the token.
			body: isBroken ? undefined : body,
		};
	}
	// An answer that broke off has a status too, and that one is fine.
	if (status >= 300) {
		const { value: body } = readBody(response?.data ?? chain[0]?.context?.data);
		return { kind: 'status', status, headers: response?.headers ?? {}, body };
	}
	return { kind: NEVER_ARRIVED.test(code) ? 'unreached' : 'lost', code };
}

/** Not so of 304, which points nowhere. */
export const isRedirect = (status: number) => status >= 300 && status < 400 && status !== 304;

/** Whether no further attempt can go better. */
export const isHopeless = (code: string) => HOPELESS.test(code);
