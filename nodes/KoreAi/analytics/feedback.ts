import type { IDataObject } from 'n8n-workflow';

import { collection, pageSize, returnAllOrLimit } from '../../shared/fields/commonFields';
import { inUtc } from '../../shared/fields/dates';
import { input, operation, resource } from '../api';
import { bot, botOf } from '../locators';
import { fromTo, periodOf } from '../period';
import { byTime, channels, metricPaging, inOrder, PAGE } from './metrics';

export const FEEDBACK = 'feedback.getAll';

/** The row in ten fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	id: row._id,
	surveyName: row.surveyName,
	surveyType: row.surveyType,
	score: row.score,
	comments: row.comments,
	userId: row.userId,
	sessionId: row.sessionId,
	channel: row.channel,
	language: row.language,
	timestamp: row.timestamp,
});

const getMany = operation(FEEDBACK, {
	name: 'Get Many',
	action: 'Get many feedback responses',
	description: 'Retrieve a list of what people answered to the surveys of a bot',
	simplify,
	fields: [
		bot,
		...returnAllOrLimit,
		collection('Filters', [channels, ...fromTo]),
		collection('Options', [pageSize(PAGE)]),
		inOrder,
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const { from, to } = periodOf(given);
		const filters = {
			from: String(inUtc(from)),
			to: String(inUtc(to)),
			channel: given.get('channels'),
		};
		const body = { filters, sort: byTime(fields.group('sort').get('sortOrder')) };
		const window = fields.window('_id');
		return await api.list(FEEDBACK, { path: botOf(fields), body }, window, metricPaging);
	},
});

const create = operation('feedback.create', {
	name: 'Create',
	action: 'Create feedback response',
	description: "Save a person's answer to a survey, which the feedback dashboard then counts",
	check: "To find out, run 'Get Many' for feedback.",
	fields: [
		bot,
		input('feedback.create', 'channelUId', {
			displayName: 'Channel User ID',
			isId: true,
			placeholder: 'e.g. jane@example.com',
			description: 'Who gave it, as the channel knows them: an email address or enterprise ID',
		}),
		input('feedback.create', 'name', {
			displayName: 'Survey Name',
			isName: true,
			placeholder: 'e.g. After the Call',
			description: undefined,
		}),
		input('feedback.create', 'type', {
			displayName: 'Survey Type',
			options: [
				{ name: 'CSAT', value: 'CSAT' },
				{ name: 'NPS', value: 'NPS' },
				{ name: 'Thumb', value: 'THUMB' },
			],
			default: 'NPS',
		}),
		input('feedback.create', 'score', {}),
		input('feedback.create', 'channel', {
			placeholder: 'e.g. rtm',
			description: 'Where it was given, such as rtm (web and mobile)',
		}),
		input('feedback.create', 'language', { placeholder: 'e.g. en' }),
		collection('Additional Fields', [
			input('feedback.create', 'message', {
				required: false,
				description: 'What the person was asked',
			}),
		]),
	],
	run: async ({ api, inputOf }) => {
		const { path, body } = inputOf('feedback.create');
		// It has to be there, and is empty in the vendor's sample.
		const saved = { ...body, message: body.message ?? '' };
		return await api.call('feedback.create', { path, body: saved });
	},
});

export const feedback = resource('Feedback', getMany, create);
