/** The control API below `/__sandbox/`: what tests and people steer the sandbox with. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readBody } from './body';
import { faultSchema } from './faults';
import { looseSchema } from './looseModes';
import type { Sandbox } from './sandbox';
import { ApiError } from './types';
import { sendWebhook, webhookSchema } from './webhook';

const resetSchema = z.object({ suite: z.string().optional() }).strict();
const seedSchema = z.object({ vendor: z.string() }).passthrough();
const clockSchema = z.object({ advanceSeconds: z.number() }).strict();
const latencySchema = z.object({ ms: z.number().nonnegative() }).strict();
const rateLimitSchema = z.union([
	z.object({ vendor: z.string(), off: z.literal(true) }).strict(),
	z
		.object({
			vendor: z.string(),
			requestsPerSecond: z.number().positive(),
			retryAfterSeconds: z.number().nonnegative().default(1),
		})
		.strict(),
	z
		.object({
			vendor: z.string(),
			requestsPerMinute: z.number().positive(),
			retryAfterSeconds: z.number().nonnegative().optional(),
		})
		.strict(),
]);
const filterSchema = z.object({
	vendor: z.string().optional(),
	operationId: z.string().optional(),
});

/** Registers the control routes; refusals are `{error}` with status 400 or 404. */
export function mountControl(app: FastifyInstance, sandbox: Sandbox, vendors: string[]): void {
	const known = (vendor: string) => {
		sandbox.instance(vendor);
		return vendor;
	};

	/** A POST route that checks its JSON body and answers `{ok: true}` plus what it returns. */
	function post<S extends z.ZodTypeAny>(
		path: string,
		schema: S,
		act: (body: z.output<S>) => object | void | Promise<object>,
	): void {
		app.post(`/__sandbox/${path}`, async (request) => {
			const { value, error } = await readBody(request);
			if (error !== undefined) throw new ApiError(400, error);
			const body: unknown = schema.parse(value ?? {});
			return { ok: true, ...(await act(body)) };
		});
	}

	post('reset', resetSchema, ({ suite }) => sandbox.reset(suite));
	post('faults', faultSchema, (fault) => {
		known(fault.vendor);
		sandbox.faults.add(fault);
	});
	post('seed', seedSchema, ({ vendor, ...options }) => sandbox.instance(vendor).seed(options));
	post('clock', clockSchema, ({ advanceSeconds }) => {
		sandbox.advance(advanceSeconds);
		return { now: new Date(sandbox.clock.now()).toISOString() };
	});
	post('latency', latencySchema, ({ ms }) => {
		sandbox.latencyMs = ms;
	});
	post('rateLimit', rateLimitSchema, (limit) => {
		const vendor = known(limit.vendor);
		if ('off' in limit) sandbox.rateLimits.off(vendor);
		else {
			const { retryAfterSeconds } = limit;
			const [requests, spanMs] =
				'requestsPerSecond' in limit
					? [limit.requestsPerSecond, 1000]
					: [limit.requestsPerMinute, 60_000];
			sandbox.rateLimits.set(vendor, { requests, spanMs, retryAfterSeconds });
		}
	});
	post('loose', looseSchema, (mode) => {
		known(mode.vendor);
		sandbox.loose.set(mode);
	});
	post('webhook', webhookSchema, async (order) => await sendWebhook(order, sandbox, vendors));

	app.get('/__sandbox/requests', (request) =>
		sandbox.recorder.requests(filterSchema.parse(request.query)),
	);
	app.get('/__sandbox/stats', () => sandbox.recorder.stats());
	app.get('/__sandbox/state/:vendor', (request) => {
		const { vendor } = request.params as { vendor: string };
		return sandbox.instance(vendor).state();
	});
}
