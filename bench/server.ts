/** Command line: `tsx bench/server.ts`. The service that is called, in a process of its own; prints `{ url }`, ends with its standard input. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { answers, bodyOf, forget, type Answer } from './answers';
import { happen } from './polled';

/** How the service behaves until the next reset. */
export interface Behaviour {
	/** Milliseconds until it answers. */
	latency: number;
	/** Calls a second that it accepts; the others are answered 429 with Retry-After. */
	perSecond?: number;
}

/** What it saw since the last reset. */
export interface Counts {
	requests: number;
	connections: number;
	/** Most requests at one time that had no answer yet. */
	inFlight: number;
	/** Requests answered with 429. */
	refused: number;
	/** Requests for an OAuth2 token. */
	tokens: number;
	/** Bytes of request bodies. */
	bytes: number;
	/** Megabytes of answers. */
	sent: number;
}

const NOTHING: Counts = {
	requests: 0,
	connections: 0,
	inFlight: 0,
	refused: 0,
	tokens: 0,
	bytes: 0,
	sent: 0,
};

let behaviour: Behaviour = { latency: 0 };
let counts = { ...NOTHING };
let open = 0;
let window = { second: 0, accepted: 0 };

const seen = new WeakSet<object>();

/** Whether the call is within the limit, which is counted by the second of the clock. */
function isAccepted({ perSecond = Infinity }: Behaviour): boolean {
	const second = Math.floor(Date.now() / 1000);
	if (window.second !== second) window = { second, accepted: 0 };
	return ++window.accepted <= perSecond;
}

async function control(request: IncomingMessage): Promise<Answer> {
	if (request.method === 'POST') {
		behaviour = JSON.parse((await bodyOf(request)).toString()) as Behaviour;
		counts = { ...NOTHING };
		forget();
		window = { second: 0, accepted: 0 };
	}
	return { body: counts };
}

async function serve(request: IncomingMessage): Promise<Answer> {
	counts.requests++;
	if (!seen.has(request.socket)) {
		seen.add(request.socket);
		counts.connections++;
	}
	counts.inFlight = Math.max(counts.inFlight, ++open);
	try {
		const { answer, bytes } = await answers(request);
		counts.bytes += bytes;
		if (request.url?.endsWith('/oauth/token')) counts.tokens++;
		if (behaviour.latency > 0) await sleep(behaviour.latency);
		if (isAccepted(behaviour)) return answer;
		counts.refused++;
		return { status: 429, headers: { 'Retry-After': '1' }, body: { message: 'Too many requests' } };
	} finally {
		open--;
	}
}

/** Sends an answer; gives its bytes. */
function send(response: ServerResponse, { status = 200, headers = {}, body }: Answer): number {
	const text = Buffer.from(JSON.stringify(body));
	response.writeHead(status, {
		...headers,
		'Content-Type': 'application/json',
		'Content-Length': text.length,
	});
	response.end(text);
	return text.length;
}

/** Things happen that triggers poll for. */
async function news(request: IncomingMessage): Promise<Answer> {
	const { count } = JSON.parse((await bodyOf(request)).toString()) as { count: number };
	happen(count);
	return { body: {} };
}

/** What is not counted. */
const UNCOUNTED: Record<string, (request: IncomingMessage) => Promise<Answer>> = {
	'/control': control,
	'/news': news,
};

const server = createServer((request, response) => {
	const uncounted = UNCOUNTED[request.url ?? ''];
	(uncounted ?? serve)(request).then(
		(answer) => {
			const bytes = send(response, answer);
			if (!uncounted) counts.sent += bytes / 1_000_000;
		},
		(error: unknown) => send(response, { status: 500, body: { message: String(error) } }),
	);
});
// Thousands of connections may be opened at once.
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
	const { port } = server.address() as AddressInfo;
	process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
process.stdin.on('end', () => process.exit(0)).resume();
