import type { IDataObject } from 'n8n-workflow';

import { DAY, pairs, useKoopid } from '../../support/koopid';
import { testEach } from '../../support/sandbox';

/** Koopid promises no form of an answer (docs/evidence/koopid.md §4), so that every one has to become rows. */
const { run, runToError, sent, fault } = useKoopid();

const UNTYPED = [
	'agent.getAccessStats',
	'conversation.getChatStats',
	'conversation.getStats',
	'customer.getActivity',
];
const TYPED = 'message.getRedacted';

const answer = (body: unknown) => ({ kind: 'status', status: 200, body });

const shapes: Array<[what: string, body: unknown, rows: IDataObject[]]> = [
	[
		'a list of objects',
		[{ a: 1 }, { a: 2, deep: [{ b: null }] }],
		[{ a: 1 }, { a: 2, deep: [{ b: null }] }],
	],
	[
		'a list of lists',
		[
			['order', 3],
			['refund', 1],
		],
		[{ value: ['order', 3] }, { value: ['refund', 1] }],
	],
	[
		'a list of texts and numbers',
		['order', 3, true, null],
		[{ value: 'order' }, { value: 3 }, { value: true }, { value: null }],
	],
	['one object', { chats: 3, by: { hour: [1, 2] } }, [{ chats: 3, by: { hour: [1, 2] } }]],
	['an object of lists', { rows: [{ a: 1 }] }, [{ rows: [{ a: 1 }] }]],
	['an empty list', [], []],
	['an empty object', {}, []],
	['null', 'null', []],
	['nothing', '', []],
];

const texts: Array<[what: string, body: string, value: string]> = [
	['a text', 'active: 3\n', 'active: 3\n'],
	['a text in JSON', '"active"', 'active'],
];

const untyped = <T extends unknown[]>(table: T[]) =>
	UNTYPED.flatMap((id) => table.map((row) => [id, ...row] as const));

testEach('any JSON becomes rows', untyped(shapes), async ([id, , body, rows]) => {
	await fault(id, answer(body));
	const { json, outputs, error } = await run(id);
	expect(error).toBeUndefined();
	expect(json).toEqual(rows);
	expect(pairs(outputs[0])).toEqual(rows.map(() => 0));
});

testEach('any text becomes a row', untyped(texts), async ([id, , body, value]) => {
	await fault(id, answer(body));
	const { json, error } = await run(id);
	expect(error).toBeUndefined();
	expect(json).toEqual([{ value }]);
});

const values = [42, 0, -1.5, true, false].map((value) => [value]);

testEach(
	'a number or boolean becomes a row, and stays one',
	untyped(values),
	async ([id, value]) => {
		await fault(id, answer(value));
		const { json, error } = await run(id);
		expect(error).toBeUndefined();
		expect(json).toEqual([{ value }]);
	},
);

testEach('a web page is no answer, and its text is nowhere', UNTYPED, async (id) => {
	await fault(id, { kind: 'html', body: '\n<!DOCTYPE html><title>Sign in</title>' });
	const error = await runToError(id);
	expect(error).toMatchObject({
		message: 'Koopid answered with a web page instead of data [item 0]',
		description: expect.stringContaining("Check 'Base URL' in the credential") as string,
		cause: 'configuration-invalid',
		pairedItem: { item: 0 },
	});
	expect(JSON.stringify(error)).not.toContain('Sign in');
});

testEach('redacted messages may have any of these forms', shapes, async ([, body, rows]) => {
	await fault(TYPED, answer(body));
	const { json, error } = await run(TYPED);
	expect(error).toBeUndefined();
	expect(json).toEqual(rows);
});

testEach(
	'redacted messages are neither a text nor a web page',
	[...texts, ['a web page', '<html></html>', '']],
	async ([, body]) => {
		await fault(TYPED, answer(body));
		const { message, description } = await runToError(TYPED);
		expect(message).toMatch(/^Koopid answered (something unreadable|with a web page) instead of/);
		expect(message).toContain('[item 0]');
		expect(description).toContain("'Base URL'");
	},
);

test('each of several windows may answer in another form', async () => {
	const id = 'agent.getAccessStats';
	const end = Math.floor(Date.now() / DAY) * DAY;
	const bodies = [[{ a: 1 }, { a: 2 }], { total: 3 }, 'none', []];
	for (const body of bodies) await fault(id, answer(body));
	const parameters = {
		from: end - 4 * DAY,
		to: end,
		options: { windowDays: 1 },
		// One after the other, as the faults are.
		requestOptions: { concurrency: 1 },
	};
	const { json } = await run(id, parameters, { timezone: 'UTC' });
	const [first, second, third] = (await sent()).map(({ body }) => {
		const range = body as { start: number; end: number };
		return { start: new Date(range.start).toISOString(), end: new Date(range.end).toISOString() };
	});
	expect(json).toEqual([
		{ window: first, a: 1 },
		{ window: first, a: 2 },
		{ window: second, total: 3 },
		{ window: third, value: 'none' },
	]);
});
