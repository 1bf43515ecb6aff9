import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expectEach } from '../support/each';
import oldest from '../support/oldestN8n.json';

/**
 * Whoever imports an example workflow into the oldest n8n that the pack is tried in finds it there as it was drawn.
 * Which versions of its nodes that n8n has is in test/support/oldestN8n.json, from its own list of node types; the
 * end-to-end suite compares the two.
 */
const ROOT = join(__dirname, '..', '..');
const read = <T>(...path: string[]) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8')) as T;

interface Node {
	name: string;
	type: string;
	typeVersion: number;
	parameters: { content?: string };
}

const pack = read<{ name: string }>('package.json').name;
const known: Record<string, number[] | undefined> = oldest.nodes;

/** The nodes of n8n's own that a workflow uses, unless a note says which n8n it needs. */
function nodesOf(file: string): Array<Node & { file: string }> {
	const { nodes } = read<{ nodes: Node[] }>('workflows', file);
	const saysSo = nodes.some(({ parameters }) =>
		/needs n8n \d+\.\d+/.test(parameters.content ?? ''),
	);
	return saysSo
		? []
		: nodes.filter(({ type }) => !type.startsWith(`${pack}.`)).map((node) => ({ ...node, file }));
}

test('every node of the example workflows is known in the oldest n8n, in that version', async () => {
	const nodes = readdirSync(join(ROOT, 'workflows')).flatMap(nodesOf);
	expect(nodes.length).toBeGreaterThan(100);
	await expectEach(nodes, ({ type, typeVersion }) =>
		expect(known[type] ?? []).toContain(typeVersion),
	);
});

test('the oldest n8n is the one that the end-to-end suite installs', () => {
	const { dependencies } = read<{ dependencies: { n8n: string } }>(
		'playground',
		'1.123',
		'package.json',
	);
	expect(dependencies.n8n).toBe(oldest.n8n);
});
