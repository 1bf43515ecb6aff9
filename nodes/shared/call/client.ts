import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { Window } from '../fields/fields';
import {
	asNodeError,
	configurationError,
	isNative,
	stoppedError,
	type NodeError,
} from '../fields/nodeError';
import { rowsOf } from './answers';
import { callError, type FailedCall } from './callError';
import { wait } from './concurrency';
import { download, type Downloaded } from './download';
import { NotFree, exclusive } from './exclusive';
import { Memory } from './memory';
import type { Outcome } from './outcome';
import {
	pageOf,
	readLists,
	type Listing,
	type Page,
	type Paging,
	type Position,
	type Shortfall,
} from './paging';
import { ANOTHER_FORM, OTHER_ANSWER } from './phrases';
import { asking, requestOf, sentOf, shortOf, type RawInput } from './request';
import { shownOf } from './sayings';
import { send } from './send';
import type { Session } from './session';
import { hasOneOf } from './success';
import type { OperationId, Route } from './vendor';

/** A call that was done, and all that is needed to say what is wrong with its answer. */
type DoneCall = FailedCall & { outcome: Extract<Outcome, { kind: 'done' }> };

/** How often a list is read at most that something depends on, while it does not come whole. */
const READINGS = 5;

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
		/** The last call that was done, for an error about its answer. */
		private readonly heard: { call?: DoneCall } = {},
	) {}

	/** The same, but with calls that have another check, or wait for retries no longer than so many seconds. */
	having(change: Pick<Purpose, 'check' | 'maxRetryWait'>): Client<Operations> {
		return new Client(this.session, { ...this.purpose, ...change }, this.memory, this.heard);
	}

	/** One for a part of the work, such as one list of several, whose calls are remembered under its name. */
	for(part: string, itemIndex?: number): Client<Operations> {
		return new Client(this.session, { ...this.purpose, part, itemIndex }, undefined, this.heard);
	}

	/** One for a thing of several that this part of the work is about; a later try may find others, or in another order. */
	about(thing: string): Client<Operations> {
		const { part, itemIndex } = this.purpose;
		return this.for(`${part ?? itemIndex} ${thing}`, itemIndex);
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

	/**
	 * Does what no other run of this n8n may do at the same time with the service and credential, by `keys`; `release`
	 * gives one back before the end. They are waited for as long as one call may take, but no longer than the run.
	 * Throws NodeOperationError, with nothing done, when another one still works on `what`.
	 */
	async exclusive<T>(
		keys: string[],
		what: string,
		work: (release: (key: string) => void) => Promise<T>,
	): Promise<T> {
		const { node, pool, settings } = this.session;
		const seconds = settings.timeout + settings.maxRetryWait;
		const patience = { longestMs: seconds * 1000, signal: pool.signal };
		const own = (key: string) => this.session.lockKey(key);
		return await exclusive(keys.map(own), patience, async (release) => {
			return await work((key) => release(own(key)));
		}).catch((reason: unknown) => {
			if (!(reason instanceof NotFree)) throw reason;
			if (reason.isStopped) throw stoppedError(node, this.purpose.itemIndex);
			this.fail(
				`Another execution still works on ${what}, after ${seconds} seconds`,
				'Nothing was changed here. Run this again when that one is done.',
			);
		});
	}

	/** As `answer`, but the data inside the service's envelope, or `{ success: true }` when there is nothing but a yes. */
	async call<Id extends OperationId<Operations>>(
		id: Id,
		input: Operations[Id],
	): Promise<IDataObject> {
		const answer = await this.answer(id, input);
		const data = this.session.vendor.unwrap(answer as IDataObject);
		if (data && typeof data === 'object' && Object.keys(data).length > 0)
			return data as IDataObject;
		return this.session.route(id).safe ? this.failShape(answer) : { success: true };
	}

	/** The file at an address that an answer gave, by the name that it has there, if any. Throws NodeOperationError as `download` has it fail. */
	async file(address: string, name?: string): Promise<Downloaded> {
		const { purpose, session } = this;
		return await download(session, { ...purpose, address, name }, this.fail.bind(this));
	}

	/** The rows of a paged list, in order, and each once (by `key`) although it moved to the next page meanwhile. */
	async list<Id extends OperationId<Operations>>(
		id: Id,
		input: Operations[Id],
		window: Window,
		paging?: Paging,
	): Promise<IDataObject[]> {
		return await this.listInTurn(id, [input], window, paging);
	}

	/**
	 * The rows of several lists, one after the other, as if they were one. Where the service announced more than it gave,
	 * what changes something on the strength of it reads again, a few times, and stops, and what reads says so.
	 */
	async listInTurn<Id extends OperationId<Operations>>(
		id: Id,
		inputs: Array<Operations[Id]>,
		window: Window,
		paging?: Paging,
	): Promise<IDataObject[]> {
		let read = await this.listing(id, inputs, window, paging);
		// One that others add to while it is read comes whole another time.
		for (let again = 1; read.missing && this.purpose.check && again < READINGS; again++)
			read = await this.listing(id, inputs, window, paging);
		if (read.missing) this.tellMissing(read.missing);
		return read.rows;
	}

	/** As `listInTurn`, with how many pages were read and what is missing. */
	async listing<Id extends OperationId<Operations>>(
		id: Id,
		inputs: Array<Operations[Id]>,
		window: Window,
		paging = this.session.vendor.paging,
	): Promise<Listing> {
		const parallel = this.session.settings.concurrency;
		const fetch = async (list: number, at: Position, size: number) =>
			await this.page(id, inputs[list], at, paging, size);
		const fail = (what: string, wayOut: string) => this.failShape(this.lastAnswer, what, wayOut);
		return await readLists(inputs.length, fetch, window, paging, parallel, fail);
	}

	/** One page of a list. Without `at`, the rows of a list that is not asked for in pages. */
	async page<Id extends OperationId<Operations>>(
		id: Id,
		input: Operations[Id],
		at?: Position,
		paging = this.session.vendor.paging,
		size = paging.size,
	): Promise<Page> {
		const answer = await this.answer(
			id,
			at ? (asking(input as RawInput, at, size, paging) as never) : input,
		);
		const page = pageOf(answer, paging, size, at);
		const { rowNames } = this.session.route(id);
		const isGood = page?.rows.every((row) => !rowNames || hasOneOf(row, rowNames));
		return page && isGood ? page : this.failShape(answer);
	}

	/** A list of objects inside `whole`, an answer. Throws NodeOperationError when it is anything else. */
	rowsIn(value: unknown, whole: unknown): IDataObject[] {
		return rowsOf(value) ?? this.failShape(whole);
	}

	/** Says something beside the output: in the editor once a run, or in n8n's log where there is none. */
	hint(message: string): void {
		const { caller, hints } = this.session;
		const text = String(this.session.redact(message));
		if (hints.has(text)) return;
		hints.add(text);
		if (!('addExecutionHints' in caller)) return caller.logger?.warn(text);
		caller.addExecutionHints({ message: text, type: 'warning', location: 'outputPane' });
	}

	/** Stops what changes something; of what reads, says that rows are missing. */
	tellMissing({ came, total }: Shortfall): void {
		const { name } = this.session.vendor;
		const what =
			total === undefined
				? `${name} says that more rows follow than the ${came} it gave`
				: `${name} announced ${total} rows and gave ${came}`;
		if (this.purpose.check === undefined) return this.hint(`The list is not complete: ${what}.`);
		this.fail(
			`The list that this depends on is not complete: ${what}`,
			'Nothing was done on the strength of it. Try again later; if it stays so, ask the service why.',
		);
	}

	/** Waits, or less when the run is stopped meanwhile. */
	async wait(seconds: number): Promise<void> {
		await wait(seconds * 1000, this.session.pool.signal);
	}

	/** What time it was at the service when it first answered, in milliseconds since 1970, if it said so. */
	get serviceTime(): number | undefined {
		return this.session.serviceTime;
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
		const raw = input as RawInput;
		const sent = sentOf(raw.body);
		const transmit = async () => {
			const request = requestOf(session, route, raw, sent, this.fail.bind(this));
			const key = session.rateLimitKey(route, raw.path);
			const call = send(session, { route, request, key, maxRetryWait, itemIndex });
			return await session.withoutSecrets(await session.pendingUntil(id, call), route);
		};
		// A call with an effect is not sent again when n8n's Retry On Fail runs the item again.
		const settled = route.safe
			? await transmit()
			: await this.memory.effect(id, transmit, shortOf(id, raw, sent));
		const { outcome } = settled;
		const call = { ...settled, session, id, route, check, itemIndex };
		if (outcome.kind === 'done') {
			const { body } = outcome;
			this.heard.call = { ...call, outcome };
			await session.learnToken('once');
			return session.vendor.secretInAddress ? session.redact(body, 'data') : body;
		}
		await session.learnToken();
		throw callError(call);
	}

	private get lastAnswer(): unknown {
		return this.heard.call?.outcome.body;
	}

	/** Whatever was thrown, as an error that n8n shows. One of JavaScript's own comes of an answer in another form. */
	errorOf(thrown: unknown): NodeError {
		const { node, caller } = this.session;
		if (!isNative(thrown)) return asNodeError(node, thrown, this.purpose.itemIndex);
		caller.logger?.debug(String(thrown.stack));
		try {
			return this.failShape(this.lastAnswer);
		} catch (error) {
			return error as NodeError;
		}
	}

	/**
	 * Throws NodeOperationError for an answer, or a part of it, that is none to the call, and shows it. If the call has
	 * an effect, and nothing more is known than that the answer is another one, nobody knows whether it had it.
	 */
	failShape(answer: unknown, what?: string, wayOut = OTHER_ANSWER): never {
		const { call } = this.heard;
		if (call && !call.route.safe && what === undefined) {
			const outcome: Outcome = { ...call.outcome, kind: 'unclear', body: answer };
			throw callError({ ...call, outcome, effectUnknown: true });
		}
		const quote = shownOf(this.session.quotable(answer));
		return this.fail(
			`${this.session.vendor.name} ${what ?? ANOTHER_FORM}`,
			[quote, wayOut].filter(Boolean).join(' '),
		);
	}
}
