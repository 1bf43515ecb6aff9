/** Scopes of apps for logs, metrics and bills. */
export const ANALYTICS_SCOPES = {
	admin: [
		'Bot Analytics › Billing Sessions',
		'Bot Analytics › Feedback Analytics',
		'Custom Reports › Custom Reports',
		'Gen AI and LLM Usage Logs',
		'Logs › Admin Console Audit Logs',
		'Logs › Bot Audit Logs',
	],
	builder: [
		'Automation Billing Sessions',
		'Billing Sessions',
		'Custom Reports',
		'Feedback Survey',
		'Fetch Gen AI and LLM Usage Logs',
		'Logs History',
		'Metrics',
		'User Engagement Trend',
	],
};
