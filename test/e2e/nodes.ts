import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeType } from '../../scripts/n8n/api';
import type { Playground } from '../../scripts/n8n/playground';

const root = join(__dirname, '..', '..');

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
};

/** `dist/nodes/Acme/AcmeTrigger.node.js` is the node type `<package>.acmeTrigger`; credentials likewise. */
function typeOf(path: string): string {
	const file = path.split('/').at(-1)?.split('.')[0] ?? '';
	return `${manifest.name}.${file[0].toLowerCase()}${file.slice(1)}`;
}

const types = manifest.n8n.nodes.map(typeOf);

/** What n8n has loaded of the pack. */
export function nodeTests(playground: () => Playground): void {
	let loaded: Map<string, NodeType>;

	beforeAll(async () => {
		const all = await playground().n8n.api.nodeTypes();
		loaded = new Map(all.map((type) => [type.name, type]));
	});

	it('lists exactly the nodes of the manifest', () => {
		const ours = [...loaded.keys()].filter((name) => name.startsWith(`${manifest.name}.`));
		const tools = types.map((name) => `${name}Tool`);
		expect(ours.filter((name) => !tools.includes(name)).sort()).toEqual([...types].sort());
	});

	it.each(types.filter((type) => !type.endsWith('Trigger')))(
		'offers %s to AI agents as a tool',
		(type) => {
			expect(loaded.has(`${type}Tool`)).toBe(true);
		},
	);

	it.each(types)('serves both icons of %s', async (type) => {
		const icons = loaded.get(type)?.iconUrl;
		const paths = typeof icons === 'string' ? [icons] : [icons?.light, icons?.dark];
		expect(paths).toHaveLength(2);
		for (const path of paths) {
			const response = await fetch(`${playground().n8n.url}/${path}`);
			expect(response.headers.get('content-type')).toContain('image/svg+xml');
			expect(await response.text()).toContain('<svg');
		}
	});

	it('logs nothing about the pack while loading', () => {
		const complaints = playground()
			.n8n.log()
			.split('\n')
			.filter(
				(line) => line.includes(manifest.name) || /fail.*(node|credential|package)/i.test(line),
			);
		expect(complaints).toEqual([]);
	});

	it('has a credential of every type of the manifest', () => {
		const { credentials } = playground();
		const known = Object.keys(credentials).map((type) => `${manifest.name}.${type}`);
		expect(known).toEqual(expect.arrayContaining(manifest.n8n.credentials.map(typeOf)));
	});

	it('finds the credentials that test themselves working', async () => {
		const { credentials, n8n } = playground();
		const testable = await n8n.api.testableCredentials();
		const tested = Object.keys(credentials).filter((type) => testable.includes(type));
		expect(tested.length).toBeGreaterThan(0);
		for (const type of tested) {
			expect(await n8n.api.testCredential(credentials[type].id)).toMatchObject({ status: 'OK' });
		}
	});
}
