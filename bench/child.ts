import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { N8nInstallation } from '../scripts/n8n/install';
import { environmentFor } from '../scripts/n8n/process';
import { startProcess, tail } from '../scripts/processes';

const ROOT = join(__dirname, '..');

/** Data of the runs; each run's is removed after it, and all of them at the end. */
const HOMES = mkdtempSync(join(tmpdir(), 'bench-'));
process.on('exit', () => rmSync(HOMES, { recursive: true, force: true }));

/**
 * Runs a script of this folder with n8n's Node and modules, in a process of its own, and answers the measures that its last line holds as
 * JSON. Throws with the last lines of what it complained about when it breaks down.
 */
export async function measuresOf(
	{ node, folder }: N8nInstallation,
	script: string,
	args: string[],
): Promise<Record<string, number>> {
	const home = await mkdtemp(join(HOMES, 'run-'));
	const typescript = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
	const options = ['--expose-gc', '--require', join(__dirname, 'n8n.cjs'), ...typescript];
	const child = startProcess(node, [...options, join(__dirname, script), ...args], {
		cwd: ROOT,
		env: { ...environmentFor(home), N8N_MODULES: join(folder, 'node_modules') },
	});
	let [output, errors] = ['', ''];
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
	const status = await new Promise((resolve) => child.once('close', resolve));
	await rm(home, { recursive: true, force: true });
	if (status !== 0)
		throw new Error(`${script} ${args.join(' ')} ended with ${status}: ${tail(errors)}`);
	return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Record<string, number>;
}
