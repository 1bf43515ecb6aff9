import type { IDataObject } from 'n8n-workflow';

import { collection, pageSize, returnAllOrLimit } from '../../shared/fields/commonFields';
import { inUtc, splitPeriod } from '../../shared/fields/dates';
import { objectsIn, thingIn } from '../../shared/fields/lists';
import { waitForCompletion } from '../../shared/node/completion';
import { input, koreAi, operation, resource } from '../api';
import { checkLength, scope } from '../history';
import { success } from '../job';
import { botById, botOf } from '../locators';
import { checkDays, fromTo, periodOf } from '../period';

const SESSIONS_OF_BOT = 'billing.getSessionsOfBot';
const SESSIONS_OF_ACCOUNT = 'billing.getSessionsOfAccount';

/** The dates of one call are three months apart at most, of which the shortest have 89 days (docs/evidence/kore-ai.md §4.3.1). */
const WINDOW = { hours: 89 * 24, seconds: -1 };

/** The row in ten fields. */
const simplify = (row: IDataObject): IDataObject => ({
	billingSessionId: row.billingSessionId,
	type: row.billingSessionType,
	botId: row.botId,
	channel: row.channel,
	channelUserId: row.channelUserId,
	startTime: row.billingSessionStartDateTime,
	endTime: row.billingSessionEndDateTime,
	conversationSessionId: row.conversationSessionId,
	conversationStartTime: row.conversationSessionStartDateTime,
	conversationEndTime: row.conversationSessionEndDateTime,
});

const [ofWhat] = scope;

const getSessions = operation('billing.getSessions', {
	name: 'Get Sessions',
	action: 'Get billing sessions',
	description: 'Retrieve a list of what Kore.ai bills of a bot or of the account, one by one',
	simplify,
	fields: [
		{ ...ofWhat, description: 'Account needs an app of the Admin Console, Bot one of the bot' },
		{ ...botById, displayOptions: { show: { scope: ['bot'] } } },
		...returnAllOrLimit,
		collection('Filters', [
			input(SESSIONS_OF_ACCOUNT, 'botId', {
				displayName: 'Bot ID',
				name: 'onlyBotId',
				isId: true,
				placeholder: 'e.g. st-1a2b3c4d-…',
				description: 'Only of this bot',
				displayOptions: { show: { '/scope': ['account'] } },
			}),
			input(SESSIONS_OF_BOT, 'channel', {
				placeholder: 'e.g. rtm',
				description: 'Only of this channel',
			}),
			...fromTo,
		]),
		collection('Options', [pageSize(koreAi.paging.size)]),
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const period = periodOf(given);
		checkLength(given, 'from', period);
		const bodies = splitPeriod(period, WINDOW).map(({ from, to }) => ({
			fromDate: String(inUtc(from)),
			toDate: String(inUtc(to)),
			channel: given.get('channel'),
		}));
		const window = fields.window('billingSessionId');
		const isOfAccount = fields.get('scope') === 'account';
		api.checkCredential(isOfAccount ? SESSIONS_OF_ACCOUNT : SESSIONS_OF_BOT);
		if (isOfAccount) {
			const botId = given.get('onlyBotId');
			const inputs = bodies.map((body) => ({ body: { ...body, botId } }));
			return await api.listInTurn(SESSIONS_OF_ACCOUNT, inputs, window);
		}
		const path = botOf(fields);
		const inputs = bodies.map((body) => ({ path, body }));
		return await api.listInTurn(SESSIONS_OF_BOT, inputs, window);
	},
});

/** Days that a summary may be about at most. */
const LONGEST = 90;

const UNITS = ['session', 'request', 'alert', 'proactive', 'conversations'] as const;

interface Figures {
	bot?: string;
	val?: unknown;
}

/** The figures of each period, in one list. */
const rowsOf = ({ response }: IDataObject): IDataObject[] =>
	objectsIn<Figures>(thingIn(response).data).flatMap(({ bot, val }) =>
		objectsIn(val).map(({ date, val: figures }) => ({ bot, date, ...thingIn(figures) })),
	);

const simplifySummary = (state: IDataObject): IDataObject => ({
	reportId: state._id,
	status: state.status,
	averageSessions: thingIn(state.response).averageSessions,
	rows: rowsOf(state),
});

const [, waitInterval, waitLimit] = waitForCompletion;

const getUsageSummary = operation('billing.getUsageSummary', {
	name: 'Get Usage Summary',
	action: 'Get billing usage summary',
	description: 'Retrieve how much of a bot was used, by time, with an app created in the bot',
	simplify: simplifySummary,
	inTurn: (fields) => fields.get('bot'),
	fields: [
		botById,
		{
			displayName: 'Group By',
			name: 'groupBy',
			type: 'options',
			options: [
				{ name: 'Day', value: 'date_day' },
				{ name: 'Hour', value: 'date_day_hour' },
				{ name: 'Month', value: 'date_month' },
			],
			default: 'date_day',
		},
		{
			displayName: 'Units',
			name: 'units',
			type: 'multiOptions',
			options: [
				{ name: 'Alert Notifications', value: 'alert' },
				{ name: 'Conversations', value: 'conversations' },
				{ name: 'Proactive Notifications', value: 'proactive' },
				{ name: 'Requests', value: 'request' },
				{ name: 'Sessions', value: 'session' },
			],
			required: true,
			default: [...UNITS],
			description: 'What to count',
		},
		{ ...waitInterval, displayOptions: {} },
		{ ...waitLimit, displayOptions: {} },
		collection('Filters', [...fromTo]),
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const { from, to } = periodOf(given);
		checkDays(given, { from, to }, LONGEST);
		api.checkCredential('billing.requestUsageSummary');
		const path = botOf(fields);
		const body = {
			fromDate: String(inUtc(from)),
			toDate: String(inUtc(to)),
			unitType: fields.get('units'),
			groupByBot: 'no' as const,
			groupByPeriod: fields.get('groupBy'),
		};
		const begun = await api.call('billing.requestUsageSummary', { path, body });
		const status = { path, query: { type: 'summary' as const } };
		return await success(api, fields, {
			what: 'summary',
			lookLater: "Get it again with 'Get Usage Summary'.",
			read: async (patient) => {
				const state = await patient.call('billing.getUsageSummaryStatus', status);
				return state._id === undefined ? api.failShape(state) : state;
			},
			// The status is of the summary that was asked for last, by whomever.
			isOurs: ({ _id: id }) => id === begun._id,
		});
	},
});

export const billing = resource('Billing', getSessions, getUsageSummary);
