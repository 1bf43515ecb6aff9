import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describe } from '../shared/node/describe';
import { execute } from '../shared/node/execute';
import { koda } from './api';
import { callLists } from './callList/callList';
import { createFromItems } from './callList/fromItems';
import { chats } from './chat/chat';
import { documents } from './document/document';
import { listSearch } from './locators';

const resources = [callLists, chats, documents];

const labels = createFromItems.outputs?.map((name) => `{ type: "main", displayName: "${name}" }`);

export class Koda implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'KODA',
		name: 'koda',
		icon: { light: 'file:koda.svg', dark: 'file:koda.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Run calling campaigns, moderate chats and keep the knowledge base of a KODA bot',
		defaults: { name: 'KODA' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ $parameter["operation"] === "${createFromItems.value}" ? [${labels?.join(', ')}] : ["main"] }}`,
		credentials: [{ name: 'kodaOAuth2Api', required: true }],
		properties: [...describe(resources)],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, koda, resources);
	}
}
