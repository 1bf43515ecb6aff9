import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { itemsOf } from '../../../engine/jobs';
import { expectEach } from '../../support/each';
import { useKoda } from '../../support/koda';
import {
	articles,
	keyed,
	mirror,
	plant,
	searches,
	stored,
	sync,
	upsert,
	writes,
} from '../../support/kodaDocuments';

/** A document is the same however its key is spelled: composed or not, with characters that cannot be seen or without. */
const bench = useKoda();

const composed = 'Größe';
const decomposed = composed.normalize('NFD');

/** The same text in other spellings, by hand. */
const SPELLINGS = [
	...[composed, decomposed, `\uFEFF${composed}`, `${composed}\u200B`, `Gr\u00ADöße`],
	...[` ${composed}\u00A0`, `\u200E${decomposed}\u200F`, `Grö\u2060ße`],
];

const [article] = articles(1);
const withId = (id: string, changes: object = {}) => ({ ...article, id, ...changes });

const run = async (items: object[], parameters: INodeParameters = mirror) =>
	await bench.run(parameters, { items: itemsOf(items) });

/** Runs it as something that goes well; answers the status of each row. */
async function done(items: object[], parameters: INodeParameters = mirror) {
	const { error, json } = await run(items, parameters);
	expect(error).toBeUndefined();
	return json.map(({ status }) => status);
}

const reset = async () => await bench.sandbox().control('reset');

describe('a key in another spelling', () => {
	test.each([
		['Sync', sync],
		['Sync with Delete Missing', mirror],
		['Create or Update', upsert],
	])('is the same document: %s', async (_, parameters) => {
		await expectEach(
			SPELLINGS.map((first, index) => [first, SPELLINGS[(index + 1) % SPELLINGS.length]]),
			async ([first, second]) => {
				await reset();
				expect(await done([withId(first)], parameters)).toEqual(['created']);
				const [{ id, meta }] = await keyed(bench);
				expect(await done([withId(second)], parameters)).toEqual(['unchanged']);
				expect(await done([withId(second, { content: 'New' })], parameters)).toEqual(['updated']);
				const documents = await keyed(bench);
				expect(documents).toHaveLength(1);
				// An update leaves the key as it is.
				expect(documents[0]).toMatchObject({ id, content: 'New' });
				expect(documents[0].meta.external_id).toBe(meta.external_id);
			},
		);
	});

	test('is kept as the user wrote it, without what cannot be seen', async () => {
		await done([withId(`\u200B${decomposed}\uFEFF`), withId('a\u00A0b')]);
		const ids = (await keyed(bench)).map(({ meta }) => meta.external_id);
		expect(ids).toEqual([decomposed, 'a b']);
		const { json } = await run([withId(composed), withId('a b')]);
		expect(json.map(({ external_id: id }) => id)).toEqual([composed, 'a b']);
	});

	test('is looked up as written, composed and decomposed, since KODA may compare letter by letter', async () => {
		await done([withId(`\u200B${composed}`), withId('a-1')], sync);
		const [before, ...after] = await searches(bench);
		expect(before).toEqual({ external_id: [`\u200B${composed}`, composed, decomposed, 'a-1'] });
		expect(after).toContainEqual({ external_id: [`\u200B${composed}`, composed, decomposed] });
	});

	test('in two input items is one document, so it is refused', async () => {
		const { error } = await run([withId(composed), withId('x'), withId(`${decomposed}\u200B`)]);
		expect(error?.message).toContain(`for item 0, too [item 2]`);
		await bench.expectSilence();
		const pair = [withId('a-1'), withId('a-1\u200B', { content: 'New' })];
		expect(await done(pair, upsert)).toEqual(['created', 'updated']);
		expect(await keyed(bench)).toHaveLength(1);
	});

	test('exactly the key comes first, and the other is not deleted', async () => {
		const metas = ['a-1\u200B', 'a-1'].map((id) => ({ external_id: id, sync_group: 'help' }));
		const [other, exact] = await plant(
			bench,
			metas.map((meta) => ({ title: 'By hand', meta })),
		);
		expect(await done([withId('a-1')])).toEqual(['updated']);
		const documents = await stored(bench);
		expect(documents.find(({ id }) => id === exact)?.content).toBe(article.content);
		expect(documents.find(({ id }) => id === other)?.content).toBe('By hand');
	});

	test('that several documents have and none exactly is ambiguous', async () => {
		const metas = [composed, decomposed].map((id) => ({ external_id: id }));
		await plant(
			bench,
			metas.map((meta) => ({ title: 'By hand', meta })),
		);
		const { error } = await run([withId(`\u200B${composed}`)]);
		expect(error?.message).toMatch(/^2 documents in KODA have external_id /);
		expect(await writes(bench)).toHaveLength(2);
		expect(await done([withId(composed)], sync)).toEqual(['updated']);
	});

	test('that cannot be seen at all is refused', async () => {
		for (const parameters of [mirror, upsert]) {
			const { error } = await run([withId('\u200B\u00AD')], parameters);
			expect(error?.message).toBe("'Metadata Value' has nothing that can be seen [item 0]");
		}
		await bench.expectSilence();
	});
});

test('any keys in any spelling: the second Sync with Delete Missing changes nothing', async () => {
	const name = fc.constantFrom(
		'a-1',
		'Größe',
		'Zażółć',
		'Việt',
		'電話',
		'a b',
		'É',
		'1',
		'Ångström',
	);
	const noise = fc.constantFrom(
		'',
		'',
		'\uFEFF',
		'\u200B',
		'\u00AD',
		'\u200E',
		'\u2060',
		' ',
		'\u00A0',
	);
	const spelling = fc.tuple(fc.constantFrom('NFC', 'NFD'), noise, noise).map(
		([form, before, after]) =>
			(text: string) =>
				`${before}${text.normalize(form)}${after}`,
	);
	const keys = fc.uniqueArray(name, { minLength: 1, maxLength: 6 });
	await fc.assert(
		fc.asyncProperty(
			keys.chain((all) =>
				fc.tuple(
					...all.map((key) => fc.tuple(spelling, spelling).map(([a, b]) => [a(key), b(key)])),
				),
			),
			async (pairs) => {
				await reset();
				await done(pairs.map(([first]) => withId(first)));
				const then = await keyed(bench);
				const count = (await writes(bench)).length;
				expect(count).toBe(pairs.length);
				const again = await done(pairs.map(([, second]) => withId(second)));
				expect(again).toEqual(pairs.map(() => 'unchanged'));
				expect(await writes(bench)).toHaveLength(count);
				expect(await keyed(bench)).toEqual(then);
			},
		),
		{ numRuns: 25 },
	);
});

describe('names', () => {
	test('of metadata, tags and the sync are sent without what cannot be seen', async () => {
		const row = [{ name: '\uFEFFcategory\u00A0', value: '\u200Bfaq' }];
		const parameters = {
			...sync,
			metadataKey: '\uFEFFexternal_id',
			syncName: 'he\u200Blp ',
			additionalFields: { metadata: { row }, tags: ['Product\u00AD Guide\u200B'] },
		};
		expect(await done([withId('a-1')], parameters)).toEqual(['created']);
		const [[, body]] = await writes(bench);
		const { metadata, tags } = body as { metadata: IDataObject; tags: string[] };
		expect(metadata).toMatchObject({
			external_id: 'a-1',
			category: '\u200Bfaq',
			sync_group: 'help',
		});
		expect(tags).toEqual(['Product Guide']);
		expect(await done([withId('a-1')], parameters)).toEqual(['unchanged']);
	});

	test('of the sync and the key are the same in another spelling', async () => {
		const first = { ...mirror, syncName: composed, metadataKey: composed };
		await done([withId('a-1'), withId('a-2')], first);
		const second = { ...mirror, syncName: decomposed, metadataKey: decomposed };
		expect(await done([withId('a-1')], second)).toEqual(['unchanged', 'deleted']);
		expect(await keyed(bench, composed)).toHaveLength(1);
	});

	test('of metadata: a document has each once, and twice is refused', async () => {
		const withName = (...names: string[]) => ({
			...sync,
			additionalFields: { metadata: { row: names.map((name) => ({ name, value: 'x' })) } },
		});
		await done([withId('a-1')], withName(composed));
		await done([withId('a-1', { content: 'New' })], withName(decomposed));
		const [{ meta }] = await keyed(bench);
		expect(Object.keys(meta).filter((name) => name.normalize() === composed)).toHaveLength(1);
		const { error } = await run([withId('a-1')], withName('x', '\u200Bx'));
		expect(error?.message).toContain("'x' is there twice");
		const taken = await run([withId('a-1')], withName('content_hash\u200B'));
		expect(taken.error?.message).toContain("has 'content_hash', which the node sets itself");
	});
});

test('a title in another spelling is no other title', async () => {
	await done([withId('a-1', { title: composed })]);
	expect(await done([withId('a-1', { title: `\uFEFF${decomposed}` })])).toEqual(['unchanged']);
	expect(await done([withId('a-1', { title: 'Grösse' })])).toEqual(['updated']);
});
