/**
 * `npm run phone:generate`: writes nodes/shared/phone/phoneCountries.ts from libphonenumber-js; `--check` only compares.
 * Its data are those of Google's libphonenumber. Countries' names come from Node's own ICU, and since
 * another Node may spell one differently, the check leaves them out.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import metadata from 'libphonenumber-js/metadata.max.json';
import { version } from 'libphonenumber-js/package.json';

const file = path.resolve(__dirname, '../nodes/shared/phone/phoneCountries.ts');

/** One country's entry of the metadata, as far as it is used: by position, 0 for what there is not. */
type Entry = [
	callingCode: string,
	internationalPrefix: string | 0,
	pattern: string,
	lengths: number[],
	formats: unknown,
	nationalPrefix?: string | 0,
	formattingRule?: unknown,
	nationalPrefixForParsing?: string | 0,
	transformRule?: string | 0,
	nationalPrefixIsOptional?: unknown,
	leadingDigits?: unknown,
	/** By kind of number: land lines, mobiles, … */
	kinds?: Array<[pattern: string, lengths?: number[]] | 0> | 0,
];

/** What ISO 3166 has no code for, such as satellite phones, has the M49 code of the world. */
const WORLDWIDE = '001';

/**
 * Where many a number that is written as digits from the calling code on would also be one of an area
 * of the same digits (49151… in Germany): there the table says what mobile numbers look like.
 */
const AMBIGUOUS = ['DE', 'FI', 'ID', 'XK'];

const names = new Intl.DisplayNames('en', { type: 'region' });

/**
 * The pattern of a country's valid national numbers: the general one and that of a kind, as in
 * libphonenumber's isValid; without kinds the general one alone. The possible lengths of a kind say
 * no more than its pattern does. North American numbers have ten digits: the seven of Canada's 310
 * services can only be dialled there, so that they are no E.164 numbers.
 */
function validPattern([callingCode, , general, lengths, , , , , , , , kinds]: Entry): string {
	const patterns = (kinds || []).flatMap((kind) => {
		const isE164 = kind && (callingCode !== '1' || (kind[1] ?? lengths).includes(10));
		return isE164 && kind[0] ? [kind[0]] : [];
	});
	const union = [...new Set(patterns)].join('|');
	return union ? `(?=(?:${general})$)(?:${union})` : general;
}

function line(code: string, entry: Entry): string {
	const [callingCode, internationalPrefix, , , , national, , parsing, transform, , , kinds] = entry;
	const mobile = AMBIGUOUS.includes(code) && kinds ? kinds[1] : undefined;
	const columns = [
		code,
		callingCode,
		internationalPrefix || '-',
		parsing || national || '-',
		transform || '-',
		validPattern(entry),
		mobile ? mobile[0] : '-',
	];
	if (columns.some((column) => /[\s`]|\$\{/.test(column))) {
		throw new Error(`The entry of ${code} cannot be a line of the table`);
	}
	return [...columns, names.of(code)].join(' ');
}

function table(): string {
	const countries = metadata.countries as unknown as Record<string, Entry>;
	const worldwide = metadata.nonGeographic as unknown as Record<string, Entry>;
	const lines = [
		...Object.values(metadata.country_calling_codes)
			.flat()
			.map((code) => line(code, countries[code])),
		...Object.values(worldwide).map((entry) => line(WORLDWIDE, entry)),
	];
	return `// Generated from libphonenumber-js ${version} by npm run phone:generate. Change scripts/phone.ts, not this file.
// libphonenumber-js: MIT License, (c) 2016 @catamphetamine. Its data: Google's libphonenumber, Apache License 2.0.

/**
 * The numbering plans by calling code, one line each; of those who share one the main country comes
 * first. Columns, with - for none: ISO code (${WORLDWIDE}: of no country), calling code, international
 * prefix, national prefix when reading (both regular expressions), what a match of it becomes if its
 * last group took part, pattern of valid national numbers, that of mobile numbers where digits without
 * a plus sign are often ambiguous, name.
 */
export const phoneCountries = String.raw\`
${lines.join('\n')}
\`;
`;
}

/** `text` without the last column of the table. */
const withoutNames = (text: string) => text.replace(/^((?:[A-Z]{2}|\d{3}) (?:\S+ ){6}).*$/gm, '$1');

function main(): void {
	const current = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const wanted = table();
	const same = withoutNames(current) === withoutNames(wanted);
	if (!process.argv.includes('--check')) {
		writeFileSync(file, wanted);
		console.log(same ? 'The table of phone numbers was up to date.' : 'Wrote the table.');
	} else if (same) {
		console.log('The table of phone numbers is up to date.');
	} else {
		console.error('The table of phone numbers is out of date: run npm run phone:generate.');
		process.exitCode = 1;
	}
}

main();
