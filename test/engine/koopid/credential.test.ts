import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { KoopidApi } from '../../../credentials/KoopidApi.credentials';
import { testCredential } from '../../support/contexts';
import {
	DAY,
	koopidAccount,
	KEYS,
	KEY_OF_KOOPID_ADMIN,
	runKoopid,
	useKoopid,
} from '../../support/koopid';
import { testEach } from '../../support/sandbox';

const { sandbox, run, sent, onlySent } = useKoopid();

const GET = 'message.getRedacted';

describe('the test of the credential', () => {
	const check = async (changes: Record<string, string> = {}) =>
		await testCredential(new KoopidApi(), koopidAccount(sandbox().url, changes).koopidApi);

	test('asks for chat stats with the keys in the query', async () => {
		await check();
		const request = await onlySent();
		expect(request).toMatchObject({
			operationId: 'conversation.getChatStats',
			method: 'GET',
			path: '/Dashboard/ChatStats',
			query: KEYS,
			status: 200,
			contractErrors: [],
		});
		// A web site that is asked for data by preference has no reason to answer with a page.
		expect(request.headers.accept).toMatch(/^application\/json\b/);
		expect(request.headers.accept).not.toContain('text/html');
	});

	test.each(['', '  '])('sends no partner for %j', async (partnerId) => {
		await check({ partnerId });
		const { apiKey, providerId } = KEYS;
		expect((await onlySent()).query).toEqual({ apiKey, providerId });
	});

	testEach('takes a base URL however it ends', ['/', '//', ' ', '/ '], async (ending) => {
		await check({ baseUrl: `${sandbox().url}/koopid${ending}` });
		expect(await onlySent()).toMatchObject({ path: '/Dashboard/ChatStats', status: 200 });
	});

	test('asks for nothing that needs the role Provider Admin', async () => {
		await check({ apiKey: KEY_OF_KOOPID_ADMIN });
		expect((await onlySent()).status).toBe(200);
	});

	testEach(
		'refuses wrong keys and does not tell them',
		[
			['key', { apiKey: 'wrong-key' }, '401'],
			['provider', { providerId: '9' }, '403'],
			['partner', { partnerId: '9' }, '403'],
			['base URL', { baseUrl: '' }, '404'],
		],
		async ([, changes, httpCode]) => {
			const account = { ...changes };
			if ('baseUrl' in account) account.baseUrl = `${sandbox().url}/nobody`;
			const error = await check(account).catch((reason: unknown) => reason);
			expect(error).toMatchObject({ httpCode });
			// Of the error, n8n's dialog shows the message or the status.
			const { apiKey } = { ...KEYS, ...account };
			expect((error as Error).message).not.toContain(apiKey);
		},
	);

	test('the key is a password field', () => {
		const { properties } = new KoopidApi();
		const hidden = properties.filter(({ typeOptions }) => typeOptions?.password);
		expect(hidden.map(({ name }) => name)).toEqual(['apiKey']);
	});
});

describe('the base URL', () => {
	test('has no default, as Koopid publishes none, and has to be filled in', () => {
		const field = new KoopidApi().properties.find(({ name }) => name === 'baseUrl');
		expect(field).toMatchObject({ default: '', required: true });
	});

	testEach(
		'that cannot be is refused, and nothing is sent',
		[
			['empty', ''],
			['white space', ' '],
			['a host alone', 'app.koopid.ai'],
			['another protocol', 'ftp://app.koopid.ai'],
			['with a query', 'https://app.koopid.ai/api?apiKey=koopid-key'],
			['with a name and password', 'https://user:koopid-key@app.koopid.ai'],
		],
		async ([, baseUrl]) => {
			const credentials = koopidAccount(sandbox().url, { baseUrl });
			for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
				const result = await run(GET, {}, { credentials, settings: { onError } });
				const text = JSON.stringify([result.run, result.error?.message, result.error?.description]);
				expect(text).toContain("'Base URL' in the credential is not a web address");
				expect(text).not.toContain('koopid-key');
				expect(result.error?.description ?? 'It starts with https://').toContain('https://');
			}
			expect(await sent()).toEqual([]);
		},
	);

	/** A service of our own, which answers every call with one row. */
	describe('with a path of its own', () => {
		const heard: string[] = [];
		const bodies: string[] = [];
		const types: unknown[] = [];
		let server: Server;
		let origin: string;

		beforeAll(async () => {
			server = createServer((request, response) => {
				heard.push(`${request.method} ${request.url}`);
				types.push(request.headers['content-type']);
				request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
				response.setHeader('content-type', 'application/json').end('[{ "fine": true }]');
			});
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
			origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		});
		afterAll(async () => await new Promise((resolve) => server.close(resolve)));
		beforeEach(() => [heard, bodies, types].forEach((list) => list.splice(0)));

		test.each(['/de/koopid', '/de/koopid/', ' /de/koopid// '])('%j', async (path) => {
			const baseUrl = path.startsWith(' ') ? ` ${origin}${path.trim()} ` : origin + path;
			const credentials = koopidAccount('', { baseUrl });
			const start = Math.floor(Date.now() / DAY) * DAY;
			const { json, error } = await runKoopid(GET, { from: start }, { credentials });
			expect(error).toBeUndefined();
			expect(json).toEqual([{ fine: true }]);
			await runKoopid('agent.getQueueStats', {}, { credentials });
			await testCredential(new KoopidApi(), credentials.koopidApi);
			const keys = 'apiKey=koopid-key&partnerId=1021';
			expect(heard).toEqual([
				`GET /de/koopid/Dashboard/1020/RedactedMessages?providerId=1020&start=${start}&${keys}`,
				`POST /de/koopid/Dashboard/AgentQueueStats?providerId=1020&${keys}`,
				`GET /de/koopid/Dashboard/ChatStats?providerId=1020&${keys}`,
			]);
		});

		test('and a GET instead of a POST has the fields of the body in its query', async () => {
			const endpointOverrides = '{"agent.getQueueStats": "GET /Dashboard/AgentQueueStats"}';
			const credentials = koopidAccount('', { baseUrl: origin, endpointOverrides });
			const parameters = {
				from: '2026-11-01T00:00:00Z',
				options: { interval: DAY, body: '{ "team": "a b", "none": null, "empty": "" }' },
			};
			const { json, error } = await runKoopid('agent.getQueueStats', parameters, { credentials });
			expect(error).toBeUndefined();
			expect(json).toEqual([{ fine: true }]);
			expect([heard.length, bodies, types]).toEqual([1, [], [undefined]]);
			const { pathname, searchParams } = new URL(heard[0].replace('GET ', ''), origin);
			expect(heard[0]).toMatch(/^GET /);
			expect(pathname).toBe('/Dashboard/AgentQueueStats');
			expect(Object.fromEntries(searchParams)).toEqual({
				...KEYS,
				start: String(Date.UTC(2026, 10, 1)),
				interval: String(DAY),
				team: 'a b',
			});
		});

		test('and the address that the source misspells, as an Endpoint Override', async () => {
			const endpointOverrides = '{"agent.getQueueStats": "POST /Dashboard/AgetQueueStats"}';
			const credentials = koopidAccount('', { baseUrl: `${origin}/v2`, endpointOverrides });
			const { json } = await runKoopid('agent.getQueueStats', {}, { credentials });
			expect(json).toEqual([{ fine: true }]);
			expect(heard).toEqual([
				'POST /v2/Dashboard/AgetQueueStats?providerId=1020&apiKey=koopid-key&partnerId=1021',
			]);
		});
	});
});
