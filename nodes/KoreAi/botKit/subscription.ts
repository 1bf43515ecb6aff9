import { isEqual } from 'lodash';
import type { IHookFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { Client } from '../../shared/call/client';
import { Session } from '../../shared/call/session';
import { koreAi } from '../api';
import { channelMappingsOf } from '../channelMappings';
import type { Operations } from '../contract';
import { MANDATORY, settingsOf, type Settings } from './event';

/** What stands behind BotKit's address among the agent integrations (docs/evidence/kore-ai.md §7.1). */
const CUSTOM = 'custom';

const CHECK = "To find out, look at the bot's custom integration in Kore.ai.";

/** What a trigger entered, as n8n keeps it with the workflow. */
interface Entered {
	botId: string;
	host: string;
	clientId: string;
	events: string[];
	url: string;
}

interface Opened {
	settings: Settings;
	api: Client<Operations>;
	/** What the trigger has to enter. */
	wanted: Entered;
}

/** The address that Kore.ai appends those of its calls to. */
export const baseOf = (hook: IHookFunctions): string => String(hook.getNodeWebhookUrl('setup'));

const keptBy = (hook: IHookFunctions) =>
	hook.getWorkflowStaticData('node') as { entered?: Entered };

/** Reads and checks credential and settings. Throws NodeOperationError when they make no sense. */
async function open(hook: IHookFunctions): Promise<Opened> {
	const session = await Session.open(hook, koreAi);
	const settings = settingsOf(hook, session.credentials);
	// Publishing fails, and not the first call.
	settings.check();
	return {
		settings,
		api: new Client(session, { maxRetryWait: 20, check: CHECK }),
		wanted: {
			botId: settings.get('bot'),
			host: session.baseUrl,
			clientId: String(session.credentials.clientId).trim(),
			events: [...new Set([...settings.get('event'), MANDATORY])].sort(),
			url: baseOf(hook),
		},
	};
}

/** A bot has one address, which takes a publish of the bot: listening for a test event must not take it. */
const isTest = (hook: IHookFunctions) => !hook.getWorkflow().active;

/** Whether nothing is left to enter. */
export async function isSubscribed(hook: IHookFunctions): Promise<boolean> {
	const { settings, wanted } = await open(hook);
	const isLeft = !isTest(hook) && !settings.group('options').get('enterByHand');
	return !isLeft || isEqual(keptBy(hook).entered, wanted);
}

/**
 * Enters the trigger's address with the bot. Throws NodeApiError when Kore.ai refuses, and NodeOperationError when
 * the bot has a custom integration already, that this trigger did not enter and is not told to replace.
 */
export async function subscribe(hook: IHookFunctions): Promise<void> {
	const { settings, api, wanted } = await open(hook);
	api.checkCredential('webhook.subscribe');
	const { botId, clientId, url, events } = wanted;
	const kept = keptBy(hook);
	const isOurs = kept.entered?.botId === botId && kept.entered.host === wanted.host;
	await api.exclusive([`subscription ${botId}`], `the events of bot ${botId}`, async () => {
		if (!isOurs && !settings.group('options').get('replaceExisting')) await refuseTaken(api, botId);
		await api.call('webhook.subscribe', {
			path: { botId },
			body: {
				connectorEnabled: false,
				PIIMaskingDisabledForAgentTransfer: false,
				sdkClientId: clientId,
				sdkHostUri: url,
				subscribedFor: events,
			},
		});
		kept.entered = wanted;
	});
}

/**
 * Resets the custom integration that the trigger entered, unless the user wants to keep it: a call that only ends the
 * subscription is not documented. One that the trigger did not enter is left alone.
 */
export async function unsubscribe(hook: IHookFunctions): Promise<void> {
	const kept = keptBy(hook);
	if (isTest(hook) || !kept.entered) return;
	const { settings, api } = await open(hook);
	const options = settings.group('options');
	if (options.get('keepSubscription') || options.get('enterByHand')) return;
	const { botId } = kept.entered;
	await api
		.call('agentIntegration.reset', { path: { botId, integration: CUSTOM } })
		.catch(async (thrown: Error) => {
			const mayBeGone = thrown instanceof NodeApiError && thrown.httpCode === '404';
			if (!mayBeGone || (await isTaken(api, botId))) throw thrown;
		});
	delete kept.entered;
}

/** Whether a channel of the bot uses a custom integration. */
async function isTaken(api: Client<Operations>, botId: string): Promise<boolean> {
	return Object.values(await channelMappingsOf(api, botId)).includes(CUSTOM);
}

async function refuseTaken(api: Client<Operations>, botId: string): Promise<void> {
	const taken = await isTaken(api, botId).catch((thrown: Error) => {
		// n8n shows no more than the message when publishing did not succeed.
		thrown.message = `Whether the bot has a custom integration already could not be read. Give the app the scope agent_integrations:read, or turn on 'Replace Existing' in 'Options'. ${thrown.message}`;
		throw thrown;
	});
	if (!taken) return;
	api.fail(
		"The bot has a custom (BotKit) integration already, and this trigger did not enter it: reset it in Kore.ai, or turn on 'Replace Existing' in 'Options'",
		'Kore.ai does not show whose it is. Another system that gets the events of this bot would no longer get them.',
	);
}
