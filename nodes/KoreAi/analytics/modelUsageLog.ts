import type { IDataObject } from 'n8n-workflow';

import type { Paging } from '../../shared/call/paging';
import { collection, returnAllOrLimit, texts } from '../../shared/fields/commonFields';
import { inUtc, splitPeriod } from '../../shared/fields/dates';
import { thingIn } from '../../shared/fields/lists';
import { input, operation, resource } from '../api';
import { checkLength } from '../history';
import { bot, botOf } from '../locators';
import { fromTo, periodOf } from '../period';
import { channels, PAGE } from './metrics';

const LOGS = 'modelUsageLog.getAll';

/** One call is about 90 days at most (docs/evidence/kore-ai.md §4.3.1). */
const WINDOW = { hours: 90 * 24, seconds: -1 };

/** They have no ID. */
const KEY = ['start Date', 'End Date', 'User ID', 'Description'] as const;

/** As texts, which is what the vendor's sample has. */
const paging: Paging = {
	size: PAGE,
	ask: ({ skip }, size) => ({ skip: String(skip), limit: String(size) }),
	inBody: true,
	endsOnShort: true,
	read: (body) => ({ rows: body }),
};

/** The row in ten fields; one of them has a blank in its name. */
const simplify = (row: IDataObject): IDataObject => {
	const details = thingIn(row['Payload Details']);
	return {
		promptName: row['Prompt Name'],
		integration: row.Integration,
		model: row['Model Name'],
		feature: row['Feature Name '] ?? row['Feature Name'],
		description: row.Description,
		startDate: row['start Date'],
		timeTaken: row['Time Taken'],
		status: row.Status,
		requestTokens: details['Request Tokens'],
		responseTokens: details['Response Tokens'],
	};
};

const getMany = operation(LOGS, {
	name: 'Get Many',
	action: 'Get many model usage logs',
	description: 'Retrieve a list of the calls of language models by a bot, with their tokens',
	largeAnswers: true,
	simplify,
	fields: [
		bot,
		...returnAllOrLimit,
		collection('Filters', [
			channels,
			input(LOGS, 'isDeveloper', {
				displayName: 'Developers',
				description: 'Whether to include what developers caused',
			}),
			texts(
				'Feature Names',
				'featureNames',
				'Feature Name',
				'names',
				'Only of these features, such as Agent Node',
			),
			...fromTo,
			input(LOGS, 'taskId', {
				displayName: 'Task ID',
				isId: true,
				placeholder: 'e.g. dg-1a2b3c4d-…',
				description: 'Only of this task',
			}),
		]),
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const period = periodOf(given);
		checkLength(given, 'from', period);
		const path = botOf(fields);
		const inputs = splitPeriod(period, WINDOW).map(({ from, to }) => ({
			path,
			body: {
				dateFrom: String(inUtc(from)),
				dateTo: String(inUtc(to)),
				channel: given.get('channels'),
				isDeveloper: given.get('isDeveloper'),
				featureName: given.get('featureNames'),
				taskId: given.get('taskId'),
				// The page sets it.
				limit: '',
			},
		}));
		return await api.listInTurn(LOGS, inputs, fields.window(...KEY), paging);
	},
});

export const modelUsageLogs = resource('Model Usage Log', getMany);
