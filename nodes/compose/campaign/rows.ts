import { zipObject } from 'lodash';
import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { byNames, type Column } from '../../shared/fields/columns';
import { AS_TEXT, roundedIn } from '../../shared/fields/mistakes';
import { cleanName, textKey } from '../../shared/fields/sameText';
import { shortened } from '../../shared/fields/shortened';
import { toE164 } from '../../shared/phone/phoneNumber';

/** Somebody to be called: the number in E.164, and what the bot knows about the call. */
export interface Contact {
	number: string;
	variables: Record<string, string>;
}

/** How rows become calls. */
export interface RowSettings {
	/** The fields with numbers, of which the first usable one is called. */
	phones: [Column, ...Column[]];
	/** ISO code of the country of numbers that do not say theirs. */
	country?: string;
	/** The variables to send: each one's name and the field it comes from. Without them, all other fields. */
	variables?: Array<{ name: string; field: Column }>;
	/** Which of several rows with the same number is called. */
	keep: 'first' | 'last';
	/** Numbers in E.164 of people who are not called, by whichever of their numbers. */
	doNotCall?: ReadonlySet<string>;
}

/** Why a row is not called: it cannot be, another row has its number, or somebody does not want it. */
type Kind = 'unusable' | 'duplicate' | 'doNotCall';

interface Call {
	row: number;
	contact: Contact;
}

/** What became of the rows; each is in one of the two. Rows count from 0. */
export interface Sorted {
	calls: Call[];
	rejected: Array<{ row: number; because: string; kind: Kind }>;
}

/** Turns rows into calls with numbers in E.164, one for each number, in the order of the rows. */
export function sortRows(rows: IDataObject[], rules: RowSettings): Sorted {
	const calls = new Map<string, Call>();
	const sourcesOf = sourcesIn(rules);
	const rejected: Sorted['rejected'] = [];
	const replaced: Array<{ row: number; number: string }> = [];
	for (const [row, json] of rows.entries()) {
		const reject = (because: string, kind: Kind) => rejected.push({ row, because, kind });
		const phone = numberOf(json, rules);
		if ('fault' in phone) {
			reject(phone.fault, 'unusable');
			continue;
		}
		const { number, listed } = phone;
		if (listed) {
			reject(`${listed} is on 'Do Not Call'`, 'doNotCall');
			continue;
		}
		const sources = sourcesOf(json, row);
		const rounded = roundedAmong(json, sources);
		if (rounded) {
			reject(rounded, 'unusable');
			continue;
		}
		const other = calls.get(number);
		const isKept = other === undefined || rules.keep === 'last';
		// As texts at once: there may be hundreds of thousands.
		if (isKept) calls.set(number, { row, contact: { number, variables: textsOf(json, sources) } });
		if (other !== undefined) replaced.push({ row: isKept ? other.row : row, number });
	}
	for (const { row, number } of replaced) {
		const because = `same number as item ${calls.get(number)!.row}, which is called`;
		rejected.push({ row, because, kind: 'duplicate' });
	}
	const byRow = (a: { row: number }, b: { row: number }) => a.row - b.row;
	return { calls: [...calls.values()].sort(byRow), rejected: rejected.sort(byRow) };
}

/**
 * The number to call, and the one on the do-not-call list, if any of the row's is; or why there is none: of several
 * fields, of each that has something.
 */
function numberOf(
	row: IDataObject,
	{ phones, country, doNotCall }: RowSettings,
): { number: string; listed?: string } | { fault: string } {
	let number: string | undefined;
	const faults: string[] = [];
	for (const [index, field] of phones.entries()) {
		const found = field.valueIn(row);
		const phone = toE164(found, country);
		if ('number' in phone) {
			if (doNotCall?.has(phone.number)) return { number: phone.number, listed: phone.number };
			number ??= phone.number;
			// The others matter only for who does not want to be called.
			if (!doNotCall) break;
		} else if (index === 0 || isScalar(found)) {
			const what = isScalar(found) ? `'${shortened(String(found), SHOWN)}'` : 'the number';
			faults.push(`${what} ${phone.fault}`);
		}
	}
	if (number !== undefined) return { number };
	// One that is empty explains nothing where another is not.
	const [first, ...others] = faults;
	const isEmpty = others.length > 0 && !isScalar(phones[0].valueIn(row));
	return { fault: (isEmpty ? others : [first, ...others]).join('; ') };
}

/** A variable, and where its value stands in a row. */
interface Source {
	name: string;
	valueIn: (row: IDataObject) => unknown;
}

/** Answers the variables of a row. */
function sourcesIn({
	phones,
	variables,
}: RowSettings): (row: IDataObject, index: number) => Source[] {
	if (!variables) {
		return byNames((row) =>
			otherFields(row, phones).map((name) => ({
				name: cleanName(name),
				valueIn: ({ [name]: value }) => value,
			})),
		);
	}
	const chosen = variables.map(({ name, field }) => ({
		name,
		valueIn: (row: IDataObject) => field.valueIn(row),
	}));
	return () => chosen;
}

/** Why a row's variables cannot be sent: one is a number, or holds one, that has lost digits. */
function roundedAmong(row: IDataObject, sources: Source[]): string | undefined {
	for (const { name, valueIn } of sources) {
		const rounded = roundedIn(valueIn(row));
		if (rounded !== undefined) return `'${name}' has lost digits: ${rounded}. ${AS_TEXT}`;
	}
	return undefined;
}

function textsOf(row: IDataObject, sources: Source[]): Contact['variables'] {
	const names: string[] = [];
	const texts: string[] = [];
	for (const { name, valueIn } of sources) {
		const text = asText(valueIn(row));
		if (text === '') continue;
		names.push(name);
		texts.push(text);
	}
	return zipObject(names, texts);
}

/** The fields of a row that become variables, but for those of the output Rejected, when it comes again. */
export function otherFields(row: IDataObject, phones: Column[]): string[] {
	const own = phones.map((phone) => phone.propertyIn(row));
	return Object.keys(row).filter((name) => !own.includes(name) && !REJECTED.has(textKey(name)));
}

/** What a row got there. */
const REJECTED = new Set(['rejected_item', 'rejected_because']);

const isScalar = (value: unknown) =>
	['string', 'number', 'bigint', 'boolean'].includes(typeof value) && String(value).trim() !== '';

/** How much of a cell a message shows. */
const SHOWN = 50;

/** Variables are texts: some services keep them so, and all tell them apart so. Empty for what is nothing. */
function asText(value: unknown): string {
	if (value === undefined || value === null) return '';
	if (typeof value !== 'object') return String(value);
	const { toISOString, toISO } = value as Partial<Date & DateTime>;
	return String(toISO?.call(value) ?? toISOString?.call(value) ?? JSON.stringify(value));
}
