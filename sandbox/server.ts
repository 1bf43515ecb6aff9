/** Starts the sandbox: an HTTP server on 127.0.0.1 that stands in for the vendors, for a language model, a help center and their files. */
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { ZodError } from 'zod';
import { BODY_LIMIT, registerBodyTypes } from './body';
import { loadContract } from './contract';
import { mountControl } from './control';
import { mountFiles } from './files';
import { mountHelpCenter } from './helpCenter';
import { mountModel } from './model';
import { createSandbox } from './sandbox';
import { ApiError } from './types';
import { mountVendor } from './vendorRoutes';
import { vendors } from './vendors';

export interface SandboxOptions {
	/** 0, the default, takes a free one. */
	port?: number;
	/** File to append every vendor request to, one JSON line each. */
	traffic?: string;
	/** See `createSandbox`. */
	seededFrom?: number;
}

export interface RunningSandbox {
	/** Address without a slash at its end; vendors are below it by name. */
	url: string;
	/** Stops listening and drops open connections. */
	close(): Promise<void>;
}

/**
 * Starts a sandbox with seeded vendors.
 *
 * @throws when the port is taken or a contract cannot be read
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
	const sandbox = createSandbox(vendors, {
		trafficFile: options.traffic,
		seededFrom: options.seededFrom,
	});
	const app = Fastify({
		bodyLimit: BODY_LIMIT,
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		routerOptions: { maxParamLength: 4096 },
	});
	await registerBodyTypes(app);
	app.setErrorHandler((error, _request, reply) => {
		if (error instanceof ZodError) return reply.code(400).send({ error: error.issues });
		const status =
			error instanceof ApiError
				? error.status
				: ((error as { statusCode?: number }).statusCode ?? 500);
		if (status >= 500) console.error(error);
		const message = error instanceof Error ? error.message : String(error);
		return reply.code(status).send({ error: message });
	});
	// A service and what it shows have the same clock.
	app.addHook('onSend', async (_request, reply) => {
		reply.header('date', new Date(sandbox.clock.now()).toUTCString());
	});
	const names = vendors.map(({ name }) => name);
	mountControl(app, sandbox, names);
	mountModel(app);
	mountHelpCenter(app, sandbox);
	mountFiles(app);
	for (const vendor of vendors) {
		await mountVendor(app, vendor, await loadContract(vendor.contract), sandbox);
	}
	await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	const { port } = app.server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		async close() {
			await app.close();
			sandbox.recorder.close();
		},
	};
}
