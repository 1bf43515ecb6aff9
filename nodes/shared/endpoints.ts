import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { invalid } from './errors';
import type { Route } from './operation';

type Endpoint = Pick<Route, 'method' | 'path'>;

/** The credential's Base URL without a slash at its end. Throws NodeOperationError when it is none. */
export function readBaseUrl(node: INode, { baseUrl }: ICredentialDataDecryptedObject): string {
	const url = String(baseUrl ?? '').trim();
	if (!/^https?:\/\/[^/\s@?#]+(\/[^?#\s]*)?$/.test(url) || !URL.canParse(url)) {
		throw invalid(
			node,
			"'Base URL' in the credential is not a web address",
			'It starts with https://, names the host that answers the API, and has no name or password, ? or #.',
		);
	}
	return url.replace(/\/+$/, '');
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
		throw invalid(node, `'Endpoint Overrides' in the credential ${what}`, wayOut);
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
		if (needed.join() !== used.join()) {
			fail(`give ${operation} other placeholders`, `Use exactly: {${needed.join('}, {')}}.`);
		}
		return [operation, { method: method.toUpperCase(), path }];
	});
	return Object.fromEntries(entries) as Record<string, Endpoint>;
}
