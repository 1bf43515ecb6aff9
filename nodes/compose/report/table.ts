import { shortened } from '../../shared/fields/shortened';
import { bytesOf, element, joined, shownNumber, type Markup } from './markup';
import { COLORS, MUTED } from './style';

/** A person scrolls no further to the side. */
const MAX_COLUMNS = 12;

/** Characters of a cell, and of the name of a column. */
const MAX_CELL = 80;
const MAX_NAME = 40;

/** What a table shows. */
export interface Table<Row> {
	/** What its rows are, in the plural. */
	what: string;
	rows: readonly Row[];
	/** The most important first. */
	columns: Array<{ name: string; valueOf: (row: Row) => unknown }>;
}

function shownValue(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	return shortened(String(value), MAX_CELL);
}

const part = (count: number, all: number, what: string) =>
	count < all ? `The first ${shownNumber(count)} of ${shownNumber(all)} ${what}` : `All ${what}`;

/** The first rows and columns, as many as `bytes` take, and how many that is of how many. */
export function boundedTable<Row>({ what, rows, columns }: Table<Row>, bytes: number): Markup {
	if (rows.length === 0) return element('p', { style: 'margin:0' }, `There are no ${what}.`);
	const shown = columns.slice(0, MAX_COLUMNS);
	const names = shown.map(({ name }) =>
		element('th', { align: 'left' }, shortened(name, MAX_NAME)),
	);
	const head = element('tr', { bgcolor: '#eef1f5' }, ...names);
	const withRows = (body: Markup[]) =>
		joined(
			element(
				'p',
				{ style: `margin:0 0 8px;${MUTED}` },
				`${part(body.length, rows.length, what)}. `,
				shown.length < columns.length ? `${part(shown.length, columns.length, 'columns')}.` : '',
			),
			element(
				'div',
				{ style: 'overflow-x:auto' },
				element(
					'table',
					{
						cellpadding: 4,
						cellspacing: 0,
						rules: 'rows',
						style: `border-collapse:collapse;border:1px solid ${COLORS.pale};font-size:12px;white-space:nowrap`,
					},
					head,
					...body,
				),
			),
		);
	// The figures of what is shown may be longer than those of nothing.
	const spare = 2 * String(rows.length).length;
	let left = bytes - bytesOf(withRows([])) - spare;
	const body: Markup[] = [];
	for (const row of rows) {
		const cells = shown.map(({ valueOf }) => element('td', {}, shownValue(valueOf(row))));
		const line = joined(element('tr', {}, ...cells), '\n');
		left -= bytesOf(line);
		if (left < 0) break;
		body.push(line);
	}
	return withRows(body);
}
