import type { IDataObject } from 'n8n-workflow';
import fc from 'fast-check';

import {
	outcomeOfAnswer,
	outcomeOfThrown,
	pauseAfter,
	retryAfter,
	retryDelay,
	type Outcome,
} from '../../nodes/shared/call/outcome';

const status = (code: number, headers = {}): Outcome => ({
	kind: 'status',
	status: code,
	headers,
	body: undefined,
});

const token = (refused: boolean): Outcome => ({ kind: 'token', refused, code: 'c', body: {} });

describe('retryAfter', () => {
	beforeEach(() => {
		jest.useFakeTimers({ now: new Date('2026-11-20T10:00:00Z') });
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	test.each([
		['3', 3000],
		[3, 3000],
		['0', 0],
		['1.5', 1500],
		['-5', 0],
		['Fri, 20 Nov 2026 10:00:07 GMT', 7000],
		['Fri, 20 Nov 2026 09:00:00 GMT', 0],
		['Friday, 20-Nov-26 10:00:07 GMT', 7000],
		['Fri Nov 20 10:00:07 2026', 7000],
		['soon', undefined],
		['', undefined],
		['2026-11-20', undefined],
		['Infinity', undefined],
		[undefined, undefined],
	])('%j is %p milliseconds', (value, expected) => {
		expect(retryAfter({ 'retry-after': value })).toBe(expected);
	});

	test('without the header is undefined', () => {
		expect(retryAfter({})).toBeUndefined();
	});
});

describe('retryDelay follows the table of design.md §3', () => {
	const refused = (headers?: object): Outcome => status(429, headers);
	const never = false;
	const backoff = true;
	const delayOf = (outcome: Outcome, safe: boolean, attempt: number, pauseAfter429?: number) =>
		retryDelay(outcome, safe, attempt, pauseAfter(outcome, attempt, pauseAfter429));

	const table: Array<[string, Outcome, boolean, boolean]> = [
		['429', refused(), backoff, backoff],
		['connection refused', { kind: 'unreached', code: 'ECONNREFUSED' }, backoff, backoff],
		['DNS', { kind: 'unreached', code: 'ENOTFOUND' }, backoff, backoff],
		['DNS, for now', { kind: 'unreached', code: 'EAI_AGAIN' }, backoff, backoff],
		['502', status(502), backoff, never],
		['503', status(503), backoff, never],
		['504', status(504), backoff, never],
		['reset', { kind: 'lost', code: 'ECONNRESET' }, backoff, never],
		['timeout', { kind: 'lost', code: 'ECONNABORTED' }, backoff, never],
		...[400, 401, 403, 404, 405, 408, 409, 413, 422].map(
			(code): [string, Outcome, boolean, boolean] => [String(code), status(code), never, never],
		),
		['500', status(500), never, never],
		['a redirect', status(302), never, never],
		['a wrong certificate', { kind: 'unreached', code: 'CERT_HAS_EXPIRED' }, never, never],
		[
			'a wrong certificate of the token endpoint',
			{ kind: 'token', refused: false, code: 'CERT_HAS_EXPIRED', body: {} },
			never,
			never,
		],
		['an unreadable answer', { kind: 'unreadable', status: 200, text: '<' }, never, never],
		['a declined one', { kind: 'declined', reason: 'no', body: {} }, never, never],
		['a refused token', token(true), never, never],
		['no answer of the token endpoint', token(false), backoff, backoff],
		['success', { kind: 'done', body: {} }, never, never],
	];

	test.each(table)('%s: safe %p, otherwise %p', (_, outcome, safe, otherwise) => {
		expect(typeof retryDelay(outcome, true, 1)).toBe(safe ? 'number' : 'undefined');
		expect(typeof retryDelay(outcome, false, 1)).toBe(otherwise ? 'number' : 'undefined');
	});

	test.each([true, false])('429 waits what Retry-After says (safe: %p)', (safe) => {
		expect(delayOf(refused({ 'retry-after': '7' }), safe, 1)).toBe(7000);
		// That would use up all retries at once.
		expect(delayOf(refused({ 'retry-after': '0' }), safe, 4)).toBeGreaterThanOrEqual(2000);
	});

	test.each([true, false])(
		'429 waits as long as the service is known to want (safe: %p)',
		(safe) => {
			expect(delayOf(status(429), safe, 1, 60)).toBe(60_000);
			expect(delayOf(status(429, { 'retry-after': '7' }), safe, 1, 60)).toBe(7000);
			expect(delayOf(status(503), safe, 1, 60) ?? 0).toBeLessThanOrEqual(1000);
		},
	);

	test.each([
		['429', status(429), undefined, 500],
		['429, where a minute is known to be wanted', status(429), 60, 60_000],
		['503 with Retry-After', status(503, { 'retry-after': '7' }), undefined, 7000],
		['500 with Retry-After', status(500, { 'retry-after': '7' }), 60, 7000],
	])('%s makes all calls wait, even if this one is not repeated', (_, outcome, known, most) => {
		const pause = Number(pauseAfter(outcome, 1, known));
		expect(pause).toBeGreaterThanOrEqual(most / 2);
		expect(pause).toBeLessThanOrEqual(most);
	});

	test('what makes all calls wait is repeated for as long as the user allows, 16 seconds apart at most', () => {
		for (const attempt of [6, 50]) {
			expect(delayOf(refused({ 'retry-after': '7' }), false, attempt)).toBe(7000);
			expect(delayOf(refused(), false, attempt)).toBeGreaterThanOrEqual(8000);
			expect(delayOf(refused(), false, attempt)).toBeLessThanOrEqual(16_000);
			expect(delayOf(status(503, { 'retry-after': '7' }), false, attempt)).toBeUndefined();
		}
	});

	test.each([
		['503', status(503)],
		['a lost call', { kind: 'lost', code: 'ECONNRESET' } as const],
	])('%s makes no other call wait', (_, outcome) => {
		expect(pauseAfter(outcome, 1, 60)).toBeUndefined();
	});

	test.each(table.filter(([, , safe]) => safe))('%s is repeated 5 times', (_, outcome) => {
		const delays = [1, 2, 3, 4, 5, 6].map((attempt) => retryDelay(outcome, true, attempt));
		expect(delays.slice(0, 5)).not.toContain(undefined);
		expect(delays[5]).toBeUndefined();
	});

	test('backoff doubles, with jitter, and fits into two minutes', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 4 }), (attempt) => {
				const samples = (number: number) =>
					Array.from({ length: 50 }, () => retryDelay(status(503), true, number) as number);
				const [now, next] = [samples(attempt), samples(attempt + 1)];
				expect(new Set(now).size).toBeGreaterThan(10);
				expect(Math.max(...now)).toBeLessThanOrEqual(2 * Math.min(...now));
				expect(Math.max(...next)).toBeGreaterThan(Math.max(...now));
				expect(Math.max(...next)).toBeLessThan(60_000);
			}),
			{ numRuns: 20 },
		);
	});
});

describe('outcomeOfAnswer', () => {
	const answer = (body: unknown) => ({ statusCode: 200, headers: {}, body }) as never;

	test.each([
		[{ id: 1 }, { id: 1 }],
		[[], []],
		['', {}],
		['  ', {}],
		[null, {}],
		[undefined, {}],
	])('%p was done', (body, expected) => {
		expect(outcomeOfAnswer(answer(body), {})).toEqual({ kind: 'done', body: expected });
	});

	test('a text is unreadable, shown by its beginning', () => {
		const text = `<html>${'x'.repeat(500)}`;
		const outcome = outcomeOfAnswer(answer(text), {}) as { kind: string; text: string };
		expect(outcome.kind).toBe('unreadable');
		expect(outcome.text.length).toBeLessThanOrEqual(200);
		expect(text.startsWith(outcome.text)).toBe(true);
	});

	test.each(['a,b\r\n1,2', 7, false, 0])('%p is an answer where any will do', (body) => {
		expect(outcomeOfAnswer(answer(body), {}, true)).toEqual({ kind: 'done', body });
	});

	test.each(['<!DOCTYPE html><html>', '\n <html>', '<?xml version="1.0"?>'])(
		'%j is none even there',
		(body) => {
			expect(outcomeOfAnswer(answer(body), {}, true).kind).toBe('unreadable');
		},
	);

	test('the service may say that it did not do it', () => {
		const refusal = ({ ok }: IDataObject) => (ok ? undefined : 'no');
		expect(outcomeOfAnswer(answer({ ok: false }), { refusal })).toEqual({
			kind: 'declined',
			reason: 'no',
			body: { ok: false },
		});
	});
});

test.each([401, 422, 500])('a good status whose body says %d counts as that', (status) => {
	const body = { meta: { status } };
	const answer = { statusCode: 200, headers: { a: 'b' }, body } as never;
	const own = { status: ({ meta }: IDataObject) => (meta as { status: number }).status };
	const expected = { kind: 'status', status, headers: { a: 'b' }, body };
	expect(outcomeOfAnswer(answer, own)).toEqual(expected);
});

test.each([false, 0, 7, true])('%p is no answer of an API', (body) => {
	const answer = { statusCode: 200, headers: {}, body } as never;
	expect(outcomeOfAnswer(answer, {})).toMatchObject({ kind: 'unreadable', text: String(body) });
});

describe('outcomeOfThrown', () => {
	const url = 'https://login.example.com/token';
	const outcomeOf = (thrown: unknown) => outcomeOfThrown(thrown, url);

	const fault = (properties: object, cause?: Error) =>
		Object.assign(new Error('x', { cause }), properties);

	test.each([
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
	])('%s, however deep: %s', (code, kind) => {
		expect(outcomeOf(fault({ code }))).toEqual({ kind, code });
		expect(outcomeOf(fault({}, fault({}, fault({ code }))))).toEqual({ kind, code });
	});

	test.each([undefined, 'text', {}, new Error('x')])('%p is a lost call', (thrown) => {
		expect(outcomeOf(thrown).kind).toBe('lost');
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

	test.each([
		['EAUTH', 401, true],
		['EAUTH', undefined, true],
		['ESTATUS', 400, true],
		['ESTATUS', 403, true],
		['ESTATUS', 429, false],
		['ESTATUS', 503, false],
	])('%s with status %p comes from the token endpoint, refused: %p', (code, status, refused) => {
		const body = { error: 'invalid_client' };
		const thrown = fault({}, fault({ code, status, body }));
		expect(outcomeOf(thrown)).toEqual({ kind: 'token', refused, code, body });
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

	test.each([
		['a reset', { code: 'ECONNRESET' }, false],
		['503', { response: { status: 503, headers: {}, data: {} } }, false],
		['a web page with status 200', { code: 'ESTATUS', status: 200, body: '<html>' }, true],
	])('%s at the token URL is of the token endpoint', (_, more, refused) => {
		const config = { url };
		const outcome = outcomeOf(fault({}, fault({ code: 'ERR_BAD_RESPONSE', config, ...more })));
		expect(outcome).toMatchObject({ kind: 'token', refused });
		for (const other of ['https://api.example.com/things?access_token=x', undefined]) {
			const call = fault({}, fault({ code: 'ECONNRESET', config: { url: other } }));
			expect(outcomeOf(call)).toEqual({ kind: 'lost', code: 'ECONNRESET' });
		}
	});

	test('a token answer without a token is as good as a no', () => {
		const thrown = fault({}, new Error('Unable to sign without access token'));
		expect(outcomeOf(thrown)).toMatchObject({ kind: 'token', refused: true });
	});
});
