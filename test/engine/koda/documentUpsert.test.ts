import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, itemsOf } from '../../../engine/jobs';
import { useKoda } from '../../support/koda';
import { describeBadInput } from '../../support/kodaCases';
import { contractOf, expectFitsSchema, expectSent } from '../../support/kodaContract';
import {
	NOTES,
	articles,
	keyed,
	own,
	plant,
	searches,
	stored,
	upsert,
	writes,
	type Article,
} from '../../support/kodaDocuments';
import { meet } from '../../support/sandbox';

/** Document: Create or Update finds a document by its metadata, and changes it only when it has to. */
const bench = useKoda();

const [first, second] = articles(2);
const BOT = { botId: '3337eb37-9c70-4e88-a173-21372501d7ee' };

const run = async (items: object[], parameters: INodeParameters = {}, settings = {}) =>
	await bench.run({ ...upsert, ...parameters }, { items: itemsOf(items), settings });

/** Runs it as something that was done before the test. */
async function before(items: object[], parameters: INodeParameters = {}) {
	const { error, json } = await run(items, parameters);
	expect(error).toBeUndefined();
	return json;
}

const fault = async (operationId: string, faults: object) =>
	await bench.sandbox().control('faults', { vendor: 'koda', operationId, ...faults });

describe('what becomes of a document', () => {
	test('it is created when the search by its key finds none', async () => {
		const { json, outputs, error } = await run([{ ...first, tags: ['Product Guide'] }]);
		expect(error).toBeUndefined();

		const { example } = contractOf('document.search');
		const filter = example.metadata_filter as { relation_type: string };
		const [found] = await bench.sent('document.search');
		expectSent(found, 'document.search', {
			path: BOT,
			body: {
				metadata_filter: {
					relation_type: filter.relation_type,
					conditions: [{ meta_key: 'external_id', operator: 'in', values: ['a-1'] }],
				},
			},
		});

		const [made] = await bench.sent('document.create');
		const { metadata } = made.body as { metadata: IDataObject };
		expect(metadata.content_hash).toMatch(/^[0-9a-f]{32,}$/);
		expectSent(made, 'document.create', {
			path: BOT,
			body: {
				title: 'Article 1',
				content: 'Text of article 1',
				metadata: { ...metadata, category: 'faq', external_id: 'a-1' },
				tags: ['Product Guide'],
				auto_publish: true,
			},
		});

		const [document] = await keyed(bench);
		expect(own(document)).toEqual({ category: 'faq', external_id: 'a-1', product_guide: 'yes' });
		const row = { external_id: 'a-1', doc_id: document.id, title: 'Article 1', status: 'created' };
		expect(outputs).toEqual([[{ json: row, pairedItem: { item: 0 } }]]);
		expectFitsSchema('document.upsert', json[0]);
	});

	test('it is left alone the second time', async () => {
		const [{ doc_id: id }] = await before([first]);
		const [at] = await keyed(bench);
		const [row] = await before([first]);
		expect(row).toMatchObject({ doc_id: id, status: 'unchanged' });
		expect(await keyed(bench)).toEqual([at]);
		expect((await writes(bench)).map(([what]) => what)).toEqual(['create']);
	});

	const base = { ...first, tags: ['News', 'Guide'] };
	const fields = { autoPublish: true, tags: '={{ $json.tags }}' as never };
	test.each<[string, Partial<Article>, INodeParameters]>([
		['title', { title: 'Another title' }, {}],
		['content', { content: 'Another text' }, {}],
		['metadata', { category: 'guide' }, {}],
		['tags', { tags: ['News'] }, {}],
		['Auto Publish', {}, { autoPublish: false }],
		['Chunk Size', {}, { chunkSize: 250 }],
	])('it is updated when another %s is wanted', async (_, change, more) => {
		const metadata = { row: [{ name: 'category', value: '={{ $json.category }}' }] };
		const [{ doc_id: id }] = await before([base], { additionalFields: { ...fields, metadata } });
		const additionalFields = { ...fields, metadata, ...more };
		const [row] = await before([{ ...base, ...change }], { additionalFields });
		expect(row).toMatchObject({ doc_id: id, status: 'updated', external_id: 'a-1' });
		expect((await writes(bench)).map(([what]) => what)).toEqual(['create', 'update']);
		// Once more, and nothing is left to do.
		const [again] = await before([{ ...base, ...change }], { additionalFields });
		expect(again).toMatchObject({ doc_id: id, status: 'unchanged' });
	});

	test('the order of metadata and tags, and a preset that is chosen, change nothing', async () => {
		const rows = [
			{ name: 'a', value: '1' },
			{ name: 'b', value: '2' },
		];
		await before([first], { additionalFields: { metadata: { row: rows }, tags: ['X', 'Y'] } });
		const [row] = await before([first], {
			additionalFields: {
				metadata: { row: rows.toReversed() },
				tags: ['Y', 'X'],
				autoPublish: false,
			},
		});
		expect(row.status).toBe('unchanged');
	});

	test('what others have added to its metadata stays; what it brought itself goes when it is wanted no more', async () => {
		const id = (await before([{ ...first, tags: ['Old News', 'Guide'] }]))[0].doc_id as string;
		const [document] = await keyed(bench);
		await bench.run({
			resource: 'document',
			operation: 'update',
			document: byId(id),
			title: first.title,
			content: first.content,
			additionalFields: {
				metadata: {
					row: [
						...Object.entries(document.meta).map(([name, value]) => ({ name, value })),
						{ name: 'reviewed_by', value: 'Ewa' },
					] as never,
				},
			},
		});
		await before([{ ...first, tags: ['Guide'] }], {
			additionalFields: { tags: '={{ $json.tags }}' as never },
		});
		const [updated] = await keyed(bench);
		expect(own(updated)).toEqual({ external_id: 'a-1', reviewed_by: 'Ewa', guide: 'yes' });
	});

	test('a document that was put there otherwise is taken up', async () => {
		const [id] = await plant(bench, [{ title: 'By hand', meta: { sku: 'a-1', shelf: '7' } }]);
		const [row] = await before([first], { metadataKey: 'sku' });
		expect(row).toEqual({ sku: 'a-1', doc_id: id, title: 'Article 1', status: 'updated' });
		const [document] = await keyed(bench, 'sku');
		expect(own(document)).toEqual({ sku: 'a-1', shelf: '7', category: 'faq' });
		expect(document).toMatchObject({ id, title: 'Article 1', content: 'Text of article 1' });
	});

	test('one with a similar value is another one, though KODA may find it', async () => {
		const row = { doc_id: 'd-1', title: 'Other', meta: { external_id: 'A-1' } };
		const body = { meta: { is_last_page: true }, response: [row] };
		await fault('document.search', { kind: 'status', status: 200, body });
		const [{ status }] = await before([first]);
		expect(status).toBe('created');
	});

	test('Dry Run only reads', async () => {
		const [{ doc_id: id }] = await before([first, second]);
		const then = await stored(bench);
		const rows = await before([first, { ...second, title: 'New' }, ...articles(1, 3)], {
			dryRun: true,
		});
		expect(rows).toEqual([
			{ external_id: 'a-1', doc_id: id, title: 'Article 1', status: 'unchanged', dry_run: true },
			expect.objectContaining({ title: 'New', status: 'would update', dry_run: true }) as unknown,
			{
				external_id: 'a-3',
				doc_id: null,
				title: 'Article 3',
				status: 'would create',
				dry_run: true,
			},
		]);
		expect(await stored(bench)).toEqual(then);
		expect(await writes(bench)).toHaveLength(2);
	});

	test('items about the same document go one after another: it is created once', async () => {
		// The first of them and the other document, at the same moment.
		await meet(bench.sandbox(), 'koda', 'document.create');
		const versions = ['one', 'two', 'two', 'three'].map((content) => ({ ...first, content }));
		const rows = await before([second, ...versions, ...articles(3, 5)]);
		expect(rows.map(({ status }) => status)).toEqual([
			...['created', 'created', 'updated', 'unchanged', 'updated'],
			...['created', 'created', 'created'],
		]);
		const [document, ...others] = (await keyed(bench)).filter(
			({ meta }) => meta.external_id === 'a-1',
		);
		expect([document.content, others]).toEqual(['three', []]);
	});
});

describe('nothing is changed when', () => {
	const refusal = async (parameters: INodeParameters = {}) => {
		const then = await stored(bench);
		const count = (await writes(bench)).length;
		const error = await bench.runToError({ ...upsert, ...parameters }, { items: itemsOf([first]) });
		expect(await stored(bench)).toEqual(then);
		expect(await writes(bench)).toHaveLength(count);
		return error;
	};

	test('several documents have the value: they are named', async () => {
		const meta = { external_id: 'a-1' };
		const ids = await plant(bench, [
			{ title: 'One', meta },
			{ title: 'Two', meta },
		]);
		const error = await refusal();
		expect(error.message).toMatch(/^2 documents in KODA have external_id 'a-1': .* \[item 0]$/);
		for (const name of [`'One' (${ids[0]})`, `'Two' (${ids[1]})`])
			expect(error.message).toContain(name);
		expect(error.description).toContain('None of them was changed');
	});

	test('many documents have the value: ten are named', async () => {
		const titles = Array.from({ length: 25 }, (_, index) => `Twin ${index}`);
		await plant(
			bench,
			titles.map((title) => ({ title, meta: { external_id: 'a-1' } })),
		);
		const { message } = await refusal();
		expect(message).toMatch(/^20 documents .* and 10 more \[item 0]$/);
		expect(message.match(/'Twin /g)).toHaveLength(10);
	});

	test('KODA has more than it gives', async () => {
		const meta = { page: 1, per_page: 1, pages: 2, found: 2, is_last_page: false };
		const row = { doc_id: 'x', title: 'Other', meta: { external_id: 'A-1' } };
		await fault('document.search', {
			kind: 'status',
			status: 200,
			body: { meta, response: [row] },
		});
		const { message } = await refusal();
		expect(message).toBe(
			"KODA has more documents for external_id 'a-1' than it gives at once [item 0]",
		);
	});

	test.each([
		['other metadata', { category: 'faq' }],
		['none', undefined],
	])('KODA finds what it was not asked for: a document with %s', async (_, meta) => {
		const row = { doc_id: 'd-1', title: 'Other', meta };
		const body = { meta: { is_last_page: true }, response: [row] };
		await fault('document.search', { kind: 'status', status: 200, body });
		const { message, description } = await refusal();
		expect(message).toBe(
			"KODA found 'Other' (d-1), which has no external_id, although it was asked for that [item 0]",
		);
		expect(description).toContain('Nothing was changed');
	});

	test('KODA finds documents with other values alone', async () => {
		await plant(bench, [{ title: 'Other', meta: { external_id: 'b-1' } }]);
		const row = { doc_id: 'd-1', title: 'Other', meta: { external_id: 'b-1' } };
		const body = { meta: { is_last_page: true }, response: [row] };
		await fault('document.search', { kind: 'status', status: 200, body });
		const { message, description } = await refusal();
		expect(message).toBe(
			"KODA found 'Other' (d-1), whose external_id is 'b-1', although it was asked for others [item 0]",
		);
		expect(description).toContain('Nothing was changed');
	});

	test.each([
		['no doc_id', {}],
		['an empty one', { doc_id: '' }],
		['one that is none', { doc_id: null }],
	])('KODA finds a document with %s', async (_, id) => {
		const row = { ...id, title: 'Other', meta: { external_id: 'a-1' } };
		const body = { meta: { is_last_page: true }, response: [row] };
		await fault('document.search', { kind: 'status', status: 200, body });
		const { message, description } = await refusal();
		expect(message).toBe("KODA found 'Other', but gives no doc_id of it [item 0]");
		expect(description).toContain("'Endpoint Overrides'");
	});
});

test('a document that KODA keeps under another name is said at once: it would be created again', async () => {
	const body = { doc_id: 'd-1', title: 'Article 1', meta: { externalid: 'a-1' } };
	await fault('document.create', { kind: 'status', status: 200, body });
	const { message, description } = await bench.runToError(upsert, { items: itemsOf([first]) });
	expect(message).toContain("KODA created the document d-1, but not with external_id 'a-1'");
	expect(description).toContain("'Metadata Key'");
});

test('a lost answer says how to find out; the next run finds the document', async () => {
	await fault('document.create', { kind: 'reset', applyFirst: true });
	const { message, description } = await bench.runToError(upsert, { items: itemsOf([first]) });
	expect(message).toContain('whether the operation took effect is unknown [item 0]');
	expect(description).toContain("run it again with 'Dry Run' on");
	const [dry] = await before([first], { dryRun: true });
	expect(dry.status).toBe('unchanged');
	const [row] = await before([first]);
	expect(row.status).toBe('unchanged');
	expect(await keyed(bench)).toHaveLength(1);
});

test('an item that fails does not stop the others when the user chose to continue', async () => {
	const { json } = await run(
		[first, { ...second, title: 'x'.repeat(121) }, ...articles(1, 3)],
		{},
		{
			onError: 'continueRegularOutput',
		},
	);
	expect(json.map(({ status, error }) => status ?? error)).toEqual([
		'created',
		"'Title' has 121 characters [item 1]",
		'created',
	]);
	// Before and after each of the two was created.
	expect(await searches(bench)).toHaveLength(4);
});

describe('values that make no sense', () => {
	const wrong = (other: INodeParameters): INodeParameters => ({ ...upsert, ...other });
	const named = (name: string): INodeParameters =>
		wrong({ additionalFields: { metadata: { row: [{ name, value: 'x' }] } } });
	const tagged = (tag: string): INodeParameters => wrong({ additionalFields: { tags: [tag] } });
	const article = { ...first };
	describeBadInput(bench, 'document.upsert', [
		[
			'no key',
			"'Metadata Key' is empty",
			/Fill it in/,
			wrong({ metadataKey: '={{ "" }}' }),
			article,
		],
		['no value', "'Metadata Value' is empty", /Fill it in/, upsert, { ...article, id: ' ' }],
		[
			'a value that is an object',
			"'Metadata Value' is not a text",
			/pick one of its values/,
			upsert,
			{ ...article, id: {} },
		],
		[
			'a key that the node needs itself',
			"'Metadata Key' cannot be content_hash",
			/keeps its own notes/,
			wrong({ metadataKey: 'content_hash' }),
			article,
		],
		...['doc_id', 'title', 'status', 'draft', 'dry_run'].map(
			(metadataKey) =>
				[
					`a key like the output's ${metadataKey}`,
					`'Metadata Key' cannot be ${metadataKey}`,
					/Use another key/,
					wrong({ metadataKey }),
					article,
				] as const,
		),
		...[...NOTES, 'external_id'].map(
			(name) =>
				[
					`metadata named ${name}`,
					`'Metadata' has '${name}', which the node sets itself`,
					/Use another name/,
					named(name),
					article,
				] as const,
		),
		[
			'a tag that becomes the key',
			"'Tags' has 'External ID', which becomes external_id: the node sets that itself",
			/Use another name/,
			tagged('External ID'),
			article,
		],
		['no title', "'Title' is empty", /Fill it in/, upsert, { ...article, title: '' }],
		['no content', "'Content' is empty", /Fill it in/, upsert, { ...article, content: null }],
		[
			'a Dry Run that gives nothing',
			"'Dry Run' is empty",
			/Correct it, or remove/,
			wrong({ dryRun: '={{ $json.nothing }}' }),
			article,
		],
	]);
});
