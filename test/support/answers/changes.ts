import { set } from 'lodash';

import { LOOSE, isFields, mapLeaves } from '../../../sandbox/loose';
import { json, named, type Change, type Kind } from './kinds';
import { ofRows, ofTotals, takeRows } from './listChanges';
import type { ListForm } from './lists';
import { WORDS, type Sample } from './samples';
import { spoiltValues } from './spoilt';
import { Verbatim, type Alter } from './vendor';

/** Other types for values. */
const TYPES: Record<string, Alter> = {
	'numbers and flags as text': (answer) => LOOSE.types(answer),
	'flags as text': (answer) => LOOSE.flags(answer),
	'flags as 1 and 0': (answer) =>
		mapLeaves(answer, (leaf) => (leaf === !!leaf ? Number(leaf) : leaf)),
	'text of digits as numbers': (answer) =>
		mapLeaves(answer, (leaf) =>
			typeof leaf === 'string' && /^[1-9]\d{0,14}$/.test(leaf) ? Number(leaf) : leaf,
		),
};

/** The whole answer inside something. */
const WRAPPED: Record<string, Alter> = {
	'in data': (data) => ({ data }),
	'in a list': (answer) => [answer],
	'in result': (result) => ({ result }),
	'in response': (response) => ({ response }),
	'in data, with a status': (data) => ({ status: 'ok', code: 200, data }),
	'in data, twice': (data) => ({ data: { data } }),
	'as JSON in a JSON string': (answer) => json(answer),
	'as JSON with the type of text': (answer) => new Verbatim(json(answer) ?? '', 'text/plain'),
	'with a byte order mark': (answer) => new Verbatim(`\uFEFF${json(answer)}`),
};

/** What stands beside it. */
const EXTRA: Record<string, Alter> = {
	'unknown keys': (answer) =>
		isFields(answer) ? { request_id: 'r-1', took_ms: 3, _links: {}, ...answer } : answer,
	'unknown keys inside': (answer) => withInside(answer, { x_extra: 'more', x_list: [{ a: 1 }] }),
};
const EXTRA_WORDS: Record<string, Alter> = {
	'an empty error': (answer) =>
		isFields(answer) ? { ...answer, error: null, errors: [], error_description: '' } : answer,
	'message OK': (answer) => (isFields(answer) ? { ...answer, message: 'OK', code: 0 } : answer),
	'success true': (answer) => (isFields(answer) ? { ...answer, success: true } : answer),
	'a status of its own in each part': (answer) => withInside(answer, { state: 404, error: '' }),
};

/** Every object inside an answer with more keys. */
function withInside(value: unknown, more: object, depth = 0): unknown {
	if (Array.isArray(value)) return value.map((entry) => withInside(entry, more, depth + 1));
	if (!isFields(value)) return value;
	const entries = Object.entries(value).map(([name, inner]) => [
		name,
		withInside(inner, more, depth + 1),
	]);
	const copy = Object.fromEntries(entries) as object;
	return depth === 0 ? copy : { ...copy, ...more };
}

/** What says no. */
const ERRORS: Record<string, unknown> = {
	'{error}': { error: WORDS },
	'{message, status as text}': { message: WORDS, status: '404' },
	'{error: {message}}': { error: { code: 17, message: WORDS } },
	'{errors: [{message}]}': { errors: [{ code: 17, message: WORDS }] },
	'{errors: [text]}': { errors: [WORDS] },
	'{detail: [{msg}]}': { detail: [{ loc: ['body', 'name'], msg: WORDS }] },
	'{title, detail}': { title: 'Bad Request', status: 400, detail: WORDS },
	'{success false, message}': { success: false, message: WORDS },
	'{success as text, reason}': { success: 'false', reason: WORDS },
	'{status error, msg}': { status: 'error', msg: WORDS },
	'{result 0, message}': { result: 0, message: WORDS },
	'{meta: {status, message}}': { meta: { status: 404, message: WORDS }, response: null },
	'{meta with a status as text}': { meta: { status: '404' }, response: WORDS },
	'{data null, message}': { data: null, message: WORDS },
	'a JSON string': WORDS,
	'a list of texts': [WORDS],
	'a list of errors': [{ message: WORDS, code: 17 }],
};
const NO_WORDS: Record<string, unknown> = {
	'{success false}': { success: false },
	'{error: true}': { error: true },
	false: false,
	'{status 404}': { status: 404 },
	'a web page': new Verbatim('<html><body>Sign in</body></html>', 'text/html'),
};

/** Nothing of what was asked for. */
const NOTHING: Record<string, unknown> = {
	'an empty object': {},
	null: null,
	'no body': new Verbatim(''),
	true: true,
	0: 0,
};

const always = (kind: Kind, bodies: Record<string, unknown>, quoted = false): Change[] =>
	Object.entries(bodies).map(([name, body]) => ({
		name: `instead: ${name}`,
		kind,
		alter: () => body,
		quoted,
	}));

/** Every change of the answers of one operation; the oracle for each is its kind. */
export function changesOf(
	{ answer, untyped, contentType, error }: Sample,
	form?: ListForm,
	hasRows = true,
): Change[] {
	const noJson = contentType !== 'application/json';
	const refusals = [
		...always('error', { "the contract's error": error, ...ERRORS }, true),
		...always('error', {
			'plain text': new Verbatim(WORDS, 'text/plain'),
			'plain text that is called JSON': new Verbatim(WORDS),
		}).map((change) => ({ ...change, quoted: true })),
		...always('error', NO_WORDS),
	];
	// Where the sample is an empty object, nothing but an error can say more than it.
	const isEmpty = isFields(answer) && Object.keys(answer).length === 0;
	const nothing = always(isEmpty ? 'same' : 'nothing', NOTHING);
	if (noJson) return [...refusals, ...nothing];
	const inside = form ? inRow(form, answer) : answer;
	return [
		...named('keep', { 'as it is': (same) => same, ...EXTRA }),
		...named('same', { ...TYPES, ...EXTRA_WORDS, ...WRAPPED }),
		...(isEnveloped(answer) ? named('same', { unwrapped }) : []),
		...(Array.isArray(answer) && !form
			? named('less', { 'its first alone': (all) => (all as unknown[])[0] })
			: []),
		...refusals,
		...nothing,
		...(form ? [...(hasRows ? ofRows(form) : []), ...ofTotals(form, hasRows)] : []),
		...(untyped || !hasRows ? [] : spoiltValues(inside, rowDepth(form, answer))),
	];
}

/** The two envelopes that there are: of KODA, and of Kore.ai's campaigns. */
const isEnveloped = (answer: unknown) =>
	isFields(answer) && ('meta' in answer || ('status' in answer && 'data' in answer));

const unwrapped: Alter = (answer) => (isFields(answer) ? (answer.response ?? answer.data) : answer);

/** How many steps lead to a row, or to what is inside an envelope. */
function rowDepth(form: ListForm | undefined, answer: unknown): number {
	if (form) return form.rows === '' ? 1 : form.rows.split('.').length + 1;
	return Number(Array.isArray(answer) || isEnveloped(answer));
}

/** Of a list, only what is in its rows: the rest has changes of its own. */
function inRow(form: ListForm, answer: unknown): unknown {
	return form.rows === '' ? answer : set({}, form.rows, takeRows(form, answer));
}
