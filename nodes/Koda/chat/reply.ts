import type { IDataObject } from 'n8n-workflow';

import { collection, pageSize } from '../../shared/fields/commonFields';
import { field, fieldList, type Field } from '../../shared/fields/field';
import type { ValuesOf } from '../../shared/fields/fields';
import { withContext } from '../../shared/fields/nodeError';
import { fileField, fileForm } from '../../shared/node/files';
import type { RunContext } from '../../shared/node/operation';
import { koda, operation } from '../api';
import type { Operations } from '../contract';
import { bot, chat } from '../locators';
import { closing, inTurn, message, sendAs } from './chatFields';
import { Inbox } from './inbox';
import { sentBefore, skipIfSentWithin } from './sentBefore';

/** What the output says of each step. */
type Outcome = 'took_over' | 'message_sent' | 'file_sent' | 'handed_back';

/** When a message that was not sent again had been sent. */
interface Skipped {
	sent_before?: string;
}

interface Step {
	outcome: Outcome;
	/** In messages: `sending the file`. */
	doing: string;
	/** Answers false when there was nothing to do. */
	run: () => Promise<unknown>;
}

/** A field that is shown when another one has a value. */
const shownFor = <F extends Field>(described: F, name: string, value: boolean | string) => ({
	...described,
	displayOptions: { show: { [name]: [value] } },
});

const takeOver = field({
	displayName: 'Take Over',
	name: 'takeOver',
	type: 'options',
	options: [
		{
			name: 'When Needed',
			value: 'whenNeeded',
			description: 'If no moderator has the chat: looks it up in the list of chats first',
		},
		{ name: 'Always', value: 'always', description: 'Without looking' },
		{ name: 'Never', value: 'never', description: 'Leave moderator mode as it is' },
	],
	default: 'whenNeeded',
	description: 'Whether to take the chat over from the bot before anything is sent',
});

const replyFields = fieldList([
	bot,
	chat,
	message,
	{
		displayName: 'Send File',
		name: 'sendFile',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description: 'Whether to send a file of the item, after the text if there is one',
	},
	shownFor(sendAs, 'sendFile', true),
	shownFor(fileField, 'sendFile', true),
	takeOver,
	{
		displayName: 'Hand Back',
		name: 'handBack',
		type: 'boolean',
		default: false,
		description: 'Whether to mark the chat as done at the end and give it back to the bot',
	},
	collection('Options', [
		...closing.map((field) => shownFor(field, '/handBack', true)),
		shownFor(pageSize(koda.paging.size), '/takeOver', 'whenNeeded'),
		skipIfSentWithin,
	]),
]);

/** `chat.replyAsModerator`: what a moderator does in one chat, step by step (docs/evidence/koda.md §3.2). */
export const replyAsModerator = operation('chat.replyAsModerator', {
	name: 'Reply as Moderator',
	action: 'Reply to chat as moderator',
	description:
		'Take a chat over from the bot when needed, send a text and or a file, and hand it back if wanted',
	check:
		"To find out, run 'Get' for the chat and look at its last messages, or 'Get Many' for chats and look at moderator_mode.",
	inTurn,
	fields: replyFields,
	run: async (call) => {
		const skipped: Skipped = {};
		const steps = await readSteps(call, skipped);
		const done = await inOrder(steps);
		const output: IDataObject & Record<Outcome, boolean> = {
			platform_user_id: call.fields.get('chat'),
			took_over: false,
			message_sent: false,
			file_sent: false,
			handed_back: false,
		};
		for (const { outcome } of done) output[outcome] = true;
		return { ...output, ...skipped };
	},
});

/** The steps that the fields ask for; they note in `skipped` what they leave out. Reads all that they need, so that nothing is sent when anything is missing. */
async function readSteps(
	{ api, fields, node, itemIndex }: RunContext<Operations, ValuesOf<typeof replyFields>>,
	skipped: Skipped,
): Promise<Step[]> {
	const [botId, platformUserId] = [fields.get('bot'), fields.get('chat')];
	const at = { path: { botId, platformUserId } };
	const inbox = Inbox.of(api, botId);
	const text = fields.get('message');
	const mode = fields.get('takeOver');
	const options = fields.group('options');
	const minutes = options.get('skipIfSentWithin');
	const size = mode === 'whenNeeded' ? options.get('pageSize') : undefined;
	const handBack = fields.get('handBack');
	const ending = handBack ? { quiet: options.get('quiet'), message: options.get('message') } : {};
	const hasFile = fields.get('sendFile');
	if (text === undefined && !hasFile) {
		fields.fail('message', 'is empty, and no file is sent', "Write one, or turn 'Send File' on.");
	}
	const file = hasFile
		? await fileForm(
				{ node, itemIndex },
				{ from: fields.get('binaryField'), part: fields.get('sendAs') },
			)
		: undefined;
	const steps: Array<Step | false> = [
		mode !== 'never' && {
			outcome: 'took_over',
			doing: 'taking the chat over',
			run: async () => {
				// The same in every try, whatever the takeover of an earlier one has changed.
				const needed = await api.once(
					'takeOver',
					async () => mode === 'always' || !(await inbox.hasModerator(api, platformUserId, size)),
				);
				if (!needed) return false;
				return await inbox.change(
					platformUserId,
					true,
					async () => await api.call('chat.enableModeratorMode', at),
				);
			},
		},
		text !== undefined && {
			outcome: 'message_sent',
			doing: 'sending the message',
			run: async () => {
				const before = await sentBefore(api, { ...at, text, minutes });
				if (before === undefined)
					return await api.call('chat.sendModeratorMessage', {
						...at,
						body: { moderator_message: text },
					});
				skipped.sent_before = before;
				return false;
			},
		},
		file !== undefined && {
			outcome: 'file_sent',
			doing: 'sending the file',
			run: async () => await api.call('chat.sendFile', { ...at, body: file }),
		},
		handBack && {
			outcome: 'handed_back',
			doing: 'handing the chat back',
			run: async () =>
				await inbox.change(
					platformUserId,
					false,
					async () => await api.call('chat.disableModeratorMode', { ...at, body: ending }),
				),
		},
	];
	return steps.filter((step) => step !== false);
}

/** Does one step after the other; answers those in which there was something to do. Stops at one that fails. */
async function inOrder(steps: Step[]): Promise<Step[]> {
	const done: Step[] = [];
	for (const [index, step] of steps.entries()) {
		const did = await step.run().catch((reason: Error) => {
			throw told(reason, step, done, steps.slice(index + 1));
		});
		if (did !== false) done.push(step);
	}
	return done;
}

const listed = (steps: Step[]) =>
	new Intl.ListFormat('en-GB').format(steps.map(({ doing }) => doing));

/** The error, with what was done before it and what is left. */
function told(reason: Error, { doing }: Step, done: Step[], left: Step[]): Error {
	const step = `${doing[0].toUpperCase()}${doing.slice(1)}`;
	const after = done.length > 0 ? `, after ${listed(done)}` : '';
	const more = [
		left.length > 0 && `Not begun: ${listed(left)}.`,
		done.length > 0 &&
			"What was done stays done: neither n8n's Retry On Fail nor its Retry in the list of executions does it again, but a new execution does. The option 'Skip If Sent Within' leaves the text out there.",
	];
	return withContext(reason, {
		before: `${step}${after}: `,
		after: more.filter(Boolean).join(' '),
	});
}
