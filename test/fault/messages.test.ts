import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { accounts } from '../../engine/credentials';
import { runNode } from '../../engine/runNode';
import { BOT, byId, createCallList, getConversation, itemsOf } from '../../engine/jobs';
import { useSandbox } from '../support/sandbox';

/** What a user reads when something goes wrong, and that no secret is in it. */
const sandbox = useSandbox();

const getCallList = {
	resource: 'callList',
	operation: 'get',
	bot: byId(BOT),
	callList: byId('f8bec356-47f7-4b66-97fa-55ac21366bbc'),
};

async function koda(parameters: object, change: ICredentialDataDecryptedObject = {}) {
	const credentials = accounts(sandbox().url);
	Object.assign(credentials.kodaOAuth2Api, change);
	return await runNode({ node: 'koda', credentials, parameters: { ...parameters } });
}

async function naxon(change: ICredentialDataDecryptedObject = {}) {
	const credentials = accounts(sandbox().url);
	Object.assign(credentials.naxonApi, change);
	return await runNode({
		node: 'naxon',
		credentials,
		parameters: { ...getConversation, requestOptions: { maxRetryWait: 0 } },
		items: itemsOf([{ id: 1001 }]),
	});
}

const fault = async (vendor: string, operationId: string, faults: object) =>
	await sandbox().control('faults', { vendor, operationId, ...faults });

test('a required field that is empty is named, and nothing is sent', async () => {
	const { error } = await koda({ ...createCallList, name: '={{ $json.missing }}' });
	expect(error?.message).toBe("'Name' is empty [item 0]");
	expect(error?.description).toContain('Fill it in');
	expect(error?.context.itemIndex).toBe(0);
	expect((await sandbox().stats()).tokenRequests).toBe(0);
});

test('a wrong token: which credential fields to check', async () => {
	const { error } = await naxon({ apiToken: 'not-the-token' });
	expect(error?.message).toBe('Naxon did not accept the credential [item 0]');
	expect(error?.description).toContain("Check 'API Token' and 'Send Token As' in the credential.");
	expect(error?.httpCode).toBe('401');
	expect(error?.failure).toEqual({ cause: 'credential-invalid' });
});

test('a wrong client secret: the token endpoint said no', async () => {
	const { error, run } = await koda(getCallList, { clientSecret: 'not-the-secret' });
	expect(error?.message).toBe('KODA issued no access token [item 0]');
	expect(error?.description).toContain("'Client ID', 'Client Secret'");
	expect(error?.failure).toEqual({ cause: 'credential-invalid' });
	expect(JSON.stringify(run)).not.toContain('not-the-secret');
});

test('a token endpoint that is down for a moment is asked again', async () => {
	await fault('koda', 'token', { kind: 'status', status: 503 });
	const { error } = await koda({ ...getCallList, operation: 'getAll' });
	expect(error).toBeUndefined();
	expect((await sandbox().stats()).tokenRequests).toBe(2);
});

test('a token endpoint may ask to slow down, in the words of OAuth: it is asked again', async () => {
	const body = { error: 'temporarily_unavailable', error_description: 'Rate limit exceeded' };
	await fault('koda', 'token', { kind: 'status', status: 429, body });
	const { error } = await koda({ ...getCallList, operation: 'getAll' });
	expect(error).toBeUndefined();
	expect((await sandbox().stats()).tokenRequests).toBe(2);
});

test('a token endpoint that goes on asking to slow down: nothing was sent, and the credential is right', async () => {
	const body = { error: 'temporarily_unavailable', error_description: 'Rate limit exceeded' };
	await fault('koda', 'token', { kind: 'status', status: 429, body, count: 99 });
	const { error } = await koda({ ...createCallList, requestOptions: { maxRetryWait: 0 } });
	expect(error?.message).toBe('The token endpoint of KODA asks to slow down (sent once) [item 0]');
	expect(error?.description).toContain('KODA said: "Rate limit exceeded". Nothing was sent.');
	expect(error?.failure).toMatchObject({ cause: 'rate-limited' });
	expect((await sandbox().stats()).requests).toEqual({});
});

test.each([
	['a web page', { kind: 'html' }],
	['no token', { kind: 'status', status: 200, body: { ok: true } }],
	['404', { kind: 'status', status: 404, body: { error: 'not_found' } }],
])('a token endpoint that answers %s is asked once, and nothing is sent', async (_, faults) => {
	await fault('koda', 'token', { ...faults, count: 9 });
	const { error } = await koda(createCallList);
	expect(error?.message).toBe('KODA issued no access token [item 0]');
	const { tokenRequests, requests } = await sandbox().stats();
	expect(tokenRequests).toBe(1);
	expect(requests).toEqual({});
});

test('a token that cannot be renewed: the call was refused, so its effect is known', async () => {
	const credentials = accounts(sandbox().url);
	await runNode({ node: 'koda', credentials, parameters: { ...getCallList, operation: 'getAll' } });
	await sandbox().control('clock', { advanceSeconds: 4000 });
	await fault('koda', 'token', { kind: 'reset', count: 9 });
	const parameters = { ...createCallList, requestOptions: { maxRetryWait: 0 } };
	const { error } = await runNode({ node: 'koda', credentials, parameters });
	expect(error?.message).toContain('The token endpoint of KODA gave no answer');
	expect(error?.failure).toEqual({ cause: 'temporarily-unavailable' });
});

test('a grant that was revoked: the call was refused, and is not repeated', async () => {
	const credentials = accounts(sandbox().url);
	await runNode({ node: 'koda', credentials, parameters: { ...getCallList, operation: 'getAll' } });
	await sandbox().control('clock', { advanceSeconds: 4000 });
	const body = { error: 'invalid_grant' };
	await fault('koda', 'token', { kind: 'status', status: 400, body, count: 9 });
	const { error } = await runNode({ node: 'koda', credentials, parameters: createCallList });
	expect(error?.message).toContain('KODA issued no access token');
	expect(error?.failure).toEqual({ cause: 'credential-invalid' });
	expect(await sandbox().requests('koda', 'callList.create')).toHaveLength(1);
});

test('a secret that the token endpoint repeats in other clothes is not shown', async () => {
	const clientSecret = 'ko/da+se=cret';
	const basic = Buffer.from(`koda-client:${clientSecret}`).toString('base64');
	const encoded = encodeURIComponent(clientSecret);
	const body = { error: 'invalid_request', error_description: `${encoded} and ${basic}` };
	await fault('koda', 'token', { kind: 'status', status: 400, body });
	const { error, run } = await koda(getCallList, { clientSecret });
	expect(error?.description).toContain('KODA said: "*** and ***".');
	expect(JSON.stringify(run)).not.toContain(basic);
	expect(JSON.stringify(run)).not.toContain(encoded);
});

test.each(['X API Token', 'Host', 'content-length', ' ', 'Transfer-Encoding'])(
	'a header %j cannot carry the token',
	async (headerName) => {
		const { error } = await naxon({ sendAs: 'header', headerName });
		expect(error?.message).toMatch(/^'Header Name' in the credential cannot carry a token: /);
		expect(error?.description).toContain('such as X-API-Token');
		expect(await sandbox().requests('naxon')).toHaveLength(0);
	},
);

test('a token endpoint that cannot be reached', async () => {
	const { error } = await koda(
		{ ...getCallList, requestOptions: { maxRetryWait: 1 } },
		// Port 9 (discard) has no listener here.
		{ accessTokenUrl: 'http://127.0.0.1:9/oauth/token' },
	);
	expect(error?.message).toMatch(/^The token endpoint of KODA gave no answer \(connection refused/);
	expect(error?.description).toContain("'Access Token URL'");
	expect(error?.failure).toEqual({ cause: 'temporarily-unavailable' });
});

test('a scope that is not granted', async () => {
	const { error } = await koda(getCallList, { scope: 'inbox:read' });
	expect(error?.message).toBe('KODA does not allow this with the credential [item 0]');
	expect(error?.description).toContain(
		"The operation needs the scope outbound:read: add it to 'Scope'",
	);
	expect(error?.httpCode).toBe('403');
});

test('404 on a route that nobody publishes says so and names the way out', async () => {
	const { error } = await koda(getCallList);
	expect(error?.httpCode).toBe('404');
	expect(error?.message).toContain('KODA answered 404');
	expect(error?.description).toContain('does not publish');
	const address = `GET ${sandbox().url}/koda/v1/bots/{botId}/call-lists/{listId}`;
	expect(error?.description).toContain("Check the ID and 'Base URL' in the credential.");
	expect(error?.description).toContain(`'${address}' is a guess`);
	expect(error?.description).toContain('{"callList.get": "GET /…"}');
	expect(error?.failure).toEqual({ cause: 'configuration-invalid' });
});

test('404 on a route that the user set names the override', async () => {
	const { error } = await koda(getCallList, {
		endpointOverrides: '{"callList.get": "GET /v1/bots/{botId}/call-lists/{listId}"}',
	});
	expect(error?.message).toContain('KODA answered 404');
	expect(error?.description).toContain(
		"/koda/v1/bots/{botId}/call-lists/{listId}' comes from 'Endpoint Overrides'",
	);
	expect(error?.description).not.toContain('guess');
});

test('404 where there is no ID does not ask to check one', async () => {
	await fault('naxon', 'model.getAll', { kind: 'status', status: 404 });
	const parameters = { resource: 'model', operation: 'getAll' };
	const { error } = await runNode({
		node: 'naxon',
		credentials: accounts(sandbox().url),
		parameters,
	});
	expect(error?.description).toContain("Check 'Base URL' in the credential.");
	expect(error?.description).not.toContain('the ID');
});

test('404 where the body names what is meant asks to check that', async () => {
	const { error } = await runNode({
		node: 'chatBotCom',
		credentials: accounts(sandbox().url),
		parameters: {
			resource: 'training',
			operation: 'train',
			story: byId('000000000000000000000000'),
			targetId: 'x',
			items: ['y'],
		},
	});
	expect(error?.httpCode).toBe('404');
	expect(error?.description).toContain(
		"Check the IDs that were sent, if any, and 'Base URL' in the credential.",
	);
});

test("the service's own words are shown", async () => {
	await fault('naxon', 'conversation.get', {
		kind: 'status',
		status: 422,
		body: { message: 'No such tenant' },
	});
	const { error } = await naxon();
	expect(error?.message).toBe('Naxon did not accept the values (422) [item 0]');
	expect(error?.description).toContain('Naxon said: "No such tenant".');
});

test('a web page instead of data', async () => {
	await fault('naxon', 'conversation.get', { kind: 'html' });
	const { error } = await naxon();
	expect(error?.message).toBe('Naxon answered with a web page instead of data [item 0]');
	expect(error?.description).toContain("Check 'Base URL' in the credential");
	expect(JSON.stringify(error)).not.toContain('<html');
});

test('a truncated body', async () => {
	await fault('naxon', 'conversation.get', { kind: 'truncate' });
	const { error } = await naxon();
	expect(error?.message).toMatch(/gave no whole answer .* \[item 0\]$/);
	expect(error?.failure).toEqual({ cause: 'temporarily-unavailable' });
});

test('a service that is down', async () => {
	await fault('naxon', 'conversation.get', { kind: 'status', status: 503 });
	const { error } = await naxon();
	expect(error?.message).toBe('Naxon is not available right now (503, sent once) [item 0]');
	expect(error?.failure).toEqual({ cause: 'temporarily-unavailable' });
});

test('a redirect is not followed: it would carry the credential elsewhere', async () => {
	await fault('naxon', 'conversation.get', {
		kind: 'status',
		status: 302,
		headers: { location: `${sandbox().url}/naxon/models` },
	});
	const { error } = await naxon();
	expect(error?.message).toContain('Naxon points to another address');
	expect(await sandbox().requests('naxon', 'model.getAll')).toHaveLength(0);
});

test('a redirect that names no address', async () => {
	await fault('koda', 'callList.create', { kind: 'status', status: 303 });
	const { error } = await koda(createCallList);
	expect(error?.message).toBe(
		'KODA answered 303 and points to an address it does not name: whether the operation took effect is unknown [item 0]',
	);
});

test('an answer that says no with status 200', async () => {
	await fault('koda', 'callList.create', {
		kind: 'status',
		status: 200,
		body: { meta: { status: 200 }, response: { result: false, msg: 'Caller number not allowed' } },
	});
	const { error } = await koda(createCallList);
	expect(error?.message).toBe(
		'KODA answered that it did not do this: Caller number not allowed [item 0]',
	);
});

test.each([
	['a list without its envelope', { naxonBody: [{ id: 1 }] }],
	['a list under another name', { naxonBody: { conversations: [{ id: 1 }] } }],
	['one thing instead of a list', { naxonBody: { data: { id: 1 } } }],
	['rows that are none', { naxonBody: { data: ['a', null], page: 1, total_pages: 1 } }],
])('%s is not taken for an empty list', async (_, { naxonBody: body }) => {
	await fault('naxon', 'conversation.getAll', { kind: 'status', status: 200, body });
	const parameters = { resource: 'conversation', operation: 'getAll' };
	const { error } = await runNode({
		node: 'naxon',
		credentials: accounts(sandbox().url),
		parameters,
	});
	expect(error?.message).toBe('Naxon answered in another form than expected [item 0]');
	expect(error?.description).toContain("'Endpoint Overrides'");
});

test.each([
	[{ success: false, error: 'No credits left' }, 'No credits left'],
	[{ meta: { status: 200 }, response: { success: false } }, 'its answer is false'],
	[{ response: { result: 'false', msg: 'No credits left' } }, 'No credits left'],
	[{ response: { result: 0 } }, 'its answer is false'],
])('an answer that says no with status 200: %j', async (body, reason) => {
	await fault('koda', 'callList.create', { kind: 'status', status: 200, body });
	const { error } = await koda(createCallList);
	expect(error?.message).toBe(`KODA answered that it did not do this: ${reason} [item 0]`);
});

test('nothing where there should be something', async () => {
	await fault('koda', 'callList.get', { kind: 'status', status: 200, body: { response: null } });
	const { error } = await koda(getCallList);
	expect(error?.message).toBe('KODA answered in another form than expected [item 0]');
});

test.each([
	'https://api.example.com/?a=b',
	'https://api.example.com/#x',
	'https://user:pass@api.example.com',
])('%s is no base URL', async (baseUrl) => {
	const { error } = await naxon({ baseUrl });
	expect(error?.message).toBe("'Base URL' in the credential is not a web address");
});

test('a base URL that is none', async () => {
	const { error } = await naxon({ baseUrl: 'api.naxon.ai' });
	expect(error?.message).toBe("'Base URL' in the credential is not a web address");
});

test('a secret that the service repeats is not shown', async () => {
	await fault('naxon', 'conversation.get', {
		kind: 'status',
		status: 400,
		body: { message: 'Unknown token naxon-token', apiToken: 'naxon-token' },
	});
	const { error, run } = await naxon();
	expect(error?.description).toContain('Unknown token ***');
	expect(JSON.stringify(run)).not.toContain('naxon-token');
});

test('an access token that the service repeats is not shown', async () => {
	const credentials = accounts(sandbox().url);
	await runNode({ node: 'koda', credentials, parameters: getCallList });
	const token = (credentials.kodaOAuth2Api.oauthTokenData as unknown as { access_token: string })
		.access_token;
	expect(token).toHaveLength(token.length);
	await fault('koda', 'callList.get', {
		kind: 'status',
		status: 400,
		body: { message: `Bad token ${token}` },
	});
	const { error, run } = await runNode({ node: 'koda', credentials, parameters: getCallList });
	expect(error?.description).toContain('Bad token ***');
	expect(JSON.stringify(run)).not.toContain(token);
});
