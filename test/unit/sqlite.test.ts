import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { addSqliteModule } from '../../scripts/n8n/sqlite';

/** Stands in for the real module: its build writes "built" at its place, and it loads unless "broken" stands there. */
const INSTALL = `node -e "require('fs').mkdirSync('build/Release', { recursive: true }); require('fs').writeFileSync('build/Release/node_sqlite3.node', 'built')"`;
const MAIN = `if (require('fs').readFileSync(__dirname + '/build/Release/node_sqlite3.node', 'utf8') === 'broken') throw new Error('It does not load.');`;

let cache: string;

beforeEach(() => {
	cache = mkdtempSync(join(tmpdir(), 'sqlite-'));
});

afterEach(() => {
	rmSync(cache, { recursive: true });
});

/** An n8n in the cache, with the module as it came from npm, or as it was built. */
function installation(name: string, version: string, built?: string): string {
	const folder = join(cache, name, 'node_modules', 'sqlite3');
	mkdirSync(join(folder, 'build', 'Release'), { recursive: true });
	const manifest = { name: 'sqlite3', version, main: 'main.js', scripts: { install: INSTALL } };
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
	writeFileSync(join(folder, 'main.js'), MAIN);
	const dependencies = { sqlite3: version };
	writeFileSync(join(cache, name, 'package.json'), JSON.stringify({ name, dependencies }));
	if (built) writeFileSync(join(folder, 'build', 'Release', 'node_sqlite3.node'), built);
	return join(cache, name);
}

/** The module of an n8n that is being installed beside others. */
async function added(): Promise<string> {
	const folder = installation('new.partial-1', '5.1.7');
	const installing = { folder, node: process.execPath, headers: join(cache, 'none') };
	await addSqliteModule(installing, join(cache, 'install.log'));
	const place = ['node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node'];
	return readFileSync(join(folder, ...place), 'utf8');
}

test('the SQLite module that was built for another n8n is taken', async () => {
	installation('older', '5.1.6', 'of another version');
	installation('other', '5.1.7', 'of the other n8n');
	expect(await added()).toBe('of the other n8n');
});

test('it is built where there is none of the same version', async () => {
	installation('older', '5.1.6', 'of another version');
	installation('broken-off.partial-2', '5.1.7', 'of what was broken off');
	installation('unbuilt', '5.1.7');
	expect(await added()).toBe('built');
});

test('it is built where the one that is there does not load', async () => {
	installation('other', '5.1.7', 'broken');
	expect(await added()).toBe('built');
});
