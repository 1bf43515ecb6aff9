import type { Client } from '../../shared/call/client';
import { collection, nameValueRows } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { ValuesOf, Fields } from '../../shared/fields/fields';
import { isSameText, textKey } from '../../shared/fields/sameText';
import { input } from '../api';
import type { Operations } from '../contract';
import type { bot } from '../locators';
import { botOf } from '../locators';
import { NOTES, type Source, type WantedContent } from './contentBase';

export const sourceName = input('content.ingest', 'sourceName', {
	isName: true,
	isId: true,
	placeholder: 'e.g. Help Center',
	description: 'Where the contents are. A name that Search AI does not know makes a new source.',
});

/** A content of one chunk; Kore.ai calls text and URL mandatory (docs/evidence/kore-ai.md §9.3.1). */
export const contentFields = fieldList([
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		required: true,
		isId: true,
		placeholder: 'e.g. Opening hours',
		description: 'What this content is called, and no other of the source: it is found by it',
	},
	{
		displayName: 'Content',
		name: 'content',
		type: 'string',
		typeOptions: { rows: 6 },
		default: '',
		required: true,
		description: 'The text that answers are made of, as one chunk',
	},
	{
		displayName: 'URL',
		name: 'recordUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/help',
		description: 'Where people can read it: answers refer to it',
	},
]);

export const more = collection('Additional Fields', [
	{
		displayName: 'Chunk Title',
		name: 'chunkTitle',
		type: 'string',
		default: '',
		description: 'Goes into answers with the text',
	},
	nameValueRows('Metadata', 'metadata', 'Entry', 'Kept with the chunk'),
]);

export const waiting = collection('Options', [
	{
		displayName: 'Wait at Most (Seconds)',
		name: 'waitLimit',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3600 },
		default: 30,
		description:
			'How long to wait until Search AI shows what it was given. What it does not show by then is pending, and what that replaces stays until the next run.',
	},
]);

export type Content = Fields<
	ValuesOf<readonly [typeof bot, typeof sourceName, ...typeof contentFields, typeof more]>
>;

/** The content that the fields describe. Throws NodeOperationError for one without a title or with notes of the node. */
export function readContent(fields: Content, group?: string): WantedContent {
	const value = fields.get('title').trim();
	if (textKey(value) === '') {
		fields.fail('title', 'has nothing that can be seen', 'Give each content a title.');
	}
	const others = fields.group('additionalFields');
	const metadata = others.pairs('metadata');
	const kept = Object.values(NOTES);
	const name = Object.keys(metadata ?? {}).find((one) =>
		kept.some((note) => isSameText(note, one)),
	);
	if (name !== undefined) {
		others.fail('metadata', `has '${name}', which the node sets itself`, 'Use another name.');
	}
	const chunk = {
		chunkText: fields.get('content'),
		chunkTitle: others.get('chunkTitle'),
		recordUrl: fields.get('recordUrl'),
	};
	return { key: 'title', value, group, chunk, metadata };
}

/** Where the contents are. */
export const sourceOf = (
	api: Client<Operations>,
	fields: Fields<ValuesOf<readonly [typeof bot, typeof sourceName, typeof waiting]>>,
): Source => ({
	...{ api, ...botOf(fields), sourceName: fields.get('sourceName') },
	waitLimit: fields.group('options').get('waitLimit') ?? 30,
});

/** Items about the same content must not overtake each other, nor create it twice. */
export const sameContent = (fields: Fields<{ bot?: string; sourceName: string }>, value: string) =>
	JSON.stringify([fields.get('bot'), textKey(fields.get('sourceName')), textKey(value)]);
