import type { IDataObject } from 'n8n-workflow';

import { collection, fieldsOrJson, texts } from '../../shared/fields/commonFields';
import { field, fieldList } from '../../shared/fields/field';
import type { FieldsOf, ValuesOf } from '../../shared/fields/fields';
import { isThing } from '../../shared/fields/lists';
import type { RunContext } from '../../shared/node/operation';
import { input, operation } from '../api';
import type { IngestDocument, Operations } from '../contract';
import { bot, botOf } from '../locators';
import { fileField, fileId, fileSource, upload, type Uploaded } from '../upload';

const ofText = fieldList([
	input('content.ingest', 'sourceType', {
		noDataExpression: true,
		options: [
			{ name: 'File', value: 'file', description: 'PDF, docx, ppt or txt' },
			{ name: 'JSON', value: 'json', description: 'Texts, cut into chunks by you' },
			{ name: 'Web', value: 'web', description: 'Pages of a web source that is there' },
		],
		default: 'json',
		description: undefined,
	}),
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Opening hours',
		displayOptions: { show: { sourceType: ['json'] } },
	},
	{
		...fieldsOrJson('Specify Chunks', 'specifyChunks'),
		displayOptions: { show: { sourceType: ['json'] } },
	},
	{
		displayName: 'Chunks',
		name: 'chunks',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Chunk',
		default: { chunk: [{ chunkText: '' }] },
		displayOptions: { show: { sourceType: ['json'], specifyChunks: ['fields'] } },
		description: 'The texts that answers are made of',
		options: [
			{
				displayName: 'Chunk',
				name: 'chunk',
				values: [
					{
						displayName: 'Text',
						name: 'chunkText',
						type: 'string',
						typeOptions: { rows: 3 },
						default: '',
						required: true,
					},
					{ displayName: 'Title', name: 'chunkTitle', type: 'string', default: '' },
					{
						displayName: 'URL',
						name: 'recordUrl',
						type: 'string',
						default: '',
						placeholder: 'e.g. https://example.com/help',
						description: 'Where people can read it',
					},
				],
			},
		],
	},
	{
		displayName: 'Chunks (JSON)',
		name: 'chunksJson',
		type: 'json',
		default: '[{ "chunkText": "We open at nine.", "chunkTitle": "Opening hours" }]',
		required: true,
		displayOptions: { show: { sourceType: ['json'], specifyChunks: ['json'] } },
		description: 'Objects with the chunk fields of your app, which its Chunk Browser shows',
	},
]);

const ofFile = fieldList([
	{ ...fileSource, displayOptions: { show: { sourceType: ['file'] } } },
	{ ...fileField, displayOptions: { show: { sourceType: ['file'], fileSource: ['binary'] } } },
	{ ...fileId, displayOptions: { show: { sourceType: ['file'], fileSource: ['id'] } } },
	{
		...collection('Options', [
			{
				...texts(
					'Allowed Groups',
					'allowedGroups',
					'Group',
					'names',
					'Only these groups get answers made of the file',
				),
				narrows: true,
			},
			{
				...texts(
					'Allowed Users',
					'allowedUsers',
					'Email',
					'words',
					'Only these people get answers made of the file',
				),
				narrows: true,
			},
			{ displayName: 'Category', name: 'category', type: 'string', default: '' },
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. guide.pdf',
				description: "Name to show for the file. Without it, the file's own.",
			},
		]),
		displayOptions: { show: { sourceType: ['file'] } },
	},
]);

const ofWeb = field({
	...texts('URLs', 'urls', 'URL', 'words', 'Pages to crawl; known ones are crawled again'),
	required: true,
	displayOptions: { show: { sourceType: ['web'] } },
});

/** The chunks of a text. Throws when there is none, or one is no object. */
function chunksOf(fields: FieldsOf<typeof ofText>): IDataObject[] {
	if (fields.get('specifyChunks') === 'fields') {
		const rows = fields.rows('chunks').map((row) => ({
			chunkText: row.get('chunkText'),
			chunkTitle: row.get('chunkTitle'),
			recordUrl: row.get('recordUrl'),
		}));
		return rows.length > 0 ? rows : fields.fail('chunks', 'is empty', 'Add one at least.');
	}
	const given = [fields.get('chunksJson')].flat();
	const isGood = given.length > 0 && given.every(isThing);
	return isGood
		? (given as IDataObject[])
		: fields.fail('chunksJson', 'is no list of objects', 'Use [{ "chunkText": "…" }].');
}

/** A file as Search AI takes it, uploaded before if it is the item's. */
async function fileOf(
	call: RunContext<Operations, ValuesOf<typeof ofFile>>,
): Promise<IngestDocument> {
	const { fields } = call;
	const options = fields.group('options');
	const [allowedUsers, allowedGroups] = [options.get('allowedUsers'), options.get('allowedGroups')];
	const file: Pick<Uploaded, 'fileId' | 'fileName'> =
		fields.get('fileSource') === 'id'
			? { fileId: fields.get('fileId') }
			: await upload(call, fields.get('binaryField'), 'findly');
	const permissions = { allowedUsers, allowedGroups };
	return {
		fileId: file.fileId,
		fileName: options.get('fileName') ?? file.fileName,
		...((allowedUsers ?? allowedGroups) && { permissions }),
		category: options.get('category'),
	};
}

export const ingest = operation('content.ingest', {
	name: 'Ingest',
	action: 'Ingest content',
	description: 'Put texts, a file or web pages into Search AI, which can be trained afterwards',
	check: "To find out, run 'Get Many' for contents.",
	fields: [
		bot,
		input('content.ingest', 'sourceName', {
			isName: true,
			placeholder: 'e.g. Help Center',
			description:
				'Where the content belongs. A name that Search AI does not know makes a new source; for web pages, it is the title of a web source.',
		}),
		...ofText,
		ofWeb,
		...ofFile,
	],
	run: async (call) => {
		const { api, fields } = call;
		const sourceType = fields.get('sourceType');
		const document = async (): Promise<IngestDocument> => {
			if (sourceType === 'web') return { urls: fields.get('urls') };
			if (sourceType === 'file') return await fileOf(call);
			return { title: fields.get('title'), chunks: chunksOf(fields) };
		};
		return await api.call('content.ingest', {
			path: botOf(fields),
			body: { sourceName: fields.get('sourceName'), sourceType, documents: [await document()] },
		});
	},
});
