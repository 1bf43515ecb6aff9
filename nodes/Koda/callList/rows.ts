import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { toE164 } from '../../shared/phone/phoneNumber';

/** One call of a call list: the number, and what the bot knows about it (docs/evidence/koda.md §3.1.1). */
export type Call = { phone_number: string } & Record<string, string>;

/** How rows become calls. */
export interface RowSettings {
	/** The field with the number: a name, or names with dots between them. */
	phoneField: string;
	/** ISO code of the country of numbers that do not say theirs. */
	country?: string;
	/** The variables to send: each one's name and the field it comes from. Without them, all other fields. */
	variables?: Array<{ name: string; field: string }>;
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
	const numbers = new Map<string, number>();
	const rejected: Sorted['rejected'] = [];
	const replaced: Array<{ row: number; number: string }> = [];
	for (const [row, json] of rows.entries()) {
		const found = valueAt(json, rules.phoneField);
		const phone = toE164(found, rules.country);
		if ('fault' in phone) {
			const what = isScalar(found) ? `'${shortened(String(found))}'` : 'the number';
			rejected.push({ row, because: `${what} ${phone.fault}`, duplicate: false });
			continue;
		}
		const { number } = phone;
		const other = numbers.get(number);
		const isKept = other === undefined || rules.keep === 'last';
		if (isKept) numbers.set(number, row);
		if (other !== undefined) replaced.push({ row: isKept ? other : row, number });
	}
	for (const { row, number } of replaced) {
		const because = `same number as row ${numbers.get(number)! + 1}, which is called`;
		rejected.push({ row, because, duplicate: true });
	}
	const calls = [...numbers].map(([number, row]) => ({
		row,
		call: { ...variablesOf(rows[row], rules), phone_number: number },
	}));
	const byRow = (a: { row: number }, b: { row: number }) => a.row - b.row;
	return { calls: calls.sort(byRow), rejected: rejected.sort(byRow) };
}

/** The value of a field of a row; a name with dots leads into objects, unless the row has a field of that very name. */
export function valueAt(row: IDataObject, field: string): unknown {
	if (Object.hasOwn(row, field)) return row[field];
	return field
		.split('.')
		.reduce<unknown>(
			(value, name) =>
				value && typeof value === 'object' && Object.hasOwn(value, name)
					? (value as IDataObject)[name]
					: undefined,
			row,
		);
}

function variablesOf(
	row: IDataObject,
	{ phoneField, variables }: RowSettings,
): Record<string, string> {
	const pairs = variables
		? variables.map(({ name, field }) => [name, valueAt(row, field)])
		: Object.entries(row).filter(([name]) => name !== phoneField && !REJECTED.test(name));
	return Object.fromEntries(
		pairs
			.map(([name, value]): [string, string] => [String(name), asText(value)])
			.filter(([, value]) => value !== ''),
	);
}

/** What a row got at the output Rejected, when it comes again. */
const REJECTED = /^rejected_(row|because)$/;

const isScalar = (value: unknown) =>
	['string', 'number', 'bigint', 'boolean'].includes(typeof value) && String(value).trim() !== '';

const shortened = (text: string) => (text.length > 50 ? `${text.slice(0, 50)}…` : text);

/** As KODA keeps variables: texts (docs/evidence/koda.md §5, custom_data). Empty for what is nothing. */
function asText(value: unknown): string {
	if (value === undefined || value === null) return '';
	if (typeof value !== 'object') return String(value);
	const { toISOString, toISO } = value as Partial<Date & DateTime>;
	return String(toISO?.call(value) ?? toISOString?.call(value) ?? JSON.stringify(value));
}
