import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describe } from '../shared/node/describe';
import { execute } from '../shared/node/execute';
import { customerData, users } from './account';
import { koreAi } from './api';
import { bots } from './bot';
import { debugLogs } from './debugLog';
import { listSearch } from './locators';
import { messages } from './message';
import { sessions } from './session';

const resources = [sessions, messages, bots, customerData, debugLogs, users];

export class KoreAi implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kore.ai',
		name: 'koreAi',
		icon: { light: 'file:koreAi.svg', dark: 'file:koreAi.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read sessions and messages of Kore.ai bots, import and publish them',
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
