import type { IDataObject } from 'n8n-workflow';

import { retryAfter } from '../../nodes/shared/call/retryAfter';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const NOW_SECONDS = NOW / 1000;

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
	jest.useRealTimers();
});

const asked = (headers: IDataObject, status = 429) => retryAfter({ status, headers });

const DATES: Array<[unknown, number | undefined]> = [
	['Fri, 20 Nov 2026 10:00:07 GMT', 7000],
	['Fri, 20 Nov 2026 09:00:00 GMT', 0],
	['Friday, 20-Nov-26 10:00:07 GMT', 7000],
	['Fri Nov 20 10:00:07 2026', 7000],
	['soon', undefined],
	['', undefined],
	['2026-11-20', undefined],
	['Infinity', undefined],
	[undefined, undefined],
	[null, undefined],
];

const SECONDS: Array<[unknown, number | undefined]> = [
	['3', 3000],
	[3, 3000],
	['0', 0],
	['1.5', 1500],
	['-5', 0],
	['86400', 86_400_000],
];

describe.each(['retry-after', 'ratelimit-reset', 'x-ratelimit-reset'])('%s', (name) => {
	test.each([...SECONDS, ...DATES])('%j is %p milliseconds', (value, expected) => {
		expect(asked({ [name]: value as string })).toBe(expected);
	});
});

describe.each(['ratelimit-reset', 'x-ratelimit-reset'])('%s as a Unix time', (name) => {
	test.each([
		[NOW_SECONDS + 7, 7000],
		[String(NOW_SECONDS + 7), 7000],
		[NOW_SECONDS + 7.5, 7500],
		[(NOW_SECONDS + 7) * 1000, 7000],
		[NOW_SECONDS - 60, 0],
		// The first that is one, and the last that is a wait: 54 years.
		[Date.parse('2024-01-01T00:00:00Z') / 1000, 0],
		[Date.parse('2024-01-01T00:00:00Z') / 1000 - 1, 1_704_067_199_000],
	])('%p is %p milliseconds', (value, expected) => {
		expect(asked({ [name]: value })).toBe(expected);
	});
});

test('Retry-After is never a Unix time', () => {
	expect(asked({ 'retry-after': NOW_SECONDS + 7 })).toBe(NOW + 7000);
});

test.each([
	['1500', 1500],
	[0, 0],
	['-1', 0],
	['soon', undefined],
	['Fri, 20 Nov 2026 10:00:07 GMT', undefined],
])('Retry-After-Ms of %j is %p milliseconds', (value, expected) => {
	expect(asked({ 'retry-after-ms': value })).toBe(expected);
});

test('without any of the headers is undefined', () => {
	expect(asked({ 'ratelimit-remaining': '0', 'content-type': 'text/html' })).toBeUndefined();
});

test.each([401, 403, 500, 503])('with %d, RateLimit headers stand for nothing', (status) => {
	const headers = { 'ratelimit-reset': '9', 'x-ratelimit-reset': '9' };
	expect(asked(headers, status)).toBeUndefined();
	expect(asked({ ...headers, 'retry-after': '7' }, status)).toBe(7000);
	expect(asked({ ...headers, 'retry-after-ms': '7' }, status)).toBe(7);
});

test('the first counts that can be read: Retry-After-Ms, Retry-After, RateLimit-Reset, X-RateLimit-Reset', () => {
	const headers: IDataObject = {
		'x-ratelimit-reset': '4',
		'ratelimit-reset': '3',
		'retry-after': '2',
		'retry-after-ms': '1000',
	};
	const inTurn = [];
	for (const name of ['retry-after-ms', 'retry-after', 'ratelimit-reset', 'x-ratelimit-reset']) {
		inTurn.push(asked(headers));
		headers[name] = 'unknown';
	}
	expect([...inTurn, asked(headers)]).toEqual([1000, 2000, 3000, 4000, undefined]);
});
