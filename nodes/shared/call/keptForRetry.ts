import { createHash } from 'crypto';
import type { IExecuteFunctions, ITaskMetadata } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { Effect, SHARED, type Entries } from './memory';

/** Under which name it is kept in the data that n8n stores of the execution, with the node that failed. */
const NOTE = 'sentBefore';

/** Characters of a note at most: n8n stores and loads it with the execution. */
const LONGEST_NOTE = 4_000_000;

interface Note {
	/** Of the node's parameters: what was found out with others counts no more. */
	parameters: string;
	entries: Array<[key: string, value: unknown]>;
	effects: Array<[key: string, effect: Effect]>;
}

const parametersOf = (node: IExecuteFunctions) =>
	createHash('sha256').update(JSON.stringify(node.getNode().parameters)).digest('hex');

/**
 * Keeps what a run that fails has sent, without secrets, with the node in the execution's data: n8n's Retry in the list
 * of executions gives the node that data again (n8n-core puts a node that failed back on its stack, and stores that).
 * Answers whether all of it could be kept.
 */
export function keepForRetry(
	node: IExecuteFunctions,
	memory: Entries,
	redact: (value: unknown, what: 'message' | 'data') => unknown,
): boolean {
	const note: Note = { parameters: parametersOf(node), entries: [], effects: [] };
	let length = 0;
	for (const [key, value] of memory) {
		if (key.startsWith(SHARED) || value === undefined) continue;
		if (value instanceof Effect) {
			const { settled, input } = value;
			// Only what was done is given out as data.
			const what = settled.outcome.kind === 'done' ? 'data' : 'message';
			note.effects.push([key, new Effect(redact(settled, what) as Effect['settled'], input)]);
		} else note.entries.push([key, redact(value, 'data')]);
		length += JSON.stringify([key, value]).length;
		if (length > LONGEST_NOTE) return false;
	}
	if (length > 0) node.setMetadata({ [NOTE]: JSON.stringify(note) } as ITaskMetadata);
	return true;
}

/** What the run that this one goes on with has sent and found out; nothing where there is none. */
export function keptBefore(node: IExecuteFunctions): Entries {
	const kept = node.getExecuteData().metadata as Record<string, unknown> | undefined;
	const note = jsonParse<Note | null>(String(kept?.[NOTE] ?? null), { fallbackValue: null });
	if (!note) return new Map();
	const isSame = note.parameters === parametersOf(node);
	return new Map<string, unknown>([
		...(isSame ? note.entries : []),
		...note.effects.map(([key, { settled, input }]): [string, Effect] => [
			key,
			new Effect(settled, input, true),
		]),
	]);
}
