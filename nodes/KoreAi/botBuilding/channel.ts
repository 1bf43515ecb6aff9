import { flagOf } from '../../shared/call/answers';
import { collection } from '../../shared/fields/commonFields';
import { fieldList, type Field } from '../../shared/fields/field';
import type { FieldsOf } from '../../shared/fields/fields';
import { thingIn } from '../../shared/fields/lists';
import { input, operation, resource } from '../api';
import type { ChannelDetails } from '../contract';
import { botToChange } from '../locators';

const text = <const Name extends string>(
	displayName: string,
	name: Name,
	channels: string[],
	more: Partial<Field> = {},
) =>
	({
		displayName,
		name,
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { type: channels } },
		...more,
	}) as const;

const secret = { typeOptions: { password: true } } as const;

/** What each channel takes, by its samples (docs/evidence/kore-ai.md §4.1.1). */
const details = fieldList([
	input('channel.enable', 'type', {
		displayName: 'Channel',
		noDataExpression: true,
		options: [
			{ name: 'Microsoft Teams', value: 'msteams' },
			{ name: 'Slack', value: 'slack' },
			{ name: 'Web/Mobile SDK', value: 'rtm' },
			{ name: 'Webhook', value: 'ivr' },
		],
		default: 'rtm',
		description: undefined,
	}),
	text('Display Name', 'displayName', ['rtm', 'ivr', 'slack'], {
		default: 'Web / Mobile Client',
		description: 'What the channel is called in Kore.ai',
	}),
	text('App Name', 'appName', ['rtm', 'ivr'], {
		description: "Name of the JWT app that the channel is for, from 'Manage Apps' of the bot",
	}),
	text('Client ID', 'clientId', ['rtm', 'ivr', 'slack'], {
		isId: true,
		placeholder: 'e.g. cs-1a2b3c4d-…',
		description: "Of that app, or of Slack's",
	}),
	text('Bot Name', 'botName', ['msteams', 'slack'], { placeholder: 'e.g. Banking Bot' }),
	text('App ID', 'appId', ['msteams'], { isId: true }),
	text('App Password', 'appPassword', ['msteams'], secret),
	text('Access Token', 'accessToken', ['slack'], secret),
	text('Client Secret', 'clientSecret', ['slack'], secret),
	text('Verification Token', 'verificationToken', ['slack'], secret),
	{
		...collection('Options', [
			{
				displayName: 'Asynchronous',
				name: 'isAsync',
				type: 'boolean',
				default: false,
				description: 'Whether the bot posts its replies to an address, which is entered in Kore.ai',
			},
			{
				displayName: 'Create Instance',
				name: 'createInstance',
				type: 'boolean',
				default: true,
				description: 'Whether to add an instance of the channel',
			},
			{
				displayName: 'Enable Polling',
				name: 'enablePolling',
				type: 'boolean',
				default: false,
				description: 'Whether replies that take longer may be asked for',
			},
		]),
		displayOptions: { show: { type: ['ivr'] } },
	},
]);

/** The channel as Kore.ai takes it. */
function detailsOf(fields: FieldsOf<typeof details>): ChannelDetails {
	const type = fields.get('type');
	const common = { type, enable: true };
	if (type === 'msteams') {
		const [botName, appId] = [fields.get('botName'), fields.get('appId')];
		return { ...common, botName, appId, appPassword: fields.get('appPassword') };
	}
	const displayName = fields.get('displayName');
	const clientId = fields.get('clientId');
	if (type === 'slack') {
		return {
			...common,
			displayName,
			botName: fields.get('botName'),
			accessToken: fields.get('accessToken'),
			clientId,
			clientSecret: fields.get('clientSecret'),
			verificationToken: fields.get('verificationToken'),
		};
	}
	const app = { clientId, appName: fields.get('appName') };
	if (type === 'rtm') return { ...common, displayName, app };
	const options = fields.group('options');
	return {
		...common,
		displayName,
		app,
		createInstance: options.get('createInstance'),
		enablePolling: options.get('enablePolling'),
		isAsync: options.get('isAsync'),
	};
}

const enable = operation('channel.enable', {
	name: 'Enable',
	action: 'Enable channel',
	description: 'Let people talk with a bot by a channel, once it is published',
	check: 'To find out, look at the channels of the bot in Kore.ai.',
	inTurn: (fields) => fields.get('bot'),
	fields: [botToChange, ...details],
	run: async ({ api, fields }) => {
		const botId = fields.get('bot');
		const type = fields.get('type');
		const answer = await api.call('channel.enable', {
			body: { streamId: botId, channelDetails: detailsOf(fields), type },
		});
		// What some answers repeat of the details are secrets.
		const given = thingIn(answer.channelDetails);
		const enabled = flagOf(answer.enable ?? given.enable);
		if (enabled === false) {
			api.fail('Kore.ai did not enable the channel', 'Look at the channels of the bot in Kore.ai.');
		}
		return {
			botId,
			type,
			name: answer.displayName ?? answer.name ?? given.displayName ?? given.botName,
			enabled,
			chatUrl: thingIn(answer.embedWebClientDetails).chatURL,
		};
	},
});

export const channels = resource('Channel', enable);
