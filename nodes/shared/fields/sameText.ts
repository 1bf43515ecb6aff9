import { once } from 'lodash';

/** Scripts in which a joiner between two letters changes what is seen. */
const JOINING = [
	...['Arabic', 'Syriac', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya'],
	...['Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Myanmar', 'Khmer'],
].map((script) => String.raw`\p{Script_Extensions=${script}}`);

const JOINABLE = String.raw`(?:(?=[\p{L}\p{M}])(?!\p{Default_Ignorable_Code_Point})[${JOINING.join('')}]|[\p{Extended_Pictographic}\p{Emoji_Modifier}])`;

/** Of the characters below those that show: joiners inside words and pictures, the look of a picture, tags of flags. */
const SEEN = [
	String.raw`(?<=${JOINABLE}|\p{Extended_Pictographic}\uFE0F)[\u200C\u200D](?=${JOINABLE})`,
	String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]`,
	String.raw`[\u{E0020}-\u{E007F}]`,
].join('|');

/** BOM, zero-width characters, soft hyphens, bidi marks, control characters and the like, but no white space. */
const UNSEEN = String.raw`[\p{Default_Ignorable_Code_Point}\p{Cc}\uFFF9-\uFFFB]`;
const invisible = once(() => new RegExp(String.raw`(?=${UNSEEN})(?!${SEEN}|[\t\n\v\f\r]).`, 'gsu'));

/** Nearly every name: it needs no closer look. */
const PLAIN = /^[\x20-\x7E]*$/;

/** A name as it is sent: as the user wrote it, without invisible characters and blanks around. */
export const cleanName = (text: string): string =>
	(PLAIN.test(text) ? text : text.replaceAll(invisible(), '')).trim();

/**
 * What texts that count as the same have in common: in Unicode NFC, without invisible characters and blanks around,
 * and every blank inside a simple one. To compare by, and as the key of maps and sets.
 */
export const textKey = (text: string): string =>
	PLAIN.test(text)
		? text.trim()
		: cleanName(text.normalize('NFC')).normalize('NFC').replaceAll(/\s/g, ' ');

/** Whether two texts count as the same. */
export const isSameText = (one: string, other: string): boolean =>
	one === other || textKey(one) === textKey(other);

/** The candidates with exactly the text that is wanted or, when there are none, with the same; several are ambiguous. */
export function sameTexts<T>(wanted: string, candidates: T[], textOf: (one: T) => string): T[] {
	const exact = candidates.filter((one) => textOf(one) === wanted);
	if (exact.length > 0) return exact;
	const key = textKey(wanted);
	return candidates.filter((one) => textKey(textOf(one)) === key);
}

/**
 * A text in the forms that a service which compares letter by letter may have it in: as written, and its key
 * composed and decomposed.
 */
export const spellings = (text: string): string[] => [
	...new Set([text, textKey(text), textKey(text).normalize('NFD')]),
];

/** A text as it is stored to be found by each of its `spellings`: as written, if it can be. */
export function findable(text: string): string {
	const written = cleanName(text).replaceAll(/\s/g, ' ');
	return spellings(textKey(text)).includes(written) ? written : textKey(text);
}
