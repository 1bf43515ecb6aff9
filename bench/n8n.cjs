// Preloaded by a measured run (`node --require`). What it loads of n8n comes from the n8n in N8N_MODULES, so that
// our nodes, the HTTP Request node and the engine share one n8n-core and one n8n-workflow, as in n8n; and our nodes
// come from dist, as they are delivered.
const Module = require('node:module');
const { join } = require('node:path');

const ofN8n = new Module(join(process.env.N8N_MODULES, 'n8n', 'index.js'));
ofN8n.paths = [process.env.N8N_MODULES];
const root = join(__dirname, '..', '/');
const resolve = Module._resolveFilename;

Module._resolveFilename = function (request, parent, ...rest) {
	const isOfN8n = /^(n8n[-/]|@n8n\/)/.test(request);
	const isOurs = parent?.filename?.startsWith(join(root, 'engine'));
	const delivered = isOurs
		? request.replace(/^(\.\.\/)+(?=(nodes|credentials)\/)/, join(root, 'dist', '/'))
		: request;
	return resolve.call(this, delivered, isOfN8n ? ofN8n : parent, ...rest);
};
