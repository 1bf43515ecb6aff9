/** Webhooks: registering them with a verification request, and the calls of the blocks that use them. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { ApiError, type Handler, type VendorInstance } from '../../types';
import { uuidOf } from '../random';
import { envelope, find, idOf, shownAttributes, type ChatBotComState, type Webhook } from './state';

type NewWebhook = Pick<Webhook, 'name' | 'url'> & Partial<Webhook>;

/** Inferred from a sample of an error. */
const TIMEOUT_MS = 10_000;

/** The address with parameters added to its query. */
function withQuery(url: string, parameters: Record<string, string>): string {
	const address = new URL(url);
	for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
	return address.href;
}

/** Documented: the address has to answer with the bare challenge. Guess: otherwise there is a 400. */
async function verify({ url, token }: Webhook): Promise<void> {
	const challenge = randomUUID();
	const refuse = (what: string): never => {
		throw new ApiError(400, `Webhook verification failed: ${what}`);
	};
	const answer = await fetch(withQuery(url, { challenge, token }), {
		redirect: 'manual',
		signal: AbortSignal.timeout(TIMEOUT_MS),
	}).catch(() => refuse('no answer'));
	if (answer.status !== 200) refuse(`status ${answer.status}`);
	if ((await answer.text()) !== challenge) refuse('the answer is not the challenge');
}

/** Handlers of the webhook operations. */
export function webhookHandlers(state: ChatBotComState, clock: Clock): Record<string, Handler> {
	let created = 0;

	return {
		'webhook.getAll': () =>
			// Documented: the list has no tokens, and the last error in it is a text.
			state.webhooks.map(({ id, name, url }) => ({ id, name, url, error: '' })),
		'webhook.get': ({ params }) => find(state.webhooks, params.id, 'Webhook'),
		'webhook.create': async ({ body }) => {
			// Guess: what is left out is empty.
			const { name, url, token = '', headers = [], auth = {} } = body as NewWebhook;
			const id = idOf(`new webhook ${created++}`);
			const webhook = { id, name, url, token, headers, auth };
			await verify(webhook);
			state.webhooks.push(webhook);
			return { id, ...envelope(clock) };
		},
		'webhook.update': ({ params, body }) => {
			const { id } = find(state.webhooks, params.id, 'Webhook');
			// Guess: what is left out is empty, and the address is not asked again.
			const { name, url, token = '', headers = [], auth = {} } = body as NewWebhook;
			const changed = { id, name, url, token, headers, auth };
			state.webhooks = state.webhooks.map((webhook) => (webhook.id === id ? changed : webhook));
			return envelope(clock);
		},
		'webhook.delete': ({ params }) => {
			const { id } = find(state.webhooks, params.id, 'Webhook');
			state.webhooks = state.webhooks.filter((webhook) => webhook.id !== id);
			return envelope(clock);
		},
	};
}

/** The part of a vendor's instance that calls the registered webhooks. */
export function webhookCalls(
	state: ChatBotComState,
	clock: Clock,
): Required<Pick<VendorInstance, 'webhook' | 'webhookAddress'>> {
	let calls = 0;

	/** What the new builder's block sends. */
	const block = (to?: string) => {
		const [{ id: chatId, user }] = state.chats;
		const webhook = state.webhooks.find(({ id }) => id === to);
		return {
			chatId,
			messageId: uuidOf(`chatbot.com message ${calls++}`),
			userId: user.id,
			externalId: uuidOf('chatbot.com external user'),
			node: {
				id: uuidOf('chatbot.com webhook block'),
				name: 'Ask n8n',
				type: 'WEBHOOK',
				webhookId: webhook?.id ?? idOf('webhook'),
				webhookName: webhook?.name ?? 'n8n',
			},
			userAttributes: { default_name: user.name },
			attributes: { order: 'A-117' },
		};
	};

	/** What the old builder's interaction sends: the whole answer of a query. */
	const interaction = () => ({
		result: {
			source: 'custom',
			resolvedQuery: 'Where is my order?',
			confidence: 0.5,
			score: 1,
			lifespan: 2,
			incomplete: false,
			storyId: state.stories[0].id,
			interaction: { id: idOf('webhook interaction'), name: 'order status', action: 'order' },
			parameters: {},
			sessionParameters: shownAttributes({ default_name: 'Ewa Kowalska', order: 'A-117' }),
			contexts: [],
			fulfillment: [],
		},
		sessionId: uuidOf(`chatbot.com session ${calls++}`),
		...envelope(clock),
	});

	return {
		webhook(event = 'v2', payload, to) {
			if (event === 'v2') return { ...block(to), ...payload };
			if (event === 'v1') return { ...interaction(), ...payload };
			throw new ApiError(400, `No event ${event}: v2 or v1`);
		},
		// Documented: the token comes in the query.
		webhookAddress(id) {
			const { url, token } = find(state.webhooks, id, 'Webhook');
			return withQuery(url, { token });
		},
	};
}
