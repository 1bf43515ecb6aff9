import type { IN8nHttpFullResponse } from 'n8n-workflow';

const MEGABYTE = 1024 * 1024;

/** Largest answer that is read, in megabytes after it was unpacked: n8n holds what a node gives in memory several times. */
export const MAX_ANSWER_MB = 64;

/** So much is read of an answer that says no: its status counts, and its words are at its beginning. */
const BEGINNING = MEGABYTE / 4;

/** An answer whose body was read. */
export interface Received extends IN8nHttpFullResponse {
	/** Whether it is larger than what is read, so that the rest of it is missing. */
	isCut?: boolean;
}

/** A body as n8n's helper gives it when it is asked for a stream. */
interface Stream extends AsyncIterable<Uint8Array> {
	destroy(): void;
}

/** Whether a status says that a call succeeded (RFC 9110 §15.3). */
export const isSuccessful = (status: number) => status >= 200 && status < 300;

const isStream = (body: unknown): body is Stream =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;

/** Reads the body of an answer, as far as its size is bearable: `mostMb` megabytes. Throws when a good one breaks off. */
export async function receive(
	response: IN8nHttpFullResponse,
	mostMb = MAX_ANSWER_MB,
): Promise<Received> {
	const { statusCode, body } = response;
	if (!isStream(body)) return response;
	if (!isSuccessful(statusCode)) {
		return { ...response, body: (await beginningOfBody(body)) as Buffer };
	}
	const parts: Uint8Array[] = [];
	const isWhole = await collect(body, mostMb * MEGABYTE, parts);
	return { ...response, body: Buffer.concat(parts), isCut: !isWhole };
}

/** The beginning of a body, as far as it came; what is no stream as it is. */
export async function beginningOfBody(body: unknown): Promise<unknown> {
	if (!isStream(body)) return body;
	const parts: Uint8Array[] = [];
	// What came before it broke off may have the words that count.
	await collect(body, BEGINNING, parts).catch(() => {});
	return Buffer.concat(parts);
}

/** Lets go of an answer that nobody reads. */
export function discard({ body }: IN8nHttpFullResponse): void {
	if (isStream(body)) body.destroy();
}

/** Adds the parts of a stream to `parts`, up to `most` bytes. Whether that was all. */
async function collect(stream: Stream, most: number, parts: Uint8Array[]): Promise<boolean> {
	let size = 0;
	// Leaving the loop destroys the stream.
	for await (const part of stream) {
		size += part.length;
		if (size > most) return false;
		parts.push(part);
	}
	return true;
}
