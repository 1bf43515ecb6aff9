import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { difference } from 'lodash';
import { examplesBeyond } from '../../scripts/n8n/examples';
import type { NodeType } from '../../scripts/n8n/nodeTypesApi';
import type { Playground } from '../../scripts/n8n/playground';
import { compareNumbers, numberOf, VERSIONS, type VersionName } from '../../scripts/n8n/versions';
import nodesOfN8n from '../support/nodesOfN8n.json';

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

/** The part of n8n's own paths that names the pack: see scripts/n8n/cached.ts. */
const INSTALLED = new RegExp(`${manifest.name}/[0-9a-f]{16}/`, 'g');

/** What n8n has logged so far. */
export function logTests(playground: () => Playground, when: string): void {
	it(`logs nothing about the pack ${when}`, () => {
		// n8n itself is installed in a folder of our name.
		const lines = playground().n8n.log().replaceAll(INSTALLED, '').split('\n');
		const complaints = lines.filter(
			(line) => line.includes(manifest.name) || /fail.*(node|credential|package)/i.test(line),
		);
		expect(complaints).toEqual([]);
	});
}

/** What n8n has loaded of the pack. */
export function nodeTests(playground: () => Playground, version: VersionName = 'present'): void {
	let all: NodeType[];
	let loaded: Map<string, NodeType>;

	beforeAll(async () => {
		all = await playground().n8n.api.nodeTypes.all();
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

	logTests(playground, 'while loading');

	/** The versions that n8n has of a node. */
	const known = (type: string) =>
		all.filter(({ name }) => name === type).flatMap((found) => found.version);

	it("has every version of n8n's own nodes that it is listed with, and those of older ones", () => {
		const number = numberOf(VERSIONS[version]);
		const lists = Object.entries(nodesOfN8n).filter(([n8n]) => compareNumbers(n8n, number) <= 0);
		expect(lists).not.toEqual([]);
		const lacking = lists
			.flatMap(([, nodes]) => Object.entries<number[]>(nodes))
			.map(([type, versions]) => [type, difference(versions, known(type))]);
		expect(lacking.filter(([, versions]) => versions.length > 0)).toEqual([]);
	});

	it('lacks nodes of exactly those example workflows that say they need a later n8n', () => {
		const lacking = playground().workflows.filter(({ nodes }) =>
			nodes.some(({ type, typeVersion = 1 }) => !known(type).includes(typeVersion)),
		);
		expect(lacking.map(({ file }) => file)).toEqual(examplesBeyond(version));
	});

	it('has a credential of every type of the manifest', () => {
		const { credentials } = playground();
		const known = Object.keys(credentials).map((type) => `${manifest.name}.${type}`);
		expect(known).toEqual(expect.arrayContaining(manifest.n8n.credentials.map(typeOf)));
	});

	it('finds the credentials that test themselves working', async () => {
		const { credentials, n8n } = playground();
		const testable = await n8n.api.nodeTypes.testableCredentials();
		const tested = Object.keys(credentials).filter((type) => testable.includes(type));
		expect(tested.length).toBeGreaterThan(0);
		for (const type of tested) {
			expect(await n8n.api.testCredential(credentials[type].id)).toMatchObject({ status: 'OK' });
		}
	});
}
