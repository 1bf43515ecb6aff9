/**
 * What a text says that looks like a number in a spreadsheet: its digits, why it is none or may be none (words that follow
 * the value), or undefined when it does not look like one.
 */
export type Numeral = { digits: string; isNumber: true } | { fault: string } | undefined;

const IN_DOUBT = { fault: 'may end in decimal places' };
const BROKEN = { fault: 'is no whole number' };
const ROUNDED = { fault: 'is rounded, so that digits are missing' };

// In thousands, or as in India: 9,87,65,43,210.
const GROUPED = /^\+?(?:\d{1,3}(?:([ ,.'])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d\d)+,\d{3})$/;

const UNGROUPED = /^\+?\d+$/;

const SCIENTIFIC = /^(\+?\d{1,3})(?:[.,](\d+))? ?e\+?(\d{1,2})$/i;

const AFTER_LAST_MARK = /^(.*\d) ?([.,]) ?(\d+)$/;

/** Fewer digits before the decimals are no phone number; they are rather a group of one. */
const MIN_DIGITS = 7;

const numberOf = (text: string): Numeral => ({
	digits: text.replace(/[^\d+]/g, ''),
	isNumber: true,
});

/** Reads 4.86123456789E+10, which has lost digits unless there are as many decimals as the exponent says. */
function scientific([, first, decimals = '', exponent]: string[]): Numeral {
	const after = Number(exponent);
	if (decimals.length < after) return ROUNDED;
	return /[^0]/.test(decimals.slice(after)) ? BROKEN : numberOf(first + decimals.slice(0, after));
}

/** What a number in one piece comes to that has `after` behind `mark`, a dot or comma. */
function ungrouped(whole: string, mark: string, after: string): Numeral {
	const isLong = whole.replace('+', '').length >= MIN_DIGITS;
	if (/^0+$/.test(after)) return isLong || mark === ',' ? numberOf(whole) : IN_DOUBT;
	if (mark === ',') return undefined;
	return isLong || after.length <= 2 ? BROKEN : undefined;
}

/** The same for one in groups, which are not parted by `mark`. */
function grouped(whole: string, mark: string, after: string): Numeral {
	const isWhole = /^0+$/.test(after);
	// It may be a phone number with blanks and dots between its groups.
	if (whole.includes(' ') && mark === '.' && after.length > 2)
		return isWhole ? IN_DOUBT : undefined;
	return isWhole ? numberOf(whole) : BROKEN;
}

/**
 * Reads `text`, whose digits are 0 to 9, the way spreadsheets write numbers: grouped in any of the usual ways, with decimals
 * that are all zero, or with an exponent that leaves no digit out. Where the end may be decimals as well as the last group of
 * a phone number, it says so.
 */
export function readNumeral(text: string): Numeral {
	const plain = text
		.replace(/[\p{Cc}\p{Cf}]/gu, '')
		.replace(/\p{Z}/gu, ' ')
		.replace(/[٫．·•‧]/g, '.')
		.replace(/[٬，]/g, ',')
		.replace(/’/g, "'")
		.trim();
	const exponent = SCIENTIFIC.exec(plain);
	if (exponent) return scientific(exponent);
	// Blanks and dots are between the groups of phone numbers, too.
	if (GROUPED.test(plain)) return /[,']/.test(plain) ? numberOf(plain) : undefined;
	const [, whole, mark, after] = AFTER_LAST_MARK.exec(plain) ?? [];
	if (whole === undefined) return undefined;
	if (UNGROUPED.test(whole)) return ungrouped(whole, mark, after);
	const groups = GROUPED.exec(whole);
	// Without one it is in groups as in India, which commas part.
	if (groups && mark !== (groups[1] ?? ',')) return grouped(whole, mark, after);
	// 01.23.45.67.00 and 213.373.0000 have dots between their groups.
	const before = whole.split('.').slice(1).at(-1)?.length;
	const isGroup = before === after.length || (before !== undefined && after.length > 2);
	return mark === '.' && /^(?:\d|0+)$/.test(after) && !isGroup ? IN_DOUBT : undefined;
}
