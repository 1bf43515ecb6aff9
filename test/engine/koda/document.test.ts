import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { uuidOf } from '../../../sandbox/vendors/random';
import { byId, fromList, itemsOf } from '../../../engine/jobs';
import { UNKNOWN, useKoda } from '../../support/koda';
import {
	describeBadInput,
	describeCases,
	describeRefusals,
	response,
	type KodaCase,
} from '../../support/kodaCases';
import { contractOf } from '../../support/kodaContract';
import { testEach } from '../../support/sandbox';

const bench = useKoda();

/** The first document of the sandbox: `Password reset 1`, category faq. */
const DOCUMENT = uuidOf('koda document 0');

/** The vendor's samples. */
const { example: sample } = contractOf('document.create');
const { example: search } = contractOf('document.search');
const { example: page } = contractOf('document.parseUrl');

const rows = (pairs: object) => ({
	row: Object.entries(pairs).map(([name, value]) => ({ name, value: value as string })),
});

const condition = (key: string, values: string[]) => ({ key, operator: 'in', values });

/** The choices that make the vendor's sample of a document. */
const content: INodeParameters = {
	title: sample.title as string,
	content: sample.content as string,
	additionalFields: {
		metadata: rows(sample.metadata as IDataObject),
		tags: sample.tags as string[],
		autoPublish: true,
		chunkSize: 500,
	},
};

const URL = 'https://example.com/help?a=1&b=%C3%A4#top';

const cases: KodaCase[] = [
	{
		operationId: 'document.search',
		parameters: {
			search: 'password reset',
			metadataFilter: { condition: [condition('category', ['faq'])] },
		},
		body: search,
		output: response,
	},
	{
		operationId: 'document.create',
		parameters: content,
		body: sample,
		output: (answer) => [
			{
				...answer,
				meta: { category: 'faq', department: 'support', faq: 'yes', product_guide: 'yes' },
			},
		],
	},
	{
		operationId: 'document.parseUrl',
		parameters: { url: URL, selector: page.selector as string },
		body: { url: URL, selector: page.selector, chunk_mode: 'html' },
		output: response,
	},
	{
		operationId: 'document.get',
		parameters: { document: fromList(DOCUMENT) },
		path: { doc_id: DOCUMENT },
		output: response,
	},
	{
		operationId: 'document.update',
		parameters: { ...content, document: byId(DOCUMENT) },
		path: { doc_id: DOCUMENT },
		body: sample,
		output: response,
	},
	{
		operationId: 'document.delete',
		parameters: { document: byId(DOCUMENT) },
		path: { doc_id: DOCUMENT },
		output: () => [{ deleted: true }],
	},
];

describe('each operation', () => describeCases(bench, cases));
describe('each refusal', () => describeRefusals(bench, cases));

const at = (operation: string) => ({ resource: 'document', operation });

/** The body sent when an operation is run. */
const bodyOf = async (operation: string, parameters: INodeParameters, json: IDataObject = {}) => {
	const { error } = await bench.run({ ...at(operation), ...parameters }, { items: [{ json }] });
	expect(error).toBeUndefined();
	const [{ body, contractErrors }] = await bench.sent(`document.${operation}`);
	expect(contractErrors).toEqual([]);
	return body as IDataObject;
};

describe('Search', () => {
	test('without text or conditions nothing is asked for', async () => {
		expect((await bodyOf('search', {})) ?? {}).toEqual({});
	});

	test('several conditions, their values from a list and an expression', async () => {
		const metadataFilter = {
			condition: [
				condition('category', ['faq', '={{ $json.more }}']),
				condition('department', ['={{ $json.department }}']),
			],
		};
		const json = { more: ['guide', 'news'], department: 'support' };
		expect(await bodyOf('search', { metadataFilter }, json)).toEqual({
			metadata_filter: {
				relation_type: 'AND',
				conditions: [
					{ meta_key: 'category', operator: 'in', values: ['faq', 'guide', 'news'] },
					{ meta_key: 'department', operator: 'in', values: ['support'] },
				],
			},
		});
	});

	test('what KODA alone can judge is sent, and its refusal is quoted', async () => {
		const metadataFilter = { condition: [condition('category', ['faq'])] };
		const options = { relation: 'OR' };
		const error = await bench.runToError({ ...at('search'), metadataFilter, options });
		const [{ body }] = await bench.sent('document.search');
		expect(body).toMatchObject({ metadata_filter: { relation_type: 'OR' } });
		expect(error).toMatchObject({
			httpCode: '400',
			cause: 'configuration-invalid',
			pairedItem: { item: 0 },
		});
		expect(error.message).toContain('KODA did not accept the values (400)');
		expect(error.description).toContain('relation_type OR is not supported');
	});

	const more = {
		meta: { page: 1, per_page: 1, pages: 3, found: 3, is_last_page: false },
		response: [{ doc_id: DOCUMENT }],
	};
	test.each([
		[
			'more were found than came: a hint says so',
			more,
			[expect.stringContaining('more than the 1 documents')],
		],
		[
			'it contradicts itself: a hint says so',
			{ ...more, meta: { ...more.meta, is_last_page: true } },
			[expect.stringContaining('more than the 1 documents')],
		],
		[
			'all came: no hint',
			{ ...more, meta: { page: 1, pages: '1', found: '1', is_last_page: 'true' } },
			[],
		],
	])('%s', async (_, body, hints) => {
		const fault = { kind: 'status', status: 200, body, operationId: 'document.search' };
		await bench.sandbox().control('faults', { vendor: 'koda', ...fault });
		const { json, run } = await bench.run(at('search'));
		expect(json).toEqual([{ doc_id: DOCUMENT }]);
		const given = run.data.resultData.runData.Node[0].hints ?? [];
		expect(given.map(({ message }) => message)).toEqual(hints);
		expect(await bench.sent('document.search')).toHaveLength(1);
	});

	test('nothing found is no item', async () => {
		const { outputs, error } = await bench.run({ ...at('search'), search: 'nowhere to be found' });
		expect([outputs, error]).toEqual([[[]], undefined]);
	});

	const filter = (row: object) => ({
		metadataFilter: { condition: [{ ...condition('category', ['faq']), ...row }] },
	});
	describeBadInput(bench, 'document.search', [
		[
			'a condition without a key',
			"'Metadata Filter' 1: 'Key' is empty",
			/Fill it in/,
			filter({ key: '={{ $json.key }}' }),
		],
		[
			'a condition without values',
			"'Metadata Filter' 1: 'Values' is empty",
			/Fill it in/,
			filter({ values: ['={{ [] }}'] }),
		],
	]);
});

describe('Create and Update', () => {
	const both = [
		['create', {}],
		['update', { document: byId(DOCUMENT) }],
	] as const;

	testEach('fields left out are not sent', both, async ([operation, rest]) => {
		const body = await bodyOf(operation, { ...content, ...rest, additionalFields: {} });
		expect(body).toEqual({ title: sample.title, content: sample.content });
	});

	// The limits are the vendor's: a title of at most 120 characters, chunks of 100 to 1000, a whole number.
	testEach('a title of 120 characters goes through', both, async ([operation, rest]) => {
		const title = 'ż'.repeat(120);
		expect(await bodyOf(operation, { ...content, ...rest, title })).toMatchObject({ title });
	});

	test.each([100, 1000])('chunks of %d go through', async (chunkSize) => {
		const body = await bodyOf('create', { ...content, additionalFields: { chunkSize } });
		expect(body.chunk_size).toBe(chunkSize);
	});

	test('tags from a list and an expression that returns a list', async () => {
		const additionalFields = { tags: ['FAQ', '={{ $json.tags }}', '={{ "One more" }}'] };
		const { tags } = await bodyOf(
			'create',
			{ ...content, additionalFields },
			{ tags: ['Product Guide', 'News'] },
		);
		expect(tags).toEqual(['FAQ', 'Product Guide', 'News', 'One more']);
	});

	test('metadata values of other kinds are sent as text', async () => {
		const additionalFields = {
			metadata: rows({ year: '={{ 2026 }}', open: '={{ true }}', empty: '' }),
		};
		const { metadata } = await bodyOf('create', { ...content, additionalFields });
		expect(metadata).toEqual({ year: '2026', open: 'true', empty: '' });
	});

	testEach(
		'Auto Publish is sent, and done',
		[
			[true, true],
			[false, false],
			['={{ "false" }}', false],
		],
		async ([autoPublish, published]) => {
			const [{ doc_id: id }] = (
				await bench.run({ ...at('create'), ...content, additionalFields: { autoPublish } })
			).json;
			const [{ body }] = await bench.sent('document.create');
			expect(body).toMatchObject({ auto_publish: published });
			expect(
				(await bench.state()).documents.find((document) => document.id === id)?.published,
			).toBe(published);
		},
	);

	testEach(
		'without On Error an unknown bot or document fails the workflow',
		both,
		async ([operation, rest]) => {
			const unknown =
				operation === 'create' ? { bot: byId(UNKNOWN) } : { ...rest, document: byId(UNKNOWN) };
			const { error, outputs } = await bench.run({ ...at(operation), ...content, ...unknown });
			expect(outputs).toEqual([]);
			expect(error).toMatchObject({
				name: 'NodeApiError',
				httpCode: '404',
				context: { itemIndex: 0 },
				failure: { cause: 'configuration-invalid' },
			});
		},
	);

	for (const [operation, rest] of both) {
		const wrong = (other: INodeParameters) => ({ ...content, ...rest, ...other });
		describeBadInput(bench, `document.${operation}`, [
			[
				`${operation}: a title of 121`,
				"'Title' has 121 characters",
				/Shorten it to 120/,
				wrong({ title: 'ż'.repeat(121) }),
			],
			[
				`${operation}: no title`,
				"'Title' is empty",
				/Fill it in/,
				wrong({ title: '={{ $json.title }}' }),
			],
			[
				`${operation}: no content`,
				"'Content' is empty",
				/Fill it in/,
				wrong({ content: '={{ "" }}' }),
			],
			...[99, 1001, 250.5].map(
				(chunkSize) =>
					[
						`${operation}: chunks of ${chunkSize}`,
						`'Chunk Size' cannot be ${chunkSize}`,
						/Use a whole number of at least 100 and at most 1000/,
						wrong({ additionalFields: { chunkSize } }),
					] as const,
			),
		]);
	}
});

describe('Parse URL', () => {
	test('what is left out is what KODA takes without it', async () => {
		const body = await bodyOf('parseUrl', { url: URL });
		expect({ chunk_mode: 'html', selector: 'body', ...body }).toEqual({
			url: URL,
			chunk_mode: 'html',
			selector: 'body',
		});
	});

	testEach(
		'a chunk size only goes with text',
		[
			['html', {}],
			['selector', {}],
			['text', { chunk_size: 250 }],
		],
		async ([chunkMode, size]) => {
			// By an expression, so that n8n does not leave the size out as a field that is not shown.
			const choice = { url: URL, chunkMode: '={{ $json.mode }}', chunkSize: 250 };
			const body = await bodyOf('parseUrl', choice, { mode: chunkMode });
			expect(body).toEqual({ url: URL, selector: 'body', chunk_mode: chunkMode, ...size });
		},
	);

	test('the documented chunk size is taken for text when none is chosen', async () => {
		expect((await bodyOf('parseUrl', { url: URL, chunkMode: 'text' })).chunk_size ?? 500).toBe(500);
	});

	test.each([100, 1000])('chunks of %d go through', async (chunkSize) => {
		const body = await bodyOf('parseUrl', { url: URL, chunkMode: 'text', chunkSize });
		expect(body.chunk_size).toBe(chunkSize);
	});

	// The contract's format is `uri`: ASCII alone.
	test('an address with letters of its language is sent as a URI', async () => {
		const { url } = await bodyOf('parseUrl', { url: 'https://example.com/łódź?q=ä' });
		expect(url).toBe('https://example.com/%C5%82%C3%B3d%C5%BA?q=%C3%A4');
	});

	testEach(
		'what is no address is not sent as one',
		['example.com/help', 'no address'],
		async (url) => {
			const { message } = await bench.runToError({ ...at('parseUrl'), url });
			expect(message).toContain("'URL'");
			await bench.expectSilence();
		},
	);

	test('an answer of no success is an error', async () => {
		const body = { meta: { status: 200 }, response: { success: false } };
		const fault = { kind: 'status', status: 200, body, operationId: 'document.parseUrl' };
		await bench.sandbox().control('faults', { vendor: 'koda', ...fault });
		const { message } = await bench.runToError({ ...at('parseUrl'), url: URL });
		expect(message).toContain('KODA answered that it did not do this');
	});

	const text = (chunkSize: number | string) => ({ url: URL, chunkMode: 'text', chunkSize });
	describeBadInput(bench, 'document.parseUrl', [
		['no address', "'URL' is empty", /Fill it in/, { url: '={{ $json.url }}' }],
		[
			'a way to cut that is none',
			"'Chunk By' cannot be 'lines'",
			/html, selector, text/,
			{ url: URL, chunkMode: '={{ "lines" }}' },
		],
		['chunks of 99', "'Chunk Size' cannot be 99", /at least 100/, text(99)],
		['chunks of 1001', "'Chunk Size' cannot be 1001", /at most 1000/, text(1001)],
		['chunks in words', `'Chunk Size' cannot be "many"`, /Use a .*number/, text('={{ "many" }}')],
	]);
});

describe('Get and Delete', () => {
	test('a deleted document is gone, and the items keep their order', async () => {
		const { outputs } = await bench.run(
			{ ...at('delete'), document: byId('={{ $json.id }}') },
			{
				items: itemsOf([{ id: UNKNOWN }, { id: DOCUMENT }]),
				settings: { onError: 'continueRegularOutput' },
			},
		);
		const [failed, done] = outputs[0];
		expect(failed).toMatchObject({
			pairedItem: { item: 0 },
			json: { details: { httpCode: '404' } },
		});
		expect(failed.json.error).toMatch(/^KODA answered 404.*\[item 0]$/);
		expect(done).toEqual({ json: { deleted: true }, pairedItem: { item: 1 } });
		expect((await bench.state()).documents.map(({ id }) => id)).not.toContain(DOCUMENT);
		const { description } = await bench.runToError({ ...at('get'), document: byId(DOCUMENT) });
		expect(description).toContain('KODA said: "Document not found"');
	});

	test('a delete that was refused is no success', async () => {
		const body = { meta: { status: 200 }, response: { success: false } };
		const fault = { kind: 'status', status: 200, body, operationId: 'document.delete' };
		await bench.sandbox().control('faults', { vendor: 'koda', ...fault });
		const { message } = await bench.runToError({ ...at('delete'), document: byId(DOCUMENT) });
		expect(message).toContain('KODA answered that it did not do this');
	});

	testEach('without a document nothing is sent', ['get', 'delete'], async (operation) => {
		const { message } = await bench.runToError({
			...at(operation),
			document: byId('={{ $json.id }}'),
		});
		expect(message).toBe("'Document' is empty [item 0]");
		await bench.expectSilence();
	});
});
