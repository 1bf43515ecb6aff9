import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { listContracts, loadDocument } from './document';
import type { GeneratedFile } from './emit';
import { contractModules, outputSchemas } from './emit';

const root = path.resolve(__dirname, '../..');

/** The JSON files under a schema folder; [] while there is none. */
function schemaFilesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.map((file) => path.join(folder, file));
}

function isCurrent({ file, text }: GeneratedFile): boolean {
	return existsSync(file) && readFileSync(file, 'utf8') === text;
}

/**
 * Writes what the contracts determine, or with --check writes nothing and sets exit status 1 when
 * a file on disk differs, is missing or should not be there.
 */
async function main(): Promise<void> {
	const check = process.argv.includes('--check');
	const stale: string[] = [];
	for (const { file: contractFile } of listContracts()) {
		const document = await loadDocument(contractFile);
		const node = document.info['x-node'];
		if (!node) throw new Error(`${contractFile} names no info.x-node`);

		const folder = path.join(root, 'nodes', node);
		const schemaFolder = path.join(folder, '__schema__');
		const files = [
			...(await contractModules(contractFile, document, folder)),
			...(await outputSchemas(document, schemaFolder)),
		];
		const wanted = new Set(files.map(({ file }) => file));
		const changed = files.filter((file) => !isCurrent(file));
		// One beside contract.d.ts would be taken for it.
		const shadow = path.join(folder, 'contract.ts');
		const surplus = [
			...schemaFilesIn(schemaFolder).filter((file) => !wanted.has(file)),
			...(existsSync(shadow) ? [shadow] : []),
		];
		stale.push(...changed.map(({ file }) => file), ...surplus);
		if (check) continue;

		for (const { file, text } of changed) {
			mkdirSync(path.dirname(file), { recursive: true });
			writeFileSync(file, text);
		}
		for (const file of surplus) rmSync(file);
	}

	const names = stale.map((file) => path.relative(root, file)).sort();
	if (names.length === 0) {
		console.log('Everything generated from the contracts is up to date.');
	} else if (check) {
		console.error(
			`Differs from the contracts, run npm run contract:generate:\n${names.join('\n')}`,
		);
		process.exitCode = 1;
	} else {
		console.log(`Generated from the contracts:\n${names.join('\n')}`);
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
