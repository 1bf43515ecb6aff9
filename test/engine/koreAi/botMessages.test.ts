import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, itemsOf } from '../../../engine/jobs';
import type { LoggedRequest } from '../../../scripts/sandbox';
import {
	bodyOf,
	BOT,
	errorOf,
	hurry,
	OTHER_BOT,
	pairs,
	shownFields,
	SKIP_FAILED,
	useKore,
} from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Bot Message: what is said to a bot by its webhook channel, and what it answers. */
const { sandbox, run, runToError, sent, onlySent, answerWith, fault, state } = useKore();

const SEND = 'botMessage.send';
const REPLY = 'botMessage.getReply';
const JANE = { userId: 'jane@example.com' };
const say = (text: string, own: INodeParameters = {}): INodeParameters => ({
	...JANE,
	text,
	...own,
});
const order = async () => (await sent()).map(({ operationId }) => operationId);

/** The texts of replies, as they came over the wire. */
const textsOf = (requests: LoggedRequest[]) =>
	requests.flatMap(({ responseBody }) =>
		(((responseBody as IDataObject).data as IDataObject[] | undefined) ?? []).map(({ val }) => val),
	);

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

test('the token is a bearer token, of no user, and not in the header of other calls', async () => {
	await run(SEND, say('Hello'));
	await run('session.getAll');
	const [{ headers }, { headers: others }] = await sent();
	expect(headers.auth).toBeUndefined();
	const [, token] = /^bearer (eyJ\S+)$/.exec(headers.authorization) ?? [];
	const [, payload] = String(token).split('.');
	const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as IDataObject;
	expect(claims).toMatchObject({ appId: 'cs-admin' });
	// With another one than the message's, Kore.ai refuses it.
	expect(claims).not.toHaveProperty('userIdentity');
	expect(others.authorization).toBeUndefined();
	expect(others.auth).toMatch(/^eyJ/);
});

describe('send', () => {
	test('a text, and what the bot says to it', async () => {
		const { json, outputs, error } = await run(SEND, say('Where is my order?'));
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'POST',
			path: `/chatbot/v2/webhook/${BOT}`,
			query: {},
			contentType: 'application/json',
			contractErrors: [],
		});
		expect(request.body).toEqual({
			session: { new: false },
			message: { type: 'text', val: 'Where is my order?' },
			from: { id: 'jane@example.com' },
		});
		expect(pairs(outputs[0])).toEqual([0]);
		const answered = request.responseBody as IDataObject;
		expect(json).toEqual([
			{
				text: textsOf([request])[0],
				templates: [],
				events: [],
				endOfTask: true,
				endReason: 'Fulfilled',
				taskName: answered.completedTaskName,
				taskId: answered.completedTaskId,
			},
		]);
		const shown = shownFields(SEND);
		for (const name of Object.keys(json[0])) expect(shown).toContain(name);
		expect((await state()).sessions[0]).toMatchObject({
			channel: 'ivr',
			user: { email: JANE.userId },
		});
	});

	test('raw: as it came', async () => {
		const raw = await run(SEND, say('Hello', { simplify: false }));
		expect(raw.json).toEqual([(await onlySent()).responseBody]);
	});

	testEach(
		'each type in its own form',
		[
			['template', { template: '{ "a": [1] }' }, { a: [1] }, false],
			[
				'formData',
				{ formData: { formId: 'frm-1', data: [] } },
				{ formId: 'frm-1', data: [] },
				false,
			],
			['event', { event: 'ON_CONNECT' }, 'ON_CONNECT', true],
			['event', { event: 'SESSION_CLOSURE' }, 'SESSION_CLOSURE', false],
		],
		async ([type, own, val, isNew]) => {
			const { error } = await run(SEND, { ...JANE, type, ...(own as object) } as INodeParameters);
			expect(error).toBeUndefined();
			const { body, contractErrors } = await onlySent();
			expect(contractErrors).toEqual([]);
			expect(body).toMatchObject({ session: { new: isNew }, message: { type, val } });
		},
	);

	test('all options', async () => {
		const options = {
			newSession: true,
			language: 'fr',
			firstName: 'Jane',
			lastName: 'Doe',
			email: 'jane@example.com',
			mergeIdentity: true,
			preferredChannel: 'rtm',
			customData: '{ "cart": 3 }',
			attachments: {
				attachment: [
					{ url: 'https://example.com/a.png' },
					{ fileId: 'f-1', fileName: 'b.txt', fileType: 'txt' },
				],
			},
			tags: {
				tag: [
					{ name: 'plan', type: 'user', value: 'pro' },
					{ name: 'topic', type: 'session', value: 'billing' },
				],
			},
		};
		const { error } = await run(SEND, say('See this', { options }));
		expect(error).toBeUndefined();
		const { body, contractErrors } = await onlySent();
		expect(contractErrors).toEqual([]);
		expect(body).toEqual({
			session: { new: true },
			message: {
				type: 'text',
				val: 'See this',
				attachments: [
					{ url: 'https://example.com/a.png' },
					{ fileId: 'f-1', fileName: 'b.txt', fileType: 'txt' },
				],
			},
			from: {
				id: 'jane@example.com',
				userInfo: { firstName: 'Jane', lastName: 'Doe', email: 'jane@example.com' },
			},
			interactiveLanguage: 'fr',
			metaTags: {
				userLevelTags: [{ name: 'plan', value: 'pro' }],
				sessionLevelTags: [{ name: 'topic', value: 'billing' }],
			},
			mergeIdentity: true,
			preferredChannelForResponse: 'rtm',
			customData: { cart: 3 },
		});
	});

	test('a conversation goes on, and a new one begins when it is asked for or was closed', async () => {
		const count = async () =>
			(await state()).sessions.filter(({ user }) => user.email === JANE.userId).length;
		await run(SEND, say('Hello'));
		await run(SEND, say('Hello again'));
		expect(await count()).toBe(1);
		await run(SEND, say('Anew', { options: { newSession: true } }));
		expect(await count()).toBe(2);
		const menu = (await run(SEND, say('menu'))).json[0];
		expect(menu.templates).toEqual([{ type: 'buttons', buttons: ['A', 'B'] }]);
		const { json } = await run(SEND, { ...JANE, type: 'event', event: 'SESSION_CLOSURE' });
		expect(json[0]).toMatchObject({ text: '', events: ['SESSION_CLOSURE_SUCCESS'] });
		const { json: ignored } = await run(SEND, { ...JANE, type: 'event', event: 'SESSION_CLOSURE' });
		expect(ignored[0].events).toEqual(['SESSION_CLOSURE_IGNORED']);
		await run(SEND, say('Back'));
		expect(await count()).toBe(3);
	});

	test('by a further instance, which is asynchronous: it says where the reply goes', async () => {
		const options = { instanceId: 'ivrInst-async' };
		const { json, run: done } = await run(SEND, say('Hello', { options }));
		expect(await onlySent()).toMatchObject({
			operationId: 'botMessage.sendToInstance',
			path: `/chatbot/v2/webhook/${BOT}/hookInstance/ivrInst-async`,
			contractErrors: [],
		});
		expect(json).toMatchObject([{ text: '', status: 'ok', traceId: 'RTM-TRACE-9JOHE3ALB' }]);
		const [{ message }] = done.data.resultData.runData.Node[0].hints ?? [];
		expect(message).toMatch(/asynchronous.*Post URL/);
	});

	test("one person's messages go one after another, other people's meanwhile", async () => {
		await sandbox().control('latency', { ms: 30 });
		const items = itemsOf([
			{ user: 'a', text: 'one' },
			{ user: 'a', text: 'two' },
			{ user: 'b', text: 'three' },
		]);
		const own = { userId: '={{ $json.user }}', text: '={{ $json.text }}' };
		await run(SEND, own, { items });
		const all = (await sent()).filter(
			({ body }) => (body as IDataObject & { from: IDataObject }).from.id === 'a',
		);
		expect(all.map(({ body }) => (body as { message: IDataObject }).message.val)).toEqual([
			'one',
			'two',
		]);
		const [first, second] = all;
		expect(second.startedAt).toBeGreaterThanOrEqual(Number(first.endedAt));
	});
});

describe('the rest of the reply', () => {
	test('is asked for until no poll ID follows, and comes as one with what was said at once', async () => {
		const { json, error } = await run(SEND, say('slow twice'));
		expect(error).toBeUndefined();
		const requests = await sent();
		// Each poll ID is asked about until it is ready, the third time at the latest.
		expect(await order()).toEqual([SEND, ...Array.from({ length: 6 }, () => REPLY)]);
		expect(new Set(requests.slice(1).map(({ path }) => path)).size).toBe(2);
		expect(requests[1]).toMatchObject({ method: 'GET', contractErrors: [] });
		expect(json[0].text).toBe('One moment, please\nStill looking\nYour order is on its way');
		expect(textsOf(requests)).toEqual(String(json[0].text).split('\n'));
		expect(json[0]).toMatchObject({ endOfTask: true, taskName: 'Find Order' });
		expect([json[0].pollId, json[0].status]).toEqual([undefined, undefined]);
	});

	test('is not waited for when nobody wants to, and is there by its poll ID, once', async () => {
		const { json } = await run(SEND, say('slow', { wait: false }));
		expect(await order()).toEqual([SEND]);
		expect(json[0]).toMatchObject({ text: 'One moment, please', endOfTask: false });
		const pollId = String(json[0].pollId);
		expect((await run(REPLY, { pollId })).json).toEqual([
			{ text: '', templates: [], events: [], status: 'Inprogress', pollId },
		]);
		await sandbox().control('clock', { advanceSeconds: 6 });
		expect((await run(REPLY, { pollId })).json).toMatchObject([{ text: 'Found it' }]);
		const { description, httpCode } = await runToError(REPLY, { pollId });
		expect([httpCode, description]).toEqual(['400', expect.stringContaining('"No data found"')]);
	});

	test('that takes too long fails the item, and says what there was until then', async () => {
		await answerWith(REPLY, { status: 'Inprogress', pollId: 'p', _v: 'v2' }, { count: 99_999 });
		const error = await runToError(SEND, say('slow', { waitLimit: 1 }));
		expect(error.message).toMatch(
			/^The bot has not said all \(poll ID p, until now "One moment, please"\) after 1 second \[item 0]$/,
		);
		expect(error.description).toContain("'Get Reply'");
	});

	test('that was handed out before something failed is not lost by Retry On Fail', async () => {
		await fault(REPLY, { kind: 'status', status: 400, skip: 3, count: 1 });
		const { json, error } = await run(SEND, say('slow twice'), {
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});
		expect(error).toBeUndefined();
		expect(json[0].text).toBe('One moment, please\nStill looking\nYour order is on its way');
		expect((await order()).filter((id) => id === SEND)).toHaveLength(1);
	});
});

describe('failing', () => {
	test('504 after 15 seconds: not sent again, and it says where to look', async () => {
		const error = await runToError(SEND, say('timeout'));
		expect(error.message).toMatch(/whether the operation took effect is unknown \[item 0]$/);
		expect(error.description).toContain('The request has been timed-out');
		expect(error.description).toContain('Kore.ai gives up after 15 seconds');
		expect(error.httpCode).toBe('504');
		expect(await sent()).toHaveLength(1);
	});

	testEach(
		'with what makes no sense nothing is sent',
		[
			[{ userId: ' ', text: 'Hello' }, "'User ID' is empty"],
			[{ ...JANE, text: '={{ $json.none }}' }, "'Text' is empty"],
			[{ ...JANE, type: 'template', template: '[1]' }, "'Template' is no object"],
			[{ ...JANE, type: 'formData', formData: '"text"' }, "'Form Data' is no object"],
			[
				say('Hi', { options: { attachments: { attachment: [{ fileName: 'a.png' }] } } }),
				"'Attachments' 1: 'File ID' is empty",
			],
			[
				say('Hi', {
					options: { attachments: { attachment: [{ fileId: 'f', url: 'https://a.b' }] } },
				}),
				"'Attachments' 1: 'File ID' cannot be combined with 'URL'",
			],
			[
				say('Hi', { options: { instanceId: '={{ $json.none }}' } }),
				"'Webhook Instance ID' is empty",
			],
		] as Array<[INodeParameters, string]>,
		async ([own, message]) => {
			const error = await runToError(SEND, own);
			expect(error.message).toBe(`${message} [item 0]`);
			expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
			expect(await sent()).toEqual([]);
		},
	);

	test('an item that fails leaves the others alone', async () => {
		const items = itemsOf([{ text: 'timeout' }, { text: 'Hello' }]);
		const own = {
			userId: '={{ "u" + $itemIndex }}',
			text: '={{ $json.text }}',
			bot: byId(OTHER_BOT),
		};
		const { outputs } = await run(SEND, own, { items, settings: SKIP_FAILED });
		expect(errorOf(outputs[0][0]).httpCode).toBe('504');
		expect(outputs[0][1].json).toMatchObject({ text: 'You said: Hello' });
		expect((await sent()).map((request) => bodyOf(request).from)).toEqual(
			expect.arrayContaining([{ id: 'u0' }, { id: 'u1' }]),
		);
	});
});
