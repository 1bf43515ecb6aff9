import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../engine/jobs';

const bot = byId('st-11111111-1111-5111-8111-111111111111');

/** The least that each operation takes that builds or tests bots. */
export const BUILDING_MINIMAL: Record<string, INodeParameters> = {
	'bot.importAsNew': { source: 'ids', zipId: 'file-1' },
	'bot.importFunctions': {
		bot,
		fileSource: 'id',
		fileId: 'file-1',
		fileName: 'BotFunctions.js',
	},
	'bot.export': {},
	'bot.getExportStatus': {},
	'bot.installSample': { sampleBotId: 'st-1' },
	'bot.getLinkedApps': {},
	'botVariable.export': {},
	'botVariable.import': {
		variables: { variable: [{ key: 'greeting', variableType: 'locale', value: 'Hello!' }] },
	},
	'channel.enable': { bot, appName: 'Order Desk', clientId: 'cs-bot' },
	'language.add': { bot, language: 'es', nluLanguage: 'es' },
	'language.update': { bot, language: 'es', nluLanguage: 'en' },
	'language.enable': { bot, language: 'es' },
	'language.disable': { bot, language: 'es' },
	'language.setDefault': { bot, language: 'es' },
	'agentIntegration.enable': { bot, configuration: '{ "conversationType": "livechat" }' },
	'agentIntegration.update': { bot, configuration: '{ "conversationType": "livechat" }' },
	'agentIntegration.getChannelMappings': {},
	'agentIntegration.updateChannelMappings': {
		bot,
		channels: { channel: [{ channel: 'rtm', integration: 'kore' }] },
	},
	'agentIntegration.reset': { bot, confirmation: 'DELETE' },
	'pushDevice.getAll': { userId: 'u-1' },
	'pushDevice.subscribe': { userId: 'u-1', deviceId: 'device-1', osType: 'Android' },
	'pushDevice.unsubscribe': {
		userId: 'u-1',
		devices: { device: [{ deviceId: 'device-1', osType: 'Android' }] },
	},
	'batchTest.getAll': {},
	'batchTest.run': { testSuiteName: 'Regression' },
	'batchTest.getRunStatus': { testSuiteName: 'Regression', testRunId: 'tr-1' },
	'batchTest.deleteRun': {
		testSuiteName: 'Regression',
		testRunId: 'tr-1',
		confirmation: 'DELETE',
	},
	'batchTest.import': {
		name: 'Regression',
		description: 'What people ask most',
		fileSource: 'id',
		fileId: 'file-1',
	},
	'batchTest.export': { testSuiteName: 'Regression' },
	'batchTest.delete': { testSuiteName: 'Regression', confirmation: 'DELETE' },
	'conversationTest.create': {
		name: 'Order Flow',
		userEmailId: 'jane@example.com',
		fileSource: 'id',
		fileId: 'file-1',
	},
	'conversationTest.getCreationStatus': { creationId: 'ds-1' },
	'conversationTest.run': { testSuiteName: 'Order Flow', userEmailId: 'jane@example.com' },
	'conversationTest.getRunStatus': { testSuiteName: 'Order Flow', testRunId: 'ctr-1' },
	'conversationTest.delete': { testSuiteNames: ['Order Flow'], confirmation: 'DELETE' },
	'bot.updateNlpConfiguration': {
		bot,
		language: 'en',
		configuration: '{ "configurations": [{ "mode": "ml", "minThreshold": 0.4 }] }',
	},
};
