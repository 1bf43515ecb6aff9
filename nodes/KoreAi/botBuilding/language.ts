import type { IDataObject } from 'n8n-workflow';

import { sayingOf } from '../../shared/call/sayings';
import { collection } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { FieldsOf, ValuesOf } from '../../shared/fields/fields';
import { objectsIn } from '../../shared/fields/lists';
import type { RunContext } from '../../shared/node/operation';
import { operation, resource } from '../api';
import { botLanguage } from '../botLanguage';
import type { Operations } from '../contract';
import { hasSucceeded } from '../job';
import { botOf, botToChange } from '../locators';
import { fileField, upload } from '../upload';

const language = { ...botLanguage, required: true, placeholder: 'e.g. es' } as const;

const checkBot = 'To find out, look at the languages of the bot in Kore.ai.';

const multiLingual = fieldList([
	{
		displayName: 'NLU Language',
		name: 'nluLanguage',
		type: 'string',
		isId: true,
		default: '',
		required: true,
		placeholder: 'e.g. en',
		description: 'Code of the language in which the bot understands people',
	},
	{
		displayName: 'Translate Input',
		name: 'inputTranslation',
		type: 'boolean',
		default: false,
		description: 'Whether what people say is translated to English',
	},
	{
		displayName: 'Translate Responses',
		name: 'responseTranslation',
		type: 'boolean',
		default: false,
		description: 'Whether what the bot says is translated',
	},
]);

const multiLingualOf = (fields: FieldsOf<typeof multiLingual>) => ({
	nluLanguage: fields.get('nluLanguage'),
	inputTranslation: fields.get('inputTranslation'),
	responseTranslation: fields.get('responseTranslation'),
});

const DATA = ['training', 'faqs', 'ontology', 'smalltalk', 'traits'] as const;

const definition = fieldList([
	{
		displayName: 'Definition Mode',
		name: 'mode',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Advanced Configuration', value: 'advancedConfig', description: 'Choose the data' },
			{ name: 'Basic', value: 'Basic' },
			{ name: 'File Upload', value: 'fileUpload', description: 'Take the language from a file' },
		],
		default: 'Basic',
	},
	{
		displayName: 'Data',
		name: 'preferredData',
		type: 'multiOptions',
		options: [
			{ name: 'FAQs', value: 'faqs' },
			{ name: 'Ontology', value: 'ontology' },
			{ name: 'Small Talk', value: 'smalltalk' },
			{ name: 'Training', value: 'training' },
			{ name: 'Traits', value: 'traits' },
		],
		default: [...DATA],
		required: true,
		displayOptions: { show: { mode: ['advancedConfig'] } },
		description: 'What the language gets of the base language (inferred)',
	},
	{ ...fileField, displayOptions: { show: { mode: ['fileUpload'] } } },
]);

/** What a language is made of; a file is uploaded first. */
async function definitionOf(call: RunContext<Operations, ValuesOf<typeof definition>>) {
	const { fields } = call;
	const type = fields.get('mode');
	if (type === 'fileUpload') {
		const { fileId } = await upload(call, fields.get('binaryField'), 'bulkImport');
		return { type, fileId };
	}
	if (type === 'Basic') return { type };
	const chosen = fields.get('preferredData');
	return {
		type,
		preferredData: Object.fromEntries(DATA.map((one) => [one, chosen.includes(one)])),
	};
}

/** The first entry of an answer, with the language that it is about. */
function doneOf(code: string, answer: IDataObject): IDataObject {
	const [{ message, configurationDetails } = {}] = objectsIn(answer);
	return { language: code, message, configurationDetails };
}

const add = operation('language.add', {
	name: 'Add',
	action: 'Add language',
	description: 'Add a language to a bot, and enable it',
	check: checkBot,
	inTurn: (fields) => fields.get('bot'),
	fields: [
		botToChange,
		{ ...language, description: 'Code of the language to add' },
		...multiLingual,
		...definition,
		collection('Additional Fields', [
			{
				displayName: 'Base Language',
				name: 'baseLanguage',
				type: 'string',
				isId: true,
				default: '',
				placeholder: 'e.g. en',
				description: 'Code of the base language of the bot',
			},
		]),
	],
	run: async (call) => {
		const { api, fields } = call;
		const code = fields.get('language');
		const baseLanguage = fields.group('additionalFields').get('baseLanguage');
		const answer = await api.call('language.add', {
			path: botOf(fields),
			body: {
				enableLanguage: code,
				langDefinitionMode: { baseLanguage, ...(await definitionOf(call)) },
				multiLingualConfigurations: multiLingualOf(fields),
			},
		});
		return doneOf(code, answer);
	},
});

const update = operation('language.update', {
	name: 'Update',
	action: 'Update language',
	description: 'Change how a bot understands and translates a language',
	check: checkBot,
	inTurn: (fields) => fields.get('bot'),
	fields: [
		botToChange,
		language,
		...multiLingual,
		collection('Additional Fields', [
			{
				displayName: 'File ID',
				name: 'fileId',
				type: 'string',
				isId: true,
				default: '',
				description:
					"Of a new file, if the language was added from one: what 'Upload File' returned",
			},
		]),
	],
	run: async ({ api, fields }) => {
		const updateLanguage = fields.get('language');
		const fileId = fields.group('additionalFields').get('fileId');
		const body = { updateLanguage, fileId, multiLingualConfigurations: multiLingualOf(fields) };
		return doneOf(updateLanguage, await api.call('language.update', { path: botOf(fields), body }));
	},
});

type Switching = RunContext<Operations, ValuesOf<[typeof botToChange, typeof language]>>;

/** Switches a language on or off. Kore.ai says so in a sentence: any other answer leaves open what became of it. */
async function setStatus({ api, fields }: Switching, enable: boolean): Promise<IDataObject> {
	const code = fields.get('language');
	const body = { language: code, enable };
	const message = await api.answer('language.setStatus', { path: botOf(fields), body });
	const isSaid = typeof message === 'string' && (enable ? /enabled/i : /disabled/i).test(message);
	return isSaid ? { language: code, enabled: enable, message } : api.failShape(message);
}

const switching = (id: 'language.enable' | 'language.disable', name: string, on: boolean) =>
	operation(id, {
		name,
		action: `${name} language`,
		description: `Switch a language of a bot ${on ? 'on' : 'off'}`,
		check: checkBot,
		inTurn: (fields) => fields.get('bot'),
		fields: [botToChange, language],
		run: async (call) => await setStatus(call, on),
	});

const enable = switching('language.enable', 'Enable', true);
const disable = switching('language.disable', 'Disable', false);

const setDefault = operation('language.setDefault', {
	name: 'Set Default',
	action: 'Set default language',
	description: 'Make a language the default of a bot, at once and without publishing',
	check: "To find out, run 'Get Many' for bots.",
	inTurn: (fields) => fields.get('bot'),
	fields: [botToChange, language],
	run: async ({ api, fields }) => {
		const code = fields.get('language');
		// The table of the page calls it languageCode (docs/evidence/kore-ai.md §4.1.1).
		const body = { Language: code };
		const answer = await api.call('language.setDefault', { path: botOf(fields), body });
		const { status, message } = answer;
		if (hasSucceeded(status)) return { language: code, status, message };
		return api.fail(
			`Kore.ai did not change the default language: ${sayingOf(answer) ?? String(status)}`,
			'The language has to be enabled, and the bot published with it, before.',
		);
	},
});

export const languages = resource('Language', add, update, enable, disable, setDefault);
