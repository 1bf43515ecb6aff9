import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { sharedFields, type Place } from '../../nodes/shared/node/sharedFields';
import { packNodes } from '../support/descriptions';

const NODES = join(__dirname, '..', '..', 'nodes');

/** Every file of that name in a vendor's folder. */
const generated = (name: string) =>
	readdirSync(NODES)
		.map((folder) => join(folder, name))
		.filter((file) => readdirSync(join(NODES, file, '..')).includes(name));

afterEach(() => jest.restoreAllMocks());

test('loading all nodes makes no tables of characters: neither to cut texts nor to sort by a language', () => {
	const made = [
		jest.spyOn(Intl, 'Segmenter'),
		jest.spyOn(Intl, 'Collator'),
		jest.spyOn(String.prototype, 'localeCompare'),
	];
	jest.isolateModules(() => {
		expect(packNodes().length).toBeGreaterThan(10);
	});
	expect(made.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
});

test('loading all nodes reads the routes of each vendor, and the marks of none', () => {
	const parse = jest.spyOn(JSON, 'parse');
	jest.isolateModules(() => packNodes());
	const tables = parse.mock.calls.map(([text]) => text).filter((text) => text.startsWith('{\n"'));
	expect(tables).toHaveLength(generated('routes.ts').length);
	expect(tables.filter((text) => text.includes('"words":'))).toEqual([]);
});

test('what is generated of a contract is a text: literals of its size take far longer to load', () => {
	const files = [...generated('routes.ts'), ...generated('marks.ts')];
	expect(files.length).toBeGreaterThan(8);
	for (const file of files) {
		// Without its types, which are not there when it is run.
		const code = readFileSync(join(NODES, file), 'utf8').replace(/^type Routes = .*?^};$/ms, '');
		expect(code.replace(/`[^`]*`/g, '').length).toBeLessThan(1000);
	}
});

test('a field is compared as a text once, however many operations have it', () => {
	const field = { displayName: 'Limit', name: 'limit', type: 'number', default: 50 } as const;
	const places = Array.from(
		{ length: 20 },
		(_, index): Place => ({ resource: 'thing', operation: `${index}`, fields: [field] }),
	);
	const stringify = jest.spyOn(JSON, 'stringify');
	expect(sharedFields(places)).toHaveLength(1);
	expect(stringify).toHaveBeenCalledTimes(1);
});
