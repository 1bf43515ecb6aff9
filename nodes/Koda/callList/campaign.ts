import type { DateTime } from 'luxon';

import { collection, texts } from '../../shared/fields/commonFields';
import type { Field, Fields } from '../../shared/fields/fields';
import type { components } from '../contract';
import { block, bot } from '../locators';

export type CallListInput = components['schemas']['CallListInput'];

/** KODA's numbers for weekdays: Sunday is 0 (docs/evidence/koda.md §3.1.1). */
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
	(name, index) => ({ name, value: String((index + 1) % 7) }),
);

const timeOfDay = (displayName: string, name: string, example: string, what: string): Field => ({
	displayName,
	name,
	type: 'string',
	default: '',
	required: true,
	timeOfDay: true,
	placeholder: `e.g. ${example}`,
	description: `${what}. Of a date, only the time counts.`,
});

/** Which bot calls, as what, from which number. */
export const who: Field[] = [
	bot,
	{ displayName: 'Name', name: 'name', type: 'string', default: '', required: true },
	block('Start Block', 'startBlock', 'Block of the bot where the talk starts'),
	{
		displayName: 'Caller Phone Number',
		name: 'callerPhoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +48220000000',
		description: 'Number that the person called sees',
	},
];

/** When and how often people are called, and when a call is done. */
export const campaign: Field[] = [
	{
		displayName: 'Campaign Start',
		name: 'campaignStart',
		type: 'dateTime',
		default: '',
		required: true,
		description:
			'Nobody is called before this date. That its time counts too is inferred: KODA does not describe it.',
	},
	timeOfDay(
		'Allowed Hours Start',
		'allowedHoursStart',
		'09:00',
		'Calls are allowed from this time',
	),
	timeOfDay('Allowed Hours End', 'allowedHoursEnd', '17:30', 'Calls are allowed until this time'),
	{
		displayName: 'Campaign Variables',
		name: 'campaignVars',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Variable' },
		default: [],
		required: true,
		placeholder: 'e.g. answer',
		description: 'A call is done when the person has given all of these',
	},
	{
		displayName: 'Max Attempts',
		name: 'maxAttempts',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 3,
		required: true,
		description: 'How often to call again',
	},
	{
		displayName: 'Attempts Delay (Hours)',
		name: 'attemptsDelay',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 3,
		required: true,
		description: 'Hours between two attempts, after no answer, a busy line or voicemail',
	},
	collection('Additional Fields', [
		{
			displayName: 'Allowed Weekdays',
			name: 'allowedWeekdays',
			type: 'multiOptions',
			options: WEEKDAYS,
			default: ['1', '2', '3', '4', '5'],
			narrows: true,
			description: 'Days on which calls are allowed',
		},
		{
			displayName: 'Campaign End',
			name: 'campaignEnd',
			type: 'dateTime',
			narrows: true,
			default: '',
			description:
				'Nobody is called after this date. That its time counts too is inferred: KODA does not describe it.',
		},
		texts(
			'Report Variables',
			'reportVars',
			'Variable',
			'Variables to show in the report. They do not decide when a call is done.',
		),
	]),
];

const date = (value: DateTime) => value.toFormat('yyyy-MM-dd');
const time = (value: DateTime) => value.toFormat('HH:mm');

/** What the fields above say: when the campaign begins and ends, and the body of a call list but for its name and calls. */
export function readCampaign(fields: Fields): {
	start: DateTime;
	end?: DateTime;
	body: Omit<CallListInput, 'name' | 'calls'>;
} {
	const more = fields.group('additionalFields');
	const start = fields.get<DateTime>('campaignStart');
	const end = more.get<DateTime | undefined>('campaignEnd');
	const body = {
		allowed_hours_start: fields.get('allowedHoursStart'),
		allowed_hours_end: fields.get('allowedHoursEnd'),
		caller_phone_number: fields.get('callerPhoneNumber'),
		start_block_id: fields.get('startBlock'),
		report_vars: more.get<string[] | undefined>('reportVars'),
		campaign_vars: fields.get<string[]>('campaignVars'),
		max_attempts: fields.get<number>('maxAttempts'),
		attempts_delay: fields.get<number>('attemptsDelay'),
		campaign_date_start: date(start),
		campaign_date_time: time(start),
		campaign_date_end: end && date(end),
		campaign_date_time_end: end && time(end),
		campaign_allowed_days: more.get<CallListInput['campaign_allowed_days']>('allowedWeekdays'),
	};
	return { start, end, body };
}

/** Refuses Campaign End, in the words `'Campaign End' …`. */
export const rejectEnd = (fields: Fields, what: string): never =>
	fields.group('additionalFields').reject('campaignEnd', what, 'Choose a later date.');
