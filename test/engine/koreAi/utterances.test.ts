import type { IBinaryData, IDataObject } from 'n8n-workflow';

import { BOT, hurry, shownFields, useKore } from '../../support/koreAi';
import { done, textFile } from '../../support/koreAiKnowledge';

/** Utterance: what is sent, what comes out, and its end. */
const kore = useKore();
const { runToError, sent, answerWith, state } = kore;

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const B = `/api/public/bot/${BOT}`;
const WAIT = { wait: true, waitInterval: 1 };
const items = [textFile('hello,greeting\nbye,farewell', 'utterances.csv')];
const BROKEN = [textFile('', 'utterances.csv')];

describe('utterances', () => {
	test('import: uploads the file, and names it', async () => {
		await done(kore, 'utterance.import', {}, { items });
		const [upload, begin] = await sent();
		expect(upload.body).toMatchObject({ fileContext: 'bulkImport', fileExtension: 'csv' });
		const { fileId } = upload.responseBody as IDataObject;
		expect(begin.body).toEqual({ fileName: 'utterances.csv', fileId });
	});

	test('import of a file without a name gives it one', async () => {
		const [item] = items;
		const data = { ...item.binary?.data, fileName: undefined, fileExtension: 'json' };
		const nameless = [{ ...item, binary: { data: data as IBinaryData } }];
		await done(kore, 'utterance.import', {}, { items: nameless });
		expect((await sent('utterance.import'))[0].body).toMatchObject({
			fileName: 'utterances.json',
		});
	});

	test('import of a file uploaded before', async () => {
		const [{ fileId }] = await done(kore, 'bot.uploadFile', {}, { items });
		const own = { fileSource: 'id', fileId: String(fileId), fileName: 'all.csv' };
		const [output] = await done(kore, 'utterance.import', { ...own, ...WAIT });
		expect((await sent('utterance.import'))[0].body).toEqual({ fileName: 'all.csv', fileId });
		expect(output.message).toBe('File imported completed. 2 utterances copied successfully');
	});

	test('import of a file without utterances fails in the sandbox, too', async () => {
		const error = await runToError('utterance.import', WAIT, { items: BROKEN });
		expect(error.message).toBe('Kore.ai could not finish the import: failed [item 0]');
		const { jobs } = (await state()).knowledge;
		expect(jobs.at(-1)?.kind).toBe('utteranceImport');
	});

	test('import: its status', async () => {
		const [{ _id: importId }] = await done(kore, 'utterance.import', {}, { items });
		const [output] = await done(kore, 'utterance.getImportStatus', { importId: String(importId) });
		expect(output).toMatchObject({ _id: importId, status: 'pending' });
		const error = await runToError('utterance.getImportStatus', { importId: 'bir-0' });
		expect(error.description).toContain('Import request not found: bir-0');
	});

	test('export: begun, and waited for until its file is there', async () => {
		const [begun] = await done(kore, 'utterance.export');
		expect((await sent())[0]).toMatchObject({
			path: `${B}/mlexport`,
			query: { state: 'configured', type: 'csv' },
			contractErrors: [],
		});
		expect(begun).toMatchObject({ status: 'IN_PROGRESS' });
		const own = { ...WAIT, options: { state: 'published', type: 'json' } };
		const [output] = await done(kore, 'utterance.export', own);
		expect((await sent('utterance.export'))[1].query).toEqual({ state: 'published', type: 'json' });
		expect(Object.keys(output).sort()).toEqual(shownFields('utterance.export'));
		expect(output.downloadUrl).toEqual(
			expect.stringContaining(`/files/${String(output.exportId)}.csv?s=`),
		);
		expect(await done(kore, 'utterance.getExportStatus')).toEqual([output]);
	});

	test('export: another one is not taken for ours', async () => {
		const other = { _id: 'ds-0', status: 'SUCCESS' };
		await answerWith('utterance.getExportStatus', other, { count: 9999 });
		const error = await runToError('utterance.export', { ...WAIT, waitLimit: 1 });
		expect(error.message).toBe(
			'Kore.ai still shows the export before this one after 1 second [item 0]',
		);
	});

	test('export: that nobody began', async () => {
		const error = await runToError('utterance.getExportStatus');
		expect(error.description).toContain('No request found');
	});

	test('training: what the model does not know yet', async () => {
		await done(kore, 'utterance.train');
		const options = { language: 'de', state: 'published' };
		const [output] = await done(kore, 'utterance.getTrainingStatus', { options });
		const [request] = await sent('utterance.getTrainingStatus');
		expect(request).toMatchObject({ path: `${B}/ml/train/status`, query: options });
		expect(output).toEqual({
			status: 'Inprogress',
			inSync: false,
			outOfSync: ['Sentences', 'Synonyms', 'Mlparams', 'Traits', 'SmallTalk', 'UBTraining'],
			trainVersion: undefined,
		});
	});

	test('training: of another language than English', async () => {
		const languageOf = ({ headers }: Awaited<ReturnType<typeof sent>>[number]) =>
			headers['bot-language'];
		await done(kore, 'utterance.train', { ...WAIT, options: { language: 'de' } });
		await done(kore, 'utterance.train');
		expect((await sent('utterance.train')).map(languageOf)).toEqual(['de', undefined]);
		const [look] = await sent('utterance.getTrainingStatus');
		expect(look.query).toEqual({ language: 'de' });
	});

	test('training: begun, with its ID', async () => {
		const [output] = await done(kore, 'utterance.train');
		const [begun] = (await sent())[0].responseBody as IDataObject[];
		expect(output).toEqual({ trainingId: begun.Training_ID, message: 'Training Queued.' });
	});
});
