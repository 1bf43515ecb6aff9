import type { INodePropertyOptions } from 'n8n-workflow';

import { sort as common, sortOrder } from '../shared/fields/commonFields';

/**
 * Sort, by one of `options`; what ChatBot.com takes when nothing is chosen is the first one, descending.
 * The brackets of what is sent are inferred from the v1 text on training (docs/evidence/chatbot-com.md §2).
 */
export const sort = (options: INodePropertyOptions[]) =>
	common(options, 'sort[field]', { ...sortOrder, sentAs: 'sort[order]' });
