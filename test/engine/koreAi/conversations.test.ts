import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BOT, BOT_APP, hurry, pairs, sessionsOf, shownFields, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Conversations: details, summary and deletion; a session that is closed; what a bot understands. */
const { sandbox, run, runToError, sent, onlySent, answerWith, state } = useKore();

const DELETE = 'conversation.delete';
const STATUS = 'conversation.getDeletionStatus';
const app = { account: BOT_APP };
const WAIT = { wait: true, waitInterval: 1, waitLimit: 30 };
const CONFIRMED = { confirmation: 'DELETE' };

const bySession = async () => sessionsOf(await state(), BOT);

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

describe('details', () => {
	testEach(
		'by each of the three IDs, and by no other that was entered before',
		['sessionId', 'callId', 'conversationId'],
		async (lookUpBy) => {
			const session = (await bySession()).find(({ callId }) => callId !== undefined);
			const ids = {
				sessionId: session?.id ?? '',
				conversationId: session?.id ?? '',
				callId: session?.callId ?? '',
			};
			const { json, outputs, error } = await run(
				'conversation.getDetails',
				{ ...ids, lookUpBy },
				app,
			);
			expect(error).toBeUndefined();
			const request = await onlySent();
			expect(request).toMatchObject({
				method: 'POST',
				path: `/api/public/bot/${BOT}/conversationDetails`,
				contractErrors: [],
			});
			expect(request.body).toEqual({ [lookUpBy]: ids[lookUpBy as keyof typeof ids] });
			expect(json).toEqual([request.responseBody]);
			expect(json[0].conversationHistory).toHaveLength(session?.messages.length ?? 0);
			expect(pairs(outputs[0])).toEqual([0]);
		},
	);

	test('with a summary, and some of the messages', async () => {
		const [{ id: sessionId }] = await bySession();
		const options = { isSummaryRequired: true, lang: 'en', messageLimit: 1, skip: 1 };
		const { json } = await run('conversation.getDetails', { sessionId, options }, app);
		const { body } = await onlySent();
		expect(body).toEqual({ sessionId, isSummaryRequired: true, lang: 'en', limit: 1, skip: 1 });
		expect(json[0].summary).toHaveProperty('ConversationSummary');
		expect(json[0].conversationHistory).toHaveLength(1);
	});

	test('of nobody', async () => {
		const error = await runToError('conversation.getDetails', { sessionId: 'none' }, app);
		expect(error.description).toContain('Kore.ai said: "Conversation not found: none"');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
	});
});

describe('summary', () => {
	testEach(
		'of a conversation or a text',
		[
			['conversationId', async () => (await bySession())[0].id],
			['transcript', async () => await Promise.resolve('Agent: Hello. Consumer: Goodbye.')],
		] as Array<[string, () => Promise<string>]>,
		async ([summarize, valueOf]) => {
			const value = await valueOf();
			const own = { summarize, [summarize]: value };
			const { json, error } = await run('conversation.getSummary', own, app);
			expect(error).toBeUndefined();
			const request = await onlySent();
			expect(request).toMatchObject({
				path: `/api/public/streams/${BOT}/conversationSummary`,
				contractErrors: [],
			});
			expect(request.body).toEqual({ lang: 'en', inputMode: { [summarize]: value } });
			expect(json).toEqual([request.responseBody]);
		},
	);

	test('of no text: nothing is sent', async () => {
		const own = { summarize: 'transcript', transcript: '={{ $json.none }}' };
		const error = await runToError('conversation.getSummary', own, app);
		expect(error.message).toBe("'Transcript' is empty [item 0]");
		expect(await sent()).toEqual([]);
	});
});

describe('delete', () => {
	test('these conversations, when the job is done', async () => {
		const [first, second] = await bySession();
		const own = { ...CONFIRMED, conversationIds: `${first.id}, ${second.id}` };
		const { json, error } = await run(DELETE, own, app);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'POST',
			path: `/api/public/bot/${BOT}/conversations/delete`,
			contractErrors: [],
		});
		expect(request.body).toEqual({ conversationIds: [first.id, second.id] });
		expect(json).toMatchObject([
			{ status: 'queued', jobId: expect.stringMatching(/^cdj-/) as string },
		]);
		expect(await bySession()).toContainEqual(first);

		await sandbox().control('clock', { advanceSeconds: 6 });
		const { json: done } = await run(STATUS, { jobId: String(json[0].jobId) }, app);
		expect((await sent(STATUS))[0]).toMatchObject({ method: 'GET', contractErrors: [] });
		expect(done).toMatchObject([{ status: 'completed', result: { deletedCount: 2 } }]);
		const left = (await bySession()).map(({ id }) => id);
		expect(left).not.toContain(first.id);
		expect(left).not.toContain(second.id);
	});

	test("a person's within a time, waited for", async () => {
		const [{ user, start }] = await bySession();
		const [startDate, endDate] = [start - 1000, start + 1000].map((at) =>
			new Date(at).toISOString(),
		);
		const own = {
			...CONFIRMED,
			deleteBy: 'person',
			cId: user.id,
			from: startDate,
			to: endDate,
			...WAIT,
		};
		const { json, error } = await run(DELETE, own, app);
		expect(error).toBeUndefined();
		const [begun, ...looks] = await sent();
		expect(begun.body).toEqual({ cId: user.id, startDate, endDate });
		expect(looks).toHaveLength(3);
		expect(json).toMatchObject([{ status: 'completed', result: { deletedCount: 1 } }]);
	});

	testEach(
		'that did not go well fails the item',
		[
			[{ status: 'failed' }, 'failed'],
			[{ status: 'completed', result: { failedCount: '2' } }, '2 of them failed'],
		] as Array<[IDataObject, string]>,
		async ([status, what]) => {
			await answerWith(STATUS, { jobId: 'cdj-1', ...status });
			const own = { ...CONFIRMED, conversationIds: ['a'], ...WAIT };
			const error = await runToError(DELETE, own, app);
			expect(error.message).toBe(`Kore.ai could not delete the conversations: ${what} [item 0]`);
			expect(error.description).toMatch(/Job ID: cdj-/);
		},
	);

	test('that takes longer than is waited for', async () => {
		await answerWith(STATUS, { jobId: 'cdj-1', status: 'queued' }, { count: 99_999 });
		const own = { ...CONFIRMED, conversationIds: ['a'], ...WAIT, waitLimit: 1 };
		const error = await runToError(DELETE, own, app);
		expect(error.message).toBe('The deletion is still queued after 1 second [item 0]');
		expect(error.description).toMatch(/'Get Deletion Status' and the job ID cdj-/);
	});

	testEach(
		'with what makes no sense nothing is sent',
		[
			[{ conversationIds: ['a'], confirmation: 'delete' }, "'Confirmation' does not say DELETE"],
			[
				{ conversationIds: ['a'], confirmation: '={{ "DELETE" }}' },
				"'Confirmation' does not say DELETE",
			],
			[{ ...CONFIRMED, conversationIds: '={{ [] }}' }, "'Conversation IDs' is empty"],
			[
				{ ...CONFIRMED, conversationIds: `={{ Array.from({ length: 101 }, (_, i) => 'c' + i) }}` },
				"'Conversation IDs' has 101 entries",
			],
			[{ ...CONFIRMED, deleteBy: 'person', cId: '={{ $json.none }}' }, "'Customer ID' is empty"],
			[
				{ ...CONFIRMED, deleteBy: 'person', cId: 'u-1', from: '={{ $json.none }}' },
				"'From' is empty",
			],
			[
				{
					...CONFIRMED,
					deleteBy: 'person',
					cId: 'u-1',
					from: '2026-02-02',
					to: '2026-02-01',
				},
				"'To' is before 'From'",
			],
		] as Array<[INodeParameters, string]>,
		async ([own, message]) => {
			const error = await runToError(DELETE, own, app);
			expect(error.message).toBe(`${message} [item 0]`);
			expect(error.cause).toBe('configuration-invalid');
			expect(await sent()).toEqual([]);
		},
	);
});

describe('session: close', () => {
	test('the running one of the person and channel', async () => {
		await sandbox().control('seed', { vendor: 'kore-ai', at: 'now', sessions: 1 });
		const session = (await bySession()).find(({ isActive }) => isActive);
		const own = { userId: session?.user.id ?? '', channel: session?.channel ?? '' };
		const { json, error } = await run('session.close', own, app);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'PUT',
			path: `/api/public/bot/${BOT}/session`,
			contractErrors: [],
		});
		expect(request.body).toEqual({ ...own, status: 'inactive' });
		expect(json).toEqual([{ success: true }]);
		expect((await bySession()).find(({ id }) => id === session?.id)?.isActive).toBe(false);
	});

	test('of somebody who has none', async () => {
		const error = await runToError('session.close', { userId: 'nobody', channel: 'rtm' }, app);
		expect(error.description).toContain('Kore.ai said: "No active session of nobody"');
		expect(error.httpCode).toBe('400');
	});
});

describe('intent: find', () => {
	const FIND = 'intent.find';
	const asked = { streamName: 'Order Desk', input: 'cancel it' };

	test('what the bot understands', async () => {
		const { json, error } = await run(FIND, asked);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'POST',
			path: `/api/v1.1/rest/bot/${BOT}/findIntent`,
			query: { fetchConfiguredTasks: 'false' },
			contractErrors: [],
		});
		expect(request.body).toEqual(asked);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(FIND));
		expect(json[0]).toMatchObject({
			input: 'cancel it',
			result: 'successintent',
			intent: 'Cancel Order',
			type: 'dialog',
			state: 'published',
			score: 11643.33,
			entities: [],
		});
	});

	test('what stands in an envelope is read, and what is of another kind is none', async () => {
		const understood = { request: asked, response: { result: 'failintent', input: ['cancel it'] } };
		await answerWith(FIND, { response: understood });
		const { json } = await run(FIND, asked);
		expect(json).toMatchObject([{ result: 'failintent', input: 'cancel it' }]);
		for (const other of [{ response: {} }, { response: { input: 'cancel it' } }, { rows: [] }]) {
			await answerWith(FIND, other);
			const error = await runToError(FIND, asked);
			expect(error.message).toBe('Kore.ai answered in another form than expected [item 0]');
		}
	});

	test('with options, raw', async () => {
		const own = {
			...asked,
			fetchConfiguredTasks: true,
			options: { parentIntent: 'Find Order', sync: true },
			simplify: false,
		};
		const { json } = await run(FIND, own);
		const request = await onlySent();
		expect(request).toMatchObject({
			query: { fetchConfiguredTasks: 'true', sync: 'true' },
			body: { ...asked, parentIntent: 'Find Order' },
			contractErrors: [],
		});
		expect(json).toEqual([request.responseBody]);
	});

	test('nothing of it', async () => {
		const { json } = await run(FIND, { ...asked, input: 'xyz' });
		expect(json[0]).toMatchObject({ input: 'xyz', result: 'failintent', entities: [] });
		expect(json[0].intent).toBeUndefined();
	});

	test('of a bot with another name', async () => {
		const error = await runToError(FIND, { ...asked, streamName: 'Nobody' });
		expect(error.description).toContain('Kore.ai said: "Bot not found: Nobody"');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
	});
});
