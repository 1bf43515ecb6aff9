import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../../shared/call/answers';
import type { Paging } from '../../shared/call/paging';
import { fieldsOrJson } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { FieldsOf } from '../../shared/fields/fields';
import { groupsOf, isThing } from '../../shared/fields/lists';
import { operation, resource } from '../api';
import type { NewBotVariable, Operations } from '../contract';
import { botById, botOf } from '../locators';

/** The variables come in no pages, and bare. */
const whole: Paging = { size: 50, read: (variables) => ({ rows: variables }) };

const exportVariables = operation('botVariable.export', {
	name: 'Export',
	action: 'Export bot variables',
	description: 'Retrieve all environment and content variables of a bot, with their values',
	fields: [botById],
	run: async ({ api, fields }) =>
		await api.list('botVariable.export', { path: botOf(fields) }, { key: ['key'] }, whole),
});

const fieldsOfImport = fieldList([
	botById,
	fieldsOrJson('Specify Variables', 'specifyVariables'),
	{
		displayName: 'Variables',
		name: 'variables',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Variable',
		default: {},
		required: true,
		narrows: true,
		displayOptions: { show: { specifyVariables: ['fields'] } },
		description: 'A content variable has a row for each language',
		options: [
			{
				displayName: 'Variable',
				name: 'variable',
				values: [
					{ displayName: 'Hint', name: 'hint', type: 'string', default: '' },
					{
						displayName: 'Key',
						name: 'key',
						type: 'string',
						isName: true,
						default: '',
						required: true,
						placeholder: 'e.g. host_url',
					},
					{
						displayName: 'Language',
						name: 'language',
						type: 'string',
						isId: true,
						default: 'en',
						required: true,
						displayOptions: { show: { variableType: ['locale'] } },
						description: 'Code of the language that the value is for',
					},
					{
						displayName: 'Scope',
						name: 'scope',
						type: 'options',
						options: [
							{ name: 'Ask on Install', value: 'askOnInstall' },
							{ name: 'Hidden', value: 'hidden' },
							{ name: 'Pre-Populated', value: 'prePopulated' },
						],
						default: 'prePopulated',
					},
					{
						displayName: 'Type',
						name: 'variableType',
						type: 'options',
						options: [
							{ name: 'Content', value: 'locale', description: 'With a value for each language' },
							{ name: 'Environment', value: 'env' },
						],
						default: 'env',
					},
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
			},
		],
	},
	{
		displayName: 'Variables (JSON)',
		name: 'variablesJson',
		type: 'json',
		default:
			'[{ "key": "host_url", "value": "https://example.com", "hint": "", "variableType": "env", "scope": "prePopulated" }]',
		required: true,
		displayOptions: { show: { specifyVariables: ['json'] } },
		description:
			"A list of variables as 'Export' gives them, or an object with botVariables, botCollections and botCollectionVariables",
	},
]);

type Body = Operations['botVariable.import']['body'];

/** The rows as variables: those of one content variable are its languages. Throws for one that is there twice. */
function variablesIn(fields: FieldsOf<typeof fieldsOfImport>): NewBotVariable[] {
	const rows = fields.rows('variables');
	if (rows.length === 0) fields.fail('variables', 'is empty', 'Add a variable.');
	return [...groupsOf(rows, (row) => row.get('key')).values()].map((ofOne) => {
		const [first] = ofOne;
		const common = { key: first.get('key'), scope: first.get('scope') };
		const values = new Map<string, { value: string; hint: string }>();
		for (const row of ofOne) {
			const variableType = row.get('variableType');
			const language = variableType === 'locale' ? row.get('language') : 'env';
			if (values.has(language) || variableType !== first.get('variableType')) {
				row.fail('key', `'${common.key}' is there twice`, 'Give each variable once.');
			}
			values.set(language, { value: row.get('value') ?? '', hint: row.get('hint') ?? '' });
		}
		return first.get('variableType') === 'env'
			? { ...common, variableType: 'env', ...values.get('env') }
			: { ...common, variableType: 'locale', localeData: Object.fromEntries(values) };
	});
}

/** What is to be imported. Throws when that is no list of variables, and no object with one. */
function bodyOf(fields: FieldsOf<typeof fieldsOfImport>): Body {
	if (fields.get('specifyVariables') === 'fields') return variablesIn(fields);
	const given = fields.get('variablesJson');
	const list = rowsOf(isThing(given) && 'botVariables' in given ? given.botVariables : given);
	const isGood = list && list.length > 0 && list.every(({ key }) => typeof key === 'string' && key);
	if (isGood) return given as Body;
	const wayOut = 'Give a list of objects, each with a key.';
	return fields.fail('variablesJson', 'is no list of variables', wayOut);
}

const importVariables = operation('botVariable.import', {
	name: 'Import',
	action: 'Import bot variables',
	description: 'Add variables to a bot, and change those that it has',
	check: "To find out, run 'Export' for bot variables.",
	inTurn: (fields) => fields.get('bot'),
	fields: fieldsOfImport,
	run: async ({ api, fields }): Promise<IDataObject> =>
		await api.call('botVariable.import', { path: botOf(fields), body: bodyOf(fields) }),
});

export const botVariables = resource('Bot Variable', exportVariables, importVariables);
