import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { collection, texts } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import { callRows, statusRows, summaryOf, type Results } from './results';

/** A spreadsheet would not take more. */
const MAX_COLUMNS = 1000;

/** Every row has every column, so that many of both would fill the memory. */
const MAX_CELLS = 5_000_000;

const ROWS: Record<string, (results: Results) => IDataObject[]> = {
	calls: callRows,
	statuses: statusRows,
	summary: (results) => [summaryOf(results)],
};

/** What becomes a column because of its name in the service's answer: how much, and in words. */
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

/** What a report shows, and the statuses that count as answered; `meant` says which do without them. */
export const reportFields = (statusWord: string, meant: string) =>
	fieldList([
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
						`The ${statusWord} that count as answered. ${meant}`,
					),
					narrows: true,
				},
			]),
			displayOptions: { show: { return: ['calls', 'summary'] } },
		},
	]);

/** What a report is about. */
interface Reported {
	/** The columns that every row begins with. */
	which: IDataObject;
	kind: 'calls' | 'statuses' | 'summary';
	/** Where every call has only its own variables. */
	instead: string;
}

/** The rows of a report. Throws NodeOperationError when they would have too many columns. */
export function reportOf<Operations>(
	api: Client<Operations>,
	results: Results,
	{ which, kind, instead }: Reported,
): IDataObject[] {
	const { count, what } = NAMED[kind](results);
	if (count > MAX_COLUMNS) {
		api.fail(
			`The calls have ${count} different ${what}, and each would be a column`,
			`A row takes ${MAX_COLUMNS} at most. Use ${instead}, where every call has only its own.`,
		);
	}
	const { length } = results.calls;
	if (kind === 'calls' && count * length > MAX_CELLS) {
		api.fail(
			`${length} calls with ${count} different variables are too many: each row would have all of them`,
			`At most ${MAX_CELLS} cells are filled. Use ${instead}, where every call has only its own.`,
		);
	}
	// Two spreads in one literal take V8 a hundred times as long with rows as wide as these.
	return ROWS[kind](results).map((row) => Object.assign({ ...which }, row));
}
