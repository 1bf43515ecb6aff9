import type { IDataObject } from 'n8n-workflow';

import { collection, pageSize, returnAllOrLimit } from '../shared/fields/commonFields';
import type { Field, Fields } from '../shared/fields/fields';
import { objectsIn } from '../shared/fields/lists';
import { botOf, koreAi, needsApp, type KoreOperation, type KoreResource } from './api';
import { bodiesOf, filters, scope, tagNames } from './history';

/** As many as a client is seen to send; the most is not published (docs/evidence/kore-ai.md §3.4). */
const IDS_PER_CALL = 20;

/** Messages that one call gives at most (docs/evidence/kore-ai.md §3.4). */
const MOST = { v1: 100, v2: 10_000 };

interface Component {
	data?: { text?: string };
}

/** The row in ten fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	messageId: row._id,
	sessionId: row.sessionId,
	botId: row.botId,
	type: row.type,
	text: objectsIn<Component>(row.components)
		.flatMap(({ data }) => data?.text ?? [])
		.join('\n'),
	createdOn: row.createdOn,
	createdBy: row.createdBy,
	// One sample has `channel` in the place of `chnl`.
	channel: row.chnl ?? row.channel ?? objectsIn<{ type?: string }>(row.channels)[0]?.type,
	language: row.lang,
	tags: tagNames(row.tags),
});

const version: Field = {
	displayName: 'API Version',
	name: 'version',
	type: 'options',
	options: [
		{ name: 'V1', value: 'v1', description: 'All messages, up to 100 a call' },
		{
			name: 'V2',
			value: 'v2',
			description: 'Without messages of alert and action tasks, up to 10,000 a call',
		},
	],
	default: 'v2',
	displayOptions: { show: { scope: ['bot'] } },
};

const moreFilters: Field[] = [
	{
		displayName: 'Channel Type',
		name: 'channelType',
		type: 'string',
		default: '',
		placeholder: 'e.g. rtm',
		description:
			'Only of this channel, such as rtm (web and mobile, what Kore.ai takes without it), msteams, sms or ivr',
	},
	{
		displayName: 'Direction',
		name: 'direction',
		type: 'options',
		options: [
			{ name: 'Back', value: -1 },
			{ name: 'Both', value: 0 },
			{ name: 'Forward', value: 1 },
		],
		default: 1,
		description: "Which way to go from 'Start at Message ID'",
	},
	{
		displayName: 'Start at Message ID',
		name: 'msgId',
		type: 'string',
		default: '',
		placeholder: 'e.g. ms-1a2b3c4d-…',
		description: 'Start at this message. Cannot be combined with From and To.',
	},
];

const moreOptions: Field[] = [
	{
		displayName: 'Include Agent Details',
		name: 'getAgentsInfo',
		type: 'boolean',
		default: false,
		description: 'Whether to add what is known of agents to the author. Not shown by Simplify.',
	},
	{
		displayName: 'Include Latency',
		name: 'includeLatency',
		type: 'boolean',
		default: false,
		description:
			'Whether to add how long the bot took to answer, for voice. Not shown by Simplify.',
	},
	{
		displayName: 'Include Secure Form',
		name: 'includeSecureForm',
		type: 'boolean',
		default: false,
		description: 'Whether to add what was entered into secure forms. V2 only.',
	},
	{
		displayName: 'Include Trace ID',
		name: 'includeTraceId',
		type: 'boolean',
		default: false,
		description: 'Whether to add the trace ID, which is kept 30 days. Not shown by Simplify.',
	},
	{
		displayName: 'Oldest First',
		name: 'forward',
		type: 'boolean',
		default: false,
		description: 'Whether to begin with the oldest message instead of the newest',
	},
	{
		...pageSize(1000, MOST.v2),
		description:
			'Messages to ask for in one call: up to 10,000 in V2, and 100 in V1 and for the account',
	},
];

/** The bodies of all calls, as Filters and Options ask. */
function bodies(given: Fields, options: Fields): IDataObject[] {
	const forward = options.get<boolean | undefined>('forward');
	const msgId = given.get<string | undefined>('msgId');
	const { from, to } = given.period('from', 'to');
	if (msgId && (from ?? to)) {
		given.reject('msgId', "cannot be combined with 'From' and 'To'", 'Remove one of them.');
	}
	const direction = given.get<number | undefined>('direction');
	if (direction !== undefined && !msgId) {
		given.reject('direction', "needs 'Start at Message ID'", 'Fill that in, or remove it.');
	}
	const more = {
		channelType: given.get<string | undefined>('channelType'),
		msgId,
		direction,
		forward,
		getAgentsInfo: options.get<boolean | undefined>('getAgentsInfo'),
		includeLatency: options.get<boolean | undefined>('includeLatency'),
		includeTraceId: options.get<boolean | undefined>('includeTraceId'),
	};
	return bodiesOf(given, { idsPerCall: IDS_PER_CALL, forward }).map((body) => ({
		...body,
		...more,
	}));
}

const getMany: KoreOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many messages',
	description: 'Retrieve a list of messages between people and a bot, or all bots of the account',
	largeAnswers: true,
	simplify,
	fields: [
		...scope,
		version,
		...returnAllOrLimit,
		collection('Filters', [...filters, ...moreFilters]),
		collection('Options', moreOptions),
	],
	run: async ({ api, fields }) => {
		const options = fields.group('options');
		const given = fields.group('filters');
		const ofAccount = fields.get('scope') === 'account';
		const used = ofAccount ? 'v1' : fields.get<'v1' | 'v2'>('version');
		const window = fields.window('_id');
		const { pageSize: size = used === 'v1' ? MOST.v1 : 1000 } = window;
		if (size > MOST[used]) {
			options.reject(
				'pageSize',
				`cannot be ${size} here`,
				`Use ${MOST.v1} or fewer: V1 takes no more, and all messages of the account are read in V1.`,
			);
		}
		const includeSecureForm = options.get<boolean | undefined>('includeSecureForm');
		if (includeSecureForm && used === 'v1') {
			options.reject(
				'includeSecureForm',
				'needs V2',
				"Remove it, or choose V2 for a bot's messages.",
			);
		}
		const paging = { ...koreAi.paging, size };
		const query = { callId: given.get<string | undefined>('callId') };
		const inputs = bodies(given, options).map((body) => ({ query, body }));
		if (ofAccount) {
			needsApp(api, 'adminConsole');
			return await api.listInTurn('message.getAllOfAccount', inputs, window, paging);
		}
		const path = botOf({ api, fields });
		if (used === 'v1') {
			const ofBot = inputs.map((input) => ({ path, ...input }));
			return await api.listInTurn('message.getAll', ofBot, window, paging);
		}
		const ofBot = inputs.map(({ body }) => ({
			path,
			body,
			query: { ...query, includeSecureForm },
		}));
		return await api.listInTurn('message.getAllV2', ofBot, window, paging);
	},
};

export const messages: KoreResource = {
	name: 'Message',
	value: 'message',
	operations: [getMany],
};
