import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../shared/fields/commonFields';
import type { ValuesOf } from '../../shared/fields/fields';
import { waitForCompletion } from '../../shared/node/completion';
import { input, operation } from '../api';
import { success } from '../job';
import { bot, botOf } from '../locators';
import { filled, several, someOf } from './parts';

/** The export in seven fields. */
const simplify = (row: IDataObject): IDataObject => ({
	exportId: row._id,
	status: row.status,
	exportType: row.exportType,
	downloadUrl: row.downloadURL,
	fileId: row.fileId,
	fileSize: row.fileSize,
	createdOn: row.createdOn,
});

const files = ({ downloadURL: url }: IDataObject) => [{ url }];

const VERSIONS = [
	{ name: 'In Development', value: 'latest' },
	{ name: 'Published', value: 'published' },
] as const;

const displayName = 'Version of Bot';

const options = collection('Options', [
	someOf('Actions', 'actions', 'Action', 'Export these action tasks only'),
	several('Agent Assist', 'AgentAssist', {
		layoutSettings: 'Layout Settings',
		playbooks: 'Playbooks',
		rules: 'Rules',
		widgetSettings: 'Widget Settings',
	}),
	someOf('Alerts', 'alerts', 'Alert', 'Export these alert tasks only'),
	input('bot.export', 'customDashboards', {
		default: true,
		description: 'Whether to export custom dashboards',
	}),
	someOf('Dialogs', 'dialogs', 'Dialog', 'Export these dialog tasks only'),
	someOf('Experience Flows', 'experienceFlows', 'Flow', 'Export these experience flows only'),
	{
		displayName: 'Ignore Content Variables',
		name: 'ignoreContentVariables',
		type: 'boolean',
		default: true,
		description: 'Whether to leave out content variables',
	},
	{
		displayName: 'Ignore Environment Variables',
		name: 'ignoreEnvironmentVariables',
		type: 'boolean',
		default: true,
		description: 'Whether to leave out environment variables',
	},
	someOf('Ignore Variables', 'ignoreVariables', 'Variable', 'Bot variables to leave out'),
	input('bot.export', 'IncludeDependentTasks', {
		default: true,
		description: 'Whether to export the tasks, too, that those depend on which are chosen',
	}),
	several('NLP Data', 'nlpData', {
		concepts: 'Concepts',
		nlpSettings: 'NLP Settings',
		patterns: 'Patterns',
		rules: 'Rules',
		standardResponses: 'Standard Responses',
		synonyms: 'Synonyms',
		traits: 'Traits',
		utterances: 'Utterances',
	}),
	several('Settings', 'settings', {
		botSettings: 'Bot Settings',
		botVariables: 'Bot Variables',
		genAIandLLMSettings: 'Generative AI and LLM Settings',
		ivrSettings: 'IVR Settings',
	}),
	several('Tasks', 'tasks', {
		botTask: 'Bot Tasks',
		knowledgeGraph: 'Knowledge Graph',
		smallTalk: 'Small Talk',
	}),
]);

/** What to export; nothing where the user sets none, which exports everything (docs/evidence/kore-ai.md §4.1.1). */
function partsOf(chosen: ValuesOf<[typeof options]>['options']) {
	const botVariables = filled({
		ignore: chosen.get('ignoreVariables'),
		ignoreEnvironmentVariables: chosen.get('ignoreEnvironmentVariables'),
		ignoreContentVariables: chosen.get('ignoreContentVariables'),
	});
	return {
		exportOptions: filled({
			settings: chosen.get('settings'),
			options: botVariables && { botVariables },
			tasks: chosen.get('tasks'),
			nlpData: chosen.get('nlpData'),
			AgentAssist: chosen.get('AgentAssist'),
		}),
		subTasks: filled({
			alerts: chosen.get('alerts'),
			actions: chosen.get('actions'),
			dialogs: chosen.get('dialogs'),
			experienceFlows: chosen.get('experienceFlows'),
		}),
		customDashboards: chosen.get('customDashboards'),
		IncludeDependentTasks: chosen.get('IncludeDependentTasks'),
	};
}

export const exportBot = operation('bot.export', {
	name: 'Export',
	action: 'Start export of bot',
	description: 'Have Kore.ai make a file of a bot, and retrieve its address',
	check: "To find out, run 'Get Export Status' for the bot.",
	simplify,
	files,
	inTurn: (fields) => fields.get('bot'),
	fields: [
		bot,
		input('bot.export', 'exportType', { displayName, options: [...VERSIONS] }),
		...waitForCompletion,
		options,
	],
	run: async ({ api, fields }) => {
		const path = botOf(fields);
		const exportType = fields.get('exportType');
		const parts = partsOf(fields.group('options'));
		const begun = await api.call('bot.export', { path, body: { exportType, ...parts } });
		if (!fields.get('wait')) return begun;
		return await success(api, fields, {
			what: 'export',
			lookLater: "Look later with 'Get Export Status'.",
			read: async (patient) =>
				await patient.call('bot.getExportStatus', { path, query: { exportType } }),
			// The status is of the running or last export.
			isOurs: ({ _id }) => _id === begun._id,
		});
	},
});

export const getExportStatus = operation('bot.getExportStatus', {
	name: 'Get Export Status',
	action: 'Get export status of bot',
	description: 'Retrieve how far the running or last export of a bot is, and where its file is',
	simplify,
	files,
	fields: [
		bot,
		input('bot.getExportStatus', 'exportType', {
			displayName,
			options: [...VERSIONS],
			description: undefined,
		}),
	],
});
