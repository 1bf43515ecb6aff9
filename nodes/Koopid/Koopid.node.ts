import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describe } from '../shared/node/describe';
import { execute } from '../shared/node/execute';
import { analytics } from './analytics';
import { koopid } from './api';
import { conversations } from './conversation';
import { customers } from './customer';
import { messages } from './message';
import { agents, bots, databases } from './operations';

const resources = [conversations, messages, agents, analytics, bots, customers, databases];

export class Koopid implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Koopid',
		name: 'koopid',
		icon: { light: 'file:koopid.svg', dark: 'file:koopid.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read dashboards, analytics and redacted messages of Koopid',
		defaults: { name: 'Koopid' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'koopidApi', required: true }],
		hints: [
			{
				message:
					'Koopid publishes no shape of this answer, so that there is no preview of its fields: execute the step once to see them.',
				whenToDisplay: 'beforeExecution',
				location: 'outputPane',
				displayCondition: '={{ $parameter["operation"] !== "getRedactedWithPlot" }}',
			},
		],
		properties: [...describe(resources)],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, koopid, resources);
	}
}
