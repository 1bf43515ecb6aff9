import type { Caller } from './settings';

/** What became of the calls that must not be repeated, and what was found out before them. */
type Memory = Map<string, unknown>;

const memories = new WeakMap<object, Memory>();

/** The memory of this run: n8n's Retry On Fail gives the node the same execution again, anything else a new one. */
export function recall(caller: Caller): Memory {
	if (!('getExecuteData' in caller)) return new Map();
	const execution = caller.getExecuteData();
	// An AI tool is given its agent's execution each time; what is new with every call is the arguments.
	const asTool = execution.node.name !== caller.getNode().name;
	const run = asTool ? (caller.getInputData()[0]?.json ?? {}) : execution;
	const memory = memories.get(run) ?? (new Map() as Memory);
	memories.set(run, memory);
	return memory;
}
