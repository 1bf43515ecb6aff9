/** A text that can only be meant as JSON: one that is none was cut off, or is nested too deeply. */
export const looksLikeJson = (text: string) => /^\s*[[{]/.test(text);

/** A text or a number of JSON. */
const TEXT_OR_NUMBER = /"(?:[^"\\]+|\\.)*"|-?\d[\d.eE+-]*/g;

/**
 * JSON as a value, in which integers beyond 2^53 stay what they are, as text: a rounded ID is somebody else's.
 * Throws SyntaxError.
 */
export function parseJson(json: string): unknown {
	const value: unknown = JSON.parse(json);
	if (!/\d{16}/.test(json)) return value;
	const kept = json.replace(TEXT_OR_NUMBER, (part) =>
		/^-?\d+$/.test(part) && !Number.isSafeInteger(Number(part)) ? `"${part}"` : part,
	);
	return JSON.parse(kept);
}

/** A value, or what a text of JSON in its place holds. */
export function readable(value: unknown): unknown {
	if (typeof value !== 'string' || !looksLikeJson(value)) return value;
	try {
		return parseJson(value);
	} catch {
		return value;
	}
}
