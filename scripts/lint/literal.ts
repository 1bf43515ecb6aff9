/** A line of TypeScript, and where in the value what it says stands, such as `properties[3 limit].typeOptions`. */
export interface Line {
	text: string;
	path: string;
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** What a function is written as: what it does is judged by the rules over the sources. */
const STUB = 'async () => undefined';

/** The name of an entry tells more than its place, and is not unique. */
function entryPath(path: string, index: number, entry: unknown): string {
	const name =
		typeof entry === 'object' && entry !== null && 'name' in entry ? ` ${String(entry.name)}` : '';
	return `${path}[${index}${name}]`;
}

/** Entries of an object or list, one after another, between `open` and `close`. */
function block(open: string, entries: Line[][], close: string, path: string): Line[] {
	if (entries.length === 0) return [{ text: open + close, path }];
	const lines = entries.flatMap((entry) => {
		const last = entry[entry.length - 1];
		return [...entry.slice(0, -1), { ...last, text: `${last.text},` }];
	});
	return [{ text: open, path }, ...lines, { text: close, path }];
}

/** The first of the lines behind `text`. */
export const after = (text: string, [first, ...rest]: Line[]): Line[] => [
	{ ...first, text: text + first.text },
	...rest,
];

/**
 * A value of plain data as a literal, an entry a line; functions become stubs, and what is undefined is left out.
 * `path` is where the value stands.
 */
export function literal(value: unknown, path: string): Line[] {
	if (typeof value === 'function') return [{ text: STUB, path }];
	if (Array.isArray(value)) {
		const entries = value.map((entry, index) => literal(entry, entryPath(path, index, entry)));
		return block('[', entries, ']', path);
	}
	if (typeof value !== 'object' || value === null) {
		return [{ text: JSON.stringify(value) ?? 'undefined', path }];
	}
	const entries = Object.entries(value)
		.filter(([, entry]) => entry !== undefined)
		.map(([key, entry]) => {
			const name = IDENTIFIER.test(key) ? key : JSON.stringify(key);
			return after(`${name}: `, literal(entry, path ? `${path}.${key}` : key));
		});
	return block('{', entries, '}', path);
}
