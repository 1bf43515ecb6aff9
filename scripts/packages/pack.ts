import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

/** What npm is told about a package of n8n nodes. */
export interface Manifest {
	name: string;
	version: string;
	description: string;
	license: string;
	homepage: string;
	keywords: string[];
	author: { name: string; email: string };
	repository: { type: string; url: string; directory?: string };
	engines: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; strict: boolean; credentials: string[]; nodes: string[] };
	devDependencies: Record<string, string>;
}

/** A file of the repository, as text. */
export const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');

/** The files of a folder of the repository and its folders, by path from the root with slashes, sorted. */
export const filesBelow = (folder: string): string[] =>
	readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.sort();

/** The manifest of the pack, from which the packages are made. */
export const pack = JSON.parse(read('package.json')) as Manifest;

/** Where the pack's files of the version in package.json are read: the release's tag has its name. */
export const sourceUrl = (path: string): string =>
	`${pack.repository.url.replace(/^git\+|\.git$/g, '')}/blob/${pack.version}/${path}`;
