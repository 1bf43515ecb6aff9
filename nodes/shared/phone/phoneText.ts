import { readNumeral } from './numerals';

/** What is dialled of a written phone number: digits, after a plus sign if it has one. */
export interface Dialled {
	digits: string;
	/** The same without a `(0)`, which is dialled within the country only; for text that has one. */
	withoutZero?: string;
	/** Whether it is nothing but a number, to which tables do what they do to numbers: they drop leading zeros. */
	isNumber?: boolean;
}

const PLAIN = /^\+?[0-9]+$/;

/** Nearly every number that is written in groups: it needs no closer look. */
const GROUPED = /^\+?[0-9][0-9 -]*$/;

const FOREIGN_DIGITS = /[\uFF10-\uFF19\u0660-\u0669\u06F0-\u06F9]/g;

// An apostrophe keeps spreadsheets from taking the cell for a number.
const BEFORE = /^['’]?(?:tel:)?/i;

const BETWEEN_CELLS = /[\t\n\v\f\r\u0085\u2028\u2029]/;

// Spaces, control and invisible characters, dashes (also minus, and the long vowel mark that stands for one), dots, brackets.
const PUNCTUATION = /[\p{Z}\p{Cc}\p{Cf}\p{Pd}\u2212\u30FC.\uFF0E·•‧()[\]（）［］]/gu;

const BLANK = /^[\p{Z}\p{Cc}\p{Cf}]*$/u;

const SLASH = /[/\u2044\u2215\uFF0F]/;

const TRUNK_ZERO = /[(（]\s*0\s*[)）]/;

/** An extension, or the last digits of another number: few after some, or any after a whole number. */
const BRACKETS_AT_END =
	/^(?:[^0-9]*[0-9]){4}.*[(（](?:\s*[0-9]){1,4}\s*[)）]$|^(?:[^0-9]*[0-9]){7}.*[(（][0-9\s]+[)）]$/;

const partsOf = (text: string) => text.replace(PUNCTUATION, '').split(SLASH);

/**
 * Hardly an area code has more than five digits. More of them are a number of its own, and what follows
 * another one or its last digits: 030 1234567/68.
 */
function hasSeveral(beforeSlash: string): boolean {
	const [, sign, digits] = /^(\+|00)?0*(.*)$/.exec(beforeSlash) ?? [];
	return digits.length > (sign ? 8 : 5);
}

function faultIn(text: string): string {
	if (/\p{L}/u.test(text)) return 'has letters in it';
	const other = /[^0-9+]/u.exec(text)?.[0];
	if (other) return `has '${other}' in it`;
	return /[0-9]/.test(text) ? "has a '+' that is not at its start" : 'has no digits in it';
}

function fromText(text: string): Dialled | { fault: string } {
	if (PLAIN.test(text)) return { digits: text, isNumber: true };
	if (GROUPED.test(text)) return { digits: text.replaceAll(/[ -]/g, '') };
	const written = text
		.trim()
		.replace(BEFORE, '')
		// The three alphabets have their zero at a multiple of 16.
		.replace(FOREIGN_DIGITS, (digit) => String(digit.charCodeAt(0) % 16))
		.replaceAll('＋', '+');
	if (BETWEEN_CELLS.test(written)) return { fault: 'has a line break or tab in it' };

	const numeral = readNumeral(written);
	if (numeral) return numeral;

	const parts = partsOf(written);
	const digits = parts.join('');
	if (!digits && BLANK.test(written)) return { fault: 'is empty' };
	if (!PLAIN.test(digits)) return { fault: faultIn(digits) };
	if (BRACKETS_AT_END.test(written)) return { fault: 'has digits in brackets at its end' };
	if (parts.length > 1 && hasSeveral(parts[0])) return { fault: 'has several numbers in it' };
	if (!TRUNK_ZERO.test(written)) return { digits };
	return { digits, withoutZero: partsOf(written.replace(TRUNK_ZERO, '')).join('') };
}

/** What of `value`, text or a number, is dialled, or why nothing can be: words that follow the value. */
export function phoneDigits(value: unknown): Dialled | { fault: string } {
	if (typeof value === 'string') return fromText(value);
	if (value === undefined || value === null) return { fault: 'is empty' };
	if (typeof value !== 'number') return { fault: 'is neither text nor a number' };
	return Number.isSafeInteger(value) && value >= 0
		? { digits: String(value), isNumber: true }
		: { fault: 'is no whole number' };
}
