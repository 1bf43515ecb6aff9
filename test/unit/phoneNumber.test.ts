import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json';
import type { CountryCode } from 'libphonenumber-js/max';
import {
	getCountries,
	getCountryCallingCode,
	getExampleNumber,
	parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';

import { countryOptions, toE164 } from '../../nodes/shared/phone/phoneNumber';
import { expectEach } from '../support/each';

const E164 = /^\+[1-9]\d{6,14}$/;
const countries = getCountries();

/** What libphonenumber-js, with all that it knows of the kinds of numbers, reads in the whole text. */
const oracle = (text: string, defaultCountry?: CountryCode) =>
	parsePhoneNumberFromString(text, { defaultCountry, extract: false });

/** Where ours are other numbers than the oracle's, on purpose: a test below says why. */
const OTHERWISE = /^\+(1310\d{4}|375810\d*)$/;

const example = (country: CountryCode) => getExampleNumber(country, examples)!;
const abroad = (country: CountryCode): CountryCode => (country === 'PL' ? 'US' : 'PL');

type Phone = ReturnType<typeof example>;

/** A way of writing a number, and the country it is read in: '' for none. */
interface Way {
	write: (phone: Phone, country: CountryCode) => string | number | undefined;
	readIn: (country: CountryCode) => CountryCode | '';
}

const nowhere = () => '' as const;
const atHome = (country: CountryCode) => country;

const ways: Record<string, Way> = {
	'E.164': { write: ({ number }) => number, readIn: nowhere },
	international: { write: (phone) => phone.formatInternational(), readIn: nowhere },
	'RFC 3966': { write: (phone) => phone.getURI(), readIn: nowhere },
	'with 00': { write: ({ number }) => number.replace('+', '00'), readIn: nowhere },
	'from abroad': {
		write: (phone, country) => phone.format('IDD', { fromCountry: abroad(country) }),
		readIn: abroad,
	},
	national: { write: (phone) => phone.formatNational(), readIn: atHome },
	'national digits': { write: ({ nationalNumber }) => nationalNumber, readIn: atHome },
	'calling code and digits': { write: ({ number }) => number.slice(1), readIn: atHome },
	'calling code as a number': { write: ({ number }) => Number(number.slice(1)), readIn: atHome },
};

/** `phone` written in `way`, with where it is read and what came of it, as one value to compare. */
function outcome(phone: Phone, country: CountryCode, way: string) {
	const { write, readIn } = ways[way];
	const text = write(phone, country);
	return { way, text, read: toE164(text, readIn(country)) };
}

const expected = (phone: Phone, country: CountryCode, way: string) => ({
	way,
	text: ways[way].write(phone, country),
	read: { number: phone.number },
});

describe('every country', () => {
	test('has its example read in every way of writing', async () => {
		await expectEach(countries, (country) => {
			const phone = example(country);
			const names = Object.keys(ways);
			expect(names.map((way) => outcome(phone, country, way))).toEqual(
				names.map((way) => expected(phone, country, way)),
			);
		});
	});

	test('is an option, with its calling code, sorted by name', () => {
		expect(countryOptions.map(({ value }) => value).sort()).toEqual([...countries].sort());
		for (const { name, value } of countryOptions) {
			expect(name).toMatch(/^\p{L}.* \(\+\d+\)$/u);
			expect(name).toContain(` (+${getCountryCallingCode(value as CountryCode)})`);
		}
		const names = countryOptions.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
		expect(countryOptions).toContainEqual({ name: 'Poland (+48)', value: 'PL' });
	});
});

/** Numbers that the oracle calls mobile ones: a country's example with other digits at the end. */
const mobileNumber = fc
	.tuple(fc.constantFrom(...countries), fc.stringMatching(/^\d{1,7}$/))
	.map(([country, tail]) => {
		const { number } = example(country);
		return { country, phone: oracle(number.slice(0, -tail.length) + tail) };
	})
	.filter(({ phone }) => /MOBILE/.test(phone?.getType() ?? ''))
	.map(({ country, phone }) => ({ country: phone?.country ?? country, phone: phone! }));

/** The ways that are never ambiguous. */
const clear = Object.keys(ways).filter((way) => !/digits|calling code/.test(way));

/** The metadata of a country or of a calling code of none, as far as they are used. */
type Entry = { 0: string; 2: string; 11: Array<[pattern: string] | 0> };

/** The patterns of every calling code's numbers: in general, by which many a typo fits, and by kind. */
const patterns = Object.values<unknown>({ ...metadata.countries, ...metadata.nonGeographic })
	.map((entry) => entry as Entry)
	.flatMap(({ 0: code, 2: general, 11: kinds }) =>
		[general, ...kinds.map((kind) => kind && kind[0])].map((pattern) => ({ code, pattern })),
	)
	.filter((of): of is { code: string; pattern: string } => Boolean(of.pattern));

const typos: Array<(digits: string, at: number, digit: string) => string> = [
	(digits) => digits,
	(digits, at, digit) => digits.slice(0, at) + digit + digits.slice(at + 1),
	(digits, at, digit) => digits.slice(0, at) + digit + digits.slice(at),
	(digits, at) => digits.slice(0, at) + digits.slice(at + 1),
];

/** Numbers of every kind and country, most with a typo. */
const nearlyNumber = fc
	.constantFrom(...patterns)
	.chain(({ code, pattern }) =>
		fc
			.tuple(
				fc.stringMatching(new RegExp(`^(?:${pattern})$`)),
				fc.constantFrom(...typos),
				fc.nat(17),
				fc.stringMatching(/^\d$/),
			)
			.map(([digits, typo, at, digit]) => `+${code}${typo(digits, at % digits.length, digit)}`),
	)
	.filter((number) => E164.test(number) && !OTHERWISE.test(number));

/** Those of them that the oracle calls valid, and that are some country's. */
const anyValidNumber = nearlyNumber
	.map((number) => oracle(number))
	.filter((phone) => phone?.country !== undefined && phone.isValid())
	.filter((phone) => E164.test(phone!.number) && !OTHERWISE.test(phone!.number))
	.map((phone) => ({ country: phone!.country!, phone: phone! }));

const decorations = ['', ' ', '  ', '-', '.', '\u00A0', '–', '\u2011', '\u200B', ' - ', ') ', ' ('];

/** Whether bare digits are somebody else's number, too: with the calling code or a 0 before them, or as they are. */
function isAmbiguous(digits: string, country: CountryCode) {
	const code = getCountryCallingCode(country);
	const readings = [`+${digits}`, `+${code}${digits}`, `+${code}0${digits}`].map((text) =>
		oracle(text),
	);
	const mine = readings.filter((phone) => phone?.isValid() && phone.countryCallingCode === code);
	return new Set(mine.map((phone) => phone!.number)).size > 1;
}

describe('valid numbers', () => {
	test('of mobiles are read in every way of writing, unless they are in doubt', () => {
		const seen = { read: 0, inDoubt: 0 };
		fc.assert(
			fc.property(
				mobileNumber,
				fc.constantFrom(...Object.keys(ways)),
				({ country, phone }, way) => {
					const result = outcome(phone, country, way);
					const isBare = /^\d+$/.test(String(result.text)) && !/^0/.test(String(result.text));
					if ('fault' in result.read && isBare && isAmbiguous(String(result.text), country)) {
						seen.inDoubt++;
						return;
					}
					seen.read++;
					expect(result).toEqual(expected(phone, country, way));
				},
			),
			{ numRuns: 2000 },
		);
		expect(seen.inDoubt).toBeLessThan(seen.read / 50);
	});

	test('of every kind are read in the ways that are clear', () => {
		fc.assert(
			fc.property(anyValidNumber, fc.constantFrom(...clear), ({ country, phone }, way) => {
				// The national form of some, such as Gabon's old numbers, is another number's.
				const national = oracle(phone.formatNational(), country)?.number;
				fc.pre(way !== 'national' || national === phone.number);
				expect(outcome(phone, country, way)).toEqual(expected(phone, country, way));
			}),
			{ numRuns: 2000 },
		);
	});

	test('are read whatever stands between their digits', () => {
		fc.assert(
			fc.property(
				anyValidNumber,
				fc.array(fc.constantFrom(...decorations), { minLength: 16, maxLength: 16 }),
				({ phone }, between) => {
					const text = [...phone.number].map((digit, i) => digit + between[i]).join('');
					// `(0)`, brackets at the end and what may be decimals have a meaning of their own.
					fc.pre(!/\(\s*0\s*\)|\)\s*$|\.\D*\d\D*(\d\D*)?$/.test(text));
					expect(toE164(text)).toEqual({ number: phone.number });
				},
			),
			{ numRuns: 1000 },
		);
	});
});

test('what the oracle calls valid is a number, and nothing else', () => {
	const seen = { true: 0, false: 0 };
	fc.assert(
		fc.property(nearlyNumber, (written) => {
			const phone = oracle(written);
			fc.pre(!OTHERWISE.test(phone?.number ?? ''));
			const valid = phone?.isValid() === true && E164.test(phone.number);
			seen[`${valid}`]++;
			const result = toE164(written);
			expect('number' in result ? result.number : undefined).toBe(valid ? phone.number : undefined);
		}),
		{ numRuns: 5000 },
	);
	expect(Math.min(seen.true, seen.false)).toBeGreaterThan(1000);
});

describe('whatever the value', () => {
	const soup = fc.string({
		unit: fc.constantFrom(...'0123456789012345678901234567890123456789+-() ./٣３x'),
		maxLength: 24,
	});
	const dialled = fc
		.tuple(
			fc.constantFrom('+', '00', '0', '011', ''),
			fc.constantFrom(...countries.map((country) => getCountryCallingCode(country)), ''),
			fc.stringMatching(/^\d{3,15}$/),
		)
		.map((parts) => parts.join(''));
	const value = fc.oneof(
		fc.anything(),
		fc.string({ unit: 'grapheme' }),
		fc.double(),
		fc.nat(Number.MAX_SAFE_INTEGER),
		soup,
		{ arbitrary: dialled, weight: 4 },
		nearlyNumber.map((number) => number.slice(1)),
	);
	const country = fc.constantFrom(...countries, '' as const);

	test('it gives a valid number in E.164, which stays the same, or words', () => {
		let numbers = 0;
		fc.assert(
			fc.property(value, country, country, (given, home, other) => {
				const result = toE164(given, home);
				if ('fault' in result) {
					expect(result.fault).toMatch(/^(is|has|can|cannot|may) \S.*[^.\s]$/s);
					return;
				}
				numbers++;
				expect(result.number).toMatch(E164);
				fc.pre(!OTHERWISE.test(result.number));
				const phone = oracle(result.number);
				expect(phone?.number).toBe(result.number);
				expect(phone?.isValid()).toBe(true);
				expect(toE164(result.number, other)).toEqual(result);
			}),
			{ numRuns: 20_000 },
		);
		expect(numbers).toBeGreaterThan(300);
	});
});

describe('on purpose other than the oracle', () => {
	test('a number is read otherwise, or not at all', async () => {
		await expectEach<
			[string, string, CountryCode | undefined, string | undefined, string | undefined]
		>(
			[
				['Canadian services work within Canada only', '310-1234', 'CA', '+13101234', undefined],
				[
					'E.164 has 15 digits at most',
					'+49610572435716456',
					undefined,
					'+49610572435716456',
					undefined,
				],
				['short codes are not called from elsewhere', '+431110', undefined, '+431110', undefined],
				[
					'the digits after + need no prefix taken away where they fit',
					'+375 8103627695',
					undefined,
					'+375103627695',
					'+3758103627695',
				],
				[
					'(0) is left out in any country',
					'+48 (0)221234567',
					undefined,
					'+480221234567',
					'+48221234567',
				],
				[
					'00 is understood without a country',
					'0048600000000',
					undefined,
					undefined,
					'+48600000000',
				],
				[
					'an extension is not dropped',
					'+12133734253 ext. 5',
					undefined,
					'+12133734253',
					undefined,
				],
				['nor is another number', '030 1234567/68', 'DE', '+4930123456768', undefined],
				['nor what tables append', '800000000.0', 'PL', '+488000000000', '+48800000000'],
				[
					'a context is no part',
					'tel:600000000;phone-context=+48',
					undefined,
					'+48600000000',
					undefined,
				],
				['German mobiles without +', '4915123456789', 'DE', '+494915123456789', '+4915123456789'],
				['land lines without + are unclear', '492211234567', 'DE', '+49492211234567', undefined],
			],
			([, text, country, theirs, ours]) => {
				const result = toE164(text, country);
				expect(oracle(text, country)?.number).toBe(theirs);
				expect('number' in result ? result.number : undefined).toBe(ours);
			},
		);
	});

	test('a number that can be read in two ways is shown in both', () => {
		expect(toE164('492211234567', 'DE')).toEqual({
			fault: 'can be read as +492211234567 and as +49492211234567',
		});
	});
});
