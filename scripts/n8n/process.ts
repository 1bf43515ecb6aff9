import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios from 'axios';
import type { N8nInstallation } from './install';
import { installPack } from './pack';
import { until } from './patience';
import { freePort } from './ports';
import { startProcess, stopProcess, tail, type Process } from '../processes';

/** n8n goes on without a package it cannot load, and says so, with the reason, in its log only. */
const REFUSED = 'Failed to load package';
const REFUSED_LENGTH = 1500;

/** One process of n8n with a folder of its own, in which the pack is installed. */
export interface N8nProcess {
	url: string;
	/** Where it keeps all that it keeps, but for what is in another database. */
	folder: string;
	/** Everything it has logged so far. */
	log(): string;
	/**
	 * Stops it and answers its exit status. It has `graceMs`, eight seconds if not given, to finish what it has begun;
	 * then, with 0 at once, it is killed and the status is null.
	 */
	end(graceMs?: number): Promise<number | null>;
	/** Starts it again with all that it has kept, at the same address, once it has ended; `changes`: other settings. */
	start(changes?: NodeJS.ProcessEnv): Promise<void>;
	/** Stops it and removes its folder. */
	stop(): Promise<void>;
}

/** What n8n gets from our environment; nobody's own N8N_* or DB_* settings reach it. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'TEMP', 'USERPROFILE', 'SystemRoot'];

/** Switches off everything by which n8n would speak to the outside or put up banners. */
export const SILENT = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
};

/** The part of our environment that n8n gets, silent and with its data in `folder`. */
export function environmentFor(folder: string): NodeJS.ProcessEnv {
	const passedOn = PASSED_ON.flatMap((name) =>
		process.env[name] === undefined ? [] : [[name, process.env[name]]],
	);
	const own = Object.fromEntries(passedOn) as NodeJS.ProcessEnv;
	return { ...own, ...SILENT, N8N_USER_FOLDER: folder };
}

/** The whole environment of a process of n8n that listens at `url`. */
export async function environmentAt(folder: string, url: string): Promise<NodeJS.ProcessEnv> {
	const { port } = new URL(url);
	return {
		...environmentFor(folder),
		NODE_ENV: 'production',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: port,
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: url,
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_LOG_LEVEL: 'info',
		// Later versions of n8n load no others without it.
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// A worker has no other address.
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: port,
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	};
}

/**
 * Starts a process of n8n (SQLite, unless the settings say otherwise; a temporary folder; 127.0.0.1) with the package
 * in `packageFolder` installed as npm would deliver it.
 * Throws with n8n's own words when it does not come up within five minutes or refuses the package.
 */
export async function startN8nProcess(
	n8n: N8nInstallation,
	packageFolder: string | undefined,
	command: 'start' | 'worker' | 'webhook',
	url: string,
	settings: NodeJS.ProcessEnv = {},
): Promise<N8nProcess> {
	const folder = await mkdtemp(join(tmpdir(), `n8n-${command}-`));
	const own = await environmentAt(folder, url);
	const env = { ...own, ...n8n.differences.settings(url), ...settings };
	let log = '';
	let child: Process | undefined;
	const { saysWhenReady = '' } = command === 'start' ? n8n.differences : {};
	const ready = async () =>
		(await axios.get(`${url}/healthz/readiness`, { proxy: false, validateStatus: () => true }))
			.status === 200;
	const end: N8nProcess['end'] = async (graceMs) => {
		if (child === undefined) return null;
		await stopProcess(child, graceMs);
		return child.exitCode;
	};
	const start = async (changes: NodeJS.ProcessEnv = {}) => {
		await end();
		let ended = false;
		const before = log.length;
		const said = () => log.includes(saysWhenReady, before);
		child = startProcess(n8n.node, [n8n.cli, command], {
			cwd: folder,
			env: { ...env, ...changes },
		});
		child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
		child.once('error', (error) => (log += error.message));
		child.once('close', () => (ended = true));
		const failed = () => `n8n ${command} did not start:\n${tail(log)}`;
		await until(
			async () => ended || (said() && (await ready().catch(() => false))),
			Boolean,
			failed,
		);
		if (ended) throw new Error(failed());
	};
	const stop = async () => {
		await end();
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		if (packageFolder) await installPack(packageFolder, join(folder, '.n8n', 'nodes'));
		await start();
		const refused = log.indexOf(REFUSED);
		if (refused >= 0) throw new Error(tail(log.slice(refused, refused + REFUSED_LENGTH)));
		return { url, folder, log: () => log, end, start, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
