import type { IDataObject } from 'n8n-workflow';

import { byId, fromList, itemsOf } from '../../../engine/jobs';
import {
	SKIP_FAILED,
	UNKNOWN,
	errorOf,
	segmentId,
	useChatBot,
	userId,
} from '../../support/chatBotCom';
import {
	describeCases,
	describeClientToken,
	describeNotFound,
	same,
	type ChatBotCase,
	type NotFound,
} from '../../support/chatBotComCases';

const bench = useChatBot();

const userOf = async (id: string) => (await bench.state()).users.find((user) => user.id === id);
const rows = (pairs: Record<string, string>) => ({
	row: Object.entries(pairs).map(([name, value]) => ({ name, value })),
});
const email = { default_email: 'ann@example.com' };

/** The request sample of the vendor's "Update user". */
const update = { default_email: 'support@chatbot.com', default_name: 'ChatBot Support' };

const cases: ChatBotCase[] = [
	{
		operationId: 'user.create',
		parameters: {
			userId: 'crm-42',
			attributes: { ...email, default_name: 'Ann' },
			customAttributes: rows({ plan: 'pro' }),
			segments: [segmentId('Leads')],
		},
		body: {
			userId: 'crm-42',
			segments: [segmentId('Leads')],
			attributes: { ...email, default_name: 'Ann', plan: 'pro' },
		},
		output: (answer) => answer as unknown as IDataObject[],
		effect: async () =>
			expect((await bench.state()).users.at(-1)).toMatchObject({
				userId: 'crm-42',
				attributes: { ...email, plan: 'pro' },
				segments: [segmentId('Leads')],
			}),
	},
	{
		operationId: 'user.get',
		parameters: { user: fromList(userId(3)) },
		path: { id: userId(3) },
		output: (answer) => [
			{
				...answer,
				createdAt: '2026-01-12T11:00:00.163Z',
				lastSeen: '2026-01-17T11:00:00.163Z',
				conversations: [
					{ createdAt: '2026-01-17T11:00:00.163Z', firstMessage: 'hello' },
					{ createdAt: '2026-01-17T10:00:00.163Z', firstMessage: 'hello' },
					{ createdAt: '2026-01-17T09:00:00.163Z', firstMessage: null },
				].map((one, index) => ({ id: (answer.conversations as IDataObject[])[index].id, ...one })),
			},
		],
	},
	{
		operationId: 'user.update',
		parameters: { user: byId(userId(4)), attributes: update },
		path: { id: userId(4) },
		body: { attributes: update },
		output: same,
		effect: async () => expect((await userOf(userId(4)))?.attributes).toMatchObject(update),
	},
	{
		operationId: 'user.ban',
		parameters: { user: byId(userId(4)) },
		path: { id: userId(4) },
		body: { banned: true },
		output: same,
		effect: async () => expect(await userOf(userId(4))).toMatchObject({ banned: true }),
	},
	{
		operationId: 'user.ban',
		parameters: { user: byId(userId(24)), banned: false },
		path: { id: userId(24) },
		body: { banned: false },
		output: same,
		effect: async () => expect(await userOf(userId(24))).toMatchObject({ banned: false }),
	},
	...[
		[{}, (ids: string[]): unknown => ids] as const,
		[{ form: 'list' }, (ids: string[]): unknown => ids] as const,
		[{ form: 'object' }, (segmentIds: string[]): unknown => ({ segmentIds })] as const,
	].map(([options, bodyOf]): ChatBotCase => {
		const ids = [segmentId('Leads'), segmentId('Inactive')];
		return {
			operationId: 'user.addToSegments',
			// User 5 is in no segment yet.
			parameters: { user: byId(userId(5)), segments: ids, options },
			path: { id: userId(5) },
			body: bodyOf(ids),
			output: same,
			effect: async () => expect(await userOf(userId(5))).toMatchObject({ segments: ids }),
		};
	}),
	{
		operationId: 'user.replaceSegments',
		parameters: { user: byId(userId(4)), segments: [segmentId('Inactive')] },
		path: { id: userId(4) },
		body: [segmentId('Inactive')],
		output: same,
		effect: async () =>
			expect(await userOf(userId(4))).toMatchObject({ segments: [segmentId('Inactive')] }),
	},
];

describe('each operation', () => describeCases(bench, cases));
describe('each refusal', () => describeClientToken(bench, cases.slice(0, 6)));

describe('what ChatBot.com does not know', () => {
	const noUser = `User not found: ${UNKNOWN}`;
	const noSegment = `Segment not found: ${UNKNOWN}`;
	const user = byId(UNKNOWN);
	const table: NotFound[] = [
		['user.get', noUser, { user }],
		['user.update', noUser, { user, attributes: email }],
		['user.ban', noUser, { user }],
		['user.addToSegments', noUser, { user, segments: [segmentId('Leads')] }],
		['user.addToSegments', noSegment, { user: byId(userId(5)), segments: [UNKNOWN] }],
		['user.replaceSegments', noUser, { user, segments: [segmentId('Leads')] }],
		['user.create', noSegment, { attributes: email, segments: [UNKNOWN] }],
	];
	describeNotFound(bench, table);
});

test('a user ID that is taken: the field is to be corrected, in the words of the answer', async () => {
	const parameters = { userId: 'crm-42', attributes: email };
	await bench.run('user.create', parameters);
	const error = await bench.runToError('user.create', parameters);
	expect(error).toMatchObject({
		message: 'ChatBot.com did not accept the values (400) [item 0]',
		httpCode: '400',
		cause: 'configuration-invalid',
	});
	expect(error.description).toContain('ChatBot.com said: "userId is taken: crm-42".');
});

describe('the answer to Create', () => {
	test('may be a plain object, too', async () => {
		const parameters = { userId: 'object-1', attributes: email };
		const { json } = await bench.run('user.create', parameters);
		const { responseBody } = await bench.onlySent();
		expect(responseBody).toMatchObject({ id: expect.any(String) as string });
		expect(json).toEqual([responseBody]);
	});

	test.each([
		['in a list', (body: object) => [body]],
		['plain', (body: object) => body],
	])('that names another status is a failure: %s', async (_, form) => {
		const status = { code: 400, type: 'error', detail: 'segments is too long' };
		await bench.answerWith('user.create', form({ status }));
		const error = await bench.runToError('user.create', { attributes: email });
		expect(error).toMatchObject({ httpCode: '400', cause: 'configuration-invalid' });
		expect(await bench.sent()).toHaveLength(1);
	});

	test('that got lost is not asked for twice', async () => {
		await bench.fault('user.create', { kind: 'reset', applyFirst: true });
		const error = await bench.runToError('user.create', { attributes: email });
		expect(error.message).toContain('whether the operation took effect is unknown');
		expect(error.description).toContain("run 'Get Many' for users");
		expect(await bench.sent()).toHaveLength(1);
		expect((await bench.state()).users).toHaveLength(96);
	});
});

describe('details', () => {
	const details = { id: 'u', createdAt: '2019-01-23T13:32:30.163Z', lastSeen: 'yesterday noon' };

	test('dates in ISO 8601 stay, and so does what is no date', async () => {
		const conversations = [
			{ id: 'c1', date: '2019-01-23T13:32:30.163Z', firstMessage: 'hello' },
			{ id: 'c2', createdAt: '2019-01-23 13:32:30.163Z', firstMessage: null },
		];
		await bench.answerWith('user.get', { ...details, conversations });
		const { json } = await bench.run('user.get', { user: byId('u') });
		expect(json).toEqual([
			{
				...details,
				conversations: [
					{ id: 'c1', createdAt: '2019-01-23T13:32:30.163Z', firstMessage: 'hello' },
					{ id: 'c2', createdAt: '2019-01-23T13:32:30.163Z', firstMessage: null },
				],
			},
		]);
	});

	test('in a list, as the answer to Create, are taken out of it', async () => {
		await bench.answerWith('user.get', [details]);
		const { json } = await bench.run('user.get', { user: byId('u') });
		expect(json).toEqual([{ ...details, conversations: [] }]);
	});

	test('without conversations the list is empty', async () => {
		await bench.answerWith('user.get', details);
		const { json } = await bench.run('user.get', { user: byId('u') });
		expect(json).toEqual([{ ...details, conversations: [] }]);
	});

	test.each([[[null]], [[]], [['c1', null, [{}]]]])('conversations %j stay', async (given) => {
		await bench.answerWith('user.get', { ...details, conversations: given });
		const { json, error } = await bench.run('user.get', { user: byId('u') });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ ...details, conversations: given }]);
	});

	test('conversations as a number, as in the list of users, stay a number', async () => {
		await bench.answerWith('user.get', { ...details, conversations: 3 });
		const { json, error } = await bench.run('user.get', { user: byId('u') });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ ...details, conversations: 3 }]);
	});
});

describe('many items', () => {
	const ids = [userId(1), UNKNOWN, userId(2), userId(3)];
	const items = itemsOf(ids.map((id) => ({ id })));
	const parameters = {
		user: byId('={{ $json.id }}'),
		customAttributes: rows({ place: '={{ $itemIndex }}' }),
	};

	test('one that fails keeps its place and does not stop the others', async () => {
		const { outputs, error } = await bench.run('user.update', parameters, {
			items,
			...SKIP_FAILED,
		});
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
			ids.map((_, item) => ({ item })),
		);
		expect(outputs[0].map(({ json }) => 'error' in json)).toEqual([false, true, false, false]);
		const failed = errorOf(outputs[0][1]);
		expect(failed.message).toContain('[item 1]');
		expect(failed.description).toContain(`ChatBot.com said: "User not found: ${UNKNOWN}".`);
		const places = await Promise.all(
			[1, 2, 3].map(async (index) => (await userOf(userId(index)))?.attributes.place),
		);
		expect(places).toEqual(['0', '2', '3']);
	});

	test('without On Error the node fails, names the item and how far it got', async () => {
		const requestOptions = { concurrency: 1 };
		const { error } = await bench.run('user.update', { ...parameters, requestOptions }, { items });
		expect(error?.message).toContain('[item 1]');
		expect(error?.httpCode).toBe('404');
		expect(error?.context.itemIndex).toBe(1);
		expect(error?.failure).toEqual({ cause: 'configuration-invalid' });
		expect(error?.description).toContain('1 of 4 items');
		expect(await bench.sent()).toHaveLength(2);
	});
});
