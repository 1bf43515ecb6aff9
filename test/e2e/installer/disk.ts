import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of a package of nodes that a process of n8n has in its folder; undefined when it has none. */
export function versionIn(folder: string, name: string): string | undefined {
	const installed = join(folder, '.n8n', 'nodes', 'node_modules', name);
	if (!existsSync(installed)) return undefined;
	const manifest = readFileSync(join(installed, 'package.json'), 'utf8');
	return (JSON.parse(manifest) as { version: string }).version;
}
