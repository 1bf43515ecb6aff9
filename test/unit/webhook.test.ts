import fc from 'fast-check';
import type { IWebhookFunctions } from 'n8n-workflow';

import { answerOnly, secretMatches } from '../../nodes/shared/webhook';

describe('secretMatches', () => {
	test.each([
		['s3cret', 's3cret', true],
		['żółć', 'żółć', true],
		['s3creT', 's3cret', false],
		['s3cre', 's3cret', false],
		['s3crets', 's3cret', false],
		['', 's3cret', false],
		[undefined, 's3cret', false],
		[null, 's3cret', false],
		[undefined, 'undefined', false],
		[null, 'null', false],
		[['s3cret', 's3cret'], 's3cret', false],
		[{}, 's3cret', false],
	])('%j against %j: %p', (given, secret, expected) => {
		expect(secretMatches(given, secret)).toBe(expected);
	});

	test.each(['', undefined, null, []])('%j never matches an empty secret', (given) => {
		expect(secretMatches(given, '')).toBe(false);
	});

	test('only the very same text matches', () => {
		const texts = fc.string({ unit: 'binary' });
		fc.assert(
			fc.property(texts, texts, (one, other) => {
				expect(secretMatches(one, other)).toBe(one === other && other !== '');
				expect(secretMatches(one, one)).toBe(one !== '');
				expect(secretMatches(one + other, one)).toBe(other === '' && one !== '');
			}),
		);
	});
});

test('answerOnly answers and starts nothing', () => {
	const json = jest.fn();
	const status = jest.fn(() => ({ json }));
	const webhook = { getResponseObject: () => ({ status }) } as unknown as IWebhookFunctions;
	const result = answerOnly(webhook, 418, { message: 'short and stout' });
	expect(result).toEqual({ noWebhookResponse: true });
	expect(status).toHaveBeenCalledWith(418);
	expect(json).toHaveBeenCalledWith({ message: 'short and stout' });
});
