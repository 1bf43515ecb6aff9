import fc from 'fast-check';

import { decide } from '../../nodes/shared/call/decide';
import type { Outcome } from '../../nodes/shared/call/outcome';

const status = (code: number, headers = {}): Outcome => ({
	kind: 'status',
	status: code,
	headers,
	body: undefined,
});

const token = (refused: boolean): Outcome => ({
	kind: 'token',
	refused,
	status: 0,
	code: 'c',
	body: {},
});

const ALL: Record<string, Outcome> = {
	done: { kind: 'done', status: 200, body: {} },
	declined: { kind: 'declined', reason: 'no', body: {} },
	unreadable: { kind: 'unreadable', status: 200, text: '<' },
	unclear: { kind: 'unclear', status: 200, body: {} },
	unreached: { kind: 'unreached', code: 'ECONNREFUSED' },
	lost: { kind: 'lost', code: 'ECONNRESET' },
	'token refused': token(true),
	'token lost': token(false),
	...Object.fromEntries(
		[299, 300, 399, 400, 401, 403, 404, 429, 499, 500, 502, 503, 504].map((code) => [
			code,
			status(code),
		]),
	),
	'503 with Retry-After': status(503, { 'retry-after': '7' }),
	'503 with Retry-After-Ms': status(503, { 'retry-after-ms': '7' }),
	'503 with RateLimit-Reset': status(503, { 'ratelimit-reset': '7' }),
	'404 with Retry-After': status(404, { 'retry-after': '7' }),
};

/** The outcomes of which something is so. */
const those = (holds: (outcome: Outcome) => unknown) =>
	Object.keys(ALL).filter((name) => holds(ALL[name]));

describe('what follows for other calls', () => {
	const after = (outcome: Outcome) => decide(outcome, { safe: true, attempt: 1 });

	test('the service asked to slow down', () => {
		const asked = ['429', '503 with Retry-After', '503 with Retry-After-Ms'];
		expect(those((outcome) => after(outcome).backpressure === 'rateLimited')).toEqual(asked);
		expect(those((outcome) => after(outcome).pauseMs)).toEqual(asked);
	});

	test('it may have more to do than it can', () => {
		expect(those((outcome) => after(outcome).backpressure === 'overloaded')).toEqual([
			'502',
			'503',
			'504',
			'unreached',
			'lost',
			'503 with RateLimit-Reset',
		]);
	});

	test('the credential was refused', () => {
		expect(those((outcome) => after(outcome).credentialRefused)).toEqual(['401', 'token refused']);
	});
});

test('the effect is unknown of what was sent, changes something and was not clearly answered', () => {
	const unknown = (safe: boolean) =>
		those((outcome) => decide(outcome, { safe, attempt: 1 }).effectUnknown);
	expect(unknown(true)).toEqual([]);
	expect(unknown(false)).toEqual([
		'300',
		'399',
		'500',
		'502',
		'503',
		'504',
		'unreadable',
		'unclear',
		'lost',
		'503 with Retry-After',
		'503 with Retry-After-Ms',
		'503 with RateLimit-Reset',
	]);
});

describe('the policy of retries, row by row', () => {
	const refused = (headers?: object): Outcome => status(429, headers);
	const never = false;
	const backoff = true;
	const delayOf = (outcome: Outcome, safe: boolean, attempt: number, pauseAfter429?: number) =>
		decide(outcome, { safe, attempt, pauseAfter429 }).retryMs;
	const pauseOf = (outcome: Outcome, pauseAfter429?: number) =>
		decide(outcome, { safe: false, attempt: 1, pauseAfter429 }).pauseMs;

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
			{ kind: 'token', refused: false, status: 0, code: 'CERT_HAS_EXPIRED', body: {} },
			never,
			never,
		],
		['an unreadable answer', { kind: 'unreadable', status: 200, text: '<' }, never, never],
		['a declined one', { kind: 'declined', reason: 'no', body: {} }, never, never],
		['a refused token', token(true), never, never],
		['no answer of the token endpoint', token(false), backoff, backoff],
		['429 of the token endpoint', { ...token(false), status: 429 } as Outcome, backoff, backoff],
		['an unclear answer', { kind: 'unclear', status: 200, body: {} }, never, never],
		['success', { kind: 'done', status: 200, body: {} }, never, never],
	];

	test.each(table)('%s: safe %p, otherwise %p', (_, outcome, safe, otherwise) => {
		expect(typeof delayOf(outcome, true, 1)).toBe(safe ? 'number' : 'undefined');
		expect(typeof delayOf(outcome, false, 1)).toBe(otherwise ? 'number' : 'undefined');
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
		['429 with RateLimit-Reset', status(429, { 'ratelimit-reset': '7' }), 60, 7000],
		['503 with Retry-After', status(503, { 'retry-after': '7' }), undefined, 7000],
		['500 with Retry-After', status(500, { 'retry-after': '7' }), 60, 7000],
	])('%s makes all calls wait, even if this one is not repeated', (_, outcome, known, most) => {
		const pause = Number(pauseOf(outcome, known));
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
		expect(pauseOf(outcome, 60)).toBeUndefined();
	});

	test.each(table.filter(([name, , safe]) => safe && !name.startsWith('429')))(
		'%s is repeated 5 times',
		(_, outcome) => {
			const delays = [1, 2, 3, 4, 5, 6].map((attempt) => delayOf(outcome, true, attempt));
			expect(delays.slice(0, 5)).not.toContain(undefined);
			expect(delays[5]).toBeUndefined();
		},
	);

	test('backoff doubles, with jitter, and fits into two minutes', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 4 }), (attempt) => {
				const samples = (number: number) =>
					Array.from({ length: 50 }, () => delayOf(status(503), true, number) as number);
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
