import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { pollingPanel } from '../shared/trigger/panel';
import { describeEvents, poll } from '../shared/trigger/poll';
import { koda } from './api';
import { events } from './events';
import { listSearch } from './locators';

export class KodaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'KODA Trigger',
		name: 'kodaTrigger',
		icon: { light: 'file:koda.svg', dark: 'file:koda.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow on new chat messages, moderation and calls of a KODA bot',
		defaults: { name: 'KODA Trigger' },
		triggerPanel: pollingPanel('messages and calls in KODA'),
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'kodaOAuth2Api', required: true }],
		properties: [...describeEvents(events)],
	};

	methods = { listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, koda, events);
	}
}
