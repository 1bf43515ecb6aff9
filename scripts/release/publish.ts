/**
 * `npm run release:publish`, in the workflow "Release": publishes the pack and the packages of the commit that is checked
 * out, with npm's provenance. What the registry has already is left alone, so that a run that broke off goes on.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { npmCommand } from '../n8n/npm';
import { ROOT, pack } from '../packages/pack';
import { listServices } from '../packages/services';
import { installTools } from '../packages/tools';
import { git } from './git';

const { command, args: before } = npmCommand();

function isPublished(name: string): boolean {
	const args = [...before, 'view', `${name}@${pack.version}`, 'version'];
	const { stdout } = spawnSync(command, args, { encoding: 'utf8' });
	return stdout.trim() === pack.version;
}

function npm(folder: string, ...args: string[]): void {
	// n8n-node asks for the first in prepublishOnly, and sets both itself where it publishes.
	const env = { ...process.env, RELEASE_MODE: 'true', NPM_CONFIG_PROVENANCE: 'true' };
	execFileSync(command, [...before, ...args], { cwd: folder, env, stdio: 'inherit' });
}

async function main(): Promise<void> {
	const services = await listServices();
	npm(ROOT, 'run', 'packages');
	// Provenance names this commit: what is published must be what it has.
	const changes = git(ROOT, ['status', '--porcelain', '--ignored', '--', 'packages']);
	const added = changes.split('\n').filter((line) => line && !/node_modules|\/dist\//.test(line));
	if (added.length > 0) throw new Error(`The tagged commit has other packages:\n${changes}`);
	await installTools();
	const folders = [
		[pack.name, ROOT],
		...services.map(({ name }) => [name, join(ROOT, 'packages', name)]),
	];
	for (const [name, folder] of folders) {
		if (isPublished(name)) console.log(`${name} ${pack.version} is published already.`);
		else npm(folder, 'publish', '--ignore-scripts=false', '--access', 'public');
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
