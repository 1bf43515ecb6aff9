import { collection, nameValueRows } from '../shared/fields/commonFields';
import { field, fieldList } from '../shared/fields/field';
import type { FieldsOf } from '../shared/fields/fields';

/** Most buttons of a response, and characters above these (docs/evidence/chatbot-com.md §5). */
const MAX_BUTTONS = 11;
const MAX_TITLE = 640;

const messages = field({
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
				{
					displayName: 'Text',
					name: 'text',
					type: 'string',
					typeOptions: { rows: 4 },
					default: '',
					required: true,
				},
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
});

const quickRepliesText = field({
	displayName: 'Quick Replies Text',
	name: 'quickRepliesText',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	maxLength: MAX_TITLE,
	placeholder: 'e.g. Can I help you with something else?',
	description: 'What the bot says above the quick replies. Needed with them.',
});

const quickReplies = field({
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
});

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

/** What the bot says and remembers. */
export const replyFields = fieldList([
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
]);

export type ReplyFields = FieldsOf<typeof replyFields>;
