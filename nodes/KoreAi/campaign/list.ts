import type { IDataObject } from 'n8n-workflow';

import { collection, returnAllOrLimit, sort, sortOrder } from '../../shared/fields/commonFields';
import { inUtc } from '../../shared/fields/dates';
import { thingIn } from '../../shared/fields/lists';
import { campaignPaging, operation } from '../api';
import type { CampaignStatus, DialingMode } from '../contract';
import { bot, botOf } from '../locators';
import { campaignType } from './type';

const named = <Value extends string>(values: readonly Value[]) =>
	values.map((value) => ({ name: value, value }));

/** All that there are (docs/evidence/kore-ai.md §9.2). */
const STATUSES = [
	'Active',
	'Completed',
	'Paused',
	'Preparing',
	'Ready',
	'Rescheduled',
	'Scheduled',
	'Stopped',
] as const satisfies CampaignStatus[];

/** How calls are made, as the contract has it. */
export const DIALING_MODES = [
	'Agentless',
	'Preview',
	'Progressive',
] as const satisfies DialingMode[];

const PRIORITIES = ['1', '2', '3', '4', '5'] as const;

/** The row in ten fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	campaignId: row._id ?? row.id,
	name: row.name,
	description: row.description,
	status: row.status,
	priority: row.priority,
	dialingMode: row.dialingMode,
	contactLists: row.contactLists,
	doNotCallList: thingIn(row.dncLists).name,
	createdAt: row.createdAt,
	updatedAt: row.updatedAt,
});

export const getMany = operation('campaign.getAll', {
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'Retrieve a list of the voice or the SMS campaigns of a bot',
	simplify,
	fields: [
		bot,
		campaignType,
		...returnAllOrLimit,
		collection('Filters', [
			{
				displayName: 'Dialing Mode',
				name: 'dialingMode',
				type: 'multiOptions',
				options: named(DIALING_MODES),
				default: [],
				description: 'Of voice campaigns only',
			},
			{
				displayName: 'From',
				name: 'from',
				type: 'dateTime',
				default: '',
				description: 'Begin of the time range',
			},
			{
				displayName: 'Priority',
				name: 'priority',
				type: 'multiOptions',
				options: named(PRIORITIES),
				default: [],
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'multiOptions',
				options: named(STATUSES),
				default: [],
			},
			{
				displayName: 'To',
				name: 'to',
				type: 'dateTime',
				default: '',
				notBefore: 'from',
				description: 'End of the time range',
			},
		]),
		sort(
			[
				{ name: 'Created At', value: 'createdAt' },
				{ name: 'Name', value: 'name' },
				{ name: 'Updated At', value: 'updatedAt' },
			],
			'sortBy',
			sortOrder,
		),
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const sorted = fields.group('sort');
		const [by, order] = [sorted.get('sortBy'), sorted.get('sortOrder')];
		const filters = {
			status: given.get('status'),
			priority: given.get('priority')?.map(Number),
			dialingMode: given.get('dialingMode'),
		};
		const body = {
			type: fields.get('campaignType'),
			startDate: inUtc(given.get('from')),
			endDate: inUtc(given.get('to')),
			sortBy: order || by ? { [by ?? 'createdAt']: order ?? 'desc' } : undefined,
			filters: Object.values(filters).some((one) => one?.length) ? filters : undefined,
		};
		const path = botOf(fields);
		return await api.list('campaign.getAll', { path, body }, fields.window('_id'), campaignPaging);
	},
});
