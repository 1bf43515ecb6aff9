import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import {
	Rows,
	following,
	pageOf,
	readPages,
	type Announced,
	type Page,
	type Paging,
	type Position,
} from '../../nodes/shared/call/paging';
import type { Window } from '../../nodes/shared/fields/fields';
import { expectEach } from '../support/each';

const fail = (what: string, wayOut: string): never => {
	throw new Error(`${what}. ${wayOut}`);
};
const row = (id: number): IDataObject => ({ id });
const ids = (rows: IDataObject[]) => rows.map(({ id }) => id as number);
const upTo = (count: number) => Array.from({ length: Math.max(0, count) }, (_, id) => id);

interface Answer {
	rows: IDataObject[];
	pages?: number;
	total?: number;
	last?: boolean;
}

const pageAt = (at: Position, { rows, pages, total, last }: Answer): Page => {
	const ended = last || rows.length === 0;
	return { rows, pages, total, more: !last, next: ended ? undefined : following(at, rows, idOf) };
};

const idOf = { cursor: ({ id }: IDataObject) => id } as Paging;

/** Reads a whole list as the client does. */
async function readAt(
	fetch: (at: Position) => Promise<Answer>,
	{ limit = Infinity, key }: Window,
	parallel?: number,
) {
	const collected = new Rows(key);
	const page = async (at: Position) => pageAt(at, await fetch(at));
	await readPages(page, collected, limit, fail, { parallel });
	return collected.upTo(limit);
}

const read = async (fetch: (page: number) => Promise<Answer>, window: Window, parallel?: number) =>
	await readAt(async ({ page }) => await fetch(page), window, parallel);

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
				const key = keyed ? ['id'] : undefined;
				const rows = await read(fetch, { limit, pageSize: size, key });

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
				const rows = await read(fetch, { limit, pageSize: size, key: ['id'] });
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
		await read(slow, { pageSize: 10 }, 4);
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
		expect(ids(await read(fetch, { pageSize: 10 }))).toEqual(upTo(35));
		expect(asked).toEqual([1, 2, 3, 4]);
	});

	test('drops what an earlier page had, and nothing of one page', async () => {
		const two = (n: number) => [
			{ id: 1, on: 'fb' },
			{ id: 1, on: 'web' },
			{ id: 1, on: 'fb', n },
		];
		const fetch = async (page: number) =>
			await Promise.resolve({ rows: [{ n: page }, ...two(page)], pages: 2, last: page === 2 });
		const rows = await read(fetch, { pageSize: 3, key: ['id', 'on'] });
		expect(rows).toEqual([{ n: 1 }, ...two(1), { n: 2 }]);
	});

	test('drops what an earlier page had in another type, or without what is empty', async () => {
		const pages = [[{ id: 1, on: '' }], [{ id: '1', on: null }, { id: '1' }, { id: 1, on: '0' }]];
		const fetch = async (page: number) =>
			await Promise.resolve({ rows: pages[page - 1], pages: 2, last: page === 2 });
		const rows = await read(fetch, { pageSize: 3, key: ['id', 'on'] });
		expect(rows).toEqual([
			{ id: 1, on: '' },
			{ id: 1, on: '0' },
		]);
	});

	test('gives up on a list that repeats itself', async () => {
		const fetch = jest.fn(
			async () => await Promise.resolve({ rows: [1, 2].map(row), last: false }),
		);
		const reading = read(fetch, { pageSize: 2, key: ['id'] });
		await expect(reading).rejects.toThrow(/repeats itself.*'Limit'/);
		expect(fetch.mock.calls.length).toBeLessThanOrEqual(3);
	});

	test('gives up on a list without an end', async () => {
		let asked = 0;
		const fetch = async (page: number) => {
			asked++;
			return await Promise.resolve({ rows: [row(page)], last: false });
		};
		await expect(read(fetch, { pageSize: 1, key: ['id'] })).rejects.toThrow(
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
		await expect(read(fetch, { pageSize: 1, key: ['id'] })).rejects.toThrow(
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
		await expect(read(fetch, { limit: 50, pageSize: 2 })).rejects.toThrow(/repeats itself/);
		expect(asked).toBe(3);
	});

	test('ends on a page that comes again where the service may not know pages', async () => {
		const collected = new Rows(['id']);
		let asked = 0;
		const fetch = async (at: Position) => {
			asked++;
			const rows = [row(1), row(2)];
			return await Promise.resolve(pageAt(at, { rows }));
		};
		await readPages(fetch, collected, 50, fail, { endsOnRepeat: true });
		expect(ids(collected.upTo(50))).toEqual([1, 2]);
		expect(asked).toBe(2);
	});

	test('keeps every row without a key', async () => {
		await expectEach([null, '', undefined], async (id) => {
			const fetch = async (page: number) =>
				await Promise.resolve({ rows: [{ id, n: page }, { id: 3 }], last: page === 2 });
			expect(await read(fetch, { key: ['id'] })).toEqual([{ id, n: 1 }, { id: 3 }, { id, n: 2 }]);
		});
	});

	test('tells what went wrong with any page', async () => {
		const { fetch } = service({ total: 50, size: 10 });
		const broken = async (page: number) => {
			if (page === 3) throw new Error('page 3');
			return await fetch(page);
		};
		await expect(read(broken, { pageSize: 10 })).rejects.toThrow('page 3');
	});
});

describe('readPages of a list with cursors or skipped rows', () => {
	const chain = (total: number, size: number, startOf: (at: Position) => number) => {
		const starts: number[] = [];
		const fetch = async (at: Position) => {
			const start = startOf(at);
			starts.push(start);
			const rows = upTo(total)
				.slice(start, start + size)
				.map(row);
			return await Promise.resolve({ rows, last: start + size >= total });
		};
		return { fetch, starts };
	};
	const byCursor = ({ after }: Position) => (after === undefined ? 0 : Number(after) + 1);
	const bySkip = ({ skip }: Position) => skip;

	test.each([
		['cursors', byCursor],
		['skipped rows', bySkip],
	])('with %s: gives the rows in order and reads no page more than needed', async (_, startOf) => {
		await fc.assert(
			fc.asyncProperty(totals, sizes, limits, async (total, size, limit) => {
				const { fetch, starts } = chain(total, size, startOf);
				const rows = await readAt(fetch, { limit, key: ['id'] });
				const wanted = Math.min(total, limit ?? Infinity);
				expect(ids(rows)).toEqual(upTo(wanted));
				const pages = Math.max(1, Math.ceil(wanted / size));
				expect(starts).toEqual(upTo(pages).map((page) => page * size));
			}),
		);
	});

	test('goes on after a row that came again', async () => {
		const pages: Record<string, Answer> = {
			undefined: { rows: [0, 1].map(row) },
			1: { rows: [1, 2].map(row) },
			2: { rows: [2, 3].map(row), last: true },
		};
		const fetch = async ({ after }: Position) => await Promise.resolve(pages[String(after)]);
		expect(ids(await readAt(fetch, { key: ['id'] }))).toEqual([0, 1, 2, 3]);
	});

	test('joins lists that overlap, up to the limit', async () => {
		const collected = new Rows(['id']);
		const list = (rows: IDataObject[]) => async (at: Position) =>
			await Promise.resolve(pageAt(at, { rows, last: true }));
		await readPages(list([0, 1].map(row)), collected, 3, fail);
		await readPages(list([1, 2, 3].map(row)), collected, 3, fail);
		expect(ids(collected.upTo(3))).toEqual([0, 1, 2]);
	});
});

describe('a list that ends with fewer rows than were announced', () => {
	/** Reads the pages in turn; what is missing at the end. */
	const missingOf = async (pages: Answer[], limit = Infinity) => {
		const rows = new Rows(['id']);
		const fetch = async (at: Position) => await Promise.resolve(pageAt(at, pages[at.page - 1]));
		return await readPages(fetch, rows, limit, fail);
	};
	const two = (page: number) => [row(2 * page), row(2 * page + 1)];

	test('says how many came, and of how many', async () => {
		await expectEach(
			[
				[[{ rows: two(1), last: true, total: 5 }], { came: 2, total: 5 }],
				[
					[
						{ rows: two(1), total: 5 },
						{ rows: [], total: 5 },
					],
					{ came: 2, total: 5 },
				],
				// The service says that more follow, and gives none.
				[[{ rows: two(1) }, { rows: [], last: false }], { came: 2, total: undefined }],
				// Rows that came again are none that were missing.
				[
					[
						{ rows: two(1), total: 4 },
						{ rows: two(1), last: true, total: 4 },
					],
					{ came: 2, total: 4 },
				],
			],
			async ([pages, missing]) => expect(await missingOf(pages)).toEqual(missing),
		);
	});

	test('is whole when as many came, or were left meanwhile, or no more are wanted', async () => {
		const five = [{ rows: two(1), last: true, total: 5 }];
		await expectEach(
			[
				[[{ rows: two(1), last: true, total: 2 }]],
				[[{ rows: two(1), last: true, total: 0 }]],
				[[{ rows: two(1), last: true }]],
				[
					[
						{ rows: two(1), total: 3 },
						{ rows: [], last: true, total: 2 },
					],
				],
				[
					[
						{ rows: two(1), total: 4 },
						{ rows: two(2), last: true, total: 5 },
					],
				],
				[five, 2],
				[five, 1],
			] as Array<[Answer[], number?]>,
			async ([pages, limit]) => expect(await missingOf(pages, limit)).toBeUndefined(),
		);
	});
});

describe('pageOf', () => {
	const rows = [row(1), row(2)];
	const at = { page: 1, skip: 0 };
	const paging = (more: Partial<Paging> = {}): Paging => ({
		size: 2,
		ask: () => ({}),
		read: (body) => body as unknown as Announced,
		...more,
	});
	const goesOn = (answer: Partial<Announced>, more?: Partial<Paging>) =>
		pageOf({ rows, ...answer }, paging(more), 2, at)?.next !== undefined;

	test('reads flags and numbers however they are typed; in contradictions, more rows follow', async () => {
		await expectEach(
			[
				[{}, true],
				[{ isLast: true }, false],
				[{ isLast: 'true' }, false],
				[{ isLast: 1 }, false],
				[{ isLast: 'false' }, true],
				[{ isLast: 0 }, true],
				[{ isLast: null }, true],
				[{ hasMore: false }, false],
				[{ hasMore: 'false' }, false],
				[{ hasMore: 'true' }, true],
				[{ pages: 1 }, false],
				[{ pages: '1' }, false],
				[{ pages: null }, true],
				[{ pages: 2 }, true],
				[{ page: 2, pages: 2 }, false],
				[{ page: 0, pages: 1 }, true],
				[{ total: 2 }, false],
				[{ total: '6' }, true],
				[{ isLast: true, total: 6, pages: 3 }, true],
				[{ pages: 1, total: 30 }, true],
				[{ pages: null, total: 2 }, false],
				[{ hasMore: false, total: 6 }, true],
				[{ isLast: true, nextUrl: '/v1/things?page=2' }, true],
				[{ isLast: true, nextUrl: 'string' }, false],
				[{ isLast: true, nextUrl: null }, false],
			],
			([answer, expected]) => expect(goesOn(answer)).toBe(expected),
		);
	});

	test('a cursor that the answer gives leads to the next page; without it, none can be asked for', async () => {
		const nextOf = (answer: Partial<Announced>) => pageOf({ rows, ...answer }, paging(), 2, at);
		await expectEach(
			[
				[{ nextCursor: 'abc' }, true, 'abc'],
				[{ nextCursor: 7, hasMore: false }, true, '7'],
				[{ nextCursor: null }, false, undefined],
				[{ nextCursor: '' }, false, undefined],
				[{ nextCursor: null, hasMore: false }, false, undefined],
				// More rows are said to follow, and nothing says where.
				[{ nextCursor: null, hasMore: true }, true, undefined],
				[{ nextCursor: null, total: 9 }, true, undefined],
				[{ nextCursor: { at: 1 } }, true, undefined],
			],
			([answer, more, after]) => {
				const page = nextOf(answer);
				expect(page?.more).toBe(more);
				expect(page?.next).toEqual(after === undefined ? undefined : { page: 2, skip: 2, after });
			},
		);
	});

	test('a short page is the end where the service says so, unless it contradicts itself', () => {
		const short = { rows: [row(1)] };
		expect(goesOn(short)).toBe(true);
		expect(goesOn(short, { endsOnShort: true })).toBe(false);
		expect(goesOn(short, { endsOnShort: 1 })).toBe(true);
		expect(goesOn({ ...short, total: 95 }, { endsOnShort: true })).toBe(true);
	});

	test('of a list that comes whole, nothing further is asked for', () => {
		expect(pageOf({ rows, total: 6 }, paging({ ask: undefined }), 2, at)).toMatchObject({
			next: undefined,
			more: true,
		});
	});

	test('an answer without rows is an empty list only where it says that there are none', async () => {
		await expectEach(
			[
				[{ rows: null, total: 0 }, 0],
				[{ rows: null, pages: 0 }, 0],
				[{ total: 0 }, 0],
				[{ rows: {}, pages: 0 }, 0],
				[{ rows: {} }, undefined],
				[{ rows: {}, total: 0 }, 0],
				[{ rows: [], total: 30 }, 0],
				[{ rows: null, total: 30 }, undefined],
				[{ rows: {}, total: 30 }, undefined],
				[{ rows: null }, undefined],
				[{}, undefined],
				[{ rows: 'a' }, undefined],
				[{ rows: [null], total: 1 }, undefined],
				[{ rows: { id: 1 } }, undefined],
			],
			([answer, count]) => {
				expect(pageOf(answer, paging(), 2, at)?.rows.length).toBe(count);
			},
		);
		// Behind the last page.
		expect(pageOf({ rows: null, total: 4 }, paging(), 2, { page: 3, skip: 4 })?.rows).toEqual([]);
	});
});
