import { createHash } from 'node:crypto';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { BOT_APP, fileOf, pairs, shownFields, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Bot: Upload File. */
const { run, runToError, sent, onlySent, fault, state } = useKore();

const UPLOAD = 'bot.uploadFile';

const itemOf = (binary: INodeExecutionData['binary'], json = {}): INodeExecutionData => ({
	json,
	binary,
});

/** Bytes that do not survive being taken for text. */
const content = Buffer.from([0, 255, 13, 10, 45, 45, 0, 128]);
const data = {
	data: content.toString('base64'),
	mimeType: 'application/zip',
	fileName: 'Łąka 1.ZIP',
};

test('as a form with its kind', async () => {
	const { json, outputs, error } = await run(UPLOAD, {}, { items: [itemOf({ data })] });
	expect(error).toBeUndefined();
	const request = await onlySent();
	expect(request).toMatchObject({
		method: 'POST',
		path: '/api/public/uploadfile',
		query: {},
		contractErrors: [],
		status: 200,
	});
	expect(request.contentType).toMatch(/^multipart\/form-data; boundary=/);
	expect(request.body).toEqual({
		file: {
			filename: 'Łąka 1.ZIP',
			contentType: 'application/zip',
			size: content.length,
			sha256: createHash('sha256').update(content).digest('hex'),
		},
		fileContext: 'bulkImport',
		fileExtension: 'ZIP',
	});
	const [file] = (await state()).files;
	expect(json).toEqual([{ fileId: file.id, hash: file.hash }]);
	expect(Object.keys(json[0]).sort()).toEqual(shownFields(UPLOAD));
	expect(pairs(outputs[0])).toEqual([0]);
});

const kinds: Array<[string, object, INodeParameters, object]> = [
	['the name of the file', {}, {}, { fileExtension: 'ZIP' }],
	['n8n', { fileName: undefined, fileExtension: 'js' }, {}, { fileExtension: 'js' }],
	[
		'n8n, when the name has none',
		{ fileName: 'x', fileExtension: 'js' },
		{},
		{ fileExtension: 'js' },
	],
	['the option', {}, { fileExtension: 'csv' }, { fileExtension: 'csv' }],
	[
		'the option, with the dot of the documentation',
		{},
		{ fileExtension: '.csv' },
		{ fileExtension: 'csv' },
	],
	[
		'the option, and the context too',
		{},
		{ fileExtension: 'json', fileContext: 'findly' },
		{ fileExtension: 'json', fileContext: 'findly' },
	],
];

test.each(kinds)('the kind is from %s', async (_, changes, options, expected) => {
	const items = [itemOf({ data: { ...data, ...changes } })];
	const { error } = await run(UPLOAD, { options }, { items });
	expect(error).toBeUndefined();
	expect((await onlySent()).body).toMatchObject({ fileContext: 'bulkImport', ...expected });
});

test('each item its own, from the field that it names', async () => {
	const items = [
		itemOf({ scan: data }, { field: 'scan' }),
		itemOf({ config: fileOf('{}', 'config.json') }, { field: 'config' }),
	];
	const { outputs } = await run(UPLOAD, { binaryField: '={{ $json.field }}' }, { items });
	expect(pairs(outputs[0])).toEqual([0, 1]);
	const names = (await state()).files.map(({ name, id }) => [name, id]);
	expect(names.map(([name]) => name).sort()).toEqual(['config.json', 'Łąka 1.ZIP'].sort());
	expect(outputs[0].map(({ json }) => json.fileId).sort()).toEqual(
		names.map(([, id]) => id).sort(),
	);
});

const refused: Array<[string, INodeExecutionData, INodeParameters, string, RegExp]> = [
	[
		'no file',
		{ json: {} },
		{},
		"'Input Data Field Name' names no file: the item has no binary data 'data'",
		/Put a node before this one/,
	],
	[
		'a file without a kind',
		itemOf({ data: { ...data, fileName: 'x' } }),
		{},
		"'File Extension' is empty, and so is that of the file",
		/Fill it in/,
	],
];

testEach(
	'what cannot be sent is refused before any call',
	refused,
	async ([, item, own, message, wayOut]) => {
		const error = await runToError(UPLOAD, own, { items: [item] });
		expect(error.message).toBe(`${message} [item 0]`);
		expect(error.description).toMatch(wayOut);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		expect(await sent()).toEqual([]);
	},
);

test('a lost answer: the file is sent again, which does no harm', async () => {
	await fault(UPLOAD, { kind: 'reset', applyFirst: true });
	const { json, error } = await run(UPLOAD, {}, { items: [itemOf({ data })] });
	expect(error).toBeUndefined();
	const [, second] = (await state()).files;
	expect(json).toEqual([{ fileId: second.id, hash: second.hash }]);
	const [lost, repeated] = await sent();
	expect(repeated.body).toEqual(lost.body);
});

test('a context that nobody knows, in the words of the service', async () => {
	const options = { fileContext: 'holiday' };
	const error = await runToError(UPLOAD, { options }, { items: [itemOf({ data })] });
	expect(error.description).toContain('Kore.ai said: "Unknown fileContext: holiday"');
	expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
});

test('works with an app of the bot, too', async () => {
	const { error } = await run(UPLOAD, {}, { items: [itemOf({ data })], account: BOT_APP });
	expect(error).toBeUndefined();
});
