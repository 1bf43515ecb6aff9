import { basename } from 'node:path';
import { pick, pickBy } from 'lodash';

import type { Workflow } from '../n8n/api';
import { neededBy } from './imports';
import { filesBelow, pack, read, type Manifest } from './pack';
import { changelog, readme, summaryOf } from './pages';
import { sourceOf, type Service } from './services';

/** What n8n's own tool asks of a package that is to be verified. */
const ESLINT = `import { config } from '@n8n/node-cli/eslint';

export default config;
`;

const SCRIPTS = {
	build: 'n8n-node build',
	dev: 'n8n-node dev',
	lint: 'n8n-node lint',
	prepack: 'n8n-node build',
	prepublishOnly: 'n8n-node prerelease',
	release: 'n8n-node release',
};

/** The phone numbers' rules, whose licence NOTICE names. */
const NOTICE_OF = 'nodes/shared/phone/phoneCountries.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`;

const tools = JSON.parse(read('scripts', 'packages', 'tools', 'package.json')) as {
	dependencies: Record<string, string>;
};

function manifest(service: Service, services: Service[], packages: string[], hasNotice: boolean) {
	const { name, title, slug, nodes, credentials } = service;
	const others = services.filter((one) => one !== service).map((one) => one.title.toLowerCase());
	const wanted = ['eslint', 'prettier', 'typescript', '@types/node', ...packages];
	const installed = pickBy(
		pack.devDependencies,
		(_version, one) => wanted.includes(one) || wanted.includes(one.replace('@types/', '')),
	);
	const given = pick(pack, ['version', 'license', 'author', 'engines']) satisfies Partial<Manifest>;
	return {
		name,
		...given,
		description: `n8n nodes for ${title}: ${summaryOf(service)}`,
		homepage: `${pack.homepage}/blob/main/docs/${slug}.md`,
		keywords: pack.keywords.filter((keyword) => !others.includes(keyword)),
		repository: { ...pack.repository, directory: `packages/${name}` },
		files: hasNotice ? ['dist', 'NOTICE'] : ['dist'],
		scripts: SCRIPTS,
		n8n: { ...pack.n8n, credentials, nodes },
		peerDependencies: { 'n8n-workflow': '*' },
		devDependencies: { ...pick(tools.dependencies, '@n8n/node-cli'), ...installed },
	};
}

function tsconfig() {
	const { compilerOptions } = JSON.parse(read('tsconfig.json')) as {
		compilerOptions: Record<string, unknown>;
	};
	const build = { noEmit: false, outDir: 'dist', rootDir: '.', types: ['node'] };
	return {
		compilerOptions: { ...compilerOptions, ...build },
		// n8n-node copies icons and schemas; the codex files come by the compiler.
		include: ['nodes/**/*', 'credentials/**/*', 'nodes/**/*.node.json'],
	};
}

/** The example workflows that use the nodes of this package and of no other, with its types, by file name. */
function workflowsOf({ name, descriptions }: Service): Map<string, string> {
	const types = descriptions.map((description) => description.name);
	const type = new RegExp(`"type": "${pack.name}\\.(\\w+?)(?:Tool)?"`, 'g');
	return new Map(
		filesBelow('workflows')
			.map((file) => [basename(file), read(file)] as const)
			.filter(([, text]) => [...text.matchAll(type)].every(([, used]) => types.includes(used)))
			.map(([file, text]) => [file, text.replaceAll(`"${pack.name}.`, `"${name}.`)]),
	);
}

/** All files of a package, by path with slashes: it builds, lints and is published on its own. */
export function contentsOf(service: Service, services: Service[]): Map<string, string> {
	const { files, packages } = neededBy([...service.nodes, ...service.credentials].map(sourceOf));
	const workflows = workflowsOf(service);
	const parsed = new Map(
		[...workflows].map(([file, text]) => [file, JSON.parse(text) as Workflow]),
	);
	const assets = filesBelow(`nodes/${service.folder}`).filter((file) => /\.(svg|json)$/.test(file));
	const hasNotice = files.includes(NOTICE_OF);
	const copies = [...files, ...assets, 'LICENSE', ...(hasNotice ? ['NOTICE'] : [])];
	const renamed = (file: string) =>
		/\.node\.json$|^NOTICE$/.test(file)
			? read(file).replaceAll(pack.name, service.name)
			: read(file);
	return new Map([
		...copies.map((file) => [file, renamed(file)] as const),
		...[...workflows].map(([file, text]) => [`workflows/${file}`, text] as const),
		['package.json', json(manifest(service, services, packages, hasNotice))],
		['tsconfig.json', json(tsconfig())],
		['eslint.config.mjs', ESLINT],
		['.gitignore', 'node_modules/\ndist/\n*.tgz\n'],
		['README.md', readme(service, parsed)],
		['CHANGELOG.md', changelog(service, services)],
	]);
}
