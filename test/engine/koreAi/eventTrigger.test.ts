import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { sign } from '../../sandbox/koreAiClient';
import { activate, receive, type Received } from '../../support/contexts';
import { testEach } from '../../support/sandbox';
import { BOT, OTHER_BOT, expectNoSecret, useKore } from '../../support/koreAi';
import { WEBHOOK_ID, useEventListeners, type EventListener } from '../../support/koreAiEvents';

const bench = useKore();
const listen = useEventListeners(() => bench.sandbox().url);

const CLIENT = 'cs-admin';
const SECRET = 'admin-secret-of-kore-ai';
const now = () => Math.floor(Date.now() / 1000);
const tokenOf = (claims: object = {}, secret = SECRET, alg = 'HS256') =>
	sign({ appId: CLIENT, iat: now(), exp: now() + 60, ...claims }, secret, alg);

const EVERY = ['onAgentTransfer', 'onAlert', 'onEvent', 'onHook', 'onMessage', 'onVariableUpdate'];

/** A call as n8n hands it to the trigger. */
const call = (body: unknown, more: Partial<Received> & { eventName?: string } = {}): Received => {
	const { eventName = 'on_event', ...rest } = more;
	const params = { [WEBHOOK_ID]: BOT, eventName };
	return { headers: { token: tokenOf() }, params, body, ...rest };
};

/** A trigger whose bot was published after it was. */
async function published(parameters: INodeParameters = {}): Promise<EventListener> {
	const listener = await listen(parameters);
	await activate(listener.setup);
	await bench.run('bot.publish', { versionComment: 'with events' });
	return listener;
}

const send = async (order: object) =>
	(await bench.sandbox().control('webhook', { vendor: 'kore-ai', to: BOT, ...order })) as {
		status: number;
		body: unknown;
	};

describe('an event', () => {
	test('of the sandbox starts the workflow with ten fields at most', async () => {
		const listener = await published();
		expect(await send({ event: 'on_event' })).toMatchObject({ status: 200, body: {} });
		const [latest] = (await bench.state()).sessions;
		expect(listener.started).toEqual([
			{
				eventName: 'on_event',
				botId: BOT,
				requestId: expect.stringMatching(/^[\w-]{36}$/),
				channel: latest.channel,
				from: latest.user.id,
				message: 'Where is my order?',
				details: { eventType: 'endDialog' },
			},
		]);
	});

	test('comes as it is when not simplified, and cannot pose as an item or another event', async () => {
		const listener = await published({ simplify: false });
		const payload = { json: { evil: 1 }, pairedItem: 7, eventName: 'on_alert', botId: 'st-0' };
		await send({ event: 'on_event', payload });
		const [item] = listener.receptions[0].result.workflowData?.[0] ?? [];
		expect(Object.keys(item)).toEqual(['json']);
		expect(item.json).toMatchObject({ eventName: 'on_event', botId: BOT, payload });
	});

	test('of a component has its ID', async () => {
		const listener = await published({ event: ['onHook'] });
		await send({ event: 'components/dc-7/on_webhook' });
		expect(listener.started).toMatchObject([{ eventName: 'on_webhook', componentId: 'dc-7' }]);
	});

	testEach(
		'starts the workflow by what it is subscribed as',
		[
			['on_agent_transfer', 'onAgentTransfer'],
			['on_alert', 'onAlert'],
			['on_bot_message', 'onMessage'],
			['on_client_event', 'onEvent'],
			['on_event', 'onEvent'],
			['on_user_message', 'onMessage'],
			['on_variable_update', 'onVariableUpdate'],
			['on_webhook', 'onHook'],
		],
		async ([eventName, subscribedAs]) => {
			for (const event of EVERY) {
				const { setup } = await listen({ event: [event] });
				const reception = await receive(setup, call({}, { eventName }));
				expect([event, reception.run !== undefined]).toEqual([event, event === subscribedAs]);
				expect(reception.answer?.status ?? 200).toBe(200);
			}
		},
	);

	testEach(
		'of a name that nobody knows is acknowledged and starts nothing',
		['on_anything', '__proto__', 'constructor'],
		async (eventName) => {
			const { setup } = await listen({ event: EVERY });
			const { answer, run } = await receive(setup, call({}, { eventName }));
			expect(answer).toEqual({ status: 200, body: {} });
			expect(run).toBeUndefined();
		},
	);

	test('of another bot starts nothing', async () => {
		const { setup } = await listen();
		const params = { [WEBHOOK_ID]: OTHER_BOT, eventName: 'on_event' };
		const { answer, run } = await receive(setup, call({}, { params }));
		expect([answer?.status, run]).toEqual([400, undefined]);
	});

	test('without an object in its body is none', async () => {
		const { setup } = await listen();
		const { answer, run } = await receive(setup, call(['a']));
		expect([answer?.status, run]).toEqual([400, undefined]);
	});
});

describe('a webhook node', () => {
	const payload = { requestId: 'r-1', context: { entities: { order: 'A-117' } } };
	const reached = () => call(payload, { eventName: 'on_webhook' });

	test('goes on at once with what it sent', async () => {
		const { setup } = await listen({ event: ['onHook'] });
		const { answer, result, run } = await receive(setup, reached());
		expect(answer).toBeUndefined();
		expect(result.webhookResponse).toEqual(payload);
		expect(run).toBeDefined();
	});

	test('waits if the workflow is to answer it later', async () => {
		const { setup } = await listen({ event: ['onHook'], hookAnswer: 'later' });
		const { answer, run } = await receive(setup, reached());
		expect(answer).toEqual({
			status: 202,
			body: { customCode: 'ASYNC_RESPONSE', message: expect.any(String), statusCode: 202 },
		});
		expect(run).toBeDefined();
	});

	test('goes on although nobody wants its event', async () => {
		const { setup } = await listen({ event: ['onEvent'] });
		const { answer, run } = await receive(setup, reached());
		expect(answer).toEqual({ status: 200, body: payload });
		expect(run).toBeUndefined();
	});
});

describe('a call is let in only with proof', () => {
	const unsigned = (alg: string) => {
		const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
		return `${part({ alg })}.${part({ appId: CLIENT })}.`;
	};

	testEach(
		'refused',
		// Made when they are sent: they are good for a minute.
		[
			['no header', () => ({})],
			['an empty token', () => ({ token: '' })],
			['no token', () => ({ token: 'a.b.c' })],
			['another secret', () => ({ token: tokenOf({}, 'another') })],
			['another app', () => ({ token: tokenOf({ appId: 'cs-bot' }) })],
			['no app', () => ({ token: tokenOf({ appId: undefined }) })],
			['one that ended an hour ago', () => ({ token: tokenOf({ exp: now() - 3600 }) })],
			['a changed signature', () => ({ token: `${tokenOf()}x` })],
			['a fourth part', () => ({ token: `${tokenOf()}.more` })],
			['no signature', () => ({ token: unsigned('none') })],
			['a strange algorithm', () => ({ token: unsigned('__proto__') })],
			['an empty legacy header', () => ({ apikey: '' })],
			['another legacy secret', () => ({ apikey: `${SECRET}x` })],
			['the client ID', () => ({ apikey: CLIENT })],
		] as Array<[string, () => Record<string, string>]>,
		async ([, headers]) => {
			const { setup } = await listen();
			const { answer, run } = await receive(setup, call({}, { headers: headers() }));
			expect(answer).toEqual({
				status: 401,
				body: { errors: [{ msg: 'Invalid apikey', code: 4002 }] },
			});
			expect(run).toBeUndefined();
		},
	);

	testEach(
		'accepted',
		// Made when they are sent: they are good for a minute.
		[
			['a token', () => ({ token: tokenOf() })],
			['one by HS512', () => ({ token: tokenOf({}, SECRET, 'HS512') })],
			['one without an end', () => ({ token: tokenOf({ exp: undefined }) })],
			['one by a clock behind ours', () => ({ token: tokenOf({ exp: now() - 60 }) })],
			['the legacy header', () => ({ apikey: SECRET })],
		] as Array<[string, () => Record<string, string>]>,
		async ([, headers]) => {
			const { setup } = await listen();
			const { run } = await receive(setup, call({ requestId: 'r-1' }, { headers: headers() }));
			expect(run).toBeDefined();
			expectNoSecret(run?.data, SECRET);
		},
	);

	test('a credential without a secret lets nobody in', async () => {
		const { setup } = await listen({}, { account: { clientSecret: '' } });
		for (const headers of [{ apikey: '' }, { token: tokenOf({}, 'x') }] as IDataObject[]) {
			const given = call({}, { headers: headers as Record<string, string> });
			expect((await receive(setup, given)).answer?.status).toBe(401);
		}
	});
});

test('the address itself says what it is for', async () => {
	const { setup } = await listen();
	const { answer, run } = await receive(setup, { method: 'GET' });
	expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('Kore.ai') });
	expect(run).toBeUndefined();
});

test('what is refused while the editor listens is an error there', async () => {
	const { setup } = await listen();
	const params = { [WEBHOOK_ID]: OTHER_BOT, eventName: 'on_event' };
	for (const refused of [call({}, { headers: {} }), call({}, { params }), call([])]) {
		await expect(receive(setup, refused, 'manual')).rejects.toThrow('A call was refused: ');
	}
});
