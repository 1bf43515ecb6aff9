import type { IDataObject } from 'n8n-workflow';

import {
	collection,
	nameValueRows,
	pageSize,
	returnAllOrLimit,
} from '../../shared/fields/commonFields';
import type { Field, Fields } from '../../shared/fields/fields';
import { koda, type KodaOperation, type KodaResource } from '../api';
import { campaign, readCampaign, rejectEnd, who, type CallListInput } from './campaign';
import { createFromItems } from './fromItems';
import { getReport } from './report';
import { bot, callList } from '../locators';

/** A campaign of the list in eight fields. */
export const simplifyCallList = ({
	id,
	name,
	status,
	total_calls,
	finished_calls,
	start_at,
	processed_at,
	created_at,
}: IDataObject): IDataObject => ({
	id,
	name,
	status,
	total_calls,
	finished_calls,
	start_at,
	processed_at,
	created_at,
});

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
	simplify: simplifyCallList,
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

const create: KodaOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create call list',
	description: 'Start a campaign: calls a list of people within the allowed days and hours',
	check: "To find out, run 'Get Many' for call lists and look for one of this name.",
	fields: [...who, ...calls, ...campaign],
	run: async ({ api, fields }) => {
		const { start, end, body } = readCampaign(fields);
		if (end && end < start) rejectEnd(fields, "is before 'Campaign Start'");
		return await api.call('callList.create', {
			path: { botId: fields.get('bot') },
			body: { name: fields.get('name'), ...body, calls: readCalls(fields) },
		});
	},
};

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
	largeAnswers: true,
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
	operations: [create, createFromItems, get, getMany, getReport, pause, resume],
};
