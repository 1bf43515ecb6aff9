import { createHash } from 'crypto';
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Fail } from '../fields/nodeError';
import type { Paging, Position } from './paging';
import type { Session } from './session';
import type { Route } from './vendor';

/** What a call takes: path placeholders, query, headers, and a JSON body or a form. The contract says which. */
export interface RawInput {
	path?: IDataObject;
	query?: IDataObject;
	header?: IDataObject;
	body?: IDataObject | FormData;
}

/** A body as n8n's helper takes it. */
type Sent = Buffer | FormData | undefined;

/** The input that asks for one page. */
export function asking(
	input: RawInput,
	at: Position,
	size: number,
	{ ask, inBody }: Paging,
): RawInput {
	const place = inBody ? 'body' : 'query';
	return { ...input, [place]: { ...input[place], ...ask?.(at, size) } };
}

/** A body as it is sent: JSON as bytes, since n8n's helper would leave an empty object out, and read a text once more. */
export function sentOf(body: RawInput['body']): Sent {
	return body === undefined || body instanceof FormData ? body : Buffer.from(JSON.stringify(body));
}

/** A call's operation and input as a hash; of a file its name, type and size. */
export function shortOf(id: string, { path, query, header }: RawInput, sent: Sent): string {
	const parts =
		sent instanceof FormData &&
		[...sent].map(([name, value]) =>
			typeof value === 'string' ? [name, value] : [name, value.name, value.type, value.size],
		);
	const hash = createHash('sha256').update(JSON.stringify([id, path, query, header, parts]));
	return (Buffer.isBuffer(sent) ? hash.update(sent) : hash).digest('hex');
}

/** The request of a call, as n8n's helper takes it. Calls `fail` when the address lacks a value. */
export function requestOf(
	session: Session<unknown>,
	route: Route,
	input: RawInput,
	sent: Sent,
	fail: Fail,
): IHttpRequestOptions {
	const { settings, baseUrl } = session;
	const given = givenTo(session, route, input, fail);
	// The user's own address may be a GET, which has no body.
	const inQuery = route.method === 'GET';
	return {
		method: route.method,
		url: baseUrl + fillIn(route.path, { ...plain(input.body), ...input.path, ...given.path }, fail),
		qs: withoutEmpty({
			...(inQuery && plain(input.body)),
			...input.query,
			...given.query,
		}),
		body: inQuery ? undefined : sent,
		headers: {
			...headersOf(route),
			...headersFrom(input.header),
			...given.header,
			...(!inQuery && Buffer.isBuffer(sent) && { 'Content-Type': 'application/json' }),
		},
		json: true,
		// Read by us: n8n would take any size, round long integers, and lose the bytes of a file.
		encoding: 'stream',
		returnFullResponse: true,
		// The deadline of send.ts counts; n8n's own would end a longer wait after five minutes.
		timeout: settings.timeout * 1000,
		disableFollowRedirect: true,
	};
}

/** What the call carries that no field gives, by place. Calls `fail` when the credential lacks it. */
function givenTo(
	{ vendor, credentials }: Session<unknown>,
	route: Route,
	{ path = {} }: RawInput,
	fail: Fail,
): Partial<Record<'path' | 'query' | 'header', Record<string, string>>> {
	const values = vendor.given?.(credentials, path) ?? {};
	const take = (names: readonly string[] = []) =>
		Object.fromEntries(
			names.map((name) => {
				const value = String(values[name] ?? '').trim();
				if (value) return [name, value];
				const [what, wayOut] = vendor.misfit?.(route, credentials) ?? [`'${name}' is empty`, ''];
				return fail(what, wayOut);
			}),
		);
	const header = headersFrom(take(route.given?.header));
	return { path: take(route.given?.path), query: take(route.given?.query), header };
}

/** A path with `values` in its placeholders. Calls `fail` when it lacks one. */
export function fillIn(path: string, values: IDataObject, fail: Fail): string {
	return path.replace(/{(\w+)}/g, (_, name: string) => {
		const value = String(values[name] ?? '').trim();
		// n8n-workflow's toPathSegment does the same, but n8n 1.x has none.
		if (value && value !== '.' && value !== '..') return encodeURIComponent(value);
		return fail(
			`'${name}' in the address is ${value ? `'${value}'` : 'empty'}`,
			'Give the ID of what the operation is about.',
		);
	});
}

/** What a route says of the headers: n8n's helper asks for JSON otherwise, and the credential completes the scheme by its token. */
const headersOf = ({ accept, bearer }: Route): Record<string, string> => ({
	...(accept && { Accept: accept }),
	...(bearer && { Authorization: 'bearer' }),
});

/** Headers that are filled in; what is no letter of theirs is encoded. */
const headersFrom = (own: IDataObject = {}): Record<string, string> =>
	Object.fromEntries(
		Object.entries(withoutEmpty(own)).map(([name, value]) => [
			name,
			encodeURIComponent(String(value)),
		]),
	);

/** A JSON body's fields: an address of the user's own may name them. */
const plain = (body: RawInput['body']) => (body instanceof FormData ? {} : body);

const withoutEmpty = (query: IDataObject = {}) =>
	Object.fromEntries(Object.entries(query).filter(([, value]) => (value ?? '') !== ''));
