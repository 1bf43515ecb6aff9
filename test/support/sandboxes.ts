import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { startSandbox, type OwnSandbox } from '../../scripts/sandbox';

/** Where the suites leave what was sent, for the contract suite to judge; `npm test` empties it. */
export const TRAFFIC = join(__dirname, '..', '..', 'coverage', 'traffic');

/** Without it, the sandbox dates its data relative to now: tests name dates. */
export const SEEDED = ['--seeded-from', '2026-01-12'];

const URLS = 'SANDBOX_URLS';

let started: OwnSandbox[] = [];

/** Starts `count` sandboxes: one for each Jest worker, since it takes as long as many a test file. */
export async function startSandboxes(count: number): Promise<void> {
	mkdirSync(TRAFFIC, { recursive: true });
	const workers = Array.from({ length: count }, (_, index) => index + 1);
	started = await Promise.all(
		workers.map((worker) =>
			startSandbox(...SEEDED, '--traffic', join(TRAFFIC, `${worker}.ndjson`)),
		),
	);
	// Jest hands the environment on to its workers.
	process.env[URLS] = started.map(({ url }) => url).join(' ');
}

/** The address of this Jest worker's sandbox. */
export function sandboxUrl(): string {
	return (process.env[URLS] ?? '').split(' ')[Number(process.env.JEST_WORKER_ID) - 1];
}

export async function stopSandboxes(): Promise<void> {
	await Promise.all(started.map(async (sandbox) => await sandbox.stop()));
}
