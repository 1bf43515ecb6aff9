import fc from 'fast-check';
import type { IWebhookFunctions } from 'n8n-workflow';

import { answerOnly, credentialOf, secretMatches } from '../../nodes/shared/trigger/webhook';
import { expectEach } from '../support/each';

describe('secretMatches', () => {
	test('are the same text, or do not match', async () => {
		await expectEach(
			[
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
			],
			([given, secret, expected]) => {
				expect(secretMatches(given, secret)).toBe(expected);
			},
		);
	});

	test('never match an empty one', async () => {
		await expectEach(['', undefined, null, []], (given) => {
			expect(secretMatches(given, '')).toBe(false);
		});
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

describe('credentialOf', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	/** A webhook's call whose credential is read by `read`. */
	const call = (id: string, read: () => Promise<object>, webhook = true, workflow = 'one') =>
		({
			getNode: () => ({ credentials: { shopApi: { id, name: 'Shop' } } }),
			getWorkflow: () => ({ id: workflow }),
			getCredentials: read,
			...(webhook && { getRequestObject: () => ({}) }),
		}) as unknown as IWebhookFunctions;

	test('reads once for all calls within ten seconds', async () => {
		const read = jest.fn(async () => await Promise.resolve({ key: 'old' }));
		const calls = Array.from({ length: 100 }, () => credentialOf(call('1', read), 'shopApi'));
		expect(await Promise.all(calls)).toEqual(calls.map(() => ({ key: 'old' })));
		expect(read).toHaveBeenCalledTimes(1);
		read.mockResolvedValue({ key: 'new' });
		await jest.advanceTimersByTimeAsync(9_999);
		expect(await credentialOf(call('1', read), 'shopApi')).toEqual({ key: 'old' });
		await jest.advanceTimersByTimeAsync(1);
		expect(await credentialOf(call('1', read), 'shopApi')).toEqual({ key: 'new' });
		expect(read).toHaveBeenCalledTimes(2);
	});

	test('keeps credentials apart, and reads anew when the trigger is published', async () => {
		const reading = (key: string) => async () => await Promise.resolve({ key });
		expect(await credentialOf(call('a', reading('a')), 'shopApi')).toEqual({ key: 'a' });
		expect(await credentialOf(call('b', reading('b')), 'shopApi')).toEqual({ key: 'b' });
		const published = call('a', reading('new'), false);
		expect(await credentialOf(published, 'shopApi')).toEqual({ key: 'new' });
		expect(await credentialOf(call('a', reading('newer')), 'shopApi')).toEqual({ key: 'new' });
	});

	test('keeps workflows apart: an expression in it may come to something else', async () => {
		const reading = (key: string) => async () => await Promise.resolve({ key });
		const one = call('d', reading('one'));
		const other = call('d', reading('other'), true, 'other');
		expect(await credentialOf(one, 'shopApi')).toEqual({ key: 'one' });
		expect(await credentialOf(other, 'shopApi')).toEqual({ key: 'other' });
	});

	test('does not keep a failure', async () => {
		const failing = async () => await Promise.reject(new Error('gone'));
		await expect(credentialOf(call('c', failing), 'shopApi')).rejects.toThrow('gone');
		const read = async () => await Promise.resolve({ key: 'there' });
		expect(await credentialOf(call('c', read), 'shopApi')).toEqual({ key: 'there' });
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
