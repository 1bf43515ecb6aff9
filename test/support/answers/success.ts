import { get } from 'lodash';

/**
 * What shows the success of a call with an effect, read by hand from the contracts' samples: groups of paths, and of
 * each group at least one has to say yes. An operation whose sample shows nothing is not here.
 */
export const SUCCESS: Record<string, string[][]> = {
	'koda callList.create': [['response.list_id']],
	'koda callList.resume': [['response.result']],
	'koda callList.pause': [['response.result']],
	'koda chat.enableModeratorMode': [['response']],
	'koda chat.disableModeratorMode': [['response']],
	'koda chat.sendModeratorMessage': [['response']],
	'koda chat.sendFile': [['response']],
	'koda document.create': [['doc_id']],
	'koda document.update': [['response.success']],
	'koda document.delete': [['response.success']],
	...Object.fromEntries(
		[
			'user.update',
			'user.ban',
			'user.addToSegments',
			'user.replaceSegments',
			'interaction.updateWelcome',
			'segment.addUsers',
			'segment.update',
			'segment.delete',
			'session.updateAttributes',
			'entity.update',
			'training.delete',
			'training.train',
			'webhook.update',
			'webhook.delete',
		].map((id) => [`chatbot-com ${id}`, [['status.code', 'status.type']]]),
	),
	'chatbot-com user.create': [['0.id', 'id']],
	'chatbot-com segment.create': [['id']],
	'chatbot-com entity.create': [['id']],
	'chatbot-com webhook.create': [['id']],
	'chatbot-com conversation.sendQuery': [['result']],
	'kore-ai botMessage.send': [['_v', 'data.0.type']],
	'kore-ai botMessage.sendToInstance': [['_v', 'data.0.type']],
	'kore-ai ccConversation.assign': [['sessionId']],
	...Object.fromEntries(
		[
			'queue.create',
			'skillGroup.create',
			'skillGroup.update',
			'skill.create',
			'skill.update',
			'agent.update',
			'contact.update',
			'contact.delete',
			'agent.delete',
			'agentGroup.delete',
		].map((id) => [`kore-ai ${id}`, [['id']]]),
	),
	'kore-ai contact.create': [['0.id']],
	'kore-ai contact.import': [['0.id']],
	'kore-ai contact.updateMany': [['totalRequested']],
	'kore-ai contact.deleteMany': [['totalRequested']],
	...Object.fromEntries(
		['case.create', 'case.update', 'task.create', 'task.update'].map((id) => [
			`kore-ai ${id}`,
			[['_id']],
		]),
	),
	'kore-ai recording.control': [['status']],
	'kore-ai qualityQueue.create': [['jobId']],
	'kore-ai qualityQueue.updateAgents': [['jobId']],
	'kore-ai recording.delete': [['message']],
	'kore-ai agent.create': [['id', 'userId']],
	'kore-ai agentGroup.create': [['id', 'name']],
	'kore-ai agentGroup.update': [['id', 'name']],
	'kore-ai queue.updatePriorities': [['updatedCount']],
	'kore-ai bot.publish': [['0.resourceType', '0.resourceId']],
	'kore-ai customerData.delete': [['requestId']],
	'kore-ai bot.import': [['_id']],
	...Object.fromEntries(
		['user.create', 'user.update', 'user.remove'].map((id) => [`kore-ai ${id}`, [['msg']]]),
	),
	'kore-ai user.setAccess': [['0']],
	'kore-ai dataTableRow.insertMany': [['records.0.sys_Id', 'records.0._id']],
	'kore-ai dataTableRow.update': [['nModified']],
	'kore-ai dataTableRow.delete': [['nDeleted']],
	'kore-ai role.import': [['0._id', '0.role']],
	'kore-ai role.assignBotRole': [['0.status']],
	'kore-ai role.assignAdminRole': [['0.status']],
	...Object.fromEntries(
		['bot.importAsNew', 'bot.importFunctions', 'bot.export', 'bot.installSample'].map((id) => [
			`kore-ai ${id}`,
			[['_id']],
		]),
	),
	'kore-ai botVariable.import': [['message']],
	'kore-ai batchTest.run': [['requestId']],
	'kore-ai batchTest.import': [['_id']],
	'kore-ai batchTest.delete': [['message']],
	'kore-ai batchTest.deleteRun': [['message']],
	'kore-ai conversationTest.create': [['dsId']],
	'kore-ai conversationTest.run': [['testRunId']],
	'kore-ai conversationTest.delete': [['status']],
	'kore-ai channel.enable': [['type']],
	'kore-ai language.add': [['0.message']],
	'kore-ai language.update': [['0.message']],
	'kore-ai language.setDefault': [['status']],
	'kore-ai session.close': [['success']],
	'kore-ai agentIntegration.enable': [['state']],
	'kore-ai agentIntegration.update': [['state']],
	'kore-ai agentIntegration.reset': [['status']],
	'kore-ai pushDevice.subscribe': [['success']],
	'kore-ai pushDevice.unsubscribe': [['success']],
	'kore-ai notification.send': [['_id']],
	'kore-ai notification.sendV1': [['_id']],
	'kore-ai conversation.delete': [['jobId']],
	'kore-ai call.dialOut': [['callId', 'sid']],
	'kore-ai sms.send': [['message']],
	'kore-ai feedback.create': [['_id']],
	'kore-ai bot.uploadFile': [['fileId']],
	'kore-ai content.delete': [['deletedCount']],
	'kore-ai chunk.update': [['status_code']],
	'kore-ai chunk.delete': [['Data.totalDeleted']],
	...Object.fromEntries(
		[
			'source.create',
			'searchTraining.train',
			'faq.train',
			'extraction.create',
			'utterance.import',
			'utterance.export',
		].map((id) => [`kore-ai ${id}`, [['_id']]]),
	),
	'kore-ai faq.create': [['status']],
	'kore-ai utterance.train': [['0.Training_ID', '0.message']],
	...Object.fromEntries(
		['campaign.create', 'campaign.update', 'campaign.delete'].map((id) => [
			`kore-ai ${id}`,
			[['data._id', 'data.id']],
		]),
	),
	...Object.fromEntries(
		['campaign.triggerVoice', 'campaign.startSms', 'campaign.stopSms'].map((id) => [
			`kore-ai ${id}`,
			[['status']],
		]),
	),
	'kore-ai campaign.setSchedule': [['id']],
	'kore-ai campaign.callBack': [['data.0.status']],
	'kore-ai contactList.create': [['data._id']],
	'kore-ai contactList.update': [['data.contactListId']],
	'kore-ai contactList.delete': [['data._id']],
	'kore-ai contactList.addContacts': [['message']],
};

const NO = [undefined, null, false, 0, '', 'false', '0'];

const isNothing = (value: unknown) =>
	NO.includes(value as never) ||
	(typeof value === 'object' && Object.keys(value as object).length === 0);

/** Whether an answer, in the form of its sample, lacks what shows that the call was done. */
export const lacksSuccess = (operation: string, answer: unknown): boolean =>
	(SUCCESS[operation] ?? []).some((paths) => paths.every((path) => isNothing(get(answer, path))));

/** Whether a sentence is enough to show the success of a call. */
export const isSentence = (operation: string): boolean =>
	(SUCCESS[operation] ?? []).flat().some((path) => /(^|\.)message$/.test(path));
