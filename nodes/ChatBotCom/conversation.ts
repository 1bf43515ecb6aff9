import type { IDataObject } from 'n8n-workflow';

import { textIn } from '../shared/call/answers';
import { collection, nameValueRows } from '../shared/fields/commonFields';
import { fieldList } from '../shared/fields/field';
import type { Fields } from '../shared/fields/fields';
import { objectsIn } from '../shared/fields/lists';
import { input, operation, resource } from './api';
import { MAX_ATTRIBUTES, attributesOf, checkedPairs, forUpdate } from './attributes';
import { form, interaction, storyToTalkWith } from './locators';

const sessionId = input('conversation.sendQuery', 'sessionId', {
	isId: true,
	placeholder: 'e.g. c6d4bc58-4947-4f82-9e0b-67b87c6dc2de',
	description:
		'Names the conversation: a text of your own, of 10 to 36 characters to be safe. The bot forgets it ten minutes after the last message.',
});

/** The bot would take what comes at once in any order. */
const inTurn = (fields: Fields<{ sessionId: string }>) => fields.get('sessionId');

/** What is said to the bot: one of three, each in a field that is shown for it alone. */
const says = fieldList([
	{
		displayName: 'Send',
		name: 'send',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Go to Interaction', value: 'goto', description: 'Continue at an interaction' },
			{ name: 'Text', value: 'query', description: 'What the person says' },
			{ name: 'Trigger', value: 'trigger', description: 'Start the interaction of a trigger' },
		],
		default: 'query',
	},
	{
		displayName: 'Text',
		name: 'query',
		type: 'string',
		default: '',
		required: true,
		maxLength: 256,
		displayOptions: { show: { send: ['query'] } },
		placeholder: 'e.g. Where is my order?',
		description: 'Text of at most 256 characters',
	},
	{
		displayName: 'Trigger',
		name: 'trigger',
		type: 'string',
		default: '',
		required: true,
		maxLength: 50,
		displayOptions: { show: { send: ['trigger'] } },
		placeholder: 'e.g. welcome',
		description: 'Name of the trigger, of at most 50 characters',
	},
	{
		...interaction({
			name: 'goto',
			description:
				'The interaction to continue at. The list needs a Story, and has those of the old builder only.',
			form,
		}),
		displayOptions: { show: { send: ['goto'] } },
	},
]);

interface Button {
	title?: string;
}

interface Reply {
	message?: string;
	title?: string;
	buttons?: Button[];
	imageUrl?: string;
}

/** Some of what the result always has (docs/evidence/chatbot-com.md §3). */
const KNOWN = ['fulfillment', 'interaction', 'resolvedQuery', 'source'];

/** What one reply says: it is documented as an object, and may be the text itself. */
const textOf = (reply: unknown) => {
	const { message, title } = (reply ?? {}) as Reply;
	return textIn(typeof reply === 'object' ? (message ?? title) : reply);
};

/** What the bot answered as one text, with the titles of the buttons it offers and the images it shows. */
function simplify({ result, sessionId: session }: IDataObject): IDataObject {
	const { interaction, score, incomplete, source, storyId, fulfillment } = (result ??
		{}) as IDataObject;
	const replies = objectsIn<Reply>(fulfillment);
	const buttons = replies
		.flatMap(({ buttons: offered }) => objectsIn<Button>(offered))
		.map(({ title }) => title);
	return {
		text: [fulfillment].flat().flatMap(textOf).join('\n'),
		buttons: buttons.filter((title) => title !== undefined),
		images: replies.flatMap(({ imageUrl }) => imageUrl ?? []),
		interaction: (interaction as IDataObject | undefined)?.name,
		score,
		incomplete,
		source,
		storyId,
		sessionId: session,
	};
}

const sendQuery = operation('conversation.sendQuery', {
	name: 'Send Query',
	action: 'Send query to bot',
	description: 'Say something to the bot and retrieve its answer',
	check: "To find out, look at the conversation in ChatBot.com's archives.",
	simplify,
	inTurn,
	fields: [
		storyToTalkWith,
		sessionId,
		...says,
		collection('Options', [
			{
				displayName: 'Confidence',
				name: 'confidence',
				type: 'number',
				typeOptions: { minValue: 0.1, maxValue: 1, numberPrecision: 2 },
				default: 0.5,
				description: 'How sure the bot has to be to take something as understood, from 0.1 to 1',
			},
			{
				displayName: 'Debug',
				name: 'debug',
				type: 'boolean',
				default: false,
				description:
					'Whether the answer tells what the bot did. Shown when Simplify is switched off.',
			},
			{
				displayName: 'Lifespan',
				name: 'lifespan',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10, numberPrecision: 0 },
				default: 2,
				description: 'How many times in a row the bot may fail to understand, from 1 to 10',
			},
			{
				...nameValueRows(
					'Parameters',
					'parameters',
					'Parameter',
					'Attributes of the session. A name has letters, digits, _ and - only.',
				),
				maxEntries: MAX_ATTRIBUTES,
			},
			{
				displayName: 'Reset',
				name: 'reset',
				type: 'boolean',
				default: false,
				description: 'Whether the bot forgets what the conversation was about',
			},
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const { body } = inputOf('conversation.sendQuery');
		const parameters = checkedPairs(fields.group('options'), 'parameters');
		const answer = await api.call('conversation.sendQuery', { body: { ...body, parameters } });
		// What was said is said; another form would look like an empty answer.
		const isKnown = KNOWN.some((name) => name in (answer.result as IDataObject));
		return isKnown ? answer : api.failShape(answer);
	},
});

const updateAttributes = operation('session.updateAttributes', {
	name: 'Update Attributes',
	action: 'Update attributes of session',
	description:
		'Change what the bot knows in a running conversation (address not published, see the docs)',
	check: "To find out, run 'Send Query' for the session and look at sessionParameters.",
	inTurn,
	fields: [sessionId, ...forUpdate],
	run: async ({ api, fields }) =>
		await api.call('session.updateAttributes', {
			body: { sessionId: fields.get('sessionId'), attributes: attributesOf(fields) },
		}),
});

export const conversations = resource('Conversation', sendQuery);

export const sessions = resource('Session', updateAttributes);
