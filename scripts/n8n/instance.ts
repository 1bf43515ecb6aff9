import { N8nApi, type Owner } from './api';
import type { N8nInstallation } from './install';
import { freeUrl } from './ports';
import { startN8nProcess, type N8nProcess } from './process';

/** A running n8n that nobody else uses. */
export interface Instance extends N8nProcess {
	/** Where it takes what services send to published workflows. */
	webhookUrl: string;
	owner: Owner;
	api: N8nApi;
}

/** The account of a playground: it listens on this machine only and its data is thrown away. */
const owner: Owner = {
	email: 'owner@playground.test',
	password: 'Playground1',
	firstName: 'Playground',
	lastName: 'Owner',
};

/**
 * Starts a fresh n8n on a free port with the package in `packageFolder`, if any, and signs in as its owner. `settings`: where it
 * is not all of n8n in one process. Throws as `startN8nProcess` does.
 */
export async function startInstance(
	n8n: N8nInstallation,
	packageFolder: string | undefined,
	settings: NodeJS.ProcessEnv = {},
): Promise<Instance> {
	const url = await freeUrl();
	const main = await startN8nProcess(n8n, packageFolder, 'start', url, settings);
	try {
		const api = await N8nApi.setUpOwner(url, owner, n8n.differences);
		return { ...main, webhookUrl: settings.N8N_WEBHOOK_URL ?? url, owner, api };
	} catch (error) {
		await main.stop();
		throw error;
	}
}
