/** Reports: series whose values belong to their dates, the same in every run. */
import { DateTime } from 'luxon';
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler } from '../../types';
import { periodRange, type Range } from './periods';
import { isoText, numberOf } from './state';

type Unit = 'year' | 'month' | 'day' | 'hour';

/** Hours of two years: more is refused (guess), so that a report from 1974 by the hour stays answerable. */
const MOST_POINTS = 2 * 366 * 24;
const DAY = 24 * 3600 * 1000;

function momentOf(name: string, value: unknown): number | undefined {
	if (value === undefined) return undefined;
	const moment = Date.parse(String(value));
	if (Number.isNaN(moment)) throw new ApiError(400, `${name} is no date: ${String(value)}`);
	return moment;
}

/** Guess: from and to count before period. Their defaults are documented, and so is that of period. */
function rangeOf(query: ApiRequest['query'], now: number): Range {
	const from = momentOf('from', query.from);
	const to = momentOf('to', query.to);
	if (from === undefined && to === undefined) {
		return periodRange(String(query.period ?? 'last30days'), now);
	}
	return { from: from ?? Date.UTC(1974, 0, 1), to: to ?? now };
}

/** The step of the series. Guess: `auto` means hours up to two days, days up to three months, then months. */
function unitOf(dimension: unknown, { from, to }: Range): Unit {
	if (dimension !== 'auto') return (dimension ?? 'day') as Unit;
	if (to - from <= 2 * DAY) return 'hour';
	return to - from <= 92 * DAY ? 'day' : 'month';
}

function datesOf({ from, to }: Range, unit: Unit): number[] {
	const dates: number[] = [];
	let date = DateTime.fromMillis(from, { zone: 'utc' }).startOf(unit);
	while (date.toMillis() <= to) {
		if (dates.length >= MOST_POINTS) throw new ApiError(400, `Too many values by ${unit}`);
		dates.push(date.toMillis());
		date = date.plus({ [unit]: 1 });
	}
	return dates;
}

function summaryOf(values: number[]) {
	if (values.length === 0) return { total: 0, min: 0, max: 0, avg: 0 };
	const total = values.reduce((sum, value) => sum + value, 0);
	const avg = Math.round((100 * total) / values.length) / 100;
	return { total, min: Math.min(...values), max: Math.max(...values), avg };
}

/** Handlers of the two reports. `group` changes nothing: what a grouped answer looks like was not found. */
export function reportHandlers(clock: Clock): Record<string, Handler> {
	const report =
		(kind: string): Handler =>
		({ query }) => {
			const range = rangeOf(query, clock.now());
			const unit = unitOf(query.dimension, range);
			const subject = [kind, unit, query.source, query.storyId].join(' ');
			const data = datesOf(range, unit).map((date) => ({
				date: isoText(date),
				value: numberOf(`${subject} ${date}`, 8),
			}));
			return { data, summary: summaryOf(data.map(({ value }) => value)) };
		};
	return {
		'report.getConversations': report('conversations'),
		'report.getPaidConversations': report('paid conversations'),
	};
}
