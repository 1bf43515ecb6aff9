import {
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type IDisplayOptions,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';

import { overridesGiven } from '../nodes/shared/call/endpoints';
import type { Vendor } from '../nodes/shared/call/vendor';
import { endpointsIn } from '../nodes/shared/openapi/endpoints';
import { isOpenApi } from '../nodes/shared/openapi/read';

// n8n's scanner reads names, icons and secret fields from the classes' own text: those stay there as literals.

/** The word on top of a credential whose service publishes no addresses: what the pack `assumes`, and the way out. */
export const unpublished = (service: string, assumes: string, page: string): INodeProperties => ({
	displayName: `${assumes} This pack was not tried with a live account. If a call answers 404, put the right address into 'Endpoint Overrides' below, or paste ${service}'s own OpenAPI file there: <a href="${page}" target="_blank">how to</a>.`,
	name: 'unpublished',
	type: 'notice',
	default: '',
});

/** What differs between the services' fields of one kind. */
interface BaseUrl {
	/** Empty where the service publishes none. */
	default: string;
	placeholder?: string;
	displayOptions?: IDisplayOptions;
	description?: string;
}

/** The field Base URL: the address before the paths of the API. */
export const baseUrl = ({ default: address, ...more }: BaseUrl): INodeProperties => ({
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: address,
	required: true,
	...more,
});

/** The field Endpoint Overrides; `when` says when somebody needs it, `example` is JSON of operation ID and route. */
export const endpointOverrides = (when: string, example: string): INodeProperties => ({
	displayName: 'Endpoint Overrides',
	name: 'endpointOverrides',
	type: 'json',
	default: '{}',
	description: `Addresses of operations, ${when}, for instance ${example}. Or the vendor's own OpenAPI file as JSON, pasted whole: what fits clearly is used.`,
});

/** The filled-in Base URL, for a credential's test. */
export const BASE_URL = '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "") }}';

/** A test of the credential by one call, which follows no redirect. `unaccepted` explains the answer 401. */
export const testBy = (
	request: ICredentialTestRequest['request'],
	unaccepted: string,
	// A web site would answer with a page, and pass.
	accept = 'application/json',
): ICredentialTestRequest => ({
	request: { ...request, disableFollowRedirect: true, headers: { Accept: accept } },
	rules: [{ type: 'responseCode', properties: { value: 401, message: unaccepted } }],
});

/**
 * The path by which an operation is tested: the contract's, or that of Endpoint Overrides. Throws UserError when these
 * are a file that does not show all operations, with their names.
 */
export function testedPath(
	id: string,
	credential: ICredentialDataDecryptedObject,
	{
		routes,
		marks,
	}: Required<Pick<Vendor<unknown>, 'marks'>> & {
		routes: Record<string, { method: string; path: string }>;
	},
): string {
	const given = overridesGiven(credential);
	if (!given || !isOpenApi(given)) {
		const own = given?.[id];
		return typeof own === 'string' ? own.trim().replace(/^\S+\s+/, '') : routes[id].path;
	}
	const shown = endpointsIn(given, routes, marks());
	if (shown === undefined) {
		throw new UserError("'Endpoint Overrides' are no OpenAPI file of version 3 with 'paths'.");
	}
	const { endpoints, missing } = shown;
	if (missing.length > 0) {
		throw new UserError(
			`The OpenAPI file in 'Endpoint Overrides' does not show clearly where these are: ${missing.join(', ')}. Find each in the file and write our name into it as its "operationId". The others are used as they are.`,
		);
	}
	return endpoints[id].path;
}

/** A request with `headers` added. */
export const withHeaders = (
	request: IHttpRequestOptions,
	headers: Record<string, string>,
): IHttpRequestOptions => ({ ...request, headers: { ...request.headers, ...headers } });
