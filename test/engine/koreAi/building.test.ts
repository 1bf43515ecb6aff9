import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import {
	bodyOf,
	BOT,
	BOT_APP,
	fileOf,
	hurry,
	ITEM,
	OTHER_BOT,
	shownFields,
	SILENT_BOT,
	UNKNOWN_BOT,
	useKore,
} from '../../support/koreAi';
import { BUILDING_MINIMAL } from '../../support/koreAiBuilding';
import { done, textFile } from '../../support/koreAiKnowledge';
import { testEach } from '../../support/sandbox';

/** Bot: Export, Import as New Bot, Import Functions, Install Sample Bot, Get Linked Apps, Update NLP Configuration. */
const kore = useKore();
const { runToError, sent, onlySent, answerWith, fault, state } = kore;

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const WAIT = { wait: true, waitInterval: 1 };

describe('Export', () => {
	test('begun: of the version in development, with all parts', async () => {
		const [begun] = await done(kore, 'bot.export');
		expect(await onlySent()).toMatchObject({
			method: 'POST',
			path: `/api/public/bot/${BOT}/export`,
			body: { exportType: 'latest' },
			contractErrors: [],
		});
		expect(Object.keys(begun).sort()).toEqual(shownFields('bot.export'));
		expect(begun).toMatchObject({ status: 'pending', exportType: 'latest' });
	});

	test('waited for until its file is there, which the status shows, too', async () => {
		const own = { bot: byId(OTHER_BOT), exportType: 'published' };
		const [output] = await done(kore, 'bot.export', { ...own, ...WAIT });
		const looks = await sent('bot.getExportStatus');
		expect(looks.length).toBeGreaterThan(1);
		expect(looks[0]).toMatchObject({
			path: `/api/public/bot/${OTHER_BOT}/export/status`,
			query: { exportType: 'published' },
			contractErrors: [],
		});
		expect(output).toMatchObject({
			status: 'success',
			downloadUrl: expect.stringContaining(`/files/${String(output.exportId)}.zip?s=`),
			fileSize: '947',
		});
		expect(await done(kore, 'bot.getExportStatus', own)).toEqual([output]);
	});

	const options: Array<[string, INodeParameters, object]> = [
		['Tasks', { tasks: ['botTask'] }, { exportOptions: { tasks: ['botTask'] } }],
		['NLP Data', { nlpData: ['traits'] }, { exportOptions: { nlpData: ['traits'] } }],
		['Settings', { settings: ['ivrSettings'] }, { exportOptions: { settings: ['ivrSettings'] } }],
		[
			'Agent Assist',
			{ AgentAssist: ['widgetSettings'] },
			{ exportOptions: { AgentAssist: ['widgetSettings'] } },
		],
		[
			'Ignore Variables',
			{ ignoreVariables: ['aa'], ignoreContentVariables: true, ignoreEnvironmentVariables: false },
			{
				exportOptions: {
					options: {
						botVariables: {
							ignore: ['aa'],
							ignoreContentVariables: true,
							ignoreEnvironmentVariables: false,
						},
					},
				},
			},
		],
		[
			'tasks by name',
			{ dialogs: ['Find Order'], alerts: ['News'], actions: ['Send'], experienceFlows: ['Voice'] },
			{
				subTasks: {
					dialogs: ['Find Order'],
					alerts: ['News'],
					actions: ['Send'],
					experienceFlows: ['Voice'],
				},
			},
		],
		[
			'Custom Dashboards and Include Dependent Tasks',
			{ customDashboards: false, IncludeDependentTasks: true },
			{ customDashboards: false, IncludeDependentTasks: true },
		],
	];

	testEach('each option is sent', options, async ([, chosen, body]) => {
		await done(kore, 'bot.export', { options: chosen });
		const request = await onlySent();
		expect(request.body).toEqual({ exportType: 'latest', ...body });
		expect(request.contractErrors).toEqual([]);
	});

	test('an empty list of an option is not taken for everything', async () => {
		for (const name of ['tasks', 'dialogs', 'ignoreVariables']) {
			const error = await runToError('bot.export', { options: { [name]: '={{ [] }}' } });
			expect(error.description).toContain('without it more would be meant');
		}
		expect(await sent()).toEqual([]);
	});

	test('one that fails says so', async () => {
		const options = { ignoreVariables: ['fail'] };
		const error = await runToError('bot.export', { ...WAIT, options });
		expect(error.message).toBe('Kore.ai could not finish the export: failed [item 0]');
	});

	test('another one is not taken for ours', async () => {
		await answerWith('bot.getExportStatus', { _id: 'ber-0', status: 'success' }, { count: 9999 });
		const error = await runToError('bot.export', { ...WAIT, waitLimit: 1 });
		expect(error.message).toBe(
			'Kore.ai still shows the export before this one after 1 second [item 0]',
		);
	});

	test('that nobody began has no status', async () => {
		const error = await runToError('bot.getExportStatus');
		expect(error.description).toContain('No export request found');
	});
});

describe('Import as New Bot', () => {
	const FILES: INodeExecutionData = {
		json: {},
		binary: {
			botDefinition: fileOf('{"name":"Order Desk"}', 'botDefinition.json'),
			config: fileOf('{}', 'config.json'),
			functions: fileOf('function find() {}', 'functions.js', 'application/javascript'),
			icon: fileOf('…', 'icon.png', 'image/png'),
			data: fileOf('PK', 'export.zip', 'application/zip'),
		},
	};
	const SINGLE = { uploadMode: 'JSON', functionFields: ['functions'] };
	const items = [FILES];

	test('from a ZIP file: uploads it, then imports it', async () => {
		const own = { additionalFields: { name: 'Copy', purpose: 'employee' } };
		const [begun] = await done(kore, 'bot.importAsNew', own, { items });
		const [upload, request] = await sent();
		expect(bodyOf(upload)).toMatchObject({ fileContext: 'bulkImport', fileExtension: 'zip' });
		const [{ id: zipInfo }] = (await state()).files;
		expect(request).toMatchObject({
			path: '/api/public/bot/import',
			body: { uploadMode: 'ZIP', zipInfo, name: 'Copy', purpose: 'employee' },
			contractErrors: [],
		});
		expect(begun).toMatchObject({ status: 'pending' });
	});

	test('from single files, waited for: the bot is there', async () => {
		const [output] = await done(kore, 'bot.importAsNew', { ...SINGLE, ...WAIT }, { items });
		const uploads = (await sent('bot.uploadFile')).map((request) => bodyOf(request).fileExtension);
		expect(uploads).toEqual(['png', 'json', 'json', 'js']);
		const { files, bots } = await state();
		const [icon, botDefinition, configInfo, functions] = files.map(({ id }) => id);
		const [request] = await sent('bot.importAsNew');
		expect(request).toMatchObject({ contractErrors: [] });
		expect(request.body).toEqual({
			uploadMode: 'JSON',
			icon,
			botDefinition,
			configInfo,
			botFunctions: [functions],
		});
		expect(output).toMatchObject({ status: 'success', streamId: bots.at(-1)?.id });
		expect(bots.at(-1)?.name).toBe('Order Desk');
	});

	test('by the IDs of files that were uploaded before', async () => {
		await answerWith('bot.importAsNew', { _id: 'bir-1', status: 'pending' }, { count: 2 });
		await done(kore, 'bot.importAsNew', { source: 'ids', zipId: 'a' });
		const single = { definitionId: 'b', configId: 'c', functionIds: ['d'], iconId: 'e' };
		await done(kore, 'bot.importAsNew', { uploadMode: 'JSON', source: 'ids', ...single });
		expect((await sent()).map(bodyOf)).toEqual([
			{ uploadMode: 'ZIP', zipInfo: 'a' },
			{
				uploadMode: 'JSON',
				botDefinition: 'b',
				configInfo: 'c',
				botFunctions: ['d'],
				icon: 'e',
			},
		]);
	});

	test('without an icon nothing is uploaded', async () => {
		const own = { ...SINGLE, iconField: 'picture' };
		const error = await runToError('bot.importAsNew', own, { items });
		expect(error.message).toBe(
			"'Icon Field Name' names no file: the item has no binary data 'picture' [item 0]",
		);
		expect(await sent()).toEqual([]);
	});

	test('one that fails names the part, and no bot is there', async () => {
		const broken = fileOf('{"fail":true}', 'botDefinition.json');
		const bad = [{ ...FILES, binary: { ...FILES.binary, botDefinition: broken } }];
		const { length } = (await state()).bots;
		const error = await runToError('bot.importAsNew', { ...SINGLE, ...WAIT }, { items: bad });
		expect(error.message).toBe('Kore.ai could not import the bot: Bot Definition failed [item 0]');
		expect((await state()).bots).toHaveLength(length);
	});

	test('one whose answer is lost is not begun again', async () => {
		await fault('bot.importAsNew', { kind: 'reset', applyFirst: true });
		const error = await runToError('bot.importAsNew', {}, { items });
		expect(error.description).toContain("run 'Get Many' for bots");
		expect(await sent('bot.importAsNew')).toHaveLength(1);
	});
});

describe('Import Functions', () => {
	const items = [textFile('function find() {}', 'BotFunctions.js')];

	test('uploads the file, and names it', async () => {
		const [output] = await done(kore, 'bot.importFunctions', {}, { items });
		const [upload, request] = await sent();
		const { fileId } = upload.responseBody as IDataObject;
		expect(bodyOf(upload)).toMatchObject({ fileContext: 'bulkImport', fileExtension: 'js' });
		expect(request).toMatchObject({
			path: `/api/public/bot/${BOT}/import/botfunctions`,
			body: [{ fileName: 'BotFunctions.js', fileId }],
			contractErrors: [],
		});
		expect(output).toMatchObject({ status: 'Success', fileId });
	});

	test('a file that Kore.ai does not know, by its ID', async () => {
		const own = { fileSource: 'id', fileId: 'file-0', fileName: 'BotFunctions.js' };
		const error = await runToError('bot.importFunctions', own);
		expect(error.description).toContain('Invalid file id');
	});

	test('one that did not go well is none', async () => {
		const error = await runToError('bot.importFunctions', {}, { items: [textFile('', 'a.js')] });
		expect(error.message).toBe('Kore.ai could not import the functions: Failed [item 0]');
	});
});

describe('Install Sample Bot', () => {
	test('adds a bot, and tells what it has', async () => {
		const [output] = await done(kore, 'bot.installSample', { sampleBotId: 'st-sample' });
		expect(await onlySent()).toMatchObject({
			method: 'POST',
			path: '/api/public/samplebots/st-sample/add',
			contractErrors: [],
		});
		expect(Object.keys(output).sort()).toEqual(shownFields('bot.installSample'));
		expect(output).toMatchObject({ originalName: 'Asana Sample', dialogs: 2, alerts: 1, forms: 0 });
		expect((await state()).bots.at(-1)?.id).toBe(output.botId);
	});

	test('takes an app of the Admin Console', async () => {
		const own = { sampleBotId: 'st-sample' };
		const error = await runToError('bot.installSample', own, { account: BOT_APP });
		expect(error.message).toContain('that was created in the Admin Console');
		expect(await sent()).toEqual([]);
	});
});

describe('Get Linked Apps', () => {
	test.each(['configured', 'published'])('a row per app: %s', async (version) => {
		const own = { state: version, options: { language: 'de' } };
		const rows = await done(kore, 'bot.getLinkedApps', own);
		const request = await onlySent();
		expect(request).toMatchObject({ query: { language: 'de' }, contractErrors: [] });
		expect(request.headers).toMatchObject({
			'bot-language': 'de',
			'app-language': 'de',
			'client-app': 'unified',
			state: version,
		});
		expect(rows).toMatchObject([{ _id: OTHER_BOT, name: 'Help Desk' }]);
	});

	test('of a bot that has none', async () => {
		expect(await done(kore, 'bot.getLinkedApps', { bot: byId(SILENT_BOT) })).toEqual([]);
		const error = await runToError('bot.getLinkedApps', { bot: byId(UNKNOWN_BOT) });
		expect(error).toMatchObject({ httpCode: '401' });
	});

	test('an answer with something else in the place of the list', async () => {
		await answerWith('bot.getLinkedApps', { type: 'unified', configuredLinkedApps: 'none' });
		const error = await runToError('bot.getLinkedApps');
		expect(error.message).toContain('answered in another form than expected');
	});
});

describe('Update NLP Configuration', () => {
	const own = {
		language: 'en',
		configuration: '{ "nlSettings": { "enableNegativePatterns": true } }',
	};

	test('is sent as it is, for a language and group', async () => {
		const options = { groupName: 'Bot Level Intent Model' };
		await done(kore, 'bot.updateNlpConfiguration', { ...own, options });
		expect(await onlySent()).toMatchObject({
			path: `/api/public/bot/${BOT}/configurations`,
			query: { language: 'en', groupName: 'Bot Level Intent Model' },
			body: { nlSettings: { enableNegativePatterns: true } },
			contractErrors: [],
		});
		expect((await state()).building.nlpChanges).toHaveLength(1);
	});

	test.each(['{}', '[1, 2]', '"thresholds"', '7'])(
		'%s is nothing to change',
		async (configuration) => {
			const error = await runToError('bot.updateNlpConfiguration', { ...own, configuration });
			expect(error.message).toBe("'Configuration (JSON)' is no object [item 0]");
			expect(await sent()).toEqual([]);
		},
	);
});

test('what changes a bot wants it named', async () => {
	const bot = byId('={{ $json.none }}');
	for (const id of ['bot.importFunctions', 'bot.updateNlpConfiguration']) {
		const error = await runToError(id, { ...BUILDING_MINIMAL[id], bot }, { items: [ITEM] });
		expect(error.message).toBe("'Bot' is empty [item 0]");
	}
	expect(await sent()).toEqual([]);
});
