import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describe } from '../shared/node/describe';
import { execute } from '../shared/node/execute';
import { customerData } from './admin/customerData';
import { dataTableRows, tableViewRows } from './admin/dataTableRow';
import { groups } from './admin/group';
import { listSearch } from './admin/locators';
import { roles } from './admin/role';
import { users } from './admin/user';
import { koreAi } from './api';

const resources = [users, roles, groups, dataTableRows, tableViewRows, customerData];

export class KoreAiAdmin implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kore.ai Admin',
		name: 'koreAiAdmin',
		icon: { light: 'file:koreAi.svg', dark: 'file:koreAi.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Manage users and roles of a Kore.ai account and the rows of its data tables, and erase the data of people',
		defaults: { name: 'Kore.ai Admin' },
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
