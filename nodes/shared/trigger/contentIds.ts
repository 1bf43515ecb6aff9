import { createHash } from 'crypto';

/**
 * IDs for rows that have none: a short hash of what tells each from the others, numbered where several have the same.
 * So a second of the same is a new one, as long as all of the same are always given together.
 */
export function contentIds<T>(rows: T[], contentOf: (row: T) => unknown[]): string[] {
	const counts = new Map<string, number>();
	return rows.map((row) => {
		const content = JSON.stringify(contentOf(row));
		const hash = createHash('sha256').update(content).digest('base64url').slice(0, 16);
		const before = counts.get(hash) ?? 0;
		counts.set(hash, before + 1);
		return before === 0 ? hash : `${hash}/${before}`;
	});
}
