import type { IDataObject } from 'n8n-workflow';

import { objectsIn } from '../../shared/fields/lists';
import { textKey } from '../../shared/fields/sameText';

/** What a value is in one column: texts, numbers and Booleans as they are, lists and objects as JSON. */
type Cell = string | number | boolean | null;

/** What a report says of one call. */
interface Result {
	call: IDataObject;
	status: string | null;
	answered: boolean;
	/** Length of the talk; null when KODA gives none. */
	seconds: number | null;
	/** How often the number was called so far; null when KODA gives no numbers to tell by. */
	attempts: number | null;
	variables: Map<string, Cell>;
	collected: Map<string, Cell>;
}

/** A campaign's calls, read once, and the variables that any of them has. */
export interface Results {
	calls: Result[];
	/** Names of the variables that calls came with. */
	variables: string[];
	/** Names of those that the campaign asks for, and of those that people gave. */
	collected: string[];
}

/**
 * Reads `callList.get` (docs/evidence/koda.md §5, CallListDetails); what is missing or odd in its calls counts as not given.
 * A call is answered when its status is one of `answeredStatuses`, or, without them, when its talk
 * has a length: KODA publishes no list of statuses, so that is inferred.
 */
export function readResults(list: IDataObject, answeredStatuses?: string[]): Results {
	const countsAs = answeredStatuses && new Set(answeredStatuses.map(textKey));
	const maxAttempts = numberIn(list.max_attempts);
	const calls = objectsIn(list.calls).map((call): Result => {
		const status = textOf(cellOf(call.calling_status));
		const seconds = secondsOf(call.call_duration);
		const variables = cellsOf(call.custom_data);
		const collected = cellsOf(call.data_collected);
		const answered = countsAs ? countsAs.has(textKey(status ?? '')) : (seconds ?? 0) > 0;
		const attempts = attemptsOf(call, maxAttempts);
		return { call, status, answered, seconds, attempts, variables, collected };
	});
	const asked = [list.campaign_vars, list.report_vars].flatMap(textsIn);
	return {
		calls,
		variables: namesIn(calls.map((result) => result.variables)),
		collected: namesIn(
			calls.map((result) => result.collected),
			asked,
		),
	};
}

/** One row of figures for the whole campaign. */
export function summaryOf({ calls, collected }: Results): IDataObject {
	const answered = calls.filter((result) => result.answered);
	const lengths = answered.map(({ seconds }) => seconds).filter((seconds) => seconds !== null);
	const attempts = calls.map((result) => result.attempts).filter((made) => made !== null);
	const given = countsOf(calls.flatMap((result) => [...result.collected.keys()]));
	const statuses = byCount(calls).map(({ status, count }) => [
		status === null ? 'without_status' : `status_${status}`,
		count,
	]);
	return {
		total_calls: calls.length,
		answered: answered.length,
		answered_share: share(answered.length, calls.length),
		attempts: attempts.length < calls.length ? null : sum(attempts),
		mean_duration_seconds: lengths.length > 0 ? rounded(sum(lengths) / lengths.length, 2) : null,
		...Object.fromEntries(statuses),
		...Object.fromEntries(collected.map((name) => [`collected_${name}`, given.get(name) ?? 0])),
	};
}

/** One row per call, in KODA's order, all with the same columns. */
export function callRows({ calls, variables, collected }: Results): IDataObject[] {
	const columns = (prefix: string, names: string[]) =>
		names.map((name) => ({ name, column: `${prefix}_${name}` }));
	const variableColumns = columns('variable', variables);
	const collectedColumns = columns('collected', collected);
	return calls.map((result) => {
		const { call, status, answered, attempts, seconds } = result;
		const row: IDataObject = {
			phone_number: cellOf(call.phone_number),
			calling_status: status,
			was_answered: answered,
			attempts,
			attempts_left: cellOf(call.attempts_left),
			start_calling: cellOf(call.start_calling),
			finish_calling: cellOf(call.finish_calling),
			duration_seconds: seconds,
		};
		for (const { name, column } of variableColumns)
			row[column] = result.variables.get(name) ?? null;
		for (const { name, column } of collectedColumns)
			row[column] = result.collected.get(name) ?? null;
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

function byCount(calls: Result[]): Array<{ status: string | null; count: number }> {
	const counts = countsOf(calls.map(({ status }) => status));
	return [...counts]
		.map(([status, count]) => ({ status, count }))
		.sort((a, b) => b.count - a.count);
}

/**
 * Attempts made: KODA's max_attempts less attempts_left. Inferred: KODA's text calls max_attempts the number of
 * retries, so it may leave out the first call. A call that has begun was tried once at least.
 */
function attemptsOf(call: IDataObject, maxAttempts: number | null): number | null {
	const left = numberIn(call.attempts_left);
	if (left === null || maxAttempts === null) return null;
	const begun = [call.start_calling, call.last_attempt].some((time) => cellOf(time) !== null);
	return Math.max(maxAttempts - left, begun ? 1 : 0);
}

/** Seconds in `HH:mm:ss`, the form of KODA's sample; null for anything else. */
export function secondsOf(duration: unknown): number | null {
	const parts = typeof duration === 'string' && /^\s*(\d+):([0-5]\d):([0-5]\d)\s*$/.exec(duration);
	if (!parts) return null;
	const [hours, minutes, seconds] = parts.slice(1).map(Number);
	return hours * 3600 + minutes * 60 + seconds;
}

function cellOf(value: unknown): Cell {
	if (value === undefined || value === null || value === '') return null;
	return typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
}

const textOf = (cell: Cell) => (cell === null ? null : String(cell));

/** The values of an object that say something; none where it is none. */
function cellsOf(value: unknown): Map<string, Cell> {
	const [values = {}] = objectsIn(value);
	const cells = Object.entries(values).map(([name, one]): [string, Cell] => [name, cellOf(one)]);
	return new Map(cells.filter(([, cell]) => cell !== null));
}

function numberIn(value: unknown): number | null {
	const cell = cellOf(value);
	return cell === null || !Number.isFinite(Number(cell)) ? null : Number(cell);
}

const textsIn = (value: unknown): string[] =>
	[value].flat().filter((entry): entry is string => typeof entry === 'string' && entry !== '');

/** Every name once, in the order in which they come. */
function namesIn(values: Array<Map<string, Cell>>, first: string[] = []): string[] {
	const names = new Set(first);
	for (const value of values) for (const name of value.keys()) names.add(name);
	return [...names];
}

function countsOf<T>(values: T[]): Map<T, number> {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

const rounded = (number: number, decimals: number) => Number(number.toFixed(decimals));

/** A part of a whole from 0 to 1; null of nothing. */
const share = (part: number, whole: number) => (whole > 0 ? rounded(part / whole, 4) : null);
