/** Sends a vendor's webhook to an address, as the vendor would. */
import { z } from 'zod';
import type { Sandbox } from './sandbox';
import { ApiError } from './types';

/** Body of `POST /__sandbox/webhook`. */
export const webhookSchema = z
	.object({
		url: z.string().url().optional(),
		/** In place of `url`: ID of a webhook, or of a bot with one, that is registered with the vendor. */
		to: z.string().optional(),
		/** Needed only when more than one vendor sends webhooks. */
		vendor: z.string().optional(),
		event: z.string().optional(),
		/** Merged over the vendor's default payload. */
		payload: z.record(z.unknown()).default({}),
		headers: z.record(z.string()).default({}),
		/** Replaces the whole body; a string is sent as it is, anything else as JSON. */
		body: z.unknown().optional(),
		count: z.number().int().positive().default(1),
	})
	.strict()
	.refine(({ url, to }) => (url === undefined) !== (to === undefined), 'give either url or to');

export type WebhookOrder = z.infer<typeof webhookSchema>;

/** Milliseconds to wait for the receiver: far above what it takes on a busy machine. */
const TIMEOUT_MS = 300_000;

/** The vendor that sends. Throws an `ApiError` (400) when it is not clear which, or sends none. */
function senderOf({ vendor }: WebhookOrder, sandbox: Sandbox, vendors: string[]) {
	const senders = vendors.filter((name) => sandbox.instance(name).webhook !== undefined);
	const name = vendor ?? (senders.length === 1 ? senders[0] : undefined);
	if (name === undefined) throw new ApiError(400, `vendor must be one of ${senders.join(', ')}`);
	return sandbox.instance(name);
}

function bodyOf(order: WebhookOrder, sandbox: Sandbox, vendors: string[]): string {
	if (typeof order.body === 'string') return order.body;
	if (order.body !== undefined) return JSON.stringify(order.body);
	const { event, payload, to } = order;
	const body = senderOf(order, sandbox, vendors).webhook?.(event, payload, to);
	if (body === undefined) throw new ApiError(400, `${order.vendor} sends no webhooks`);
	return JSON.stringify(body);
}

/** Where the call goes, and the headers by which a registered receiver knows the vendor. */
async function targetOf(
	order: WebhookOrder,
	sandbox: Sandbox,
	vendors: string[],
): Promise<{ address: string; proof?: Record<string, string> }> {
	if (order.url !== undefined) return { address: order.url };
	const { to = '', event } = order;
	const sender = senderOf(order, sandbox, vendors);
	const address = sender.webhookAddress?.(to, event);
	if (address === undefined) throw new ApiError(400, `${order.vendor} registers no webhooks`);
	return { address, proof: await sender.webhookHeaders?.(to) };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/**
 * Sends the webhook `count` times, one after another, each with a body of its own.
 *
 * @returns status and body (parsed when JSON) of the last answer, and every status
 * @throws ApiError 502 when the receiver cannot be reached
 */
export async function sendWebhook(
	order: WebhookOrder,
	sandbox: Sandbox,
	vendors: string[],
): Promise<{ status: number; body: unknown; statuses: number[] }> {
	const statuses: number[] = [];
	let last = '';
	const { address, proof } = await targetOf(order, sandbox, vendors);
	for (let sent = 0; sent < order.count; sent += 1) {
		const body = bodyOf(order, sandbox, vendors);
		try {
			const response = await fetch(address, {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...proof, ...order.headers },
				body,
				signal: AbortSignal.timeout(TIMEOUT_MS),
			});
			last = await response.text();
			statuses.push(response.status);
		} catch (error) {
			throw new ApiError(502, `No answer from ${address.split('?')[0]}: ${String(error)}`);
		}
	}
	return { status: statuses[statuses.length - 1], body: parsed(last), statuses };
}
