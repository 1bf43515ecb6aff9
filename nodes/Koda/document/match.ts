import { namesOf, type Found, type Thing } from '../../compose/knowledge/knowledge';
import type { Client } from '../../shared/call/client';
import { field } from '../../shared/fields/field';
import type { Fields } from '../../shared/fields/fields';
import { isSameText, textKey } from '../../shared/fields/sameText';
import type { Operations } from '../contract';
import type { Content } from './content';
import { NOTES, keyOfTag, type Wanted } from './notes';

export const metadataKey = field({
	displayName: 'Metadata Key',
	name: 'metadataKey',
	type: 'string',
	isName: true,
	isId: true,
	default: 'external_id',
	required: true,
	description: 'Key in the metadata that tells the documents apart',
});

export const metadataValue = field({
	displayName: 'Metadata Value',
	name: 'metadataValue',
	type: 'string',
	isId: true,
	default: '',
	required: true,
	placeholder: 'e.g. article-17',
	description: 'What this document has under the key, and no other document of the bot',
});

/** What an output item has besides the key. */
const COLUMNS = ['doc_id', 'title', 'status', 'draft', 'dry_run', 'taken_back', 'twin_unknown'];

/** The key. Throws NodeOperationError for one under which the node keeps or shows something else. */
export function readKey(fields: Fields<{ metadataKey: string }>): string {
	// Composed, so that it is the same however it was typed.
	const key = textKey(fields.get('metadataKey'));
	if (COLUMNS.includes(key)) {
		fields.fail(
			'metadataKey',
			`cannot be ${key}`,
			'The output has another field of that name. Use another key.',
		);
	}
	if (!Object.values(NOTES).includes(key)) return key;
	return fields.fail('metadataKey', `cannot be ${key}`, 'The node keeps its own notes there.');
}

/**
 * What the document has under the key, as the user wrote it; `usual` where the field may be left empty.
 * Throws NodeOperationError when there is nothing to be seen.
 */
export function readValue(fields: Fields<{ metadataValue?: string }>, usual = ''): string {
	const value = (fields.get('metadataValue') ?? usual).trim();
	if (textKey(value) !== '') return value;
	return fields.fail(
		'metadataValue',
		'has nothing that can be seen',
		'Give each document a value.',
	);
}

/** Throws NodeOperationError for metadata or tags in the place of what the node itself keeps there. */
export function checkMetadata(fields: Content, { key, input }: Wanted): void {
	const kept = [...Object.values(NOTES), key];
	const isKept = (name: string) => kept.some((one) => isSameText(one, name));
	const others = fields.group('additionalFields');
	const name = Object.keys(input.metadata ?? {}).find(isKept);
	if (name !== undefined) {
		others.fail('metadata', `has '${name}', which the node sets itself`, 'Use another name.');
	}
	const tag = input.tags?.find((candidate) => isKept(keyOfTag(candidate)));
	if (tag !== undefined) {
		const what = `has '${tag}', which becomes ${keyOfTag(tag)}: the node sets that itself`;
		others.fail('tags', what, 'Use another name.');
	}
}

/** Whether it cannot be told which document is meant. */
export const isUnclear = ({ things, more }: Found): boolean => things.length > 1 || more;

/** The document that was found, if there is one. Throws NodeOperationError when it cannot be told which is meant. */
export function onlyOne(api: Client<Operations>, { key, value }: Wanted, found: Found): Thing[] {
	const { things } = found;
	if (!isUnclear(found)) return things;
	return api.fail(
		things.length > 1
			? `${things.length} documents in KODA have ${key} '${value}': ${namesOf(things)}`
			: `KODA has more documents for ${key} '${value}' than it gives at once`,
		"None of them was changed. Find them with 'Search' for documents, and delete all but one.",
	);
}
