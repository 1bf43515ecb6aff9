import { shortened } from '../../shared/fields/shortened';
import { bytesOf, element, joined, type Markup } from './markup';
import { COLORS, LAYOUT, MUTED } from './style';
import { boundedTable, type Table } from './table';

/** Gmail cuts a mail whose HTML is longer than some 102 kB. */
const MAX_BYTES = 100_000;

const DOCTYPE = '<!DOCTYPE html>\n';

const MAX_TITLE = 200;
const MAX_NOTE = 500;

const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.4;color:#1c2430';

/** What a report says, from the top. */
export interface Page<Row> {
	title: string;
	/** What it is a report of, and when it was made. */
	about: string[];
	figures: Array<{ label: string; value: string; more?: string }>;
	sections: Array<{ title: string; content: Markup }>;
	/** Shown as far as there is room. */
	table: { title: string } & Table<Row>;
	/** What a reader has to know about the figures. */
	notes: string[];
}

/**
 * A page of one HTML file of 100,000 bytes at most: styles at the elements, layout by tables, no script and no address,
 * so that it can be mailed, attached and opened without a net. Texts of data are shown as such, whatever is in them.
 */
export function pageOf<Row>(page: Page<Row>): string {
	const { table } = page;
	const withTable = (content: Markup) =>
		documentOf(page, [...page.sections, { title: table.title, content }]);
	const room = MAX_BYTES - DOCTYPE.length - bytesOf(withTable(joined()));
	return DOCTYPE + withTable(boundedTable(table, room)).source;
}

const line = (style: string) => (text: string) => element('p', { style }, text);

function documentOf<Row>(
	{ title, about, figures, notes }: Page<Row>,
	sections: Page<Row>['sections'],
): Markup {
	const name = shortened(title, MAX_TITLE);
	const content = element(
		'div',
		{ style: 'max-width:760px;margin:0 auto' },
		element('h1', { style: 'margin:0 0 4px;font-size:22px;word-break:break-word' }, name),
		...about.map((text) => line(`margin:0;${MUTED}`)(shortened(text, MAX_NOTE))),
		element('div', { style: 'margin:16px 0 0' }, ...figures.map(tile)),
		...notes.map((text) => line(`margin:0 0 4px;${MUTED}`)(shortened(text, MAX_NOTE))),
		...sections.flatMap(({ title: heading, content: shown }) => [
			element('h2', { style: 'margin:28px 0 8px;font-size:16px' }, heading),
			shown,
		]),
	);
	const head = element(
		'head',
		{},
		element('meta', { charset: 'utf-8' }),
		element('meta', { name: 'viewport', content: 'width=device-width' }),
		element('meta', { name: 'color-scheme', content: 'light' }),
		element('title', {}, name),
	);
	// Mail programs leave out the body's own style. A wide table must not make the page as wide.
	const cell = element('td', { bgcolor: '#ffffff', style: `padding:20px 16px;${FONT}` }, content);
	const frame = { ...LAYOUT, cellpadding: 0, style: 'table-layout:fixed' };
	const body = element(
		'body',
		{ bgcolor: '#ffffff', style: 'margin:0' },
		element('table', frame, element('tr', {}, cell)),
	);
	return element('html', { lang: 'en' }, head, body);
}

const tile = ({ label, value, more = '' }: Page<unknown>['figures'][number]): Markup =>
	element(
		'div',
		{
			style: `display:inline-block;vertical-align:top;min-width:110px;margin:0 12px 12px 0;padding:8px 12px;border:1px solid ${COLORS.pale};border-radius:6px`,
		},
		line(`margin:0;${MUTED}`)(label),
		element(
			'p',
			{ style: 'margin:0;font-size:20px' },
			value,
			' ',
			element('span', { style: MUTED }, more),
		),
	);
