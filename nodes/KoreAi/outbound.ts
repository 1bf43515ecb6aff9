import type { IDataObject } from 'n8n-workflow';

import { collection } from '../shared/fields/commonFields';
import type { Fields } from '../shared/fields/fields';
import { toE164 } from '../shared/phone/phoneNumber';
import { input, operation, resource } from './api';
import { bot, botOf } from './locators';

const DIAL = 'call.dialOut';
const SMS = 'sms.send';

/** A field's number in E.164. Throws for a text that is none. */
function numberOf<Name extends string>(fields: Fields<Record<Name, string>>, name: Name): string {
	const given = fields.get(name);
	const read = toE164(given);
	if ('number' in read) return read.number;
	return fields.fail(
		name,
		`'${given}' ${read.fault}`,
		'Write it with its country code, such as +48600000001.',
	);
}

const URI = /^(?:tel|sip):\S+$/i;

/** Whom to call, as Kore.ai takes it: its sample of a tel URI has no plus sign. */
function targetOf(fields: Fields<{ target: string }>): string {
	const given = fields.get('target').trim();
	return URI.test(given) ? given : `tel:${numberOf(fields, 'target').slice(1)}`;
}

const json = <const Name extends string>(displayName: string, name: Name, description: string) =>
	({ displayName, name, type: 'json', default: '{}', description }) as const;

const dialOut = operation(DIAL, {
	name: 'Dial Out',
	action: 'Make outbound call',
	description: 'Call somebody and connect them with a bot',
	check: 'To find out, look at the interactions of the contact center in Kore.ai.',
	fields: [
		bot,
		input(DIAL, 'target', {
			displayName: 'To',
			placeholder: 'e.g. +48600000001',
			description: 'Phone number with its country code, or an address such as sip:123@example.com',
		}),
		input(DIAL, 'caller', {
			displayName: 'From',
			placeholder: 'e.g. +48220000000',
			description: 'Phone number of the experience flow, with its country code',
		}),
		collection('Options', [
			json(
				'Call Control Parameters',
				'callControlParameter',
				'Settings of speech recognition for this call',
			),
			input(DIAL, 'machineDetection', {
				default: 'detect',
				description: 'What to do about answering machines',
			}),
			{
				displayName: 'Machine Detection Events',
				name: 'machineEvents',
				type: 'boolean',
				default: true,
				description: 'Whether the Notify URL is told of each step of the detection, too',
			},
			json('Metadata', 'metadata', 'An object that the bot is told'),
			json('Notify Headers', 'notifyHeaders', 'Headers to send to the Notify URL, by name'),
			input(DIAL, 'notifyurl', {
				displayName: 'Notify URL',
				default: '',
				placeholder: 'e.g. https://example.com/calls',
				description: 'Address that Kore.ai tells what becomes of the call',
			}),
			input(DIAL, 'timeoutInMs', {
				displayName: 'Ring Timeout (Milliseconds)',
				default: 60_000,
				description: 'How long to wait for somebody to answer',
			}),
			input(DIAL, 'thresholdWordCount', {
				default: 9,
				description: 'Words of a greeting from which on it is taken for a machine',
			}),
			json('Timers', 'timers', 'Times of machine detection in milliseconds, by name'),
			input(DIAL, 'trunk', {
				default: '',
				description: "The carrier. Without it, the account's default.",
			}),
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const { body } = inputOf(DIAL);
		const path = botOf(fields);
		const isQuiet = fields.group('options').get('machineEvents') === false;
		return await api.call(DIAL, {
			path,
			body: {
				...(body as IDataObject),
				bot: path.botId,
				target: targetOf(fields),
				caller: numberOf(fields, 'caller'),
				...(isQuiet && { amdEventsSubscription: [] }),
			},
		});
	},
});

const sendSms = operation(SMS, {
	name: 'Send',
	action: 'Send SMS',
	description: 'Let an experience flow write to somebody, with the text that the flow has',
	check: 'To find out, look at the interactions of the contact center in Kore.ai.',
	fields: [
		bot,
		input(SMS, 'fromNo', {
			displayName: 'From',
			placeholder: 'e.g. +48220000000',
			description: 'Phone number that the experience flow is attached to, with its country code',
		}),
		input(SMS, 'toNo', {
			displayName: 'To',
			placeholder: 'e.g. +48600000001',
			description: 'Phone number of the recipient, with its country code',
		}),
	],
	run: async ({ api, fields }) => {
		const body = { fromNo: numberOf(fields, 'fromNo'), toNo: numberOf(fields, 'toNo') };
		return await api.call(SMS, { path: botOf(fields), body });
	},
});

export const calls = resource('Call', dialOut);

export const textMessages = resource('SMS', sendSms);
