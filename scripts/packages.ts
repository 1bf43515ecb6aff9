/**
 * `npm run packages`: writes packages/n8n-nodes-<vendor>/, a package of each vendor's nodes, complete with sources. n8n
 * verifies only packages of one service. The release's commit has them; main does not. With `-- --check` they are built,
 * linted, packed and scanned, and it ends with `N passed, N failed`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { checkAll } from './packages/check';
import { contentsOf } from './packages/contents';
import { ROOT } from './packages/pack';
import { listServices } from './packages/services';

async function main(): Promise<void> {
	const services = await listServices();
	for (const service of services) {
		const folder = join(ROOT, 'packages', service.name);
		rmSync(folder, { recursive: true, force: true });
		const contents = contentsOf(service, services);
		for (const [file, text] of contents) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), text);
		}
		console.log(`packages/${service.name}: ${contents.size} files`);
	}
	if (!process.argv.includes('--check')) return;
	const { passed, failed } = await checkAll(services);
	console.log(`${passed} passed, ${failed} failed`);
	if (failed > 0) process.exitCode = 1;
}

void main();
