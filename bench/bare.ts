import { Agent, request } from 'node:http';
import type { IDataObject } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { inParallel } from '../nodes/shared/call/concurrency';

/**
 * The limit: Node's own HTTP client with connections that are kept, and nothing of n8n.
 * At most `size` calls are in flight.
 */
export class BareClient {
	private readonly agent: Agent;

	constructor(
		private readonly url: string,
		private readonly size: number,
	) {
		this.agent = new Agent({ keepAlive: true, maxSockets: size });
	}

	/** Answers the parsed body of an answer of any status. Rejects when there is none. */
	async get(path: string): Promise<IDataObject> {
		return await this.call('GET', path);
	}

	/** As `get`, with a body. */
	async post(path: string, body: string | Buffer, type = 'application/json'): Promise<IDataObject> {
		return await this.call('POST', path, body, type);
	}

	private async call(
		method: string,
		path: string,
		body?: string | Buffer,
		type?: string,
	): Promise<IDataObject> {
		const headers = body && {
			'Content-Type': type,
			'Content-Length': Buffer.byteLength(body),
		};
		return await new Promise((resolve, reject) => {
			const options = { method, agent: this.agent, headers: headers || {} };
			const sent = request(this.url + path, options, (response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () => {
					const text = Buffer.concat(chunks).toString();
					resolve(jsonParse<IDataObject>(text, { fallbackValue: {} }));
				});
			});
			sent.on('error', reject);
			sent.end(body);
		});
	}

	/** Calls `task` with 0 … `count` - 1; answers what they give, in order. */
	async each<T>(count: number, task: (index: number) => Promise<T>): Promise<T[]> {
		const results: T[] = [];
		await inParallel(count, this.size, async (index) => {
			results[index] = await task(index);
		});
		return results;
	}
}
