import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describe } from '../shared/node/describe';
import { execute } from '../shared/node/execute';
import { koreAi } from './api';
import { bots } from './bot';
import { agentIntegrations } from './botBuilding/agentIntegration';
import { channels } from './botBuilding/channel';
import { languages } from './botBuilding/language';
import { pushDevices } from './botBuilding/pushDevice';
import { botVariables } from './botBuilding/variable';
import { botMessages } from './botMessage';
import { conversations } from './conversation';
import { extractions } from './faq/extraction';
import { faqs } from './faq/faq';
import { knowledgeTasks } from './faq/knowledgeTask';
import { intents } from './intent';
import { listSearch } from './locators';
import { messages } from './message';
import { notifications } from './notification';
import { answers } from './searchAi/answer';
import { chunks } from './searchAi/chunk';
import { contents } from './searchAi/content';
import { sources } from './searchAi/source';
import { searchJobs, searchTrainings } from './searchAi/training';
import { sessions } from './session';
import { batchTests } from './tests/batchTest';
import { conversationTests } from './tests/conversationTest';
import { utterances } from './utterance';

const knowledge = [
	answers,
	contents,
	chunks,
	sources,
	searchTrainings,
	searchJobs,
	faqs,
	knowledgeTasks,
	extractions,
	utterances,
];

const building = [
	bots,
	botVariables,
	channels,
	languages,
	agentIntegrations,
	batchTests,
	conversationTests,
];

const resources = [
	sessions,
	messages,
	botMessages,
	conversations,
	intents,
	notifications,
	pushDevices,
	...building,
	...knowledge,
];

export class KoreAi implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kore.ai',
		name: 'koreAi',
		icon: { light: 'file:koreAi.svg', dark: 'file:koreAi.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Talk with Kore.ai bots, read their conversations, keep their knowledge up to date, import and publish them',
		defaults: { name: 'Kore.ai' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'koreAiApi', required: true }],
		properties: [...describe(resources)],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, koreAi, resources);
	}
}
