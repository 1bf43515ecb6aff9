import fc from 'fast-check';

import { phoneDigits } from '../../nodes/shared/phone/phoneText';
import { toE164 } from '../../nodes/shared/phone/phoneNumber';
import { expectEach } from '../support/each';

describe('ways of writing of its own', () => {
	test('are read', async () => {
		await expectEach(
			[
				['+48 (0)22 123 45 67', '', '+48221234567'],
				['+44 (0)20 7946 0958', '', '+442079460958'],
				['+44 ( 0 ) 20 7946 0958', 'PL', '+442079460958'],
				['44 (0)20 7946 0958', 'GB', '+442079460958'],
				['+39 (0)6 1234 5678', '', '+390612345678'],
				['+49 (0)33203/12345', '', '+493320312345'],
				['(+48) 600-000-000', '', '+48600000000'],
				['TEL:+48 600 000 000', '', '+48600000000'],
				['tel: 600 000 000', 'PL', '+48600000000'],
				["'+48600000000", '', '+48600000000'],
				['\u202A+48 600 000 000\u202C', '', '+48600000000'],
				['\t600 000 000\r\n', 'PL', '+48600000000'],
				['\uFEFF600\u00AD000\u2060000', 'PL', '+48600000000'],
				['600‐000−000', 'PL', '+48600000000'],
				['٦٠٠٠٠٠٠٠٠', 'PL', '+48600000000'],
				['۶۰۰۰۰۰۰۰۰', 'PL', '+48600000000'],
				['＋４８（６００）０００－０００', '', '+48600000000'],
				['48600000000.0', 'PL', '+48600000000'],
				['800000000.0', 'PL', '+48800000000'],
				['3012345678.00', 'DE', '+493012345678'],
				['3012345678,00', 'DE', '+493012345678'],
				['3,012,345,678.00', 'DE', '+493012345678'],
				['3.012.345.678', 'DE', '+493012345678'],
				['3.012.345.678,0', 'DE', '+493012345678'],
				['3\u202F012\u00A0345 678,00', 'DE', '+493012345678'],
				["3'012'345'678", 'DE', '+493012345678'],
				['3’012’345’678.00', 'DE', '+493012345678'],
				['9,87,65,43,210', 'IN', '+919876543210'],
				['٦٠٠٬٠٠٠٬٠٠٠٫٠٠', 'PL', '+48600000000'],
				['4.8600000000E+10', 'PL', '+48600000000'],
				['48,600000000E+09', 'PL', '+48600000000'],
				['+48600000000.0', '', '+48600000000'],
				['1712345678.00', 'DE', '+491712345678'],
				['01.23.45.67.00', 'FR', '+33123456700'],
				['01.23.45.67.89', 'FR', '+33123456789'],
				['+48.600000000', '', '+48600000000'],
				['213.376.0000', 'US', '+12133760000'],
				['213.373.4253', 'US', '+12133734253'],
				['600.000.000', 'PL', '+48600000000'],
				['030/12345678', 'DE', '+493012345678'],
				['0475/12/34/56', 'BE', '+32475123456'],
				['8 (495) 123-45-67', 'RU', '+74951234567'],
				['06 1 234 5678', 'HU', '+3612345678'],
				['011 15 2345-6789', 'AR', '+5491123456789'],
				['0 41 21 98765-4321', 'BR', '+5521987654321'],
				['011 48 600 000 000', 'US', '+48600000000'],
				['8 10 48 600 000 000', 'RU', '+48600000000'],
				['0048600000000', '', '+48600000000'],
				['+44 020 7946 0958', '', '+442079460958'],
				['+7 8 495 123-45-67', '', '+74951234567'],
				['48 360 13 27', 'PL', '+48483601327'],
				['91146 77540', 'IN', '+919114677540'],
				['(55) 3765-9156', 'BR', '+555537659156'],
				['000 800 100 1234', 'IN', '+910008001001234'],
				['8 152 45-09-11', 'BY', '+375152450911'],
				['(213) 373-4253', 'US', '+12133734253'],
				['1 213 373 4253', 'US', '+12133734253'],
				['213 373 4253', 'JM', '+12133734253'],
				['+800 1234 5678', '', '+80012345678'],
				[600000000, 'PL', '+48600000000'],
				[48600000000, 'PL', '+48600000000'],
				[612345678, 'NL', '+31612345678'],
			],
			([value, country, number]) => {
				const result = toE164(value, country);
				expect('number' in result ? result.number : undefined).toBe(number);
			},
		);
	});
});

describe('what is no number says why', () => {
	test('in words', async () => {
		await expectEach(
			[
				[undefined, 'PL', 'is empty'],
				[null, 'PL', 'is empty'],
				['', 'PL', 'is empty'],
				[' \u200B\u00A0', 'PL', 'is empty'],
				[true, 'PL', 'is neither text nor a number'],
				[{ number: '600000000' }, 'PL', 'is neither text nor a number'],
				[['600000000'], 'PL', 'is neither text nor a number'],
				[NaN, 'PL', 'is no whole number'],
				[600000000.5, 'PL', 'is no whole number'],
				[-600000000, 'PL', 'is no whole number'],
				[6e20, 'PL', 'is no whole number'],
				['n/a', 'PL', 'has letters in it'],
				['48 308 13 27', 'PL', 'can be read as +483081327 and as +48483081327'],
				['4.86E+10', 'PL', 'is rounded, so that digits are missing'],
				['4,86e10', 'PL', 'is rounded, so that digits are missing'],
				['6E+08', 'PL', 'is rounded, so that digits are missing'],
				['6.000000005E+08', 'PL', 'is no whole number'],
				['3012345678.25', 'DE', 'is no whole number'],
				['3,012,345,678.25', 'DE', 'is no whole number'],
				['301234.56', 'DE', 'is no whole number'],
				['1234567.00', 'FR', 'is no phone number of France'],
				['123456.00', 'DE', 'may end in decimal places'],
				['0171.234.567.00', 'DE', 'may end in decimal places'],
				['030-1234567.0', 'DE', 'may end in decimal places'],
				['+49 (30) 1234567.00', '', 'may end in decimal places'],
				['+49 30 123 456.000', '', 'may end in decimal places'],
				['030 1234567 (12)', 'DE', 'has digits in brackets at its end'],
				['0831 28 (12)', 'IT', 'has digits in brackets at its end'],
				['600000000,600000001', 'PL', "has ',' in it"],
				['= +48600000000', '', "has '=' in it"],
				[369420407, 'IT', 'can be read as +39369420407 and as +390369420407'],
				[680200000, 'HU', 'can be read as +36680200000 and as +3680200000'],
				['369420407.0', 'IT', 'can be read as +39369420407 and as +390369420407'],
				['600 000 000 x12', 'PL', 'has letters in it'],
				['600000000 lub 600000001', 'PL', 'has letters in it'],
				['600000000#12', 'PL', "has '#' in it"],
				['600000000;600000001', 'PL', "has ';' in it"],
				['☎600000000', 'PL', "has '☎' in it"],
				['600000000\n600000001', 'PL', 'has a line break or tab in it'],
				['600000000\t600000001', 'PL', 'has a line break or tab in it'],
				['600000000/600000001', 'PL', 'has several numbers in it'],
				['+48600000000+48600000001', 'PL', "has a '+' that is not at its start"],
				['++48600000000', 'PL', "has a '+' that is not at its start"],
				['(-)', 'PL', 'has no digits in it'],
				['+', 'PL', 'has no digits in it'],
				['600000000', '', 'has no country code'],
				[48600000000, '', 'has no country code'],
				['+999 600 000 000', '', 'has an unknown country code'],
				['+0048600000000', '', 'has an unknown country code'],
				['60000000000', 'PL', 'is no phone number of Poland'],
				['60000', 'PL', 'is no phone number of Poland'],
				['600100', 'PL', 'is no phone number of Poland'],
				['6001000', 'PL', 'is no phone number of Poland'],
				['48600100', 'PL', 'is no phone number of Poland'],
				['+48 401 000 000', '', 'is no phone number of Poland'],
				['+48 60000', '', 'is no phone number of Poland'],
				['0048 60000', 'DE', 'is no phone number of Poland'],
				['+1 113 373 4253', '', 'is no phone number with the country code +1'],
				['+870 1', '', 'is no phone number with the country code +870'],
				['600000000', 'XX', "cannot be read, 'XX' is no country"],
				['600000000', 'pl', "cannot be read, 'pl' is no country"],
			],
			([value, country, fault]) => {
				expect(toE164(value, country)).toEqual({ fault });
			},
		);
	});
});

test('groups of digits are read as beside what needs a closer look', () => {
	const sign = fc.constantFrom('0', '1', '4', '9', ' ', '-', '+');
	fc.assert(
		fc.property(fc.array(sign, { maxLength: 14 }), (signs) => {
			const text = signs.join('');
			// Digits alone are a number, to which tables do what they do to numbers.
			fc.pre(!/^\+?[0-9]+$/.test(text));
			// Before a number an apostrophe means nothing.
			expect(phoneDigits(text)).toEqual(phoneDigits(`'${text}`));
		}),
		{ numRuns: 2000 },
	);
});

test('50,000 numbers, a tenth of them bad, are no quadratic work', () => {
	const write = [
		(i: number) => `+48 600 ${i}`,
		(i: number) => 600_000_000 + i,
		(i: number) => `0048-601-${i}`,
		(i: number) => `602 ${i}`,
		(i: number) => `+44 (0)20 79${i}`,
		(i: number) => `+1 (213) 3${i}`,
		(i: number) => 48_603_000_000 + i,
		(i: number) => `tel:+48-604-${i}`,
		(i: number) => `605.${i}`,
		(i: number) => `606 ${i} ext. 7`,
	];
	const rows = Array.from({ length: 50_000 }, (_, i) => write[i % 10](734_000 + i));
	const started = process.cpuUsage();
	const good = rows.filter((row) => 'number' in toE164(row, 'PL'));
	// Microseconds of our own, some 200,000.
	expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
	expect(good).toHaveLength(45_000);
});
