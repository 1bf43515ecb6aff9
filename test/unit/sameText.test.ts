import fc from 'fast-check';

import {
	cleanName,
	findable,
	isSameText,
	sameTexts,
	spellings,
	textKey,
} from '../../nodes/shared/fields/sameText';
import { expectEach } from '../support/each';

/** Characters that no program shows, as Unicode's charts name them: the oracle, written by hand. */
const INVISIBLE: Record<string, string> = {
	'byte order mark': '\uFEFF',
	'zero width space': '\u200B',
	'zero width non-joiner': '\u200C',
	'zero width joiner': '\u200D',
	'word joiner': '\u2060',
	'soft hyphen': '\u00AD',
	'left-to-right mark': '\u200E',
	'right-to-left mark': '\u200F',
	'arabic letter mark': '\u061C',
	'left-to-right embedding': '\u202A',
	'pop directional formatting': '\u202C',
	'right-to-left override': '\u202E',
	'left-to-right isolate': '\u2066',
	'pop directional isolate': '\u2069',
	'mongolian vowel separator': '\u180E',
	'combining grapheme joiner': '\u034F',
	'variation selector': '\uFE0F',
	'hangul filler': '\u3164',
	null: '\u0000',
	'next line': '\u0085',
};

const BLANKS = [' ', '\t', '\n', '\r\n', '\u00A0', '\u2003', '\u202F', '\u3000'];

/** Names as spreadsheets have them, each shown in a way of its own, and composed. */
const NAMES = [
	...['phone', 'Phone Number', 'Nr tel. [kom.]', 'Größe', 'Zażółć gęślą', 'e-mail', "it's"],
	...[
		'Ümlaut 1',
		'Ångström',
		'Việt Nam',
		'電話番号',
		'телефон',
		'ö',
		'A',
		'a',
		'a.b',
		'1',
		'한국어',
	],
];

const name = fc.constantFrom(...NAMES);
const invisible = fc.constantFrom(...Object.values(INVISIBLE));
const blank = fc.constantFrom(...BLANKS);
const noise = fc.array(fc.oneof(invisible, blank), { maxLength: 3 }).map((all) => all.join(''));

/** A name in another spelling that looks the same. */
const disguised = (text: string) =>
	fc
		.tuple(
			fc.constantFrom('NFC', 'NFD'),
			noise,
			noise,
			fc.array(fc.tuple(fc.nat(), invisible), { maxLength: 3 }),
		)
		.map(([form, before, after, inside]) => {
			const letters = text.normalize(form).match(/\P{M}\p{M}*/gu)!;
			for (const [at, char] of inside) letters[at % letters.length] += char;
			return `${before}${letters.join('')}${after}`;
		});

test('each invisible character, before, inside and after a text, makes no other text', async () => {
	await expectEach(Object.entries(INVISIBLE), ([, char]) => {
		for (const text of [`${char}phone`, `pho${char}ne`, `phone${char}`, `${char} phone ${char}`]) {
			expect(textKey(text)).toBe('phone');
			expect(cleanName(text)).toBe('phone');
		}
	});
});

test('each blank around a text makes no other, and inside counts as a simple one', async () => {
	await expectEach(BLANKS, (char) => {
		expect(cleanName(`${char}phone${char}`)).toBe('phone');
		expect(isSameText(`Phone${char}Number`, `Phone${' '.repeat(char.length)}Number`)).toBe(true);
	});
});

test('a name in any disguise is the same, and every two names are not', () => {
	fc.assert(
		fc.property(
			name.chain((text) => fc.tuple(fc.constant(text), disguised(text))),
			name.chain((text) => fc.tuple(fc.constant(text), disguised(text))),
			([one, first], [other, second]) => {
				expect(isSameText(first, one)).toBe(true);
				expect(isSameText(first, second)).toBe(one === other);
				expect(textKey(first) === textKey(second)).toBe(one === other);
				expect(cleanName(first).normalize()).toBe(one);
				expect(textKey(first)).toBe(one.normalize());
			},
		),
		{ numRuns: 2000 },
	);
});

test('the key of a key is the key, whatever the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(textKey(textKey(text))).toBe(textKey(text));
			expect(isSameText(text, text)).toBe(true);
			expect(isSameText(text.normalize('NFD'), text.normalize('NFC'))).toBe(true);
		}),
	);
});

test('what is seen stays: joiners in words and pictures, tags of flags, letters alike', async () => {
	const different = [
		['نام\u200Cخانوادگی', 'نامخانوادگی'],
		['क्\u200Dष', 'क्ष'],
		['👩\u200D🚀', '👩🚀'],
		[
			'🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
			'🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
		],
		['a', 'а'],
		['ﬁ', 'fi'],
		['２', '2'],
		['Straße', 'Strasse'],
		['a  b', 'a b'],
		['A', 'a'],
	];
	await expectEach(different, ([one, other]) => {
		expect(isSameText(one, other)).toBe(false);
		expect(cleanName(one)).toBe(one);
	});
});

describe('of several candidates', () => {
	const pick = (wanted: string, ...all: string[]) => sameTexts(wanted, all, (one) => one);

	test('exactly the text comes before the same one', () => {
		expect(pick('phone', '\uFEFFphone', 'phone', 'phone ')).toEqual(['phone']);
		expect(pick('\uFEFFphone', '\uFEFFphone', 'phone')).toEqual(['\uFEFFphone']);
	});

	test('several are all given when none is exactly it', () => {
		expect(pick('phone', '\uFEFFphone', 'fax', 'phone ')).toEqual(['\uFEFFphone', 'phone ']);
		expect(pick('phone', 'Phone', 'fax')).toEqual([]);
	});
});

test('what is stored to be found is among the spellings of every text that is the same', () => {
	const pair = name.chain((text) => fc.tuple(disguised(text), disguised(text)));
	fc.assert(
		fc.property(pair, ([stored, asked]) => {
			expect(spellings(asked)).toContain(findable(stored));
			expect(isSameText(findable(stored), stored)).toBe(true);
		}),
		{ numRuns: 2000 },
	);
	// As written, where that can be found: composed or decomposed, but not half of each.
	for (const text of ['Größe', 'Größe'.normalize('NFD'), 'a-1']) expect(findable(text)).toBe(text);
	const half = `${'Größe'.normalize('NFD')} Größe`;
	expect(findable(half)).toBe('Größe Größe');
});
