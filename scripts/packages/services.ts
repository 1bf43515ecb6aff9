import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { parse } from 'yaml';

import { listContracts } from '../contract/document';
import { ROOT, pack } from './pack';

/** What a package is of: the nodes and credentials of one vendor. */
export interface Service {
	/** As in the names of its contract and its page, e.g. `kore-ai`. */
	slug: string;
	/** The package's name. */
	name: string;
	/** Its folder below nodes/, e.g. `KoreAi`. */
	folder: string;
	/** As people write it, e.g. `Kore.ai`. */
	title: string;
	/** As in the `n8n` section of package.json: paths in dist/. */
	nodes: string[];
	credentials: string[];
	/** What the editor is told of each of its nodes. */
	descriptions: INodeTypeDescription[];
}

/** `dist/nodes/Acme/Acme.node.js` to `nodes/Acme/Acme.node.ts`. */
export const sourceOf = (built: string): string =>
	built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

async function descriptionOf(built: string) {
	const source = sourceOf(built);
	const module = (await import(pathToFileURL(join(ROOT, source)).href)) as Record<
		string,
		new () => INodeType
	>;
	return new module[basename(source, '.node.ts')]().description;
}

async function serviceOf(slug: string, contract: string): Promise<Service> {
	const { info } = parse(readFileSync(contract, 'utf8')) as { info: { 'x-node': string } };
	const folder = info['x-node'];
	const nodes = pack.n8n.nodes.filter((file) => file.startsWith(`dist/nodes/${folder}/`));
	const credentials = pack.n8n.credentials.filter((file) => basename(file).startsWith(folder));
	const descriptions = await Promise.all(nodes.map(descriptionOf));
	const [{ displayName: title }] = descriptions;
	return {
		slug,
		name: `n8n-nodes-${slug}`,
		folder,
		title,
		nodes,
		credentials,
		descriptions,
	};
}

/**
 * The vendors, each with what package.json lists of it. Throws when something of package.json belongs to none, or when
 * two have a node of the same display name: n8n installs only one of such packages.
 */
export async function listServices(): Promise<Service[]> {
	const services = await Promise.all(
		listContracts().map(async ({ name, file }) => await serviceOf(name, file)),
	);
	const given = services.flatMap(({ nodes, credentials }) => [...nodes, ...credentials]);
	const left = [...pack.n8n.nodes, ...pack.n8n.credentials].filter((one) => !given.includes(one));
	if (left.length > 0) throw new Error(`No package has ${left.join(', ')}`);
	const names = services.flatMap(({ descriptions }) =>
		descriptions.map(({ displayName }) => displayName),
	);
	const twice = names.filter((name, index) => names.indexOf(name) !== index);
	if (twice.length > 0) throw new Error(`Two packages have a node ${twice.join(', ')}`);
	return services;
}
