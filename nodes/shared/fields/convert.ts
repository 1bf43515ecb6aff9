import { lowerCase } from 'lodash';
import type { INodePropertyOptions } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { toDateTime, toTimeOfDay } from './dates';
import { entriesOf } from './entries';
import type { Field } from './field';
import { isDeeperThan, isThing } from './lists';
import { AS_TEXT, isRounded, roundedIn } from './mistakes';
import { cleanName, sameTexts } from './sameText';
import { shortened } from './shortened';

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

/** What can be read as one text. */
const isScalar = (value: unknown): value is string | number | boolean | bigint =>
	['string', 'number', 'boolean', 'bigint'].includes(typeof value);

/** A value in messages. */
function shown(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (!isScalar(value)) return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
	return typeof value === 'string' ? shortened(JSON.stringify(value), SHOWN) : String(value);
}

const SHOWN = 60;

function flag(value: unknown, { fail }: Reading): boolean {
	const given = isScalar(value) ? String(value).trim().toLowerCase() : '';
	if (['true', '1'].includes(given)) return true;
	if (['false', '0'].includes(given)) return false;
	return fail(`cannot be ${shown(value)}`, 'Use true or false.');
}

function text(field: Field, value: unknown, { fail }: Reading): string {
	if (!isScalar(value)) {
		return fail('is not a text', `The expression returns ${shown(value)}; pick one of its values.`);
	}
	if (isRounded(value)) fail(`has lost digits: ${value}`, AS_TEXT);
	const given = String(value);
	if (HALF.test(given)) {
		fail('has half a character', 'A picture or letter was cut in two. Cut the text elsewhere.');
	}
	checkLeftover(field, given, fail);
	const { minLength = 0, maxLength = Infinity } = field;
	// Each letter beyond the basic ones takes two units of a string; few texts are near their limit.
	if (given.length <= maxLength && given.length >= 2 * minLength) return given;
	const { length } = [...given];
	const wayOut =
		length > maxLength ? `Shorten it to ${maxLength} or fewer.` : `Use at least ${minLength}.`;
	const many = length === 1 ? '1 character' : `${length} characters`;
	if (length > maxLength || length < minLength) fail(`has ${many}`, wayOut);
	return given;
}

/** One of the two units that some characters are written with, alone: no UTF-8 can carry it. */
const HALF = /\p{Surrogate}/u;

/** What a broken expression or script leaves in a text, and what stands for everything. */
const LEFTOVER = /^(?:null|undefined|NaN|\*)$|\[object(?: \w+\]|$)/;

/** Characters of an ID at most: an email address has 320, and an address in all some thousands. */
const LONGEST_ID = 1000;

/** Throws for a text that cannot be the ID of anything. */
function checkLeftover({ type, isId, entries }: Field, given: string, fail: Reading['fail']): void {
	const names = isId || type === 'resourceLocator' || entries === 'ids' || entries === 'words';
	if (!names) return;
	if (given.length > LONGEST_ID) fail(`has ${given.length} characters`, 'No ID is as long.');
	if (!LEFTOVER.test(given.trim())) return;
	const why = 'No ID is called so; it is what an expression leaves that finds nothing.';
	fail(`cannot be ${shown(given)}`, `${why} Correct what it is read from.`);
}

/** Undefined when there is nothing to be seen. */
const name = (field: Field, value: unknown, reading: Reading): string | undefined =>
	cleanName(text(field, value, reading)) || undefined;

function number(field: Field, value: unknown, { fail }: Reading): number {
	const given = numberIn(value);
	const {
		minValue = -Infinity,
		maxValue = Infinity,
		numberPrecision: decimals,
	} = field.typeOptions ?? {};
	const fits = decimals === 0 ? Number.isInteger(given) : Number.isFinite(given);
	if (isRounded(given)) fail(`has lost digits: ${shown(value)}`, 'Use a smaller number.');
	if (fits && given >= minValue && given <= maxValue) return given;
	const range = [
		Number.isFinite(minValue) && `at least ${minValue}`,
		Number.isFinite(maxValue) && `at most ${maxValue}`,
	].filter(Boolean);
	const kind = decimals === 0 ? 'a whole number' : 'a number';
	const wanted = range.length > 0 ? `${kind} of ${range.join(' and ')}` : kind;
	return fail(`cannot be ${shown(value)}`, `Use ${wanted}.`);
}

/** In a text, decimal digits with or without a sign, point and exponent. */
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function numberIn(value: unknown): number {
	if (typeof value === 'string') return DECIMAL.test(value.trim()) ? Number(value) : NaN;
	return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : NaN;
}

function json(value: unknown, { fail }: Reading): unknown {
	const parsed = typeof value === 'string' ? parse(value) : value;
	if (parsed === undefined) fail('is not valid JSON', 'Check quotes, commas and brackets.');
	if (isDeeperThan(parsed, MAX_DEPTH)) {
		fail(`is nested more than ${MAX_DEPTH} levels deep`, 'Give it in a flatter form.');
	}
	const rounded = roundedIn(parsed);
	if (rounded !== undefined) fail(`has a number that has lost digits: ${rounded}`, AS_TEXT);
	return parsed;
}

/** Deeper than any service's data, and far from what fills JavaScript's stack. */
const MAX_DEPTH = 200;

function parse(text: string): unknown {
	try {
		return jsonParse(text);
	} catch {
		return undefined;
	}
}

function choice(field: Field, value: unknown, reading: Reading): unknown {
	const offered = (field.options as INodePropertyOptions[]) ?? [];
	if (!isScalar(value))
		return reading.fail(`cannot be ${shown(value)}`, 'Choose one of its options.');
	// An expression may give the number of a choice whose value is text.
	const [chosen] = sameTexts(String(value), offered, (option) => String(option.value));
	if (chosen) return chosen.value;
	// What the service offers is known to the editor only, or not to us.
	const open = field.allowArbitraryValues || field.typeOptions?.loadOptionsMethod;
	if (open) return text(field, value, reading);
	const names = offered.map(({ name, value: code }) =>
		lowerCase(name) === lowerCase(String(code)) ? code : `${code} (${name})`,
	);
	const what = `cannot be '${shortened(String(value), SHOWN)}'`;
	return reading.fail(what, `Use one of: ${names.join(', ')}.`);
}

const LINES = /[\n\r\u2028\u2029]/;

function locator(field: Field, value: unknown, reading: Reading): string | undefined {
	const isPicked = isThing(value) && 'value' in value;
	const { mode: chosen, value: picked } = isPicked ? value : { mode: 'id', value };
	const given = picked === undefined || picked === null ? '' : name(field, picked, reading);
	// What has no visible character is no choice of all.
	if (!given) {
		return isBlank(picked) ? undefined : reading.fail('holds no ID', 'Empty it, or give the ID.');
	}
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
	if (LINES.test(id)) reading.fail('has more than one line', 'Give one ID alone.');
	if (field.form && !new RegExp(`^(?:${field.form.pattern})$`).test(id)) {
		reading.fail(`cannot be '${shortened(id, SHOWN)}'`, `Use ${field.form.text}.`);
	}
	return id;
}

/** Whether nothing is given: no value, white space, or a list of nothing. Long lists are not looked through. */
export function isBlank(value: unknown): boolean {
	let inner = value;
	while (Array.isArray(inner) && inner.length < 2) inner = inner[0] as unknown;
	return (
		inner === undefined || inner === null || (typeof inner === 'string' && inner.trim() === '')
	);
}
