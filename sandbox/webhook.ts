/** Sends a vendor's webhook to an address, as the vendor would. */
import { z } from 'zod';
import type { Sandbox } from './sandbox';
import { ApiError } from './types';

/** Body of `POST /__sandbox/webhook`. */
export const webhookSchema = z
	.object({
		url: z.string().url(),
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
	.strict();

export type WebhookOrder = z.infer<typeof webhookSchema>;

/** Milliseconds to wait for the receiver. */
const TIMEOUT_MS = 30_000;

function bodyOf(order: WebhookOrder, sandbox: Sandbox, vendors: string[]): string {
	if (typeof order.body === 'string') return order.body;
	if (order.body !== undefined) return JSON.stringify(order.body);
	const senders = vendors.filter((name) => sandbox.instance(name).webhook !== undefined);
	const vendor = order.vendor ?? (senders.length === 1 ? senders[0] : undefined);
	if (vendor === undefined) throw new ApiError(400, `vendor must be one of ${senders.join(', ')}`);
	const body = sandbox.instance(vendor).webhook?.(order.event, order.payload);
	if (body === undefined) throw new ApiError(400, `${vendor} sends no webhooks`);
	return JSON.stringify(body);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/**
 * Sends the webhook `count` times, one after another.
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
	const body = bodyOf(order, sandbox, vendors);
	for (let sent = 0; sent < order.count; sent += 1) {
		try {
			const response = await fetch(order.url, {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...order.headers },
				body,
				signal: AbortSignal.timeout(TIMEOUT_MS),
			});
			last = await response.text();
			statuses.push(response.status);
		} catch (error) {
			throw new ApiError(502, `No answer from ${order.url}: ${String(error)}`);
		}
	}
	return { status: statuses[statuses.length - 1], body: parsed(last), statuses };
}
