import type { IDataObject } from 'n8n-workflow';

import { collection, texts } from '../shared/fields/commonFields';
import { fieldList } from '../shared/fields/field';
import type { FieldsOf } from '../shared/fields/fields';
import { isThing } from '../shared/fields/lists';
import { waitForCompletion } from '../shared/node/completion';
import type { Operations } from './contract';
import { bot } from './locators';

/** People that one call notifies at most (docs/evidence/kore-ai.md §5). */
const MOST = 1000;

const V1 = { apiVersion: ['v1'] };
const V2 = { apiVersion: ['v2'] };

export const fields = fieldList([
	bot,
	{
		displayName: 'API Version',
		name: 'apiVersion',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'V1', value: 'v1', description: 'Microsoft Teams and Slack' },
			{
				name: 'V2',
				value: 'v2',
				description: 'Webhook, Google Chat, WhatsApp and Microsoft Teams, with personal messages',
			},
		],
		default: 'v2',
	},
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		options: [
			{ name: 'Google Chat', value: 'hangouts' },
			{
				name: 'Microsoft Teams',
				value: 'msteams',
				description: "Kore.ai's page has a sample of it, and says that it is not supported yet",
			},
			{ name: 'Webhook', value: 'ivr', description: 'An asynchronous channel of version 2' },
			{ name: 'WhatsApp', value: 'whatsapp' },
		],
		allowArbitraryValues: true,
		default: 'ivr',
		displayOptions: { show: V2 },
	},
	{
		displayName: 'Channel',
		name: 'channelV1',
		type: 'options',
		options: [
			{ name: 'Microsoft Teams', value: 'msteams' },
			{ name: 'Slack', value: 'slack' },
		],
		default: 'msteams',
		displayOptions: { show: V1 },
	},
	{
		displayName: 'Message Type',
		name: 'type',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Script', value: 'script', description: 'JavaScript that prints the message' },
			{ name: 'Template', value: 'template', description: 'As the channel has it. V2 only.' },
			{ name: 'Text', value: 'text' },
		],
		default: 'text',
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		displayOptions: { show: { type: ['script', 'text'] } },
		placeholder: 'e.g. Hello {name}, your order has been shipped.',
		description: 'In V2, names in braces are filled in from the parameters of each person',
	},
	{
		displayName: 'Template',
		name: 'template',
		type: 'json',
		default: '{}',
		required: true,
		displayOptions: { show: { type: ['template'] } },
		description:
			'The object that the channel takes for a template, or a text in quotes with names in braces',
	},
	{
		displayName: 'Specify Recipients',
		name: 'specifyRecipients',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json', description: 'With a message or parameters for each' },
		],
		default: 'fields',
		displayOptions: { show: V2 },
	},
	{
		...texts(
			'Recipients',
			'recipients',
			'Recipient',
			'words',
			'Email addresses; space IDs for Google Chat, phone numbers for WhatsApp. 1,000 at most.',
		),
		required: true,
		narrows: true,
		maxEntries: MOST,
		displayOptions: { hide: { specifyRecipients: ['json'] } },
	},
	{
		displayName: 'Recipients',
		name: 'recipientsJson',
		type: 'json',
		default: '[{ "email": "", "customMessage": "" }]',
		required: true,
		displayOptions: { show: { ...V2, specifyRecipients: ['json'] } },
		description:
			'A list of 1 to 1,000 objects: email, spaceId or phoneNumber, and customMessage or parameters. Parameters are up to 20 texts of 200 characters.',
	},
	...waitForCompletion,
	collection('Options', [
		{
			displayName: 'Send Message As',
			name: 'sendAs',
			type: 'options',
			options: [
				{ name: 'Content', value: 'content' },
				{ name: 'Message', value: 'message' },
			],
			default: 'message',
			displayOptions: { show: { '/apiVersion': ['v2'] } },
			description:
				'What the body calls the message. Without it, as in the samples of Kore.ai, which differ by channel: content for webhook and Google Chat.',
		},
		{
			displayName: 'Webhook Instance Name',
			name: 'webhookInstanceName',
			type: 'string',
			isName: true,
			narrows: true,
			default: '',
			displayOptions: { show: { '/apiVersion': ['v2'], '/channel': ['ivr'] } },
			placeholder: 'e.g. Webhook',
			description: 'Which webhook channel of the bot, where it has several',
		},
	]),
]);

type Given = FieldsOf<typeof fields>;

/** What names a person in a channel; by email address where no other is documented. */
const IDENTITY: Record<string, string> = { hangouts: 'spaceId', whatsapp: 'phoneNumber' };

/** Channels in whose samples the message is called `content` (docs/evidence/kore-ai.md §5). */
const CONTENT = ['ivr', 'hangouts'];

type BodyV2 = NonNullable<Operations['notification.send']['body']>;

function identitiesOf(given: Given): BodyV2['identities'] {
	if (given.get('specifyRecipients') === 'fields') {
		const name = IDENTITY[given.get('channel')] ?? 'email';
		return given.get('recipients').map((recipient) => ({ [name]: recipient.trim() }));
	}
	const list = given.get('recipientsJson');
	const rows = Array.isArray(list) ? (list as unknown[]) : [];
	if (rows.length === 0 || !rows.every(isThing)) {
		given.fail('recipientsJson', 'is no list of objects', 'Give one object for each recipient.');
	}
	if (rows.length > MOST) {
		given.fail('recipientsJson', `has ${rows.length} entries`, `Give ${MOST} at most.`);
	}
	return rows as BodyV2['identities'];
}

function templateOf(given: Given): string | IDataObject {
	const value = given.get('template');
	if (isThing(value) || (typeof value === 'string' && value !== '')) return value;
	return given.fail('template', 'is neither an object nor a text', 'Give one of them.');
}

/** The body of a notification of V2, with the message under the name that Kore.ai's samples have for the channel. */
export function bodyOfV2(given: Given): BodyV2 {
	const channel = given.get('channel');
	const more = given.group('options');
	const type = given.get('type');
	const value = type === 'template' ? templateOf(given) : given.get('message');
	const name = more.get('sendAs') ?? (CONTENT.includes(channel) ? 'content' : 'message');
	return {
		channel,
		webhookInstanceName: channel === 'ivr' ? more.get('webhookInstanceName') : undefined,
		userIdentityType: 'resolve',
		[name]: { type, value },
		identities: identitiesOf(given),
	} as BodyV2;
}

/** The body of a notification of V1. */
export function bodyOfV1(given: Given): Operations['notification.sendV1']['body'] {
	const type = given.get('type');
	if (type === 'template') given.fail('type', "cannot be 'template' in V1", 'Use Text or Script.');
	return {
		channel: given.get('channelV1'),
		userIdentityType: 'resolve',
		message: { type, val: given.get('message') },
		identities: given.get('recipients').map((recipient) => recipient.trim()),
	};
}
