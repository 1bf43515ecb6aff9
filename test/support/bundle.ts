import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import { forgetAll } from '../../nodes/shared/call/perProcess';

const TEST = join(__dirname, '..');

/** Of `unit-3-of-8.test.ts`: the folder of test/, and which of how many parts. */
const NAME = /^(?<folder>\w+)-(?<part>\d+)-of-(?<parts>\d+)\.test\.ts$/;

/** The test files of the folder and part that a bundle is named after, with their paths in test/. */
export function bundled(bundle: string): string[] {
	const { folder = '', part, parts } = NAME.exec(bundle)?.groups ?? {};
	const names = readdirSync(join(TEST, folder), { recursive: true }) as string[];
	return names
		.filter((name) => name.endsWith('.test.ts'))
		.sort()
		.filter((_, index) => index % Number(parts) === Number(part) - 1)
		.map((name) => join(folder, name));
}

/** Runs test files as one, so that what they import is loaded once for all of them; the files must not share state. `prepare` is called within each. */
export function runBundle(filename: string, prepare: () => void = () => {}): void {
	for (const path of bundled(basename(filename))) {
		describe(path, () => {
			prepare();
			jest.requireActual(join(TEST, path));
		});
	}
}

/** The same for files that replace functions or leave something in what the process keeps: none finds another's. */
export const runBundleApart = (filename: string): void =>
	runBundle(filename, () => {
		beforeAll(forgetAll);
		afterAll(() => {
			jest.restoreAllMocks();
		});
	});
