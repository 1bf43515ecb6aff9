import type { NodeApiError } from 'n8n-workflow';

import { isWebPage } from './answers';
import { isRedirect, type Outcome } from './outcome';
import {
	ANOTHER_FORM,
	CHECK_BASE_URL,
	OTHER_ANSWER,
	checkCredential,
	checkSent,
	originOf,
	reasonOf,
	scopesOf,
	targetOf,
	times,
} from './phrases';
import { MAX_ANSWER_MB } from './receive';
import { sayingOf } from './sayings';
import type { Route, Vendor } from './vendor';

/** What is known of a call that was given up. A value that its outcome does not have is 0, empty or false. */
export interface Facts {
	vendor: Vendor<unknown>;
	baseUrl: string;
	/** Operation ID in the contract. */
	id: string;
	route: Route;
	kind: Outcome['kind'];
	status: number;
	/** Where a redirect points; '' nowhere. */
	location: string;
	body: unknown;
	/** Of a service that declined. */
	reason: string;
	/** Of an unreadable answer. */
	text: string;
	/** Of a call without an answer. */
	code: string;
	/** Whether the token endpoint said no. */
	refused: boolean;
	effectUnknown: boolean;
	/** How often it was sent. */
	attempt: number;
	/** Milliseconds that the service asks to wait, if it does. */
	retryAfterMs?: number;
	/** How the user finds out whether it took effect. */
	check?: string;
}

type Text = string | ((facts: Facts) => string);

/** A reason for which calls are given up. */
interface Failure {
	when: (facts: Facts) => boolean;
	message: Text;
	wayOut: Text;
	/** What n8n calls it. */
	cause: NonNullable<NodeApiError['failure']>['cause'];
}

const is = (kind: Outcome['kind']) => (facts: Facts) => facts.kind === kind;

const answered = (status: number) => (facts: Facts) => facts.status === status;

/** Statuses of a wrong address as well as of a wrong ID. */
const NOT_HERE = [404, 405, 501];

/** The first that applies counts; those of a status come last. */
export const FAILURES: Failure[] = [
	{
		when: ({ effectUnknown }) => effectUnknown,
		message: (facts) => `${whatCame(facts)}: whether the operation took effect is unknown`,
		wayOut: ({ vendor, check = `Look in ${vendor.name} what became of it.` }) =>
			`It is not sent again, so that nothing happens twice. ${check} Repeat the operation only if it had no effect.`,
		cause: 'temporarily-unavailable',
	},
	{
		when: ({ kind, refused }) => kind === 'token' && refused,
		message: ({ vendor }) => `${vendor.name} issued no access token`,
		wayOut: ({ vendor, code }) =>
			code === 'UNSIGNED'
				? `n8n has kept an answer of the token endpoint that holds no token. Open the credential and save it, so that n8n asks again. ${checkCredential(vendor)}`
				: checkCredential(vendor),
		cause: 'credential-invalid',
	},
	{
		when: ({ kind, status }) => kind === 'token' && status === 429,
		message: ({ vendor, attempt }) =>
			`The token endpoint of ${vendor.name} asks to slow down (${times(attempt)})`,
		wayOut:
			"Nothing was sent. Try again later, or raise 'Max Wait for Retries (Seconds)' in the node's settings.",
		cause: 'rate-limited',
	},
	{
		when: is('token'),
		message: ({ vendor, code, attempt }) =>
			`The token endpoint of ${vendor.name} gave no answer (${reasonOf(code)}, ${times(attempt)})`,
		wayOut: ({ vendor }) => checkCredential(vendor),
		cause: 'temporarily-unavailable',
	},
	{
		when: is('declined'),
		message: ({ vendor, reason }) => `${vendor.name} answered that it did not do this: ${reason}`,
		wayOut: 'Check the values that were sent.',
		cause: 'configuration-invalid',
	},
	{
		when: is('unclear'),
		message: ({ vendor }) => `${vendor.name} ${ANOTHER_FORM}`,
		wayOut: OTHER_ANSWER,
		cause: 'configuration-invalid',
	},
	{
		when: is('unreadable'),
		message: ({ vendor, text }) =>
			isWebPage(text)
				? `${vendor.name} answered with a web page instead of data`
				: `${vendor.name} answered something unreadable instead of JSON`,
		wayOut: CHECK_BASE_URL,
		cause: 'configuration-invalid',
	},
	{
		when: is('tooLarge'),
		message: ({ vendor }) =>
			`${vendor.name} answered more than ${MAX_ANSWER_MB} MB, which is more than this node reads`,
		wayOut:
			"Ask for less at once: a smaller 'Page Size' or 'Limit', or filters, where the operation has them.",
		cause: 'configuration-invalid',
	},
	{
		when: is('unreached'),
		message: ({ vendor, baseUrl, code, attempt }) =>
			`${vendor.name} could not be reached at ${new URL(baseUrl).host} (${reasonOf(code)}, ${times(attempt, 'tried')})`,
		wayOut: `Nothing was sent. ${CHECK_BASE_URL}`,
		cause: 'temporarily-unavailable',
	},
	{
		when: is('lost'),
		message: ({ vendor, code, attempt }) =>
			`${vendor.name} gave no whole answer (${reasonOf(code)}, ${times(attempt)})`,
		wayOut: "Try again later, or raise 'Timeout (Seconds)' in the node's settings.",
		cause: 'temporarily-unavailable',
	},
	{
		when: ({ status, vendor }) => status === 401 && Boolean(vendor.vague401),
		message: ({ vendor }) => `${vendor.name} did not accept the credential, or not for this`,
		wayOut: ({ vendor, route }) => {
			const scopes = scopesOf(route);
			return `${checkCredential(vendor)} ${scopes && `The operation needs the API scope ${scopes}.`} ${vendor.vague401}`;
		},
		cause: 'credential-invalid',
	},
	{
		when: answered(401),
		message: ({ vendor }) => `${vendor.name} did not accept the credential`,
		wayOut: ({ vendor }) => checkCredential(vendor),
		cause: 'credential-invalid',
	},
	{
		when: answered(402),
		message: ({ vendor }) => `${vendor.name} asks for payment before it does this (402)`,
		wayOut: ({ vendor }) =>
			`Look in ${vendor.name} whether the account's plan and balance cover it.`,
		cause: 'configuration-invalid',
	},
	{
		when: answered(403),
		message: ({ vendor }) => `${vendor.name} does not allow this with the credential`,
		wayOut: ({ vendor: { name, oauth2 }, route }) => {
			const scopes = scopesOf(route);
			if (!scopes) return `Ask ${name} to grant it to the credential.`;
			return oauth2
				? `The operation needs the scope ${scopes}: add it to 'Scope' in the credential, or have it granted in ${name}.`
				: `The operation needs ${scopes}: have it granted in ${name}.`;
		},
		cause: 'configuration-invalid',
	},
	{
		when: ({ status, route }) => NOT_HERE.includes(status) && route.evidence !== 'documented',
		message: ({ vendor, status }) =>
			`${vendor.name} answered ${status}: what was asked for does not exist, or not at this address`,
		wayOut: ({ vendor, baseUrl, route, id }) =>
			`${checkSent(route)} ${originOf(route, id, vendor.name, baseUrl)}`,
		cause: 'configuration-invalid',
	},
	{
		when: answered(404),
		message: ({ vendor }) => `${vendor.name} does not know what was asked for`,
		wayOut: ({ route }) => checkSent(route),
		cause: 'configuration-invalid',
	},
	{
		when: answered(405),
		message: ({ vendor, route }) => `${vendor.name} takes no ${route.method} at this address (405)`,
		wayOut: "Check 'Base URL' and 'Endpoint Overrides' in the credential.",
		cause: 'configuration-invalid',
	},
	{
		when: answered(409),
		message: ({ vendor }) => `${vendor.name} finds that this conflicts with what is there (409)`,
		wayOut: 'It may exist already, or have changed meanwhile: look at it, and try again then.',
		cause: 'configuration-invalid',
	},
	{
		when: answered(413),
		message: ({ vendor }) => `${vendor.name} finds what was sent too large (413)`,
		wayOut: 'Send less at once.',
		cause: 'configuration-invalid',
	},
	{
		when: answered(429),
		message: ({ vendor, attempt }) => `${vendor.name} asks to slow down (429, ${times(attempt)})`,
		wayOut: ({ retryAfterMs }) =>
			`${retryAfterMs === undefined ? '' : `It asks to wait ${Math.ceil(retryAfterMs / 1000)} seconds. `}In the node's settings, lower 'Calls in Flight', set 'Calls per Minute' or raise 'Max Wait for Retries (Seconds)'.`,
		cause: 'rate-limited',
	},
	{
		when: ({ status }) => status >= 500,
		message: ({ vendor, status, attempt }) =>
			`${vendor.name} is not available right now (${status}, ${times(attempt)})`,
		wayOut: 'Try again later.',
		cause: 'temporarily-unavailable',
	},
	{
		when: answered(304),
		message: ({ vendor }) => `${vendor.name} answered that nothing has changed (304), without data`,
		wayOut: `A cache may have answered in its place. ${CHECK_BASE_URL}`,
		cause: 'temporarily-unavailable',
	},
	{
		when: ({ status }) => isRedirect(status),
		message: ({ vendor, location, baseUrl }) =>
			`${vendor.name} points to another address: ${targetOf(location, baseUrl)}`,
		wayOut: "Set 'Base URL' in the credential to the address that answers itself.",
		cause: 'configuration-invalid',
	},
	{
		when: () => true,
		message: ({ vendor, status }) => `${vendor.name} did not accept the values (${status})`,
		wayOut: ({ body }) =>
			sayingOf(body) ? 'Correct the field that it names.' : 'Check the fields of the operation.',
		cause: 'configuration-invalid',
	},
];

function whatCame({ vendor: { name }, kind, status, location, baseUrl }: Facts): string {
	if (kind === 'lost') return `The connection to ${name} broke before an answer came`;
	if (kind === 'tooLarge') return `${name} answered more than ${MAX_ANSWER_MB} MB`;
	if (kind === 'unclear') return `${name} answered in another form`;
	if (kind !== 'status') return `${name} answered something unreadable`;
	const pointing = isRedirect(status) ? ` and points to ${targetOf(location, baseUrl)}` : '';
	return `${name} answered ${status}${pointing}`;
}
