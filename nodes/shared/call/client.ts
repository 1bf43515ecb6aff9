import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { callError, credentialIsRefused, effectIsUnknown } from './callError';
import {
	asksToSlowDown,
	isOverload,
	outcomeOfAnswer,
	outcomeOfThrown,
	pauseAfter,
	retryDelay,
	type Outcome,
	type Settled,
} from './outcome';
import { FIRST, Rows, following, readPages, type Page, type Paging, type Position } from './paging';
import { takeTurn } from './rateLimit';
import type { Session } from './session';
import { invalid, stopped } from '../fields/nodeError';
import type { OperationId, Route } from './vendor';
import type { Window } from '../fields/fields';
import { wait } from './concurrency';

type Body<O> = O extends { requestBody?: { content: infer C } } ? C[keyof C] : never;

/** What a call takes, from the contract: path placeholders, query, and a JSON body or a form. */
export type CallInput<O> = (O extends { parameters: { path: infer P } } ? { path: P } : unknown) &
	(O extends { parameters: { query?: infer Q } } ? { query?: Q } : unknown) &
	([Body<O>] extends [never] ? unknown : { body?: Body<O> | FormData });

interface RawInput {
	path?: IDataObject;
	query?: IDataObject;
	body?: IDataObject | FormData;
}

/** Calls that a service still gets at the same time when calls are lost: it may be slow, or gone. */
const OVERLOADED_IN_FLIGHT = 8;

/** What a client's calls are for. */
interface Purpose {
	/** None in a picker or trigger, or where a call is for many items. */
	itemIndex?: number;
	/** How the user finds out what became of a lost call. */
	check?: string;
	/** Seconds that a call may wait for retries at most, if less than the user's setting. */
	patience?: number;
	/** What tells its calls with an effect from those of others; the item, if left out. */
	about?: string;
}

/** Calls a service for one input item, or for another purpose. */
export class Client<Operations> {
	private readonly about: string;

	constructor(
		private readonly session: Session<Operations>,
		private readonly purpose: Purpose = {},
		/** Calls with an effect so far, by operation. */
		private readonly effects = new Map<string, number>(),
	) {
		this.about = purpose.about ?? String(purpose.itemIndex);
	}

	/** The same, but with calls that wait for retries no longer than so many seconds. */
	within(patience: number): Client<Operations> {
		return new Client(this.session, { ...this.purpose, patience }, this.effects);
	}

	/** One for a part of the work, such as one list of several, whose calls are remembered under its name. */
	for(about: string, itemIndex?: number): Client<Operations> {
		return new Client(this.session, { ...this.purpose, about, itemIndex });
	}

	/** What `produce` gave when n8n first ran the item; Retry On Fail gets the same again. */
	async once<T>(name: string, produce: () => Promise<T>): Promise<T> {
		const { memory } = this.session;
		const key = `${this.about}/${name}`;
		if (!memory.has(key)) memory.set(key, await produce());
		return memory.get(key) as T;
	}

	/** What `once` remembers under the name from an earlier try; undefined when nothing. */
	recalled<T>(name: string): T | undefined {
		return this.session.memory.get(`${this.about}/${name}`) as T | undefined;
	}

	/** What all items of the run have in common under the name, Retry On Fail included; made for the first that asks. */
	shared<T extends object>(name: string, produce: () => T): T {
		const { memory } = this.session;
		const key = `shared/${name}`;
		if (!memory.has(key)) memory.set(key, produce());
		return memory.get(key) as T;
	}

	/** As `answer`, but the data inside the service's envelope, or `{ success: true }` when there is none. */
	async call<Id extends OperationId<Operations>>(
		id: Id,
		input: CallInput<Operations[Id]>,
	): Promise<IDataObject> {
		const data = this.session.vendor.unwrap((await this.answer(id, input)) as IDataObject);
		if (data && typeof data === 'object' && Object.keys(data).length > 0)
			return data as IDataObject;
		return this.session.route(id).safe ? this.failShape() : { success: true };
	}

	/** The rows of a paged list, in order and without duplicates (by `key`, where rows have one). */
	async list<Id extends OperationId<Operations>>(
		id: Id,
		input: CallInput<Operations[Id]>,
		window: Window,
		paging?: Paging,
	): Promise<IDataObject[]> {
		return await this.listInTurn(id, [input], window, paging);
	}

	/** The rows of several lists, one list after the other, as if they were one. */
	async listInTurn<Id extends OperationId<Operations>>(
		id: Id,
		inputs: Array<CallInput<Operations[Id]>>,
		{ key, limit = Infinity, pageSize }: Window,
		paging = this.session.vendor.paging,
	): Promise<IDataObject[]> {
		const rows = new Rows(key);
		const size = Math.min(pageSize ?? paging.size, limit);
		for (const input of inputs) {
			if (rows.size >= limit) break;
			await readPages(
				async (at) => {
					// Later pages begin where the one before ended, however long they are.
					const missing = paging.cursor ? limit - rows.size : Infinity;
					return await this.page(id, input, at, paging, Math.min(size, missing));
				},
				rows,
				limit,
				(what, wayOut) => this.fail(what, wayOut),
				this.session.settings.concurrency,
				paging.endsOnRepeat,
			);
		}
		return rows.upTo(limit);
	}

	/** One page of a list. Without `at`, the rows of a list that is not asked for in pages. */
	async page<Id extends OperationId<Operations>>(
		id: Id,
		input: CallInput<Operations[Id]>,
		at?: Position,
		paging = this.session.vendor.paging,
		size = paging.size,
	): Promise<Page> {
		const answer = await this.answer(id, at ? asking(input as RawInput, at, size, paging) : input);
		const { rows, pages, total = 0, last = !at } = paging.read(answer as IDataObject, size);
		const read = this.rowsIn(rows);
		const next = following(at ?? FIRST, read, paging);
		const ended = last || read.length === 0;
		// A page with rows is believed when it says that it is the last one, whatever the total counts.
		const brokeOff = read.length === 0 && at && at.skip > 0;
		const missing = brokeOff ? Math.max(0, total - at.skip) : 0;
		return { rows: read, pages, next: ended ? undefined : next, missing };
	}

	/** A list of objects inside an answer. Throws NodeOperationError when it is anything else. */
	rowsIn(value: unknown): IDataObject[] {
		return isRows(value) ? value : this.failShape();
	}

	/** Waits, or less when the run is stopped meanwhile. */
	async wait(seconds: number): Promise<void> {
		await wait(seconds * 1000, this.session.pool.signal);
	}

	/** The credential's fields. */
	get credentials(): ICredentialDataDecryptedObject {
		return this.session.credentials;
	}

	/** Throws NodeOperationError for what the user can correct. */
	fail(what: string, wayOut: string): never {
		const [title, hint] = this.session.redact([what, wayOut]) as string[];
		throw invalid(this.session.node, title, hint, this.purpose.itemIndex);
	}

	/**
	 * One call; answers the whole JSON body, or a text where the contract allows one.
	 * Retries as the policy in outcome.ts allows. Throws NodeApiError with message, way out, `httpCode` and `failure`.
	 */
	async answer<Id extends OperationId<Operations>>(
		id: Id,
		input: CallInput<Operations[Id]>,
	): Promise<unknown> {
		const { session } = this;
		const { itemIndex, check } = this.purpose;
		const route = session.route(id);
		const settled = route.safe
			? await this.send(route, input as RawInput)
			: await this.sendOnce(id, route, input as RawInput);
		const { outcome, attempt } = settled;
		if (outcome.kind === 'done') {
			const { body } = outcome;
			return session.vendor.secretInAddress ? session.redact(body, 'data') : body;
		}
		await session.learnToken();
		throw callError({ session, id, route, outcome, attempt, check, itemIndex });
	}

	/** A call that had an effect, or may have had one, is not sent when n8n's Retry On Fail runs the item again. */
	private async sendOnce(id: string, route: Route, input: RawInput): Promise<Settled> {
		const { memory } = this.session;
		const count = this.effects.get(id) ?? 0;
		this.effects.set(id, count + 1);
		const key = `${this.about}/${id}/${count}`;
		const known = memory.get(key) as Settled | undefined;
		const settled = known ?? (await this.send(route, input));
		const { outcome } = settled;
		if (outcome.kind === 'done' || effectIsUnknown(outcome, route)) memory.set(key, settled);
		return settled;
	}

	private requestOf(route: Route, input: RawInput): IHttpRequestOptions {
		const { settings, baseUrl } = this.session;
		// The user's own address may be a GET, which has no body.
		const inQuery = route.method === 'GET';
		return {
			method: route.method,
			url: baseUrl + this.fillIn(route.path, { ...plain(input.body), ...input.path }),
			qs: withoutEmpty(inQuery ? { ...plain(input.body), ...input.query } : input.query),
			...bodyOf(inQuery ? undefined : input.body, route.untyped),
			json: true,
			returnFullResponse: true,
			timeout: settings.timeout * 1000,
			disableFollowRedirect: true,
		};
	}

	/** Sends as often as the policy allows. Throws when the run is stopped meanwhile. */
	private async send(route: Route, input: RawInput): Promise<Settled> {
		const { session } = this;
		const { pool, settings, vendor } = session;
		const request = this.requestOf(route, input);
		const countedBy = session.countedBy(input.path);
		const { callsPerMinute, maxRetryWait } = settings;
		const heldBack = () =>
			callsPerMinute === 0 || session.refusal(countedBy)
				? 0
				: takeTurn(countedBy, callsPerMinute, session);
		const longest = Math.min(maxRetryWait, this.purpose.patience ?? Infinity) * 1000;
		for (let attempt = 1, waited = 0; ; attempt++) {
			const task = async (era: number) => {
				const outcome = await this.attempt(request, route, era, countedBy);
				const pause = pauseAfter(outcome, attempt, vendor.pauseAfter429);
				const next = retryDelay(outcome, route.safe, attempt, pause);
				const patience = session.isGivenUp(countedBy) ? 0 : longest;
				// Before another call begins in the place of this one.
				if (pause !== undefined && pause <= patience) pool.pause(pause);
				const isLate = next === undefined || patience === 0 || waited + next > patience;
				return { outcome, pause, delay: isLate ? undefined : next };
			};
			const { outcome, pause, delay } = await pool.run(task, { again: attempt > 1, heldBack });
			if (delay === undefined) return { outcome, attempt };
			waited += delay;
			if (pause === undefined) await wait(delay, pool.signal);
		}
	}

	private async attempt(
		request: IHttpRequestOptions,
		route: Route,
		era: number,
		countedBy: string,
	): Promise<Outcome> {
		const { session } = this;
		const { vendor, pool } = session;
		const refusal = session.refusal(countedBy);
		if (refusal) return refusal;
		if (pool.signal.aborted) throw stopped(session.node, this.purpose.itemIndex);
		const outcome = await this.exchange(request).then(
			(response) => outcomeOfAnswer(response, vendor, route.untyped),
			(thrown: unknown) => outcomeOfThrown(thrown, session.credentials.accessTokenUrl),
		);
		// The first call that the service answers decides for all, since the pool lets it go alone.
		if (pool.narrow && credentialIsRefused(outcome)) {
			session.refuse(countedBy, outcome);
		} else if (asksToSlowDown(outcome)) {
			pool.slower(era);
			session.heard(countedBy, true);
		} else if (isOverload(outcome)) {
			pool.slower(era, OVERLOADED_IN_FLIGHT);
			if (pool.narrow) pool.answered();
		} else if (outcome.kind !== 'token') {
			session.heard(countedBy, false);
			pool.answered();
		}
		return outcome;
	}

	private async exchange(request: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		if (!this.session.vendor.oauth2) {
			return await this.request({ ...request, ignoreHttpStatusErrors: true });
		}
		// Every status is an answer, but for the one that makes the engine renew the token.
		const statuses = { ignore: true as const, except: [401] };
		const response = await this.request({ ...request, ignoreHttpStatusErrors: statuses });
		// n8n 1.x knows no exceptions, so the refused call goes out again for it.
		return response.statusCode === 401 ? await this.request(request) : response;
	}

	private async request(request: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		const { caller, vendor, credentials: data } = this.session;
		return (await caller.helpers.httpRequestWithAuthentication.call(
			caller,
			vendor.credential,
			{ ...request },
			// Spares a database read per call; OAuth2 credentials are read by the engine all the same.
			{ credentialsDecrypted: { id: '', name: '', type: vendor.credential, data } },
		)) as IN8nHttpFullResponse;
	}

	private fillIn(path: string, values: IDataObject = {}): string {
		return path.replace(/{(\w+)}/g, (_, name: string) => {
			const value = String(values[name] ?? '').trim();
			// n8n-workflow's toPathSegment does the same, but n8n 1.x has none.
			if (value && value !== '.' && value !== '..') return encodeURIComponent(value);
			return this.fail(
				`'${name}' in the address is ${value ? `'${value}'` : 'empty'}`,
				'Give the ID of what the operation is about.',
			);
		});
	}

	private failShape(): never {
		return this.fail(
			`${this.session.vendor.name} answered in another form than expected`,
			"Check 'Base URL' and 'Endpoint Overrides' in the credential: this may be another operation's answer.",
		);
	}
}

/** The input that asks for one page. */
function asking(input: RawInput, at: Position, size: number, { ask, inBody }: Paging) {
	const place = inBody ? 'body' : 'query';
	return { ...input, [place]: { ...input[place], ...ask(at, size) } } as never;
}

const isRows = (rows: unknown): rows is IDataObject[] =>
	Array.isArray(rows) && rows.every((row) => row && typeof row === 'object');

/** JSON as text: n8n's helper would leave an empty object out, and the service may insist on a body. */
function bodyOf(
	body: RawInput['body'],
	untyped = false,
): Pick<IHttpRequestOptions, 'body' | 'headers'> {
	// n8n's helper asks for JSON otherwise.
	const accept = untyped ? { Accept: '*/*' } : {};
	if (body === undefined || body instanceof FormData) return { body, headers: accept };
	return {
		body: JSON.stringify(body),
		headers: { ...accept, 'Content-Type': 'application/json' },
	};
}

/** A JSON body's fields: an address of the user's own may name them. */
const plain = (body: RawInput['body']) => (body instanceof FormData ? {} : body);

const withoutEmpty = (query: IDataObject = {}) =>
	Object.fromEntries(Object.entries(query).filter(([, value]) => (value ?? '') !== ''));
