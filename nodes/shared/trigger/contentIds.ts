import { createHash } from 'crypto';

import { keyPart } from '../call/rowKey';

/** A short text that tells what is given from everything else. */
export const hashOf = (content: unknown[]): string =>
	createHash('sha256')
		.update(JSON.stringify(content.map(keyPart)))
		.digest('base64url')
		.slice(0, 16);

/** The ID of a row, of which so many came before that have the same hash. */
export const numbered = (hash: string, before: number): string =>
	before === 0 ? hash : `${hash}/${before}`;

/**
 * IDs for rows that have none: a short hash of what tells each from the others, numbered where several have the same.
 * So a second of the same is a new one, as long as all of the same are always given together.
 */
export function contentIds<T>(rows: T[], contentOf: (row: T) => unknown[]): string[] {
	const counts = new Map<string, number>();
	return rows.map((row) => {
		const hash = hashOf(contentOf(row));
		const before = counts.get(hash) ?? 0;
		counts.set(hash, before + 1);
		return numbered(hash, before);
	});
}
