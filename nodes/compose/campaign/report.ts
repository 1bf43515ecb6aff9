import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { collection, texts } from '../../shared/fields/commonFields';
import { fieldList, shownWith } from '../../shared/fields/field';
import type { FieldsOf, ValuesOf } from '../../shared/fields/fields';
import { fileFields, fileItem } from '../../shared/node/files';
import type { Output, RunContext } from '../../shared/node/operation';
import { reportPage } from './reportPage';
import { callRows, statusRows, summaryOf, type Results } from './results';

/** A spreadsheet would not take more. */
const MAX_COLUMNS = 1000;

/** Every row has every column, so that many of both would fill the memory. */
const MAX_CELLS = 5_000_000;

type Kind = 'calls' | 'html' | 'statuses' | 'summary';

const summaryRow = (results: Results) => [summaryOf(results)];

const ROWS: Record<Kind, (results: Results) => IDataObject[]> = {
	calls: callRows,
	html: summaryRow,
	statuses: statusRows,
	summary: summaryRow,
};

const statusesAndCollected = (results: Results) => ({
	count: results.collected.length + statusRows(results).length,
	what: 'statuses and collected variables',
});

/** What becomes a column because of its name in the service's answer: how much, and in words. */
const NAMED: Record<Kind, (results: Results) => { count: number; what: string }> = {
	calls: ({ variables, collected }) => ({
		count: variables.length + collected.length,
		what: 'variables',
	}),
	html: statusesAndCollected,
	statuses: () => ({ count: 0, what: '' }),
	summary: statusesAndCollected,
};

/** What a service's report is told with. */
export interface ReportWords {
	/** What its statuses are called. */
	statuses: string;
	/** Which calls count as answered, as long as nobody names the statuses. */
	answered: string;
	/** What the times of calls are. */
	times: string;
	/** Where every call has only its own variables. */
	instead: string;
}

/** What a report shows, and the statuses that count as answered. */
export const reportFields = ({ statuses, answered }: ReportWords) =>
	fieldList([
		{
			displayName: 'Return',
			name: 'return',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Summary', value: 'summary', description: 'One item with the figures' },
				{
					name: 'HTML Report',
					value: 'html',
					description:
						'One item with the figures, and a page of charts and calls as a file, for a mail',
				},
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
		...shownWith(fileFields('report.html'), { return: ['html'] }),
		...shownWith(
			[
				collection('Options', [
					{
						...texts(
							'Answered Statuses',
							'answeredStatuses',
							'Status',
							'names',
							`The ${statuses} that count as answered. Without them: ${answered}`,
						),
						narrows: true,
					},
				]),
			],
			{ return: ['calls', 'html', 'summary'] },
		),
	]);
type ReportFields = ReturnType<typeof reportFields>;

/** What a report is about. */
interface Reported {
	id: string;
	/** None where the service gives none. */
	name: unknown;
	results: Results;
}

/** The statuses that count as answered, as the user named them; a Row per Status needs none. */
export const answeredIn = (fields: FieldsOf<ReportFields>): string[] | undefined =>
	fields.get('return') === 'statuses' ? undefined : fields.group('options').get('answeredStatuses');

/** The rows of a report, or its figures with a page. Throws NodeOperationError when they would have too many columns. */
export async function reportOf<Operations>(
	context: RunContext<Operations, ValuesOf<ReportFields>>,
	{ id, name, results }: Reported,
	words: ReportWords,
): Promise<Output[]> {
	const { fields, node } = context;
	const kind = fields.get('return');
	checkSize(context.api, kind, results, words.instead);
	const which = { list_id: id, list_name: name ?? null };
	// Two spreads in one literal take V8 a hundred times as long with rows as wide as these.
	const rows = ROWS[kind](results).map((row) => Object.assign({ ...which } as IDataObject, row));
	if (kind !== 'html') return rows;
	const named = answeredIn(fields);
	const page = reportPage(results, {
		id,
		name: typeof name === 'string' && name !== '' ? name : id,
		madeAt: DateTime.now().setZone(node.getTimezone()),
		notes: [
			named
				? `Answered: calls with the status ${named.join(', ')}.`
				: `Answered: ${words.answered}`,
			words.times,
		],
	});
	return [await fileItem(context, rows[0], page, 'text/html')];
}

function checkSize<Operations>(
	api: Client<Operations>,
	kind: Kind,
	results: Results,
	instead: string,
): void {
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
}
