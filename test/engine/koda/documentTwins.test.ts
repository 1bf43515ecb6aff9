import type { IDataObject, INodeParameters, IRun } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { accounts } from '../../../engine/credentials';
import { BOT, byId, itemsOf } from '../../../engine/jobs';
import { runNode, type Job } from '../../../engine/runNode';
import { expectEach } from '../../support/each';
import { useKoda } from '../../support/koda';
import {
	articles,
	keyed,
	plant,
	searches,
	sync,
	upsert,
	writes,
} from '../../support/kodaDocuments';
import { meet } from '../../support/sandbox';
import { secondKoda } from '../../support/secondProcess';

/** Two executions that look for the same document at the same moment, and would both create it. */
const bench = useKoda();

const second = secondKoda();
const [one, two] = articles(2);
const fromUrl = {
	resource: 'document',
	operation: 'createFromUrl',
	url: 'https://example.com/help',
	title: 'Help',
};

/** By operation: its parameters, and the key of what it makes of `one`. */
const operations: Array<[INodeParameters, string]> = [
	[upsert, 'external_id'],
	[fromUrl, 'source_url'],
	[sync, 'external_id'],
];

const start = async (
	parameters: INodeParameters,
	{ node = 'koda', item = one as object, ...rest }: Partial<Job> & { item?: object } = {},
) =>
	await runNode({
		node,
		credentials: accounts(bench.sandbox().url),
		parameters: { bot: byId(BOT), ...parameters },
		items: itemsOf([item]),
		...rest,
	});

const slow = async () => await bench.sandbox().control('latency', { ms: 300 });

/** The next two looks are under way at the same moment. */
const looksMeet = async (times = 1) =>
	await meet(bench.sandbox(), 'koda', 'document.search', { times });

/** Both look before either creates, and each sees what the other has created. */
const bothLook = async () =>
	await meet(bench.sandbox(), 'koda', 'document.search', { times: 2, applyFirst: false });

const hintsOf = (run: IRun) =>
	(run.data.resultData.runData.Node?.[0].hints ?? []).map(({ message }) => message);

const calls = async (name: string) => await bench.sent(`document.${name}`);

/** Two n8n at the same moment; both have come to an end. */
const inTwo = async (parameters: INodeParameters, items: object[] = [one, one]) =>
	await Promise.all([
		start(parameters, { item: items[0] }),
		start(parameters, { item: items[1], node: second }),
	]);

describe('in one n8n', () => {
	test('the document is created once, and the other execution finds it', async () => {
		await expectEach(operations, async ([parameters, key]) => {
			await bench.sandbox().control('reset');
			await slow();
			const runs = await Promise.all([start(parameters), start(parameters)]);
			expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
			const rows = runs.map(({ json: [row] }) => row);
			expect(rows.map(({ status }) => status).sort()).toEqual(['created', 'unchanged']);
			expect(rows[0].doc_id).toBe(rows[1].doc_id);
			expect(await keyed(bench, key)).toHaveLength(1);
			expect(await calls('create')).toHaveLength(1);
			// Before each run, and once after creating.
			expect(await searches(bench)).toHaveLength(3);
		});
	});

	test('Sync and Create or Update are exclusive, too', async () => {
		await slow();
		const [synced, put] = await Promise.all([start(sync), start(upsert)]);
		expect([synced.error, put.error]).toEqual([undefined, undefined]);
		expect(await keyed(bench)).toHaveLength(1);
		expect(await calls('create')).toHaveLength(1);
	});

	test('another document does not wait', async () => {
		await looksMeet();
		const runs = await Promise.all([start(upsert), start(upsert, { item: two })]);
		expect(runs.map(({ json }) => json[0].status)).toEqual(['created', 'created']);
	});

	test('a dry run does not wait, and nobody waits for it', async () => {
		const dry = { ...upsert, dryRun: true };
		await looksMeet(2);
		await Promise.all([start(dry), start(dry)]);
		const [real, asked] = await Promise.all([start(upsert), start(dry)]);
		expect([real, asked].map(({ json }) => json[0].status)).toEqual(['created', 'would create']);
	});

	test('after an execution that failed the next one goes on', async () => {
		await bench.sandbox().control('faults', {
			vendor: 'koda',
			operationId: 'document.create',
			kind: 'status',
			status: 400,
		});
		const [first, next] = await Promise.all([start(upsert), start(upsert)]);
		expect([first, next].filter(({ error }) => error)).toHaveLength(1);
		expect(await keyed(bench)).toHaveLength(1);
	});

	describe('while another execution hangs', () => {
		/** Begins to create the document, and gets no answer; answers what ends it. */
		const hang = async () => {
			await bench.sandbox().control('faults', {
				vendor: 'koda',
				operationId: 'document.create',
				kind: 'delay',
				delayMs: 60_000,
			});
			let end: (() => void) | undefined;
			const run = start(upsert, { onStart: (execution) => (end = () => execution.cancel()) });
			while ((await calls('create')).length === 0) await sleep(20);
			return async () => {
				end?.();
				await run;
			};
		};

		test('the wait is bounded: nothing is sent, and the message says what for', async () => {
			const end = await hang();
			const requestOptions = { timeout: 1, maxRetryWait: 0 };
			const { error } = await start({ ...upsert, requestOptions });
			expect(error?.message).toBe(
				"Another execution still works on the document with external_id 'a-1', after 1 seconds [item 0]",
			);
			expect(error?.description).toBe(
				'Nothing was changed here. Run this again when that one is done.',
			);
			expect(await calls('search')).toHaveLength(1);
			await end();
		});

		test('one that is stopped waits no longer, and sends nothing', async () => {
			const end = await hang();
			await start(upsert, { onStart: (execution) => setTimeout(() => execution.cancel(), 200) });
			expect(await calls('search')).toHaveLength(1);
			await end();
		});

		test('when that one is stopped, the next goes on', async () => {
			const end = await hang();
			const next = start(sync);
			await end();
			expect((await next).error).toBeUndefined();
			expect(await calls('search')).not.toHaveLength(1);
		});
	});
});

describe('in two n8n', () => {
	/** The run that took its document back, and the other one. */
	const told = (runs: Array<{ json: IDataObject[] }>) => {
		const rows = runs.map(({ json: [row] }) => row);
		return [
			rows.filter(({ taken_back: id }) => id !== undefined),
			rows.filter(({ taken_back: id }) => id === undefined),
		];
	};

	test('the later document is taken back, and its run says so', async () => {
		await expectEach(operations, async ([parameters, key]) => {
			await bench.sandbox().control('reset');
			await bothLook();
			const runs = await inTwo(parameters);
			expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
			expect(await calls('create')).toHaveLength(2);
			const documents = await keyed(bench, key);
			expect(documents).toHaveLength(1);
			const [back, stayed] = told(runs);
			const made = (await calls('create')).map(
				({ responseBody }) => (responseBody as IDataObject).doc_id,
			);
			const gone = made.filter((id) => id !== documents[0].id);
			expect(stayed).toMatchObject([{ status: 'created', doc_id: documents[0].id }]);
			expect(back).toMatchObject([
				{ status: 'unchanged', doc_id: documents[0].id, taken_back: gone[0] },
			]);
			expect((await calls('delete')).map(({ path }) => path.split('/').pop())).toEqual(gone);
			// The next run has no trouble.
			const { json, error } = await start(parameters);
			expect([error, json[0].status]).toEqual([undefined, 'unchanged']);
		});
	});

	test('what the later run wanted becomes an update of the document that stays', async () => {
		await bothLook();
		const runs = await inTwo(upsert, [one, { ...one, content: 'Other' }]);
		const [[back]] = told(runs);
		expect(back.status).toBe('updated');
		const [document, ...others] = await keyed(bench);
		expect(others).toEqual([]);
		const changed = (await writes(bench)).at(-1);
		expect(changed).toMatchObject(['update', { content: document.content }]);
	});

	test('a look that fails leaves it unknown, and the output says so', async () => {
		await bench.sandbox().control('faults', {
			vendor: 'koda',
			operationId: 'document.search',
			kind: 'status',
			status: 400,
			skip: 1,
		});
		const { json, run, error } = await start(upsert);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ status: 'created', twin_unknown: true }]);
		expect(hintsOf(run)).toEqual([
			expect.stringContaining('is unknown, since it could not be looked up'),
		]);
		expect(await calls('create')).toHaveLength(1);
	});

	test('so does a search that does not show yet what was created', async () => {
		const empty = { meta: { found: 0, is_last_page: true }, response: [] };
		await bench.sandbox().control('faults', {
			vendor: 'koda',
			operationId: 'document.search',
			kind: 'status',
			status: 200,
			body: empty,
			skip: 1,
		});
		const { json, run } = await start(upsert);
		expect(json).toMatchObject([{ status: 'created', twin_unknown: true }]);
		expect(hintsOf(run)).toEqual([expect.stringContaining('KODA does not show yet')]);
	});

	test('one that cannot be taken back is an error that names both', async () => {
		await bothLook();
		await bench.sandbox().control('faults', {
			vendor: 'koda',
			operationId: 'document.delete',
			kind: 'status',
			status: 403,
			count: 9,
		});
		const runs = await inTwo(upsert);
		const documents = await keyed(bench);
		expect(documents).toHaveLength(2);
		const [error] = runs.flatMap((run) => run.error ?? []);
		expect(error.message).toContain(
			"Another n8n created the document with external_id 'a-1' at the same moment",
		);
		for (const { id } of documents) expect(error.message).toContain(id);
		expect(error.description).toMatch(/^Delete .*, or every further run about it fails\./);
	});

	test('what another n8n has not taken back is named, and stays', async () => {
		// It was created after ours, by a process that has ended since.
		await meet(bench.sandbox(), 'koda', 'document.search', { skip: 1, applyFirst: false });
		const running = start(upsert);
		while ((await keyed(bench)).length === 0) await sleep(20);
		const [{ id: ours }] = await keyed(bench);
		await bench.sandbox().control('clock', { advanceSeconds: 5 });
		const [theirs] = await plant(bench, [{ title: 'Theirs', meta: { external_id: 'a-1' } }]);
		await start({ resource: 'document', operation: 'search', query: 'Theirs' });
		const { json, run } = await running;
		expect(json).toMatchObject([{ status: 'created', doc_id: ours }]);
		expect(hintsOf(run)).toEqual([
			expect.stringContaining(`has not taken it back: 'Theirs' (${theirs})`),
		]);
		expect((await keyed(bench)).map(({ id }) => id).sort()).toEqual([ours, theirs].sort());
	});
});
