import { NaxonApi } from '../../../credentials/NaxonApi.credentials';
import { testCredential } from '../../support/contexts';
import { naxonAccount } from '../../support/naxon';
import { answerJson, startOddServer } from '../../support/oddServer';
import { useSandbox } from '../../support/sandbox';
import { vendorFixture } from '../../support/vendorFile';

const sandbox = useSandbox();

const run = async (changes: Record<string, string> = {}) =>
	await testCredential(new NaxonApi(), naxonAccount(sandbox().url, changes).naxonApi);
const onlySent = async () => {
	const requests = await sandbox().requests('naxon');
	expect(requests).toHaveLength(1);
	return requests[0];
};

test('asks for one model with the token as Bearer', async () => {
	await run();
	const request = await onlySent();
	expect(request).toMatchObject({
		method: 'GET',
		operationId: 'model.getAll',
		path: '/models',
		query: { per_page: '1' },
		status: 200,
		contractErrors: [],
	});
	expect(request.headers.authorization).toBe('Bearer naxon-token');
	expect(request.headers['x-api-token']).toBeUndefined();
});

test('sends the token in the header that the user named', async () => {
	await run({ sendAs: 'header', headerName: 'X-API-Token' });
	const { headers, status } = await onlySent();
	expect(status).toBe(200);
	expect(headers['x-api-token']).toBe('naxon-token');
	expect(headers.authorization).toBeUndefined();
});

test.each([
	['GET /conversations', 'conversation.getAll'],
	['get   /conversations', 'conversation.getAll'],
	['GET /conversations ', 'conversation.getAll'],
])('an override of %j is where it asks', async (endpoint, operationId) => {
	await run({ endpointOverrides: JSON.stringify({ 'model.getAll': endpoint }) });
	expect(await onlySent()).toMatchObject({ operationId, status: 200 });
});

test.each(['', '{}', '{ "model.get": "GET /conversations/{model_id}" }'])(
	'overrides %j leave it where it was',
	async (endpointOverrides) => {
		await run({ endpointOverrides });
		expect(await onlySent()).toMatchObject({ operationId: 'model.getAll', status: 200 });
	},
);

test("Naxon's own file in Endpoint Overrides is where it asks", async () => {
	const { fixture, places } = vendorFixture('naxon');
	const { method, path } = places.get('model.getAll')!;
	expect(path).not.toBe('/models');
	// The sandbox has what the contract has, and no other address.
	const server = await startOddServer((_, response) => answerJson(response, { data: [] }));
	await run({ baseUrl: server.url, endpointOverrides: JSON.stringify(fixture) });
	expect(server.asked).toEqual([`${method} ${path}?per_page=1`]);
	await server.close();
});

test("operations that Naxon's own file does not show are named, and nothing is sent", async () => {
	const { fixture, places } = vendorFixture('naxon');
	const { path = '', method = '' } = places.get('conversation.get') ?? {};
	delete fixture.paths[path][method.toLowerCase()];
	await expect(run({ endpointOverrides: JSON.stringify(fixture) })).rejects.toThrow(
		'does not show clearly where these are: conversation.get.',
	);
	expect(await sandbox().requests('naxon')).toEqual([]);
});

test.each(['/', '//', ' '])('a base URL that ends in %j works', async (ending) => {
	await run({ baseUrl: `${sandbox().url}/naxon${ending}` });
	expect(await onlySent()).toMatchObject({ path: '/models', status: 200 });
});

test('a wrong token is refused', async () => {
	await expect(run({ apiToken: 'wrong-token-text' })).rejects.toMatchObject({ httpCode: '401' });
	const requests = await sandbox().requests('naxon');
	expect(new Set(requests.map(({ status }) => status))).toEqual(new Set([401]));
});

test('a wrong header name is refused', async () => {
	const changes = { sendAs: 'header', headerName: 'X-Other' };
	await expect(run(changes)).rejects.toMatchObject({ httpCode: '401' });
});

test('a wrong base URL is refused', async () => {
	await expect(run({ baseUrl: `${sandbox().url}/nobody` })).rejects.toMatchObject({
		httpCode: '404',
	});
});

test('token and secret are password fields', () => {
	const properties = new NaxonApi().properties.filter(({ name }) => /token|secret/i.test(name));
	expect(properties.map(({ name }) => name).sort()).toEqual(['apiToken', 'webhookSecret']);
	for (const { typeOptions } of properties) expect(typeOptions?.password).toBe(true);
});
