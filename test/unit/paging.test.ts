import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { readCursor, readPages } from '../../nodes/shared/paging';

const fail = (what: string, wayOut: string): never => {
	throw new Error(`${what}. ${wayOut}`);
};
const row = (id: number): IDataObject => ({ id });
const ids = (rows: IDataObject[]) => rows.map(({ id }) => id as number);
const upTo = (count: number) => Array.from({ length: Math.max(0, count) }, (_, id) => id);

/** A service that gives `total` rows in pages of at most `cap`, and may say how many pages there are. */
function service({ total, size, cap = Infinity, tells = true, shift = 0 }: Service) {
	const perPage = Math.min(size, cap);
	const asked: number[] = [];
	const fetch = async (page: number) => {
		asked.push(page);
		// Rows that came in at the top since the first page was read push the others down.
		const moved = page === 1 ? 0 : shift;
		const start = Math.max(0, (page - 1) * perPage - moved);
		const rows = upTo(total).slice(start, page * perPage - moved);
		const pages = Math.ceil((total + moved) / perPage);
		await Promise.resolve();
		return {
			rows: rows.map(row),
			pages: tells ? pages : undefined,
			last: rows.length === 0 || (tells && page >= pages),
		};
	};
	return { fetch, asked, perPage };
}

interface Service {
	total: number;
	/** Rows per page asked for. */
	size: number;
	cap?: number;
	tells?: boolean;
	shift?: number;
}

const totals = fc.integer({ min: 0, max: 120 });
const sizes = fc.integer({ min: 1, max: 30 });
const limits = fc.option(fc.integer({ min: 1, max: 150 }), { nil: undefined });

describe('readPages', () => {
	test('gives the rows in order, once, and reads no page more than needed', async () => {
		const kinds = fc.record({ total: totals, size: sizes, cap: sizes, tells: fc.boolean() });
		await fc.assert(
			fc.asyncProperty(kinds, limits, fc.boolean(), async (kind, limit, keyed) => {
				// The client never asks for more rows per page than it wants in all.
				const size = Math.min(kind.size, limit ?? Infinity);
				const { fetch, asked, perPage } = service({ ...kind, size });
				const key = keyed ? 'id' : undefined;
				const rows = await readPages(fetch, { limit, pageSize: size, key }, fail);

				const wanted = Math.min(kind.total, limit ?? Infinity);
				expect(ids(rows)).toEqual(upTo(wanted));
				// A service that does not say where it ends is asked for one page more.
				const unknownEnd = !kind.tells && (limit === undefined || limit > kind.total);
				const needed = Math.max(1, Math.ceil(wanted / perPage));
				const pages = unknownEnd ? Math.floor(kind.total / perPage) + 2 : needed;
				expect(asked.length).toBeLessThanOrEqual(pages);
				expect(new Set(asked)).toEqual(new Set(upTo(asked.length).map((index) => index + 1)));
			}),
			{ numRuns: 300 },
		);
	});

	test('gives a row that moved to the next page once', async () => {
		const moving = fc
			.record({ total: totals, size: fc.integer({ min: 2, max: 30 }), tells: fc.boolean() })
			.chain((kind) => fc.tuple(fc.constant(kind), fc.integer({ min: 1, max: kind.size - 1 })));
		await fc.assert(
			fc.asyncProperty(moving, limits, async ([kind, shift], limit) => {
				const size = Math.min(kind.size, limit ?? Infinity);
				fc.pre(shift < size);
				const { fetch } = service({ ...kind, size, shift });
				const rows = await readPages(fetch, { limit, pageSize: size, key: 'id' }, fail);
				// A full first page that is the only one cannot know of rows that came later.
				const wanted = Math.min(kind.total, limit ?? Infinity);
				expect(ids(rows)).toEqual(upTo(wanted));
			}),
			{ numRuns: 300 },
		);
	});

	test('reads the pages after the first in parallel', async () => {
		let active = 0;
		let most = 0;
		const { fetch } = service({ total: 100, size: 10 });
		const slow = async (page: number) => {
			most = Math.max(most, ++active);
			await new Promise((resolve) => setImmediate(resolve));
			active--;
			return await fetch(page);
		};
		await readPages(slow, { pageSize: 10 }, fail, 4);
		expect(most).toBe(4);
	});

	test('reads on when the list has grown since the first page', async () => {
		let total = 20;
		const asked: number[] = [];
		const fetch = async (page: number) => {
			asked.push(page);
			const pages = Math.ceil(total / 10);
			const rows = upTo(total)
				.slice((page - 1) * 10, page * 10)
				.map(row);
			total = 35;
			await Promise.resolve();
			return { rows, pages, last: page >= pages };
		};
		expect(ids(await readPages(fetch, { pageSize: 10 }, fail))).toEqual(upTo(35));
		expect(asked).toEqual([1, 2, 3, 4]);
	});

	test('keeps rows that have no key', async () => {
		const fetch = async (page: number) =>
			await Promise.resolve({ rows: [{}, { id: 1 }, { id: 1 }], pages: 2, last: page === 2 });
		const rows = await readPages(fetch, { pageSize: 3, key: 'id' }, fail);
		expect(rows).toEqual([{}, { id: 1 }, {}]);
	});

	test('gives up on a list that repeats itself', async () => {
		const fetch = jest.fn(
			async () => await Promise.resolve({ rows: [1, 2].map(row), last: false }),
		);
		const reading = readPages(fetch, { pageSize: 2, key: 'id' }, fail);
		await expect(reading).rejects.toThrow(/repeats itself.*'Limit'/);
		expect(fetch.mock.calls.length).toBeLessThanOrEqual(3);
	});

	test('gives up on a list without an end', async () => {
		let asked = 0;
		const fetch = async (page: number) => {
			asked++;
			return await Promise.resolve({ rows: [row(page)], last: false });
		};
		await expect(readPages(fetch, { pageSize: 1, key: 'id' }, fail)).rejects.toThrow(
			/more than 10000 pages.*'Limit'/,
		);
		expect(asked).toBe(10_000);
	});

	test('gives up on a list that announces too many pages', async () => {
		let asked = 0;
		const fetch = async (page: number) => {
			asked++;
			return await Promise.resolve({ rows: [row(page)], pages: 1e9, last: false });
		};
		await expect(readPages(fetch, { pageSize: 1, key: 'id' }, fail)).rejects.toThrow(
			/more than 10000 pages/,
		);
		expect(asked).toBe(1);
	});

	test('stops on a page that comes again, although its rows have no key', async () => {
		let asked = 0;
		const fetch = async () => {
			asked++;
			return await Promise.resolve({ rows: [row(1), row(2)] });
		};
		await expect(readPages(fetch, { limit: 50, pageSize: 2 }, fail)).rejects.toThrow(
			/repeats itself/,
		);
		expect(asked).toBe(3);
	});

	test('keeps rows whose numbers JSON has rounded to the same', async () => {
		const rows = [{ id: 9007199254740992 }, { id: 9007199254740992 }, { id: 7 }, { id: 7 }];
		const fetch = async () => await Promise.resolve({ rows, last: true });
		expect(await readPages(fetch, { key: 'id' }, fail)).toEqual(rows.slice(0, 3));
	});

	test('tells what went wrong with any page', async () => {
		const { fetch } = service({ total: 50, size: 10 });
		const broken = async (page: number) => {
			if (page === 3) throw new Error('page 3');
			return await fetch(page);
		};
		await expect(readPages(broken, { pageSize: 10 }, fail)).rejects.toThrow('page 3');
	});
});

describe('readCursor', () => {
	const chain = (total: number, size: number) => {
		const asked: Array<string | undefined> = [];
		const fetch = async (cursor: string | undefined) => {
			asked.push(cursor);
			const start = Number(cursor ?? 0);
			const end = start + size;
			await Promise.resolve();
			return {
				rows: upTo(total).slice(start, end).map(row),
				next: end < total ? String(end) : undefined,
			};
		};
		return { fetch, asked };
	};

	test('gives the rows in order and reads no page more than needed', async () => {
		await fc.assert(
			fc.asyncProperty(totals, sizes, limits, async (total, size, limit) => {
				const { fetch, asked } = chain(total, size);
				const rows = await readCursor(fetch, { limit, key: 'id' }, fail);
				const wanted = Math.min(total, limit ?? Infinity);
				expect(ids(rows)).toEqual(upTo(wanted));
				const pages = Math.max(1, Math.ceil(wanted / size));
				expect(asked).toEqual([
					undefined,
					...upTo(pages)
						.slice(1)
						.map((n) => String(n * size)),
				]);
			}),
		);
	});

	test('gives a row that comes again once', async () => {
		const pages: Record<string, { rows: IDataObject[]; next?: string }> = {
			'': { rows: [0, 1].map(row), next: 'a' },
			a: { rows: [1, 2].map(row), next: 'b' },
			b: { rows: [2, 3].map(row) },
		};
		const fetch = async (cursor = '') => await Promise.resolve(pages[cursor]);
		expect(ids(await readCursor(fetch, { key: 'id' }, fail))).toEqual([0, 1, 2, 3]);
	});

	test('gives up on a cursor that stays the same', async () => {
		const fetch = jest.fn(async () => await Promise.resolve({ rows: [row(1)], next: 'same' }));
		await expect(readCursor(fetch, {}, fail)).rejects.toThrow(/repeats itself.*'Limit'/);
		expect(fetch).toHaveBeenCalledTimes(2);
	});

	test('gives up on a list without an end', async () => {
		let asked = 0;
		const fetch = async () => {
			asked++;
			return await Promise.resolve({ rows: [row(asked)], next: String(asked) });
		};
		await expect(readCursor(fetch, {}, fail)).rejects.toThrow(/more than 10000 pages/);
		expect(asked).toBe(10_000);
	});
});
