import { partition } from 'lodash';
import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { byId, itemsOf } from '../../../engine/jobs';
import { UNKNOWN, useKoda } from '../../support/koda';
import { expectFitsSchema } from '../../support/kodaContract';
import {
	articles,
	keyed,
	mirror,
	own,
	plant,
	searches,
	stored,
	sync,
	upsert,
	writes,
} from '../../support/kodaDocuments';
import { meet } from '../../support/sandbox';

/** Document: Sync makes the documents of a sync what the input items are, and touches no others. */
const bench = useKoda();

const CONTINUE: Partial<INode> = { onError: 'continueRegularOutput' };

const run = async (items: object[], parameters: INodeParameters = sync, settings = {}) =>
	await bench.run(parameters, { items: itemsOf(items), settings });

/** Runs it as something that goes well. */
async function synced(items: object[], parameters: INodeParameters = sync) {
	const { error, json } = await run(items, parameters);
	expect(error).toBeUndefined();
	return json;
}

const ids = async () => (await keyed(bench)).map(({ meta }) => meta.external_id);

const statuses = (rows: IDataObject[]) =>
	rows.map(({ external_id: id, status, error }) => [id, status ?? error]);

const links = (items: INodeExecutionData[]) =>
	items.map(({ pairedItem }) => (pairedItem as Array<{ item: number }>).map(({ item }) => item));

const fault = async (operationId: string, faults: object) =>
	await bench.sandbox().control('faults', { vendor: 'koda', operationId, ...faults });

/** Asserts that something left every document as it was, and tried to change none. */
async function changesNothing<T>(act: () => Promise<T>): Promise<T> {
	const then = await stored(bench);
	const count = (await writes(bench)).length;
	const result = await act();
	expect(await stored(bench)).toEqual(then);
	expect(await writes(bench)).toHaveLength(count);
	return result;
}

const [one, two, three, four] = articles(4);

describe('the input items are the wanted state', () => {
	test('what is new is created, what changed is updated, the rest is left alone, in their order', async () => {
		const foreign = await stored(bench);
		await synced([one, two]);
		const { outputs, error } = await run([three, { ...two, content: 'New text' }, one]);
		expect(error).toBeUndefined();
		const documents = await keyed(bench);
		const [first, second, third] = documents.map(({ id }) => id);
		const row = (id: string, docId: string, status: string) => ({
			external_id: `a-${id}`,
			doc_id: docId,
			title: `Article ${id}`,
			status,
		});
		expect(outputs[0].map(({ json }) => json)).toEqual([
			row('3', third, 'created'),
			row('2', second, 'updated'),
			row('1', first, 'unchanged'),
		]);
		expect(links(outputs[0])).toEqual([[0], [1], [2]]);
		expectFitsSchema('document.sync', outputs[0][0].json);
		expect(documents.map(({ content }) => content)).toEqual([
			'Text of article 1',
			'New text',
			'Text of article 3',
		]);
		expect(documents.map(own)).toEqual(
			['a-1', 'a-2', 'a-3'].map((id) => ({ external_id: id, category: 'faq' })),
		);
		for (const { meta } of documents) expect(meta.sync_group).toBe('help');
		expect((await stored(bench)).slice(0, foreign.length)).toEqual(foreign);
		expect((await writes(bench)).map(([what]) => what).sort()).toEqual([
			...['create', 'create', 'create', 'update'],
		]);
	});

	test('what is gone stays, unless it shall be deleted', async () => {
		await synced([one, two, three]);
		expect(statuses(await synced([two]))).toEqual([['a-2', 'unchanged']]);
		expect(await ids()).toEqual(['a-1', 'a-2', 'a-3']);
	});

	test('Delete Missing deletes what is gone, last; those rows come of all items', async () => {
		await synced([one, two, three]);
		const gone = Object.fromEntries(
			(await keyed(bench)).map(({ meta, id }) => [meta.external_id, id]),
		);
		const { outputs } = await run([four, two], mirror);
		expect(statuses(outputs[0].map(({ json }) => json))).toEqual([
			['a-4', 'created'],
			['a-2', 'unchanged'],
			['a-1', 'deleted'],
			['a-3', 'deleted'],
		]);
		expect(outputs[0][2].json).toEqual({
			external_id: 'a-1',
			doc_id: gone['a-1'],
			title: 'Article 1',
			status: 'deleted',
		});
		expect(links(outputs[0])).toEqual([[0], [1], [0, 1], [0, 1]]);
		expect(await ids()).toEqual(['a-2', 'a-4']);
		expect((await writes(bench)).slice(3).map(([what]) => what)).toEqual([
			...['create', 'delete', 'delete'],
		]);
	});

	test('nothing but the documents of this sync is deleted', async () => {
		const others = { ...sync, syncName: 'shop' };
		await synced([one], others);
		await bench.run(upsert, { items: itemsOf([two]) });
		await plant(bench, [{ title: 'By hand', meta: { external_id: 'x', sync_group: 'help desk' } }]);
		await synced([three]);
		const foreign = (await stored(bench)).filter(({ meta }) => meta.external_id !== 'a-3');
		await synced([four], mirror);
		const left = (await stored(bench)).filter(({ meta }) => meta.external_id !== 'a-4');
		expect(left).toEqual(foreign);
	});

	test('nor is one of a sync with a similar name, though KODA may find it', async () => {
		const [id] = await plant(bench, [
			{ title: 'By hand', meta: { external_id: 'x', sync_group: 'Help' } },
		]);
		const [row] = (await stored(bench)).filter((document) => document.id === id);
		const body = { meta: { is_last_page: true }, response: [{ ...row, doc_id: id }] };
		await fault('document.search', { kind: 'status', status: 200, body, skip: 1 });
		expect(statuses(await synced([one], mirror))).toEqual([['a-1', 'created']]);
		expect((await searches(bench))[1]).toEqual({ sync_group: ['help'] });
	});

	test('a document that was created otherwise belongs to the sync from its first run on', async () => {
		await bench.run(upsert, { items: itemsOf([one]) });
		expect(statuses(await synced([one]))).toEqual([['a-1', 'updated']]);
		expect(statuses(await synced([one]))).toEqual([['a-1', 'unchanged']]);
		// And Create or Update does not take it away.
		await bench.run(upsert, { items: itemsOf([{ ...one, content: 'New' }]) });
		expect(statuses(await synced([two], mirror))).toEqual([
			['a-2', 'created'],
			['a-1', 'deleted'],
		]);
	});

	test('Dry Run shows it all and changes nothing', async () => {
		await synced([one, two, three]);
		const items = [one, { ...two, title: 'New' }, four];
		const rows = await changesNothing(async () => await synced(items, { ...mirror, dryRun: true }));
		expect(statuses(rows)).toEqual([
			['a-1', 'unchanged'],
			['a-2', 'would update'],
			['a-4', 'would create'],
			['a-3', 'would delete'],
		]);
		for (const row of rows) expect(row.dry_run).toBe(true);
		expect(rows[2].doc_id).toBeNull();
	});
});

describe('many documents', () => {
	test('are looked up twenty at a time, written a few at a time, and each looked at once after', async () => {
		await meet(bench.sandbox(), 'koda', 'document.create', { count: 8 });
		await synced(articles(45));
		const asked = (await searches(bench)).map(({ external_id: values }) => values as string[]);
		expect(asked.slice(0, 3).map(({ length }) => length)).toEqual([20, 20, 5]);
		expect(asked.slice(3).flat().sort()).toEqual(
			articles(45)
				.map(({ id }) => id)
				.sort(),
		);
		expect(await ids()).toHaveLength(45);
		expect((await bench.sandbox().stats()).maxInFlight).toBe(8);
	});

	test('that are as they are wanted take a search for twenty, and nothing else', async () => {
		await synced(articles(45));
		const sent = async () =>
			(await bench.sandbox().requests('koda'))
				.map(({ operationId }) => operationId)
				.filter((id) => id !== 'token');
		const before = (await sent()).length;
		await synced(articles(45));
		expect((await sent()).slice(before)).toEqual(Array(Math.ceil(45 / 20)).fill('document.search'));
	});

	test('are listed in parts to find what is gone', async () => {
		await synced(articles(45));
		const before = (await searches(bench)).length;
		const rows = await synced(articles(5), mirror);
		expect(rows.filter(({ status }) => status === 'deleted')).toHaveLength(40);
		expect(await ids()).toEqual(articles(5).map(({ id }) => id));
		const [listings, lookups] = partition(
			(await searches(bench)).slice(before),
			({ sync_group: group }) => group,
		);
		// For five that are wanted, and for 40 before they are deleted.
		expect(lookups).toHaveLength(1 + 40 / 20);
		const asked = listings.map(({ sync_part: parts }) => ((parts ?? []) as string[]).length);
		// Once as a whole, and then all 4096 parts, at most 256 at a time.
		expect(asked[0]).toBe(0);
		expect(Math.max(...asked)).toBe(256);
		expect(new Set(listings.flatMap(({ sync_part: parts }) => parts ?? [])).size).toBe(4096);
	});

	test('of which few are left take one search to be listed', async () => {
		await synced([one, two]);
		await synced([one], mirror);
		const listings = (await searches(bench)).filter(({ sync_group: group }) => group);
		expect(listings).toEqual([{ sync_group: ['help'] }]);
	});

	test('of which one value has more than a page are found all the same', async () => {
		const twins = Array.from({ length: 25 }, () => ({
			title: 'Twin',
			meta: { external_id: 'a-2' },
		}));
		await plant(bench, twins);
		const rows = await run([one, two, three], sync, CONTINUE);
		expect(statuses(rows.json)).toEqual([
			['a-1', 'created'],
			[
				undefined,
				expect.stringMatching(/^20 documents in KODA have external_id 'a-2'.* \[item 1]$/),
			],
			['a-3', 'created'],
		]);
		const asked = (await searches(bench)).map(({ external_id: values }) => values);
		const after = [['a-1'], ['a-3']];
		expect(asked.slice(0, 5)).toEqual([
			['a-1', 'a-2', 'a-3'],
			['a-1', 'a-2'],
			['a-1'],
			['a-2'],
			['a-3'],
		]);
		expect(asked.slice(5).sort()).toEqual(after);
	});
});

describe('nothing is changed when', () => {
	test('an item cannot be used: nothing is even sent', async () => {
		const { error } = await run([one, { ...two, id: '' }]);
		expect(error?.message).toBe("'Metadata Value' is empty [item 1]");
		await bench.expectSilence();
	});

	test('two items are the same document', async () => {
		const { error } = await run([one, two, { ...three, id: ' a-1 ' }]);
		expect(error?.message).toBe("'Metadata Value' is 'a-1' for item 0, too [item 2]");
		await bench.expectSilence();
	});

	test.each([
		[
			'Bot',
			{ bot: byId('={{ $json.bot }}') },
			{ bot: '3337eb37-9c70-4e88-a173-21372501d7ee' },
			{ bot: UNKNOWN },
		],
		['Sync Name', { syncName: '={{ $json.sync }}' }, { sync: 'a' }, { sync: 'b' }],
		['Dry Run', { dryRun: '={{ $json.dry }}' }, { dry: true }, { dry: false }],
	])("items differ in '%s'", async (name, parameters, first, second) => {
		const items = [
			{ ...one, ...first },
			{ ...two, ...second },
		];
		const { error } = await run(items, { ...sync, ...parameters });
		expect(error?.message).toBe(
			`'${name}' differs from item to item, and one value is needed for all of them`,
		);
		await bench.expectSilence();
		const alike = items.map((item) => ({ ...item, ...first }));
		expect((await run(alike, { ...sync, ...parameters })).error).toBeUndefined();
	});

	test('it cannot be told which document is meant', async () => {
		const meta = { external_id: 'a-2' };
		const twins = await plant(bench, [
			{ title: 'Twin', meta },
			{ title: 'Twin', meta },
		]);
		const { error } = await changesNothing(async () => await run([one, two]));
		expect(error?.message).toMatch(/^2 documents in KODA have external_id 'a-2': .* \[item 1]$/);
		for (const id of twins) expect(error?.message).toContain(id);
	});

	test('more would be deleted than allowed', async () => {
		await synced(articles(15));
		const { error } = await changesNothing(
			async () => await run([{ ...one, title: 'New' }], { ...mirror, deleteAtMost: 13 }),
		);
		expect(error?.message).toMatch(
			/^'Delete at Most' is 13, and 14 documents would be deleted: 'Article 2' \(.* and 4 more/,
		);
		expect(error?.description).toContain('Nothing was changed.');
		const rows = await synced([one], { ...mirror, deleteAtMost: 14 });
		expect(rows).toHaveLength(15);
	});

	test('the list of its documents is not whole', async () => {
		await synced([one]);
		const [{ meta }] = await keyed(bench);
		const { sync_group: group, sync_part: part, sync_section: section } = meta;
		const full = Array.from({ length: 21 }, (_, index) => ({
			title: `Full ${index}`,
			meta: {
				...{ external_id: `f-${index}`, sync_group: group },
				...{ sync_part: part, sync_section: section },
			},
		}));
		await plant(bench, full);
		const { error } = await changesNothing(
			async () => await run([two], { ...mirror, deleteAtMost: 100 }),
		);
		expect(error?.message).toBe(
			`KODA has more documents with sync_part '${String(part)}' and sync_section '${String(section)}' than it gives at once`,
		);
		expect(error?.description).toContain("switch 'Delete Missing' off");
	});

	test.each([
		['no part', {}],
		['a part, but no section, and the part is full', { sync_part: 'abc' }],
	])('documents of the sync have %s', async (_, meta) => {
		const others = Array.from({ length: 21 }, (_one, index) => ({
			title: `Other ${index}`,
			meta: { external_id: `f-${index}`, sync_group: 'help', ...meta },
		}));
		const [first] = await plant(bench, others);
		const { error } = await changesNothing(
			async () => await run([two], { ...mirror, deleteAtMost: 100 }),
		);
		expect(error?.message).toBe(
			`KODA gives 'Other 0' (${first}) by its sync_group, but not by sync_part and sync_section`,
		);
		expect(error?.description).toContain('Nothing was changed.');
	});

	test('a lookup fails', async () => {
		await fault('document.search', { kind: 'status', status: 400, skip: 1 });
		const { error } = await changesNothing(async () => await run(articles(30)));
		expect(error?.message).toBe('KODA did not accept the values (400)');
	});
});

describe('a document that fails', () => {
	const refuseOne = async (skip: number) =>
		await fault('document.create', { kind: 'status', status: 400, skip });

	test('stops what comes after it, and nothing is deleted', async () => {
		await synced([four]);
		await refuseOne(1);
		const parameters = { ...mirror, requestOptions: { concurrency: 1 } };
		const { error } = await run([one, two, three], parameters);
		expect(error?.message).toBe('KODA did not accept the values (400) [item 1]');
		expect(error?.description).toContain('Progress: 1 of 3 documents were as wanted when');
		expect(await ids()).toEqual(['a-1', 'a-4']);
		expect(statuses(await synced([one, two, three], parameters))).toEqual([
			['a-1', 'unchanged'],
			['a-2', 'created'],
			['a-3', 'created'],
			['a-4', 'deleted'],
		]);
	});

	test('is an error item when the user chose to continue; nothing is deleted then, and the output and a hint say so', async () => {
		await synced([four]);
		await refuseOne(1);
		const parameters = { ...mirror, requestOptions: { concurrency: 1 } };
		const { outputs, run: result } = await run([one, two, three], parameters, CONTINUE);
		expect(statuses(outputs[0].map(({ json }) => json))).toEqual([
			['a-1', 'created'],
			[undefined, 'KODA did not accept the values (400) [item 1]'],
			['a-3', 'created'],
			['a-4', 'kept'],
		]);
		expect(links(outputs[0])).toEqual([[0], [1], [2], [0, 1, 2]]);
		const [, , fourth] = await keyed(bench);
		expect(outputs[0][3].json).toEqual({
			external_id: 'a-4',
			doc_id: fourth.id,
			title: 'Article 4',
			status: 'kept',
		});
		expect(await ids()).toEqual(['a-1', 'a-3', 'a-4']);
		const hints = result.data.resultData.runData.Node[0].hints ?? [];
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^Not deleted, because .*: 'Article 4' \(\S+\)$/),
		]);
	});

	test('to be deleted is an error item of its own', async () => {
		await synced([one, two, three]);
		await fault('document.delete', { kind: 'status', status: 400 });
		const parameters = { ...mirror, requestOptions: { concurrency: 1 } };
		const { outputs } = await run([three], parameters, CONTINUE);
		expect(statuses(outputs[0].map(({ json }) => json))).toEqual([
			['a-3', 'unchanged'],
			[undefined, expect.stringMatching(/^'Article 1' \(\S+\): KODA did not accept/)],
			['a-2', 'deleted'],
		]);
	});

	test("whose answer gets lost is found by n8n's Retry On Fail, and not created twice", async () => {
		await fault('document.create', { kind: 'reset', applyFirst: true, skip: 1 });
		const retry = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
		const { error, json } = await run(articles(4), sync, retry);
		expect(error).toBeUndefined();
		expect(json.map(({ status }) => status)).toEqual(articles(4).map(() => 'created'));
		expect(await ids()).toEqual(['a-1', 'a-2', 'a-3', 'a-4']);
	});

	test('says how to find out when its answer gets lost', async () => {
		await fault('document.create', { kind: 'reset', applyFirst: true });
		const { error } = await run([one]);
		expect(error?.message).toContain('whether the operation took effect is unknown [item 0]');
		expect(error?.description).toContain("run it again with 'Dry Run' on");
	});
});
