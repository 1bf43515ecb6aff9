import { deburr, sortBy } from 'lodash';

import { phoneCountries } from './phoneCountries';
import { phoneDigits, type Dialled } from './phoneText';

/** A number in E.164, such as `+48600000000`, or why there is none: words that follow the value, such as `is empty`. */
export type PhoneNumber = { number: string } | { fault: string };

interface NumberFormat {
	/** Dialled in place of the plus sign. */
	internationalPrefix?: RegExp;
	/** Dialled within the country only, before the national number. */
	nationalPrefix?: RegExp;
	/** Of the whole national number. */
	pattern: RegExp;
	/** The same of mobile numbers, in countries with an area that has the digits of the calling code. */
	mobile?: RegExp;
}

/** How one country's numbers are built. */
interface Plan {
	/** ISO 3166, or 001 for numbers of no country. */
	code: string;
	callingCode: string;
	name: string;
	/** The columns of the table that are compiled when a number first needs them. */
	source: Record<keyof NumberFormat, string>;
	/** What a match of the national prefix becomes if its last group took part. */
	transform?: string;
	rules?: NumberFormat;
}

const NONE = '-';

const plans = phoneCountries
	.trim()
	.split('\n')
	.map((line): Plan => {
		const [code, callingCode, internationalPrefix, nationalPrefix, transform, ...more] =
			line.split(' ');
		const [pattern, mobile, ...words] = more;
		return {
			code,
			callingCode,
			name: words.join(' '),
			source: { internationalPrefix, nationalPrefix, pattern, mobile },
			...(transform !== NONE && { transform }),
		};
	});

const COUNTRY = /^[A-Z]{2}$/;
const planOf = new Map(
	plans.filter(({ code }) => COUNTRY.test(code)).map((plan) => [plan.code, plan]),
);

/** The plans by calling code; the main country, whose rules international numbers follow, is the first. */
const plansOf = new Map<string, Plan[]>();
for (const plan of plans) {
	const sharing = plansOf.get(plan.callingCode);
	if (sharing) sharing.push(plan);
	else plansOf.set(plan.callingCode, [plan]);
}

/** The countries and territories as options of a field, by name: `{ name: 'Poland (+48)', value: 'PL' }`. */
export const countryOptions = sortBy(
	[...planOf.values()].map(({ code, callingCode, name }) => ({
		name: `${name} (+${callingCode})`,
		value: code,
	})),
	({ name }) => deburr(name).toLowerCase(),
);

const compiled = (source: string, end = '') =>
	source === NONE ? undefined : new RegExp(`^(?:${source})${end}`);

function formatOf(plan: Plan): NumberFormat {
	const { internationalPrefix, nationalPrefix, pattern, mobile } = plan.source;
	plan.rules ??= {
		internationalPrefix: compiled(internationalPrefix),
		nationalPrefix: compiled(nationalPrefix),
		pattern: new RegExp(`^(?:${pattern})$`),
		mobile: compiled(mobile, '$'),
	};
	return plan.rules;
}

/** `digits` without the national prefix, by the rules of `plan`; the same when there is none. */
function withoutNationalPrefix(digits: string, plan: Plan): string {
	const { nationalPrefix } = formatOf(plan);
	const match = nationalPrefix?.exec(digits);
	if (!nationalPrefix || !match) return digits;
	const isTransformed = match.length > 1 && match.at(-1);
	return isTransformed && plan.transform
		? digits.replace(nationalPrefix, plan.transform)
		: digits.slice(match[0].length);
}

// E.164 has 15 digits at most. With fewer than 7 there are only services within a country.
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

/** The first of `candidates` that is a national number by one of `among`, which share a calling code, in E.164. */
function fitting(candidates: string[], among: Plan[]): string | undefined {
	const [{ callingCode }] = among;
	const national = candidates.find((candidate) => {
		const length = callingCode.length + candidate.length;
		if (length < MIN_DIGITS || length > MAX_DIGITS) return false;
		return among.some((plan) => formatOf(plan).pattern.test(candidate));
	});
	return national && `+${callingCode}${national}`;
}

/** Reads the digits after the plus sign, or after what is dialled in its place. */
function international(digits: string): PhoneNumber {
	// No calling code is the beginning of another.
	const sharing = [1, 2, 3].map((length) => plansOf.get(digits.slice(0, length))).find(Boolean);
	if (!sharing) return { fault: 'has an unknown country code' };
	const [main] = sharing;
	const rest = digits.slice(main.callingCode.length);
	// The national prefix does not belong here, but many write it. What is good as it is stays.
	const number = fitting([rest], sharing) ?? fitting([withoutNationalPrefix(rest, main)], sharing);
	if (number) return { number };
	return sharing.length === 1 && COUNTRY.test(main.code)
		? { fault: `is no phone number of ${main.name}` }
		: { fault: `is no phone number with the country code +${main.callingCode}` };
}

/**
 * Land lines have 8 to 10 digits with their 0; to longer ones, which are within the rules of some countries, nobody has a
 * number.
 */
const MAY_LACK_ZERO = /^[1-9]\d{6,8}$/;

/**
 * The other number that `digits` are where a table has dropped their 0: national numbers keep it in Italy, and in Hungary they
 * are dialled with 06. Undefined where there is none.
 */
function withLostZero(digits: string, plan: Plan, own: string): string | undefined {
	if (!MAY_LACK_ZERO.test(digits)) return undefined;
	const dialled = `0${digits}`;
	return [withoutNationalPrefix(dialled, plan), dialled]
		.map((national) => fitting([national], [plan]))
		.find((number) => number !== undefined && number !== own);
}

/** Reads digits without a plus sign the way they are dialled in the country of `plan`. */
function dialledIn(plan: Plan, digits: string, isNumber?: boolean): PhoneNumber {
	const prefix = formatOf(plan).internationalPrefix?.exec(digits)?.[0];
	// No calling code begins with 0.
	if (prefix && digits[prefix.length] !== '0') return international(digits.slice(prefix.length));

	const { callingCode } = plan;
	const national = [withoutNationalPrefix(digits, plan), digits];
	const own = fitting(national, [plan]);
	const other = own && isNumber && withLostZero(digits, plan, own);
	if (other) return { fault: `can be read as ${own} and as ${other}` };
	const result = digits.startsWith(callingCode) ? international(digits) : undefined;
	const coded = result && 'number' in result ? result.number : undefined;
	if (own && coded && own !== coded) {
		const isMobile = formatOf(plan).mobile?.test(coded.slice(callingCode.length + 1));
		return isMobile ? { number: coded } : { fault: `can be read as ${coded} and as ${own}` };
	}
	// Those who share a calling code often dial each other without it.
	const number = own ?? coded ?? fitting(national, plansOf.get(callingCode) ?? [plan]);
	return number ? { number } : { fault: `is no phone number of ${plan.name}` };
}

function read({ digits, isNumber }: Dialled, country: string): PhoneNumber {
	if (digits.startsWith('+')) return international(digits.slice(1));
	const plan = planOf.get(country);
	if (plan) return dialledIn(plan, digits, isNumber);
	if (country) return { fault: `cannot be read, '${country}' is no country` };
	return digits.startsWith('00')
		? international(digits.slice(2))
		: { fault: 'has no country code' };
}

/**
 * Brings a phone number into E.164: a plus sign, the calling code and the national number, 7 to 15
 * digits in all. `value` is text in any of the usual ways of writing, or a number as spreadsheets have
 * it. `country` (ISO 3166, such as `PL`; '' for none) says how numbers without a plus sign are read:
 * with its prefix for calls abroad, as they are dialled within the country, or beginning with its own
 * calling code. What can be read in two ways, or may have decimals at its end, is none. Without it only + and 00 are understood.
 * The national number is one of a kind that its country gives out, such as land lines or mobiles;
 * whether it is assigned, and to whom, is not known. The rules are those by which libphonenumber
 * calls a number valid (nodes/shared/phone/phoneCountries.ts).
 */
export function toE164(value: unknown, country = ''): PhoneNumber {
	const written = phoneDigits(value);
	if ('fault' in written) return written;
	const result = read(written, country);
	if ('number' in result || written.withoutZero === undefined) return result;
	// +48 (0)22 …: the prefix within the country, though this one has none.
	const other = read({ digits: written.withoutZero }, country);
	return 'number' in other ? other : result;
}
