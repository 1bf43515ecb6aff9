import type {
	ICredentialTestRequest,
	IDisplayOptions,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

// n8n's scanner reads names, icons and secret fields from the classes' own text: those stay there as literals.

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
	description: `Addresses of operations, ${when}, for instance ${example}`,
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

/** A request with `headers` added. */
export const withHeaders = (
	request: IHttpRequestOptions,
	headers: Record<string, string>,
): IHttpRequestOptions => ({ ...request, headers: { ...request.headers, ...headers } });
