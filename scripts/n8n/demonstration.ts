import { isDeepStrictEqual } from 'node:util';
import { endOf, type Execution } from './api';
import type { ImportedWorkflow, Playground } from './playground';

/** One comparison: what went in at one end, and what was read back at the other. */
export interface Row {
	what: string;
	wentIn: string;
	cameOut: string;
	agrees: boolean;
}

/** Something shown with an example workflow, and what became of it. */
export interface Demonstration {
	/** Name of the workflow's file, without .json. */
	workflow: string;
	/** One line, before it runs. */
	title: string;
	/** Runs it and compares n8n's execution with the sandbox's log. Throws when it did not succeed. */
	run(playground: Playground, workflow: ImportedWorkflow): Promise<Row[]>;
}

/** A row that agrees when both values are deeply equal; `text` says how a value is shown. */
export function row<T>(
	what: string,
	wentIn: T,
	cameOut: T,
	text: (value: T) => string = String,
): Row {
	return {
		what,
		wentIn: text(wentIn),
		cameOut: text(cameOut),
		agrees: isDeepStrictEqual(wentIn, cameOut),
	};
}

/** Throws, in words that name workflow, node and reason, unless the execution succeeded. */
export function assertSuccess(workflow: ImportedWorkflow, execution: Execution): void {
	if (execution.status === 'success') return;
	throw new Error(`"${workflow.name}" ended with ${endOf(execution)}`);
}

/** The rows as lines of text in columns. */
export function table(rows: Row[]): string {
	const head = ['', 'went in', 'came out', ''];
	const cells = rows.map((line) => [
		line.what,
		line.wentIn,
		line.cameOut,
		line.agrees ? 'agrees' : 'DIFFERS',
	]);
	const widths = head.map((_, column) =>
		Math.max(...[head, ...cells].map((line) => line[column].length)),
	);
	return [head, ...cells]
		.map((line) => `  ${line.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`)
		.map((line) => line.trimEnd())
		.join('\n');
}
