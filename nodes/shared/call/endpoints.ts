import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { isThing } from '../fields/lists';
import { configurationError, type Fail } from '../fields/nodeError';
import { endpointsIn, type Endpoint, type Overrides } from '../openapi/endpoints';
import { isOpenApi } from '../openapi/read';
import type { Route, Vendor } from './vendor';

/** Where the credential offers known hosts, the choice that lets the user enter Base URL. */
export const OTHER_HOST = 'other';

/** The credential's known host or Base URL, without a slash at its end. Throws NodeOperationError when it is none. */
export function readBaseUrl(
	node: INode,
	{ host = OTHER_HOST, baseUrl }: ICredentialDataDecryptedObject,
): string {
	const url = String((host === OTHER_HOST ? baseUrl : host) ?? '').trim();
	if (!/^https?:\/\/[^/\s@?#]+(\/[^?#\s]*)?$/.test(url) || !URL.canParse(url)) {
		throw configurationError(
			node,
			"'Base URL' in the credential is not a web address",
			'It starts with https://, names the host that answers the API, and has no name or password, ? or #.',
		);
	}
	return url.replace(/\/+$/, '');
}

/** What HTTP itself is made of: a secret in one of them goes astray, or breaks the call. */
const OF_HTTP = [
	'connection',
	'content-length',
	'content-type',
	'expect',
	'host',
	'keep-alive',
	'proxy-connection',
	'te',
	'trailer',
	'transfer-encoding',
	'upgrade',
];

/** Throws NodeOperationError when a header of this name cannot carry the credential's secret. */
export function checkHeaderName(node: INode, header: string): void {
	const name = header.trim();
	if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && !OF_HTTP.includes(name.toLowerCase())) return;
	throw configurationError(
		node,
		`'Header Name' in the credential cannot carry a token: ${name || 'it is empty'}`,
		'Enter the name of the header in which the service expects the token, such as X-API-Token.',
	);
}

const placeholders = (path: string) =>
	[...path.matchAll(/{(\w+)}/g)].map(([, name]) => name).sort();

/** The credential's Endpoint Overrides as an object of JSON; undefined when they are none. */
function overridesGiven({
	endpointOverrides,
}: ICredentialDataDecryptedObject): IDataObject | undefined {
	const given: unknown =
		typeof endpointOverrides === 'string'
			? jsonParse(endpointOverrides.trim() || '{}', { fallbackValue: null })
			: (endpointOverrides ?? {});
	return isThing(given) ? given : undefined;
}

/** What is needed of a vendor to find its operations. */
export type Findable = Pick<Vendor<unknown>, 'marks'> & { routes: Record<string, Route> };

/**
 * The credential's Endpoint Overrides: entries by operation ID, or the service's own OpenAPI file. Calls `fail` with what
 * is wrong with them.
 */
export function overridesIn(
	credentials: ICredentialDataDecryptedObject,
	{ routes, marks = () => ({}) }: Findable,
	refuse: Fail,
): Overrides {
	const fail: Fail = (what, wayOut) =>
		refuse(`'Endpoint Overrides' in the credential ${what}`, wayOut);
	const example = `For instance {"${Object.keys(routes)[0]}": "GET /path/{placeholder}"}.`;
	const given = overridesGiven(credentials) ?? fail('are not JSON', example);
	if (isOpenApi(given)) {
		return (
			endpointsIn(given, routes, marks()) ??
			fail(
				'are no OpenAPI file of version 3',
				"Convert the file to OpenAPI 3, as JSON with 'paths', or enter addresses one by one.",
			)
		);
	}
	const entries = Object.entries(given).map(([operation, endpoint]) => {
		if (!Object.hasOwn(routes, operation)) {
			const known = Object.keys(routes).join(', ');
			return fail(`name an unknown operation: ${operation}`, `Known: ${known}.`);
		}
		const [, method, path] =
			/^(GET|POST|PUT|PATCH|DELETE)\s+(\/\S*)$/i.exec(String(endpoint).trim()) ?? [];
		if (!path) return fail(`give ${operation} no method and path`, example);
		const [needed, used] = [placeholders(routes[operation].path), placeholders(path)];
		const lost = needed.filter((name) => !used.includes(name));
		if (lost.length > 0) {
			return fail(
				`give ${operation} no {${lost.join('}, {')}}`,
				'Put what is in braces into the path.',
			);
		}
		return [operation, { method: method.toUpperCase(), path }];
	});
	return { endpoints: Object.fromEntries(entries) as Record<string, Endpoint>, missing: [] };
}

/** The same for a node. Throws NodeOperationError that says what is wrong with them. */
export const readOverrides = (
	node: INode,
	credentials: ICredentialDataDecryptedObject,
	vendor: Findable,
): Overrides =>
	overridesIn(credentials, vendor, (what, wayOut) => {
		throw configurationError(node, what, wayOut);
	});

/** Of what a pasted file does not show, the operations whose address is not documented: they are not guessed then. */
export const undocumented = ({ missing }: Overrides, routes: Findable['routes']): string[] =>
	missing.filter((id) => routes[id].evidence !== 'documented');

/** Throws NodeOperationError when a pasted file does not show where an operation is whose address is not documented. */
export function checkShown(
	node: INode,
	id: string,
	{ evidence }: Route,
	overrides: Overrides,
): void {
	if (evidence === 'documented' || !overrides.missing.includes(id)) return;
	throw configurationError(
		node,
		`The OpenAPI file in 'Endpoint Overrides' of the credential does not show clearly where '${id}' is`,
		`Nothing was sent. Find the operation in the file and write "operationId": "${id}" into it. Not found either: ${overrides.missing.filter((other) => other !== id).join(', ') || 'no other'}.`,
	);
}
