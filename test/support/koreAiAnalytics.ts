import type { INodeParameters } from 'n8n-workflow';

/** The least that the operations of Kore.ai Analytics take beside their bot. */
export const ANALYTICS_MINIMAL: Record<string, INodeParameters> = {
	'analytics.getAll': { type: 'unhandledutterance' },
	'feedback.getAll': {},
	'feedback.create': {
		channelUId: 'jane@example.com',
		name: 'After the Call',
		type: 'NPS',
		score: 9,
		channel: 'rtm',
		language: 'en',
	},
	'dashboardWidget.getData': { dashboardName: 'Weekly', widgetName: 'Sessions' },
	'containmentReport.create': {},
	'containmentReport.getStatus': { reportId: 'ds-1' },
	'engagementTrend.get': {},
	'billing.getSessions': {},
	// What never comes is waited for no longer.
	'billing.getUsageSummary': { waitLimit: 1 },
	'modelUsageLog.getAll': {},
	'changeLog.getAll': {},
	'auditLog.getAll': {},
	'translationLog.getAll': {},
};

/** Those that only an app of the bot may do. */
export const OF_BOT_APP = /^(analytics|billing|containmentReport|engagementTrend|translationLog)\./;
