import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Column } from '../../shared/fields/columns';
import { AS_TEXT, roundedIn } from '../../shared/fields/mistakes';
import { cleanName, textKey } from '../../shared/fields/sameText';
import { shortened } from '../../shared/fields/shortened';
import { toE164 } from '../../shared/phone/phoneNumber';

/** One call of a call list: the number, and what the bot knows about it (docs/evidence/koda.md §3.1.1). */
export type Call = { phone_number: string } & Record<string, string>;

/** How rows become calls. */
export interface RowSettings {
	/** The field with the number. */
	phone: Column;
	/** ISO code of the country of numbers that do not say theirs. */
	country?: string;
	/** The variables to send: each one's name and the field it comes from. Without them, all other fields. */
	variables?: Array<{ name: string; field: Column }>;
	/** Which of several rows with the same number is called. */
	keep: 'first' | 'last';
}

/** What became of the rows; each is in one of the two. Rows count from 0. */
export interface Sorted {
	calls: Array<{ row: number; call: Call }>;
	rejected: Array<{ row: number; because: string; duplicate: boolean }>;
}

/** Turns rows into calls with numbers in E.164, one for each number, in the order of the rows. */
export function sortRows(rows: IDataObject[], rules: RowSettings): Sorted {
	const numbers = new Map<string, { row: number; variables: Variables }>();
	const rejected: Sorted['rejected'] = [];
	const replaced: Array<{ row: number; number: string }> = [];
	for (const [row, json] of rows.entries()) {
		const found = rules.phone.valueIn(json);
		const phone = toE164(found, rules.country);
		if ('fault' in phone) {
			const what = isScalar(found) ? `'${shortened(String(found), SHOWN)}'` : 'the number';
			rejected.push({ row, because: `${what} ${phone.fault}`, duplicate: false });
			continue;
		}
		const variables = variablesOf(json, rules);
		const rounded = roundedAmong(variables);
		if (rounded) {
			rejected.push({ row, because: rounded, duplicate: false });
			continue;
		}
		const { number } = phone;
		const other = numbers.get(number);
		const isKept = other === undefined || rules.keep === 'last';
		if (isKept) numbers.set(number, { row, variables });
		if (other !== undefined) replaced.push({ row: isKept ? other.row : row, number });
	}
	for (const { row, number } of replaced) {
		const because = `same number as item ${numbers.get(number)!.row}, which is called`;
		rejected.push({ row, because, duplicate: true });
	}
	const calls = [...numbers].map(([number, { row, variables }]) => ({
		row,
		call: { ...textsOf(variables), phone_number: number },
	}));
	const byRow = (a: { row: number }, b: { row: number }) => a.row - b.row;
	return { calls: calls.sort(byRow), rejected: rejected.sort(byRow) };
}

/** Names and values as they stand in a row. */
type Variables = Array<[name: string, value: unknown]>;

const variablesOf = (row: IDataObject, { phone, variables }: RowSettings): Variables =>
	variables
		? variables.map(({ name, field }) => [name, field.valueIn(row)])
		: otherFields(row, phone).map((name) => [cleanName(name), row[name]]);

/** Why a row's variables cannot be sent: one is a number, or holds one, that has lost digits. */
function roundedAmong(variables: Variables): string | undefined {
	for (const [name, value] of variables) {
		const rounded = roundedIn(value);
		if (rounded !== undefined) return `'${name}' has lost digits: ${rounded}. ${AS_TEXT}`;
	}
	return undefined;
}

const textsOf = (variables: Variables): Record<string, string> =>
	Object.fromEntries(
		variables
			.map(([name, value]): [string, string] => [name, asText(value)])
			.filter(([, value]) => value !== ''),
	);

/** The fields of a row that become variables, but for those of the output Rejected, when it comes again. */
export function otherFields(row: IDataObject, phone: Column): string[] {
	const own = phone.propertyIn(row);
	return Object.keys(row).filter((name) => name !== own && !REJECTED.has(textKey(name)));
}

/** What a row got there. */
const REJECTED = new Set(['rejected_item', 'rejected_because']);

const isScalar = (value: unknown) =>
	['string', 'number', 'bigint', 'boolean'].includes(typeof value) && String(value).trim() !== '';

/** How much of a cell a message shows. */
const SHOWN = 50;

/** As KODA keeps variables: texts (docs/evidence/koda.md §5, custom_data). Empty for what is nothing. */
function asText(value: unknown): string {
	if (value === undefined || value === null) return '';
	if (typeof value !== 'object') return String(value);
	const { toISOString, toISO } = value as Partial<Date & DateTime>;
	return String(toISO?.call(value) ?? toISOString?.call(value) ?? JSON.stringify(value));
}
