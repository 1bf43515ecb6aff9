/** Values that are kept of a foreign one at most. */
const MOST = 1000;

/** The beginning of a foreign JSON value, nested no deeper than answers are read, with `clean` done to its texts and keys. */
export function excerptOf(value: unknown, clean: (text: string) => string): unknown {
	let left = MOST;
	const walk = (part: unknown): unknown => {
		left--;
		if (typeof part === 'string') return clean(part);
		if (!part || typeof part !== 'object') return part;
		if (Array.isArray(part)) return part.slice(0, Math.max(0, left)).map(walk);
		const entries = Object.entries(part).slice(0, Math.max(0, left));
		return Object.fromEntries(entries.map(([key, entry]) => [clean(key), walk(entry)]));
	};
	return walk(value);
}
