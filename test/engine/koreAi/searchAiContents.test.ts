import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import { BOT, shownFields, useKore } from '../../support/koreAi';
import {
	contentsOf,
	crawledWebsite,
	done,
	knownContents,
	textFile,
	website,
} from '../../support/koreAiKnowledge';
import { testEach } from '../../support/sandbox';

/** Content: what is sent, what comes out, and what it does. */
const kore = useKore();
const { run, runToError, sent, onlySent, answerWith } = kore;

const B = `/api/public/bot/${BOT}`;

describe('Ingest', () => {
	const given = { sourceName: 'News', title: 'Holidays' };
	const chunks = (...rows: INodeParameters[]) => ({ chunks: { chunk: rows } });
	const json = '[{ "chunkText": "Closed on 1 May.", "author": "Ann" }]';

	const bodies: Array<[string, INodeParameters, object]> = [
		[
			'texts by fields',
			{ ...given, ...chunks({ chunkText: 'Closed.', chunkTitle: 'May', recordUrl: '' }) },
			{
				sourceName: 'News',
				sourceType: 'json',
				documents: [{ title: 'Holidays', chunks: [{ chunkText: 'Closed.', chunkTitle: 'May' }] }],
			},
		],
		[
			'texts as JSON',
			{ ...given, specifyChunks: 'json', chunksJson: json },
			{
				sourceName: 'News',
				sourceType: 'json',
				documents: [
					{ title: 'Holidays', chunks: [{ chunkText: 'Closed on 1 May.', author: 'Ann' }] },
				],
			},
		],
		[
			'one object as JSON',
			{ ...given, specifyChunks: 'json', chunksJson: '{ "chunkText": "Closed." }' },
			{
				sourceName: 'News',
				sourceType: 'json',
				documents: [{ title: 'Holidays', chunks: [{ chunkText: 'Closed.' }] }],
			},
		],
	];

	testEach('sends what it is given, and it is there', bodies, async ([, own, body]) => {
		const before = await contentsOf(kore);
		const output = await done(kore, 'content.ingest', own);
		const request = await onlySent();
		expect(request).toMatchObject({ method: 'POST', path: `${B}/ingest-data`, status: 200 });
		expect(request.contractErrors).toEqual([]);
		expect(request.body).toEqual(body);
		expect(output).toEqual([{ success: true }]);
		const added = (await contentsOf(kore)).slice(before.length);
		expect(added.map(({ title, kind }) => [title, kind])).toEqual([['Holidays', 'json']]);
	});

	test('a file: uploads it for Search AI, and ingests it with who may read it', async () => {
		const own = {
			sourceName: 'Manuals',
			sourceType: 'file',
			options: { allowedUsers: ['ann@example.com'], category: 'guide' },
		};
		await done(kore, 'content.ingest', own, {
			items: [textFile('Press the button.', 'guide.txt')],
		});
		const [upload, ingest] = await sent();
		expect(upload.body).toMatchObject({ fileContext: 'findly', fileExtension: 'txt' });
		const { fileId } = upload.responseBody as IDataObject;
		expect(ingest.body).toEqual({
			sourceName: 'Manuals',
			sourceType: 'file',
			documents: [
				{
					fileId,
					fileName: 'guide.txt',
					permissions: { allowedUsers: ['ann@example.com'] },
					category: 'guide',
				},
			],
		});
		expect((await contentsOf(kore)).at(-1)).toMatchObject({
			title: 'guide.txt',
			readers: ['ann@example.com'],
			chunks: [{ text: 'Press the button.' }],
		});
	});

	test('a file that was uploaded before, by its ID', async () => {
		const items = [textFile('Press.', 'guide.pdf')];
		const upload = { options: { fileContext: 'findly' } };
		const [{ fileId }] = await done(kore, 'bot.uploadFile', upload, { items });
		const own = { sourceName: 'Manuals', sourceType: 'file', fileSource: 'id', fileId };
		await done(kore, 'content.ingest', {
			...own,
			options: { fileName: 'A.pdf' },
		} as INodeParameters);
		const [, ingest] = await sent();
		expect(ingest.body).toMatchObject({ documents: [{ fileId, fileName: 'A.pdf' }] });
	});

	test('pages of a web source that is there', async () => {
		await website(kore);
		const urls = ['https://example.com/a', 'https://example.com/b'];
		await done(kore, 'content.ingest', { sourceName: 'Website', sourceType: 'web', urls });
		const [, ingest] = await sent();
		expect(ingest.body).toEqual({
			sourceName: 'Website',
			sourceType: 'web',
			documents: [{ urls }],
		});
		expect((await contentsOf(kore)).slice(-2).map(({ url }) => url)).toEqual(urls);
	});

	const refused: Array<[string, INodeParameters, string]> = [
		['no chunk', { ...given, chunks: {} }, "'Chunks' is empty"],
		[
			'a text that is no object',
			{ ...given, specifyChunks: 'json', chunksJson: '["text"]' },
			"'Chunks (JSON)' is no list of objects",
		],
		[
			'no source',
			{ sourceName: '={{ $json.none }}', title: 'Holidays', ...chunks({ chunkText: 'x' }) },
			"'Source Name' is empty",
		],
		['no file', { ...given, sourceType: 'file' }, "'Input Data Field Name' names no file"],
		['no page', { ...given, sourceType: 'web', urls: [] }, "'URLs' is empty"],
	];

	testEach('is refused before any call', refused, async ([, own, message]) => {
		const error = await runToError('content.ingest', own);
		expect(error.message).toContain(message);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		expect(await sent()).toEqual([]);
	});

	test('a file without an extension is not uploaded', async () => {
		const own = { sourceName: 'Manuals', sourceType: 'file' };
		const error = await runToError('content.ingest', own, { items: [textFile('x', 'guide')] });
		expect(error.message).toBe("The file in 'data' has no extension [item 0]");
		expect(await sent()).toEqual([]);
	});

	test("what Search AI does not take, in its words; the file is not uploaded again by n8n's retry", async () => {
		const own = { sourceName: 'Manuals', sourceType: 'file' };
		const { error } = await run('content.ingest', own, {
			items: [textFile('x', 'guide.exe')],
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
		});
		expect(error?.description).toContain('File format is not supported: guide.exe');
		expect((await sent('bot.uploadFile')).length).toBe(1);
	});
});

describe('contents', () => {
	test('one by its ID, in ten fields', async () => {
		const { ids } = await knownContents(kore);
		const output = await done(kore, 'content.get', { content: byId(ids[0]) });
		expect((await onlySent()).path).toBe(`${B}/content/${ids[0]}`);
		expect(Object.keys(output[0]).sort()).toEqual(shownFields('content.get'));
		expect(output).toEqual([
			expect.objectContaining({
				contentId: ids[0],
				title: 'About shipping 1',
				contentType: 'json',
				sourceName: 'Help Center',
				state: 'approved',
			}),
		]);
	});

	test('one that nobody has, in the words of the service', async () => {
		const error = await runToError('content.get', { content: byId('fc-0') });
		expect(error.description).toContain('Content not found: fc-0');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
	});

	test('all of them, by the cursor that each page gives', async () => {
		await kore.sandbox().control('seed', { vendor: 'kore-ai', contents: 10 });
		const { ids } = await knownContents(kore);
		const output = await done(kore, 'content.getAll', { returnAll: true });
		expect(output.map(({ contentId }) => contentId)).toEqual(ids);
		expect(ids).toHaveLength(25);
		const requests = await sent();
		const cursors = requests.map(({ responseBody }) => (responseBody as IDataObject).nextCursor);
		expect(requests.map(({ body }) => body)).toEqual([
			{ query: {} },
			{ query: {}, nextCursor: cursors[0] },
			{ query: {}, nextCursor: cursors[1] },
		]);
		expect(cursors[2]).toBeNull();
		expect(Object.keys(output[0]).sort()).toEqual(shownFields('content.getAll'));
	});

	test('as many as wanted, in no more calls than that takes', async () => {
		const { ids } = await knownContents(kore);
		const output = await done(kore, 'content.getAll', { limit: 10 });
		expect(output.map(({ contentId }) => contentId)).toEqual(ids.slice(0, 10));
		expect(await sent()).toHaveLength(1);
	});

	test('those that meet all conditions', async () => {
		const others = { row: [{ name: 'sys_source_name', value: 'Help Center' }] };
		const filters = { title: 'About returns 2', sys_content_type: 'json', others };
		const output = await done(kore, 'content.getAll', { filters });
		expect((await onlySent()).body).toEqual({
			query: {
				sys_source_name: 'Help Center',
				title: 'About returns 2',
				sys_content_type: 'json',
			},
		});
		expect(output.map(({ title }) => title)).toEqual(['About returns 2']);
	});

	test('a condition that an expression leaves empty is refused: it would mean all', async () => {
		const error = await runToError('content.getAll', { filters: { title: '={{ $json.title }}' } });
		expect(error.message).toContain("'Title' is empty");
		expect(await sent()).toEqual([]);
	});

	test('a page that says more follow, and not where, is no whole list', async () => {
		const data = [{ _id: 'fc-1', _source: { title: 'A' } }];
		await answerWith('content.getAllByStatus', {
			data: [{ docId: 'fc-1' }],
			hasMore: true,
			nextCursor: null,
		});
		const { run: whole } = await run('content.getAllByStatus', {
			sourceName: 'x',
			returnAll: true,
		});
		expect(JSON.stringify(whole)).toContain('more rows follow than the 1 it gave');
		expect(data).toHaveLength(1);
	});

	test('web pages by what became of them in the last crawl', async () => {
		await crawledWebsite(kore, 'https://example.com/fail', { maxUrlLimit: 2 });
		const own = { sourceName: 'Website', status: 'failed', returnAll: true };
		const output = await done(kore, 'content.getAllByStatus', own);
		const [request] = await sent('content.getAllByStatus');
		expect(request.body).toEqual({ sourceName: 'Website', status: 'failed' });
		expect(output.map(({ url }) => url)).toEqual([
			'https://example.com/fail',
			'https://example.com/fail/about',
		]);
		for (const name of Object.keys(output[0])) {
			expect(shownFields('content.getAllByStatus')).toContain(name);
		}
	});

	test('deleted with their chunks', async () => {
		const { ids } = await knownContents(kore);
		const output = await done(kore, 'content.delete', { contentIds: ids.slice(0, 2) });
		expect(await onlySent()).toMatchObject({
			method: 'DELETE',
			path: `${B}/content`,
			body: { docIds: ids.slice(0, 2) },
			contractErrors: [],
		});
		expect(output).toEqual([{ deleted: true, deletedCount: 2 }]);
		expect((await knownContents(kore)).ids).toEqual(ids.slice(2));
	});

	test('none of which was there: that is no deletion', async () => {
		const error = await runToError('content.delete', { contentIds: ['fc-0'] });
		expect(error.message).toBe('Kore.ai deleted 0 of 1 contents [item 0]');
	});

	test('of which some were not there: says how many', async () => {
		const { ids } = await knownContents(kore);
		const { json, run: whole } = await run('content.delete', { contentIds: ['fc-0', ids[0]] });
		expect(json).toEqual([{ deleted: true, deletedCount: 1 }]);
		expect(JSON.stringify(whole)).toContain('Kore.ai deleted 1 of 2 contents.');
	});
});
