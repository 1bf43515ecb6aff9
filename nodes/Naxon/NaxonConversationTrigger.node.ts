import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { pollingPanel } from '../shared/trigger/panel';
import { describeEvents, poll } from '../shared/trigger/poll';
import { naxon } from './api';
import { events } from './conversationEvents';
import { listSearch } from './locators';

export class NaxonConversationTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Naxon Conversation Trigger',
		name: 'naxonConversationTrigger',
		icon: { light: 'file:naxon.svg', dark: 'file:naxon.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow on new conversations and messages of Naxon chatbots',
		defaults: { name: 'Naxon Conversation Trigger' },
		triggerPanel: pollingPanel('conversations and messages in Naxon'),
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'naxonApi', required: true }],
		properties: [...describeEvents(events)],
	};

	methods = { listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, naxon, events);
	}
}
