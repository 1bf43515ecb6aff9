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
import { campaigns } from './campaign/campaign';
import { createFromItems } from './campaign/fromItems';
import { ccConversations } from './ccConversation';
import { agents } from './contactCenter/agent';
import { agentGroups } from './contactCenter/agentGroup';
import { cases } from './contactCenter/case';
import { contacts } from './contactCenter/contact';
import { centerSearch } from './contactCenter/locators';
import { qualityQueues } from './contactCenter/qualityQueue';
import { queues } from './contactCenter/queue';
import { recordings } from './contactCenter/recording';
import { skills } from './contactCenter/skill';
import { skillGroups } from './contactCenter/skillGroup';
import { tasks } from './contactCenter/task';
import { workforce } from './contactCenter/workforce';
import { contactLists } from './contactList';
import { interactions } from './interaction';
import { listSearch } from './locators';
import { calls, textMessages } from './outbound';

const resources = [
	campaigns,
	contactLists,
	ccConversations,
	interactions,
	agents,
	agentGroups,
	queues,
	skills,
	skillGroups,
	contacts,
	cases,
	tasks,
	recordings,
	qualityQueues,
	workforce,
	calls,
	textMessages,
];

const labels = createFromItems.outputs?.map((name) => `{ type: "main", displayName: "${name}" }`);

export class KoreAiContactCenter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kore.ai Contact Center',
		name: 'koreAiContactCenter',
		icon: { light: 'file:koreAi.svg', dark: 'file:koreAi.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Run outbound campaigns in Kore.ai, call people and hand conversations to agents',
		defaults: { name: 'Kore.ai Contact Center' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ $parameter["operation"] === "${createFromItems.value}" ? [${labels?.join(', ')}] : ["main"] }}`,
		credentials: [{ name: 'koreAiApi', required: true }],
		properties: [...describe(resources)],
	};

	methods = { listSearch: { ...listSearch, ...centerSearch } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, koreAi, resources);
	}
}
