import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readFile, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { npmCommand } from './npm';
import { runCommand } from '../processes';
import { step } from './progress';

/** An n8n that is being installed: its folder, the Node that runs it, and where that Node's headers are, if they are here. */
interface Installing {
	folder: string;
	node: string;
	headers: string;
}

const packageIn = (folder: string) => join(folder, 'node_modules', 'sqlite3');
const builtIn = (folder: string) =>
	join(packageIn(folder), 'build', 'Release', 'node_sqlite3.node');

async function versionIn(folder: string): Promise<string> {
	const text = await readFile(join(packageIn(folder), 'package.json'), 'utf8');
	return (JSON.parse(text) as { version: string }).version;
}

function missingBuildTools() {
	return ['python3', 'make', 'g++'].filter(
		(tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0,
	);
}

/** A module that does not load must fail here, not at the first start of n8n. */
async function load({ folder, node }: Installing, logFile: string) {
	await runCommand(node, ['-e', "require('sqlite3')"], { cwd: folder, logFile });
}

/** Takes the module from an n8n that is installed beside this one: it is of Node-API, so any Node loads it. */
async function takeBuilt(installing: Installing, logFile: string): Promise<boolean> {
	const { folder } = installing;
	const version = await versionIn(folder);
	const kept = dirname(folder);
	const others = (await readdir(kept))
		.filter((name) => !name.includes('.'))
		.map((name) => join(kept, name));
	for (const other of others.filter((one) => existsSync(builtIn(one)))) {
		if ((await versionIn(other)) !== version) continue;
		await cp(builtIn(other), builtIn(folder));
		try {
			await load(installing, logFile);
			return true;
		} catch {
			await rm(builtIn(folder));
		}
	}
	return false;
}

async function build({ folder, headers }: Installing, logFile: string) {
	const npm = npmCommand();
	const env = { ...process.env };
	// node-gyp would otherwise download the headers, which an offline machine cannot.
	if (existsSync(join(headers, 'include', 'node', 'node_api.h'))) env.npm_config_nodedir = headers;
	try {
		const args = [...npm.args, 'rebuild', 'sqlite3', '--ignore-scripts=false'];
		await runCommand(npm.command, args, { cwd: folder, env, logFile });
	} catch (error) {
		const missing = process.platform === 'win32' ? [] : missingBuildTools();
		if (missing.length === 0) throw error;
		throw new Error(
			'The SQLite database module could be neither downloaded ready-made nor compiled, because ' +
				`${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing. Install the build tools ` +
				'(Debian, Ubuntu: "sudo apt-get install python3 make g++"; macOS: "xcode-select --install") ' +
				`and run this again. The whole output is in ${logFile}.`,
		);
	}
}

/** Gives an n8n that was installed without scripts its SQLite module. Throws a readable Error when it cannot be had. */
export async function addSqliteModule(installing: Installing, logFile: string): Promise<void> {
	if (await takeBuilt(installing, logFile)) return;
	await step('Building its SQLite module (once, about a minute)', async () => {
		await build(installing, logFile);
		await load(installing, logFile);
	});
}
