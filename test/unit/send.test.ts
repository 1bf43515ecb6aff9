import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, INode } from 'n8n-workflow';

import { Client } from '../../nodes/shared/call/client';
import { Session } from '../../nodes/shared/call/session';
import type { Route, Vendor } from '../../nodes/shared/call/vendor';

/** A call through n8n's helper, whose place a double takes: what is given to it, and what is done with its answers. */
interface Operations {
	'thing.get': { path: { id: string } };
}

const route: Route = {
	method: 'GET',
	path: '/things/{id}',
	evidence: 'documented',
	safe: true,
	scopes: [],
};

const vendor = (oauth2: boolean): Vendor<Operations> => ({
	name: 'Vendor',
	credential: 'vendorApi',
	credentialFields: "'API Key'",
	oauth2,
	routes: { 'thing.get': route },
	unwrap: (body) => body,
	paging: { size: 10, ask: () => ({}), read: () => ({ rows: [], last: true }) },
});

type Helper = (request: IHttpRequestOptions) => IDataObject;

async function get(oauth2: boolean, helper: Helper) {
	const node = { name: 'Node', type: 'test', typeVersion: 1, parameters: {} } as unknown as INode;
	const asked: Array<[string, IHttpRequestOptions, unknown]> = [];
	const data = { baseUrl: 'https://api.example', apiKey: 'secret' };
	const caller = {
		getNode: () => node,
		getTimezone: () => 'UTC',
		getCredentials: async () => await Promise.resolve(data),
		getInputData: () => [{ json: {} }],
		getNodeParameter: (): IDataObject => ({ maxRetryWait: 0, timeout: 7 }),
		getExecuteData: () => ({ node, data: {}, source: null }),
		getExecutionCancelSignal: () => undefined,
		helpers: {
			httpRequestWithAuthentication: async (
				type: string,
				request: IHttpRequestOptions,
				more: unknown,
			) => {
				asked.push([type, request, more]);
				return await Promise.resolve(helper(request));
			},
		},
	};
	const session = await Session.open(caller as unknown as IExecuteFunctions, vendor(oauth2));
	const calling = new Client(session).call('thing.get', { path: { id: '1' } });
	const result = await calling.catch((error: unknown) => error);
	return { result, asked, data };
}

const ok = { statusCode: 200, headers: {}, body: { id: 1 } };
const unauthorized = { statusCode: 401, headers: {}, body: {} };

test('the helper gets the request and the credential as it was read', async () => {
	const { result, asked, data } = await get(false, () => ok);
	expect(result).toEqual({ id: 1 });
	const request = {
		method: 'GET',
		url: 'https://api.example/things/1',
		qs: {},
		headers: {},
		json: true,
		returnFullResponse: true,
		timeout: 7000,
		disableFollowRedirect: true,
		encoding: 'stream',
		ignoreHttpStatusErrors: true,
		abortSignal: expect.any(AbortSignal) as AbortSignal,
	};
	const credentialsDecrypted = { id: '', name: '', type: 'vendorApi', data };
	expect(asked).toEqual([['vendorApi', request, { credentialsDecrypted }]]);
});

test('a 401 of a service without tokens is its answer', async () => {
	const { result, asked } = await get(false, () => unauthorized);
	expect(result).toMatchObject({ httpCode: '401' });
	expect(asked).toHaveLength(1);
});

test('n8n 2.x is told to renew the token for 401, and to take every other status for an answer', async () => {
	const { result, asked } = await get(true, () => ok);
	expect(result).toEqual({ id: 1 });
	expect(asked.map(([, { ignoreHttpStatusErrors }]) => ignoreHttpStatusErrors)).toEqual([
		{ ignore: true, except: [401] },
	]);
});

test('n8n 1.x, which takes 401 for an answer all the same, gets the call again and renews the token', async () => {
	const { result, asked } = await get(true, ({ ignoreHttpStatusErrors }) =>
		ignoreHttpStatusErrors ? unauthorized : ok,
	);
	expect(result).toEqual({ id: 1 });
	expect(asked.map(([, { ignoreHttpStatusErrors }]) => ignoreHttpStatusErrors)).toEqual([
		{ ignore: true, except: [401] },
		undefined,
	]);
});

test('a status that is none of the credential does not go out again', async () => {
	const { result, asked } = await get(true, () => ({ ...unauthorized, statusCode: 403 }));
	expect(result).toMatchObject({ httpCode: '403' });
	expect(asked).toHaveLength(1);
});
