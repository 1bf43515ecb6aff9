/** How a service may repeat a secret. `user` is what stands before it in Basic authentication. */
type Encode = (secret: string, user: string) => string;

const utf8 = (text: string) => Buffer.from(text);
const perByte = (text: string, form: (hex: string) => string) =>
	[...utf8(text)].map((byte) => form(byte.toString(16).padStart(2, '0'))).join('');
const perLetter = (text: string, form: (letter: string, code: number) => string) =>
	[...text].map((letter) => form(letter, letter.charCodeAt(0))).join('');
const lower = (text: string) => text.replace(/%../g, (code) => code.toLowerCase());
const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The encodings in which a secret is repeated, and looked for. */
export const ENCODINGS: Record<string, Encode> = {
	plain: (text) => text,
	'percent-encoded': (text) => encodeURIComponent(text),
	'percent-encoded in lower case': (text) => lower(encodeURIComponent(text)),
	'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
	'percent-encoded, every letter': (text) => perByte(text, (hex) => `%${hex.toUpperCase()}`),
	'form-encoded': (text) => new URLSearchParams({ '': text }).toString().slice(1),
	Base64: (text) => utf8(text).toString('base64'),
	'Base64 without padding': (text) => utf8(text).toString('base64').replace(/=+$/, ''),
	base64url: (text) => utf8(text).toString('base64url'),
	'Base64 with the user in front': (text, user) => utf8(`${user}:${text}`).toString('base64'),
	'base64url with the user in front': (text, user) => utf8(`${user}:${text}`).toString('base64url'),
	'Base64 inside a text': (text) => utf8(`Authorization: Bearer ${text}; more`).toString('base64'),
	'Base64, percent-encoded': (text) => encodeURIComponent(utf8(text).toString('base64')),
	'hex in lower case': (text) => utf8(text).toString('hex'),
	'hex in upper case': (text) => utf8(text).toString('hex').toUpperCase(),
	'JSON-escaped': (text) => JSON.stringify(text).slice(1, -1),
	'JSON-escaped twice': (text) => JSON.stringify(JSON.stringify(text)).slice(1, -1),
	'JSON-escaped, every letter': (text) =>
		perLetter(text, (_, code) => `\\u${code.toString(16).padStart(4, '0')}`),
	'HTML-escaped by name': (text) => perLetter(text, (letter) => NAMED[letter] ?? letter),
	'HTML-escaped in decimal': (text) => perLetter(text, (_, code) => `&#${code};`),
	'HTML-escaped in hex': (text) => perLetter(text, (_, code) => `&#x${code.toString(16)};`),
	'UTF-16': (text) => perLetter(text, (letter) => `${letter}\0`),
};

/** What decoders make of a text: other decoders than those of the pack, which has none. */
const DECODERS: Array<(text: string) => string> = [
	(text) =>
		text.replace(/(?:%[\da-f]{2})+/gi, (run) =>
			Buffer.from(run.replaceAll('%', ''), 'hex').toString(),
		),
	(text) =>
		text.replace(/\\(?:u([\da-f]{4})|(["\\/]))/gi, (_, code: string | undefined, plain: string) =>
			code ? String.fromCharCode(parseInt(code, 16)) : plain,
		),
	(text) =>
		text
			.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
			.replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
			.replace(
				/&(quot|lt|gt|amp);/g,
				(_, name: string) => ({ quot: '"', lt: '<', gt: '>' })[name] ?? '&',
			),
	(text) => text.replaceAll('\0', ''),
];

/** A text, and what it says when it is decoded, up to three times. */
function decoded(text: string): Set<string> {
	const known = new Set([text]);
	for (let round = 0, fresh = [text]; round < 3 && fresh.length > 0; round++) {
		const made = fresh.flatMap((one) => DECODERS.map((decode) => decode(one)));
		fresh = made.filter((one) => !known.has(one));
		for (const one of fresh) known.add(one);
	}
	return known;
}

/** What of the Base64 of any text with the secret inside is the same whatever stands around it, by its place. */
function base64Of(secret: string): string[] {
	const length = Buffer.byteLength(secret);
	return [0, 1, 2].map((shift) => {
		const from = Math.ceil((shift * 8) / 6);
		const to = Math.floor(((shift + length) * 8) / 6);
		return utf8(`${'x'.repeat(shift)}${secret}`)
			.toString('base64')
			.slice(from, to);
	});
}

/** Of a secret, the part that gives it away: a text may have been cut within it. */
const tell = (form: string) => form.slice(0, Math.ceil(form.length * 0.7));

/** The secrets that stand in a text in any encoding, whole or for the most part. */
export function secretsIn(text: string, secrets: readonly string[]): string[] {
	const texts = [...decoded(text)];
	return secrets.filter((secret) => {
		const forms = [secret, ...base64Of(secret)];
		const exact = [
			...forms,
			...forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
		];
		const hex = tell(utf8(secret).toString('hex'));
		return texts.some(
			(one) =>
				exact.some((form) => one.includes(tell(form))) ||
				(/[\da-f]{16}/i.test(one) && one.toLowerCase().includes(hex)),
		);
	});
}
