import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../shared/call/client';
import { isThing } from '../shared/fields/lists';
import type { Operations } from './contract';

/** The integration with agents that each channel of a bot uses; one that no channel uses is not shown. Throws when the answer has none. */
export async function channelMappingsOf(
	api: Client<Operations>,
	botId: string,
): Promise<IDataObject> {
	const answer = await api.call('agentIntegration.getChannelMappings', { path: { botId } });
	const { channelMappings } = answer;
	return isThing(channelMappings)
		? channelMappings
		: api.failShape(answer, "gave no 'channelMappings', so it cannot be told whether one is there");
}
