import type { Route, Vendor } from './vendor';

export const checkCredential = ({ credentialFields }: Vendor<unknown>) =>
	`Check ${credentialFields} in the credential.`;

export const CHECK_BASE_URL =
	"Check 'Base URL' in the credential, and whether a proxy or firewall stands between.";

/** What came when an answer is none to what was asked. */
export const ANOTHER_FORM = 'answered in another form than expected';

/** The way out then. */
export const OTHER_ANSWER =
	"Check 'Base URL' and 'Endpoint Overrides' in the credential: this may be another operation's answer.";

/** What changes something is about what its body names, where its address names nothing. */
export function checkSent({ path, safe }: Route): string {
	const sent = safe ? '' : 'the IDs that were sent, if any, and ';
	return `Check ${path.includes('{') ? 'the ID and ' : sent}'Base URL' in the credential.`;
}

/** Where an address is from that the service's own pages do not show. `id`: of the operation. */
export function originOf(route: Route, id: string, name: string, baseUrl: string): string {
	const address = `'${route.method} ${baseUrl}${route.path}'`;
	const origins: Record<Route['evidence'], string> = {
		documented: '',
		override: `The address ${address} comes from 'Endpoint Overrides' in the credential.`,
		indexed: `${address} is from a catalogue that names ${name}'s page for it.`,
		inferred: `${name}'s pages leave this operation's address open: ${address} is inferred.`,
		guess: `${name} does not publish this operation's address: ${address} is a guess.`,
	};
	const origin = origins[route.evidence];
	return route.evidence === 'override'
		? origin
		: `${origin} If ${name} tells you another one, enter it as 'Endpoint Overrides' in the credential: {"${id}": "${route.method} /…"}.`;
}

export const scopesOf = ({ scopes }: Route) => scopes.join(' or ');

/** Where a redirect points, without what may hold secrets: services write whole requests into it. */
export function targetOf(location: string, baseUrl: string): string {
	if (!location || !URL.canParse(location, baseUrl)) return 'an address it does not name';
	const { origin, pathname } = new URL(location, baseUrl);
	return `${origin}${pathname}`;
}

export const times = (attempt: number, verb = 'sent') =>
	attempt === 0 ? `not ${verb}` : attempt === 1 ? `${verb} once` : `${verb} ${attempt} times`;

/** Codes of answers that came but cannot be read. */
const ODD: Array<[RegExp, string]> = [
	[/^HPE_/, 'an answer that is no HTTP'],
	[/^(Z_|ERR_BROTLI|ERR__ERROR_|ERR_ZSTD)/, 'an answer that cannot be unpacked'],
	[/PREMATURE_CLOSE/, 'answer cut off'],
];

/** n8n replaces a message that holds a Node.js code by a text of its own, so codes are put in words. */
export function reasonOf(code: string): string {
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
		ERR_CANCELED: 'no answer in time',
		HPE_HEADER_OVERFLOW: 'more headers than n8n takes',
		SILENT: 'nothing has answered for a while, so it is not asked any more',
	};
	const kind = ODD.find(([pattern]) => pattern.test(code))?.[1];
	return words[code] ?? kind ?? 'connection not possible';
}
