import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { configurationError } from '../fields/nodeError';
import type { Route } from './vendor';

type Endpoint = Pick<Route, 'method' | 'path'>;

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

/** The credential's Endpoint Overrides by operation ID. Throws NodeOperationError that says what is wrong with them. */
export function readOverrides<Routes extends Record<string, Route>>(
	node: INode,
	{ endpointOverrides }: ICredentialDataDecryptedObject,
	routes: Routes,
): Record<string, Endpoint> {
	const fail = (what: string, wayOut: string) => {
		throw configurationError(node, `'Endpoint Overrides' in the credential ${what}`, wayOut);
	};
	const example = `For instance {"${Object.keys(routes)[0]}": "GET /path/{placeholder}"}.`;
	const given =
		typeof endpointOverrides === 'string'
			? jsonParse<unknown>(endpointOverrides.trim() || '{}', { fallbackValue: null })
			: (endpointOverrides ?? {});
	if (!given || typeof given !== 'object' || Array.isArray(given)) fail('are not JSON', example);
	const entries = Object.entries(given as IDataObject).map(([operation, endpoint]) => {
		if (!Object.hasOwn(routes, operation)) {
			fail(`name an unknown operation: ${operation}`, `Known: ${Object.keys(routes).join(', ')}.`);
		}
		const [, method, path] =
			/^(GET|POST|PUT|PATCH|DELETE)\s+(\/\S*)$/i.exec(String(endpoint).trim()) ?? [];
		if (!path) fail(`give ${operation} no method and path`, example);
		const [needed, used] = [placeholders(routes[operation].path), placeholders(path)];
		const lost = needed.filter((name) => !used.includes(name));
		if (lost.length > 0) {
			fail(`give ${operation} no {${lost.join('}, {')}}`, 'Put what is in braces into the path.');
		}
		return [operation, { method: method.toUpperCase(), path }];
	});
	return Object.fromEntries(entries) as Record<string, Endpoint>;
}
