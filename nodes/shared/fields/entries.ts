import { jsonParse } from 'n8n-workflow';

import type { Field } from './field';
import { shortened } from './shortened';

/** What stands between several values that are written into one. */
const SEPARATORS = {
	ids: /[\s,;|]+/u,
	words: /[\s,;|]/u,
	names: /[\r\n,;|]/u,
};

/**
 * The entries of a list. One that is a JSON list of texts itself, as language models write it, is taken apart;
 * one that holds several values, as the field's `entries` says, is taken apart or refused.
 */
export function entriesOf(
	{ entries: kind }: Pick<Field, 'entries'>,
	given: unknown[],
	{ fail }: { fail: (what: string, wayOut: string) => never },
): unknown[] {
	return given.flatMap((entry) => {
		const list = fromJson(entry);
		// What is written as a list has the separators that it has.
		if (list !== undefined) return list;
		if (!kind || kind === 'numbers') return [entry];
		if (typeof entry !== 'string') return [entry];
		const text = entry.trim();
		if (!SEPARATORS[kind].test(text)) return [text];
		if (kind !== 'ids') {
			const which =
				kind === 'words'
					? 'commas, semicolons, bars or blanks'
					: 'commas, semicolons, bars or line breaks';
			fail(
				`has several values in one entry: '${shortened(text, 60)}'`,
				`Give each value an entry of its own, without ${which}. One that has them is given as a JSON list, such as ["a, b"].`,
			);
		}
		const parts = text.split(SEPARATORS.ids).filter((part) => part !== '');
		return parts.length > 0 ? parts : [''];
	});
}

/** The entries of a JSON list; undefined of anything else. */
function fromJson(entry: unknown): unknown[] | undefined {
	if (typeof entry !== 'string' || !/^\s*\[\s*(".*)?\]\s*$/s.test(entry)) return undefined;
	const list = jsonParse<unknown>(entry, { fallbackValue: null });
	return Array.isArray(list) ? list : undefined;
}
