import { inspect } from 'node:util';

/** What a table has in its rows; the tuple keeps the types of their places. */
export type Row = [unknown] | unknown[] | object | string | number | boolean | null | undefined;

/** A row in one line, as failures name it. */
const inLine = (row: unknown) =>
	inspect(row, { depth: 3, breakLength: Infinity, maxStringLength: 200 }).slice(0, 400);

/**
 * Holds one rule against every row of a table, one after the other, and fails once, with all rows
 * that break it. `rule` makes its assertions for one row. A table without rows fails, too.
 */
export async function expectEach<T extends Row>(
	rows: readonly T[],
	rule: (row: T) => unknown,
): Promise<void> {
	if (rows.length === 0) throw new Error('The table has no rows.');
	const broken: Array<{ row: T; error: unknown }> = [];
	for (const row of rows) {
		try {
			await rule(row);
		} catch (error) {
			broken.push({ row, error });
		}
	}
	if (broken.length === 0) return;
	const told = broken.map(
		({ row, error }) => `${inLine(row)}\n${error instanceof Error ? error.message : inLine(error)}`,
	);
	throw new Error(
		`${broken.length} of ${rows.length} rows break the rule:\n\n${told.join('\n\n')}`,
		{
			cause: broken[0].error,
		},
	);
}
