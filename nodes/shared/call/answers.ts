import type { IDataObject } from 'n8n-workflow';

/** What a proxy or a wrong address answers with. */
export const isWebPage = (text: string) => text.trimStart().startsWith('<');

/**
 * The data of an answer with a good status: an object or a list, and `{}` of an empty one. Undefined when it is
 * anything else, which only an `untyped` operation may answer (see `Route`), and never a web page.
 */
export function dataOf(body: unknown, untyped = false): unknown {
	const data = body ?? '';
	if (typeof data === 'string' && data.trim() === '') return {};
	if (typeof data === 'object') return data;
	return untyped && !isWebPage(String(data)) ? data : undefined;
}

export const isRows = (value: unknown): value is IDataObject[] =>
	Array.isArray(value) && value.every((row) => row && typeof row === 'object');

/** What an entry of a list of errors says; undefined when there is none. */
export function wordsOf(entry: unknown): string | undefined {
	if (entry === undefined || entry === null || typeof entry === 'string') return entry ?? undefined;
	const { msg, message } = entry as IDataObject;
	return String(msg ?? message ?? JSON.stringify(entry));
}

/** The service's own words in an answer, wherever they usually stand; at most 300 characters. */
export function sayingOf(body: unknown): string | undefined {
	if (!body || typeof body !== 'object') return undefined;
	const { error_description, error, errors, message, meta, status, code } = body as IDataObject;
	const [first] = [errors].flat() as Array<IDataObject | string | undefined>;
	const inner = (part: unknown) => (part as IDataObject | undefined)?.message;
	const words = [error_description, error, inner(error), wordsOf(first), message, inner(meta)];
	// What a service keeps its reason in is not always known, so a status that is an object is shown whole.
	const whole = status && typeof status === 'object' ? JSON.stringify(status) : undefined;
	return [...words, inner(status), whole, code]
		.find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '')
		?.slice(0, 300);
}
