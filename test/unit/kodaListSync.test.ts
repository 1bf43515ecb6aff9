import { chunk, groupBy, omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { findByMetadata, type KnowledgeBase } from '../../nodes/Koda/document/find';
import { listSync } from '../../nodes/Koda/document/listSync';
import { nextMetadata } from '../../nodes/Koda/document/notes';

/** How many searches Sync takes, by the number of its documents and the rows of a page. */
const PER_PAGE = 20;
const GROUP = 'help';

const valuesOf = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => `a-${from + index}`);

/** Documents as Sync makes them. */
const documentsOf = (values: string[]): IDataObject[] =>
	values.map((value) => {
		const input = { title: value, content: value };
		const meta = nextMetadata({ key: 'external_id', value, group: GROUP, input });
		return { doc_id: `id-${value}`, title: value, meta };
	});

type Filter = { metadata_filter: { conditions: Array<{ meta_key: string; values: string[] }> } };

/** A service that gives a page of what fits, and says how many fit, or not. */
function serviceOf(documents: IDataObject[], saysTotal = true) {
	const keys = ['external_id', 'sync_part', 'sync_group'];
	const index = keys.map((key): [string, Record<string, IDataObject[]>] => [
		key,
		groupBy(documents, ({ meta }) => (meta as IDataObject)[key]),
	]);
	const asked: number[] = [];
	const hints: string[] = [];
	const page = async (_: string, { body }: { body: Filter }) => {
		const { conditions } = body.metadata_filter;
		asked.push(Math.max(...conditions.map(({ values }) => values.length)));
		const [first, rows] = index.find(([key]) => conditions.some((one) => one.meta_key === key))!;
		const { values } = conditions.find((one) => one.meta_key === first)!;
		const fitting = values
			.flatMap((value) => rows[value] ?? [])
			.filter(({ meta }) =>
				conditions.every((one) => one.values.includes(String((meta as IDataObject)[one.meta_key]))),
			);
		return await Promise.resolve({
			rows: fitting.slice(0, PER_PAGE),
			more: fitting.length > PER_PAGE,
			...(saysTotal && { total: fitting.length }),
		});
	};
	const fail = (what: string) => {
		throw new Error(what);
	};
	const api = { page, fail, hint: (text: string) => hints.push(text) };
	const base = { api, botId: 'bot', concurrency: 8 } as unknown as KnowledgeBase;
	return { base, asked, hints };
}

const idsOf = (rows: IDataObject[]) => rows.map(({ doc_id: id }) => String(id)).sort();

/** Looks up what is wanted, and lists what is there; answers how many searches each took. */
async function searchesOf(wanted: string[], documents: IDataObject[], saysTotal?: boolean) {
	const { base, asked, hints } = serviceOf(documents, saysTotal);
	const found = await findByMetadata(base, 'external_id', wanted);
	const lookups = asked.length;
	const known = [...found.values()].flatMap(({ rows }) => rows);
	expect(known).toHaveLength(wanted.length);
	const listed = await listSync(base, GROUP, known);
	expect(idsOf(listed)).toEqual(idsOf(documents));
	expect(hints).toEqual([]);
	expect(Math.max(...asked)).toBeLessThanOrEqual(256);
	return { lookups, listing: asked.length - lookups };
}

const pages = (count: number, size = PER_PAGE) => Math.ceil(count / size);

/** All 4096 parts, 256 at a time. */
const LEAST = 16;

/** A large sync is listed section by section, each of which ends with a page that may not be full. */
const sections = (count: number) => (count > 4 * 4096 ? 4 : 1);

test.each([20, 21, 1_000, 5_000, 20_000, 50_000])(
	'%d documents, none of them gone: a search for each page, and as many again to list them',
	async (count) => {
		const wanted = valuesOf(count);
		const { lookups, listing } = await searchesOf(wanted, documentsOf(wanted));
		expect(lookups).toBe(pages(count));
		expect(listing).toBeLessThanOrEqual(Math.max(1 + LEAST, pages(count) + sections(count)));
		expect(lookups + listing).toBeLessThanOrEqual(2 * (count / PER_PAGE + 10));
	},
);

test.each([
	[1_000, true],
	[20_000, true],
	[20_000, false],
])(
	'%d documents, and one in a hundred besides that is gone, with a total: %p',
	async (count, saysTotal) => {
		const wanted = valuesOf(count);
		const gone = valuesOf(count / 100, count);
		const all = documentsOf([...wanted, ...gone]);
		const { lookups, listing } = await searchesOf(wanted, all, saysTotal);
		expect(lookups).toBe(pages(count));
		expect(listing).toBeLessThanOrEqual(
			1 + Math.max(LEAST, pages(count, PER_PAGE - 1)) + 2 * gone.length,
		);
	},
);

test('documents that have no section yet are listed by their parts', async () => {
	const wanted = valuesOf(20_000);
	const all = documentsOf([...wanted, ...valuesOf(10, 20_000)]).map(({ meta, ...row }) => ({
		...row,
		meta: omit(meta as IDataObject, 'sync_section'),
	}));
	const { listing } = await searchesOf(wanted, all);
	expect(listing).toBeLessThanOrEqual(1 + pages(20_000, PER_PAGE - 1) + 2 * 10);
});

test('none is known, and all are found', async () => {
	const { listing } = await searchesOf([], documentsOf(valuesOf(1_000)));
	// Halves of halves: fewer than four for each page.
	expect(listing).toBeLessThanOrEqual(4 * pages(1_000));
});

test('what the service announces and does not give by its parts is told', async () => {
	const documents = documentsOf(valuesOf(30));
	const { base, hints } = serviceOf(documents);
	const { page } = base.api;
	let first = true;
	base.api.page = async (...args) => {
		const answer = await page.call(base.api, ...args);
		if (!first) return answer;
		first = false;
		return { ...answer, total: 31 };
	};
	expect(await listSync(base, GROUP, documents)).toHaveLength(30);
	expect(hints).toEqual([
		expect.stringContaining("31 documents are of the sync 'help', and gave 30 of them"),
	]);
});

test('a document that the service gives with parts that it does not have either comes once', async () => {
	const documents = documentsOf(valuesOf(30));
	const { base } = serviceOf(documents);
	const { page } = base.api;
	base.api.page = async (...args) => {
		const answer = await page.call(base.api, ...args);
		const rows = answer.rows.includes(documents[0]) ? answer.rows : [...answer.rows, documents[0]];
		return { ...answer, rows: answer.rows.length > 0 ? rows : [] };
	};
	expect(idsOf(await listSync(base, GROUP, documents))).toEqual(idsOf(documents));
});

test('the parts are put together, so that no search asks for more than a page of what is known', async () => {
	const values = valuesOf(5_000);
	const { base } = serviceOf(documentsOf(values));
	const { page } = base.api;
	const rows: number[] = [];
	base.api.page = async (...args) => {
		const answer = await page.call(base.api, ...args);
		rows.push(answer.rows.length);
		return answer;
	};
	await listSync(base, GROUP, documentsOf(values));
	expect(rows.slice(1)).toEqual(chunk(values, PER_PAGE).map((own) => own.length));
});
