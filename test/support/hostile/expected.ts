import { isEqual } from 'lodash';
import { DateTime } from 'luxon';

import type { Field } from '../../../nodes/shared/fields/field';
import { optionsOf } from './spots';
import { LEFTOVERS } from './values';

/**
 * What has to become of a value, read from the field's description alone: `nothing`, the default or none; `refused`;
 * `as`: it reaches the service as this; `open`: the operation may refuse it, or make something of it.
 */
export type Expected =
	| { kind: 'nothing' }
	| { kind: 'refused' }
	| { kind: 'open' }
	| { kind: 'as'; value: unknown };

const NOTHING: Expected = { kind: 'nothing' };
const REFUSED: Expected = { kind: 'refused' };
const OPEN: Expected = { kind: 'open' };
const as = (value: unknown): Expected => ({ kind: 'as', value });

/** What may stand between several values in one. */
const SEPARATORS = { ids: /[\s,;|]+/u, words: /[\s,;|]/u, names: /[\r\n,;|]/u };

const isScalar = (value: unknown) =>
	['string', 'number', 'boolean', 'bigint'].includes(typeof value);

/** A text as names are compared: composed, and without what nobody sees. */
export const bare = (text: string) =>
	text
		.normalize('NFC')
		// A tab is blank, not invisible.
		.replaceAll(/\s/gu, ' ')
		.replaceAll(/[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
		.replaceAll(/\s+/gu, ' ')
		.trim();

const hasLostDigits = (value: unknown) =>
	typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);

function ofText(field: Field, value: unknown): Expected {
	if (!isScalar(value) || hasLostDigits(value)) return REFUSED;
	const text = String(value);
	const { form, isName, isId, type, entries, minLength = 0, maxLength = Infinity } = field;
	const isOfId = isId || type === 'resourceLocator' || entries === 'ids' || entries === 'words';
	if (isOfId && text.length > 1000) return REFUSED;
	if (isOfId && (LEFTOVERS.includes(text.trim()) || /\[object( Object\]|$)/.test(text)))
		return REFUSED;
	if (/\p{Surrogate}/u.test(text)) return REFUSED;
	if (type === 'resourceLocator' && /^\s*https?:/i.test(text)) return OPEN;
	if (form && !new RegExp(`^(?:${form.pattern})$`).test(bare(text))) {
		return bare(text) === '' ? NOTHING : REFUSED;
	}
	const { length } = [...text];
	if (length > maxLength || length < minLength) return REFUSED;
	if ((isName || type === 'resourceLocator') && bare(text) === '') return NOTHING;
	return as(text);
}

function ofNumber({ typeOptions = {} }: Field, value: unknown): Expected {
	const { minValue = -Infinity, maxValue = Infinity, numberPrecision } = typeOptions;
	const text = typeof value === 'string' ? value.trim() : '';
	const isDecimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
	if (typeof value === 'string' ? !isDecimal : !['number', 'bigint'].includes(typeof value)) {
		return REFUSED;
	}
	const number = Number(value);
	const isWhole = numberPrecision !== 0 || Number.isInteger(number);
	const fits = Number.isFinite(number) && isWhole && number >= minValue && number <= maxValue;
	return fits && !hasLostDigits(number) ? as(number) : REFUSED;
}

function ofSwitch(value: unknown): Expected {
	const text = isScalar(value) ? String(value).trim().toLowerCase() : '';
	if (['true', '1'].includes(text)) return as(true);
	return ['false', '0'].includes(text) ? as(false) : REFUSED;
}

function ofChoice(field: Field, value: unknown): Expected {
	if (!isScalar(value)) return REFUSED;
	const offered = optionsOf(field).map((option) => option.value);
	const chosen = offered.find((one) => bare(String(one)) === bare(String(value)));
	if (chosen !== undefined) return as(chosen);
	const isOpen = field.allowArbitraryValues ?? field.typeOptions?.loadOptionsMethod;
	return isOpen ? ofText(field, value) : REFUSED;
}

/** Whether a value could be a date, with or without a time: what else there is must not be taken for one. */
function mayBeDate(value: unknown): boolean {
	if (value instanceof Date) return !Number.isNaN(value.getTime());
	if (DateTime.isDateTime(value)) return value.isValid;
	if (typeof value === 'number') return Math.abs(value) >= 1e8;
	return typeof value === 'string' && /\d{4}-?\d\d-?\d\d|\d{9}|\d:\d\d/.test(value);
}

function isBlank(value: unknown): boolean {
	if (Array.isArray(value)) return value.length === 0 || (value.length === 1 && isBlank(value[0]));
	return (value ?? '') === '' || (typeof value === 'string' && value.trim() === '');
}

function ofOne(field: Field, value: unknown): Expected {
	if (isBlank(value)) return NOTHING;
	switch (field.type) {
		case 'boolean':
			return ofSwitch(value);
		case 'number':
			return ofNumber(field, value);
		case 'options':
			return ofChoice(field, value);
		case 'dateTime':
			return mayBeDate(value) ? OPEN : REFUSED;
		case 'json':
			return OPEN;
		case 'resourceLocator':
			return typeof value === 'object' ? OPEN : ofText(field, value);
		case 'collection':
		case 'fixedCollection':
			return typeof value === 'object' && !Array.isArray(value) ? OPEN : REFUSED;
		default:
			if (field.timeOfDay) return mayBeDate(value) ? OPEN : REFUSED;
			return ofText(field, value);
	}
}

/** What has to become of a value in a field. */
export function expectedOf(field: Field, value: unknown): Expected {
	const { type, typeOptions = {}, entries, maxEntries = Infinity } = field;
	const isList = type === 'multiOptions' || (type === 'string' && typeOptions.multipleValues);
	if (!isList) return ofOne(field, value);
	const given = [value].flat(3) as unknown[];
	const isWritten = (one: unknown) => typeof one === 'string' && one.trim().startsWith('[');
	if (given.some(isWritten)) return OPEN;
	const parts = given.flatMap((one) => {
		if (entries === undefined || typeof one !== 'string' || isBlank(one)) return [one];
		return entries === 'ids' ? one.trim().split(SEPARATORS.ids).filter(Boolean) : [one.trim()];
	});
	const several = entries === 'words' || entries === 'names' ? SEPARATORS[entries] : undefined;
	const isSeveral = (one: unknown) => typeof one === 'string' && several?.test(one);
	if (parts.some((one) => !isBlank(one) && isSeveral(one))) return REFUSED;
	const single = (one: unknown) => {
		if (isBlank(one)) return NOTHING;
		return type === 'multiOptions' ? ofChoice(field, one) : ofOne(field, one);
	};
	const each = parts.map(single);
	if (each.some(({ kind }) => kind === 'refused')) return REFUSED;
	const filled = each.flatMap((one) => (one.kind === 'as' ? [one.value] : []));
	if (filled.length === 0) return NOTHING;
	return filled.length > maxEntries ? REFUSED : as(filled);
}

const one = (value: unknown) => (typeof value === 'string' ? bare(value) : String(value));

/** Whether what reached the service is what had to. Names and IDs may have lost what cannot be seen. */
export function reached(
	{ name, isName, isId, type, entries }: Field,
	wanted: unknown,
	got: unknown,
) {
	// An address is sent in the form of a URI.
	const isUri = name === 'url' && URL.canParse(String(wanted));
	if (isUri && new URL(String(wanted)).href === got) return true;
	if (Array.isArray(wanted)) return isEqual(wanted.map(one), [got].flat().map(one));
	const isLoose = isName || isId || entries || type === 'resourceLocator' || type === 'options';
	if (typeof wanted === 'number') return Number(got) === wanted;
	return isLoose ? one(wanted) === one(got) : String(got) === String(wanted);
}
