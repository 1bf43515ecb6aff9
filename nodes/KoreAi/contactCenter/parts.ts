import { field } from '../../shared/fields/field';

/** How well an agent can something (docs/evidence/kore-ai.md §9.8.2). */
export const proficiency = field({
	displayName: 'Proficiency',
	name: 'proficiencyLevel',
	type: 'options',
	options: [
		{ name: 'Average', value: 'average' },
		{ name: 'Expert', value: 'expert' },
		{ name: 'Good', value: 'good' },
		{ name: 'Novice', value: 'novice' },
	],
	default: 'average',
});

/** An ID that is entered in a row. */
export const rowId = <const Name extends string>(
	displayName: string,
	name: Name,
	example: string,
) =>
	field({
		displayName,
		name,
		type: 'string',
		isId: true,
		default: '',
		required: true,
		placeholder: `e.g. ${example}`,
	});

/** An agent, by the ID as a user. */
export const userId = rowId('User ID', 'userId', 'u-c8a51563-…');
