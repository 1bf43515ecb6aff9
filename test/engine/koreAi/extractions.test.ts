import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BOT, hurry, shownFields, useKore } from '../../support/koreAi';
import { done, textFile } from '../../support/koreAiKnowledge';
import { testEach } from '../../support/sandbox';

/** Extraction: what is sent, what comes out, and its end. */
const kore = useKore();
const { answerWith, runToError, sent } = kore;

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const B = `/api/public/bot/${BOT}`;

describe('extraction', () => {
	const URL = 'https://example.com/faq';

	const bodies: Array<[string, INodeParameters, IDataObject]> = [
		['a URL', { name: 'Prices', fileUrl: URL }, { name: 'Prices', fileUrl: URL }],
		[
			'a file uploaded before',
			{ name: 'Prices', from: 'file', fileSource: 'id', fileId: 'FILE' },
			{ name: 'Prices', fileId: 'FILE' },
		],
	];

	testEach('is of', bodies, async ([, own, body]) => {
		const items = [textFile('Q?,A', 'faq.csv')];
		const [{ fileId }] = await done(kore, 'bot.uploadFile', {}, { items });
		const withId = <T extends object>(value: T) =>
			JSON.parse(JSON.stringify(value).replace('FILE', String(fileId))) as T;
		const [output] = await done(kore, 'extraction.create', withId(own));
		const [request] = await sent('extraction.create');
		expect(request).toMatchObject({
			path: `${B}/qna/import`,
			query: { language: 'en' },
			contractErrors: [],
		});
		expect(request.body).toEqual(withId(body));
		expect(output).toMatchObject({ status: 'success' });
	});

	test("is of the item's file, and waited for; its questions are then there", async () => {
		const own = { name: 'Prices', from: 'file', wait: true, waitInterval: 1 };
		const items = [textFile('How much?,Ten.\nWhere?,Here.', 'faq.csv')];
		const [output] = await done(kore, 'extraction.create', own, { items });
		expect(Object.keys(output).sort()).toEqual(shownFields('extraction.create'));
		expect(output).toMatchObject({ name: 'Prices', status: 'success', extracted: 2 });
		const [upload] = await sent('bot.uploadFile');
		expect(upload.body).toMatchObject({ fileContext: 'bulkImport', fileExtension: 'csv' });

		const extractionId = String(output.extractionId);
		const questions = await done(kore, 'extraction.getQuestions', {
			extractionId,
			returnAll: true,
		});
		const asked = await sent('extraction.getQuestions');
		expect(asked.map(({ path, query }) => [path, query.offset])).toEqual([
			[`/api/public/stream/${BOT}/qna/${extractionId}/questions`, '0'],
		]);
		expect(questions.map(({ question, answer }) => [question, answer])).toEqual([
			['How much?', 'Ten.'],
			['Where?', 'Here.'],
		]);
		expect(Object.keys(questions[0]).sort()).toEqual(shownFields('extraction.getQuestions'));

		const history = await done(kore, 'extraction.getAll', { returnAll: true });
		expect((await sent('extraction.getAll')).at(-1)).toMatchObject({
			path: `/api/public/stream/${BOT}/qna/history`,
			query: { language: 'en' },
		});
		expect(history).toEqual([output]);
	});

	test('that finds nothing is no success', async () => {
		const own = { name: 'Prices', from: 'file', wait: true, waitInterval: 1 };
		const error = await runToError('extraction.create', own, {
			items: [textFile('nothing', 'faq.csv')],
		});
		expect(error.message).toBe('Kore.ai could not finish the extraction: failed [item 0]');
		expect(error.description).toContain("'Get Many' for extractions");
	});

	test('nobody has', async () => {
		const error = await runToError('extraction.getQuestions', { extractionId: 'ke-0' });
		expect(error.description).toContain('Extraction not found: ke-0');
	});

	test('questions are none when the answer has other rows', async () => {
		await answerWith('extraction.getQuestions', { extractions: [{ foo: 1 }] });
		const error = await runToError('extraction.getQuestions', { extractionId: 'ke-1' });
		expect(error.message).toBe('Kore.ai answered in another form than expected [item 0]');
	});
});
