import type {
	IDataObject,
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { propertyOf } from '../shared/fields/field';
import { isThing } from '../shared/fields/lists';
import { panelOf } from '../shared/trigger/panel';
import {
	answerOnly,
	answerText,
	credentialOf,
	refuse,
	refuseBody,
} from '../shared/trigger/webhook';
import { koreAi } from './api';
import {
	ANSWER,
	WAITS,
	isWanted,
	settingsOf,
	simplified,
	triggerFields,
	type Address,
} from './botKit/event';
import { isSubscribed, subscribe, unsubscribe } from './botKit/subscription';
import { isFromKoreAi } from './botKit/token';
import { listSearch } from './locators';

/**
 * What Kore.ai appends to the address. n8n keeps one webhook per path, and knows those with variables apart by that
 * path alone: so the name of a variable has the node's own ID in it.
 */
const appended = (path: string): IWebhookDescription => ({
	name: 'default',
	httpMethod: 'POST',
	responseMode: 'onReceived',
	// Without it n8n answers with the name of its default, and not with what webhook() gives.
	responseData: '',
	isFullPath: true,
	path: `=sdk/bots/:{{ $webhookId }}/${path}:eventName`,
	ndvHideUrl: true,
});

export class KoreAiEventTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kore.ai Event Trigger',
		name: 'koreAiEventTrigger',
		icon: { light: 'file:koreAi.svg', dark: 'file:koreAi.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"].join(", ") }}',
		description: 'Starts the workflow on what a Kore.ai bot itself reports, at once',
		defaults: { name: 'Kore.ai Event Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'koreAiApi', required: true }],
		triggerPanel: panelOf({
			header: 'Wait for events of a Kore.ai bot',
			test: "'Execute step' registers nothing at Kore.ai: it would take the one address that a bot has. Publish the workflow, let the event happen, and copy the execution to the editor.",
			published:
				"the <b>Production URL</b> under 'Webhook URLs' is entered in the bot as its custom (BotKit) integration. Publish the bot in Kore.ai: its events come only after that.",
		}),
		webhooks: [
			{
				// The address as it is entered in Kore.ai.
				name: 'setup',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				isFullPath: true,
				path: '={{ $webhookId }}',
				ndvHideMethod: true,
			},
			appended('components/:componentId/'),
			appended(''),
		],
		properties: triggerFields.map(propertyOf),
	};

	methods = { listSearch };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isSubscribed(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await subscribe(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await unsubscribe(this);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		if (this.getWebhookName() === 'setup') {
			return answerText(this, 'Kore.ai posts the events of a bot below this address.');
		}
		const credentials = await credentialOf(this, koreAi.credential);
		if (!isFromKoreAi(this, credentials)) {
			// As the vendor's own SDK answers (docs/evidence/kore-ai.md §7.1).
			const body = { errors: [{ msg: 'Invalid apikey', code: 4002 }] };
			return refuse(this, 401, "It was not signed with the credential's Client Secret", body);
		}
		const body: unknown = this.getBodyData();
		if (!isThing(body)) return refuseBody(this, 'Not an event of Kore.ai: it is not an object');
		const settings = settingsOf(this, credentials);
		const params = this.getParamsData() as Record<string, string>;
		const { eventName, componentId } = params;
		const botId = params[this.getNode().webhookId ?? ''];
		if (botId !== settings.get('bot')) {
			return refuse(this, 400, 'Not the bot that this trigger is for');
		}
		const waits = eventName === WAITS;
		if (!isWanted(settings, eventName)) return answerOnly(this, 200, waits ? body : {});
		const address: Address = { eventName, botId, ...(componentId && { componentId }) };
		const json: IDataObject = settings.get('simplify')
			? simplified(address, body)
			: { ...address, payload: body };
		// Not returnJsonArray: it takes a payload with a key named json for a whole item.
		const workflowData = [[{ json }]];
		if (waits && settings.get('hookAnswer') === ANSWER.later) {
			const message = 'The workflow answers at callbackUrl';
			const later = { customCode: 'ASYNC_RESPONSE', message, statusCode: 202 };
			return { ...answerOnly(this, 202, later), workflowData };
		}
		return { workflowData, webhookResponse: waits ? body : {} };
	}
}
