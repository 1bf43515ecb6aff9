const bot = {
	__rl: true,
	mode: 'id',
	value: 'st-11111111-1111-5111-8111-111111111111',
};

/** The panels of Kore.ai Analytics: at least one of every resource. */
export const analytics = {
	node: 'koreAiAnalytics',
	credential: 'koreAiApi',
	panels: [
		{
			operation: 'analytics.getAll',
			parameters: { bot, filters: { channels: ['rtm'] } },
			labels: ['Bot', 'Type', 'Return All', 'Limit', 'Simplify', 'Filters', 'Channels', 'Options'],
		},
		{
			operation: 'feedback.create',
			parameters: { bot },
			labels: [
				'Bot',
				'Channel User ID',
				'Survey Name',
				'Survey Type',
				'Score',
				'Channel',
				'Language',
				'Additional Fields',
			],
		},
		{
			operation: 'dashboardWidget.getData',
			parameters: { bot },
			labels: ['Bot', 'Dashboard Name', 'Widget Name', 'Return', 'Max Rows', 'Filters'],
		},
		{
			operation: 'containmentReport.create',
			parameters: { bot, wait: true },
			labels: [
				'Bot',
				'Aggregation Type',
				'Wait for Completion',
				'Check Every (Seconds)',
				'Wait at Most (Seconds)',
				'Simplify',
				'Filters',
				'Options',
			],
		},
		{
			operation: 'engagementTrend.get',
			parameters: { bot, filters: { conversationType: 'All' } },
			labels: ['Bot', 'API Version', 'Aggregation Type', 'Filters', 'Conversation Type', 'Options'],
		},
		{
			operation: 'billing.getSessions',
			parameters: { scope: 'account', filters: { onlyBotId: 'st-1' } },
			labels: ['Scope', 'Return All', 'Limit', 'Simplify', 'Filters', 'Bot ID', 'Options'],
		},
		{
			operation: 'billing.getUsageSummary',
			parameters: { bot },
			labels: [
				'Bot',
				'Group By',
				'Units',
				'Check Every (Seconds)',
				'Wait at Most (Seconds)',
				'Simplify',
				'Filters',
			],
		},
		{
			operation: 'modelUsageLog.getAll',
			parameters: { bot },
			labels: ['Bot', 'Return All', 'Limit', 'Simplify', 'Filters'],
		},
		{
			operation: 'debugLog.getAll',
			parameters: { bot, identity: 'call-4711' },
			labels: ['Bot', 'Identity', 'Return All', 'Limit', 'Filters', 'Options'],
		},
		{
			operation: 'changeLog.getAll',
			parameters: { bot },
			labels: ['Bot', 'Return All', 'Limit', 'Filters'],
		},
		{ operation: 'auditLog.getAll', labels: ['Return All', 'Limit', 'Filters'] },
		{
			operation: 'translationLog.getAll',
			parameters: { bot },
			labels: ['Bot', 'Return All', 'Limit', 'Simplify', 'Filters'],
		},
	],
};
