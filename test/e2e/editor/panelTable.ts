/** A node's panel to open in the editor, and labels it has to show in this order. */
export interface Panel {
	/** Resource and operation. */
	operation: string;
	/** Fields that show others when they are set. */
	parameters?: Record<string, unknown>;
	labels: string[];
}

export interface PanelNode {
	/** The node type without the pack's name. */
	node: string;
	credential: string;
	panels: Panel[];
}

const bot = {
	__rl: true,
	mode: 'id',
	value: 'st-11111111-1111-5111-8111-111111111111',
};

const range = { start: '2026-11-01T00:00:00', end: '2026-11-08T00:00:00' };

/** At least one operation of every resource. */
export const PANELS: PanelNode[] = [
	{
		node: 'koreAi',
		credential: 'koreAiApi',
		panels: [
			{
				operation: 'session.getAll',
				parameters: {
					bot,
					filters: { containmentType: 'agent', from: '2026-01-12T00:00:00', sessionIds: [] },
				},
				labels: ['Scope', 'Bot', 'Return All', 'Limit', 'Filters', 'Containment Type', 'Simplify'],
			},
			{
				operation: 'message.getAll',
				parameters: { version: 'v1', filters: { channelType: 'msteams' } },
				labels: [
					'Scope',
					'Bot',
					'API Version',
					'Return All',
					'Filters',
					'Channel Type',
					'Simplify',
				],
			},
			{
				operation: 'bot.import',
				parameters: { bot, wait: true },
				labels: [
					'Bot',
					'Files',
					'Definition Field Name',
					'Config Field Name',
					'Wait for Completion',
					'Check Every (Seconds)',
					'Wait at Most (Seconds)',
					'Options',
				],
			},
			{
				operation: 'bot.publish',
				parameters: { bot, versionComment: 'New opening hours' },
				labels: ['Bot', 'Version Comment', 'Wait for Completion', 'Options', 'Simplify'],
			},
			{
				operation: 'customerData.delete',
				labels: ['User IDs', 'Erase From', 'Bot IDs', 'Confirmation'],
			},
			{
				operation: 'debugLog.getAll',
				parameters: { identity: 'call-4711' },
				labels: ['Bot', 'Identity', 'Return All', 'Limit', 'Filters', 'Options'],
			},
			{ operation: 'user.getAll', labels: ['Return All', 'Limit'] },
		],
	},
	{
		node: 'chatBotCom',
		credential: 'chatBotComApi',
		panels: [
			{
				operation: 'user.create',
				parameters: { attributes: { default_email: 'ewa@example.com' } },
				labels: ['User ID', 'Segment Names or IDs', 'Attributes', 'Email'],
			},
			{
				operation: 'user.getAll',
				labels: ['Return All', 'Limit', 'Options', 'Sort', 'Simplify'],
			},
			{ operation: 'session.updateAttributes', labels: ['Session ID', 'Attributes'] },
			{
				operation: 'conversation.sendQuery',
				parameters: {
					sessionId: 'visitor-of-the-shop-17',
					query: 'Where is my order?',
					options: { confidence: 0.5, lifespan: 2 },
				},
				labels: ['Session ID', 'Send', 'Text', 'Story', 'Confidence', 'Lifespan', 'Simplify'],
			},
			{ operation: 'segment.addUsers', labels: ['Segment Names or IDs', 'User IDs'] },
			{ operation: 'story.get', labels: ['Story', 'Simplify'] },
			{ operation: 'entity.update', labels: ['Entity', 'Name', 'Specify Entries', 'Entries'] },
			{ operation: 'chat.get', labels: ['Chat'] },
			{ operation: 'training.train', labels: ['Story', 'User Input ID', 'Phrase IDs'] },
			{ operation: 'report.getConversations', labels: ['Period', 'Return', 'Options'] },
		],
	},
	{
		node: 'koopid',
		credential: 'koopidApi',
		panels: [
			{
				operation: 'agent.getSessionStats',
				parameters: { ...range, options: { windowDays: 1, interval: 86_400_000 } },
				labels: ['Start', 'End', 'Body (JSON)', 'Options', 'Interval', 'Window Size (Days)'],
			},
			{ operation: 'bot.getAccessStats', labels: ['Start', 'End', 'Body (JSON)', 'Options'] },
			{
				operation: 'conversation.getStats',
				parameters: { ...range, options: { tz: 'Europe/Warsaw' } },
				labels: ['Start', 'End', 'Options', 'Time Zone'],
			},
			{ operation: 'customer.getActivity', labels: ['For'] },
			{ operation: 'database.getStats', labels: ['Start', 'End', 'Body (JSON)', 'Options'] },
			{
				operation: 'message.getRedactedWithPlot',
				parameters: range,
				labels: ['Start', 'End', 'Options'],
			},
			{
				operation: 'analytics.post',
				labels: ['Analysis Type', 'Start', 'End', 'Body (JSON)', 'Options'],
			},
		],
	},
];

/** The pack's pickers of the three vendors, opened in the panel of an operation that has them. */
export const LISTS = [
	{ node: 'koreAi', operation: 'message.getAll', label: 'Bot', entry: 'Order Desk' },
	{ node: 'chatBotCom', operation: 'chat.get', label: 'Chat', entry: 'Ewa' },
	{ node: 'chatBotCom', operation: 'story.get', label: 'Story', entry: 'Support' },
	{
		node: 'chatBotCom',
		operation: 'segment.addUsers',
		label: 'Segment Names or IDs',
		entry: 'Newsletter',
	},
];
