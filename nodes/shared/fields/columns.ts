import { toPath } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { isThing } from './lists';
import { cleanName, sameTexts, textKey } from './sameText';
import { shortened } from './shortened';

/** A column of rows, by its name as the user or the editor wrote it. */
export class Column {
	private readonly path: string[];

	/**
	 * `written` is the name of a property, or a path as the editor writes it when a value is dragged: `contact.phone`,
	 * `phones[0].value`, `['Phone Number']`, or the whole `{{ $json.phone }}`.
	 */
	constructor(private readonly written: string) {
		this.path = toPath(pathIn(written));
	}

	/** As messages show it. */
	get name(): string {
		return cleanName(this.written);
	}

	/** What its value is called elsewhere, if the user gives it no other name: the name or path, without quotes around. */
	get label(): string {
		return cleanName(this.path.length === 1 ? this.path[0] : pathIn(this.written));
	}

	/**
	 * What it may be in a row: nothing, one value, or several when it cannot be told which field is meant. A property of
	 * the whole name comes before a path, and in either exactly that name before the same text.
	 */
	valuesIn(row: IDataObject): unknown[] {
		if (Object.hasOwn(row, this.written)) {
			const { [this.written]: value } = row;
			return value === undefined ? [] : [value];
		}
		let found: unknown[] = [row];
		for (const step of this.stepsIn(row)) {
			found = found.flatMap((value) =>
				propertiesOf(value, step).map((name) => (value as IDataObject)[name]),
			);
		}
		return found.filter((value) => value !== undefined);
	}

	/** The value in a row, where it is one. */
	valueIn(row: IDataObject): unknown {
		return this.valuesIn(row)[0];
	}

	/**
	 * The property of a row that holds the value itself; undefined when it is deeper, or there is none. Only the names of the
	 * row's properties count.
	 */
	propertyIn(row: IDataObject): string | undefined {
		const [name, ...deeper] = this.stepsIn(row);
		return deeper.length === 0 ? propertiesOf(row, name)[0] : undefined;
	}

	private stepsIn(row: IDataObject): string[] {
		return propertiesOf(row, this.written).length > 0 ? [this.written] : this.path;
	}
}

/** A path without what makes it an expression, if it is one. */
function pathIn(written: string): string {
	const [, inner = written] = /^=?\{\{\s*(.*?)\s*\}\}$/s.exec(written.trim()) ?? [];
	const [, path = written] = /^\$json(?:\.|(?=\[))(.+)$/s.exec(inner.trim()) ?? [];
	return path;
}

/** The properties of a value that may be meant by a name. */
function propertiesOf(value: unknown, name: string): string[] {
	if (!value || typeof value !== 'object') return [];
	if (Object.hasOwn(value, name)) return [name];
	return sameTexts(name, Object.keys(value), (one) => one);
}

/**
 * Answers what `make` gives for a row of which only the names of its properties count: it is called again where they are
 * others than those of the row before.
 */
export function byNames<T>(make: (row: IDataObject, index: number) => T) {
	let last: { names: string[]; made: T } | undefined;
	return (row: IDataObject, index: number): T => {
		const names = Object.keys(row);
		const isSame =
			last?.names.length === names.length && names.every((name, at) => name === last?.names[at]);
		if (!last || !isSame) last = { names, made: make(row, index) };
		return last.made;
	};
}

/** How many rows are looked at for names, and how many names a message lists. */
const LOOKED_AT = 100;
const LISTED = 20;

/** What a message about a missing column adds: the one that is probably meant, and those that are there. */
export function whatIsThere(rows: IDataObject[], { label: wanted }: Column): string {
	const names = namesIn(rows.slice(0, LOOKED_AT));
	const listed = names.slice(0, LISTED).map((name) => shortened(cleanName(name), 50));
	const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
	const nearest = nearestOf(wanted, names);
	const guess =
		nearest === undefined ? '' : `Did you mean '${shortened(cleanName(nearest), 50)}'? `;
	return `${guess}The items have: ${listed.join(', ') || 'no fields'}${more}.`;
}

/** The names of all properties, and with a dot those in objects. */
function namesIn(rows: IDataObject[]): string[] {
	const names = rows.flatMap((row) =>
		Object.entries(row).flatMap(([name, value]) =>
			isThing(value) ? [name, ...Object.keys(value).map((inner) => `${name}.${inner}`)] : [name],
		),
	);
	return [...new Set(names)];
}

/** Letters and digits alone, in lower case and without marks. */
const lettersOf = (name: string) =>
	textKey(name)
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The name most like the wanted one; undefined when none is like it. */
function nearestOf(wanted: string, names: string[]): string | undefined {
	const letters = lettersOf(wanted).slice(0, COMPARED);
	const ranked = names
		.map((name) => {
			const other = lettersOf(name).slice(0, COMPARED);
			return { name, other, apart: distance(letters, other) };
		})
		.filter(({ other, apart }) => isPart(letters, other) || apart <= letters.length / 3)
		.sort((a, b) => a.apart - b.apart);
	return ranked[0]?.name;
}

/** How much of a name is compared. */
const COMPARED = 100;

/** Whether one name begins or ends with the other. */
function isPart(one: string, other: string): boolean {
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	return short.length > 2 && (long.startsWith(short) || long.endsWith(short));
}

/** How many letters two names are apart (Levenshtein). */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (const [index, letter] of [...one].entries()) {
		const next = [index + 1];
		for (let at = 0; at < other.length; at++) {
			const replaced = row[at] + (letter === other[at] ? 0 : 1);
			next.push(Math.min(replaced, row[at + 1] + 1, next[at] + 1));
		}
		row = next;
	}
	return row[other.length];
}
