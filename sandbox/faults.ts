/** Injected faults: which request meets one, and how a faulty answer looks on the wire. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** Body of `POST /__sandbox/faults`. */
export const faultSchema = z
	.object({
		vendor: z.string(),
		/** Every operation of the vendor when missing; `token` is the token endpoint. */
		operationId: z.string().optional(),
		kind: z.enum(['status', 'delay', 'meet', 'reset', 'truncate', 'html', 'contentType']),
		status: z.number().int().min(200).max(599).optional(),
		headers: z.record(z.string()).optional(),
		/** A string is sent as it is, anything else as JSON. */
		body: z.unknown().optional(),
		delayMs: z.number().nonnegative().optional(),
		count: z.number().int().positive().default(1),
		skip: z.number().int().nonnegative().default(0),
		applyFirst: z.boolean().default(false),
	})
	.strict();

/** One that is played; `over` is settled when its last request has come. */
export type Fault = z.infer<typeof faultSchema> & { over: Promise<void> };

/** An answer before it is put on the wire. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	text: string;
}

export interface Faults {
	add(fault: z.infer<typeof faultSchema>): void;
	/** The fault this request meets, its count and skip already lowered. */
	take(vendor: string, operationId: string): Fault | undefined;
	/** Whoever took the fault has left: if the others are still waited for, one more is to come, and the answer is true. */
	leave(fault: Fault): boolean;
	clear(): void;
}

/** Makes an empty set of faults; the oldest matching one acts first. */
export function createFaults(): Faults {
	let active: Array<Fault & { end: () => void }> = [];
	return {
		add: (fault) => {
			let end = () => {};
			const over = new Promise<void>((resolve) => (end = resolve));
			active.push({ ...fault, over, end });
		},
		take(vendor, operationId) {
			const fault = active.find(
				(candidate) =>
					candidate.vendor === vendor && (candidate.operationId ?? operationId) === operationId,
			);
			if (fault === undefined) return undefined;
			if (fault.skip > 0) {
				fault.skip -= 1;
				return undefined;
			}
			fault.count -= 1;
			if (fault.count > 0) return fault;
			active = active.filter((candidate) => candidate !== fault);
			fault.end();
			return fault;
		},
		leave(fault) {
			const isWaiting = active.some((candidate) => candidate === fault);
			if (isWaiting) fault.count += 1;
			return isWaiting;
		},
		clear: () => {
			active.forEach(({ end }) => end());
			active = [];
		},
	};
}

const DEFAULT_DELAY_MS = 1000;
const HTML_PAGE =
	'<!DOCTYPE html>\n<html><head><title>Gateway</title></head><body><h1>Please try again later</h1></body></html>\n';

/** Holds a request back as long as its fault wants, and `latencyMs` more: `meet` until all its requests have come. */
export async function holdBack({ kind, delayMs, over }: Fault, latencyMs: number): Promise<void> {
	if (kind === 'meet') await over;
	await sleep((delayMs ?? (kind === 'delay' ? DEFAULT_DELAY_MS : 0)) + latencyMs);
}

/** True when the fault needs the regular answer: to delay it, to spoil it, or after its effect. */
export function needsAnswer(fault: Fault): boolean {
	return fault.applyFirst || ['delay', 'meet', 'truncate', 'contentType'].includes(fault.kind);
}

/**
 * The answer a fault turns a request into.
 *
 * @param regular what the vendor would have answered; a status fault overwrites all of it
 * @param errorBody the vendor's form of an error
 */
export function spoil(
	fault: Fault,
	regular: Answer,
	errorBody: (status: number, message: string) => unknown,
): Answer {
	const json = { 'content-type': 'application/json; charset=utf-8' };
	const given = typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body);
	if (fault.kind === 'status') {
		const status = fault.status ?? 500;
		const text = given ?? JSON.stringify(errorBody(status, 'Injected fault'));
		return { status, headers: { ...json, ...fault.headers }, text };
	}
	if (fault.kind === 'html') {
		const headers = { 'content-type': 'text/html; charset=utf-8', ...fault.headers };
		return { status: fault.status ?? 200, headers, text: given ?? HTML_PAGE };
	}
	const type: Record<string, string> =
		fault.kind === 'contentType' ? { 'content-type': 'text/plain' } : {};
	return {
		status: fault.status ?? regular.status,
		headers: { ...regular.headers, ...type, ...fault.headers },
		text: given ?? regular.text,
	};
}

/** Bytes announced but never sent by a truncated answer. */
const MISSING_BYTES = 1024;

/** Breaks the connection in the fault's way; only for `reset` and `truncate`. */
export function breakConnection(fault: Fault, answer: Answer, reply: FastifyReply): void {
	reply.hijack();
	const { raw } = reply;
	if (fault.kind === 'reset') {
		raw.socket?.resetAndDestroy();
		return;
	}
	const body = Buffer.from(answer.text);
	raw.writeHead(answer.status, {
		...answer.headers,
		'content-length': body.length + MISSING_BYTES,
	});
	raw.write(body, () => raw.socket?.destroySoon());
}
