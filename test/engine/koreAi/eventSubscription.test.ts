import { activate, deactivate } from '../../support/contexts';
import { BOT, NARROW_APP, OTHER_BOT, BOT_APP, UNKNOWN_BOT, useKore } from '../../support/koreAi';
import { useEventListeners } from '../../support/koreAiEvents';
import { byId } from '../../../engine/jobs';

const bench = useKore();
const listen = useEventListeners(() => bench.sandbox().url);

const subscriptions = async () => (await bench.state()).subscriptions;
const changes = async () =>
	[...(await bench.sent('webhook.subscribe')), ...(await bench.sent('agentIntegration.reset'))]
		.length;

describe('publishing', () => {
	test('enters the address, the app and the events with the bot', async () => {
		const listener = await listen({ event: ['onEvent', 'onAlert'] });
		expect(await activate(listener.setup)).toBe(true);
		const [{ body, status, contractErrors }] = await bench.sent('webhook.subscribe');
		expect([status, contractErrors]).toEqual([200, []]);
		expect(body).toEqual({
			connectorEnabled: false,
			PIIMaskingDisabledForAgentTransfer: false,
			sdkClientId: 'cs-admin',
			sdkHostUri: listener.address,
			// The last one is said to be mandatory.
			subscribedFor: ['onAgentTransfer', 'onAlert', 'onEvent'],
		});
		expect(Object.keys(await subscriptions())).toEqual([BOT]);
	});

	test('never asks for messages unless they were chosen', async () => {
		const listener = await listen({ event: ['onHook'] });
		await activate(listener.setup);
		expect((await subscriptions())[BOT].events).toEqual(['onAgentTransfer', 'onHook']);
		await deactivate(listener.setup);
		const other = await listen({ event: ['onMessage'] });
		await activate(other.setup);
		expect((await subscriptions())[BOT].events).toEqual(['onAgentTransfer', 'onMessage']);
	});

	test('twice enters it once', async () => {
		const { setup } = await listen();
		await activate(setup);
		expect(await activate(setup)).toBe(true);
		expect(await bench.sent('webhook.subscribe')).toHaveLength(1);
	});

	test('with other events enters them over its own', async () => {
		const { setup } = await listen();
		await activate(setup);
		await activate({ ...setup, parameters: { event: ['onAlert'] } });
		expect((await subscriptions())[BOT].events).toEqual(['onAgentTransfer', 'onAlert']);
	});

	test('leaves what another one has entered alone, and says what to do', async () => {
		const other = await listen();
		await activate(other.setup);
		const before = await subscriptions();
		const { setup } = await listen();
		await expect(activate(setup)).rejects.toThrow(
			"The bot has a custom (BotKit) integration already, and this trigger did not enter it: reset it in Kore.ai, or turn on 'Replace Existing' in 'Options'",
		);
		expect(await subscriptions()).toEqual(before);
		// Nor does unpublishing take it away.
		await deactivate(setup);
		expect(await subscriptions()).toEqual(before);
	});

	test('replaces it when it is told to', async () => {
		const other = await listen();
		await activate(other.setup);
		const listener = await listen({ options: { replaceExisting: true } });
		await activate(listener.setup);
		expect((await subscriptions())[BOT].hostUri).toBe(listener.address);
	});

	test('two at the same time do not both take the bot', async () => {
		const triggers = [await listen(), await listen()];
		const outcomes = await Promise.allSettled(
			triggers.map(async ({ setup }) => await activate(setup)),
		);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await bench.sent('webhook.subscribe')).toHaveLength(1);
	});

	test('stops when it cannot see what is there', async () => {
		const { setup } = await listen();
		await bench.fault('agentIntegration.getChannelMappings', {
			kind: 'status',
			status: 403,
			body: {},
		});
		await expect(activate(setup)).rejects.toThrow(
			"Whether the bot has a custom integration already could not be read. Give the app the scope agent_integrations:read, or turn on 'Replace Existing' in 'Options'.",
		);
		await bench.answerWith('agentIntegration.getChannelMappings', { state: 'configured' });
		await expect(activate(setup)).rejects.toThrow('could not be read');
		expect(await changes()).toBe(0);
	});

	test('of an unknown bot, or with an app that may not, fails', async () => {
		const unknown = await listen({ bot: byId(UNKNOWN_BOT) });
		await expect(activate(unknown.setup)).rejects.toThrow();
		const narrow = await listen({ options: { replaceExisting: true } }, { account: NARROW_APP });
		await expect(activate(narrow.setup)).rejects.toThrow();
		const ofBot = await listen({ options: { replaceExisting: true } }, { account: BOT_APP });
		await expect(activate(ofBot.setup)).rejects.toThrow('Admin Console');
		expect(await subscriptions()).toEqual({});
	});

	test('without an event or a bot fails before anything is sent', async () => {
		const { setup } = await listen({ event: [] });
		await expect(activate(setup)).rejects.toThrow("'Trigger On'");
		const { setup: without } = await listen({}, { account: { defaultBotId: '' } });
		await expect(activate(without)).rejects.toThrow("'Bot'");
		expect(await bench.sent()).toEqual([]);
	});

	test('whose answer is lost says so, and the next one enters it again', async () => {
		const listener = await listen({ options: { replaceExisting: true } });
		await bench.fault('webhook.subscribe', { kind: 'reset', applyFirst: true });
		await expect(activate(listener.setup)).rejects.toThrow('unknown');
		await activate(listener.setup);
		expect((await subscriptions())[BOT].hostUri).toBe(listener.address);
	});
});

describe('unpublishing', () => {
	test('resets the integration', async () => {
		const { setup } = await listen();
		await activate(setup);
		await deactivate(setup);
		expect(await subscriptions()).toEqual({});
		expect(await bench.sent('agentIntegration.reset')).toHaveLength(1);
		// And then there is nothing left of it.
		await deactivate(setup);
		expect(await bench.sent('agentIntegration.reset')).toHaveLength(1);
		await activate(setup);
		expect(Object.keys(await subscriptions())).toEqual([BOT]);
	});

	test('resets it with the bot that it was entered with', async () => {
		const { setup } = await listen();
		await activate(setup);
		await deactivate({ ...setup, parameters: { bot: byId(OTHER_BOT) } });
		expect(await subscriptions()).toEqual({});
	});

	test('keeps it when it is told to, and knows it again', async () => {
		const { setup } = await listen({ options: { keepSubscription: true } });
		await activate(setup);
		await deactivate(setup);
		expect(Object.keys(await subscriptions())).toEqual([BOT]);
		await activate({ ...setup, parameters: { event: ['onAlert'] } });
		expect((await subscriptions())[BOT].events).toContain('onAlert');
	});

	test('is all right when it is gone, and fails when it is not', async () => {
		const { setup } = await listen();
		await activate(setup);
		const gone = { kind: 'status', status: 404, body: {} };
		await bench.fault('agentIntegration.reset', gone);
		await expect(deactivate(setup)).rejects.toThrow();
		await bench.fault('agentIntegration.reset', { ...gone, applyFirst: true });
		await bench.answerWith('agentIntegration.getChannelMappings', {
			channelMappings: { default: 'kore' },
		});
		await deactivate(setup);
		expect(setup.staticData).toEqual({ 'node:Node': {} });
	});
});

test('listening for a test event touches nothing', async () => {
	const { setup } = await listen({}, { active: false });
	expect(await activate(setup)).toBe(true);
	await deactivate(setup);
	expect(await bench.sent()).toEqual([]);
});

test('what is entered by hand since is not reset', async () => {
	const { setup } = await listen({ options: { keepSubscription: true } });
	await activate(setup);
	await deactivate(setup);
	const byHand = { ...setup, parameters: { ...setup.parameters, options: { enterByHand: true } } };
	await activate(byHand);
	await deactivate(byHand);
	expect(await bench.sent('agentIntegration.reset')).toEqual([]);
});

test('what is entered by hand is left to whoever does it', async () => {
	const { setup } = await listen({ options: { enterByHand: true } }, { account: BOT_APP });
	expect(await activate(setup)).toBe(true);
	await deactivate(setup);
	expect(await bench.sent()).toEqual([]);
});

test('events come only after the bot was published', async () => {
	const listener = await listen();
	await activate(listener.setup);
	const order = { vendor: 'kore-ai', to: BOT, event: 'on_event' };
	await expect(bench.sandbox().control('webhook', order)).rejects.toThrow('400');
	expect(listener.receptions).toEqual([]);
	await bench.run('bot.publish', { versionComment: 'with events' });
	await bench.sandbox().control('webhook', order);
	expect(listener.started).toHaveLength(1);
});
