import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import type { CampaignType, Operations } from '../contract';
import type { CampaignPath } from './state';

/** Lets a campaign begin, or end. Voice and SMS have addresses of their own (docs/evidence/kore-ai.md §9.2). */
export async function trigger(
	api: Client<Operations>,
	path: CampaignPath,
	type: CampaignType,
	what: 'play' | 'stop',
): Promise<IDataObject> {
	if (type === 'voice') {
		const query = { campaignType: 'voice', trigger: what } as const;
		return await api.call('campaign.triggerVoice', { path, query, body: {} });
	}
	if (what === 'play') {
		const query = { campaignType: 'sms', trigger: 'play' } as const;
		return await api.call('campaign.startSms', { path, query, body: {} });
	}
	const query = { campaignType: 'sms', trigger: 'stop' } as const;
	return await api.call('campaign.stopSms', { path, query, body: {} });
}
