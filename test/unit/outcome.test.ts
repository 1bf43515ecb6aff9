import type { IDataObject } from 'n8n-workflow';

import { expectEach } from '../support/each';
import { outcomeOfAnswer, outcomeOfThrown } from '../../nodes/shared/call/outcome';

const vendor = { unwrap: (body: IDataObject) => body };
const READ = { safe: true };
const answer = (body: unknown, statusCode = 200) => ({ statusCode, headers: {}, body }) as never;

describe('outcomeOfAnswer', () => {
	test('any JSON, or nothing, is an answer to a question', async () => {
		await expectEach(
			[
				[{ id: 1 }, { id: 1 }],
				['{"id":1}', { id: 1 }],
				[[], []],
				['', {}],
				['  ', {}],
				[null, {}],
				[undefined, {}],
			],
			([body, expected]) => {
				expect(outcomeOfAnswer(answer(body), vendor, READ)).toEqual({
					kind: 'done',
					status: 200,
					body: expected,
				});
			},
		);
	});

	test('a text is unreadable', async () => {
		await expectEach([`<html>${'x'.repeat(500)}`, 'User not found', '"User not found"'], (body) => {
			const outcome = outcomeOfAnswer(answer(body), vendor, READ) as { kind: string; text: string };
			expect(outcome.kind).toBe('unreadable');
			expect(body).toContain(outcome.text);
		});
	});

	test('whatever came is an answer where any will do, XML and a JSON text among it', async () => {
		const any = { ...READ, untyped: true as const };
		const pairs = [
			['a,b\r\n1,2', 'a,b\r\n1,2'],
			['7', 7],
			['false', false],
			['<?xml version="1.0"?><a/>', '<?xml version="1.0"?><a/>'],
			['"<html>plot"', '<html>plot'],
			['"{\\"a\\":1}"', { a: 1 }],
		];
		await expectEach(pairs, ([body, value]) => {
			expect(outcomeOfAnswer(answer(body), vendor, any)).toEqual({
				kind: 'done',
				status: 200,
				body: value,
			});
		});
		await expectEach(['<!DOCTYPE html><html>', '\n <html>'], (body) => {
			expect(outcomeOfAnswer(answer(body), vendor, any).kind).toBe('unreadable');
		});
	});

	test('the bytes of a file are kept; JSON is none', () => {
		const file = { ...READ, untyped: true as const, file: true as const };
		const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x47, 0xf6, 0x0a]);
		expect(outcomeOfAnswer(answer(bytes), vendor, file)).toEqual({
			kind: 'done',
			status: 200,
			body: bytes,
		});
		const error = Buffer.from('{"error":"Out of credit"}');
		expect(outcomeOfAnswer(answer(error), vendor, file).kind).toBe('unclear');
	});

	test('the service may say that it did not do it', () => {
		const declined = ({ fine }: IDataObject) => (fine ? undefined : 'no');
		const body = { fine: false };
		expect(outcomeOfAnswer(answer(body), { ...vendor, declined }, READ)).toEqual({
			kind: 'declined',
			reason: 'no',
			body,
		});
	});

	test('a change whose answer does not show it is unclear', async () => {
		const change = { safe: false, shows: { id: 'given' as const } };
		await expectEach([{ error: 'locked' }, [], '', {}], (body) => {
			expect(outcomeOfAnswer(answer(body), vendor, change).kind).toBe('unclear');
		});
		expect(outcomeOfAnswer(answer({ id: 1 }), vendor, change).kind).toBe('done');
		const only = { safe: false, shows: { ok: 'true' as const } };
		expect(outcomeOfAnswer(answer('', 204), vendor, only).kind).toBe('done');
		expect(outcomeOfAnswer(answer('', 200), vendor, only).kind).toBe('unclear');
	});
});

test('a good status whose body says another counts as that, also as text', async () => {
	await expectEach([401, '422', 500], (status) => {
		const body = { meta: { status } };
		const own = { ...vendor, status: ({ meta }: IDataObject) => (meta as IDataObject).status };
		expect(outcomeOfAnswer(answer(body), own, READ)).toEqual({
			kind: 'status',
			status: Number(status),
			headers: {},
			body,
		});
	});
});

test('a bare number or boolean is no answer of an API', async () => {
	await expectEach(['false', '0', '7', 'true'], (body) => {
		expect(outcomeOfAnswer(answer(body), vendor, READ)).toMatchObject({
			kind: 'unreadable',
			text: body,
		});
	});
});

describe('outcomeOfThrown', () => {
	const url = 'https://login.example.com/token';
	const outcomeOf = (thrown: unknown) => outcomeOfThrown(thrown, url);

	const fault = (properties: object, cause?: Error) =>
		Object.assign(new Error('x', { cause }), properties);

	test('the code says whether a call went out, however deep it is', async () => {
		await expectEach(
			[
				['ECONNREFUSED', 'unreached'],
				['ENOTFOUND', 'unreached'],
				['EAI_AGAIN', 'unreached'],
				['EHOSTUNREACH', 'lost'],
				['ENETUNREACH', 'lost'],
				['ERR_INVALID_HTTP_TOKEN', 'unreached'],
				['DEPTH_ZERO_SELF_SIGNED_CERT', 'unreached'],
				['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unreached'],
				['ERR_TLS_CERT_ALTNAME_INVALID', 'unreached'],
				['ECONNRESET', 'lost'],
				['ECONNABORTED', 'lost'],
				['ETIMEDOUT', 'lost'],
				['EPIPE', 'lost'],
				['ERR_BAD_RESPONSE', 'lost'],
				['anything else', 'lost'],
			],
			([code, kind]) => {
				expect(outcomeOf(fault({ code }))).toEqual({ kind, code });
				expect(outcomeOf(fault({}, fault({}, fault({ code }))))).toEqual({ kind, code });
			},
		);
	});

	test('anything else is a lost call', async () => {
		await expectEach([undefined, 'text', {}, new Error('x')], (thrown) => {
			expect(outcomeOf(thrown).kind).toBe('lost');
		});
	});

	test('an answer counts more than the code beside it', () => {
		const response = { status: 503, headers: { 'retry-after': '1' }, data: { message: 'm' } };
		const thrown = fault({}, fault({ code: 'ERR_BAD_RESPONSE', response }));
		expect(outcomeOf(thrown)).toEqual({
			kind: 'status',
			status: 503,
			headers: { 'retry-after': '1' },
			body: { message: 'm' },
		});
	});

	test('the codes of the OAuth2 client come from the token endpoint, which refused or not', async () => {
		await expectEach(
			[
				['EAUTH', 401, true],
				['EAUTH', undefined, true],
				['ESTATUS', 400, true],
				['ESTATUS', 403, true],
				['ESTATUS', 429, false],
				['ESTATUS', 503, false],
			],
			([code, status, refused]) => {
				const body = { error: 'invalid_client' };
				const thrown = fault({}, fault({ code, status, body }));
				expect(outcomeOf(thrown)).toEqual({
					kind: 'token',
					refused,
					status: status ?? 0,
					code,
					body,
				});
			},
		);
	});

	test('a token endpoint that is not reached has refused nothing', () => {
		const cause = fault({ code: 'ECONNREFUSED' });
		const thrown = new Error('Failed to acquire OAuth2 access token', { cause });
		expect(outcomeOf(thrown)).toMatchObject({ kind: 'token', refused: false });
	});

	test('a good status whose answer broke off is a lost call', () => {
		const response = { status: 200, headers: {}, data: '{"half' };
		const thrown = fault({}, fault({ code: 'ERR_BAD_RESPONSE', response }));
		expect(outcomeOf(thrown)).toEqual({ kind: 'lost', code: 'ERR_BAD_RESPONSE' });
	});

	test('what comes from the token URL is of the token endpoint', async () => {
		await expectEach(
			[
				['a reset', { code: 'ECONNRESET' }, false],
				['503', { response: { status: 503, headers: {}, data: {} } }, false],
				[
					'200 whose body breaks off',
					{ message: 'stream has been aborted', response: { status: 200, headers: {} } },
					false,
				],
				['a web page with status 200', { code: 'ESTATUS', status: 200, body: '<html>' }, true],
			],
			([, more, refused]) => {
				const config = { url };
				const outcome = outcomeOf(fault({}, fault({ code: 'ERR_BAD_RESPONSE', config, ...more })));
				expect(outcome).toMatchObject({ kind: 'token', refused });
				for (const other of ['https://api.example.com/things?access_token=x', undefined]) {
					const call = fault({}, fault({ code: 'ECONNRESET', config: { url: other } }));
					expect(outcomeOf(call)).toEqual({ kind: 'lost', code: 'ECONNRESET' });
				}
			},
		);
	});

	test('n8n 1 and 2.0 keep no cause: the code or status stands as httpCode, and the text tells the rest', async () => {
		// As n8n 1.123.81 threw them.
		await expectEach(
			[
				['EAUTH', 'Client authentication failed (e.g., unknown client', true, 0],
				['200', 'Unsupported content type: text/html; charset=utf-8', true, 200],
				['404', 'HTTP status 404', true, 404],
				['429', 'HTTP status 429', false, 429],
			],
			([httpCode, message, refused, status]) =>
				expect(outcomeOf(fault({ httpCode, messages: [message] }))).toMatchObject({
					kind: 'token',
					refused,
					status,
				}),
		);
		const reset = { httpCode: 'ECONNRESET', messages: ['read ECONNRESET'] };
		expect(outcomeOf(fault(reset))).toEqual({ kind: 'lost', code: 'ECONNRESET' });
	});

	test('a token answer without a token is as good as a no, and n8n keeps it', async () => {
		await expectEach(
			[
				new Error('Unable to sign without access token'),
				new RangeError('Maximum call stack size exceeded'),
			],
			(cause) => {
				const kept = { kind: 'token', refused: true, code: 'UNSIGNED' };
				expect(outcomeOf(fault({}, cause))).toMatchObject(kept);
				expect(outcomeOfThrown(fault({}, cause))).toMatchObject({ kind: 'lost' });
			},
		);
	});
});

test('a token endpoint may refuse for its rate in the form of OAuth 2, whose status n8n does not keep', async () => {
	const outcomeOf = (error: string) =>
		outcomeOfThrown(Object.assign(new Error('x'), { code: 'EAUTH', body: { error } }));
	await expectEach(
		['too_many_requests', 'rate_limit_exceeded', 'slow_down', 'temporarily_unavailable'],
		(error) =>
			expect(outcomeOf(error)).toMatchObject({ kind: 'token', refused: false, status: 429 }),
	);
	const inWords = { error: { message: 'Too many requests' } };
	expect(
		outcomeOfThrown(Object.assign(new Error('x'), { code: 'EAUTH', body: inWords })),
	).toMatchObject({ kind: 'token', refused: false, status: 429 });
	// RFC 6749 §5.2
	await expectEach(
		[
			'invalid_request',
			'invalid_client',
			'invalid_grant',
			'unauthorized_client',
			'unsupported_grant_type',
			'invalid_scope',
		],
		(error) => expect(outcomeOf(error)).toMatchObject({ kind: 'token', refused: true, status: 0 }),
	);
});
