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
			'segment.addUsers',
			'segment.update',
			'segment.delete',
			'session.updateAttributes',
			'entity.update',
			'training.train',
		].map((id) => [`chatbot-com ${id}`, [['status.code', 'status.type']]]),
	),
	'chatbot-com user.create': [['0.id', 'id']],
	'chatbot-com segment.create': [['id']],
	'chatbot-com entity.create': [['id']],
	'chatbot-com conversation.sendQuery': [['result']],
	'kore-ai botMessage.send': [['_v', 'data.0.type']],
	'kore-ai botMessage.sendToInstance': [['_v', 'data.0.type']],
	'kore-ai ccConversation.assign': [['sessionId']],
	'kore-ai bot.publish': [['0.resourceType', '0.resourceId']],
	'kore-ai customerData.delete': [['requestId']],
	'kore-ai bot.import': [['_id']],
	'kore-ai session.close': [['success']],
	'kore-ai notification.send': [['_id']],
	'kore-ai notification.sendV1': [['_id']],
	'kore-ai conversation.delete': [['jobId']],
	'kore-ai call.dialOut': [['callId', 'sid']],
	'kore-ai sms.send': [['message']],
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
