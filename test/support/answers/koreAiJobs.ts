import { appFor, BOT, BOT_APP, ITEM, MINIMAL, nodeFor } from '../koreAi';
import type { INodeParameters } from 'n8n-workflow';
import { all, one, type AnswerJob } from './job';
import { CAMPAIGN_CASES } from './campaignCases';
import { CENTER_CASES } from './centerCases';
import { SYNC_CASES } from './syncCases';

const kore = (id: string, parameters: INodeParameters = {}, more: object = {}) =>
	one(id, { ...MINIMAL[id], ...parameters }, { node: nodeFor(id), account: appFor(id), ...more });
const week = { from: '2023-05-15T00:00:00Z', to: '2023-05-20T00:00:00Z' };
const lately = { ...all, filters: week };

const oneDeleted = { 'content.delete': { deletedCount: 1 } };

/** What bots answer from. */
const koreKnowledge: AnswerJob[] = [
	kore('content.ingest'),
	...SYNC_CASES.map((rest) => kore(...rest)),
	kore('content.get'),
	kore('content.getAll', all),
	kore('content.getAllByStatus', all),
	kore('content.delete', {}, { answers: oneDeleted }),
	kore('chunk.getAll', all),
	kore('chunk.update'),
	kore('chunk.delete', { chunkIds: ['chk-1', 'chk-2', 'chk-3', 'chk-4'] }),
	kore('source.create'),
	kore('source.crawl'),
	kore('searchTraining.train'),
	kore('searchTraining.getStatus'),
	kore('searchJob.get'),
	kore('answer.ask', { options: { searchResults: true, includeChunksInResponse: true } }),
	kore('knowledgeTask.getAll'),
	kore('faq.create', {}, { uses: ['knowledgeTask.getAll', 'faq.create'], derived: true }),
	kore('faq.getAll', all, { uses: ['faq.getAllV2'] }),
	kore('faq.getAll', { ...all, apiVersion: 'v1', ktId: 'kt-1' }),
	kore('faq.train'),
	kore('faq.getTrainingStatus'),
	kore('extraction.create'),
	kore('extraction.getAll', all),
	kore('extraction.getQuestions', all),
	kore(
		'utterance.import',
		{},
		{ item: ITEM, uses: ['bot.uploadFile', 'utterance.import'], derived: true },
	),
	kore('utterance.getImportStatus'),
	kore('utterance.export'),
	kore('utterance.getExportStatus'),
	kore('utterance.train'),
	kore('utterance.getTrainingStatus'),
];
/** What an Admin Console does. */
const koreAdmin: AnswerJob[] = [
	kore('user.getAll', all),
	kore('user.get', {}, { derived: true }),
	kore('user.create', {}, { derived: true }),
	kore('user.update', {}, { uses: ['user.get', 'user.update'], derived: true }),
	kore('user.setAccess', {}, { derived: true }),
	kore('user.remove', {}, { derived: true }),
	kore('role.getAll', all),
	kore('role.export'),
	kore('role.import'),
	kore('role.assignBotRole', {}, { derived: true }),
	kore('role.assignAdminRole', {}, { derived: true }),
	kore('group.getAll', all),
	kore('dataTableRow.getAll', all),
	kore('dataTableRow.insert', {}, { uses: ['dataTableRow.insertMany'], derived: true }),
	kore('dataTableRow.insertMany', {}, { item: { json: { CustType: 'Gold' } }, derived: true }),
	kore('dataTableRow.update'),
	kore('dataTableRow.delete', {}, { derived: true }),
	kore('tableViewRow.getAll', all),
	kore('customerData.delete'),
	kore('customerData.getDeletionStatus'),
];

/** What bots did. */
const koreAnalytics: AnswerJob[] = [
	kore('analytics.getAll', all),
	kore('feedback.getAll', all),
	kore('feedback.create'),
	kore('dashboardWidget.getData', {}, { derived: true }),
	kore(
		'dashboardWidget.getData',
		{
			return: 'widget',
			filters: {
				customFilters: { filter: [{ filterSource: 'a', fieldName: 'b', values: ['c'] }] },
			},
		},
		{ uses: ['dashboardWidget.getDataFiltered'] },
	),
	kore('containmentReport.create'),
	kore('containmentReport.getStatus', {}, { derived: true }),
	kore('engagementTrend.get'),
	kore('engagementTrend.get', { apiVersion: 'v1' }, { uses: ['engagementTrend.getV1'] }),
	kore('billing.getSessions', all, { uses: ['billing.getSessionsOfBot'] }),
	kore(
		'billing.getSessions',
		{ ...all, scope: 'account' },
		{ account: {}, uses: ['billing.getSessionsOfAccount'] },
	),
	kore(
		'billing.getUsageSummary',
		{},
		{ derived: true, uses: ['billing.requestUsageSummary', 'billing.getUsageSummaryStatus'] },
	),
	kore('modelUsageLog.getAll', all),
	kore('changeLog.getAll', all),
	kore('auditLog.getAll', all),
	kore('translationLog.getAll', all),
];

/** How bots are built. */
const koreBuilding: AnswerJob[] = [
	kore('bot.importAsNew'),
	kore('bot.importFunctions'),
	kore('bot.export'),
	kore('bot.getExportStatus'),
	kore('bot.installSample'),
	kore('bot.getLinkedApps', {}, { derived: true }),
	kore('bot.updateNlpConfiguration'),
	kore('botVariable.export'),
	kore('botVariable.import'),
	kore('channel.enable', {}, { derived: true }),
	kore('language.add', {}, { derived: true }),
	kore('language.update', {}, { derived: true }),
	kore('language.enable', {}, { uses: ['language.setStatus'], derived: true }),
	kore(
		'language.disable',
		{},
		{
			uses: ['language.setStatus'],
			derived: true,
			answers: { 'language.setStatus': 'Disabled Spanish language successfully' },
		},
	),
	kore('language.setDefault', {}, { derived: true }),
	kore('batchTest.getAll', all),
	kore('batchTest.run'),
	kore('batchTest.getRunStatus'),
	kore('batchTest.deleteRun', {}, { derived: true }),
	kore('batchTest.import'),
	kore('batchTest.export'),
	kore('batchTest.delete', {}, { derived: true }),
	kore('conversationTest.create'),
	kore('conversationTest.getCreationStatus'),
	kore('conversationTest.run'),
	kore('conversationTest.getRunStatus'),
	kore('conversationTest.delete', {}, { derived: true }),
];

/** The session that is asked for, and no other. */
const ofOne = ([row]: unknown[]) => [{ ...(row as object), sessionId: '6465cf6e4769ed4e822b1a2c' }];

/** What Kore.ai's nodes do. */
export const koreAi: AnswerJob[] = [
	kore('session.getAll', lately),
	kore('session.getAll', { ...lately, scope: 'account' }, { uses: ['session.getAllOfAccount'] }),
	kore('message.getAll', lately, { uses: ['message.getAllV2'] }),
	kore('message.getAll', { ...lately, version: 'v1' }),
	kore('message.getAll', { ...lately, scope: 'account' }, { uses: ['message.getAllOfAccount'] }),
	kore('debugLog.getAll', all),
	...koreAnalytics,
	kore('bot.getAll', all),
	kore('bot.publish'),
	kore('bot.getPublishStatus'),
	kore('bot.import'),
	kore('bot.getImportStatus'),
	kore('bot.uploadFile', {}, { item: ITEM }),
	...koreAdmin,
	...koreBuilding,
	...koreKnowledge,
	kore(
		'session.getMessages',
		{},
		{
			derived: true,
			findsOne: true,
			uses: ['session.getAllOfAccount', 'message.getAllV2'],
			rows: { 'session.getAllOfAccount': ofOne },
		},
	),
	kore(
		'session.getMessages',
		{ version: 'v1' },
		{
			account: { ...BOT_APP, defaultBotId: BOT },
			derived: true,
			findsOne: true,
			uses: ['session.getAll', 'message.getAll'],
			rows: { 'session.getAll': ofOne },
		},
	),
	kore('session.close'),
	kore('botMessage.send'),
	kore(
		'botMessage.send',
		{ options: { instanceId: 'ivrInst-1' } },
		{ uses: ['botMessage.sendToInstance'] },
	),
	kore('botMessage.getReply'),
	kore('intent.find'),
	kore('notification.send'),
	kore('notification.send', { apiVersion: 'v1' }, { uses: ['notification.sendV1'] }),
	kore('notification.getStatus'),
	kore('notification.getStatus', { apiVersion: 'v1' }, { uses: ['notification.getStatusV1'] }),
	kore('conversation.getDetails'),
	kore('conversation.getSummary'),
	kore('conversation.delete'),
	kore('conversation.getDeletionStatus'),
	kore('ccConversation.getAll', all),
	kore('interaction.getAll', all),
	kore('ccConversation.get'),
	kore('ccConversation.getBySession'),
	kore('ccConversation.assign'),
	kore('agent.getAll', all),
	kore('agent.getAvailability', {}, { derived: true }),
	...CENTER_CASES.map((rest) => kore(...rest)),
	kore('call.dialOut'),
	kore('sms.send'),
	kore('campaign.getAll', all),
	kore('campaign.get'),
	kore('campaign.create'),
	kore('campaign.update'),
	kore('campaign.delete'),
	kore('campaign.start', {}, { uses: ['campaign.triggerVoice'] }),
	kore('campaign.start', { campaignType: 'sms' }, { uses: ['campaign.startSms'] }),
	kore('campaign.stop', {}, { uses: ['campaign.triggerVoice'] }),
	kore('campaign.stop', { campaignType: 'sms' }, { uses: ['campaign.stopSms'] }),
	kore('campaign.getStatus', {}, { beside: ['campaign.getStatus'] }),
	kore('campaign.getResults', all, { uses: ['campaign.getStatus'] }),
	kore('campaign.setSchedule'),
	kore('campaign.callBack'),
	...CAMPAIGN_CASES.map((rest) => kore(...rest)),
	kore('contactList.getAll', all),
	kore('contactList.get'),
	kore('contactList.create'),
	kore('contactList.update'),
	kore('contactList.delete'),
	kore('contactList.getContacts', all),
	kore('contactList.addContacts', {}, { uses: ['contactList.get', 'contactList.addContacts'] }),
];
