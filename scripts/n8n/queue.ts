import { randomBytes } from 'node:crypto';
import type { N8nInstallation } from './install';
import { startInstance, type Instance } from './instance';
import { freeUrl } from './ports';
import { startN8nProcess, type N8nProcess } from './process';
import { startQueueServices, type Address, type Database } from './queueServices';

/** What every process of n8n has to know in queue mode. */
interface Whereabouts {
	redis: Address;
	database: Database;
	/** With which credentials are stored. */
	encryptionKey: string;
	/** Where services reach the webhook process. */
	webhookUrl: string;
}

/** n8n's settings for queue mode, the same for every process; docs/scaling.md explains each. */
export const queueSettings = ({ redis, database, encryptionKey, webhookUrl }: Whereabouts) => ({
	EXECUTIONS_MODE: 'queue',
	N8N_ENCRYPTION_KEY: encryptionKey,
	QUEUE_BULL_REDIS_HOST: redis.host,
	QUEUE_BULL_REDIS_PORT: String(redis.port),
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: database.host,
	DB_POSTGRESDB_PORT: String(database.port),
	DB_POSTGRESDB_DATABASE: database.name,
	DB_POSTGRESDB_USER: database.user,
	DB_POSTGRESDB_PASSWORD: database.password,
	DB_POSTGRESDB_POOL_SIZE: '10',
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '60',
	// n8n 2 has it built in; n8n 1 would run again what a killed worker had begun.
	QUEUE_WORKER_MAX_STALLED_COUNT: '0',
	N8N_WEBHOOK_URL: webhookUrl,
});

/** A killed worker is noticed sooner than after n8n's minute; a busy test machine is no lost database, and no worker that hangs. */
const IN_TESTS = {
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '600',
	DB_PING_TIMEOUT_MS: '60000',
	QUEUE_WORKER_LOCK_DURATION: '30000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** Waits for all, so that nothing is still starting when one has failed. */
async function all<T>(parts: Array<Promise<T>>): Promise<T[]> {
	const settled = await Promise.allSettled(parts);
	return settled.map((part) => {
		if (part.status === 'rejected') throw part.reason as Error;
		return part.value;
	});
}

/** n8n in queue mode: its main process, and the others. */
export interface QueueInstance extends Instance {
	workers: N8nProcess[];
	webhookProcess: N8nProcess;
	/** Starts one more worker, with settings of its own. */
	addWorker(own?: NodeJS.ProcessEnv): Promise<N8nProcess>;
	/** Starts one more webhook process, at an address of its own. */
	addWebhookProcess(): Promise<N8nProcess>;
}

/** How a test wants it otherwise. */
interface QueueOptions {
	workers?: number;
	/** Further settings of all processes. */
	settings?: NodeJS.ProcessEnv;
}

/**
 * Starts n8n in queue mode: Redis, PostgreSQL, a main process, two workers and a webhook process, each with the package
 * in `packageFolder`, if any, installed. Throws as `startQueueServices` and `startN8nProcess` do.
 */
export async function startQueueInstance(
	n8n: N8nInstallation,
	packageFolder: string | undefined,
	{ workers: count = 2, settings: given }: QueueOptions = {},
): Promise<QueueInstance> {
	const services = await startQueueServices();
	const started: Array<{ stop(): Promise<void> }> = [];
	const stop = async () => {
		await Promise.all(started.map(async (part) => await part.stop()));
		await services.stop();
	};
	try {
		const webhookUrl = await freeUrl();
		const settings = {
			...queueSettings({
				...services,
				encryptionKey: randomBytes(24).toString('hex'),
				webhookUrl,
			}),
			...IN_TESTS,
			...given,
		};
		const main = await startInstance(n8n, packageFolder, settings);
		started.push(main);
		const add = async (command: 'worker' | 'webhook', url: string, own?: NodeJS.ProcessEnv) => {
			const part = await startN8nProcess(n8n, packageFolder, command, url, {
				...settings,
				N8N_EDITOR_BASE_URL: main.url,
				...own,
			});
			started.push(part);
			return part;
		};
		const workers: N8nProcess[] = [];
		const addWorker: QueueInstance['addWorker'] = async (own) => {
			const worker = await add('worker', await freeUrl(), own);
			workers.push(worker);
			return worker;
		};
		const [webhookProcess] = await all([
			add('webhook', webhookUrl),
			...Array.from({ length: count }, async () => await addWorker()),
		]);
		const addWebhookProcess = async () => await add('webhook', await freeUrl());
		return { ...main, workers, webhookProcess, addWorker, addWebhookProcess, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
