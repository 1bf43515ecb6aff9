import type { IExecuteFunctions } from 'n8n-workflow';

import type { Settled } from './decide';
import { perProcess } from './perProcess';
import type { Caller } from './settings';

/** By key: what became of the calls that must not be repeated, and what was found out before them. */
export type Entries = Map<string, unknown>;

/** Begins the keys of what lives in this process alone. */
export const SHARED = 'shared/';

/** A call with an effect, and what came of it. */
export class Effect {
	constructor(
		readonly settled: Settled,
		/** What was sent, in short. */
		readonly input: string,
		/** Whether an execution before this one sent it. */
		readonly isOfOther = false,
	) {}
}

const runs = perProcess(() => new WeakMap<object, Entries>());

/**
 * What this run remembers: n8n's Retry On Fail gives the node the same execution again, anything else a new one, for
 * which `before` answers what it begins with.
 */
export function recall(
	caller: Caller,
	before: (node: IExecuteFunctions) => Entries = () => new Map(),
): Entries {
	if (!('getExecuteData' in caller)) return new Map();
	const execution = caller.getExecuteData();
	// An AI tool is given its agent's execution each time; what is new with every call is the arguments.
	const asTool = execution.node.name !== caller.getNode().name;
	const run = asTool ? (caller.getInputData()[0]?.json ?? {}) : execution;
	const known = runs.current.get(run);
	if (known) return known;
	const entries = asTool ? new Map<string, unknown>() : before(caller);
	runs.current.set(run, entries);
	return entries;
}

/** The memory of one part of a run's work, such as an item. Its keys are the same in every try of the run. */
export class Memory {
	/** Calls with an effect so far, by operation. */
	private readonly calls = new Map<string, number>();

	constructor(
		private readonly entries: Entries,
		private readonly part: string,
	) {}

	/** What `produce` gave when it was first asked for by this name. */
	async once<T>(name: string, produce: () => Promise<T>): Promise<T> {
		const key = `${this.part}/${name}`;
		if (!this.entries.has(key)) this.entries.set(key, await produce());
		return this.entries.get(key) as T;
	}

	/** What `once` remembers under the name; undefined when nothing. */
	recalled<T>(name: string): T | undefined {
		return this.entries.get(`${this.part}/${name}`) as T | undefined;
	}

	/** What all parts have in common under the name; made for the first that asks. */
	shared<T extends object>(name: string, produce: () => T): T {
		const key = `${SHARED}${name}`;
		if (!this.entries.has(key)) this.entries.set(key, produce());
		return this.entries.get(key) as T;
	}

	/**
	 * What came of the next call of an operation; it is sent unless it had an effect, or may have had one, before. One of
	 * another execution counts only with the same `input`, since the workflow may have been changed meanwhile.
	 */
	async effect(operation: string, send: () => Promise<Settled>, input: string): Promise<Settled> {
		const count = this.calls.get(operation) ?? 0;
		this.calls.set(operation, count + 1);
		const key = `${this.part}/${operation}/${count}`;
		const before = this.entries.get(key) as Effect | undefined;
		if (before && (!before.isOfOther || before.input === input)) return before.settled;
		const settled = await send();
		if (settled.outcome.kind === 'done' || settled.effectUnknown)
			this.entries.set(key, new Effect(settled, input));
		return settled;
	}
}
