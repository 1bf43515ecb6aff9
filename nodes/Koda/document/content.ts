import { collection, nameValueRows, texts } from '../../shared/fields/commonFields';
import type { Field, Fields } from '../../shared/fields/fields';
import type { components } from '../contract';

export type DocumentInput = components['schemas']['DocumentInput'];

export const chunkSize: Field = {
	displayName: 'Chunk Size',
	name: 'chunkSize',
	type: 'number',
	typeOptions: { minValue: 100, maxValue: 1000, numberPrecision: 0 },
	default: 500,
	description: 'Size of the parts a long text is cut into, from 100 to 1000',
};

export const title: Field = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	required: true,
	maxLength: 120,
	description: 'Title of at most 120 characters',
};

export const text: Field = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 6 },
	default: '',
	required: true,
};

/** What a document may have besides title and content. */
export const more = collection('Additional Fields', [
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
	texts(
		'Tags',
		'tags',
		'Tag',
		'Each becomes a metadata key: Product Guide is stored as product_guide with the value yes',
	),
]);

/** The document that the fields describe (`DocumentInput`, docs/evidence/koda.md §5); `content`, where it is read from elsewhere. */
export function documentInput(
	fields: Fields,
	content: string = fields.get('content'),
): DocumentInput {
	const others = fields.group('additionalFields');
	return {
		title: fields.get('title'),
		content,
		metadata: others.pairs('metadata'),
		tags: others.get<string[] | undefined>('tags'),
		auto_publish: others.get<boolean | undefined>('autoPublish'),
		chunk_size: others.get<number | undefined>('chunkSize'),
	};
}
