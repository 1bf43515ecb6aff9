import { get } from 'lodash';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { contracts, type Contract } from '../contracts';
import { LISTS, pageOf, vary, type Asked, type ListForm } from './lists';
import { samplesOf, type Sample } from './samples';

/** An answer that is sent as it is. */
export class Verbatim {
	constructor(
		readonly text: string,
		readonly contentType = 'application/json',
	) {}
}

/** Makes another answer of the one to an operation. */
export type Alter = (answer: unknown) => unknown;

/** What the vendor was asked. */
export interface Heard extends Asked {
	id: string;
	/** Values of the path's placeholders. */
	path: Record<string, string>;
	/** What it answered, before it was put on the wire. */
	answer: unknown;
	/** What it would have answered if nothing were changed. */
	regular: unknown;
	/** Whether it was refused, and so had no effect. */
	refused?: boolean;
}

/** What a vendor has in the place of its samples. */
export interface Given {
	/** Rows of lists, made from the sample's. */
	rows?: Record<string, (rows: unknown[]) => unknown[]>;
	/** Rows of a list after calls, from those before; `made` is the last call of an operation that was not refused. */
	grown?: Record<string, (rows: unknown[], made: (id: string) => Heard | undefined) => unknown[]>;
	/** Whole answers. */
	answers?: Record<string, unknown>;
}

/** Rows of a list, unless a test says otherwise: over more than one page. */
export const ROWS = 3;

const TOKEN = { access_token: 'token', token_type: 'Bearer', expires_in: 3600 };

/** An answer as it goes over the wire. */
export interface Written {
	status: number;
	contentType: string;
	text: string;
}

const written = (status: number, value: unknown): Written => {
	const { text, contentType } =
		value instanceof Verbatim ? value : new Verbatim(JSON.stringify(value));
	return { status, text, contentType };
};

/** The body of a request: JSON, or text. */
export async function read(request: IncomingMessage): Promise<unknown> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const text = Buffer.concat(chunks).toString();
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/**
 * A vendor that knows nothing but its contract's samples: it gives each operation its sample, lists in pages of
 * rows like the sample's. One operation may be given another answer.
 */
export class SampleVendor {
	readonly samples: Map<string, Sample>;

	readonly lists: Record<string, ListForm>;

	/** Oldest first; token requests are left out. */
	heard: Heard[] = [];

	/** Requests that are of no operation. */
	strays: string[] = [];

	/** Rows of a list, in the place of those like the sample's. */
	readonly rows = new Map<string, unknown[]>();

	/** An answer in the place of the sample. */
	readonly answers = new Map<string, unknown>();

	/** What lists become by a call. */
	private grown: Given['grown'];

	private altered?: { id: string; alter: Alter; refused: boolean };

	private readonly contract: Contract;

	private readonly server: Server;

	constructor(readonly name: string) {
		this.samples = samplesOf(name);
		this.lists = LISTS[name];
		this.contract = contracts().find(({ vendor }) => vendor === name)!;
		this.server = createServer((request, response) => void this.answer(request, response));
	}

	/** Starts listening on 127.0.0.1; answers the address, below which the vendor is found by its name. */
	async start(): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/** Has that, and nothing else, in the place of its samples. */
	prepare({ rows = {}, answers = {}, grown }: Given): void {
		this.rows.clear();
		this.answers.clear();
		this.grown = undefined;
		for (const [id, list] of Object.entries(rows)) this.rows.set(id, list(this.rowsOf(id)));
		for (const [id, given] of Object.entries(answers)) this.answers.set(id, given);
		this.grown = grown;
	}

	/**
	 * Forgets what it heard; from now on, the answers to an operation are altered, or those to none. `refused`: what they
	 * say is no.
	 */
	begin(id?: string, alter?: Alter, refused = false): void {
		this.heard = [];
		this.strays = [];
		this.altered = id !== undefined && alter ? { id, alter, refused } : undefined;
	}

	/** The rows of a list. */
	rowsOf(id: string): unknown[] {
		const before = this.rowsBefore(id);
		const made = (by: string) => this.heard.findLast((one) => one.id === by && !one.refused);
		return this.grown?.[id]?.(before, made) ?? before;
	}

	private rowsBefore(id: string): unknown[] {
		const given = this.rows.get(id);
		if (given) return given;
		const { rows, key } = this.lists[id];
		const { answer } = this.samples.get(id)!;
		const [row] = (rows === '' ? answer : get(answer, rows)) as unknown[];
		return Array.from({ length: ROWS }, (_, index) => vary(row, key, index + 1));
	}

	private regular(id: string, asked: Asked): unknown {
		const { answer } = this.samples.get(id)!;
		const form = this.lists[id];
		return form && !this.answers.has(id)
			? pageOf(form, answer, this.rowsOf(id), asked)
			: (this.answers.get(id) ?? answer);
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await read(request);
		const url = (request.url ?? '').slice(this.name.length + 1);
		const { status, text, contentType } = url.startsWith('/oauth/token')
			? written(200, TOKEN)
			: this.reply(request.method ?? 'GET', url, body);
		response.writeHead(status, { 'content-type': contentType });
		response.end(text);
	}

	/** The contract's operation of a request that has a sample; `url` is below the vendor's address. */
	private matched(method: string, url: string) {
		const none = { contentType: null, body: null, status: 200, responseBody: null };
		const matched = this.contract.match({ method, url, ...none });
		return matched && this.samples.has(matched.operation.id) ? matched : undefined;
	}

	/** The operation of a request; `url` is below the vendor's address. */
	operationOf(method: string, url: string): string | undefined {
		return this.matched(method, url)?.operation.id;
	}

	/** What is answered to a request, which is noted. */
	reply(method: string, url: string, body: unknown): Written {
		const matched = this.matched(method, url);
		if (!matched) {
			this.strays.push(`${method} ${url}`);
			return written(404, { error: `No route ${method} ${url}` });
		}
		const { id } = matched.operation;
		const sample = this.samples.get(id)!;
		const query = Object.fromEntries(new URLSearchParams(url.split('?')[1]));
		const asked = { query, body };
		const regular = this.regular(id, asked);
		const altered = id === this.altered?.id ? this.altered : undefined;
		const answer = altered ? altered.alter(regular) : regular;
		const refused = altered?.refused;
		this.heard.push({ id, path: matched.values, ...asked, answer, regular, refused });
		const isText = sample.contentType !== 'application/json' && answer === regular;
		return written(
			sample.status,
			isText ? new Verbatim(String(answer), sample.contentType) : answer,
		);
	}
}
