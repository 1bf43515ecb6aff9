import { safeRegex } from 'n8n-workflow';

/** A text without what a pattern has escaped or in brackets, so that what is left are its operators. */
const operatorsOf = (pattern: string) => pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gs, 'x');

/** Longest keyword that is looked at where nothing ends a match that takes too long. */
const LONGEST = 128;

/**
 * Whether a pattern takes no time to speak of on a keyword of that length: at most two parts of any length, a few more
 * choices, nothing repeated that repeats or chooses itself, no reference to a part before.
 */
function isHarmless(pattern: string): boolean {
	const operators = operatorsOf(pattern.replace(/\\[1-9]|\\k</g, '()*'));
	const count = (kind: RegExp) => operators.match(kind)?.length ?? 0;
	const isRepeatedGroup = /\)[*+{]/.test(operators);
	return !isRepeatedGroup && count(/[*+]|\{\d+,?\d*\}/g) <= 2 && count(/[?|]/g) <= 6;
}

/** n8n's 250 ms are by the clock, so a busy machine may have needed them for something else. */
const TRIES = 2;

function testInTime(pattern: RegExp, keyword: string, tries = TRIES): boolean {
	try {
		return safeRegex.test(pattern.source, keyword);
	} catch {
		return tries > 1 && testInTime(pattern, keyword, tries - 1);
	}
}

/**
 * Whether a pattern matches a keyword, which comes from anybody: some patterns take for ever on some texts. Where n8n
 * has safeRegex, as 2.41.1 and 1.123.81 have, one that takes longer than 250 ms twice matches nothing. Elsewhere, as in
 * 2.0.3, it cannot be ended, so only patterns that take no time are taken there; calls `fail` for others.
 */
export function patternTest(pattern: RegExp, fail: () => never): (keyword: string) => boolean {
	if (safeRegex) return (keyword) => testInTime(pattern, keyword);
	if (!isHarmless(pattern.source)) fail();
	return (keyword) => keyword.length <= LONGEST && pattern.test(keyword);
}
