import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';

import { beginOf, faultOfWindow, WEEKDAYS, type Begin } from '../../compose/campaign/window';
import { collection, texts } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { Fields, FieldsOf } from '../../shared/fields/fields';
import { input } from '../api';
import type { CallListInput } from '../contract';
import { block, bot } from '../locators';

/** Which bot calls, as what, from which number. */
export const who = fieldList([
	bot,
	input('callList.create', 'name', { isName: true }),
	block({
		displayName: 'Start Block',
		name: 'startBlock',
		sentAs: 'start_block_id',
		description: 'Block of the bot where the talk starts',
	}),
	input('callList.create', 'caller_phone_number', {
		name: 'callerPhoneNumber',
		placeholder: 'e.g. +48220000000',
		description: 'Number that the person called sees',
	}),
]);

/** When and how often people are called, and when a call is done. */
export const campaign = fieldList([
	{
		displayName: 'Campaign Start',
		name: 'campaignStart',
		type: 'dateTime',
		default: '',
		required: true,
		description:
			'Nobody is called before this date, which may be today or later. That its time counts too is inferred: KODA does not describe it.',
	},
	input('callList.create', 'allowed_hours_start', {
		name: 'allowedHoursStart',
		timeOfDay: true,
		placeholder: 'e.g. 09:00',
		description: 'Calls are allowed from this time. Of a date, only the time counts.',
	}),
	input('callList.create', 'allowed_hours_end', {
		name: 'allowedHoursEnd',
		timeOfDay: true,
		placeholder: 'e.g. 17:30',
		hint: "Dates and times are sent as they are in the workflow's time zone (Settings of the workflow). In which one KODA reads them is not published.",
		description: 'Calls are allowed until this time. Of a date, only the time counts.',
	}),
	input('callList.create', 'campaign_vars', {
		displayName: 'Variables to Collect',
		name: 'campaignVars',
		isName: true,
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Variable' },
		entries: 'names',
		placeholder: 'e.g. answer',
		description:
			'A call is done when the person has given all of these. KODA calls them campaign_vars.',
	}),
	input('callList.create', 'max_attempts', {
		name: 'maxAttempts',
		typeOptions: { minValue: 0 },
		default: 3,
		description: 'How often to call again',
	}),
	input('callList.create', 'attempts_delay', {
		displayName: 'Attempts Delay (Hours)',
		name: 'attemptsDelay',
		typeOptions: { minValue: 0 },
		default: 3,
		description: 'Hours between two attempts, after no answer, a busy line or voicemail',
	}),
]);

/** On which days, and until when. */
export const schedule = collection('Schedule', [
	{
		displayName: 'Allow Past Start',
		name: 'allowPastStart',
		type: 'boolean',
		default: false,
		description:
			"Whether 'Campaign Start' may be before today. Calling then begins at once, in the allowed days and hours.",
	},
	{
		displayName: 'Allowed Weekdays',
		name: 'allowedWeekdays',
		type: 'multiOptions',
		// KODA's numbers: Sunday is 0 (docs/evidence/koda.md §3.1.1).
		options: [...WEEKDAYS],
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
]);

/** What is shown of the calls. */
export const reportVariables = {
	...texts(
		'Variables to Report',
		'reportVars',
		'Variable',
		'names',
		'Variables to show in the report, which KODA calls report_vars. They do not decide when a call is done.',
	),
	isName: true,
} as const;

const date = (value: DateTime) => value.toFormat('yyyy-MM-dd');
const time = (value: DateTime) => value.toFormat('HH:mm');

type CampaignFields = FieldsOf<[...typeof who, ...typeof campaign, typeof schedule]> &
	Fields<{ options: Fields<{ reportVars: string[] | undefined }> }>;

/** What the fields above come to. */
export interface Campaign {
	start: DateTime;
	/** `beforeToday` only where the user does not allow it. */
	begin: Begin;
	/** The body of a call list but for its name and calls. */
	body: Omit<CallListInput, 'name' | 'calls'>;
}

/** Reads the fields above. Throws NodeOperationError, which names the field, when nobody could be called in these times. */
export function readCampaign(fields: CampaignFields): Campaign {
	const now = DateTime.now();
	const more = fields.group('schedule');
	const start = fields.get('campaignStart');
	const end = more.get('campaignEnd');
	const body = {
		allowed_hours_start: fields.get('allowedHoursStart'),
		allowed_hours_end: fields.get('allowedHoursEnd'),
		caller_phone_number: fields.get('callerPhoneNumber'),
		start_block_id: fields.get('startBlock'),
		report_vars: fields.group('options').get('reportVars'),
		campaign_vars: fields.get('campaignVars'),
		max_attempts: fields.get('maxAttempts'),
		attempts_delay: fields.get('attemptsDelay'),
		campaign_date_start: date(start),
		campaign_date_time: time(start),
		campaign_date_end: end && date(end),
		campaign_date_time_end: end && time(end),
		campaign_allowed_days: more.get('allowedWeekdays'),
	};
	const [from, to] = [body.allowed_hours_start, body.allowed_hours_end];
	const fault = faultOfWindow({ start, end, from, to, days: body.campaign_allowed_days }, now);
	if (fault?.field === 'campaignEnd') more.fail(fault.field, fault.what, fault.wayOut);
	else if (fault) fields.fail(fault.field, fault.what, fault.wayOut);
	const begin = beginOf(start, now);
	const isAllowed = begin === 'beforeToday' && more.get('allowPastStart');
	return { start, begin: isAllowed ? 'atOnce' : begin, body };
}

const shown = (start: DateTime) => `${date(start)} ${time(start)}`;

/** Refuses a start before today, which nobody has allowed. */
export const failPastStart = (fields: CampaignFields, { start }: Campaign): never =>
	fields.fail(
		'campaignStart',
		`is before today: ${shown(start)}`,
		"Nothing was sent. Choose today or a later date. If calling shall begin at once, add 'Allow Past Start' and switch it on.",
	);

/** Says in the output that a campaign does not wait for its start, or would not in a dry run. */
export function hintAtBegin(
	node: IExecuteFunctions,
	name: string,
	{ start }: Campaign,
	dry = false,
): void {
	node.addExecutionHints({
		message: `Calling for '${name}' ${dry ? 'would begin' : 'begins'} at once, in the allowed days and hours: its 'Campaign Start' (${shown(start)}) is over.`,
		location: 'outputPane',
	});
}
