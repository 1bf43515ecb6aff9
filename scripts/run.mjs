// Runs a TypeScript script of this repository on a fresh clone: `node scripts/run.mjs <script> [arguments]`.
// Installs the development dependencies first when they are missing or older than the lock file.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const marker = join(root, 'node_modules', '.package-lock.json');
const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Answers the exit status. Signals go on to the child, which stops what it started. */
async function run(command, args) {
	const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
	const forward = (signal) => child.kill(signal);
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	for (const signal of signals) process.on(signal, forward);
	const parent = process.ppid;
	// npm may end without telling us, when it is killed itself.
	const watch = setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1000);
	const status = await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});
	clearInterval(watch);
	for (const signal of signals) process.off(signal, forward);
	return status;
}

if (modified(marker) < modified(join(root, 'package-lock.json'))) {
	console.error('Installing the development dependencies (about a minute) …');
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	const status = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
	if (status !== 0) process.exit(status);
}
const [script, ...args] = process.argv.slice(2);
process.exit(await run(process.execPath, ['--import', 'tsx', join(root, script), ...args]));
