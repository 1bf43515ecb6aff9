import type { IDataObject } from 'n8n-workflow';

import { collection, nameValueRows } from '../shared/fields/commonFields';
import type { Field } from '../shared/fields/fields';
import type { BatchOperation } from '../shared/node/operation';
import type { ChatBotResource } from './api';
import type { Operations } from './contract';
import { callBefore, markAnswered } from './callBefore';
import { MAX_BUTTONS, MAX_RESPONSES, MAX_TITLE, answerOf, saidBy } from './saying';

const messages: Field = {
	displayName: 'Messages',
	name: 'messages',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Message',
	default: {},
	description: 'Texts that the bot says, one after the other',
	options: [
		{
			displayName: 'Message',
			name: 'row',
			values: [
				{ displayName: 'Text', name: 'text', type: 'string', default: '', required: true },
				{
					displayName: 'Delay (Milliseconds)',
					name: 'delay',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 0 },
					default: 0,
					description:
						'How long the bot waits before the text. That the unit is milliseconds is inferred. Stories of the old builder know no delay.',
				},
			],
		},
	],
};

const quickRepliesText: Field = {
	displayName: 'Quick Replies Text',
	name: 'quickRepliesText',
	type: 'string',
	default: '',
	maxLength: MAX_TITLE,
	placeholder: 'e.g. Can I help you with something else?',
	description: 'What the bot says above the quick replies. Needed with them.',
};

const quickReplies: Field = {
	displayName: 'Quick Replies',
	name: 'quickReplies',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	maxEntries: MAX_BUTTONS,
	placeholder: 'Add Quick Reply',
	default: {},
	description:
		'Buttons with answers, 11 at most. ChatBot.com documents their form for the old builder; for stories of the new one it is a guess, so try it first.',
	options: [
		{
			displayName: 'Quick Reply',
			name: 'row',
			values: [
				{ displayName: 'Title', name: 'title', type: 'string', default: '', required: true },
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					description: 'What the bot is told when the button is pressed. The title, if left empty.',
				},
			],
		},
	],
};

const options = collection('Options', [
	{
		displayName: 'Builder',
		name: 'version',
		type: 'options',
		options: [
			{
				name: 'As the Call',
				value: 'auto',
				description: 'The form in which ChatBot.com Trigger was called',
			},
			{ name: 'New (V2)', value: 'v2' },
			{ name: 'Old (V1)', value: 'v1' },
		],
		default: 'auto',
		description:
			'Which form the answer has. Choose it when another node than ChatBot.com Trigger takes the call.',
	},
	{
		displayName: 'Other Responses',
		name: 'otherResponses',
		type: 'json',
		default: '[]',
		description:
			"Further responses in ChatBot.com's own form, as a list of objects with a type, such as cards and images. They come after the messages.",
	},
]);

const reply: BatchOperation<Operations> = {
	name: 'Reply',
	value: 'reply',
	action: 'Reply to webhook',
	description: 'Answer the call that started the workflow: what the bot says and remembers',
	fields: [
		{
			displayName:
				"Set 'Respond' in ChatBot.com Trigger to 'Using a Reply'. ChatBot.com probably waits no longer than 10 seconds, so put this node before slow steps. All input items make one answer.",
			name: 'replyNotice',
			type: 'notice',
			default: '',
		},
		messages,
		quickRepliesText,
		quickReplies,
		nameValueRows(
			'Attributes',
			'attributes',
			'Attribute',
			'What the bot remembers in the chat. A name has letters, digits, _ and - only.',
		),
		options,
	],
	runAll: async ({ api, fields, fieldsOf, items, node }) => {
		const call = callBefore(node, fields.group('options').get('version'));
		const said = items.map((_, itemIndex) => saidBy(fieldsOf(itemIndex), call.version));
		const responses = said.flatMap((one) => one.responses);
		if (responses.length > MAX_RESPONSES) {
			api.fail(
				`The answer has ${responses.length} responses`,
				`Give ${MAX_RESPONSES} at most, over all input items.`,
			);
		}
		const attributes = Object.assign({}, ...said.map((one) => one.attributes)) as IDataObject;
		const body = answerOf(call.version, responses, attributes);
		await node.sendResponse({ body, headers: {}, statusCode: 200 });
		markAnswered(node);
		return [[{ json: body, from: items.map((_, itemIndex) => itemIndex) }]];
	},
};

export const webhooks: ChatBotResource = {
	name: 'Webhook',
	value: 'webhook',
	operations: [reply],
};
