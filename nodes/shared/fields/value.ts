import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { convert, isBlank, type Reading } from './convert';
import { entriesOf } from './entries';
import type { Field } from './field';
import { isThing } from './lists';
import { plainExpression } from './mistakes';

/** What there is of a field. */
interface Given {
	/** What it came to, its expressions evaluated. */
	value: unknown;
	/** As the user entered it: expressions are texts that begin with `=`. */
	entered: unknown;
	/** Whether the description's default counts when there is nothing. */
	hasDefault: boolean;
	/** The credential's values, where the field may fall back on one. */
	credentials?: IDataObject;
	/** The date that it must not be before, if there is one, and what the editor calls it. */
	from: () => { date: DateTime; displayName: string } | undefined;
}

/** Kinds of which nothing means the default; of others it is no value. */
const DEFAULTED = ['boolean', 'number', 'options', 'multiOptions'];

/**
 * A field's value, checked and converted by its description; a list without its blank entries. What is blank is the
 * credential's where the description says so, the default of a switch, number or choice, and undefined of the rest.
 */
export function valueOf(field: Field, given: Given, reading: Reading): unknown {
	const { fail } = reading;
	checkTyped(field, given.entered, reading);
	const value = field.typeOptions?.multipleValues
		? entriesOf(field, [given.value].flat(3), reading).map((entry) =>
				convert(field, entry, reading),
			)
		: convert(field, given.value, reading);
	const filled = Array.isArray(value) ? value.filter((entry) => entry !== undefined) : value;
	if (field.emptyList && isEmptyList(given.value)) return undefined;
	const isNarrow = field.emptyList && Array.isArray(filled) && filled.length > 0;
	if (field.narrows && !isNarrow) checkNarrowing(field, value, given.entered, reading);
	const empty = filled === undefined || (Array.isArray(filled) && filled.length === 0);
	if (empty && field.orCredential) {
		const { name, wayOut } = field.orCredential;
		const kept = given.credentials?.[name];
		const filledIn = typeof kept === 'string' ? kept.trim() : kept;
		return convert(field, filledIn, reading) ?? fail('is empty', wayOut);
	}
	if (empty && field.required) {
		fail('is empty', 'Fill it in, or correct the expression it is read from.');
	}
	if (empty) {
		const counts = given.hasDefault && DEFAULTED.includes(field.type);
		return counts ? convert(field, field.default, reading) : undefined;
	}
	if (Array.isArray(filled)) checkCount(field, filled.length, reading);
	const from = given.from();
	if (from && (filled as DateTime) < from.date) {
		fail(`is before '${from.displayName}'`, 'Choose a later date.');
	}
	return filled;
}

/** Whether there is a list, and nothing in it. */
const isEmptyList = (value: unknown) => Array.isArray(value) && value.flat(3).length === 0;

function checkTyped(field: Field, entered: unknown, { fail }: Reading): void {
	// Where n8n wants the name of a value, an expression names it; others take none.
	if (field.requiresDataPath || field.noDataExpression) return;
	const typed = plainExpression(entered);
	if (typed === undefined) return;
	fail(
		`has an expression as plain text: ${typed}`,
		'Switch the field from Fixed to Expression, or drag the value from the input.',
	);
}

/** Throws when a list or table has too many entries. */
export function checkCount({ maxEntries = Infinity }: Field, count: number, { fail }: Reading) {
	if (count > maxEntries) fail(`has ${count} entries`, `Give ${maxEntries} at most.`);
}

function checkNarrowing(field: Field, value: unknown, entered: unknown, reading: Reading): void {
	const entries = [value].flat();
	const filled = entries.filter((entry) => entry !== undefined);
	if (filled.length > 0 && filled.length < entries.length) {
		reading.fail('has an empty entry', 'Fill it in, or remove it.');
	}
	if (filled.length === 0 && !field.required && isGiven(entered)) {
		reading.fail(
			'is empty',
			'What it is read from gives nothing here, and without it more would be meant. Correct it, or remove the field.',
		);
	}
}

/** Whether the user entered something, be it an expression, or added a list. */
function isGiven(entered: unknown): boolean {
	if (Array.isArray(entered)) return true;
	const value = (entered as IDataObject | undefined)?.value ?? entered;
	return typeof value === 'string' && value.startsWith('=');
}

/** The object that a collection, a table or a row consists of. Throws for anything else. */
export function thingOf(value: unknown, { fail }: Reading, where = ''): IDataObject {
	if (isBlank(value)) return {};
	return isThing(value) ? value : fail(`is no object${where}`, 'Fill in its own fields.');
}
