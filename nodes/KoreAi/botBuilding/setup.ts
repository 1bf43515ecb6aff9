import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../shared/fields/commonFields';
import { isThing } from '../../shared/fields/lists';
import { input, operation } from '../api';
import { botLanguage } from '../botLanguage';
import { hasSucceeded } from '../job';
import { bot, BOT_VERSIONS, botOf, botToChange } from '../locators';
import { fileField, fileId, fileSource, upload } from '../upload';

export const importFunctions = operation('bot.importFunctions', {
	name: 'Import Functions',
	action: 'Import functions of bot',
	description: 'Replace the bot functions of a bot by those of a JavaScript file',
	check: 'To find out, look at the bot functions of the bot in Kore.ai.',
	inTurn: (fields) => fields.get('bot'),
	fields: [
		botToChange,
		fileSource,
		{ ...fileField, displayOptions: { show: { fileSource: ['binary'] } } },
		{ ...fileId, displayOptions: { show: { fileSource: ['id'] } } },
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			isName: true,
			default: '',
			required: true,
			placeholder: 'e.g. BotFunctions.js',
			displayOptions: { show: { fileSource: ['id'] } },
			description: 'Name of the file, with its extension',
		},
	],
	run: async (call) => {
		const { api, fields } = call;
		const path = botOf(fields);
		const uploaded = async () => {
			const { fileId: id, fileName } = await upload(call, fields.get('binaryField'), 'bulkImport');
			// Kore.ai wants a name.
			return { fileId: id, fileName: fileName ?? 'BotFunctions.js' };
		};
		const file =
			fields.get('fileSource') === 'id'
				? { fileId: fields.get('fileId'), fileName: fields.get('fileName') }
				: await uploaded();
		const done = await api.call('bot.importFunctions', { path, body: [file] });
		if (hasSucceeded(done.status)) return done;
		return api.fail(
			`Kore.ai could not import the functions: ${String(done.status)}`,
			'Check that the file has bot functions in JavaScript.',
		);
	},
});

const countOf = (list: unknown) => (Array.isArray(list) ? list.length : undefined);

/** The new bot in eight fields. */
const simplifySample = (row: IDataObject): IDataObject => ({
	botId: row._id,
	name: row.name,
	originalName: row.originalName,
	state: row.state,
	defaultLanguage: row.defaultLanguage,
	dialogs: countOf(row.dialogs),
	alerts: countOf(row.alerts),
	forms: countOf(row.forms),
});

export const installSample = operation('bot.installSample', {
	name: 'Install Sample Bot',
	action: 'Install sample bot',
	description: 'Add a copy of a sample bot of Kore.ai to the account',
	check: "To find out, run 'Get Many' for bots.",
	simplify: simplifySample,
	fields: [
		input('bot.installSample', 'sampleBotId', {
			isId: true,
			placeholder: 'e.g. st-1a2b3c4d-…',
			description: 'ID of the sample bot (st-…)',
		}),
	],
});

export const getLinkedApps = operation('bot.getLinkedApps', {
	name: 'Get Linked Apps',
	action: 'Get linked apps of bot',
	description: 'Retrieve the apps that are linked to a universal bot',
	fields: [
		bot,
		input('bot.getLinkedApps', 'state', {
			displayName: 'Version of Bot',
			options: [...BOT_VERSIONS],
			description: undefined,
		}),
		collection('Options', [botLanguage]),
	],
	run: async ({ api, fields }) => {
		const language = fields.group('options').get('language') ?? 'en';
		const state = fields.get('state');
		const answer = await api.call('bot.getLinkedApps', {
			path: botOf(fields),
			query: { language },
			// The page requires all of them, and has these values.
			header: {
				'bot-language': language,
				'app-language': language,
				state,
				'client-app': 'unified',
			},
		});
		const apps = state === 'published' ? answer.publishedLinkedApps : answer.configuredLinkedApps;
		// A bot that is no universal one may have no list.
		return apps === undefined ? [] : api.rowsIn(apps, answer);
	},
});

export const updateNlpConfiguration = operation('bot.updateNlpConfiguration', {
	name: 'Update NLP Configuration',
	action: 'Update NLP configuration of bot',
	description: 'Change thresholds and settings by which a bot understands people',
	check: 'To find out, look at the NLP configuration of the bot in Kore.ai.',
	inTurn: (fields) => fields.get('bot'),
	fields: [
		botToChange,
		{ ...botLanguage, required: true, description: 'Code of the language to change it for' },
		{
			displayName: 'Configuration (JSON)',
			name: 'configuration',
			type: 'json',
			default: '{ "configurations": [{ "mode": "ml", "minThreshold": 0.4 }] }',
			required: true,
			description:
				'What is to be changed, as Kore.ai takes it: configurations, mlParams, nlSettings and advancedNLPSettings',
		},
		collection('Options', [
			input('bot.updateNlpConfiguration', 'groupName', {
				isName: true,
				narrows: true,
				description:
					"Group of a bot with several ML models. 'Bot Level Intent Model' is that of the bot itself.",
			}),
		]),
	],
	run: async ({ api, fields }) => {
		const body = fields.get('configuration');
		if (!isThing(body) || Object.keys(body).length === 0) {
			fields.fail('configuration', 'is no object', 'Use { "configurations": [ … ] }.');
		}
		const groupName = fields.group('options').get('groupName');
		const query = { language: fields.get('language'), groupName };
		return await api.call('bot.updateNlpConfiguration', {
			path: botOf(fields),
			query,
			body: body as IDataObject,
		});
	},
});
