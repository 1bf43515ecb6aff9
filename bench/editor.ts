import { join } from 'node:path';

import { installCached, npmCi } from '../scripts/n8n/cached';
import type { N8nInstallation } from '../scripts/n8n/install';
import { measuresOf } from './child';
import type { Sample } from './report';
import { PACK } from './ways';

const ROOT = join(__dirname, '..');
const PEERS = [
	'@devlikeapro/n8n-nodes-chatwoot',
	'n8n-nodes-evolution-api',
	'@mendable/n8n-nodes-firecrawl',
];
const ROUNDS = 5;

export const editor = {
	name: 'W16 editor',
	what: 'All nodes of a package loaded as n8n does at its start, in a process of its own that has loaded what n8n has anyway; what the editor gets of them, without and with the copies that n8n makes for agents.',
	unit: 'packages',
};

/** Loads this pack and its peers, `rounds` times each, in turn. */
export async function measureEditor(n8n: N8nInstallation, rounds = ROUNDS): Promise<Sample[]> {
	const peers = await installCached(join(__dirname, 'peers'), npmCi);
	const folders = {
		[PACK]: ROOT,
		...Object.fromEntries(PEERS.map((name) => [name, join(peers, 'node_modules', name)])),
	};
	const samples: Sample[] = [];
	for (let round = 0; round < rounds; round++) {
		for (const [way, folder] of Object.entries(folders)) {
			const measures = await measuresOf(n8n, 'load.cjs', [folder]);
			samples.push({ workload: editor.name, way, size: 1, measures });
		}
	}
	return samples;
}
