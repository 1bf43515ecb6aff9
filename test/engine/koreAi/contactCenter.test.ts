import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { itemsOf } from '../../../engine/jobs';
import { ORGANIZATION_ID } from '../../../sandbox/vendors/koreAi/centerState';
import {
	BOT,
	errorOf,
	pairs,
	sessionsOf,
	shownFields,
	SKIP_FAILED,
	useKore,
} from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Kore.ai Contact Center: conversations that agents have, the agents, calls and texts that go out. */
const { run, runToError, sent, onlySent, state } = useKore();

const LIST = 'ccConversation.getAll';
const ASSIGN = 'ccConversation.assign';
const AGENTS = 'agent.getAll';
const FREE = 'agent.getAvailability';
const BASE = `/agentassist/api/v1/public/${BOT}`;
const all = { returnAll: true };

const handedOver = async () =>
	sessionsOf(await state(), BOT).filter(({ containmentType }) => containmentType === 'agent');

/** The account that the credential names goes along in a header. */
const account = async () =>
	(await state()).sessions.length > 0 && (await sent())[0].headers.accountid;

describe('conversations', () => {
	test('all of them, page by page', async () => {
		const { json, outputs, error } = await run(LIST, all);
		expect(error).toBeUndefined();
		const wanted = await handedOver();
		expect(json.map(({ sessionId }) => sessionId)).toEqual(wanted.map(({ id }) => id));
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(LIST));
		expect(json[0]).toMatchObject({ status: 'CLOSED', orgId: ORGANIZATION_ID });
		expect(new Set(pairs(outputs[0]))).toEqual(new Set([0]));
		const [request] = await sent();
		expect(request).toMatchObject({
			method: 'GET',
			path: `${BASE}/conversations`,
			query: { skip: '0', limit: '50' },
			contractErrors: [],
		});
		expect(await account()).toMatch(/^[0-9a-f]{24}$/);
	});

	test('some, with every filter, raw', async () => {
		const filters = { status: 'CLOSED', source: 'rtm', language: 'en' };
		const own = { limit: 3, filters, simplify: false };
		const { json } = await run(LIST, own);
		const request = await onlySent();
		expect(request.query).toEqual({ skip: '0', limit: '3', ...filters });
		expect(request.contractErrors).toEqual([]);
		expect(json).toEqual((request.responseBody as { results: IDataObject[] }).results);
		expect(json).toHaveLength(3);
	});

	test('one, by its own ID and by its session', async () => {
		const [{ id: sessionId }] = await handedOver();
		const { json: found } = await run('ccConversation.getBySession', { sessionId });
		const conversationId = String(found[0].conversationId);
		const { json } = await run('ccConversation.get', { conversationId });
		expect(json).toEqual(found);
		expect(json[0]).toMatchObject({ sessionId, agent: expect.any(String) as string });
		expect((await sent()).map(({ path, contractErrors }) => [path, contractErrors])).toEqual([
			[`${BASE}/conversations/sessions/${sessionId}`, []],
			[`${BASE}/conversations/${conversationId}`, []],
		]);
	});

	testEach(
		'none that nobody has',
		[
			['ccConversation.get', { conversationId: 'c-none' }],
			['ccConversation.getBySession', { sessionId: 'none' }],
		] as Array<[string, INodeParameters]>,
		async ([id, own]) => {
			const error = await runToError(id, own);
			expect(error.description).toMatch(/Kore\.ai said: "Conversation not found: (c-)?none"/);
			expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
		},
	);
});

describe('assign', () => {
	const base = { orgId: ORGANIZATION_ID, callbackUrl: 'https://example.com/done' };
	const available = async () => (await run(FREE)).json[0];

	test('to an agent, and the conversation is with them', async () => {
		const [{ id: botSessionId }] = await handedOver();
		const agent = await available();
		const own = { ...base, botSessionId, aId: String(agent._id) };
		const { json, error } = await run(ASSIGN, own);
		expect(error).toBeUndefined();
		const [request] = await sent(ASSIGN);
		expect(request).toMatchObject({
			method: 'POST',
			path: `${BASE}/assign-conversation`,
			query: {},
			contractErrors: [],
		});
		expect(request.body).toEqual({ ...base, botSessionId, aId: agent._id });
		expect(json).toMatchObject([{ status: 'transferred', agentId: agent._id }]);
		const { json: now } = await run('ccConversation.getBySession', { sessionId: botSessionId });
		expect(now[0].agent).toBe(`${String(agent.firstName)} ${String(agent.lastName)}`);
	});

	test('to a queue, item by item', async () => {
		const sessions = (await handedOver()).slice(0, 2);
		const { json: before } = await run(LIST, { limit: 1, simplify: false });
		const [queue] = before[0].queues as IDataObject[];
		const items = itemsOf(sessions.map(({ id }) => ({ id })));
		const own = {
			...base,
			assignTo: 'queue',
			botSessionId: '={{ $json.id }}',
			queueId: String(queue.id),
		};
		const { outputs } = await run(ASSIGN, own, { items });
		expect(pairs(outputs[0])).toEqual([0, 1]);
		for (const { body, contractErrors } of await sent(ASSIGN)) {
			expect(contractErrors).toEqual([]);
			expect(body).toMatchObject({ transferredType: 'QUEUE', queueId: queue.id });
			expect(body).not.toHaveProperty('aId');
		}
	});

	test('to somebody who is none spoils its own item only', async () => {
		const [{ id: botSessionId }] = await handedOver();
		const agent = await available();
		const items = itemsOf([{ agent: 'a-none' }, { agent: agent._id }]);
		const own = { ...base, botSessionId, aId: '={{ $json.agent }}' };
		const { outputs } = await run(ASSIGN, own, { items, settings: SKIP_FAILED });
		expect(errorOf(outputs[0][0]).description).toContain('Agent not found: a-none');
		expect(outputs[0][1].json).toMatchObject({ status: 'transferred' });
	});
});

describe('agents', () => {
	test('all of them, page by page', async () => {
		const { json, error } = await run(AGENTS, { orgId: ORGANIZATION_ID, ...all });
		expect(error).toBeUndefined();
		const requests = await sent();
		expect(requests.map(({ query }) => query.page).sort()).toEqual(['1', '2', '3']);
		for (const request of requests) {
			expect(request.path).toBe(`${BASE}/organizations/${ORGANIZATION_ID}/agents`);
			expect(request.contractErrors).toEqual([]);
		}
		expect(json).toHaveLength(23);
		expect(new Set(json.map(({ agentId }) => agentId)).size).toBe(23);
		expect(Object.keys(json[0]).sort()).toEqual(shownFields(AGENTS));
		expect(json[0].queues).toEqual([]);
	});

	test('with their queues', async () => {
		const own = { orgId: ORGANIZATION_ID, limit: 1, options: { includeQueues: true } };
		const { json } = await run(AGENTS, own);
		expect((await onlySent()).query).toEqual({ page: '1', includeQueues: 'true' });
		expect(json).toMatchObject([{ queues: ['Default Queue'], skills: ['Billing'] }]);
	});

	test('of another organization', async () => {
		const error = await runToError(AGENTS, { orgId: 'o-none' });
		expect(error.description).toContain('Organization not found: o-none');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
	});

	test('who is free, the available ones first', async () => {
		const { json, error } = await run(FREE);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'POST',
			path: `${BASE}/agents/availability`,
			body: {},
			contractErrors: [],
		});
		const answer = request.responseBody as Record<string, IDataObject[]>;
		expect(json).toEqual(
			['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE'].flatMap((availability) =>
				answer[availability].map((agent) => ({ availability, ...agent })),
			),
		);
		expect(json).toHaveLength(23);
	});

	test('of some only', async () => {
		const { json: everybody } = await run(FREE);
		const agentIds = everybody.slice(0, 2).map(({ _id }) => String(_id));
		const filters = { agentIds, queueIds: ['qu-1'], skillIds: ['s-1'] };
		await run(FREE, { filters });
		const [, request] = await sent();
		expect(request.body).toEqual(filters);
		const { json } = await run(FREE, { filters: { agentIds } });
		expect(json.map(({ _id }) => _id)).toEqual(agentIds);
	});
});

describe('call: dial out', () => {
	const DIAL = 'call.dialOut';
	const own = { target: '+48 600 000 001', caller: '+48 22 000 00 00' };

	testEach(
		'to a number or an address',
		[
			['+48 600 000 001', 'tel:48600000001'],
			['tel:911234567890', 'tel:911234567890'],
			['sip:123@example.com:5060', 'sip:123@example.com:5060'],
		],
		async ([target, uri]) => {
			const { json, error } = await run(DIAL, { ...own, target });
			expect(error).toBeUndefined();
			const request = await onlySent();
			expect(request).toMatchObject({
				method: 'POST',
				path: `/api/1.1/public/bot/${BOT}/V2/smartassist/dialout`,
				contractErrors: [],
			});
			expect(request.body).toEqual({ bot: BOT, target: uri, caller: '+48220000000' });
			expect(json).toEqual([request.responseBody]);
			expect((await state()).callsOut).toHaveLength(1);
		},
	);

	test('with all options', async () => {
		const options = {
			callControlParameter: '{ "sttProvider": "deepgram" }',
			machineDetection: 'disconnect',
			machineEvents: false,
			metadata: '{ "userName": "John" }',
			notifyHeaders: '{ "x-a": "b" }',
			notifyurl: 'https://example.com/calls',
			timeoutInMs: 30_000,
			thresholdWordCount: 4,
			timers: '{ "toneTimeoutMs": 1000 }',
			trunk: 'TRUNK',
		};
		await run(DIAL, { ...own, options });
		const { body, contractErrors } = await onlySent();
		expect(contractErrors).toEqual([]);
		expect(body).toEqual({
			bot: BOT,
			target: 'tel:48600000001',
			caller: '+48220000000',
			callControlParameter: { sttProvider: 'deepgram' },
			machineDetection: 'disconnect',
			amdEventsSubscription: [],
			metadata: { userName: 'John' },
			notifyHeaders: { 'x-a': 'b' },
			notifyurl: 'https://example.com/calls',
			timeoutInMs: 30_000,
			thresholdWordCount: 4,
			timers: { toneTimeoutMs: 1000 },
			trunk: 'TRUNK',
		});
	});

	testEach(
		'to what is no number nothing is sent',
		[
			['target', { ...own, target: '600 000 001' }, "'To' '600 000 001' "],
			['caller', { ...own, caller: 'nobody' }, "'From' 'nobody' "],
			['empty', { ...own, target: '={{ $json.none }}' }, "'To' is empty"],
		] as Array<[string, INodeParameters, string]>,
		async ([, given, message]) => {
			const error = await runToError(DIAL, given);
			expect(error.message.startsWith(message)).toBe(true);
			expect(error.cause).toBe('configuration-invalid');
			expect(await sent()).toEqual([]);
		},
	);
});

describe('SMS: send', () => {
	const own = { fromNo: '+48 22 000 00 00', toNo: '+48-600-000-001' };

	test('the numbers, in E.164', async () => {
		const { json, error } = await run('sms.send', own);
		expect(error).toBeUndefined();
		const request = await onlySent();
		expect(request).toMatchObject({
			method: 'POST',
			path: `/api/public/bot/${BOT}/outboundsms`,
			contractErrors: [],
		});
		expect(request.body).toEqual({ fromNo: '+48220000000', toNo: '+48600000001' });
		expect(json).toEqual([request.responseBody]);
	});

	test('a number that is none: nothing is sent', async () => {
		const error = await runToError('sms.send', { ...own, toNo: '12' });
		expect(error.message).toMatch(/^'To' '12' .* \[item 0]$/);
		expect(error.description).toContain('country code');
		expect(await sent()).toEqual([]);
	});
});
