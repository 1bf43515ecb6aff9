/** The log of every vendor request, its counters, and the optional NDJSON traffic file. */
import { closeSync, openSync, writeSync } from 'node:fs';

/** One vendor request as `GET /__sandbox/requests` and the traffic file show it. */
export interface LoggedRequest {
	vendor: string;
	/** `token` for the token endpoint, `null` when no operation matched. */
	operationId: string | null;
	method: string;
	/** Percent-encoded, below the vendor's base URL, without the query. */
	path: string;
	/** Percent-encoded, as received, with vendor prefix and query. */
	rawUrl: string;
	query: Record<string, string>;
	headers: Record<string, string>;
	contentType: string | null;
	/** Parsed JSON or form; files of a multipart body as `{filename, contentType, size, sha256}`. */
	body: unknown;
	/** 0 until answered, and for a destroyed connection. */
	status: number;
	responseBody: unknown;
	/** Milliseconds since 1970, real time; `endedAt` is `null` until the answer was handed over. */
	startedAt: number;
	endedAt: number | null;
	/** Breaches of the contract, each beginning with `request` or `response`. */
	contractErrors: string[];
	/** Kind of the injected fault, or the loose form, that shaped the answer; `broken off`: the caller ended before it had sent all; `left`: before it met the others. */
	fault: string | null;
	/** What the last reset named: the test file that sends the requests. */
	suite: string | null;
}

/** Bodies stay serialised until read: later changes of the state cannot reach them. */
export type Entry = Omit<LoggedRequest, 'responseBody' | 'suite'> & { responseText: string | null };

export interface Stats {
	maxInFlight: number;
	requests: Record<string, number>;
	tokenRequests: number;
}

export interface Recorder {
	begin(entry: Entry): void;
	/** Fills in the end of a request and writes its traffic line; call before the answer leaves. */
	end(entry: Entry): void;
	requests(filter: { vendor?: string; operationId?: string }): LoggedRequest[];
	stats(): Stats;
	/** Forgets all; what follows is logged under `suite`, if given. */
	reset(suite?: string): void;
	close(): void;
}

/** Oldest entries beyond this many are dropped from memory (never from the traffic file). */
const KEPT_ENTRIES = 50_000;

function parsed(text: string | null): unknown {
	if (text === null || text === '') return null;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/**
 * Makes a recorder. Traffic lines are written synchronously, so that none is lost however the
 * process ends.
 *
 * @param trafficFile path to append to, or nothing
 */
export function createRecorder(trafficFile?: string): Recorder {
	const traffic = trafficFile === undefined ? undefined : openSync(trafficFile, 'a');
	let entries: Entry[] = [];
	let counts: Record<string, number> = {};
	let tokenRequests = 0;
	const inFlight = new Set<Entry>();
	let maxInFlight = 0;
	let suite: string | null = null;
	const publicForm = ({ responseText, ...entry }: Entry): LoggedRequest => ({
		...entry,
		responseBody: parsed(responseText),
		suite,
	});

	return {
		begin(entry) {
			entries.push(entry);
			if (entries.length > KEPT_ENTRIES * 1.1) entries = entries.slice(-KEPT_ENTRIES);
			if (entry.operationId === 'token') {
				tokenRequests += 1;
				return;
			}
			const key = `${entry.vendor}:${entry.operationId ?? 'unknown'}`;
			counts[key] = (counts[key] ?? 0) + 1;
			inFlight.add(entry);
			maxInFlight = Math.max(maxInFlight, inFlight.size);
		},
		end(entry) {
			entry.endedAt = Date.now();
			inFlight.delete(entry);
			if (traffic !== undefined) writeSync(traffic, `${JSON.stringify(publicForm(entry))}\n`);
		},
		requests: ({ vendor, operationId }) =>
			entries
				.filter((entry) => vendor === undefined || entry.vendor === vendor)
				.filter((entry) => operationId === undefined || entry.operationId === operationId)
				.map(publicForm),
		stats: () => ({ maxInFlight, requests: { ...counts }, tokenRequests }),
		reset(name) {
			suite = name ?? suite;
			entries = [];
			counts = {};
			tokenRequests = 0;
			maxInFlight = 0;
			inFlight.clear();
		},
		close() {
			if (traffic !== undefined) closeSync(traffic);
		},
	};
}
