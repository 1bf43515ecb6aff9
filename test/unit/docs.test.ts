import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expectEach } from '../support/each';
import {
	OF_N8N,
	credentials,
	namesInEditor,
	nodes,
	operationNames,
} from '../support/namesInEditor';

const ROOT = join(__dirname, '..', '..');
const README_BYTES = 12_000;
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');
/** The pages of a folder and of those below it, by path from it with slashes. */
const markdownIn = (folder: string) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.md'))
		.map((name) => name.replaceAll('\\', '/'));

const readme = read('README.md');
const manifest = JSON.parse(read('package.json')) as {
	scripts: Record<string, string>;
	homepage: string;
	repository: { url: string };
};

/** What the first group of `pattern` finds in `text`, each once. */
const found = (text: string, pattern: RegExp) => [
	...new Set([...text.matchAll(pattern)].map(([, group]) => group)),
];

/** The npm scripts that a page tells to run. */
const scriptsIn = (text: string) =>
	found(text, /\bnpm (run [\w:]+|start|test)\b/g).map((name) => name.replace('run ', ''));

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
		const names = [
			...nodes.map(({ displayName }) => displayName),
			...credentials.map(({ displayName }) => displayName),
		];
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
	const linked = found(read('docs', 'README.md'), /^- \[[^\]]+\]\(([^.)][^)]*)\): \S/gm);
	const entrance = 'evidence/README.md';
	const pages = markdownIn('docs').filter((name) => name !== 'README.md');
	const others = pages.filter((name) => name === entrance || !name.startsWith('evidence/'));
	expect(linked.sort()).toEqual(others.sort());
});

test("every vendor's page begins with five steps to a first result, and a way without an account", async () => {
	const vendors = readdirSync(join(ROOT, 'contracts')).map((name) => name.split('.')[0]);
	await expectEach(vendors, (vendor) => {
		const [, first] = read('docs', `${vendor}.md`).split(/^## /m);
		expect(first).toMatch(/^First five minutes\n/);
		expect(found(first, /^(\d)\. \S/gm)).toEqual(['1', '2', '3', '4', '5']);
		expect(first).toContain('\n**Without an account**: `npm start` ');
	});
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

test('guides name nodes, fields and choices as the editor shows them', async () => {
	const names = [...namesInEditor(), ...OF_N8N];
	const named = markdownIn('docs/guides').flatMap((guide) =>
		found(read('docs', 'guides', guide), /_([A-Z][^_\n]*)_/g).map((name) => ({ guide, name })),
	);
	await expectEach(named, ({ name }) => expect(names).toContain(name));
});
