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
	'kore-ai customerData.delete': [['requestId']],
	'kore-ai bot.import': [['_id']],
	'kore-ai bot.uploadFile': [['fileId']],
};

const NO = [undefined, null, false, 0, '', 'false', '0'];

const isNothing = (value: unknown) =>
	NO.includes(value as never) ||
	(typeof value === 'object' && Object.keys(value as object).length === 0);

/** Whether an answer, in the form of its sample, lacks what shows that the call was done. */
export const lacksSuccess = (operation: string, answer: unknown): boolean =>
	(SUCCESS[operation] ?? []).some((paths) => paths.every((path) => isNothing(get(answer, path))));
