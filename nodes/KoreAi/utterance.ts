import type { IDataObject } from 'n8n-workflow';

import { flagOf } from '../shared/call/answers';
import { collection } from '../shared/fields/commonFields';
import { field } from '../shared/fields/field';
import { objectsIn, thingIn } from '../shared/fields/lists';
import { waitForCompletion } from '../shared/node/completion';
import { input, operation, resource } from './api';
import { botLanguage } from './botLanguage';
import { success } from './job';
import { bot, BOT_VERSIONS, botOf } from './locators';
import { fileField, fileId, fileSource, upload } from './upload';

const state = field({
	displayName: 'Version of Bot',
	name: 'state',
	type: 'options',
	options: [...BOT_VERSIONS],
	default: 'configured',
});

const importUtterances = operation('utterance.import', {
	name: 'Import',
	action: 'Import utterances',
	description: 'Import what people say to mean something, from a CSV or JSON file',
	check: 'To find out, look at the utterances of the bot in Kore.ai.',
	inTurn: (fields) => fields.get('bot'),
	fields: [
		bot,
		fileSource,
		{ ...fileField, displayOptions: { show: { fileSource: ['binary'] } } },
		{ ...fileId, displayOptions: { show: { fileSource: ['id'] } } },
		{
			...input('utterance.import', 'fileName', { placeholder: 'e.g. utterances.csv' }),
			displayOptions: { show: { fileSource: ['id'] } },
			description: 'Name of the file, with its extension',
		},
		...waitForCompletion,
	],
	run: async (call) => {
		const { api, fields } = call;
		const path = botOf(fields);
		const file = async () => {
			if (fields.get('fileSource') === 'id') {
				return { fileId: fields.get('fileId'), fileName: fields.get('fileName') };
			}
			const sent = await upload(call, fields.get('binaryField'), 'bulkImport');
			// Kore.ai wants a name.
			const { fileId: id, fileExtension, fileName = `utterances.${fileExtension}` } = sent;
			return { fileId: id, fileName };
		};
		const body = await file();
		const begun = await api.call('utterance.import', { path, body });
		if (!fields.get('wait')) return begun;
		const importId = String(begun._id);
		return await success(api, fields, {
			what: 'import',
			lookLater: `Look later with 'Get Import Status' and the import ID ${importId}.`,
			read: async (patient) =>
				await patient.call('utterance.getImportStatus', { path: { ...path, importId } }),
		});
	},
});

const getImportStatus = operation('utterance.getImportStatus', {
	name: 'Get Import Status',
	action: 'Get import status of utterances',
	description: 'Retrieve how far an import of utterances is',
	fields: [
		bot,
		input('utterance.getImportStatus', 'importId', {
			isId: true,
			placeholder: 'e.g. bir-1a2b3c4d-…',
			description: "The _id that 'Import' returned",
		}),
	],
});

/** The export in six fields. */
const simplifyExport = (row: IDataObject): IDataObject => ({
	exportId: row._id,
	status: row.status,
	percentageComplete: row.percentageComplete,
	fileType: row.fileType,
	downloadUrl: row.downloadUrl,
	requestedTime: row.requestedTime,
});

const files = ({ downloadUrl: url }: IDataObject) => [{ url }];

const exportUtterances = operation('utterance.export', {
	name: 'Export',
	action: 'Start export of utterances',
	description: 'Have Kore.ai make a file of the utterances of a bot, and retrieve its address',
	check: "To find out, run 'Get Export Status' for utterances.",
	simplify: simplifyExport,
	files,
	inTurn: (fields) => fields.get('bot'),
	fields: [
		bot,
		...waitForCompletion,
		collection('Options', [
			input('utterance.export', 'type', {
				displayName: 'File Type',
				default: 'csv',
				description: 'Kind of the file. Kore.ai shows csv; others are not published.',
			}),
			state,
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const { path, query } = inputOf('utterance.export');
		const begun = await api.call('utterance.export', {
			path,
			query: { state: query.state ?? 'configured', type: query.type ?? 'csv' },
		});
		if (!fields.get('wait')) return begun;
		return await success(api, fields, {
			what: 'export',
			lookLater: "Look later with 'Get Export Status'.",
			read: async (patient) => await patient.call('utterance.getExportStatus', { path }),
			// The status is of the running or last export.
			isOurs: ({ _id }) => _id === begun._id,
		});
	},
});

const getExportStatus = operation('utterance.getExportStatus', {
	name: 'Get Export Status',
	action: 'Get export status of utterances',
	description:
		'Retrieve how far the running or last export of utterances is, and where its file is',
	simplify: simplifyExport,
	files,
	fields: [bot],
});

/** What the model knows of the bot: isMlInSyncWithPatterns and others of that name are flags. */
const IN_SYNC = /^isMlInSyncWith/;

/** How far a training is, and what the model does not know yet. */
function simplifyTraining(row: IDataObject): IDataObject {
	const flags = Object.entries(row).filter(([name]) => IN_SYNC.test(name));
	const outOfSync = flags.filter(([, flag]) => flagOf(flag) === false);
	const { trainVersion } = thingIn(row.trainDetails);
	return {
		status: row.trainingStatus,
		inSync: outOfSync.length === 0,
		outOfSync: outOfSync.map(([name]) => name.replace(IN_SYNC, '')),
		trainVersion,
	};
}

const train = operation('utterance.train', {
	name: 'Train',
	action: 'Train utterances',
	description: 'Train the machine learning model of a bot',
	check: "To find out, run 'Get Training Status' for utterances.",
	inTurn: (fields) => fields.get('bot'),
	fields: [
		bot,
		...waitForCompletion,
		collection('Options', [
			{
				...botLanguage,
				narrows: true,
				description: 'Code of the language to train. Without it, Kore.ai trains English.',
			},
		]),
	],
	run: async ({ api, fields }) => {
		const path = botOf(fields);
		const code = fields.group('options').get('language');
		const header = { 'bot-language': code };
		const begun = await api.call('utterance.train', { path, header });
		const [{ Training_ID: trainingId, message } = {}] = objectsIn(begun);
		if (!fields.get('wait')) return { trainingId, message };
		// The status names no training, so it is given time to be that of this one.
		await api.wait(fields.get('waitInterval'));
		const over = await success(api, fields, {
			what: 'training',
			lookLater: "Look later with 'Get Training Status'.",
			read: async (patient) =>
				await patient.call('utterance.getTrainingStatus', { path, query: { language: code } }),
			statusOf: ({ trainingStatus }) => trainingStatus,
		});
		return { trainingId, message, status: over.trainingStatus };
	},
});

const getTrainingStatus = operation('utterance.getTrainingStatus', {
	name: 'Get Training Status',
	action: 'Get training status of utterances',
	description: 'Retrieve how far the running or last training of a bot is',
	simplify: simplifyTraining,
	fields: [bot, collection('Options', [botLanguage, state])],
});

export const utterances = resource(
	'Utterance',
	importUtterances,
	getImportStatus,
	exportUtterances,
	getExportStatus,
	train,
	getTrainingStatus,
);
