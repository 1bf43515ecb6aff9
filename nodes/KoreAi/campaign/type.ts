import { field } from '../../shared/fields/field';
import type { CampaignType } from '../contract';

export const TYPES = ['voice', 'sms'] as const satisfies CampaignType[];

/** Whether campaigns call or write; Kore.ai asks for it wherever it does not know the campaign by its ID alone. */
export const campaignType = field({
	displayName: 'Type',
	name: 'campaignType',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'SMS', value: 'sms' },
		{ name: 'Voice', value: 'voice' },
	],
	default: 'voice',
});
