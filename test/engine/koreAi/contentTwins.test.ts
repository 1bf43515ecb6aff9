import { byId, itemsOf } from '../../../engine/jobs';
import { runNode } from '../../../engine/runNode';
import { hintsOf } from '../../support/hints';
import { BOT, hurry, koreAccount, useKore } from '../../support/koreAi';
import {
	expected,
	pages,
	runOn,
	stored,
	sync,
	texts,
	upsert,
	writes,
	type Asked,
} from '../../support/koreAiSync';
import { meet } from '../../support/sandbox';
import { secondKoreAi } from '../../support/secondProcess';

/** Two executions that look for the same content at the same moment, and would both ingest it. */
const kore = useKore();

afterEach(() => jest.restoreAllMocks());

const second = secondKoreAi();
const [one] = pages(1);
const other = { ...one, text: 'Another text' };

const start = async ([id, parameters]: Asked[0], item: object = one, node = 'koreAi') => {
	const [resource, operation] = id.split('.');
	return await runNode({
		node,
		credentials: koreAccount(kore.sandbox().url),
		parameters: { resource, operation, bot: byId(BOT), ...parameters },
		items: itemsOf([item]),
	});
};

/** An answer that shows no chunk. */
const NONE = { count: 0, chunks: [], hasMore: false, nextCursor: null };

/** Two n8n that look at the same moment; both have come to an end. */
const inTwo = async (operation: Asked[0], items = [one, one]) => {
	await meet(kore.sandbox(), 'kore-ai', 'chunk.getAll');
	return await Promise.all([start(operation, items[0]), start(operation, items[1], second)]);
};

test('in one n8n Sync and Create or Update of one content take turns: it is ingested once', async () => {
	hurry();
	await kore.sandbox().control('latency', { ms: 300 });
	const runs = await Promise.all([start(sync), start(upsert)]);
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
	expect(runs.map(({ json: [{ status }] }) => status).sort()).toEqual(['created', 'unchanged']);
	expect(await writes(kore)).toEqual(['ingest']);
});

test('in two n8n the later content is taken back, and its run says so', async () => {
	const runs = await inTwo(upsert);
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
	expect((await writes(kore)).toSorted()).toEqual(['delete', 'ingest', 'ingest']);
	expect(await texts(kore)).toEqual(expected([one]));
	const rows = runs.map(({ json: [row] }) => row);
	expect(new Set(rows.map(({ contentId }) => contentId)).size).toBe(1);
	expect(rows.filter((row) => 'taken_back' in row)).toHaveLength(1);
	expect((await start(upsert)).json).toMatchObject([{ status: 'unchanged' }]);
});

test('two updates at the same moment leave one content once the next run has looked', async () => {
	await start(sync, { ...one, text: 'The first text' });
	const runs = await inTwo(sync, [one, other]);
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
	await start(sync, other);
	expect(await texts(kore)).toEqual(expected([other]));
});

test('what was there before, and the first look did not show, is updated', async () => {
	hurry();
	await start(upsert, other);
	await kore.answerWith('chunk.getAll', NONE);
	const { json, error } = await start(upsert);
	expect(error).toBeUndefined();
	expect(json).toMatchObject([
		{ status: 'updated', taken_back: expect.stringMatching(/^fc-/) as unknown },
	]);
	expect(await texts(kore)).toEqual(expected([one]));
});

test("n8n's Retry On Fail goes on after a content was taken back", async () => {
	hurry();
	await start(sync, other);
	await kore.answerWith('chunk.getAll', NONE);
	await kore.fault('content.ingest', { kind: 'status', status: 400, skip: 1 });
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
	const { json, error } = await runOn(kore, sync, [one], {}, { settings });
	expect(error).toBeUndefined();
	expect(json).toMatchObject([
		{ status: 'updated', taken_back: expect.stringMatching(/^fc-/) as unknown },
	]);
	expect(await texts(kore)).toEqual(expected([one]));
});

test('a look that fails leaves it unknown, and the output says so', async () => {
	hurry();
	await kore.fault('chunk.getAll', { kind: 'status', status: 400, skip: 2 });
	const result = await start(upsert);
	expect(result.json).toMatchObject([{ status: 'created', twin_unknown: true }]);
	expect(hintsOf(result)).toEqual([
		expect.stringContaining('is unknown, since it could not be looked up'),
	]);
	expect(await texts(kore)).toEqual(expected([one]));
});

test('one that cannot be taken back is an error that names both, and the next run deletes it', async () => {
	hurry();
	await start(upsert);
	// The other one's content is not shown at first.
	await kore.answerWith('chunk.getAll', NONE);
	await kore.fault('content.delete', { kind: 'status', status: 403 });
	const { error } = await start(upsert);
	expect(error?.message).toContain("Another n8n created the content with title 'Page 1'");
	const both = (await stored(kore)).filter(({ title }) => title === one.title);
	expect(both).toHaveLength(2);
	for (const { id } of both) expect(error?.message).toContain(id);
	expect(error?.description).toMatch(/^The next run deletes fc-/);
	expect((await start(upsert)).json).toMatchObject([{ status: 'updated' }]);
	expect(await texts(kore)).toEqual(expected([one]));
});
