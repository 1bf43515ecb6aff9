import type { IDataObject } from 'n8n-workflow';

import { expectEach } from '../support/each';
import { outcomeOfAnswer, outcomeOfThrown } from '../../nodes/shared/call/outcome';

describe('outcomeOfAnswer', () => {
	const answer = (body: unknown) => ({ statusCode: 200, headers: {}, body }) as never;

	test('any JSON, or nothing, was done', async () => {
		await expectEach(
			[
				[{ id: 1 }, { id: 1 }],
				[[], []],
				['', {}],
				['  ', {}],
				[null, {}],
				[undefined, {}],
			],
			([body, expected]) => {
				expect(outcomeOfAnswer(answer(body), {})).toEqual({ kind: 'done', body: expected });
			},
		);
	});

	test('a text is unreadable, shown by its beginning', () => {
		const text = `<html>${'x'.repeat(500)}`;
		const outcome = outcomeOfAnswer(answer(text), {}) as { kind: string; text: string };
		expect(outcome.kind).toBe('unreadable');
		expect(outcome.text.length).toBeLessThanOrEqual(200);
		expect(text.startsWith(outcome.text)).toBe(true);
	});

	test('whatever came is an answer where any will do', async () => {
		await expectEach(['a,b\r\n1,2', 7, false, 0], (body) => {
			expect(outcomeOfAnswer(answer(body), {}, true)).toEqual({ kind: 'done', body });
		});
	});

	test('a web page is none even there', async () => {
		await expectEach(['<!DOCTYPE html><html>', '\n <html>', '<?xml version="1.0"?>'], (body) => {
			expect(outcomeOfAnswer(answer(body), {}, true).kind).toBe('unreadable');
		});
	});

	test('the service may say that it did not do it', () => {
		const declined = ({ ok }: IDataObject) => (ok ? undefined : 'no');
		expect(outcomeOfAnswer(answer({ ok: false }), { declined })).toEqual({
			kind: 'declined',
			reason: 'no',
			body: { ok: false },
		});
	});
});

test('a good status whose body says another counts as that', async () => {
	await expectEach([401, 422, 500], (status) => {
		const body = { meta: { status } };
		const answer = { statusCode: 200, headers: { a: 'b' }, body } as never;
		const own = { status: ({ meta }: IDataObject) => (meta as { status: number }).status };
		const expected = { kind: 'status', status, headers: { a: 'b' }, body };
		expect(outcomeOfAnswer(answer, own)).toEqual(expected);
	});
});

test('a bare number or boolean is no answer of an API', async () => {
	await expectEach([false, 0, 7, true], (body) => {
		const answer = { statusCode: 200, headers: {}, body } as never;
		expect(outcomeOfAnswer(answer, {})).toMatchObject({ kind: 'unreadable', text: String(body) });
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
				expect(outcomeOf(thrown)).toEqual({ kind: 'token', refused, code, body });
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

	test('a token answer without a token is as good as a no', () => {
		const thrown = fault({}, new Error('Unable to sign without access token'));
		expect(outcomeOf(thrown)).toMatchObject({ kind: 'token', refused: true });
	});
});
