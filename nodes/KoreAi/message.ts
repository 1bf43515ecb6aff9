import type { IDataObject } from 'n8n-workflow';

import { textIn } from '../shared/call/answers';
import { collection, pageSize, returnAllOrLimit, sortOrder } from '../shared/fields/commonFields';
import { field, fieldList } from '../shared/fields/field';
import type { Fields } from '../shared/fields/fields';
import { objectsIn } from '../shared/fields/lists';
import { input, koreAi, operation, resource } from './api';
import { filters, inputsInTurn, lastDays, scope, tagNames, tellDefaults } from './history';

/** As many as a client is seen to send; the most is not published (docs/evidence/kore-ai.md §3.4). */
export const IDS_PER_CALL = 20;

/** Messages that one call gives at most (docs/evidence/kore-ai.md §3.4). */
export const MOST = { v1: 100, v2: 10_000 };

/** Messages to ask for in one call when the user sets nothing. */
export const PAGE = { v1: MOST.v1, v2: 1000 };

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
		.flatMap(({ data }) => textIn(data?.text))
		.join('\n'),
	createdOn: row.createdOn,
	createdBy: row.createdBy,
	// One sample has `channel` in the place of `chnl`.
	channel: row.chnl ?? row.channel ?? objectsIn<{ type?: string }>(row.channels)[0]?.type,
	language: row.lang,
	tags: tagNames(row.tags),
});

export const version = field({
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
});

const moreFilters = fieldList([
	input('message.getAllV2', 'channelType', {
		default: '',
		description:
			'Only of this channel, such as rtm (web and mobile, what Kore.ai takes without it), msteams, sms or ivr',
	}),
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
	input('message.getAllV2', 'msgId', {
		displayName: 'Start at Message ID',
		isId: true,
		placeholder: 'e.g. ms-1a2b3c4d-…',
		description: 'Start at this message. Cannot be combined with From and To.',
	}),
]);

const moreOptions = fieldList([
	input('message.getAllV2', 'getAgentsInfo', {
		displayName: 'Include Agent Details',
		description: 'Whether to add what is known of agents to the author. Not shown by Simplify.',
	}),
	input('message.getAllV2', 'includeLatency', {
		description:
			'Whether to add how long the bot took to answer, for voice. Not shown by Simplify.',
	}),
	input('message.getAllV2', 'includeSecureForm', {
		description: 'Whether to add what was entered into secure forms. V2 only.',
	}),
	input('message.getAllV2', 'includeTraceId', {
		description: 'Whether to add the trace ID, which is kept 30 days. Not shown by Simplify.',
	}),
	{
		...pageSize(PAGE.v2, MOST.v2),
		description:
			'Messages to ask for in one call: up to 10,000 in V2, and 100 in V1 and for the account',
	},
]);

/** Throws when what is filled in beside 'Start at Message ID', or without it, makes no sense. */
function checkStart(
	given: Fields<{ [Name in 'from' | 'to' | 'msgId' | 'direction']: unknown }>,
): void {
	const msgId = given.get('msgId');
	if (msgId && (given.get('from') ?? given.get('to'))) {
		given.fail('msgId', "cannot be combined with 'From' and 'To'", 'Remove one of them.');
	}
	if (given.get('direction') !== undefined && !msgId) {
		given.fail('direction', "needs 'Start at Message ID'", 'Fill that in, or remove it.');
	}
}

/** What Kore.ai takes for the channel; nothing where one is given. */
const ofChannel = (channelType?: string): Array<[string, string]> =>
	channelType ? [] : [['the channel rtm (web and mobile)', "'Channel Type'"]];

const getMany = operation('message.getAll', {
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Retrieve a list of messages between people and a bot, or of the whole account',
	largeAnswers: true,
	simplify,
	fields: [
		...scope,
		version,
		...returnAllOrLimit,
		collection('Filters', [...filters, ...moreFilters]),
		collection('Options', moreOptions),
		collection('Sort', [sortOrder]),
	],
	run: async ({ api, fields, inputOf }) => {
		const options = fields.group('options');
		const given = fields.group('filters');
		const ofAccount = fields.get('scope') === 'account';
		const used = ofAccount ? 'v1' : fields.get('version');
		const window = fields.window('_id');
		const { pageSize: size = PAGE[used] } = window;
		if (size > MOST[used]) {
			options.fail(
				'pageSize',
				`cannot be ${size} here`,
				`Use ${MOST.v1} or fewer: V1 takes no more, and all messages of the account are read in V1.`,
			);
		}
		if (options.get('includeSecureForm') && used === 'v1') {
			options.fail(
				'includeSecureForm',
				'needs V2',
				"Remove it, or choose V2 for a bot's messages.",
			);
		}
		checkStart(given);
		const ofBot = used === 'v1' ? 'message.getAll' : 'message.getAllV2';
		const id = ofAccount ? 'message.getAllOfAccount' : ofBot;
		api.checkCredential(id);
		const order = fields.group('sort').get('sortOrder');
		const forward = order === undefined ? undefined : order === 'asc';
		const { body, ...rest } = inputOf(id);
		const common = { ...rest, body: { ...body, forward } };
		const inputs = inputsInTurn(common, given, { idsPerCall: IDS_PER_CALL, forward });
		const rows = await api.listInTurn(id, inputs, window, { ...koreAi.paging, size });
		if (rows.length === 0) {
			const days = given.get('msgId') ? [] : lastDays(given);
			tellDefaults(api, [...days, ...ofChannel(given.get('channelType'))]);
		}
		return rows;
	},
});

export const messages = resource('Message', getMany);
