import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

/** Stands for any text: in a page written so, in a text of the sources for an expression. */
const ANY = '…';

/** As many letters that two texts share are no coincidence. */
const TELLING = 5;

/** As much of a piece is looked at beside what stands for any text, which may have cut it. */
const EDGE = 10;

/** As much of a text is enough to know it again. */
const MOST = 0.6;

/** The functions and errors that sources give up with, and which of their arguments, counted from the end if below 0, is the message. */
const MESSAGE_AT: Record<string, number> = {
	fail: -2,
	failFor: -2,
	failShape: 1,
	configurationError: 1,
	NodeOperationError: 1,
};

const sourcesIn = (folder: string): string[] =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
		.map((name) => join(ROOT, folder, name));

/** A text of the sources, with `…` for its expressions; undefined of any other node. */
function textOf(node: ts.Node): string | undefined {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	const { head, templateSpans } = node;
	return head.text + templateSpans.map(({ literal }) => ANY + literal.text).join('');
}

/** What `pick` answers for the nodes of all sources in some folders, as far as it is more than a word, each once. */
function collected(folders: string[], pick: (node: ts.Node) => string[]): string[] {
	const found = new Set<string>();
	const visit = (node: ts.Node): void => {
		for (const text of pick(node)) if (text.includes(' ')) found.add(text);
		ts.forEachChild(node, visit);
	};
	for (const file of folders.flatMap(sourcesIn)) {
		visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
	}
	return [...found];
}

/** Every text of more than a word in the sources of some folders. */
export const textsIn = (...folders: string[]): string[] =>
	collected(folders, (node) => [textOf(node) ?? []].flat());

/** The texts of an expression, be it one of several or what a function answers. */
function textsOf(node: ts.Node): string[] {
	const own = textOf(node);
	if (own !== undefined) return [own];
	const inside: string[] = [];
	ts.forEachChild(node, (child) => void inside.push(...textsOf(child)));
	return inside;
}

/** The messages in the sources of a folder, as far as they stand there as texts: those that calls give up with, and those of tables. */
export const messagesIn = (folder: string): string[] =>
	collected([folder], (node) => {
		if (ts.isPropertyAssignment(node)) {
			return node.name.getText() === 'message' ? textsOf(node.initializer) : [];
		}
		if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
		const at = MESSAGE_AT[node.expression.getText().split('.').at(-1) ?? ''];
		const message = at === undefined ? undefined : node.arguments?.slice().at(at);
		return message === undefined ? [] : textsOf(message);
	}).filter((message) => lettersIn(message) >= TELLING);

const lettersIn = (text: string) => text.replaceAll(/[^\p{L}]/gu, '').length;

/** Where one text stands in another. */
interface Standing {
	/** The places in the other that are letters of the one. */
	letters: number[];
	/** Those that its `…` stand for. */
	filled: number[];
}

/**
 * Where `part` stands in `text`, each with `…` for any text. Undefined when it does not stand there as a whole, or
 * shares too little.
 */
function standingIn(part: string, text: string): Standing | undefined {
	if (!mayStandIn(part, text)) return undefined;
	const [rows, columns] = [text.length, part.length];
	const isAny = (row: number, column: number) => text[row] === ANY || part[column] === ANY;
	const isSame = (row: number, column: number) =>
		row < rows && !isAny(row, column) && text[row] === part[column];
	/** How many letters the rests share at most, by the places at which they begin; below 0 where they do not fit. */
	const shared = Array.from({ length: rows + 2 }, () => new Array<number>(columns + 1).fill(-9999));
	for (let row = rows; row >= 0; row--) {
		shared[row][columns] = 0;
		for (let column = columns - 1; column >= 0; column--) {
			shared[row][column] = Math.max(
				isSame(row, column) ? shared[row + 1][column + 1] + 1 : -9999,
				isAny(row, column) ? Math.max(shared[row][column + 1], shared[row + 1][column]) : -9999,
			);
		}
	}
	const most = Math.max(...shared.map(([own]) => own));
	if (most < TELLING) return undefined;
	const standing: Standing = { letters: [], filled: [] };
	let row = shared.findIndex(([own]) => own === most);
	for (let column = 0; column < columns; ) {
		const here = shared[row][column];
		if (isSame(row, column) && shared[row + 1][column + 1] + 1 === here) {
			standing.letters.push(row);
			row++;
			column++;
		} else if (shared[row][column + 1] === here) column++;
		else standing.filled.push(row++);
	}
	return standing;
}

/** Quick to tell, and false of nearly all pairs: whether a piece of the one, without what stands for any text, is in the other. */
function mayStandIn(part: string, text: string): boolean {
	const isIn = (pieces: string[], whole: string) =>
		pieces.some((piece) => piece.length >= TELLING && whole.includes(piece));
	if (isIn(part.split(ANY), text)) return true;
	const pieces = text.includes(ANY) ? text.split(ANY) : [];
	return isIn(
		[...pieces.map((piece) => piece.slice(0, EDGE)), ...pieces.map((piece) => piece.slice(-EDGE))],
		part,
	);
}

/** Whether most of `message` stands in one of the `entries` of a page. */
export const isAmong = (message: string, entries: string[]): boolean =>
	entries.some((entry) => {
		const { letters } = standingIn(message, entry) ?? { letters: [] };
		return letters.length >= MOST * message.replaceAll(ANY, '').length;
	});

/**
 * What of an entry is in none of the `texts`; '' when all of it is. Values in quotes, the `names` of vendors and what
 * stands for an expression of a text that is most of the entry need not be.
 */
export function unsaidIn(entry: string, texts: string[], names: string[]): string {
	const values = new RegExp(`'[^']*'|"[^"]*"|${names.join('|')}`, 'g');
	const said = new Set<number>();
	const own = entry.replaceAll(values, '').length;
	for (const { index, 0: value } of entry.matchAll(values)) {
		for (let at = 0; at < value.length; at++) said.add(index + at);
	}
	for (const text of texts) {
		const { letters, filled } = standingIn(text, entry) ?? { letters: [], filled: [] };
		for (const at of letters.length >= MOST * own ? [...letters, ...filled] : letters) said.add(at);
	}
	const rest = [...entry].map((letter, at) => (said.has(at) ? ' ' : letter)).join('');
	return rest.replaceAll(/[^\p{L}]+/gu, ' ').trim();
}

/** What a page quotes: list items that begin with one or several messages, and say then what they mean. */
export const entriesOn = (page: string): string[] =>
	[...page.matchAll(/^- ((?:`[^`]+`[^`:]*)+): /gm)].flatMap(([, head]) =>
		[...head.matchAll(/`([^`]+)`/g)].map(([, entry]) => entry.replace(/ \[item \d+\]$/, '')),
	);
