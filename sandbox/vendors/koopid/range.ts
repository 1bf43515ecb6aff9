/** The time range of a request. Its limit, its defaults and the unit of all times are guesses. */
import { ApiError, type ApiRequest } from '../../types';
import { DAY } from './state';

/** Documented is only that there is a maximum; how long it is was not found. */
const LONGEST = 31 * DAY;
const DEFAULT_LENGTH = 7 * DAY;
const SHORTEST_INTERVAL = 60_000;

/** Milliseconds since 1970, both ends included. */
export interface Range {
	start: number;
	end: number;
	/** Milliseconds. */
	interval: number;
}

function numberOf(name: string, value: unknown, otherwise: number): number {
	if (value === undefined || value === null) return otherwise;
	const number = Number(value);
	if (!Number.isSafeInteger(number)) throw new ApiError(400, `${name} must be a whole number`);
	return number;
}

/** Refuses a range that is turned round or longer than the maximum. */
export function checkedRange({ start, end, interval }: Range): Range {
	if (start > end) throw new ApiError(400, 'start is after end');
	if (end - start > LONGEST) {
		throw new ApiError(400, `The range is longer than ${LONGEST / DAY} days`);
	}
	if (interval < SHORTEST_INTERVAL) {
		throw new ApiError(400, `interval is shorter than ${SHORTEST_INTERVAL} ms`);
	}
	return { start, end, interval };
}

/**
 * The range that query or body name: the last seven days by one day where they name none.
 *
 * @throws ApiError 400 for a range that cannot be answered
 */
export function rangeOf({ query, body }: ApiRequest, now: number): Range {
	const given = { ...query, ...(body as Record<string, unknown> | undefined) };
	const end = numberOf('end', given.end, now);
	const start = numberOf('start', given.start, end - DEFAULT_LENGTH);
	return checkedRange({ start, end, interval: numberOf('interval', given.interval, DAY) });
}
