import type { INodeParameters } from 'n8n-workflow';

import { itemsOf } from '../../../engine/jobs';
import { useKoda } from '../../support/koda';
import { articles, keyed, upsert, writes } from '../../support/kodaDocuments';

/** Document: Create or Update comes to the same document more than once in one run. */
const bench = useKoda();

const [first, second] = articles(2);

const run = async (items: object[], parameters: INodeParameters = {}, settings = {}) =>
	await bench.run({ ...upsert, ...parameters }, { items: itemsOf(items), settings });

/** Runs it as something that goes well. */
async function put(items: object[], parameters: INodeParameters = {}) {
	const { error, json } = await run(items, parameters);
	expect(error).toBeUndefined();
	return json;
}

const fault = async (operationId: string, faults: object) =>
	await bench.sandbox().control('faults', { vendor: 'koda', operationId, ...faults });

describe('a search that shows new documents late', () => {
	const versions = ['one', 'two', 'two', 'three'].map((content) => ({ ...first, content }));
	const late = async () => {
		const body = { meta: { found: 0, is_last_page: true }, response: [] };
		await fault('document.search', { kind: 'status', status: 200, body, count: 100 });
	};

	test.each([
		['for real', {}],
		['in a Dry Run', { dryRun: true }],
	])('makes no second document of what this run has created: %s', async (_, parameters) => {
		await late();
		const rows = await put(versions, parameters);
		const documents = await keyed(bench);
		const would = 'dryRun' in parameters;
		expect(rows.map(({ status }) => status)).toEqual(
			would
				? ['would create', 'would update', 'unchanged', 'would update']
				: ['created', 'updated', 'unchanged', 'updated'],
		);
		if (would) {
			expect(documents).toEqual([]);
			return;
		}
		expect(documents.map(({ content }) => content)).toEqual(['three']);
		expect(new Set(rows.map(({ doc_id: id }) => id))).toEqual(new Set([documents[0].id]));
	});

	test('the same value under another key is another document', async () => {
		await late();
		const rows = await put(
			[
				{ ...first, key: 'sku' },
				{ ...first, key: 'isbn' },
			],
			{ metadataKey: '={{ $json.key }}' },
		);
		expect(rows.map(({ status }) => status)).toEqual(['created', 'created']);
		expect((await writes(bench)).map(([what]) => what)).toEqual(['create', 'create']);
	});

	test('nor of one whose creation got no answer', async () => {
		await late();
		await fault('document.create', { kind: 'reset', applyFirst: true });
		const { json } = await run(versions.slice(0, 2), {}, { onError: 'continueRegularOutput' });
		expect(json.map(({ error }) => error)).toEqual([
			expect.stringContaining('whether the operation took effect is unknown [item 0]'),
			expect.stringContaining('whether the operation took effect is unknown [item 1]'),
		]);
		expect(await keyed(bench)).toHaveLength(1);
	});

	test('nor of one whose answer does not show that it was created', async () => {
		await late();
		const body = { success: true };
		await fault('document.create', { kind: 'status', status: 200, body });
		const { json } = await run(versions.slice(0, 2), {}, { onError: 'continueRegularOutput' });
		const unknown = 'KODA answered in another form: whether the operation took effect is unknown';
		expect(json.map(({ error }) => error)).toEqual([`${unknown} [item 0]`, `${unknown} [item 1]`]);
		expect((await writes(bench)).map(([what]) => what)).toEqual(['create']);
	});
});

describe("n8n's Retry On Fail", () => {
	const retry = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
	const inTurn = { requestOptions: { concurrency: 1 } };

	test.each([
		['is refused', { kind: 'status', status: 400 }],
		['gets lost', { kind: 'reset', applyFirst: true }],
	])('says what the run has done, not its last try: the third %s', async (_, how) => {
		const versions = [first, { ...first, content: 'Newer' }, second];
		await fault('document.create', { ...how, skip: 1 });
		const { error, json } = await run(versions, inTurn, retry);
		expect(error).toBeUndefined();
		expect(json.map(({ status }) => status)).toEqual(['created', 'updated', 'created']);
		expect((await keyed(bench)).map(({ content }) => content)).toEqual([
			'Newer',
			'Text of article 2',
		]);
	});
});
