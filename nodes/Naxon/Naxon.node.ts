import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describe } from '../shared/node/describe';
import { execute } from '../shared/node/execute';
import { naxon } from './api';
import { listSearch } from './locators';
import { conversations, messages, models } from './operations';

const resources = [conversations, messages, models];

export class Naxon implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Naxon',
		name: 'naxon',
		icon: { light: 'file:naxon.svg', dark: 'file:naxon.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read models, conversations and messages of Naxon chatbots',
		defaults: { name: 'Naxon' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'naxonApi', required: true }],
		properties: [...describe(resources)],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, naxon, resources);
	}
}
