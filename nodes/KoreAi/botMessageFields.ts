import type { IDataObject } from 'n8n-workflow';

import { collection } from '../shared/fields/commonFields';
import { field, fieldList } from '../shared/fields/field';
import type { ValuesOf } from '../shared/fields/fields';
import { waitForCompletion } from '../shared/node/completion';
import { tagParts } from './tags';

/** What is said to the bot: one of four, each in a field that is shown for it alone (docs/evidence/kore-ai.md §5.1). */
export const says = fieldList([
	{
		displayName: 'Message Type',
		name: 'type',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Event', value: 'event', description: 'Begin or close a conversation' },
			{ name: 'Form Data', value: 'formData', description: 'What was entered into a form' },
			{ name: 'Template', value: 'template', description: 'An object as the bot expects it' },
			{ name: 'Text', value: 'text', description: 'What the person says' },
		],
		default: 'text',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		required: true,
		displayOptions: { show: { type: ['text'] } },
		placeholder: 'e.g. Where is my order?',
	},
	{
		displayName: 'Template',
		name: 'template',
		type: 'json',
		default: '{}',
		required: true,
		displayOptions: { show: { type: ['template'] } },
		description: 'The object that the bot is given',
	},
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		options: [
			{
				name: 'On Connect',
				value: 'ON_CONNECT',
				description: 'Begin a conversation, so that the bot greets',
			},
			{ name: 'Session Closure', value: 'SESSION_CLOSURE', description: 'Close the conversation' },
		],
		default: 'ON_CONNECT',
		displayOptions: { show: { type: ['event'] } },
	},
	{
		displayName: 'Form Data',
		name: 'formData',
		type: 'json',
		default: '{ "formId": "", "data": [] }',
		required: true,
		displayOptions: { show: { type: ['formData'] } },
		description:
			'ID of the form, and what was entered: a componentId and an input for each of its fields',
	},
]);

const [wait, waitInterval, waitLimit] = waitForCompletion;

/** As Wait for Completion, in the measure of a conversation. */
export const waitForReply = fieldList([
	{
		...wait,
		displayName: 'Wait for Reply',
		default: true,
		description:
			'Whether to wait for the rest of the reply where the bot does not give it at once. Without it, what is left is read with Get Reply.',
	},
	{ ...waitInterval, default: 1 },
	{ ...waitLimit, default: 60 },
]);

const TAG_LEVELS = {
	user: 'userLevelTags',
	session: 'sessionLevelTags',
	message: 'messageLevelTags',
};

const attachments = field({
	displayName: 'Attachments',
	name: 'attachments',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Attachment',
	default: {},
	displayOptions: { show: { '/type': ['text'] } },
	description: "Files beside the text: by an address, or by an ID that 'Upload File' returned",
	options: [
		{
			displayName: 'Attachment',
			name: 'attachment',
			values: [
				{
					displayName: 'File ID',
					name: 'fileId',
					type: 'string',
					isId: true,
					default: '',
					description: "The fileId that 'Upload File' for bots returned. Or give a URL.",
				},
				{
					displayName: 'File Name',
					name: 'fileName',
					type: 'string',
					default: '',
					placeholder: 'e.g. invoice.png',
				},
				{
					displayName: 'File Type',
					name: 'fileType',
					type: 'string',
					default: '',
					placeholder: 'e.g. image',
				},
				{
					displayName: 'URL',
					name: 'url',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/invoice.png',
					description: 'Address from which Kore.ai can read the file. Or give a file ID.',
				},
			],
		},
	],
});

const tags = field({
	displayName: 'Tags',
	name: 'tags',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Tag',
	default: {},
	description: 'Tags to give to the message, its session or the person',
	options: [
		{
			displayName: 'Tag',
			name: 'tag',
			values: [
				...tagParts,
				{ displayName: 'Value', name: 'value', type: 'string', default: '', required: true },
			],
		},
	],
});

export const options = collection('Options', [
	attachments,
	{
		displayName: 'Custom Data',
		name: 'customData',
		type: 'json',
		default: '{}',
		description: 'An object that the bot finds with the message',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. jane.doe@example.com',
		description: "The person's email address",
	},
	{ displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
	{
		displayName: 'Language',
		name: 'language',
		type: 'string',
		default: '',
		placeholder: 'e.g. fr',
		description: 'Code of the language to go on in, one that is configured for the bot',
	},
	{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
	{
		displayName: 'Merge Identity',
		name: 'mergeIdentity',
		type: 'boolean',
		default: false,
		description: 'Whether to merge this with any other conversation in progress',
	},
	{
		displayName: 'New Session',
		name: 'newSession',
		type: 'boolean',
		default: false,
		description: 'Whether to begin a new conversation instead of going on with the present one',
	},
	{
		displayName: 'Preferred Channel for Response',
		name: 'preferredChannel',
		type: 'string',
		default: '',
		placeholder: 'e.g. rtm',
		description:
			'Channel whose form of the reply is wanted. Without it, that of the webhook channel.',
	},
	tags,
	{
		displayName: 'Webhook Instance ID',
		name: 'instanceId',
		type: 'string',
		isId: true,
		narrows: true,
		default: '',
		placeholder: 'e.g. ivrInst-1a2b3c4d-…',
		description: 'Which webhook channel of the bot, where it has several. Leave out for the first.',
	},
]);

type Options = ValuesOf<[typeof options]>['options'];

/** The attachments as Kore.ai takes them. Throws for one that names no file, or two. */
export function attachmentsOf(given: Options): IDataObject[] | undefined {
	const rows = given.rows('attachments');
	const all = rows.map((row) => {
		const [url, fileId] = [row.get('url'), row.get('fileId')];
		if (!url === !fileId) {
			const what = url ? "cannot be combined with 'URL'" : 'is empty';
			row.fail('fileId', what, 'Give either a file ID or a URL.');
		}
		return { url, fileId, fileName: row.get('fileName'), fileType: row.get('fileType') };
	});
	return all.length > 0 ? all : undefined;
}

/** Tags by their level. */
export function tagsOf(given: Options): Record<string, IDataObject[]> | undefined {
	const rows = given.rows('tags');
	const levels = Object.entries(TAG_LEVELS).map(([type, level]): [string, IDataObject[]] => [
		level,
		rows
			.filter((row) => row.get('type') === type)
			.map((row) => ({ name: row.get('name'), value: row.get('value') })),
	]);
	const filled = levels.filter(([, all]) => all.length > 0);
	return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}
