import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Paging } from '../../shared/call/paging';
import { collection, returnAllOrLimit } from '../../shared/fields/commonFields';
import { field } from '../../shared/fields/field';
import type { FieldsOf } from '../../shared/fields/fields';
import { input, operation, resource } from '../api';
import { bot } from '../locators';
import { wholePaging } from './paging';

/** As in the samples: in UTC, without parts of a second (docs/evidence/kore-ai.md §9.8.7). */
const timeText = (date: DateTime | undefined) => date?.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");

const headerOf = (fields: FieldsOf<[typeof bot]>) => ({ iid: fields.get('bot') });

/** Its agents, in a bare list that may ignore how it is asked for. */
const agentPaging: Paging = {
	size: 50,
	ask: ({ skip }, size) => ({ offset: skip, limit: size }),
	endsOnRepeat: true,
	read: (rows) => ({ rows }),
};

const figures = (rows: (body: IDataObject) => unknown): Paging => ({
	size: 50,
	ask: ({ skip }, size) => ({ skip, limit: size }),
	inBody: true,
	read: (body) => ({ rows: rows(body), hasMore: body.hasMore, total: body.totalCount }),
});

const activityPaging: Paging = {
	size: 50,
	read: ({ AgentUpdates: updates, agentUpdates }) => ({ rows: updates ?? agentUpdates }),
};

const from = field({
	displayName: 'From',
	name: 'from',
	type: 'dateTime',
	default: '',
	narrows: true,
	description: 'Begin of the time range. Without it, from the first record on.',
});

const to = field({
	displayName: 'To',
	name: 'to',
	type: 'dateTime',
	default: '',
	required: true,
	notBefore: 'from',
	description: 'End of the time range',
});

const getAgents = operation('workforce.getAgents', {
	name: 'Get Agents',
	action: 'Get agents in workforce data',
	description: 'Retrieve the IDs and names of all agents of the account',
	fields: [bot, ...returnAllOrLimit],
	run: async ({ api, fields }) =>
		await api.list(
			'workforce.getAgents',
			{ header: headerOf(fields), query: {} },
			fields.window('agentId'),
			agentPaging,
		),
});

const getQueues = operation('workforce.getQueues', {
	name: 'Get Queues',
	action: 'Get queues in workforce data',
	description: 'Retrieve the IDs and names of all queues of the account',
	fields: [bot, ...returnAllOrLimit],
	run: async ({ api, fields }) =>
		await api.list(
			'workforce.getQueues',
			{ header: headerOf(fields) },
			fields.window('collectionPointId'),
			wholePaging,
		),
});

const getActivity = operation('workforce.getActivity', {
	name: 'Get Activity',
	action: 'Get agent activity in workforce data',
	description: 'Retrieve when agents changed what they do, an item for each change',
	fields: [bot, { ...from, required: true }, to, ...returnAllOrLimit],
	run: async ({ api, fields }) => {
		const query = {
			fromTimeStamp: timeText(fields.get('from')),
			toTimeStamp: timeText(fields.get('to')),
		};
		const asked = { header: headerOf(fields), query };
		return await api.list('workforce.getActivity', asked, fields.window(), activityPaging);
	},
});

const getVolume = operation('workforce.getVolume', {
	name: 'Get Contact Volume',
	action: 'Get contact volume in workforce data',
	description: 'Retrieve how many contacts came to each queue and what became of them, by interval',
	fields: [
		bot,
		input('workforce.getVolume', 'orgId', {
			displayName: 'Organization ID',
			isId: true,
			description: "ID of the organization (o-…), as 'Get Many' for queues has it",
		}),
		from,
		to,
		...returnAllOrLimit,
		collection('Options', [
			input('workforce.getVolume', 'includeSkillBreakdown', {
				displayName: 'Include Skills',
				description:
					'Whether to add the figures of each skill, which count a contact for each of its skills',
			}),
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const { body } = inputOf('workforce.getVolume');
		const asked = {
			header: headerOf(fields),
			body: {
				...body,
				fromTimeStamp: timeText(fields.get('from')),
				toTimeStamp: String(timeText(fields.get('to'))),
			},
		};
		const paging = figures(({ CallVolumeUpdate: rows }) => rows);
		return await api.list('workforce.getVolume', asked, fields.window('_id'), paging);
	},
});

const getPerformance = operation('workforce.getPerformance', {
	name: 'Get Performance',
	action: 'Get agent performance in workforce data',
	description: 'Retrieve what each agent did for each queue, by interval',
	fields: [bot, from, to, ...returnAllOrLimit],
	run: async ({ api, fields }) => {
		const asked = {
			header: headerOf(fields),
			body: {
				fromTimeStamp: timeText(fields.get('from')),
				toTimeStamp: String(timeText(fields.get('to'))),
			},
		};
		const paging = figures(({ AgentPerformance: rows }) => rows);
		return await api.list('workforce.getPerformance', asked, fields.window('agentId'), paging);
	},
});

export const workforce = resource(
	'Workforce Data',
	getActivity,
	getAgents,
	getVolume,
	getPerformance,
	getQueues,
);
