import { get } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { beginningOf } from '../fields/shortened';
import { isWebPage } from './answers';

const LONGEST = 300;

/** Where services keep their reasons, the most telling place first. */
const PLACES = [
	'error_description',
	'errors',
	'detail',
	'details',
	'error.message',
	'error.msg',
	'error.description',
	'error.detail',
	'message',
	'msg',
	'reason',
	'description',
	'meta.message',
	'meta.msg',
	'meta.error',
	'status.message',
	'status.msg',
	'response.message',
	'response.msg',
	'response.error',
	'response.reason',
	'title',
	'error',
	'response',
	'meta',
	'status',
	'error.code',
	'error.type',
	'code',
] as const;

/** Words that name a kind of failure, which the status does already. */
const GENERIC =
	/^(an? )?(unknown |internal |server |http )*(error|errors|fail|failed|failure|exception|bad request|unauthorized|forbidden|not found|conflict|unprocessable entity|too many requests|validation (error|failed)|invalid request|invalid_request)( occurred)?[.!]?$/i;

/** A word without letters, or one that says how it went. */
const NOTHING = /^([\d\s.]*|true|false|ok|null|none|success|successful)$/i;

/** The texts at one place: a text, or those of a list or of an object by field. */
function textsOf(value: unknown, depth = 0): string[] {
	if (typeof value === 'string') return [value.trim()];
	if (!value || typeof value !== 'object' || depth > 3) return [];
	if (Array.isArray(value)) return value.slice(0, 3).flatMap((one) => textsOf(one, depth + 1));
	const { msg, message, detail, title, reason, description } = value as IDataObject;
	const [own] = [message, msg, detail, reason, description, title].flatMap((one) =>
		textsOf(one, depth + 1),
	);
	return own === undefined ? [] : [own];
}

/** The texts of a form's errors, which come by field: `{ phone: ['is missing'] }`. */
function byField(errors: unknown): string[] {
	if (!errors || typeof errors !== 'object' || Array.isArray(errors)) return [];
	return Object.entries(errors).flatMap(([name, value]) =>
		textsOf(value, 1).map((text) => `${name}: ${text}`),
	);
}

function candidatesIn(body: object): string[] {
	const found = PLACES.flatMap((place) => {
		const value: unknown = get(body, place);
		// Only a list of errors is anything but a text, or an object that holds one.
		if (['response', 'meta', 'status', 'code', 'error'].includes(place)) {
			return typeof value === 'string' ? [value.trim()] : [];
		}
		const texts = textsOf(value);
		return texts.length > 0 || place !== 'errors' ? texts : byField(value);
	});
	return Array.isArray(body) ? [...textsOf(body), ...found] : found;
}

/**
 * The service's own words in an answer, the most telling of those that are there; at most 300 characters. Undefined
 * when it has none.
 */
export function sayingOf(body: unknown): string | undefined {
	if (typeof body === 'string') {
		const text = body.trim();
		return text === '' || isWebPage(text) ? undefined : beginningOf(text, LONGEST);
	}
	if (!body || typeof body !== 'object') return undefined;
	const words = candidatesIn(body).filter((text) => !NOTHING.test(text));
	const found = words.find((text) => !GENERIC.test(text)) ?? words[0];
	return found === undefined ? undefined : beginningOf(found, LONGEST);
}

/** The beginning of what a service answered, as a sentence; '' of nothing, and of a web page. */
export function shownOf(body: unknown): string {
	const text = typeof body === 'string' ? body.trim() : JSON.stringify(body ?? {});
	return text === '{}' || text === '' || isWebPage(text)
		? ''
		: `It answered: ${beginningOf(text, LONGEST)}.`;
}

/**
 * What a service said of a failure or, where its words are not found, what it answered; not of a token endpoint, whose
 * answer may be a token.
 */
export function quoteOf(name: string, body: unknown, isToken = false): string {
	if (isToken && /token["=]/i.test(JSON.stringify(body ?? ''))) return '';
	const said = sayingOf(body);
	return said === undefined ? shownOf(body) : `${name} said: "${said}".`;
}
