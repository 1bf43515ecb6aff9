import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { N8nApi, type Owner } from './api';
import type { N8nInstallation } from './install';
import { installPack } from './pack';
import { startProcess, stopProcess, tail, type Process } from '../processes';

const START_TIMEOUT_MS = 180_000;
const POLL_MS = 250;

/** n8n goes on without a package it cannot load, and says so, with the reason, in its log only. */
const REFUSED = 'Failed to load package';
const REFUSED_LENGTH = 1500;

/** A running n8n that nobody else uses. */
export interface Instance {
	url: string;
	owner: Owner;
	api: N8nApi;
	/** Everything it has logged so far. */
	log(): string;
	/** Stops it, waits for `meanwhile`, and starts it again with all that it has kept, at the same address. */
	restart(meanwhile?: () => Promise<unknown>): Promise<void>;
	/** Stops it and removes its folder. */
	stop(): Promise<void>;
}

/** The account of a playground: it listens on this machine only and its data is thrown away. */
const owner: Owner = {
	email: 'owner@playground.test',
	password: 'Playground1',
	firstName: 'Playground',
	lastName: 'Owner',
};

/** What n8n gets from our environment; nobody's own N8N_* or DB_* settings reach it. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'TEMP', 'USERPROFILE', 'SystemRoot'];

/** Switches off everything by which n8n would speak to the outside or put up banners. */
const SILENT = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
};

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** The part of our environment that n8n gets, silent and with its data in `folder`. */
export function environmentFor(folder: string): NodeJS.ProcessEnv {
	const passedOn = PASSED_ON.flatMap((name) =>
		process.env[name] === undefined ? [] : [[name, process.env[name]]],
	);
	const own = Object.fromEntries(passedOn) as NodeJS.ProcessEnv;
	return { ...own, ...SILENT, N8N_USER_FOLDER: folder };
}

async function environment(folder: string, url: string): Promise<NodeJS.ProcessEnv> {
	return {
		...environmentFor(folder),
		NODE_ENV: 'production',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: new URL(url).port,
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: url,
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_LOG_LEVEL: 'info',
	};
}

/**
 * Starts a fresh n8n (SQLite, a temporary folder, a free port on 127.0.0.1) with the package in
 * `packageFolder` installed as npm would deliver it, and signs in as its owner.
 * Throws with n8n's own words when it does not come up within three minutes or refuses the package.
 */
export async function startInstance(
	n8n: N8nInstallation,
	packageFolder: string,
): Promise<Instance> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-playground-'));
	await installPack(packageFolder, join(folder, '.n8n', 'nodes'));
	const url = `http://127.0.0.1:${await freePort()}`;
	const env = await environment(folder, url);
	let log = '';
	let child: Process | undefined;
	const ready = async () =>
		(await axios.get(`${url}/healthz/readiness`, { proxy: false, validateStatus: () => true }))
			.status === 200;
	const start = async () => {
		let ended = false;
		child = startProcess(n8n.node, [n8n.cli, 'start'], { cwd: folder, env });
		child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
		child.once('error', (error) => (log += error.message));
		child.once('close', () => (ended = true));
		const deadline = Date.now() + START_TIMEOUT_MS;
		while (!(await ready().catch(() => false))) {
			if (ended || Date.now() > deadline) throw new Error(`n8n did not start:\n${tail(log)}`);
			await sleep(POLL_MS);
		}
	};
	const end = async () => {
		if (child !== undefined) await stopProcess(child);
	};
	const stop = async () => {
		await end();
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	const restart: Instance['restart'] = async (meanwhile) => {
		await end();
		await meanwhile?.();
		await start();
	};
	try {
		await start();
		const refused = log.indexOf(REFUSED);
		if (refused >= 0) throw new Error(tail(log.slice(refused, refused + REFUSED_LENGTH)));
		const api = await N8nApi.setUpOwner(url, owner);
		return { url, owner, api, log: () => log, restart, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
