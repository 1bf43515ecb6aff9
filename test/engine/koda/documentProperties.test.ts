import fc from 'fast-check';

import { itemsOf } from '../../../engine/jobs';
import { useKoda } from '../../support/koda';
import {
	keyed,
	mirror,
	own,
	stored,
	writes,
	type Article,
	type StoredDocument,
} from '../../support/kodaDocuments';
import { anyText, isFilled, seenText } from '../../support/texts';

/** What holds of Document: Sync for any documents, on the sandbox. */
const bench = useKoda();

/** IDs are few, so that two sets of documents have some in common. */
// What a broken expression leaves is refused as an ID.
const id = fc
	.oneof(fc.integer({ min: 1, max: 12 }).map(String), seenText)
	.filter((text) => !/^(?:null|undefined|NaN|\*)$|\[object/.test(text.trim()));

/** An ID as it is kept: as it was written, if that is composed or decomposed throughout. */
const kept = (written: string) =>
	[written.normalize('NFC'), written.normalize('NFD')].includes(written)
		? written
		: written.normalize('NFC');

const article: fc.Arbitrary<Article> = fc.record({
	id,
	title: anyText.filter(isFilled),
	content: fc.string({ minLength: 1 }).filter(isFilled),
	category: fc.constantFrom('faq', 'guide', ''),
	tags: fc.subarray(['News', 'Product Guide', 'ünïcode']),
});

const set = fc.uniqueArray(article, {
	selector: (one) => one.id.normalize('NFC'),
	minLength: 1,
	maxLength: 12,
});

const sync = async (articles: Article[]) => {
	const { error, json } = await bench.run(mirror, { items: itemsOf(articles) });
	expect(error).toBeUndefined();
	return json;
};

const byId = <T extends { id: string }>(list: T[]) =>
	list.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Documents as far as the articles determine them. */
const contents = (documents: StoredDocument[]) =>
	byId(
		documents.map((document) => ({
			id: String(document.meta.external_id),
			title: document.title,
			content: document.content,
			published: document.published,
			meta: own(document),
		})),
	);

/** What the contract makes of the articles: tags become metadata (docs/evidence/koda.md §5). */
const expected = (articles: Article[]) =>
	byId(
		articles.map(({ tags = [], category, ...rest }) => ({
			...rest,
			id: kept(rest.id),
			published: true,
			meta: {
				external_id: kept(rest.id),
				category,
				...Object.fromEntries(
					tags.map((tag) => [tag === 'Product Guide' ? 'product_guide' : tag.toLowerCase(), 'yes']),
				),
			},
		})),
	);

const holds = async (check: (...sets: Article[][]) => Promise<void>, count: 1 | 2) =>
	await fc.assert(
		fc.asyncProperty(fc.tuple(...Array.from({ length: count }, () => set)), async (sets) => {
			await bench.sandbox().control('reset');
			await check(...sets);
		}),
		{ numRuns: 15 },
	);

test('Sync twice is Sync once: the second run writes nothing', async () => {
	await holds(async (articles) => {
		await sync(articles);
		const then = await stored(bench);
		const count = (await writes(bench)).length;
		expect(count).toBe(articles.length);
		const again = await sync(articles.toReversed());
		expect(again.map(({ status }) => status)).toEqual(articles.map(() => 'unchanged'));
		expect(await writes(bench)).toHaveLength(count);
		expect(await stored(bench)).toEqual(then);
	}, 1);
});

test('Sync of one set, then of another, is the other set; foreign documents are untouched', async () => {
	await holds(async (first, after) => {
		const foreign = await stored(bench);
		await sync(first);
		const before = new Map((await keyed(bench)).map(({ meta, id }) => [meta.external_id, id]));
		await sync(after);
		const documents = await keyed(bench);
		expect(contents(documents)).toEqual(expected(after));
		for (const { meta, id } of documents) expect(before.get(meta.external_id) ?? id).toBe(id);
		expect((await stored(bench)).slice(0, foreign.length)).toEqual(foreign);
		expect(await stored(bench)).toHaveLength(foreign.length + after.length);
	}, 2);
});
