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
import { answerOnly, refuse, refuseBody } from '../shared/trigger/webhook';
import {
	EVENT,
	faultOf,
	isWanted,
	keywordTest,
	settingsOf,
	simplified,
	triggerFields,
	type KeywordNotification,
} from './keyword';
import { listSearch } from './locators';
import { readSecret, secretIsRight } from './secret';

export class NaxonTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Naxon Trigger',
		name: 'naxonTrigger',
		icon: { light: 'file:naxon.svg', dark: 'file:naxon.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'Keyword notification',
		description: 'Starts the workflow when Naxon finds a keyword in a conversation',
		defaults: { name: 'Naxon Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'naxonApi', required: false }],
		triggerPanel: panelOf({
			header: 'Wait for a keyword from Naxon',
			test: "copy the <b>Test URL</b> under 'Webhook URLs', click 'Execute step', and send there what Naxon sends: our page of Naxon has a sample. A call that is refused, such as one with a wrong secret, is shown here as an error; one with another keyword or model is not shown.",
			published:
				"paste the <b>Production URL</b> under 'Webhook URLs' into Naxon's dashboard, next to the keywords. Naxon then calls it for each keyword that it finds.",
		}),
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Without it n8n answers with the name of its default, and not with what webhook() gives.
				responseData: '',
				path: 'webhook',
			},
		],
		properties: triggerFields.map(propertyOf),
	};

	methods = { listSearch };

	// Naxon has no API for webhooks: users paste the URL. Activating only checks the settings.
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const settings = settingsOf(this);
				settings.check();
				keywordTest(settings);
				await readSecret(this, settings);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const settings = settingsOf(this);
		if (!(await secretIsRight(this, settings))) {
			return refuse(this, 401, 'The secret is missing or wrong');
		}
		const body: unknown = this.getBodyData();
		const fault = faultOf(body, settings);
		if (fault) return refuseBody(this, `Not a notification of Naxon: ${fault}`);
		const notification = body as KeywordNotification;
		if (notification.event !== EVENT || !isWanted(settings, notification)) {
			return answerOnly(this, 200, { message: 'Received; starts no workflow' });
		}
		const output = settings.get('simplify')
			? simplified(notification)
			: (notification.payload as IDataObject);
		// Not returnJsonArray: it takes a payload with a key named json for a whole item.
		return {
			workflowData: [[{ json: output }]],
			webhookResponse: { message: 'Received; starts the workflow' },
		};
	}
}
