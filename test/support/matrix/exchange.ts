import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Written } from '../answers/vendor';

/** One request that gets a fault in the place of its answer. */
export interface Exchange {
	request: IncomingMessage;
	response: ServerResponse;
	/** What would have been answered. */
	good: Written;
	/** What the service knows of the account and of the request, encoded, to repeat it. */
	echo: string;
	/** An address of another host. */
	elsewhere: string;
}

/** What a fault does on the wire. */
export type Serve = (exchange: Exchange) => void;

/** An answer with a status, a body and headers. */
export const answer =
	(
		status: number,
		body: (exchange: Exchange) => string | Buffer = errorBody,
		headers: (exchange: Exchange) => Record<string, string> = () => ({}),
	): Serve =>
	(exchange) => {
		const { response } = exchange;
		response.writeHead(status, { 'content-type': 'application/json', ...headers(exchange) });
		response.end(body(exchange));
	};

/** An error in words that repeat what the service knows. */
export const errorBody = ({ echo }: Exchange): string =>
	JSON.stringify({ error: { message: `Not done: ${echo}` }, message: `Not done: ${echo}` });

/** The same as a text, with status 200. */
export const errorText: Serve = answer(
	200,
	({ echo }) => `Not done: ${echo}`,
	() => ({ 'content-type': 'text/plain' }),
);

/** Bytes as they are, after which the connection is closed, or left open. */
export const bytes =
	(text: (exchange: Exchange) => string | Buffer, then: 'end' | 'open' = 'end'): Serve =>
	(exchange) => {
		const { socket } = exchange.request;
		socket.write(text(exchange));
		if (then === 'end') socket.end();
	};

/** The head of an answer, as text. */
export const head = (status: string, ...headers: string[]): string =>
	[`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n');

/** The connection breaks with a reset, after some bytes. */
export const reset =
	(text?: (exchange: Exchange) => string): Serve =>
	(exchange) => {
		const { socket } = exchange.request;
		if (!text) return void socket.resetAndDestroy();
		// Written before the reset overtakes it.
		socket.write(text(exchange), () => setTimeout(() => socket.resetAndDestroy(), 20));
	};

/** One byte of the good answer every 200 ms, without an end. */
export const drip: Serve = ({ request: { socket }, good }) => {
	const text = good.text.padEnd(10_000);
	socket.write(
		head('200 OK', `content-type: ${good.contentType}`, `content-length: ${text.length}`),
	);
	let sent = 0;
	const timer = setInterval(() => socket.write(text[sent++ % text.length]), 200);
	socket.once('close', () => clearInterval(timer));
	socket.on('error', () => clearInterval(timer));
};

/** A text as a header can carry it. */
export const inHeader = (text: string) => text.replace(/[^\x20-\x7e]/g, '');

/** The same in the path of an address, if it does not end it. */
export const inPath = (text: string) => (/[?#]/.test(text) ? 'elsewhere' : inHeader(text));
