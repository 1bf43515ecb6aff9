/** What n8n's expressions begin with; a service's own templates, such as {{name}}, have none of it. */
const ROOT =
	/\$(?:json|node|input|binary|data|items?|itemIndex|runIndex|now|today|vars|env|secrets|execution|workflow|prevNode|parameter|position|thisItem|fromAI|jmespath|if|ifEmpty|min|max)\b|\$\(/;

/** What tells the user how a number keeps its digits. */
export const AS_TEXT =
	'JavaScript rounds whole numbers beyond 9007199254740991. Give it as text, in quotes.';

/** Whether a number has lost digits, or may have: whole, and beyond what JavaScript keeps exactly. */
export const isRounded = (value: unknown): value is number =>
	typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);

/** The first number in a value, or in what is inside it, that may have lost digits. */
export function roundedIn(value: unknown): number | undefined {
	if (isRounded(value)) return value;
	if (typeof value !== 'object' || value === null) return undefined;
	for (const part of Object.values(value)) {
		const found = roundedIn(part);
		if (found !== undefined) return found;
	}
	return undefined;
}

/**
 * The expression that a user typed as plain text, `{{ $json.id }}` without Expression being chosen; undefined without one.
 * `entered` is the parameter as n8n keeps it: a text, a picker's value or a list; expressions are texts that begin with `=`.
 */
export function plainExpression(entered: unknown): string | undefined {
	if (typeof entered === 'string') {
		if (entered.startsWith('=')) return undefined;
		const inside = entered.split('{{').slice(1);
		const found = inside.map((part) => part.split('}}', 1)[0]).find((part) => ROOT.test(part));
		return found === undefined ? undefined : `{{${found}}}`;
	}
	if (Array.isArray(entered)) {
		return entered.map(plainExpression).find((found) => found !== undefined);
	}
	const picked = (entered as { value?: unknown } | null | undefined)?.value;
	return typeof picked === 'string' ? plainExpression(picked) : undefined;
}
