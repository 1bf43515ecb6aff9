import type { DateTime } from 'luxon';

import { WEEKDAYS } from '../../compose/campaign/window';
import { field } from '../../shared/fields/field';
import { operation, input } from '../api';
import { bot, botOf } from '../locators';

/** A day as a schedule has it, by the panel's number. */
const DAYS = { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 0: 'Sun' } as const;

const repeated = { recurrence: ['Daily', 'Weekly'] };

/** How Kore.ai writes a time; in which zone it reads one is not described (docs/evidence/kore-ai.md §9.2). */
const timeText = (time: DateTime) => time.toFormat('yyyy-MM-dd HH:mm:ss');

const every = <const Name extends string>(displayName: string, name: Name, recurrence: string) =>
	field({
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1,
		displayOptions: { show: { recurrence: [recurrence] } },
	});

export const setSchedule = operation('campaign.setSchedule', {
	name: 'Set Schedule',
	action: 'Set schedule of campaign',
	description: 'Let a campaign run every few days or weeks, or no longer',
	check: "To find out, run 'Get Status' for the campaign.",
	fields: [
		bot,
		input('campaign.setSchedule', 'campaignName', {
			isName: true,
			description: 'Kore.ai takes the name here, and no ID',
		}),
		{
			displayName: 'Recurrence',
			name: 'recurrence',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Daily', value: 'Daily' },
				{ name: 'Off', value: 'Off' },
				{ name: 'Weekly', value: 'Weekly' },
			],
			default: 'Daily',
		},
		{
			displayName: 'Schedule Start',
			name: 'start',
			type: 'dateTime',
			default: '',
			required: true,
			displayOptions: { show: repeated },
			description:
				"Sent as it is in the workflow's time zone. Kore.ai does not say in which zone it reads it.",
		},
		{
			displayName: 'Schedule End',
			name: 'end',
			type: 'dateTime',
			default: '',
			required: true,
			notBefore: 'start',
			displayOptions: { show: repeated },
			description: 'Has to be in the future',
		},
		every('Every (Days)', 'everyDays', 'Daily'),
		every('Every (Weeks)', 'everyWeeks', 'Weekly'),
		{
			displayName: 'Allowed Weekdays',
			name: 'allowedWeekdays',
			type: 'multiOptions',
			options: [...WEEKDAYS],
			default: ['1', '2', '3', '4', '5'],
			required: true,
			displayOptions: { show: { recurrence: ['Weekly'] } },
			description: 'Days on which the campaign runs',
		},
	],
	run: async ({ api, fields }) => {
		const recurrence = fields.get('recurrence');
		const path = botOf(fields);
		const campaignName = fields.get('campaignName');
		if (recurrence === 'Off') {
			const query = { enableSchedule: false, campaignName };
			return await api.call('campaign.setSchedule', { path, query, body: {} });
		}
		const details =
			recurrence === 'Daily'
				? { dailyDetails: { onceEveryNdays: fields.get('everyDays') } }
				: {
						weeklyDetails: {
							onceEveryNweeks: fields.get('everyWeeks'),
							whichDays: fields.get('allowedWeekdays').map((day) => DAYS[day]),
						},
					};
		return await api.call('campaign.setSchedule', {
			path,
			query: { enableSchedule: true, campaignName },
			body: {
				startDateTime: timeText(fields.get('start')),
				endDateTime: timeText(fields.get('end')),
				recurrenceObject: { recurType: recurrence, ...details },
			},
		});
	},
});
