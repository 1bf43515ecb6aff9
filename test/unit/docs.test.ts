import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ICredentialType, INodePropertyOptions } from 'n8n-workflow';

import { operationsOf, packNodes } from '../support/descriptions';

const ROOT = join(__dirname, '..', '..');
const README_BYTES = 12_000;
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');
const markdownIn = (folder: string) =>
	readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.md'));

const readme = read('README.md');
const manifest = JSON.parse(read('package.json')) as {
	scripts: Record<string, string>;
	homepage: string;
	repository: { url: string };
	n8n: { credentials: string[] };
};
const nodes = packNodes().map(({ description }) => description);

/** What the first group of `pattern` finds in `text`, each once. */
const found = (text: string, pattern: RegExp) => [
	...new Set([...text.matchAll(pattern)].map(([, group]) => group)),
];

/** The npm scripts that a page tells to run. */
const scriptsIn = (text: string) =>
	found(text, /\bnpm (run [\w:]+|start|test)\b/g).map((name) => name.replace('run ', ''));

/** The display names of the credentials that package.json lists. */
const credentialNames = () =>
	manifest.n8n.credentials.map((file) => {
		const source = file.replace(/^dist\//, '').replace(/\.js$/, '');
		const exported = jest.requireActual<Record<string, new () => ICredentialType>>(
			join(ROOT, source),
		);
		return new exported[basename(source, '.credentials')]().displayName;
	});

/** Every operation as pages write it, such as `Call List: Get Many`. */
const operationNames = () =>
	nodes.flatMap((description) => {
		const resources = description.properties
			.filter(({ name }) => name === 'resource')
			.flatMap(({ options = [] }) => options as INodePropertyOptions[]);
		return operationsOf(description).map(({ resource, option }) => {
			const shown = resources.find(({ value }) => value === resource);
			return `${shown?.name}: ${option.name}`;
		});
	});

describe('README.md', () => {
	test(`has at most ${README_BYTES} bytes`, () => {
		expect(Buffer.byteLength(readme)).toBeLessThanOrEqual(README_BYTES);
	});

	test('shows the two commands to try the pack with', () => {
		const blocks = found(readme, /^```sh\n([^`]*)\n```$/gm);
		expect(blocks).toEqual(['npm start', 'npm test']);
	});

	test('names every example workflow, and none that is not there', () => {
		const named = found(readme, /\]\(workflows\/([^)]+\.json)\)/g);
		expect(named.sort()).toEqual(readdirSync(join(ROOT, 'workflows')).sort());
	});

	test('has in bold the name of every node and credential, and nothing else', () => {
		const names = [...nodes.map(({ displayName }) => displayName), ...credentialNames()];
		expect(found(readme, /\*\*([^*]+)\*\*/g).sort()).toEqual(names.sort());
	});

	test('names only operations that a node has', () => {
		const named = found(readme, /_([A-Z][\w ]+: [A-Z][\w ]+)_/g);
		expect(named).not.toEqual([]);
		const offered = operationNames();
		expect(named.filter((name) => !offered.includes(name))).toEqual([]);
	});
});

test('docs/README.md has a line for every other page of docs', () => {
	const linked = found(read('docs', 'README.md'), /^- \[[^\]]+\]\(([^)/]+)\): \S/gm);
	const pages = markdownIn('docs').filter((name) => name !== 'README.md');
	expect(linked.sort()).toEqual(pages.sort());
});

test('pages tell to run only npm scripts that there are', () => {
	const pages = [
		'README.md',
		'CONTRIBUTING.md',
		...markdownIn('docs').map((name) => `docs/${name}`),
	];
	const offenders = pages.flatMap((page) =>
		scriptsIn(read(page))
			.filter((name) => !(name in manifest.scripts))
			.map((name) => `${page}: npm run ${name}`),
	);
	expect(offenders).toEqual([]);
	expect(scriptsIn(readme)).toEqual(expect.arrayContaining(['start', 'test']));
});

test('pages and forms name one repository, that of package.json', () => {
	const forms = readdirSync(join(ROOT, '.github', 'ISSUE_TEMPLATE'));
	const texts = [
		manifest.homepage,
		...['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((page) => read(page)),
		...markdownIn('docs').map((page) => read('docs', page)),
		...forms.map((form) => read('.github', 'ISSUE_TEMPLATE', form)),
	];
	const named = texts.flatMap((text) =>
		found(text, /(github\.com\/[^/\s]*chatbot-platforms\/[\w-]+)/g),
	);
	const [, repository] = /(github\.com\/.+)\.git$/.exec(manifest.repository.url) ?? [];
	expect(new Set(named)).toEqual(new Set([repository]));
});
