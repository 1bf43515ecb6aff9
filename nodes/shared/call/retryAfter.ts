import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

/** Seconds from which on a number is a Unix time and no wait: 2024-01-01, as in ky's `retry-timing`. */
const FIRST_UNIX_TIME = 1_704_067_200;

const SECOND_MS = 1000;

type Reader = (value: string) => number;

const milliseconds: Reader = (value) => Number(value);

const seconds: Reader = (value) => Number(value) * SECOND_MS;

const secondsOrUnixTime: Reader = (value) => {
	// Some services give the time in milliseconds.
	if (Number(value) >= FIRST_UNIX_TIME * SECOND_MS) return Number(value) - Date.now();
	const isTime = Number(value) >= FIRST_UNIX_TIME;
	return seconds(value) - (isTime ? Date.now() : 0);
};

const httpDate: Reader = (value) => DateTime.fromHTTP(value).diffNow().toMillis();

/** What any refused call may be answered with. */
const OF_ANY = { 'retry-after-ms': [milliseconds], 'retry-after': [seconds, httpDate] };

/** What many services send with every answer: it counts where they refuse a call for its rate. */
const OF_429 = {
	'ratelimit-reset': [secondsOrUnixTime, httpDate],
	'x-ratelimit-reset': [secondsOrUnixTime, httpDate],
};

/**
 * Milliseconds that the headers of a refused call ask to wait, by the first that can be read; undefined without one.
 * Retry-After-Ms, Retry-After (seconds or an HTTP date), and for 429 RateLimit-Reset or X-RateLimit-Reset (seconds, a
 * Unix time in seconds or milliseconds, or an HTTP date). Names of `headers` in lower case.
 */
export function retryAfter({
	status,
	headers,
}: {
	status: number;
	headers: IDataObject;
}): number | undefined {
	const readers: Record<string, Reader[]> = status === 429 ? { ...OF_ANY, ...OF_429 } : OF_ANY;
	const asked = Object.entries(readers)
		.filter(([name]) => (headers[name] ?? '') !== '')
		.flatMap(([name, ways]) => ways.map((read) => read(String(headers[name]))))
		.find(Number.isFinite);
	return asked === undefined ? undefined : Math.max(0, asked);
}
