import { countBy, isPlainObject, mapKeys } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../../shared/call/answers';
import {
	collection,
	nameValueRows,
	pageSize,
	returnAllOrLimit,
} from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { FieldsOf } from '../../shared/fields/fields';
import { cleanName, textKey } from '../../shared/fields/sameText';
import { input, koda, operation, resource } from '../api';
import type { CallListInput } from '../contract';
import { bot, callList } from '../locators';
import {
	campaign,
	failPastStart,
	hintAtBegin,
	readCampaign,
	reportVariables,
	schedule,
	who,
} from './campaign';
import { createFromItems } from './fromItems';
import { getReport } from './report';

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

const sorting = [
	input('callList.getAll', 'sort_by', { name: 'sortBy' }),
	input('callList.getAll', 'sort_order', {
		name: 'sortOrder',
		options: [
			{ name: 'Ascending', value: 'ASC' },
			{ name: 'Descending', value: 'DESC' },
		],
	}),
];

const getMany = operation('callList.getAll', {
	name: 'Get Many',
	action: 'Get many call lists',
	description: 'Retrieve a list of campaigns with their status and progress',
	fields: [
		bot,
		...returnAllOrLimit,
		collection('Options', [pageSize(koda.paging.size)]),
		collection('Sort', sorting),
	],
	key: ['id'],
	simplify: simplifyCallList,
});

const calls = fieldList([
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
]);

const create = operation('callList.create', {
	name: 'Create',
	action: 'Create call list',
	description: 'Start a campaign: calls a list of people within the allowed days and hours',
	check: "To find out, run 'Get Many' for call lists and look for one of this name.",
	fields: [...who, ...calls, ...campaign, collection('Options', [reportVariables]), schedule],
	run: async ({ api, fields, node }) => {
		const planned = readCampaign(fields);
		if (planned.begin === 'beforeToday') failPastStart(fields, planned);
		const name = fields.get('name');
		const made = await api.call('callList.create', {
			path: { botId: fields.get('bot') },
			body: { name, ...planned.body, calls: readCalls(fields) },
		});
		if (planned.begin === 'atOnce') hintAtBegin(node, name, planned);
		return made;
	},
});

/** The JSON's calls with the names of variables as they are sent; what is none is left as it is. */
function cleanNames(fields: FieldsOf<typeof calls>): unknown {
	const given = fields.get('callsJson');
	if (!Array.isArray(given)) return given;
	return given.map((call: unknown, index) => {
		if (!isPlainObject(call)) return call;
		const names = Object.keys(call as object);
		if (new Set(names.map(textKey)).size < names.length) {
			fields.fail(
				'callsJson',
				`has two keys in call ${index + 1} that differ only in characters that cannot be seen`,
				'Give each key once. Nothing was sent.',
			);
		}
		return mapKeys(call as IDataObject, (_, name) => cleanName(name));
	});
}

/** The calls as KODA takes them; every one has a phone number, or nothing is sent. */
function readCalls(fields: FieldsOf<typeof calls>): CallListInput['calls'] {
	const name = fields.get('specifyCalls') === 'table' ? 'calls' : 'callsJson';
	const wanted =
		name === 'calls'
			? fields.rows('calls').map((call) => ({
					...call.pairs('variables'),
					phone_number: call.get('phoneNumber'),
				}))
			: cleanNames(fields);
	if (!Array.isArray(wanted) || wanted.length === 0) {
		fields.fail(name, 'holds no calls', 'Give a list with at least one call.');
	}
	for (const [index, call] of wanted.entries()) {
		const number = (call as IDataObject | null)?.phone_number;
		if (typeof number === 'string' && number.trim() !== '') continue;
		fields.fail(
			name,
			`has no phone_number in call ${index + 1} of ${wanted.length}`,
			'Every call needs phone_number as text, for instance "+48600000000". Nothing was sent.',
		);
	}
	return wanted as CallListInput['calls'];
}

/** A campaign with its calls in eight fields. */
const simplifyWhole = ({
	name,
	campaign_date_start,
	campaign_date_end,
	processed_at,
	created_via,
	calls: all,
}: IDataObject): IDataObject => {
	// In another form they are shown as they are, and not counted.
	const list = rowsOf(all);
	const byStatus = countBy(list, ({ calling_status: status }) => String(status));
	return {
		name,
		campaign_date_start,
		campaign_date_end,
		processed_at,
		created_via,
		total_calls: list?.length ?? null,
		calls_by_status: list ? byStatus : null,
		calls: list ?? all,
	};
};

const get = operation('callList.get', {
	name: 'Get',
	action: 'Get call list',
	description: 'Retrieve a campaign with its calls and what they collected',
	largeAnswers: true,
	fields: [bot, callList],
	simplify: simplifyWhole,
});

const checkStatus = "To find out, run 'Get Many' for call lists and look at the status.";

const resume = operation('callList.resume', {
	name: 'Resume',
	action: 'Resume call list',
	description: 'Go on calling after a pause',
	check: checkStatus,
	fields: [bot, callList],
});

const pause = operation('callList.pause', {
	name: 'Pause',
	action: 'Pause call list',
	description: 'Stop calling until the campaign is resumed',
	check: checkStatus,
	fields: [bot, callList],
});

export const callLists = resource(
	'Call List',
	create,
	createFromItems,
	get,
	getMany,
	getReport,
	pause,
	resume,
);
