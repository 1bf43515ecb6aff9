import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmCommand } from './npm';

const run = promisify(execFile);

/**
 * Puts into `nodesFolder` (n8n's `.n8n/nodes`) what npm would publish of the package in
 * `packageFolder`: it packs it and unpacks the archive, so a file missing from "files" is missing
 * here too. Needs a finished build. Answers the package's name.
 */
export async function installPack(packageFolder: string, nodesFolder: string): Promise<string> {
	await mkdir(nodesFolder, { recursive: true });
	const npm = npmCommand();
	const flags = ['--json', '--ignore-scripts', '--pack-destination', nodesFolder];
	const { stdout } = await run(npm.command, [...npm.args, 'pack', ...flags], {
		cwd: packageFolder,
		shell: process.platform === 'win32',
	});
	const [packed] = JSON.parse(stdout) as Array<{ name: string; filename: string }>;
	const archive = join(nodesFolder, packed.filename);
	const target = join(nodesFolder, 'node_modules', packed.name);
	await mkdir(target, { recursive: true });
	await run('tar', ['-xzf', archive, '-C', target, '--strip-components=1']);
	await rm(archive);
	return packed.name;
}
