import type { PanelNode } from './panelTable';

const kodaBot = { __rl: true, mode: 'id', value: '3337eb37-9c70-4e88-a173-21372501d7ee' };
const koreBot = { __rl: true, mode: 'id', value: 'st-11111111-1111-5111-8111-111111111111' };

/** Every event of every trigger that is polled, and the triggers with webhooks. */
export const TRIGGER_PANELS: PanelNode[] = [
	{
		node: 'kodaTrigger',
		credential: 'kodaOAuth2Api',
		panels: [
			{
				operation: 'newChatMessage',
				parameters: { bot: kodaBot },
				labels: [
					'Look for messages and calls in KODA',
					'Fetch Test Event',
					'Poll Times',
					'Trigger On',
					'Bot',
					'Include Moderator Messages',
					'Options',
				],
			},
			{
				operation: 'moderatorModeSwitchedOn',
				parameters: { bot: kodaBot },
				labels: ['Poll Times', 'Trigger On', 'Bot', 'Options'],
			},
			{
				operation: 'callFinished',
				parameters: { bot: kodaBot },
				labels: ['Poll Times', 'Trigger On', 'Bot', 'Simplify', 'Options'],
			},
			{
				operation: 'callListFinished',
				parameters: { bot: kodaBot, options: { startFrom: '2026-11-01T00:00:00' } },
				labels: ['Poll Times', 'Trigger On', 'Bot', 'Simplify', 'Options', 'Start From'],
			},
		],
	},
	{
		node: 'naxonTrigger',
		credential: 'naxonApi',
		panels: [
			{
				operation: 'keyword-notification',
				labels: [
					'Wait for a keyword from Naxon',
					'Execute step',
					'Trigger On',
					'Model',
					'Keyword',
					'Verify Secret',
					'Simplify',
				],
			},
		],
	},
	{
		node: 'naxonConversationTrigger',
		credential: 'naxonApi',
		panels: [
			{
				operation: 'newMessage',
				labels: ['Poll Times', 'Trigger On', 'Model', 'Filters', 'Options'],
			},
			{ operation: 'newConversation', labels: ['Poll Times', 'Trigger On', 'Model', 'Options'] },
			{
				operation: 'updatedConversation',
				labels: ['Poll Times', 'Trigger On', 'Model', 'Options'],
			},
		],
	},
	{
		node: 'koreAiTrigger',
		credential: 'koreAiApi',
		panels: [
			{
				operation: 'sessionStarted',
				parameters: { bot: koreBot },
				labels: ['Poll Times', 'Trigger On', 'Bot', 'Simplify', 'Options'],
			},
			{
				operation: 'sessionClosed',
				parameters: { bot: koreBot },
				labels: ['Poll Times', 'Trigger On', 'Bot', 'Simplify', 'Options'],
			},
			{
				operation: 'newMessage',
				parameters: { bot: koreBot, filters: { channelTypes: ['rtm'], messageType: 'incoming' } },
				labels: [
					'Poll Times',
					'Trigger On',
					'Bot',
					'Simplify',
					'Filters',
					'Channel Types',
					'Message Type',
					'Options',
				],
			},
			{
				operation: 'publishFinished',
				parameters: { bot: koreBot },
				labels: ['Poll Times', 'Trigger On', 'Bot', 'Simplify', 'Options'],
			},
			{
				operation: 'interactionFinished',
				parameters: { bot: koreBot },
				labels: ['Poll Times', 'Trigger On', 'Bot', 'Simplify', 'Options'],
			},
			{
				operation: 'campaignFinished',
				parameters: { bot: koreBot },
				labels: ['Poll Times', 'Trigger On', 'Bot', 'Simplify', 'Type', 'Options'],
			},
			{
				operation: 'contactCalled',
				parameters: { bot: koreBot },
				labels: ['Poll Times', 'Trigger On', 'Bot', 'Campaign', 'Options'],
			},
			{
				operation: 'feedbackGiven',
				parameters: { bot: koreBot },
				labels: ['Poll Times', 'Trigger On', 'Bot', 'Simplify', 'Options'],
			},
			{
				operation: 'unhandledUtterance',
				parameters: { bot: koreBot, filters: { channels: ['rtm'] } },
				labels: ['Poll Times', 'Trigger On', 'Bot', 'Simplify', 'Filters', 'Channels', 'Options'],
			},
			{ operation: 'auditLogEntry', labels: ['Poll Times', 'Trigger On', 'Options'] },
			{
				operation: 'changeLogEntry',
				parameters: { bot: koreBot },
				labels: ['Poll Times', 'Trigger On', 'Bot', 'Options'],
			},
			{
				operation: 'importFinished',
				labels: ['Poll Times', 'Trigger On', 'Import IDs', 'Options'],
			},
		],
	},
	{
		node: 'koreAiEventTrigger',
		credential: 'koreAiApi',
		panels: [
			{
				operation: 'onEvent',
				parameters: { bot: koreBot, event: ['onEvent', 'onHook', 'onMessage'] },
				labels: [
					'Wait for events of a Kore.ai bot',
					'Execute step',
					'Bot',
					'Trigger On',
					'Answer Webhook Node',
					'Simplify',
					'Options',
				],
			},
		],
	},
	{
		node: 'chatBotComTrigger',
		credential: 'chatBotComApi',
		panels: [
			{
				operation: 'webhook-block',
				labels: [
					'Wait for a webhook block in ChatBot.com',
					'Execute step',
					'Trigger On',
					'Webhook Name',
					'Respond',
					'Simplify',
					'Options',
				],
			},
		],
	},
];
