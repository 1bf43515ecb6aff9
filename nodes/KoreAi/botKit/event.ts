import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHookFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { collection, simplify } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import { triggerSettings } from '../../shared/trigger/webhook';
import type { BotEvent } from '../contract';
import { bot } from '../locators';

/** The events as a subscription names them, by the names in the addresses of calls (docs/evidence/kore-ai.md §7.1). */
const SUBSCRIBED_AS: Record<string, string> = {
	on_agent_transfer: 'onAgentTransfer',
	on_alert: 'onAlert',
	on_bot_message: 'onMessage',
	// Inferred: the vendor's pages name it beside the others, and it is an event.
	on_client_event: 'onEvent',
	on_event: 'onEvent',
	on_user_message: 'onMessage',
	on_variable_update: 'onVariableUpdate',
	on_webhook: 'onHook',
};

/** Said to be part of every subscription (docs/evidence/kore-ai.md §7.1). */
export const MANDATORY = 'onAgentTransfer';

/** The event on which a dialog waits for an answer. */
export const WAITS = 'on_webhook';

/** How a webhook node of a dialog is answered. */
export const ANSWER = { unchanged: 'unchanged', later: 'later' } as const;

/** The fields of Kore.ai Event Trigger. */
export const triggerFields = fieldList([
	{
		displayName:
			"Publishing the workflow enters its address as the bot's custom (BotKit) integration, of which a bot has one. <b>Then publish the bot in Kore.ai</b>: events come only after that. Kore.ai subscribes agent transfers with every event, so conversations that the bot hands over through this integration come here, too. <i>Execute step</i> registers nothing.",
		name: 'notice',
		type: 'notice',
		default: '',
	},
	bot,
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'multiOptions',
		required: true,
		options: [
			{
				name: 'Agent Transfer',
				value: 'onAgentTransfer',
				description: 'The bot hands a conversation over to a person',
			},
			{ name: 'Alert', value: 'onAlert', description: 'An alert task ran' },
			{
				name: 'Bot Event',
				value: 'onEvent',
				description: 'A dialog or FAQ ended, or something happened in the contact centre',
			},
			{
				name: 'Message',
				value: 'onMessage',
				description: 'A person or the bot wrote a message, which then waits for the workflow',
			},
			{ name: 'Variable Updated', value: 'onVariableUpdate', description: 'A variable changed' },
			{
				name: 'Webhook Node Reached',
				value: 'onHook',
				description: 'A dialog reached a webhook node and waits for an answer',
			},
		],
		default: ['onEvent'],
	},
	{
		displayName:
			"<b>Message puts this workflow in every message's way</b>: neither the bot nor the person gets one before the workflow posts it to the sendBotMessageUrl or sendUserMessageUrl that came with it (inferred from Kore.ai's SDK). Only to read along, use Kore.ai Trigger with New Message.",
		name: 'messageNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { event: ['onMessage'] } },
	},
	{
		displayName: 'Answer Webhook Node',
		name: 'hookAnswer',
		type: 'options',
		options: [
			{
				name: 'At Once, Unchanged',
				value: ANSWER.unchanged,
				description: 'The dialog goes on while the workflow runs',
			},
			{
				name: 'Later, by the Workflow',
				value: ANSWER.later,
				description: 'The dialog waits until the workflow posts the payload to callbackUrl',
			},
		],
		default: 'unchanged',
		description:
			"What the dialog gets from its webhook node. To answer later, post the payload with the HTTP Request node and this trigger's credential.",
		displayOptions: { show: { event: ['onHook'] } },
	},
	simplify,
	collection('Options', [
		{
			displayName: 'Enter by Hand',
			name: 'enterByHand',
			type: 'boolean',
			default: false,
			description:
				'Whether you enter the address above in Kore.ai yourself, under App Settings > Dev Tools > BotKit. The trigger then enters and resets nothing.',
		},
		{
			displayName: 'Keep Subscription',
			name: 'keepSubscription',
			type: 'boolean',
			default: false,
			description:
				'Whether the bot keeps the address when the workflow is unpublished. Otherwise its custom integration is reset, and the bot has to be published once more.',
		},
		{
			displayName: 'Replace Existing',
			name: 'replaceExisting',
			type: 'boolean',
			default: false,
			description:
				"Whether to enter the address without looking whether the bot has a custom integration already, such as another system's. Kore.ai does not show whose it is, and what is replaced cannot be brought back.",
		},
	]),
]);

/** The trigger's settings, checked as the fields of an action are. */
export const settingsOf = (
	trigger: IWebhookFunctions | IHookFunctions,
	credentials: ICredentialDataDecryptedObject,
) => triggerSettings(trigger, triggerFields, credentials);

export type Settings = ReturnType<typeof settingsOf>;

/** Whether the settings let a call for this event start the workflow. */
export const isWanted = (settings: Settings, eventName: string): boolean =>
	Object.hasOwn(SUBSCRIBED_AS, eventName) &&
	(settings.get('event') as string[]).includes(SUBSCRIBED_AS[eventName]);

/** What a call is about, by its address. */
export interface Address {
	eventName: string;
	botId: string;
	componentId?: string;
}

/** An event in up to ten fields. `details` says what a bot event is. */
export function simplified(address: Address, body: BotEvent): IDataObject {
	const { requestId, channel, message, event, CCAIMetaInfo, callbackUrl } = body;
	return {
		...address,
		requestId,
		channel: channel?.type,
		from: channel?.from,
		message,
		details: event,
		CCAIMetaInfo,
		callbackUrl,
	};
}
