import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { pollingPanel } from '../shared/trigger/panel';
import { describeEvents, poll } from '../shared/trigger/poll';
import { koreAi } from './api';
import { analyticsEvents } from './events/analytics';
import { campaignFinished } from './events/campaigns';
import { contactCalled } from './events/contacts';
import { interactionEvents } from './events/interactions';
import { jobEvents } from './events/jobs';
import { messageEvents } from './events/messages';
import { sessionEvents } from './events/sessions';
import { testRunFinished } from './events/testRuns';
import { trainingFinished } from './events/trainings';
import { listSearch } from './locators';

const events = [
	...messageEvents,
	...sessionEvents,
	...jobEvents,
	campaignFinished,
	contactCalled,
	...interactionEvents,
	testRunFinished,
	trainingFinished,
	...analyticsEvents,
];

export class KoreAiTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kore.ai Trigger',
		name: 'koreAiTrigger',
		icon: { light: 'file:koreAi.svg', dark: 'file:koreAi.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description:
			'Starts the workflow on sessions, messages, feedback and campaigns of Kore.ai bots, or on their publishing, training, tests and changes',
		defaults: { name: 'Kore.ai Trigger' },
		triggerPanel: pollingPanel('what happens in Kore.ai'),
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'koreAiApi', required: true }],
		properties: [...describeEvents(events)],
	};

	methods = { listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, koreAi, events);
	}
}
