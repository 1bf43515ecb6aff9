import axios, { type AxiosInstance } from 'axios';
import { join } from 'node:path';

import type { LoggedRequest, Stats } from '../sandbox/recorder';
import { startService, stopProcess, type Process } from './processes';

export type { LoggedRequest } from '../sandbox/recorder';

const ROOT = join(__dirname, '..');

/** A running sandbox and its control API, which sandbox/control.ts describes. */
export class Sandbox {
	private readonly http: AxiosInstance;

	constructor(readonly url: string) {
		this.http = axios.create({ baseURL: `${url}/__sandbox/`, proxy: false });
	}

	/** Any command: `reset`, `faults`, `seed`, `clock`, `latency`, `rateLimit`, `loose`, `webhook`. */
	async control<T = unknown>(command: string, body: object = {}): Promise<T> {
		return (await this.http.post<T>(command, body)).data;
	}

	/** Requests received, oldest first: all, or those of one vendor or operation. */
	async requests(vendor?: string, operationId?: string): Promise<LoggedRequest[]> {
		const params = { vendor, operationId };
		return (await this.http.get<LoggedRequest[]>('requests', { params })).data;
	}

	async stats(): Promise<Stats> {
		return (await this.http.get<Stats>('stats')).data;
	}

	/** A vendor's whole state. */
	async state<T>(vendor: string): Promise<T> {
		return (await this.http.get<T>(`state/${vendor}`)).data;
	}
}

/** A sandbox that we have started. */
export class OwnSandbox extends Sandbox {
	constructor(
		url: string,
		private readonly process: Process,
	) {
		super(url);
	}

	async stop(): Promise<void> {
		await stopProcess(this.process);
	}
}

/**
 * Starts the sandbox on a free port of 127.0.0.1 in a process of its own, which ends with ours at the latest.
 * `args`: see sandbox/main.ts. Throws with its output when it does not come up.
 */
export async function startSandbox(...args: string[]): Promise<OwnSandbox> {
	const main = [join(ROOT, 'sandbox', 'main.ts'), '--until-stdin-closes'];
	const { url, process: child } = await startService('The sandbox', [...main, ...args], ROOT);
	return new OwnSandbox(url, child);
}
