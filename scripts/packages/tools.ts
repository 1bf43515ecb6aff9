import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { installCached, npmCi } from '../n8n/cached';
import { step } from '../n8n/progress';
import { ROOT } from './pack';

/** n8n's tools for community packages, and a registry to serve packages from. */
export interface Tools {
	/** The script of the command `n8n-node`. */
	n8nNode: string;
	/** The module of n8n's scanner. */
	scanner: string;
	/** The script of the registry. */
	verdaccio: string;
}

/** Installs the tools if they are not there yet, and puts n8n's where the packages in packages/ find them. */
export async function installTools(): Promise<Tools> {
	const folder = await installCached(
		join(__dirname, 'tools'),
		async (partial, logFile) =>
			await step("Installing n8n's tools for packages (320 MB, once, about a minute)", async () =>
				npmCi(partial, logFile),
			),
	);
	const installed = join(folder, 'node_modules');
	const links = join(ROOT, 'packages', 'node_modules');
	await rm(links, { recursive: true, force: true });
	await mkdir(links, { recursive: true });
	for (const name of ['@n8n', '.bin']) {
		await symlink(join(installed, name), join(links, name), 'junction');
	}
	return {
		n8nNode: join(installed, '@n8n', 'node-cli', 'bin', 'n8n-node.mjs'),
		scanner: join(installed, '@n8n', 'scan-community-package', 'scanner', 'scanner.mjs'),
		verdaccio: join(installed, 'verdaccio', 'bin', 'verdaccio'),
	};
}
