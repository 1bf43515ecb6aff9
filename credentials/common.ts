import {
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type IDataObject,
	type IDisplayOptions,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';

import { overridesIn, undocumented, type Findable } from '../nodes/shared/call/endpoints';
import { fillIn } from '../nodes/shared/call/request';
import type { Fail } from '../nodes/shared/fields/nodeError';

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

/** Throws UserError: of an error in a test, n8n shows the message alone. */
const fail: Fail = (what, wayOut) => {
	throw new UserError(`${what}. ${wayOut}`);
};

/**
 * A test's request, whose URL is the operation that is tested, at the address that a node would ask: the contract's, or
 * that of Endpoint Overrides. Any other request is left as it is. `values` are what a path may need beside the body,
 * `wayOut` is what to do where one is missing. Throws UserError when the overrides make no sense, or are a file that does
 * not show all whose address is not documented.
 */
export function atAddress(
	request: IHttpRequestOptions,
	credential: ICredentialDataDecryptedObject,
	vendor: Findable,
	{ values, wayOut }: { values?: IDataObject; wayOut?: string } = {},
): IHttpRequestOptions {
	const { url: id, body, qs } = request;
	const { routes } = vendor;
	if (!Object.hasOwn(routes, id)) return request;
	const overrides = overridesIn(credential, vendor, fail);
	const lost = undocumented(overrides, routes);
	if (lost.length > 0) {
		fail(
			`The OpenAPI file in 'Endpoint Overrides' of the credential does not show clearly where these are: ${lost.join(', ')}`,
			'Find each in the file and write our name into it as its "operationId". The others are used as they are.',
		);
	}
	const { method, path } = overrides.endpoints[id] ?? routes[id];
	const carried = (body ?? {}) as IDataObject;
	const address = { ...request, method: method as IHttpRequestMethods };
	const url = fillIn(path, { ...carried, ...values }, (what, more) => fail(what, wayOut ?? more));
	// As a node's: a GET has no body.
	if (method === 'GET') return { ...address, url, qs: { ...carried, ...qs }, body: undefined };
	return { ...address, url };
}

/** A request with `headers` added. */
export const withHeaders = (
	request: IHttpRequestOptions,
	headers: Record<string, string>,
): IHttpRequestOptions => ({ ...request, headers: { ...request.headers, ...headers } });
