import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { collection, simplify } from '../shared/fields/commonFields';
import { fieldList } from '../shared/fields/field';
import { isThing } from '../shared/fields/lists';
import { triggerSettings } from '../shared/trigger/webhook';
import type { WebhookPayload, WebhookPayloadV1 } from './contract';

/** The two forms of a call: of the new builder, and of the old one (docs/evidence/chatbot-com.md §6). */
export type Version = 'v1' | 'v2';

/** How n8n answers ChatBot.com, in n8n's own words. */
export const RESPOND = { immediately: 'onReceived', byReply: 'responseNode' };

/** The fields of ChatBot.com Trigger. */
export const triggerFields = fieldList([
	{
		displayName:
			'Publishing the workflow adds a webhook to ChatBot.com. Select it there in a webhook block of your story: ChatBot.com calls it only from such blocks. Unpublishing deletes it, so it has to be selected again, unless the option Keep Webhook is on.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		options: [
			{
				name: 'Webhook Block Reached',
				value: 'webhook-block',
				description: 'A conversation reached a webhook block with this webhook',
			},
		],
		default: 'webhook-block',
	},
	{
		displayName: 'Webhook Name',
		name: 'webhookName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Order status',
		description:
			"What the webhook is called in ChatBot.com's builder. The workflow's name, if left empty.",
	},
	{
		displayName: 'Respond',
		name: 'responseMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Immediately',
				value: RESPOND.immediately,
				description: 'The bot says nothing and the workflow runs on its own',
			},
			{
				name: 'Using a Reply',
				value: RESPOND.byReply,
				description: "What the operation Reply of the ChatBot.com node says, the workflow's answer",
			},
		],
		default: 'onReceived',
		description:
			'When and with what ChatBot.com is answered. It probably waits no longer than 10 seconds, so put Reply before slow steps.',
	},
	simplify,
	collection('Options', [
		{
			displayName: 'Keep Webhook',
			name: 'keepWebhook',
			type: 'boolean',
			default: true,
			description:
				'Whether the webhook stays in ChatBot.com when the workflow is unpublished or changed, so that blocks need not be set anew. It has to be deleted there by hand.',
		},
	]),
]);

/** The trigger's settings, checked as the fields of an action are. */
export const settingsOf = (trigger: IWebhookFunctions | IHookFunctions) =>
	triggerSettings(trigger, triggerFields);

/** Of which form a call is: the vendor's own code looks for `result`, too. */
export const versionOf = (body: IDataObject): Version => (body.result === undefined ? 'v2' : 'v1');

/** Why `body` is no call of a webhook block in either form; undefined when it is one. */
export function faultOf(body: unknown): string | undefined {
	if (!isThing(body)) return 'it is not an object';
	const call = body as IDataObject;
	if (versionOf(call) === 'v1') {
		return isThing(call.result) ? undefined : "'result' is not an object";
	}
	if (typeof call.chatId !== 'string') return "'chatId' is missing or not a text";
	return isThing(call.node) ? undefined : "'node' is missing or not an object";
}

/** A call in up to ten fields. Old stories have a session and tell what was said, new ones do not. */
export function simplified(body: IDataObject): IDataObject {
	const version = versionOf(body);
	if (version === 'v1') {
		const { result, sessionId } = body as unknown as WebhookPayloadV1;
		return {
			version,
			sessionId,
			message: result.resolvedQuery,
			interaction: result.interaction?.name,
			action: result.interaction?.action,
			storyId: result.storyId,
			attributes: result.sessionParameters,
		};
	}
	const { chatId, messageId, userId, externalId, node, userAttributes, attributes } =
		body as unknown as WebhookPayload;
	return {
		version,
		chatId,
		messageId,
		userId,
		externalId,
		block: node.name,
		webhook: node.webhookName,
		userAttributes,
		attributes,
	};
}
