import type { IDataObject } from 'n8n-workflow';

import { collection, texts } from '../../shared/fields/commonFields';
import { operation } from '../api';
import { bot, callList } from '../locators';
import { callRows, readResults, statusRows, summaryOf, type Results } from './callResults';

/** A spreadsheet would not take more. */
const MAX_COLUMNS = 1000;

/** Every row has every column, so that many of both would fill the memory. */
const MAX_CELLS = 5_000_000;

const ROWS: Record<string, (results: Results) => IDataObject[]> = {
	calls: callRows,
	statuses: statusRows,
	summary: (results) => [summaryOf(results)],
};

/** What becomes a column because of its name in KODA's answer: how much, and in words. */
const NAMED: Record<string, (results: Results) => { count: number; what: string }> = {
	calls: ({ variables, collected }) => ({
		count: variables.length + collected.length,
		what: 'variables',
	}),
	statuses: () => ({ count: 0, what: '' }),
	summary: (results) => ({
		count: results.collected.length + statusRows(results).length,
		what: 'statuses and collected variables',
	}),
};

/** `callList.getReport`: one `callList.get`, counted (docs/evidence/koda.md §3.1, §5). */
export const getReport = operation('callList.getReport', {
	name: 'Get Report',
	action: 'Get report of call list',
	description:
		'Count the results of a campaign: calls by status, answered share, attempts and collected variables',
	largeAnswers: true,
	fields: [
		bot,
		callList,
		{
			displayName: 'Return',
			name: 'return',
			type: 'options',
			options: [
				{ name: 'Summary', value: 'summary', description: 'One item with the figures' },
				{
					name: 'Row per Call',
					value: 'calls',
					description: 'One item per call, all with the same fields, for a spreadsheet',
				},
				{
					name: 'Row per Status',
					value: 'statuses',
					description: 'One item per status, for a chart',
				},
			],
			default: 'summary',
		},
		{
			...collection('Options', [
				{
					...texts(
						'Answered Statuses',
						'answeredStatuses',
						'Status',
						'names',
						'The calling statuses that count as answered. KODA publishes no list of them: without this option a call counts whose duration is above zero, which is inferred.',
					),
					narrows: true,
				},
			]),
			displayOptions: { show: { return: ['calls', 'summary'] } },
		},
	],
	run: async ({ api, fields }) => {
		const [botId, listId] = [fields.get('bot'), fields.get('callList')];
		const kind = fields.get('return');
		const answeredStatuses =
			kind === 'statuses' ? undefined : fields.group('options').get('answeredStatuses');
		const list = await api.call('callList.get', { path: { botId, listId } });
		const results = readResults({ ...list, calls: api.rowsIn(list.calls, list) }, answeredStatuses);
		const { count, what } = NAMED[kind](results);
		if (count > MAX_COLUMNS) {
			api.fail(
				`The calls have ${count} different ${what}, and each would be a column`,
				`A row takes ${MAX_COLUMNS} at most. Use 'Get' for the call list, where every call has only its own.`,
			);
		}
		const { length } = results.calls;
		if (kind === 'calls' && count * length > MAX_CELLS) {
			api.fail(
				`${length} calls with ${count} different variables are too many: each row would have all of them`,
				`At most ${MAX_CELLS} cells are filled. Use 'Get' for the call list, where every call has only its own.`,
			);
		}
		const which = { list_id: listId, list_name: list.name ?? null };
		// Two spreads in one literal take V8 a hundred times as long with rows as wide as these.
		return ROWS[kind](results).map((row) => Object.assign({ ...which }, row));
	},
});
