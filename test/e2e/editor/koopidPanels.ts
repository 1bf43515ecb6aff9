const range = { from: '2026-11-01T00:00:00', to: '2026-11-08T00:00:00' };

/** The panels of Koopid: at least one of every resource. */
export const koopid = {
	node: 'koopid',
	credential: 'koopidApi',
	panels: [
		{
			operation: 'agent.getSessionStats',
			parameters: { ...range, options: { windowDays: 1, interval: 86_400_000 } },
			labels: ['Provider ID', 'From', 'To', 'Options', 'Interval', 'Window Size (Days)'],
		},
		{
			operation: 'bot.getAccessStats',
			labels: ['Provider ID', 'From', 'To', 'Options'],
		},
		{
			operation: 'conversation.getStats',
			parameters: { ...range, options: { tz: 'Europe/Warsaw' } },
			labels: ['Provider ID', 'From', 'To', 'Options', 'Time Zone'],
		},
		{ operation: 'customer.getActivity', labels: ['For'] },
		{
			operation: 'database.getStats',
			labels: ['Provider ID', 'From', 'To', 'Options'],
		},
		{
			operation: 'message.getRedactedWithPlot',
			parameters: range,
			labels: ['Provider ID', 'From', 'To', 'Options'],
		},
		{
			operation: 'analytics.post',
			labels: ['Analysis Type', 'From', 'To', 'Options'],
		},
	],
};
