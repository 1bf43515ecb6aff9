import fc from 'fast-check';
import { sumBy } from 'lodash';
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Lines of a file that are mutated or left alone as one: a function, a class member, a constant. */
export interface Part {
	file: string;
	/** First and last line, counted from 1. */
	from: number;
	to: number;
}

/** What of a file can be mutated: neither imports nor types. */
function partsOf(file: string): Part[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	const line = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
	return source.statements
		.flatMap((node): readonly ts.Node[] => (ts.isClassDeclaration(node) ? node.members : [node]))
		.filter(
			(node) =>
				!ts.isImportDeclaration(node) &&
				!ts.isExportDeclaration(node) &&
				!ts.isInterfaceDeclaration(node) &&
				!ts.isTypeAliasDeclaration(node),
		)
		.map((node) => ({ file, from: line(node.getStart(source)), to: line(node.end) }));
}

/** Parts of `files` in a random order that `seed` determines, until they have `lines` lines. */
export function sample(files: string[], lines: number, seed: number): Part[] {
	const parts = files.flatMap(partsOf);
	const shuffled = fc.shuffledSubarray(parts, { minLength: parts.length });
	const [order] = fc.sample(shuffled, { seed, numRuns: 1 });
	let count = 0;
	return order.filter(({ from, to }) => count < lines && (count += to - from + 1) > 0);
}

export const linesOf = (parts: Part[]) => sumBy(parts, ({ from, to }) => to - from + 1);
