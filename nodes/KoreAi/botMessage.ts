import { omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { textIn } from '../shared/call/answers';
import type { Client } from '../shared/call/client';
import type { FieldsOf } from '../shared/fields/fields';
import { isThing, objectsIn } from '../shared/fields/lists';
import { shortened } from '../shared/fields/shortened';
import { completion } from '../shared/node/completion';
import { input, operation, resource } from './api';
import { attachmentsOf, options, says, tagsOf, waitForReply } from './botMessageFields';
import type { Operations } from './contract';
import { bot, botOf } from './locators';

const userId = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	isId: true,
	default: '',
	required: true,
	placeholder: 'e.g. jane.doe@example.com',
	description:
		'Who speaks: an email address, a number or any text of your own. The bot keeps one conversation per user ID.',
} as const;

const fields = [bot, userId, ...says, ...waitForReply, options] as const;

type Given = FieldsOf<typeof fields>;

/** What the message says, in the form of its type. */
function valueOf(given: Given): unknown {
	const type = given.get('type');
	if (type === 'text') return given.get('text');
	if (type === 'event') return given.get('event');
	const name = type === 'template' ? 'template' : 'formData';
	const value = given.get(name);
	return isThing(value) ? value : given.fail(name, 'is no object', 'Give one, such as {}.');
}

/** The body of a message (docs/evidence/kore-ai.md §5.1). */
function bodyOf(given: Given): Operations['botMessage.send']['body'] {
	const more = given.group('options');
	const type = given.get('type');
	const [firstName, lastName, email] = [
		more.get('firstName'),
		more.get('lastName'),
		more.get('email'),
	];
	const userInfo = (firstName ?? lastName ?? email) ? { firstName, lastName, email } : undefined;
	// Kore.ai's sample of this event begins a conversation.
	const isConnecting = type === 'event' && given.get('event') === 'ON_CONNECT';
	return {
		session: { new: isConnecting || (more.get('newSession') ?? false) },
		message: {
			type,
			val: valueOf(given) as string | IDataObject,
			attachments: type === 'text' ? attachmentsOf(more) : undefined,
		},
		from: { id: given.get('userId'), userInfo },
		interactiveLanguage: more.get('language'),
		metaTags: tagsOf(more),
		mergeIdentity: more.get('mergeIdentity'),
		preferredChannelForResponse: more.get('preferredChannel'),
		customData: more.get('customData') as IDataObject | undefined,
	};
}

interface Said {
	type?: string;
	val?: unknown;
	eventType?: string;
}

const saidIn = ({ data }: IDataObject) => objectsIn<Said>(data);

/** The texts of a reply, line by line. */
const textOf = (reply: IDataObject) =>
	saidIn(reply)
		.filter(({ type, val }) => type !== 'event' && typeof val !== 'object')
		.flatMap(({ val }) => textIn(val))
		.join('\n');

/** What the bot said in nine fields or fewer: its texts as one, and templates as objects. */
export const simplify = (reply: IDataObject): IDataObject => ({
	text: textOf(reply),
	templates: saidIn(reply)
		.filter(({ type, val }) => type !== 'event' && typeof val === 'object')
		.map(({ val }) => val as IDataObject),
	events: saidIn(reply).flatMap(({ eventType }) => textIn(eventType)),
	endOfTask: reply.endOfTask,
	endReason: reply.endReason,
	taskName: reply.completedTaskName,
	taskId: reply.completedTaskId,
	status: reply.status,
	pollId: reply.pollId,
	traceId: reply.traceId,
});

const pollIdIn = ({ pollId }: IDataObject) =>
	typeof pollId === 'string' && pollId !== '' ? pollId : undefined;

/** Several replies as one: what was said in its order, the rest as the last one has it. */
const joined = (replies: IDataObject[]): IDataObject => {
	const last = Object.assign({}, ...replies) as IDataObject;
	const ending = replies.at(-1) ?? {};
	return {
		...omit(last, ['status', 'pollId']),
		...('status' in ending && { status: ending.status }),
		...('pollId' in ending && { pollId: ending.pollId }),
		data: replies.flatMap(saidIn) as IDataObject[],
	};
};

/**
 * The whole of what the bot says: what comes by a poll ID is read until no further one is given. Each is handed out
 * once, so that Retry On Fail gets it from memory.
 */
async function wholeReply(
	api: Client<Operations>,
	given: Given,
	first: IDataObject,
): Promise<IDataObject> {
	const replies = [first];
	let pollId = pollIdIn(first);
	if (pollId === undefined) return first;
	const { botId } = botOf(given);
	await completion(api, given, {
		begun: ['The message was sent', "Read the rest of the reply with 'Get Reply'."],
		read: async (patient) => {
			const name = `reply ${pollId}`;
			const path = { botId, pollId: String(pollId) };
			const known = api.recalled<IDataObject>(name);
			const reply = known ?? (await patient.call('botMessage.getReply', { path }));
			if (saidIn(reply).length > 0) await api.once(name, async () => await Promise.resolve(reply));
			replies.push(reply);
			pollId = pollIdIn(reply);
			return reply;
		},
		isDone: (reply) => pollIdIn(reply) === undefined,
		late: () => {
			const said = textOf(joined(replies));
			const quote = said === '' ? 'nothing' : shortened(JSON.stringify(said), 300);
			return `The bot has not said all (poll ID ${pollId}, until now ${quote})`;
		},
	});
	return joined(replies);
}

const send = operation('botMessage.send', {
	name: 'Send',
	action: 'Send bot message',
	description: 'Say something to a bot by its webhook channel and retrieve what it answers',
	check:
		"Kore.ai gives up after 15 seconds. To find out what the bot did, run 'Get Many' for messages with the channel type ivr.",
	simplify,
	inTurn: (given) => `${given.get('bot')} ${given.get('userId')}`,
	fields: [...fields],
	run: async ({ api, fields: given }) => {
		const path = botOf(given);
		const body = bodyOf(given);
		const instanceId = given.group('options').get('instanceId');
		const reply =
			instanceId === undefined
				? await api.call('botMessage.send', { path, body })
				: await api.call('botMessage.sendToInstance', { path: { ...path, instanceId }, body });
		if (!given.get('wait')) return reply;
		if (reply.traceId !== undefined && saidIn(reply).length === 0) {
			api.hint(
				'The webhook channel is asynchronous: Kore.ai took the message, and sends what the bot says to the Post URL of the channel.',
			);
		}
		return await wholeReply(api, given, reply);
	},
});

const getReply = operation('botMessage.getReply', {
	name: 'Get Reply',
	action: 'Get reply to bot message',
	description:
		"Retrieve what a bot says next, by the poll ID that 'Send' returned, which gives it once",
	simplify,
	fields: [
		bot,
		input('botMessage.getReply', 'pollId', {
			displayName: 'Poll ID',
			isId: true,
			description: "The pollId that 'Send' or the last 'Get Reply' returned",
		}),
	],
});

export const botMessages = resource('Bot Message', send, getReply);
