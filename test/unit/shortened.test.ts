import fc from 'fast-check';

import { beginningOf, shortened } from '../../nodes/shared/fields/shortened';
import { expectEach } from '../support/each';

/** What is seen as one character, by hand. */
const CHARACTERS = [
	'a',
	'ö',
	'o\u0308',
	'電',
	'𝒳',
	'👩\u200D👩\u200D👧\u200D👦',
	'👍🏽',
	'🇵🇱',
	'n\u0303\u0323',
	'한',
	' ',
];

test('a text is cut between what is seen as characters, as late as possible', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 40 }),
			fc.integer({ min: 0, max: 60 }),
			(characters, max) => {
				// Two flags in a row are told apart, but hand-made lists need no rule for that.
				const text = characters.join('');
				let whole = '';
				for (const one of characters) {
					if (whole.length + one.length > max) break;
					whole += one;
				}
				expect(beginningOf(text, max)).toBe(whole);
				expect(shortened(text, max)).toBe(text.length > max ? `${whole}…` : text);
			},
		),
		{ numRuns: 2000 },
	);
});

test('what fits stays as it is; marks without end are left out', async () => {
	await expectEach(
		[
			['abc', 3, 'abc'],
			['abcd', 3, 'abc'],
			['', 0, ''],
			[`ab${'\u0301'.repeat(1000)}`, 100, 'a'],
		] as Array<[string, number, string]>,
		([text, max, expected]) => {
			expect(beginningOf(text, max)).toBe(expected);
		},
	);
});
