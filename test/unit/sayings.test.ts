import { quoteOf, sayingOf } from '../../nodes/shared/call/sayings';
import { expectEach } from '../support/each';

test("a service's own words are found wherever services put them, the most telling first", async () => {
	await expectEach(
		[
			// RFC 6749
			[{ error: 'invalid_client', error_description: 'Unknown client' }, 'Unknown client'],
			// Express, NestJS, Spring: a generic error beside the message
			[{ statusCode: 400, error: 'Bad Request', message: 'phone is missing' }, 'phone is missing'],
			[{ statusCode: 400, error: 'Bad Request', message: ['a is missing', 'b'] }, 'a is missing'],
			[{ message: 'Bad Request', error: 'phone is missing' }, 'phone is missing'],
			// FastAPI
			[{ detail: 'Not allowed on Fridays' }, 'Not allowed on Fridays'],
			[{ detail: [{ loc: ['body', 'phone'], msg: 'field required' }] }, 'field required'],
			// RFC 9457
			[{ type: 'about:blank', title: 'Out of credit', status: 403 }, 'Out of credit'],
			[{ title: 'Bad Request', detail: 'Your balance is 30' }, 'Your balance is 30'],
			// Laravel
			[{ message: 'error', errors: { phone: ['is invalid'] } }, 'phone: is invalid'],
			// JSON:API, Kore.ai
			[{ errors: [{ status: '422', title: 'Invalid', detail: 'Too short' }] }, 'Too short'],
			[{ errors: [{ msg: 'Invalid SDK credentials', code: 4002 }] }, 'Invalid SDK credentials'],
			[{ errors: ['d', 'e'], message: 'f' }, 'd'],
			[{ error: { message: 'c', code: 7 } }, 'c'],
			[{ msg: 'm' }, 'm'],
			[{ reason: 'r' }, 'r'],
			[{ meta: { status: 404, message: 'g' } }, 'g'],
			[{ meta: 'g' }, 'g'],
			[{ meta: { status: 200 }, response: 'User not found' }, 'User not found'],
			[{ response: { error: 'locked' } }, 'locked'],
			[{ timestamp: 'now', status: { code: 404, message: 'h' } }, 'h'],
			[{ status: 'suspended' }, 'suspended'],
			[{ code: 'BAD_USER_ID' }, 'BAD_USER_ID'],
			[['one', 'two'], 'one'],
			['Service closed', 'Service closed'],
			// Better than nothing
			[{ error: 'Bad Request' }, 'Bad Request'],
			[{ error: '', message: 'f' }, 'f'],
			[{ status: 'success', code: 7, ok: true }, undefined],
			[{ code: 7 }, undefined],
			[{}, undefined],
			['', undefined],
			['<html>Bad gateway', undefined],
			[null, undefined],
			[[null], undefined],
		],
		([body, expected]) => expect(sayingOf(body)).toBe(expected),
	);
});

test('they are short, however deep and long what came is', () => {
	expect(sayingOf({ message: 'x'.repeat(301) })).toBe('x'.repeat(300));
	let deep: unknown = 'x';
	for (let depth = 0; depth < 5000; depth++) deep = { errors: [deep] };
	expect(sayingOf(deep)).toBeUndefined();
});

test('they are not cut inside a character', () => {
	const family = '👩\u200D👩\u200D👧\u200D👦';
	const start = 'x'.repeat(295);
	expect(sayingOf({ message: `${start}${family}${family}` })).toBe(start);
	expect(sayingOf({ message: `${start}abcdefg` })).toBe(`${start}abcde`);
});

test('without words, what came is shown', async () => {
	await expectEach(
		[
			[{ message: 'm' }, 'KODA said: "m".'],
			[{ status: { code: 7 } }, 'It answered: {"status":{"code":7}}.'],
			[[], 'It answered: [].'],
			[{}, ''],
			['<html>', ''],
			[undefined, ''],
		],
		([body, quote]) => expect(quoteOf('KODA', body)).toBe(quote),
	);
});
