import { collection, returnAllOrLimit } from '../shared/fields/commonFields';
import { fileField, fileForm } from '../shared/node/files';
import { botPaging, onlyFor, type KoreOperation, type KoreResource } from './api';
import { getImportStatus, importBot } from './importBot';
import { getPublishStatus, publish } from './publish';

const getMany: KoreOperation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many bots',
	description: 'Retrieve a list of the bots of the account',
	fields: returnAllOrLimit,
	run: async ({ api, fields }) => {
		const bots = await api.list('bot.getAll', {}, fields.window('_id'), botPaging);
		// They hold the client secrets of other apps.
		return bots.map(({ jwtApps: _secrets, ...row }) => row);
	},
};

const uploadFile: KoreOperation = {
	name: 'Upload File',
	value: 'uploadFile',
	action: 'Upload file for bot',
	description: "Upload a file and retrieve its ID, for 'Import'",
	fields: [
		fileField,
		collection('Options', [
			{
				displayName: 'File Context',
				name: 'fileContext',
				type: 'string',
				default: 'bulkImport',
				description: 'What the file is for: bulkImport for bots, findly for Search AI',
			},
			{
				displayName: 'File Extension',
				name: 'fileExtension',
				type: 'string',
				default: '',
				placeholder: 'e.g. json',
				description: "Kind of the file, without a dot. Without it, the file name's own.",
			},
		]),
	],
	run: async (call) => {
		const { api, fields } = call;
		const options = fields.group('options');
		const form = await fileForm(call, {
			from: fields.get('binaryField'),
			part: 'file',
			values: ({ fileName, fileExtension }) => ({
				fileContext: options.get<string | undefined>('fileContext') ?? 'bulkImport',
				fileExtension: (
					options.get<string | undefined>('fileExtension') ??
					/\.(\w+)$/.exec(fileName ?? '')?.[1] ??
					fileExtension ??
					options.reject('fileExtension', 'is empty, and so is that of the file', 'Fill it in.')
				).replace(/^\./, ''),
			}),
		});
		return await api.call('bot.uploadFile', { body: form });
	},
};

export const bots: KoreResource = {
	name: 'Bot',
	value: 'bot',
	operations: [
		onlyFor('adminConsole', getMany),
		onlyFor('adminConsole', publish),
		onlyFor('adminConsole', getPublishStatus),
		onlyFor('adminConsole', importBot),
		onlyFor('adminConsole', getImportStatus),
		uploadFile,
	],
};
