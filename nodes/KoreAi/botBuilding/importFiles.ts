import { texts } from '../../shared/fields/commonFields';
import { field, fieldList } from '../../shared/fields/field';
import type { FieldsOf, ValuesOf } from '../../shared/fields/fields';
import { checkFile, fileForm } from '../../shared/node/files';
import type { RunContext } from '../../shared/node/operation';
import type { Operations } from '../contract';
import { extensionOf } from '../upload';

/** Where the files of an import come from. */
export const source = field({
	displayName: 'Files',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'From Input Data', value: 'binary', description: 'Upload them first' },
		{ name: 'Uploaded Before', value: 'ids', description: 'By their file IDs' },
	],
	default: 'binary',
});

/** The files that an export consists of. */
export const exportFiles = fieldList([
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

/** One of the item's files, and what it is sent as. */
export interface Wanted {
	/** The node's field that names it, as the editor shows it. */
	field: string;
	/** Name of the item's binary field. */
	from: string;
	/** The kind of the file, if it is not for its name to say. */
	extension?: string;
}

/** Uploads files of the item after all of them were found, one by one; answers their IDs. */
export async function uploadAll(
	call: RunContext<Operations>,
	wanted: readonly Wanted[],
): Promise<string[]> {
	const uploads = wanted.map(({ field: name, from, extension }) => ({
		field: name,
		from,
		part: 'file',
		values: (file: Parameters<typeof extensionOf>[0]) => ({
			fileContext: 'bulkImport',
			fileExtension: extension ?? extensionOf(file) ?? '',
		}),
	}));
	for (const file of uploads) await checkFile(call, file);
	const ids: string[] = [];
	for (const file of uploads) {
		const body = await fileForm(call, file);
		const { fileId } = await call.api.call('bot.uploadFile', { body });
		ids.push(String(fileId));
	}
	return ids;
}

/** The item's files of an export, as they are uploaded. */
export const exportFilesIn = (fields: FieldsOf<typeof exportFiles>): Wanted[] => [
	{ field: 'Definition Field Name', from: fields.get('definitionField'), extension: 'json' },
	{ field: 'Config Field Name', from: fields.get('configField'), extension: 'json' },
	...(fields.get('functionFields') ?? []).map((from) => ({
		field: 'Function Field Names',
		from,
		extension: 'js',
	})),
];

/** Their IDs as an import takes them. */
export const namedIds = ([botDefinition, configInfo, ...botFunctions]: string[]) => ({
	botDefinition,
	configInfo,
	...(botFunctions.length > 0 && { botFunctions }),
});

/** The same, of files that were uploaded before. */
export const idsIn = (fields: FieldsOf<typeof exportFiles>) => ({
	botDefinition: fields.get('definitionId'),
	configInfo: fields.get('configId'),
	botFunctions: fields.get('functionIds'),
});

/** What reads the files of an import. */
export type FileValues = ValuesOf<[typeof source, ...typeof exportFiles]>;
