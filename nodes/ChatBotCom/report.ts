import { omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { readBody, rowsOf } from '../shared/call/answers';
import { hasOneOf } from '../shared/call/success';
import { collection } from '../shared/fields/commonFields';
import { fieldList } from '../shared/fields/field';
import type { FieldsOf } from '../shared/fields/fields';
import { isThing } from '../shared/fields/lists';
import { operation, resource } from './api';
import type { Operations } from './contract';
import { ofStory } from './locators';

type Input = Operations['report.getConversations'];

const fields = fieldList([
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
		notBefore: 'from',
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
	collection('Filters', [
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
			description: 'Only conversations from here',
		},
		ofStory('storyId', 'Only conversations of this story'),
	]),
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
	]),
]);

/** A custom period is two dates, and any other a word. */
function asked(given: FieldsOf<typeof fields>, { query }: Input): Input {
	const custom = omit(query, 'period');
	if (given.get('period') !== 'custom') return { query };
	if (!custom.from) {
		given.fail('from', 'is empty', "A custom period needs it. Choose another 'Period'.");
	}
	return { query: custom };
}

const report = (
	kind: 'getConversations' | 'getPaidConversations',
	words: string,
	description: string,
) =>
	operation(`report.${kind}`, {
		name: `Get ${words.replace(/\b\w/g, (letter) => letter.toUpperCase())}`,
		action: `Get report of ${words}`,
		description,
		fields,
		run: async ({ api, fields: given, inputOf }) => {
			const id = `report.${kind}` as const;
			const answer = (await api.answer(id, asked(given, inputOf(id)))) as IDataObject;
			const { data } = answer;
			const { value: summary } = readBody(answer.summary);
			const rows = rowsOf(Array.isArray(answer) ? answer : data);
			const isSeries = rows?.every((row) => hasOneOf(row, ['date', 'value'])) ?? true;
			if (!isSeries) api.failShape(answer);
			if (!rows && (data ?? summary ?? undefined) === undefined) api.failShape(answer);
			switch (given.get('return')) {
				case 'everything':
					return Array.isArray(answer) ? rows! : answer;
				case 'summary':
					return isThing(summary) ? summary : Array.isArray(answer) ? rows! : answer;
				default:
					// A grouped answer may have another form.
					return rows ?? answer;
			}
		},
	});

export const reports = resource(
	'Report',
	report('getConversations', 'conversations', 'Retrieve how many conversations there were'),
	report(
		'getPaidConversations',
		'paid conversations',
		'Retrieve how many conversations counted as paid',
	),
);
