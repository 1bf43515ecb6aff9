import type {
	IDataObject,
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { propertyOf } from '../shared/fields/field';
import { panelOf } from '../shared/trigger/panel';
import {
	answerOnly,
	answerText,
	refuse,
	refuseBody,
	secretMatches,
} from '../shared/trigger/webhook';
import { isRegistered, register, tokenOf, unregister } from './registration';
import { faultOf, settingsOf, simplified, triggerFields } from './trigger';

export class ChatBotComTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ChatBot.com Trigger',
		name: 'chatBotComTrigger',
		icon: { light: 'file:chatBotCom.svg', dark: 'file:chatBotCom.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'Webhook block reached',
		description: 'Starts the workflow when a conversation reaches a webhook block in ChatBot.com',
		defaults: { name: 'ChatBot.com Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'chatBotComApi', required: true }],
		triggerPanel: panelOf({
			header: 'Wait for a webhook block in ChatBot.com',
			test: "click 'Execute step'. For two minutes ChatBot.com has a second webhook with '(test)' in its name, at the <b>Test URL</b> under 'Webhook URLs': select it in a webhook block of your story, and talk to the bot. A call that is refused, such as one without the webhook's token, is shown here as an error.",
			published:
				"ChatBot.com has a webhook at the <b>Production URL</b> under 'Webhook URLs'. Select it in a webhook block of your story: each conversation that reaches the block starts the workflow.",
		}),
		webhooks: [
			{
				// First, as n8n opens them in this order: ChatBot.com asks while the other is being registered.
				name: 'setup',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				path: 'webhook',
			},
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: '={{ $parameter["responseMode"] }}',
				// Without it n8n answers with the name of its default, and not with what webhook() gives.
				responseData: '',
				path: 'webhook',
			},
		],
		properties: triggerFields.map(propertyOf),
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await unregister(this);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { token, challenge } = this.getQueryData() as IDataObject;
		const isSetup = this.getWebhookName() === 'setup';
		if (!secretMatches(token, await tokenOf(this))) {
			const message = 'The token is missing or wrong';
			// ChatBot.com asks before the editor listens.
			return isSetup ? answerOnly(this, 401, { message }) : refuse(this, 401, message);
		}
		if (isSetup) {
			return typeof challenge === 'string'
				? answerText(this, challenge)
				: answerOnly(this, 400, { message: "Not a verification request: 'challenge' is missing" });
		}
		const body: unknown = this.getBodyData();
		const fault = faultOf(body);
		if (fault) return refuseBody(this, `Not a call of ChatBot.com: ${fault}`);
		const simplify = settingsOf(this).get('simplify');
		const json = simplify ? simplified(body as IDataObject) : (body as IDataObject);
		// Not returnJsonArray: it takes a payload with a key named json for a whole item.
		return { workflowData: [[{ json }]], webhookResponse: {} };
	}
}
