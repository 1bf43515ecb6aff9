import type { DateTime } from 'luxon';

import { toDateTime } from '../../shared/fields/dates';
import { barChart, timeChart } from '../report/charts';
import { element, percent, shownNumber } from '../report/markup';
import { pageOf, type Page } from '../report/page';
import { timelineOf } from '../report/timeline';
import { byCount, columnsOf, countsGiven, summaryOf, type Result, type Results } from './results';

/** What a page says beside the figures. */
export interface Told {
	name: string;
	/** What the service knows the campaign by. */
	id: string;
	/** When the page is made, in the workflow's time zone. */
	madeAt: DateTime;
	/** What the times of calls are, and which calls count as answered. */
	notes: string[];
}

/** A campaign's report as a page of one HTML file. */
export function reportPage(results: Results, { name, id, madeAt, notes }: Told): string {
	const made = `${madeAt.toFormat('yyyy-MM-dd HH:mm')} (${madeAt.zoneName})`;
	return pageOf({
		title: name,
		about: [`Campaign report, made ${made}`, `ID: ${id}`],
		figures: figuresOf(results),
		sections: [...byStatus(results), ...overTime(results), ...collected(results)],
		table: { title: 'Calls', what: 'calls', rows: results.calls, columns: shownColumns(results) },
		notes,
	});
}

function figuresOf(results: Results): Page<Result>['figures'] {
	const { answered, answered_share, attempts, mean_duration_seconds } = summaryOf(results);
	const shown = (figure: unknown, as = shownNumber) =>
		typeof figure === 'number' ? as(figure) : 'not known';
	return [
		{ label: 'Calls', value: shownNumber(results.calls.length) },
		{
			label: 'Answered',
			value: shown(answered),
			more: typeof answered_share === 'number' ? percent(answered_share) : '',
		},
		{ label: 'Attempts', value: shown(attempts) },
		{ label: 'Mean duration', value: shown(mean_duration_seconds, (seconds) => `${seconds} s`) },
	];
}

function byStatus({ calls }: Results): Page<Result>['sections'] {
	if (calls.length === 0) return [];
	const bars = byCount(calls).map(({ status, count }) => ({
		label: status ?? element('i', {}, 'no status'),
		count,
	}));
	return [{ title: 'Calls by status', content: barChart(bars, calls.length) }];
}

function overTime({ calls }: Results): Page<Result>['sections'] {
	// Times without a zone stay as they are written.
	const moments = calls.flatMap(({ begun, answered }) => {
		const at = toDateTime(begun, 'utc');
		return at ? [{ at: at.toMillis(), isMarked: answered === true }] : [];
	});
	const timeline = timelineOf(moments);
	if (!timeline) return [];
	const isKnown = calls.every(({ answered }) => answered !== null);
	const parts = isKnown ? { marked: 'answered', others: 'not answered' } : undefined;
	const title = 'Last call to each number, by when it began';
	return [{ title, content: timeChart(timeline, parts) }];
}

function collected({ calls, collected: names }: Results): Page<Result>['sections'] {
	if (names.length === 0 || calls.length === 0) return [];
	const given = countsGiven(calls);
	const bars = names.map((label) => ({ label, count: given.get(label) ?? 0 }));
	return [
		{
			title: 'Collected variables, by how many calls gave them',
			content: barChart(bars, calls.length),
		},
	];
}

/** What people gave comes before what was known of them. A column in which nothing stands is left out. */
function shownColumns(results: Results) {
	const { ofEveryCall, variables, collected: asked } = columnsOf(results);
	const given = countsGiven(results.calls);
	return [
		...ofEveryCall.filter(({ valueOf }) => results.calls.some((call) => valueOf(call) !== null)),
		...asked.filter((_, index) => given.has(results.collected[index])),
		...variables,
	];
}
