/** BotKit's event subscription: where a bot sends its events, and sending one. */
import { SignJWT } from 'jose';
import type { Clock } from '../../clock';
import { ApiError, type Handler, type VendorInstance } from '../../types';
import { uuidOf } from '../random';
import { secretOf } from './auth';
import { isPublishedSince } from './publishing';
import { find, idOf, type KoreAiState, type Subscription } from './state';

/** Event names in addresses, as the vendor's SDK has them, and what each is subscribed by. */
const SUBSCRIBED_BY: Record<string, string> = {
	on_user_message: 'onMessage',
	on_bot_message: 'onMessage',
	on_webhook: 'onHook',
	on_agent_transfer: 'onAgentTransfer',
	on_event: 'onEvent',
	on_alert: 'onAlert',
	on_variable_update: 'onVariableUpdate',
};

const TOKEN_LIFETIME = '60s';

/** The handler of the subscription; agentIntegrations.ts has what stands for it there. */
export function subscriptionHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	return {
		'webhook.subscribe': ({ params, body }) => {
			const bot = find(state.bots, params.botId, 'Bot');
			const { sdkClientId, sdkHostUri, subscribedFor } = body as {
				sdkClientId: string;
				sdkHostUri: string;
				subscribedFor: string[];
			};
			// Guess: words and status. Documented is that it is mandatory.
			if (!subscribedFor.includes('onAgentTransfer')) {
				throw new ApiError(400, 'onAgentTransfer is mandatory in subscribedFor');
			}
			state.subscriptions[bot.id] = {
				clientId: sdkClientId,
				hostUri: sdkHostUri,
				events: subscribedFor,
				at: clock.now(),
			};
			return { _id: bot.id, name: bot.name };
		},
	};
}

/** The subscription of a bot. Throws a refusal when there is none, or the bot was not published since (inferred). */
function liveSubscription(state: KoreAiState, botId: string): Subscription {
	if (!Object.hasOwn(state.subscriptions, botId)) throw new ApiError(404, `No events of ${botId}`);
	const subscription = state.subscriptions[botId];
	if (isPublishedSince(state, botId, subscription.at)) return subscription;
	throw new ApiError(400, `Publish ${botId} first: its events were subscribed after the last time`);
}

/** The part of the vendor's instance that calls the subscriber; `to` is the bot, `event` such as on_event or components/dc-1/on_webhook. */
export function eventCalls(
	state: KoreAiState,
	clock: Clock,
): Required<Pick<VendorInstance, 'webhook' | 'webhookAddress' | 'webhookHeaders'>> {
	let calls = 0;
	return {
		webhook(event = 'on_event', payload) {
			const waits = ['on_webhook', 'on_agent_transfer'].some((name) => event.endsWith(name));
			const [{ user, channel }] = state.sessions;
			return {
				requestId: uuidOf(`kore.ai event ${calls++}`),
				context: { session: { UserSession: {} }, entities: {} },
				channel: { type: channel, from: user.id, channelInfos: {} },
				message: 'Where is my order?',
				metaInfo: {},
				metaTags: {},
				baseUrl: 'https://platform.kore.ai/api/1.1/public',
				...(waits
					? { callbackUrl: 'https://platform.kore.ai/callback', contextId: idOf('dg', 'context') }
					: {}),
				...(event.endsWith('on_event') ? { event: { eventType: 'endDialog' } } : {}),
				...payload,
			};
		},
		webhookAddress(botId, event = 'on_event') {
			const { hostUri, events } = liveSubscription(state, botId);
			const name = event.split('/').at(-1) ?? '';
			const subscribedBy = Object.hasOwn(SUBSCRIBED_BY, name) ? SUBSCRIBED_BY[name] : undefined;
			if (subscribedBy === undefined) throw new ApiError(400, `No event ${event}`);
			if (!events.includes(subscribedBy)) {
				throw new ApiError(400, `${botId} is not subscribed for ${subscribedBy}`);
			}
			return `${hostUri.replace(/\/$/, '')}/sdk/bots/${botId}/${event}`;
		},
		async webhookHeaders(botId) {
			const { clientId } = liveSubscription(state, botId);
			const secret = secretOf(clientId);
			if (secret === undefined) throw new ApiError(400, `No app ${clientId}`);
			const token = await new SignJWT({ appId: clientId })
				.setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
				.setIssuedAt(new Date(clock.now()))
				.setExpirationTime(TOKEN_LIFETIME)
				.sign(new TextEncoder().encode(secret));
			return { token };
		},
	};
}
