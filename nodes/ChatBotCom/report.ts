import type { IDataObject } from 'n8n-workflow';

import { collection } from '../shared/fields/commonFields';
import { inUtc } from '../shared/fields/dates';
import type { Field, Fields } from '../shared/fields/fields';
import { objectsIn } from '../shared/fields/lists';
import { chatBot, type ChatBotOperation, type ChatBotResource } from './api';
import type { Operations } from './contract';

type Query = NonNullable<Operations['report.getConversations']['parameters']['query']>;

const fields: Field[] = [
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		options: [
			{ name: 'Custom', value: 'custom' },
			{ name: 'Last 3 Months', value: 'last3Months' },
			{ name: 'Last 30 Days', value: 'last30days' },
			{ name: 'Last 7 Days', value: 'last7days' },
			{ name: 'Last Month', value: 'lastMonth' },
			{ name: 'Last Year', value: 'lastYear' },
			{ name: 'This Month', value: 'thisMonth' },
			{ name: 'This Year', value: 'thisYear' },
			{ name: 'Today', value: 'today' },
			{ name: 'Yesterday', value: 'yesterday' },
		],
		default: 'last30days',
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		displayOptions: { show: { period: ['custom'] } },
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '',
		displayOptions: { show: { period: ['custom'] } },
		description: 'End of the period. Leave empty for now.',
	},
	{
		displayName: 'Return',
		name: 'return',
		type: 'options',
		options: [
			{ name: 'Everything', value: 'everything', description: 'One item as ChatBot.com gives it' },
			{ name: 'Series', value: 'series', description: 'One item per date, with its value' },
			{ name: 'Summary', value: 'summary', description: 'One item: total, min, max and avg' },
		],
		default: 'series',
	},
	collection('Options', [
		{
			displayName: 'Dimension',
			name: 'dimension',
			type: 'options',
			options: [
				{ name: 'Auto', value: 'auto' },
				{ name: 'Day', value: 'day' },
				{ name: 'Hour', value: 'hour' },
				{ name: 'Month', value: 'month' },
				{ name: 'Year', value: 'year' },
			],
			default: 'day',
			description: 'How long the span of one value is',
		},
		{
			displayName: 'Group By',
			name: 'group',
			type: 'options',
			options: [
				{ name: 'Source', value: 'source' },
				{ name: 'Story', value: 'storyId' },
			],
			default: 'storyId',
			description: 'ChatBot.com does not publish what a grouped answer looks like',
		},
		{
			displayName: 'Source',
			name: 'source',
			type: 'options',
			options: [
				{ name: 'App', value: 'app' },
				{ name: 'Custom', value: 'custom' },
				{ name: 'LiveChat', value: 'livechat' },
				{ name: 'LiveChat 3', value: 'livechat3' },
				{ name: 'Messenger', value: 'messenger' },
				{ name: 'Slack', value: 'slack' },
				{ name: 'Widget', value: 'widget' },
			],
			default: 'widget',
			narrows: true,
			description: 'Only conversations from here',
		},
		{
			displayName: 'Story ID',
			name: 'storyId',
			narrows: true,
			type: 'string',
			default: '',
			minLength: 24,
			maxLength: 24,
			description: 'Only conversations of this story; Get Many for stories tells its ID',
		},
	]),
];

function period(given: Fields): Query {
	const period = given.get<Exclude<Query['period'], undefined> | 'custom'>('period');
	if (period !== 'custom') return { period };
	const { from, to } = given.period('from', 'to');
	if (!from) given.reject('from', 'is empty', "A custom period needs it. Choose another 'Period'.");
	return { from: inUtc(from), to: inUtc(to) };
}

function queryOf(given: Fields): Query {
	const options = given.group('options');
	return {
		...period(given),
		dimension: options.get<Query['dimension']>('dimension'),
		group: options.get<Query['group']>('group'),
		source: options.get<Query['source']>('source'),
		storyId: options.get<string | undefined>('storyId'),
	};
}

/** The values by date; undefined for another form, as a grouped answer may have. */
function seriesOf(answer: IDataObject): IDataObject[] | undefined {
	const { rows } = chatBot.paging.read(answer, 0);
	const isSeries = Array.isArray(rows) && rows.every((row) => row && typeof row === 'object');
	return isSeries ? (rows as IDataObject[]) : undefined;
}

const report = (
	kind: 'getConversations' | 'getPaidConversations',
	words: string,
	description: string,
): ChatBotOperation => ({
	name: `Get ${words.replace(/\b\w/g, (letter) => letter.toUpperCase())}`,
	value: kind,
	action: `Get report of ${words}`,
	description,
	fields,
	run: async ({ api, fields: given }) => {
		const answer = (await api.answer(`report.${kind}`, { query: queryOf(given) })) as IDataObject;
		switch (given.get('return')) {
			case 'everything':
				return objectsIn<IDataObject>(answer);
			case 'summary':
				return objectsIn<IDataObject>(answer.summary ?? answer);
			default:
				return seriesOf(answer) ?? objectsIn<IDataObject>(answer);
		}
	},
});

export const reports: ChatBotResource = {
	name: 'Report',
	value: 'report',
	operations: [
		report('getConversations', 'conversations', 'Retrieve how many conversations there were'),
		report(
			'getPaidConversations',
			'paid conversations',
			'Retrieve how many conversations counted as paid',
		),
	],
};
