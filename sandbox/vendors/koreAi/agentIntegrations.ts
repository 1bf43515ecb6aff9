/** What hands conversations over to agents. Whatever is subscribed to BotKit's events stands there as `custom`. */
import { ApiError, type Handler } from '../../types';
import { find, type KoreAiState } from './state';

/** What each bot has to begin with (a guess: the page does not say). */
const OWN = 'kore';

/** Handlers of the agent integrations and of the channels' use of them. */
export function agentIntegrationHandlers(state: KoreAiState): Record<string, Handler> {
	const { integrations, channelMappings } = state.building;
	const isConfigured = (botId: string, name: string) =>
		name === OWN ||
		Object.hasOwn(integrations[botId] ?? {}, name) ||
		(name === 'custom' && Object.hasOwn(state.subscriptions, botId));

	const mappingsOf = (botId: string): Record<string, string> => {
		const { id, channels } = find(state.bots, botId, 'Bot');
		const used = Object.hasOwn(state.subscriptions, id) ? 'custom' : OWN;
		const all = Object.fromEntries(['default', ...channels].map((channel) => [channel, used]));
		return { ...all, ...channelMappings[id] };
	};

	const configure: Handler = ({ params, query, body }) => {
		const { id } = find(state.bots, params.botId, 'Bot');
		(integrations[id] ??= {})[params.integration] = body as object;
		if (query.setAsDefault === 'true') {
			(channelMappings[id] ??= {}).default = params.integration;
		}
		return { state: 'configured', requiresPublish: true };
	};

	return {
		'agentIntegration.enable': configure,
		'agentIntegration.update': configure,
		'agentIntegration.reset': ({ params }) => {
			const { id } = find(state.bots, params.botId, 'Bot');
			delete integrations[id]?.[params.integration];
			delete channelMappings[id];
			if (params.integration === 'custom') delete state.subscriptions[id];
			return { status: 'deleted', integration: params.integration };
		},
		'agentIntegration.getChannelMappings': ({ params }) => ({
			channelMappings: mappingsOf(params.botId),
			state: 'configured',
			requiresPublish: true,
		}),
		'agentIntegration.updateChannelMappings': ({ params, body }) => {
			const { channelMappings: wanted } = body as { channelMappings: Record<string, string> };
			// Documented: all of them, and only what is configured. The words are a guess.
			const missing = Object.keys(mappingsOf(params.botId)).filter((name) => !wanted[name]);
			if (missing.length > 0) throw new ApiError(400, `${missing.join(', ')} missing`);
			const unknown = Object.values(wanted).find((name) => !isConfigured(params.botId, name));
			if (unknown) throw new ApiError(400, `The integration ${unknown} is not configured`);
			channelMappings[params.botId] = wanted;
			return { channelMappings: wanted };
		},
	};
}
