import { field, fieldList } from '../shared/fields/field';
import type { FieldsOf } from '../shared/fields/fields';

/** What a tag is called, and what it is a tag of. */
export const tagParts = fieldList([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		isName: true,
		default: '',
		required: true,
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Message', value: 'message' },
			{ name: 'Session', value: 'session' },
			{ name: 'User', value: 'user' },
		],
		default: 'user',
	},
]);

/** Only what has all of these tags. */
export const tagFilter = field({
	displayName: 'Tags',
	name: 'tags',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Tag',
	default: {},
	description: 'Only what has all of these tags',
	options: [
		{
			displayName: 'Tag',
			name: 'tag',
			values: [
				...tagParts,
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
});

/** The tags that are asked for, as Kore.ai takes them. */
export function tagsOf(given: FieldsOf<[typeof tagFilter]>) {
	const and = given.rows('tags').map((tag) => ({
		name: tag.get('name'),
		values: tag.get('values'),
		type: tag.get('type'),
	}));
	return and.length > 0 ? { and } : undefined;
}
