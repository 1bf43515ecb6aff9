import { collection, nameValueRows, texts } from '../../shared/fields/commonFields';
import { field } from '../../shared/fields/field';
import type { FieldsOf } from '../../shared/fields/fields';
import type { DocumentInput } from '../contract';

export const chunkSize = field({
	displayName: 'Chunk Size',
	name: 'chunkSize',
	sentAs: 'chunk_size',
	type: 'number',
	typeOptions: { minValue: 100, maxValue: 1000, numberPrecision: 0 },
	default: 500,
	description:
		'Size of the parts a long text is cut into, from 100 to 1000. KODA does not publish in which unit.',
});

export const title = field({
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	required: true,
	maxLength: 120,
	description: 'Title of at most 120 characters',
});

export const text = field({
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 6 },
	default: '',
	required: true,
});

/** What a document may have besides title and content. */
export const more = collection('Additional Fields', [
	{
		displayName: 'Auto Publish',
		name: 'autoPublish',
		sentAs: 'auto_publish',
		type: 'boolean',
		default: false,
		description:
			'Whether to publish at once. Otherwise a draft waits for approval in the dashboard.',
	},
	chunkSize,
	nameValueRows('Metadata', 'metadata', 'Entry', 'What the document can be found by'),
	{
		...texts(
			'Tags',
			'tags',
			'Tag',
			'names',
			'Each becomes a metadata key: Product Guide is stored as product_guide with the value yes',
		),
		isName: true,
	},
]);

export type Content = FieldsOf<[typeof title, typeof more]>;

/** The document that the fields describe (`DocumentInput`, docs/evidence/koda.md §5), its content from elsewhere. */
export function documentInput(fields: Content, content: string): DocumentInput {
	const others = fields.group('additionalFields');
	return {
		title: fields.get('title'),
		content,
		metadata: others.pairs('metadata'),
		tags: others.get('tags'),
		auto_publish: others.get('autoPublish'),
		chunk_size: others.get('chunkSize'),
	};
}
