import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isRunning, withLock } from './lock';
import { npmCommand } from './npm';
import { runCommand } from '../processes';

const MANIFESTS = ['package.json', 'package-lock.json'];
const FLAGS = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];

function cacheFolder() {
	const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(base, 'n8n-nodes-chatbot-platforms');
}

async function removeAbandoned(cache: string) {
	for (const name of await readdir(cache)) {
		const owner = /\.partial-(\d+)$/.exec(name)?.[1];
		if (owner === undefined || isRunning(Number(owner))) continue;
		await rm(join(cache, name), { recursive: true, force: true });
	}
}

/** Installs what the lock file in `folder` names, without scripts of its own; what npm says goes to `logFile`. */
export async function npmCi(folder: string, logFile: string): Promise<void> {
	const npm = npmCommand();
	await runCommand(npm.command, [...npm.args, 'ci', ...FLAGS, '--loglevel=error'], {
		cwd: folder,
		logFile,
	});
}

/**
 * Makes sure that what the manifests in `source` name is installed, and answers the folder that holds its
 * `node_modules`. It lives in a cache folder outside the checkout, named after the manifests and the machine's kind, so
 * it is installed once, by `install`. An installation is built under another name and renamed when it is whole: what was
 * broken off is never taken for one, and is removed by the next run. A second caller waits for the first.
 */
export async function installCached(
	source: string,
	install: (folder: string, logFile: string) => Promise<void>,
): Promise<string> {
	const hash = createHash('sha256');
	for (const file of MANIFESTS) hash.update(await readFile(join(source, file)));
	hash.update(`${process.platform}-${process.arch}`);
	const cache = cacheFolder();
	const folder = join(cache, hash.digest('hex').slice(0, 16));
	if (existsSync(folder)) return folder;

	await mkdir(cache, { recursive: true });
	await withLock(`${folder}.lock`, async () => {
		await removeAbandoned(cache);
		if (existsSync(folder)) return;
		const partial = `${folder}.partial-${process.pid}`;
		const logFile = join(cache, 'install.log');
		await writeFile(logFile, '');
		try {
			await mkdir(partial, { recursive: true });
			for (const file of MANIFESTS) await copyFile(join(source, file), join(partial, file));
			await install(partial, logFile);
			await rename(partial, folder);
		} catch (error) {
			await rm(partial, { recursive: true, force: true });
			throw error;
		}
	});
	return folder;
}
