import type { IDataObject } from 'n8n-workflow';

import { collection, texts } from '../../shared/fields/commonFields';
import { inUtc } from '../../shared/fields/dates';
import { objectsIn, thingIn } from '../../shared/fields/lists';
import { waitForCompletion } from '../../shared/node/completion';
import { input, operation, resource } from '../api';
import { hasSucceeded, isUnderWay, success } from '../job';
import { botById, botOf } from '../locators';
import { checkDays, fromTo, periodOf } from '../period';

const CREATE = 'containmentReport.create';
const STATUS = 'containmentReport.getStatus';

/** Days that a report may be about at most (docs/evidence/kore-ai.md §4.3.1). */
const LONGEST = { Cumulative: 90, Daily: 30 };

const reportIn = ({ tasksExecutionReport }: IDataObject) => thingIn(tasksExecutionReport);

/** The tasks of a report, day by day. */
const rowsOf = (state: IDataObject): IDataObject[] =>
	Object.values(thingIn(reportIn(state).data)).flatMap((rows) => objectsIn<IDataObject>(rows));

/** How far a report is, with its rows in one list. */
const simplify = (state: IDataObject): IDataObject => ({
	reportId: state._id,
	status: state.status,
	total: reportIn(state).total,
	rows: rowsOf(state),
});

const create = operation(CREATE, {
	name: 'Create',
	action: 'Create containment report',
	description: 'Count by task how the sessions of a bot ended, with an app created in the bot',
	simplify,
	fields: [
		botById,
		{
			displayName: 'Aggregation Type',
			name: 'aggregationType',
			type: 'options',
			options: [
				{ name: 'Cumulative', value: 'Cumulative', description: 'All days together, 90 at most' },
				{ name: 'Daily', value: 'Daily', description: 'Day by day, 30 at most' },
			],
			default: 'Cumulative',
		},
		...waitForCompletion,
		collection('Filters', [
			{
				displayName: 'Conversation Status',
				name: 'conversationStatus',
				type: 'options',
				options: [
					{ name: 'Active', value: 'Active' },
					{ name: 'Closed', value: 'Closed' },
				],
				default: 'Closed',
			},
			{
				displayName: 'Conversation Type',
				name: 'conversationType',
				type: 'options',
				options: [
					{ name: 'Interactive', value: 'Interactive' },
					{ name: 'Non-Interactive', value: 'Non-Interactive' },
				],
				default: 'Interactive',
			},
			...fromTo,
			texts('Task Names', 'taskNames', 'Task Name', 'names', 'Only these tasks'),
		]),
		collection('Options', [
			input(CREATE, 'limit', { displayName: 'Rows', name: 'rows' }),
			input(CREATE, 'skip', { displayName: 'Skip Rows' }),
		]),
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const AggregationType = fields.get('aggregationType');
		const { from, to } = periodOf(given);
		checkDays(given, { from, to }, LONGEST[AggregationType]);
		const filters = {
			dateFrom: inUtc(from),
			dateTo: inUtc(to),
			includeTaskName: given.get('taskNames'),
			ConversationType: given.get('conversationType'),
			ConversationStatus: given.get('conversationStatus'),
			AggregationType,
		};
		const options = fields.group('options');
		const [skip, limit] = [options.get('skip'), options.get('rows')];
		const path = botOf(fields);
		const begun = await api.call(CREATE, { path, query: { skip, limit }, body: { filters } });
		if (!fields.get('wait')) return begun;
		const reportId = String(begun._id);
		const over = await success(api, fields, {
			what: 'report',
			lookLater: `Look later with 'Get Status' and the report ID ${reportId}.`,
			read: async (patient) => await patient.call(STATUS, { path: { ...path, reportId } }),
		});
		const came = rowsOf(over).length;
		const total = Number(reportIn(over).total);
		if (limit === undefined && came + (skip ?? 0) < total) api.tellMissing({ came, total });
		return { _id: reportId, ...over };
	},
});

const getStatus = operation(STATUS, {
	name: 'Get Status',
	action: 'Get status of containment report',
	description: 'Retrieve how far a report is, and what it says once it is done',
	simplify,
	fields: [
		botById,
		input(STATUS, 'reportId', {
			isId: true,
			placeholder: 'e.g. ds-1a2b3c4d-…',
			description: "The reportId that 'Create' returned",
		}),
	],
	run: async ({ api, fields, inputOf }) => {
		const state = await api.call(STATUS, inputOf(STATUS));
		// How a report that failed is shown is not published.
		if (!isUnderWay(state.status) && !hasSucceeded(state.status)) api.failShape(state);
		return { _id: fields.get('reportId'), ...state };
	},
});

export const containmentReports = resource('Containment Report', create, getStatus);
