import { randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { read, type SampleVendor, type Written } from '../answers/vendor';
import type { Account } from './accounts';
import type { Fault } from './faults';

/** The token endpoint, as the name of what is called. */
export const TOKEN = 'token';

/** A request that arrived. */
export interface Arrival {
	/** Operation ID, or TOKEN; undefined for an address that nobody should call. */
	id?: string;
	/** The fault that it got. */
	fault?: Fault;
}

/** Who plays in a case. */
interface Cast {
	vendor: SampleVendor;
	account: Account;
}

/** The address of one case alone. */
export interface Door {
	open: () => Promise<void>;
	/** From now on nobody listens. */
	shut: () => Promise<void>;
}

/** A case at the server. */
export interface Stage extends Cast {
	/** Whose calls get a fault: operation ID, or TOKEN. */
	target?: string;
	fault?: Fault;
	/** How many calls get it. */
	count: number;
	/** Address of the vendor's server. */
	url: string;
	arrivals: Arrival[];
	/** Of a case in which nobody listens at times. */
	door?: Door;
	/** Headers and bodies of what came to another host. */
	foreign: string[];
	sockets: Set<Socket>;
}

const listen = async (server: Server, port = 0) =>
	await new Promise<number>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
	});

/** Ports that cases have had: at one that nobody listens at now, another case's address would answer. */
const taken = new Set<number>();

/** Below the ports that the system gives to others, or to a connection that would then meet itself. */
async function freePort(): Promise<number> {
	for (;;) {
		const port = randomInt(20_000, 30_000);
		if (taken.has(port)) continue;
		const probe = createServer();
		const isFree = await listen(probe, port).then(
			() => true,
			() => false,
		);
		await stop(probe);
		taken.add(port);
		if (isFree) return port;
	}
}

const stop = async (server: Server) => {
	server.closeAllConnections();
	if (server.listening) await new Promise((resolve) => server.close(resolve));
};

/** A server for many cases at a time, each below an address of its own, and another host that nobody may call. */
export class FaultServer {
	private port = 0;

	private elsewhere = '';

	private readonly stages = new Map<string, Stage>();

	private readonly doors = new Set<Server>();

	private readonly server = this.make();

	private readonly other = createServer((request, response) => {
		void read(request).then((body) => {
			// Its address is the service's own doing.
			const [, id] = (request.url ?? '').split('/');
			this.stages.get(id)?.foreign.push(JSON.stringify([request.rawHeaders, body]));
			response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
		});
	});

	async start(): Promise<void> {
		this.port = await listen(this.server);
		this.elsewhere = `http://127.0.0.1:${await listen(this.other)}`;
	}

	async stop(): Promise<void> {
		await Promise.all([this.server, this.other, ...this.doors].map(stop));
	}

	/** Opens a case; with an address of its own, that has a door, and nobody listens there before it is opened. */
	async open(id: string, cast: Cast, isOwn = false): Promise<Stage> {
		const port = isOwn ? await freePort() : this.port;
		const url = `http://127.0.0.1:${port}/${id}`;
		const door = isOwn ? this.doorAt(port) : undefined;
		const empty = { count: 0, arrivals: [], foreign: [], sockets: new Set<Socket>() };
		const stage: Stage = { ...cast, ...empty, url, door };
		this.stages.set(id, stage);
		return stage;
	}

	/** Ends a case, and whatever waits for its answers. */
	async close(id: string): Promise<void> {
		await this.stages.get(id)?.door?.shut();
		for (const socket of this.stages.get(id)?.sockets ?? []) socket.destroy();
		this.stages.delete(id);
		// Whoever has kept a connection learns in the turn after the next that it is gone, and takes another.
		await nextTurn();
		await nextTurn();
	}

	private doorAt(port: number): Door {
		const server = this.make();
		this.doors.add(server);
		let opening: Promise<unknown> | undefined;
		return {
			open: async () => void (await (opening ??= listen(server, port))),
			shut: async () => {
				await opening;
				await stop(server);
				opening = undefined;
			},
		};
	}

	private make(): Server {
		const server = createServer((request, response) => {
			request.on('error', () => undefined);
			void this.hear(request, response);
		});
		server.on('connection', (socket: Socket) => socket.on('error', () => undefined));
		// Sockets are closed by the faults alone.
		server.keepAliveTimeout = 60_000;
		return server;
	}

	private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const [, id, name, ...rest] = (request.url ?? '').split('/');
		const stage = this.stages.get(id);
		if (stage?.vendor.name !== name) return void request.socket.destroy();
		stage.sockets.add(request.socket);
		const { vendor, account, target, fault, count, arrivals } = stage;
		const url = `/${rest.join('/')}`;
		const method = request.method ?? 'GET';
		const isToken = url.startsWith('/oauth/token');
		const called = isToken ? TOKEN : vendor.operationOf(method, url);
		const before = arrivals.filter((one) => one.fault).length;
		const hit = fault && called === target && before < count ? fault : undefined;
		arrivals.push({ id: called, fault: hit });
		const exchange = {
			request,
			response,
			echo: account.echo(request),
			elsewhere: `${this.elsewhere}/${id}`,
		};
		if (hit?.early) return hit.serve({ ...exchange, good: token('') });
		const body = await read(request).catch(() => undefined);
		const isGiven = hit?.data !== 'none';
		const good = isToken ? token(isGiven ? account.issue() : '') : vendor.reply(method, url, body);
		if (hit?.effect === 'none') Object.assign(vendor.heard.at(-1) ?? {}, { refused: true });
		if (hit) return hit.serve({ ...exchange, good });
		response.writeHead(good.status, { 'content-type': good.contentType });
		response.end(good.text);
	}
}

const token = (value: string): Written => ({
	status: 200,
	contentType: 'application/json',
	text: JSON.stringify({ access_token: value, token_type: 'Bearer', expires_in: 3600 }),
});
