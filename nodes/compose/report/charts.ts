import { maxBy, sumBy } from 'lodash';

import { shortened } from '../../shared/fields/shortened';
import { element, joined, percent, shownNumber, type Content, type Markup } from './markup';
import { COLORS, LAYOUT, MUTED } from './style';
import type { Timeline } from './timeline';

/** More bars than these are one. */
const MAX_BARS = 12;

/** Characters of what a bar is called. */
const MAX_LABEL = 80;

/** One thing that was counted. */
export interface Bar {
	label: Content;
	count: number;
}

/**
 * A row per bar, the longest first, with its count and its share of `whole`. Texts stand beside the drawing and not in
 * it: a mail program that shows no SVG still shows every figure.
 */
export function barChart(bars: Bar[], whole: number): Markup {
	const sorted = bars.toSorted((a, b) => b.count - a.count);
	const rest = sorted.length > MAX_BARS ? sorted.slice(MAX_BARS - 1) : [];
	const others = {
		label: element('i', {}, `${shownNumber(rest.length)} others`),
		count: sumBy(rest, 'count'),
	};
	const shown = rest.length > 0 ? [...sorted.slice(0, MAX_BARS - 1), others] : sorted;
	const most = maxBy(shown, 'count')?.count ?? 0;
	return element(
		'table',
		{ ...LAYOUT, cellpadding: 4 },
		...shown.map((bar) => row(bar, most, whole)),
	);
}

function row({ label, count }: Bar, most: number, whole: number): Markup {
	const share = percent(whole > 0 ? count / whole : 0);
	const width = percent(most > 0 ? count / most : 0);
	const name = typeof label === 'string' ? shortened(label, MAX_LABEL) : label;
	return element(
		'tr',
		{},
		element('td', { width: '30%', style: 'word-break:break-word' }, name),
		element('td', { width: '45%' }, drawing(14, share, [{ x: 0, width, y: 0, height: 14 }])),
		element(
			'td',
			{ align: 'right', style: 'white-space:nowrap' },
			`${shownNumber(count)} `,
			element('span', { style: MUTED }, `(${share})`),
		),
	);
}

interface Rect {
	x: number;
	width: number | string;
	y: number;
	height: number;
	fill?: string;
}

/** A drawing as wide as its place; `said` is what it shows, for those who do not see it. */
function drawing(height: number, said: string, rects: Rect[], more = {}): Markup {
	const shape = { width: '100%', height, role: 'img', 'aria-label': said, style: 'display:block' };
	const drawn = rects.map((rect) => element('rect', { fill: COLORS.strong, ...rect }));
	return element('svg', { ...shape, ...more }, ...drawn);
}

const HEIGHT = 120;
const WIDTH = 600;
const MAX_WIDTH = 40;

/** A column per stretch of time; with `parts` each has two: those that are marked below, and the others. */
export function timeChart(
	{ unit, columns }: Timeline,
	parts?: { marked: string; others: string },
): Markup {
	const peak = maxBy(columns, 'count') ?? columns[0];
	const step = WIDTH / columns.length;
	const width = rounded(Math.min(0.8 * step, MAX_WIDTH));
	const rects = columns.flatMap(({ count, marked }, index) => {
		const rect = (from: number, to: number, fill: string): Rect => ({
			x: rounded((index + 0.5) * step - width / 2),
			width,
			y: rounded(HEIGHT * (1 - to / peak.count)),
			height: rounded((HEIGHT * (to - from)) / peak.count),
			fill,
		});
		const lower = parts ? marked : count;
		return [rect(0, lower, COLORS.strong), rect(lower, count, COLORS.pale)];
	});
	const most = `Most in one ${unit}: ${shownNumber(peak.count)} (${peak.label})`;
	const box = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none' };
	const drawn = rects.filter(({ height }) => height > 0);
	const ends = [columns[0].label, columns.length > 1 ? columns[columns.length - 1].label : ''];
	return joined(
		element('p', { style: `margin:0 0 8px;${MUTED}` }, most, ...(parts ? legend(parts) : [])),
		drawing(HEIGHT, most, drawn, box),
		element(
			'table',
			{ ...LAYOUT, cellpadding: 0, style: `border-top:1px solid ${COLORS.pale};${MUTED}` },
			element('tr', {}, element('td', {}, ends[0]), element('td', { align: 'right' }, ends[1])),
		),
	);
}

const rounded = (number: number) => Number(number.toFixed(1));

const legend = ({ marked, others }: { marked: string; others: string }): Content[] =>
	[
		[COLORS.strong, marked],
		[COLORS.pale, others],
	].flatMap(([color, text]) => [
		' ',
		element('span', { style: `color:${color}` }, '■'),
		` ${text}`,
	]);
