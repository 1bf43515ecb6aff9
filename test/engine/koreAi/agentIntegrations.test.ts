import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import { BOT, shownFields, UNKNOWN_BOT, useKore } from '../../support/koreAi';
import { BUILDING_MINIMAL } from '../../support/koreAiBuilding';
import { done } from '../../support/koreAiKnowledge';
import { testEach } from '../../support/sandbox';

/** Agent Integration. */
const kore = useKore();
const { fault, onlySent, runToError, sent, state } = kore;

const I = `/api/public/bot/${BOT}/agentintegrations`;
const bot = byId(BOT);
const configured = { state: 'configured', requiresPublish: true };
const SERVICE_NOW = {
	host: 'https://example.service-now.com',
	authType: 'basic',
	userId: 'n8n',
	password: 'very-secret',
	VAApi: false,
	queueId: 'q-1',
};

const withConfiguration = (id: string, more: INodeParameters = {}) =>
	done(kore, id, {
		bot,
		integration: 'servicenow',
		configuration: JSON.stringify(SERVICE_NOW),
		...more,
	});
const mappings = async () =>
	(await done(kore, 'agentIntegration.getChannelMappings', { bot }))[0].channelMappings as Record<
		string,
		string
	>;
const map = async (...channel: INodeParameters[]) =>
	await done(kore, 'agentIntegration.updateChannelMappings', { bot, channels: { channel } });

test.each([
	['agentIntegration.enable', 'POST', {}, {}],
	['agentIntegration.update', 'PUT', {}, {}],
	[
		'agentIntegration.enable',
		'POST',
		{ options: { setAsDefault: true } },
		{ setAsDefault: 'true' },
	],
])('%s is a %s with the options %j', async (id, method, more, query) => {
	const output = await withConfiguration(id, more);
	expect(await onlySent()).toMatchObject({
		method,
		path: `${I}/chat/servicenow`,
		body: SERVICE_NOW,
		query,
		contractErrors: [],
	});
	expect(output).toEqual([configured]);
	expect(Object.keys(output[0]).sort()).toEqual(shownFields(id).sort());
	expect((await state()).building.integrations[BOT]).toEqual({ servicenow: SERVICE_NOW });
});

test('Get Channel Mappings: one key per channel, and default', async () => {
	const [output] = await done(kore, 'agentIntegration.getChannelMappings', { bot });
	expect(await onlySent()).toMatchObject({ path: `${I}/channelmappings`, contractErrors: [] });
	expect(output).toEqual({
		channelMappings: expect.objectContaining({ default: 'kore' }) as unknown,
		...configured,
	});
	expect(Object.keys(output).sort()).toEqual(
		shownFields('agentIntegration.getChannelMappings').sort(),
	);
});

test('Update Channel Mappings: what is not named is sent back as it was', async () => {
	await withConfiguration('agentIntegration.enable');
	const before = await mappings();
	const [channel] = Object.keys(before).filter((name) => name !== 'default');
	await map({ channel, integration: 'servicenow' });
	const [request] = await sent('agentIntegration.updateChannelMappings');
	const after = { ...before, [channel]: 'servicenow' };
	expect(request).toMatchObject({
		method: 'PUT',
		path: `${I}/channelmappings`,
		contractErrors: [],
	});
	expect(request.body).toEqual({ channelMappings: after });
	expect(await mappings()).toEqual(after);
});

test('Update Channel Mappings: what is not configured is refused, in the words of Kore.ai', async () => {
	const before = await mappings();
	const channel = [{ channel: 'default', integration: 'genesys' }];
	const error = await runToError('agentIntegration.updateChannelMappings', {
		bot,
		channels: { channel },
	});
	expect(error.description).toContain('The integration genesys is not configured');
	expect(await mappings()).toEqual(before);
});

test('Update Channel Mappings: without those that are there nothing is sent, as all are replaced', async () => {
	const channel = [{ channel: 'rtm', integration: 'kore' }];
	await kore.answerWith('agentIntegration.getChannelMappings', { channelMappings: [] });
	await runToError('agentIntegration.updateChannelMappings', { bot, channels: { channel } });
	expect(await sent('agentIntegration.updateChannelMappings')).toEqual([]);
});

test('Reset, once DELETE is typed', async () => {
	await withConfiguration('agentIntegration.enable');
	const own = { bot, integration: 'servicenow' };
	const error = await runToError('agentIntegration.reset', { ...own, confirmation: 'delete' });
	expect(error.message).toBe("'Confirmation' does not say DELETE [item 0]");
	expect(await sent('agentIntegration.reset')).toEqual([]);
	const [output] = await done(kore, 'agentIntegration.reset', { ...own, confirmation: 'DELETE' });
	expect((await sent('agentIntegration.reset'))[0]).toMatchObject({
		method: 'DELETE',
		path: `${I}/chat/servicenow`,
		contractErrors: [],
	});
	expect(output).toEqual({ status: 'deleted', integration: 'servicenow' });
	expect(Object.keys(output).sort()).toEqual(shownFields('agentIntegration.reset').sort());
	expect((await state()).building.integrations[BOT]).toEqual({});
});

const none = byId('={{ $json.none }}');
const refused: Array<[string, INodeParameters, string]> = [
	...['{}', '[1]', '7'].map((configuration): [string, INodeParameters, string] => [
		'agentIntegration.enable',
		{ configuration },
		"'Configuration (JSON)' is no object",
	]),
	['agentIntegration.enable', { bot: none }, "'Bot' is empty"],
	['agentIntegration.update', { bot: none }, "'Bot' is empty"],
	['agentIntegration.reset', { bot: none }, "'Bot' is empty"],
	['agentIntegration.updateChannelMappings', { channels: {} }, "'Channels' is empty"],
];

testEach('what makes no sense is told before anything is sent', refused, async (one) => {
	const [id, own, message] = one;
	const error = await runToError(id, { ...BUILDING_MINIMAL[id], ...own });
	expect(error.message).toBe(`${message} [item 0]`);
	expect(await sent()).toEqual([]);
});

test('a bot that Kore.ai does not know', async () => {
	const own = { ...BUILDING_MINIMAL['agentIntegration.enable'], bot: byId(UNKNOWN_BOT) };
	const error = await runToError('agentIntegration.enable', own);
	expect(error.description).toContain('to a bot ID it does not know');
});

test('a lost answer is not asked for again, and shows no password', async () => {
	await fault('agentIntegration.enable', { kind: 'status', status: 502 });
	const error = await runToError('agentIntegration.enable', {
		bot,
		integration: 'servicenow',
		configuration: JSON.stringify(SERVICE_NOW),
	});
	expect(error.description).toContain("the bot's agent integrations in Kore.ai");
	expect(JSON.stringify(error)).not.toContain('very-secret');
	expect(await sent()).toHaveLength(1);
});
