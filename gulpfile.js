const { execFileSync } = require('node:child_process');
const { existsSync, rmSync } = require('node:fs');
const { dest, series, src } = require('gulp');
const { n8n } = require('./package.json');

/** Icons, codex files and output schemas go to dist beside the compiled nodes. */
const assets = [
	'nodes/**/*.svg',
	'nodes/**/*.node.json',
	'nodes/**/__schema__/**/*.json',
	'credentials/**/*.svg',
];

async function clean() {
	rmSync('dist', { recursive: true, force: true });
}

async function compile() {
	const tsc = require.resolve('typescript/bin/tsc');
	execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
}

function copy() {
	return src(assets, { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));
}

/** Refuses a dist without a node or credential that package.json promises: nobody could install what is packed of it. */
async function complete() {
	const missing = [...n8n.nodes, ...n8n.credentials].filter((file) => !existsSync(file));
	if (missing.length > 0) throw new Error(`The build made no ${missing.join(', ')}`);
}

exports.build = series(clean, compile, copy, complete);
