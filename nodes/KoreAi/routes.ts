// Generated from contracts/kore-ai.openapi.yaml by npm run contract:generate. Change that file, not this one.
import { jsonParse } from 'n8n-workflow';

import type { Route } from '../shared/call/vendor';

type Routes = {
	'customerData.delete': Omit<Route, 'inputs'> & { inputs: { userIds: { in: 'body'; type: 'array'; required: true }; botIds: { in: 'body'; type: 'array' }; RemoveDataFromAllBots: { in: 'body'; type: 'boolean' } } };
	'customerData.getDeletionStatus': Omit<Route, 'inputs'> & { inputs: { requestId: { in: 'path'; type: 'string'; required: true } } };
	'session.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			containmentType: { in: 'query'; type: 'string'; enum: ['dropOff', 'selfService', 'agent'] };
			callId: { in: 'query'; type: 'string' };
			dateFrom: { in: 'body'; type: 'string' };
			dateTo: { in: 'body'; type: 'string' };
			userId: { in: 'body'; type: 'string' };
			skip: { in: 'body'; type: 'integer' };
			offset: { in: 'body'; type: 'integer' };
			limit: { in: 'body'; type: 'integer' };
			tags: { in: 'body'; type: 'object' };
			sessionType: { in: 'body'; type: 'string'; enum: ['interactive', 'non-interactive'] };
			sessionId: { in: 'body'; type: 'array' };
			includeMeta: { in: 'body'; type: 'boolean' };
		};
	};
	'session.getAllOfAccount': Omit<Route, 'inputs'> & {
		inputs: {
			containmentType: { in: 'query'; type: 'string'; enum: ['dropOff', 'selfService', 'agent'] };
			dateFrom: { in: 'body'; type: 'string' };
			dateTo: { in: 'body'; type: 'string' };
			userId: { in: 'body'; type: 'string' };
			skip: { in: 'body'; type: 'integer' };
			offset: { in: 'body'; type: 'integer' };
			limit: { in: 'body'; type: 'integer' };
			tags: { in: 'body'; type: 'object' };
			sessionType: { in: 'body'; type: 'string'; enum: ['interactive', 'non-interactive'] };
			sessionId: { in: 'body'; type: 'array' };
			includeMeta: { in: 'body'; type: 'boolean' };
		};
	};
	'message.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			callId: { in: 'query'; type: 'string' };
			dateFrom: { in: 'body'; type: 'string' };
			dateTo: { in: 'body'; type: 'string' };
			userId: { in: 'body'; type: 'string' };
			skip: { in: 'body'; type: 'integer' };
			offset: { in: 'body'; type: 'integer' };
			channelType: { in: 'body'; type: 'string' };
			sessionId: { in: 'body'; type: 'array' };
			getAgentsInfo: { in: 'body'; type: 'boolean' };
			includeTraceId: { in: 'body'; type: 'boolean' };
			includeLatency: { in: 'body'; type: 'boolean' };
			forward: { in: 'body'; type: 'boolean' };
			msgId: { in: 'body'; type: 'string' };
			direction: { in: 'body'; type: 'integer'; default: 1 };
			tags: { in: 'body'; type: 'object' };
			limit: { in: 'body'; type: 'integer' };
		};
	};
	'message.getAllV2': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			callId: { in: 'query'; type: 'string' };
			includeSecureForm: { in: 'query'; type: 'boolean' };
			dateFrom: { in: 'body'; type: 'string' };
			dateTo: { in: 'body'; type: 'string' };
			userId: { in: 'body'; type: 'string' };
			skip: { in: 'body'; type: 'integer' };
			offset: { in: 'body'; type: 'integer' };
			channelType: { in: 'body'; type: 'string' };
			sessionId: { in: 'body'; type: 'array' };
			getAgentsInfo: { in: 'body'; type: 'boolean' };
			includeTraceId: { in: 'body'; type: 'boolean' };
			includeLatency: { in: 'body'; type: 'boolean' };
			forward: { in: 'body'; type: 'boolean' };
			msgId: { in: 'body'; type: 'string' };
			direction: { in: 'body'; type: 'integer'; default: 1 };
			tags: { in: 'body'; type: 'object' };
			limit: { in: 'body'; type: 'integer' };
		};
	};
	'message.getAllOfAccount': Omit<Route, 'inputs'> & {
		inputs: {
			callId: { in: 'query'; type: 'string' };
			dateFrom: { in: 'body'; type: 'string' };
			dateTo: { in: 'body'; type: 'string' };
			userId: { in: 'body'; type: 'string' };
			skip: { in: 'body'; type: 'integer' };
			offset: { in: 'body'; type: 'integer' };
			channelType: { in: 'body'; type: 'string' };
			sessionId: { in: 'body'; type: 'array' };
			getAgentsInfo: { in: 'body'; type: 'boolean' };
			includeTraceId: { in: 'body'; type: 'boolean' };
			includeLatency: { in: 'body'; type: 'boolean' };
			forward: { in: 'body'; type: 'boolean' };
			msgId: { in: 'body'; type: 'string' };
			direction: { in: 'body'; type: 'integer'; default: 1 };
			tags: { in: 'body'; type: 'object' };
			limit: { in: 'body'; type: 'integer' };
		};
	};
	'session.close': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			userId: { in: 'body'; type: 'string'; required: true };
			status: { in: 'body'; type: 'string'; enum: ['inactive']; required: true };
			channel: { in: 'body'; type: 'string'; required: true };
		};
	};
	'botMessage.send': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			session: { in: 'body'; type: 'object' };
			message: { in: 'body'; type: 'object'; required: true };
			from: { in: 'body'; type: 'object'; required: true };
			interactiveLanguage: { in: 'body'; type: 'string' };
			metaTags: { in: 'body'; type: 'object' };
			mergeIdentity: { in: 'body'; type: 'boolean' };
			preferredChannelForResponse: { in: 'body'; type: 'string' };
			customData: { in: 'body'; type: 'object' };
		};
	};
	'botMessage.sendToInstance': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			instanceId: { in: 'path'; type: 'string'; required: true };
			session: { in: 'body'; type: 'object' };
			message: { in: 'body'; type: 'object'; required: true };
			from: { in: 'body'; type: 'object'; required: true };
			interactiveLanguage: { in: 'body'; type: 'string' };
			metaTags: { in: 'body'; type: 'object' };
			mergeIdentity: { in: 'body'; type: 'boolean' };
			preferredChannelForResponse: { in: 'body'; type: 'string' };
			customData: { in: 'body'; type: 'object' };
		};
	};
	'botMessage.getReply': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; pollId: { in: 'path'; type: 'string'; required: true } } };
	'intent.find': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			fetchConfiguredTasks: { in: 'query'; type: 'boolean'; required: true };
			sync: { in: 'query'; type: 'boolean' };
			input: { in: 'body'; type: 'string'; required: true };
			streamName: { in: 'body'; type: 'string'; required: true };
			parentIntent: { in: 'body'; type: 'string' };
		};
	};
	'notification.send': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			channel: { in: 'body'; type: 'string'; required: true };
			webhookInstanceName: { in: 'body'; type: 'string' };
			userIdentityType: { in: 'body'; type: 'string' };
			message: { in: 'body'; type: 'object' };
			content: { in: 'body'; type: 'object' };
			identities: { in: 'body'; type: 'array'; required: true };
		};
	};
	'notification.getStatus': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; requestId: { in: 'path'; type: 'string'; required: true } } };
	'notification.sendV1': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			channel: { in: 'body'; type: 'string'; enum: ['msteams', 'slack']; required: true };
			userIdentityType: { in: 'body'; type: 'string'; enum: ['resolve']; required: true };
			message: { in: 'body'; type: 'object'; required: true };
			identities: { in: 'body'; type: 'array'; required: true };
		};
	};
	'notification.getStatusV1': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; requestId: { in: 'path'; type: 'string'; required: true } } };
	'conversation.getDetails': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			sessionId: { in: 'body'; type: 'string' };
			callId: { in: 'body'; type: 'string' };
			conversationId: { in: 'body'; type: 'string' };
			lang: { in: 'body'; type: 'string' };
			isSummaryRequired: { in: 'body'; type: 'boolean' };
			limit: { in: 'body'; type: 'integer' };
			skip: { in: 'body'; type: 'integer' };
		};
	};
	'conversation.getSummary': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; lang: { in: 'body'; type: 'string'; required: true }; inputMode: { in: 'body'; type: 'object'; required: true } } };
	'conversation.delete': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; conversationIds: { in: 'body'; type: 'array' }; cId: { in: 'body'; type: 'string' }; startDate: { in: 'body'; type: 'string' }; endDate: { in: 'body'; type: 'string' } };
	};
	'conversation.getDeletionStatus': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; jobId: { in: 'path'; type: 'string'; required: true } } };
	'ccConversation.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			skip: { in: 'query'; type: 'integer'; default: 0 };
			limit: { in: 'query'; type: 'integer' };
			status: { in: 'query'; type: 'string'; enum: ['ACTIVE', 'CLOSED', 'IDLE', 'OPEN', 'OVERDUE', 'TERMINATED'] };
			source: { in: 'query'; type: 'string' };
			language: { in: 'query'; type: 'string' };
		};
	};
	'ccConversation.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; conversationId: { in: 'path'; type: 'string'; required: true } } };
	'ccConversation.getBySession': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; sessionId: { in: 'path'; type: 'string'; required: true } } };
	'ccConversation.assign': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			callbackUrl: { in: 'body'; type: 'string'; required: true };
			orgId: { in: 'body'; type: 'string'; required: true };
			botSessionId: { in: 'body'; type: 'string'; required: true };
			aId: { in: 'body'; type: 'string' };
			transferredType: { in: 'body'; type: 'string'; enum: ['QUEUE'] };
			queueId: { in: 'body'; type: 'string' };
		};
	};
	'interaction.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			limit: { in: 'query'; type: 'integer'; default: 100 };
			offset: { in: 'query'; type: 'integer'; default: 0 };
			iid: { in: 'header'; type: 'string'; required: true };
			startDate: { in: 'body'; type: 'string'; required: true };
			endDate: { in: 'body'; type: 'string'; required: true };
			timeZoneOffset: { in: 'body'; type: 'number'; required: true };
			selectedFields: { in: 'body'; type: 'array' };
			channels: { in: 'body'; type: 'array' };
			direction: { in: 'body'; type: 'string'; enum: ['Inbound', 'Outbound', 'Both'] };
			queues: { in: 'body'; type: 'array' };
		};
	};
	'agent.getAll': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; orgId: { in: 'path'; type: 'string'; required: true }; page: { in: 'query'; type: 'integer'; default: 1 }; includeQueues: { in: 'query'; type: 'boolean' } };
	};
	'agent.getAvailability': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; agentIds: { in: 'body'; type: 'array' }; queueIds: { in: 'body'; type: 'array' }; skillIds: { in: 'body'; type: 'array' } };
	};
	'queue.getAll': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; page: { in: 'query'; type: 'integer'; default: 1 }; limit: { in: 'query'; type: 'integer'; default: 10 } } };
	'queue.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			description: { in: 'body'; type: 'string' };
			isActive: { in: 'body'; type: 'boolean' };
			orgId: { in: 'body'; type: 'string' };
			isAdvancedRoutingEnabled: { in: 'body'; type: 'boolean' };
			hoursOfOperation: { in: 'body'; type: 'object'; required: true };
			agents: { in: 'body'; type: 'array' };
			skills: { in: 'body'; type: 'array' };
			agentGroups: { in: 'body'; type: 'array' };
			advancedSettings: { in: 'body'; type: 'object' };
			enableTransferRules: { in: 'body'; type: 'boolean' };
			transferQueues: { in: 'body'; type: 'array' };
		};
	};
	'queue.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; queueId: { in: 'path'; type: 'string'; required: true } } };
	'queue.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; queueId: { in: 'path'; type: 'string'; required: true } } };
	'queue.getAgents': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; queueIds: { in: 'body'; type: 'array' } } };
	'queue.updatePriorities': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; queuePriorityData: { in: 'body'; type: 'array'; required: true } } };
	'queue.getStatistics': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; queueId: { in: 'path'; type: 'string'; required: true }; channels: { in: 'body'; type: 'array' }; languages: { in: 'body'; type: 'array' } };
	};
	'queue.getHours': Omit<Route, 'inputs'> & { inputs: { queueId: { in: 'path'; type: 'string'; required: true }; orgId: { in: 'path'; type: 'string'; required: true }; iid: { in: 'header'; type: 'string'; required: true } } };
	'skillGroup.getAll': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; page: { in: 'query'; type: 'integer'; default: 1 }; limit: { in: 'query'; type: 'integer'; default: 10 } } };
	'skillGroup.create': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; name: { in: 'body'; type: 'string'; required: true }; description: { in: 'body'; type: 'string' }; color: { in: 'body'; type: 'string' } };
	};
	'skillGroup.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; skillGroupId: { in: 'path'; type: 'string'; required: true } } };
	'skillGroup.update': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			skillGroupId: { in: 'path'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			description: { in: 'body'; type: 'string' };
			color: { in: 'body'; type: 'string' };
		};
	};
	'skillGroup.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; skillGroupId: { in: 'path'; type: 'string'; required: true } } };
	'skill.getAll': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; skillGroupId: { in: 'path'; type: 'string'; required: true }; page: { in: 'query'; type: 'integer'; default: 1 }; limit: { in: 'query'; type: 'integer'; default: 10 } };
	};
	'skill.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			skillGroupId: { in: 'path'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			description: { in: 'body'; type: 'string' };
			agents: { in: 'body'; type: 'array' };
		};
	};
	'skill.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; skillGroupId: { in: 'path'; type: 'string'; required: true }; skillId: { in: 'path'; type: 'string'; required: true } } };
	'skill.update': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			skillGroupId: { in: 'path'; type: 'string'; required: true };
			skillId: { in: 'path'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			description: { in: 'body'; type: 'string' };
			agents: { in: 'body'; type: 'array' };
		};
	};
	'skill.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; skillGroupId: { in: 'path'; type: 'string'; required: true }; skillId: { in: 'path'; type: 'string'; required: true } } };
	'agentGroup.getAll': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; skip: { in: 'query'; type: 'integer'; default: 0 }; limit: { in: 'query'; type: 'integer'; default: 10 } } };
	'agentGroup.create': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; name: { in: 'body'; type: 'string'; required: true }; description: { in: 'body'; type: 'string'; required: true } } };
	'agentGroup.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; agentGroupId: { in: 'path'; type: 'string'; required: true } } };
	'agentGroup.update': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			agentGroupId: { in: 'path'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			description: { in: 'body'; type: 'string'; required: true };
			managers: { in: 'body'; type: 'array'; required: true };
		};
	};
	'agentGroup.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; agentGroupId: { in: 'path'; type: 'string'; required: true } } };
	'agent.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			emailId: { in: 'body'; type: 'string'; required: true };
			firstName: { in: 'body'; type: 'string'; required: true };
			lastName: { in: 'body'; type: 'string'; required: true };
			roleId: { in: 'body'; type: 'string'; required: true };
			nickName: { in: 'body'; type: 'string' };
			phoneNumber: { in: 'body'; type: 'string' };
			agentGroupId: { in: 'body'; type: 'string' };
			customId: { in: 'body'; type: 'string' };
			canSupportChat: { in: 'body'; type: 'boolean' };
			canSupportVoice: { in: 'body'; type: 'boolean' };
			createDefaultLayoutAndAssign: { in: 'body'; type: 'boolean' };
			maxChatSupport: { in: 'body'; type: 'integer' };
			chatLanguageSupport: { in: 'body'; type: 'array' };
			voiceLanguageSupport: { in: 'body'; type: 'array' };
			skills: { in: 'body'; type: 'array' };
			queues: { in: 'body'; type: 'array' };
		};
	};
	'agent.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; agentId: { in: 'path'; type: 'string'; required: true } } };
	'agent.update': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			agentId: { in: 'path'; type: 'string'; required: true };
			firstName: { in: 'body'; type: 'string'; required: true };
			lastName: { in: 'body'; type: 'string'; required: true };
			emailId: { in: 'body'; type: 'string'; required: true };
			userId: { in: 'body'; type: 'string'; required: true };
			accountId: { in: 'body'; type: 'string'; required: true };
			orgId: { in: 'body'; type: 'string'; required: true };
			roleId: { in: 'body'; type: 'string'; required: true };
			iId: { in: 'body'; type: 'string'; required: true };
			id: { in: 'body'; type: 'string'; required: true };
			agentGroupId: { in: 'body'; type: 'string'; required: true };
			fullName: { in: 'body'; type: 'string' };
			lFullName: { in: 'body'; type: 'string' };
			nickName: { in: 'body'; type: 'string' };
			phoneNumber: { in: 'body'; type: 'string' };
			customId: { in: 'body'; type: 'string' };
			status: { in: 'body'; type: 'string' };
			createdBy: { in: 'body'; type: 'string' };
			createdByAId: { in: 'body'; type: 'string' };
			lastOnlineAt: { in: 'body'; type: 'string' };
			createdAt: { in: 'body'; type: 'string' };
			updatedAt: { in: 'body'; type: 'string' };
			isAccountOwner: { in: 'body'; type: 'boolean' };
			canSupportChat: { in: 'body'; type: 'boolean' };
			canSupportCase: { in: 'body'; type: 'boolean' };
			canSupportVoiceMail: { in: 'body'; type: 'boolean' };
			canSupportVoice: { in: 'body'; type: 'boolean' };
			attachmentsEnabled: { in: 'body'; type: 'boolean' };
			emojisEnabled: { in: 'body'; type: 'boolean' };
			markedAutoAway: { in: 'body'; type: 'boolean' };
			maxDigitalChatSupport: { in: 'body'; type: 'integer' };
			maxEmailChatSupport: { in: 'body'; type: 'integer' };
			maxMessagingChatSupport: { in: 'body'; type: 'integer' };
			agentGroups: { in: 'body'; type: 'array' };
			chatLanguageSupport: { in: 'body'; type: 'array' };
			voiceLanguageSupport: { in: 'body'; type: 'array' };
			caseLanguageSupport: { in: 'body'; type: 'array' };
			desktopLayouts: { in: 'body'; type: 'array' };
			dAgentGroups: { in: 'body'; type: 'array' };
			voiceSupport: { in: 'body'; type: 'array' };
			queues: { in: 'body'; type: 'array' };
			skills: { in: 'body'; type: 'array' };
		};
	};
	'agent.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; agentId: { in: 'path'; type: 'string'; required: true } } };
	'agent.getByCustomId': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; customId: { in: 'path'; type: 'string'; required: true } } };
	'contact.getAll': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; skip: { in: 'query'; type: 'integer'; default: 0 }; limit: { in: 'query'; type: 'integer'; default: 10 } } };
	'contact.create': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true } } };
	'contact.update': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			contactId: { in: 'path'; type: 'string'; required: true };
			firstName: { in: 'body'; type: 'string'; required: true };
			lastName: { in: 'body'; type: 'string'; required: true };
			salutation: { in: 'body'; type: 'string'; required: true };
			cellPhone: { in: 'body'; type: 'object'; required: true };
		};
	};
	'contact.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; contactId: { in: 'path'; type: 'string'; required: true } } };
	'contact.updateMany': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true } } };
	'contact.deleteMany': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; ids: { in: 'body'; type: 'array'; required: true } } };
	'contact.import': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; result_file: { in: 'body'; type: 'string'; required: true } } };
	'recording.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; sessionId: { in: 'query'; type: 'string'; required: true } } };
	'recording.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; sessionId: { in: 'query'; type: 'string'; required: true } } };
	'recording.getVoicemail': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; sessionId: { in: 'query'; type: 'string'; required: true }; transcription: { in: 'query'; type: 'boolean'; required: true } };
	};
	'workforce.getAgents': Omit<Route, 'inputs'> & { inputs: { offset: { in: 'query'; type: 'integer' }; limit: { in: 'query'; type: 'integer' }; iid: { in: 'header'; type: 'string'; required: true } } };
	'workforce.getQueues': Omit<Route, 'inputs'> & { inputs: { iid: { in: 'header'; type: 'string'; required: true } } };
	'workforce.getActivity': Omit<Route, 'inputs'> & { inputs: { fromTimeStamp: { in: 'query'; type: 'string' }; toTimeStamp: { in: 'query'; type: 'string' }; iid: { in: 'header'; type: 'string'; required: true } } };
	'workforce.getVolume': Omit<Route, 'inputs'> & {
		inputs: {
			iid: { in: 'header'; type: 'string'; required: true };
			orgId: { in: 'body'; type: 'string'; required: true };
			includeSkillBreakdown: { in: 'body'; type: 'boolean' };
			fromTimeStamp: { in: 'body'; type: 'string' };
			toTimeStamp: { in: 'body'; type: 'string'; required: true };
			skip: { in: 'body'; type: 'integer'; default: 0 };
			limit: { in: 'body'; type: 'integer' };
		};
	};
	'workforce.getPerformance': Omit<Route, 'inputs'> & {
		inputs: {
			iid: { in: 'header'; type: 'string'; required: true };
			fromTimeStamp: { in: 'body'; type: 'string' };
			toTimeStamp: { in: 'body'; type: 'string'; required: true };
			skip: { in: 'body'; type: 'integer'; default: 0 };
			limit: { in: 'body'; type: 'integer' };
		};
	};
	'case.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			searchText: { in: 'body'; type: 'string' };
			unresolved: { in: 'body'; type: 'boolean' };
			unassigned: { in: 'body'; type: 'boolean' };
			priority: { in: 'body'; type: 'array' };
			status: { in: 'body'; type: 'array' };
			channel: { in: 'body'; type: 'array' };
			queues: { in: 'body'; type: 'array' };
			startDate: { in: 'body'; type: 'string' };
			endDate: { in: 'body'; type: 'string' };
			skip: { in: 'body'; type: 'integer' };
			limit: { in: 'body'; type: 'integer' };
		};
	};
	'case.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			caseTmp: { in: 'body'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			desc: { in: 'body'; type: 'string'; required: true };
			userInfo: { in: 'body'; type: 'object'; required: true };
			emailId: { in: 'body'; type: 'string' };
			phoneNumber: { in: 'body'; type: 'string' };
			source: { in: 'body'; type: 'string'; required: true };
			dueDate: { in: 'body'; type: 'string'; required: true };
		};
	};
	'case.update': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			caseId: { in: 'path'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string' };
			desc: { in: 'body'; type: 'string' };
			language: { in: 'body'; type: 'string' };
			tags: { in: 'body'; type: 'array' };
			status: { in: 'body'; type: 'object' };
			priority: { in: 'body'; type: 'object' };
			dueDate: { in: 'body'; type: 'number' };
		};
	};
	'task.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			searchText: { in: 'body'; type: 'string' };
			unresolved: { in: 'body'; type: 'boolean' };
			unassigned: { in: 'body'; type: 'boolean' };
			priority: { in: 'body'; type: 'array' };
			status: { in: 'body'; type: 'array' };
			channel: { in: 'body'; type: 'array' };
			queues: { in: 'body'; type: 'array' };
			startDate: { in: 'body'; type: 'string' };
			endDate: { in: 'body'; type: 'string' };
			skip: { in: 'body'; type: 'integer' };
			limit: { in: 'body'; type: 'integer' };
		};
	};
	'task.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			caseId: { in: 'body'; type: 'string'; required: true };
			caseRefId: { in: 'body'; type: 'string'; required: true };
			taskTmp: { in: 'body'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			desc: { in: 'body'; type: 'string' };
			userInfo: { in: 'body'; type: 'object'; required: true };
			source: { in: 'body'; type: 'string'; required: true };
		};
	};
	'task.update': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			taskId: { in: 'path'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string' };
			desc: { in: 'body'; type: 'string' };
			language: { in: 'body'; type: 'string' };
			tags: { in: 'body'; type: 'array' };
			status: { in: 'body'; type: 'object' };
			priority: { in: 'body'; type: 'object' };
			dueDate: { in: 'body'; type: 'number' };
		};
	};
	'qualityQueue.create': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; queues: { in: 'body'; type: 'array'; required: true } } };
	'qualityQueue.updateAgents': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; action: { in: 'body'; type: 'string'; enum: ['assign', 'unassign']; required: true }; mappings: { in: 'body'; type: 'array'; required: true } };
	};
	'qualityQueue.getJob': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; jobId: { in: 'path'; type: 'string'; required: true } } };
	'recording.control': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			conversationId: { in: 'query'; type: 'string'; required: true };
			transcription_action: { in: 'body'; type: 'string'; enum: ['start', 'pause', 'resume', 'end'] };
			recording_action: { in: 'body'; type: 'string'; enum: ['start', 'pause', 'resume', 'stop'] };
		};
	};
	'call.dialOut': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			bot: { in: 'body'; type: 'string'; required: true };
			target: { in: 'body'; type: 'string'; required: true };
			caller: { in: 'body'; type: 'string'; required: true };
			notifyurl: { in: 'body'; type: 'string' };
			notifyHeaders: { in: 'body'; type: 'object' };
			trunk: { in: 'body'; type: 'string' };
			timeoutInMs: { in: 'body'; type: 'integer' };
			metadata: { in: 'body'; type: 'object' };
			machineDetection: { in: 'body'; type: 'string'; enum: ['disconnect', 'detect', 'disabled'] };
			timers: { in: 'body'; type: 'object' };
			thresholdWordCount: { in: 'body'; type: 'integer' };
			amdEventsSubscription: { in: 'body'; type: 'array' };
			callControlParameter: { in: 'body'; type: 'object' };
		};
	};
	'sms.send': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; fromNo: { in: 'body'; type: 'string'; required: true }; toNo: { in: 'body'; type: 'string'; required: true } } };
	'debugLog.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			identity: { in: 'query'; type: 'string'; required: true };
			channelType: { in: 'query'; type: 'string' };
			minimumInfo: { in: 'query'; type: 'boolean' };
			limit: { in: 'query'; type: 'integer' };
			offset: { in: 'query'; type: 'integer'; default: 0 };
			timezone: { in: 'query'; type: 'string' };
			fromDate: { in: 'query'; type: 'string' };
			toDate: { in: 'query'; type: 'string' };
		};
	};
	'translationLog.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			sessionId: { in: 'query'; type: 'string' };
			fromDate: { in: 'query'; type: 'string' };
			toDate: { in: 'query'; type: 'string' };
			limit: { in: 'query'; type: 'integer'; default: 50 };
			offset: { in: 'query'; type: 'integer'; default: 0 };
		};
	};
	'changeLog.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			offset: { in: 'query'; type: 'integer'; default: 0 };
			limit: { in: 'query'; type: 'integer' };
			startDate: { in: 'query'; type: 'string' };
			endDate: { in: 'query'; type: 'string' };
		};
	};
	'auditLog.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			size: { in: 'query'; type: 'integer' };
			offset: { in: 'query'; type: 'integer'; default: 0 };
			fromDate: { in: 'query'; type: 'string'; required: true };
			toDate: { in: 'query'; type: 'string'; required: true };
			fetchAfter: { in: 'query'; type: 'string' };
		};
	};
	'analytics.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			type: { in: 'body'; type: 'string'; enum: ['successintent', 'failintent', 'successtask', 'failtask', 'performance', 'unhandledutterance']; required: true };
			filters: { in: 'body'; type: 'object'; required: true };
			sort: { in: 'body'; type: 'object' };
			limit: { in: 'body'; type: 'integer' };
			skip: { in: 'body'; type: 'integer' };
		};
	};
	'feedback.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			filters: { in: 'body'; type: 'object'; required: true };
			sort: { in: 'body'; type: 'object' };
			limit: { in: 'body'; type: 'integer' };
			skip: { in: 'body'; type: 'integer' };
		};
	};
	'feedback.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			channelUId: { in: 'body'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			score: { in: 'body'; type: 'number'; required: true };
			channel: { in: 'body'; type: 'string'; required: true };
			type: { in: 'body'; type: 'string'; enum: ['THUMB', 'NPS', 'CSAT']; required: true };
			language: { in: 'body'; type: 'string'; required: true };
			message: { in: 'body'; type: 'string'; required: true };
		};
	};
	'dashboardWidget.getData': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			dashboardName: { in: 'path'; type: 'string'; required: true };
			widgetName: { in: 'path'; type: 'string'; required: true };
			startDate: { in: 'query'; type: 'string'; required: true };
			endDate: { in: 'query'; type: 'string'; required: true };
			limit: { in: 'query'; type: 'integer' };
		};
	};
	'dashboardWidget.getDataFiltered': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			dashboardName: { in: 'path'; type: 'string'; required: true };
			widgetName: { in: 'path'; type: 'string'; required: true };
			startDate: { in: 'query'; type: 'string'; required: true };
			endDate: { in: 'query'; type: 'string'; required: true };
			limit: { in: 'query'; type: 'integer' };
			customFilters: { in: 'body'; type: 'array'; required: true };
		};
	};
	'containmentReport.create': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; skip: { in: 'query'; type: 'integer' }; limit: { in: 'query'; type: 'integer' }; filters: { in: 'body'; type: 'object'; required: true } };
	};
	'containmentReport.getStatus': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; reportId: { in: 'path'; type: 'string'; required: true } } };
	'engagementTrend.get': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			aggregation_type: { in: 'query'; type: 'string'; enum: ['daily', 'hourly'] };
			start_date: { in: 'query'; type: 'string'; required: true };
			end_date: { in: 'query'; type: 'string'; required: true };
			conversationType: { in: 'query'; type: 'string'; enum: ['All', 'Interactive', 'Non Interactive'] };
			conversationStatus: { in: 'query'; type: 'string'; enum: ['All', 'Active', 'Closed'] };
			channels: { in: 'query'; type: 'string' };
			timeZoneOffset: { in: 'query'; type: 'string' };
		};
	};
	'engagementTrend.getV1': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			aggregation_type: { in: 'query'; type: 'string'; enum: ['Hourly', 'Daily'] };
			start_date: { in: 'query'; type: 'string'; required: true };
			end_date: { in: 'query'; type: 'string'; required: true };
			channels: { in: 'query'; type: 'string' };
		};
	};
	'billing.getSessionsOfBot': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			fromDate: { in: 'body'; type: 'string'; required: true };
			toDate: { in: 'body'; type: 'string'; required: true };
			limit: { in: 'body'; type: 'integer' };
			skip: { in: 'body'; type: 'integer' };
			channel: { in: 'body'; type: 'string' };
		};
	};
	'billing.getSessionsOfAccount': Omit<Route, 'inputs'> & {
		inputs: {
			fromDate: { in: 'body'; type: 'string'; required: true };
			toDate: { in: 'body'; type: 'string'; required: true };
			limit: { in: 'body'; type: 'integer' };
			skip: { in: 'body'; type: 'integer' };
			channel: { in: 'body'; type: 'string' };
			botId: { in: 'body'; type: 'string' };
		};
	};
	'billing.requestUsageSummary': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			fromDate: { in: 'body'; type: 'string'; required: true };
			toDate: { in: 'body'; type: 'string'; required: true };
			unitType: { in: 'body'; type: 'array'; required: true };
			groupByBot: { in: 'body'; type: 'string'; enum: ['yes', 'no']; required: true };
			groupByPeriod: { in: 'body'; type: 'string'; enum: ['date_day_hour', 'date_day', 'date_month']; required: true };
		};
	};
	'billing.getUsageSummaryStatus': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; type: { in: 'query'; type: 'string'; enum: ['summary']; required: true } } };
	'modelUsageLog.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			dateFrom: { in: 'body'; type: 'string'; required: true };
			dateTo: { in: 'body'; type: 'string'; required: true };
			limit: { in: 'body'; type: 'string'; required: true };
			skip: { in: 'body'; type: 'string' };
			isDeveloper: { in: 'body'; type: 'boolean' };
			channel: { in: 'body'; type: 'array' };
			featureName: { in: 'body'; type: 'array' };
			taskId: { in: 'body'; type: 'string' };
		};
	};
	'content.ingest': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			sourceName: { in: 'body'; type: 'string'; required: true };
			sourceType: { in: 'body'; type: 'string'; enum: ['json', 'file', 'web']; required: true };
			documents: { in: 'body'; type: 'array'; required: true };
		};
	};
	'content.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; contentId: { in: 'path'; type: 'string'; required: true } } };
	'content.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; docIds: { in: 'body'; type: 'array'; required: true } } };
	'content.getAll': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; query: { in: 'body'; type: 'object'; required: true }; nextCursor: { in: 'body'; type: 'string' } } };
	'content.getAllByStatus': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			sourceName: { in: 'body'; type: 'string'; required: true };
			status: { in: 'body'; type: 'string'; enum: ['success', 'failed', 'deleted']; required: true };
			nextCursor: { in: 'body'; type: 'string' };
		};
	};
	'chunk.getAll': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; filters: { in: 'body'; type: 'object' }; enableFilters: { in: 'body'; type: 'boolean' }; nextCursor: { in: 'body'; type: 'string' } };
	};
	'chunk.update': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			chunkId: { in: 'path'; type: 'string'; required: true };
			chunkText: { in: 'body'; type: 'string' };
			chunkTitle: { in: 'body'; type: 'string' };
			pageNumber: { in: 'body'; type: 'string' };
			recordTitle: { in: 'body'; type: 'string' };
			recordUrl: { in: 'body'; type: 'string' };
			sourceUrl: { in: 'body'; type: 'string' };
			chunkMeta: { in: 'body'; type: 'object' };
		};
	};
	'chunk.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; chunkId: { in: 'body'; type: 'array'; required: true } } };
	'source.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			desc: { in: 'body'; type: 'string' };
			sourceType: { in: 'body'; type: 'string'; enum: ['url', 'uploadSitemap']; required: true };
			url: { in: 'body'; type: 'string' };
			fileId: { in: 'body'; type: 'string' };
			advanceOpts: { in: 'body'; type: 'object' };
			authorizationEnabled: { in: 'body'; type: 'boolean' };
		};
	};
	'source.crawl': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; sourceId: { in: 'path'; type: 'string'; required: true }; forceRecrawl: { in: 'body'; type: 'boolean'; required: true } } };
	'searchTraining.train': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; contentIds: { in: 'body'; type: 'array' } } };
	'searchTraining.getStatus': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; trainingId: { in: 'path'; type: 'string'; required: true } } };
	'searchJob.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; jobId: { in: 'path'; type: 'string'; required: true } } };
	'answer.ask': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			query: { in: 'body'; type: 'string'; required: true };
			answerSearch: { in: 'body'; type: 'boolean' };
			searchResults: { in: 'body'; type: 'boolean' };
			isFacetsEnable: { in: 'body'; type: 'boolean' };
			includeChunksInResponse: { in: 'body'; type: 'boolean' };
			metaFilters: { in: 'body'; type: 'array' };
			customData: { in: 'body'; type: 'object' };
			raclEntityIds: { in: 'body'; type: 'array' };
			retrievalStrategy: { in: 'body'; type: 'string'; enum: ['vector', 'hybrid'] };
			dynamicPromptSelection: { in: 'body'; type: 'object' };
		};
	};
	'knowledgeTask.getAll': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; language: { in: 'query'; type: 'string'; required: true } } };
	'faq.create': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; language: { in: 'query'; type: 'string'; required: true }; faqs: { in: 'body'; type: 'array'; required: true } } };
	'faq.getAllV2': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			state: { in: 'query'; type: 'string'; enum: ['configured', 'published']; required: true };
			language: { in: 'query'; type: 'string'; required: true };
			nodeName: { in: 'query'; type: 'string' };
			withallchild: { in: 'query'; type: 'boolean' };
			type: { in: 'query'; type: 'string' };
			search: { in: 'query'; type: 'string' };
			limit: { in: 'query'; type: 'integer'; default: 50 };
			offset: { in: 'query'; type: 'integer'; default: 0 };
		};
	};
	'faq.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			ktId: { in: 'query'; type: 'string'; required: true };
			language: { in: 'query'; type: 'string'; required: true };
			parentId: { in: 'query'; type: 'string' };
			withallchild: { in: 'query'; type: 'boolean' };
			type: { in: 'query'; type: 'string' };
			search: { in: 'query'; type: 'string' };
			limit: { in: 'query'; type: 'integer'; default: 50 };
			offset: { in: 'query'; type: 'integer'; default: 0 };
		};
	};
	'faq.train': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; language: { in: 'body'; type: 'string'; required: true } } };
	'faq.getTrainingStatus': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; language: { in: 'query'; type: 'string'; required: true }; state: { in: 'query'; type: 'string'; enum: ['configured', 'published'] } };
	};
	'extraction.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			language: { in: 'query'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			fileUrl: { in: 'body'; type: 'string' };
			fileId: { in: 'body'; type: 'string' };
		};
	};
	'extraction.getAll': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; language: { in: 'query'; type: 'string'; required: true } } };
	'extraction.getQuestions': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; extractionId: { in: 'path'; type: 'string'; required: true }; limit: { in: 'query'; type: 'integer'; default: 50 }; offset: { in: 'query'; type: 'integer'; default: 0 } };
	};
	'utterance.import': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; fileName: { in: 'body'; type: 'string'; required: true }; fileId: { in: 'body'; type: 'string'; required: true } } };
	'utterance.getImportStatus': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; importId: { in: 'path'; type: 'string'; required: true } } };
	'utterance.export': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; state: { in: 'query'; type: 'string'; enum: ['configured', 'published'] }; type: { in: 'query'; type: 'string' } } };
	'utterance.getExportStatus': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true } } };
	'utterance.train': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; 'bot-language': { in: 'header'; type: 'string' } } };
	'utterance.getTrainingStatus': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; language: { in: 'query'; type: 'string' }; state: { in: 'query'; type: 'string'; enum: ['configured', 'published'] } };
	};
	'user.getAll': Omit<Route, 'inputs'> & { inputs: { limit: { in: 'query'; type: 'integer' }; offset: { in: 'query'; type: 'integer' } } };
	'user.create': Omit<Route, 'inputs'> & { inputs: { users: { in: 'body'; type: 'array'; required: true } } };
	'user.update': Omit<Route, 'inputs'> & { inputs: { users: { in: 'body'; type: 'array'; required: true } } };
	'user.remove': Omit<Route, 'inputs'> & { inputs: { deleteEmailIds: { in: 'body'; type: 'array' }; orgUserIds: { in: 'body'; type: 'array' } } };
	'user.get': Omit<Route, 'inputs'> & { inputs: { emailIds: { in: 'body'; type: 'array'; required: true }; status: { in: 'body'; type: 'string'; enum: ['active', 'not active', 'all'] } } };
	'user.setAccess': Omit<Route, 'inputs'> & {
		inputs: { emailIds: { in: 'body'; type: 'array'; required: true }; canCreateBot: { in: 'body'; type: 'boolean' }; isDeveloper: { in: 'body'; type: 'boolean' }; hasDataTableAndViewAccess: { in: 'body'; type: 'boolean' } };
	};
	'role.getAll': Omit<Route, 'inputs'> & { inputs: { roleType: { in: 'query'; type: 'string'; enum: ['admin', 'bot']; required: true }; limit: { in: 'query'; type: 'integer' }; offset: { in: 'query'; type: 'integer' } } };
	'role.export': Omit<Route, 'inputs'> & { inputs: { roleType: { in: 'query'; type: 'string'; enum: ['admin', 'bot']; required: true } } };
	'role.import': Omit<Route, 'inputs'> & {
		inputs: { roleType: { in: 'query'; type: 'string'; enum: ['admin', 'bot']; required: true }; fullImport: { in: 'query'; type: 'boolean' }; fileId: { in: 'body'; type: 'string'; required: true } };
	};
	'role.assignBotRole': Omit<Route, 'inputs'>;
	'role.assignAdminRole': Omit<Route, 'inputs'>;
	'group.getAll': Omit<Route, 'inputs'> & { inputs: { offset: { in: 'query'; type: 'integer'; default: 0 }; limit: { in: 'query'; type: 'integer' } } };
	'dataTableRow.update': Omit<Route, 'inputs'> & { inputs: { tableName: { in: 'path'; type: 'string'; required: true }; query: { in: 'body'; type: 'object'; required: true }; data: { in: 'body'; type: 'object'; required: true } } };
	'dataTableRow.delete': Omit<Route, 'inputs'> & { inputs: { tableName: { in: 'path'; type: 'string'; required: true }; query: { in: 'body'; type: 'object'; required: true } } };
	'dataTableRow.insertMany': Omit<Route, 'inputs'> & { inputs: { tableName: { in: 'path'; type: 'string'; required: true }; data: { in: 'body'; type: 'array'; required: true } } };
	'dataTableRow.getAll': Omit<Route, 'inputs'> & {
		inputs: { tableName: { in: 'path'; type: 'string'; required: true }; sys_limit: { in: 'query'; type: 'integer'; default: 10 }; sys_offset: { in: 'query'; type: 'integer' }; query: { in: 'body'; type: 'object' } };
	};
	'tableViewRow.getAll': Omit<Route, 'inputs'> & {
		inputs: { viewName: { in: 'path'; type: 'string'; required: true }; sys_limit: { in: 'query'; type: 'integer' }; sys_offset: { in: 'query'; type: 'integer' }; query: { in: 'body'; type: 'object' } };
	};
	'bot.getAll': Omit<Route, 'inputs'> & { inputs: { offset: { in: 'query'; type: 'integer'; default: 0 }; limit: { in: 'query'; type: 'integer' } } };
	'bot.publish': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; versionComment: { in: 'body'; type: 'string'; required: true }; initiateTraining: { in: 'body'; type: 'boolean' } } };
	'bot.getPublishStatus': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true } } };
	'bot.import': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			botDefinition: { in: 'body'; type: 'string'; required: true };
			configInfo: { in: 'body'; type: 'string'; required: true };
			botFunctions: { in: 'body'; type: 'array' };
			importOptions: { in: 'body'; type: 'object' };
		};
	};
	'bot.getImportStatus': Omit<Route, 'inputs'> & { inputs: { importId: { in: 'path'; type: 'string'; required: true } } };
	'bot.importAsNew': Omit<Route, 'inputs'> & {
		inputs: {
			uploadMode: { in: 'body'; type: 'string'; enum: ['JSON', 'ZIP']; required: true };
			botDefinition: { in: 'body'; type: 'string' };
			configInfo: { in: 'body'; type: 'string' };
			botFunctions: { in: 'body'; type: 'array' };
			icon: { in: 'body'; type: 'string' };
			zipInfo: { in: 'body'; type: 'string' };
			name: { in: 'body'; type: 'string' };
			purpose: { in: 'body'; type: 'string'; enum: ['customer', 'employee'] };
		};
	};
	'bot.importFunctions': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true } } };
	'bot.export': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			exportType: { in: 'body'; type: 'string'; enum: ['latest', 'published']; required: true };
			exportOptions: { in: 'body'; type: 'object' };
			subTasks: { in: 'body'; type: 'object' };
			allTasks: { in: 'body'; type: 'boolean' };
			customDashboards: { in: 'body'; type: 'boolean' };
			IncludeDependentTasks: { in: 'body'; type: 'boolean' };
		};
	};
	'bot.getExportStatus': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; exportType: { in: 'query'; type: 'string'; enum: ['latest', 'published'] } } };
	'bot.installSample': Omit<Route, 'inputs'> & { inputs: { sampleBotId: { in: 'path'; type: 'string'; required: true } } };
	'bot.getLinkedApps': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			language: { in: 'query'; type: 'string' };
			'bot-language': { in: 'header'; type: 'string'; required: true };
			'app-language': { in: 'header'; type: 'string'; required: true };
			state: { in: 'header'; type: 'string'; enum: ['configured', 'published']; required: true };
			'client-app': { in: 'header'; type: 'string'; required: true };
		};
	};
	'bot.updateNlpConfiguration': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			language: { in: 'query'; type: 'string'; required: true };
			groupName: { in: 'query'; type: 'string' };
			configurations: { in: 'body'; type: 'array' };
			mlParams: { in: 'body'; type: 'object' };
			nlSettings: { in: 'body'; type: 'object' };
			advancedNLPSettings: { in: 'body'; type: 'array' };
		};
	};
	'botVariable.export': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true } } };
	'botVariable.import': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true } } };
	'channel.enable': Omit<Route, 'inputs'> & {
		inputs: { streamId: { in: 'body'; type: 'string'; required: true }; type: { in: 'body'; type: 'string'; enum: ['rtm', 'slack', 'ivr', 'msteams']; required: true }; channelDetails: { in: 'body'; type: 'object'; required: true } };
	};
	'language.add': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			enableLanguage: { in: 'body'; type: 'string'; required: true };
			langDefinitionMode: { in: 'body'; type: 'object'; required: true };
			multiLingualConfigurations: { in: 'body'; type: 'object'; required: true };
		};
	};
	'language.update': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			updateLanguage: { in: 'body'; type: 'string'; required: true };
			fileId: { in: 'body'; type: 'string' };
			multiLingualConfigurations: { in: 'body'; type: 'object'; required: true };
		};
	};
	'language.setStatus': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; language: { in: 'body'; type: 'string'; required: true }; enable: { in: 'body'; type: 'boolean'; required: true } } };
	'pushDevice.subscribe': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; deviceId: { in: 'body'; type: 'string'; required: true }; osType: { in: 'body'; type: 'string'; required: true }; userId: { in: 'body'; type: 'string'; required: true } };
	};
	'pushDevice.getAll': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; uId: { in: 'query'; type: 'string'; required: true } } };
	'pushDevice.unsubscribe': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; devices: { in: 'body'; type: 'array' }; unsubscribe: { in: 'body'; type: 'string' }; userId: { in: 'body'; type: 'string'; required: true } };
	};
	'language.setDefault': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; Language: { in: 'body'; type: 'string'; required: true } } };
	'batchTest.getAll': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; skip: { in: 'query'; type: 'integer' }; limit: { in: 'query'; type: 'integer' }; 'bot-language': { in: 'header'; type: 'string' } };
	};
	'batchTest.import': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			'bot-language': { in: 'header'; type: 'string' };
			fileName: { in: 'body'; type: 'string'; required: true };
			fileType: { in: 'body'; type: 'string' };
			importType: { in: 'body'; type: 'string'; enum: ['new', 'update'] };
			delimiter: { in: 'body'; type: 'string'; required: true };
			description: { in: 'body'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string' };
			engine: { in: 'body'; type: 'string'; enum: ['regression', 'dgpt'] };
		};
	};
	'batchTest.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; testSuiteName: { in: 'path'; type: 'string'; required: true }; 'bot-language': { in: 'header'; type: 'string' } } };
	'batchTest.export': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; testSuiteName: { in: 'path'; type: 'string'; required: true }; 'bot-language': { in: 'header'; type: 'string' } } };
	'batchTest.run': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			testSuiteName: { in: 'path'; type: 'string'; required: true };
			'bot-language': { in: 'header'; type: 'string' };
			version: { in: 'body'; type: 'string'; enum: ['inDevelopment', 'published']; required: true };
			engine: { in: 'body'; type: 'string'; enum: ['regression', 'dgpt'] };
		};
	};
	'batchTest.deleteRun': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			testSuiteName: { in: 'path'; type: 'string'; required: true };
			testRunId: { in: 'path'; type: 'string'; required: true };
			'bot-language': { in: 'header'; type: 'string' };
		};
	};
	'batchTest.getRunStatus': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			testSuiteName: { in: 'path'; type: 'string'; required: true };
			testRunId: { in: 'path'; type: 'string'; required: true };
			'bot-language': { in: 'header'; type: 'string' };
		};
	};
	'conversationTest.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; 'bot-language': { in: 'header'; type: 'string' }; testSuiteNames: { in: 'body'; type: 'array'; required: true } } };
	'conversationTest.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			'bot-language': { in: 'header'; type: 'string' };
			fileName: { in: 'body'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			tags: { in: 'body'; type: 'array' };
			description: { in: 'body'; type: 'string' };
			userEmailId: { in: 'body'; type: 'string'; required: true };
		};
	};
	'conversationTest.getCreationStatus': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; creationId: { in: 'path'; type: 'string'; required: true }; 'bot-language': { in: 'header'; type: 'string' } };
	};
	'conversationTest.run': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			testSuiteName: { in: 'path'; type: 'string'; required: true };
			'bot-language': { in: 'header'; type: 'string' };
			version: { in: 'body'; type: 'string'; enum: ['inDevelopment', 'published']; required: true };
			userEmailId: { in: 'body'; type: 'string'; required: true };
		};
	};
	'conversationTest.getRunStatus': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			testSuiteName: { in: 'path'; type: 'string'; required: true };
			testRunId: { in: 'path'; type: 'string'; required: true };
			'bot-language': { in: 'header'; type: 'string' };
		};
	};
	'webhook.subscribe': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			connectorEnabled: { in: 'body'; type: 'boolean' };
			PIIMaskingDisabledForAgentTransfer: { in: 'body'; type: 'boolean' };
			sdkClientId: { in: 'body'; type: 'string'; required: true };
			sdkHostUri: { in: 'body'; type: 'string'; required: true };
			subscribedFor: { in: 'body'; type: 'array'; required: true };
		};
	};
	'agentIntegration.getChannelMappings': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true } } };
	'agentIntegration.updateChannelMappings': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; channelMappings: { in: 'body'; type: 'object'; required: true } } };
	'agentIntegration.enable': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			integration: { in: 'path'; type: 'string'; enum: ['custom', 'genesys', 'kore', 'salesforce', 'servicenow']; required: true };
			setAsDefault: { in: 'query'; type: 'boolean' };
		};
	};
	'agentIntegration.update': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			integration: { in: 'path'; type: 'string'; enum: ['custom', 'genesys', 'kore', 'salesforce', 'servicenow']; required: true };
			setAsDefault: { in: 'query'; type: 'boolean' };
		};
	};
	'agentIntegration.reset': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; integration: { in: 'path'; type: 'string'; enum: ['custom', 'genesys', 'kore', 'salesforce', 'servicenow']; required: true } };
	};
	'bot.uploadFile': Omit<Route, 'inputs'> & { inputs: { file: { in: 'body'; type: 'string'; required: true }; fileContext: { in: 'body'; type: 'string'; required: true }; fileExtension: { in: 'body'; type: 'string'; required: true } } };
	'campaign.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			type: { in: 'body'; type: 'string'; enum: ['voice', 'sms']; required: true };
			skip: { in: 'body'; type: 'integer' };
			page: { in: 'body'; type: 'integer' };
			limit: { in: 'body'; type: 'integer' };
			startDate: { in: 'body'; type: 'string' };
			endDate: { in: 'body'; type: 'string' };
			sortBy: { in: 'body'; type: 'object' };
			filters: { in: 'body'; type: 'object' };
		};
	};
	'campaign.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			campaignType: { in: 'query'; type: 'string'; enum: ['voice', 'sms']; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			description: { in: 'body'; type: 'string'; required: true };
			contactLists: { in: 'body'; type: 'array'; required: true };
			dncLists: { in: 'body'; type: 'object' };
			priority: { in: 'body'; type: 'string'; enum: ['1', '2', '3', '4', '5']; required: true };
			dialingMode: { in: 'body'; type: 'string'; enum: ['Agentless', 'Progressive', 'Preview'] };
			dialingStrategy: { in: 'body'; type: 'object'; required: true };
			schedule: { in: 'body'; type: 'object' };
			experienceFlowName: { in: 'body'; type: 'string' };
			queue_name: { in: 'body'; type: 'string' };
			maxSkips: { in: 'body'; type: 'integer' };
			enableMachineDetect: { in: 'body'; type: 'string'; enum: ['no', 'detect', 'disconnect'] };
			format: { in: 'body'; type: 'string'; enum: ['simple', 'advanced'] };
			message: { in: 'body'; type: 'object' };
		};
	};
	'campaign.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; campaignId: { in: 'path'; type: 'string'; required: true } } };
	'campaign.startSms': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			campaignId: { in: 'path'; type: 'string'; required: true };
			campaignType: { in: 'query'; type: 'string'; enum: ['sms']; required: true };
			trigger: { in: 'query'; type: 'string'; enum: ['play']; required: true };
		};
	};
	'campaign.update': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			campaignId: { in: 'path'; type: 'string'; required: true };
			campaignType: { in: 'query'; type: 'string'; enum: ['voice', 'sms']; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			description: { in: 'body'; type: 'string'; required: true };
			contactLists: { in: 'body'; type: 'array'; required: true };
			dncLists: { in: 'body'; type: 'object' };
			priority: { in: 'body'; type: 'string'; enum: ['1', '2', '3', '4', '5']; required: true };
			dialingMode: { in: 'body'; type: 'string'; enum: ['Agentless', 'Progressive', 'Preview'] };
			dialingStrategy: { in: 'body'; type: 'object'; required: true };
			schedule: { in: 'body'; type: 'object' };
			experienceFlowName: { in: 'body'; type: 'string' };
			queue_name: { in: 'body'; type: 'string' };
			maxSkips: { in: 'body'; type: 'integer' };
			enableMachineDetect: { in: 'body'; type: 'string'; enum: ['no', 'detect', 'disconnect'] };
			format: { in: 'body'; type: 'string'; enum: ['simple', 'advanced'] };
			message: { in: 'body'; type: 'object' };
		};
	};
	'campaign.delete': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; campaignId: { in: 'path'; type: 'string'; required: true }; campaignType: { in: 'query'; type: 'string'; enum: ['voice', 'sms']; required: true } };
	};
	'campaign.stopSms': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			campaignId: { in: 'path'; type: 'string'; required: true };
			campaignType: { in: 'query'; type: 'string'; enum: ['sms']; required: true };
			trigger: { in: 'query'; type: 'string'; enum: ['stop']; required: true };
		};
	};
	'campaign.triggerVoice': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			campaignId: { in: 'path'; type: 'string'; required: true };
			campaignType: { in: 'query'; type: 'string'; enum: ['voice']; required: true };
			trigger: { in: 'query'; type: 'string'; enum: ['play', 'stop']; required: true };
		};
	};
	'campaign.getStatus': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			campaignId: { in: 'path'; type: 'string'; required: true };
			view: { in: 'query'; type: 'string'; enum: ['status', 'contacts']; required: true };
			page: { in: 'body'; type: 'integer' };
			limit: { in: 'body'; type: 'integer' };
		};
	};
	'campaign.setSchedule': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			enableSchedule: { in: 'query'; type: 'boolean'; required: true };
			campaignName: { in: 'query'; type: 'string'; required: true };
			startDateTime: { in: 'body'; type: 'string' };
			endDateTime: { in: 'body'; type: 'string' };
			recurrenceObject: { in: 'body'; type: 'object' };
		};
	};
	'campaign.callBack': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; campaignInstanceId: { in: 'path'; type: 'string'; required: true } } };
	'contactList.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			description: { in: 'body'; type: 'string'; required: true };
			source: { in: 'body'; type: 'string'; enum: ['passiveApi']; required: true };
			allowDuplicates: { in: 'body'; type: 'boolean' };
		};
	};
	'contactList.getAll': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; type: { in: 'query'; type: 'string'; enum: ['call']; required: true } } };
	'contactList.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; contactListId: { in: 'path'; type: 'string'; required: true } } };
	'contactList.update': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; contactListId: { in: 'path'; type: 'string'; required: true }; name: { in: 'body'; type: 'string' }; description: { in: 'body'; type: 'string' } };
	};
	'contactList.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; contactListId: { in: 'path'; type: 'string'; required: true } } };
	'contactList.getContacts': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; contactListId: { in: 'path'; type: 'string'; required: true }; skip: { in: 'query'; type: 'integer' }; limit: { in: 'query'; type: 'integer' } };
	};
	'contactList.addContacts': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; contact_list_name: { in: 'body'; type: 'string'; required: true }; data: { in: 'body'; type: 'array'; required: true } };
	};
};

/** Where each operation is and what it takes; `evidence` says how sure verb and path are. */

export const routes = jsonParse<Routes>(String.raw`{
"customerData.delete": {"method":"DELETE","path":"/api/public/bot/eraseUsersData","evidence":"documented","safe":false,"scopes":["Admin Console: Profile Management › Delete Users Data"],"shows":{"requestId":"given"},"body":"json","inputs":{
	"userIds": {"in":"body","type":"array","minItems":1,"items":{"type":"string","minLength":1},"required":true,"description":"Kore.ai's user ID or e-mail, the channel's user ID, or channel ID and channel user ID together; how the pair is written was not found. That it may not be empty is inferred"},
	"botIds": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Used only while RemoveDataFromAllBots is false. That it is required then is inferred"},
	"RemoveDataFromAllBots": {"in":"body","type":"boolean","default":false,"description":"Every bot of the organisation"}
}},
"customerData.getDeletionStatus": {"method":"GET","path":"/api/public/bot/eraseUsersData/status/{requestId}","evidence":"documented","safe":true,"scopes":["Admin Console: Profile Management › Delete Users Data"],"shows":{"_id":"given"},"inputs":{
	"requestId": {"in":"path","type":"string","required":true,"description":"requestId of the deletion","example":"eud-123"}
}},
"session.getAll": {"method":"POST","path":"/api/public/bot/{botId}/getSessions","evidence":"documented","safe":true,"scopes":["App Builder: Bot Sessions","Admin Console: Bot Analytics › Bot Sessions"],"rowNames":["sessionId","botId","channel","userId","start_time","end_time","session_lang","sessionType","containmentType","sessionStatus","isDeveloper","tags","noOfMessagesExchanged","noOfTasksExecuted"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"containmentType": {"in":"query","type":"string","enum":["dropOff","selfService","agent"]},
	"callId": {"in":"query","type":"string","minLength":1,"description":"A call's ID in an agent desktop of a third party"},
	"dateFrom": {"in":"body","type":"string","description":"By default 7 days before dateTo","example":"2019-04-01"},
	"dateTo": {"in":"body","type":"string","description":"By default 7 days after dateFrom, or today where that is missing as well. That a day counts whole is inferred from samples with the same day in both","example":"2019-04-01"},
	"userId": {"in":"body","type":"string","minLength":1,"description":"E-mail or the enterprise's ID"},
	"skip": {"in":"body","type":"integer","minimum":0},
	"offset": {"in":"body","type":"integer","minimum":0,"description":"The same as skip"},
	"limit": {"in":"body","type":"integer","minimum":1,"description":"Default and maximum were not found: the page says X. Samples have 100, a working client sends 1000"},
	"tags": {"in":"body","type":"object","description":"Shown for messages; that sessions take the same is inferred. A combination other than \u0060and\u0060 was not found"},
	"sessionType": {"in":"body","type":"string","enum":["interactive","non-interactive"],"description":"non-interactive, when the user wrote nothing"},
	"sessionId": {"in":"body","type":"array","maxItems":50,"items":{"type":"string","minLength":1},"description":"Every other filter is ignored beside it"},
	"includeMeta": {"in":"body","type":"boolean","default":false,"description":"For encrypted answers"}
}},
"session.getAllOfAccount": {"method":"POST","path":"/api/public/getSessions","evidence":"documented","safe":true,"scopes":["Admin Console: Bot Analytics › Bot Sessions"],"rowNames":["sessionId","botId","channel","userId","start_time","end_time","session_lang","sessionType","containmentType","sessionStatus","isDeveloper","tags","noOfMessagesExchanged","noOfTasksExecuted"],"body":"json","inputs":{
	"containmentType": {"in":"query","type":"string","enum":["dropOff","selfService","agent"]},
	"dateFrom": {"in":"body","type":"string","description":"By default 7 days before dateTo","example":"2019-04-01"},
	"dateTo": {"in":"body","type":"string","description":"By default 7 days after dateFrom, or today where that is missing as well. That a day counts whole is inferred from samples with the same day in both","example":"2019-04-01"},
	"userId": {"in":"body","type":"string","minLength":1,"description":"E-mail or the enterprise's ID"},
	"skip": {"in":"body","type":"integer","minimum":0},
	"offset": {"in":"body","type":"integer","minimum":0,"description":"The same as skip"},
	"limit": {"in":"body","type":"integer","minimum":1,"description":"Default and maximum were not found: the page says X. Samples have 100, a working client sends 1000"},
	"tags": {"in":"body","type":"object","description":"Shown for messages; that sessions take the same is inferred. A combination other than \u0060and\u0060 was not found"},
	"sessionType": {"in":"body","type":"string","enum":["interactive","non-interactive"],"description":"non-interactive, when the user wrote nothing"},
	"sessionId": {"in":"body","type":"array","maxItems":50,"items":{"type":"string","minLength":1},"description":"Every other filter is ignored beside it"},
	"includeMeta": {"in":"body","type":"boolean","default":false,"description":"For encrypted answers"}
}},
"message.getAll": {"method":"POST","path":"/api/public/bot/{botId}/getMessages","evidence":"documented","safe":true,"scopes":["App Builder: Chat History","Admin Console: Bot Analytics › Chat History"],"rowNames":["_id","type","status","createdBy","lmodifiedBy","createdOn","lmodifiedOn","timestampValue","botId","orgId","accountId","sessionId","lang","chnl","channel","channels","components","author","tags","traceId","latency","isBB","isD","ms","sT","cluster_id","resourceid","__v"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"callId": {"in":"query","type":"string","minLength":1,"description":"A call of a voice channel. The sample is a GET; that the POST takes it as well is inferred from the sessions, whose POST does"},
	"dateFrom": {"in":"body","type":"string","description":"By default 7 days before dateTo","example":"2019-04-01"},
	"dateTo": {"in":"body","type":"string","description":"By default 7 days after dateFrom, or today where that is missing as well. That a day counts whole is inferred from samples with the same day in both","example":"2019-04-01"},
	"userId": {"in":"body","type":"string","minLength":1,"description":"E-mail or the enterprise's ID"},
	"skip": {"in":"body","type":"integer","minimum":0},
	"offset": {"in":"body","type":"integer","minimum":0,"description":"The same as skip"},
	"channelType": {"in":"body","type":"string","default":"rtm","description":"Also the ivrInst ID of a further webhook channel. docs/evidence/kore-ai.md §3.4 has all documented values. That the POST has the default, too, is inferred: it is stated of the GET","example":"rtm"},
	"sessionId": {"in":"body","type":"array","items":{"type":"string","minLength":1}},
	"getAgentsInfo": {"in":"body","type":"boolean","default":false,"description":"Tells of the agent in the message's author"},
	"includeTraceId": {"in":"body","type":"boolean","default":false},
	"includeLatency": {"in":"body","type":"boolean","default":false},
	"forward": {"in":"body","type":"boolean","description":"The oldest first"},
	"msgId": {"in":"body","type":"string","minLength":1,"description":"Not beside dateFrom and dateTo"},
	"direction": {"in":"body","type":"integer","default":1,"description":"From msgId on: below 0 back, 0 both ways, above 0 forward. Forward is documented as the default, the number for it is inferred"},
	"tags": {"in":"body","type":"object","description":"Shown for messages; that sessions take the same is inferred. A combination other than \u0060and\u0060 was not found"},
	"limit": {"in":"body","type":"integer","minimum":1,"maximum":100}
}},
"message.getAllV2": {"method":"POST","path":"/api/public/bot/{botId}/getMessagesV2","evidence":"documented","safe":true,"scopes":["App Builder: Chat History","Admin Console: Bot Analytics › Chat History"],"rowNames":["_id","type","status","createdBy","lmodifiedBy","createdOn","lmodifiedOn","timestampValue","botId","orgId","accountId","sessionId","lang","chnl","channel","channels","components","author","tags","traceId","latency","isBB","isD","ms","sT","cluster_id","resourceid","__v"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"callId": {"in":"query","type":"string","minLength":1,"description":"A call of a voice channel. The sample is a GET; that the POST takes it as well is inferred from the sessions, whose POST does"},
	"includeSecureForm": {"in":"query","type":"boolean","description":"Shows what users entered into forms. Documented for the GET, there as required although samples omit it; that the POST takes it as well is inferred"},
	"dateFrom": {"in":"body","type":"string","description":"By default 7 days before dateTo","example":"2019-04-01"},
	"dateTo": {"in":"body","type":"string","description":"By default 7 days after dateFrom, or today where that is missing as well. That a day counts whole is inferred from samples with the same day in both","example":"2019-04-01"},
	"userId": {"in":"body","type":"string","minLength":1,"description":"E-mail or the enterprise's ID"},
	"skip": {"in":"body","type":"integer","minimum":0},
	"offset": {"in":"body","type":"integer","minimum":0,"description":"The same as skip"},
	"channelType": {"in":"body","type":"string","default":"rtm","description":"Also the ivrInst ID of a further webhook channel. docs/evidence/kore-ai.md §3.4 has all documented values. That the POST has the default, too, is inferred: it is stated of the GET","example":"rtm"},
	"sessionId": {"in":"body","type":"array","items":{"type":"string","minLength":1}},
	"getAgentsInfo": {"in":"body","type":"boolean","default":false,"description":"Tells of the agent in the message's author"},
	"includeTraceId": {"in":"body","type":"boolean","default":false},
	"includeLatency": {"in":"body","type":"boolean","default":false},
	"forward": {"in":"body","type":"boolean","description":"The oldest first"},
	"msgId": {"in":"body","type":"string","minLength":1,"description":"Not beside dateFrom and dateTo"},
	"direction": {"in":"body","type":"integer","default":1,"description":"From msgId on: below 0 back, 0 both ways, above 0 forward. Forward is documented as the default, the number for it is inferred"},
	"tags": {"in":"body","type":"object","description":"Shown for messages; that sessions take the same is inferred. A combination other than \u0060and\u0060 was not found"},
	"limit": {"in":"body","type":"integer","minimum":1,"maximum":10000}
}},
"message.getAllOfAccount": {"method":"POST","path":"/api/public/getMessages","evidence":"documented","safe":true,"scopes":["Admin Console: Bot Analytics › Chat History"],"rowNames":["_id","type","status","createdBy","lmodifiedBy","createdOn","lmodifiedOn","timestampValue","botId","orgId","accountId","sessionId","lang","chnl","channel","channels","components","author","tags","traceId","latency","isBB","isD","ms","sT","cluster_id","resourceid","__v"],"body":"json","inputs":{
	"callId": {"in":"query","type":"string","minLength":1,"description":"A call of a voice channel. The sample is a GET; that the POST takes it as well is inferred from the sessions, whose POST does"},
	"dateFrom": {"in":"body","type":"string","description":"By default 7 days before dateTo","example":"2019-04-01"},
	"dateTo": {"in":"body","type":"string","description":"By default 7 days after dateFrom, or today where that is missing as well. That a day counts whole is inferred from samples with the same day in both","example":"2019-04-01"},
	"userId": {"in":"body","type":"string","minLength":1,"description":"E-mail or the enterprise's ID"},
	"skip": {"in":"body","type":"integer","minimum":0},
	"offset": {"in":"body","type":"integer","minimum":0,"description":"The same as skip"},
	"channelType": {"in":"body","type":"string","default":"rtm","description":"Also the ivrInst ID of a further webhook channel. docs/evidence/kore-ai.md §3.4 has all documented values. That the POST has the default, too, is inferred: it is stated of the GET","example":"rtm"},
	"sessionId": {"in":"body","type":"array","items":{"type":"string","minLength":1}},
	"getAgentsInfo": {"in":"body","type":"boolean","default":false,"description":"Tells of the agent in the message's author"},
	"includeTraceId": {"in":"body","type":"boolean","default":false},
	"includeLatency": {"in":"body","type":"boolean","default":false},
	"forward": {"in":"body","type":"boolean","description":"The oldest first"},
	"msgId": {"in":"body","type":"string","minLength":1,"description":"Not beside dateFrom and dateTo"},
	"direction": {"in":"body","type":"integer","default":1,"description":"From msgId on: below 0 back, 0 both ways, above 0 forward. Forward is documented as the default, the number for it is inferred"},
	"tags": {"in":"body","type":"object","description":"Shown for messages; that sessions take the same is inferred. A combination other than \u0060and\u0060 was not found"},
	"limit": {"in":"body","type":"integer","minimum":1,"maximum":100}
}},
"session.close": {"method":"PUT","path":"/api/public/bot/{botId}/session","evidence":"documented","safe":false,"scopes":["App Builder: Bot Sessions"],"shows":{"success":"true"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"userId": {"in":"body","type":"string","minLength":1,"required":true,"description":"That it may not be empty is inferred"},
	"status": {"in":"body","type":"string","enum":["inactive"],"required":true},
	"channel": {"in":"body","type":"string","default":"rtm","minLength":1,"required":true,"example":"rtm"}
}},
"botMessage.send": {"method":"POST","path":"/chatbot/v2/webhook/{botId}","evidence":"documented","safe":false,"scopes":[],"bearer":true,"shows":{"_v|pollId|traceId|data[0].type":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"session": {"in":"body","type":"object"},
	"message": {"in":"body","type":"object","required":true},
	"from": {"in":"body","type":"object","required":true},
	"interactiveLanguage": {"in":"body","type":"string","minLength":1,"example":"fr"},
	"metaTags": {"in":"body","type":"object"},
	"mergeIdentity": {"in":"body","type":"boolean","description":"Whether to merge with a conversation in progress. A text by the table, a boolean in the sample"},
	"preferredChannelForResponse": {"in":"body","type":"string","minLength":1,"example":"rtm"},
	"customData": {"in":"body","type":"object"}
}},
"botMessage.sendToInstance": {"method":"POST","path":"/chatbot/v2/webhook/{botId}/hookInstance/{instanceId}","evidence":"documented","safe":false,"scopes":[],"bearer":true,"shows":{"_v|pollId|traceId|data[0].type":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"instanceId": {"in":"path","type":"string","required":true,"description":"Which of several webhook channels of the bot; the first has none","example":"ivrInst-c8671a54-e4b6-5a2c-9471-d1f2a37305c4"},
	"session": {"in":"body","type":"object"},
	"message": {"in":"body","type":"object","required":true},
	"from": {"in":"body","type":"object","required":true},
	"interactiveLanguage": {"in":"body","type":"string","minLength":1,"example":"fr"},
	"metaTags": {"in":"body","type":"object"},
	"mergeIdentity": {"in":"body","type":"boolean","description":"Whether to merge with a conversation in progress. A text by the table, a boolean in the sample"},
	"preferredChannelForResponse": {"in":"body","type":"string","minLength":1,"example":"rtm"},
	"customData": {"in":"body","type":"object"}
}},
"botMessage.getReply": {"method":"GET","path":"/chatbot/v2/webhook/{botId}/poll/{pollId}","evidence":"documented","safe":true,"scopes":[],"bearer":true,"shows":{"_v|pollId|data[0].type":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"pollId": {"in":"path","type":"string","required":true,"description":"pollId of the answer before","example":"a69b1077c3541e76253be58aa340950b"}
}},
"intent.find": {"method":"POST","path":"/api/v1.1/rest/bot/{botId}/findIntent","evidence":"documented","safe":true,"scopes":["App Builder: Intent and Entity Detection","Admin Console: Intent Identification › Intent and Entity Detection"],"shows":{"response.result|response.response.result":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"fetchConfiguredTasks": {"in":"query","type":"boolean","default":false,"required":true,"title":"Configured Tasks","description":"Whether to look at the tasks as they are in the builder, instead of the published ones"},
	"sync": {"in":"query","type":"boolean","default":false,"title":"Synchronous","description":"Whether Kore.ai has to answer when it is done. What it does otherwise is not said."},
	"input": {"in":"body","type":"string","minLength":1,"required":true,"title":"Text","description":"What a person says","example":"Create a task"},
	"streamName": {"in":"body","type":"string","minLength":1,"required":true,"title":"Bot Name","description":"Name of the bot, as Kore.ai wants it beside its ID","example":"JIRA Bot"},
	"parentIntent": {"in":"body","type":"string","minLength":1,"description":"Name of an intent, to find its sub-intents"}
}},
"notification.send": {"method":"POST","path":"/api/public/bot/{botId}/notifyV2","evidence":"documented","safe":false,"scopes":["App Builder: Proactive Messages","Admin Console: Channel Management › Proactive Messages"],"shows":{"_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"channel": {"in":"body","type":"string","minLength":1,"required":true,"description":"ivr is a webhook channel, hangouts is Google Chat","example":"ivr"},
	"webhookInstanceName": {"in":"body","type":"string","minLength":1,"description":"For ivr","example":"Webhook"},
	"userIdentityType": {"in":"body","type":"string","example":"resolve"},
	"message": {"in":"body","type":"object"},
	"content": {"in":"body","type":"object"},
	"identities": {"in":"body","type":"array","minItems":1,"maxItems":1000,"items":{"type":"object"},"required":true}
}},
"notification.getStatus": {"method":"GET","path":"/api/public/bot/{botId}/notifyV2/status/{requestId}","evidence":"documented","safe":true,"scopes":["App Builder: Proactive Messages","Admin Console: Channel Management › Proactive Messages"],"shows":{"status":"given","streamId|_id|count":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"requestId": {"in":"path","type":"string","required":true,"description":"_id of the notification","example":"ds-d0f6fed2-87ff-52b7-bf2b-a15216f01a2b"}
}},
"notification.sendV1": {"method":"POST","path":"/api/public/bot/{botId}/notify","evidence":"documented","safe":false,"scopes":["App Builder: Proactive Messages","Admin Console: Channel Management › Proactive Messages"],"shows":{"_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"channel": {"in":"body","type":"string","enum":["msteams","slack"],"required":true},
	"userIdentityType": {"in":"body","type":"string","enum":["resolve"],"required":true},
	"message": {"in":"body","type":"object","required":true},
	"identities": {"in":"body","type":"array","minItems":1,"maxItems":1000,"items":{"type":"string","minLength":1},"required":true,"description":"That it may not be empty is inferred"}
}},
"notification.getStatusV1": {"method":"GET","path":"/api/public/bot/{botId}/notify/status/{requestId}","evidence":"documented","safe":true,"scopes":["App Builder: Proactive Messages","Admin Console: Channel Management › Proactive Messages"],"shows":{"status":"given","streamId|_id|count":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"requestId": {"in":"path","type":"string","required":true,"description":"_id of the notification","example":"ds-d0f6fed2-87ff-52b7-bf2b-a15216f01a2b"}
}},
"conversation.getDetails": {"method":"POST","path":"/api/public/bot/{botId}/conversationDetails","evidence":"documented","safe":true,"scopes":["App Builder: Chat History"],"names":["conversationInfo","conversationFlow","conversationHistory","summary"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"sessionId": {"in":"body","type":"string","minLength":1,"description":"It counts where others are given as well"},
	"callId": {"in":"body","type":"string","minLength":1,"description":"A call's ID in an agent desktop of a third party"},
	"conversationId": {"in":"body","type":"string","minLength":1},
	"lang": {"in":"body","type":"string","minLength":1,"description":"Language of the summary","example":"en"},
	"isSummaryRequired": {"in":"body","type":"boolean","default":false,"description":"Whether to have the conversation summarized"},
	"limit": {"in":"body","type":"integer","minimum":1,"description":"Messages at most; default and maximum were not found"},
	"skip": {"in":"body","type":"integer","minimum":0,"description":"Messages to leave out"}
}},
"conversation.getSummary": {"method":"POST","path":"/api/public/streams/{botId}/conversationSummary","evidence":"documented","safe":true,"scopes":["App Builder: Conversation Summary"],"shows":{"ConversationSummary":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"lang": {"in":"body","type":"string","default":"en","required":true,"example":"en"},
	"inputMode": {"in":"body","type":"object","required":true,"description":"One of the two"}
}},
"conversation.delete": {"method":"POST","path":"/api/public/bot/{botId}/conversations/delete","evidence":"documented","safe":false,"scopes":["App Builder: Delete Conversations"],"shows":{"jobId":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"conversationIds": {"in":"body","type":"array","minItems":1,"maxItems":100,"items":{"type":"string","minLength":1},"description":"Conversations to delete. That there has to be one is inferred"},
	"cId": {"in":"body","type":"string","minLength":1,"description":"The person whose conversations to delete","example":"u-e64325ed-82dc-5dd4-88dd-54ac52e1a2b3"},
	"startDate": {"in":"body","type":"string","description":"Inclusive; by default when the person or the bot was created. yyyy-mm-dd by the table, with a time in the sample","example":"2019-04-01"},
	"endDate": {"in":"body","type":"string","description":"Inclusive, and not in the future; by default today","example":"2019-04-01"}
}},
"conversation.getDeletionStatus": {"method":"GET","path":"/api/public/bot/{botId}/conversations/delete/{jobId}","evidence":"documented","safe":true,"scopes":["App Builder: Delete Conversations"],"shows":{"jobId":"given","status":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"jobId": {"in":"path","type":"string","required":true,"description":"jobId of the deletion","example":"cdj-2e5c62ad-df3a-542b-a59e-c72768b1a2b3"}
}},
"ccConversation.getAll": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/conversations","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"rowNames":["_id","botSessionId","conversationId","botId","userId","orgId","accountId","source","status","conversationType","language","phoneNumber","participants","transferDetails","queues","summary","notes","dispositions","userInfo","waitTime","keyIntentName","keyIntentUserInput","priority","surveyRequired","callbackOpted","startSessionTime","startTime","endTime"],"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skip": {"in":"query","type":"integer","default":0,"minimum":0},
	"limit": {"in":"query","type":"integer","minimum":1,"description":"Default and maximum were not found; the sample has 10"},
	"status": {"in":"query","type":"string","enum":["ACTIVE","CLOSED","IDLE","OPEN","OVERDUE","TERMINATED"],"description":"An array by the table; how several are written was not found, so that one is sent"},
	"source": {"in":"query","type":"string","minLength":1,"description":"Channel of the conversation","example":"rtm"},
	"language": {"in":"query","type":"string","minLength":1,"example":"en"}
}},
"ccConversation.get": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/conversations/{conversationId}","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"shows":{"_id":"given"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"conversationId": {"in":"path","type":"string","required":true,"description":"ID of the conversation","example":"c-3c04346-e522-4c53-9e03-c9566d851a2b"}
}},
"ccConversation.getBySession": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/conversations/sessions/{sessionId}","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"shows":{"_id":"given"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"sessionId": {"in":"path","type":"string","required":true,"description":"ID of the session of the parent app","example":"68a95e70fe5b8e806f8e1a2b"}
}},
"ccConversation.assign": {"method":"POST","path":"/agentassist/api/v1/public/{botId}/assign-conversation","evidence":"documented","safe":false,"scopes":["Routing"],"shows":{"sessionId":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"callbackUrl": {"in":"body","type":"string","format":"uri","required":true,"description":"Where the outcome is posted","example":"https://example.com/transferred"},
	"orgId": {"in":"body","type":"string","minLength":1,"required":true,"description":"ID of the organization","example":"o-fbfa482a-bf65-5386-963e-f00a8cc71a2b"},
	"botSessionId": {"in":"body","type":"string","minLength":1,"required":true,"description":"ID of the bot's session","example":"653a06c9aae89c5fbb4e1a2b"},
	"aId": {"in":"body","type":"string","minLength":1,"description":"ID of the agent","example":"a-220172c-856e-4db6-a2d1-d4c2dabe1a2b"},
	"transferredType": {"in":"body","type":"string","enum":["QUEUE"]},
	"queueId": {"in":"body","type":"string","minLength":1,"description":"ID of the queue","example":"qu-b5d3bb4-a1ac-4caa-9be6-55a5abc31a2b"}
}},
"interaction.getAll": {"method":"POST","path":"/agentassist/api/public/analytics/account/{accountId}/v2/interactionDetails","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"rowNames":["conversationId","sessionId","channel","isVoicemail","Direction","finalStatus","smartStatus","reason","disconnectingEvent","errorDetails","botId","userId","orgId","channelSpecificUserId","sessionStartTime","sessionEndTime","dispositions","dispositionRemarks","metaInfo","destinations","skills","customerinfo","userleveltags","sessionleveltags","campaigninfo","automationBotIDs","surveyType","csatScore","npsScore","likeDislikeScore"],"body":"json","given":{"path":["accountId"],"header":["accountId"]},"inputs":{
	"limit": {"in":"query","type":"integer","default":100,"minimum":1,"maximum":100,"description":"100 in an older version of the page"},
	"offset": {"in":"query","type":"integer","default":0,"minimum":0,"maximum":10,"description":"Pages to skip"},
	"iid": {"in":"header","type":"string","minLength":1,"required":true,"description":"The bot, called stream or application ID","example":"st-1d7611fa-908a-5f0c-8871-f7ea97a01a2b"},
	"startDate": {"in":"body","type":"string","required":true,"description":"The table has a time, the samples a day; at most seven days","example":"2022-08-25 07:20:15"},
	"endDate": {"in":"body","type":"string","required":true,"description":"The table has a time, the samples a day; at most seven days","example":"2022-08-25 07:20:15"},
	"timeZoneOffset": {"in":"body","type":"number","required":true,"description":"In minutes, less than 0 east of GMT. That the times of rows are in this zone is inferred from two that the samples have in UTC as well"},
	"selectedFields": {"in":"body","type":"array","items":{"type":"string","enum":["skills","customerinfo","userleveltags","sessionleveltags","campaigninfo","snoozeinfo"]}},
	"channels": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Channels to include, such as rtm or voice"},
	"direction": {"in":"body","type":"string","enum":["Inbound","Outbound","Both"],"description":"The page says that these are typical values"},
	"queues": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"IDs of queues"}
}},
"agent.getAll": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/organizations/{orgId}/agents","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"rowNames":["id","userId","orgId","accountId","status","onlineStatus","onlineStatusType","lastOnlineAt","emailId","firstName","lastName","nickName","phoneNumber","role","canSupportChat","maxChatSupport","canSupportVoice","skills","queues"],"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"orgId": {"in":"path","type":"string","required":true,"title":"Organization ID","description":"ID of the organization (o-…), as 'Get Many' for conversations has it","example":"o-0b9c4fa7-6f16-5605-abb7-62c46bf31a2b"},
	"page": {"in":"query","type":"integer","default":1,"minimum":1,"description":"From 1"},
	"includeQueues": {"in":"query","type":"boolean","description":"Whether to add the queues of each agent"}
}},
"agent.getAvailability": {"method":"POST","path":"/agentassist/api/v1/public/{botId}/agents/availability","evidence":"documented","safe":true,"scopes":["Configuration"],"names":["AVAILABLE","BUSY","OFFLINE","AWAY"],"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"agentIds": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Agents to look at"},
	"queueIds": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Queues whose agents to look at"},
	"skillIds": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Skills whose agents to look at"}
}},
"queue.getAll": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/queues","evidence":"documented","safe":true,"scopes":["Configuration"],"rowNames":["id","name","description","isActive","isDefault","isAdvancedRoutingEnabled","orgId","createdBy","hoursOfOperation","agents","skills","agentGroups","advancedSettings"],"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"page": {"in":"query","type":"integer","default":1,"minimum":1,"description":"From 1. The page of this list names no query; its answer has page and limit, and the list of a group's skills documents both"},
	"limit": {"in":"query","type":"integer","default":10,"minimum":1,"description":"Inferred as page is. The samples have 10; a maximum was not found"}
}},
"queue.create": {"method":"POST","path":"/agentassist/api/v1/public/{botId}/queues","evidence":"documented","safe":false,"scopes":["Configuration"],"shows":{"id":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"name": {"in":"body","type":"string","minLength":1,"required":true},
	"description": {"in":"body","type":"string"},
	"isActive": {"in":"body","type":"boolean","description":"In the sample alone"},
	"orgId": {"in":"body","type":"string","description":"In the sample alone"},
	"isAdvancedRoutingEnabled": {"in":"body","type":"boolean","description":"Whether advanced routing is on"},
	"hoursOfOperation": {"in":"body","type":"object","required":true},
	"agents": {"in":"body","type":"array","items":{"type":"object"}},
	"skills": {"in":"body","type":"array","items":{"type":"object"}},
	"agentGroups": {"in":"body","type":"array","items":{"type":"object"},"description":"\"An array of objects containing agentGroupIds\"; their key is not shown. That it is id is inferred from the answer"},
	"advancedSettings": {"in":"body","type":"object"},
	"enableTransferRules": {"in":"body","type":"boolean","description":"Whether transfer rules are on"},
	"transferQueues": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Queues that conversations may be transferred to"}
}},
"queue.get": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/queues/{queueId}","evidence":"documented","safe":true,"scopes":["Configuration"],"shows":{"id":"given"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"queueId": {"in":"path","type":"string","required":true,"example":"qu-268eda9-ba47-4b03-ab29-d1909c381a2b"}
}},
"queue.delete": {"method":"DELETE","path":"/agentassist/api/v1/public/{botId}/queues/{queueId}","evidence":"documented","safe":false,"scopes":["Configuration"],"shows":{".":"anyObject"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"queueId": {"in":"path","type":"string","required":true,"example":"qu-268eda9-ba47-4b03-ab29-d1909c381a2b"}
}},
"queue.getAgents": {"method":"POST","path":"/agentassist/api/v1/public/{botId}/queues/agents","evidence":"documented","safe":true,"scopes":["Configuration"],"rowNames":["aId","userId","name","profImage"],"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"queueIds": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Queues whose agents to list"}
}},
"queue.updatePriorities": {"method":"PUT","path":"/agentassist/api/v1/public/{botId}/queues/dynamicqueues/priorities","evidence":"documented","safe":false,"scopes":["Configuration"],"shows":{"updatedCount":"given"},"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"queuePriorityData": {"in":"body","type":"array","minItems":1,"items":{"type":"object"},"required":true}
}},
"queue.getStatistics": {"method":"POST","path":"/agentassist/api/v1/public/{botId}/monitor/queueStatsById/{queueId}","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"shows":{"[0].queueId":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"queueId": {"in":"path","type":"string","required":true,"example":"qu-268eda9-ba47-4b03-ab29-d1909c381a2b"},
	"channels": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Only conversations of these channels, such as rtm (web and mobile) or korevg"},
	"languages": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Only conversations in these languages, such as en"}
}},
"queue.getHours": {"method":"GET","path":"/agentassist/api/public/organizations/{orgId}/operationshours/{queueId}","evidence":"documented","safe":true,"scopes":["Configuration"],"shows":{"id":"given"},"given":{"header":["accountId"]},"inputs":{
	"queueId": {"in":"path","type":"string","required":true,"example":"qu-268eda9-ba47-4b03-ab29-d1909c381a2b"},
	"orgId": {"in":"path","type":"string","required":true,"description":"ID of the organization","example":"o-ee9eb154-b7e9-5387-a4a9-bc027a601a2b"},
	"iid": {"in":"header","type":"string","minLength":1,"required":true,"description":"The bot, called stream or application ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"skillGroup.getAll": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/skill-groups","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"rowNames":["id","name","description","color"],"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"page": {"in":"query","type":"integer","default":1,"minimum":1,"description":"From 1. The page of this list names no query; its answer has page and limit, and the list of a group's skills documents both"},
	"limit": {"in":"query","type":"integer","default":10,"minimum":1,"description":"Inferred as page is. The samples have 10; a maximum was not found"}
}},
"skillGroup.create": {"method":"POST","path":"/agentassist/api/v1/public/{botId}/skill-groups","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{"id":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"name": {"in":"body","type":"string","minLength":1,"required":true},
	"description": {"in":"body","type":"string","maxLength":200},
	"color": {"in":"body","type":"string","maxLength":200,"description":"\"Color ID\" in the table, with an ID of a skill group as example; the samples have a CSS color"}
}},
"skillGroup.get": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/skill-groups/{skillGroupId}","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"shows":{"id":"given"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skillGroupId": {"in":"path","type":"string","required":true,"example":"620b814ca2344f1caa8c1a2b"}
}},
"skillGroup.update": {"method":"PUT","path":"/agentassist/api/v1/public/{botId}/skill-groups/{skillGroupId}","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{"id":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skillGroupId": {"in":"path","type":"string","required":true,"example":"620b814ca2344f1caa8c1a2b"},
	"name": {"in":"body","type":"string","minLength":1,"required":true},
	"description": {"in":"body","type":"string","maxLength":200},
	"color": {"in":"body","type":"string","maxLength":200,"description":"\"Color ID\" in the table, with an ID of a skill group as example; the samples have a CSS color"}
}},
"skillGroup.delete": {"method":"DELETE","path":"/agentassist/api/v1/public/{botId}/skill-groups/{skillGroupId}","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{".":"anyObject"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skillGroupId": {"in":"path","type":"string","required":true,"example":"620b814ca2344f1caa8c1a2b"}
}},
"skill.getAll": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/skill-groups/{skillGroupId}/skills","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"rowNames":["id","name","description","agents","skillGroupId"],"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skillGroupId": {"in":"path","type":"string","required":true,"example":"620b814ca2344f1caa8c1a2b"},
	"page": {"in":"query","type":"integer","default":1,"minimum":1,"description":"From 1"},
	"limit": {"in":"query","type":"integer","default":10,"minimum":1,"description":"A maximum was not found"}
}},
"skill.create": {"method":"POST","path":"/agentassist/api/v1/public/{botId}/skill-groups/{skillGroupId}/skills","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{"id":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skillGroupId": {"in":"path","type":"string","required":true,"example":"620b814ca2344f1caa8c1a2b"},
	"name": {"in":"body","type":"string","minLength":1,"required":true},
	"description": {"in":"body","type":"string","maxLength":200},
	"agents": {"in":"body","type":"array","items":{"type":"object"}}
}},
"skill.get": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/skill-groups/{skillGroupId}/skills/{skillId}","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"shows":{"id":"given"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skillGroupId": {"in":"path","type":"string","required":true,"example":"620b814ca2344f1caa8c1a2b"},
	"skillId": {"in":"path","type":"string","required":true,"example":"607046a3630c9f077af51a2b"}
}},
"skill.update": {"method":"PUT","path":"/agentassist/api/v1/public/{botId}/skill-groups/{skillGroupId}/skills/{skillId}","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{"id":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skillGroupId": {"in":"path","type":"string","required":true,"example":"620b814ca2344f1caa8c1a2b"},
	"skillId": {"in":"path","type":"string","required":true,"example":"607046a3630c9f077af51a2b"},
	"name": {"in":"body","type":"string","minLength":1,"required":true},
	"description": {"in":"body","type":"string","maxLength":200},
	"agents": {"in":"body","type":"array","items":{"type":"object"}}
}},
"skill.delete": {"method":"DELETE","path":"/agentassist/api/v1/public/{botId}/skill-groups/{skillGroupId}/skills/{skillId}","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{".":"anyObject"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skillGroupId": {"in":"path","type":"string","required":true,"example":"620b814ca2344f1caa8c1a2b"},
	"skillId": {"in":"path","type":"string","required":true,"example":"607046a3630c9f077af51a2b"}
}},
"agentGroup.getAll": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/agent-groups","evidence":"documented","safe":true,"scopes":["Configuration"],"rowNames":["id","name","description","managers"],"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skip": {"in":"query","type":"integer","default":0,"minimum":0,"description":"The page names no query; that it is asked for so follows from its answer"},
	"limit": {"in":"query","type":"integer","default":10,"minimum":1,"description":"Inferred as page is. The samples have 10; a maximum was not found"}
}},
"agentGroup.create": {"method":"POST","path":"/agentassist/api/v1/public/{botId}/agent-groups","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{"id|name":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"name": {"in":"body","type":"string","minLength":1,"maxLength":50,"required":true},
	"description": {"in":"body","type":"string","minLength":1,"maxLength":50,"required":true}
}},
"agentGroup.get": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/agent-groups/{agentGroupId}","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"shows":{"id":"given"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"agentGroupId": {"in":"path","type":"string","required":true,"example":"ag-9d1d5db-06b5-43a5-8a7c-87b12d931a2b"}
}},
"agentGroup.update": {"method":"PUT","path":"/agentassist/api/v1/public/{botId}/agent-groups/{agentGroupId}","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{"id|name":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"agentGroupId": {"in":"path","type":"string","required":true,"example":"ag-9d1d5db-06b5-43a5-8a7c-87b12d931a2b"},
	"name": {"in":"body","type":"string","minLength":1,"maxLength":50,"required":true},
	"description": {"in":"body","type":"string","minLength":1,"maxLength":50,"required":true},
	"managers": {"in":"body","type":"array","items":{"type":"object"},"required":true}
}},
"agentGroup.delete": {"method":"DELETE","path":"/agentassist/api/v1/public/{botId}/agent-groups/{agentGroupId}","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{"id":"given"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"agentGroupId": {"in":"path","type":"string","required":true,"example":"ag-9d1d5db-06b5-43a5-8a7c-87b12d931a2b"}
}},
"agent.create": {"method":"POST","path":"/agentassist/api/v1/public/{botId}/agents","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{"id|userId":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"emailId": {"in":"body","type":"string","minLength":1,"required":true},
	"firstName": {"in":"body","type":"string","minLength":1,"required":true},
	"lastName": {"in":"body","type":"string","minLength":1,"required":true},
	"roleId": {"in":"body","type":"string","minLength":1,"required":true},
	"nickName": {"in":"body","type":"string"},
	"phoneNumber": {"in":"body","type":"string"},
	"agentGroupId": {"in":"body","type":"string"},
	"customId": {"in":"body","type":"string"},
	"canSupportChat": {"in":"body","type":"boolean"},
	"canSupportVoice": {"in":"body","type":"boolean"},
	"createDefaultLayoutAndAssign": {"in":"body","type":"boolean"},
	"maxChatSupport": {"in":"body","type":"integer","minimum":0},
	"chatLanguageSupport": {"in":"body","type":"array","items":{"type":"object"}},
	"voiceLanguageSupport": {"in":"body","type":"array","items":{"type":"object"}},
	"skills": {"in":"body","type":"array","items":{"type":"object"},"description":"The sample has none; that its entries have these names is inferred from the answer"},
	"queues": {"in":"body","type":"array","items":{"type":"object"}}
}},
"agent.get": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/agents/{agentId}","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"shows":{"id":"given"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"agentId": {"in":"path","type":"string","required":true,"example":"a-3aeb689-a8b4-4dca-8954-9705ea041a2b"}
}},
"agent.update": {"method":"PUT","path":"/agentassist/api/v1/public/{botId}/agents/{agentId}","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{"id":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"agentId": {"in":"path","type":"string","required":true,"example":"a-3aeb689-a8b4-4dca-8954-9705ea041a2b"},
	"firstName": {"in":"body","type":"string","minLength":1,"required":true},
	"lastName": {"in":"body","type":"string","minLength":1,"required":true},
	"emailId": {"in":"body","type":"string","minLength":1,"required":true},
	"userId": {"in":"body","type":"string","minLength":1,"required":true},
	"accountId": {"in":"body","type":"string","minLength":1,"required":true},
	"orgId": {"in":"body","type":"string","minLength":1,"required":true},
	"roleId": {"in":"body","type":"string","minLength":1,"required":true},
	"iId": {"in":"body","type":"string","minLength":1,"required":true},
	"id": {"in":"body","type":"string","minLength":1,"required":true},
	"agentGroupId": {"in":"body","type":"string","minLength":1,"required":true},
	"fullName": {"in":"body","type":"string"},
	"lFullName": {"in":"body","type":"string"},
	"nickName": {"in":"body","type":"string"},
	"phoneNumber": {"in":"body","type":"string"},
	"customId": {"in":"body","type":"string"},
	"status": {"in":"body","type":"string"},
	"createdBy": {"in":"body","type":"string"},
	"createdByAId": {"in":"body","type":"string"},
	"lastOnlineAt": {"in":"body","type":"string"},
	"createdAt": {"in":"body","type":"string"},
	"updatedAt": {"in":"body","type":"string"},
	"isAccountOwner": {"in":"body","type":"boolean"},
	"canSupportChat": {"in":"body","type":"boolean"},
	"canSupportCase": {"in":"body","type":"boolean"},
	"canSupportVoiceMail": {"in":"body","type":"boolean"},
	"canSupportVoice": {"in":"body","type":"boolean"},
	"attachmentsEnabled": {"in":"body","type":"boolean"},
	"emojisEnabled": {"in":"body","type":"boolean"},
	"markedAutoAway": {"in":"body","type":"boolean"},
	"maxDigitalChatSupport": {"in":"body","type":"integer","minimum":0},
	"maxEmailChatSupport": {"in":"body","type":"integer","minimum":0},
	"maxMessagingChatSupport": {"in":"body","type":"integer","minimum":0},
	"agentGroups": {"in":"body","type":"array","items":{"type":"object"}},
	"chatLanguageSupport": {"in":"body","type":"array","items":{"type":"object"}},
	"voiceLanguageSupport": {"in":"body","type":"array","items":{"type":"object"}},
	"caseLanguageSupport": {"in":"body","type":"array","items":{"type":"object"}},
	"desktopLayouts": {"in":"body","type":"array","items":{"type":"object"}},
	"dAgentGroups": {"in":"body","type":"array","items":{"type":"object"}},
	"voiceSupport": {"in":"body","type":"array","items":{"type":"object"}},
	"queues": {"in":"body","type":"array","items":{"type":"object"}},
	"skills": {"in":"body","type":"array","items":{"type":"object"}}
}},
"agent.delete": {"method":"DELETE","path":"/agentassist/api/v1/public/{botId}/agents/{agentId}","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{"id":"given"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"agentId": {"in":"path","type":"string","required":true,"example":"a-3aeb689-a8b4-4dca-8954-9705ea041a2b"}
}},
"agent.getByCustomId": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/agents/customId/{customId}","evidence":"documented","safe":true,"scopes":["Configuration"],"rowNames":["id","userId","orgId","accountId","emailId","firstName","lastName","nickName","phoneNumber","customId","roleId","role","status","onlineStatus","agentGroups","skills","queues","iceServers"],"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"customId": {"in":"path","type":"string","required":true,"description":"ID of the agent in your own system, such as an extension number","example":"1111"}
}},
"contact.getAll": {"method":"GET","path":"/agentassist/api/v1/public/{botId}/contacts","evidence":"documented","safe":true,"scopes":["Configuration"],"rowNames":["id","firstName","lastName","fullName","salutation","cellPhone","status","instanceBotId","orgId","accountId","createdBy","createdAt","updatedAt"],"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skip": {"in":"query","type":"integer","default":0,"minimum":0,"description":"The page names no query; that it is asked for so follows from its answer"},
	"limit": {"in":"query","type":"integer","default":10,"minimum":1,"description":"Inferred as page is. The samples have 10; a maximum was not found"}
}},
"contact.create": {"method":"POST","path":"/agentassist/api/v1/public/{botId}/contacts","evidence":"documented","safe":false,"scopes":["Configuration"],"shows":{"[0].id":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"contact.update": {"method":"PUT","path":"/agentassist/api/v1/public/{botId}/contacts/{contactId}","evidence":"documented","safe":false,"scopes":["Configuration"],"shows":{"id":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"contactId": {"in":"path","type":"string","required":true,"example":"667e48f7c8b972fc6911a2b3"},
	"firstName": {"in":"body","type":"string","minLength":1,"required":true},
	"lastName": {"in":"body","type":"string","minLength":1,"required":true},
	"salutation": {"in":"body","type":"string","minLength":1,"required":true,"example":"Mr"},
	"cellPhone": {"in":"body","type":"object","required":true}
}},
"contact.delete": {"method":"DELETE","path":"/agentassist/api/v1/public/{botId}/contacts/{contactId}","evidence":"documented","safe":false,"scopes":["Configuration"],"shows":{"id":"given"},"given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"contactId": {"in":"path","type":"string","required":true,"example":"667e48f7c8b972fc6911a2b3"}
}},
"contact.updateMany": {"method":"PUT","path":"/agentassist/api/v1/public/{botId}/contacts/bulk-update","evidence":"documented","safe":false,"scopes":["Configuration"],"shows":{"totalRequested":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"contact.deleteMany": {"method":"DELETE","path":"/agentassist/api/v1/public/{botId}/contacts/bulk-delete","evidence":"documented","safe":false,"scopes":["Configuration"],"shows":{"totalRequested":"given"},"body":"json","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"ids": {"in":"body","type":"array","minItems":1,"items":{"type":"string","minLength":1},"required":true}
}},
"contact.import": {"method":"POST","path":"/agentassist/api/v1/public/{botId}/contacts/import-contacts","evidence":"documented","safe":false,"scopes":["Configuration"],"shows":{"[0].id":"given"},"body":"multipart","given":{"header":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"result_file": {"in":"body","type":"string","format":"binary","required":true,"description":"With the columns firstName, lastName, salutation, cellPhoneNumber, cellPhoneCountryCode and cellPhoneExtension"}
}},
"recording.get": {"method":"GET","path":"/api/public/bot/{botId}/v2/recordings","evidence":"documented","safe":true,"scopes":["SmartAssist Recordings"],"shows":{"status":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"sessionId": {"in":"query","type":"string","minLength":1,"required":true,"description":"ID of the session that the call was in","example":"67aa38026e199c8f470e1a2b"}
}},
"recording.delete": {"method":"DELETE","path":"/api/public/bot/{botId}/v2/recordings","evidence":"documented","safe":false,"scopes":["Delete Recordings"],"shows":{"message":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"sessionId": {"in":"query","type":"string","minLength":1,"required":true,"description":"ID of the session that the call was in","example":"67aa38026e199c8f470e1a2b"}
}},
"recording.getVoicemail": {"method":"GET","path":"/api/public/bot/{botId}/voicemail","evidence":"documented","safe":true,"scopes":["SmartAssist Voicemail"],"shows":{"status":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"sessionId": {"in":"query","type":"string","minLength":1,"required":true,"description":"ID of the session that the call was in","example":"67aa38026e199c8f470e1a2b"},
	"transcription": {"in":"query","type":"boolean","default":true,"required":true,"description":"Whether the text of each message is answered, too"}
}},
"workforce.getAgents": {"method":"GET","path":"/agentassist/api/public/analytics/account/{accountId}/agents","evidence":"documented","safe":true,"scopes":["WFM Integration"],"rowNames":["accountId","agentId","firstName","lastName"],"given":{"path":["accountId"],"header":["accountId"]},"inputs":{
	"offset": {"in":"query","type":"integer","minimum":0,"description":"In the sample alone; that it counts rows is inferred"},
	"limit": {"in":"query","type":"integer","minimum":1,"description":"In the sample alone"},
	"iid": {"in":"header","type":"string","minLength":1,"required":true,"description":"The bot, called stream or application ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"workforce.getQueues": {"method":"GET","path":"/agentassist/api/public/analytics/account/{accountId}/queues","evidence":"documented","safe":true,"scopes":["WFM Integration"],"rowNames":["accountId","collectionPointId","Description"],"given":{"path":["accountId"],"header":["accountId"]},"inputs":{
	"iid": {"in":"header","type":"string","minLength":1,"required":true,"description":"The bot, called stream or application ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"workforce.getActivity": {"method":"GET","path":"/agentassist/api/public/analytics/account/{accountId}/agentactivity","evidence":"documented","safe":true,"scopes":["WFM Integration"],"names":["accountId","AgentUpdates"],"given":{"path":["accountId"],"header":["accountId"]},"inputs":{
	"fromTimeStamp": {"in":"query","type":"string","format":"date-time","description":"In the sample alone"},
	"toTimeStamp": {"in":"query","type":"string","format":"date-time","description":"In the sample alone"},
	"iid": {"in":"header","type":"string","minLength":1,"required":true,"description":"The bot, called stream or application ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"workforce.getVolume": {"method":"POST","path":"/agentassist/api/public/analytics/account/{accountId}/callvolume","evidence":"documented","safe":true,"scopes":["WFM Integration"],"names":["hasMore","totalCount","CallVolumeUpdate"],"rowNames":["_id","intervalStartTimeStamp","intervalEndTimeStamp","queueId","queueName","offeredContacts","answeredContacts","abandonedContacts","skillBreakdown"],"body":"json","given":{"path":["accountId"],"header":["accountId"]},"inputs":{
	"iid": {"in":"header","type":"string","minLength":1,"required":true,"description":"The bot, called stream or application ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"orgId": {"in":"body","type":"string","minLength":1,"required":true,"description":"ID of the organization"},
	"includeSkillBreakdown": {"in":"body","type":"boolean","description":"Whether each interval has figures per skill"},
	"fromTimeStamp": {"in":"body","type":"string","format":"date-time"},
	"toTimeStamp": {"in":"body","type":"string","format":"date-time","required":true},
	"skip": {"in":"body","type":"integer","default":0,"minimum":0},
	"limit": {"in":"body","type":"integer","minimum":1}
}},
"workforce.getPerformance": {"method":"POST","path":"/agentassist/api/public/analytics/account/{accountId}/agentperformance","evidence":"documented","safe":true,"scopes":["WFM Integration","Configuration"],"names":["hasMore","totalCount","AgentPerformance"],"rowNames":["agentId","intervals"],"body":"json","given":{"path":["accountId"],"header":["accountId"]},"inputs":{
	"iid": {"in":"header","type":"string","minLength":1,"required":true,"description":"The bot, called stream or application ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"fromTimeStamp": {"in":"body","type":"string","format":"date-time"},
	"toTimeStamp": {"in":"body","type":"string","format":"date-time","required":true},
	"skip": {"in":"body","type":"integer","default":0,"minimum":0},
	"limit": {"in":"body","type":"integer","minimum":1}
}},
"case.getAll": {"method":"POST","path":"/caseManagement/api/public/analytics/{botId}/getCases","evidence":"documented","safe":true,"scopes":["Case Management Configuration"],"rowNames":["_id","name","desc","refId","orgId","source","status","priority","userInfo","currAssignee","assigneeType","createdAt","updatedAt","ETA","caseTmp","taskIds"],"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"searchText": {"in":"body","type":"string","minLength":1,"description":"Only those with this in the name"},
	"unresolved": {"in":"body","type":"boolean","description":"Whether to list only unresolved ones"},
	"unassigned": {"in":"body","type":"boolean","description":"Whether to list only unassigned ones"},
	"priority": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Only of these priorities, such as High or Medium"},
	"status": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Only of these statuses, such as Open"},
	"channel": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Only of these channels, such as rtm"},
	"queues": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Only of these queues"},
	"startDate": {"in":"body","type":"string","format":"date-time"},
	"endDate": {"in":"body","type":"string","format":"date-time"},
	"skip": {"in":"body","type":"integer","minimum":0,"description":"Inferred from the list of tasks, whose sample has it"},
	"limit": {"in":"body","type":"integer","minimum":1,"description":"Inferred from the list of tasks, whose sample has it"}
}},
"case.create": {"method":"POST","path":"/caseManagement/api/public/analytics/{botId}/createCase","evidence":"documented","safe":false,"scopes":["Case Management Configuration"],"shows":{"_id":"given"},"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"caseTmp": {"in":"body","type":"string","minLength":1,"required":true,"description":"ID of the template of the case"},
	"name": {"in":"body","type":"string","minLength":1,"required":true},
	"desc": {"in":"body","type":"string","minLength":1,"required":true},
	"userInfo": {"in":"body","type":"object","required":true,"description":"Who it is about; without _id an email or a phone number is needed"},
	"emailId": {"in":"body","type":"string","minLength":1},
	"phoneNumber": {"in":"body","type":"string","minLength":1},
	"source": {"in":"body","type":"string","minLength":1,"required":true,"example":"rtm"},
	"dueDate": {"in":"body","type":"string","format":"date-time","required":true}
}},
"case.update": {"method":"POST","path":"/caseManagement/api/public/analytics/{botId}/updateCase/{caseId}","evidence":"documented","safe":false,"scopes":["Case Management Configuration"],"shows":{"_id":"given"},"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"caseId": {"in":"path","type":"string","required":true,"description":"ID of the case","example":"ci-b4eaa6e-b3d9-4bb3-ae54-bb043b4a1a2b"},
	"name": {"in":"body","type":"string","minLength":1},
	"desc": {"in":"body","type":"string","minLength":1},
	"language": {"in":"body","type":"string","minLength":1},
	"tags": {"in":"body","type":"array","items":{"type":"string","minLength":1}},
	"status": {"in":"body","type":"object"},
	"priority": {"in":"body","type":"object"},
	"dueDate": {"in":"body","type":"number","description":"In milliseconds since 1970"}
}},
"task.getAll": {"method":"POST","path":"/caseManagement/api/public/analytics/{botId}/getTasks","evidence":"documented","safe":true,"scopes":["Case Management Configuration"],"rowNames":["_id","name","desc","refId","orgId","source","status","priority","userInfo","currAssignee","assigneeType","createdAt","updatedAt","ETA","taskTmp","caseId","caseRefId"],"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"searchText": {"in":"body","type":"string","minLength":1,"description":"Only those with this in the name"},
	"unresolved": {"in":"body","type":"boolean","description":"Whether to list only unresolved ones"},
	"unassigned": {"in":"body","type":"boolean","description":"Whether to list only unassigned ones"},
	"priority": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Only of these priorities, such as High or Medium"},
	"status": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Only of these statuses, such as Open"},
	"channel": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Only of these channels, such as rtm"},
	"queues": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Only of these queues"},
	"startDate": {"in":"body","type":"string","format":"date-time"},
	"endDate": {"in":"body","type":"string","format":"date-time"},
	"skip": {"in":"body","type":"integer","minimum":0},
	"limit": {"in":"body","type":"integer","minimum":1}
}},
"task.create": {"method":"POST","path":"/caseManagement/api/public/analytics/{botId}/createTask","evidence":"documented","safe":false,"scopes":["Case Management Configuration"],"shows":{"_id":"given"},"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"caseId": {"in":"body","type":"string","minLength":1,"required":true,"description":"ID of the case"},
	"caseRefId": {"in":"body","type":"string","minLength":1,"required":true,"description":"What people call the case, such as CS000131"},
	"taskTmp": {"in":"body","type":"string","minLength":1,"required":true,"description":"ID of the template of the task"},
	"name": {"in":"body","type":"string","minLength":1,"required":true},
	"desc": {"in":"body","type":"string","minLength":1},
	"userInfo": {"in":"body","type":"object","required":true,"description":"Who it is about; without _id an email or a phone number is needed"},
	"source": {"in":"body","type":"string","minLength":1,"required":true,"example":"rtm"}
}},
"task.update": {"method":"POST","path":"/caseManagement/api/public/analytics/{botId}/updateTask/{taskId}","evidence":"documented","safe":false,"scopes":["Case Management Configuration"],"shows":{"_id":"given"},"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"taskId": {"in":"path","type":"string","required":true,"description":"ID of the task","example":"ti-73acd32-0123-4114-9891-00a950aa1a2b"},
	"name": {"in":"body","type":"string","minLength":1},
	"desc": {"in":"body","type":"string","minLength":1},
	"language": {"in":"body","type":"string","minLength":1},
	"tags": {"in":"body","type":"array","items":{"type":"string","minLength":1}},
	"status": {"in":"body","type":"object"},
	"priority": {"in":"body","type":"object"},
	"dueDate": {"in":"body","type":"number","description":"In milliseconds since 1970"}
}},
"qualityQueue.create": {"method":"POST","path":"/qualityai/api/v1/public/{botId}/qm/queues","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{"jobId":"given"},"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"queues": {"in":"body","type":"array","minItems":1,"items":{"type":"object"},"required":true}
}},
"qualityQueue.updateAgents": {"method":"POST","path":"/qualityai/api/v1/public/{botId}/qm/queues/agent-mapping","evidence":"documented","safe":false,"scopes":["SmartAssist Analytics"],"shows":{"jobId":"given"},"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"action": {"in":"body","type":"string","enum":["assign","unassign"],"required":true},
	"mappings": {"in":"body","type":"array","minItems":1,"items":{"type":"object"},"required":true}
}},
"qualityQueue.getJob": {"method":"GET","path":"/qualityai/api/v1/public/{botId}/qm/queues/jobs/{jobId}","evidence":"documented","safe":true,"scopes":["SmartAssist Analytics"],"shows":{"jobId":"given","status":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"jobId": {"in":"path","type":"string","required":true,"description":"ID of the job","example":"qjb-655f4178-97e2-5a97-a656-dcbb1a2b3c4d"}
}},
"recording.control": {"method":"POST","path":"/api/1.1/public/bot/{botId}/control/transcriptionv2","evidence":"documented","safe":false,"scopes":["Agent AI Transcription and Call Recording"],"shows":{"status":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"conversationId": {"in":"query","type":"string","minLength":1,"required":true,"description":"ID of the conversation whose call it is","example":"CAa8c6351c14ab45f09aaa04cde251a2b3"},
	"transcription_action": {"in":"body","type":"string","enum":["start","pause","resume","end"]},
	"recording_action": {"in":"body","type":"string","enum":["start","pause","resume","stop"]}
}},
"call.dialOut": {"method":"POST","path":"/api/1.1/public/bot/{botId}/V2/smartassist/dialout","evidence":"documented","safe":false,"scopes":["SmartAssist Dialout"],"shows":{"callId|sid":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"bot": {"in":"body","type":"string","minLength":1,"required":true},
	"target": {"in":"body","type":"string","required":true,"description":"Whom to call, as a tel or sip URI","example":"tel:911234567890"},
	"caller": {"in":"body","type":"string","minLength":1,"required":true,"description":"Number of the experience flow","example":"+11234567890"},
	"notifyurl": {"in":"body","type":"string","format":"uri","description":"Where what becomes of the call is posted"},
	"notifyHeaders": {"in":"body","type":"object"},
	"trunk": {"in":"body","type":"string","minLength":1,"description":"The carrier; the account's default without it"},
	"timeoutInMs": {"in":"body","type":"integer","minimum":1,"description":"How long it may ring"},
	"metadata": {"in":"body","type":"object","description":"What the bot is told"},
	"machineDetection": {"in":"body","type":"string","enum":["disconnect","detect","disabled"]},
	"timers": {"in":"body","type":"object"},
	"thresholdWordCount": {"in":"body","type":"integer","minimum":1},
	"amdEventsSubscription": {"in":"body","type":"array","items":{"type":"string"},"description":"An empty list turns the events of machine detection off"},
	"callControlParameter": {"in":"body","type":"object"}
}},
"sms.send": {"method":"POST","path":"/api/public/bot/{botId}/outboundsms","evidence":"documented","safe":false,"scopes":["Outbound SMS"],"shows":{"message":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"fromNo": {"in":"body","type":"string","required":true,"example":"+19876543210"},
	"toNo": {"in":"body","type":"string","required":true,"example":"+911234567890"}
}},
"debugLog.getAll": {"method":"GET","path":"/api/1.1/{botId}/debuglogs","evidence":"documented","safe":true,"scopes":["App Builder: Debug Logs"],"rowNames":["timestamp","debugTitle","debugMessage","debugLevel","debugDetail","nomatch_count","noinput_count","metaInfo","VGdebugDetail"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"identity": {"in":"query","type":"string","minLength":1,"required":true,"description":"Who the user is in the channel: the call ID for voice, accountId/smartassist/sessionId for SmartAssist, accountId/phone in an SMS sample. That it is required is inferred from its being in every example","example":"5bd0345b-3c4f-4a1d-9f3e-2f4fcf1b7a10"},
	"channelType": {"in":"query","type":"string","default":"rtm","description":"Other documented values: audiocodes, genesys, genesysV2, genericsms and agentassist","example":"rtm"},
	"minimumInfo": {"in":"query","type":"boolean","description":"Only a summary of each record"},
	"limit": {"in":"query","type":"integer","minimum":1,"maximum":50},
	"offset": {"in":"query","type":"integer","default":0,"minimum":0,"description":"Records to skip in the newest pages, the number of a page in older ones"},
	"timezone": {"in":"query","type":"string","minLength":1,"description":"IANA name, for the times of the records","example":"America/New_York"},
	"fromDate": {"in":"query","type":"string","description":"On older pages only","example":"2019-04-01"},
	"toDate": {"in":"query","type":"string","description":"On older pages only","example":"2019-04-01"}
}},
"translationLog.getAll": {"method":"GET","path":"/api/1.1/{botId}/translationlogs","evidence":"documented","safe":true,"scopes":["App Builder: Debug Logs"],"rowNames":["sessionId","timestamp","inputPayload","outputPayload","engine","statusCode","success","batchSize"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"sessionId": {"in":"query","type":"string","minLength":1,"example":"69ef6f2737087759a081a2b3"},
	"fromDate": {"in":"query","type":"string","format":"date-time"},
	"toDate": {"in":"query","type":"string","format":"date-time"},
	"limit": {"in":"query","type":"integer","default":50,"minimum":1,"maximum":50},
	"offset": {"in":"query","type":"integer","default":0,"minimum":0,"description":"Records to skip"}
}},
"changeLog.getAll": {"method":"GET","path":"/api/public/bot/{botId}/changelogs","evidence":"documented","safe":true,"scopes":["App Builder: Logs History","Admin Console: Logs › Bot Audit Logs"],"rowNames":["_id","userId","streamId","resourceId","resourceType","message","createdOn","__v"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"offset": {"in":"query","type":"integer","default":0,"minimum":0,"description":"The number of a page, from 0"},
	"limit": {"in":"query","type":"integer","minimum":1,"maximum":50},
	"startDate": {"in":"query","type":"string","format":"date","description":"A day; from the creation of the bot on, if left out","example":"1998-03-30"},
	"endDate": {"in":"query","type":"string","format":"date","description":"A day","example":"1998-03-30"}
}},
"auditLog.getAll": {"method":"GET","path":"/api/public/auditlogs","evidence":"documented","safe":true,"scopes":["Admin Console: Logs › Admin Console Audit Logs"],"rowNames":["AuditLogId","Date/Time","timestampValue","Name","Category","Description"],"inputs":{
	"size": {"in":"query","type":"integer","minimum":1,"maximum":100},
	"offset": {"in":"query","type":"integer","default":0,"minimum":0,"description":"The number of a page, from 0"},
	"fromDate": {"in":"query","type":"string","required":true,"description":"That it is required is inferred","example":"2019-04-01"},
	"toDate": {"in":"query","type":"string","required":true,"description":"That it is required is inferred","example":"2019-04-01"},
	"fetchAfter": {"in":"query","type":"string","minLength":1,"description":"The ID of an entry, after which to go on","example":"5e10c62ce0e2f05f051a2b3c"}
}},
"analytics.getAll": {"method":"POST","path":"/api/public/bot/{botId}/getAnalytics","evidence":"documented","safe":true,"scopes":["App Builder: Metrics"],"rowNames":["_id","messageId","sessionId","utterance","intent","userId","channelUId","language","timestamp","pinned","channel","winningIntent","isAmbiguous","ambiguousIntents","taskName","flow","taskId","koralogstatusId","customTags","NLAnalysis","nodeName","promptType"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"type": {"in":"body","type":"string","enum":["successintent","failintent","successtask","failtask","performance","unhandledutterance"],"required":true},
	"filters": {"in":"body","type":"object","required":true},
	"sort": {"in":"body","type":"object"},
	"limit": {"in":"body","type":"integer","minimum":1,"description":"Called required"},
	"skip": {"in":"body","type":"integer","minimum":0,"description":"Called required; the sample has none"}
}},
"feedback.getAll": {"method":"POST","path":"/api/public/bot/{botId}/getFeedbackSurveyResponses","evidence":"documented","safe":true,"scopes":["App Builder: Feedback Survey","Admin Console: Bot Analytics › Feedback Analytics"],"rowNames":["_id","surveyName","surveyType","score","comments","userId","channelUId","sessionId","channel","language","timestamp"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"filters": {"in":"body","type":"object","required":true},
	"sort": {"in":"body","type":"object"},
	"limit": {"in":"body","type":"integer","minimum":1},
	"skip": {"in":"body","type":"integer","minimum":0}
}},
"feedback.create": {"method":"POST","path":"/api/1.1/public/bot/{botId}/saveFeedback","evidence":"documented","safe":false,"scopes":["App Builder: Metrics","Admin Console: Bot Analytics › Feedback Analytics"],"shows":{"_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"channelUId": {"in":"body","type":"string","minLength":1,"required":true,"description":"Who gave it, as the channel knows them"},
	"name": {"in":"body","type":"string","minLength":1,"required":true,"description":"What the survey is called"},
	"score": {"in":"body","type":"number","required":true},
	"channel": {"in":"body","type":"string","minLength":1,"required":true,"example":"rtm"},
	"type": {"in":"body","type":"string","enum":["THUMB","NPS","CSAT"],"required":true},
	"language": {"in":"body","type":"string","minLength":1,"required":true,"example":"en"},
	"message": {"in":"body","type":"string","required":true,"description":"What the person was asked; empty in the sample"}
}},
"dashboardWidget.getData": {"method":"GET","path":"/api/public/bot/{botId}/dashboard/{dashboardName}/widget/{widgetName}","evidence":"documented","safe":true,"scopes":["App Builder: Custom Reports","Admin Console: Custom Reports › Custom Reports"],"names":["_id","name","type","overlay","dimensions","metrics","row","properties","sqlQuery","queryResponse"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"dashboardName": {"in":"path","type":"string","required":true,"description":"What the custom dashboard is called","example":"Weekly Figures"},
	"widgetName": {"in":"path","type":"string","required":true,"description":"What the widget is called","example":"Tasks by Result"},
	"startDate": {"in":"query","type":"string","format":"date","required":true,"description":"A day","example":"2020-03-30"},
	"endDate": {"in":"query","type":"string","format":"date","required":true,"description":"A day","example":"2020-03-30"},
	"limit": {"in":"query","type":"integer","minimum":1,"maximum":50}
}},
"dashboardWidget.getDataFiltered": {"method":"POST","path":"/api/public/bot/{botId}/dashboard/{dashboardName}/widget/{widgetName}","evidence":"documented","safe":true,"scopes":["App Builder: Custom Reports","Admin Console: Custom Reports › Custom Reports"],"names":["_id","name","type","overlay","dimensions","metrics","row","properties","sqlQuery","queryResponse"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"dashboardName": {"in":"path","type":"string","required":true,"description":"What the custom dashboard is called","example":"Weekly Figures"},
	"widgetName": {"in":"path","type":"string","required":true,"description":"What the widget is called","example":"Tasks by Result"},
	"startDate": {"in":"query","type":"string","format":"date","required":true,"description":"A day","example":"2020-03-30"},
	"endDate": {"in":"query","type":"string","format":"date","required":true,"description":"A day","example":"2020-03-30"},
	"limit": {"in":"query","type":"integer","minimum":1,"maximum":50},
	"customFilters": {"in":"body","type":"array","items":{"type":"object"},"required":true}
}},
"containmentReport.create": {"method":"POST","path":"/api/public/bot/{botId}/taskContainmentReport","evidence":"documented","safe":true,"scopes":["App Builder: Metrics"],"shows":{"_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skip": {"in":"query","type":"integer","minimum":0,"description":"Rows to skip"},
	"limit": {"in":"query","type":"integer","minimum":1,"description":"Rows of the report at most"},
	"filters": {"in":"body","type":"object","required":true}
}},
"containmentReport.getStatus": {"method":"GET","path":"/api/public/bot/{botId}/taskContainmentReport/status/{reportId}","evidence":"documented","safe":true,"scopes":["App Builder: Metrics"],"shows":{"status":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"reportId": {"in":"path","type":"string","required":true,"description":"_id of the report","example":"ds-9a1b2c3d-0e4f-5a8b-8c8d-a9e0f1a2d083"}
}},
"engagementTrend.get": {"method":"POST","path":"/api/public/bot/{botId}/v2/userEngagementTrend","evidence":"documented","safe":true,"scopes":["App Builder: User Engagement Trend"],"names":["summary","uniqueUsersTrend","newUsersTrend","returningUsersTrend","filters"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"aggregation_type": {"in":"query","type":"string","enum":["daily","hourly"],"default":"hourly"},
	"start_date": {"in":"query","type":"string","format":"date","required":true},
	"end_date": {"in":"query","type":"string","format":"date","required":true},
	"conversationType": {"in":"query","type":"string","enum":["All","Interactive","Non Interactive"],"default":"All"},
	"conversationStatus": {"in":"query","type":"string","enum":["All","Active","Closed"],"default":"All"},
	"channels": {"in":"query","type":"string","minLength":1},
	"timeZoneOffset": {"in":"query","type":"string","minLength":1,"description":"IANA name, of the days and hours that are counted by","example":"Asia/Kolkata"}
}},
"engagementTrend.getV1": {"method":"POST","path":"/api/public/bot/{botId}/userEngagementTrend","evidence":"documented","safe":true,"scopes":["App Builder: User Engagement Trend"],"names":["results","totalResults"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"aggregation_type": {"in":"query","type":"string","enum":["Hourly","Daily"],"default":"Hourly"},
	"start_date": {"in":"query","type":"string","format":"date","required":true},
	"end_date": {"in":"query","type":"string","format":"date","required":true},
	"channels": {"in":"query","type":"string","minLength":1}
}},
"billing.getSessionsOfBot": {"method":"POST","path":"/api/public/bot/{botId}/getBillingSessionsDetails","evidence":"documented","safe":true,"scopes":["App Builder: Automation Billing Sessions"],"names":["total","moreAvailable","sessions"],"rowNames":["botId","channel","koreUserId","channelUserId","billingSessionType","conversationSessionId","conversationSessionStartDateTime","conversationSessionEndDateTime","billingSessionId","billingSessionStartDateTime","billingSessionEndDateTime"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"fromDate": {"in":"body","type":"string","required":true,"description":"yyyy-mm-dd or yyyy-mm-ddThh:mm:ss.mmmZ, in UTC","example":"2019-04-01"},
	"toDate": {"in":"body","type":"string","required":true,"description":"yyyy-mm-dd or yyyy-mm-ddThh:mm:ss.mmmZ, in UTC","example":"2019-04-01"},
	"limit": {"in":"body","type":"integer","minimum":1},
	"skip": {"in":"body","type":"integer","minimum":0},
	"channel": {"in":"body","type":"string","minLength":1,"description":"Code of a channel"}
}},
"billing.getSessionsOfAccount": {"method":"POST","path":"/api/public/bots/getBillingSessionsDetails","evidence":"documented","safe":true,"scopes":["Admin Console: Bot Analytics › Billing Sessions"],"names":["total","moreAvailable","sessions"],"rowNames":["botId","channel","koreUserId","channelUserId","billingSessionType","conversationSessionId","conversationSessionStartDateTime","conversationSessionEndDateTime","billingSessionId","billingSessionStartDateTime","billingSessionEndDateTime"],"body":"json","inputs":{
	"fromDate": {"in":"body","type":"string","required":true,"description":"yyyy-mm-dd or yyyy-mm-ddThh:mm:ss.mmmZ, in UTC","example":"2019-04-01"},
	"toDate": {"in":"body","type":"string","required":true,"description":"yyyy-mm-dd or yyyy-mm-ddThh:mm:ss.mmmZ, in UTC","example":"2019-04-01"},
	"limit": {"in":"body","type":"integer","minimum":1},
	"skip": {"in":"body","type":"integer","minimum":0},
	"channel": {"in":"body","type":"string","minLength":1,"description":"Code of a channel"},
	"botId": {"in":"body","type":"string","minLength":1}
}},
"billing.requestUsageSummary": {"method":"POST","path":"/api/public/bot/{botId}/billingsessionsummary","evidence":"documented","safe":true,"scopes":["App Builder: Billing Sessions"],"shows":{"_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"fromDate": {"in":"body","type":"string","required":true,"description":"yyyy-mm-dd or yyyy-mm-ddThh:mm:ss.mmmZ, in UTC","example":"2019-04-01"},
	"toDate": {"in":"body","type":"string","required":true,"description":"yyyy-mm-dd or yyyy-mm-ddThh:mm:ss.mmmZ, in UTC","example":"2019-04-01"},
	"unitType": {"in":"body","type":"array","items":{"type":"string","enum":["session","request","alert","proactive","conversations"]},"required":true,"description":"That it is a list, as in the samples, is inferred"},
	"groupByBot": {"in":"body","type":"string","enum":["yes","no"],"required":true,"description":"The name that the samples have; the table has groupByApp"},
	"groupByPeriod": {"in":"body","type":"string","enum":["date_day_hour","date_day","date_month"],"required":true}
}},
"billing.getUsageSummaryStatus": {"method":"GET","path":"/api/public/bot/{botId}/billingsessionsummary/status","evidence":"documented","safe":true,"scopes":["App Builder: Billing Sessions"],"shows":{"status":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"type": {"in":"query","type":"string","enum":["summary"],"required":true}
}},
"modelUsageLog.getAll": {"method":"POST","path":"/api/1.1/public/bot/{botId}/getLLMUsageLogs","evidence":"documented","safe":true,"scopes":["App Builder: Fetch Gen AI and LLM Usage Logs","Admin Console: Gen AI and LLM Usage Logs"],"rowNames":["Prompt Name","Integration","start Date","End Date","Time Taken","statusCode","Bot ID","User ID","Feature Name ","Model Name","Channel Name","Description","task Id","Status","Payload Details"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"dateFrom": {"in":"body","type":"string","required":true,"description":"yyyy-mm-dd or yyyy-mm-ddThh:mm:ss.mmmZ, in UTC","example":"2019-04-01"},
	"dateTo": {"in":"body","type":"string","required":true,"description":"yyyy-mm-dd or yyyy-mm-ddThh:mm:ss.mmmZ, in UTC","example":"2019-04-01"},
	"limit": {"in":"body","type":"string","required":true},
	"skip": {"in":"body","type":"string","description":"Records to skip, which is inferred from the name"},
	"isDeveloper": {"in":"body","type":"boolean"},
	"channel": {"in":"body","type":"array","items":{"type":"string"}},
	"featureName": {"in":"body","type":"array","items":{"type":"string"},"description":"In the sample alone"},
	"taskId": {"in":"body","type":"string","minLength":1}
}},
"content.ingest": {"method":"POST","path":"/api/public/bot/{botId}/ingest-data","evidence":"documented","safe":false,"scopes":["App Builder: Ingest data","Admin Console: Answers › Ingest data"],"shows":{".":"anyObject"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"sourceName": {"in":"body","type":"string","minLength":1,"required":true,"description":"For web, the title of a web source that is there; that it may not be empty is inferred"},
	"sourceType": {"in":"body","type":"string","enum":["json","file","web"],"required":true},
	"documents": {"in":"body","type":"array","minItems":1,"items":{"type":"object"},"required":true,"description":"json takes title and chunks, file takes fileId, web takes urls; what belongs to another type is ignored. That there has to be one is inferred"}
}},
"content.get": {"method":"GET","path":"/api/public/bot/{botId}/content/{contentId}","evidence":"documented","safe":true,"scopes":["App Builder: Document Management","Admin Console: Answers › Document Management"],"shows":{"_id":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"contentId": {"in":"path","type":"string","required":true,"description":"Called doc_id in answers and docId in chunks","example":"fc-26d474d1-2aa7-50cf-984d-e719a4884792"}
}},
"content.delete": {"method":"DELETE","path":"/api/public/bot/{botId}/content","evidence":"documented","safe":false,"scopes":["App Builder: Document Management","Admin Console: Answers › Document Management"],"shows":{"deletedCount":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"docIds": {"in":"body","type":"array","minItems":1,"items":{"type":"string","minLength":1},"required":true,"description":"That there has to be one is inferred"}
}},
"content.getAll": {"method":"POST","path":"/api/public/bot/{botId}/content-by-cond","evidence":"documented","safe":true,"scopes":["App Builder: Document Management","Admin Console: Answers › Document Management"],"rowNames":["_id","searchIndexId","streamId","createdBy","lModBy","createdOn","lMod","updatedOn","extractionType","extractionSourceId","connectorId","externalSourceId","jobId","_meta","_source","__v"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"query": {"in":"body","type":"object","required":true,"description":"Fields that a content has to have, all of them; documented are title, sys_content_type and lastCrawlStatus. That none is all contents is inferred"},
	"nextCursor": {"in":"body","type":"string","minLength":1,"description":"From the page before; left out at first"}
}},
"content.getAllByStatus": {"method":"POST","path":"/api/public/bot/{botId}/search/get-content-by-status","evidence":"documented","safe":true,"scopes":["App Builder: Document Management","Admin Console: Answers › Document Management"],"rowNames":["url","title","docId","jobId","sourceId","status","createdOn","deletedOn"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"sourceName": {"in":"body","type":"string","minLength":1,"required":true,"description":"Name of a web source","example":"Help Center"},
	"status": {"in":"body","type":"string","enum":["success","failed","deleted"],"required":true},
	"nextCursor": {"in":"body","type":"string","minLength":1,"description":"From the page before. The answer has it; that it is sent as for the list by condition is inferred"}
}},
"chunk.getAll": {"method":"POST","path":"/api/public/bot/{botId}/chunk/list","evidence":"documented","safe":true,"scopes":["App Builder: Chunk Management","Admin Console: Answers › Chunk Management"],"rowNames":["_id","chunkId","chunkTitle","chunkText","chunkContent","chunkType","chunkMeta","docId","recordTitle","recordUrl","sourceId","sourceName","sourceType","sourceUrl","pageNumber","fileType","extractionMethod","extractionStrategy","searchIndexId","createdOn"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"filters": {"in":"body","type":"object","description":"Conditions, or groups of them with an operand of their own"},
	"enableFilters": {"in":"body","type":"boolean","description":"Whether filters count"},
	"nextCursor": {"in":"body","type":"string","minLength":1,"description":"From the page before; left out at first"}
}},
"chunk.update": {"method":"POST","path":"/api/public/bot/{botId}/chunk/{chunkId}","evidence":"documented","safe":false,"scopes":["App Builder: Chunk Management","Admin Console: Answers › Chunk Management"],"shows":{"status_code":"2xx","updated_documents":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"chunkId": {"in":"path","type":"string","required":true,"example":"chk-fffb8f28-29c2-4afe-8d2c-9379dad4446c"},
	"chunkText": {"in":"body","type":"string"},
	"chunkTitle": {"in":"body","type":"string"},
	"pageNumber": {"in":"body","type":"string","description":"A text in the sample, a number in the list of chunks"},
	"recordTitle": {"in":"body","type":"string"},
	"recordUrl": {"in":"body","type":"string"},
	"sourceUrl": {"in":"body","type":"string"},
	"chunkMeta": {"in":"body","type":"object"}
}},
"chunk.delete": {"method":"POST","path":"/api/public/bot/{botId}/search/deleteChunksById","evidence":"documented","safe":false,"scopes":["App Builder: Chunk Management","Admin Console: Answers › Chunk Management"],"shows":{"Data.totalDeleted|data.totalDeleted|totalDeleted":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"chunkId": {"in":"body","type":"array","minItems":1,"items":{"type":"string","minLength":1},"required":true}
}},
"source.create": {"method":"POST","path":"/api/public/bot/{botId}/sources","evidence":"documented","safe":false,"scopes":["App Builder: Data Ingestion","Admin Console: Answers › Data Ingestion"],"shows":{"_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"name": {"in":"body","type":"string","minLength":1,"required":true,"description":"That it may not be empty is inferred"},
	"desc": {"in":"body","type":"string"},
	"sourceType": {"in":"body","type":"string","enum":["url","uploadSitemap"],"required":true},
	"url": {"in":"body","type":"string","description":"Needed for the type url"},
	"fileId": {"in":"body","type":"string","description":"For uploadSitemap: fileId of an upload with the context findly. The sample has it with the type alone, the table wants a name; the table counts"},
	"advanceOpts": {"in":"body","type":"object"},
	"authorizationEnabled": {"in":"body","type":"boolean"}
}},
"source.crawl": {"method":"POST","path":"/api/public/bot/{botId}/sources/{sourceId}/crawl","evidence":"documented","safe":false,"scopes":["App Builder: Data Ingestion","Admin Console: Answers › Data Ingestion"],"shows":{".":"anyObject"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"sourceId": {"in":"path","type":"string","required":true,"example":"fs-52d84393-769d-5707-b413-a60726a8b385"},
	"forceRecrawl": {"in":"body","type":"boolean","required":true,"description":"True for the recrawl flow, false for the extract flow"}
}},
"searchTraining.train": {"method":"POST","path":"/api/public/bot/{botId}/train","evidence":"documented","safe":false,"scopes":["App Builder: Train","Admin Console: Answers › Train"],"shows":{"_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"contentIds": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"What to train with; without it, all that there is"}
}},
"searchTraining.getStatus": {"method":"GET","path":"/api/public/bot/{botId}/job-group/{trainingId}","evidence":"documented","safe":true,"scopes":["App Builder: Answer Generation","Admin Console: Answers › Answer Generation"],"shows":{"_id":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"trainingId": {"in":"path","type":"string","required":true,"description":"_id of the training","example":"fjg-ba81546b-3b57-5116-a78d-9b890eebbf13"}
}},
"searchJob.get": {"method":"GET","path":"/api/public/bot/{botId}/search/jobs/{jobId}","evidence":"documented","safe":true,"scopes":["App Builder: Answer Generation","Admin Console: Answers › Answer Generation"],"shows":{"_id":"given","status":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"jobId": {"in":"path","type":"string","required":true,"example":"fj-9a39a625-1c2d-5e3f-8a4b-5e8853d41060"}
}},
"answer.ask": {"method":"POST","path":"/api/public/bot/{botId}/search/v2/advanced-search","evidence":"documented","safe":true,"scopes":["App Builder: Answer Generation","Admin Console: Answers › Answer Generation"],"names":["template","llmResponseTime","retrievalResponseTime"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"query": {"in":"body","type":"string","minLength":1,"required":true,"title":"Question"},
	"answerSearch": {"in":"body","type":"boolean","default":true,"title":"Include Answer","description":"Whether to make an answer. Without it, Search AI only searches."},
	"searchResults": {"in":"body","type":"boolean","default":false,"title":"Include Search Results","description":"Whether to return the contents that were found"},
	"isFacetsEnable": {"in":"body","type":"boolean","title":"Include Facets","description":"Whether to return the facets of the app. Not shown by Simplify."},
	"includeChunksInResponse": {"in":"body","type":"boolean","title":"Include Chunks","description":"Whether to return the chunks that fit"},
	"metaFilters": {"in":"body","type":"array","items":{"type":"object"},"title":"Filters","description":"Rules for what the answer may be made of, such as [{ \"condition\": \"AND\", \"rules\": [{ \"fieldName\": \"sourceType\", \"fieldValue\": [\"web\"], \"operator\": \"contains\" }] }]"},
	"customData": {"in":"body","type":"object","description":"Context of the question, such as userContext, or previousConversation with queries and answers"},
	"raclEntityIds": {"in":"body","type":"array","items":{"type":"string","minLength":1},"description":"Whose content may be used; e-mails and IDs of groups"},
	"retrievalStrategy": {"in":"body","type":"string","enum":["vector","hybrid"],"description":"How to search, in the place of the app's own way"},
	"dynamicPromptSelection": {"in":"body","type":"object","title":"Prompt and Model","description":"What to use in the place of the app's own. Letters count as they stand."}
}},
"knowledgeTask.getAll": {"method":"GET","path":"/api/public/bot/{botId}/knowledgeTasks","evidence":"documented","safe":true,"scopes":["App Builder: Manage Knowledge Graph","Admin Console: Manage Knowledge Graph"],"shows":{"_id|[0]._id":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"language": {"in":"query","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"}
}},
"faq.create": {"method":"POST","path":"/api/public/bot/{botId}/faqs/bulk","evidence":"documented","safe":false,"scopes":["App Builder: Manage Knowledge Graph","Admin Console: Manage Knowledge Graph"],"shows":{"status":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"language": {"in":"query","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"},
	"faqs": {"in":"body","type":"array","minItems":1,"items":{"type":"object"},"required":true,"description":"How many it takes at most was not found"}
}},
"faq.getAllV2": {"method":"GET","path":"/api/public/bot/{botId}/v2/faqs","evidence":"documented","safe":true,"scopes":["App Builder: Manage Knowledge Graph","Admin Console: Manage Knowledge Graph"],"rowNames":["_id","questionPayload","answerPayload","subQuestions","subAnswers","streamId","knowledgeTaskId","parent","leafterm","fullPath","language","faqStatus","isPublished","refId","label","createdOn","modifiedOn"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"state": {"in":"query","type":"string","enum":["configured","published"],"required":true,"description":"In capitals in the table, in small letters in the sample, which counts"},
	"language": {"in":"query","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"},
	"nodeName": {"in":"query","type":"string","minLength":1,"description":"The ID of a node by the table; the sample has a name"},
	"withallchild": {"in":"query","type":"boolean","description":"With the nodes below it"},
	"type": {"in":"query","type":"string","description":"all in the sample; other values were not found","example":"all"},
	"search": {"in":"query","type":"string","minLength":1,"description":"A reference ID or display name"},
	"limit": {"in":"query","type":"integer","default":50,"minimum":1,"maximum":50},
	"offset": {"in":"query","type":"integer","default":0,"minimum":0,"description":"Records to skip"}
}},
"faq.getAll": {"method":"GET","path":"/api/public/bot/{botId}/faqs","evidence":"documented","safe":true,"scopes":["App Builder: Manage Knowledge Graph","Admin Console: Manage Knowledge Graph"],"rowNames":["_id","questionPayload","answerPayload","subQuestions","subAnswers","streamId","knowledgeTaskId","parent","leafterm","fullPath","language","faqStatus","isPublished","refId","label","createdOn","modifiedOn"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"ktId": {"in":"query","type":"string","minLength":1,"required":true,"description":"_id of the knowledge task; another one for what is published","example":"6700d9778ba112b5eb9a1b2c"},
	"language": {"in":"query","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"},
	"parentId": {"in":"query","type":"string","minLength":1,"description":"ID of a node"},
	"withallchild": {"in":"query","type":"boolean","description":"With the nodes below it"},
	"type": {"in":"query","type":"string","description":"all in the sample; other values were not found","example":"all"},
	"search": {"in":"query","type":"string","minLength":1,"description":"A reference ID or display name"},
	"limit": {"in":"query","type":"integer","default":50,"minimum":1,"maximum":50},
	"offset": {"in":"query","type":"integer","default":0,"minimum":0,"description":"Records to skip"}
}},
"faq.train": {"method":"POST","path":"/api/public/bot/{botId}/faqs/train","evidence":"documented","safe":false,"scopes":["App Builder: Train FAQ","Admin Console: Test and Train › Train FAQ"],"shows":{"_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"language": {"in":"body","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"}
}},
"faq.getTrainingStatus": {"method":"GET","path":"/api/public/bot/{botId}/faqs/train/status","evidence":"documented","safe":true,"scopes":["App Builder: Train FAQ","Admin Console: Test and Train › Train FAQ"],"shows":{"_id":"given","status":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"language": {"in":"query","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"},
	"state": {"in":"query","type":"string","enum":["configured","published"],"default":"configured","description":"configured is in development"}
}},
"extraction.create": {"method":"POST","path":"/api/public/bot/{botId}/qna/import","evidence":"documented","safe":false,"scopes":["App Builder: Manage Knowledge Graph","Admin Console: Manage Knowledge Graph"],"shows":{"_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"language": {"in":"query","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"},
	"name": {"in":"body","type":"string","minLength":1,"required":true,"description":"What the extraction is called; that it may not be empty is inferred"},
	"fileUrl": {"in":"body","type":"string","minLength":1,"description":"Address of the page with the FAQs"},
	"fileId": {"in":"body","type":"string","minLength":1,"description":"fileId of an upload","example":"5b6d0a2f1c9e4b3d8a7f6e5d"}
}},
"extraction.getAll": {"method":"GET","path":"/api/public/stream/{botId}/qna/history","evidence":"documented","safe":true,"scopes":["App Builder: Manage Knowledge Graph","Admin Console: Manage Knowledge Graph"],"rowNames":["_id","name","status","extractionType","fileId","fileName","language","qnaAddedCount","qnaExtractedCount","qnaCount","createdOn","modifiedOn"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"language": {"in":"query","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"}
}},
"extraction.getQuestions": {"method":"GET","path":"/api/public/stream/{botId}/qna/{extractionId}/questions","evidence":"documented","safe":true,"scopes":["App Builder: Manage Knowledge Graph","Admin Console: Manage Knowledge Graph"],"names":["extractions"],"rowNames":["_id","status","question","answer","language","kEId","streamId","createdBy","createdOn","modifiedOn","__v"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"extractionId": {"in":"path","type":"string","required":true,"description":"The extractionId that 'Extract' returned","example":"ke-b1a2c3db-b452-5e68-b7f8-14a9b0c1d2e3"},
	"limit": {"in":"query","type":"integer","default":50,"minimum":1,"description":"The most was not found"},
	"offset": {"in":"query","type":"integer","default":0,"minimum":0,"description":"Records to skip"}
}},
"utterance.import": {"method":"POST","path":"/api/public/bot/{botId}/mlimport","evidence":"documented","safe":false,"scopes":["App Builder: Utterances Import","Admin Console: Test and Train › Utterances Import"],"shows":{"_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"fileName": {"in":"body","type":"string","minLength":1,"required":true,"description":"With its extension"},
	"fileId": {"in":"body","type":"string","minLength":1,"required":true,"description":"fileId of an upload","example":"5b6d0a2f1c9e4b3d8a7f6e5d"}
}},
"utterance.getImportStatus": {"method":"GET","path":"/api/public/bot/{botId}/mlimport/status/{importId}","evidence":"documented","safe":true,"scopes":["App Builder: Utterances Import","Admin Console: Test and Train › Utterances Import"],"shows":{"_id":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"importId": {"in":"path","type":"string","required":true,"description":"_id of the import","example":"bir-7e1f2a3b-5c4b-51d5-b6e5-88f7a8b9c0d1"}
}},
"utterance.export": {"method":"POST","path":"/api/public/bot/{botId}/mlexport","evidence":"documented","safe":false,"scopes":["App Builder: Utterances Export","Admin Console: Test and Train › Utterances Export"],"shows":{"_id":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"state": {"in":"query","type":"string","enum":["configured","published"],"default":"configured","description":"In the sample only"},
	"type": {"in":"query","type":"string","description":"In the sample only; other values were not found","example":"csv"}
}},
"utterance.getExportStatus": {"method":"GET","path":"/api/public/bot/{botId}/mlexport/status","evidence":"documented","safe":true,"scopes":["App Builder: Utterances Export","Admin Console: Test and Train › Utterances Export"],"shows":{"_id":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"utterance.train": {"method":"POST","path":"/api/public/bot/{botId}/ml/train","evidence":"documented","safe":false,"scopes":["App Builder: Train ML","Admin Console: Test and Train › Train ML"],"shows":{"[0].Training_ID|[0].message":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"English without it","example":"en"}
}},
"utterance.getTrainingStatus": {"method":"GET","path":"/api/public/bot/{botId}/ml/train/status","evidence":"documented","safe":true,"scopes":["App Builder: Train ML","Admin Console: Test and Train › Train ML"],"shows":{"trainingStatus":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"language": {"in":"query","type":"string","minLength":1,"description":"A language of the bot, as its code","example":"en"},
	"state": {"in":"query","type":"string","enum":["configured","published"],"default":"configured","description":"configured is in development"}
}},
"user.getAll": {"method":"GET","path":"/api/public/alluserroles","evidence":"documented","safe":true,"scopes":["Admin Console: Profile Management › Role Management"],"rowNames":["username","orgUserId","accountId","userId","isDeveloper","canCreateBot","btRoles","adminRoles"],"inputs":{
	"limit": {"in":"query","type":"integer","minimum":1,"description":"Records per call. Default and maximum were not found; the sibling calls take at most 50"},
	"offset": {"in":"query","type":"integer","minimum":0,"description":"Records to skip, by a page of version 10.2; the newest shows limit alone"}
}},
"user.create": {"method":"POST","path":"/api/public/users","evidence":"documented","safe":false,"scopes":["Admin Console: User Management › User Management"],"shows":{"msg":"given",".":"anyObject"},"body":"json","inputs":{
	"users": {"in":"body","type":"array","minItems":1,"items":{"type":"object"},"required":true}
}},
"user.update": {"method":"PUT","path":"/api/public/users","evidence":"documented","safe":false,"scopes":["Admin Console: User Management › User Management"],"shows":{"msg":"given",".":"anyObject"},"body":"json","inputs":{
	"users": {"in":"body","type":"array","minItems":1,"items":{"type":"object"},"required":true}
}},
"user.remove": {"method":"DELETE","path":"/api/public/users","evidence":"documented","safe":false,"scopes":["Admin Console: User Management › User Management"],"shows":{"msg":"given",".":"anyObject"},"body":"json","inputs":{
	"deleteEmailIds": {"in":"body","type":"array","minItems":1,"items":{"type":"string","minLength":1}},
	"orgUserIds": {"in":"body","type":"array","minItems":1,"items":{"type":"string","minLength":1},"description":"Instead of email addresses"}
}},
"user.get": {"method":"POST","path":"/api/public/usersInfo","evidence":"documented","safe":true,"scopes":["Admin Console: User Management › User Management"],"shows":{"[0].userInfo":"object"},"body":"json","inputs":{
	"emailIds": {"in":"body","type":"array","minItems":1,"items":{"type":"string","minLength":1},"required":true},
	"status": {"in":"body","type":"string","enum":["active","not active","all"],"default":"all"}
}},
"user.setAccess": {"method":"POST","path":"/api/public/useraccess","evidence":"documented","safe":false,"scopes":["Admin Console: Profile Management › Role Management"],"shows":{"[0]":"given"},"body":"json","inputs":{
	"emailIds": {"in":"body","type":"array","minItems":1,"items":{"type":"string","minLength":1},"required":true},
	"canCreateBot": {"in":"body","type":"boolean","description":"Whether they may create bots"},
	"isDeveloper": {"in":"body","type":"boolean","description":"Whether they may use the App Builder"},
	"hasDataTableAndViewAccess": {"in":"body","type":"boolean","description":"Whether they may create data tables and table views"}
}},
"role.getAll": {"method":"GET","path":"/api/public/roles","evidence":"documented","safe":true,"scopes":["Admin Console: Profile Management › Role Management"],"rowNames":["roleType","_id","role","rDesc","permissions"],"inputs":{
	"roleType": {"in":"query","type":"string","enum":["admin","bot"],"required":true,"description":"Whether roles of the account or of bots"},
	"limit": {"in":"query","type":"integer","minimum":1,"maximum":50},
	"offset": {"in":"query","type":"integer","minimum":0,"description":"Not on its page, whose answer says that more are available; the sibling call for groups counts pages by it, from 0"}
}},
"role.export": {"method":"GET","path":"/api/public/roles/export","evidence":"documented","safe":true,"scopes":["Admin Console: Profile Management › Role Management"],"rowNames":["roleType","_id","role","rDesc","permissions"],"inputs":{
	"roleType": {"in":"query","type":"string","enum":["admin","bot"],"required":true,"description":"Whether roles of the account or of bots"}
}},
"role.import": {"method":"POST","path":"/api/public/roles/import","evidence":"documented","safe":false,"scopes":["Admin Console: Profile Management › Role Management"],"shows":{"[0]._id|[0].role":"given"},"body":"json","inputs":{
	"roleType": {"in":"query","type":"string","enum":["admin","bot"],"required":true,"description":"Whether roles of the account or of bots"},
	"fullImport": {"in":"query","type":"boolean","description":"Full (true) or incremental (false). What a full import does with other roles is not said"},
	"fileId": {"in":"body","type":"string","minLength":1,"required":true,"description":"ID of the import file, from where it was uploaded. That this is the call that uploads other files is inferred"}
}},
"role.assignBotRole": {"method":"POST","path":"/api/public/btroles/assignments/","evidence":"documented","safe":false,"scopes":["Admin Console: Profile Management › Role Management"],"shows":{"[0].status":"given"},"body":"json"},
"role.assignAdminRole": {"method":"POST","path":"/api/public/adminroles/assignments/","evidence":"documented","safe":false,"scopes":["Admin Console: Profile Management › Role Management"],"shows":{"[0].status":"given"},"body":"json"},
"group.getAll": {"method":"GET","path":"/api/public/groups","evidence":"documented","safe":true,"scopes":["Admin Console: Profile Management › Role Management"],"rowNames":["_id","gN","gDesc","groups","users","userCount"],"inputs":{
	"offset": {"in":"query","type":"integer","default":0,"minimum":0,"description":"Number of the page, from 0"},
	"limit": {"in":"query","type":"integer","minimum":1,"maximum":50}
}},
"dataTableRow.update": {"method":"PUT","path":"/api/public/tables/{tableName}","evidence":"documented","safe":false,"scopes":["Read and Write access to the data table"],"shows":{"nModified":"given"},"body":"json","inputs":{
	"tableName": {"in":"path","type":"string","required":true,"example":"customertable"},
	"query": {"in":"body","type":"object","required":true},
	"data": {"in":"body","type":"object","required":true,"description":"Values of the columns to change, by name. That it may not be empty is inferred"}
}},
"dataTableRow.delete": {"method":"DELETE","path":"/api/public/tables/{tableName}","evidence":"documented","safe":false,"scopes":["Read and Delete access to the data table"],"shows":{"nDeleted":"given"},"body":"json","inputs":{
	"tableName": {"in":"path","type":"string","required":true,"example":"customertable"},
	"query": {"in":"body","type":"object","required":true}
}},
"dataTableRow.insertMany": {"method":"POST","path":"/api/public/tables/{tableName}/bulk","evidence":"documented","safe":false,"scopes":["Write access to the data table"],"shows":{"records[0].sys_Id|records[0]._id":"given"},"body":"json","inputs":{
	"tableName": {"in":"path","type":"string","required":true,"example":"customertable"},
	"data": {"in":"body","type":"array","minItems":1,"items":{"type":"object"},"required":true,"description":"Rows, with values by column"}
}},
"dataTableRow.getAll": {"method":"POST","path":"/api/public/tables/{tableName}/query","evidence":"documented","safe":true,"scopes":["Read access to the data table"],"body":"json","inputs":{
	"tableName": {"in":"path","type":"string","required":true,"example":"customertable"},
	"sys_limit": {"in":"query","type":"integer","default":10,"minimum":1,"maximum":100},
	"sys_offset": {"in":"query","type":"integer","minimum":0,"description":"Rows to skip"},
	"query": {"in":"body","type":"object"}
}},
"tableViewRow.getAll": {"method":"POST","path":"/api/public/views/{viewName}/query","evidence":"documented","safe":true,"scopes":["Read access to the data table"],"body":"json","inputs":{
	"viewName": {"in":"path","type":"string","required":true,"example":"customers_by_type"},
	"sys_limit": {"in":"query","type":"integer","minimum":1,"description":"That 100 are the most, as for tables, is inferred"},
	"sys_offset": {"in":"query","type":"integer","minimum":0,"description":"Rows to skip"},
	"query": {"in":"body","type":"object"}
}},
"bot.getAll": {"method":"GET","path":"/api/public/bots","evidence":"documented","safe":true,"scopes":["Admin Console: Profile Management › Role Management"],"rowNames":["_id","name","description","status","type","purpose","defaultLanguage","accountId","createdOn","createdBy","icon","isLinkedTo","isDeflect","containsPanelOrWidget","resourceid"],"inputs":{
	"offset": {"in":"query","type":"integer","default":0,"minimum":0,"description":"The starting position by the newest page, elsewhere the number of a page; a working client counts pages, from 0"},
	"limit": {"in":"query","type":"integer","minimum":1,"maximum":50}
}},
"bot.publish": {"method":"POST","path":"/api/public/bot/{botId}/publish","evidence":"documented","safe":false,"scopes":["Admin Console: Bot Publish › Publish"],"shows":{"[0].resourceType|[0].resourceId|[0].name":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"versionComment": {"in":"body","type":"string","minLength":1,"required":true,"description":"Required; that it may not be empty is inferred"},
	"initiateTraining": {"in":"body","type":"boolean","default":true,"description":"Skipping the training can harm intent detection and flows"}
}},
"bot.getPublishStatus": {"method":"GET","path":"/api/public/bot/{botId}/publish/status","evidence":"documented","safe":true,"scopes":["Admin Console: Bot Publish › Publish Status"],"shows":{"_id":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"bot.import": {"method":"POST","path":"/api/public/bot/{botId}/import","evidence":"documented","safe":false,"scopes":["Admin Console: Bot Definition › Bot Import"],"shows":{"_id|bir":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"botDefinition": {"in":"body","type":"string","minLength":1,"required":true,"description":"fileId of an upload","example":"5b6d0a2f1c9e4b3d8a7f6e5d"},
	"configInfo": {"in":"body","type":"string","minLength":1,"required":true,"description":"fileId of an upload","example":"5b6d0a2f1c9e4b3d8a7f6e5d"},
	"botFunctions": {"in":"body","type":"array","items":{"type":"string","minLength":1}},
	"importOptions": {"in":"body","type":"object","description":"What to import; everything when it is missing. The table says required, samples omit it. The entries are those of samples"}
}},
"bot.getImportStatus": {"method":"GET","path":"/api/public/bot/import/status/{importId}","evidence":"documented","safe":true,"scopes":["Admin Console: Bot Definition › Bot Import"],"shows":{"_id":"given"},"inputs":{
	"importId": {"in":"path","type":"string","required":true,"description":"_id of the import","example":"bir-00b1f2a3-7c42-5d6e-b8f9-79a0b1c2d3e4"}
}},
"bot.importAsNew": {"method":"POST","path":"/api/public/bot/import","evidence":"documented","safe":false,"scopes":["Admin Console: Bot Definition › Bot Import"],"shows":{"_id":"given"},"body":"json","inputs":{
	"uploadMode": {"in":"body","type":"string","enum":["JSON","ZIP"],"required":true},
	"botDefinition": {"in":"body","type":"string","minLength":1,"description":"fileId of an upload","example":"5b6d0a2f1c9e4b3d8a7f6e5d"},
	"configInfo": {"in":"body","type":"string","minLength":1,"description":"fileId of an upload","example":"5b6d0a2f1c9e4b3d8a7f6e5d"},
	"botFunctions": {"in":"body","type":"array","items":{"type":"string","minLength":1}},
	"icon": {"in":"body","type":"string","minLength":1,"description":"fileId of an upload","example":"5b6d0a2f1c9e4b3d8a7f6e5d"},
	"zipInfo": {"in":"body","type":"string","minLength":1,"description":"fileId of an upload","example":"5b6d0a2f1c9e4b3d8a7f6e5d"},
	"name": {"in":"body","type":"string","description":"Without it, that of the bot that was exported"},
	"purpose": {"in":"body","type":"string","enum":["customer","employee"],"description":"Without it, that of the bot that was exported"}
}},
"bot.importFunctions": {"method":"POST","path":"/api/public/bot/{botId}/import/botfunctions","evidence":"documented","safe":false,"scopes":["Admin Console: Bot Definition › Bot Import"],"shows":{"_id":"given","status":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"bot.export": {"method":"POST","path":"/api/public/bot/{botId}/export","evidence":"documented","safe":false,"scopes":["App Builder: Bot Export","Admin Console: Bot Definition › Bot Export"],"shows":{"_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"exportType": {"in":"body","type":"string","enum":["latest","published"],"required":true},
	"exportOptions": {"in":"body","type":"object","description":"Without it, all parts. The entries are those of the sample"},
	"subTasks": {"in":"body","type":"object","description":"The tasks of a partial export"},
	"allTasks": {"in":"body","type":"boolean","description":"Ignored beside subTasks"},
	"customDashboards": {"in":"body","type":"boolean"},
	"IncludeDependentTasks": {"in":"body","type":"boolean"}
}},
"bot.getExportStatus": {"method":"GET","path":"/api/public/bot/{botId}/export/status","evidence":"documented","safe":true,"scopes":["App Builder: Bot Export","Admin Console: Bot Definition › Bot Export"],"shows":{"_id":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"exportType": {"in":"query","type":"string","enum":["latest","published"],"description":"The newest page has it as the body of the GET, an older one has no body. That the query does is inferred"}
}},
"bot.installSample": {"method":"POST","path":"/api/public/samplebots/{sampleBotId}/add","evidence":"documented","safe":false,"scopes":["Admin Console: Bot Definition › Bot Create"],"shows":{"_id":"given"},"inputs":{
	"sampleBotId": {"in":"path","type":"string","required":true,"description":"ID of the sample bot","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"bot.getLinkedApps": {"method":"GET","path":"/api/1.1/public/bot/{botId}/universalbot/link","evidence":"documented","safe":true,"scopes":["App Builder: Get linked App details","Admin Console: Getlinkedbotdetails"],"names":["type","appType","isUXOUB","isDialogGPTEnabled","configuredLinkedApps","publishedLinkedApps"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"language": {"in":"query","type":"string","minLength":1,"description":"In the address of the page","example":"en"},
	"bot-language": {"in":"header","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"},
	"app-language": {"in":"header","type":"string","minLength":1,"required":true,"description":"Language of the user interface","example":"en"},
	"state": {"in":"header","type":"string","enum":["configured","published"],"default":"configured","required":true,"description":"Current application or workflow state; the sample has configured"},
	"client-app": {"in":"header","type":"string","required":true,"description":"Source application making the request","example":"unified"}
}},
"bot.updateNlpConfiguration": {"method":"POST","path":"/api/public/bot/{botId}/configurations","evidence":"documented","safe":false,"scopes":["App Builder: NLP Configurations","Admin Console: Test › NLP Configurations & Train"],"shows":{".":"anyObject"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"language": {"in":"query","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"},
	"groupName": {"in":"query","type":"string","description":"Of several models, the one whose parameters are meant","example":"Bot Level Intent Model"},
	"configurations": {"in":"body","type":"array","items":{"type":"object"}},
	"mlParams": {"in":"body","type":"object"},
	"nlSettings": {"in":"body","type":"object"},
	"advancedNLPSettings": {"in":"body","type":"array","items":{"type":"object"}}
}},
"botVariable.export": {"method":"POST","path":"/api/1.1/public/builder/bot/{botId}/variables/export","evidence":"documented","safe":true,"scopes":["App Builder: Export Variables"],"rowNames":["key","value","hint","variableType","scope","localeData","group","propagateValue","isSecured"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"botVariable.import": {"method":"POST","path":"/api/1.1/public/builder/bot/{botId}/variables/import","evidence":"documented","safe":false,"scopes":["App Builder: Import Variables"],"shows":{"message":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"channel.enable": {"method":"POST","path":"/api/public/channels","evidence":"documented","safe":false,"scopes":["Admin Console: Channel Management"],"shows":{"type":"given"},"body":"json","inputs":{
	"streamId": {"in":"body","type":"string","minLength":1,"required":true,"description":"The bot"},
	"type": {"in":"body","type":"string","enum":["rtm","slack","ivr","msteams"],"required":true,"description":"rtm is Web/Mobile SDK, ivr is Webhook"},
	"channelDetails": {"in":"body","type":"object","required":true}
}},
"language.add": {"method":"POST","path":"/api/1.1/public/bot/{botId}/language","evidence":"inferred","safe":false,"scopes":["App Builder: Language Configuration","Admin Console: Language Settings › Language Management"],"shows":{"[0].message":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"enableLanguage": {"in":"body","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"},
	"langDefinitionMode": {"in":"body","type":"object","required":true},
	"multiLingualConfigurations": {"in":"body","type":"object","required":true}
}},
"language.update": {"method":"PUT","path":"/api/1.1/public/bot/{botId}/language","evidence":"inferred","safe":false,"scopes":["App Builder: Language Configuration","Admin Console: Language Settings › Language Management"],"shows":{"[0].message":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"updateLanguage": {"in":"body","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"},
	"fileId": {"in":"body","type":"string","description":"Of a language that was added from a file"},
	"multiLingualConfigurations": {"in":"body","type":"object","required":true}
}},
"language.setStatus": {"method":"POST","path":"/api/1.1/public/bot/{botId}/language/status","evidence":"inferred","safe":false,"scopes":["App Builder: Language Configuration","Admin Console: Language Settings › Language Management"],"untyped":true,"accept":"*/*","body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"language": {"in":"body","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"},
	"enable": {"in":"body","type":"boolean","required":true}
}},
"pushDevice.subscribe": {"method":"POST","path":"/api/public/streams/{botId}/sdknotifications/subscribe","evidence":"documented","safe":false,"scopes":["App Builder: SDKPushNotifications"],"shows":{"success":"true"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"deviceId": {"in":"body","type":"string","minLength":1,"required":true},
	"osType": {"in":"body","type":"string","minLength":1,"required":true,"example":"Android"},
	"userId": {"in":"body","type":"string","minLength":1,"required":true,"description":"What the JWT grant gave for the person"}
}},
"pushDevice.getAll": {"method":"GET","path":"/api/public/streams/{botId}/subscribeddevices","evidence":"documented","safe":true,"scopes":["App Builder: SDKPushNotifications"],"rowNames":["deviceId","osType","status"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"uId": {"in":"query","type":"string","minLength":1,"required":true,"description":"What the JWT grant gave for the person"}
}},
"pushDevice.unsubscribe": {"method":"DELETE","path":"/api/public/streams/{botId}/sdknotifications/unsubscribe","evidence":"documented","safe":false,"scopes":["App Builder: SDKPushNotifications"],"shows":{"success":"true"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"devices": {"in":"body","type":"array","minItems":1,"items":{"type":"object"}},
	"unsubscribe": {"in":"body","type":"string"},
	"userId": {"in":"body","type":"string","minLength":1,"required":true,"description":"What the JWT grant gave for the person"}
}},
"language.setDefault": {"method":"POST","path":"/api/1.1/public/bot/{botId}/defaultLanguage","evidence":"documented","safe":false,"scopes":["App Builder: Language Configuration","Admin Console: Language Settings › Language Management"],"shows":{"status":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"Language": {"in":"body","type":"string","minLength":1,"required":true,"description":"A language of the bot, as its code","example":"en"}
}},
"batchTest.getAll": {"method":"GET","path":"/api/public/bot/{botId}/testsuite","evidence":"documented","safe":true,"scopes":["App Builder: Batch Tests Management","Admin Console: Batch Tests Management"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"skip": {"in":"query","type":"integer","minimum":0},
	"limit": {"in":"query","type":"integer","minimum":1,"description":"Its default and maximum were not found"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"In the samples only","example":"en"}
}},
"batchTest.import": {"method":"POST","path":"/api/public/bot/{botId}/testsuite/import","evidence":"documented","safe":false,"scopes":["App Builder: Batch Tests Management","Admin Console: Batch Tests Management"],"shows":{"_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"In the samples only","example":"en"},
	"fileName": {"in":"body","type":"string","minLength":1,"required":true,"description":"fileId of an upload, by the sample"},
	"fileType": {"in":"body","type":"string","description":"The table has JSON alone","example":"json"},
	"importType": {"in":"body","type":"string","enum":["new","update"]},
	"delimiter": {"in":"body","type":"string","minLength":1,"required":true,"description":"Between the fields in the file"},
	"description": {"in":"body","type":"string","required":true},
	"name": {"in":"body","type":"string","description":"Name of the suite; in the sample alone"},
	"engine": {"in":"body","type":"string","enum":["regression","dgpt"],"description":"regression is the machine learning, and meant without it; dgpt is Dialog GPT"}
}},
"batchTest.delete": {"method":"DELETE","path":"/api/public/bot/{botId}/testsuite/{testSuiteName}","evidence":"documented","safe":false,"scopes":["App Builder: Batch Tests Management","Admin Console: Batch Tests Management"],"shows":{"message":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"testSuiteName": {"in":"path","type":"string","required":true,"description":"Name of the suite, as the bot shows it","example":"Regression"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"In the samples only","example":"en"}
}},
"batchTest.export": {"method":"POST","path":"/api/public/bot/{botId}/testsuite/{testSuiteName}/export","evidence":"documented","safe":true,"scopes":["App Builder: Batch Tests Management","Admin Console: Batch Tests Management"],"shows":{"downloadUrl":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"testSuiteName": {"in":"path","type":"string","required":true,"description":"Name of the suite, as the bot shows it","example":"Regression"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"In the samples only","example":"en"}
}},
"batchTest.run": {"method":"POST","path":"/api/public/bot/{botId}/testsuite/{testSuiteName}/run","evidence":"documented","safe":false,"scopes":["App Builder: Batch Tests Execution"],"shows":{"requestId":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"testSuiteName": {"in":"path","type":"string","required":true,"description":"Name of the suite, as the bot shows it","example":"Regression"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"In the samples only","example":"en"},
	"version": {"in":"body","type":"string","enum":["inDevelopment","published"],"required":true},
	"engine": {"in":"body","type":"string","enum":["regression","dgpt"],"description":"regression is the machine learning, and meant without it; dgpt is Dialog GPT"}
}},
"batchTest.deleteRun": {"method":"DELETE","path":"/api/public/bot/{botId}/testsuite/{testSuiteName}/{testRunId}","evidence":"documented","safe":false,"scopes":["App Builder: Batch Tests Management","Admin Console: Batch Tests Management"],"shows":{"message":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"testSuiteName": {"in":"path","type":"string","required":true,"description":"Name of the suite, as the bot shows it","example":"Regression"},
	"testRunId": {"in":"path","type":"string","required":true,"example":"tr-74d94321-35f8-5066-bdc8-a0863e7a1b2c"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"In the samples only","example":"en"}
}},
"batchTest.getRunStatus": {"method":"GET","path":"/api/public/bot/{botId}/testsuite/{testSuiteName}/{testRunId}/status","evidence":"documented","safe":true,"scopes":["App Builder: Batch Tests Execution"],"shows":{"_id":"given","status":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"testSuiteName": {"in":"path","type":"string","required":true,"description":"Name of the suite, as the bot shows it","example":"Regression"},
	"testRunId": {"in":"path","type":"string","required":true,"example":"tr-74d94321-35f8-5066-bdc8-a0863e7a1b2c"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"In the samples only","example":"en"}
}},
"conversationTest.delete": {"method":"DELETE","path":"/api/public/stream/{botId}/conversation/testsuite","evidence":"documented","safe":false,"scopes":["App Builder: Conversation Tests Management","Admin Console: Conversation Tests Management"],"shows":{"status":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"In the samples only","example":"en"},
	"testSuiteNames": {"in":"body","type":"array","minItems":1,"items":{"type":"string"},"required":true}
}},
"conversationTest.create": {"method":"POST","path":"/api/public/stream/{botId}/conversation/testsuite/import","evidence":"documented","safe":false,"scopes":["App Builder: Conversation Tests Management","Admin Console: Conversation Tests Management"],"shows":{"dsId":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"In the samples only","example":"en"},
	"fileName": {"in":"body","type":"string","minLength":1,"required":true,"description":"fileId of an upload, by the sample"},
	"name": {"in":"body","type":"string","minLength":1,"required":true},
	"tags": {"in":"body","type":"array","items":{"type":"string"},"description":"Of the test cases"},
	"description": {"in":"body","type":"string"},
	"userEmailId": {"in":"body","type":"string","minLength":1,"required":true,"description":"Email of the owner of the bot or account"}
}},
"conversationTest.getCreationStatus": {"method":"GET","path":"/api/public/stream/{botId}/conversation/testsuite/import/{creationId}/status","evidence":"documented","safe":true,"scopes":["App Builder: Conversation Tests Management","Admin Console: Conversation Tests Management"],"shows":{"_id":"given","status":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"creationId": {"in":"path","type":"string","required":true,"description":"dsId of the creation","example":"ds-f8a1b2c5-5d6a-5e74-af84-48b9c0d1e2f9"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"In the samples only","example":"en"}
}},
"conversationTest.run": {"method":"POST","path":"/api/public/stream/{botId}/conversation/testsuite/{testSuiteName}/run","evidence":"documented","safe":false,"scopes":["App Builder: Conversation Tests Execution","Admin Console: Conversation Tests Execution"],"shows":{"testRunId":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"testSuiteName": {"in":"path","type":"string","required":true,"description":"Name of the suite, as the bot shows it","example":"Regression"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"In the samples only","example":"en"},
	"version": {"in":"body","type":"string","enum":["inDevelopment","published"],"required":true},
	"userEmailId": {"in":"body","type":"string","minLength":1,"required":true,"description":"Email of the owner of the app, or of a developer it is shared with"}
}},
"conversationTest.getRunStatus": {"method":"GET","path":"/api/public/stream/{botId}/conversation/testsuite/{testSuiteName}/{testRunId}/status","evidence":"documented","safe":true,"scopes":["App Builder: Conversation Tests Execution","Admin Console: Conversation Tests Execution"],"shows":{"_id":"given","status":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"testSuiteName": {"in":"path","type":"string","required":true,"description":"Name of the suite, as the bot shows it","example":"Regression"},
	"testRunId": {"in":"path","type":"string","required":true,"example":"tr-74d94321-35f8-5066-bdc8-a0863e7a1b2c"},
	"bot-language": {"in":"header","type":"string","minLength":1,"description":"In the samples only","example":"en"}
}},
"webhook.subscribe": {"method":"PUT","path":"/api/public/bot/{botId}/sdkSubscription","evidence":"documented","safe":false,"scopes":["Admin Console: BotKit"],"shows":{".":"object"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"connectorEnabled": {"in":"body","type":"boolean"},
	"PIIMaskingDisabledForAgentTransfer": {"in":"body","type":"boolean"},
	"sdkClientId": {"in":"body","type":"string","minLength":1,"required":true,"description":"Client ID of the app whose secret signs the calls"},
	"sdkHostUri": {"in":"body","type":"string","format":"uri","required":true,"description":"Below it are the addresses that Kore.ai calls, see webhooks"},
	"subscribedFor": {"in":"body","type":"array","minItems":1,"items":{"type":"string"},"required":true,"description":"onAgentTransfer is said to be mandatory"}
}},
"agentIntegration.getChannelMappings": {"method":"GET","path":"/api/public/bot/{botId}/agentintegrations/channelmappings","evidence":"documented","safe":true,"scopes":["agent_integrations:read"],"names":["channelMappings","state","requiresPublish"],"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"}
}},
"agentIntegration.updateChannelMappings": {"method":"PUT","path":"/api/public/bot/{botId}/agentintegrations/channelmappings","evidence":"documented","safe":false,"scopes":["agent_integrations:write"],"shows":{".":"anyObject"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"channelMappings": {"in":"body","type":"object","required":true}
}},
"agentIntegration.enable": {"method":"POST","path":"/api/public/bot/{botId}/agentintegrations/chat/{integration}","evidence":"documented","safe":false,"scopes":["agent_integrations:write"],"shows":{"state":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"integration": {"in":"path","type":"string","enum":["custom","genesys","kore","salesforce","servicenow"],"required":true,"description":"custom is BotKit","example":"custom"},
	"setAsDefault": {"in":"query","type":"boolean","description":"One integration is the default of a bot"}
}},
"agentIntegration.update": {"method":"PUT","path":"/api/public/bot/{botId}/agentintegrations/chat/{integration}","evidence":"documented","safe":false,"scopes":["agent_integrations:write"],"shows":{"state":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"integration": {"in":"path","type":"string","enum":["custom","genesys","kore","salesforce","servicenow"],"required":true,"description":"custom is BotKit","example":"custom"},
	"setAsDefault": {"in":"query","type":"boolean","description":"One integration is the default of a bot"}
}},
"agentIntegration.reset": {"method":"DELETE","path":"/api/public/bot/{botId}/agentintegrations/chat/{integration}","evidence":"documented","safe":false,"scopes":["agent_integrations:write"],"shows":{"status":"given"},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"integration": {"in":"path","type":"string","enum":["custom","genesys","kore","salesforce","servicenow"],"required":true,"description":"custom is BotKit","example":"custom"}
}},
"bot.uploadFile": {"method":"POST","path":"/api/public/uploadfile","evidence":"documented","safe":true,"scopes":[],"shows":{"fileId":"given"},"body":"multipart","inputs":{
	"file": {"in":"body","type":"string","format":"binary","required":true,"description":"One per request"},
	"fileContext": {"in":"body","type":"string","required":true,"description":"bulkImport for the files of a bot, findly for those of Search AI","example":"bulkImport"},
	"fileExtension": {"in":"body","type":"string","minLength":1,"required":true,"description":"The table has a dot before it; the sample and every client have none. zip is inferred","example":"json"}
}},
"campaign.getAll": {"method":"POST","path":"/campaign/api/v2/public/{botId}/campaign/getAllCampaignDetails","evidence":"documented","safe":true,"scopes":["Campaign Management"],"rowNames":["_id","id","name","lname","description","status","priority","dialingMode","dialingStrategy","dncLists","contactLists","schedule","experienceFlow","connection","maxSkips","enableMachineDetect","format","message","isFiltersEnabled","isImported","totalMessagesSent","campaignExecutionType","campaignInstanceId","campaignInstanceUpdatedAt","createdAt","updatedAt"],"body":"json","given":{"header":["accountId","iid"],"query":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"type": {"in":"body","type":"string","enum":["voice","sms"],"required":true},
	"skip": {"in":"body","type":"integer","minimum":0},
	"page": {"in":"body","type":"integer","minimum":1,"description":"Beside skip, as in both samples; which of the two counts is not said"},
	"limit": {"in":"body","type":"integer","minimum":1,"description":"50 in both samples. Default and maximum were not found"},
	"startDate": {"in":"body","type":"string","format":"date-time","description":"Which time of a campaign is compared is not said"},
	"endDate": {"in":"body","type":"string","format":"date-time"},
	"sortBy": {"in":"body","type":"object","description":"One field. The table says that name must be there whenever any is; both samples have createdAt alone"},
	"filters": {"in":"body","type":"object"}
}},
"campaign.create": {"method":"POST","path":"/campaign/api/v2/public/{botId}/campaign","evidence":"documented","safe":false,"scopes":["Campaign Management"],"shows":{"_id|id":"given"},"body":"json","given":{"query":["accountId"],"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"campaignType": {"in":"query","type":"string","enum":["voice","sms"],"required":true,"example":"voice"},
	"name": {"in":"body","type":"string","minLength":1,"maxLength":48,"required":true},
	"description": {"in":"body","type":"string","minLength":1,"maxLength":256,"required":true},
	"contactLists": {"in":"body","type":"array","minItems":1,"items":{"type":"string","minLength":1},"required":true,"description":"Names of contact lists, which must be there"},
	"dncLists": {"in":"body","type":"object","description":"The contact list of whom not to call, by name"},
	"priority": {"in":"body","type":"string","enum":["1","2","3","4","5"],"required":true,"description":"5 comes first"},
	"dialingMode": {"in":"body","type":"string","enum":["Agentless","Progressive","Preview"],"description":"Agentless lets the bot talk, by an experience flow; Progressive and Preview connect people with a queue of agents"},
	"dialingStrategy": {"in":"body","type":"object","required":true},
	"schedule": {"in":"body","type":"object"},
	"experienceFlowName": {"in":"body","type":"string","minLength":1,"description":"Flow by which the bot talks"},
	"queue_name": {"in":"body","type":"string","minLength":1,"description":"Queue of the agents who talk"},
	"maxSkips": {"in":"body","type":"integer","minimum":0,"description":"How often an agent may skip a contact. That 0 may be given is inferred"},
	"enableMachineDetect": {"in":"body","type":"string","enum":["no","detect","disconnect"],"description":"Of agentless campaigns"},
	"format": {"in":"body","type":"string","enum":["simple","advanced"]},
	"message": {"in":"body","type":"object","description":"message is Base64 by the tables of two of the three pages and all samples; the third table says nothing of it. The samples end as if = were written %3D, which plain Base64 is read as well as"}
}},
"campaign.get": {"method":"GET","path":"/campaign/api/v2/public/{botId}/campaign/{campaignId}","evidence":"documented","safe":true,"scopes":["Campaign Management"],"shows":{"_id|id":"given"},"given":{"header":["accountId","iid"],"query":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"campaignId": {"in":"path","type":"string","required":true,"example":"cd-ed19e3c7-3682-5e72-a839-af9e07111b2c"}
}},
"campaign.startSms": {"method":"POST","path":"/campaign/api/v2/public/{botId}/campaign/{campaignId}","evidence":"documented","safe":false,"scopes":["Campaign Management"],"shows":{"status":"given"},"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"campaignId": {"in":"path","type":"string","required":true,"example":"cd-ed19e3c7-3682-5e72-a839-af9e07111b2c"},
	"campaignType": {"in":"query","type":"string","enum":["sms"],"required":true,"example":"sms"},
	"trigger": {"in":"query","type":"string","enum":["play"],"required":true,"example":"play"}
}},
"campaign.update": {"method":"PUT","path":"/campaign/api/v2/public/{botId}/campaign/{campaignId}","evidence":"documented","safe":false,"scopes":["Campaign Management"],"shows":{"_id|id":"given"},"body":"json","given":{"header":["accountId","iid"],"query":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"campaignId": {"in":"path","type":"string","required":true,"example":"cd-ed19e3c7-3682-5e72-a839-af9e07111b2c"},
	"campaignType": {"in":"query","type":"string","enum":["voice","sms"],"required":true,"example":"voice"},
	"name": {"in":"body","type":"string","minLength":1,"maxLength":48,"required":true},
	"description": {"in":"body","type":"string","minLength":1,"maxLength":256,"required":true},
	"contactLists": {"in":"body","type":"array","minItems":1,"items":{"type":"string","minLength":1},"required":true,"description":"Names of contact lists, which must be there"},
	"dncLists": {"in":"body","type":"object","description":"The contact list of whom not to call, by name"},
	"priority": {"in":"body","type":"string","enum":["1","2","3","4","5"],"required":true,"description":"5 comes first"},
	"dialingMode": {"in":"body","type":"string","enum":["Agentless","Progressive","Preview"],"description":"Agentless lets the bot talk, by an experience flow; Progressive and Preview connect people with a queue of agents"},
	"dialingStrategy": {"in":"body","type":"object","required":true},
	"schedule": {"in":"body","type":"object"},
	"experienceFlowName": {"in":"body","type":"string","minLength":1,"description":"Flow by which the bot talks"},
	"queue_name": {"in":"body","type":"string","minLength":1,"description":"Queue of the agents who talk"},
	"maxSkips": {"in":"body","type":"integer","minimum":0,"description":"How often an agent may skip a contact. That 0 may be given is inferred"},
	"enableMachineDetect": {"in":"body","type":"string","enum":["no","detect","disconnect"],"description":"Of agentless campaigns"},
	"format": {"in":"body","type":"string","enum":["simple","advanced"]},
	"message": {"in":"body","type":"object","description":"message is Base64 by the tables of two of the three pages and all samples; the third table says nothing of it. The samples end as if = were written %3D, which plain Base64 is read as well as"}
}},
"campaign.delete": {"method":"DELETE","path":"/campaign/api/v2/public/{botId}/campaign/{campaignId}","evidence":"documented","safe":false,"scopes":["Campaign Management"],"shows":{"_id|id":"given"},"given":{"header":["accountId","iid"],"query":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"campaignId": {"in":"path","type":"string","required":true,"example":"cd-ed19e3c7-3682-5e72-a839-af9e07111b2c"},
	"campaignType": {"in":"query","type":"string","enum":["voice","sms"],"required":true,"example":"voice"}
}},
"campaign.stopSms": {"method":"POST","path":"/campaign/api/v2/public/{botId}/campaign/trigger/{campaignId}","evidence":"inferred","safe":false,"scopes":["Campaign Management"],"shows":{"status":"given"},"body":"json","given":{"query":["accountId"],"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"campaignId": {"in":"path","type":"string","required":true,"example":"cd-ed19e3c7-3682-5e72-a839-af9e07111b2c"},
	"campaignType": {"in":"query","type":"string","enum":["sms"],"required":true,"example":"sms"},
	"trigger": {"in":"query","type":"string","enum":["stop"],"required":true,"example":"stop"}
}},
"campaign.triggerVoice": {"method":"POST","path":"/api/v2/public/{botId}/campaign/trigger/{campaignId}","evidence":"documented","safe":false,"scopes":["Campaign Management"],"shows":{"status":"given"},"body":"json","given":{"query":["accountId"],"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"campaignId": {"in":"path","type":"string","required":true,"example":"cd-ed19e3c7-3682-5e72-a839-af9e07111b2c"},
	"campaignType": {"in":"query","type":"string","enum":["voice"],"required":true,"example":"voice"},
	"trigger": {"in":"query","type":"string","enum":["play","stop"],"required":true,"example":"play"}
}},
"campaign.getStatus": {"method":"POST","path":"/campaign/api/v2/public/{botId}/campaign/{campaignId}/status","evidence":"documented","safe":true,"scopes":["Campaign Management"],"names":["id","status","name","results","page","limit","totalPages","totalResults"],"body":"json","given":{"header":["accountId","iid"],"query":["accountId"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"campaignId": {"in":"path","type":"string","required":true,"example":"cd-ed19e3c7-3682-5e72-a839-af9e07111b2c"},
	"view": {"in":"query","type":"string","enum":["status","contacts"],"required":true,"description":"The pages call it optional; what comes without it is not said","example":"contacts"},
	"page": {"in":"body","type":"integer","minimum":1},
	"limit": {"in":"body","type":"integer","minimum":1,"maximum":100}
}},
"campaign.setSchedule": {"method":"POST","path":"/campaign/api/v2/public/{botId}/campaign/schedule","evidence":"documented","safe":false,"scopes":["Campaign Management"],"shows":{"id":"given"},"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"enableSchedule": {"in":"query","type":"boolean","required":true},
	"campaignName": {"in":"query","type":"string","minLength":1,"required":true,"example":"Agentless Voice"},
	"startDateTime": {"in":"body","type":"string","description":"YYYY-MM-DD HH:mm:ss; the time zone is not said","example":"2026-01-27 18:29:00"},
	"endDateTime": {"in":"body","type":"string","description":"YYYY-MM-DD HH:mm:ss; the time zone is not said","example":"2026-01-27 18:29:00"},
	"recurrenceObject": {"in":"body","type":"object"}
}},
"campaign.callBack": {"method":"POST","path":"/campaign/api/v2/public/{botId}/campaign/{campaignInstanceId}/callContactAt","evidence":"documented","safe":false,"scopes":["Campaign Management"],"shows":{"[0].status":"given"},"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"campaignInstanceId": {"in":"path","type":"string","required":true,"description":"Of a running campaign","example":"cid-835ee4a-697e-4846-8340-7e3e301a1b2c"}
}},
"contactList.create": {"method":"POST","path":"/campaign/api/v2/public/{botId}/campaign/contactList/createContactList","evidence":"documented","safe":false,"scopes":["Campaign Management"],"shows":{"_id":"given"},"body":"json","given":{"query":["accountId"],"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"name": {"in":"body","type":"string","minLength":1,"maxLength":48,"required":true},
	"description": {"in":"body","type":"string","minLength":1,"maxLength":256,"required":true},
	"source": {"in":"body","type":"string","enum":["passiveApi"],"required":true},
	"allowDuplicates": {"in":"body","type":"boolean","default":false,"description":"Whether a contact may be on the list twice"}
}},
"contactList.getAll": {"method":"POST","path":"/campaign/api/v2/public/{botId}/campaign/contactList/getAllListDetails","evidence":"documented","safe":true,"scopes":["Campaign Management"],"rowNames":["_id","isActive","name","description","totalRecordCount","status","mapping","isListInUse","listType","isGlobalDNC","isDefault","campaignInUse","source","apiConfigurations","columns","files","allowDuplicates","createdBy","updatedBy","createdAt","updatedAt"],"given":{"query":["accountId"],"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"type": {"in":"query","type":"string","enum":["call"],"required":true,"description":"The table says that it is optional; what else there is is not said","example":"call"}
}},
"contactList.get": {"method":"GET","path":"/campaign/api/v2/public/{botId}/campaign/contactList/{contactListId}","evidence":"documented","safe":true,"scopes":["Campaign Management"],"shows":{"_id":"given"},"given":{"query":["accountId"],"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"contactListId": {"in":"path","type":"string","required":true,"example":"cl-718e888-3aca-4008-973e-6d799401b2c3"}
}},
"contactList.update": {"method":"PUT","path":"/campaign/api/v2/public/{botId}/campaign/contactList/{contactListId}","evidence":"documented","safe":false,"scopes":["Campaign Management"],"shows":{"contactListId":"given"},"body":"json","given":{"query":["accountId"],"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"contactListId": {"in":"path","type":"string","required":true,"example":"cl-718e888-3aca-4008-973e-6d799401b2c3"},
	"name": {"in":"body","type":"string","minLength":1,"maxLength":48},
	"description": {"in":"body","type":"string","minLength":1,"maxLength":256}
}},
"contactList.delete": {"method":"DELETE","path":"/campaign/api/v2/public/{botId}/campaign/contactList/{contactListId}","evidence":"documented","safe":false,"scopes":["Campaign Management"],"shows":{"_id":"given"},"given":{"query":["accountId"],"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"contactListId": {"in":"path","type":"string","required":true,"example":"cl-718e888-3aca-4008-973e-6d799401b2c3"}
}},
"contactList.getContacts": {"method":"GET","path":"/campaign/api/v2/public/{botId}/campaign/contactList/{contactListId}/getAllContacts","evidence":"documented","safe":true,"scopes":["Campaign Management"],"names":["results","skip","limit","hasMore","totalPages","totalResults"],"rowNames":["_id","phoneNumber","createdAt","updatedAt"],"given":{"query":["accountId"],"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"contactListId": {"in":"path","type":"string","required":true,"example":"cl-718e888-3aca-4008-973e-6d799401b2c3"},
	"skip": {"in":"query","type":"integer","minimum":0,"description":"The page names no parameter; the answer has skip, limit and hasMore, as that of the campaigns, which are asked for by these"},
	"limit": {"in":"query","type":"integer","minimum":1,"description":"As skip. 50 in the sample of the answer"}
}},
"contactList.addContacts": {"method":"POST","path":"/api/1.1/public/{botId}/campaign/contactList/addContacts","evidence":"documented","safe":false,"scopes":["Campaign Management"],"shows":{"message":"given"},"body":"json","given":{"header":["accountId","iid"]},"inputs":{
	"botId": {"in":"path","type":"string","required":true,"description":"Also called stream ID or app ID","example":"st-369f9021-2a85-5b32-9005-63139d57c2e5"},
	"contact_list_name": {"in":"body","type":"string","minLength":1,"required":true,"description":"The name of the list, not its ID"},
	"data": {"in":"body","type":"array","minItems":1,"items":{"type":"object"},"required":true,"description":"The most that one call takes was not found"}
}}
}`);
