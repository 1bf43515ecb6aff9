import type { IDataObject } from 'n8n-workflow';

import { objectsIn } from '../../shared/fields/lists';

/** What a value is in one column: texts, numbers and Booleans as they are, lists and objects as JSON. */
export type Cell = string | number | boolean | null;

/** What a report says of one call; null is what the service does not say. */
export interface Result {
	number: Cell;
	status: string | null;
	answered: boolean | null;
	/** Length of the talk. */
	seconds: number | null;
	/** How often the number was called so far. */
	attempts: number | null;
	attemptsLeft: Cell;
	/** When the last call began and ended. */
	begun: Cell;
	ended: Cell;
	variables: Map<string, Cell>;
	collected: Map<string, Cell>;
}

/** What a report says of a call in one column. */
export interface Column {
	name: string;
	valueOf: (result: Result) => Cell;
}

/** A campaign's calls, read once, and the variables that any of them has. */
export interface Results {
	calls: Result[];
	/** Names of the variables that calls came with. */
	variables: string[];
	/** Names of those that the campaign asks for, and of those that people gave. */
	collected: string[];
}

/** The results of calls; `asked` are names of variables that are columns even if nobody gave one. */
export const resultsOf = (calls: Result[], asked: string[] = []): Results => ({
	calls,
	variables: namesIn(calls.map(({ variables }) => variables)),
	collected: namesIn(
		calls.map(({ collected }) => collected),
		asked,
	),
});

/** One row of figures for the whole campaign. */
export function summaryOf({ calls, collected }: Results): IDataObject {
	const answered = calls.filter((result) => result.answered);
	const isUnknown = calls.some((result) => result.answered === null);
	const lengths = answered.map(({ seconds }) => seconds).filter((seconds) => seconds !== null);
	const attempts = calls.map((result) => result.attempts).filter((made) => made !== null);
	const given = countsGiven(calls);
	const statuses = byCount(calls).map(({ status, count }) => [
		status === null ? 'without_status' : `status_${status}`,
		count,
	]);
	return {
		total_calls: calls.length,
		answered: isUnknown ? null : answered.length,
		answered_share: isUnknown ? null : share(answered.length, calls.length),
		attempts: attempts.length < calls.length ? null : sum(attempts),
		mean_duration_seconds: lengths.length > 0 ? rounded(sum(lengths) / lengths.length, 2) : null,
		...Object.fromEntries(statuses),
		...Object.fromEntries(collected.map((name) => [`collected_${name}`, given.get(name) ?? 0])),
	};
}

/** What a report says of every call. */
const OF_EVERY_CALL: Column[] = [
	{ name: 'phone_number', valueOf: ({ number }) => number },
	{ name: 'calling_status', valueOf: ({ status }) => status },
	{ name: 'was_answered', valueOf: ({ answered }) => answered },
	{ name: 'attempts', valueOf: ({ attempts }) => attempts },
	{ name: 'attempts_left', valueOf: ({ attemptsLeft }) => attemptsLeft },
	{ name: 'start_calling', valueOf: ({ begun }) => begun },
	{ name: 'finish_calling', valueOf: ({ ended }) => ended },
	{ name: 'duration_seconds', valueOf: ({ seconds }) => seconds },
];

/** The columns of a row per call: those of every call, of the variables it came with, and of what people gave. */
export const columnsOf = ({ variables, collected }: Results) => ({
	ofEveryCall: OF_EVERY_CALL,
	variables: variables.map(
		(name): Column => ({
			name: `variable_${name}`,
			valueOf: (result) => result.variables.get(name) ?? null,
		}),
	),
	collected: collected.map(
		(name): Column => ({
			name: `collected_${name}`,
			valueOf: (result) => result.collected.get(name) ?? null,
		}),
	),
});

/** One row per call, in the service's order, all with the same columns. */
export function callRows(results: Results): IDataObject[] {
	const columns = Object.values(columnsOf(results)).flat();
	return results.calls.map((result) => {
		const row: IDataObject = {};
		for (const { name, valueOf } of columns) row[name] = valueOf(result);
		return row;
	});
}

/** One row per status, the most frequent first. */
export const statusRows = ({ calls }: Results): IDataObject[] =>
	byCount(calls).map(({ status, count }) => ({
		status,
		calls: count,
		share: share(count, calls.length),
	}));

/** How many calls have each status, the most frequent first; null is none. */
export function byCount(calls: Result[]): Array<{ status: string | null; count: number }> {
	const counts = countsOf(calls.map(({ status }) => status));
	return [...counts]
		.map(([status, count]) => ({ status, count }))
		.sort((a, b) => b.count - a.count);
}

/** Nothing where there is none. */
export function cellOf(value: unknown): Cell {
	if (value === undefined || value === null || value === '') return null;
	return typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
}

export const textOf = (cell: Cell) => (cell === null ? null : String(cell));

/** The values of an object that say something; none where it is none. */
export function cellsOf(value: unknown): Map<string, Cell> {
	const [values = {}] = objectsIn(value);
	const cells = Object.entries(values).map(([name, one]): [string, Cell] => [name, cellOf(one)]);
	return new Map(cells.filter(([, cell]) => cell !== null));
}

export function numberIn(value: unknown): number | null {
	const cell = cellOf(value);
	return cell === null || !Number.isFinite(Number(cell)) ? null : Number(cell);
}

/** Every name once, in the order in which they come. */
function namesIn(values: Array<Map<string, Cell>>, first: string[] = []): string[] {
	const names = new Set(first);
	for (const value of values) for (const name of value.keys()) names.add(name);
	return [...names];
}

/** How many calls gave each variable. */
export const countsGiven = (calls: Result[]): Map<string, number> =>
	countsOf(calls.flatMap(({ collected }) => [...collected.keys()]));

function countsOf<T>(values: T[]): Map<T, number> {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

const rounded = (number: number, decimals: number) => Number(number.toFixed(decimals));

/** A part of a whole from 0 to 1; null of nothing. */
const share = (part: number, whole: number) => (whole > 0 ? rounded(part / whole, 4) : null);
