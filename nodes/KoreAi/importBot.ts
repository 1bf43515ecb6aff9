import type { IDataObject } from 'n8n-workflow';

import { collection, texts } from '../shared/fields/commonFields';
import { field, fieldList } from '../shared/fields/field';
import type { FieldsOf, ValuesOf } from '../shared/fields/fields';
import { objectsIn } from '../shared/fields/lists';
import { completion, waitForCompletion } from '../shared/node/completion';
import { checkFile, fileForm } from '../shared/node/files';
import type { RunContext } from '../shared/node/operation';
import { input, operation } from './api';
import type { Operations } from './contract';
import { botOf, botToChange } from './locators';

const files = fieldList([
	{
		displayName: 'Files',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'From Input Data', value: 'binary', description: 'Upload them first' },
			{ name: 'Uploaded Before', value: 'ids', description: 'By their file IDs' },
		],
		default: 'binary',
	},
	{
		displayName: 'Definition Field Name',
		name: 'definitionField',
		type: 'string',
		default: 'botDefinition',
		required: true,
		displayOptions: { show: { source: ['binary'] } },
		hint: 'The name of the input field containing botDefinition.json of an export',
	},
	{
		displayName: 'Config Field Name',
		name: 'configField',
		type: 'string',
		default: 'config',
		required: true,
		displayOptions: { show: { source: ['binary'] } },
		hint: 'The name of the input field containing config.json of an export',
	},
	{
		...texts(
			'Function Field Names',
			'functionFields',
			'Field Name',
			'names',
			'The names of the input fields containing bot functions (.js), if there are any',
		),
		displayOptions: { show: { source: ['binary'] } },
	},
	{
		displayName: 'Definition File ID',
		name: 'definitionId',
		type: 'string',
		isId: true,
		default: '',
		required: true,
		displayOptions: { show: { source: ['ids'] } },
		description: "ID that 'Upload File' returned for the bot definition",
	},
	{
		displayName: 'Config File ID',
		name: 'configId',
		type: 'string',
		isId: true,
		default: '',
		required: true,
		displayOptions: { show: { source: ['ids'] } },
		description: "ID that 'Upload File' returned for the config file",
	},
	{
		...texts(
			'Function File IDs',
			'functionIds',
			'File ID',
			'ids',
			"IDs that 'Upload File' returned for bot functions, if there are any",
		),
		displayOptions: { show: { source: ['ids'] } },
	},
]);

/** Several of the values that Kore.ai's samples show; there may be more. */
const several = <const Name extends string>(
	displayName: string,
	name: Name,
	values: Record<string, string>,
) =>
	field({
		displayName,
		name,
		type: 'multiOptions',
		options: Object.entries(values).map(([value, label]) => ({ name: label, value })),
		allowArbitraryValues: true,
		entries: 'ids',
		narrows: true,
		default: [],
	});

/** What to do with what the bot has already. */
const incremental = <const Name extends string>(displayName: string, name: Name) =>
	field({
		displayName,
		name,
		type: 'options',
		options: [
			{ name: 'Append', value: 'append', description: 'Add to what the bot has (inferred)' },
			{
				name: 'Replace',
				value: 'replace',
				description: 'Put it in the place of what the bot has (inferred)',
			},
		],
		default: 'append',
	});

const importOptions = collection('Options', [
	several('Agent Assist', 'AgentAssist', { playbooks: 'Playbooks', rules: 'Rules' }),
	{
		displayName: 'Custom Dashboards',
		name: 'customDashboard',
		type: 'boolean',
		default: true,
		description: 'Whether to import custom dashboards',
	},
	{
		...texts(
			'Ignore Variables',
			'ignoreVariables',
			'Variable',
			'names',
			'Bot variables to leave as they are in the bot',
		),
		narrows: true,
	},
	several('NLP Data', 'nlpData', {
		concepts: 'Concepts',
		nlpSettings: 'NLP Settings',
		patterns: 'Patterns',
		standardResponses: 'Standard Responses',
		synonyms: 'Synonyms',
		utterances: 'Utterances',
	}),
	incremental('Patterns', 'patterns'),
	several('Quality AI', 'qualityAI', {
		autoQA: 'Auto QA',
		connectors: 'Connectors',
		taxonomy: 'Taxonomy',
	}),
	several('Settings', 'settings', {
		botSettings: 'Bot Settings',
		botVariables: 'Bot Variables',
		genAIandLLMSettings: 'Generative AI and LLM Settings',
		ivrSettings: 'IVR Settings',
	}),
	{
		displayName: 'Storyboard Comments',
		name: 'includeComments',
		type: 'boolean',
		default: false,
		description: 'Whether to import the comments of storyboard scenes',
	},
	several('Tasks', 'tasks', {
		botTask: 'Bot Tasks',
		forms: 'Forms',
		knowledgeGraph: 'Knowledge Graph',
		smallTalk: 'Small Talk',
	}),
	incremental('Utterances', 'utterances'),
]);

/** Kore.ai's importOptions; undefined when the user sets none, which imports everything (docs/evidence/kore-ai.md §3.9). */
function importOptionsOf(
	options: ValuesOf<[typeof importOptions]>['options'],
): IDataObject | undefined {
	const how = (name: 'patterns' | 'utterances') => {
		const chosen = options.get(name);
		return chosen && { append: chosen === 'append', replace: chosen === 'replace' };
	};
	const ignore = options.get('ignoreVariables');
	const includeComments = options.get('includeComments');
	const inner = filled({
		utterances: how('utterances'),
		patterns: how('patterns'),
		botVariables: ignore && { ignore },
	});
	return filled({
		tasks: options.get('tasks'),
		nlpData: options.get('nlpData'),
		settings: options.get('settings'),
		AgentAssist: options.get('AgentAssist'),
		qualityAI: options.get('qualityAI'),
		storyBoardScenes: includeComments === undefined ? undefined : { includeComments },
		customDashboard: options.get('customDashboard'),
		options: inner,
	});
}

/** The values that are set; undefined when none is. */
function filled(values: IDataObject): IDataObject | undefined {
	const set = Object.entries(values).filter(([, value]) => value !== undefined);
	return set.length > 0 ? Object.fromEntries(set) : undefined;
}

interface FileIds {
	botDefinition: string;
	configInfo: string;
	botFunctions?: string[];
}

/** Uploads the item's files after all of them were found, one by one. */
async function upload(call: RunContext<Operations, ValuesOf<typeof files>>): Promise<FileIds> {
	const { api, fields } = call;
	const functions = fields.get('functionFields') ?? [];
	const wanted = [
		['Definition Field Name', fields.get('definitionField'), 'json'],
		['Config Field Name', fields.get('configField'), 'json'],
		...functions.map((name) => ['Function Field Names', name, 'js']),
	];
	const uploads = wanted.map(([field, from, fileExtension]) => ({
		field,
		from,
		part: 'file',
		values: () => ({ fileContext: 'bulkImport', fileExtension }),
	}));
	for (const file of uploads) await checkFile(call, file);
	const ids: string[] = [];
	for (const file of uploads) {
		const { fileId } = await api.call('bot.uploadFile', { body: await fileForm(call, file) });
		ids.push(String(fileId));
	}
	const [botDefinition, configInfo, ...botFunctions] = ids;
	return { botDefinition, configInfo, ...(botFunctions.length > 0 && { botFunctions }) };
}

const uploadedBefore = (fields: FieldsOf<typeof files>): FileIds => ({
	botDefinition: fields.get('definitionId'),
	configInfo: fields.get('configId'),
	botFunctions: fields.get('functionIds'),
});

interface TaskLog {
	taskType?: string;
	taskName?: string;
	status?: string;
}

const DONE = 'success';
/** `pending` is documented; the others would mean the same. */
const RUNNING = /pending|progress|queued|running/i;

/** Whether an import is over, for good or bad. */
export const isDone = ({ status }: IDataObject): boolean => !RUNNING.test(String(status));

/** Whether it succeeded. Kore.ai documents no value for a failure, so all but success is one. */
export const hasSucceeded = ({ status }: IDataObject): boolean => status === DONE;

export const importBot = operation('bot.import', {
	name: 'Import',
	action: 'Import bot',
	description: 'Replace parts of a bot by those of an export, which can be published afterwards',
	check: 'To find out, look at the import history of the bot in Kore.ai.',
	inTurn: (fields) => fields.get('bot'),
	fields: [botToChange, ...files, ...waitForCompletion, importOptions],
	run: async (call) => {
		const { api, fields } = call;
		const path = botOf(fields);
		const importOptions = importOptionsOf(fields.group('options'));
		const ids =
			fields.get('source') === 'ids'
				? uploadedBefore(fields)
				: await api.once('files', async () => await upload(call));
		const begun = await api.call('bot.import', { path, body: { ...ids, importOptions } });
		if (!fields.get('wait')) return begun;

		// An older sample shows the ID under another name (docs/evidence/kore-ai.md §3.8).
		const importId = String(begun._id ?? begun.bir);
		const over = await completion(api, fields, {
			begun: [
				'The import has begun',
				`Look later with 'Get Import Status' and the import ID ${importId}.`,
			],
			read: async (patient) => await patient.call('bot.getImportStatus', { path: { importId } }),
			isDone,
			late: ({ status }) => `The import is still ${String(status)}`,
		});
		if (!hasSucceeded(over)) {
			const logs = objectsIn<TaskLog>(over.statusLogs);
			const failed = logs.filter(({ status = '' }) => status !== DONE && !RUNNING.test(status));
			const names = failed.map(({ taskType, status }) => `${taskType} ${status}`).join(', ');
			api.fail(
				`Kore.ai could not import the bot: ${names || String(over.status ?? 'it gave no status')}`,
				`Check that the files are from an export of a bot. Import ID: ${importId}.`,
			);
		}
		return over;
	},
});

export const getImportStatus = operation('bot.getImportStatus', {
	name: 'Get Import Status',
	action: 'Get import status of bot',
	description: 'Retrieve how far an import is, part by part',
	fields: [
		input('bot.getImportStatus', 'importId', {
			isId: true,
			placeholder: 'e.g. bir-1a2b3c4d-…',
			description: "The _id that 'Import' returned",
		}),
	],
});
