import { omit } from 'lodash';

import { collection, returnAllOrLimit } from '../shared/fields/commonFields';
import { fileField, fileForm } from '../shared/node/files';
import { botPaging, operation, resource } from './api';
import { exportBot, getExportStatus } from './botBuilding/exportBot';
import { importAsNew } from './botBuilding/newBot';
import {
	getLinkedApps,
	importFunctions,
	installSample,
	updateNlpConfiguration,
} from './botBuilding/setup';
import { getImportStatus, importBot } from './importBot';
import { getPublishStatus, publish } from './publish';
import { extensionOf } from './upload';

const getMany = operation('bot.getAll', {
	name: 'Get Many',
	action: 'Get many bots',
	description: 'Retrieve a list of the bots of the account',
	fields: returnAllOrLimit,
	key: ['_id'],
	paging: botPaging,
	// They hold the client secrets of other apps.
	tidy: (row) => omit(row, 'jwtApps'),
});

const uploadFile = operation('bot.uploadFile', {
	name: 'Upload File',
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
			values: (file) => ({
				fileContext: options.get('fileContext') ?? 'bulkImport',
				fileExtension: (
					options.get('fileExtension') ??
					extensionOf(file) ??
					options.fail('fileExtension', 'is empty, and so is that of the file', 'Fill it in.')
				).replace(/^\./, ''),
			}),
		});
		return await api.call('bot.uploadFile', { body: form });
	},
});

export const bots = resource(
	'Bot',
	getMany,
	publish,
	getPublishStatus,
	importBot,
	importAsNew,
	getImportStatus,
	importFunctions,
	exportBot,
	getExportStatus,
	installSample,
	getLinkedApps,
	updateNlpConfiguration,
	uploadFile,
);
