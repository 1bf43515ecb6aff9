import type { IDataObject } from 'n8n-workflow';

/** A signed token, made from a secret. */
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/** A copy of `value`, a JSON value, without the secrets of `credential` in its texts and keys. */
export function redact(value: unknown, credential: IDataObject): unknown {
	const secrets = secretsOf(credential).flatMap((secret) => encodings(secret, credential.clientId));
	const clean = (text: string) =>
		secrets.reduce((left, one) => left.replaceAll(one, '***'), text.replace(JWT, '***'));
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
		const secret = /secret|token|key|password/i.test(key) && !/url|type/i.test(key);
		return secret && typeof value === 'string' && value.length > 3 ? [value] : [];
	});
}

/** A secret as it stands in texts, addresses and Basic authentication. */
function encodings(secret: string, user: unknown): string[] {
	const base64 = (text: string) => Buffer.from(text).toString('base64');
	// The longest first: the others are part of it.
	return [base64(`${String(user)}:${secret}`), base64(secret), encodeURIComponent(secret), secret];
}
