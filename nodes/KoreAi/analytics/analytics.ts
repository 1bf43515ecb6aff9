import type { IDataObject } from 'n8n-workflow';

import { collection, pageSize, returnAllOrLimit, texts } from '../../shared/fields/commonFields';
import { inUtc } from '../../shared/fields/dates';
import { input, operation, resource } from '../api';
import { tellDefaults } from '../history';
import { botById, botOf } from '../locators';
import { fromTo, periodOf } from '../period';
import { tagFilter, tagsOf } from '../tags';
import { byTime, metricPaging, inOrder, PAGE } from './metrics';

export const METRICS = 'analytics.getAll';

/** The row in ten fields. One that is about no utterance, as a performance log may be, stays as it came: its form is not published. */
export const simplify = (row: IDataObject): IDataObject =>
	row.utterance === undefined
		? row
		: {
				id: row._id,
				utterance: row.utterance,
				intent: row.intent,
				taskName: row.taskName,
				language: row.language,
				channel: row.channel,
				userId: row.userId,
				sessionId: row.sessionId,
				messageId: row.messageId,
				timestamp: row.timestamp,
			};

export const channels = texts(
	'Channels',
	'channels',
	'Channel',
	'words',
	'Channels to look at, such as msteams, ivrVoice or smartassist. Without any: rtm (web and mobile), which is what Kore.ai takes.',
);

const types = input(METRICS, 'type', {
	options: [
		{ name: 'Failed Tasks', value: 'failtask' },
		{ name: 'Intents Found', value: 'successintent' },
		{ name: 'Intents Not Found', value: 'failintent' },
		{ name: 'Performance Logs', value: 'performance' },
		{ name: 'Successful Tasks', value: 'successtask' },
		{ name: 'Unhandled Utterances', value: 'unhandledutterance' },
	],
	default: 'unhandledutterance',
});

const getMany = operation(METRICS, {
	name: 'Get Many',
	action: 'Get many analytics records',
	description: 'Retrieve a list of intents, tasks or utterances, with an app created in the bot',
	largeAnswers: true,
	simplify,
	fields: [
		botById,
		types,
		...returnAllOrLimit,
		collection('Filters', [
			{
				displayName: 'Ambiguous',
				name: 'isAmbiguous',
				type: 'boolean',
				default: false,
				description: 'Whether to include ambiguous intents',
			},
			channels,
			texts(
				'Channel User IDs',
				'channelUserIds',
				'Channel User ID',
				'ids',
				'Only of these people, as the channel knows them',
			),
			{
				displayName: 'Developers',
				name: 'isDeveloper',
				type: 'boolean',
				default: false,
				description: 'Whether to include what developers said',
			},
			...fromTo,
			tagFilter,
			texts('Task IDs', 'taskIds', 'Task ID', 'ids', 'Only of these tasks (dg-…)'),
			{
				displayName: 'Trained',
				name: 'trained',
				type: 'boolean',
				default: true,
				description: 'Whether to include what the bot was trained with',
			},
			texts('User IDs', 'userIds', 'User ID', 'ids', 'Only of these people (u-…)'),
		]),
		collection('Options', [pageSize(PAGE)]),
		inOrder,
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const { from, to } = periodOf(given);
		const channel = given.get('channels');
		const filters = {
			from: String(inUtc(from)),
			to: String(inUtc(to)),
			channel,
			channelUIds: given.get('channelUserIds'),
			isAmbiguous: given.get('isAmbiguous'),
			isDeveloper: given.get('isDeveloper'),
			trained: given.get('trained'),
			taskId: given.get('taskIds'),
			userId: given.get('userIds'),
			tags: tagsOf(given),
		};
		const sort = byTime(fields.group('sort').get('sortOrder'));
		const body = { type: fields.get('type'), filters, sort };
		const window = fields.window('_id');
		const rows = await api.list(METRICS, { path: botOf(fields), body }, window, metricPaging);
		if (rows.length === 0 && !channel) tellDefaults(api, [['the channel rtm', "'Channels'"]]);
		return rows;
	},
});

export const analytics = resource('Analytics', getMany);
