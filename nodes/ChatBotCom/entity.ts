import { fieldsOrJson, returnAllOrLimit } from '../shared/fields/commonFields';
import { fieldList } from '../shared/fields/field';
import type { FieldsOf } from '../shared/fields/fields';
import { input, operation, resource } from './api';
import { entity } from './locators';

const MAX_ENTRIES = 2000;

interface Entry {
	value: string;
	synonyms: Array<{ value: string }>;
}

const content = fieldList([
	input('entity.create', 'name', { placeholder: 'e.g. movies' }),
	fieldsOrJson('Specify Entries', 'specifyEntries'),
	{
		displayName: 'Entries',
		name: 'entries',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Entry',
		default: {},
		displayOptions: { show: { specifyEntries: ['fields'] } },
		maxEntries: MAX_ENTRIES,
		description: 'What the bot recognizes, up to 2000 entries',
		options: [
			{
				displayName: 'Entry',
				name: 'entry',
				values: [
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'e.g. Star Wars',
					},
					{
						displayName: 'Synonyms',
						name: 'synonyms',
						type: 'string',
						typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Synonym' },
						entries: 'names',
						default: [],
					},
				],
			},
		],
	},
	{
		displayName: 'Entries (JSON)',
		name: 'entriesJson',
		type: 'json',
		default: '[{ "value": "Star Wars", "synonyms": ["SW"] }]',
		required: true,
		displayOptions: { show: { specifyEntries: ['json'] } },
		maxEntries: MAX_ENTRIES,
		description: 'What the bot recognizes, up to 2000 entries. Synonyms may be left out.',
	},
]);

type Content = FieldsOf<typeof content>;

/** The entries in ChatBot.com's form, where a synonym is an object (docs/evidence/chatbot-com.md §5). */
function entriesOf(fields: Content): Entry[] {
	const inJson = fields.get('specifyEntries') === 'json';
	const name = inJson ? 'entriesJson' : 'entries';
	const entries = inJson
		? parsed(fields)
		: fields.rows('entries').map((row) => ({
				value: row.get('value'),
				synonyms: (row.get('synonyms') ?? []).map((value) => ({ value })),
			}));
	if (entries.length === 0) fields.fail(name, 'is empty', 'Add one at least.');
	return entries;
}

function parsed(fields: Content): Entry[] {
	const given = fields.get('entriesJson');
	const wrong = (what: string) =>
		fields.fail('entriesJson', what, 'Use [{ "value": "Star Wars", "synonyms": ["SW"] }].');
	if (!Array.isArray(given)) return wrong('is no array');
	const textOf = (part: unknown) =>
		typeof part === 'string' ? part : (part as Partial<Entry> | undefined)?.value;
	return given.map((entry: Partial<Entry> | string, index) => {
		const value = textOf(entry);
		const synonyms = [(entry as Partial<Entry> | null)?.synonyms ?? []].flat().map(textOf);
		if (!value || typeof value !== 'string') wrong(`has no text as value at ${index + 1}`);
		if (synonyms.some((synonym) => !synonym)) wrong(`has an empty synonym at ${index + 1}`);
		return {
			value: String(value),
			synonyms: synonyms.map((synonym) => ({ value: String(synonym) })),
		};
	});
}

const body = (fields: Content) => ({ name: fields.get('name'), entries: entriesOf(fields) });

export const entities = resource(
	'Entity',
	operation('entity.getAll', {
		name: 'Get Many',
		action: 'Get many entities',
		description: 'Retrieve a list of entities with what they recognize',
		fields: returnAllOrLimit,
		key: ['id'],
	}),
	operation('entity.create', {
		name: 'Create',
		action: 'Create entity',
		description: 'Add a list of values that the bot recognizes',
		check: "To find out, run 'Get Many' for entities and look for the name.",
		fields: content,
		run: async ({ api, fields }) => await api.call('entity.create', { body: body(fields) }),
	}),
	operation('entity.get', {
		name: 'Get',
		action: 'Get entity',
		description: 'Retrieve an entity with what it recognizes',
		fields: [entity],
	}),
	operation('entity.update', {
		name: 'Update',
		action: 'Update entity',
		description: 'Replace name and entries of an entity',
		check: "To find out, run 'Get' for the entity.",
		fields: [entity, ...content],
		run: async ({ api, fields }) =>
			await api.call('entity.update', { path: { id: fields.get('entity') }, body: body(fields) }),
	}),
);
