import { redactor } from '../../nodes/shared/call/redact';
import { expectEach } from '../support/each';

/** A secret in whatever form a service repeats it. */
const SECRET = 'p@ss/wörd+<"k\'ey>&=%20 é~1234567';
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
const letters = (form: (letter: string) => string) => [...SECRET].map(form).join('');

/** What may stand before a secret in the same Base64. */
const OTHERS_BEFORE = ['another:', '{"secret":"', '{"a":1,"secret":"'];

const FORMS = [
	SECRET,
	percent(SECRET),
	percent(SECRET).toLowerCase(),
	percent(percent(SECRET)),
	percent(percent(percent(SECRET))),
	String(new URLSearchParams({ a: SECRET })).slice(2),
	base64(SECRET),
	base64(SECRET).replaceAll('=', ''),
	Buffer.from(SECRET).toString('base64url'),
	percent(base64(SECRET)),
	base64(`id:${SECRET}`),
	percent(base64(`id:${SECRET}`)),
	base64(base64(`id:${SECRET}`)),
	...OTHERS_BEFORE.map((before) => base64(`${before}${SECRET}`)),
	Buffer.from(SECRET).toString('hex'),
	Buffer.from(SECRET).toString('hex').toUpperCase(),
	JSON.stringify(SECRET).slice(1, -1),
	JSON.stringify(JSON.stringify(SECRET)).slice(3, -3),
	SECRET.replaceAll('/', '\\/'),
	letters((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
	html(SECRET),
	letters((letter) => `&#${letter.codePointAt(0)};`),
	letters((letter) => `&#x${letter.codePointAt(0)?.toString(16)};`),
];

/** Whether any eight characters of a form are left. */
const isLeft = (form: string, text: string) =>
	[...form].some((_, at) => at + 8 <= form.length && text.includes(form.slice(at, at + 8)));

test('a secret is taken out in every form', async () => {
	await expectEach(FORMS, (form) => {
		const text = clean(`[ ${form} ]`);
		expect(text).toContain('***');
		const begin = OTHERS_BEFORE.find((before) => form === base64(`${before}${SECRET}`)) ?? '';
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
