import { createHash } from 'node:crypto';
import { BinaryDataService } from 'n8n-core';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import {
	bodyOf,
	BOT,
	fileOf,
	OTHER_BOT,
	pairs,
	shownFields,
	UNKNOWN_BOT,
	useKore,
} from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Bot: Import: what is uploaded and sent. */
const { run, runToError, sent, onlySent, answerWith, fault, state } = useKore();

const UPLOAD = 'bot.uploadFile';
const IMPORT = 'bot.import';

afterEach(() => jest.restoreAllMocks());

const CONTENTS = {
	botDefinition: '{"name":"Order Desk"}',
	config: '{"language":"en"}',
	functions: 'function find() {}',
};
const FILES = {
	botDefinition: fileOf(CONTENTS.botDefinition, 'botDefinition.json'),
	config: fileOf(CONTENTS.config, 'config.json'),
	functions: fileOf(CONTENTS.functions, 'functions.js', 'application/javascript'),
};
const itemOf = (binary: INodeExecutionData['binary'], json = {}): INodeExecutionData => ({
	json,
	binary,
});
const EXPORT = itemOf(FILES);

/** What the log shows of a file. */
const received = (content: string | Buffer, filename: string, contentType: string) => ({
	filename,
	contentType,
	size: content.length,
	sha256: createHash('sha256').update(content).digest('hex'),
});
const order = async () => (await sent()).map(({ operationId }) => operationId);

describe('Import', () => {
	test('uploads definition and config, then imports them', async () => {
		const { json, outputs, error } = await run(IMPORT, {}, { items: [EXPORT] });
		expect(error).toBeUndefined();
		expect(await order()).toEqual([UPLOAD, UPLOAD, IMPORT]);
		const [definition, config, begun] = await sent();
		expect(definition.body).toEqual({
			file: received(CONTENTS.botDefinition, 'botDefinition.json', 'application/json'),
			fileContext: 'bulkImport',
			fileExtension: 'json',
		});
		expect(config.body).toEqual({
			file: received(CONTENTS.config, 'config.json', 'application/json'),
			fileContext: 'bulkImport',
			fileExtension: 'json',
		});
		const { files } = await state();
		expect(begun).toMatchObject({
			method: 'POST',
			path: `/api/public/bot/${BOT}/import`,
			query: {},
			contentType: 'application/json',
			contractErrors: [],
		});
		expect(begun.body).toEqual({ botDefinition: files[0].id, configInfo: files[1].id });
		expect(json).toEqual([begun.responseBody]);
		expect(json[0]).toMatchObject({
			_id: expect.stringMatching(/^bir-/) as string,
			status: 'pending',
		});
		expect(shownFields(IMPORT)).toEqual(expect.arrayContaining(Object.keys(json[0])));
		expect(pairs(outputs[0])).toEqual([0]);
	});

	test('three files: functions as js', async () => {
		const own = { functionFields: ['functions'], bot: byId(OTHER_BOT) };
		await run(IMPORT, own, { items: [EXPORT] });
		expect(await order()).toEqual([UPLOAD, UPLOAD, UPLOAD, IMPORT]);
		const [, , functions, begun] = await sent();
		expect(functions.body).toEqual({
			file: received(CONTENTS.functions, 'functions.js', 'application/javascript'),
			fileContext: 'bulkImport',
			fileExtension: 'js',
		});
		const { files, imports } = await state();
		expect(begun.body).toEqual({
			botDefinition: files[0].id,
			configInfo: files[1].id,
			botFunctions: [files[2].id],
		});
		expect(imports).toMatchObject([{ botId: OTHER_BOT, fails: false }]);
	});

	test('from fields of other names, and several files of functions', async () => {
		const item = itemOf({
			one: FILES.botDefinition,
			two: FILES.config,
			three: FILES.functions,
			four: FILES.functions,
		});
		const own = {
			definitionField: 'one',
			configField: 'two',
			functionFields: "={{ ['three', 'four'] }}",
		};
		const { error } = await run(IMPORT, own, { items: [item] });
		expect(error).toBeUndefined();
		const [begun] = await sent(IMPORT);
		expect(bodyOf(begun).botFunctions).toEqual((await state()).files.slice(2).map(({ id }) => id));
	});

	test('by the IDs of files that were uploaded before', async () => {
		for (const binaryField of ['botDefinition', 'config', 'functions']) {
			await run(UPLOAD, { binaryField }, { items: [EXPORT] });
		}
		const [definitionId, configId, ...functionIds] = (await state()).files.map(({ id }) => id);
		const own = { source: 'ids', definitionId, configId, functionIds };
		const { json, error } = await run(IMPORT, own);
		expect(error).toBeUndefined();
		expect(json[0].status).toBe('pending');
		expect(await order()).toEqual([UPLOAD, UPLOAD, UPLOAD, IMPORT]);
		const [begun] = await sent(IMPORT);
		expect(begun.body).toEqual({
			botDefinition: definitionId,
			configInfo: configId,
			botFunctions: functionIds,
		});
	});

	const ids = { source: 'ids', definitionId: 'a', configId: 'b' };
	const options: Array<[string, INodeParameters, object]> = [
		['Tasks', { tasks: ['botTask', 'knowledgeGraph'] }, { tasks: ['botTask', 'knowledgeGraph'] }],
		['NLP Data', { nlpData: ['nlpSettings'] }, { nlpData: ['nlpSettings'] }],
		['Settings', { settings: ['botVariables'] }, { settings: ['botVariables'] }],
		[
			'values that are not offered',
			{ settings: "={{ ['newSettings'] }}" },
			{ settings: ['newSettings'] },
		],
		['Agent Assist', { AgentAssist: ['rules'] }, { AgentAssist: ['rules'] }],
		['Quality AI', { qualityAI: ['taxonomy'] }, { qualityAI: ['taxonomy'] }],
		[
			'Storyboard Comments',
			{ includeComments: false },
			{ storyBoardScenes: { includeComments: false } },
		],
		['Custom Dashboards', { customDashboard: true }, { customDashboard: true }],
		[
			'Utterances',
			{ utterances: 'append' },
			{ options: { utterances: { append: true, replace: false } } },
		],
		[
			'Patterns',
			{ patterns: 'replace' },
			{ options: { patterns: { append: false, replace: true } } },
		],
		[
			'Ignore Variables',
			{ ignoreVariables: ['a', 'b'] },
			{ options: { botVariables: { ignore: ['a', 'b'] } } },
		],
	];

	testEach('each option is sent', options, async ([, chosen, importOptions]) => {
		await answerWith(IMPORT, { _id: 'bir-1', status: 'pending' });
		await run(IMPORT, { ...ids, options: chosen });
		expect((await onlySent()).body).toEqual({ botDefinition: 'a', configInfo: 'b', importOptions });
	});

	test('all options at once are as documented', async () => {
		await run(UPLOAD, { binaryField: 'botDefinition' }, { items: [EXPORT] });
		const [{ id }] = (await state()).files;
		const all = Object.assign({}, ...options.map(([, chosen]) => chosen)) as INodeParameters;
		const own = { source: 'ids', definitionId: id, configId: id, options: all };
		const { error } = await run(IMPORT, own);
		expect(error).toBeUndefined();
		const [begun] = await sent(IMPORT);
		expect(begun).toMatchObject({ status: 200, contractErrors: [] });
		expect(bodyOf(begun).importOptions).toMatchObject({
			options: {
				utterances: { append: true, replace: false },
				patterns: { append: false, replace: true },
				botVariables: { ignore: ['a', 'b'] },
			},
		});
	});

	const lists = {
		tasks: 'Tasks',
		nlpData: 'NLP Data',
		settings: 'Settings',
		AgentAssist: 'Agent Assist',
		qualityAI: 'Quality AI',
		ignoreVariables: 'Ignore Variables',
	};

	testEach(
		'an empty list of an option is not taken for everything',
		Object.entries(lists),
		async ([name, displayName]) => {
			for (const empty of [[], '={{ $json.none }}', '={{ [] }}', "={{ '' }}"]) {
				const error = await runToError(IMPORT, { ...ids, options: { [name]: empty } });
				expect(error.message).toBe(`'${displayName}' is empty [item 0]`);
				expect(error.description).toContain('without it more would be meant');
			}
			const options = { [name]: "={{ ['a', $json.none, 'b'] }}" };
			const error = await runToError(IMPORT, { ...ids, options });
			expect(error.message).toBe(`'${displayName}' has an empty entry [item 0]`);
			expect(await sent()).toEqual([]);
		},
	);

	const missing: Array<[string, INodeExecutionData, INodeParameters, string]> = [
		[
			'the definition',
			itemOf({ config: FILES.config }),
			{},
			"'Definition Field Name' names no file: the item has no binary data 'botDefinition'",
		],
		[
			'the config',
			itemOf({ botDefinition: FILES.botDefinition }),
			{},
			"'Config Field Name' names no file: the item has no binary data 'config'",
		],
		[
			'a function',
			EXPORT,
			{ functionFields: ['functions', 'more'] },
			"'Function Field Names' names no file: the item has no binary data 'more'",
		],
		[
			'every file',
			{ json: {} },
			{},
			"'Definition Field Name' names no file: the item has no binary data 'botDefinition'",
		],
		[
			'a definition ID',
			EXPORT,
			{ ...ids, definitionId: '={{ $json.none }}' },
			"'Definition File ID' is empty",
		],
		['a config ID', EXPORT, { ...ids, configId: '={{ $json.none }}' }, "'Config File ID' is empty"],
	];

	testEach(
		'without all that it takes nothing is uploaded',
		missing,
		async ([, item, own, message]) => {
			const error = await runToError(IMPORT, own, { items: [item] });
			expect(error.message).toBe(`${message} [item 0]`);
			expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
			expect(await sent()).toEqual([]);
		},
	);

	test.each(['botDefinition', 'config', 'functions'])(
		'with %s of more than 100 MB nothing is uploaded',
		async (field) => {
			const size = jest.spyOn(BinaryDataService.prototype, 'getMetadata');
			size.mockResolvedValue({ fileSize: 101 * 1024 * 1024 });
			const large = { ...FILES[field as keyof typeof FILES], id: 'filesystem-v2:large' };
			const items = [itemOf({ ...FILES, [field]: large })];
			const error = await runToError(IMPORT, { functionFields: ['functions'] }, { items });
			expect(size).toHaveBeenCalledWith('filesystem-v2:large');
			expect(error.message).toBe(
				`The file in '${field}' has 101 MB, more than the 100 MB this node sends [item 0]`,
			);
			expect(error.description).toMatch(/Send a smaller file/);
			expect(await sent()).toEqual([]);
		},
	);

	test('a bot that Kore.ai does not know', async () => {
		const error = await runToError(IMPORT, { bot: byId(UNKNOWN_BOT) }, { items: [EXPORT] });
		expect(error.message).toBe('Kore.ai did not accept the credential, or not for this [item 0]');
		expect(error).toMatchObject({ httpCode: '401', pairedItem: { item: 0 } });
		expect((await state()).imports).toEqual([]);
	});

	test('files that Kore.ai does not know', async () => {
		const error = await runToError(IMPORT, ids);
		expect(error.description).toContain('Kore.ai said: "File of botDefinition not found: a"');
		expect(error).toMatchObject({ httpCode: '400', pairedItem: { item: 0 } });
	});

	test('a file whose answer is lost is sent again', async () => {
		await fault(UPLOAD, { kind: 'reset', applyFirst: true, skip: 1 });
		const { error } = await run(IMPORT, {}, { items: [EXPORT] });
		expect(error).toBeUndefined();
		expect(await order()).toEqual([UPLOAD, UPLOAD, UPLOAD, IMPORT]);
		const { files } = await state();
		const [begun] = await sent(IMPORT);
		expect(begun.body).toEqual({ botDefinition: files[0].id, configInfo: files[2].id });
	});

	testEach(
		'after any failure with the second file nothing is imported',
		[
			['400', { kind: 'status', status: 400 }, 'did not accept the values (400)'],
			['500', { kind: 'status', status: 500 }, 'is not available right now (500, sent once)'],
			[
				'a reset connection',
				{ kind: 'reset' },
				'gave no whole answer (connection closed, sent once)',
			],
			[
				'no ID',
				{ kind: 'status', status: 200, body: { hash: 'x' } },
				'Kore.ai answered in another form than expected',
			],
		],
		async ([, broken, message]) => {
			await fault(UPLOAD, { ...broken, skip: 1 });
			const own = { functionFields: ['functions'], requestOptions: { maxRetryWait: 0 } };
			const error = await runToError(IMPORT, own, { items: [EXPORT] });
			expect(error.message).toContain(message);
			expect(error.pairedItem).toEqual({ item: 0 });
			expect(await order()).toEqual([UPLOAD, UPLOAD]);
			expect((await state()).imports).toEqual([]);
		},
	);
});
