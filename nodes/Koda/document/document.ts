import { collection } from '../../shared/fields/commonFields';
import { operation, resource } from '../api';
import { bot, document } from '../locators';
import { more, text, title } from './content';
import { createFromUrl, parseUrl } from './fromUrl';
import { sync } from './sync';
import { upsert } from './upsert';

const checkSearch = "To find out, run 'Search' for documents and look for the title.";

const search = operation('document.search', {
	name: 'Search',
	action: 'Search documents',
	description: 'Find documents of the knowledge base by text and metadata',
	fields: [
		bot,
		{
			displayName: 'Search Text',
			name: 'search',
			type: 'string',
			default: '',
			placeholder: 'e.g. reset password',
		},
		{
			displayName: 'Metadata Filter',
			name: 'metadataFilter',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Condition',
			default: {},
			description: 'Conditions on the metadata of a document',
			options: [
				{
					displayName: 'Condition',
					name: 'condition',
					values: [
						{
							displayName: 'Key',
							name: 'key',
							type: 'string',
							isName: true,
							default: '',
							required: true,
							placeholder: 'e.g. category',
						},
						{
							displayName: 'Operator',
							name: 'operator',
							type: 'string',
							default: 'in',
							required: true,
							hint: "Only 'in' is known, from KODA's sample; KODA publishes no list",
						},
						{
							displayName: 'Values',
							name: 'values',
							type: 'string',
							typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Value' },
							entries: 'names',
							default: [],
							required: true,
						},
					],
				},
			],
		},
		collection('Options', [
			{
				displayName: 'Combine Conditions',
				name: 'relation',
				type: 'string',
				default: 'AND',
				description: "Only 'AND' is known, from KODA's sample; KODA publishes no list",
			},
		]),
	],
	run: async ({ api, fields, node }) => {
		const conditions = fields.rows('metadataFilter').map((condition) => ({
			meta_key: condition.get('key'),
			operator: condition.get('operator'),
			values: condition.get('values'),
		}));
		const relation = fields.group('options').get('relation') ?? 'AND';
		const { rows, more: isMore } = await api.page('document.search', {
			path: { botId: fields.get('bot') },
			body: {
				search: fields.get('search'),
				metadata_filter:
					conditions.length > 0 ? { relation_type: relation, conditions } : undefined,
			},
		});
		if (isMore) {
			node.addExecutionHints({
				message: `KODA found more than the ${rows.length} documents it returned, and documents no way to ask for the rest. Narrow the search.`,
				location: 'outputPane',
			});
		}
		return rows;
	},
});

const create = operation('document.create', {
	name: 'Create',
	action: 'Create document',
	description: 'Add a document to the knowledge base',
	check: checkSearch,
	fields: [bot, title, text, more],
});

const get = operation('document.get', {
	name: 'Get',
	action: 'Get document',
	description: 'Retrieve a document with its content',
	fields: [bot, document],
});

const update = operation('document.update', {
	name: 'Update',
	action: 'Update document',
	description: 'Replace title and content of a document',
	check: "To find out, run 'Get' for the document and look at updated_at.",
	fields: [bot, document, title, text, more],
});

const remove = operation('document.delete', {
	name: 'Delete',
	action: 'Delete document',
	description: 'Remove a document from the knowledge base',
	check: "To find out, run 'Get' for the document: it is not found when it was deleted.",
	fields: [bot, document],
});

export const documents = resource(
	'Document',
	search,
	create,
	upsert,
	createFromUrl,
	sync,
	parseUrl,
	get,
	update,
	remove,
);
