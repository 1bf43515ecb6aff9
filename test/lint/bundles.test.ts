import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { bundled } from '../support/bundle';

const TEST = join(__dirname, '..');

test('every test file of a bundled folder is in one bundle', () => {
	const bundles = readdirSync(join(TEST, 'bundles'));
	const folders = new Set(bundles.map((name) => name.split('-')[0]));
	const all = [...folders].flatMap((folder) =>
		(readdirSync(join(TEST, folder), { recursive: true }) as string[])
			.filter((name) => name.endsWith('.test.ts'))
			.map((name) => join(folder, name)),
	);
	expect(all).not.toEqual([]);
	expect(bundles.flatMap(bundled).sort()).toEqual(all.sort());
});
