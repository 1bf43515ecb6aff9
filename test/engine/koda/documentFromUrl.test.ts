import type { INodeParameters } from 'n8n-workflow';

import { itemsOf } from '../../../engine/jobs';
import { useKoda } from '../../support/koda';
import { describeBadInput } from '../../support/kodaCases';
import { expectFitsSchema, expectSent } from '../../support/kodaContract';
import { keyed, own, searches, stored, writes } from '../../support/kodaDocuments';

/** Document: Create From URL reads a page, and keeps one document of it. */
const bench = useKoda();

const URL = 'https://example.com/help?a=1';
const BOT = { botId: '3337eb37-9c70-4e88-a173-21372501d7ee' };

const fromUrl: INodeParameters = {
	resource: 'document',
	operation: 'createFromUrl',
	url: URL,
	title: 'Help',
};

const run = async (parameters: INodeParameters = {}, items: object[] = [{}]) => {
	const { error, outputs } = await bench.run(
		{ ...fromUrl, ...parameters },
		{ items: itemsOf(items) },
	);
	expect(error).toBeUndefined();
	return outputs[0].map(({ json }) => json);
};

/** Lets KODA answer so when it reads a page. */
const parsed = async (response: object) =>
	await bench.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'document.parseUrl',
		kind: 'status',
		status: 200,
		body: { meta: { status: 200 }, response },
	});

test('the text of the page becomes a document that is known by its URL', async () => {
	const [row] = await run({
		chunkMode: 'text',
		selector: '.content',
		additionalFields: { autoPublish: true, chunkSize: 400, tags: ['Web'] },
	});
	const [page] = await bench.sent('document.parseUrl');
	expectSent(page, 'document.parseUrl', {
		path: BOT,
		body: { url: URL, selector: '.content', chunk_mode: 'text', chunk_size: 400 },
	});
	// Before and after it was created.
	expect(await searches(bench)).toEqual([{ source_url: [URL] }, { source_url: [URL] }]);
	const { content } = (page.responseBody as { response: { content: string } }).response;
	const [document, ...others] = await keyed(bench, 'source_url');
	expect(others).toEqual([]);
	expect(document).toMatchObject({ title: 'Help', content, published: true, chunkSize: 400 });
	expect(own(document)).toEqual({ source_url: URL, web: 'yes' });
	expect(row).toEqual({
		source_url: URL,
		doc_id: document.id,
		title: 'Help',
		status: 'created',
	});
	expectFitsSchema('document.createFromUrl', row);
});

test('it is left alone while the page says the same, and updated when it says something else', async () => {
	const [{ doc_id: id }] = await run();
	expect(await run()).toMatchObject([{ doc_id: id, status: 'unchanged' }]);
	await parsed({ success: true, content: 'News', metadata: {} });
	expect(await run()).toMatchObject([{ doc_id: id, status: 'updated' }]);
	expect(await keyed(bench, 'source_url')).toMatchObject([{ id, content: 'News' }]);
	expect((await writes(bench)).map(([what]) => what)).toEqual(['create', 'update']);
});

test('it may be known by something else', async () => {
	await run({ metadataKey: 'article', metadataValue: '={{ $json.id }}' }, [{ id: 17 }]);
	expect((await keyed(bench, 'article')).map(own)).toEqual([{ article: '17' }]);
	expect(await keyed(bench, 'source_url')).toEqual([]);
});

test('items about the same page make one document; the address is the one that is sent', async () => {
	const urls = ['https://example.com/łódź', 'https://example.com/%C5%82%C3%B3d%C5%BA', URL];
	const rows = await run(
		{ url: '={{ $json.url }}' },
		urls.map((url) => ({ url })),
	);
	expect(rows.map(({ status }) => status)).toEqual(['created', 'unchanged', 'created']);
	expect(rows[0].source_url).toBe('https://example.com/%C5%82%C3%B3d%C5%BA');
});

test('a page whose document the search does not show yet makes no second one in the same run', async () => {
	await bench.sandbox().control('faults', {
		vendor: 'koda',
		operationId: 'document.search',
		kind: 'status',
		status: 200,
		body: { meta: { found: 0, is_last_page: true }, response: [] },
		count: 100,
	});
	const rows = await run({ title: '={{ $json.title }}' }, [{ title: 'One' }, { title: 'Two' }]);
	expect(rows.map(({ status }) => status)).toEqual(['created', 'updated']);
	expect(await keyed(bench, 'source_url')).toMatchObject([{ title: 'Two' }]);
});

test('Dry Run reads the page and changes nothing', async () => {
	const then = await stored(bench);
	expect(await run({ dryRun: true })).toEqual([
		{
			source_url: URL,
			doc_id: null,
			title: 'Help',
			status: 'would create',
			draft: true,
			dry_run: true,
		},
	]);
	expect(await bench.sent('document.parseUrl')).toHaveLength(1);
	expect(await stored(bench)).toEqual(then);
	expect(await writes(bench)).toEqual([]);
});

test.each([
	['nothing', { success: true }],
	['white space', { success: true, content: ' \n' }],
	['something else', { success: true, content: {} }],
])('a page of which KODA reads %s makes no document', async (_, response) => {
	await parsed(response);
	const { message, description } = await bench.runToError(fromUrl);
	expect(message).toBe(`KODA read no text from ${URL} [item 0]`);
	expect(description).toContain("'Selector'");
	expect(await writes(bench)).toEqual([]);
});

test('a page that KODA cannot read makes no document', async () => {
	await parsed({ success: false });
	const { message } = await bench.runToError(fromUrl);
	expect(message).toContain('KODA answered that it did not do this');
	expect(await writes(bench)).toEqual([]);
});

const wrong = (other: INodeParameters): INodeParameters => ({ ...fromUrl, ...other });
describeBadInput(bench, 'document.createFromUrl', [
	['no URL', "'URL' is empty", /Fill it in/, wrong({ url: '={{ $json.url }}' })],
	['no address', "'URL' is not a web address", /https:/, wrong({ url: 'example.com' })],
	['no title', "'Title' is empty", /Fill it in/, wrong({ title: '={{ $json.title }}' })],
	[
		'a value that an expression does not give: the URL is not meant then',
		"'Metadata Value' is empty",
		/Correct it, or remove/,
		wrong({ metadataValue: '={{ $json.id }}' }),
	],
	[
		'a key that the node needs itself',
		"'Metadata Key' cannot be sync_group",
		/keeps its own notes/,
		wrong({ metadataKey: 'sync_group' }),
	],
	[
		'a key like a field of the output',
		"'Metadata Key' cannot be title",
		/Use another key/,
		wrong({ metadataKey: 'title' }),
	],
	[
		'a chunk size out of its limits',
		"'Chunk Size' cannot be 99",
		/at least 100/,
		wrong({ additionalFields: { chunkSize: 99 } }),
	],
	[
		'metadata in the place of the key',
		"'Metadata' has 'source_url', which the node sets itself",
		/Use another name/,
		wrong({ additionalFields: { metadata: { row: [{ name: 'source_url', value: 'x' }] } } }),
	],
]);
