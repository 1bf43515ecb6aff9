import type { IDataObject } from 'n8n-workflow';
import type { DateTime } from 'luxon';

import { collection, nameValueRows, pageSize, returnAllOrLimit } from '../shared/commonFields';
import type { Field, Fields } from '../shared/fields';
import { koda, type KodaOperation, type KodaResource } from './api';
import type { components } from './contract';
import { block, bot, callList } from './locators';

type CallListInput = components['schemas']['CallListInput'];

/** KODA's numbers for weekdays: Sunday is 0 (apis/koda.md §3.1.1). */
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
	(name, index) => ({ name, value: String((index + 1) % 7) }),
);

const getMany: KodaOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many call lists',
	description: 'Retrieve a list of campaigns with their status and progress',
	fields: [
		bot,
		...returnAllOrLimit,
		collection('Options', [pageSize(koda.paging.size)]),
		collection('Sort', [
			{
				displayName: 'Sort By',
				name: 'sortBy',
				type: 'options',
				options: [
					{ name: 'Created At', value: 'created_at' },
					{ name: 'Created Via', value: 'created_via' },
					{ name: 'Finished Calls', value: 'finished_calls' },
					{ name: 'Name', value: 'name' },
					{ name: 'Processed At', value: 'processed_at' },
					{ name: 'Start At', value: 'start_at' },
					{ name: 'Status', value: 'status' },
					{ name: 'Total Calls', value: 'total_calls' },
				],
				default: 'created_at',
			},
			{
				displayName: 'Sort Order',
				name: 'sortOrder',
				type: 'options',
				options: [
					{ name: 'Ascending', value: 'ASC' },
					{ name: 'Descending', value: 'DESC' },
				],
				default: 'DESC',
			},
		]),
	],
	simplify: ({
		id,
		name,
		status,
		total_calls,
		finished_calls,
		start_at,
		processed_at,
		created_at,
	}) => ({
		id,
		name,
		status,
		total_calls,
		finished_calls,
		start_at,
		processed_at,
		created_at,
	}),
	run: async ({ api, fields }) => {
		const sort = fields.group('sort');
		return await api.list(
			'callList.getAll',
			{
				path: { botId: fields.get('bot') },
				query: {
					sort_by: sort.get<'created_at' | undefined>('sortBy'),
					sort_order: sort.get<'DESC' | undefined>('sortOrder'),
				},
			},
			fields.window('id'),
		);
	},
};

const calls: Field[] = [
	{
		displayName: 'Specify Calls',
		name: 'specifyCalls',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Using Fields Below', value: 'table' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'table',
	},
	{
		displayName: 'Calls',
		name: 'calls',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Call',
		default: {},
		displayOptions: { show: { specifyCalls: ['table'] } },
		description: 'Who is called, and what the bot knows about each call',
		options: [
			{
				displayName: 'Call',
				name: 'call',
				values: [
					{
						displayName: 'Phone Number',
						name: 'phoneNumber',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'e.g. +48600000000',
					},
					nameValueRows('Variables', 'variables', 'Variable', 'What the bot knows about this call'),
				],
			},
		],
	},
	{
		displayName: 'Calls (JSON)',
		name: 'callsJson',
		type: 'json',
		default: '[]',
		required: true,
		displayOptions: { show: { specifyCalls: ['json'] } },
		description:
			'A list of calls such as { "phone_number": "+48600000000", "first_name": "Ewa" }: all keys but phone_number are variables of the call. An expression may return the list.',
	},
];

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

const create: KodaOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create call list',
	description: 'Start a campaign: calls a list of people within the allowed days and hours',
	check: "To find out, run 'Get Many' for call lists and look for one of this name.",
	fields: [
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
		...calls,
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
			default: 3,
			required: true,
			description: 'How often to call again',
		},
		{
			displayName: 'Attempts Delay (Hours)',
			name: 'attemptsDelay',
			type: 'number',
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
				description: 'Days on which calls are allowed',
			},
			{
				displayName: 'Campaign End',
				name: 'campaignEnd',
				type: 'dateTime',
				default: '',
				description:
					'Nobody is called after this date. That its time counts too is inferred: KODA does not describe it.',
			},
			{
				displayName: 'Report Variables',
				name: 'reportVars',
				type: 'string',
				typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Variable' },
				default: [],
				description: 'Variables to show in the report. They do not decide when a call is done.',
			},
		]),
	],
	run: async ({ api, fields }) => {
		const more = fields.group('additionalFields');
		const start = fields.get<DateTime>('campaignStart');
		const end = more.get<DateTime | undefined>('campaignEnd');
		if (end && end < start) {
			more.reject('campaignEnd', "is before 'Campaign Start'", 'Choose a later date.');
		}
		return await api.call('callList.create', {
			path: { botId: fields.get('bot') },
			body: {
				name: fields.get('name'),
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
				calls: readCalls(fields),
			},
		});
	},
};

const date = (value: DateTime) => value.toFormat('yyyy-MM-dd');
const time = (value: DateTime) => value.toFormat('HH:mm');

/** The calls as KODA takes them; every one has a phone number, or nothing is sent. */
function readCalls(fields: Fields): CallListInput['calls'] {
	const name = fields.get('specifyCalls') === 'table' ? 'calls' : 'callsJson';
	const wanted =
		name === 'calls'
			? fields.rows('calls').map((call) => ({
					...call.pairs('variables'),
					phone_number: call.get('phoneNumber'),
				}))
			: fields.get<unknown>('callsJson');
	if (!Array.isArray(wanted) || wanted.length === 0) {
		fields.reject(name, 'holds no calls', 'Give a list with at least one call.');
	}
	for (const [index, call] of wanted.entries()) {
		const number = (call as IDataObject | null)?.phone_number;
		if (typeof number === 'string' && number.trim() !== '') continue;
		fields.reject(
			name,
			`has no phone_number in call ${index + 1} of ${wanted.length}`,
			'Every call needs phone_number as text, for instance "+48600000000". Nothing was sent.',
		);
	}
	return wanted as CallListInput['calls'];
}

const get: KodaOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get call list',
	description: 'Retrieve a campaign with its calls and what they collected',
	fields: [bot, callList],
	simplify: ({
		name,
		campaign_date_start,
		campaign_date_end,
		processed_at,
		created_via,
		calls: all,
	}) => {
		const list = (all ?? []) as IDataObject[];
		const byStatus: Record<string, number> = {};
		for (const { calling_status: status } of list) {
			byStatus[String(status)] = (byStatus[String(status)] ?? 0) + 1;
		}
		return {
			name,
			campaign_date_start,
			campaign_date_end,
			processed_at,
			created_via,
			total_calls: list.length,
			calls_by_status: byStatus,
			calls: list,
		};
	},
	run: async ({ api, fields }) => await api.call('callList.get', { path: path(fields) }),
};

const resume: KodaOperation = {
	name: 'Resume',
	value: 'resume',
	action: 'Resume call list',
	description: 'Go on calling after a pause',
	check: "To find out, run 'Get Many' for call lists and look at the status.",
	fields: [bot, callList],
	run: async ({ api, fields }) => await api.call('callList.resume', { path: path(fields) }),
};

const pause: KodaOperation = {
	name: 'Pause',
	value: 'pause',
	action: 'Pause call list',
	description: 'Stop calling until the campaign is resumed',
	check: "To find out, run 'Get Many' for call lists and look at the status.",
	fields: [bot, callList],
	run: async ({ api, fields }) => await api.call('callList.pause', { path: path(fields) }),
};

const path = (fields: Fields) => ({ botId: fields.get('bot'), listId: fields.get('callList') });

export const callLists: KodaResource = {
	name: 'Call List',
	value: 'callList',
	operations: [create, get, getMany, pause, resume],
};
