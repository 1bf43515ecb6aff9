import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { neededN8n, readExamples } from '../../scripts/n8n/examples';
import { compareNumbers, numberOf, VERSIONS } from '../../scripts/n8n/versions';
import { expectEach } from '../support/each';
import nodesOfN8n from '../support/nodesOfN8n.json';

/**
 * Whoever imports an example workflow into the oldest n8n that the pack is tried in, or into the n8n that the workflow says
 * it needs, finds it there as it was drawn. Which versions of its nodes an n8n has is in test/support/nodesOfN8n.json, from
 * its own lists of node types; the end-to-end suite compares them with those of n8n as it runs.
 */
const ROOT = join(__dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

const pack = (JSON.parse(read('package.json')) as { name: string }).name;
const oldest = Object.values(VERSIONS).map(numberOf).sort(compareNumbers)[0];
const lists: Record<string, Record<string, number[]>> = nodesOfN8n;

const examples = [...readExamples()].map(([file, workflow]) => ({
	file,
	needed: neededN8n(workflow),
	/** The nodes that are n8n's own. */
	nodes: workflow.nodes.filter(({ type }) => !type.startsWith(`${pack}.`)),
}));
const needing = examples.filter(({ needed }) => needed !== undefined);

/** Those nodes of a workflow that an n8n does not have in their version. */
const lacking = (number: string, { nodes }: (typeof examples)[number]) =>
	nodes
		.filter(({ type, typeVersion = 1 }) => !lists[number][type]?.includes(typeVersion))
		.map(({ name, type, typeVersion }) => [name, type, typeVersion]);

test('each example workflow has only nodes of the oldest n8n, or of the one that it says it needs', async () => {
	expect(examples.length).toBeGreaterThan(10);
	await expectEach(examples, (example) => {
		const { needed = oldest } = example;
		const number = Object.keys(lists).find((one) => `${one}.`.startsWith(`${needed}.`));
		expect(lacking(String(number), example)).toEqual([]);
	});
});

test('an example workflow that says it needs a later n8n has nodes that the oldest lacks', async () => {
	expect(needing).not.toEqual([]);
	await expectEach(needing, (example) => expect(lacking(oldest, example)).not.toEqual([]));
});

test('pages that lead to an example workflow say which n8n it needs', async () => {
	const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.md'))
		.map((name) => join('docs', name));
	const leading = ['README.md', ...pages].flatMap((page) =>
		// A list says it on the line of the workflow, a text in the section.
		read(page)
			.split(/^(?=#|- )/m)
			.flatMap((text) =>
				needing
					.filter(({ file }) => text.includes(`workflows/${file}.json)`))
					.map(({ needed }) => ({ page, text, needed })),
			),
	);
	expect(leading).not.toEqual([]);
	await expectEach(leading, ({ text, needed }) => expect(text).toContain(`n8n ${needed}`));
});
