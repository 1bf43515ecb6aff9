import { createHash } from 'crypto';

import { keyFrom } from '../call/rowKey';

/** A short text that tells what is given from everything else. */
export const hashOf = (content: unknown[]): string =>
	createHash('sha256').update(keyFrom(content)).digest('base64url').slice(0, 16);

/** The ID of one more row with a hash; `counts` is how many came of each. */
export function numbered(hash: string, counts: Map<string, number>): string {
	const before = counts.get(hash) ?? 0;
	counts.set(hash, before + 1);
	return before === 0 ? hash : `${hash}/${before}`;
}

/**
 * IDs for rows that have none: a short hash of what tells each from the others, numbered where several have the same.
 * So a second of the same is a new one, as long as all of the same are always given together.
 */
export function contentIds<T>(rows: T[], contentOf: (row: T) => unknown[]): string[] {
	const counts = new Map<string, number>();
	return rows.map((row) => numbered(hashOf(contentOf(row)), counts));
}
