/**
 * Stand-in statistics. What Koopid's metrics are called was not found: every name and number here is
 * invented, and nothing may be built on them.
 */
import { pick } from '../random';
import type { Range } from './range';
import { amountOf, DAY } from './state';

/** Numbers of one row per interval. */
const SERIES = {
	'agent.getAccessStats': ['logins', 'minutes'],
	'agent.getQueueStats': ['waiting', 'longestWait'],
	'agent.getSessionStats': ['sessions', 'minutes'],
	'bot.getAccessStats': ['sessions', 'handovers'],
	'conversation.getInteractions': ['interactions', 'customers'],
	'conversation.getStats': ['chats', 'messages'],
	'customer.getActivity': ['users', 'actions'],
	'database.getStats': ['reads', 'writes'],
	analytics: ['value'],
} as const;

/** What the rows of a whole range are of, and its values. */
const SHARES = {
	'conversation.getIntents': ['intent', ['order_status', 'refund', 'opening_hours']],
	'conversation.getInteractionTypes': ['type', ['chat', 'call', 'form']],
	'customer.getEndpoints': ['endpoint', ['web', 'android', 'ios']],
	'message.getTopWords': ['word', ['order', 'refund', 'thanks', 'agent']],
} as const;

const PARTS_OF_DAY = ['morning', 'afternoon', 'evening'] as const;

export type SeriesName = keyof typeof SERIES;
export type ShareName = keyof typeof SHARES;

export const shareNames = Object.keys(SHARES) as ShareName[];

/** One row per interval that begins before the end of the range and is not in the future. */
export function seriesOf(name: SeriesName, { start, end, interval }: Range, now: number) {
	const rows = Math.max(0, Math.ceil((Math.min(end, now) - start) / interval));
	return Array.from({ length: rows }, (_, index) => {
		const time = start + index * interval;
		const cell = `${name} ${interval} ${Math.floor(time / interval)}`;
		const metrics = SERIES[name].map((metric) => [metric, amountOf(`${cell} ${metric}`, 50)]);
		return { time, ...(Object.fromEntries(metrics) as Record<string, number>) };
	});
}

const daysOf = ({ start, end }: Range) => `${Math.floor(start / DAY)} ${Math.floor(end / DAY)}`;

/** One row per value; none for a range without length. */
export function sharesOf(name: ShareName, range: Range) {
	const [label, values] = SHARES[name];
	if (range.start === range.end) return [];
	const count = (value: string) => amountOf(`${name} ${value} ${daysOf(range)}`, 200);
	return values.map((value) => ({ [label]: value, count: count(value) }));
}

/** The one object that sums up a range. */
export function summaryOf(range: Range) {
	const chats = amountOf(`summary ${daysOf(range)}`, 500);
	return { start: range.start, end: range.end, chats, busiest: pick(PARTS_OF_DAY, chats) };
}
