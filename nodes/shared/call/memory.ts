import type { Settled } from './decide';
import { perProcess } from './perProcess';
import type { Caller } from './settings';

/** By key: what became of the calls that must not be repeated, and what was found out before them. */
type Entries = Map<string, unknown>;

const runs = perProcess(() => new WeakMap<object, Entries>());

/** What this run remembers: n8n's Retry On Fail gives the node the same execution again, anything else a new one. */
export function recall(caller: Caller): Entries {
	if (!('getExecuteData' in caller)) return new Map();
	const execution = caller.getExecuteData();
	// An AI tool is given its agent's execution each time; what is new with every call is the arguments.
	const asTool = execution.node.name !== caller.getNode().name;
	const run = asTool ? (caller.getInputData()[0]?.json ?? {}) : execution;
	const entries = runs.current.get(run) ?? (new Map() as Entries);
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
		const key = `shared/${name}`;
		if (!this.entries.has(key)) this.entries.set(key, produce());
		return this.entries.get(key) as T;
	}

	/** What came of the next call of an operation; it is sent unless it had an effect, or may have had one, before. */
	async effect(operation: string, send: () => Promise<Settled>): Promise<Settled> {
		const count = this.calls.get(operation) ?? 0;
		this.calls.set(operation, count + 1);
		const key = `${this.part}/${operation}/${count}`;
		const settled = (this.entries.get(key) as Settled | undefined) ?? (await send());
		if (settled.outcome.kind === 'done' || settled.effectUnknown) this.entries.set(key, settled);
		return settled;
	}
}
