// Runs a TypeScript script of this repository on a fresh clone: `node scripts/run.mjs <script> [arguments]`.
// Installs the development dependencies first when they are missing or older than the lock file.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const marker = join(root, 'node_modules', '.package-lock.json');
const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function run(command, args) {
	const { status, signal } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? (signal ? 1 : 0));
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
if (modified(marker) < modified(join(root, 'package-lock.json'))) {
	console.log('Installing the development dependencies (about a minute) …');
	run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
const [script, ...args] = process.argv.slice(2);
run(process.execPath, ['--import', 'tsx', join(root, script), ...args]);
