import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describe } from '../shared/node/describe';
import { execute } from '../shared/node/execute';
import { analytics } from './analytics/analytics';
import { auditLogs } from './analytics/auditLog';
import { billing } from './analytics/billing';
import { changeLogs } from './analytics/changeLog';
import { containmentReports } from './analytics/containmentReport';
import { dashboardWidgets } from './analytics/dashboardWidget';
import { debugLogs } from './analytics/debugLog';
import { engagementTrends } from './analytics/engagementTrend';
import { feedback } from './analytics/feedback';
import { modelUsageLogs } from './analytics/modelUsageLog';
import { translationLogs } from './analytics/translationLog';
import { koreAi } from './api';
import { listSearch } from './locators';

const resources = [
	analytics,
	feedback,
	dashboardWidgets,
	containmentReports,
	engagementTrends,
	billing,
	modelUsageLogs,
	debugLogs,
	changeLogs,
	auditLogs,
	translationLogs,
];

export class KoreAiAnalytics implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kore.ai Analytics',
		name: 'koreAiAnalytics',
		icon: { light: 'file:koreAi.svg', dark: 'file:koreAi.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read what Kore.ai bots did: their logs, metrics and bills',
		defaults: { name: 'Kore.ai Analytics' },
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
