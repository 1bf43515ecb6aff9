import type { INodePropertyOptions } from 'n8n-workflow';

import { collection } from '../shared/fields/commonFields';
import type { Field, Fields } from '../shared/fields/fields';

/** Sort, by one of `options`; what ChatBot.com takes when nothing is chosen is the first one, descending. */
export const sort = (options: INodePropertyOptions[]): Field =>
	collection('Sort', [
		{
			displayName: 'Direction',
			name: 'order',
			type: 'options',
			options: [
				{ name: 'Ascending', value: 'asc' },
				{ name: 'Descending', value: 'desc' },
			],
			default: 'desc',
		},
		{
			displayName: 'Sort By',
			name: 'field',
			type: 'options',
			options,
			default: `${options[0].value}`,
		},
	]);

/** The query of Sort; its brackets are inferred from the v1 text on training (docs/evidence/chatbot-com.md §2). */
export function sortQuery<Name extends string>(fields: Fields) {
	const chosen = fields.group('sort');
	return {
		'sort[field]': chosen.get<Name | undefined>('field'),
		'sort[order]': chosen.get<'asc' | 'desc' | undefined>('order'),
	};
}
