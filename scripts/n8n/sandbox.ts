import { join } from 'node:path';
import { createInterface } from 'node:readline';
import axios, { type AxiosInstance } from 'axios';
import { startProcess, stopProcess, tail } from './processes';

const root = join(__dirname, '..', '..');

/** One request the sandbox received, as its log shows it. */
export interface ReceivedRequest {
	vendor: string;
	operationId: string;
	method: string;
	path: string;
	query: Record<string, unknown>;
	body: unknown;
	status: number;
	responseBody: unknown;
	contractErrors: string[];
}

/** A running sandbox and the parts of its control interface that the playground uses. */
export interface Sandbox {
	url: string;
	/** Requests received, oldest first: all, or those of one vendor or operation. */
	requests(vendor?: string, operationId?: string): Promise<ReceivedRequest[]>;
	/** A vendor's whole state. */
	state<T>(vendor: string): Promise<T>;
	/** Moves the sandbox's clock on. */
	advance(seconds: number): Promise<void>;
	/** Sends the vendor's webhook to `url`; answers what the receiver answered. */
	webhook(url: string, payload: Record<string, unknown>): Promise<{ status: number }>;
	stop(): Promise<void>;
}

function control(http: AxiosInstance, url: string): Omit<Sandbox, 'stop'> {
	return {
		url,
		requests: async (vendor, operationId) =>
			(await http.get<ReceivedRequest[]>('requests', { params: { vendor, operationId } })).data,
		state: async <T>(vendor: string) => (await http.get<T>(`state/${vendor}`)).data,
		advance: async (advanceSeconds) => {
			await http.post('clock', { advanceSeconds });
		},
		webhook: async (target, payload) =>
			(await http.post<{ status: number }>('webhook', { url: target, payload })).data,
	};
}

/** Starts the sandbox on a free port of 127.0.0.1. Throws with its output when it does not come up. */
export async function startSandbox(): Promise<Sandbox> {
	const args = ['--import', 'tsx', join(root, 'sandbox', 'main.ts'), '--until-stdin-closes'];
	const child = startProcess(process.execPath, args, { cwd: root });
	let errors = '';
	child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
	const line = await new Promise<string>((resolve, reject) => {
		createInterface({ input: child.stdout }).once('line', resolve);
		child.once('error', reject);
		child.once('close', () => reject(new Error(`The sandbox did not start:\n${tail(errors)}`)));
	});
	const { url } = JSON.parse(line) as { url: string };
	const http = axios.create({ baseURL: `${url}/__sandbox/`, proxy: false, timeout: 30_000 });
	return { ...control(http, url), stop: async () => await stopProcess(child) };
}
