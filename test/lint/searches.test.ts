import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packNodes } from '../support/descriptions';
import { expectEach } from '../support/each';
import { SEARCHES } from '../support/searches';

const nodes = packNodes().map(({ folder, node, description: { displayName } }) => {
	const file = join(__dirname, '../../nodes', folder, `${node.constructor.name}.node.json`);
	const { alias } = JSON.parse(readFileSync(file, 'utf8')) as { alias: string[] };
	return { displayName, names: [displayName, ...alias].map((name) => name.toLowerCase()) };
});
const names = nodes.map(({ displayName }) => displayName);

/** n8n merges a trigger into the node whose name it extends, and takes the aliases of that node alone. */
const entries = nodes.filter(
	({ displayName }) => !names.some((name) => displayName === `${name} Trigger`),
);

test('what people type stands literally in the names of exactly the nodes that do it', async () => {
	await expectEach(SEARCHES, ({ typed, entries: wanted }) => {
		const found = entries.filter((entry) => entry.names.some((name) => name.includes(typed)));
		expect(found.map(({ displayName }) => displayName).sort()).toEqual([...wanted].sort());
	});
});
