import { dataOf, isRows, sayingOf, wordsOf } from '../../nodes/shared/call/answers';

describe('dataOf', () => {
	test.each(['', '  ', '\n', null, undefined])('%j is empty', (body) => {
		expect([dataOf(body), dataOf(body, true)]).toEqual([{}, {}]);
	});

	test.each([{ id: 1 }, {}, [], [1]])('%j is itself', (body) => {
		expect(dataOf(body)).toBe(body);
		expect(dataOf(body, true)).toBe(body);
	});

	test.each(['text', 7, 0, false, true])('%j is unreadable, unless any answer will do', (body) => {
		expect(dataOf(body)).toBeUndefined();
		expect(dataOf(body, true)).toBe(body);
	});

	test.each(['<html>', '\n <?xml'])('%j never is an answer', (body) => {
		expect([dataOf(body), dataOf(body, true)]).toEqual([undefined, undefined]);
	});
});

test.each([
	[[], true],
	[[{}, { id: 1 }], true],
	[[{}, null], false],
	[['a'], false],
	[{ 0: {} }, false],
	[undefined, false],
])('%j is a list of objects: %p', (value, expected) => {
	expect(isRows(value)).toBe(expected);
});

test.each([
	[undefined, undefined],
	[null, undefined],
	['', ''],
	['text', 'text'],
	[{ msg: 'one', message: 'two' }, 'one'],
	[{ message: 'two', code: 3 }, 'two'],
	[{ code: 3 }, '{"code":3}'],
])('an entry %j says %j', (entry, expected) => {
	expect(wordsOf(entry)).toBe(expected);
});

describe('sayingOf', () => {
	test.each([
		[{ error_description: 'a', error: 'b' }, 'a'],
		[{ error: 'b', message: 'c' }, 'b'],
		[{ error: { message: 'c' }, errors: ['d'] }, 'c'],
		[{ errors: ['d', 'e'], message: 'f' }, 'd'],
		[{ errors: [{ msg: 'd' }], message: 'f' }, 'd'],
		[{ errors: { message: 'd' } }, 'd'],
		[{ message: 'f', meta: { message: 'g' } }, 'f'],
		[{ meta: { message: 'g' }, status: { message: 'h' } }, 'g'],
		[{ status: { message: 'h' }, code: 'i' }, 'h'],
		[{ status: { code: 7 }, code: 'i' }, '{"code":7}'],
		[{ status: 'failed', code: 'i' }, 'i'],
		[{ error: '', message: 'f' }, 'f'],
		[{ code: 7 }, undefined],
		[{}, undefined],
		['text', undefined],
		[null, undefined],
	])('finds in %j: %j', (body, expected) => {
		expect(sayingOf(body)).toBe(expected);
	});

	test('gives 300 characters at most', () => {
		expect(sayingOf({ message: 'x'.repeat(301) })).toBe('x'.repeat(300));
	});
});
