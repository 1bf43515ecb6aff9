import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { tmpdir } from 'node:os';
import { PATIENCE_MS } from './patience';
import { freePort } from './ports';
import { startProcess, stopProcess, tail } from '../processes';

const run = promisify(execFile);
const HOST = '127.0.0.1';
/** Both servers say so in English. */
const READY = /ready to accept connections/i;

/** Debian keeps the server's programs out of PATH, in a folder for each major version. */
const DEBIAN_POSTGRESQL = '/usr/lib/postgresql';
/** PostgreSQL refuses to run as root; Debian's package makes this account. */
const UNPRIVILEGED = 'postgres';

export interface Address {
	host: string;
	port: number;
}

export interface Database extends Address {
	name: string;
	user: string;
	password: string;
}

/** What n8n keeps its queue and its data in. */
export interface QueueServices {
	redis: Address;
	database: Database;
	stop(): Promise<void>;
}

function programIn(folders: string[], name: string): string | undefined {
	return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function findPrograms() {
	const path = (process.env.PATH ?? '').split(delimiter);
	const versions = existsSync(DEBIAN_POSTGRESQL) ? readdirSync(DEBIAN_POSTGRESQL) : [];
	const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
	const postgresql = [...path, ...newestFirst.map((name) => join(DEBIAN_POSTGRESQL, name, 'bin'))];
	return {
		redis: programIn([...path, '/usr/bin'], 'redis-server'),
		initdb: programIn(postgresql, 'initdb'),
		postgres: programIn(postgresql, 'postgres'),
	};
}

/** Why queue mode cannot be started on this machine, and the way out; undefined when it can. */
export function whatQueueModeLacks(): string | undefined {
	const { redis, initdb, postgres } = findPrograms();
	const packages = [
		redis === undefined && 'redis-server',
		(initdb === undefined || postgres === undefined) && 'postgresql',
	].filter((name) => name !== false);
	if (packages.length === 0) return undefined;
	return (
		`Queue mode needs Redis and PostgreSQL. Install ${packages.join(' and ')} (Debian, Ubuntu: ` +
		`"sudo apt-get install ${packages.join(' ')}") and run this again. They need not be started: ` +
		'the suite starts its own, in temporary folders.'
	);
}

/** Starts a server and waits until it says that it is ready. Throws with its own words when it does not come up. */
async function startServer(command: string, args: string[], cwd: string) {
	const env = { PATH: process.env.PATH, LC_ALL: 'C' };
	const child = startProcess(command, args, { cwd, env });
	let log = '';
	const failed = (reason: string) => new Error(`${command} ${reason}:\n${tail(log)}`);
	await new Promise<void>((resolve, reject) => {
		const timer = setTimeout(
			() => reject(failed(`was not ready after ${PATIENCE_MS / 1000} s`)),
			PATIENCE_MS,
		);
		const read = (chunk: Buffer) => {
			log += chunk.toString();
			if (READY.test(log)) resolve();
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.once('error', reject);
		child.once('close', () => reject(failed('did not start')));
		child.once('close', () => clearTimeout(timer));
	}).catch(async (error: unknown) => {
		await stopProcess(child);
		throw error;
	});
	return child;
}

async function startRedis(command: string, started: QueueServices['stop'][]): Promise<Address> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-redis-'));
	started.push(async () => await rm(folder, { recursive: true, force: true }));
	const port = await freePort();
	const kept = ['--dir', folder, '--save', '', '--appendonly', 'no'];
	const args = ['--port', String(port), '--bind', HOST, ...kept];
	const child = await startServer(command, args, folder);
	started.push(async () => void (await stopProcess(child)));
	return { host: HOST, port };
}

/** The number of an account, or of its group. */
const idOf = (flag: '-u' | '-g', account: string) =>
	Number(execFileSync('id', [flag, account], { encoding: 'utf8' }));

async function startPostgres(
	{ initdb, postgres }: { initdb: string; postgres: string },
	started: QueueServices['stop'][],
): Promise<Database> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-postgres-'));
	started.push(async () => await rm(folder, { recursive: true, force: true }));
	const asRoot = process.getuid?.() === 0;
	if (asRoot) await chown(folder, idOf('-u', UNPRIVILEGED), idOf('-g', UNPRIVILEGED));
	const drop = [`--reuid=${UNPRIVILEGED}`, `--regid=${UNPRIVILEGED}`, '--init-groups'];
	const prefix = asRoot ? ['setpriv', ...drop] : [];
	const user = 'n8n';
	// Nobody but this machine reaches it, and its data is thrown away: any password will do.
	const how = ['-U', user, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
	const [program, ...args] = [...prefix, initdb, '-D', folder, ...how];
	await run(program, args, { cwd: folder });
	const port = await freePort();
	const own = {
		listen_addresses: HOST,
		port: String(port),
		unix_socket_directories: '',
		fsync: 'off',
	};
	const options = Object.entries(own).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const [server, ...rest] = [...prefix, postgres, '-D', folder, ...options];
	const child = await startServer(server, rest, folder);
	started.push(async () => void (await stopProcess(child)));
	return { host: HOST, port, name: 'postgres', user, password: 'n8n' };
}

/**
 * Starts a Redis and a PostgreSQL of our own on free ports of 127.0.0.1, in temporary folders. Those that the machine
 * may run already are not touched. Throws when a program is missing or does not come up.
 */
export async function startQueueServices(): Promise<QueueServices> {
	const programs = findPrograms();
	const { initdb, postgres } = programs;
	if (programs.redis === undefined || initdb === undefined || postgres === undefined) {
		throw new Error(whatQueueModeLacks());
	}
	/** What ends each part, in the order of their start. */
	const started: QueueServices['stop'][] = [];
	const stop = async () => {
		for (const end of started.toReversed()) await end();
	};
	try {
		const redis = await startRedis(programs.redis, started);
		const database = await startPostgres({ initdb, postgres }, started);
		return { redis, database, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
