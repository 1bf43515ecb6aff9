import { collection, nameValueRows } from '../shared/commonFields';
import type { Field, Fields } from '../shared/fields';
import type { KodaOperation, KodaResource } from './api';
import { bot, document } from './locators';

const path = (fields: Fields) => ({ botId: fields.get('bot'), doc_id: fields.get('document') });

const checkSearch = "To find out, run 'Search' for documents and look for the title.";

const chunkSize: Field = {
	displayName: 'Chunk Size',
	name: 'chunkSize',
	type: 'number',
	typeOptions: { minValue: 100, maxValue: 1000, numberPrecision: 0 },
	default: 500,
	description: 'Size of the parts a long text is cut into, from 100 to 1000',
};

const search: KodaOperation = {
	name: 'Search',
	value: 'search',
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
			values: condition.get<string[]>('values'),
		}));
		const relation = fields.group('options').get<string | undefined>('relation') ?? 'AND';
		const { rows, next } = await api.page('document.search', {
			path: { botId: fields.get('bot') },
			body: {
				search: fields.get<string | undefined>('search'),
				metadata_filter:
					conditions.length > 0 ? { relation_type: relation, conditions } : undefined,
			},
		});
		if (next) {
			node.addExecutionHints({
				message: `KODA found more than the ${rows.length} documents it returned, and documents no way to ask for the rest. Narrow the search.`,
				location: 'outputPane',
			});
		}
		return rows;
	},
};

const content: Field[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		required: true,
		maxLength: 120,
		description: 'Title of at most 120 characters',
	},
	{
		displayName: 'Content',
		name: 'content',
		type: 'string',
		typeOptions: { rows: 6 },
		default: '',
		required: true,
	},
	collection('Additional Fields', [
		{
			displayName: 'Auto Publish',
			name: 'autoPublish',
			type: 'boolean',
			default: false,
			description:
				'Whether to publish at once. Otherwise a draft waits for approval in the dashboard.',
		},
		chunkSize,
		nameValueRows('Metadata', 'metadata', 'Entry', 'What the document can be found by'),
		{
			displayName: 'Tags',
			name: 'tags',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tag' },
			default: [],
			description:
				'Each becomes a metadata key: Product Guide is stored as product_guide with the value yes',
		},
	]),
];

function documentInput(fields: Fields) {
	const more = fields.group('additionalFields');
	return {
		title: fields.get('title'),
		content: fields.get('content'),
		metadata: more.pairs('metadata'),
		tags: more.get<string[] | undefined>('tags'),
		auto_publish: more.get<boolean | undefined>('autoPublish'),
		chunk_size: more.get<number | undefined>('chunkSize'),
	};
}

const create: KodaOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create document',
	description: 'Add a document to the knowledge base',
	check: checkSearch,
	fields: [bot, ...content],
	run: async ({ api, fields }) =>
		await api.call('document.create', {
			path: { botId: fields.get('bot') },
			body: documentInput(fields),
		}),
};

const parseUrl: KodaOperation = {
	name: 'Parse URL',
	value: 'parseUrl',
	action: 'Parse URL for document',
	description: 'Read the text of a web page, cut into chunks, for a document to be created from',
	fields: [
		bot,
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://example.com/help',
		},
		{
			displayName: 'Chunk By',
			name: 'chunkMode',
			type: 'options',
			options: [
				{
					name: 'HTML',
					value: 'html',
					description: 'Cut by headings, paragraphs and the like',
				},
				{ name: 'Selector', value: 'selector', description: 'Cut by the CSS selector' },
				{ name: 'Text', value: 'text', description: 'Cut the readable text by size' },
			],
			default: 'html',
		},
		{
			...chunkSize,
			displayOptions: { show: { chunkMode: ['text'] } },
		},
		collection('Options', [
			{
				displayName: 'Selector',
				name: 'selector',
				type: 'string',
				default: 'body',
				description: 'CSS selector of the part of the page to read',
			},
		]),
	],
	run: async ({ api, fields }) => {
		const chunkMode = fields.get<'html' | 'selector' | 'text'>('chunkMode');
		return await api.call('document.parseUrl', {
			path: { botId: fields.get('bot') },
			body: {
				url: webAddress(fields),
				selector: fields.group('options').get<string | undefined>('selector'),
				chunk_mode: chunkMode,
				chunk_size: chunkMode === 'text' ? fields.get<number>('chunkSize') : undefined,
			},
		});
	},
};

/** The address in the form of a URI, which letters beyond ASCII need (`format: uri`, apis/koda.md §3.3). */
function webAddress(fields: Fields): string {
	const given = fields.get('url').trim();
	if (/^https?:/i.test(given) && URL.canParse(given)) return new URL(given).href;
	return fields.reject('url', 'is not a web address', 'It starts with https:// or http://.');
}

const get: KodaOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get document',
	description: 'Retrieve a document with its content',
	fields: [bot, document],
	run: async ({ api, fields }) => await api.call('document.get', { path: path(fields) }),
};

const update: KodaOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update document',
	description: 'Replace title and content of a document',
	check: "To find out, run 'Get' for the document and look at updated_at.",
	fields: [bot, document, ...content],
	run: async ({ api, fields }) =>
		await api.call('document.update', { path: path(fields), body: documentInput(fields) }),
};

const remove: KodaOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete document',
	description: 'Remove a document from the knowledge base',
	check: "To find out, run 'Get' for the document: it is not found when it was deleted.",
	fields: [bot, document],
	run: async ({ api, fields }) => {
		await api.call('document.delete', { path: path(fields) });
		return { deleted: true };
	},
};

export const documents: KodaResource = {
	name: 'Document',
	value: 'document',
	operations: [search, create, parseUrl, get, update, remove],
};
