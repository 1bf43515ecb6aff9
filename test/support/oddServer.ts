import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** How the odd server answers a request. */
export type Answering = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A service that answers as no service should. */
export interface OddServer {
	url: string;
	/** Requests that came, as `METHOD /path`. */
	asked: string[];
	close(): Promise<void>;
}

/** Starts one on 127.0.0.1; `close` ends what it has left hanging, too. */
export async function startOddServer(answering: Answering): Promise<OddServer> {
	const asked: string[] = [];
	const sockets = new Set<Socket>();
	const server: Server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		// Read first: one that is answered before looks like a connection that broke.
		request.resume().on('end', () => answering(request, response));
	});
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket)).on('error', () => {});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Answers with status 200 and JSON. */
export const answerJson = (response: ServerResponse, body: unknown, status = 200) =>
	response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

/** Begins an answer and goes on with a byte every 200 ms, for ever. */
export function drip(response: ServerResponse): void {
	response.writeHead(200, { 'Content-Type': 'application/json' });
	const timer = setInterval(() => response.write(' '), 200);
	response.on('close', () => clearInterval(timer));
}
