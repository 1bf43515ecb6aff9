import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json';
import type { CountryCode } from 'libphonenumber-js/max';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';

import { toE164 } from '../../nodes/shared/phone/phoneNumber';
import { expectEach } from '../support/each';

/** A number is not its spelling: what tables make of numbers comes to the same number, or to none. */
const countries = getCountries();
const E164 = /^\+[1-9]\d{6,14}$/;

const oracle = (text: string, defaultCountry?: CountryCode) =>
	parsePhoneNumberFromString(text, { defaultCountry, extract: false });

const kindsOf = (country: CountryCode) =>
	(metadata.countries[country] as unknown as { 11: Array<[pattern?: string] | 0> })[11];

/** Land lines, mobiles, toll-free ones and any other kind that a country has; some of them belong to another country. */
const anyNumber = fc
	.constantFrom(
		...countries.flatMap((country) =>
			kindsOf(country)
				.map((kind) => kind && kind[0])
				.filter((pattern): pattern is string => Boolean(pattern))
				.map((pattern) => ({ country, pattern })),
		),
	)
	.chain(({ country, pattern }) =>
		fc.stringMatching(new RegExp(`^(?:${pattern})$`)).map((national) => oracle(national, country)),
	)
	.filter((phone) => phone?.isValid() === true && E164.test(phone.number))
	.map((phone) => ({ country: phone!.country!, phone: phone! }))
	.filter(({ country }) => country !== undefined);

const abroad = (country: CountryCode): CountryCode => (country === 'PL' ? 'US' : 'PL');

/** Services there have the number of a land line with a 0 before it, and no more digits than one. */
const isOfAscension = (number: string) => number.startsWith('+2470');

const exampleOf = (country: CountryCode) => ({
	country,
	phone: getExampleNumber(country, examples)!,
});

const thousands = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark);

/** 9,87,65,43,210. */
const indian = (digits: string) =>
	digits.replace(/\B(?=(?:\d\d)+\d{3}$)/g, ',').replace(/(\d{3})$/, ',$1');

const scientific = (digits: string, decimals: number, mark: string) =>
	(digits.startsWith('+') ? '+' : '') +
	Number(digits)
		.toExponential(Math.max(decimals, 0))
		.replace('.', mark)
		.replace(/e\+?(\d)$/, 'E+0$1');

/** What tables write for a number that has `digits`. */
const spellings: Record<string, (digits: string) => string> = {
	...Object.fromEntries(
		['.0', '.00', ',0', ',00', '.000', '.0 ', ' .00', '.0000', '٫00', '．0', '\u00A0,00'].map(
			(tail) => [`with '${tail}'`, (digits: string) => digits + tail],
		),
	),
	...Object.fromEntries(
		[',', '.', ' ', '\u00A0', '\u202F', "'", '’'].flatMap((mark) =>
			['', '.0', '.00', ',00', ',000', '.000']
				.filter((tail) => !tail.startsWith(mark))
				.map((tail) => [
					`grouped by '${mark}' with '${tail}'`,
					(digits: string) => thousands(digits, mark) + tail,
				]),
		),
	),
	Indian: indian,
	'Indian with decimals': (digits) => `${indian(digits)}.00`,
	'with an apostrophe': (digits) => `'${digits}`,
	'with a typographic apostrophe and decimals': (digits) => `’${digits}.0`,
	'with an equals sign': (digits) => `= ${digits}`,
	'with two decimals of an exponent': (digits) => scientific(digits, 2, '.'),
	'with five decimals and a comma': (digits) => scientific(digits, 5, ','),
	'with all of the decimals': (digits) =>
		scientific(digits, digits.replace('+', '').length - 1, '.'),
	'with no decimals': (digits) => scientific(digits, 0, '.'),
	'with a half': (digits) => `${digits}.5`,
	'with cents': (digits) => `${thousands(digits, ',')}.25`,
	'in Arabic': (digits) =>
		`${digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))}٫٠٠`,
	'with an extension': (digits) => `${digits} x12`,
	'with an extension in brackets': (digits) => `${digits} (12)`,
	'with another one': (digits) => `${digits}, ${digits}`,
};

const numberIn = (outcome: ReturnType<typeof toE164>) =>
	'number' in outcome ? outcome.number : undefined;

/** The spellings that `digits` have, read in `country`, which come to another number than `right`. */
const wrong = (digits: string, country: CountryCode | '', ...right: Array<string | undefined>) =>
	Object.entries(spellings)
		.map(([name, spell]) => ({ name, text: spell(digits) }))
		.map((spelling) => ({ ...spelling, number: numberIn(toE164(spelling.text, country)) }))
		.filter(({ number }) => number !== undefined && !right.includes(number));

/** What the oracle reads in digits as such, and after a plus sign. */
const theirs = (digits: string, country: CountryCode) => [
	oracle(digits, country)?.number,
	oracle(`+${digits}`)?.number,
];

describe('the spellings of tables make no other number', () => {
	test('of the example of any country', async () => {
		await expectEach(countries.map(exampleOf), ({ country, phone }) => {
			const { nationalNumber, number } = phone;
			const full = number.slice(1);
			expect(wrong(nationalNumber, country, number)).toEqual([]);
			expect(wrong(full, country, number)).toEqual([]);
			expect(wrong(full, '', number)).toEqual([]);
			expect(wrong(`+${full}`, abroad(country), number)).toEqual([]);
		});
	});

	test('of any number, whatever the country it is read in', () => {
		fc.assert(
			fc.property(anyNumber, fc.constantFrom(...countries), ({ phone, country }, other) => {
				const full = phone.number.slice(1);
				// As a number it would lose all of its zeros.
				fc.pre(!phone.nationalNumber.startsWith('00') && !isOfAscension(phone.number));
				expect(wrong(phone.nationalNumber, country, phone.number)).toEqual([]);
				expect(wrong(full, country, phone.number, ...theirs(full, country))).toEqual([]);
				expect(wrong(full, other, phone.number, ...theirs(full, other))).toEqual([]);
				expect(wrong(full, '')).toEqual([]);
				expect(wrong(`+${full}`, other, phone.number)).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});

	test('even as numbers with a fraction', () => {
		fc.assert(
			fc.property(anyNumber, fc.double({ min: 0.001, max: 0.99 }), ({ phone, country }, part) => {
				const number = Number(phone.number.slice(1)) + part;
				fc.pre(!Number.isInteger(number));
				for (const value of [number, String(number), number.toFixed(2)]) {
					expect([undefined, phone.number]).toContain(numberIn(toE164(value, country)));
				}
			}),
			{ numRuns: 300 },
		);
	});
});

describe('a spelling that tables often have', () => {
	const usual = Object.keys(spellings).filter((name) =>
		/^with '[.,]0+'$|^grouped by [,’]/.test(name),
	);

	test('is read where the digits alone are', async () => {
		await expectEach(countries.map(exampleOf), ({ country, phone }) => {
			const full = phone.number.slice(1);
			const alone = numberIn(toE164(full, country));
			const read = usual.map((name) => [name, numberIn(toE164(spellings[name](full), country))]);
			expect(read).toEqual(usual.map((name) => [name, alone]));
		});
	});
});

describe('a number that has lost its leading zero', () => {
	/** As long as numbers really get: all of them, and those that keep their 0. The rules allow more. */
	const MAX_DIGITS = 11;
	const MAX_WITH_ZERO = 10;

	test('is the same or none, but for services of Ascension', () => {
		const seen = { same: 0, none: 0 };
		fc.assert(
			fc.property(anyNumber, ({ phone, country }) => {
				const dialled = phone.formatNational().replace(/\D/g, '');
				fc.pre(
					/^0[1-9]/.test(dialled) && dialled.length <= MAX_DIGITS && !isOfAscension(phone.number),
				);
				fc.pre(!phone.nationalNumber.startsWith('0') || dialled.length <= MAX_WITH_ZERO);
				// The national form of some is another number's.
				fc.pre(oracle(dialled, country)?.number === phone.number);
				const number = numberIn(toE164(Number(dialled), country));
				seen[number ? 'same' : 'none']++;
				expect([undefined, phone.number]).toContain(number);
			}),
			{ numRuns: 2000 },
		);
		expect(seen.same).toBeGreaterThan(seen.none);
	});
});
