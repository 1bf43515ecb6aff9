import type { IDataObject } from 'n8n-workflow';

import {
	cellOf,
	cellsOf,
	numberIn,
	resultsOf,
	textOf,
	type Result,
	type Results,
} from '../../compose/campaign/results';
import { objectsIn } from '../../shared/fields/lists';
import { textKey } from '../../shared/fields/sameText';

/**
 * Reads `callList.get` (docs/evidence/koda.md §5, CallListDetails); what is missing or odd in its calls counts as not given.
 * A call is answered when its status is one of `answeredStatuses`, or, without them, when its talk
 * has a length: KODA publishes no list of statuses, so that is inferred. It is not known where the length is in another form.
 */
export function readResults(list: IDataObject, answeredStatuses?: string[]): Results {
	const countsAs = answeredStatuses && new Set(answeredStatuses.map(textKey));
	const maxAttempts = numberIn(list.max_attempts);
	const calls = objectsIn(list.calls).map((call): Result => {
		const status = textOf(cellOf(call.calling_status));
		const seconds = secondsOf(call.call_duration);
		return {
			number: cellOf(call.phone_number),
			status,
			answered: countsAs ? countsAs.has(textKey(status ?? '')) : hasLength(call.call_duration),
			seconds,
			attempts: attemptsOf(call, maxAttempts),
			attemptsLeft: cellOf(call.attempts_left),
			begun: cellOf(call.start_calling),
			ended: cellOf(call.finish_calling),
			variables: cellsOf(call.custom_data),
			collected: cellsOf(call.data_collected),
		};
	});
	return resultsOf(calls, [list.campaign_vars, list.report_vars].flatMap(textsIn));
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

/** Whether a talk has a length; none given is none, and null is one in a form that cannot be read. */
function hasLength(duration: unknown): boolean | null {
	const seconds = secondsOf(duration);
	if (seconds !== null) return seconds > 0;
	// Of whatever unit.
	return cellOf(duration) === null || numberIn(duration) === 0 ? false : null;
}

/** Seconds in `HH:mm:ss`, the form of KODA's sample; null for anything else. */
export function secondsOf(duration: unknown): number | null {
	const parts = typeof duration === 'string' && /^\s*(\d+):([0-5]\d):([0-5]\d)\s*$/.exec(duration);
	if (!parts) return null;
	const [hours, minutes, seconds] = parts.slice(1).map(Number);
	return hours * 3600 + minutes * 60 + seconds;
}

const textsIn = (value: unknown): string[] =>
	[value].flat().filter((entry): entry is string => typeof entry === 'string' && entry !== '');
