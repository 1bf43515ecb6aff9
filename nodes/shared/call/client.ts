import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { Window } from '../fields/fields';
import { configurationError } from '../fields/nodeError';
import { isRows } from './answers';
import { callError } from './callError';
import { wait } from './concurrency';
import { Memory } from './memory';
import { FIRST, Rows, following, readPages, type Page, type Paging, type Position } from './paging';
import { requestOf, type RawInput } from './request';
import { send } from './send';
import type { Session } from './session';
import type { OperationId, Route } from './vendor';

/** What a client's calls are for. */
interface Purpose {
	/** None in a picker or trigger, or where a call is for many items. */
	itemIndex?: number;
	/** How the user finds out what became of a lost call. */
	check?: string;
	/** Seconds that a call may wait for retries at most, if less than the user's setting. */
	maxRetryWait?: number;
	/** The part of the work, which tells what it remembers from what others do; the item, if left out. */
	part?: string;
}

/** Calls a service for one input item, or for another purpose. */
export class Client<Operations> {
	constructor(
		private readonly session: Session<Operations>,
		private readonly purpose: Purpose = {},
		private readonly memory = new Memory(session.memory, purpose.part ?? String(purpose.itemIndex)),
	) {}

	/** The same, but with calls that wait for retries no longer than so many seconds. */
	within(maxRetryWait: number): Client<Operations> {
		return new Client(this.session, { ...this.purpose, maxRetryWait }, this.memory);
	}

	/** One for a part of the work, such as one list of several, whose calls are remembered under its name. */
	for(part: string, itemIndex?: number): Client<Operations> {
		return new Client(this.session, { ...this.purpose, part, itemIndex });
	}

	/** What `produce` gave when n8n first ran the item; Retry On Fail gets the same again. */
	async once<T>(name: string, produce: () => Promise<T>): Promise<T> {
		return await this.memory.once(name, produce);
	}

	/** What `once` remembers under the name from an earlier try; undefined when nothing. */
	recalled<T>(name: string): T | undefined {
		return this.memory.recalled(name);
	}

	/** What all items of the run have in common under the name, Retry On Fail included; made for the first that asks. */
	shared<T extends object>(name: string, produce: () => T): T {
		return this.memory.shared(name, produce);
	}

	/** As `answer`, but the data inside the service's envelope, or `{ success: true }` when there is none. */
	async call<Id extends OperationId<Operations>>(
		id: Id,
		input: Operations[Id],
	): Promise<IDataObject> {
		const data = this.session.vendor.unwrap((await this.answer(id, input)) as IDataObject);
		if (data && typeof data === 'object' && Object.keys(data).length > 0)
			return data as IDataObject;
		return this.session.route(id).safe ? this.failShape() : { success: true };
	}

	/** The rows of a paged list, in order and without duplicates (by `key`, where rows have one). */
	async list<Id extends OperationId<Operations>>(
		id: Id,
		input: Operations[Id],
		window: Window,
		paging?: Paging,
	): Promise<IDataObject[]> {
		return await this.listInTurn(id, [input], window, paging);
	}

	/** The rows of several lists, one list after the other, as if they were one. */
	async listInTurn<Id extends OperationId<Operations>>(
		id: Id,
		inputs: Array<Operations[Id]>,
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
		input: Operations[Id],
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
		throw configurationError(this.session.node, title, hint, this.purpose.itemIndex);
	}

	/** Throws NodeOperationError when the call `id` is not for the credential; other IDs than the contract's are. */
	checkCredential(id: string): void {
		const { vendor, credentials } = this.session;
		const route = vendor.routes[id as OperationId<Operations>] as Route | undefined;
		const misfit = route && vendor.misfit?.(route, credentials);
		if (misfit) this.fail(...misfit);
	}

	/**
	 * One call; answers the whole JSON body, or a text where the contract allows one.
	 * Retries as the policy in decide.ts allows. Throws NodeApiError with message, way out, `httpCode` and `failure`.
	 */
	async answer<Id extends OperationId<Operations>>(
		id: Id,
		input: Operations[Id],
	): Promise<unknown> {
		const { session } = this;
		const { itemIndex, check, maxRetryWait } = this.purpose;
		const route = session.route(id);
		const { path } = input as RawInput;
		const transmit = async () => {
			const request = requestOf(session, route, input as RawInput, this.fail.bind(this));
			const key = session.rateLimitKey(path);
			return await send(session, { route, request, key, maxRetryWait, itemIndex });
		};
		// A call with an effect is not sent again when n8n's Retry On Fail runs the item again.
		const settled = route.safe ? await transmit() : await this.memory.effect(id, transmit);
		const { outcome } = settled;
		if (outcome.kind === 'done') {
			const { body } = outcome;
			return session.vendor.secretInAddress ? session.redact(body, 'data') : body;
		}
		await session.learnToken();
		throw callError({ ...settled, session, id, route, check, itemIndex });
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
