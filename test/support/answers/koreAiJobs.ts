import { appFor, BOT, BOT_APP, ITEM, MINIMAL, nodeFor } from '../koreAi';
import type { INodeParameters } from 'n8n-workflow';
import { all, one, type AnswerJob } from './job';
import { CAMPAIGN_CASES } from './campaignCases';
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
	kore('user.getAll', all),
	kore('bot.getAll', all),
	kore('bot.publish'),
	kore('bot.getPublishStatus'),
	kore('bot.import'),
	kore('bot.getImportStatus'),
	kore('bot.uploadFile', {}, { item: ITEM }),
	kore('customerData.delete'),
	kore('customerData.getDeletionStatus'),
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
