import { Client } from '../../../nodes/shared/call/client';
import { byId } from '../../../engine/jobs';
import { hintsOf } from '../../support/hints';
import { hurry, useKore, SKIP_FAILED } from '../../support/koreAi';
import {
	expected,
	mirror,
	pages,
	plant,
	runOn,
	statusesOf,
	stored,
	sync,
	texts,
	upsert,
	writes,
	type Asked,
} from '../../support/koreAiSync';

/** Content: Sync, and Create or Update. */
const kore = useKore();

beforeEach(hurry);

afterEach(() => jest.restoreAllMocks());

const [one, two, three, four] = pages(4);

const statuses = async (...asked: Asked) => await statusesOf(kore, ...asked);

describe('Sync', () => {
	test('creates, leaves alone, updates and deletes', async () => {
		expect(await statuses(mirror, [one, two, three])).toEqual(['created', 'created', 'created']);
		expect(await texts(kore)).toEqual(expected([one, two, three]));
		expect(await statuses(mirror, [one, two, three])).toEqual(Array(3).fill('unchanged'));
		expect(await writes(kore)).toEqual(Array(3).fill('ingest'));

		const changed = { ...two, text: 'Another text' };
		const { json } = await runOn(kore, mirror, [changed, one, four]);
		const now = await stored(kore);
		const idOf = (title: string) => now.find((content) => content.title === title)?.id;
		expect(json).toEqual([
			{ title: two.title, contentId: idOf(two.title), sourceName: 'Manual', status: 'updated' },
			{ title: one.title, contentId: idOf(one.title), sourceName: 'Manual', status: 'unchanged' },
			{ title: four.title, contentId: idOf(four.title), sourceName: 'Manual', status: 'created' },
			expect.objectContaining({ title: three.title, status: 'deleted' }),
		]);
		expect(await texts(kore)).toEqual(expected([one, changed, four]));
	});

	test.each([
		['the URL', { ...one, url: 'https://example.com/other' }],
		['the metadata', { ...one, topic: 'faq' }],
	])('notices a change of %s', async (_, changed) => {
		await statuses(sync, [one]);
		expect(await statuses(sync, [changed])).toEqual(['updated']);
		expect(await statuses(sync, [changed])).toEqual(['unchanged']);
		expect(await texts(kore)).toEqual(expected([one]));
	});

	test('what it gives Search AI is as the contract has it, with its notes in the metadata', async () => {
		await statuses(sync, [{ ...one, topic: 'faq' }]);
		const [{ body }] = await kore.sent('content.ingest');
		expect(body).toEqual({
			sourceName: 'Manual',
			sourceType: 'json',
			documents: [
				{
					title: 'Page 1',
					chunks: [
						{
							chunkText: 'Text of page 1',
							recordUrl: 'https://example.com/manual',
							chunkMeta: {
								topic: 'faq',
								content_hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
								content_title: 'Page 1',
								sync_group: 'manual',
								ingest_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
							},
						},
					],
				},
			],
		});
	});

	test('contents that others put there, or another sync, stay', async () => {
		await plant(kore, [one]);
		await statuses([sync[0], { ...sync[1], syncName: 'other' }], [two]);
		await statuses(mirror, [three, four]);
		expect(await statuses(mirror, [four])).toEqual(['unchanged', 'deleted']);
		expect(await texts(kore)).toEqual(expected([one, two, four]));
	});

	test('a dry run says what would be done, and does nothing', async () => {
		await statuses(mirror, [one, two, three]);
		const before = await stored(kore);
		const wanted = [one, { ...two, text: 'Another text' }, four];
		const result = await runOn(kore, mirror, wanted, { dryRun: true });
		expect(result.json.map(({ status }) => status)).toEqual([
			'unchanged',
			'would update',
			'would create',
			'would delete',
		]);
		expect(result.json.every(({ dry_run: dry }) => dry === true)).toBe(true);
		expect(hintsOf(result)).toEqual([expect.stringContaining("'Dry Run' is on")]);
		expect(await stored(kore)).toEqual(before);
	});

	test('stops before a content of its title that somebody else put there', async () => {
		await plant(kore, [one]);
		const { error } = await runOn(kore, mirror, [one, two]);
		expect(error?.message).toMatch(/^The content fc-.* has the title 'Page 1', and is not of the/);
		expect(await texts(kore)).toEqual(expected([one]));
	});

	test('wants to be told how many may be deleted', async () => {
		const { error } = await runOn(kore, mirror, [one], { deleteAtMost: '={{ null }}' });
		expect(error?.message).toMatch(/^'Delete at Most' is empty/);
	});

	test('deletes no more than Delete at Most, and then changes nothing at all', async () => {
		await statuses(mirror, [one, two, three]);
		const before = await stored(kore);
		const { error } = await runOn(kore, mirror, [four], { deleteAtMost: 2 });
		expect(error?.message).toContain("'Delete at Most' is 2, and 3 contents would be deleted");
		expect(await stored(kore)).toEqual(before);
	});

	test('two items with one title are refused before anything is sent', async () => {
		const { error } = await runOn(kore, sync, [one, { ...two, title: ' Page 1' }]);
		expect(error?.message).toBe("'Title' is 'Page 1' for item 0, too [item 1]");
		expect(await kore.sent()).toEqual([]);
	});

	test('metadata in the place of its notes is refused', async () => {
		const row = [{ name: 'sync_group', value: 'x' }];
		const { error } = await runOn(kore, sync, [one], {
			additionalFields: { metadata: { row } },
		});
		expect(error?.message).toContain("'Metadata' has 'sync_group', which the node sets itself");
		expect(await kore.sent()).toEqual([]);
	});

	test('a content of its own under another title stops it: it would be made again, and deleted', async () => {
		await statuses(mirror, [one]);
		const [{ chunks }] = (await stored(kore)).slice(-1);
		const changed = await kore.run('chunk.update', {
			chunk: byId(chunks[0].id),
			updateFields: { chunkMeta: JSON.stringify({ ...chunks[0].meta, content_title: 'Other' }) },
		});
		expect(changed.error).toBeUndefined();
		const { error } = await runOn(kore, mirror, [one, two]);
		expect(error?.message).toContain("as 'Page 1', and it was made with the title 'Other'");
		expect(await writes(kore)).toEqual(['ingest']);
	});

	test('when one fails, what is missing stays', async () => {
		await statuses(mirror, [one]);
		await kore.fault('content.ingest', { kind: 'status', status: 400 });
		const result = await runOn(kore, mirror, [two], {}, { settings: SKIP_FAILED });
		expect(result.json).toEqual([
			expect.objectContaining({ error: expect.stringContaining('[item 0]') as unknown }),
			expect.objectContaining({ title: one.title, status: 'kept' }),
		]);
		expect(await texts(kore)).toEqual(expected([one]));
	});

	test('says how far it came', async () => {
		await kore.fault('content.ingest', { kind: 'status', status: 400, skip: 1 });
		const options = { requestOptions: { concurrency: 1 } };
		const { error } = await runOn(kore, sync, [one, two, three], options);
		expect(error?.description).toContain(
			'Progress: 1 of 3 contents were as wanted when the node stopped.',
		);
	});
});

describe('Create or Update', () => {
	test('creates, leaves alone and updates', async () => {
		expect(await statuses(upsert, [one])).toEqual(['created']);
		const changed = { ...one, text: 'Another text' };
		expect(await statuses(upsert, [changed, changed, one])).toEqual([
			'updated',
			'unchanged',
			'updated',
		]);
		expect(await texts(kore)).toEqual(expected([one]));
	});

	test('updates what was put there by hand, and keeps it in its sync', async () => {
		await plant(kore, [one]);
		expect(await statuses(upsert, [one])).toEqual(['updated']);
		await statuses(mirror, [two]);
		expect(await statuses(upsert, [{ ...two, text: 'Another text' }])).toEqual(['updated']);
		expect(await statuses(mirror, [three])).toEqual(['created', 'deleted']);
		expect(await texts(kore)).toEqual(expected([one, three]));
	});

	test('changes none of several that others put there', async () => {
		await plant(kore, [one, { ...one, text: 'Twice' }]);
		const { error } = await runOn(kore, upsert, [one]);
		expect(error?.message).toMatch(/^2 contents in Kore.ai have the title 'Page 1': fc-/);
		expect(await texts(kore)).toHaveLength(2);
	});

	test('a dry run shows what would be done', async () => {
		expect(await statuses(upsert, [one], { dryRun: true })).toEqual(['would create']);
		expect(await writes(kore)).toEqual([]);
	});
});

describe('an update', () => {
	const changed = { ...one, text: 'Another text' };

	test('deletes the old content once the new one is there', async () => {
		await statuses(sync, [one]);
		await statuses(sync, [changed]);
		expect((await kore.sent()).map(({ operationId }) => operationId).slice(-5)).toEqual([
			'chunk.getAll',
			'content.ingest',
			'chunk.getAll',
			'chunk.getAll',
			'content.delete',
		]);
	});

	test("n8n's Retry On Fail deletes what is left of several old contents", async () => {
		const refused = { kind: 'status', status: 400 };
		await statuses(sync, [one]);
		await kore.fault('content.delete', refused);
		expect((await runOn(kore, sync, [changed])).error).toBeDefined();
		expect(await texts(kore)).toEqual(expected([changed, one]));
		await kore.fault('content.delete', { ...refused, skip: 1 });
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
		const third = { ...one, text: 'A third text' };
		expect(await statuses(sync, [third], {}, { settings })).toEqual(['updated']);
		expect(await texts(kore)).toEqual(expected([third]));
	});

	test('keeps the old content as long as the new one is not shown; the next run deletes it', async () => {
		await statuses(sync, [one]);
		const nothing = { count: 0, chunks: [], hasMore: false, nextCursor: null };
		await kore.answerWith('chunk.getAll', nothing, { skip: 1, count: 7 });
		const result = await runOn(kore, sync, [changed]);
		expect(result.json).toEqual([
			{
				...{ title: 'Page 1', contentId: null, sourceName: 'Manual', status: 'updated' },
				...{ pending: true, twin_unknown: true },
			},
		]);
		expect(hintsOf(result)).toContainEqual(expect.stringContaining('does not show yet'));
		expect(await texts(kore)).toEqual(expected([changed, one]));
		expect(await statuses(sync, [changed])).toEqual(['updated']);
		expect(await texts(kore)).toEqual(expected([changed]));
		expect(await statuses(sync, [changed])).toEqual(['unchanged']);
	});

	test('a content that Search AI shows with another title is told, as it would be made again', async () => {
		const read = Reflect.get(Client.prototype, 'list');
		jest.spyOn(Client.prototype, 'list').mockImplementation(async function (
			this: Client<unknown>,
			...asked
		) {
			const rows = await read.apply(this, asked);
			return rows.map((row) => ({ ...row, recordTitle: `${String(row.recordTitle)}.json` }));
		});
		const { error } = await runOn(kore, sync, [one]);
		expect(error?.message).toMatch(
			/^Kore.ai shows the content fc-\S+ as 'Page 1.json', and it was made with the title 'Page 1'/,
		);
	});
});
