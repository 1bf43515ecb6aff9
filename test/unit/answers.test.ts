import fc from 'fast-check';

import { countOf, flagOf, isWebPage, readBody, rowsOf } from '../../nodes/shared/call/answers';
import { parseJson } from '../../nodes/shared/fields/json';
import { expectEach } from '../support/each';

describe('parseJson', () => {
	test('is JSON.parse for whatever numbers can hold', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const json = JSON.stringify(value, (_, part: unknown) =>
					Number.isInteger(part) && !Number.isSafeInteger(part) ? 0.5 : part,
				);
				expect(parseJson(json)).toEqual(JSON.parse(json));
			}),
		);
	});

	test('keeps the digits of longer integers, as text, wherever they stand', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 2n ** 53n, max: 10n ** 40n }), fc.string(), (big, text) => {
				for (const digits of [String(big), `-${String(big)}`]) {
					const json = `{"id": ${digits}, "list": [${digits},1], ${JSON.stringify(text)}: ${JSON.stringify(`${text} ${digits}`)}}`;
					const expected = { id: digits, list: [digits, 1], [text]: `${text} ${digits}` };
					expect(parseJson(json)).toEqual(
						text === 'id' || text === 'list' ? expect.anything() : expected,
					);
				}
			}),
		);
	});

	test('leaves other long numbers alone', () => {
		const numbers = '[9007199254740991, 1234567890123456.5, 1e30, 12345678901234567e2]';
		expect(parseJson(numbers)).toEqual(JSON.parse(numbers));
	});
});

test('a body is read as JSON, whatever it is wrapped in', async () => {
	const object = { a: 'ü' };
	const json = JSON.stringify(object);
	await expectEach(
		[
			[json, object, true],
			[`\uFEFF${json}`, object, true],
			[Buffer.from(json), object, true],
			[JSON.stringify(json), object, true],
			[JSON.stringify('[1]'), [1], true],
			[JSON.stringify('{no JSON'), '{no JSON', true],
			[JSON.stringify('text'), 'text', true],
			['a,b', 'a,b', false],
			['', '', false],
			[object, object, true],
			[undefined, undefined, true],
		],
		([body, value, isJson]) => {
			expect(readBody(body)).toEqual({ value, isJson });
		},
	);
});

test('a web page is one of HTML', async () => {
	const pages = ['<html>', '\n <!DOCTYPE html>', '<HEAD>', '<!-- x --><html>', '<body class="a">'];
	const others = ['<?xml version="1.0"?><rows/>', '<svg>', '<b', 'text <html>', '', '{}'];
	await expectEach(pages, (text) => expect(isWebPage(text)).toBe(true));
	await expectEach(others, (text) => expect(isWebPage(text)).toBe(false));
});

test('a flag is read however it is typed', async () => {
	await expectEach([true, 'true', ' True ', 1, '1', 'yes'], (value) =>
		expect(flagOf(value)).toBe(true),
	);
	await expectEach([false, 'false', 'FALSE', 0, '0', 'no'], (value) =>
		expect(flagOf(value)).toBe(false),
	);
	await expectEach([null, undefined, '', 'perhaps', 2, {}, [], [true]], (value) =>
		expect(flagOf(value)).toBeUndefined(),
	);
});

test('a count is a whole number or the text of one', async () => {
	await expectEach(
		[
			[0, 0],
			['7', 7],
			[' 30 ', 30],
			['', undefined],
			[null, undefined],
			[true, undefined],
			[-1, undefined],
			[1.5, undefined],
			['1.5', undefined],
			[{}, undefined],
		],
		([value, count]) => expect(countOf(value)).toBe(count),
	);
});

test('rows are a list of objects', async () => {
	await expectEach([[[]], [[{ id: 1 }, {}]]], ([rows]) => expect(rowsOf(rows)).toBe(rows));
	await expectEach(
		[[[null]], [['a']], [[[]]], [{ 0: {} }], [{}], ['[]'], [null], [undefined]],
		([value]) => expect(rowsOf(value)).toBeUndefined(),
	);
});
