import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { memoize, partition, uniq } from 'lodash';
import ts from 'typescript';

import { ROOT } from './pack';

/** What files need. */
export interface Needed {
	/** Files of the repository, by path from its root with slashes. */
	files: string[];
	/** Names of npm packages. */
	packages: string[];
}

const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile) as {
	config: object;
};
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);

/** What a file imports itself, types included, by path from the root. Throws when an import leads nowhere. */
export const importsOf = memoize((file: string): Needed => {
	const path = join(ROOT, file);
	const { importedFiles } = ts.preProcessFile(ts.sys.readFile(path) ?? '');
	const [own, foreign] = partition(
		importedFiles.map(({ fileName }) => fileName),
		(name) => name.startsWith('.'),
	);
	const files = own.map((name) => {
		const { resolvedModule } = ts.resolveModuleName(name, path, options, ts.sys);
		if (!resolvedModule) throw new Error(`${file} imports ${name}, which is not there`);
		return relative(ROOT, resolvedModule.resolvedFileName).replaceAll('\\', '/');
	});
	return { files, packages: foreign.filter((name) => !isBuiltin(name)) };
});

/** All that `entries` import, directly or through others, sorted. */
export function neededBy(entries: string[]): Needed {
	const files = new Set(entries);
	// What is added to a set while it is walked through is walked through, too.
	for (const file of files) importsOf(file).files.forEach((one) => files.add(one));
	const all = [...files].sort();
	return { files: all, packages: uniq(all.flatMap((file) => importsOf(file).packages)).sort() };
}
