import { redactor } from '../../nodes/shared/call/redact';
import { expectEach } from '../support/each';

/** Secrets that a service may repeat in whatever form: one with letters of all kinds, and one of plain letters alone. */
const SECRET = 'p@ss/wörd+<"k\'ey>&=%20 é~1234567';
const PLAIN = 'Pass/-word_+<"k\'ey>&=%20~1234567';
const clean = redactor({ clientId: 'id', clientSecret: SECRET });

const base64 = (text: string) => Buffer.from(text).toString('base64');
const percent = encodeURIComponent;
const html = (text: string) =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
/** What may stand before a secret in the same Base64. */
const OTHERS_BEFORE = ['another:', '{"secret":"', '{"a":1,"secret":"'];

function formsOf(secret: string): string[] {
	const letters = (form: (letter: string) => string) => [...secret].map(form).join('');
	return [
		secret,
		percent(secret),
		percent(secret).toLowerCase(),
		percent(percent(secret)),
		percent(percent(percent(secret))),
		String(new URLSearchParams({ a: secret })).slice(2),
		base64(secret),
		base64(secret).replaceAll('=', ''),
		Buffer.from(secret).toString('base64url'),
		percent(base64(secret)),
		base64(`id:${secret}`),
		percent(base64(`id:${secret}`)),
		base64(base64(`id:${secret}`)),
		...OTHERS_BEFORE.map((before) => base64(`${before}${secret}`)),
		Buffer.from(secret).toString('hex'),
		Buffer.from(secret).toString('hex').toUpperCase(),
		JSON.stringify(secret).slice(1, -1),
		JSON.stringify(JSON.stringify(secret)).slice(3, -3),
		secret.replaceAll('/', '\\/'),
		letters((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
		html(secret),
		letters((letter) => `&#${letter.codePointAt(0)};`),
		letters((letter) => `&#x${letter.codePointAt(0)?.toString(16)};`),
	];
}

/** Whether any eight characters of a form are left. */
const isLeft = (form: string, text: string) =>
	[...form].some((_, at) => at + 8 <= form.length && text.includes(form.slice(at, at + 8)));

test.each([SECRET, PLAIN])('the secret %s is taken out in every form', async (secret) => {
	const cleanOf = redactor({ clientId: 'id', clientSecret: secret });
	await expectEach(formsOf(secret), (form) => {
		const text = cleanOf(`[ ${form} ]`);
		expect(text).toContain('***');
		const begin = OTHERS_BEFORE.find((before) => form === base64(`${before}${secret}`)) ?? '';
		// Of Base64, what has a part of something else in it may stay.
		const own = form.slice(Math.ceil((begin.length * 8) / 6));
		expect(isLeft(own, text)).toBe(false);
	});
});

test('a signed token is taken out, encoded too', async () => {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const token = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: '1' })}.c2lnbmF0dXJl-_`;
	const forms = [
		token,
		base64(token),
		Buffer.from(token).toString('base64url'),
		percent(base64(token)),
		Buffer.from(token).toString('hex'),
		[...token].map((letter) => `&#${letter.charCodeAt(0)};`).join(''),
		[...token].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
		base64(`Authorization: Bearer ${token}; more`),
	];
	await expectEach(forms, (form) => {
		const text = clean(`[ ${form} ]`);
		expect(text).toContain('***');
		expect(isLeft(form.slice(60), text)).toBe(false);
	});
});

test('a text of any kind takes a time that grows with its length alone', () => {
	// Each took minutes or more where the time grew with the square of the length.
	for (const part of ['eyJ-', 'eyJa.', 'a', '%25', 'p@ss/w', '\\', '&#', 'aWQ6']) {
		expect(clean(part.repeat(1_000_000 / part.length))).toBeTruthy();
	}
});
