import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { Workflow, sleep } from 'n8n-workflow';

import { itemsOf } from '../../../engine/jobs';
import { nodeTypes } from '../../../engine/runNode';
import { useKoda } from '../../support/koda';
import { hintsOf } from '../../support/hints';
import { articles, keyed, mirror, sync, upsert } from '../../support/kodaDocuments';
import { meet } from '../../support/sandbox';

/** Document: Sync cannot delete what is gone, or not at once. */
const bench = useKoda();

const [one] = articles(1);

const run = async (items: object[], parameters: INodeParameters = sync, settings = {}) =>
	await bench.run(parameters, { items: itemsOf(items), settings });

/** Runs it as something that goes well. */
async function synced(items: object[], parameters: INodeParameters = sync) {
	const { error, json } = await run(items, parameters);
	expect(error).toBeUndefined();
	return json;
}

const ids = async () => (await keyed(bench)).map(({ meta }) => meta.external_id);

const statuses = (rows: IDataObject[]) => rows.map(({ external_id: id, status }) => [id, status]);

const fault = async (operationId: string, faults: object) =>
	await bench.sandbox().control('faults', { vendor: 'koda', operationId, ...faults });

describe('a document that cannot be deleted', () => {
	const inTurn = { ...mirror, requestOptions: { concurrency: 1 } };
	const refused = { kind: 'status', status: 400, skip: 1 };
	beforeEach(async () => {
		await synced(articles(4));
	});

	test('is named, and so are those that were', async () => {
		await fault('document.delete', refused);
		const { error } = await run([one], inTurn);
		expect(error?.message).toMatch(/^'Article 3' \(\S+\): KODA did not accept the values \(400\)$/);
		expect(error?.description).toMatch(
			/Progress: all 1 documents were as wanted, and 1 of 3 documents were deleted when the node stopped: 'Article 2' \(\S+\)\. Running it again goes on/,
		);
		expect(await ids()).toEqual(['a-1', 'a-3', 'a-4']);
	});

	test.each([
		['is refused', refused],
		['gets lost', { kind: 'reset', applyFirst: true, skip: 1 }],
	])("whose deletion %s: n8n's Retry On Fail shows all that was done", async (_, how) => {
		await fault('document.delete', how);
		const retry = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
		const { error, json } = await run([{ ...one, title: 'New' }], inTurn, retry);
		expect(error).toBeUndefined();
		expect(statuses(json).sort()).toEqual([
			['a-1', 'updated'],
			['a-2', 'deleted'],
			['a-3', 'deleted'],
			['a-4', 'deleted'],
		]);
		expect(await ids()).toEqual(['a-1']);
	});

	const unknown = { kind: 'status', status: 404, skip: 1 };

	test('because it is gone already counts as deleted', async () => {
		await fault('document.delete', { ...unknown, applyFirst: true });
		expect(statuses(await synced([one], inTurn))).toEqual([
			['a-1', 'unchanged'],
			['a-2', 'deleted'],
			['a-3', 'deleted'],
			['a-4', 'deleted'],
		]);
		expect(await ids()).toEqual(['a-1']);
	});

	test.each([
		['is still found', undefined],
		['cannot be looked for', { kind: 'status', status: 400, skip: 3 }],
	])('with 404, but which %s, is no success', async (_, search) => {
		await fault('document.delete', unknown);
		if (search) await fault('document.search', search);
		const { error } = await run([one], inTurn);
		expect(error?.message).toMatch(/^'Article 3' \(\S+\): KODA answered 404/);
		expect(await ids()).toEqual(['a-1', 'a-3', 'a-4']);
	});
});

test.each([
	['another sync', { ...sync, syncName: 'other' }],
	['Create or Update', upsert],
])('a document that %s writes while a sync is at work stays', async (_, parameters) => {
	await synced(articles(3));
	const [first, second] = articles(2).map((item) => ({ ...item, title: 'New' }));
	// The other one begins when the sync has listed and writes; it deletes what is missing when the other one has written.
	await meet(bench.sandbox(), 'koda', 'document.update');
	const syncing = run([first], mirror);
	while ((await bench.sent('document.update')).length === 0) await sleep(5);
	const [result, other] = await Promise.all([syncing, run([second], parameters)]);
	expect([result.error, other.error]).toEqual([undefined, undefined]);
	expect(statuses(result.json)).toEqual([
		['a-1', 'updated'],
		['a-2', 'kept'],
		['a-3', 'deleted'],
	]);
	expect(await ids()).toEqual(['a-1', 'a-2']);
	expect(hintsOf(result)).toEqual([
		expect.stringMatching(
			/^Not deleted, because someone has changed it meanwhile: 'Article 2' \(\S+\)$/,
		),
	]);
});

test('a node after it can refer from every row, deleted ones too, to what all items come from', async () => {
	await synced(articles(3));
	const { outputs, run: result } = await run([one, { ...one, id: 'a-9' }], mirror);
	const rows = outputs[0];
	expect(statuses(rows.map(({ json }) => json))).toEqual([
		['a-1', 'unchanged'],
		['a-9', 'created'],
		['a-2', 'deleted'],
		['a-3', 'deleted'],
	]);
	const node = (name: string): INode => ({
		id: name,
		name,
		type: 'test.source',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	});
	const names = ['Settings', 'Source', 'Node', 'After'];
	const workflow = new Workflow({
		nodes: names.map(node),
		connections: Object.fromEntries(
			names
				.slice(0, -1)
				.map((name, index) => [
					name,
					{ main: [[{ node: names[index + 1], type: 'main', index: 0 }]] },
				]),
		),
		active: false,
		nodeTypes,
	});
	// As if one item of Settings had been split into those of Source.
	const { runData } = result.data.resultData;
	const [source] = runData.Source;
	runData.Settings = [{ ...source, source: [], data: { main: [[{ json: { to: 'Anna' } }]] } }];
	source.source = [{ previousNode: 'Settings' }];
	for (const item of source.data?.main[0] ?? []) item.pairedItem = { item: 0 };
	const last = { main: [{ previousNode: 'Node' }] };
	// As the engine hands them to the next node.
	const input = rows.map((row, item) => ({ ...row, pairedItem: { item } }));
	const read = (expression: string, index: number) =>
		workflow.expression.getParameterValue(
			expression,
			result.data,
			0,
			index,
			'After',
			input,
			'manual',
			{},
			{ node: node('After'), data: { main: [input] }, source: last },
		);
	const to = rows.map((_, index) => read("={{ $('Settings').item.json.to }}", index));
	expect(to).toEqual(['Anna', 'Anna', 'Anna', 'Anna']);
	expect(read("={{ $('Source').item.json.id }}", 1)).toBe('a-9');
	// None of several items is taken for a deleted document's.
	expect(() => read("={{ $('Source').item.json.id }}", 2)).toThrow(/[Mm]ultiple/);
});
