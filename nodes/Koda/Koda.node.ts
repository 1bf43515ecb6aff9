import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describe } from '../shared/describe';
import { execute } from '../shared/execute';
import { koda } from './api';
import { callLists } from './callList';
import { chats } from './chat';
import { documents } from './document';
import { listSearch } from './locators';

const resources = [callLists, chats, documents];

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
		outputs:
			'={{ $parameter["operation"] === "createFromItems" ? [{ type: "main", displayName: "Call Lists" }, { type: "main", displayName: "Rejected" }] : ["main"] }}',
		credentials: [{ name: 'kodaOAuth2Api', required: true }],
		properties: [...describe(resources)],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, koda, resources);
	}
}
