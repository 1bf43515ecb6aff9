import { collection } from '../../shared/fields/commonFields';
import { input, operation, resource } from '../api';
import { botById, botOf } from '../locators';
import { dayText, fromTo, periodOf } from '../period';

const TREND = 'engagementTrend.get';

const forV2 = { displayOptions: { show: { '/apiVersion': ['v2'] } } };

const get = operation(TREND, {
	name: 'Get',
	action: 'Get engagement trend',
	description: 'Retrieve how many people talked with a bot, with an app created in the bot',
	fields: [
		botById,
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'V1', value: 'v1', description: 'How many people' },
				{ name: 'V2', value: 'v2', description: 'New and returning people and averages, too' },
			],
			default: 'v2',
		},
		{
			displayName: 'Aggregation Type',
			name: 'aggregationType',
			type: 'options',
			options: [
				{ name: 'Daily', value: 'daily' },
				{ name: 'Hourly', value: 'hourly' },
			],
			default: 'daily',
		},
		collection('Filters', [
			input(TREND, 'channels', {
				displayName: 'Channel',
				placeholder: 'e.g. rtm',
				description: 'Only of this channel',
			}),
			input(TREND, 'conversationStatus', forV2),
			input(TREND, 'conversationType', {
				...forV2,
				options: [
					{ name: 'All', value: 'All' },
					{ name: 'Interactive', value: 'Interactive' },
					{ name: 'Non-Interactive', value: 'Non Interactive' },
				],
			}),
			...fromTo,
		]),
		collection('Options', [
			input(TREND, 'timeZoneOffset', {
				...forV2,
				displayName: 'Time Zone',
				description: 'Time zone that days and hours are counted by, as an IANA name',
			}),
		]),
	],
	run: async ({ api, fields }) => {
		const path = botOf(fields);
		const given = fields.group('filters');
		const { from, to } = periodOf(given);
		const common = {
			start_date: String(dayText(from)),
			end_date: String(dayText(to)),
			channels: given.get('channels'),
		};
		const isDaily = fields.get('aggregationType') === 'daily';
		if (fields.get('apiVersion') === 'v1') {
			const aggregation_type = isDaily ? 'Daily' : 'Hourly';
			return await api.call('engagementTrend.getV1', {
				path,
				query: { ...common, aggregation_type },
			});
		}
		const query = {
			...common,
			aggregation_type: isDaily ? ('daily' as const) : ('hourly' as const),
			conversationStatus: given.get('conversationStatus'),
			conversationType: given.get('conversationType'),
			timeZoneOffset: fields.group('options').get('timeZoneOffset'),
		};
		return await api.call(TREND, { path, query });
	},
});

export const engagementTrends = resource('Engagement Trend', get);
