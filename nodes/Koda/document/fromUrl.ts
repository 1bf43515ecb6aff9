import { checkByDryRun } from '../../compose/knowledge/knowledge';
import type { Client } from '../../shared/call/client';
import { dryRun } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { Fields, FieldsOf } from '../../shared/fields/fields';
import { operation } from '../api';
import type { Operations } from '../contract';
import { bot } from '../locators';
import { chunkSize, more, title } from './content';
import { metadataKey, metadataValue, readKey, readValue } from './match';
import { findAndPut, readWanted, sameDocument } from './upsert';

const page = fieldList([
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
		sentAs: 'chunk_mode',
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
		displayName: 'Selector',
		name: 'selector',
		type: 'string',
		default: 'body',
		description:
			"CSS selector of the part of the page to read, and what 'Chunk By' Selector cuts by",
	},
]);

type Page = FieldsOf<[typeof bot, ...typeof page]>;

/** Reads a page; `chunkSize` is asked for where it is cut by size. Answers `{ success, content, metadata }` (docs/evidence/koda.md §3.3). */
async function parse(api: Client<Operations>, fields: Page, chunkSize: () => number | undefined) {
	const chunkMode = fields.get('chunkMode');
	return await api.call('document.parseUrl', {
		path: { botId: fields.get('bot') },
		body: {
			url: webAddress(fields),
			selector: fields.get('selector'),
			chunk_mode: chunkMode,
			chunk_size: chunkMode === 'text' ? chunkSize() : undefined,
		},
	});
}

/** The address in the form of a URI, which letters beyond ASCII need (`format: uri`, docs/evidence/koda.md §3.3). */
function webAddress(fields: Fields<{ url: string }>): string {
	const given = fields.get('url').trim();
	if (/^https?:/i.test(given) && URL.canParse(given)) return new URL(given).href;
	return fields.fail('url', 'is not a web address', 'It starts with https:// or http://.');
}

export const parseUrl = operation('document.parseUrl', {
	name: 'Parse URL',
	action: 'Parse URL for document',
	description: 'Read the text of a web page, cut into chunks, for a document to be created from',
	fields: [bot, ...page, { ...chunkSize, displayOptions: { show: { chunkMode: ['text'] } } }],
	run: async ({ api, fields }) => await parse(api, fields, () => fields.get('chunkSize')),
});

const match = (fields: Fields<{ url: string; metadataKey: string; metadataValue?: string }>) => ({
	key: readKey(fields),
	value: readValue(fields, webAddress(fields)),
});

export const createFromUrl = operation('document.createFromUrl', {
	name: 'Create From URL',
	action: 'Create document from URL',
	description:
		'Read the text of a web page, then create a document of it, or update the one created before',
	check: checkByDryRun,
	fields: [
		bot,
		...page,
		title,
		{ ...metadataKey, default: 'source_url' },
		{
			...metadataValue,
			required: false,
			narrows: true,
			placeholder: 'e.g. https://example.com/help',
			description:
				'What this document has under the key, and no other document of the bot. The URL, if left empty.',
		},
		dryRun,
		more,
	],
	inTurn: (fields) => sameDocument(fields, match(fields)),
	run: async (context) => {
		const { api, fields } = context;
		const wanted = readWanted(fields, match(fields), '');
		return await api.once('row', async () => {
			const { content } = await parse(api, fields, () =>
				fields.group('additionalFields').get('chunkSize'),
			);
			if (typeof content === 'string' && content.trim() !== '') {
				return await findAndPut(context, { ...wanted, input: { ...wanted.input, content } });
			}
			return api.fail(
				`KODA read no text from ${webAddress(fields)}`,
				"Nothing was changed. Check 'URL' and 'Selector'.",
			);
		});
	},
});
