import type { INodePropertyOptions } from 'n8n-workflow';

import { collection } from '../shared/fields/commonFields';

/**
 * Sort, by one of `options`; what ChatBot.com takes when nothing is chosen is the first one, descending.
 * The brackets of what is sent are inferred from the v1 text on training (docs/evidence/chatbot-com.md §2).
 */
export const sort = (options: INodePropertyOptions[]) =>
	collection('Sort', [
		{
			displayName: 'Direction',
			name: 'order',
			sentAs: 'sort[order]',
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
			sentAs: 'sort[field]',
			type: 'options',
			options,
			default: `${options[0].value}`,
		},
	]);
