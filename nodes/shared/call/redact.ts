import { escape, once } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

/** What is made of letters, digits, dots, dashes and underscores, as a signed token is. */
const WORDS = /[\w.-]+/g;

/** Shorter ones may stand in a service's data by chance. */
const UNMISTAKABLE = 8;

/** What is searched for secrets: a message of ours, or data of the service's that is handed on. */
export type Searched = 'message' | 'data';

/**
 * What takes the secrets of `credential` out of a text: all that could be one in a message, but only what cannot be
 * anything else in data. The time it takes grows with the text's length alone.
 */
export function redactor(
	credential: IDataObject,
	what: Searched = 'message',
): (text: string) => string {
	const inData = what === 'data';
	const secrets = secretsOf(credential);
	// What Basic authentication makes of one is as good as the secret.
	const basic = secrets.map((secret) => base64(`${String(credential.clientId)}:${secret}`));
	const all = [...basic, ...secrets].filter((secret) => !inData || secret.length >= UNMISTAKABLE);
	const mayHold = suspicion(all);
	const patterns = once(() => all.flatMap((secret) => patternsOf(secret)));
	return (text) => {
		const some = inData ? text : text.replace(WORDS, withoutToken);
		const left = mayHold(some) ? without(patterns(), some) : some;
		return inData ? left : without(tokens(), left);
	};
}

const without = (patterns: RegExp[], text: string) =>
	patterns.reduce((left, pattern) => left.replace(pattern, '***'), text);

/** What a text has in which a letter stands as anything but itself. */
const ENCODED = /%[\da-f]{2}|[&\\\0]/i;

/** Whether a text may hold one of the secrets: told at once, while their patterns take a tenth of a second to compile. */
function suspicion(secrets: string[]): (text: string) => boolean {
	// A space may be a plus, and other letters have more than two cases.
	if (secrets.some((secret) => /[^\x21-\x7e]/.test(secret))) return () => true;
	const forms = secrets.flatMap((secret) => [
		secret,
		hex(secret),
		...BEFORE.map((before) => base64Within(secret, before).own),
	]);
	const searched = forms.map(levelled);
	return (text) => {
		const level = levelled(text);
		return ENCODED.test(text) || searched.some((form) => level.includes(form));
	};
}

/** A text in which capital letters, and Base64 for addresses, are told from others no more. */
const levelled = (text: string) => text.toLowerCase().replaceAll('-', '+').replaceAll('_', '/');

/** A copy of a JSON value, or of its first `most` values, with `clean` done to its texts and keys. */
export function withTexts(
	value: unknown,
	clean: (text: string) => string,
	most = Infinity,
): unknown {
	let left = most;
	const walk = (part: unknown): unknown => {
		left--;
		if (typeof part === 'string') return clean(part);
		if (!part || typeof part !== 'object') return part;
		if (Array.isArray(part)) return part.slice(0, Math.max(0, left)).map(walk);
		const entries = Object.entries(part).slice(0, Math.max(0, left));
		return Object.fromEntries(entries.map(([key, entry]) => [clean(key), walk(entry)]));
	};
	return walk(value);
}

/** Characters of a foreign text that are searched for secrets before it is shown. */
const SEARCHED = 8000;

/** No secret is longer, in any form. */
const LONGEST_SECRET = 2000;

/** The beginning of a foreign text without secrets: one that was cut in two is not in it. */
export function beginningWithout(text: string, clean: (text: string) => string): string {
	if (text.length <= SEARCHED) return clean(text);
	return clean(text.slice(0, SEARCHED)).slice(0, -LONGEST_SECRET);
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

const hex = (text: string) => Buffer.from(text).toString('hex');

/** A word without the signed token at its end: made from a secret, it begins with `eyJ` and has two dots. */
function withoutToken(word: string): string {
	const begin = word.indexOf('eyJ');
	return begin >= 0 && word.split('.', 3).length === 3 ? `${word.slice(0, begin)}***` : word;
}

/** Values whose field is named like a secret, at any depth: OAuth2 tokens are nested. The longest first. */
function secretsOf(data: IDataObject): string[] {
	return Object.entries(data)
		.flatMap(([key, value]) => {
			if (value && typeof value === 'object') return secretsOf(value as IDataObject);
			if (typeof value !== 'string' || !/secret|token|key|password/i.test(key)) return [];
			// A pasted one may have white space around, which is not sent.
			const text = value.trim();
			return /url|type/i.test(key) || text.length <= 3 ? [] : [text];
		})
		.sort((a, b) => b.length - a.length);
}

/** A secret, and what may follow as its `rest`, as it is written in texts and addresses, in hexadecimal digits, and in Base64, alone or among others. */
function patternsOf(secret: string, rest = ''): RegExp[] {
	const letters = [...secret].map(letterForms).join('');
	const inBase64 = BEFORE.map((before) => base64Pattern(secret, before));
	return [letters, hex(secret), ...inBase64].map(
		(pattern) => new RegExp(`${pattern}${rest}`, 'gi'),
	);
}

const BASE64_CHARACTER = '[\\w+/-]';

/** How many bytes may stand before a secret within three, which Base64 makes four characters of. */
const BEFORE = [0, 1, 2];

/** A secret's own characters in Base64 with so many bytes before it, and whether its neighbours have a part in those next to them. */
function base64Within(secret: string, before: number) {
	const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
	const [first, end] = [(before * 8) / 6, (bytes.length * 8) / 6];
	const own = bytes.toString('base64').slice(Math.ceil(first), Math.floor(end));
	return { own, sharesFirst: !Number.isInteger(first), sharesLast: !Number.isInteger(end) };
}

/** A secret in Base64, plain or for addresses, with so many bytes before it and any after it: `id:secret`, or a whole body. */
function base64Pattern(secret: string, before: number): string {
	const { own, sharesFirst, sharesLast } = base64Within(secret, before);
	const forms = own.replaceAll('+', '(?:[+-]|%2B)').replaceAll('/', '(?:[/_]|%2F|\\\\/)');
	const [left, right] = [sharesFirst, sharesLast].map((shares) => (shares ? BASE64_CHARACTER : ''));
	return `${left}${forms}${right}(?:=|%3D){0,2}`;
}

/** A letter as it is, percent-encoded once or more, or escaped for JSON or HTML: which ones are, differs between services. */
function letterForms(letter: string): string {
	const percent = Buffer.from(letter).toString('hex').replace(/../g, '%(?:25)*$&');
	const plain = letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
	const code = letter.codePointAt(0)!;
	const units = letter.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
	const named = escape(letter);
	const forms = [
		`\\\\{0,7}${plain}`,
		percent,
		units.map((unit) => `\\\\u${unit}`).join(''),
		// In an address, what stands for the letter is percent-encoded in turn.
		`(?:&|%26)(?:amp;)?(?:#|%23)(?:0*${code}|x0*${code.toString(16)})(?:;|%3B)`,
		...(named === letter ? [] : [named]),
		...(letter === ' ' ? ['\\+'] : []),
	];
	// In UTF-16 a zero follows each letter of Latin.
	return `(?:${forms.join('|')})(?:\\0|%00|\\\\u0000)?`;
}

/** How a signed token begins, whose header is in Base64: `{"alg":` or `{"typ":`. */
const BEGINNINGS = ['eyJhbGciOi', 'eyJ0eXAiOi'];

/** What may follow in a token that is encoded once more. */
const REST = '[\\w.%+/=&#;\\\\\\0-]*';

/** A signed token of any app, encoded once more. */
const tokens = once(() => BEGINNINGS.flatMap((text) => patternsOf(text, REST)));
