import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { toDateTime, toTimeOfDay } from './dates';
import { entriesOf } from './entries';
import type { Field } from './field';
import { AS_TEXT, isRounded, roundedIn } from './mistakes';
import { cleanName, sameTexts } from './sameText';

/** What reading a value needs beside it. */
export interface Reading {
	/** The workflow's time zone, for dates without one. */
	timezone: string;
	/** Throws, in words that follow the field's name. */
	fail: (what: string, wayOut: string) => never;
}

/** The value of a field, or one entry of its list, in the form that its description promises; undefined when blank. */
export function convert(field: Field, value: unknown, reading: Reading): unknown {
	if (isBlank(value)) return undefined;
	switch (field.type) {
		case 'boolean':
			return flag(value, reading);
		case 'number':
			return number(field, value, reading);
		case 'dateTime':
			return (
				toDateTime(value, reading.timezone) ??
				reading.fail('is not a date', 'Use ISO 8601 (2026-01-31T09:00), or a Unix time.')
			);
		case 'json':
			return json(value, reading);
		case 'options':
			return choice(field, value, reading);
		case 'multiOptions':
			return entriesOf(field, [value].flat(), reading).map((entry) =>
				isBlank(entry) ? undefined : choice(field, entry, reading),
			);
		case 'resourceLocator':
			return locator(field, value, reading);
		default:
			if (field.timeOfDay) return time(value, reading);
			return field.isName ? name(field, value, reading) : text(field, value, reading);
	}
}

function time(value: unknown, { timezone, fail }: Reading): string {
	return (
		toTimeOfDay(value, timezone) ??
		fail('is not a time of day', 'Use hours and minutes, such as 09:00.')
	);
}

function flag(value: unknown, { fail }: Reading): boolean {
	const given = String(value).trim().toLowerCase();
	if (['true', '1'].includes(given)) return true;
	if (['false', '0'].includes(given)) return false;
	return fail(`cannot be ${JSON.stringify(value)}`, 'Use true or false.');
}

function text(field: Field, value: unknown, { fail }: Reading): string {
	if (typeof value === 'object') {
		fail('is not a text', 'The expression returns an object; pick one of its values.');
	}
	if (isRounded(value)) fail(`has lost digits: ${value}`, AS_TEXT);
	const given = String(value);
	const { minLength = 0, maxLength = Infinity } = field;
	// Each letter beyond the basic ones takes two units of a string; few texts are near their limit.
	if (given.length <= maxLength && given.length >= 2 * minLength) return given;
	const { length } = [...given];
	const wayOut =
		length > maxLength ? `Shorten it to ${maxLength} or fewer.` : `Use at least ${minLength}.`;
	if (length > maxLength || length < minLength) fail(`has ${length} characters`, wayOut);
	return given;
}

/** Undefined when there is nothing to be seen. */
const name = (field: Field, value: unknown, reading: Reading): string | undefined =>
	cleanName(text(field, value, reading)) || undefined;

function number(field: Field, value: unknown, { fail }: Reading): number {
	const given = typeof value === 'boolean' ? NaN : Number(value);
	const {
		minValue = -Infinity,
		maxValue = Infinity,
		numberPrecision: decimals,
	} = field.typeOptions ?? {};
	const fits = decimals === 0 ? Number.isSafeInteger(given) : Number.isFinite(given);
	if (fits && given >= minValue && given <= maxValue) return given;
	const range = [
		Number.isFinite(minValue) && `at least ${minValue}`,
		Number.isFinite(maxValue) && `at most ${maxValue}`,
	].filter(Boolean);
	const kind = decimals === 0 ? 'a whole number' : 'a number';
	const wanted = range.length > 0 ? `${kind} of ${range.join(' and ')}` : kind;
	return fail(`cannot be ${JSON.stringify(value)}`, `Use ${wanted}.`);
}

function json(value: unknown, { fail }: Reading): unknown {
	const parsed = typeof value === 'string' ? parse(value) : value;
	if (parsed === undefined) fail('is not valid JSON', 'Check quotes, commas and brackets.');
	const rounded = roundedIn(parsed);
	if (rounded !== undefined) fail(`has a number that has lost digits: ${rounded}`, AS_TEXT);
	return parsed;
}

function parse(text: string): unknown {
	try {
		return jsonParse(text);
	} catch {
		return undefined;
	}
}

function choice(field: Field, value: unknown, reading: Reading): unknown {
	const offered = (field.options as INodePropertyOptions[]) ?? [];
	// An expression may give the number of a choice whose value is text.
	const [chosen] = sameTexts(String(value), offered, (option) => String(option.value));
	if (chosen) return chosen.value;
	// What the service offers is known to the editor only, or not to us.
	const open = field.allowArbitraryValues || field.typeOptions?.loadOptionsMethod;
	if (open) return text(field, value, reading);
	const names = offered.map(({ name, value: code }) =>
		name.toLowerCase() === String(code).replaceAll('_', ' ') ? code : `${code} (${name})`,
	);
	return reading.fail(`cannot be '${String(value)}'`, `Use one of: ${names.join(', ')}.`);
}

function locator(field: Field, value: unknown, reading: Reading): string | undefined {
	const { mode: chosen, value: picked } = (
		typeof value === 'object' ? value : { mode: 'id', value }
	) as IDataObject;
	const given = picked === undefined || picked === null ? '' : name(field, picked, reading);
	if (!given) return undefined;
	const { modes = [] } = field;
	const mode = modes.find((candidate) => candidate.name === chosen);
	const isAddress = /^https?:\/\//i.test(given);
	// A whole address is often pasted where the ID alone is asked for.
	const addressed = mode?.extractValue || isAddress;
	const extract = addressed && modes.find(({ extractValue }) => extractValue)?.extractValue;
	if (isAddress && !extract) {
		reading.fail('is an address and no ID', 'Give the ID alone.');
	}
	const [, id] = extract ? (new RegExp(extract.regex as string).exec(given) ?? []) : ['', given];
	// Dots alone would name another address.
	if (!id || id === '.' || id === '..') {
		return reading.fail('holds no ID', "Paste the whole address, or choose 'By ID'.");
	}
	if (field.form && !new RegExp(`^(?:${field.form.pattern})$`).test(id)) {
		reading.fail(`cannot be '${id}'`, `Use ${field.form.text}.`);
	}
	return id;
}

/** Whether nothing is given: no value, white space, or a list of nothing. Long lists are not looked through. */
function isBlank(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	const short = typeof value === 'string' || (Array.isArray(value) && value.length < 2);
	return short && String(value).trim() === '';
}
