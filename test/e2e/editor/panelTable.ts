import { admin } from './adminPanels';
import { analytics } from './analyticsPanels';
import { building } from './buildingPanels';
import { contactCenter } from './contactCenterPanels';
import { koopid } from './koopidPanels';

/** A node's panel to open in the editor, and labels it has to show in this order. */
export interface Panel {
	/** Resource and operation, or the event of a trigger. */
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

const kodaBot = { ...bot, value: '3337eb37-9c70-4e88-a173-21372501d7ee' };

/** At least one operation of every resource, and every one that is composed of several calls. */
export const PANELS: PanelNode[] = [
	{
		node: 'koda',
		credential: 'kodaOAuth2Api',
		panels: [
			{
				operation: 'callList.createFromItems',
				parameters: {
					bot: kodaBot,
					name: 'Win-back',
					phoneField: 'phone',
					variables: 'selected',
					selected: { field: [{ field: 'first_name', name: 'firstName' }] },
					rows: { callsPerList: 250 },
				},
				labels: [
					'Bot',
					'Name',
					'Start Block',
					'Caller Phone Number',
					'Dry Run',
					'Phone Number Field',
					'Default Country',
					'Unusable Numbers',
					'Do Not Call',
					'Variables to Send',
					'Fields to Send',
					'Campaign Start',
					'Allowed Hours Start',
					'Allowed Hours End',
					'Variables to Collect',
					'Max Attempts',
					'Attempts Delay (Hours)',
					'Options',
					'Rows',
					'Calls per List',
					'Schedule',
				],
			},
			{
				operation: 'callList.getReport',
				parameters: { bot: kodaBot, return: 'html' },
				labels: ['Bot', 'Call List', 'Return', 'File Name', 'Put Output File in Field', 'Options'],
			},
			{
				operation: 'chat.replyAsModerator',
				parameters: { bot: kodaBot, message: 'One moment, please', sendFile: true, handBack: true },
				labels: [
					'Bot',
					'Chat',
					'Message',
					'Send File',
					'Send As',
					'Input Data Field Name',
					'Take Over',
					'Hand Back',
					'Options',
				],
			},
			{
				operation: 'document.upsert',
				parameters: { bot: kodaBot },
				labels: [
					'Bot',
					'Metadata Key',
					'Metadata Value',
					'Title',
					'Content',
					'Dry Run',
					'Additional Fields',
				],
			},
			{
				operation: 'document.sync',
				parameters: { bot: kodaBot, deleteMissing: true },
				labels: [
					'Bot',
					'Metadata Key',
					'Metadata Value',
					'Title',
					'Content',
					'Sync Name',
					'Delete Missing',
					'Delete at Most',
					'Dry Run',
					'Additional Fields',
				],
			},
			{
				operation: 'document.createFromUrl',
				parameters: { bot: kodaBot },
				labels: [
					'Bot',
					'URL',
					'Chunk By',
					'Selector',
					'Title',
					'Metadata Key',
					'Metadata Value',
					'Dry Run',
					'Additional Fields',
				],
			},
		],
	},
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
				labels: ['Scope', 'Bot', 'Return All', 'Limit', 'Simplify', 'Filters', 'Containment Type'],
			},
			{
				operation: 'message.getAll',
				parameters: { version: 'v1', filters: { channelType: 'msteams' } },
				labels: [
					'Scope',
					'Bot',
					'API Version',
					'Return All',
					'Simplify',
					'Filters',
					'Channel Type',
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
				labels: ['Bot', 'Version Comment', 'Wait for Completion', 'Simplify', 'Options'],
			},
			...building,
			{
				operation: 'content.ingest',
				parameters: { bot, sourceName: 'Manuals', sourceType: 'file' },
				labels: ['Bot', 'Source Name', 'Source Type', 'File', 'Input Data Field Name', 'Options'],
			},
			{
				operation: 'content.sync',
				parameters: { bot, sourceName: 'Manuals', deleteMissing: true },
				labels: [
					'Bot',
					'Source Name',
					'Title',
					'Content',
					'URL',
					'Sync Name',
					'Delete Missing',
					'Delete at Most',
					'Dry Run',
					'Additional Fields',
					'Options',
				],
			},
			{
				operation: 'faq.sync',
				parameters: { bot },
				labels: ['Bot', 'Language', 'Node', 'Question', 'Answer', 'Return Others', 'Dry Run'],
			},
			{
				operation: 'answer.ask',
				parameters: { bot, question: 'When do you open?', options: { searchResults: true } },
				labels: ['Bot', 'Question', 'Simplify', 'Options', 'Include Search Results'],
			},
			{
				operation: 'faq.create',
				parameters: { bot, question: 'When do you open?', answer: 'At nine.' },
				labels: ['Bot', 'Language', 'Node', 'Question', 'Answer', 'Options'],
			},
			{
				operation: 'faq.getAll',
				parameters: { bot },
				labels: [
					'Bot',
					'API Version',
					'Language',
					'Version of Bot',
					'Return All',
					'Simplify',
					'Filters',
					'Options',
				],
			},
		],
	},
	contactCenter,
	admin,
	analytics,
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
				labels: ['Return All', 'Limit', 'Simplify', 'Filters', 'Sort'],
			},
			{ operation: 'session.updateAttributes', labels: ['Session ID', 'Attributes'] },
			{
				operation: 'conversation.sendQuery',
				parameters: {
					sessionId: 'visitor-of-the-shop-17',
					query: 'Where is my order?',
					options: { confidence: 0.5, lifespan: 2 },
				},
				labels: ['Story', 'Session ID', 'Send', 'Text', 'Simplify', 'Confidence', 'Lifespan'],
			},
			{ operation: 'segment.addUsers', labels: ['Segment Names or IDs', 'User IDs'] },
			{ operation: 'story.get', labels: ['Story', 'Simplify'] },
			{ operation: 'entity.update', labels: ['Entity', 'Name', 'Specify Entries', 'Entries'] },
			{ operation: 'chat.get', labels: ['Chat'] },
			{ operation: 'training.train', labels: ['Story', 'User Input ID', 'Phrase IDs'] },
			{ operation: 'report.getConversations', labels: ['Period', 'Return', 'Options'] },
			{
				operation: 'webhook.reply',
				parameters: { messages: { row: [{ text: 'It is on its way', delay: 500 }] } },
				labels: [
					'Messages',
					'Text',
					'Delay (Milliseconds)',
					'Quick Replies Text',
					'Quick Replies',
					'Attributes',
					'Options',
				],
			},
		],
	},
	koopid,
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
