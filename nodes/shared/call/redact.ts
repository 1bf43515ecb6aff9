import type { IDataObject } from 'n8n-workflow';

/** A signed token, made from a secret. */
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/** Shorter ones may stand in a service's data by chance. */
const UNMISTAKABLE = 8;

/**
 * A copy of `value`, a JSON value, without the secrets of `credential` in its texts and keys: all that could be one
 * in a message, but only what cannot be anything else in data.
 */
export function redact(
	value: unknown,
	credential: IDataObject,
	what: 'message' | 'data' = 'message',
): unknown {
	const inData = what === 'data';
	const secrets = secretsOf(credential)
		.filter((secret) => !inData || secret.length >= UNMISTAKABLE)
		.flatMap((secret) => patterns(secret, credential.clientId));
	const patternsOfAll = inData ? secrets : [JWT, ...secrets];
	const clean = (text: string) =>
		patternsOfAll.reduce((left, one) => left.replace(one, '***'), text);
	const walk = (part: unknown): unknown => {
		if (typeof part === 'string') return clean(part);
		if (Array.isArray(part)) return part.map(walk);
		if (!part || typeof part !== 'object') return part;
		return Object.fromEntries(
			Object.entries(part).map(([key, entry]) => [clean(key), walk(entry)]),
		);
	};
	return walk(value);
}

/** Values whose field is named like a secret, at any depth: OAuth2 tokens are nested. */
function secretsOf(data: IDataObject): string[] {
	return Object.entries(data).flatMap(([key, value]) => {
		if (value && typeof value === 'object') return secretsOf(value as IDataObject);
		if (typeof value !== 'string' || !/secret|token|key|password/i.test(key)) return [];
		// A pasted one may have white space around, which is not sent.
		const text = value.trim();
		return /url|type/i.test(key) || text.length <= 3 ? [] : [text];
	});
}

/** A secret in Basic authentication, in Base64, and in texts and addresses. */
function patterns(secret: string, user: unknown): RegExp[] {
	const base64 = (text: string) => Buffer.from(text).toString('base64');
	// The longest first: the others are part of it.
	return [base64(`${String(user)}:${secret}`), base64(secret), secret].map(
		(text) => new RegExp([...text].map(letterForms).join(''), 'gi'),
	);
}

/** A letter as it is or percent-encoded: which ones are, and in which case, differs between services. */
function letterForms(letter: string): string {
	const encoded = Buffer.from(letter).toString('hex').replace(/../g, '%$&');
	const plain = letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
	return `(?:${plain}|${encoded}${letter === ' ' ? '|\\+' : ''})`;
}
