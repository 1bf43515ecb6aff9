import type { IDataObject } from 'n8n-workflow';

import { collection } from '../shared/fields/commonFields';
import { field } from '../shared/fields/field';
import type { ValuesOf } from '../shared/fields/fields';
import { waitForCompletion } from '../shared/node/completion';
import { input, operation } from './api';
import {
	exportFiles,
	exportFilesIn,
	idsIn,
	namedIds,
	source,
	uploadAll,
} from './botBuilding/importFiles';
import { imported } from './botBuilding/importing';
import { filled, several, someOf } from './botBuilding/parts';
import { botOf, botToChange } from './locators';

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
	someOf(
		'Ignore Variables',
		'ignoreVariables',
		'Variable',
		'Bot variables to leave as they are in the bot',
	),
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

export const importBot = operation('bot.import', {
	name: 'Import',
	action: 'Import bot',
	description: 'Replace parts of a bot by those of an export, which can be published afterwards',
	check: 'To find out, look at the import history of the bot in Kore.ai.',
	inTurn: (fields) => fields.get('bot'),
	fields: [botToChange, source, ...exportFiles, ...waitForCompletion, importOptions],
	run: async (call) => {
		const { api, fields } = call;
		const path = botOf(fields);
		const importOptions = importOptionsOf(fields.group('options'));
		const ids =
			fields.get('source') === 'ids'
				? idsIn(fields)
				: namedIds(
						await api.once('files', async () => await uploadAll(call, exportFilesIn(fields))),
					);
		const begun = await api.call('bot.import', { path, body: { ...ids, importOptions } });
		if (!fields.get('wait')) return begun;
		return await imported(api, fields, begun);
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
