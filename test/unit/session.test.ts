import type {
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	INode,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import fc from 'fast-check';

import { Session } from '../../nodes/shared/call/session';
import { readSettings } from '../../nodes/shared/call/settings';
import type { Route, Vendor } from '../../nodes/shared/call/vendor';
import { expectEach } from '../support/each';

type Operations = Record<'thing.getAll' | 'thing.get', unknown>;

const route = (method: Route['method'], path: string): Route => ({
	method,
	path,
	evidence: 'guess',
	safe: true,
	scopes: ['things:read'],
});

const vendor: Vendor<Operations> = {
	name: 'Vendor',
	credential: 'vendorApi',
	credentialFields: "'API Key'",
	oauth2: false,
	routes: {
		'thing.getAll': route('GET', '/shops/{shop}/things'),
		'thing.get': route('GET', '/shops/{shop}/things/{thing}'),
	},
	unwrap: (body) => body,
	paging: { size: 10, ask: () => ({}), read: () => ({ rows: [], last: true }) },
};

const node = { id: '1', name: 'Node', type: 'test', typeVersion: 1, position: [0, 0] } as unknown;

const open = async (credential: IDataObject, requestOptions: IDataObject = {}) => {
	const execution = { node, data: {}, source: null };
	const caller = {
		getNode: () => node as INode,
		getTimezone: () => 'UTC',
		getCredentials: async () =>
			await Promise.resolve({ baseUrl: 'https://api.example', ...credential }),
		getInputData: () => [{ json: {} }],
		getNodeParameter: () => requestOptions,
		getExecuteData: () => execution,
		getExecutionCancelSignal: () => undefined,
	};
	return await Session.open(caller as unknown as IExecuteFunctions, vendor);
};

async function refusal(credential: IDataObject): Promise<NodeOperationError> {
	const thrown: unknown = await open(credential).catch((reason: unknown) => reason);
	expect(thrown).toBeInstanceOf(NodeOperationError);
	expect((thrown as NodeOperationError).failure).toEqual({ cause: 'configuration-invalid' });
	return thrown as NodeOperationError;
}

describe('the base URL', () => {
	test('is taken without what stands around it', async () => {
		await expectEach(
			[
				['https://api.example', 'https://api.example'],
				['https://api.example/', 'https://api.example'],
				['https://api.example/v1//', 'https://api.example/v1'],
				['  http://127.0.0.1:8080/koda  ', 'http://127.0.0.1:8080/koda'],
			],
			async ([baseUrl, expected]) => {
				expect((await open({ baseUrl })).baseUrl).toBe(expected);
			},
		);
	});

	test('is refused unless it is one', async () => {
		await expectEach(
			['', '  ', 'api.example', 'ftp://api.example', 'https://', 'https:// a', null, 7],
			async (baseUrl) => {
				const { message, description } = await refusal({ baseUrl });
				expect(message).toContain("'Base URL'");
				expect(description).toContain('https://');
			},
		);
	});
});

describe('a host that is chosen', () => {
	test('is the base URL, unless it is another one', async () => {
		await expectEach(
			[
				[{ host: 'https://eu.example', baseUrl: 'https://left.example' }, 'https://eu.example'],
				[{ host: 'other', baseUrl: 'https://own.example/' }, 'https://own.example'],
				[{ baseUrl: 'https://own.example' }, 'https://own.example'],
			],
			async ([credential, expected]) => {
				expect((await open(credential)).baseUrl).toBe(expected);
			},
		);
	});

	test('as other wants a base URL', async () => {
		expect((await refusal({ host: 'other', baseUrl: '' })).message).toContain("'Base URL'");
	});
});

describe('endpoint overrides', () => {
	test('that are empty change nothing', async () => {
		await expectEach([undefined, null, '', '  ', '{}', {}], async (given) => {
			const session = await open({ endpointOverrides: given as string });
			expect(session.route('thing.get')).toEqual(vendor.routes['thing.get']);
		});
	});

	test('are taken as the word of the user', async () => {
		await expectEach(
			[
				['POST /a/{shop}/b/{thing}', 'POST', '/a/{shop}/b/{thing}'],
				['get /{thing}/of/{shop}', 'GET', '/{thing}/of/{shop}'],
				['  PATCH   /x/{shop}?id={thing}  ', 'PATCH', '/x/{shop}?id={thing}'],
			],
			async ([endpoint, method, path]) => {
				const given = { 'thing.get': endpoint };
				for (const endpointOverrides of [given, JSON.stringify(given)]) {
					const session = await open({ endpointOverrides });
					expect(session.route('thing.get')).toEqual({
						method,
						path,
						evidence: 'override',
						safe: true,
						scopes: ['things:read'],
					});
					expect(session.route('thing.getAll')).toEqual(vendor.routes['thing.getAll']);
				}
			},
		);
	});

	test('that cannot be right are refused', async () => {
		await expectEach(
			[
				[
					'{"thing.delete": "DELETE /a"}',
					'unknown operation: thing.delete',
					'thing.getAll, thing.get',
				],
				['{"toString": "GET /a"}', 'unknown operation: toString', 'thing.getAll, thing.get'],
				['{"thing.get": "/a/{shop}/{thing}"}', 'thing.get no method and path', 'For instance'],
				[
					'{"thing.get": "FETCH /a/{shop}/{thing}"}',
					'thing.get no method and path',
					'For instance',
				],
				['{"thing.get": "GET a/{shop}/{thing}"}', 'thing.get no method and path', 'For instance'],
				['{"thing.get": "GET /a /b"}', 'thing.get no method and path', 'For instance'],
				['{"thing.get": ""}', 'thing.get no method and path', 'For instance'],
				['{"thing.get": null}', 'thing.get no method and path', 'For instance'],
				['{"thing.get": "GET /a/{shop}"}', 'thing.get no {thing}', 'into the path'],
				['{"thing.get": "GET /a"}', 'thing.get no {shop}, {thing}', 'into the path'],
				['{"thing.get": "GET /a/{shop}/{id}"}', 'thing.get no {thing}', 'into the path'],
				['{"thing.getAll": ', 'not JSON', 'For instance'],
				['[]', 'not JSON', 'For instance'],
				['"text"', 'not JSON', 'For instance'],
				['7', 'not JSON', 'For instance'],
				['null', 'not JSON', 'For instance'],
			],
			async ([endpointOverrides, what, wayOut]) => {
				const { message, description } = await refusal({ endpointOverrides });
				expect(message).toContain("'Endpoint Overrides'");
				expect(message).toContain(what);
				expect(description).toContain(wayOut);
			},
		);
	});
});

describe('settings', () => {
	test('have defaults', async () => {
		const { settings } = await open({});
		expect(settings).toEqual({
			concurrency: 8,
			callsPerMinute: 0,
			maxRetryWait: 120,
			timeout: 60,
		});
	});

	test('are what the user set', async () => {
		const wanted = { concurrency: 2, callsPerMinute: 60, maxRetryWait: 0, timeout: 5 };
		expect((await open({}, wanted)).settings).toEqual(wanted);
	});

	test('have another default of Calls in Flight where an operation only reads', () => {
		const caller = {
			getNode: () => node as INode,
			getTimezone: () => 'UTC',
			getNodeParameter: () => ({}),
		} as unknown as IPollFunctions;
		expect([readSettings(caller).concurrency, readSettings(caller, 50).concurrency]).toEqual([
			8, 50,
		]);
		const chosen = { ...caller, getNodeParameter: () => ({ concurrency: 3 }) } as never;
		expect(readSettings(chosen, 50).concurrency).toBe(3);
	});

	test('out of their limits are refused', async () => {
		await expectEach(
			[
				['concurrency', 0, "'Calls in Flight'"],
				['timeout', 0, "'Timeout (Seconds)'"],
				['maxRetryWait', -1, "'Max Wait for Retries (Seconds)'"],
			],
			async ([name, value, shown]) => {
				await expect(open({}, { [name]: value })).rejects.toThrow(shown);
			},
		);
	});

	test('of a trigger are what the user set, too', async () => {
		const caller = {
			getNode: () => node as INode,
			getTimezone: () => 'UTC',
			getCredentials: async () => await Promise.resolve({ baseUrl: 'https://api.example' }),
			getNodeParameter: (name: string) => (name === 'requestOptions' ? { concurrency: 2 } : null),
		} as unknown as IPollFunctions;
		expect((await Session.open(caller, vendor)).settings.concurrency).toBe(2);
	});

	test('of a picker are the defaults', async () => {
		const caller = {
			getNode: () => node as INode,
			getTimezone: () => 'UTC',
			getCredentials: async () => await Promise.resolve({ baseUrl: 'https://api.example' }),
			getCurrentNodeParameter: () => undefined,
		} as unknown as ILoadOptionsFunctions;
		expect((await Session.open(caller, vendor)).settings.concurrency).toBe(8);
	});
});

describe('redact', () => {
	const credential = {
		apiToken: 'tok-123456',
		clientSecret: 'se"cr\\et\nline',
		webhookSecret: '2026',
		password: 'true',
		accessTokenUrl: 'https://api.example/oauth/token',
		clientId: 'client-1',
		oauthTokenData: { access_token: 'eyJ.abc.def', token_type: 'bearer' },
	};
	const secrets = ['tok-123456', 'se"cr\\et\nline', 'eyJ.abc.def'];

	test('a secret is taken out wherever it stands', async () => {
		await expectEach(secrets, async (secret) => {
			const session = await open(credential);
			const value = { a: `x ${secret} y ${secret}`, b: [{ c: secret }], [`${secret}!`]: 1 };
			const redacted = session.redact(value) as IDataObject;
			expect(redacted.a).toBe('x *** y ***');
			expect(redacted.b).toEqual([{ c: '***' }]);
			expect(JSON.stringify(redacted)).not.toContain(JSON.stringify(secret).slice(1, -1));
		});
	});

	test('a signed token is taken out, although it is no field of the credential', async () => {
		const session = await open({ clientSecret: 'secret-of-the-token' });
		const token = 'eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzLTEifQ.c2lnbmF0dXJl-_';
		expect(session.redact(`auth: ${token}, refused`)).toBe('auth: ***, refused');
	});

	test('everything else stays', async () => {
		const session = await open(credential);
		const value = {
			url: 'https://api.example/oauth/token',
			id: 'client-1',
			type: 'bearer',
			n: 1.5,
			nothing: null,
		};
		expect(session.redact(value)).toEqual(value);
	});

	test('a secret that reads like a number or a word of JSON breaks nothing', async () => {
		const session = await open(credential);
		const value = { year: 2026, id: 20261, ok: true, text: 'in 2026 it is true' };
		const redacted = session.redact(value) as IDataObject;
		expect(redacted.text).toBe('in *** it is ***');
		expect(redacted.ok).toBe(true);
	});

	test('no text and no secret can break it', async () => {
		const texts = fc.string({ unit: 'binary', minLength: 4, maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(texts, fc.jsonValue(), fc.string(), async (apiToken, other, around) => {
				// What has three letters at most may be a word of the message.
				fc.pre(apiToken.trim().length > 3);
				const session = await open({ apiToken });
				const value = { text: around + apiToken + around, other };
				const { text } = session.redact(value) as { text: string };
				expect(apiToken.includes('***') || !text.includes(apiToken)).toBe(true);
			}),
		);
	});

	describe('in data', () => {
		test('a short secret stays: it may be there by chance', async () => {
			await expectEach(['abcd', 'a-token', '1234567'], async (apiToken) => {
				const session = await open({ apiToken });
				const value = { text: `x ${apiToken} y`, [apiToken]: [apiToken] };
				expect(session.redact(value, 'data')).toEqual(value);
				expect(session.redact(`x ${apiToken} y`)).toBe('x *** y');
			});
		});

		test('a long secret is taken out, in any form', async () => {
			await expectEach(['12345678', 'a-token/1', 'sécret-t'], async (apiToken) => {
				const session = await open({ apiToken });
				const forms = [apiToken, encodeURIComponent(apiToken)];
				const base64 = Buffer.from(apiToken).toString('base64');
				expect(session.redact([...forms, base64], 'data')).toEqual(['***', '***', '***']);
			});
		});

		test('a signed token stays: it may be what was asked for', async () => {
			const session = await open({ apiToken: 'tok-123456' });
			const token = 'eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzLTEifQ.c2lnbmF0dXJl-_';
			expect(session.redact({ token }, 'data')).toEqual({ token });
		});

		test('numbers, flags and null stay as they are', async () => {
			const session = await open({ apiToken: '12345678', password: 'true' });
			const value = { id: 12345678, ok: true, nothing: null, list: [1.5] };
			expect(session.redact(value, 'data')).toEqual(value);
		});
	});
});
