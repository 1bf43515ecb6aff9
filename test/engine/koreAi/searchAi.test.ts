import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import { BOT, OTHER_BOT, shownFields, useKore } from '../../support/koreAi';
import {
	contentsOf,
	crawledWebsite,
	done,
	knownContents,
	textFile,
	website,
} from '../../support/koreAiKnowledge';

/** Chunk, Source, Job and Answer: what is sent, what comes out, and what it does. */
const kore = useKore();
const { run, runToError, sent, onlySent, answerWith, state } = kore;

const B = `/api/public/bot/${BOT}`;

describe('chunks', () => {
	const or = (key: string, ...values: string[]) => ({
		operand: 'or',
		conditions: values.map((value) => ({ key, op: 'equals', value })),
	});

	test('all of them, page by page', async () => {
		const { chunks } = await knownContents(kore);
		const output = await done(kore, 'chunk.getAll', { returnAll: true });
		expect(output.map(({ chunkId }) => chunkId)).toEqual(chunks.map(({ id }) => id));
		expect(output).toHaveLength(30);
		expect((await sent()).map(({ path }) => path)).toEqual(Array(3).fill(`${B}/chunk/list`));
		expect((await sent())[0].body).toEqual({});
		expect(Object.keys(output[0]).sort()).toEqual(shownFields('chunk.getAll'));
	});

	test('those of some records and sources, and of what else is asked', async () => {
		const own = { key: 'chunkTitle', op: 'equals', value: 'About returns 2' };
		const filters = {
			recordTitle: ['About returns 2', 'About payment 3'],
			sourceName: ['Help Center'],
			conditions: JSON.stringify(own),
		};
		const output = await done(kore, 'chunk.getAll', { filters });
		expect((await onlySent()).body).toEqual({
			enableFilters: true,
			filters: {
				operand: 'and',
				conditions: [
					or('recordTitle', 'About returns 2', 'About payment 3'),
					or('sourceName', 'Help Center'),
					own,
				],
			},
		});
		expect(new Set(output.map(({ recordTitle }) => recordTitle))).toEqual(
			new Set(['About returns 2']),
		);
		expect(output).toHaveLength(2);
	});

	test('of one content', async () => {
		const { contents } = await knownContents(kore);
		const filters = { docId: [contents[3].id] };
		const output = await done(kore, 'chunk.getAll', { filters });
		expect(output.map(({ chunkId }) => chunkId)).toEqual(contents[3].chunks.map(({ id }) => id));
	});

	test('a condition that is no object is refused', async () => {
		const error = await runToError('chunk.getAll', { filters: { conditions: '[1]' } });
		expect(error.message).toBe("'Conditions (JSON)' is no object [item 0]");
		expect(await sent()).toEqual([]);
	});

	test('changed in what is given alone', async () => {
		const { chunks } = await knownContents(kore);
		const updateFields = { chunkText: 'New.', pageNumber: '7', chunkMeta: '{ "a": 1 }' };
		const [output] = await done(kore, 'chunk.update', { chunk: byId(chunks[0].id), updateFields });
		expect(await onlySent()).toMatchObject({
			method: 'POST',
			path: `${B}/chunk/${chunks[0].id}`,
			body: { chunkText: 'New.', pageNumber: '7', chunkMeta: { a: 1 } },
			contractErrors: [],
		});
		expect(Object.keys(output).sort()).toEqual(shownFields('chunk.update'));
		expect((await knownContents(kore)).chunks[0]).toEqual({
			...chunks[0],
			text: 'New.',
			pageNumber: 7,
			meta: { a: 1 },
		});
	});

	test('not changed when nothing is given, nor when nobody has it', async () => {
		const { chunks } = await knownContents(kore);
		const nothing = await runToError('chunk.update', { chunk: byId(chunks[0].id) });
		expect(nothing.message).toBe("'Update Fields' is empty [item 0]");
		expect(await sent()).toEqual([]);
		const updateFields = { chunkText: 'New.' };
		const unknown = await runToError('chunk.update', { chunk: byId('chk-0'), updateFields });
		expect(unknown.message).toBe('Kore.ai changed no chunk [item 0]');
	});

	test('deleted, with what was not found', async () => {
		const { chunks } = await knownContents(kore);
		const chunkIds = [chunks[0].id, 'chk-0'];
		const { json, run: whole } = await run('chunk.delete', { chunkIds });
		expect(await onlySent()).toMatchObject({
			path: `${B}/search/deleteChunksById`,
			body: { chunkId: chunkIds },
		});
		expect(json).toEqual([
			{
				deleted: true,
				totalRequested: 2,
				totalDeleted: 1,
				totalNotFound: 1,
				notFoundChunkIds: ['chk-0'],
			},
		]);
		expect(JSON.stringify(whole)).toContain('Kore.ai deleted 1 of 2 chunks.');
		expect((await knownContents(kore)).chunks).toHaveLength(29);
	});

	test('deleted by an answer as the table has it', async () => {
		await answerWith('chunk.delete', { status: 'success', totalRequested: 1, totalDeleted: 1 });
		const [output] = await done(kore, 'chunk.delete', { chunkIds: ['chk-1'] });
		expect(output).toMatchObject({ deleted: true, totalDeleted: 1 });
	});

	test('none of which was there: that is no deletion', async () => {
		const error = await runToError('chunk.delete', { chunkIds: ['chk-0'] });
		expect(error.message).toBe('Kore.ai deleted 0 of 1 chunks [item 0]');
	});
});

describe('web sources', () => {
	test('created by an address, with how far to crawl', async () => {
		const options = { maxUrlLimit: 4, crawlDepth: 2, desc: 'All pages' };
		const source = await website(kore, 'https://example.com', options);
		expect(await onlySent()).toMatchObject({
			path: `${B}/sources`,
			body: {
				name: 'Website',
				sourceType: 'url',
				url: 'https://example.com',
				desc: 'All pages',
				advanceOpts: { maxUrlLimit: 4, crawlDepth: 2 },
			},
			contractErrors: [],
		});
		expect(Object.keys(source).sort()).toEqual(shownFields('source.create'));
		expect(source).toMatchObject({ name: 'Website', status: 'configured' });
	});

	test('created by a sitemap, which is uploaded first', async () => {
		const own = { name: 'Website', sourceType: 'uploadSitemap' };
		const items = [textFile('<urlset/>', 'sitemap.xml')];
		await done(kore, 'source.create', own, { items });
		const [upload, create] = await sent();
		expect(upload.body).toMatchObject({ fileContext: 'findly', fileExtension: 'xml' });
		const { fileId } = upload.responseBody as IDataObject;
		expect(create.body).toEqual({ name: 'Website', sourceType: 'uploadSitemap', fileId });
	});

	test('not created without an address', async () => {
		const error = await runToError('source.create', {
			name: 'Website',
			url: '={{ $json.none }}',
		});
		expect(error.message).toBe("'URL' is empty [item 0]");
		expect(await sent()).toEqual([]);
	});

	test('crawled: after a while its pages are contents', async () => {
		const before = await contentsOf(kore);
		const source = await crawledWebsite(kore, 'https://example.com/', { maxUrlLimit: 2 });
		const [, crawl] = await sent();
		expect(crawl).toMatchObject({
			path: `${B}/sources/${String(source.sourceId)}/crawl`,
			body: { forceRecrawl: false },
		});
		const added = (await contentsOf(kore)).slice(before.length);
		expect(added.map(({ url }) => url)).toEqual([
			'https://example.com',
			'https://example.com/about',
		]);
	});

	test('one that nobody has is not crawled', async () => {
		const error = await runToError('source.crawl', { webSource: byId('fs-0') });
		expect(error.description).toContain('Source not found: fs-0');
		expect(error.httpCode).toBe('400');
	});

	test('its job says how far the crawl is', async () => {
		const source = await website(kore);
		await done(kore, 'source.crawl', { webSource: byId(String(source.sourceId)) });
		const job = { jobId: String(source.jobId) };
		const states = [];
		for (let look = 0; look < 3; look++) states.push((await done(kore, 'searchJob.get', job))[0]);
		expect(states.map(({ status }) => status)).toEqual(['IN_PROGRESS', 'IN_PROGRESS', 'SUCCESS']);
		for (const name of Object.keys(states[2])) {
			expect(shownFields('searchJob.get')).toContain(name);
		}
	});

	test('a job that nobody has', async () => {
		const error = await runToError('searchJob.get', { jobId: 'fj-0' });
		expect(error.description).toContain('Job not found: fj-0');
	});
});

describe('answers', () => {
	const question = 'Tell me about returns';

	test('come from what was trained, with what they are made of', async () => {
		const options = { searchResults: true, includeChunksInResponse: true };
		const [output] = await done(kore, 'answer.ask', { question, options });
		expect(await onlySent()).toMatchObject({
			path: `${B}/search/v2/advanced-search`,
			body: { query: question, searchResults: true, includeChunksInResponse: true },
			contractErrors: [],
		});
		expect(Object.keys(output).sort()).toEqual(shownFields('answer.ask'));
		expect(output).toMatchObject({ question, answer: 'Part 1 about returns: see page 2.' });
		expect((output.results as IDataObject[])[0]).toMatchObject({
			title: 'About returns 2',
			sourceType: 'json',
		});
		expect((output.chunks as IDataObject[])[0]).toMatchObject({
			text: 'Part 1 about returns: see page 2.',
			usedInAnswer: true,
		});
	});

	test('take filters, context and a way to search', async () => {
		const metaFilters = [{ condition: 'AND', rules: [] }];
		const options = {
			metaFilters: JSON.stringify(metaFilters),
			customData: '{ "userContext": { "location": "Germany" } }',
			raclEntityIds: ['ann@example.com'],
			retrievalStrategy: 'hybrid',
			dynamicPromptSelection: '{ "integrationName": "openai", "model": "m", "promptName": "p" }',
			answerSearch: false,
		};
		await done(kore, 'answer.ask', { question, options });
		expect((await onlySent()).body).toEqual({
			query: question,
			metaFilters,
			customData: { userContext: { location: 'Germany' } },
			raclEntityIds: ['ann@example.com'],
			retrievalStrategy: 'hybrid',
			dynamicPromptSelection: { integrationName: 'openai', model: 'm', promptName: 'p' },
			answerSearch: false,
		});
	});

	test('need a question', async () => {
		const error = await runToError('answer.ask', { question: '={{ $json.none }}' });
		expect(error.message).toBe("'Question' is empty [item 0]");
		expect(await sent()).toEqual([]);
	});

	test('an answer in another form is none', async () => {
		await answerWith('answer.ask', { hello: 'you' });
		const error = await runToError('answer.ask', { question });
		expect(error.message).toContain('Kore.ai');
		expect(error.description).toContain('hello');
	});

	test('raw, as they came', async () => {
		const [output] = await done(kore, 'answer.ask', { question, simplify: false });
		expect(output).toEqual((await onlySent()).responseBody);
	});

	test('are those of the bot that is asked', async () => {
		const [output] = await done(kore, 'answer.ask', { question, bot: byId(OTHER_BOT) });
		expect((await onlySent()).path).toContain(OTHER_BOT);
		expect(output.answer).toBe('');
		expect((await state()).knowledge.contents.every(({ botId }) => botId === BOT)).toBe(true);
	});
});
