import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { installN8n, type N8nInstallation } from '../../scripts/n8n/install';
import { startInstance, type Instance } from '../../scripts/n8n/instance';
import { buildNodes } from '../../scripts/n8n/playground';
import { installTools } from '../../scripts/packages/tools';
import { runCommand } from '../../scripts/processes';
import { versionIn } from './installer/disk';
import { newcomerTests } from './installer/newcomer';
import { queueTests } from './installer/queue';
import { startRegistry, type Registry } from './installer/registry';

const ROOT = join(__dirname, '..', '..');
const PACKAGES = join(ROOT, 'packages');
/** Installing n8n and its tools for the first time takes minutes. */
const START_MS = 30 * 60_000;

const manifestIn = (folder: string) =>
	JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		name: string;
		n8n: { nodes: string[] };
	};
const pack = manifestIn(ROOT);

let installation: N8nInstallation;
let registry: Registry;
/** The packages of one vendor each. */
let vendors: ReturnType<typeof manifestIn>[];

beforeAll(async () => {
	installation = await installN8n();
	const { n8nNode, ...tools } = await installTools();
	const logFile = join(ROOT, 'coverage', 'packages.log');
	const node = async (args: string[], cwd: string) =>
		await runCommand(process.execPath, args, {
			cwd,
			env: { ...process.env, CI: 'true' },
			logFile,
		});
	await buildNodes();
	await node(['--import', 'tsx', 'scripts/packages.ts'], ROOT);
	registry = await startRegistry({ n8nNode, ...tools });
	await registry.publish(ROOT, '0.1.0');
	await registry.publish(ROOT, '0.1.1');
	const names = readdirSync(PACKAGES).filter((name) => name.startsWith('n8n-nodes-'));
	for (const name of names) {
		await node([n8nNode, 'build'], join(PACKAGES, name));
		await registry.publish(join(PACKAGES, name), '0.1.0');
	}
	vendors = names.map((name) => manifestIn(join(PACKAGES, name)));
}, START_MS);

afterAll(async () => await registry?.stop());

describe('one process', () => {
	let n8n: Instance;

	beforeAll(async () => {
		n8n = await startInstance(installation, undefined, registry.environment);
	}, START_MS);

	afterAll(async () => await n8n?.stop());

	/** The types of a package that n8n has, but for the copies that it makes for AI agents. */
	const typesOf = async (name: string) =>
		(await n8n.api.nodeTypes.all())
			.map((type) => type.name)
			.filter((type) => type.startsWith(`${name}.`) && !type.endsWith('Tool'));

	async function uninstall(name: string): Promise<void> {
		await n8n.api.packages.uninstall(name);
		expect(await typesOf(name)).toEqual([]);
		expect(versionIn(n8n.folder, name)).toBeUndefined();
	}

	it('the pack is installed, updated and uninstalled without a restart, and leaves nothing', async () => {
		await n8n.api.packages.install(pack.name, '0.1.0');
		expect(await typesOf(pack.name)).toHaveLength(pack.n8n.nodes.length);
		await n8n.api.packages.update(pack.name, '0.1.1');
		expect(await typesOf(pack.name)).toHaveLength(pack.n8n.nodes.length);
		expect(await n8n.api.packages.installed()).toEqual({ [pack.name]: '0.1.1' });
		await uninstall(pack.name);
		expect(await n8n.api.packages.installed()).toEqual({});
	});

	it('the packages of all vendors are installed side by side, the pack not beside them', async () => {
		for (const { name, n8n: given } of vendors) {
			await n8n.api.packages.install(name);
			expect(await typesOf(name)).toHaveLength(given.nodes.length);
		}
		await expect(n8n.api.packages.install(pack.name)).rejects.toThrow();
		expect(await typesOf(pack.name)).toEqual([]);
		for (const { name } of vendors) await uninstall(name);
		expect(await n8n.api.packages.installed()).toEqual({});
	});

	// It leaves the pack in n8n, so it comes last.
	describe('a newcomer in Chromium', () => newcomerTests(() => n8n, pack.name));
});

describe('queue mode', () => queueTests(() => ({ name: pack.name, registry })));
