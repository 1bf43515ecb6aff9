import axios, { type AxiosInstance } from 'axios';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A request as the sandbox logged it; see sandbox/recorder.ts. */
export interface LoggedRequest {
	vendor: string;
	operationId: string | null;
	method: string;
	path: string;
	rawUrl: string;
	query: Record<string, string>;
	headers: Record<string, string>;
	contentType: string | null;
	body: unknown;
	status: number;
	responseBody: unknown;
	contractErrors: string[];
	fault: string | null;
}

export interface Stats {
	maxInFlight: number;
	requests: Record<string, number>;
	tokenRequests: number;
}

/** A running sandbox and its control API. */
export class Sandbox {
	private readonly http: AxiosInstance;

	constructor(
		readonly url: string,
		private readonly stop: () => void,
	) {
		this.http = axios.create({ baseURL: `${url}/__sandbox/`, proxy: false });
	}

	async control<T = unknown>(command: string, body: object = {}): Promise<T> {
		return (await this.http.post<T>(command, body)).data;
	}

	async requests(vendor: string, operationId?: string): Promise<LoggedRequest[]> {
		return (await this.http.get<LoggedRequest[]>('requests', { params: { vendor, operationId } }))
			.data;
	}

	async stats(): Promise<Stats> {
		return (await this.http.get<Stats>('stats')).data;
	}

	async state<T>(vendor: string): Promise<T> {
		return (await this.http.get<T>(`state/${vendor}`)).data;
	}

	close(): void {
		this.stop();
	}
}

const ROOT = join(__dirname, '..', '..');

/** Where the suites leave what was sent, for the contract suite to judge. */
export const TRAFFIC = join(ROOT, 'coverage', 'traffic');

/**
 * Starts the sandbox in a process of its own, as users run it. It ends with this process at the latest.
 * What it is asked and answers is kept in coverage/traffic for the contract suite.
 */
export async function startSandbox(suite: string): Promise<Sandbox> {
	mkdirSync(TRAFFIC, { recursive: true });
	const traffic = join(TRAFFIC, `${suite}.ndjson`);
	rmSync(traffic, { force: true });
	const child = spawn(
		process.execPath,
		['--import', 'tsx', 'sandbox/main.ts', '--until-stdin-closes', '--traffic', traffic],
		{ cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
	);
	const line = await new Promise<string>((resolve, reject) => {
		createInterface({ input: child.stdout }).once('line', resolve);
		child.once('exit', (code) => reject(new Error(`The sandbox ended with ${code}`)));
	});
	const { url } = JSON.parse(line) as { url: string };
	return new Sandbox(url, () => child.kill());
}

/** Starts a sandbox for a test file and resets it before each test. */
export function useSandbox(suite: string): () => Sandbox {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox(suite);
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		await sandbox.control('reset');
	});
	return () => sandbox;
}
