import fc from 'fast-check';
import { DateTime } from 'luxon';

/** A value that an expression may give, and the expression. */
export interface Hostile {
	value: unknown;
	code: string;
}

const escaped = (text: string) =>
	text.replaceAll(/[^\w ]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** An expression that gives the value. */
function codeOf(value: unknown): string {
	if (value instanceof Date) return `new Date(${value.getTime()})`;
	if (DateTime.isDateTime(value)) return `DateTime.fromMillis(${value.toMillis()})`;
	const isNumber = typeof value === 'number';
	if (value === undefined || isNumber || typeof value === 'bigint') {
		return Object.is(value, -0) ? '-0' : `${String(value)}${typeof value === 'bigint' ? 'n' : ''}`;
	}
	// As a text: in code, a key __proto__ would be no key. Units alone are kept as they are.
	return `JSON.parse("${escaped(JSON.stringify(value))}")`;
}

export const hostile = (value: unknown): Hostile => ({ value, code: `={{ ${codeOf(value)} }}` });

/** What an expression gives when it finds nothing. */
export const NOTHING = [undefined, null, ''];

/** What broken expressions and scripts leave in texts. */
export const LEFTOVERS = ['null', 'undefined', 'NaN', '[object Object]', '*'];

/** Names that every object of JavaScript has. */
export const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length'];

const nested = (levels: number): unknown =>
	Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: inner }), 1);

/** Values that have broken software before; `foreign`: the address of a server that must not be called. */
const known = (foreign: string): unknown[] => [
	...NOTHING,
	...LEFTOVERS,
	...INHERITED,
	...[' ', '\n', '\u00a0', '\u200b', '\ufeff', '\u0000', '\u0000\u0001\u001f'],
	...['..', '.', '../..', '../../admin', '%2e%2e%2f', '..\\..', '/etc/passwd', '/', '//', 'a/b'],
	...['?', '#', 'a?b=c', 'a#b', 'a&b=c', ';', 'a;b', 'a%00b', '%', '%zz', '+', 'a b', 'a\tb'],
	...[foreign, `//${foreign.slice(7)}`, `@${foreign.slice(7)}/`, `\\\\${foreign.slice(7)}`],
	...['a\r\nX-Injected: 1', '\r\n\r\nGET / HTTP/1.1', '"', "'", '`', '\\', '"}', "' OR 1=1 --"],
	...['<script>', '${7*7}', '{{7*7}}', '$(id)', '--boundary', '\u202etxt', 'ﬀ', 'e\u0301', 'é'],
	...['👨‍👩‍👧‍👦', '\ud800', 'a\udc00', '😀'.repeat(50), 'x'.repeat(5000), 'x'.repeat(200_000)],
	...['true', 'TRUE', 'false', 'yes', 'on', '1', '0', '-1', '007', '0x10', '1e3', '1e400', '1,5'],
	...[' 5 ', '5.5', 'Infinity', '9007199254740993', '12345678901234567890', '+48 600 000 000'],
	...[0, -0, 1, -1, 5, 1.5, 1e21, NaN, Infinity, -Infinity, 2 ** 53, 2 ** 53 + 2, 5e-324],
	...[true, false, 10n, new Date(0), new Date(NaN), DateTime.fromMillis(4_072_602_600_000)],
	...[[], [null], [''], [[]], [[[['a']]]], ['a', 'b'], ['a', null], [1, '2'], ['a', ['b', 'c']]],
	...[{}, { a: 1 }, { toString: 1 }, { valueOf: null, toString: null }, { length: 3 }, [{}]],
	...['[]', '{}', '["a"]', '["a, b"]', '[1', '{"a":', '{"__proto__":{"x":1}}', '"text"', 'null'],
	...[JSON.parse('{"__proto__":{"polluted":true}}'), { constructor: { prototype: { x: 1 } } }],
	...[{ value: 'a' }, { mode: 'url', value: 'a' }, { __rl: true, mode: 'id' }, { json: {} }],
	...[nested(3000), Array.from({ length: 2000 }, (_, index) => `e-${index}`)],
	...['2026-02-30', '0000-00-00', '2099-01-05', '24:00', '25:61', 'tomorrow', '4072602600', 12],
];

/** Any value: what has broken software before, and what fast-check makes up. */
export function anyValue(foreign: string): fc.Arbitrary<unknown> {
	const made = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 40 }),
		fc.string({ unit: 'grapheme', maxLength: 40 }),
		fc.string({ maxLength: 2000 }),
		fc.double(),
		fc.integer(),
		fc.array(fc.string({ maxLength: 20 }), { maxLength: 5 }),
		fc.jsonValue({ depthSize: 'medium' }),
		fc.webUrl(),
	);
	const listed = fc.constantFrom(...known(foreign));
	const glued = fc.tuple(fc.constantFrom(...INHERITED, ...LEFTOVERS, '../', '\u200b'), fc.string());
	return fc.oneof(
		{ weight: 4, arbitrary: listed },
		{ weight: 2, arbitrary: made },
		{ weight: 1, arbitrary: glued.map(([before, after]) => `${before}${after}`) },
	);
}
