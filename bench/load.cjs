// Command line: `load.cjs PACKAGE`, run by child.ts. Loads all nodes of a package as n8n does at its start, once what n8n
// has loaded anyway is there; prints the time and memory that it took, and the size of what the editor gets.
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { performance } = require('node:perf_hooks');

const folder = process.argv[2];
const own = createRequire(join(folder, 'package.json'));
for (const name of ['n8n-workflow', 'lodash', 'luxon', 'zod']) {
	try {
		own(name);
	} catch {
		// The package has no use for it.
	}
}
const { createAiTools } = require('n8n/dist/tool-generation/ai-tools.js');

const heap = () => {
	globalThis.gc();
	return process.memoryUsage().heapUsed / 1024;
};
const kilobytes = (value) => Buffer.byteLength(JSON.stringify(value)) / 1024;

/** As n8n describes a node that has several versions: its newest one. */
const descriptionOf = (node) =>
	node.nodeVersions ? node.nodeVersions[node.currentVersion].description : node.description;

const before = heap();
const started = performance.now();
const nodes = own('./package.json').n8n.nodes.map((path) => {
	const name = path.split('/').at(-1).split('.')[0];
	return new (own(`./${path}`)[name])();
});
const milliseconds = performance.now() - started;
const added = heap() - before;

const types = { nodes: nodes.map(descriptionOf) };
const actions = types.nodes.flatMap(({ properties }) =>
	properties
		.filter(({ name }) => ['operation', 'event', 'events'].includes(name))
		.flatMap(({ options = [] }) => options),
);
const plain = kilobytes(types.nodes);
createAiTools(types, { nodes: {}, credentials: {} });
console.log(
	JSON.stringify({
		milliseconds,
		heap: added / 1024,
		actions: actions.length,
		described: plain,
		withTools: kilobytes(types.nodes),
		perAction: plain / actions.length,
	}),
);
