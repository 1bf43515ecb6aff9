import type { Alter } from './vendor';

/**
 * What a change leaves of an answer, and so what has to come of it:
 * `keep`: all of it, plainly: the data. `same`: all of it in another form: the data or an error.
 * `less`: a part is missing: the rest or an error. `short`: fewer rows than announced: a hint or an error.
 * `empty`: a list without rows: none, or an error. `nothing` of what was asked for, or the words of an `error`: an error.
 */
export type Kind = 'keep' | 'same' | 'less' | 'short' | 'empty' | 'nothing' | 'error';

/** One change of the answers to an operation. */
export interface Change {
	name: string;
	kind: Kind;
	alter: Alter;
	/** Whether the text of the error has to be in what the user reads. */
	quoted?: boolean;
	/** The values that it spoils inside rows: nobody can tell what is left of them. */
	spoils?: (answer: unknown) => unknown[];
}

/** Changes of one kind, by name. */
export const named = (kind: Kind, changes: Record<string, Alter>): Change[] =>
	Object.entries(changes).map(([name, alter]) => ({ name, kind, alter }));

/** A value as JSON; undefined stays so. */
export const json = (value: unknown) => JSON.stringify(value) as string | undefined;
